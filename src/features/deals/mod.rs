//! Deal registrations: the list, one deal, registering one.

mod act;
mod attach;
mod body;
mod comment;
mod detail;
mod facts;
mod filter;
mod form_of;
mod list;
mod margin;
mod model;
mod narrow;
mod pane;
mod receipt;
mod register;
mod rows;
mod story;

pub use detail::DealDetail;
pub use list::DealList;
pub use pane::DealPane;
pub use register::Register;
#[cfg(feature = "measure")]
pub use rows::RENDERED;
