//! The fields of each section.

pub(super) mod answers;
pub(super) mod approval;
pub(super) mod form;
pub(super) mod house;
pub(super) mod incentives;
pub(super) mod lists;
pub(super) mod registration;
pub(super) mod routing;
pub(super) mod stages;
mod templates;

use crate::ui::Choice;

/// The choices of what is so or not.
fn either(yes: String, no: String) -> [Choice; 2] {
    [("true".into(), yes.into()), ("false".into(), no.into())]
}
