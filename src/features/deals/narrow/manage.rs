//! The filters that a person keeps: renamed, put in order, removed; and the one that the list begins with.

use super::Views;
use super::keep::mend_name;
use crate::api::ApiError;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Dialog, Glyph, Typed, empty, failure, focus_next, icon, pressed, typed};
use gloo::utils::document;
use portico_contract::deal::view::{DealView, ViewChange};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ManageProps {
    pub views: Views,
    pub on_close: Callback<()>,
}

/// Names as they are typed, by the id of the view, until they are kept; one that was refused stays to be mended.
#[derive(Clone, Debug, Default, PartialEq)]
struct Names {
    typed: BTreeMap<String, String>,
    /// Those whose field was left: they are to be kept, one after the other.
    left: Vec<String>,
}

enum Naming {
    Type(String, String),
    /// The field of a view was left.
    Leave(String),
    /// The name of a view is being kept.
    Send(String),
    /// A view has this name now.
    Kept(String, String),
}

impl Reducible for Names {
    type Action = Naming;

    fn reduce(self: Rc<Self>, naming: Naming) -> Rc<Self> {
        let mut names = (*self).clone();
        match naming {
            Naming::Type(id, name) => drop(names.typed.insert(id, name)),
            Naming::Leave(id) if !names.left.contains(&id) => names.left.push(id),
            Naming::Leave(_) => return self,
            Naming::Send(id) => names.left.retain(|left| *left != id),
            // What was typed since is not taken back.
            Naming::Kept(id, name) => names.typed.retain(|of, typed| *of != id || typed.trim() != name),
        }
        Rc::new(names)
    }
}

/// A button's id.
fn button_id(view: &str, act: &str) -> String {
    format!("view-{view}-{act}")
}

