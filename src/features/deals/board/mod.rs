//! The board: deals by stage at a desk. Cards are dragged, or moved by keyboard, and what happens elsewhere moves them too.

mod below;
mod card;
mod drag;
mod follow;
mod model;
mod mover;
mod moving;

use super::act::{Drafts, OrderDialog};
use super::narrow::{Chips, Filter, Set, Sets, Tools, Views};
use super::notice::{Notice, Said, Shown};
use crate::api::{Api, DealQuery, Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::live::{News, use_aftermath, use_news};
use crate::parts::use_form;
use crate::route::{Route, is_plain, use_go};
use crate::session::{use_role, use_session};
use crate::t;
use crate::ui::{Fetched, RemoteView, failure_words, focus, pressed, use_minute};
use card::ColumnView;
use drag::{Dropped, Swallows, use_drag};
use follow::use_follow;
use model::Columns;
use mover::{CardHeld, Mover as MoveDialog};
use moving::Mover;
use portico_contract::deal::board::BOARD_LIMIT;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::Show;
use portico_contract::deal::{Command, Deal, Review};
use portico_contract::session::Side;
use std::collections::BTreeMap;
use std::rc::Rc;
use stylist::yew::styled_component;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub struct BoardPaneProps {
    pub(super) filter: Filter,
    pub(super) change: Callback<Filter>,
    pub(super) views: Option<Views>,
    pub(super) side: Side,
}

/// What the board is asked for: of what is open it shows all stages, so that a card can go to its end.
fn asked(filter: &Filter) -> DealQuery {
    let show = match filter.set {
        Some(Set::Named(show)) if show != Show::Open => Some(show),
        _ => None,
    };
    let filter = DealQuery {
        sort: filter.sorted(),
        filter: DealFilter { show, ..filter.narrow.clone() },
        ..DealQuery::default()
    };
    DealQuery { limit: BOARD_LIMIT, ..filter }
}

fn fetch((api, filter): &(Api, Filter)) -> Fetch<Rc<Columns>> {
    let (board, of) = (api.board(&asked(filter)), filter.clone());
    Box::pin(async move { Ok(Rc::new(Columns::first(board.await?, of))) })
}

/// The board with what narrows it.
#[styled_component]
pub fn BoardPane(props: &BoardPaneProps) -> Html {
    let (words, api, form, go) = (use_words(), use_api(), use_form(), use_go());
    let (now, role) = (use_minute(), use_role());
    let me = use_session().session().map(|session| session.user.id.clone());
    let (filter, change) = (&props.filter, &props.change);
    let board = use_remote((api.clone(), filter.clone()), fetch);
    let patcher = board.patcher();
    let news = use_callback(
        (patcher.clone(), board.reload.clone(), filter.clone(), me),
        |news: News, (patcher, reload, filter, me)| match news {
            News::Reset => reload.emit(()),
            News::Event(event) => {
                let Some(deal) = event.data.deal.clone() else { return };
                let belongs = filter.begins_with_news_of(&deal.owner.id, me.as_deref());
                patcher.patch(move |columns| columns.patched(&deal, belongs).map(Rc::new));
            }
        },
    );
    use_news(news);
    let count = use_callback((api.clone(), filter.clone(), patcher.clone()), |(): (), (api, filter, patcher)| {
        let (patcher, of, board) = (patcher.clone(), filter.clone(), api.board(&asked(filter)));
        spawn_local(async move {
            // Where it fails the sums are those that were reckoned here, and the next change asks again.
            if let Ok(board) = board.await {
                patcher.patch(move |columns| (columns.of == of).then(|| Rc::new(columns.counted(&board))));
            }
        });
    });
    use_aftermath(count);

    let remote = board.get();
    let columns = remote.value().cloned();
    let shown = use_state(Shown::default);
    let tell = use_callback(shown.setter(), |said: Shown, shown| shown.set(said));
    let failed = tell.clone();
    let hush = use_callback(shown.setter(), |(): (), shown| shown.set(Shown::default()));
    let closing = use_state(|| None::<(Rc<Deal>, Command)>);
    let close = use_callback(closing.setter(), |deal, closing| closing.set(Some(deal)));
    let mover = Mover {
        api: api.clone(),
        words: words.clone(),
        form,
        columns: columns.clone(),
        patcher: patcher.clone(),
        reload: board.reload.clone(),
        tell,
        close,
    };
    let moving = use_state(|| None::<AttrValue>);
    // The card that is reached by Tab.
    let active = use_state_eq(|| None::<AttrValue>);
    let (follow, on_focus) = use_follow(columns.clone());
    let on_move = use_callback(
        (mover.clone(), moving.setter(), active.setter(), follow.clone()),
        |(id, to): (AttrValue, AttrValue), (mover, moving, active, follow)| {
            moving.set(None);
            active.set(Some(id.clone()));
            mover.carry(&id, &to, false);
            follow.emit(id);
        },
    );
    let stay = use_callback(moving.setter(), |(): (), moving| moving.set(None));
    let at = use_node_ref();
    let on_drop = use_callback((mover.clone(), active.setter()), |(id, column): Dropped, (mover, active)| {
        active.set(Some(id.clone()));
        mover.carry(&id, &column.into(), false);
    });
    let dragging = use_drag(at.clone(), on_drop);
    let onclick = use_callback(
        (
            moving.setter(),
            go,
            columns.clone(),
            patcher,
            (api, filter.clone(), Swallows(dragging.swallows.clone()), failed, words.clone()),
        ),
        |event: MouseEvent, (moving, go, columns, patcher, (api, filter, swallows, tell, words))| {
            if swallows.0.replace(false) {
                event.prevent_default();
            } else if let Some(id) = pressed(&event, "data-move") {
                moving.set(Some(id.into()));
            } else if let Some(key) = pressed(&event, "data-more") {
                let column = columns.as_ref().and_then(|columns| columns.column(&key));
                let Some((cursor, stage)) = column
                    .and_then(|column| Some((column.next_cursor.clone()?, column.stage.map(|_| column.key.clone()))))
                else {
                    return;
                };
                let page = api.deals(&further(filter, stage, &cursor));
                let (patcher, tell, words) = (patcher.clone(), tell.clone(), words.clone());
                spawn_local(async move {
                    match page.await {
                        Ok(page) => {
                            patcher.patch(move |columns| columns.followed_by(&key, &cursor, page.clone()).map(Rc::new));
                        }
                        // The button is still there.
                        Err(error) => {
                            let (title, text) = failure_words(&words, &error);
                            tell.emit(
                                Said {
                                    text: t!(words, "board-more-failed", why = &title, text = &text).into(),
                                    undo: None,
                                }
                                .into(),
                            );
                        }
                    }
                });
            } else if let Some(id) = pressed(&event, "data-id").filter(|_| is_plain(&event)) {
                event.prevent_default();
                go.emit(Route::Deal { id });
            }
        },
    );
    let onkeydown = use_callback(
        (columns.clone(), moving.setter(), words.clone()),
        |event: KeyboardEvent, (columns, moving, words)| {
            let card = event.target_dyn_into::<Element>().and_then(|target| target.closest("[data-id]").ok().flatten());
            let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
            let Some((card, id)) =
                card.and_then(|card| card.get_attribute("data-id").map(|id| (card, id))).filter(|_| !held)
            else {
                return;
            };
            if event.key().eq_ignore_ascii_case("m") && card.has_attribute("data-moves") {
                event.prevent_default();
                moving.set(Some(id.into()));
            } else if let Some(to) =
                columns.as_ref().and_then(|columns| columns.step(&id, &event.key(), words.direction() == "rtl"))
            {
                event.prevent_default();
                focus(&format!("card-{to}"));
            }
        },
    );
    let onfocusin = use_callback((active.setter(), on_focus), |event: FocusEvent, (active, on_focus)| {
        let card = event.target_dyn_into::<Element>().and_then(|target| target.closest("[data-id]").ok().flatten());
        if let Some(id) = card.and_then(|card| card.get_attribute("data-id")) {
            let id = AttrValue::from(id);
            on_focus.emit(id.clone());
            active.set(Some(id));
        }
    });
    // What was typed for one deal is not proposed for another.
    let drafts = use_mut_ref(BTreeMap::<String, Drafts>::new);
    let leave = use_callback(closing.setter(), |(): (), closing| closing.set(None));
    let on_done = use_callback((mover, closing.setter(), follow), |deal: Rc<Deal>, (mover, closing, follow)| {
        closing.set(None);
        mover.closed(&deal);
        follow.emit(deal.id.clone().into());
    });

    let held = moving.as_ref().zip(columns.clone());
    let held =
        held.and_then(|(id, columns)| columns.card(id).cloned().map(|card| (Rc::new(CardHeld(card)), columns.clone())));
    let tab = columns.as_ref().and_then(|columns| {
        let known = active.as_ref().filter(|id| columns.find(id).is_some()).cloned();
        known.or_else(|| columns.all.iter().find_map(|column| column.cards.first()).map(|card| card.id.clone()))
    });
    let vendor = props.side == Side::Vendor;
    let body = columns.map(|columns| {
        let old = columns.of != *filter;
        html! {
            <div class={classes!("board", old.then_some("old"))} ref={at} role="group" aria-label={t!(words, "board-label")} aria-describedby="board-help"
                onpointerdown={dragging.onpointerdown} {onclick} {onkeydown} {onfocusin}>
                for column in columns.all.iter() {
                    <ColumnView key={column.key.to_string()} column={column.clone()} {now} {role} {vendor}
                        tab={tab.clone().filter(|id| column.cards.iter().any(|card| card.id == *id))} />
                }
            </div>
        }
    });
    html! {
        <div class={classes!("stack", css!(r"
            & .board { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(15rem, 1fr); gap: var(--space-3); overflow-x: auto; margin-inline: calc(var(--space-6) * -1); padding: 2px var(--space-6) var(--space-3); height: calc(100dvh - 15rem); min-height: 24rem; }
            & .column { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; border-radius: var(--radius); background: var(--sunken); border: 1px solid transparent; transition: border-color var(--quick), background var(--quick); }
            & .column > header { padding: var(--space-3) var(--space-3) var(--space-2); display: grid; gap: .125rem; }
            & .column > header h2 { font-size: var(--text-s); }
            & .column > header b { font-size: var(--text-s); color: var(--ink-2); }
            & .column > header small { min-height: 1.2em; font-weight: 600; }
            & .column > ul { display: grid; gap: var(--space-2); align-content: start; overflow-y: auto; padding: 2px var(--space-2) var(--space-2); }
            & .column[data-over] { border-color: var(--brand); background: var(--brand-soft); }
            & .board[data-dragging] { user-select: none; }
            & .card { display: grid; gap: var(--space-1); padding: var(--space-2) var(--space-3) var(--space-3); border-radius: var(--radius-s); cursor: pointer; content-visibility: auto; contain-intrinsic-size: auto 6.5rem; -webkit-touch-callout: none; }
            & .card:hover { border-color: var(--line-strong); }
            & .card[data-moves] { cursor: grab; }
            & .card[data-dragged] { opacity: .4; }
            & .card.moving { opacity: .65; }
            & .card a { color: inherit; padding-block: .625rem .25rem; }
            & .card a:focus-visible { outline: none; }
            & .card:has(a:focus-visible) { outline: 2px solid var(--brand); outline-offset: 1px; }
            & .card .icon { min-height: 2.25rem; min-width: 2.25rem; margin-inline-end: calc(var(--space-2) * -1); }
            & .card small:not(.clip) { flex: none; }
            & .none { padding: var(--space-3); text-align: center; }
        "))}>
            <Tools filter={filter.clone()} change={change.clone()} />
            <Sets filter={filter.clone()} change={change.clone()} side={props.side} views={props.views.clone()} />
            <Chips filter={filter.clone()} change={change.clone()} views={props.views.clone()} />
            <p class="unseen" id="board-help">{ t!(words, "board-help") }</p>
            <RemoteView fetched={Fetched::from(&*remote)} reload={board.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            if let Some((card, columns)) = held { <MoveDialog {card} {columns} {role} {on_move} on_close={stay} /> }
            if let Some((deal, command)) = &*closing {
                <OrderDialog key={deal.id.clone()} command={*command} deal={deal.clone()} on_close={leave} {on_done} reload={board.reload.clone()}
                    drafts={drafts.borrow_mut().entry(deal.id.clone()).or_default().clone()} />
            }
            <Notice shown={(*shown).clone()} on_close={hush} />
        </div>
    }
}

/// The next cards of a column, as the list has them.
fn further(filter: &Filter, stage: Option<AttrValue>, cursor: &AttrValue) -> DealQuery {
    let mut query = asked(filter);
    query.cursor = Some(cursor.to_string());
    match stage {
        Some(stage) => (query.filter.review, query.filter.stage_id) = (vec![Review::Approved], vec![stage.to_string()]),
        None => {
            let asked = std::mem::take(&mut query.filter.review);
            query.filter.review =
                Review::WAITING.into_iter().filter(|review| asked.is_empty() || asked.contains(review)).collect();
        }
    }
    query
}
