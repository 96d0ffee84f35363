//! The way to what a list has further on.

use super::failure::failure;
use crate::api::{Answer, ApiError, Patcher};
use crate::i18n::Words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A list that comes in pages.
pub trait Paged: Sized {
    type Page: Clone;

    /// What the next page is asked for with; none on the last.
    fn cursor(&self) -> Option<&str>;

    /// The list with the next page behind it.
    #[must_use]
    fn followed_by(&self, page: Self::Page) -> Self;
}

/// Fetches the next page and puts it behind, once however often it is asked for; and why the last try brought none.
#[hook]
pub fn use_further<T, D>(
    list: Option<&T>,
    patcher: Patcher<Rc<T>>,
    deps: D,
    fetch: fn(&D, Option<&str>) -> Answer<T::Page>,
) -> (Callback<MouseEvent>, Option<ApiError>)
where
    T: Paged + 'static,
    D: Clone + PartialEq + 'static,
{
    let failed = use_state(|| None::<ApiError>);
    let cursor = list.and_then(Paged::cursor).map(str::to_owned);
    let more = use_callback(
        (deps, cursor, patcher, failed.setter()),
        move |_: MouseEvent, (deps, cursor, patcher, failed)| {
            failed.set(None);
            let (page, cursor) = (fetch(deps, cursor.as_deref()), cursor.clone());
            let (patcher, failed) = (patcher.clone(), failed.clone());
            spawn_local(async move {
                match page.await {
                    Ok(page) => patcher.patch(move |list| {
                        (list.cursor() == cursor.as_deref()).then(|| Rc::new(list.followed_by(page.clone())))
                    }),
                    Err(error) => failed.set(Some(error)),
                }
            });
        },
    );
    (more, (*failed).clone())
}

/// A button for the next page and, where the last try brought none, why: it is pressed again.
pub fn further(
    words: &Words,
    class: &'static str,
    label: String,
    failed: Option<&ApiError>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="stack tight">
            { failed.map(|error| failure(words, error)).unwrap_or_default() }
            <button type="button" {class} {onclick}>{ label }</button>
        </div>
    }
}
