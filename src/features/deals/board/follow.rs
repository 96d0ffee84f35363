//! The focus goes with a card that is moved: a card is another element in another column, and the PRM's answer may move
//! it once more.

use super::model::Columns;
use crate::ui::{focus, focus_next};
use gloo::utils::document;
use std::rc::Rc;
use yew::prelude::*;

/// What lets the focus follow a card, and what is told of a card that has the focus: another one ends it.
#[hook]
pub(super) fn use_follow(columns: Option<Rc<Columns>>) -> (Callback<AttrValue>, Callback<AttrValue>) {
    let followed = use_mut_ref(|| None::<AttrValue>);
    let (start, end) = (followed.clone(), followed.clone());
    use_effect_with(columns, move |_| {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let Some(id) = followed.borrow().as_ref().filter(|_| lost) {
            focus(&format!("card-{id}"));
        }
    });
    let follow = use_callback((), move |id: AttrValue, ()| {
        start.replace(Some(id.clone()));
        focus_next(format!("card-{id}"));
    });
    let on_focus = use_callback((), move |id: AttrValue, ()| {
        if end.borrow().as_ref() != Some(&id) {
            end.replace(None);
        }
    });
    (follow, on_focus)
}
