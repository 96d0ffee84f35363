//! One order for many deals: the dialog that sends it in portions, and says how far it came and what was not done.

mod batch;
mod dialog;

pub use dialog::ManyDialog;

/// The ids of those that were done, where others are left.
pub fn done_of(deals: &[(String, String)], left: &[String]) -> Vec<String> {
    deals.iter().map(|(id, _)| id).filter(|id| !left.contains(id)).cloned().collect()
}
