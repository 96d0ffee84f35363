//! The deal desk: every registration that waits, the most urgent first, and the open one beside it.

mod bulk;
mod mine;
mod model;
mod picked;
mod picks;
mod queue;

use crate::api::{Api, DealQuery, Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::live::{News, use_news, use_stream};
use crate::parts::live_mark;
use crate::route::{Route, use_go};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Back, Fetched, Glyph, Page, RemoteView, empty, focus, use_shortcut, use_wide};
use mine::use_mine;
use model::{Queue, Set};
use picked::{Pick, Picked};
use picks::PickBar;
use portico_contract::capability;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::{DealPage, Sort};
use portico_contract::deal::{Deal, Review};
use queue::{Picks, QueueList, Sets};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

#[derive(Properties)]
pub struct DeskProps {
    /// The deal that is open; none until one is chosen.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Shows a deal; told after a decision. Composed in `app`, since features do not know each other.
    pub pane: fn(AttrValue, Callback<Rc<Deal>>) -> Html,
}

impl PartialEq for DeskProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::fn_addr_eq(self.pane, other.pane)
    }
}

/// All that waits, page by page: the queue shows every row.
async fn all(api: Api) -> Result<Rc<Queue>, crate::api::ApiError> {
    let filter = DealFilter { review: vec![Review::Submitted, Review::InReview], ..DealFilter::default() };
    let mut query = DealQuery { filter, sort: Sort::Due, cursor: None, limit: 200 };
    let mut deals = Vec::new();
    loop {
        let DealPage { items, next_cursor, .. } = api.deals(&query).await?;
        deals.extend(items);
        match next_cursor {
            Some(cursor) => query.cursor = Some(cursor),
            None => return Ok(Rc::new(Queue::from(deals))),
        }
    }
}

