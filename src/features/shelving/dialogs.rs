//! What is asked before an asset is taken back, and for its next version.

use super::manage::{await_change, done};
use crate::api::{ApiError, Harbour, new_key, use_api};
use crate::i18n::use_words;
use crate::parts::bring::{State, chosen, row, use_dropping, use_files};
use crate::t;
use crate::ui::{Dialog, Field, Glyph, Typed, failure, hint, icon, typed};
use portico_contract::asset::change::{MAX_TEXT, NewVersion, SameContent};
use portico_contract::asset::{Asset, AssetCommand};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether the asset is taken back.
    Withdraw,
    /// Whether a version is.
    WithdrawVersion(u32),
    /// Which file takes the place of the current one.
    Renew,
}

#[derive(Properties)]
pub(super) struct AsksProps {
    pub question: Question,
    pub asset: Rc<Asset>,
    /// Told how the asset is after that, and what is said of it.
    pub told: Callback<(Rc<Asset>, String)>,
    pub on_close: Callback<()>,
}

impl PartialEq for AsksProps {
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question
            && Rc::ptr_eq(&self.asset, &other.asset)
            && (&self.told, &self.on_close) == (&other.told, &other.on_close)
    }
}

/// A question in front of the page.
#[component]
pub(super) fn Asks(props: &AsksProps) -> Html {
    let (asset, told, on_close) = (props.asset.clone(), props.told.clone(), props.on_close.clone());
    match props.question {
        Question::Renew => html! { <Renew {asset} {told} {on_close} question={props.question} /> },
        question => html! { <TakeBack {asset} {told} {on_close} {question} /> },
    }
}

#[component]
fn TakeBack(props: &AsksProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let (busy, failed) = (use_state(|| false), use_state(|| None::<ApiError>));
    let key = use_memo((), |()| new_key());
    let (title, text) = match props.question {
        Question::WithdrawVersion(n) if n == props.asset.current => {
            (t!(words, "shelve-version-back", number = n), t!(words, "shelve-version-back-current"))
        }
        Question::WithdrawVersion(n) => {
            (t!(words, "shelve-version-back", number = n), t!(words, "shelve-version-back-text"))
        }
        _ => (t!(words, "shelve-withdraw-title", name = props.asset.title.as_str()), t!(words, "shelve-withdraw-text")),
    };
    let said = done(&words, AssetCommand::Withdraw, &props.asset.title);
    let deps =
        ((api, props.asset.id.clone(), props.question, key, said), busy.clone(), failed.setter(), props.told.clone());
    let onsubmit = use_callback(deps, |event: SubmitEvent, ((api, id, question, key, said), busy, failed, told)| {
        event.prevent_default();
        if **busy {
            return;
        }
        let answer = match question {
            Question::WithdrawVersion(n) => api.withdraw_version(id, key, *n),
            _ => api.order_asset(id, key, AssetCommand::Withdraw),
        };
        await_change(answer, &busy.setter(), failed, (told.clone(), said.clone()));
    });
    let cancel = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <Dialog labelled_by="take-back" on_close={props.on_close.clone()}>
            <form {onsubmit}>
                <div class="stack tight"><h2 id="take-back">{ title }</h2><p>{ text }</p></div>
                { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class="button danger grow" aria-disabled={busy.then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { t!(words, "shelve-withdraw") }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn Renew(props: &AsksProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let (busy, failed) = (use_state(|| false), use_state(|| None::<ApiError>));
    let (changes, same) = (use_state(String::new), use_state(Vec::<SameContent>::new));
    let files = use_files(Harbour::Library);
    let upload = files.ids().pop();
    // One key for a file and its words: sent again after a lost answer, it is one version.
    let key = use_memo((upload.clone(), (*changes).clone()), |_| new_key());
    use_effect_with((api.clone(), upload.clone()), {
        let same = same.setter();
        move |(api, upload)| {
            same.set(Vec::new());
            let Some(asked) = upload.as_ref().map(|upload| api.asset_upload(upload)) else { return };
            spawn_local(async move {
                // Without an answer nothing is known of others, which is no reason to stop.
                if let Ok(upload) = asked.await {
                    same.set(upload.same);
                }
            });
        }
    });
    let onchange = use_callback(files.clone(), |event: Event, files| {
        files.add.emit(chosen(&event));
    });
    let onclick = use_callback(files.clone(), |event: MouseEvent, files| files.press(&event));
    let oninput = use_callback(changes.setter(), |event: InputEvent, changes| {
        if let Some((_, Typed::Text(text))) = typed(&event).filter(|(name, _)| name == "changes") {
            changes.set(text);
        }
    });
    let long = changes.chars().count() > MAX_TEXT as usize;
    let said = t!(words, "shelve-toast-renewed", name = props.asset.title.as_str());
    let deps = (
        (api, props.asset.id.clone(), upload.clone().filter(|_| !long), (*changes).clone(), key),
        (busy.clone(), failed.setter()),
        (props.told.clone(), said),
    );
    let onsubmit = use_callback(deps, |event: SubmitEvent, ((api, id, upload, changes, key), (busy, failed), to)| {
        event.prevent_default();
        let Some(upload) = upload.clone().filter(|_| !**busy) else { return };
        let answer = api.renew_asset(id, key, &NewVersion { upload, changes: changes.trim().to_owned() });
        await_change(answer, &busy.setter(), failed, to.clone());
    });
    let is_current = same.iter().any(|same| same.id == props.asset.id && same.n == props.asset.current);
    let field = Field {
        id: "changes".into(),
        label: t!(words, "shelve-changes").into(),
        value: (*changes).clone().into(),
        help: Some(t!(words, "shelve-changes-help").into()),
        problem: long.then(|| t!(words, "mend-too-long", count = MAX_TEXT).into()),
        optional: true,
        ..Field::default()
    };
    let drop = use_dropping(files.add.clone(), files.items().is_empty());
    let none = files.items().iter().all(|item| !matches!(item.state, State::Taken(_)));
    let cancel = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <Dialog labelled_by="renew" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput} {onclick} ondragenter={drop.on_over.clone()} ondragover={drop.on_over} ondragleave={drop.on_leave} ondrop={drop.on_drop}>
                <div class="stack tight"><h2 id="renew">{ t!(words, "shelve-renew") }</h2><p class="quiet">{ t!(words, "shelve-renew-text") }</p></div>
                if files.items().is_empty() {
                    <label class="button wide">
                        <input class="unseen" type="file" {onchange} />
                        { icon(Glyph::Plus) }{ t!(words, "shelve-choose-one") }
                    </label>
                } else {
                    <ul class="files">{ for files.items().iter().map(|item| row(&words, item)) }</ul>
                }
                if is_current {
                    { hint(Glyph::Warn, "warn", t!(words, "shelve-same-current").into()) }
                } else {
                    { for same.iter().map(|same| hint(Glyph::Warn, "warn", html! { <><b>{ t!(words, "shelve-same") }</b><span>{ &same.title }{ " · " }{ t!(words, "asset-version", number = same.n) }</span></> })) }
                }
                { field.area(&words) }
                { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class="button primary grow" aria-disabled={(*busy || none || long).then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { t!(words, "shelve-renew-send") }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