/// A dialog; what is changed in it is changed at once, one thing after the other: each change is made on the version
/// that the one before it left.
#[component]
pub(super) fn Manage(props: &ManageProps) -> Html {
    let words = use_words();
    let gone = use_state(|| None::<DealView>);
    let failed = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let names = use_reducer(Names::default);
    let fail = use_callback(failed.setter(), |error: ApiError, failed| failed.set(Some(error)));
    let views = &props.views;
    let save = use_callback(
        (views.clone(), busy.setter(), failed.setter(), names.dispatcher()),
        |(id, change, button): (String, ViewChange, Option<String>), (views, busy, failed, names)| {
            let Some(view) = views.find(&id) else { return };
            busy.set(true);
            let (busy, failed, names, name) = (busy.clone(), failed.clone(), names.clone(), change.name.clone());
            let done = Callback::from(move |answer: Result<DealView, ApiError>| {
                busy.set(false);
                if let Some(name) = name.clone().filter(|_| answer.is_ok()) {
                    names.dispatch(Naming::Kept(id.clone(), name));
                }
                failed.set(answer.err());
                // A row that moves may let go of the focus.
                let focused = document().active_element().map(|element| element.id());
                if let Some(button) = button.clone().filter(|button| focused.as_ref() == Some(button)) {
                    focus_next(button);
                }
            });
            views.save(Some(view), &change, done);
        },
    );
    let onclick = use_callback(
        (views.clone(), gone.clone(), fail, save.clone(), *busy),
        |event: MouseEvent, (views, gone, fail, save, busy)| {
            if let Some(view) = gone.as_ref().filter(|_| pressed(&event, "data-undo").is_some()) {
                views.bring_back(view, fail.clone());
                gone.set(None);
                return;
            }
            let (Some(act), Some(id)) = (pressed(&event, "data-act"), pressed(&event, "data-view")) else { return };
            let Some(view) = views.find(&id).filter(|_| !busy) else { return };
            let is_last = views.all.last().is_some_and(|last| last.id == id);
            let change = |change: ViewChange| save.emit((id.clone(), change, Some(button_id(&id, &act))));
            match act.as_str() {
                "up" if view.position > 0 => {
                    change(ViewChange { position: Some(view.position - 1), ..ViewChange::default() });
                }
                "down" if !is_last => {
                    change(ViewChange { position: Some(view.position + 1), ..ViewChange::default() });
                }
                "start" => change(ViewChange { start: Some(!view.start), ..ViewChange::default() }),
                "remove" => {
                    views.forget(view, fail.clone());
                    gone.set(Some(view.clone()));
                    focus_next("views-title");
                }
                _ => {}
            }
        },
    );
    let oninput = use_callback((names.dispatcher(), failed.setter()), |event: InputEvent, (names, failed)| {
        if let Some((id, Typed::Text(text))) = typed(&event) {
            failed.set(None);
            names.dispatch(Naming::Type(id, text));
        }
    });
    // A name is taken over when its field is left, or at Enter.
    let onchange = use_callback(names.dispatcher(), |event: Event, names| {
        if let Some((id, _)) = typed(&event) {
            names.dispatch(Naming::Leave(id));
        }
    });
    use_effect_with((names.clone(), views.clone(), *busy, save), |(names, views, busy, save)| {
        let Some(id) = names.left.first().filter(|_| !busy) else { return };
        names.dispatch(Naming::Send(id.clone()));
        let Some((view, typed)) = views.find(id).zip(names.typed.get(id)) else { return };
        let name = typed.trim().to_owned();
        if name.is_empty() || name == view.name {
            names.dispatch(Naming::Kept(id.clone(), name));
        } else {
            save.emit((id.clone(), ViewChange { name: Some(name), ..ViewChange::default() }, None));
        }
    });
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let last = views.all.len().saturating_sub(1);
    // Not disabled where it can go no further: it would lose the focus.
    let button = |view: &DealView, act: &'static str, glyph, label: String, off: bool| {
        html! {
            <button type="button" class="button icon" id={button_id(&view.id, act)} data-act={act} aria-label={label} aria-disabled={off.then_some("true")}>{ icon(glyph) }</button>
        }
    };
    let row = |(place, view): (usize, &DealView)| {
        let name = view.name.as_str();
        let typed = names.typed.get(&view.id).unwrap_or(&view.name).clone();
        html! {
            <li class="stack tight" key={view.id.clone()} data-view={view.id.clone()}>
                <div class="row tight">
                    <input class="input grow" name={view.id.clone()} value={typed} aria-label={t!(words, "view-rename", name = name)} autocomplete="off" maxlength="60" />
                    { button(view, "up", Glyph::Up, t!(words, "view-up", name = name), place == 0) }
                    { button(view, "down", Glyph::Down, t!(words, "view-down", name = name), place == last) }
                    { button(view, "remove", Glyph::Close, t!(words, "view-remove", name = name), false) }
                </div>
                <button type="button" class="chip" style="justify-self: start" id={button_id(&view.id, "start")} data-act="start" aria-pressed={view.start.to_string()}>{ t!(words, "view-start") }</button>
            </li>
        }
    };
    let wrong = failed.as_ref().map(|error| match mend_name(&words, error) {
        Some(mend) => html! { <p class="problem" role="alert">{ mend }</p> },
        None => failure(&words, error),
    });
    html! {
        <Dialog labelled_by="views-title" on_close={props.on_close.clone()}>
            <div {onclick} {oninput} {onchange}>
                <h2 id="views-title" tabindex="-1">{ t!(words, "view-manage") }</h2>
                { wrong.unwrap_or_default() }
                if let Some(view) = &*gone {
                    <div class="hint info" role="status">
                        <span class="grow">{ t!(words, "view-removed", name = view.name.as_str()) }</span>
                        <button type="button" class="button small" data-undo="">{ t!(words, "undo") }</button>
                    </div>
                }
                if views.all.is_empty() {
                    { empty(Glyph::Search, "", t!(words, "view-none"), t!(words, "view-none-text"), Html::default()) }
                } else {
                    <ol class="stack">{ for views.all.iter().enumerate().map(row) }</ol>
                }
                <button type="button" class="button" onclick={close}>{ t!(words, "done") }</button>
            </div>
        </Dialog>
    }
}
