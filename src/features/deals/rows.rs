//! The rows of the list: on a phone a line of a list, at a desk a line of a table. Each is a component whose props are
//! pointers, so that one event renders one row.

use super::model::Row;
use crate::i18n::{Words, days_until, use_words};
use crate::parts::{badges, deal_name, sla_badge, use_form};
use crate::t;
use chrono::{DateTime, Utc};
use portico_contract::deal::{DealSummary, Review, Stage};
use std::rc::Rc;
use yew::prelude::*;

#[cfg(feature = "measure")]
thread_local! {
    /// How many rows were rendered.
    pub static RENDERED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

#[derive(Properties)]
pub struct RowProps {
    pub row: Rc<Row>,
    pub now: DateTime<Utc>,
    /// The reader is the vendor's: the firm matters.
    pub vendor: bool,
    /// Whether it is selected, where rows can be.
    #[prop_or_default]
    pub picked: Option<bool>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let beside = |props: &Self| (props.now, props.vendor, props.picked);
        Rc::ptr_eq(&self.row, &other.row) && beside(self) == beside(other)
    }
}

/// Glows anew with each change: two names for one animation.
pub(super) fn glow(changes: u32) -> Option<&'static str> {
    match changes {
        0 => None,
        odd if odd % 2 == 1 => Some("glow"),
        _ => Some("glow again"),
    }
}

/// What comes next with a deal; for the vendor, how long there is to answer.
pub(super) fn next(words: &Words, deal: &DealSummary, vendor: bool, now: DateTime<Utc>) -> Html {
    if let Some(sla) = deal.sla.filter(|_| vendor) {
        return sla_badge(words, sla, now);
    }
    let Some((text, urgent)) = next_text(words, deal, now) else { return Html::default() };
    html! { <small class={classes!(urgent.then_some("urgent"))}>{ text }</small> }
}

/// What comes next with a deal, or how long it has been so, and whether it presses.
fn next_text(words: &Words, deal: &DealSummary, now: DateTime<Utc>) -> Option<(String, bool)> {
    let ago = || words.ago(deal.updated_at, now);
    if let Some(sla) = deal.sla {
        let left = (sla.due_at - now).num_seconds();
        let length = words.length(left);
        let late = left < 0;
        let text = if late {
            t!(words, "row-answer-late", length = &length)
        } else {
            t!(words, "row-answer", length = &length)
        };
        return Some((text, late));
    }
    match deal.review {
        Review::Claimed => {
            let day = deal.complete_by?;
            Some((t!(words, "row-complete", day = &words.day(day)), days_until(day) <= 3))
        }
        Review::InfoRequested => Some((t!(words, "row-asked", when = &ago()), true)),
        Review::Approved if !deal.stage.is_some_and(Stage::is_closed) => {
            let left = days_until(deal.protection?.ends_on);
            Some((t!(words, "row-days-left", count = left), left <= 14))
        }
        _ => Some((ago(), false)),
    }
}

/// A line of a list.
#[component]
pub fn DealItem(props: &RowProps) -> Html {
    #[cfg(feature = "measure")]
    RENDERED.with(|count| count.set(count.get() + 1));
    let (words, form) = (use_words(), use_form());
    let deal = &props.row.deal;
    let name = deal_name(&words, &deal.customer.name);
    let content = html! {
        <>
            <span class="grow">
                <h2 class="two-lines">{ &name }</h2>
                <span class="state">
                    { badges(&words, &form, deal.review, deal.stage, deal.stage_id.as_deref()) }
                </span>
                if props.vendor { <small class="clip block">{ &deal.organisation.name }</small> }
            </span>
            <span class="stack snug end">
                if let Some(value) = deal.value { <span class="amount">{ words.money(value) }</span> }
                { next(&words, deal, props.vendor, props.now) }
            </span>
        </>
    };
    html! {
        <li data-id={props.row.id.clone()} class={classes!(glow(props.row.changes))}>
            if let Some(picked) = props.picked {
                <label class="item" data-pick={props.row.id.clone()}>{ pick_box(&words, &name, picked) }{ content }</label>
            } else {
                <a class="item" href={props.row.href.clone()}>{ content }</a>
            }
        </li>
    }
}

/// The box that selects a row.
fn pick_box(words: &Words, name: &str, picked: bool) -> Html {
    html! { <span class="choice bare"><input type="checkbox" checked={picked} aria-label={t!(words, "pick-one", name = name)} /></span> }
}

/// A line of a table.
#[component]
pub fn DealLine(props: &RowProps) -> Html {
    #[cfg(feature = "measure")]
    RENDERED.with(|count| count.set(count.get() + 1));
    let (words, form) = (use_words(), use_form());
    let deal = &props.row.deal;
    let name = deal_name(&words, &deal.customer.name);
    html! {
        <tr data-id={props.row.id.clone()} class={classes!(glow(props.row.changes))}>
            if let Some(picked) = props.picked {
                <td class="pick"><label data-pick={props.row.id.clone()}>{ pick_box(&words, &name, picked) }</label></td>
            }
            <td><a href={props.row.href.clone()}>{ &name }</a></td>
            <td class="quiet spare whole">{ deal.number.as_str().to_owned() }</td>
            <td><span class="row tight">{ badges(&words, &form, deal.review, deal.stage, deal.stage_id.as_deref()) }</span></td>
            <td class="quiet spare">{ form.products(&deal.products) }</td>
            <td class="whole">{ if props.vendor { &deal.organisation.name } else { &deal.owner.name } }</td>
            <td>{ next(&words, deal, props.vendor, props.now) }</td>
            <td class="quiet day">{ deal.close_date.map(|day| words.day(day)) }</td>
            <td class="num amount">{ deal.value.map(|value| words.money(value)) }</td>
        </tr>
    }
}
