//! The rows of the queue, and its sets.

use super::model::{Queue, Row, Set};
use super::picked::{Pick, Picked};
use crate::i18n::use_words;
use crate::parts::{initials, sla_badge, use_form};
use crate::route::Route;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, empty, pressed, reveal, small_icon, use_minute, use_pressed_revealed};
use chrono::{DateTime, Utc};
use portico_contract::capability;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SetsProps {
    pub queue: Rc<Queue>,
    /// Whose deals are the reader's.
    pub mine: Rc<[String]>,
    pub now: Set,
    pub choose: Callback<Set>,
}

/// All, mine, nobody's, late, and those that meet another.
#[component]
pub fn Sets(props: &SetsProps) -> Html {
    let (words, has_handlers) = (use_words(), use_can(capability::COLLEAGUES));
    let chips = use_pressed_revealed(props.now);
    let sets = [
        (Set::All, "all", t!(words, "set-all")),
        (Set::Mine, "mine", t!(words, "set-mine")),
        (Set::Nobodys, "nobodys", t!(words, "set-nobodys")),
        (Set::Late, "late", t!(words, "set-late")),
        (Set::Conflicts, "conflicts", t!(words, "set-conflicts")),
    ];
    let onclick =
        use_callback(props.choose.clone(), |event: MouseEvent, choose| match pressed(&event, "data-set").as_deref() {
            Some("all") => choose.emit(Set::All),
            Some("mine") => choose.emit(Set::Mine),
            Some("nobodys") => choose.emit(Set::Nobodys),
            Some("late") => choose.emit(Set::Late),
            Some("conflicts") => choose.emit(Set::Conflicts),
            _ => {}
        });
    html! {
        <div class="chips" role="group" aria-label={t!(words, "desk-sets")} ref={chips} {onclick}>
            for (set, name, label) in sets.into_iter().filter(|(set, ..)| has_handlers || !matches!(set, Set::Mine | Set::Nobodys)) {
                <button type="button" key={name} class="chip" data-set={name} aria-pressed={(set == props.now).to_string()}>
                    { label }<b>{ props.queue.shown(set, &props.mine).count() }</b>
                </button>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct QueueListProps {
    pub queue: Rc<Queue>,
    pub mine: Rc<[String]>,
    pub set: Set,
    pub open: Option<AttrValue>,
    /// At a desk rows can be picked, to do the same with all of them.
    pub picked: Option<Picks>,
}

/// What is picked, and how that changes.
#[derive(Clone, PartialEq)]
pub struct Picks(pub UseReducerHandle<Picked>);

/// Every waiting row.
#[component]
pub fn QueueList(props: &QueueListProps) -> Html {
    let (words, now) = (use_words(), use_minute());
    // Walked to by a key, the open row may be further down than the queue shows.
    let list = use_node_ref();
    use_effect_with((props.open.clone(), list.clone()), |(open, list)| {
        if let Some(id) = open {
            reveal(list, &format!("[data-id='{id}']"));
        }
    });
    let onchange = use_callback(props.picked.clone(), |event: Event, picked| {
        let picked_row = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some((Picks(picked), id)) =
            picked.as_ref().zip(picked_row.and_then(|row| row.get_attribute("data-pick")))
        {
            picked.dispatch(Pick::Turn(id));
        }
    });
    if props.queue.shown(props.set, &props.mine).next().is_none() {
        return empty(Glyph::Check, "good", t!(words, "desk-none"), t!(words, "desk-none-text"), Html::default());
    }
    html! {
        <ul class="list" ref={list} {onchange}>
            for row in props.queue.shown(props.set, &props.mine) {
                <QueueRow key={row.key.clone()} row={row.clone()} {now} open={props.open.as_ref() == Some(&row.id)}
                    picked={props.picked.as_ref().map(|Picks(picked)| picked.has(&row.id))} />
            }
        </ul>
    }
}

#[derive(Properties)]
struct QueueRowProps {
    row: Rc<Row>,
    now: DateTime<Utc>,
    open: bool,
    /// None where rows cannot be picked.
    picked: Option<bool>,
}

impl PartialEq for QueueRowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.row, &other.row)
            && self.now == other.now
            && self.open == other.open
            && self.picked == other.picked
    }
}

#[component]
fn QueueRow(props: &QueueRowProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let deal = &props.row.deal;
    html! {
        <li data-id={props.row.id.clone()} class={classes!(props.row.fresh.then_some("glow"), props.picked.map(|_| "pickable"))}>
            if let Some(picked) = props.picked {
                <label class="pick"><input type="checkbox" data-pick={props.row.id.clone()} checked={picked} /><span class="unseen">{ t!(words, "many-at-desk-pick", name = deal.customer.name.as_str()) }</span></label>
            }
            <a class="item" id={format!("row-{}", props.row.id)} href={Route::DeskDeal { id: deal.id.clone() }.path()} aria-current={props.open.then_some("true")}>
                <span class="grow">
                    <h2 class="two-lines">{ &deal.customer.name }</h2>
                    <small class="two-lines">{ &deal.organisation.name }{ " · " }{ &deal.owner.name }{ " · " }{ form.products(&deal.products) }</small>
                </span>
                <span class="stack snug end">
                    if let Some(value) = deal.value { <span class="amount">{ words.money(value) }</span> }
                    <span class="row tight">
                        if let Some(handler) = &deal.handler {
                            <span class="avatar round tiny" title={handler.name.clone()} aria-hidden="true">{ initials(&handler.name) }</span>
                            <span class="unseen">{ t!(words, "handled-by", name = handler.name.as_str()) }</span>
                        }
                        if deal.conflict == Some(true) {
                            <span class="conflict" title={t!(words, "set-conflicts")}>{ small_icon(Glyph::Warn) }<span class="unseen">{ t!(words, "set-conflicts") }</span></span>
                        }
                        if let Some(sla) = deal.sla { { sla_badge(&words, sla, props.now) } }
                    </span>
                </span>
            </a>
        </li>
    }
}
