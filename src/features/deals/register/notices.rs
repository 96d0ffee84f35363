//! What is said above the fields: that something was kept, what the vendor asked, what went wrong.

use crate::api::ApiError;
use crate::i18n::Words;
use crate::t;
use crate::ui::{Glyph, failure_said, failure_words, hint};
use portico_contract::deal::Deal;
use portico_contract::problem::ProblemKind;
use yew::prelude::*;

/// What was typed before a reload is here again.
pub(super) fn restored(words: &Words, start_over: Callback<MouseEvent>) -> Html {
    let over = html! {
        <>
            <span>{ t!(words, "typed-kept") }</span>
            <div><button type="button" class="button small" onclick={start_over}>{ t!(words, "start-over") }</button></div>
        </>
    };
    html! { <div role="status" key="restored">{ hint(Glyph::Check, "info", over) }</div> }
}

/// What the vendor wants to know.
pub(super) fn asked(words: &Words, deal: Option<&Deal>) -> Html {
    let asked = deal.and_then(|deal| deal.reason.as_ref()?.comment.clone());
    hint(Glyph::Warn, "", html! { <><b>{ t!(words, "hint-asked") }</b><span class="pre">{ asked }</span></> })
}

/// Whose place is kept, and until when.
pub(super) fn claimed(words: &Words, deal: &Deal) -> Html {
    let name = deal.customer.name.as_deref().unwrap_or_default();
    let day = deal.complete_by.map(|day| words.day(day)).unwrap_or_default();
    hint(Glyph::Seal, "info", t!(words, "claim-kept", name = name, day = &day).into())
}

/// Why it did not arrive. Where somebody else changed the deal meanwhile, theirs is fetched or this is sent on top of it.
pub(super) fn trouble(
    words: &Words,
    error: &ApiError,
    take_theirs: Callback<MouseEvent>,
    keep_mine: Callback<MouseEvent>,
) -> Html {
    let (title, text) = match error.kind() {
        Some(ProblemKind::Stale) => (t!(words, "failure-changed"), t!(words, "form-changed")),
        Some(ProblemKind::KeyReused) => (t!(words, "form-arrived"), t!(words, "form-arrived-text")),
        _ => failure_words(words, error),
    };
    html! {
        <div class="stack tight" key="trouble">
            { failure_said(error, title, text) }
            <p class="quiet">{ t!(words, "typed-still-here") }</p>
            if error.kind() == Some(ProblemKind::Stale) {
                <div class="row tight wrap">
                    <button type="button" class="button small" onclick={take_theirs}>{ t!(words, "take-theirs") }</button>
                    <button type="button" class="button small" onclick={keep_mine}>{ t!(words, "keep-mine") }</button>
                </div>
            }
        </div>
    }
}
