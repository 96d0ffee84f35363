//! What is wrong with what was typed: everything at once, each with its field and how to mend it.

use super::draft::{Draft, field_of};
use super::words::problem_text;
use crate::i18n::{Words, today};
use portico_contract::deal::{CLAIM, DealContent, DealForm, Field};
use portico_contract::problem::{Code, FieldProblem};
use yew::prelude::*;

/// A mistake.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub field: String,
    pub text: AttrValue,
    /// It is only not there yet.
    pub missing: bool,
}

/// The deal that the draft makes, and all that stands between it and a registration: by the contract's own rules, and
/// by what the PRM said last.
pub(super) fn check(
    words: &Words,
    draft: &Draft,
    form: &DealForm,
    open: &[Field],
    refused: Option<(&[FieldProblem], &Draft)>,
) -> (DealContent, Vec<Found>) {
    let (content, mut problems) = draft.content(form, words.decimal_sign(), a_labels);
    let add = |problems: &mut Vec<FieldProblem>, more: Vec<FieldProblem>| {
        for one in more {
            if !problems.iter().any(|known| known.pointer.starts_with(&one.pointer)) {
                problems.push(one);
            }
        }
    };
    add(&mut problems, content.answer(form, today(), open).err().unwrap_or_default());
    if let Some((refused, sent)) = refused {
        let stands = |problem: &&FieldProblem| draft.is_as_in(sent, &field_of(&problem.pointer, &content));
        add(&mut problems, refused.iter().filter(stands).cloned().collect());
    }
    let found = |problem: &FieldProblem| Found {
        field: field_of(&problem.pointer, &content),
        text: problem_text(words, problem).into(),
        missing: problem.code == Code::Required,
    };
    let found = problems.iter().map(found).collect();
    (content, found)
}

/// A host name with its letters of other scripts turned into A-labels, by the browser's own rules.
fn a_labels(typed: &str) -> String {
    if typed.is_ascii() {
        return typed.to_owned();
    }
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    web_sys::Url::new(&address).map_or_else(|_| typed.to_owned(), |url| url.hostname())
}

/// The steps on a phone; at a desk all are in view.
pub(super) const STEPS: usize = 3;
/// The heading of each.
pub(super) const HEADS: [&str; STEPS] = ["part-customer", "part-contact", "part-deal"];

/// Whether a claim needs a field.
pub(super) fn is_claimed(field: &str) -> bool {
    CLAIM.iter().any(|pointer| pointer.trim_start_matches('/').replace('/', "-") == field)
}

/// In which step a field stands.
pub(super) fn step_of(field: &str) -> usize {
    match field.split('-').next() {
        Some("customer") if !matches!(field, "customer-duns" | "customer-industry") => 0,
        Some("products" | "quantity" | "amount") => 0,
        Some("contact") => 1,
        _ => 2,
    }
}

/// Whether a field belongs to what is folded away.
pub(super) fn is_more(field: &str) -> bool {
    matches!(field, "dealType" | "attribution" | "customer-duns" | "customer-industry")
        || field.starts_with("qualification")
}
