//! The library as the vendor's people see to it: files become assets, are said what they are, published and taken back.

mod add;
mod batch;
mod card;
mod csv;
mod dialogs;
mod draft;
mod edit;
mod fields;
mod manage;
mod table;
mod usage;

pub use add::AddAssets;
pub use edit::EditAsset;
pub use manage::{Manage, ManageProps};
#[cfg(feature = "measure")]
pub use usage::RENDERED;
pub use usage::Usage;
