//! The page `/assets/new`: files are dropped, said what they are, and put into the library.

use super::batch::{Aim, Batch, Change, Entry, Kept, Ready, find, keep, send, written};
use super::card::{FileCard, mistakes, prefix};
use super::fields::use_audiences;
use super::table::Table;
use crate::api::{Harbour, use_api};
use crate::i18n::use_words;
use crate::parts::bring::{Item, State, Zone, use_dropping, use_files};
use crate::route::Route;
use crate::session::{use_may, use_session};
use crate::t;
use crate::ui::{Back, ErrorSummary, Glyph, Mistake, Page, focus_next, hint, icon, pressed, typed};
use portico_contract::asset::change::MAX_UPLOAD;
use portico_contract::session::Permission;
use std::collections::BTreeMap;
use stylist::yew::styled_component;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// With so many files their fields are folded away.
const MANY: usize = 3;

/// Files for the library.
#[styled_component]
pub fn AddAssets() -> Html {
    let (words, api) = (use_words(), use_api());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let may_publish = use_may(Permission::AssetsPublish);
    let audiences = use_audiences();
    let files = use_files(Harbour::Library);
    let batch = use_reducer(Batch::default);
    let (turn, busy) = (use_state(|| 0_u32), use_state(|| false));
    let dispatch = batch.dispatcher();

    // What was brought before and is in no asset yet goes on where it was left.
    let (found, restored, place) = (account.clone(), files.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let (mut known, mut said) = (Vec::new(), Vec::new());
        for (kept, at) in find(&found).into_iter().zip(0..) {
            known.push((kept.upload, kept.name, kept.size));
            said.push((at, kept.draft));
        }
        if !known.is_empty() {
            restored.restore(known);
            place.dispatch(Change::Say(said));
        }
    });
    let names: Vec<(u32, String)> = files.items().iter().map(|item| (item.place, item.name.clone())).collect();
    let (place, language) = (dispatch.clone(), words.language().to_owned());
    use_effect_with(names, move |names| {
        // Before anything is there, nothing is forgotten.
        if !names.is_empty() {
            place.dispatch(Change::Files(names.clone(), language));
        }
    });
    let items = files.items().iter().filter_map(|item| Some((item, batch.entries.get(&item.place)?)));
    let open: Vec<_> = items.filter(|(_, entry)| entry.saved.is_none()).collect();
    let kept: Vec<Kept> = open
        .iter()
        .filter_map(|(item, entry)| {
            let State::Taken(upload) = &item.state else { return None };
            Some(Kept {
                upload: upload.clone(),
                name: item.name.clone(),
                size: item.size,
                draft: (*entry.draft).clone(),
            })
        })
        .collect();
    let there = !files.items().is_empty();
    use_effect_with((account, there, written(&kept)), |(account, there, kept)| {
        if *there {
            keep(account, kept.as_deref());
        }
    });

    let several = open.len() > 1;
    let of_each: BTreeMap<u32, Vec<Mistake>> = open
        .iter()
        .filter(|(item, _)| !matches!(item.state, State::Refused(_)))
        .map(|(item, entry)| (item.place, mistakes(&words, item.place, entry)))
        .collect();
    let named = |(item, _): &(&Item, &Entry)| {
        let found = of_each.get(&item.place).cloned().unwrap_or_default().into_iter();
        let name = if several { format!("{}: ", item.name) } else { String::new() };
        found.map(move |(field, text)| (field, format!("{name}{text}").into())).collect::<Vec<Mistake>>()
    };
    let of_all: Vec<Mistake> = open.iter().flat_map(named).collect();
    let told = |place: u32| of_each.get(&place).filter(|_| *turn > 0).cloned().unwrap_or_default();
    let going = files.are_going();
    let ready = open.iter().filter(|(item, _)| matches!(item.state, State::Taken(_))).count();
    let deps = ((api, batch.clone(), files.clone()), (busy.setter(), turn.clone()), *busy || going, !of_all.is_empty());
    let save = use_callback(deps, |aim: Aim, ((api, batch, files), (busy, turn), blocked, stuck)| {
        turn.set(**turn + 1);
        if *blocked || *stuck {
            return;
        }
        let dispatch = batch.dispatcher();
        let ready: Vec<Ready> = files
            .items()
            .iter()
            .filter_map(|item| {
                let State::Taken(upload) = &item.state else { return None };
                let entry = batch.entries.get(&item.place).filter(|entry| aim.wants(entry))?;
                Some(Ready::of(item.place, entry, upload.clone(), aim))
            })
            .collect();
        if ready.is_empty() {
            return;
        }
        busy.set(true);
        let (api, busy) = (api.clone(), busy.clone());
        spawn_local(async move {
            send(api, ready, aim, |change| dispatch.dispatch(change)).await;
            busy.set(false);
            focus_next("shelve-done");
        });
    });
    let onsubmit = use_callback((save.clone(), may_publish), |event: SubmitEvent, (save, may_publish)| {
        event.prevent_default();
        save.emit(if *may_publish { Aim::Publish } else { Aim::Propose });
    });
    let as_drafts = use_callback(save, |_: MouseEvent, save| save.emit(Aim::Draft));
    let oninput = use_callback(dispatch.clone(), |event: InputEvent, dispatch| {
        let Some((name, value)) = typed(&event) else { return };
        if let Some((place, name)) = name.split_once('.').and_then(|(place, name)| Some((place.parse().ok()?, name))) {
            dispatch.dispatch(Change::Type(place, name.to_owned(), value));
        }
    });
    let onclick =
        use_callback((dispatch.clone(), files.clone()), |event: MouseEvent, (dispatch, files)| {
            match pressed(&event, "data-like").and_then(|place| place.parse().ok()) {
                Some(place) => dispatch.dispatch(Change::Like(place)),
                None => files.press(&event),
            }
        });
    let unlike = use_callback(dispatch.clone(), |_: MouseEvent, dispatch| dispatch.dispatch(Change::Unlike));
    let drop = use_dropping(files.add.clone(), true);
    let saved = batch.entries.values().filter(|entry| entry.saved.is_some()).count();
    let disabled = (*busy || going || ready == 0).then_some("true");
    let back = Back { to: Route::Assets, label: t!(words, "nav-assets").into() };
    let status = match (going, *busy, saved) {
        (true, ..) => t!(words, "shelve-going"),
        (_, true, _) => t!(words, "saving"),
        (_, _, 0) => String::new(),
        (_, _, saved) => t!(words, "shelve-done", count = saved),
    };
    let class = css!(
        r"
        & summary { margin-block: 0; }
        & .sheet { padding-block: var(--space-2); }
        "
    );
    html! {
        <Page title={t!(words, "shelve-add")} {back}>
            <form class={classes!("stack", "wide", "narrow", class)} novalidate=true {onsubmit} {oninput} {onclick}
                ondragenter={drop.on_over.clone()} ondragover={drop.on_over} ondragleave={drop.on_leave} ondrop={drop.on_drop} onpaste={drop.on_paste}>
                <Zone label={t!(words, "shelve-choose")} described_by="drop-help" multiple=true over={drop.over} add={files.add.clone()}>
                    <p class="quiet" id="drop-help">{ t!(words, "shelve-drop", size = &words.bytes(MAX_UPLOAD)) }</p>
                    <p><span class={if there { "button" } else { "button primary" }} aria-hidden="true">{ icon(Glyph::Plus) }{ t!(words, "shelve-choose") }</span></p>
                </Zone>
                <ErrorSummary mistakes={if *turn > 0 { of_all } else { Vec::new() }} turn={*turn} />
                <p id="shelve-done" tabindex="-1" role="status" class={if status.is_empty() { "unseen" } else { "" }}>{ status }</p>
                if batch.can_undo() && !open.is_empty() {
                    { hint(Glyph::Check, "good", html! { <div class="row between wrap"><span>{ t!(words, "shelve-liked") }</span><button type="button" class="button small" onclick={unlike}>{ t!(words, "undo") }</button></div> }) }
                }
                if several { <Table batch={batch.clone()} items={files.items().to_vec()} audiences={audiences.clone()} /> }
                if there {
                    <ul class="stack">
                        for item in files.items() {
                            if let Some(entry) = batch.entries.get(&item.place) {
                                <FileCard key={prefix(item.place)} item={item.clone()} entry={entry.clone()} audiences={audiences.clone()}
                                    open={files.items().len() <= MANY} mistakes={told(item.place)} others={several} batch={dispatch.clone()} lost={files.lose.clone()} />
                            }
                        }
                    </ul>
                }
                if !open.is_empty() {
                    <div class="bar">
                        <button type="button" class="button" onclick={as_drafts} aria-disabled={disabled}>{ t!(words, "shelve-drafts") }</button>
                        <button type="submit" class="button primary grow" aria-disabled={disabled}>
                            if *busy { <span class="spinner" aria-hidden="true" /> }
                            { if may_publish { t!(words, "shelve-publish", count = open.len()) } else { t!(words, "shelve-propose", count = open.len()) } }
                        </button>
                    </div>
                } else if saved > 0 {
                    <div class="row wrap"><a class="button primary" href={Route::Assets.path()}>{ t!(words, "shelve-to-library") }</a></div>
                }
            </form>
        </Page>
    }
}
