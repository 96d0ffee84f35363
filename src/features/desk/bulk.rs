//! The same for many deals: a short form that confirms, how far it came, and what was not done and why.

use super::batch::Batch;
use crate::api::{Api, ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::{colleague_label, review_name};
use crate::t;
use crate::ui::{Choice, Dialog, Field, Input, Typed, failure, typed};
use portico_contract::absence::Colleague;
use portico_contract::deal::commands::{MAX_PROTECTION_DAYS, Order};
use portico_contract::problem::{Problem, ProblemKind};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is done with all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Approve,
    Assign,
}

#[derive(Properties, PartialEq)]
pub struct BulkProps {
    pub doing: Doing,
    /// Ids and names.
    pub deals: Rc<[(String, String)]>,
    pub colleagues: Rc<[Colleague]>,
    /// Days of protection that are proposed.
    pub days: u16,
    /// Told what was done, once all are answered.
    pub on_done: Callback<Vec<String>>,
    pub on_close: Callback<()>,
}

/// Sends one portion after the other, and tells how far it is after each.
async fn carry_on(api: Api, mut batch: Batch, told: Callback<Result<Batch, ApiError>>) {
    while let Some((key, bulk)) = batch.next() {
        match api.carry_out_many(key, bulk).await {
            Ok(results) => batch = batch.answered(results),
            Err(error) => return told.emit(Err(error)),
        }
        told.emit(Ok(batch.clone()));
    }
}

