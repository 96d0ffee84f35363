//! The same for many deals: a short form that confirms, how far it came, and what was not done and why.

use super::batch::Batch;
use crate::api::{Api, ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::review_name;
use crate::t;
use crate::ui::{Dialog, failure, failure_words, focus_next};
use portico_contract::deal::Command;
use portico_contract::deal::commands::Order;
use portico_contract::problem::{Problem, ProblemKind};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ManyProps {
    pub title: AttrValue,
    /// What follows from it.
    #[prop_or_default]
    pub text: AttrValue,
    /// What the button says that sends it; there is none where it says nothing.
    pub send: AttrValue,
    #[prop_or_default]
    pub danger: bool,
    /// Ids and names, as they were when it was opened.
    pub deals: Rc<[(String, String)]>,
    /// None as long as the fields do not say what is to be done.
    pub order: Option<Order>,
    pub oninput: Callback<InputEvent>,
    /// Told when it is to be sent, so that the fields say what to mend.
    pub on_try: Callback<()>,
    /// Told what is left, once all are answered. Also where it is closed before: then, and again once the portion is answered
    /// that was on its way.
    pub on_done: Callback<Vec<String>>,
    pub on_close: Callback<()>,
    /// The fields, until it has begun.
    pub children: Html,
}

/// Sends one portion after the other, and tells how far it is after each. Once stopped, it sends no further one.
async fn carry_on(api: Api, mut batch: Batch, stop: Rc<Cell<bool>>, told: Callback<Result<Batch, ApiError>>) {
    while let Some((key, bulk)) = batch.next().filter(|_| !stop.get()) {
        match api.carry_out_many(key, bulk).await {
            Ok(results) => batch = batch.answered(results),
            Err(error) => return told.emit(Err(error)),
        }
        told.emit(Ok(batch.clone()));
    }
}

#[component]
pub fn ManyDialog(props: &ManyProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let batch = use_state(|| None::<Batch>);
    let failed = use_state(|| None::<ApiError>);
    let stop = use_memo((), |()| Cell::new(false));
    let stopped = stop.clone();
    use_effect_with((), move |()| move || stopped.set(true));
    let told = use_callback(
        (batch.setter(), failed.setter(), stop.clone(), props.on_done.clone()),
        |now: Result<Batch, ApiError>, (batch, failed, stop, on_done)| match now {
            Ok(now) => {
                let finished = now.next().is_none();
                if finished || stop.get() {
                    on_done.emit(now.left());
                }
                if finished && !stop.get() {
                    // Where there is something to read, reading begins at its head.
                    focus_next(if now.left().is_empty() { "bulk-ok" } else { "bulk-title" });
                }
                batch.set(Some(now));
            }
            Err(error) => failed.set(Some(error)),
        },
    );
    let busy = batch.as_ref().is_some_and(|batch| batch.next().is_some()) && failed.is_none();
    let send = use_callback(
        (
            (api, props.order.clone(), props.deals.clone()),
            (batch.clone(), failed.setter(), stop.clone()),
            (props.on_try.clone(), told, busy),
        ),
        |event: SubmitEvent, ((api, order, deals), (batch, failed, stop), (on_try, told, busy))| {
            event.prevent_default();
            on_try.emit(());
            let Some(order) = order.as_ref().filter(|_| !busy) else { return };
            let ids: Vec<String> = deals.iter().map(|(id, _)| id.clone()).collect();
            // What broke off goes on with the keys that it began with.
            let begun = (**batch).clone().unwrap_or_else(|| Batch::new(&ids, order, new_key));
            batch.set(Some(begun.clone()));
            failed.set(None);
            // The field that had the focus goes.
            focus_next("bulk-send");
            spawn_local(carry_on(api.clone(), begun, stop.clone(), told.clone()));
        },
    );
    let close = use_callback(
        (batch.clone(), stop, props.on_done.clone(), props.on_close.clone()),
        |(): (), (batch, stop, on_done, on_close)| {
            stop.set(true);
            if let Some(half) = batch.as_ref().filter(|batch| batch.next().is_some()) {
                on_done.emit(half.left());
            }
            on_close.emit(());
        },
    );
    let press = use_callback(close.clone(), |_: MouseEvent, close| close.emit(()));
    let button = if props.danger { "button grow danger" } else { "button grow primary" };
    let command = props.order.as_ref().map(Order::command);
    html! {
        <Dialog labelled_by="bulk-title" on_close={close}>
            if let Some(finished) = batch.as_ref().filter(|batch| batch.next().is_none()) {
                <div>
                    <h2 id="bulk-title" tabindex="-1">{ t!(words, "many-done", count = finished.done().len()) }</h2>
                    { refused(&words, finished, command, &props.deals) }
                    <button type="button" class="button primary" id="bulk-ok" aria-describedby="bulk-title" onclick={press}>{ t!(words, "done") }</button>
                </div>
            } else {
                <form novalidate=true onsubmit={send} oninput={props.oninput.clone()}>
                    <div class="stack tight">
                        <h2 id="bulk-title">{ &props.title }</h2>
                        if !props.text.is_empty() { <p class="quiet">{ &props.text }</p> }
                    </div>
                    { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
                    if let Some(begun) = &*batch { { progress(&words, begun) } } else { { props.children.clone() } }
                    <div class="row">
                        <button type="button" class="button" onclick={press}>{ t!(words, "cancel") }</button>
                        if !props.send.is_empty() {
                            <button type="submit" id="bulk-send" class={button} aria-disabled={busy.then_some("true")}>
                                if busy { <span class="spinner" aria-hidden="true" /> }
                                { if batch.is_some() && failed.is_some() { t!(words, "try-again").into() } else { props.send.clone() } }
                            </button>
                        }
                    </div>
                </form>
            }
        </Dialog>
    }
}

/// How far it came.
fn progress(words: &Words, batch: &Batch) -> Html {
    let (done, all) = batch.progress();
    let said = t!(words, "many-progress", done = done, count = all);
    html! {
        <div class="stack tight">
            <div class="meter" role="progressbar" aria-label={t!(words, "many-progress-label")} aria-valuenow={done.to_string()} aria-valuemin="0" aria-valuemax={all.to_string()} aria-valuetext={said.clone()}>
                <i style={format!("width: {}%", done * 100 / all.max(1))} />
            </div>
            <small role="status">{ said }</small>
        </div>
    }
}

/// What was not done, and why.
fn refused(words: &Words, batch: &Batch, command: Option<Command>, deals: &[(String, String)]) -> Html {
    let name = |id: &str| deals.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name.as_str()).to_owned();
    let rows: Vec<Html> = batch
        .refused()
        .map(|(id, problem)| {
            let why = why(words, problem, command);
            html! { <li class="item" key={id.to_owned()}><span class="grow"><b>{ name(id) }</b><br /><small>{ why }</small></span></li> }
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="stack tight">
            <p id="bulk-refused">{ t!(words, "many-refused", count = rows.len()) }</p>
            <ul class="list" style="max-height: 40dvh; overflow-y: auto" tabindex="0" aria-labelledby="bulk-refused">{ for rows }</ul>
        </div>
    }
}

/// Why one was not done.
fn why(words: &Words, problem: &Problem, command: Option<Command>) -> String {
    // What is decided has to wait for it.
    let decides = matches!(command, Some(Command::Approve | Command::Assign | Command::StartReview));
    match (problem.kind, problem.review) {
        // Who has to approve it now is said in the detail.
        (ProblemKind::WrongState, _) if decides && problem.detail.is_some() => t!(words, "many-why-step"),
        (ProblemKind::WrongState, Some(review)) if decides => {
            t!(words, "many-why-state", state = &review_name(words, review))
        }
        (ProblemKind::NotFound, _) => t!(words, "many-why-gone"),
        (kind, _) => {
            let (title, text) = failure_words(words, &ApiError::Refused(Box::new(problem.clone())));
            // There are no fields beside it.
            if kind == ProblemKind::Invalid { title } else { text }
        }
    }
}
