//! How a margin came to be what it is.

use super::why;
use crate::i18n::{Words, use_words};
use crate::parts::margin_text;
use crate::t;
use crate::ui::{Glyph, small_icon};
use portico_contract::deal::incentive::{IncentiveEntry, Why};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HistoryProps {
    pub history: Vec<IncentiveEntry>,
}

/// Each time that it was counted to be something else, with why, behind a disclosure; made once that is opened.
#[component]
pub(super) fn History(props: &HistoryProps) -> Html {
    let words = use_words();
    let open = use_state_eq(|| false);
    let ontoggle = use_callback(open.setter(), |event: Event, open| {
        let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    });
    html! {
        <details {ontoggle}>
            <summary class="row between">
                <span>{ t!(words, "margin-history", count = props.history.len()) }</span>{ small_icon(Glyph::Down) }
            </summary>
            if *open { <ol class="timeline" style="margin-block-start: var(--space-3)">for entry in &props.history { { shown(&words, entry) } }</ol> }
        </details>
    }
}

fn shown(words: &Words, entry: &IncentiveEntry) -> Html {
    html! {
        <li key={entry.at.timestamp_millis().to_string()}>
            <div class="stack tight">
                <div class="row between wrap">
                    <span>{ why_text(words, entry.why) }</span>
                    <span class="amount">{ margin_text(words, entry.margin.total, entry.margin.amount) }</span>
                </div>
                <small>{ words.moment(entry.at) }{ " · " }{ t!(words, "margin-version", number = entry.rules_version) }</small>
                { why(words, &entry.margin) }
            </div>
        </li>
    }
}

fn why_text(words: &Words, why: Why) -> String {
    match why {
        Why::Submitted => t!(words, "margin-why-submitted"),
        Why::Approved => t!(words, "margin-why-approved"),
        Why::Won => t!(words, "margin-why-won"),
        Why::Reverted => t!(words, "margin-why-reverted"),
        Why::DealChanged => t!(words, "margin-why-deal"),
        Why::RulesChanged => t!(words, "margin-why-rules"),
        Why::PartnerChanged => t!(words, "margin-why-partner"),
    }
}