/// The pages `/desk` and `/desk/{id}`.
#[styled_component]
pub fn Desk(props: &DeskProps) -> Html {
    let (words, api, go, wide) = (use_words(), use_api(), use_go(), use_wide());
    let (set, can_bulk) = (use_state_eq(|| Set::All), use_can(capability::BULK));
    let queue = use_remote(api, |api| -> Fetch<Rc<Queue>> { Box::pin(all(api.clone())) });
    let patcher = queue.patcher();
    let news = use_callback((patcher, queue.reload.clone()), |news: News, (queue, reload)| match news {
        News::Reset => reload.emit(()),
        News::Event(event) => {
            if let Some(deal) = event.data.deal.clone() {
                queue.patch(move |queue| queue.patched(&deal).map(Rc::new));
            }
        }
    });
    use_news(news);

    let (mine, colleagues) = use_mine();
    let picked = use_reducer(Picked::default);
    let remote = queue.get();
    let waiting = remote.value().cloned();
    // At a desk the most urgent one is open until another is chosen.
    let first = waiting.as_ref().and_then(|queue| queue.shown(*set, &mine).next().map(|row| row.id.clone()));
    let kept = use_mut_ref(|| None::<AttrValue>);
    let open = match &props.id {
        Some(id) => Some(id.clone()),
        None if wide => {
            // The one that was opened first stays open when more urgent ones arrive.
            let mut kept = kept.borrow_mut();
            if kept.is_none() {
                *kept = first;
            }
            kept.clone()
        }
        None => None,
    };
    let step = {
        let (queue, now, set, mine) = (waiting.clone(), open.clone(), *set, mine.clone());
        let go = go.clone();
        move |by: isize| {
            let to = queue.as_ref().and_then(|queue| queue.neighbour(now.as_ref()?, set, &mine, by));
            (to, go.clone())
        }
    };
    let walk = |(): (), (to, go): &(Option<AttrValue>, Callback<Route>)| {
        if let Some(id) = to {
            go.emit(Route::DeskDeal { id: id.to_string() });
            // What had the focus may go with the deal before. On a phone there are no rows, and the new page takes it.
            focus(&format!("row-{id}"));
        }
    };
    let onward = use_callback(step(1), walk);
    let backward = use_callback(step(-1), walk);
    use_shortcut("j", onward);
    use_shortcut("k", backward);
    let pick = use_callback((open.clone().filter(|_| wide), picked.dispatcher()), |(): (), (open, picked)| {
        if let Some(id) = open {
            picked.dispatch(Pick::Turn(id.to_string()));
        }
    });
    use_shortcut("x", pick);

    // Another deal is read from its head on.
    use_effect_with((open.clone(), wide), |(_, wide)| {
        if *wide {
            gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });

    let choose = use_callback(
        (
            set.setter(),
            waiting.clone().zip(open.clone().filter(|_| wide)),
            kept,
            (props.id.is_some(), go),
            mine.clone(),
        ),
        |wanted: Set, (set, open, kept, (named, go), mine)| {
            set.set(wanted);
            let Some((queue, open)) = open else { return };
            // A deal that is not among them would stand beside rows that do not lead to it.
            if !queue.shown(wanted, mine).any(|row| row.id == *open) {
                *kept.borrow_mut() = queue.shown(wanted, mine).next().map(|row| row.id.clone());
                if *named {
                    go.emit(Route::Desk);
                }
            }
        },
    );
    // Whoever decided keeps the deal in view; its row has left the queue by the event.
    let on_done = use_callback(queue.patcher(), |deal: Rc<Deal>, queue| {
        queue.patch(move |queue| queue.patched(&deal.summary()).map(Rc::new));
    });
    let again = &queue.reload;
    let rows = waiting.as_ref().map(|queue| {
        let picks = (wide && can_bulk).then(|| Picks(picked.clone()));
        html! {
            <div class={css!(r"
                & .tiny { width: 1.5rem; height: 1.5rem; font-size: .625rem; }
                & .pickable { position: relative; display: flex; }
                & .pickable > a { flex: 1; min-width: 0; padding-inline-start: 0; }
                & .pickable:has(> a[aria-current]) { background: var(--brand-soft); box-shadow: inset 3px 0 var(--brand); }
                & .pickable > a[aria-current] { box-shadow: none; }
                & .pick { display: grid; place-items: center; flex: none; width: 2.75rem; cursor: pointer; }
                & .pick > input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--brand); }
                & .picks { position: sticky; inset-block-start: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2); min-height: 3rem; padding: var(--space-1) var(--space-3) var(--space-1) 0; background: var(--surface); border-block-end: 1px solid var(--line); }
            ")}>
                if let Some(picks) = &picks { <PickBar queue={queue.clone()} mine={mine.clone()} set={*set} picks={picks.clone()} colleagues={colleagues.clone()} reload={again.clone()} /> }
                <QueueList queue={queue.clone()} mine={mine.clone()} set={*set} open={open.clone()} picked={picks} />
            </div>
        }
    });
    let sets =
        waiting.as_ref().map(|queue| html! { <Sets queue={queue.clone()} mine={mine.clone()} now={*set} {choose} /> });
    let live = live_mark(&words, use_stream().is_open());
    let list = html! {
        <RemoteView fetched={Fetched::from(&*remote)} reload={queue.reload.clone()} rows=6>{ rows.unwrap_or_default() }</RemoteView>
    };
    let pane = |id: &AttrValue| html! { <section key={id.to_string()} class="stack" aria-label={t!(words, "deal-title")}>{ (props.pane)(id.clone(), on_done) }</section> };
    if !wide && let Some(id) = &open {
        let back = Back { to: Route::Desk, label: t!(words, "nav-desk").into() };
        return html! {
            <Page key={id.to_string()} title={t!(words, "nav-desk")} {back} head={html! { <span class="quiet grow clip">{ t!(words, "nav-desk") }</span> }}>{ pane(id) }</Page>
        };
    }
    html! {
        <Page key="desk" title={t!(words, "nav-desk")} actions={html! { <>{ live }<span class="grow" /><div class="desk-only">{ sets.clone() }</div></> }}>
            if wide {
                <div class={css!(r"
                    display: grid;
                    grid-template-columns: clamp(18rem, 32vw, 26rem) minmax(0, 1fr);
                    margin: calc(var(--space-5) * -1) calc(var(--space-6) * -1) calc(var(--space-8) * -1);
                    min-height: calc(100dvh - 4.25rem);

                    & > .queue {
                        border-inline-end: 1px solid var(--line);
                        background: var(--surface);
                        position: sticky;
                        inset-block-start: 4.25rem;
                        height: calc(100dvh - 4.25rem);
                        overflow-y: auto;
                        scroll-padding-block: var(--space-4);
                    }

                    & > .queue .list { border: 0; border-radius: 0; }
                    & > .queue .item:focus-visible { border-radius: 0; }
                    & > .open { padding: var(--space-6); }
                    & .beside { grid-template-columns: minmax(0, 1fr); }

                    @media (min-width: 100rem) {
                        & .beside { grid-template-columns: minmax(0, 1fr) 22rem; }
                    }
                ")}>
                    <div class="queue">{ list }</div>
                    <div class="stack open">
                        if let Some(id) = &open { { pane(id) } }
                        else if waiting.is_some() { { empty(Glyph::Check, "good", t!(words, "desk-none"), t!(words, "desk-none-text"), Html::default()) } }
                    </div>
                </div>
            } else {
                <div class="stack">{ sets }{ list }</div>
            }
        </Page>
    }
}
