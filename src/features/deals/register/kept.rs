//! What was typed and not yet sent, kept in this tab against a reload or a crash. It is forgotten once it is saved.

use super::draft::Draft;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use serde_json::Value;
use yew::prelude::*;

fn name(account: &str, deal: Option<&str>) -> String {
    format!("portico.typed.{account}.{}", deal.unwrap_or("new"))
}

/// What was kept for a deal, or for a new one.
pub(super) fn find(account: &str, deal: Option<&str>) -> Option<Draft> {
    let storage = window().session_storage().ok().flatten()?;
    match serde_json::from_str(&storage.get_item(&name(account, deal)).ok().flatten()?).ok()? {
        Value::Object(fields) => Some(Draft(fields)),
        _ => None,
    }
}

fn keep(account: &str, deal: Option<&str>, draft: &Draft) {
    let Some(storage) = window().session_storage().ok().flatten() else { return };
    // A full storage keeps the last text that fitted; the page still has it all.
    let _ = storage.set_item(&name(account, deal), &Value::Object(draft.0.clone()).to_string());
}

pub(super) fn forget(account: &str, deal: Option<&str>) {
    if let Some(storage) = window().session_storage().ok().flatten() {
        // What is not there need not be removed.
        let _ = storage.remove_item(&name(account, deal));
    }
}

/// Keeps the draft while it is unsaved, and asks before the page is left.
#[hook]
pub(super) fn use_kept(account: &str, deal: Option<&str>, draft: &Draft, unsaved: bool) {
    let (account, deal) = (account.to_owned(), deal.map(str::to_owned));
    use_effect_with((draft.clone(), unsaved), move |(draft, unsaved)| {
        if *unsaved {
            keep(&account, deal.as_deref(), draft);
        }
    });
    use_effect_with(unsaved, |unsaved| {
        let guard = unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", options, Event::prevent_default)
        });
        move || drop(guard)
    });
}
