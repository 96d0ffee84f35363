//! What a list is narrowed to, as the address of its page says it: links lead to it, and going back finds it again.

use super::{push, show_address};
use gloo::events::EventListener;
use gloo::utils::window;
use portico_contract::parameters::Pairs;
use web_sys::UrlSearchParams;
use yew::prelude::*;

/// What the query of an address says.
pub trait Query: Clone + PartialEq + 'static {
    /// Reads parameters; one with a value that there is not says nothing.
    fn read(pairs: Pairs) -> Self;

    /// The parameters that it is read from.
    fn pairs(&self) -> Pairs;

    /// Reads it from the address; none where that says nothing.
    fn from_address() -> Option<Self> {
        let pairs = here();
        (!pairs.is_empty()).then(|| Self::read(pairs))
    }

    /// Writes it into the address, without a step in the history.
    fn to_address(&self) {
        show_address(&address(&path(), &self.pairs()));
    }

    /// Writes it into the address as a step in the history: going back leads to what was there before.
    fn to_history(&self) {
        push(&address(&path(), &self.pairs()));
    }
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The parameters of the page that is shown.
fn here() -> Pairs {
    let search = window().location().search().unwrap_or_default();
    let Ok(params) = UrlSearchParams::new_with_str(&search) else { return Pairs::new() };
    let mut pairs = Pairs::new();
    for pair in js_sys::try_iter(&params).ok().flatten().into_iter().flatten().flatten() {
        let pair = js_sys::Array::from(&pair);
        pairs.extend(pair.get(0).as_string().zip(pair.get(1).as_string()));
    }
    pairs
}

/// A path with parameters behind it.
#[must_use]
pub fn address(path: &str, pairs: &Pairs) -> String {
    let query = UrlSearchParams::new().map(|params| {
        for (name, text) in pairs {
            params.append(name, text);
        }
        String::from(params.to_string())
    });
    match query {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// What the address of this page says, and follows: what is set is written there, and a step back or a link to this
/// page with another query sets it.
#[hook]
pub fn use_query<Q: Query + Default>(start: impl FnOnce() -> Q) -> UseStateHandle<Q> {
    let query = use_state_eq(start);
    use_effect_with((*query).clone(), Q::to_address);
    let set = query.setter();
    use_effect_with((), move |()| {
        let here = window().location().pathname();
        let back = EventListener::new(&window(), "popstate", move |_| {
            // What leads to another page is not about this one.
            if window().location().pathname() == here {
                set.set(Q::from_address().unwrap_or_default());
            }
        });
        move || drop(back)
    });
    query
}
