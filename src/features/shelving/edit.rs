//! The page `/assets/{id}/edit`: what is said of an asset is said otherwise.

use super::draft::Draft;
use super::fields::{Fields, mistake, use_audiences};
use crate::api::{ApiError, Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::route::{Route, use_go};
use crate::session::{device, use_session};
use crate::t;
use crate::ui::{
    Back, ErrorSummary, Fetched, Glyph, Mistake, Page, RemoteView, Toast, empty, failure, failure_words, hint, typed,
    use_toast,
};
use portico_contract::asset::{Asset, AssetCommand, AssetContent};
use portico_contract::merge_patch::diff;
use portico_contract::problem::ProblemKind;
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditAssetProps {
    pub id: AttrValue,
}

/// What is said of one asset.
#[component]
pub fn EditAsset(props: &EditAssetProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let asset = use_remote((api, props.id.clone()), |(api, id)| -> Fetch<Rc<Asset>> {
        let asset = api.asset(id);
        Box::pin(async move { asset.await.map(Rc::new) })
    });
    let remote = asset.get();
    let back = Back { to: Route::Asset { id: props.id.to_string() }, label: t!(words, "asset-title").into() };
    let body = remote.value().map(|known| {
        if known.allowed_actions.contains(&AssetCommand::Edit) {
            html! { <Editor asset={known.clone()} /> }
        } else {
            let to = html! { <a class="button primary" href={back.to.path()}>{ t!(words, "back") }</a> };
            empty(Glyph::File, "", t!(words, "shelve-closed"), t!(words, "shelve-closed-text"), to)
        }
    });
    html! {
        <Page title={t!(words, "shelve-edit")} back={back.clone()}>
            <RemoteView fetched={Fetched::from(&*remote)} reload={asset.reload} {back} rows=6>{ body.unwrap_or_default() }</RemoteView>
        </Page>
    }
}

/// What changed: a merge patch (RFC 7396).
fn patch(before: &AssetContent, after: &AssetContent) -> Option<Value> {
    let value = |content| serde_json::to_value(content).unwrap_or_default();
    diff(&value(before), &value(after))
}

#[derive(Properties)]
struct EditorProps {
    asset: Rc<Asset>,
}

impl PartialEq for EditorProps {
    fn eq(&self, other: &Self) -> bool {
        // What is typed is not exchanged for what was fetched again.
        self.asset.id == other.asset.id
    }
}

#[component]
fn Editor(props: &EditorProps) -> Html {
    let (words, api, go, toast) = (use_words(), use_api(), use_go(), use_toast());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let audiences = use_audiences();
    let begun = use_memo((), |()| props.asset.clone());
    let before = use_memo((), |()| begun.content());
    let place = format!("shelving.{}", begun.id);
    let kept = use_memo((), |()| device::find(&account, &place).and_then(|text| serde_json::from_str(&text).ok()));
    let draft = use_state(|| Rc::new((*kept).clone().unwrap_or_else(|| Draft::of((*before).clone()))));
    let (turn, busy, failed) = (use_state(|| 0_u32), use_state(|| false), use_state(|| None::<ApiError>));
    let (content, problems) = draft.content();
    let patch = patch(&before, &content);
    let unsaved = patch.is_some() || !problems.is_empty();
    let (holder, at) = (account.clone(), place.clone());
    use_effect_with(((*draft).clone(), unsaved), move |(draft, unsaved)| match serde_json::to_string(&**draft) {
        Ok(text) if *unsaved => device::keep(&holder, &at, &text),
        _ => device::forget(&holder, &at),
    });
    let told = failed.as_ref().map(ApiError::fields).unwrap_or_default();
    let mistakes: Vec<Mistake> = problems.iter().chain(told).map(|problem| mistake(&words, "", problem)).collect();

    let oninput =
        use_callback(((*draft).clone(), draft.setter(), failed.setter()), |event: InputEvent, (draft, set, failed)| {
            if let Some((name, value)) = typed(&event) {
                set.set(Rc::new(draft.with(&name, value)));
                failed.set(None);
            }
        });
    let deps = (
        (api, begun.id.clone(), patch, problems.is_empty()),
        (busy.clone(), failed.setter(), (*turn, turn.setter())),
        (go, toast, t!(words, "shelve-kept"), (account.clone(), place.clone())),
    );
    // The version is that of now where somebody else's change is to be written over.
    let save =
        use_callback(deps, |version: Option<i64>, ((api, id, patch, whole), (busy, failed, (turn, set)), to)| {
            set.set(turn + 1);
            let (go, toast, said, (account, place)) = to.clone();
            let there = Route::Asset { id: id.clone() };
            if **busy || !whole {
                return;
            }
            let Some(patch) = patch.clone() else { return go.emit(there) };
            busy.set(true);
            failed.set(None);
            let (api, id, busy, failed) = (api.clone(), id.clone(), busy.setter(), failed.clone());
            spawn_local(async move {
                let version = match version {
                    Some(version) => Ok(version),
                    None => api.asset(&id).await.map(|asset| asset.version),
                };
                let done = match version {
                    Ok(version) => api.describe_asset(&id, version, patch).await,
                    Err(error) => Err(error),
                };
                busy.set(false);
                match done {
                    Ok(_) => {
                        device::forget(&account, &place);
                        toast.emit(Toast { text: said.into(), link: None });
                        go.emit(there);
                    }
                    Err(error) => failed.set(Some(error)),
                }
            });
        });
    let version = begun.version;
    let onsubmit = save.reform(move |event: SubmitEvent| {
        event.prevent_default();
        Some(version)
    });
    let mine = save.reform(|_: MouseEvent| None);
    let undo = {
        let (draft, first) = (draft.setter(), before.clone());
        Callback::from(move |_: MouseEvent| draft.set(Rc::new(Draft::of((*first).clone()))))
    };
    let trouble = failed.as_ref().filter(|error| error.fields().is_empty()).map(|error| match error.kind() {
        Some(ProblemKind::Stale) => {
            let (title, text) = (failure_words(&words, error).0, t!(words, "shelve-stale"));
            let over = html! {
                <>
                    <b>{ title }</b><span>{ text }</span>
                    <div class="row wrap">
                        <a class="button small" href={format!("/assets/{}", begun.id)} target="_blank">{ t!(words, "shelve-look") }</a>
                        <button type="button" class="button small" onclick={mine.clone()}>{ t!(words, "shelve-mine") }</button>
                    </div>
                </>
            };
            html! { <div role="alert">{ hint(Glyph::Warn, "warn", over) }</div> }
        }
        _ => failure(&words, error),
    });
    let disabled = busy.then_some("true");
    let restored = kept.is_some() && unsaved;
    html! {
        <form class="stack wide narrow" novalidate=true {oninput} {onsubmit}>
            <ErrorSummary mistakes={if *turn > 0 { mistakes.clone() } else { Vec::new() }} turn={*turn} />
            { trouble.unwrap_or_default() }
            if restored {
                { hint(Glyph::Clock, "info", html! { <div class="row between wrap"><span>{ t!(words, "shelve-restored") }</span><button type="button" class="button small" onclick={undo}>{ t!(words, "shelve-start-over") }</button></div> }) }
            }
            <div class="card">
                <Fields draft={(*draft).clone()} {audiences} mistakes={if *turn > 0 { mistakes } else { Vec::new() }} />
            </div>
            <div class="bar">
                <a class="button" href={format!("/assets/{}", begun.id)}>{ t!(words, "cancel") }</a>
                <button type="submit" class="button primary grow" aria-disabled={disabled}>
                    if *busy { <span class="spinner" aria-hidden="true" /> }
                    { t!(words, "shelve-save") }
                </button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_changed_is_sent() {
        let before: AssetContent =
            serde_json::from_value(json!({"title": "A", "kind": "guide", "locale": "en", "expiresOn": "2027-01-31"}))
                .unwrap();
        assert_eq!(patch(&before, &before), None);
        let after = AssetContent { expires_on: None, tags: vec!["x".to_owned()], ..before.clone() };
        assert_eq!(patch(&before, &after), Some(json!({"tags": ["x"], "expiresOn": null})));
    }
}
