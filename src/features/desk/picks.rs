//! What stands above the rows that can be picked: how many are, and what is done with them.

use super::bulk::{BulkDialog, Doing};
use super::model::{Queue, Set};
use super::picked::Pick;
use super::queue::Picks;
use crate::i18n::use_words;
use crate::parts::use_form;
use crate::t;
use crate::ui::pressed;
use portico_contract::absence::Colleague;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PickBarProps {
    pub queue: Rc<Queue>,
    pub mine: Rc<[String]>,
    pub set: Set,
    pub picks: Picks,
    pub colleagues: Rc<[Colleague]>,
    pub reload: Callback<()>,
}

/// One box for all that are shown, and the buttons for those that are picked.
#[component]
pub fn PickBar(props: &PickBarProps) -> Html {
    let (words, form) = (use_words(), use_form());
    // What a dialog was opened for stays its own, though rows leave the queue while it is done.
    let open = use_state(|| None::<(Doing, Rc<[(String, String)]>)>);
    let Picks(picked) = &props.picks;
    let chosen = picked.among(&props.queue, props.set, &props.mine);
    let all: Vec<String> = props.queue.shown(props.set, &props.mine).map(|row| row.deal.id.clone()).collect();
    let whole = !all.is_empty() && chosen.len() == all.len();
    let onchange = use_callback((picked.dispatcher(), all, whole), |_: Event, (picked, all, whole)| {
        picked.dispatch(Pick::All(all.clone(), !whole));
    });
    let onclick = use_callback((open.setter(), chosen.clone()), |event: MouseEvent, (open, chosen)| {
        let doing = match pressed(&event, "data-bulk").as_deref() {
            Some("approve") => Doing::Approve,
            Some("assign") => Doing::Assign,
            _ => return,
        };
        open.set(Some((doing, chosen.clone().into())));
    });
    let on_close = use_callback(open.setter(), |(): (), open| open.set(None));
    let on_done = use_callback((picked.dispatcher(), props.reload.clone()), |done: Vec<String>, (picked, reload)| {
        picked.dispatch(Pick::Drop(done));
        reload.emit(());
    });
    let days = form.0.as_ref().map_or(90, |form| form.protection_days);
    html! {
        <div class="picks" role="group" aria-label={t!(words, "many-at-desk-title")} {onclick}>
            <label class="pick" title={t!(words, "many-at-desk-pick-all")}><input type="checkbox" checked={whole} {onchange} /><span class="unseen">{ t!(words, "many-at-desk-pick-all") }</span></label>
            if chosen.is_empty() {
                <small>{ t!(words, "many-at-desk-none") }</small>
            } else {
                <small class="grow" role="status">{ t!(words, "many-at-desk-picked", count = chosen.len()) }</small>
                <button type="button" class="button small" data-bulk="assign">{ t!(words, "many-at-desk-assign-short") }</button>
                <button type="button" class="button small" data-bulk="approve">{ t!(words, "many-at-desk-approve-short") }</button>
            }
            if let Some((doing, deals)) = (*open).clone() {
                <BulkDialog {doing} {deals} {days} colleagues={props.colleagues.clone()} {on_done} {on_close} />
            }
        </div>
    }
}
