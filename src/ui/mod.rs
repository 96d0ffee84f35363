//! The pieces that pages are built of. They know no word of the trade; colours and spacing come from the tokens.

mod clock;
mod dialog;
mod empty;
mod failure;
mod field;
mod icon;
mod page;
mod problems;
mod remote_view;
mod select;
mod shortcut;
mod toast;
mod wide;

pub use clock::use_minute;
pub use dialog::Dialog;
pub use empty::Empty;
pub use failure::{failure_text, failure_title};
pub use field::{CheckBox, Field, Input, Segmented, TextArea, TextField, focus};
pub use icon::{Glyph, Icon};
pub use page::{Back, Page, Vendor};
pub use problems::{ErrorSummary, Mistake};
pub use remote_view::{RemoteView, Skeleton};
pub use select::{Select, SelectOption};
pub use shortcut::{ShortcutsOn, use_shortcut};
pub use toast::{Toast, Toasts, use_toast};
pub use wide::use_wide;
