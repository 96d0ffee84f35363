//! A card, and a column of them. A column whose cards did not change is not rendered again, nor is a card.

use super::super::rows::{glow, next};
use super::model::{Card, Column};
use crate::i18n::{Words, use_words};
use crate::parts::{badges, deal_name, use_form};
use crate::t;
use crate::ui::{Glyph, small_icon};
use chrono::{DateTime, Utc};
use portico_contract::deal::{Command, Review};
use portico_contract::session::Role;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ColumnProps {
    pub column: Rc<Column>,
    pub now: DateTime<Utc>,
    pub role: Option<Role>,
    pub vendor: bool,
    /// The card of this column that is reached by Tab; arrow keys lead on from there.
    pub tab: Option<AttrValue>,
}

/// A column.
#[component]
pub(super) fn ColumnView(props: &ColumnProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let column = &props.column;
    let own = Some(&*column.key);
    let name = column.stage.map_or_else(|| t!(words, "board-waiting"), |stage| form.stage(stage, own).to_owned());
    let label = t!(words, "board-column", stage = &name, count = column.count);
    html! {
        <section class={classes!("column", column.stage.is_none().then_some("waiting"))} data-column={column.key.clone()} aria-label={label}>
            <header>
                <div class="row between tight"><h2 class="clip">{ name }</h2><b>{ column.count }</b></div>
                <small>{ sums(&words, column) }</small>
            </header>
            <ul>
                for card in column.cards.iter() {
                    <CardView key={card.key.clone()} card={card.clone()} now={props.now} role={props.role} vendor={props.vendor} tab={props.tab.as_ref() == Some(&card.id)} />
                }
                if column.cards.is_empty() { <li class="quiet none">{ t!(words, "board-empty") }</li> }
                if column.next_cursor.is_some() {
                    <li><button type="button" class="button small wide" data-more={column.key.clone()}>{ t!(words, "deals-more") }</button></li>
                }
            </ul>
        </section>
    }
}

/// A sum for each currency: amounts of two are never added.
fn sums(words: &Words, column: &Column) -> String {
    column.values.iter().map(|sum| words.total(sum)).collect::<Vec<_>>().join(" · ")
}

#[derive(Properties)]
struct CardProps {
    card: Rc<Card>,
    now: DateTime<Utc>,
    role: Option<Role>,
    vendor: bool,
    tab: bool,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        let beside = |props: &Self| (props.now, props.role, props.vendor, props.tab);
        Rc::ptr_eq(&self.card, &other.card) && beside(self) == beside(other)
    }
}

#[component]
fn CardView(props: &CardProps) -> Html {
    #[cfg(feature = "measure")]
    super::super::rows::RENDERED.with(|count| count.set(count.get() + 1));
    let (words, form) = (use_words(), use_form());
    let (card, deal) = (&props.card, &props.card.deal);
    let name = deal_name(&words, &deal.customer.name);
    let moves = props.role.is_some_and(|role| card.may(role, Command::Advance));
    html! {
        <li class={classes!("card", glow(card.changes), card.moving.then_some("moving"))} data-id={card.id.clone()} data-moves={moves.then_some("")} aria-busy={card.moving.then_some("true")}>
            <div class="row tight top">
                <a class="grow" id={format!("card-{}", card.id)} href={card.href.clone()} draggable="false" tabindex={if props.tab { "0" } else { "-1" }}
                    aria-keyshortcuts={moves.then_some("M")}><h3 class="two-lines">{ &name }</h3></a>
                if moves {
                    <button type="button" class="button icon" data-move={card.id.clone()} tabindex={if props.tab { "0" } else { "-1" }} aria-haspopup="dialog" aria-label={t!(words, "board-move", name = &name)}>
                        { small_icon(Glyph::More) }
                    </button>
                }
            </div>
            <div class="row between tight">
                if let Some(value) = deal.value { <span class="amount">{ words.money(value) }</span> }
                if let Some(day) = deal.close_date { <small>{ words.day(day) }</small> }
            </div>
            if deal.review != Review::Approved { <div>{ badges(&words, &form, deal.review, None, None) }</div> }
            <div class="row between tight">
                <small class="clip">{ if props.vendor { &deal.organisation.name } else { &deal.owner.name } }</small>
                { next(&words, deal, props.vendor, props.now) }
            </div>
        </li>
    }
}
