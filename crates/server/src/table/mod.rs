//! Deals as a table: what a file of rows is read from and written to. No HTTP and no store.

mod columns;
mod decode;
mod guess;
mod numbers;
mod reading;
mod values;
mod why;
mod writing;

pub use columns::{Column, Sheet};
pub(crate) use guess::{guessed, header_key};
pub(crate) use numbers::{two_dates, two_numbers};
pub use reading::{NoTable, Table, TableRow};
pub(crate) use values::body;
pub(crate) use writing::Writing;
