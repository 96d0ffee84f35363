//! The page `/assets/usage`: which assets partners use, how many firms, and which nobody has opened.

mod look;
mod model;
mod rows;

#[cfg(feature = "measure")]
pub use rows::RENDERED;

use super::csv;
use crate::api::{Answer, Api, Fetch, Remote, use_api, use_remote};
use crate::i18n::{Words, today, use_words};
use crate::route::{Query, Route, use_narrowing};
use crate::t;
use crate::ui::{
    Back, Fetched, Glyph, Page, RemoteView, empty, further, icon, pressed, save_file, small_icon, use_further, use_wide,
};
use look::{DAYS, Look};
use model::{Shown, Unopened, sheet};
use portico_contract::asset::AssetUsage;
use portico_contract::asset::change::UsageSort;
use portico_contract::page::MAX_LIMIT;
use rows::Rows;
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// Rows fetched at once; of what nobody opened as many as the PRM gives, so that they are counted.
fn rows_of(look: Look) -> u32 {
    if look.sort == UsageSort::Unused { MAX_LIMIT } else { 50 }
}

fn fetch((api, look): &(Api, Look)) -> Fetch<Rc<Shown>> {
    let (page, of) = (api.asset_usage(look.days, look.sort, None, rows_of(*look)), *look);
    Box::pin(async move { Ok(Rc::new(Shown::first(page.await?, of))) })
}

fn next((api, look): &(Api, Look), cursor: Option<&str>) -> Answer<(portico_contract::page::Page<AssetUsage>, Look)> {
    let (page, of) = (api.asset_usage(look.days, look.sort, cursor, rows_of(*look)), *look);
    Box::pin(async move { Ok((page.await?, of)) })
}

