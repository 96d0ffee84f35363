//! When the vendor answers: how soon, on which days, at which hours, and not on holidays.

use super::super::sheet::{Sheet, group, part};
use crate::i18n::Words;
use crate::t;
use crate::ui::{Choice, Field, Glyph, Input, icon, small_icon};
use chrono::NaiveDate;
use yew::prelude::*;

/// The field of a day that is not in the list yet.
pub(in super::super) const NEW_DAY: &str = "holiday-new";

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let hours = html! {
        <>
            { sheet.ticks("/answers/hours/days", t!(words, "answer-days"), None, &week(words)) }
            <div class="two">
                { sheet.line("/answers/hours/opens", t!(words, "answer-opens"), Input::Time) }
                { sheet.line("/answers/hours/closes", t!(words, "answer-closes"), Input::Time) }
            </div>
        </>
    };
    let within = sheet.text("/answers/withinMinutes").parse::<u32>().unwrap_or_default();
    let (whole, rest) = (within / 60, within % 60);
    let help = t!(words, "answer-within-help", hours = whole, minutes = rest);
    html! {
        <>
            { part(t!(words, "settings-within"), None, sheet.number("/answers/withinMinutes", t!(words, "answer-within"), help)) }
            { part(t!(words, "settings-hours"), Some(t!(words, "settings-hours-text")), hours) }
            { group(t!(words, "answer-holidays"), Some(t!(words, "answer-holidays-text")), holidays(sheet)) }
        </>
    }
}

/// The holidays in their order, each with its way out, and a field for one more.
fn holidays(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let place = "/answers/hours/holidays";
    let mut days: Vec<(String, usize)> =
        (0..sheet.len(place)).map(|index| (sheet.text(&format!("{place}/{index}")), index)).collect();
    days.sort();
    let chip = |(day, index): &(String, usize)| {
        let said = day.parse::<NaiveDate>().map_or_else(|_| day.clone(), |day| words.day(day));
        let drop = t!(words, "answer-holiday-drop", day = &said);
        html! {
            <li key={day.clone()}>
                <button type="button" class="chip" data-op={format!("drop:{place}/{index}")} title={drop.clone()}>
                    <span aria-hidden="true">{ &said }</span><span class="unseen">{ drop }</span>{ small_icon(Glyph::Close) }
                </button>
            </li>
        }
    };
    let new = Field {
        id: NEW_DAY.into(),
        label: t!(words, "answer-holiday-new").into(),
        input: Input::Date,
        ..Field::default()
    };
    let content = html! {
        <div class="stack">
            <ul class="row tight wrap">for day in &days { { chip(day) } }</ul>
            <div class="row wrap" style="align-items: end">
                { new.line(words) }
                <button type="button" class="button" data-op={format!("add-day:{place}")}>{ icon(Glyph::Plus) }{ t!(words, "answer-holiday-add") }</button>
            </div>
        </div>
    };
    sheet.field(place, t!(words, "answer-holidays")).group(content)
}

/// The days of the week, by the names that the rules have for them and by the person's.
pub(in super::super) fn week(words: &Words) -> [Choice; 7] {
    [
        ("Mon".into(), t!(words, "weekday-mon").into()),
        ("Tue".into(), t!(words, "weekday-tue").into()),
        ("Wed".into(), t!(words, "weekday-wed").into()),
        ("Thu".into(), t!(words, "weekday-thu").into()),
        ("Fri".into(), t!(words, "weekday-fri").into()),
        ("Sat".into(), t!(words, "weekday-sat").into()),
        ("Sun".into(), t!(words, "weekday-sun").into()),
    ]
}
