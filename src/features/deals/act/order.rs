//! The short form that confirms what the other side sees: a decision with its words.

use super::super::register::problem_text;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::t;
use crate::ui::{
    CheckBox, Dialog, ErrorSummary, Glyph, Icon, Input, Mistake, Segmented, Select, SelectOption, TextArea, TextField,
    failure_text, failure_title,
};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, DealForm, Field};
use portico_contract::problem::{FieldProblem, ProblemKind};
use serde_json::{Map, Value};
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
}

/// What is typed so far.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    comment: String,
    days: String,
    reason: String,
    of: String,
    fields: Vec<Field>,
}

enum Edit {
    Text(AttrValue, String),
    Tick(AttrValue, bool),
}

impl Reducible for Said {
    type Action = Edit;
    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut said = (*self).clone();
        match edit {
            Edit::Text(field, text) => match field.as_str() {
                "order-protectionDays" => said.days = text,
                "order-reasonCode" => said.reason = text,
                "order-of" => said.of = text,
                _ => said.comment = text,
            },
            Edit::Tick(field, ticked) => {
                let field = field.strip_prefix("order-fields-").and_then(Field::parse);
                said.fields.retain(|known| Some(*known) != field);
                said.fields.extend(field.filter(|_| ticked));
            }
        }
        Rc::new(said)
    }
}

impl Said {
    /// The order, by the rules that the PRM holds too.
    fn order(&self, command: Command, form: &DealForm) -> Result<Order, Vec<FieldProblem>> {
        let mut body = Map::new();
        let mut put = |name: &str, value: Value| drop(body.insert(name.to_owned(), value));
        if !self.comment.trim().is_empty() {
            put("comment", self.comment.clone().into());
        }
        match command {
            // What is no number is refused as one that is out of range.
            Command::Approve if !self.days.trim().is_empty() => {
                put("protectionDays", self.days.trim().parse::<u32>().unwrap_or(0).into());
            }
            Command::Reject if !self.reason.is_empty() => put("reasonCode", self.reason.clone().into()),
            Command::MarkDuplicate if !self.of.is_empty() => put("of", self.of.clone().into()),
            Command::RequestInfo => put("fields", self.fields.iter().map(|field| field.name()).collect()),
            _ => {}
        }
        Order::read(command, &Value::Object(body), form).unwrap_or_else(|| Err(Vec::new()))
    }
}

/// A field's id for a pointer of the body.
fn field_id(pointer: &str) -> String {
    format!("order{}", pointer.replace('/', "-"))
}

