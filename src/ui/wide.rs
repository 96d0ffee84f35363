//! Whether there is room for a desk.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// The width at which pages unfold: the same as in the style sheets.
const WIDE: &str = "(min-width: 60rem)";

/// Whether the window is wide enough for a desk; renders again when that changes.
#[hook]
pub fn use_wide() -> bool {
    let query = use_memo((), |()| window().match_media(WIDE).ok().flatten());
    let wide = use_state(|| query.as_ref().as_ref().is_some_and(web_sys::MediaQueryList::matches));
    let set = wide.setter();
    use_effect_with((), move |()| {
        let listening = (*query)
            .clone()
            .map(|query| EventListener::new(&query.clone(), "change", move |_| set.set(query.matches())));
        move || drop(listening)
    });
    *wide
}
