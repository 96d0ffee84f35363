//! What a failure is called, and what to do about it.

use crate::api::ApiError;
use crate::i18n::Words;
use crate::t;
use portico_contract::problem::ProblemKind;

/// What happened, in a few words.
#[must_use]
pub fn failure_title(words: &Words, error: &ApiError) -> String {
    match error.kind() {
        None if *error == ApiError::Offline => t!(words, "failure-offline"),
        Some(ProblemKind::NotFound) => t!(words, "failure-not-found"),
        Some(ProblemKind::Forbidden) => t!(words, "failure-forbidden"),
        Some(ProblemKind::NotSignedIn) => t!(words, "failure-signed-out"),
        Some(ProblemKind::WrongState | ProblemKind::Stale) => t!(words, "failure-changed"),
        Some(ProblemKind::TooManyRequests) => t!(words, "failure-too-many"),
        Some(ProblemKind::Invalid) => t!(words, "failure-invalid"),
        _ => t!(words, "failure-server"),
    }
}

/// What was kept and what to do.
#[must_use]
pub fn failure_text(words: &Words, error: &ApiError) -> String {
    match error.kind() {
        None if *error == ApiError::Offline => t!(words, "failure-offline-text"),
        Some(ProblemKind::NotFound) => t!(words, "failure-not-found-text"),
        Some(ProblemKind::Forbidden) => t!(words, "failure-forbidden-text"),
        Some(ProblemKind::NotSignedIn) => t!(words, "failure-signed-out-text"),
        Some(ProblemKind::WrongState | ProblemKind::Stale) => t!(words, "failure-changed-text"),
        Some(ProblemKind::TooManyRequests) => t!(words, "failure-too-many-text"),
        Some(ProblemKind::Invalid) => t!(words, "failure-invalid-text"),
        _ => t!(words, "failure-server-text"),
    }
}
