//! What is kept on this device for whoever uses it: through a closed tab and an empty battery, until they sign out.

use gloo::utils::window;
use web_sys::Storage;

const PREFIX: &str = "portico.own.";

fn key(account: &str, name: &str) -> String {
    format!("{PREFIX}{account}.{name}")
}

/// None where the browser keeps nothing, as in some private windows.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept for an account under a name.
#[must_use]
pub fn find(account: &str, name: &str) -> Option<String> {
    storage()?.get_item(&key(account, name)).ok().flatten()
}

/// Keeps a text for an account under a name.
pub fn keep(account: &str, name: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps the last text that fitted; the page still has it all.
        let _ = storage.set_item(&key(account, name), text);
    }
}

/// Forgets what was kept for an account under a name.
pub fn forget(account: &str, name: &str) {
    if let Some(storage) = storage() {
        // What is not there need not be removed.
        let _ = storage.remove_item(&key(account, name));
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
