//! The pieces that pages are built of. They know no word of the trade; colours and spacing come from the tokens.

mod clock;
mod dialog;
mod empty;
mod failure;
mod field;
mod further;
mod icon;
mod page;
mod pressed;
mod problems;
mod remote_view;
mod reveal;
mod settled;
mod shortcut;
mod surroundings;
mod toast;
mod wide;

pub use clock::use_minute;
pub use dialog::Dialog;
pub use empty::{empty, hint, skeleton};
pub use failure::{failure, failure_said, failure_words};
pub use field::{Choice, Field, Input, NO_DAY, Typed, focus, focus_next, typed};
pub use further::{Paged, further, use_further};
pub use icon::{Glyph, icon, small_icon};
pub use page::{Back, Page, use_title};
pub use pressed::pressed;
pub use problems::{ErrorSummary, Mistake, said_of};
pub use remote_view::{Fetched, RemoteView};
pub use reveal::{reveal, use_pressed_revealed};
pub use settled::use_settled;
pub use shortcut::use_shortcut;
pub use surroundings::{Surroundings, use_surroundings};
pub use toast::{Toast, Toasts, ToastsHandle, use_toast, use_toasts};
pub use wide::use_wide;
