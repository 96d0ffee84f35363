//! How each mistake is mended, in words.

use crate::i18n::Words;
use crate::t;
use portico_contract::problem::{Code, FieldProblem};

/// What to do about a mistake.
pub fn problem_text(words: &Words, problem: &FieldProblem) -> String {
    let limit = problem.limit.unwrap_or_default();
    match (problem.pointer.as_str(), problem.code) {
        ("/customer/name", Code::Required) => t!(words, "mend-customer-name"),
        ("/customer/website", Code::Required) => t!(words, "mend-website"),
        ("/customer/website", Code::NoEnding) => t!(words, "mend-website-ending"),
        ("/customer/website", _) => t!(words, "mend-website-form"),
        ("/customer/country", _) => t!(words, "mend-country"),
        ("/customer/duns", _) => t!(words, "mend-duns"),
        ("/contact/name", Code::Required) => t!(words, "mend-contact-name"),
        ("/contact/email", Code::Required) => t!(words, "mend-email"),
        ("/contact/email", Code::NoEnding) => t!(words, "mend-email-ending"),
        ("/contact/email", _) => t!(words, "mend-email-form"),
        ("/contact/phone", Code::NoCountryCode) => t!(words, "mend-phone-country"),
        ("/contact/phone", _) => t!(words, "mend-phone-form"),
        ("/contact/consent", _) => t!(words, "mend-consent"),
        (products, Code::OutOfRange) if products.ends_with("/quantity") => t!(words, "mend-quantity", count = limit),
        ("/products", _) => t!(words, "mend-products"),
        ("/value" | "/value/amount", Code::Required | Code::OutOfRange) => t!(words, "mend-value"),
        (day, Code::BadForm) if day == "/closeDate" || day.starts_with("/custom/") => t!(words, "mend-date"),
        ("/closeDate", Code::InPast) => t!(words, "mend-close-date-past"),
        ("/closeDate", _) => t!(words, "mend-close-date"),
        ("/need", Code::Required | Code::TooShort) => t!(words, "mend-need", count = limit.max(20)),
        ("/comment", Code::Required) => t!(words, "mend-comment"),
        ("/reasonCode", _) => t!(words, "mend-reason"),
        ("/fields", _) => t!(words, "mend-fields"),
        ("/owner" | "/to", _) => t!(words, "mend-owner"),
        ("/stage", _) => t!(words, "mend-stage"),
        ("/kind", _) => t!(words, "mend-kind"),
        ("/protectionDays" | "/days", _) => t!(words, "mend-days", count = limit.max(730)),
        (file, Code::NotInList) if file.starts_with("/attachments") => t!(words, "mend-attachment"),
        (person, Code::NotInList) if person.starts_with("/mentions") => t!(words, "mend-mention"),
        (_, Code::NotDecimal) => t!(words, "mend-amount"),
        (_, Code::TooPrecise) => t!(words, "mend-decimals"),
        (_, Code::SumMismatch) => t!(words, "mend-sum"),
        (_, Code::CurrencyMismatch) => t!(words, "mend-currency"),
        (_, Code::TooLong) => t!(words, "mend-too-long", count = limit),
        (_, Code::OutOfRange) => t!(words, "mend-range", count = limit),
        (_, Code::Required) => t!(words, "mend-required"),
        (_, Code::BadCharacter) => t!(words, "mend-character"),
        (_, Code::Locked) => t!(words, "mend-locked"),
        _ => t!(words, "mend-other"),
    }
}
