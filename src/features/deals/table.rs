//! The deals as a table at a desk and as a list on a phone: fetched page by page, and patched as things happen.

use super::body::Body;
use super::model::Rows;
use super::narrow::{Chips, Filter, Sets, Tools, Views};
use super::pick::{self, BulkForm, Pick, PickBar, Picked};
use crate::api::{Api, ApiError, DealQuery, Fetch, Remote, use_api, use_remote};
use crate::live::{News, use_aftermath, use_news};
use crate::session::{use_role, use_session};
use crate::tenant::use_can;
use crate::ui::{Fetched, RemoteView, use_shortcut};
use gloo::utils::document;
use portico_contract::capability;
use portico_contract::deal::list::{DealPage, Show};
use portico_contract::deal::{Command, DealSummary, Review};
use portico_contract::session::Side;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Rows fetched at once.
const PAGE: u32 = 50;

fn fetch((api, filter): &(Api, Filter)) -> Fetch<Rc<Rows>> {
    let (page, of) = (api.deals(&asked(filter, None)), filter.clone());
    Box::pin(async move { Ok(Rc::new(Rows::first(page.await?, of))) })
}

fn asked(filter: &Filter, cursor: Option<String>) -> DealQuery {
    DealQuery { filter: filter.asked(), sort: filter.sorted(), cursor, limit: PAGE }
}

#[derive(Properties, PartialEq)]
pub(super) struct TableProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    pub views: Option<Views>,
    pub side: Side,
    pub may_register: bool,
}

#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let (api, side, may_register) = (use_api(), props.side, props.may_register);
    let me = use_session().session().map(|session| session.user.id.clone());
    let (filter, change) = (&props.filter, &props.change);
    let rows = use_remote((api.clone(), filter.clone()), fetch);

    let patcher = rows.patcher();
    let news = use_callback(
        (patcher.clone(), rows.reload.clone(), filter.clone(), me),
        |news: News, (patcher, reload, filter, me)| match news {
            News::Reset => reload.emit(()),
            News::Event(event) => {
                let Some(deal) = event.data.deal.clone() else { return };
                let open =
                    !matches!(deal.review, Review::Rejected | Review::Duplicate | Review::Withdrawn | Review::Expired);
                let belongs = filter.begins_with_news_of(&deal.owner.id, me.as_deref())
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
    // How many each set has, and what may be done with what changed, is the PRM's to say.
    let count = use_callback((api.clone(), filter.clone(), patcher.clone()), |(): (), (api, filter, patcher)| {
        let (patcher, filter) = (patcher.clone(), filter.clone());
        let page = api.deals(&DealQuery { limit: 1, ..asked(&filter, None) });
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
        (api, filter.clone(), patcher, cursor.clone(), failed.setter()),
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
    let can_bulk = use_can(capability::BULK);
    let role = use_role();
    let picked = use_reducer(Picked::default);
    let pick = use_callback(picked.dispatcher(), |pick: Pick, picked| picked.dispatch(pick));
    let can_pick = can_bulk && pick::ever(role);
    // What is not in the list any more is not done anything with.
    let dispatcher = picked.dispatcher();
    use_effect_with(filter.clone(), move |_| dispatcher.dispatch(Pick::Picking(false)));
    let mark = use_callback((pick.clone(), can_pick), |(): (), (pick, can)| {
        let focused = document().active_element().and_then(|element| element.closest("[data-id]").ok().flatten());
        if let Some(id) = focused.and_then(|row| row.get_attribute("data-id")).filter(|_| *can) {
            pick.emit(Pick::Turn(id));
        }
    });
    use_shortcut("x", mark);
    let failed = failed.as_ref().filter(|(of, _)| cursor.as_ref() == Some(of)).map(|(_, error)| error.clone());
    let counts = remote.value().and_then(|rows| rows.counts);
    let body = remote.value().map(|rows| {
        // Rows of the set before stay until those of the new one are there, and say so.
        let old = rows.of != *filter;
        let busy = old && !matches!(&*remote, Remote::Loaded { failed: Some(_), .. });
        html! {
            <div aria-busy={busy.then_some("true")} class={old.then_some("old")}>
                <Body rows={(**rows).clone()} {side} {may_register} {more} {failed} filter={filter.clone()} change={change.clone()} picked={can_pick.then(|| Rc::new((*picked).clone()))} pick={pick.clone()} />
            </div>
        }
    });
    let doing = use_state(|| None::<(Command, Rc<[DealSummary]>)>);
    let on_act = use_callback(doing.setter(), |act, doing| doing.set(Some(act)));
    let done = use_callback(doing.setter(), |(): (), doing| doing.set(None));
    let bar = remote.value().filter(|_| picked.picking || !picked.ids.is_empty()).map(|held| {
        html! { <PickBar rows={(**held).clone()} picked={Rc::new((*picked).clone())} pick={pick.clone()} {on_act} /> }
    });
    html! {
        <div class="stack">
            <Tools filter={filter.clone()} change={change.clone()} />
            <Sets filter={filter.clone()} change={change.clone()} {counts} {side} views={props.views.clone()} />
            <Chips filter={filter.clone()} change={change.clone()} views={props.views.clone()} />
            <RemoteView fetched={Fetched::from(&*remote)} reload={rows.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            { bar.unwrap_or_default() }
            if let Some((command, deals)) = &*doing {
                <BulkForm command={*command} deals={deals.clone()} {pick} on_close={done} on_done={rows.reload.clone()} />
            }
        </div>
    }
}
