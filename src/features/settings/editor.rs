//! A section at work: what was changed, what is wrong with it, how it is kept. What is typed and not yet kept stays on
//! this device.

use super::draft::{Draft, Edit, end_of, plain};
use super::problems::{check, mistake, place};
use super::section::Section;
use super::sections::answers::NEW_DAY;
use super::sections::routing::ONE_MORE;
use super::sheet::Sheet;
use crate::api::{ApiError, use_api};
use crate::i18n::use_words;
use crate::parts::use_colleagues;
use crate::session::{device, use_session};
use crate::t;
use crate::ui::{
    Choice, ErrorSummary, Field, Glyph, Mistake, Toast, Typed, failure, failure_said, focus_next, hint, icon, pressed,
    typed, use_toast,
};
use gloo::utils::document;
use portico_contract::merge_patch::{diff, merge};
use portico_contract::problem::ProblemKind;
use portico_contract::programme::Programme;
use serde_json::{Value, json};
use std::rc::Rc;
use stylist::yew::styled_component;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EditorProps {
    pub section: Section,
    pub programme: Rc<Programme>,
    pub changed: Callback<Rc<Programme>>,
}

/// Under which name what is not kept yet lies on the device.
const TYPED: &str = "settings";
/// The field in which somebody says why.
const NOTE: &str = "note";

