//! Whether files at hand are current: chosen, or dropped on the library, and known by their content alone. Nothing of
//! them leaves the device but their SHA-256.

use super::bring::{digest, subtle};
use crate::api::{Api, ApiError, use_api};
use crate::i18n::Words;
use crate::parts::bring::{Dropping, chosen, use_dropping};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, failure_words, icon, small_icon};
use js_sys::Uint8Array;
use portico_contract::asset::AssetCopy;
use portico_contract::asset::copy::{CopiedAsset, Verdict};
use portico_contract::capability;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// The largest file that is looked at, in bytes: all of it is in memory then.
const LARGEST: f64 = 512.0 * 1024.0 * 1024.0;

/// What is known of a file.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    Looking,
    Found(AssetCopy),
    Large,
    Unread,
    Unsafe,
    Failed(ApiError),
}

/// Files and what is known of them, the newest first.
#[derive(Clone, Debug, Default, PartialEq)]
struct Looked {
    files: Vec<(u32, Rc<str>, Known)>,
    next: u32,
}

enum Change {
    Add(Vec<Rc<str>>),
    Know(u32, Known),
    Clear,
}

impl Reducible for Looked {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut looked = (*self).clone();
        match change {
            Change::Add(names) => {
                for name in names {
                    looked.files.insert(0, (looked.next, name, Known::Looking));
                    looked.next += 1;
                }
            }
            Change::Know(place, known) => {
                looked.files.iter_mut().filter(|file| file.0 == place).for_each(|file| file.2 = known.clone());
            }
            Change::Clear => looked.files.clear(),
        }
        Rc::new(looked)
    }
}

/// What is known of a file.
async fn look(api: Api, file: File) -> Known {
    if subtle().is_none() {
        return Known::Unsafe;
    }
    if file.size() > LARGEST {
        return Known::Large;
    }
    let Ok(bytes) = JsFuture::from(file.array_buffer()).await else { return Known::Unread };
    match digest(&Uint8Array::new(&bytes).to_vec()).await {
        Some(sha256) => api.copy(&sha256).await.map_or_else(Known::Failed, Known::Found),
        None => Known::Unread,
    }
}

/// Files at hand, and how to look at more.
pub(super) struct Copies {
    can: bool,
    looked: UseReducerHandle<Looked>,
    onchange: Callback<Event>,
    clear: Callback<MouseEvent>,
    pub dropping: Dropping,
}

/// Looks at files that are dropped or chosen, where the PRM knows them by their content.
#[hook]
pub(super) fn use_copies() -> Copies {
    let (api, can) = (use_api(), use_can(capability::ASSET_COPIES));
    let looked = use_reducer(Looked::default);
    let add = use_callback((api, looked.next, looked.dispatcher()), |files: Vec<File>, (api, next, set)| {
        set.dispatch(Change::Add(files.iter().map(|file| file.name().into()).collect()));
        let (api, set, places) = (api.clone(), set.clone(), *next..);
        spawn_local(async move {
            // One after the other: each is in memory for as long.
            for (file, place) in files.into_iter().zip(places) {
                let known = look(api.clone(), file).await;
                set.dispatch(Change::Know(place, known));
            }
        });
    });
    let onchange = use_callback(add.clone(), |event: Event, add| add.emit(chosen(&event)));
    let clear = use_callback(looked.dispatcher(), |_: MouseEvent, set| set.dispatch(Change::Clear));
    let dropping = use_dropping(add, can);
    Copies { can, looked, onchange, clear, dropping }
}

impl Copies {
    /// What opens the system's choice of files.
    pub(super) fn button(&self, words: &Words) -> Html {
        if !self.can {
            return Html::default();
        }
        html! {
            <>
                <label class="chip" for="copies">{ t!(words, "copies-check") }</label>
                <input class="unseen" type="file" id="copies" multiple=true onchange={self.onchange.clone()} />
            </>
        }
    }