#[component]
pub fn BulkDialog(props: &BulkProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let (days, comment) = (use_state(|| props.days.to_string()), use_state(String::new));
    let to = use_state(String::new);
    let tried = use_state(|| false);
    let batch = use_state(|| None::<Batch>);
    let failed = use_state(|| None::<ApiError>);
    let oninput =
        use_callback((days.setter(), comment.setter(), to.setter()), |event: InputEvent, (days, comment, to)| {
            match typed(&event) {
                Some((field, Typed::Text(text))) if field == "bulk-days" => days.set(text),
                Some((field, Typed::Text(text))) if field == "bulk-to" => to.set(text),
                Some((_, Typed::Text(text))) => comment.set(text),
                _ => {}
            }
        });
    let said = Some(comment.trim().to_owned()).filter(|said| !said.is_empty());
    let order = match props.doing {
        Doing::Approve => {
            let days = days.trim().parse::<u16>().ok();
            let days = days.filter(|days| (1..=MAX_PROTECTION_DAYS).contains(&u32::from(*days)));
            days.map(|protection_days| Order::Approve { protection_days, comment: said })
        }
        Doing::Assign => {
            Some((*to).clone()).filter(|to| !to.is_empty()).map(|to| Order::Assign { to: Some(to), comment: said })
        }
    };
    let told = use_callback(
        (batch.setter(), failed.setter(), props.on_done.clone()),
        |now: Result<Batch, ApiError>, (batch, failed, on_done)| match now {
            Ok(now) => {
                if now.next().is_none() {
                    on_done.emit(now.done());
                }
                batch.set(Some(now));
            }
            Err(error) => failed.set(Some(error)),
        },
    );
    let busy = batch.as_ref().is_some_and(|batch| batch.next().is_some()) && failed.is_none();
    let send = use_callback(
        (api, order.clone(), props.deals.clone(), (batch.clone(), failed.setter(), tried.setter()), told),
        move |event: SubmitEvent, (api, order, deals, (batch, failed, tried), told)| {
            event.prevent_default();
            tried.set(true);
            let Some(order) = order.as_ref().filter(|_| !busy) else { return };
            let ids: Vec<String> = deals.iter().map(|(id, _)| id.clone()).collect();
            // What broke off goes on with the keys that it began with.
            let begun = (**batch).clone().unwrap_or_else(|| Batch::new(&ids, order, new_key));
            batch.set(Some(begun.clone()));
            failed.set(None);
            spawn_local(carry_on(api.clone(), begun, told.clone()));
        },
    );
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let count = props.deals.len();
    let (title, text, act) = match props.doing {
        Doing::Approve => (
            t!(words, "many-at-desk-approve-title", count = count),
            t!(words, "many-at-desk-approve-text"),
            t!(words, "many-at-desk-approve", count = count),
        ),
        Doing::Assign => (
            t!(words, "many-at-desk-assign-title", count = count),
            t!(words, "many-at-desk-assign-text"),
            t!(words, "many-at-desk-assign", count = count),
        ),
    };
    let wrong = (*tried && order.is_none()).then_some(());
    let fields = match props.doing {
        Doing::Approve => Field {
            id: "bulk-days".into(),
            label: t!(words, "order-days").into(),
            value: (*days).clone().into(),
            input: Input::Number,
            help: Some(t!(words, "order-days-help").into()),
            problem: wrong.map(|()| t!(words, "mend-days", count = MAX_PROTECTION_DAYS).into()),
            ..Field::default()
        }
        .line(&words),
        Doing::Assign => {
            let label = |one: &Colleague| (one.id.clone().into(), colleague_label(&words, one).into());
            let people: Vec<Choice> = props.colleagues.iter().map(label).collect();
            Field {
                id: "bulk-to".into(),
                label: t!(words, "assign-to").into(),
                value: (*to).clone().into(),
                problem: wrong.map(|()| t!(words, "mend-owner").into()),
                ..Field::default()
            }
            .select(&words, &people, true)
        }
    };
    let comment = Field {
        id: "bulk-comment".into(),
        label: t!(words, "order-comment").into(),
        optional: true,
        value: (*comment).clone().into(),
        ..Field::default()
    };
    html! {
        <Dialog labelled_by="bulk-title" on_close={props.on_close.clone()}>
            if let Some(finished) = batch.as_ref().filter(|batch| batch.next().is_none()) {
                <div>
                    <h2 id="bulk-title">{ title }</h2>
                    { summary(&words, finished, &props.deals) }
                    <button type="button" class="button primary" onclick={close}>{ t!(words, "done") }</button>
                </div>
            } else {
                <form novalidate=true onsubmit={send} {oninput}>
                    <div class="stack tight"><h2 id="bulk-title">{ title }</h2><p class="quiet">{ text }</p></div>
                    { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
                    if let Some(begun) = &*batch { { progress(&words, begun) } } else { { fields }{ comment.area(&words) } }
                    <div class="row">
                        <button type="button" class="button" onclick={close}>{ t!(words, "cancel") }</button>
                        <button type="submit" class="button grow primary" aria-disabled={busy.then_some("true")}>
                            if busy { <span class="spinner" aria-hidden="true" /> }
                            { if batch.is_some() && failed.is_some() { t!(words, "try-again") } else { act } }
                        </button>
                    </div>
                </form>
            }
        </Dialog>
    }
}

/// How far it came.
fn progress(words: &Words, batch: &Batch) -> Html {
    let (done, all) = batch.progress();
    let said = t!(words, "many-at-desk-progress", done = done, count = all);
    html! {
        <div class="stack tight">
            <div class="meter" role="progressbar" aria-label={t!(words, "many-at-desk-progress-label")} aria-valuenow={done.to_string()} aria-valuemin="0" aria-valuemax={all.to_string()} aria-valuetext={said.clone()}>
                <i style={format!("width: {}%", done * 100 / all.max(1))} />
            </div>
            <small>{ said }</small>
        </div>
    }
}

/// What was done, and what was not and why.
fn summary(words: &Words, batch: &Batch, deals: &[(String, String)]) -> Html {
    let name = |id: &str| deals.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name.as_str()).to_owned();
    let refused: Vec<(String, String)> = batch.refused().map(|(id, problem)| (name(id), why(words, problem))).collect();
    html! {
        <div class="stack tight" role="status">
            <p>{ t!(words, "many-at-desk-done", count = batch.done().len()) }</p>
            if !refused.is_empty() {
                <p>{ t!(words, "many-at-desk-refused", count = refused.len()) }</p>
                <ul class="list">
                    for (name, why) in refused { <li class="item" key={name.clone()}><span class="grow"><b>{ name }</b><br /><small>{ why }</small></span></li> }
                </ul>
            }
        </div>
    }
}

/// Why one was not done.
fn why(words: &Words, problem: &Problem) -> String {
    match (problem.kind, problem.review) {
        // Who has to approve it now is said in the detail.
        (ProblemKind::WrongState, _) if problem.detail.is_some() => t!(words, "many-at-desk-why-step"),
        (ProblemKind::WrongState, Some(review)) => {
            t!(words, "many-at-desk-why-state", state = &review_name(words, review))
        }
        (ProblemKind::NotFound, _) => t!(words, "many-at-desk-why-gone"),
        (ProblemKind::Forbidden, _) => t!(words, "failure-forbidden-text"),
        _ => t!(words, "failure-server-text"),
    }
}
