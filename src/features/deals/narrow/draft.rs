//! A filter while it is put together: what is ticked and typed, and the filter that it makes.

use super::super::register::{plain_amount, typed_amount};
use crate::ui::NO_DAY;
use chrono::NaiveDate;
use portico_contract::country::Country;
use portico_contract::deal::Review;
use portico_contract::deal::filter::{Amounts, DealFilter};
use portico_contract::deal::span::Span;
use portico_contract::money::{Currency, Money};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;

/// The choice of a span that is given by its days.
pub(super) const BY_DAYS: &str = "days";

/// What is ticked is in the filter already; texts are by the name of their field.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub filter: DealFilter,
    texts: BTreeMap<String, String>,
}

pub(super) enum Edit {
    Text(String, String),
    Tick(String, bool),
    /// A country is taken out again.
    Leave(Country),
    Clear,
}

/// Why a draft is no filter, by the field to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mend {
    Day,
    Amount,
    Order,
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut draft = (*self).clone();
        match edit {
            Edit::Text(field, code) if field == "filter-country" => {
                let country = Country::parse(&code).ok().filter(|country| !draft.filter.country.contains(country));
                draft.filter.country.extend(country);
            }
            Edit::Text(field, text) => drop(draft.texts.insert(field.trim_start_matches("filter-").to_owned(), text)),
            Edit::Tick(field, ticked) => draft.tick(&field, ticked),
            Edit::Leave(country) => draft.filter.country.retain(|known| *known != country),
            Edit::Clear => {
                draft = Self { filter: DealFilter { q: draft.filter.q, ..DealFilter::default() }, ..Self::default() };
            }
        }
        Rc::new(draft)
    }
}

impl Draft {
    /// As a filter stands.
    pub(super) fn of(filter: &DealFilter, decimal: char) -> Self {
        let mut texts = BTreeMap::new();
        let mut put = |name: String, text: String| drop(texts.insert(name, text));
        for (name, span) in [("closes", filter.closes), ("registered", filter.registered)] {
            match span {
                Some(Span::Named(period)) => put(name.to_owned(), period.name().to_owned()),
                Some(Span::Days { from, until }) => {
                    put(name.to_owned(), BY_DAYS.to_owned());
                    put(format!("{name}-from"), from.map(|day| day.to_string()).unwrap_or_default());
                    put(format!("{name}-until"), until.map(|day| day.to_string()).unwrap_or_default());
                }
                None => {}
            }
        }
        put("currency".to_owned(), filter.currency.map(String::from).unwrap_or_default());
        let typed = |money: Option<Money>| money.map(|money| typed_amount(money, decimal)).unwrap_or_default();
        put("value-from".to_owned(), typed(filter.value.from));
        put("value-until".to_owned(), typed(filter.value.until));
        Self { filter: filter.clone(), texts }
    }