    /// What was found.
    pub(super) fn shown(&self, words: &Words) -> Html {
        let files = &self.looked.files;
        html! {
            <>
                if self.dropping.over { <p class="drop" aria-hidden="true">{ t!(words, "copies-drop") }</p> }
                <div role="status">
                    if !files.is_empty() {
                        <section class="card stack tight" aria-labelledby="copies-found">
                            <div class="row between">
                                <h2 id="copies-found">{ t!(words, "copies-found") }</h2>
                                <button type="button" class="button icon" aria-label={t!(words, "copies-close")} onclick={self.clear.clone()}>{ icon(Glyph::Close) }</button>
                            </div>
                            <ul class="stack tight">{ for files.iter().map(|(place, name, known)| row(words, *place, name, known)) }</ul>
                        </section>
                    }
                </div>
            </>
        }
    }
}

/// A file: what is to be said of it, its name, and the asset that it is of.
fn row(words: &Words, place: u32, name: &str, known: &Known) -> Html {
    let (glyph, tone, said, more) = match known {
        Known::Looking => (Glyph::Clock, "", t!(words, "copies-looking"), String::new()),
        Known::Found(copy) => found(words, copy),
        Known::Large => (Glyph::Warn, "warn", t!(words, "copies-large"), String::new()),
        Known::Unread => (Glyph::Warn, "bad", t!(words, "copies-unread"), String::new()),
        Known::Unsafe => (Glyph::Warn, "bad", t!(words, "copies-unsafe"), String::new()),
        Known::Failed(error) => {
            let (title, text) = failure_words(words, error);
            (Glyph::Off, "bad", title, text)
        }
    };
    let asset = match known {
        Known::Found(copy) => copy.asset.as_ref(),
        _ => None,
    };
    html! {
        <li key={place} class="row top" data-copy={name.to_owned()}>
            <span class={classes!("avatar", tone)}>{ small_icon(glyph) }</span>
            <div class="grow stack snug">
                <b>{ said }</b>
                if !more.is_empty() { <span>{ more }</span> }
                if let Some(asset) = asset {
                    <span><a href={format!("/assets/{}", asset.id)}>{ &asset.title }</a>{ " · " }{ t!(words, "asset-version", number = asset.n) }</span>
                    for newer in asset.newer.iter().filter(|newer| !newer.changes.is_empty()) {
                        <small key={newer.n}>{ t!(words, "asset-version", number = newer.n) }{ ": " }{ &newer.changes }</small>
                    }
                }
                <small class="quiet">{ name }</small>
            </div>
        </li>
    }
}

fn found(words: &Words, copy: &AssetCopy) -> (Glyph, &'static str, String, String) {
    let asset = copy.asset.as_ref();
    let day =
        |day: Option<String>, said: fn(&Words, String) -> String| day.map(|day| said(words, day)).unwrap_or_default();
    match copy.verdict {
        Verdict::Current => (Glyph::Check, "good", t!(words, "copies-current"), String::new()),
        Verdict::Superseded => {
            let replaced = asset.and_then(|asset| asset.replaced_at).map(|at| words.day(at.date_naive()));
            let current = asset.map_or(0, |asset: &CopiedAsset| asset.current);
            let text = day(replaced, |words, day| t!(words, "copies-superseded-on", day = &day));
            (Glyph::Warn, "warn", t!(words, "copies-superseded", number = current), text)
        }
        Verdict::Expired => {
            let last = asset.and_then(|asset| asset.expires_on).map(|day| words.day(day));
            let text = day(last, |words, day| t!(words, "copies-expired-on", day = &day));
            (Glyph::Warn, "bad", t!(words, "asset-expired"), text)
        }
        Verdict::Withdrawn => (Glyph::Warn, "bad", t!(words, "asset-withdrawn"), t!(words, "asset-withdrawn-text")),
        Verdict::Unpublished => (Glyph::File, "info", t!(words, "copies-unpublished"), String::new()),
        Verdict::Unknown => (Glyph::Search, "", t!(words, "copies-unknown"), t!(words, "copies-unknown-text")),
    }
}
