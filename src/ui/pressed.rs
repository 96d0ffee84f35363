//! One listener for many buttons: which of them was pressed.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The value of an attribute of what was pressed, or of the nearest around it that has one.
#[must_use]
pub fn pressed(event: &MouseEvent, attribute: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}
