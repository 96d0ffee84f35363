//! What is wrong with the rules, in words, beside the field that mends it.

use super::draft::{STAGES, plain};
use crate::i18n::Words;
use crate::t;
use crate::ui::Mistake;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::programme::Rules;
use portico_contract::read::Reader;
use serde_json::Value;

/// What the contract finds wrong with the rules, by the places of their fields.
pub(super) fn check(rules: &Value, locales: &[String]) -> Vec<FieldProblem> {
    let mut reader = Reader::default();
    reader.object(&plain(rules), "", |o| Rules::read(o, locales));
    reader.into_problems()
}

/// The place of a problem that the server found.
pub(super) fn place(problem: &FieldProblem) -> &str {
    problem.pointer.strip_prefix("/rules").unwrap_or(&problem.pointer)
}

/// How a mistake is mended.
pub(super) fn mistake(words: &Words, problem: &FieldProblem) -> Mistake {
    let place = place(problem);
    let limit = problem.limit.unwrap_or_default();
    let name = place.rsplit('/').next().unwrap_or_default();
    // What is wrong with one of several ticks is told of all of them.
    let ticks = place.rsplit_once('/').filter(|(list, _)| list.rsplit('/').nth(1) == Some("when"));
    let place = ticks.map_or(place, |(list, _)| list);
    let text = match (name, problem.code) {
        (_, Code::Required) if place.contains("/name/") || place.contains("/label/") => t!(words, "settings-mend-name"),
        (_, Code::Required) if place == STAGES => t!(words, "settings-mend-stages"),
        ("website", Code::Required) => t!(words, "settings-mend-known-by"),
        ("website", Code::BadForm) => t!(words, "mend-website-form"),
        ("closes", Code::OutOfRange) => t!(words, "settings-mend-closes"),
        ("max", Code::OutOfRange) => t!(words, "settings-mend-max"),
        ("points" | "most", Code::OutOfRange) => t!(words, "settings-mend-points"),
        ("points" | "most", Code::NotDecimal | Code::TooPrecise) => t!(words, "settings-mend-decimal"),
        (_, Code::NotInList) if ticks.is_some() => t!(words, "settings-mend-gone"),
        ("opens" | "closes", _) => t!(words, "settings-mend-time"),
        (_, Code::Required) => t!(words, "mend-required"),
        (_, Code::NotInList) if place.contains("/body/") => t!(words, "settings-mend-placeholder"),
        (_, Code::NotInList) if place.ends_with("/to") || place.contains("/steps/") => t!(words, "mend-owner"),
        ("below", Code::OutOfRange) => t!(words, "settings-mend-below"),
        (_, Code::NotDecimal) => t!(words, "mend-amount"),
        (_, Code::WrongType) => t!(words, "settings-mend-number"),
        (_, Code::OutOfRange) => t!(words, "settings-mend-range", detail = problem.detail.as_str()),
        (_, Code::TooLong) => t!(words, "mend-too-long", count = limit),
        (_, Code::TooMany) => t!(words, "settings-mend-many", count = limit),
        (_, Code::Repeated) => t!(words, "settings-mend-repeated"),
        _ if place.starts_with("/form/currencies") => t!(words, "settings-mend-currency"),
        _ if place.starts_with("/answers/hours/holidays") => t!(words, "mend-date"),
        _ => t!(words, "mend-other"),
    };
    (place.to_owned().into(), text.into())
}
