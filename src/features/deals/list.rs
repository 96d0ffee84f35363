//! The list of deals: search, sets, and one row a deal, patched as things happen.

use super::body::Body;
use super::filter::Filter;
use super::model::Rows;
use super::narrow::{Search, Sets};
use crate::api::{Api, ApiError, DealFilter, Fetch, Remote, export_url, use_api, use_remote};
use crate::i18n::use_words;
use crate::live::{News, use_aftermath, use_news, use_stream};
use crate::parts::live_mark;
use crate::route::{Route, use_go};
use crate::session::{use_may, use_session, use_side};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Fetched, Glyph, Page, RemoteView, focus, icon, use_shortcut};
use portico_contract::capability;
use portico_contract::deal::Review;
use portico_contract::deal::list::{DealPage, Show, Sort};
use portico_contract::session::Permission;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Rows fetched at once.
const PAGE: u32 = 50;

fn fetch((api, filter): &(Api, Filter)) -> Fetch<Rc<Rows>> {
    let (page, of) = (api.deals(&asked(filter, None)), filter.clone());
    Box::pin(async move { Ok(Rc::new(Rows::first(page.await?, of))) })
}

fn asked(filter: &Filter, cursor: Option<String>) -> DealFilter {
    DealFilter {
        q: filter.q.clone(),
        show: filter.shown(),
        mine: filter.mine,
        sort: filter.sorted(),
        cursor,
        limit: PAGE,
        review: Vec::new(),
    }
}

/// The page `/deals`.
#[component]
pub fn DealList() -> Html {
    let (words, api, go) = (use_words(), use_api(), use_go());
    let (side, may_register) = (use_side(), use_may(Permission::DealsRegister));
    let (can_export, can_import) = (use_can(capability::EXPORT), use_can(capability::IMPORT));
    let can_look = use_can(capability::PIPELINE);
    let me = use_session().session().map(|session| session.user.id.clone());
    let filter = use_state_eq(Filter::from_address);
    let rows = use_remote((api.clone(), (*filter).clone()), fetch);
    use_effect_with((*filter).clone(), Filter::to_address);

    let patcher = rows.patcher();
    let news = use_callback(
        (patcher.clone(), rows.reload.clone(), (*filter).clone(), me),
        |news: News, (patcher, reload, filter, me)| match news {
            News::Reset => reload.emit(()),
            News::Event(event) => {
                let Some(deal) = event.data.deal.clone() else { return };
                let open =
                    !matches!(deal.review, Review::Rejected | Review::Duplicate | Review::Withdrawn | Review::Expired);
                let mine = !filter.mine || me.as_ref() == Some(&deal.owner.id);
                let top = filter.sort == Sort::UpdatedDown && filter.q.is_empty() && mine;
                let belongs = top
                    && match filter.shown() {
                        None => true,
                        Some(Show::Open) => open,
                        Some(_) => false,
                    };
                patcher.patch(move |rows| rows.patched(&deal, belongs).map(Rc::new));
            }
        },
    );
    use_news(news);
    // How many each set has is the PRM's to say: a change may move a deal from one to another.
    let count = use_callback((api.clone(), (*filter).clone(), patcher.clone()), |(): (), (api, filter, patcher)| {
        let (patcher, filter) = (patcher.clone(), filter.clone());
        let page = api.deals(&DealFilter { limit: 1, ..asked(&filter, None) });
        spawn_local(async move {
            // Where it fails the counts are as old as the rows, and the next change asks again.
            if let Ok(DealPage { counts, .. }) = page.await {
                patcher.patch(move |rows| rows.counted(counts, &filter).map(Rc::new));
            }
        });
    });
    use_aftermath(count);

    let remote = rows.get();
    let cursor = remote.value().and_then(|rows| rows.next_cursor.clone());
    // Why the page behind a cursor did not come.
    let failed = use_state(|| None::<(AttrValue, ApiError)>);
    let more = use_callback(
        (api, (*filter).clone(), patcher, cursor.clone(), failed.setter()),
        |(): (), (api, filter, patcher, cursor, failed)| {
            let Some(cursor) = cursor.clone() else { return };
            failed.set(None);
            let page = api.deals(&asked(filter, Some(cursor.to_string())));
            let (patcher, failed, filter) = (patcher.clone(), failed.clone(), filter.clone());
            spawn_local(async move {
                match page.await {
                    // Not where another list stands there by now.
                    Ok(page) => patcher.patch(move |rows| {
                        let goes_on = rows.next_cursor.as_ref() == Some(&cursor) && rows.of == filter;
                        goes_on.then(|| Rc::new(rows.followed_by(page.clone())))
                    }),
                    Err(error) => failed.set(Some((cursor, error))),
                }
            });
        },
    );
    let failed = failed.as_ref().filter(|(of, _)| cursor.as_ref() == Some(of)).map(|(_, error)| error.clone());
    let find = use_callback((), |(): (), ()| focus("search"));
    let new = use_callback((go, may_register), |(): (), (go, may)| {
        if *may {
            go.emit(Route::NewDeal);
        }
    });
    use_shortcut("/", find);
    use_shortcut("n", new);

    let change = use_callback(filter.setter(), |to: Filter, filter| filter.set(to));
    let counts = remote.value().and_then(|rows| rows.counts);
    let body = remote.value().map(|rows| {
        // Rows of the set before stay until those of the new one are there, and say so.
        let old = rows.of != *filter;
        let busy = old && !matches!(&*remote, Remote::Loaded { failed: Some(_), .. });
        html! {
            <div aria-busy={busy.then_some("true")} style={old.then_some("opacity: .5")}>
                <Body rows={(**rows).clone()} {side} {may_register} {more} {failed} filter={(*filter).clone()} change={change.clone()} />
            </div>
        }
    });
    let live = use_stream().is_open();
    // A file of what is shown: the browser keeps it under the name that the PRM gives.
    let export = export_url(&asked(&filter, None), words.language());
    let tables = html! {
        <>
            if can_look { <a href={Route::Pipeline.path()} class="button plain small">{ t!(words, "pipeline-title") }</a> }
            if can_export { <a href={export} class="button plain small" download="">{ t!(words, "export") }</a> }
            if may_register && can_import { <a href={Route::Import.path()} class="button plain small">{ t!(words, "import-short") }</a> }
        </>
    };
    let register = may_register.then(|| {
        html! {
            <a href={Route::NewDeal.path()} class="button primary small desk-only">
                { t!(words, "deal-register") }<kbd aria-hidden="true">{ "N" }</kbd>
            </a>
        }
    });
    html! {
        <Page title={t!(words, "nav-deals")} actions={html! { <>{ live_mark(&words, live) }<span class="grow" />{ tables }{ register }</> }}>
            <div class="stack">
                <Search filter={(*filter).clone()} change={change.clone()} />
                <Sets filter={(*filter).clone()} {change} {counts} {side} />
                <RemoteView fetched={Fetched::from(&*remote)} reload={rows.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            </div>
            if may_register {
                <a href={Route::NewDeal.path()} class="button primary fab phone-only">{ icon(Glyph::Plus) }{ t!(words, "deal-register") }</a>
            }
        </Page>
    }
}
