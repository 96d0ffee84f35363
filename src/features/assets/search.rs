//! The field that searches as somebody types, and the order beside it.

use super::filter::Filter;
use super::names::sort_name;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Glyph, Typed, focus, icon, typed, use_shortcut};
use gloo::timers::callback::Timeout;
use portico_contract::asset::filter::{AssetFilter, AssetSort, MAX_WORDS};
use yew::prelude::*;

/// How long somebody may pause while typing, in milliseconds: what was typed is to be found within 100.
const PAUSE: u32 = 50;

#[derive(Properties, PartialEq)]
pub(super) struct SearchProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
}

/// The words that are searched for.
#[component]
pub(super) fn Search(props: &SearchProps) -> Html {
    let words = use_words();
    let text = use_state(|| props.filter.narrow.q.clone());
    let oninput = use_callback(text.setter(), |event: InputEvent, text| {
        if let Some((_, Typed::Text(now))) = typed(&event) {
            text.set(now);
        }
    });
    use_effect_with(((*text).clone(), props.filter.clone(), props.change.clone()), |(text, filter, change)| {
        let q = text.trim().to_owned();
        let waiting = (q != filter.narrow.q).then(|| {
            let narrow = AssetFilter { q, ..filter.narrow.clone() };
            let (change, filter) = (change.clone(), Filter { narrow, ..filter.clone() });
            Timeout::new(PAUSE, move || change.emit(filter))
        });
        move || drop(waiting)
    });
    // Changed from elsewhere, the field follows; blanks at the end are somebody's who types on.
    let now = text.clone();
    use_effect_with(props.filter.narrow.q.clone(), move |q| {
        if now.trim() != q {
            now.set(q.clone());
        }
    });
    let find = use_callback((), |(): (), ()| focus("search"));
    use_shortcut("/", find);
    html! {
        <div class="search grow" role="search">
            { icon(Glyph::Search) }
            <input class="input" id="search" name="q" type="search" value={(*text).clone()} {oninput} autocomplete="off" enterkeyhint="search"
                maxlength={MAX_WORDS.to_string()} aria-label={t!(words, "assets-search")} placeholder={t!(words, "assets-search-hint")} />
        </div>
    }
}

/// The order.
#[component]
pub(super) fn Order(props: &SearchProps) -> Html {
    let words = use_words();
    let onchange = use_callback((props.filter.clone(), props.change.clone()), |event: Event, (filter, change)| {
        if let Some((_, Typed::Text(name))) = typed(&event) {
            change.emit(Filter { sort: AssetSort::parse(&name), ..filter.clone() });
        }
    });
    let now = props.filter.sorted();
    let offered = AssetSort::ALL.into_iter().filter(|sort| *sort != AssetSort::Best || props.filter.has_best());
    html! {
        <select class="input" id="order" name="sort" aria-label={t!(words, "assets-sort")} {onchange}>
            for sort in offered {
                <option key={sort.name()} value={sort.name()} selected={sort == now}>{ sort_name(&words, sort) }</option>
            }
        </select>
    }
}
