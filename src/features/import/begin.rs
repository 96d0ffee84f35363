//! The first step: a file is chosen, or dropped.

use super::Step;
use super::chosen::{bytes, is_too_large};
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::use_words;
use crate::parts::bring::{Zone, use_dropping};
use crate::t;
use crate::ui::{Glyph, failure_said, failure_words, hint, icon};
use portico_contract::import::MAX_ROWS;
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// What became of a file.
#[derive(Clone, PartialEq)]
enum Sent {
    Nothing,
    OnItsWay(String),
    TooLarge(String),
    Refused(String, ApiError),
}

#[derive(Properties, PartialEq)]
pub(super) struct BeginProps {
    pub step: Callback<Step>,
    /// The import that the address named is not kept any more.
    pub gone: bool,
}

#[component]
pub(super) fn Begin(props: &BeginProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let sent = use_state(|| Sent::Nothing);
    let take = use_callback(
        (api, sent.setter(), props.step.clone(), words.language().to_owned()),
        |file: File, (api, sent, step, language)| {
            let name = file.name();
            if is_too_large(&file) {
                return sent.set(Sent::TooLarge(name));
            }
            sent.set(Sent::OnItsWay(name.clone()));
            let (api, sent, step, language) = (api.clone(), sent.clone(), step.clone(), language.clone());
            spawn_local(async move {
                let brought = match bytes(&file).await {
                    Ok(bytes) => api.bring_import(&new_key(), &name, bytes, &language).await,
                    Err(error) => Err(error),
                };
                match brought {
                    Ok(import) => step.emit(Step::Brought(Rc::new(import))),
                    Err(error) => sent.set(Sent::Refused(name, error)),
                }
            });
        },
    );
    let add = use_callback(take, |files: Vec<File>, take| {
        if let Some(file) = files.into_iter().next() {
            take.emit(file);
        }
    });
    let drop = use_dropping(add.clone(), true);
    let said = match &*sent {
        Sent::Nothing if props.gone => hint(Glyph::Clock, "warn", t!(words, "import-gone").into()),
        Sent::Nothing => Html::default(),
        Sent::OnItsWay(name) => {
            html! { <p class="row tight"><i class="spinner" aria-hidden="true" />{ t!(words, "import-bringing", name = name.as_str()) }</p> }
        }
        Sent::TooLarge(name) => hint(Glyph::Warn, "bad", t!(words, "import-too-large", name = name.as_str()).into()),
        Sent::Refused(name, error) => match error.kind() {
            Some(ProblemKind::NoTable) => hint(Glyph::Warn, "bad", t!(words, "import-no-text").into()),
            Some(ProblemKind::TooLarge) => {
                hint(Glyph::Warn, "bad", t!(words, "import-too-large", name = name.as_str()).into())
            }
            None if *error == ApiError::Unreadable => {
                hint(Glyph::Warn, "bad", t!(words, "import-unread", name = name.as_str()).into())
            }
            _ => {
                let (title, text) = failure_words(&words, error);
                failure_said(error, title, text)
            }
        },
    };
    html! {
        <>
            <div ondragenter={drop.on_over.clone()} ondragover={drop.on_over} ondragleave={drop.on_leave} ondrop={drop.on_drop}>
            <Zone label={t!(words, "import-choose")} described_by="file-help" accept=".csv,.tsv,.txt,text/csv" over={drop.over} {add}>
                <h2>{ t!(words, "import-file") }</h2>
                <p class="quiet" id="file-help">{ t!(words, "import-file-text", rows = MAX_ROWS) }</p>
                <p><span class="button primary" aria-hidden="true">{ icon(Glyph::Plus) }{ t!(words, "import-choose") }</span></p>
                <p class="quiet desk-only" aria-hidden="true">{ t!(words, "import-drop") }</p>
            </Zone>
            </div>
            <div role="status">{ said }</div>
        </>
    }
}
