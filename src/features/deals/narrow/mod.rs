//! What narrows the list: words, and sets with their counts.

use super::filter::{Filter, Set};
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Glyph, icon, pressed, use_pressed_revealed};
use gloo::timers::callback::Timeout;
use portico_contract::deal::list::{Counts, Show};
use portico_contract::session::Side;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How long somebody may pause while typing, in milliseconds.
const PAUSE: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct FilterProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    #[prop_or_default]
    pub counts: Option<Counts>,
    #[prop_or(Side::Partner)]
    pub side: Side,
}

/// The words that are searched for; asked when somebody pauses.
#[component]
pub(super) fn Search(props: &FilterProps) -> Html {
    let words = use_words();
    let typed = use_state(|| props.filter.q.clone());
    let oninput = use_callback(typed.setter(), |event: InputEvent, typed| {
        typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    use_effect_with(((*typed).clone(), props.filter.clone(), props.change.clone()), |(typed, filter, change)| {
        let q = typed.trim().to_owned();
        let waiting = (q != filter.q).then(|| {
            let (change, filter) = (change.clone(), Filter { q, ..filter.clone() });
            Timeout::new(PAUSE, move || change.emit(filter))
        });
        move || drop(waiting)
    });
    // Cleared from elsewhere, the field follows.
    let set = typed.setter();
    use_effect_with(props.filter.q.clone(), move |q| {
        if q.is_empty() {
            set.set(String::new());
        }
    });
    html! {
        <div class="search" role="search">
            { icon(Glyph::Search) }
            <input class="input" id="search" type="search" value={(*typed).clone()} {oninput} autocomplete="off" enterkeyhint="search"
                aria-label={t!(words, "deals-search")} placeholder={t!(words, "deals-search-hint")} />
        </div>
    }
}

/// The named sets, with how many each has.
#[component]
pub(super) fn Sets(props: &FilterProps) -> Html {
    let words = use_words();
    let needs = if props.side == Side::Vendor { t!(words, "set-partner") } else { t!(words, "set-me") };
    let counts = props.counts;
    let sets = [
        (Set::Named(Show::Open), t!(words, "set-open"), counts.map(|counts| counts.open)),
        (Set::Named(Show::NeedsPartner), needs, counts.map(|counts| counts.needs_partner)),
        (Set::Named(Show::Ending), t!(words, "set-ending"), counts.map(|counts| counts.ending)),
        (Set::Named(Show::Decided), t!(words, "set-decided"), counts.map(|counts| counts.decided)),
        (Set::All, t!(words, "set-all"), counts.map(|counts| counts.all)),
    ];
    let now = props.filter.shown().map_or(Set::All, Set::Named);
    // The counts come later and move what stands behind them.
    let chips = use_pressed_revealed((now, counts.is_some()));
    let onclick =
        use_callback(
            (props.filter.clone(), props.change.clone()),
            |event: MouseEvent, (filter, change)| match pressed(&event, "data-set").as_deref() {
                None => {}
                Some("mine") => change.emit(Filter { mine: !filter.mine, ..filter.clone() }),
                Some("all") => change.emit(Filter { set: Some(Set::All), ..filter.clone() }),
                Some(name) => change.emit(Filter { set: Show::parse(name).map(Set::Named), ..filter.clone() }),
            },
        );
    html! {
        <div class="chips" role="group" aria-label={t!(words, "deals-sets")} ref={chips} {onclick}>
            for (set, label, count) in sets {
                <button type="button" class="chip" key={name(set)} data-set={name(set)} aria-pressed={(set == now).to_string()}>
                    { label }
                    if let Some(count) = count { <b>{ count }</b> }
                </button>
            }
            if props.side == Side::Partner {
                <button type="button" class="chip" data-set="mine" aria-pressed={props.filter.mine.to_string()}>{ t!(words, "deals-mine") }</button>
            }
        </div>
    }
}

fn name(set: Set) -> &'static str {
    match set {
        Set::Named(show) => show.name(),
        Set::All => "all",
    }
}
