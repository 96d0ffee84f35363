//! Which language: the one that was chosen, or the first of the browser's that the tenant has.

use crate::i18n::{Words, load};
use gloo::utils::{document_element, window};
use portico_contract::tenant::Tenant;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// English in strange letters, for tests: no tenant offers it.
const PSEUDO: &str = "en-XA";

/// The words of the person's language; none until they are there, then the old ones until new ones are.
#[hook]
pub(super) fn use_words_kept(chosen: Option<String>, tenant: Option<Tenant>) -> Option<Rc<Words>> {
    let words = use_state(|| None::<Rc<Words>>);
    let set = words.setter();
    use_effect_with((chosen, tenant), move |(chosen, tenant)| {
        if let Some(tenant) = tenant {
            let language = language(chosen.as_deref(), &tenant.locales);
            let terms: Vec<(String, String)> = tenant
                .terminology
                .iter()
                .filter_map(|(term, words)| {
                    Some((term.clone(), words.get(&language).or_else(|| words.get("en"))?.clone()))
                })
                .collect();
            spawn_local(async move {
                let words = load(&language, terms).await;
                let root = document_element();
                // Both are attributes of every element.
                let _ = root.set_attribute("lang", words.language());
                let _ = root.set_attribute("dir", words.direction());
                set.set(Some(words));
            });
        }
    });
    (*words).clone()
}

fn language(chosen: Option<&str>, offered: &[String]) -> String {
    let navigator = window().navigator().languages();
    let browser = navigator.iter().filter_map(|language| language.as_string());
    let wanted = chosen.map(str::to_owned).into_iter().chain(browser);
    pick(wanted, offered)
}

/// The first wanted language that is offered, with its region or without.
fn pick(wanted: impl Iterator<Item = String>, offered: &[String]) -> String {
    for tag in wanted {
        if tag == PSEUDO || offered.contains(&tag) {
            return tag;
        }
        let base = tag.split('-').next().unwrap_or_default();
        if let Some(found) = offered.iter().find(|one| one.as_str() == base) {
            return found.clone();
        }
    }
    offered.first().cloned().unwrap_or_else(|| "en".to_owned())
}

#[cfg(test)]
mod tests {
    use super::pick;

    #[test]
    fn the_first_language_that_both_have() {
        let offered = ["en".to_owned(), "de".to_owned()];
        let pick = |wanted: &[&str]| pick(wanted.iter().map(|tag| (*tag).to_owned()), &offered);
        assert_eq!(pick(&["fr", "de-AT", "en"]), "de");
        assert_eq!(pick(&["en-GB"]), "en");
        assert_eq!(pick(&["fr"]), "en", "the tenant's preset");
        assert_eq!(pick(&["en-XA"]), "en-XA");
    }
}
