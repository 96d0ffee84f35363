//! When the vendor answers: how soon, on which days, at which hours, and not on holidays.

use super::super::sheet::{Sheet, part};
use crate::i18n::Words;
use crate::t;
use crate::ui::{Choice, Input};
use yew::prelude::*;

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
    let holidays = sheet.list(
        "/answers/hours/holidays",
        t!(words, "answer-holidays"),
        (t!(words, "answer-holiday-add"), "add-day"),
        |place, index| sheet.line(place, t!(words, "answer-holiday", number = index + 1), Input::Date),
    );
    html! {
        <>
            { part(t!(words, "settings-within"), None, sheet.number("/answers/withinMinutes", t!(words, "answer-within"), help)) }
            { part(t!(words, "settings-hours"), Some(t!(words, "settings-hours-text")), hours) }
            { part(t!(words, "answer-holidays"), Some(t!(words, "answer-holidays-text")), holidays) }
        </>
    }
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
