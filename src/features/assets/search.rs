//! The field that searches as somebody types, and the order beside it.

use super::filter::Filter;
use super::names::sort_name;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{SearchField, Typed, focus, typed, use_shortcut};
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
    let on_search = use_callback((props.filter.clone(), props.change.clone()), |q: String, (filter, change)| {
        let narrow = AssetFilter { q, ..filter.narrow.clone() };
        change.emit(Filter { narrow, ..filter.clone() });
    });
    let find = use_callback((), |(): (), ()| focus("search"));
    use_shortcut("/", find);
    html! {
        <SearchField q={props.filter.narrow.q.clone()} label={t!(words, "assets-search")} hint={t!(words, "assets-search-hint")} pause={PAUSE} most={MAX_WORDS} class="grow" {on_search} />
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
