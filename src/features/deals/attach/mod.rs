//! Files on messages and people in them: brought while one writes, shown in what was written.

mod area;
mod bring;
mod dropping;
mod files;
mod mention;
mod picker;
mod rows;
mod shown;

pub(super) use area::area;
pub(super) use dropping::use_dropping;
pub(super) use files::use_files;
pub(super) use mention::mentioned;
pub(super) use picker::use_mentions;
pub(super) use rows::{choosers, rows};
pub(super) use shown::{Shown, marked};