    /// A text as it was typed.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    fn tick(&mut self, field: &str, ticked: bool) {
        fn turn<T: PartialEq>(values: &mut Vec<T>, value: Option<T>, ticked: bool) {
            let Some(value) = value else { return };
            values.retain(|known| *known != value);
            values.extend(ticked.then_some(value));
        }
        let Some((kind, id)) = field.split_once(':') else { return };
        let filter = &mut self.filter;
        match kind {
            "review" => turn(&mut filter.review, Review::parse(id), ticked),
            "stage" => turn(&mut filter.stage_id, Some(id.to_owned()), ticked),
            "product" => turn(&mut filter.product, Some(id.to_owned()), ticked),
            "owner" => turn(&mut filter.owner, Some(id.to_owned()), ticked),
            "handler" => turn(&mut filter.handler, Some(id.to_owned()), ticked),
            "organisation" => turn(&mut filter.organisation, Some(id.to_owned()), ticked),
            _ => {}
        }
    }

    /// The filter, or the fields to mend.
    pub(super) fn filter(&self, decimal: char) -> Result<DealFilter, Vec<(String, Mend)>> {
        let mut wrong = Vec::new();
        let closes = self.span("closes", &mut wrong);
        let registered = self.span("registered", &mut wrong);
        let currency = Currency::parse(self.text("currency")).ok();
        let mut amount = |name: &str| {
            let typed = self.text(name).trim();
            let money = Money::parse(&plain_amount(typed, decimal), currency.filter(|_| !typed.is_empty())?);
            money.map_err(|_| wrong.push((name.to_owned(), Mend::Amount))).ok()
        };
        let value = Amounts { from: amount("value-from"), until: amount("value-until") };
        if value.from.zip(value.until).is_some_and(|(from, until)| from.minor() > until.minor()) {
            wrong.push(("value-until".to_owned(), Mend::Order));
        }
        let filter = DealFilter { closes, registered, currency, value, ..self.filter.clone() };
        if wrong.is_empty() { Ok(filter) } else { Err(wrong) }
    }

    fn span(&self, name: &str, wrong: &mut Vec<(String, Mend)>) -> Option<Span> {
        if self.text(name) != BY_DAYS {
            return Span::parse(self.text(name));
        }
        let mut day = |side: &str| -> Option<NaiveDate> {
            let field = format!("{name}-{side}");
            match self.text(&field) {
                "" => None,
                NO_DAY => {
                    wrong.push((field, Mend::Day));
                    None
                }
                text => text.parse().map_err(|_| wrong.push((field, Mend::Day))).ok(),
            }
        };
        let (from, until) = (day("from"), day("until"));
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            wrong.push((format!("{name}-until"), Mend::Order));
        }
        Span::between(from, until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(edits: Vec<Edit>) -> Draft {
        (*edits.into_iter().fold(Rc::new(Draft::default()), Reducible::reduce)).clone()
    }

    fn text(field: &str, text: &str) -> Edit {
        Edit::Text(format!("filter-{field}"), text.to_owned())
    }

    fn said(edits: Vec<Edit>) -> String {
        let pairs = after(edits).filter(',').unwrap().pairs();
        pairs.into_iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn what_is_ticked_and_typed_is_the_filter() {
        let tick = |field: &str, ticked| Edit::Tick(field.to_owned(), ticked);
        assert_eq!(
            said(vec![tick("review:draft", true), tick("review:approved", true), tick("review:draft", false)]),
            "review=approved"
        );
        assert_eq!(
            said(vec![tick("owner:a:b", true), text("country", "DE"), text("country", "DE")]),
            "owner=a:b&country=DE"
        );
        assert_eq!(said(vec![text("closes", "this-month")]), "closes=this-month");
        let days = vec![text("closes", BY_DAYS), text("closes-from", "2026-11-01"), text("closes-until", "")];
        assert_eq!(said(days), "closes=2026-11-01..");
        let value = vec![text("currency", "EUR"), text("value-from", "20.000"), text("value-until", "50000,5")];
        assert_eq!(said(value), "currency=EUR&value=20000.00..50000.50");
        assert_eq!(said(vec![text("value-from", "5")]), "", "an amount of no currency is none");
        assert_eq!(said(vec![tick("stage:won", true), Edit::Clear]), "");
    }

    #[test]
    fn what_cannot_be_meant_is_named_by_its_field() {
        let wrong = |edits| after(edits).filter(',').unwrap_err();
        let days = vec![
            text("registered", BY_DAYS),
            text("registered-from", "2026-11-02"),
            text("registered-until", "2026-11-01"),
        ];
        assert_eq!(wrong(days), [("registered-until".to_owned(), Mend::Order)]);
        assert_eq!(
            wrong(vec![text("closes", BY_DAYS), text("closes-from", NO_DAY)]),
            [("closes-from".to_owned(), Mend::Day)]
        );
        let value = vec![text("currency", "EUR"), text("value-from", "much"), text("value-until", "5")];
        assert_eq!(wrong(value), [("value-from".to_owned(), Mend::Amount)]);
        let value = vec![text("currency", "EUR"), text("value-from", "6"), text("value-until", "5")];
        assert_eq!(wrong(value), [("value-until".to_owned(), Mend::Order)]);
    }

    #[test]
    fn a_filter_is_read_out_of_its_draft() {
        for query in [
            "closes=2026-11-01..2026-11-30&currency=EUR&value=1000.50..2000.00",
            "registered=last-30-days&country=DE,AT",
            "closes=..2026-11-30",
        ] {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let filter =
                DealFilter::take(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()).unwrap().0;
            assert_eq!(Draft::of(&filter, ',').filter(','), Ok(filter), "{query}");
        }
    }
}
