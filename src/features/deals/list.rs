//! The page of all deals: what narrows them, and either a table or the board.

use super::board::BoardPaneProps;
use super::narrow::{Filter, start_of, use_views};
use super::table::Table;
use crate::api::{DealQuery, export_url};
use crate::i18n::use_words;
use crate::live::use_stream;
use crate::parts::live_mark;
use crate::route::{Query, Route, use_go, use_query};
use crate::session::{device, use_may, use_session, use_side};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, Page, focus, icon, pressed, use_shortcut, use_wide};
use portico_contract::capability;
use portico_contract::session::Permission;
use yew::prelude::*;

/// Under which name it is kept on this device how somebody looks at deals at a desk.
const LAYOUT: &str = "deals-layout";
const BOARD: &str = "board";
const TABLE: &str = "table";

#[derive(Properties)]
pub struct DealListProps {
    /// Renders the board, which comes when somebody wants it.
    pub board: fn(BoardPaneProps) -> Html,
}

impl PartialEq for DealListProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.board, other.board)
    }
}

/// The page `/deals`.
#[component]
pub fn DealList(props: &DealListProps) -> Html {
    let (words, go, wide) = (use_words(), use_go(), use_wide());
    let (side, may_register) = (use_side(), use_may(Permission::DealsRegister));
    let (can_export, can_import) = (use_can(capability::EXPORT), use_can(capability::IMPORT));
    let can_look = use_can(capability::PIPELINE);
    let can_board = use_can(capability::BOARD);
    let me = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let can_keep = use_can(capability::VIEWS);
    let views = use_views(&me, can_keep);
    let filter = use_query(|| Filter::from_address().or_else(|| start_of(&me)).unwrap_or_default());
    // Words and orders change often; what else narrows the list is a step that one can go back from.
    let change = use_callback(filter.clone(), |to: Filter, filter| {
        let now = &**filter;
        let same = Filter { sort: now.sort, ..to.clone() };
        let mut same_words = same.clone();
        same_words.narrow.q.clone_from(&now.narrow.q);
        if same_words != *now {
            to.to_history();
        }
        filter.set(to);
    });
    let board = use_state(|| device::find(&me, LAYOUT).as_deref() == Some(BOARD));
    let on_board = *board && wide && can_board;
    let lay_out = use_callback((board.setter(), me), |event: MouseEvent, (board, me)| {
        if let Some(layout) = pressed(&event, "data-layout") {
            device::keep(me, LAYOUT, &layout);
            board.set(layout == BOARD);
        }
    });

    let find = use_callback((), |(): (), ()| focus("search"));
    let new = use_callback((go, may_register), |(): (), (go, may)| {
        if *may {
            go.emit(Route::NewDeal);
        }
    });
    use_shortcut("/", find);
    use_shortcut("n", new);

    let live = use_stream().is_open();
    // A file of what is shown: the browser keeps it under the name that the PRM gives.
    let asked = DealQuery { filter: filter.asked(), sort: filter.sorted(), ..DealQuery::default() };
    let export = export_url(&asked, words.language());
    let layouts = (wide && can_board).then(|| {
        let layout = |name: &'static str, label: String, pressed: bool| {
            html! { <button type="button" class="chip" data-layout={name} aria-pressed={pressed.to_string()}>{ label }</button> }
        };
        html! {
            <div class="row tight" role="group" aria-label={t!(words, "layout")} onclick={lay_out}>
                { layout(TABLE, t!(words, "layout-table"), !on_board) }
                { layout(BOARD, t!(words, "layout-board"), on_board) }
            </div>
        }
    });
    let tables = html! {
        <>
            if can_look { <a href={Route::Pipeline.path()} class="button plain small desk-only">{ t!(words, "pipeline-title") }</a> }
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
        <Page title={t!(words, "nav-deals")} actions={html! { <>{ live_mark(&words, live) }<span class="grow" />{ layouts }{ tables }{ register }</> }}>
            if on_board {
                { (props.board)(BoardPaneProps { filter: (*filter).clone(), change, views, side }) }
            } else {
                <Table filter={(*filter).clone()} {change} {views} {side} {may_register} />
            }
            if may_register {
                <a href={Route::NewDeal.path()} class="button primary fab phone-only">{ icon(Glyph::Plus) }{ t!(words, "deal-register") }</a>
            }
        </Page>
    }
}
