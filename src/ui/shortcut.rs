//! Single-key shortcuts. They rest while somebody types or a dialog is open, and can be turned off (WCAG 2.1.4).

use super::surroundings::use_surroundings;
use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Calls `act` when `key` is pressed alone.
#[hook]
pub fn use_shortcut(key: &'static str, act: Callback<()>) {
    let on = use_surroundings().shortcuts;
    use_effect_with((on, act), move |(on, act)| {
        let act = act.clone();
        let listening = on.then(|| {
            EventListener::new_with_options(
                &document(),
                "keydown",
                gloo::events::EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.repeat();
                    if alone && event.key().eq_ignore_ascii_case(key) && !is_busy() {
                        event.prevent_default();
                        act.emit(());
                    }
                },
            )
        });
        move || drop(listening)
    });
}

/// Somebody types, or a dialog is open.
fn is_busy() -> bool {
    let document = document();
    // A box that is ticked takes no letters.
    let types = document.active_element().is_some_and(|element: Element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && element.get_attribute("type").as_deref() != Some("checkbox")
    });
    types || document.query_selector("dialog[open]").ok().flatten().is_some()
}