/// The page.
#[styled_component]
pub fn Usage() -> Html {
    let (words, api, wide) = (use_words(), use_api(), use_wide());
    let (look, change) = use_narrowing(|| Look::from_address().unwrap_or_default());
    let used = use_remote((api.clone(), *look), fetch);
    let onclick = use_callback((*look, change), |event: MouseEvent, (look, change)| {
        if let Some(to) = pressed(&event, "data-look").and_then(|name| look.pressed(&name)) {
            change.emit(to);
        }
    });
    let remote = used.get();
    let shown = remote.value();
    let (more, failed) = use_further(shown.map(|shown| &**shown), used.patcher(), (api, *look), next);
    let save = use_callback((shown.cloned(), words.clone()), |_: MouseEvent, (shown, words)| {
        if let Some(shown) = shown {
            let separator = csv::separator_beside(words.decimal_sign());
            let name = format!("{}-{}-{}.csv", t!(words, "usage-file"), shown.of.days, today());
            // A browser that takes no files says so itself.
            let _ = save_file(csv::table(separator, sheet(words, shown).into_iter()).as_bytes(), &name);
        }
    });
    let body = shown.map(|shown| {
        let old = shown.of != *look;
        let busy = old && !matches!(&*remote, Remote::Loaded { failed: Some(_), .. });
        html! {
            <div aria-busy={busy.then_some("true")} class={classes!("stack", old.then_some("old"))}>
                if shown.rows.is_empty() {
                    { nothing(&words) }
                } else {
                    <p role="status" class="quiet">{ told(&words, shown) }</p>
                    <Rows shown={shown.clone()} {wide} />
                }
                if shown.next_cursor.is_some() && !old {
                    { further(&words, "button", t!(words, "assets-more"), failed.as_ref(), more) }
                }
            </div>
        }
    });
    let can_save = shown.is_some_and(|shown| !shown.rows.is_empty());
    let actions = html! {
        <>
            <span class="grow" />
            if can_save {
                <button type="button" class="button small" onclick={save} aria-label={t!(words, "usage-save")}>{ small_icon(Glyph::Download) }{ t!(words, "usage-csv") }</button>
            }
        </>
    };
    let back = Back { to: Route::Assets, label: t!(words, "nav-assets").into() };
    html! {
        <Page title={t!(words, "usage-title")} {back} {actions}>
            <div class={classes!("stack", css!(r"
                & .looks { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); }
                & .looks > .chips { margin: 0; padding: 2px 0; flex-wrap: wrap; }
                & .bar-of { display: block; height: .375rem; border-radius: var(--radius-full); background: var(--sunken); overflow: hidden; }
                & .bar-of > i { display: block; height: 100%; width: var(--share); min-width: 2px; border-radius: inherit; background: var(--part-3); transition: width .2s; }
                & .bar-of.second > i { background: var(--part-1); }
                & .bar-of.none { visibility: hidden; }
                & .bar-of.none + b { font-weight: 400; color: var(--ink-2); }
                & tbody tr { position: relative; }
                & tbody a::after { content: ''; position: absolute; inset: 0; }
                & tbody a:focus-visible { outline: none; }
                & tbody a:focus-visible::after { outline: 2px solid var(--brand); outline-offset: -3px; }
                & .list > li { content-visibility: auto; contain-intrinsic-size: auto 5rem; }
                & td.counts { width: 9.5rem; }
                & td.counts .row { justify-content: end; flex-wrap: nowrap; }
                & td.counts .bar-of { flex: 1; }
                & td.counts b, & .few b { font-weight: 600; min-width: 2.25rem; text-align: end; font-variant-numeric: tabular-nums; }
                & .when { white-space: nowrap; padding-inline-start: var(--space-6); width: 12rem; }
                & .item .few { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: var(--space-1) var(--space-3); align-items: center; flex-basis: 100%; font-size: var(--text-s); }
                & .item h2 { font: 600 var(--text-m)/1.3 var(--font); letter-spacing: normal; }
                & .never { color: var(--warn); font-weight: 600; }
            "))} {onclick}>
                { looks(&words, *look) }
                <RemoteView fetched={Fetched::from(&*remote)} reload={used.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

/// What is looked at: in which order, and over how many days.
fn looks(words: &Words, look: Look) -> Html {
    let chip = |name: String, label: String, on: bool| {
        html! { <button type="button" class="chip" key={name.clone()} data-look={name} aria-pressed={on.to_string()}>{ label }</button> }
    };
    let sort = |sort: UsageSort| {
        let label = match sort {
            UsageSort::Views => t!(words, "usage-by-views"),
            UsageSort::Downloads => t!(words, "usage-by-downloads"),
            UsageSort::Unused => t!(words, "usage-by-unused"),
        };
        chip(format!("sort:{}", sort.name()), label, look.sort == sort)
    };
    let days = |days: u32| chip(format!("days:{days}"), t!(words, "usage-days", count = days), look.days == days);
    html! {
        <div class="looks">
            <div class="chips" role="group" aria-label={t!(words, "assets-sort")}>{ for UsageSort::ALL.into_iter().map(sort) }</div>
            <div class="chips" role="group" aria-label={t!(words, "pipeline-period")}>{ for DAYS.into_iter().map(days) }</div>
        </div>
    }
}

/// What is shown, in a sentence.
fn told(words: &Words, shown: &Shown) -> String {
    match (shown.of.sort, shown.unopened()) {
        (UsageSort::Unused, Unopened::All(count)) => t!(words, "usage-unopened", count = count),
        (UsageSort::Unused, Unopened::AtLeast(count)) => t!(words, "usage-unopened-more", count = count),
        _ => t!(words, "usage-told", count = shown.of.days),
    }
}

/// Nothing was ever published.
fn nothing(words: &Words) -> Html {
    let way = html! { <a href={Route::NewAsset.path()} class="button primary">{ icon(Glyph::Plus) }{ t!(words, "shelve-add") }</a> };
    empty(Glyph::Library, "", t!(words, "usage-none"), t!(words, "usage-none-text"), way)
}
