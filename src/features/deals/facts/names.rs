//! What the choices of a deal are called: the same words in its form and on its page.

use crate::i18n::Words;
use crate::t;
use portico_contract::deal::content::{AnswerKind, Attribution, VendorContact};

/// Yes or no.
pub(super) fn yes_or_no(words: &Words, yes: bool) -> String {
    if yes { t!(words, "yes") } else { t!(words, "no") }
}

/// What a question of the qualification is called.
pub fn question_name(words: &Words, question: &str) -> String {
    match question {
        "budget" => t!(words, "question-budget"),
        "authority" => t!(words, "question-authority"),
        "need" => t!(words, "question-need"),
        _ => t!(words, "question-timeline"),
    }
}

/// What an answer is called.
pub fn answer_name(words: &Words, answer: AnswerKind) -> String {
    match answer {
        AnswerKind::Unknown => t!(words, "answer-unknown"),
        AnswerKind::No => t!(words, "no"),
        AnswerKind::Yes => t!(words, "yes"),
    }
}

/// What the partner's part is called.
pub fn attribution(words: &Words, attribution: Attribution) -> String {
    match attribution {
        Attribution::Sourced => t!(words, "attribution-sourced"),
        Attribution::Influenced => t!(words, "attribution-influenced"),
    }
}

/// Whether the vendor may get in touch, in words.
pub fn vendor_contact(words: &Words, contact: VendorContact) -> String {
    match contact {
        VendorContact::No => t!(words, "vendor-contact-no"),
        VendorContact::AskFirst => t!(words, "vendor-contact-ask"),
        VendorContact::Yes => t!(words, "vendor-contact-yes"),
    }
}
