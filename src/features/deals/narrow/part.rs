//! The parts of a filter, each in words and with its way out.

use super::filter::Filter;
use super::options::Options;
use crate::i18n::Words;
use crate::parts::{Form, review_name};
use crate::t;
use portico_contract::absence::Colleague;
use portico_contract::country::Country;
use portico_contract::deal::filter::{Amounts, DealFilter, ME, NOBODY};
use portico_contract::deal::span::{Period, Span};
use std::rc::Rc;

/// Whom a filter can name.
pub(super) struct Known {
    pub options: Options,
    pub colleagues: Rc<[Colleague]>,
}

/// A part of a filter that is shown as a chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Review,
    Stage,
    Product,
    Owner,
    Handler,
    Organisation,
    Country,
    Closes,
    Registered,
    Value,
}

impl Part {
    pub(super) const ALL: [(Self, &str); 10] = [
        (Self::Review, "review"),
        (Self::Stage, "stage"),
        (Self::Product, "product"),
        (Self::Owner, "owner"),
        (Self::Handler, "handler"),
        (Self::Organisation, "organisation"),
        (Self::Country, "country"),
        (Self::Closes, "closes"),
        (Self::Registered, "registered"),
        (Self::Value, "value"),
    ];

    /// The filter without it.
    pub(super) fn taken_out(self, filter: &Filter) -> Filter {
        let mut narrow = filter.narrow.clone();
        match self {
            Self::Review => narrow.review.clear(),
            Self::Stage => {
                narrow.stage.clear();
                narrow.stage_id.clear();
            }
            Self::Product => narrow.product.clear(),
            Self::Owner => narrow.owner.clear(),
            Self::Handler => narrow.handler.clear(),
            Self::Organisation => narrow.organisation.clear(),
            Self::Country => narrow.country.clear(),
            Self::Closes => narrow.closes = None,
            Self::Registered => narrow.registered = None,
            Self::Value => (narrow.currency, narrow.value) = (None, Amounts::default()),
        }
        Filter { narrow, ..filter.clone() }
    }

    pub(super) fn label(self, words: &Words) -> String {
        match self {
            Self::Review => t!(words, "column-review"),
            Self::Stage => t!(words, "column-stage"),
            Self::Product => t!(words, "column-products"),
            Self::Owner => t!(words, "column-owner"),
            Self::Handler => t!(words, "filter-handler"),
            Self::Organisation => t!(words, "column-partner"),
            Self::Country => t!(words, "country"),
            Self::Closes => t!(words, "column-closes"),
            Self::Registered => t!(words, "column-registered"),
            Self::Value => t!(words, "column-value"),
        }
    }

    /// What it says; none where it narrows nothing.
    pub(super) fn said(self, words: &Words, form: &Form, known: &Known, filter: &DealFilter) -> Option<String> {
        let Known { options, colleagues } = known;
        let list = |all: Vec<String>| (!all.is_empty()).then(|| all.join(", "));
        match self {
            Self::Review => list(filter.review.iter().map(|review| review_name(words, *review)).collect()),
            Self::Stage => {
                let own = filter.stage_id.iter().map(|id| stage_name(form, id));
                list(filter.stage.iter().map(|stage| form.stage(*stage, None).to_owned()).chain(own).collect())
            }
            Self::Product => list(filter.product.iter().map(|id| form.product(id).to_owned()).collect()),
            Self::Owner => list(filter.owner.iter().map(|id| owner_name(words, options, id)).collect()),
            Self::Handler => list(filter.handler.iter().map(|id| handler_name(words, colleagues, id)).collect()),
            Self::Organisation => list(filter.organisation.iter().map(|id| options.firm(id).to_owned()).collect()),
            Self::Country => list(filter.country.iter().map(|country: &Country| words.country(*country)).collect()),
            Self::Closes => filter.closes.map(|span| span_text(words, span)),
            Self::Registered => filter.registered.map(|span| span_text(words, span)),
            Self::Value => amounts(words, filter),
        }
    }
}

/// What the tenant calls a stage of its own; the id where it is not there any more.
fn stage_name(form: &Form, id: &str) -> String {
    let named = form.0.iter().flat_map(|form| &form.stages).find(|named| named.id() == id);
    named.map_or(id, |named| named.name.as_str()).to_owned()
}

pub(super) fn handler_name(words: &Words, colleagues: &[Colleague], id: &str) -> String {
    let known = || colleagues.iter().find(|one| one.id == id).map_or(id, |one| one.name.as_str()).to_owned();
    match id {
        ME => t!(words, "filter-me"),
        NOBODY => t!(words, "filter-nobody"),
        _ => known(),
    }
}

pub(super) fn owner_name(words: &Words, options: &Options, id: &str) -> String {
    if id == ME { t!(words, "filter-me") } else { options.person(id).to_owned() }
}

fn amounts(words: &Words, filter: &DealFilter) -> Option<String> {
    let currency = filter.currency?;
    let Amounts { from, until } = filter.value;
    Some(match (from, until) {
        (Some(from), Some(until)) => {
            t!(words, "span-between", from = &words.money(from), until = &words.money(until))
        }
        (Some(from), None) => t!(words, "span-from", from = &words.money(from)),
        (None, Some(until)) => t!(words, "span-until", until = &words.money(until)),
        (None, None) => String::from(currency),
    })
}

fn span_text(words: &Words, span: Span) -> String {
    match span {
        Span::Named(period) => period_name(words, period),
        Span::Days { from, until } => {
            let (from, until) = (from.map(|day| words.day(day)), until.map(|day| words.day(day)));
            match (from, until) {
                (Some(from), Some(until)) => t!(words, "span-between", from = &from, until = &until),
                (Some(from), None) => t!(words, "span-from", from = &from),
                (None, until) => t!(words, "span-until", until = &until.unwrap_or_default()),
            }
        }
    }
}

/// What a period is called.
pub(super) fn period_name(words: &Words, period: Period) -> String {
    match period {
        Period::Overdue => t!(words, "period-overdue"),
        Period::Today => t!(words, "period-today"),
        Period::ThisWeek => t!(words, "period-this-week"),
        Period::ThisMonth => t!(words, "period-this-month"),
        Period::NextMonth => t!(words, "period-next-month"),
        Period::LastMonth => t!(words, "period-last-month"),
        Period::ThisQuarter => t!(words, "period-this-quarter"),
        Period::NextQuarter => t!(words, "period-next-quarter"),
        Period::ThisYear => t!(words, "period-this-year"),
        Period::Next7Days => t!(words, "period-next-days", count = 7_u32),
        Period::Next30Days => t!(words, "period-next-days", count = 30_u32),
        Period::Next90Days => t!(words, "period-next-days", count = 90_u32),
        Period::Last7Days => t!(words, "period-last-days", count = 7_u32),
        Period::Last30Days => t!(words, "period-last-days", count = 30_u32),
        Period::Last90Days => t!(words, "period-last-days", count = 90_u32),
    }
}