#[component]
pub fn OrderDialog(props: &OrderDialogProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    let form = form.0.unwrap_or_default();
    let said = use_reducer(|| Said {
        comment: String::new(),
        days: form.protection_days.to_string(),
        reason: String::new(),
        of: props.deal.conflicts.iter().flatten().find(|other| other.first).map(|other| other.deal.id.clone()).unwrap_or_default(),
        fields: Vec::new(),
    });
    let turn = use_state(|| 0_u32);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let key = use_memo((), |()| new_key());
    let on_text = use_callback(said.dispatcher(), |(field, text), said| said.dispatch(Edit::Text(field, text)));
    let on_tick = use_callback(said.dispatcher(), |(field, ticked), said| said.dispatch(Edit::Tick(field, ticked)));

    let order = said.order(props.command, &form);
    let refused = match &*failed {
        Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Invalid => problem.errors.clone(),
        _ => Vec::new(),
    };
    let problems = if *turn == 0 { &[][..] } else { order.as_ref().err().map_or(&refused[..], Vec::as_slice) };
    let mistakes: Vec<Mistake> = problems
        .iter()
        .map(|problem| Mistake { field: field_id(&problem.pointer).into(), text: problem_text(&words, problem).into() })
        .collect();
    let problem = |field: &str| mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.clone());

    let onsubmit = use_callback(
        (api, props.deal.id.clone(), order.ok(), key, (busy.clone(), failed.setter(), *turn, turn.setter()), (props.on_done.clone(), props.reload.clone())),
        |event: SubmitEvent, (api, id, order, key, (busy, failed, turn, set_turn), (on_done, reload))| {
            event.prevent_default();
            set_turn.set(turn + 1);
            let Some(order) = order.as_ref().filter(|_| !**busy) else { return };
            busy.set(true);
            failed.set(None);
            let answer = api.carry_out(id, key, order);
            let (busy, failed, on_done, reload) = (busy.setter(), failed.clone(), on_done.clone(), reload.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(deal) => on_done.emit(Rc::new(deal)),
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
    let failure = (*failed).as_ref().filter(|_| refused.is_empty());
    let (title, text, confirm) = phrases(&words, props.command, &said.days);
    let needs_comment = !matches!(props.command, Command::Approve | Command::Withdraw);
    let danger = matches!(props.command, Command::Reject | Command::Withdraw | Command::MarkDuplicate);
    html! {
        <Dialog labelled_by="order-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit}>
                <div class="stack tight">
                    <h2 id="order-title">{ title }</h2>
                    <p class="quiet">{ text }</p>
                </div>
                <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
                if let Some(error) = failure {
                    <div class="hint bad" role="alert"><Icon glyph={Glyph::Warn} /><span>{ failure_title(&words, error) }{ ". " }{ failure_text(&words, error) }</span></div>
                }
                { specific(&words, props.command, &said, &form, &props.deal, &on_text, &on_tick, &problem) }
                <TextArea id="order-comment" label={t!(words, "order-comment")} optional={!needs_comment} value={said.comment.clone()}
                    on_input={on_text.clone()} problem={problem("order-comment")} />
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class={classes!("button", "grow", if danger { "danger" } else { "primary" })} aria-disabled={busy.then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { confirm }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// The fields that a command has beside its comment.
#[expect(clippy::too_many_arguments, reason = "one dialog's parts, used once")]
fn specific(
    words: &Words,
    command: Command,
    said: &Said,
    form: &DealForm,
    deal: &Deal,
    on_text: &Callback<(AttrValue, String)>,
    on_tick: &Callback<(AttrValue, bool)>,
    problem: &dyn Fn(&str) -> Option<AttrValue>,
) -> Html {
    match command {
        Command::Approve => html! {
            <TextField id="order-protectionDays" label={t!(words, "order-days")} help={t!(words, "order-days-help")} input={Input::Number}
                value={said.days.clone()} on_input={on_text.clone()} problem={problem("order-protectionDays")} />
        },
        Command::Reject => {
            let options = form.reasons.iter().map(|reason| SelectOption {
                value: reason.id.clone().into(),
                label: reason.name.clone().into(),
            });
            html! {
                <Select id="order-reasonCode" label={t!(words, "order-reason")} options={Rc::new(options.collect::<Vec<_>>())}
                    placeholder={t!(words, "choose")} value={said.reason.clone()} on_change={on_text.clone()} problem={problem("order-reasonCode")} />
            }
        }
        Command::RequestInfo => html! {
            <fieldset class="field" id="order-fields" tabindex="-1">
                <legend>{ t!(words, "order-fields") }</legend>
                <div class="two">
                    for field in Field::ALL {
                        <CheckBox key={field.name()} id={format!("order-fields-{}", field.name())} label={field_name(words, field)}
                            checked={said.fields.contains(&field)} on_change={on_tick.clone()} />
                    }
                </div>
                if let Some(problem) = problem("order-fields") { <p class="problem">{ problem }</p> }
            </fieldset>
        },
        Command::MarkDuplicate if deal.conflicts.iter().flatten().next().is_some() => {
            let options = deal.conflicts.iter().flatten().map(|other| {
                let label = format!("{} · {}", other.deal.organisation.name, other.deal.number);
                (AttrValue::from(other.deal.id.clone()), AttrValue::from(label))
            });
            html! {
                <Segmented id="order-of" label={t!(words, "order-of")} options={options.collect::<Vec<_>>()} value={said.of.clone()}
                    on_change={on_text.clone()} problem={problem("order-of")} />
            }
        }
        _ => Html::default(),
    }
}

/// Title, what it leads to, and the word on the button.
fn phrases(words: &Words, command: Command, days: &str) -> (String, String, String) {
    match command {
        Command::Approve => {
            let days = days.trim().parse::<u32>().unwrap_or(0);
            (t!(words, "approve-title"), t!(words, "approve-text"), t!(words, "act-approve", count = days))
        }
        Command::Reject => (t!(words, "reject-title"), t!(words, "reject-text"), t!(words, "act-reject")),
        Command::RequestInfo => (t!(words, "ask-title"), t!(words, "ask-text"), t!(words, "act-ask")),
        Command::MarkDuplicate => (t!(words, "duplicate-title"), t!(words, "duplicate-text"), t!(words, "act-duplicate")),
        Command::Revert => (t!(words, "revert-title"), t!(words, "revert-text"), t!(words, "act-revert")),
        Command::Dispute => (t!(words, "dispute-title"), t!(words, "dispute-text"), t!(words, "act-dispute")),
        _ => (t!(words, "withdraw-title"), t!(words, "withdraw-text"), t!(words, "act-withdraw")),
    }
}

/// What a member of the deal is called.
fn field_name(words: &Words, field: Field) -> String {
    match field {
        Field::Customer => t!(words, "section-customer"),
        Field::Contact => t!(words, "section-contact"),
        Field::Need => t!(words, "need"),
        Field::Products => t!(words, "products"),
        Field::Value => t!(words, "value"),
        Field::CloseDate => t!(words, "close-date"),
        Field::DealType => t!(words, "deal-type"),
        Field::Attribution => t!(words, "attribution"),
        Field::Qualification => t!(words, "section-qualification"),
        Field::Custom => t!(words, "section-custom"),
    }
}
