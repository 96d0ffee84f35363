//! What a failure is called, and what to do about it.

use super::empty::hint;
use super::icon::Glyph;
use crate::api::ApiError;
use crate::i18n::Words;
use crate::t;
use portico_contract::problem::ProblemKind;
use yew::prelude::*;

/// What happened, and what was kept and what to do.
#[must_use]
pub fn failure_words(words: &Words, error: &ApiError) -> (String, String) {
    match error.kind() {
        None if *error == ApiError::Offline => (t!(words, "failure-offline"), t!(words, "failure-offline-text")),
        Some(ProblemKind::NotFound) => (t!(words, "failure-not-found"), t!(words, "failure-not-found-text")),
        Some(ProblemKind::Forbidden) => (t!(words, "failure-forbidden"), t!(words, "failure-forbidden-text")),
        Some(ProblemKind::NotSignedIn) => (t!(words, "failure-signed-out"), t!(words, "failure-signed-out-text")),
        Some(ProblemKind::WrongState | ProblemKind::Stale) => {
            (t!(words, "failure-changed"), t!(words, "failure-changed-text"))
        }
        Some(ProblemKind::TooManyRequests) => (t!(words, "failure-too-many"), t!(words, "failure-too-many-text")),
        Some(ProblemKind::Invalid) => (t!(words, "failure-invalid"), t!(words, "failure-invalid-text")),
        _ => (t!(words, "failure-server"), t!(words, "failure-server-text")),
    }
}

/// A failure beside what it happened to, read out at once.
pub fn failure(words: &Words, error: &ApiError) -> Html {
    let (title, text) = failure_words(words, error);
    failure_said(error, title, text)
}

/// The same in words of one's own.
pub fn failure_said(error: &ApiError, title: String, text: String) -> Html {
    let glyph = if *error == ApiError::Offline { Glyph::Off } else { Glyph::Warn };
    html! { <div role="alert">{ hint(glyph, "bad", html! { <><b>{ title }</b><span>{ text }</span></> }) }</div> }
}
