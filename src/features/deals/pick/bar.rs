//! What can be done with all that is selected: at the edge of the page, as long as something is.

use super::{Pick, Picked, TOGETHER, may};
use crate::i18n::use_words;
use crate::session::use_role;
use crate::t;
use crate::ui::{Glyph, icon, pressed};
use portico_contract::deal::{Command, DealSummary};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

use super::super::act::label;
use super::super::model::Rows;

#[derive(Properties, PartialEq)]
pub struct PickBarProps {
    pub rows: Rows,
    pub picked: Rc<Picked>,
    pub pick: Callback<Pick>,
    /// Told what is to be done, and with which deals.
    pub on_act: Callback<(Command, Rc<[DealSummary]>)>,
}

#[styled_component]
pub fn PickBar(props: &PickBarProps) -> Html {
    let (words, role) = (use_words(), use_role());
    let chosen = props.rows.rows.iter().filter(|row| props.picked.ids.contains(&*row.id)).map(|row| row.deal.clone());
    let deals: Rc<[DealSummary]> = chosen.collect();
    let together = |command: &Command| {
        !deals.is_empty() && role.is_some_and(|role| deals.iter().all(|deal| may(deal, role, *command)))
    };
    let possible: Vec<Command> = TOGETHER.into_iter().filter(together).collect();
    let onclick = use_callback(
        (props.on_act.clone(), props.pick.clone(), deals.clone()),
        |event: MouseEvent, (on_act, pick, deals)| match pressed(&event, "data-act").as_deref() {
            Some("none") => pick.emit(Pick::Picking(false)),
            Some(name) => {
                if let Some(command) = Command::parse(name) {
                    on_act.emit((command, deals.clone()));
                }
            }
            None => {}
        },
    );
    let act = |command: &Command| {
        html! { <button type="button" class="button small" key={command.name()} data-act={command.name()}>{ label(&words, *command, None) }</button> }
    };
    html! {
        <div class={classes!("picks", css!(r"
                position: sticky; inset-block-end: 0; z-index: 6; display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3);
                padding: var(--space-3) var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); box-shadow: var(--shadow);
                @media (max-width: 59.99rem) { position: fixed; inset: auto 0 0; z-index: 8; border-width: 1px 0 0; border-radius: 0; padding-block-end: calc(var(--space-3) + env(safe-area-inset-bottom)); }
            body:has(&) .fab { display: none; }
            "))} role="group" aria-label={t!(words, "pick-bar")} {onclick}>
                <b role="status">{ t!(words, "picked", count = deals.len()) }</b>
                { for possible.iter().map(act) }
                if possible.is_empty() && !deals.is_empty() { <small>{ t!(words, "pick-none") }</small> }
                <button type="button" class="button icon" style="margin-inline-start: auto" data-act="none" aria-label={t!(words, "close")}>{ icon(Glyph::Close) }</button>
            </div>
    }
}
