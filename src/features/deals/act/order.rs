//! The short form that confirms what the other side sees: a decision with its words.

use super::super::facts::approver;
use super::super::register::problem_text;
use super::fields::Asking;
use super::label;
use super::said::{Drafts, Edit, Said, field_id};
use super::template::use_templates;
use crate::api::{ApiError, Fetch, Remote, new_key, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::parts::{use_colleagues, use_form};
use crate::t;
use crate::ui::{Dialog, ErrorSummary, Field, Mistake, Typed, failure, failure_said, focus, said_of, typed};
use portico_contract::deal::{Command, Deal};
use portico_contract::problem::ProblemKind;
use portico_contract::session::Person;
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
    let decimal = words.decimal_sign();
    let name = props.command.name();
    let said = use_reducer(|| {
        let begun = props.drafts.borrow_mut().entry(name).or_default().open(props.deal.version);
        begun.unwrap_or_else(|| Said::preset(props.command, &props.deal, &form, decimal))
    });
    use_effect_with(((*said).clone(), props.drafts.clone()), move |(said, drafts)| {
        drafts.borrow_mut().entry(name).or_default().said = Some(said.clone());
    });
    let owners = use_owners(&props.deal.id, props.command == Command::Reassign);
    let colleagues = use_colleagues(props.command == Command::Assign);
    let templates = use_templates(props.command, &props.deal);
    let turn = use_state(|| 0_u32);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let oninput = use_callback((said.dispatcher(), templates.clone()), |event: InputEvent, (said, templates)| {
        match typed(&event) {
            Some((field, Typed::Text(id))) if field == "order-template" => match templates.text(&id) {
                Some(text) => said.dispatch(Edit::Fill(id, text.to_owned())),
                None => said.dispatch(Edit::Unfill),
            },
            Some((field, Typed::Text(text))) => said.dispatch(Edit::Text(field, text)),
            Some((field, Typed::Tick(ticked))) => said.dispatch(Edit::Tick(field, ticked)),
            None => {}
        }
    });

    let unfill = use_callback(said.dispatcher(), |_: MouseEvent, said| {
        said.dispatch(Edit::Unfill);
        focus("order-comment");
    });

    let order = said.order(props.command, &props.deal, &form, decimal);
    let refused = match &*failed {
        Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Invalid => problem.errors.clone(),
        _ => Vec::new(),
    };
    let problems = if *turn == 0 { &[][..] } else { order.as_ref().err().map_or(&refused[..], Vec::as_slice) };
    let mistake = |problem| (field_id(&problem_pointer(problem)).into(), problem_text(&words, problem).into());
    let mut mistakes: Vec<Mistake> = problems.iter().map(mistake).collect();
    // In the order of the fields: the comment is the last.
    mistakes.sort_by_key(|(field, _)| field == "order-comment");

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
    let asking = Asking {
        words: &words,
        form: &form,
        deal: &props.deal,
        said: &said,
        mistakes: &mistakes,
        owners: owners.value().map(|owners| &**owners).unwrap_or_default(),
        colleagues: &colleagues,
    };
    let days = said.text("protectionDays").parse().unwrap_or(0);
    let danger = matches!(props.command, Command::Reject | Command::Withdraw | Command::MarkDuplicate | Command::Lose);
    let send = match props.command {
        Command::DecideExtension if said.text("grant") == "yes" => t!(words, "extension-grant"),
        Command::DecideExtension => t!(words, "extension-refuse"),
        command => label(&words, command, Some(days)),
    };
    let says_more = !matches!(props.command, Command::Advance | Command::Win);
    let comment = Field {
        id: "order-comment".into(),
        label: t!(words, "order-comment").into(),
        optional: !needs_words(props.command),
        value: said.raw("comment").to_owned().into(),
        problem: said_of(&mistakes, "order-comment"),
        ..Field::default()
    };
    // Fetched again, the deal says who has to approve it now.
    let step = props.deal.approval.as_ref().and_then(|approval| approval.next());
    let waits =
        step.filter(|_| props.command == Command::Approve && !props.deal.allowed_actions.contains(&Command::Approve));
    let failure = (*failed).as_ref().filter(|_| refused.is_empty()).map(|error| match waits {
        Some(step) if error.kind() == Some(ProblemKind::WrongState) => {
            let who = approver(&words, step);
            failure_said(error, t!(words, "step-not-yours"), t!(words, "step-not-yours-text", who = &who))
        }
        _ => failure(&words, error),
    });
    html! {
        <Dialog labelled_by="order-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput}>
                <div class="stack tight">
                    <h2 id="order-title">{ title }</h2>
                    <p class="quiet">{ text }</p>
                </div>
                <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
                { failure.unwrap_or_default() }
                { asking.fields(props.command) }
                { templates.picker(&words, said.text("template"), said.is_filled().then_some(&unfill)) }
                if says_more { { comment.area(&words) } }
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class={if danger { "button grow danger" } else { "button grow primary" }} aria-disabled={busy.then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { send }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// Whether a command is not given without a word.
fn needs_words(command: Command) -> bool {
    use Command::{Dispute, MarkDuplicate, Reject, RequestExtension, RequestInfo, Revert};
    matches!(command, Dispute | MarkDuplicate | Reject | RequestExtension | RequestInfo | Revert)
}

/// Who may own a deal, asked for where that is wanted. Where it cannot be had the choice is empty, and the dialog can be
/// opened again.
#[hook]
fn use_owners(id: &str, wanted: bool) -> Rc<Remote<Rc<[Person]>>> {
    let api = use_api();
    let owners = use_remote((api, id.to_owned(), wanted), |(api, id, wanted)| -> Fetch<Rc<[Person]>> {
        let owners = wanted.then(|| api.owners(id));
        Box::pin(async move {
            match owners {
                Some(owners) => owners.await.map(|page| page.items.into()),
                None => Ok(Rc::from([])),
            }
        })
    });
    owners.get()
}

fn problem_pointer(problem: &portico_contract::problem::FieldProblem) -> String {
    // A field that is open to change is one of a group: its mistake is the group's.
    if problem.pointer.starts_with("/fields") { "/fields".to_owned() } else { problem.pointer.clone() }
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
        Command::RequestExtension => (t!(words, "extend-title"), t!(words, "extend-text")),
        Command::DecideExtension => (t!(words, "extension-title"), t!(words, "extension-text")),
        Command::Reassign => (t!(words, "reassign-title"), t!(words, "reassign-text")),
        Command::Advance => (t!(words, "advance-title"), t!(words, "advance-text")),
        Command::Win => (t!(words, "win-title"), t!(words, "win-text")),
        Command::Lose => (t!(words, "lose-title"), t!(words, "lose-text")),
        Command::RequestCoSell => (t!(words, "co-sell-title"), t!(words, "co-sell-text")),
        Command::Assign => (t!(words, "assign-title"), t!(words, "assign-text")),
        _ => (t!(words, "withdraw-title"), t!(words, "withdraw-text")),
    }
}
