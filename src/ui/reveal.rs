//! What was chosen, in view.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Scrolls what `selector` finds below `around` into view, by as little as that takes.
pub fn reveal(around: &NodeRef, selector: &str) {
    let found = around.cast::<Element>().and_then(|around| around.query_selector(selector).ok().flatten());
    if let Some(found) = found {
        let least = ScrollIntoViewOptions::new();
        least.set_block(ScrollLogicalPosition::Nearest);
        least.set_inline(ScrollLogicalPosition::Nearest);
        found.scroll_into_view_with_scroll_into_view_options(&least);
    }
}

/// Scrolls the pressed one of some buttons into view, at first and whenever it is another.
#[hook]
pub fn use_pressed_revealed<T: PartialEq + 'static>(pressed: T) -> NodeRef {
    let around = use_node_ref();
    use_effect_with((pressed, around.clone()), |(_, around)| reveal(around, "[aria-pressed=true]"));
    around
}
