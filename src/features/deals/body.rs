//! The rows of the list, its heads, and what stands there without rows.

use super::model::{Row, Rows};
use super::narrow::{Filter, Set};
use super::pick::{Pick, Picked, use_long_press};
use super::rows::{DealItem, DealLine};
use crate::api::ApiError;
use crate::i18n::use_words;
use crate::route::{Route, is_plain, use_go};
use crate::t;
use crate::ui::{Glyph, empty, focus, further, icon, pressed, small_icon, use_minute, use_wide};
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::Sort;
use portico_contract::session::Side;
use std::rc::Rc;
use stylist::yew::styled_component;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct BodyProps {
    pub rows: Rows,
    pub side: Side,
    pub may_register: bool,
    pub more: Callback<()>,
    /// Why the last page that was asked for did not come.
    pub failed: Option<ApiError>,
    pub filter: Filter,
    pub change: Callback<Filter>,
    /// What is selected, where rows can be.
    pub picked: Option<Rc<Picked>>,
    pub pick: Callback<Pick>,
}

/// What somebody does to the selection with a click: only the box itself counts, its label passes the click on to it.
fn picked_by(event: &MouseEvent, rows: &Rows) -> Option<Pick> {
    let id = pressed(event, "data-pick")?;
    let is_box = event.target().is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some());
    let shown = || rows.rows.iter().map(|row| row.id.to_string()).collect();
    is_box.then(|| if event.shift_key() { Pick::Through(id, shown()) } else { Pick::Turn(id) })
}

