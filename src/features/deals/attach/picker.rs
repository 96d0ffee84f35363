//! People to choose while one writes: a list below the field, led by the arrow keys while the focus stays in the text.

use super::mention::{asked, is_meant, with_name};
use crate::api::use_api;
use crate::i18n::Words;
use crate::t;
use crate::tenant::use_can;
use crate::ui::pressed;
use portico_contract::attachment::Mentionable;
use portico_contract::capability;
use portico_contract::session::Side;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// How many are in view at most.
const SHOWN: usize = 6;

/// The list, and how the field takes part in it.
pub(in super::super) struct Mentions {
    /// Whether people can be mentioned at all.
    pub can: bool,
    /// All who can be mentioned in what is written.
    pub people: Vec<Mentionable>,
    /// Those that are in view.
    found: Vec<Mentionable>,
    chosen: usize,
    /// Told where the caret is.
    pub on_caret: Callback<()>,
    pub on_key: Callback<KeyboardEvent>,
    on_press: Callback<MouseEvent>,
}

/// Offers people for the text of a field; `write` exchanges the text.
#[hook]
pub(in super::super) fn use_mentions(
    deal: &AttrValue,
    text: &str,
    internal: bool,
    field: &NodeRef,
    write: Callback<String>,
) -> Mentions {
    let (api, can) = (use_api(), use_can(capability::ATTACHMENTS));
    let all = use_state(Vec::<Mentionable>::new);
    // Asked for once an at sign is there.
    let wanted = can && text.contains('@');
    let set = all.setter();
    use_effect_with((wanted, deal.clone()), move |(wanted, deal)| {
        if *wanted {
            let people = api.people(deal);
            spawn_local(async move {
                // Without an answer nobody is offered, and the text says it all the same.
                if let Ok(page) = people.await {
                    set.set(page.items);
                }
            });
        }
    });
    let (caret, chosen, closed) = (use_state(|| 0_u32), use_state(|| 0_usize), use_state(|| None::<usize>));
    // Where the caret is to be once the text is exchanged.
    let caret_next = use_mut_ref(|| None::<u32>);
    let (at, next) = (field.clone(), caret_next.clone());
    use_effect_with(text.to_owned(), move |_| {
        if let (Some(area), Some(place)) = (at.cast::<HtmlTextAreaElement>(), next.take()) {
            // A place in the text that stands there.
            let _ = area.set_selection_range(place, place);
        }
    });
    let people: Vec<Mentionable> = all.iter().filter(|one| !internal || one.side == Side::Vendor).cloned().collect();
    let query = asked(text, *caret);
    let open = query.filter(|(at, _)| *closed != Some(*at));
    let found: Vec<Mentionable> = open.as_ref().map_or_else(Vec::new, |(_, query)| {
        // A name that stands there whole is chosen already.
        let whole = |one: &Mentionable| query.trim_end() == one.name;
        if people.iter().any(whole) {
            return Vec::new();
        }
        people.iter().filter(|one| is_meant(&one.name, query)).take(SHOWN).cloned().collect()
    });
    let here = open.map(|(at, _)| at);
    let first = (*chosen).min(found.len().saturating_sub(1));
    let on_caret = use_callback(
        (field.clone(), caret.setter(), chosen.setter(), *caret),
        |(): (), (field, set, chosen, known)| {
            let place = field.cast::<HtmlTextAreaElement>().and_then(|area| area.selection_start().ok().flatten());
            if let Some(place) = place.filter(|place| place != known) {
                set.set(place);
                chosen.set(0);
            }
        },
    );
    let pick = {
        let (text, caret, set) = (text.to_owned(), *caret, caret.setter());
        Rc::new(move |name: &str| {
            if let Some((text, caret)) = with_name(&text, caret, name) {
                *caret_next.borrow_mut() = Some(caret);
                set.set(caret);
                write.emit(text);
            }
        })
    };
    let names: Vec<String> = found.iter().map(|one| one.name.clone()).collect();
    let (picked, set_chosen, close) = (pick.clone(), chosen.setter(), closed.setter());
    let keys = names.clone();
    let on_key = Callback::from(move |event: KeyboardEvent| {
        if keys.is_empty() || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => set_chosen.set((first + 1) % keys.len()),
            "ArrowUp" => set_chosen.set((first + keys.len() - 1) % keys.len()),
            "Enter" | "Tab" => picked(&keys[first]),
            "Escape" => close.set(here),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    let (at, field) = (names, field.clone());
    let on_press = Callback::from(move |event: MouseEvent| {
        // The focus stays in the text.
        event.prevent_default();
        let name = pressed(&event, "data-person").and_then(|place| at.get(place.parse::<usize>().ok()?));
        if let Some(name) = name {
            pick(name);
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                let _ = area.focus();
            }
        }
    });
    Mentions { can, people, found, chosen: first, on_caret, on_key, on_press }
}

impl Mentions {
    /// The id of the one that Enter would choose.
    pub(in super::super) fn active(&self) -> Option<String> {
        (!self.found.is_empty()).then(|| format!("mention-{}", self.chosen))
    }

    /// The list, and what is read out when it opens.
    pub(in super::super) fn list(&self, words: &Words) -> Html {
        html! {
            <>
                if !self.found.is_empty() {
                    <ul id="mentions" class="listbox" role="listbox" aria-label={t!(words, "mention-people")} onmousedown={self.on_press.clone()}>
                        for (place, one) in self.found.iter().enumerate() {
                            <li key={one.id.clone()} id={format!("mention-{place}")} role="option" aria-selected={(place == self.chosen).to_string()} data-person={place.to_string()}>
                                <b>{ &one.name }</b><small>{ &one.organisation }</small>
                            </li>
                        }
                    </ul>
                }
                <p class="unseen" role="status">
                    if !self.found.is_empty() { { t!(words, "mention-found", count = self.found.len()) } }
                </p>
            </>
        }
    }
}
