//! What is kept on this device for whoever uses it: through a closed tab and an empty battery, until they sign out.

use gloo::utils::window;
use web_sys::Storage;

const PREFIX: &str = "portico.own.";

/// None where the browser keeps nothing, as in some private windows.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under a name.
#[must_use]
pub fn find(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps a text under a name.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps the last text that fitted; the page still has it all.
        let _ = storage.set_item(&format!("{PREFIX}{name}"), text);
    }
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        // What is not there need not be removed.
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}

/// Forgets all of it.
pub(super) fn forget_all() {
    let Some(storage) = storage() else { return };
    let names = (0..storage.length().unwrap_or_default()).filter_map(|place| storage.key(place).ok().flatten());
    for name in names.filter(|name| name.starts_with(PREFIX)).collect::<Vec<_>>() {
        // It was there just now.
        let _ = storage.remove_item(&name);
    }
}