/// The list, or why there is none.
#[styled_component]
pub(super) fn Body(props: &BodyProps) -> Html {
    let (words, now, wide, go) = (use_words(), use_minute(), use_wide(), use_go());
    let more = use_callback(props.more.clone(), |_: MouseEvent, more| more.emit(()));
    // A line of the table leads where the link in it does; a line of the list is a link altogether.
    let open = use_callback((go, props.rows.clone(), props.pick.clone()), |event: MouseEvent, (go, rows, pick)| {
        if pressed(&event, "data-pick").is_some() {
            if let Some(picked) = picked_by(&event, rows) {
                pick.emit(picked);
            }
        } else if let Some(id) = pressed(&event, "data-id").filter(|_| is_plain(&event)) {
            event.prevent_default();
            go.emit(Route::Deal { id });
        }
    });
    let vendor = props.side == Side::Vendor;
    let can_pick = props.picked.is_some();
    let picking = props.picked.as_ref().is_some_and(|picked| picked.picking);
    let press = use_long_press(can_pick && !wide && !picking, props.pick.clone());
    let tap = use_callback(
        (props.rows.clone(), props.pick.clone(), press.swallows),
        |event: MouseEvent, (rows, pick, swallows)| {
            if swallows.replace(false) {
                event.prevent_default();
            } else if let Some(picked) = picked_by(&event, rows) {
                pick.emit(picked);
            }
        },
    );
    let begin = use_callback((props.pick.clone(), picking), |_: MouseEvent, (pick, picking)| {
        pick.emit(Pick::Picking(!picking))
    });
    let is_picked =
        |row: &Row, shown: bool| props.picked.as_ref().filter(|_| shown).map(|picked| picked.ids.contains(&*row.id));
    if props.rows.rows.is_empty() {
        let filter = props.filter.clone();
        // Counted with all that narrows them: where nothing does and there is none, there is none at all.
        let none_at_all =
            props.rows.counts.is_some_and(|counts| counts.all == 0) && filter.narrow == DealFilter::default();
        let change = props.change.clone();
        return html! { <Nothing {filter} {change} {none_at_all} may_register={props.may_register} /> };
    }
    let list = if wide {
        html! {
            <div class="card flush table"><table class={classes!(can_pick.then_some("picks"))}>
                <Head filter={props.filter.clone()} change={props.change.clone()} {vendor} all={props.picked.as_ref().map(|picked| props.rows.rows.iter().all(|row| picked.ids.contains(&*row.id)))} rows={props.rows.clone()} pick={props.pick.clone()} />
                <tbody onclick={open}>
                    for row in props.rows.rows.iter() {
                        <DealLine key={row.key.clone()} row={row.clone()} {now} {vendor} picked={is_picked(row, true)} />
                    }
                </tbody>
            </table></div>
        }
    } else {
        html! {
            <>
                if can_pick {
                    <div class="row end-row"><button type="button" class="button plain small" aria-pressed={picking.to_string()} onclick={begin}>{ t!(words, "pick") }</button></div>
                }
                <ul class="list long" onclick={tap} onpointerdown={press.onpointerdown} onpointermove={press.onpointermove} onpointerup={press.onpointerup.clone()} onpointercancel={press.onpointerup} oncontextmenu={press.oncontextmenu}>
                    for row in props.rows.rows.iter() {
                        <DealItem key={row.key.clone()} row={row.clone()} {now} {vendor} picked={is_picked(row, picking)} />
                    }
                </ul>
            </>
        }
    };
    html! {
        <div class={classes!("stack", css!(r"
            & .long > li { content-visibility: auto; contain-intrinsic-size: auto 5rem; }
            & .long > li > label { cursor: pointer; }
            & .end-row { justify-content: end; margin-block: calc(var(--space-3) * -1); }
            & .pick { width: 1px; padding: 0 0 0 var(--space-4); }
            & .pick .choice { padding: 0; min-height: 2.25rem; align-items: center; }
            & .pick label { display: block; margin: calc(var(--space-1) * -1) calc(var(--space-3) * -1); padding: var(--space-1) var(--space-3); cursor: pointer; }
            & .item > .choice { padding: 0; align-items: center; }
        "))}>
            { list }
            if props.rows.next_cursor.is_some() {
                { further(&words, "button", t!(words, "deals-more"), props.failed.as_ref(), more) }
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    filter: Filter,
    change: Callback<Filter>,
    vendor: bool,
    /// Whether all that is shown is selected, where rows can be.
    all: Option<bool>,
    rows: Rows,
    pick: Callback<Pick>,
}

/// The heads of the columns; those that can be sorted by are buttons.
#[component]
fn Head(props: &HeadProps) -> Html {
    let words = use_words();
    let all = use_callback((props.rows.clone(), props.pick.clone()), |_: MouseEvent, (rows, pick)| {
        pick.emit(Pick::All(rows.rows.iter().map(|row| row.id.to_string()).collect()));
    });
    let sort = use_callback((props.filter.clone(), props.change.clone()), |event: MouseEvent, (filter, change)| {
        let Some(name) = pressed(&event, "data-sort") else { return };
        // The same head again turns the order round.
        let turned = if filter.sorted().name() == name { format!("-{name}") } else { name };
        if let Some(sort) = Sort::parse(&turned) {
            change.emit(Filter { sort, ..filter.clone() });
        }
    });
    let head = |name: &'static str, label: String, class: &'static str| {
        let now = props.filter.sorted().name();
        let order = if now == name {
            Some("ascending")
        } else if now.strip_prefix('-') == Some(name) {
            Some("descending")
        } else {
            None
        };
        html! {
            <th scope="col" {class} aria-sort={order}>
                <button type="button" data-sort={name}>
                    { label }
                    if let Some(order) = order { { small_icon(if order == "ascending" { Glyph::Up } else { Glyph::Down }) } }
                </button>
            </th>
        }
    };
    html! {
        <thead onclick={sort}>
            <tr>
                if let Some(picked) = props.all {
                    <th scope="col" class="pick"><span class="choice bare"><input type="checkbox" checked={picked} aria-label={t!(words, "pick-all")} onclick={all} /></span></th>
                }
                { head("customer", t!(words, "column-customer"), "") }
                <th scope="col" class="spare">{ t!(words, "column-number") }</th>
                <th scope="col">{ t!(words, "column-review") }</th>
                <th scope="col" class="spare">{ t!(words, "column-products") }</th>
                <th scope="col">{ if props.vendor { t!(words, "column-partner") } else { t!(words, "column-owner") } }</th>
                { head("updatedAt", t!(words, "column-next"), "") }
                { head("closeDate", t!(words, "column-closes"), "day") }
                { head("value", t!(words, "column-value"), "num") }
            </tr>
        </thead>
    }
}

#[derive(Properties, PartialEq)]
struct NothingProps {
    filter: Filter,
    change: Callback<Filter>,
    /// There is nothing that a search could find.
    none_at_all: bool,
    may_register: bool,
}

/// No row: because there is no deal yet, or because none fits.
#[component]
fn Nothing(props: &NothingProps) -> Html {
    let words = use_words();
    let clear = use_callback(props.change.clone(), |_: MouseEvent, change| {
        change.emit(Filter { set: Some(Set::All), ..Filter::default() });
        focus("main");
    });
    let narrowed = !props.none_at_all && props.filter != Filter { set: Some(Set::All), ..Filter::default() };
    if narrowed {
        let all =
            html! { <button type="button" class="button" onclick={clear}>{ t!(words, "deals-show-all") }</button> };
        return empty(Glyph::Search, "", t!(words, "deals-none-found"), t!(words, "deals-none-found-text"), all);
    }
    let register = props.may_register.then(|| {
        html! { <a href={Route::NewDeal.path()} class="button primary">{ icon(Glyph::Plus) }{ t!(words, "deal-register") }</a> }
    });
    empty(Glyph::Deal, "", t!(words, "deals-none"), t!(words, "deals-none-text"), register.unwrap_or_default())
}
