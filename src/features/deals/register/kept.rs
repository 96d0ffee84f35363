//! What was typed and not yet sent, kept on this device against a closed tab, a crash or an empty battery. It is
//! forgotten once it is saved.

use super::draft::Draft;
use crate::session::device;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use serde_json::Value;
use yew::prelude::*;

/// Under which name it is kept.
fn name(deal: Option<&str>) -> String {
    format!("typed.{}", deal.unwrap_or("new"))
}

/// What was kept for a deal, or for a new one.
pub(super) fn find(account: &str, deal: Option<&str>) -> Option<Draft> {
    match serde_json::from_str(&device::find(account, &name(deal))?).ok()? {
        Value::Object(fields) => Some(Draft(fields)),
        _ => None,
    }
}

pub(super) fn forget(account: &str, deal: Option<&str>) {
    device::forget(account, &name(deal));
}

/// Keeps the draft while it is unsaved, and asks before the page is left.
#[hook]
pub(super) fn use_kept(account: &str, deal: Option<&str>, draft: &Draft, unsaved: bool) {
    let place = (account.to_owned(), name(deal));
    let opened = use_mut_ref(|| true);
    use_effect_with((place, draft.clone(), unsaved), move |((account, name), draft, unsaved)| {
        let opened = std::mem::take(&mut *opened.borrow_mut());
        if *unsaved {
            device::keep(account, name, &Value::Object(draft.0.clone()).to_string());
        } else if !opened {
            device::forget(account, name);
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
