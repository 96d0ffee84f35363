//! Deal registrations: the list, one deal, registering one.

mod act;
mod attach;
mod board;
mod body;
mod comment;
mod detail;
mod facts;
mod form_of;
mod list;
mod margin;
mod model;
mod narrow;
mod notice;
mod pane;
mod pick;
mod receipt;
mod register;
mod rows;
mod story;
mod table;

pub use board::{BoardPane, BoardPaneProps};
pub use detail::DealDetail;
pub use list::DealList;
pub use pane::DealPane;
pub use register::Register;
#[cfg(feature = "measure")]
pub use rows::RENDERED;
