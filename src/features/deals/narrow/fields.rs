//! The fields of the sheet: some to tick, spans of days and amounts, countries.

use super::draft::{BY_DAYS, Draft, Mend};
use super::part::period_name;
use crate::i18n::Words;
use crate::parts::country_choices;
use crate::t;
use crate::ui::{Choice, Field, Glyph, Input, small_icon};
use portico_contract::country::Country;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::span::Period;
use yew::prelude::*;

/// What the fields of the sheet are made of.
pub(super) struct Fields<'a> {
    pub words: &'a Words,
    pub draft: &'a Draft,
    pub wrong: &'a [(String, Mend)],
}

impl Fields<'_> {
    fn field(&self, name: &str, label: String) -> Field {
        let mend = self.wrong.iter().find(|(field, _)| field == name).map(|(_, mend)| match mend {
            Mend::Day => t!(self.words, "mend-date"),
            Mend::Amount => t!(self.words, "filter-mend-amount"),
            Mend::Order => t!(self.words, "filter-mend-order"),
        });
        Field {
            id: format!("filter-{name}").into(),
            label: label.into(),
            value: self.draft.text(name).to_owned().into(),
            problem: mend.map(Into::into),
            ..Field::default()
        }
    }

    /// Some to tick: the name of each, its label and whether it is.
    pub(super) fn picks(&self, name: &str, label: String, choices: Vec<(String, String, bool)>) -> Html {
        if choices.is_empty() {
            return Html::default();
        }
        let pick = |(name, label, ticked): (String, String, bool)| {
            html! {
                <label class="choice" key={name.clone()}><input type="checkbox" {name} checked={ticked} /><span>{ label }</span></label>
            }
        };
        let picks = html! { <div class="picks">{ for choices.into_iter().map(pick) }</div> };
        self.field(name, label).group(picks)
    }

    /// A period by its name, or two days.
    pub(super) fn span(&self, name: &str, label: String, periods: &[Period]) -> Html {
        let words = self.words;
        let by_days = self.draft.text(name) == BY_DAYS;
        let mut choices: Vec<Choice> = vec![(AttrValue::from(""), t!(words, "filter-any-time").into())];
        choices.extend(periods.iter().map(|period| (period.name().into(), period_name(words, *period).into())));
        choices.push((BY_DAYS.into(), t!(words, "filter-by-days").into()));
        let day = |side: &str, label| {
            Field { input: Input::Date, ..self.field(&format!("{name}-{side}"), label) }.line(words)
        };
        html! {
            <>
                { self.field(name, label).select(words, &choices, false) }
                if by_days {
                    <div class="two">{ day("from", t!(words, "filter-from")) }{ day("until", t!(words, "filter-until")) }</div>
                }
            </>
        }
    }

    pub(super) fn value(&self, currencies: &[Choice]) -> Html {
        let words = self.words;
        let mut choices: Vec<Choice> = vec![(AttrValue::from(""), t!(words, "filter-any-currency").into())];
        choices.extend(currencies.iter().cloned());
        let some = !self.draft.text("currency").is_empty();
        let amount = |side: &str, label| {
            Field { input: Input::Decimal, ..self.field(&format!("value-{side}"), label) }.line(words)
        };
        html! {
            <>
                { self.field("currency", t!(words, "filter-value")).select(words, &choices, false) }
                if some {
                    <div class="two">{ amount("from", t!(words, "filter-from")) }{ amount("until", t!(words, "filter-until")) }</div>
                }
            </>
        }
    }

    pub(super) fn countries(&self, chosen: &DealFilter) -> Html {
        let words = self.words;
        let mut choices = country_choices(words);
        choices.retain(|(code, _)| chosen.country.iter().all(|country| country.code() != &**code));
        let gone = |country: &Country| {
            let name = words.country(*country);
            html! {
                <button type="button" class="chip" key={country.code().to_owned()} data-country={country.code().to_owned()} aria-label={t!(words, "filter-remove", filter = &name)}>
                    { &name }{ small_icon(Glyph::Close) }
                </button>
            }
        };
        html! {
            <>
                { self.field("country", t!(words, "country")).select(words, &choices, true) }
                if !chosen.country.is_empty() { <div class="picks">{ for chosen.country.iter().map(gone) }</div> }
            </>
        }
    }
}
