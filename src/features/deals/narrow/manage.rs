//! The filters that a person keeps: renamed, put in order, removed; and the one that the list begins with.

use super::Views;
use super::keep::mend_name;
use crate::api::ApiError;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Dialog, Glyph, empty, failure, focus_next, icon, pressed};
use portico_contract::deal::view::{DealView, ViewChange};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ManageProps {
    pub views: Views,
    pub on_close: Callback<()>,
}

/// A dialog; what is changed in it is changed at once.
#[component]
pub(super) fn Manage(props: &ManageProps) -> Html {
    let words = use_words();
    let gone = use_state(|| None::<DealView>);
    let failed = use_state(|| None::<ApiError>);
    let fail = use_callback(failed.setter(), |error: ApiError, failed| failed.set(Some(error)));
    let saved = use_callback(failed.setter(), |answer: Result<DealView, ApiError>, failed| failed.set(answer.err()));
    let views = &props.views;
    let onclick = use_callback(
        (views.clone(), gone.clone(), fail, saved.clone()),
        |event: MouseEvent, (views, gone, fail, saved)| {
            if let Some(view) = gone.as_ref().filter(|_| pressed(&event, "data-undo").is_some()) {
                views.bring_back(view, fail.clone());
                gone.set(None);
                return;
            }
            let (Some(act), Some(id)) = (pressed(&event, "data-act"), pressed(&event, "data-view")) else { return };
            let Some(view) = views.find(&id) else { return };
            let change = |change: ViewChange| views.save(Some(view), &change, saved.clone());
            match act.as_str() {
                "up" => change(ViewChange { position: view.position.checked_sub(1), ..ViewChange::default() }),
                "down" => change(ViewChange { position: Some(view.position + 1), ..ViewChange::default() }),
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
    // A name is taken over when its field is left, or at Enter.
    let onchange = use_callback((views.clone(), saved), |event: Event, (views, saved)| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let (Some(view), name) = (views.find(&input.name()), input.value().trim().to_owned()) else { return };
        if name.is_empty() {
            input.set_value(&view.name);
        } else if name != view.name {
            views.save(Some(view), &ViewChange { name: Some(name), ..ViewChange::default() }, saved.clone());
        }
    });
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let last = views.all.len().saturating_sub(1);
    let button = |act: &'static str, glyph, label: String, off: bool| {
        html! {
            <button type="button" class="button icon" data-act={act} aria-label={label} disabled={off}>{ icon(glyph) }</button>
        }
    };
    let row = |(place, view): (usize, &DealView)| {
        let name = view.name.as_str();
        html! {
            <li class="stack tight" key={view.id.clone()} data-view={view.id.clone()}>
                <div class="row tight">
                    <input class="input grow" name={view.id.clone()} value={view.name.clone()} aria-label={t!(words, "view-rename", name = name)} autocomplete="off" maxlength="60" />
                    { button("up", Glyph::Up, t!(words, "view-up", name = name), place == 0) }
                    { button("down", Glyph::Down, t!(words, "view-down", name = name), place == last) }
                    { button("remove", Glyph::Close, t!(words, "view-remove", name = name), false) }
                </div>
                <button type="button" class="chip" style="justify-self: start" data-act="start" aria-pressed={view.start.to_string()}>{ t!(words, "view-start") }</button>
            </li>
        }
    };
    let wrong = failed.as_ref().map(|error| match mend_name(&words, error) {
        Some(mend) => html! { <p class="problem" role="alert">{ mend }</p> },
        None => failure(&words, error),
    });
    html! {
        <Dialog labelled_by="views-title" on_close={props.on_close.clone()}>
            <div {onclick} {onchange}>
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
