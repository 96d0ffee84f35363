//! A file that becomes an asset: how far it has come, and what is said of it.

use super::batch::{Batch, Change, Entry};
use super::fields::{Fields, mistake};
use crate::api::{ApiError, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::bring::{Item, State, row};
use crate::t;
use crate::ui::{Glyph, Mistake, failure, hint, small_icon};
use portico_contract::asset::{Audiences, Standing};
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Before the names of a file's fields.
pub(super) fn prefix(place: u32) -> String {
    format!("{place}.")
}

#[derive(Properties)]
pub(super) struct FileCardProps {
    pub item: Item,
    pub entry: Entry,
    pub audiences: Rc<Audiences>,
    /// Its fields are in view from the start.
    pub open: bool,
    /// What is told to be wrong with it.
    pub mistakes: Vec<Mistake>,
    /// There are others of which the same can be said.
    pub others: bool,
    pub batch: UseReducerDispatcher<Batch>,
    /// Told when its upload is not kept any more.
    pub lost: Callback<u32>,
}

impl PartialEq for FileCardProps {
    fn eq(&self, other: &Self) -> bool {
        (self.open, self.others) == (other.open, other.others)
            && self.item == other.item
            && self.entry == other.entry
            && self.mistakes == other.mistakes
            && Rc::ptr_eq(&self.audiences, &other.audiences)
            && (&self.batch, &self.lost) == (&other.batch, &other.lost)
    }
}

/// The mistakes of a file: what can be known here, and what the PRM found beside.
pub(super) fn mistakes(words: &Words, place: u32, entry: &Entry) -> Vec<Mistake> {
    let prefix = prefix(place);
    let mut found: Vec<Mistake> =
        entry.draft.content().1.iter().map(|problem| mistake(words, &prefix, problem)).collect();
    let told = entry.failed.as_ref().map(ApiError::fields).unwrap_or_default();
    for problem in told {
        let (field, text) = mistake(words, &prefix, problem);
        // An upload is no field.
        if !field.ends_with("upload") && !found.iter().any(|(known, _)| *known == field) {
            found.push((field, text));
        }
    }
    found
}

#[component]
pub(super) fn FileCard(props: &FileCardProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let (item, entry) = (&props.item, &props.entry);
    let upload = match &item.state {
        State::Taken(id) => Some(id.clone()),
        _ => None,
    };
    // What it is, and whether it is there already, once it is whole.
    let deps = (api, upload.clone(), item.place, props.batch.clone(), props.lost.clone());
    use_effect_with(deps, |(api, upload, place, batch, lost)| {
        let Some(upload) = upload else { return };
        let (asked, place, batch, lost) = (api.asset_upload(upload), *place, batch.clone(), lost.clone());
        spawn_local(async move {
            match asked.await {
                Ok(upload) => batch.dispatch(Change::Same(place, upload.same)),
                Err(error) if error.kind() == Some(ProblemKind::NotFound) => lost.emit(place),
                // Without an answer nothing is known of others, which is no reason to stop.
                Err(_) => {}
            }
        });
    });
    if let Some(asset) = &entry.saved {
        let said = match asset.standing {
            Standing::Current => t!(words, "shelve-published"),
            Standing::Scheduled => t!(words, "shelve-is-scheduled"),
            Standing::Proposed => t!(words, "shelve-is-proposed"),
            _ => t!(words, "shelve-is-draft"),
        };
        let failed = entry.failed.as_ref().map(|error| failure(&words, error));
        return html! {
            <li class="card stack tight" data-file={item.name.clone()}>
                <div class="row">
                    <span class="avatar good">{ small_icon(Glyph::Check) }</span>
                    <div class="grow stack snug"><a href={format!("/assets/{}", asset.id)}><b>{ &asset.title }</b></a><small>{ said }</small></div>
                </div>
                { failed.unwrap_or_default() }
            </li>
        };
    }
    let open = props.open || !props.mistakes.is_empty();
    let refused = matches!(item.state, State::Refused(_));
    let beside = |error: &&ApiError| error.fields().iter().all(|problem| problem.pointer == "/upload");
    let failed = entry.failed.as_ref().filter(beside).map(|error| failure(&words, error));
    let title = if entry.draft.said.title.trim().is_empty() { &item.name } else { &entry.draft.said.title };
    html! {
        <li class="card stack tight" data-file={item.name.clone()}>
            <ul class="files">{ row(&words, item) }</ul>
            if !entry.same.is_empty() {
                { hint(Glyph::Warn, "warn", html! {
                    <>
                        <b>{ t!(words, "shelve-same") }</b>
                        for same in entry.same.iter() {
                            <span key={same.id.clone()}><a href={format!("/assets/{}", same.id)} target="_blank">{ &same.title }</a>{ " · " }{ t!(words, "asset-version", number = same.n) }</span>
                        }
                    </>
                }) }
            }
            { failed.unwrap_or_default() }
            if !refused {
                <details {open}>
                    <summary class="row between"><b>{ title }</b>{ small_icon(Glyph::Down) }</summary>
                    <div class="stack sheet">
                        <Fields prefix={prefix(item.place)} draft={entry.draft.clone()} audiences={props.audiences.clone()} mistakes={props.mistakes.clone()} />
                        if props.others {
                            <div><button type="button" class="button small" data-like={item.place.to_string()}>{ t!(words, "shelve-like") }</button></div>
                        }
                    </div>
                </details>
            }
        </li>
    }
}
