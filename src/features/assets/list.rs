//! The page `/assets`: words, what narrows the library, and what was found.

use super::chips::Chips;
use super::collections::{Head, Strip, use_collections};
use super::copies::use_copies;
use super::facets::{FacetSheet, Facets};
use super::filter::{Filter, unpublished};
use super::search::{Order, Search};
use super::shelf::{FoundCards, use_shelf};
use crate::i18n::use_words;
use crate::route::{Query, Route, use_narrowing};
use crate::session::use_may;
use crate::t;
use crate::ui::{Glyph, Page, small_icon, use_wide};
use portico_contract::asset::filter::AssetFilter;
use portico_contract::session::Permission;
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// The page.
#[styled_component]
pub fn AssetList() -> Html {
    let (words, wide) = (use_words(), use_wide());
    let copies = use_copies();
    let manages = use_may(Permission::AssetsManage);
    let (filter, change) = use_narrowing(|| Filter::from_address().unwrap_or_default());
    let filter = filter.asked_by(manages);
    use_effect_with(filter.clone(), Filter::remember);
    let turn = use_callback((filter.clone(), change.clone()), |_: MouseEvent, (filter, change)| {
        let narrow = AssetFilter { used: !filter.narrow.used, ..filter.narrow.clone() };
        change.emit(Filter { narrow, ..filter.clone() });
    });
    let turn_unpublished = use_callback((filter.clone(), change.clone()), |_: MouseEvent, (filter, change)| {
        change.emit(filter.unpublished());
    });
    let collection = filter.narrow.collection.clone();
    let bare = filter.narrow.is_empty();
    let collections = use_collections(bare || collection.is_some()).unwrap_or_else(|| Rc::from([]));
    let found = use_shelf(&filter);
    let remote = found.get();
    let shelf = remote.value();
    let facets = shelf.map_or_else(|| Rc::from([]), |shelf| shelf.facets.clone());
    let waiting = unpublished(&facets);
    let total = shelf.filter(|shelf| shelf.of == filter).map(|shelf| shelf.total);
    let shown = shelf.map(|shelf| t!(words, "assets-count", count = shelf.total));
    let corrected = shelf.and_then(|shelf| {
        let shown = shelf.corrected.as_ref()?;
        Some(t!(words, "assets-corrected", asked = shelf.of.narrow.q.as_str(), shown = shown.as_str()))
    });
    let cards = html! {
        <FoundCards {remote} reload={found.reload.clone()} patcher={found.patcher()} filter={filter.clone()} change={change.clone()} />
    };
    let main = html! {
        <div class="stack">
            <Chips filter={filter.clone()} change={change.clone()} />
            if let Some(id) = collection {
                <Head {collections} {id} />
            } else if bare {
                <Strip {collections} />
            }
            <p role="status" class="quiet told-of">
                if let Some(text) = corrected { <b>{ text }</b>{ " " } }
                { shown }
            </p>
            { cards }
        </div>
    };
    let actions = manages.then(|| {
        let add = Route::NewAsset.path();
        html! { <><span class="grow" /><a class="button plain small" href={Route::AssetUsage.path()}>{ t!(words, "usage-link") }</a><a class="button small" href={add}>{ small_icon(Glyph::Plus) }{ t!(words, "shelve-add") }</a></> }
    });
    let actions = actions.unwrap_or_default();
    html! {
        <Page title={t!(words, "nav-assets")} {actions}>
            <div class={classes!("stack", "message", copies.dropping.over.then_some("over"), css!(r"
                & .tools { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
                & .tools .search { flex-basis: 100%; }
                & .tools select { width: auto; flex: 1 1 8.5rem; min-height: var(--tap); padding-block: var(--space-2); }
                & .told-of { min-height: 1.25rem; }
                @media (min-width: 60rem) {
                    & .tools .search { flex-basis: 20rem; }
                    & .tools select { flex: none; }
                    & .sides { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: var(--space-6); align-items: start; }
                }
            "))} ondragenter={copies.dropping.on_over.clone()} ondragover={copies.dropping.on_over.clone()} ondragleave={copies.dropping.on_leave.clone()} ondrop={copies.dropping.on_drop.clone()}>
                <div class="tools">
                    <Search filter={filter.clone()} change={change.clone()} />
                    if !wide { <FacetSheet filter={filter.clone()} change={change.clone()} facets={facets.clone()} {total} /> }
                    <Order filter={filter.clone()} change={change.clone()} />
                    <button type="button" class="chip" id="used" aria-pressed={filter.narrow.used.to_string()} onclick={turn}>{ t!(words, "assets-used") }</button>
                    { copies.button(&words) }
                    if waiting > 0 || filter.is_unpublished() {
                        <button type="button" class="chip" id="unpublished" aria-pressed={filter.is_unpublished().to_string()} onclick={turn_unpublished}>{ t!(words, "assets-unpublished") }{ " " }<b>{ waiting }</b></button>
                    }
                </div>
                { copies.shown(&words) }
                if wide {
                    <div class="sides">
                        <Facets filter={filter.clone()} {change} {facets} {total} />
                        { main }
                    </div>
                } else {
                    { main }
                }
            </div>
        </Page>
    }
}
