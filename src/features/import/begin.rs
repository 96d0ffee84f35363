//! The first step: a file is chosen, or dropped.

use super::Step;
use super::chosen::{bytes, is_too_large};
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Glyph, failure_said, failure_words, hint, icon};
use portico_contract::import::MAX_ROWS;
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use stylist::yew::styled_component;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, File, HtmlInputElement};
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

#[styled_component]
pub(super) fn Begin(props: &BeginProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let (sent, over) = (use_state(|| Sent::Nothing), use_state(|| false));
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
    let onchange = use_callback(take.clone(), |event: Event, take| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take.emit(file);
            }
            // The same file can be chosen again, once it is mended.
            input.set_value("");
        }
    });
    let ondragover = use_callback(over.setter(), |event: DragEvent, over| {
        let holds_files = |held: &DataTransfer| held.types().includes(&"Files".into(), 0);
        if event.data_transfer().as_ref().is_some_and(holds_files) {
            event.prevent_default();
            over.set(true);
        }
    });
    let ondragleave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    let ondrop = use_callback((over.setter(), take), |event: DragEvent, (over, take)| {
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|held| held.files()).and_then(|files| files.get(0)) {
            event.prevent_default();
            take.emit(file);
        }
    });
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
    let class = css!(
        r"
        position: relative;
        border-style: dashed;
        text-align: center;
        padding-block: var(--space-8);
        &.over { border-color: var(--brand); background: var(--brand-soft); }
        input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
        &:has(:focus-visible) { outline: 2px solid var(--brand); outline-offset: 2px; }
        "
    );
    html! {
        <>
            <div class={classes!("card", "stack", class, over.then_some("over"))} {ondragover} {ondragleave} {ondrop}>
                <h2>{ t!(words, "import-file") }</h2>
                <p class="quiet" id="file-help">{ t!(words, "import-file-text", rows = MAX_ROWS) }</p>
                <p><span class="button primary" aria-hidden="true">{ icon(Glyph::Plus) }{ t!(words, "import-choose") }</span></p>
                <p class="quiet desk-only" aria-hidden="true">{ t!(words, "import-drop") }</p>
                <input type="file" accept=".csv,.tsv,.txt,text/csv" aria-label={t!(words, "import-choose")} aria-describedby="file-help" {onchange} />
            </div>
            <div role="status">{ said }</div>
        </>
    }
}
