//! How long claims and windows last, and when partners learn of conflicts.

use super::super::sheet::{Sheet, part};
use crate::t;
use crate::ui::{Choice, Field};
use portico_contract::programme::Told;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let told: Vec<Choice> = Told::ALL
        .into_iter()
        .map(|told| {
            let said = match told {
                Told::WhileTyping => t!(words, "told-while-typing"),
                Told::AtSubmission => t!(words, "told-at-submission"),
                Told::Never => t!(words, "told-never"),
            };
            (told.name().into(), said.into())
        })
        .collect();
    let lasting = html! {
        <div class="two">
            { sheet.number("/registration/claimDays", t!(words, "claim-days"), t!(words, "claim-days-help")) }
            { sheet.number("/registration/protectionDays", t!(words, "protection-days"), t!(words, "protection-days-help")) }
            { sheet.number("/registration/extensionDays", t!(words, "extension-days-preset"), t!(words, "extension-days-preset-help")) }
            { sheet.number("/registration/extensions", t!(words, "extensions-most"), t!(words, "extensions-most-help")) }
        </div>
    };
    let when = Field {
        help: Some(t!(words, "conflict-when-help").into()),
        ..sheet.field("/registration/conflictCheck/when", t!(words, "conflict-when"))
    };
    let conflicts = html! {
        <>
            { when.segmented(&told) }
            { sheet.number("/registration/conflictCheck/perDay", t!(words, "conflict-per-day"), t!(words, "conflict-per-day-help")) }
        </>
    };
    html! {
        <>
            { part(t!(words, "settings-windows"), None, lasting) }
            { part(t!(words, "settings-conflicts"), None, conflicts) }
        </>
    }
}
