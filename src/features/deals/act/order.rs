//! The short form that confirms what the other side sees: a decision with its words.

use super::super::register::problem_text;
use super::label;
use super::said::{Drafts, Edit, Said, field_id};
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::t;
use crate::ui::{Choice, Dialog, ErrorSummary, Field, Input, Mistake, Typed, failure, said_of, typed};
use portico_contract::deal::{self, Command, Deal, DealForm};
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OrderDialogProps {
    pub command: Command,
    pub deal: Rc<Deal>,
    pub on_close: Callback<()>,
    pub on_done: Callback<Rc<Deal>>,
    pub reload: Callback<()>,
    /// Where what is typed is kept, should the dialog be closed.
    pub drafts: Drafts,
}

#[component]
pub fn OrderDialog(props: &OrderDialogProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    let form = form.0.unwrap_or_default();
    let name = props.command.name();
    let said = use_reducer(|| {
        let begun = props.drafts.borrow_mut().entry(name).or_default().open(props.deal.version);
        begun.unwrap_or_else(|| Said {
            days: form.protection_days.to_string(),
            of: others(&props.deal).find(|other| other.first).map(|other| other.deal.id.clone()).unwrap_or_default(),
            ..Said::default()
        })
    });
    use_effect_with(((*said).clone(), props.drafts.clone()), move |(said, drafts)| {
        drafts.borrow_mut().entry(name).or_default().said = Some(said.clone());
    });
    let turn = use_state(|| 0_u32);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let oninput = use_callback(said.dispatcher(), |event: InputEvent, said| match typed(&event) {
        Some((field, Typed::Text(text))) => said.dispatch(Edit::Text(field, text)),
        Some((field, Typed::Tick(ticked))) => said.dispatch(Edit::Tick(field, ticked)),
        None => {}
    });

    let order = said.order(props.command, &form);
    let refused = match &*failed {
        Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Invalid => problem.errors.clone(),
        _ => Vec::new(),
    };
    let problems = if *turn == 0 { &[][..] } else { order.as_ref().err().map_or(&refused[..], Vec::as_slice) };
    let mistake = |problem| (field_id(&problem_pointer(problem)).into(), problem_text(&words, problem).into());
    let mistakes: Vec<Mistake> = problems.iter().map(mistake).collect();

    let onsubmit = use_callback(
        (
            (api, props.deal.id.clone(), order.ok(), props.drafts.clone()),
            (busy.clone(), failed.setter(), *turn, turn.setter()),
            (props.on_done.clone(), props.reload.clone()),
        ),
        move |event: SubmitEvent, ((api, id, order, drafts), (busy, failed, turn, set_turn), (on_done, reload))| {
            event.prevent_default();
            set_turn.set(turn + 1);
            let Some(order) = order.as_ref().filter(|_| !**busy) else { return };
            busy.set(true);
            failed.set(None);
            let key = drafts.borrow_mut().entry(name).or_default().key(order, new_key);
            let answer = api.carry_out(id, &key, order);
            let (busy, failed, on_done, reload) = (busy.setter(), failed.clone(), on_done.clone(), reload.clone());
            let drafts = drafts.clone();
            spawn_local(async move {
                match answer.await {
                    Ok(deal) => {
                        drafts.borrow_mut().remove(name);
                        on_done.emit(Rc::new(deal));
                    }
                    Err(error) => {
                        busy.set(false);
                        if error.kind() == Some(ProblemKind::WrongState) {
                            // Somebody was quicker: how it stands now is fetched, what was typed stays.
                            reload.emit(());
                        }
                        failed.set(Some(error));
                    }
                }
            });
        },
    );
    let cancel = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let (title, text) = phrases(&words, props.command);
    let days = said.days.trim().parse().unwrap_or(0);
    let danger = matches!(props.command, Command::Reject | Command::Withdraw | Command::MarkDuplicate);
    let comment = Field {
        id: "order-comment".into(),
        label: t!(words, "order-comment").into(),
        optional: matches!(props.command, Command::Approve | Command::Withdraw),
        value: said.comment.clone().into(),
        problem: said_of(&mistakes, "order-comment"),
        ..Field::default()
    };
    let failure = (*failed).as_ref().filter(|_| refused.is_empty()).map(|error| failure(&words, error));
    html! {
        <Dialog labelled_by="order-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput}>
                <div class="stack tight">
                    <h2 id="order-title">{ title }</h2>
                    <p class="quiet">{ text }</p>
                </div>
                <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
                { failure.unwrap_or_default() }
                { specific(&words, props.command, &said, &form, &props.deal, &mistakes) }
                { comment.area(&words) }
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class={if danger { "button grow danger" } else { "button grow primary" }} aria-disabled={busy.then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { label(&words, props.command, days) }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

fn problem_pointer(problem: &portico_contract::problem::FieldProblem) -> String {
    // A field that is open to change is one of a group: its mistake is the group's.
    if problem.pointer.starts_with("/fields") { "/fields".to_owned() } else { problem.pointer.clone() }
}

/// Registrations of the same customer.
fn others(deal: &Deal) -> impl Iterator<Item = &deal::Conflict> {
    deal.conflicts.iter().flatten()
}

/// The field that a command has beside its comment.
fn specific(words: &Words, command: Command, said: &Said, form: &DealForm, deal: &Deal, mistakes: &[Mistake]) -> Html {
    let field = |id: &'static str, label: String, value: &str| Field {
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        problem: said_of(mistakes, id),
        ..Field::default()
    };
    match command {
        Command::Approve => {
            let days = field("order-protectionDays", t!(words, "order-days"), &said.days);
            Field { input: Input::Number, help: Some(t!(words, "order-days-help").into()), ..days }.line(words)
        }
        Command::Reject => {
            let reasons: Vec<Choice> =
                form.reasons.iter().map(|reason| (reason.id.clone().into(), reason.name.clone().into())).collect();
            field("order-reasonCode", t!(words, "order-reason"), &said.reason).select(words, &reasons, true)
        }
        Command::RequestInfo => {
            let tick = |one: deal::Field| {
                let tick = Field {
                    id: format!("order-fields-{}", one.name()).into(),
                    label: field_name(words, one).into(),
                    ..Field::default()
                };
                tick.tick(said.fields.contains(&one), false)
            };
            let ticks = html! { <div class="two">{ for deal::Field::ALL.into_iter().map(tick) }</div> };
            field("order-fields", t!(words, "order-fields"), "").group(ticks)
        }
        Command::MarkDuplicate if others(deal).next().is_some() => {
            let choices: Vec<Choice> = others(deal)
                .map(|other| {
                    let label = format!("{} · {}", other.deal.organisation.name, other.deal.number.as_str());
                    (other.deal.id.clone().into(), label.into())
                })
                .collect();
            field("order-of", t!(words, "order-of"), &said.of).segmented(&choices)
        }
        _ => Html::default(),
    }
}

/// Title, and what it leads to.
fn phrases(words: &Words, command: Command) -> (String, String) {
    match command {
        Command::Approve => (t!(words, "approve-title"), t!(words, "approve-text")),
        Command::Reject => (t!(words, "reject-title"), t!(words, "reject-text")),
        Command::RequestInfo => (t!(words, "ask-title"), t!(words, "ask-text")),
        Command::MarkDuplicate => (t!(words, "duplicate-title"), t!(words, "duplicate-text")),
        Command::Revert => (t!(words, "revert-title"), t!(words, "revert-text")),
        Command::Dispute => (t!(words, "dispute-title"), t!(words, "dispute-text")),
        _ => (t!(words, "withdraw-title"), t!(words, "withdraw-text")),
    }
}

/// What a member of the deal is called.
fn field_name(words: &Words, field: deal::Field) -> String {
    match field {
        deal::Field::Customer => t!(words, "section-customer"),
        deal::Field::Contact => t!(words, "section-contact"),
        deal::Field::Need => t!(words, "need"),
        deal::Field::Products => t!(words, "products"),
        deal::Field::Value => t!(words, "value"),
        deal::Field::CloseDate => t!(words, "close-date"),
        deal::Field::DealType => t!(words, "deal-type"),
        deal::Field::Attribution => t!(words, "attribution"),
        deal::Field::Qualification => t!(words, "section-qualification"),
        deal::Field::Custom => t!(words, "section-custom"),
    }
}
