//! The stages that a card can be moved to, for whoever does not drag.

use super::model::{Card, Columns, command_to};
use crate::i18n::use_words;
use crate::parts::{deal_name, use_form};
use crate::t;
use crate::ui::{Dialog, pressed};
use portico_contract::session::Role;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MoverProps {
    pub card: Rc<CardHeld>,
    pub columns: Rc<Columns>,
    pub role: Option<Role>,
    /// The card's id and the column's key.
    pub on_move: Callback<(AttrValue, AttrValue)>,
    pub on_close: Callback<()>,
}

/// The card that is to be moved.
pub(super) struct CardHeld(pub Rc<Card>);

impl PartialEq for CardHeld {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub(super) fn Mover(props: &MoverProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let card = &props.card.0;
    let name = deal_name(&words, &card.deal.customer.name);
    let onclick = use_callback(
        (card.id.clone(), props.on_move.clone(), props.on_close.clone()),
        |event: MouseEvent, (id, on_move, on_close)| {
            if pressed(&event, "data-close").is_some() {
                on_close.emit(());
            } else if let Some(stage) = pressed(&event, "data-to") {
                on_move.emit((id.clone(), stage.into()));
            }
        },
    );
    let here = props.columns.place_of(&card.deal);
    let others = props.columns.all.iter().enumerate().filter(|(place, _)| Some(*place) != here);
    let stages = others.filter_map(|(_, column)| Some((column.key.clone(), column.stage?)));
    let stages = stages.filter(|(_, stage)| props.role.is_some_and(|role| card.may(role, command_to(*stage))));
    html! {
        <Dialog labelled_by="move-title" on_close={props.on_close.clone()}>
            <div {onclick}>
                <h2 id="move-title">{ t!(words, "board-move-title", name = &name) }</h2>
                <div class="stack tight">
                    for (key, stage) in stages {
                        <button type="button" class="button" key={key.to_string()} data-to={key.clone()}>{ form.stage(stage, Some(&*key)).to_owned() }</button>
                    }
                </div>
                <button type="button" class="button plain" data-close="">{ t!(words, "cancel") }</button>
            </div>
        </Dialog>
    }
}
