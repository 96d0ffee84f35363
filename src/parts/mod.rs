//! Pieces that know the trade and serve several features.

mod badge;
mod form;
mod person;

pub use badge::{ReviewBadge, SlaBadge, StageBadge, review_name};
pub use form::{Form, use_form};
pub use person::{Avatar, initials};