#[styled_component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let (words, api, toast) = (use_words(), use_api(), use_toast());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let base =
        use_memo(props.programme.clone(), |programme| serde_json::to_value(&programme.rules).unwrap_or_default());
    let found = use_memo((), |()| restored(&account, &base));
    let draft = use_reducer(|| Draft::of(Rc::new((*found).clone().unwrap_or_else(|| (*base).clone()))));
    let (note, turn, busy) = (use_state(String::new), use_state(|| 0_u32), use_state(|| false));
    let failed = use_state(|| None::<ApiError>);

    let patch = diff(&base, &plain(&draft.now));
    let unsaved = patch.is_some();
    use_effect_with((account, patch.clone()), |(account, patch)| match patch {
        Some(patch) => device::keep(account, TYPED, &patch.to_string()),
        None => device::forget(account, TYPED),
    });

    let mut found_now = check(&draft.now, &props.programme.locales);
    let refused = failed.as_ref().map(ApiError::fields).unwrap_or_default();
    found_now.extend(
        refused
            .iter()
            .filter(|told| !found_now.iter().any(|known| place(known) == place(told)))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let mistakes: Vec<Mistake> = found_now.iter().map(|problem| mistake(&words, problem)).collect();
    // Of other sections nothing can be mended here; the server judges them again.
    let here = |mistake: &&Mistake| Section::of(&mistake.0).is_none_or(|section| section == props.section);
    let mistakes: Vec<Mistake> = mistakes.iter().filter(here).cloned().collect();
    let shown: &[Mistake] = if *turn > 0 { &mistakes } else { &[] };

    let dispatch = draft.dispatcher();
    let oninput = use_callback(
        (dispatch.clone(), note.setter(), failed.setter()),
        |event: InputEvent, (dispatch, note, failed)| {
            let Some((name, value)) = typed(&event) else { return };
            failed.set(None);
            match value {
                Typed::Text(text) if name == NOTE => note.set(text),
                // It is taken when its button is pressed.
                Typed::Text(_) if name == NEW_DAY => {}
                // One of a long list is taken at once, and the list is for the next.
                Typed::Text(text) if name.ends_with(ONE_MORE) => {
                    choose_none(&name);
                    dispatch.dispatch(Edit::Tick(name.trim_end_matches(ONE_MORE).to_owned(), text, true));
                }
                Typed::Text(text) => dispatch.dispatch(Edit::Type(name, text)),
                Typed::Tick(ticked) => {
                    if let Some((place, value)) = name.split_once('=') {
                        dispatch.dispatch(Edit::Tick(place.to_owned(), value.to_owned(), ticked));
                    }
                }
            }
        },
    );
    let preset = props.programme.locales.first().cloned().unwrap_or_default();
    let onclick = use_callback((dispatch, draft.now.clone(), preset), |event: MouseEvent, (dispatch, now, preset)| {
        let Some(op) = pressed(&event, "data-op") else { return };
        let Some((op, place)) = op.split_once(':') else { return };
        let (edit, to) = step(op, place, now, preset);
        dispatch.dispatch(edit);
        focus_next(to);
    });
    let save = {
        let deps = (api, props.programme.revision.version, patch.clone(), (*note).clone());
        let set = (busy.clone(), failed.setter(), note.setter());
        let told = (toast, t!(words, "settings-kept"), props.changed.clone());
        use_callback(
            (deps, set, told, (*turn, turn.setter(), mistakes.is_empty()), draft.dispatcher()),
            |event: SubmitEvent, (deps, set, told, (turn, again, is_right), dispatch)| {
                event.prevent_default();
                let ((api, version, patch, why), (busy, failed, note)) = (deps, set);
                again.set(turn + 1);
                let Some(patch) = patch.clone().filter(|_| *is_right && !**busy) else { return };
                let answer = api.change_programme(*version, &patch, why);
                let (busy, failed, note, again) = (busy.setter(), failed.clone(), note.clone(), again.clone());
                let ((toast, text, changed), dispatch) = (told.clone(), dispatch.clone());
                busy.set(true);
                spawn_local(async move {
                    busy.set(false);
                    match answer.await {
                        Ok(programme) => {
                            again.set(0);
                            note.set(String::new());
                            failed.set(None);
                            dispatch.dispatch(Edit::Put(Rc::new(
                                serde_json::to_value(&programme.rules).unwrap_or_default(),
                            )));
                            changed.emit(Rc::new(programme));
                            toast.emit(Toast { text: text.into(), link: None });
                        }
                        Err(error) => failed.set(Some(error)),
                    }
                });
            },
        )
    };
    let discard = use_callback(
        (draft.dispatcher(), base.clone(), turn.setter(), failed.setter()),
        |_: MouseEvent, (dispatch, base, turn, failed)| {
            dispatch.dispatch(Edit::Put(Rc::new((**base).clone())));
            turn.set(0);
            failed.set(None);
            crate::ui::focus("main");
        },
    );
    let undo = use_callback(draft.dispatcher(), |_: MouseEvent, dispatch| dispatch.dispatch(Edit::Undo));
    // What somebody else changed meanwhile becomes the ground; what was typed here stays on top of it.
    let rebase = use_callback(
        (failed.clone(), patch.clone(), draft.dispatcher(), props.changed.clone()),
        |_: MouseEvent, (failed, patch, dispatch, changed)| {
            let Some(current) = failed.as_ref().and_then(current) else { return };
            let mut rules = serde_json::to_value(&current.rules).unwrap_or_default();
            if let Some(patch) = patch {
                merge(&mut rules, patch);
            }
            dispatch.dispatch(Edit::Put(Rc::new(rules)));
            changed.emit(Rc::new(current));
            failed.set(None);
        },
    );
    let colleagues = use_colleagues(matches!(props.section, Section::Routing | Section::Approval));
    let people: Vec<Choice> = colleagues.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
    let sheet =
        Sheet { words: &words, rules: &draft.now, locales: &props.programme.locales, mistakes: shown, people: &people };
    let disabled = (*busy || !unsaved).then_some("true");
    let trouble = failed.as_ref().filter(|error| error.kind() != Some(ProblemKind::Invalid));
    let is_stale = |error: &&ApiError| error.kind() == Some(ProblemKind::Stale);
    html! {
        <form class={classes!("stack", "wide", css!(r"
            .entry { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); padding: var(--space-4); }
            .entry > .grow { flex: 1 1 18rem; }
            .entry > .row { flex: none; gap: 0; margin-inline-start: auto; align-self: start; }
            .entry > .row > [aria-disabled] { opacity: .4; }
            .group > fieldset > legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
            summary { min-height: var(--tap); display: flex; align-items: center; gap: var(--space-2); cursor: pointer; font-weight: 600; }
            details[open] > summary { margin-block-end: var(--space-3); }
        "))} novalidate=true {oninput} {onclick} onsubmit={save}>
            <p class="quiet">{ props.section.said(&words).1 }</p>
            if found.is_some() && unsaved { <div role="status">{ hint(Glyph::Check, "info", t!(words, "typed-kept").into()) }</div> }
            <ErrorSummary mistakes={shown.to_vec()} turn={*turn} />
            if let Some(error) = trouble.filter(is_stale) {
                { failure_said(error, t!(words, "failure-changed"), t!(words, "settings-changed")) }
                <div><button type="button" class="button small" onclick={rebase}>{ t!(words, "settings-rebase") }</button></div>
            } else if let Some(error) = trouble {
                { failure(&words, error) }
            }
            { props.section.fields(&sheet) }
            if unsaved {
                { Field { id: NOTE.into(), label: t!(words, "settings-note").into(), value: (*note).clone().into(), optional: true,
                    help: Some(t!(words, "settings-note-help").into()), ..Field::default() }.area(&words) }
            }
            <div class="bar">
                if draft.has_past() { <button type="button" class="button" onclick={undo}>{ t!(words, "undo") }</button> }
                if unsaved { <button type="button" class="button" onclick={discard}>{ t!(words, "settings-discard") }</button> }
                <button type="submit" class="button primary grow" aria-disabled={disabled}>
                    if *busy { <span class="spinner" aria-hidden="true" /> } else { { icon(Glyph::Check) } }
                    { t!(words, "settings-save") }
                </button>
            </div>
        </form>
    }
}

/// What was typed and not kept, on top of the rules as they are now.
fn restored(account: &str, base: &Value) -> Option<Value> {
    let patch = serde_json::from_str(&device::find(account, TYPED)?).ok()?;
    let mut rules = base.clone();
    merge(&mut rules, &patch);
    (rules != *base).then_some(rules)
}

/// Takes the day out of the field for a new one.
fn new_day() -> String {
    let field = document().get_element_by_id(NEW_DAY).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let day = field.as_ref().map(HtmlInputElement::value).unwrap_or_default();
    if let Some(field) = field {
        field.set_value("");
    }
    day
}

/// Lets a list show its placeholder again.
fn choose_none(name: &str) {
    let list = document().get_element_by_id(name).and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    if let Some(list) = list {
        list.set_value("");
    }
}

/// The rules as somebody else made them meanwhile.
fn current(error: &ApiError) -> Option<Programme> {
    match error {
        ApiError::Refused(problem) => serde_json::from_value(problem.current.clone()?).ok(),
        ApiError::Offline | ApiError::Unreadable => None,
    }
}

/// What a button does, and where the focus goes then.
fn step(op: &str, place: &str, now: &Value, preset: &str) -> (Edit, String) {
    let count = now.pointer(place).and_then(Value::as_array).map_or(0, |list| end_of(place, list));
    let added = |value: Value, field: &str| (Edit::Add(place.to_owned(), value), format!("{place}/{count}{field}"));
    let moved = |up: bool| {
        let (list, index) = place.rsplit_once('/').unwrap_or_default();
        let index = index.parse::<usize>().unwrap_or_default();
        let to = if up { index.saturating_sub(1) } else { index + 1 };
        (Edit::Move(place.to_owned(), up), format!("{list}/{to}-{op}"))
    };
    match op {
        "add-item" => added(json!({"id": "", "name": {}, "new": true}), &format!("/name/{preset}")),
        "add-stage" => added(
            json!({"id": "", "name": {}, "stage": "qualified", "category": "pipeline", "probability": 30, "new": true}),
            &format!("/name/{preset}"),
        ),
        "add-field" => added(
            json!({"id": "", "type": "text", "label": {}, "help": {}, "required": [], "new": true}),
            &format!("/label/{preset}"),
        ),
        "add-template" => added(
            json!({"id": "", "command": "reject", "name": {}, "body": {}, "new": true}),
            &format!("/name/{preset}"),
        ),
        "add-territory" => {
            added(json!({"id": "", "name": {}, "countries": [], "new": true}), &format!("/name/{preset}"))
        }
        "add-route" => added(json!({"scope": {"territories": [], "products": []}, "to": "", "new": true}), "/to"),
        "add-approval" => added(
            json!({"name": {}, "scope": {"territories": [], "products": []}, "dealTypes": [], "way": "steps",
                "steps": ["channel_manager"], "new": true}),
            &format!("/name/{preset}"),
        ),
        "add-house" => added(json!({"name": "", "website": "", "country": "", "new": true}), "/name"),
        "untick" => {
            let (list, value) = place.split_once('=').unwrap_or_default();
            (Edit::Tick(list.to_owned(), value.to_owned(), false), format!("{list}{ONE_MORE}"))
        }
        "add-rule" => {
            added(json!({"id": "", "name": {}, "points": null, "when": {}, "new": true}), &format!("/name/{preset}"))
        }
        "add-text" => added(json!(""), ""),
        "add-day" => (Edit::Add(place.to_owned(), new_day().into()), NEW_DAY.to_owned()),
        "up" => moved(true),
        "down" => moved(false),
        _ => (Edit::Drop(place.to_owned()), place.rsplit_once('/').unwrap_or_default().0.to_owned()),
    }
}
