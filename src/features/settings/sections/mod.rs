//! The fields of each section.

pub(super) mod answers;
pub(super) mod approval;
pub(super) mod form;
pub(super) mod incentives;
pub(super) mod lists;
pub(super) mod registration;
pub(super) mod routing;
pub(super) mod stages;
mod templates;
