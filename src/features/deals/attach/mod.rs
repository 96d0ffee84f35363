//! People in messages, and files on them as they are shown.

mod area;
mod mention;
mod picker;
mod shown;

pub(super) use area::area;
pub(super) use mention::mentioned;
pub(super) use picker::use_mentions;
pub(super) use shown::{Shown, marked};
