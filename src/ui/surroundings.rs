//! What the pieces need of what is around them.

use super::toast::Toast;
use yew::prelude::*;

/// Set once, by the app.
#[derive(Clone, Default, PartialEq)]
pub struct Surroundings {
    /// The person wants single-key shortcuts.
    pub shortcuts: bool,
    /// Whose portal it is: behind the page's name in the window's title.
    pub vendor: AttrValue,
    /// Shows a notice.
    pub toast: Callback<Toast>,
    /// Stands at the end of every page's head that leads to no page before.
    pub corner: Html,
}

/// What is around this piece.
#[hook]
pub fn use_surroundings() -> Surroundings {
    use_context::<Surroundings>().unwrap_or_default()
}
