//! What was changed in the rules, by whom and why; and the way back to how they were.

use crate::api::{Api, ApiError, Fetch, use_api, use_remote};
use crate::i18n::Words;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Fetched, Paged, RemoteView, Toast, failure, further, use_further, use_toast};
use portico_contract::merge_patch::diff;
use portico_contract::page::Page;
use portico_contract::programme::{Programme, Revision};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Versions fetched at once.
const PAGE: u32 = 20;

type Revisions = Page<Revision>;

impl Paged for Revisions {
    type Page = Self;

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn followed_by(&self, page: Self) -> Self {
        Self { items: self.items.iter().cloned().chain(page.items).collect(), next_cursor: page.next_cursor }
    }
}

/// Since when the rules are as they are, and by whom.
pub(super) fn since(words: &Words, revision: &Revision) -> String {
    let at = words.moment(revision.changed_at);
    match &revision.changed_by {
        Some(person) => t!(words, "revision-by", number = revision.version, at = &at, name = person.name.as_str()),
        None => t!(words, "revision-first", number = revision.version, at = &at),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct HistoryProps {
    pub programme: Rc<Programme>,
    pub changed: Callback<Rc<Programme>>,
}

#[component]
pub(super) fn History(props: &HistoryProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let version = props.programme.revision.version;
    let list = use_remote((api.clone(), version), |(api, _)| -> Fetch<Rc<Revisions>> {
        let page = api.revisions(None, PAGE);
        Box::pin(async move { page.await.map(Rc::new) })
    });
    let remote = list.get();
    let known = remote.value().map(Rc::as_ref);
    let (more, failed) = use_further(known, list.patcher(), api, |api, cursor| api.revisions(cursor, PAGE));
    let body = remote.value().map(|list| {
        html! {
            <div class="stack">
                <ol class="list">
                    for revision in &list.items {
                        <Change key={revision.version} revision={revision.clone()} programme={props.programme.clone()} changed={props.changed.clone()} />
                    }
                </ol>
                if list.cursor().is_some() { { further(&words, "button", t!(words, "mails-more"), failed.as_ref(), more) } }
            </div>
        }
    });
    html! { <RemoteView fetched={Fetched::from(&*remote)} reload={list.reload.clone()} rows=6>{ body.unwrap_or_default() }</RemoteView> }
}

#[derive(Properties, PartialEq)]
struct ChangeProps {
    revision: Revision,
    programme: Rc<Programme>,
    changed: Callback<Rc<Programme>>,
}

/// One version: who and why; on demand what was changed, and a button that puts it back.
#[component]
fn Change(props: &ChangeProps) -> Html {
    let (words, api, toast) = (use_words(), use_api(), use_toast());
    let seen = use_state(|| None::<Result<Rc<Vec<(String, String, String)>>, ApiError>>);
    let failed = use_state(|| None::<ApiError>);
    let version = props.revision.version;
    let is_now = version == props.programme.revision.version;
    let ontoggle = use_callback((api.clone(), version, seen.clone()), |_: Event, (api, version, seen)| {
        if matches!(**seen, Some(Ok(_))) {
            return;
        }
        let (api, version, seen) = (api.clone(), *version, seen.setter());
        spawn_local(async move { seen.set(Some(changes(&api, version).await.map(Rc::new))) });
    });
    let put_back = use_callback(
        (api, (version, props.programme.clone()), (failed.setter(), toast, words.clone()), props.changed.clone()),
        |_: MouseEvent, (api, (version, programme), (failed, toast, words), changed)| {
            let (api, version, programme) = (api.clone(), *version, programme.clone());
            let (failed, toast, changed) = (failed.clone(), toast.clone(), changed.clone());
            let why = t!(words, "revision-put-back-note", number = version);
            let said = t!(words, "revision-put-back-done", number = version);
            spawn_local(async move {
                match restore(&api, version, &programme, &why).await {
                    Ok(new) => {
                        changed.emit(Rc::new(new));
                        toast.emit(Toast { text: said.into(), link: None });
                    }
                    Err(error) => failed.set(Some(error)),
                }
            });
        },
    );
    html! {
        <li class="item top" data-id={version.to_string()}>
            <div class="grow stack tight">
                <h2>{ since(&words, &props.revision) }</h2>
                if let Some(note) = &props.revision.note { <p class="pre">{ note }</p> }
                if version > 1 {
                    <details {ontoggle}>
                        <summary>{ t!(words, "revision-changes") }</summary>
                        { match &*seen {
                            Some(Ok(changes)) => table(&words, changes),
                            Some(Err(error)) => failure(&words, error),
                            None => html! { <div class="skeleton" /> },
                        } }
                    </details>
                }
                if let Some(error) = &*failed { { failure(&words, error) } }
            </div>
            if is_now {
                <span class="badge good">{ t!(words, "revision-now") }</span>
            } else {
                <button type="button" class="button small" onclick={put_back}>{ t!(words, "revision-put-back") }</button>
            }
        </li>
    }
}

/// Makes the rules what they were in a version: a version of its own.
async fn restore(api: &Api, version: i64, now: &Programme, why: &str) -> Result<Programme, ApiError> {
    let then = api.programme_at(version).await?;
    let value = |programme: &Programme| serde_json::to_value(&programme.rules).unwrap_or_default();
    let patch = diff(&value(now), &value(&then)).unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    api.change_programme(now.revision.version, &patch, why).await
}

/// What a version changed: place, before, after.
async fn changes(api: &Api, version: i64) -> Result<Vec<(String, String, String)>, ApiError> {
    let (after, before) = (api.programme_at(version), api.programme_at(version - 1));
    let value = |programme: Programme| serde_json::to_value(&programme.rules).unwrap_or_default();
    let (after, before) = (value(after.await?), value(before.await?));
    let mut found = Vec::new();
    compare("", &before, &after, &mut found);
    Ok(found)
}

/// Collects the leaves that are not the same.
fn compare(place: &str, before: &Value, after: &Value, found: &mut Vec<(String, String, String)>) {
    let absent = &Value::Null;
    match (before, after) {
        (Value::Object(was), Value::Object(is)) => {
            for name in was.keys().chain(is.keys().filter(|name| !was.contains_key(*name))) {
                let (was, is) = (was.get(name).unwrap_or(absent), is.get(name).unwrap_or(absent));
                compare(&format!("{place}/{name}"), was, is, found);
            }
        }
        (Value::Array(was), Value::Array(is)) => {
            for index in 0..was.len().max(is.len()) {
                let (was, is) = (was.get(index).unwrap_or(absent), is.get(index).unwrap_or(absent));
                compare(&format!("{place}/{}", index + 1), was, is, found);
            }
        }
        _ if before == after => {}
        _ => found.push((place.trim_start_matches('/').replace('/', " › "), said(before), said(after))),
    }
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn table(words: &Words, changes: &[(String, String, String)]) -> Html {
    html! {
        <div tabindex="0" role="region" aria-label={t!(words, "revision-changes")} style="overflow-x: auto">
            <table>
                <thead><tr><th>{ t!(words, "revision-place") }</th><th>{ t!(words, "revision-before") }</th><th>{ t!(words, "revision-after") }</th></tr></thead>
                <tbody>
                    for (place, before, after) in changes {
                        <tr key={place.clone()}><td>{ place }</td><td>{ before }</td><td>{ after }</td></tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
