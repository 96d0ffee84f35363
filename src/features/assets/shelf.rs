//! What was found: fetched page by page, or why there is nothing.

use super::cards::Cards;
use super::filter::{Filter, unpublished};
use super::model::Shelf;
use crate::api::{Answer, Api, AssetQuery, Fetch, Patcher, Remote, RemoteHandle, use_api, use_remote};
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Fetched, Glyph, RemoteView, empty, focus, further, use_further};
use portico_contract::asset::list::AssetPage;
use std::rc::Rc;
use yew::prelude::*;

/// Cards fetched at once.
const PAGE: u32 = 48;

fn asked(filter: &Filter, cursor: Option<&str>) -> AssetQuery {
    AssetQuery { filter: filter.narrow.clone(), sort: filter.sorted(), cursor: cursor.map(str::to_owned), limit: PAGE }
}

/// What a filter finds. An answer that was overtaken by another question is dropped.
#[hook]
pub(super) fn use_shelf(filter: &Filter) -> RemoteHandle<Rc<Shelf>> {
    let api = use_api();
    use_remote((api, filter.clone()), |(api, filter)| -> Fetch<Rc<Shelf>> {
        let (page, of) = (api.assets(&asked(filter, None)), filter.clone());
        Box::pin(async move { Ok(Rc::new(Shelf::first(page.await?, of))) })
    })
}

fn next((api, filter): &(Api, Filter), cursor: Option<&str>) -> Answer<(AssetPage, Filter)> {
    let (page, of) = (api.assets(&asked(filter, cursor)), filter.clone());
    Box::pin(async move { Ok((page.await?, of)) })
}

#[derive(Properties)]
pub(super) struct FoundProps {
    pub remote: Rc<Remote<Rc<Shelf>>>,
    pub reload: Callback<()>,
    pub patcher: Patcher<Rc<Shelf>>,
    pub filter: Filter,
    pub change: Callback<Filter>,
}

impl PartialEq for FoundProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.remote, &other.remote)
            && self.patcher == other.patcher
            && (&self.reload, &self.filter, &self.change) == (&other.reload, &other.filter, &other.change)
    }
}

/// The cards. Those of the question before stay until the new ones are there, and say so.
#[component]
pub(super) fn FoundCards(props: &FoundProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let shelf = props.remote.value();
    let (more, failed) =
        use_further(shelf.map(|shelf| &**shelf), props.patcher.clone(), (api, props.filter.clone()), next);
    let body = shelf.map(|shelf| {
        let old = shelf.of != props.filter;
        let busy = old && !matches!(&*props.remote, Remote::Loaded { failed: Some(_), .. });
        html! {
            <div aria-busy={busy.then_some("true")} class={classes!("stack", old.then_some("old"))}>
                if shelf.cards.is_empty() {
                    <Nothing filter={shelf.of.clone()} change={props.change.clone()} waiting={unpublished(&shelf.facets)} />
                } else {
                    <Cards cards={shelf.cards.clone()} />
                }
                if shelf.next_cursor.is_some() && !old {
                    { further(&words, "button", t!(words, "assets-more"), failed.as_ref(), more) }
                }
            </div>
        }
    });
    html! { <RemoteView fetched={Fetched::from(&*props.remote)} reload={props.reload.clone()} rows=6>{ body.unwrap_or_default() }</RemoteView> }
}

#[derive(Properties, PartialEq)]
struct NothingProps {
    filter: Filter,
    change: Callback<Filter>,
    /// How many there are that partners do not find yet, for whoever sees to them.
    waiting: u32,
}

/// No card: because there is no asset yet, or none is published, or because none fits.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let words = use_words();
    let turn = use_callback((props.filter.clone(), props.change.clone()), |_: MouseEvent, (filter, change)| {
        change.emit(filter.unpublished());
        focus("search");
    });
    let clear = use_callback(props.change.clone(), |_: MouseEvent, change| {
        change.emit(Filter::default());
        focus("search");
    });
    if props.filter.narrow.is_empty() && props.waiting > 0 {
        let show = t!(words, "assets-unpublished-show", count = props.waiting);
        let way = html! { <button type="button" class="button primary" onclick={turn}>{ show }</button> };
        return empty(Glyph::Library, "", t!(words, "usage-none"), t!(words, "assets-unpublished-text"), way);
    }
    if props.filter.narrow.is_empty() {
        return empty(Glyph::Library, "", t!(words, "assets-none"), t!(words, "assets-none-text"), Html::default());
    }
    let all = html! { <button type="button" class="button" onclick={clear}>{ t!(words, "assets-clear") }</button> };
    empty(Glyph::Search, "", t!(words, "assets-none-found"), t!(words, "assets-none-found-text"), all)
}
