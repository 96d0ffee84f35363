//! What may be done with a deal now: buttons made of `allowedActions`, never of the state's name.

mod order;

use super::facts::Title;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::route::{Link, Route};
use crate::t;
use crate::ui::{Dialog, Glyph, Icon, focus, failure_text, failure_title, use_shortcut};
use order::OrderDialog;
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, Review};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ActionsProps {
    pub deal: Rc<Deal>,
    pub on_done: Callback<Rc<Deal>>,
    pub reload: Callback<()>,
}

/// The head of a deal: its name, its states and its buttons. On a phone the buttons stand under the thumb.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    let open = use_state(|| None::<Command>);
    let more = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let deal = &props.deal;
    let may = |command: Command| deal.allowed_actions.contains(&command);

    // Taking a registration on needs no word, so it is done at once.
    let start = use_callback(
        (api, deal.id.clone(), props.on_done.clone(), failed.setter()),
        |(): (), (api, id, on_done, failed)| {
            let answer = api.carry_out(id, &new_key(), &Order::StartReview);
            let (on_done, failed) = (on_done.clone(), failed.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(deal) => on_done.emit(Rc::new(deal)),
                    Err(error) => failed.set(Some(error)),
                }
            });
        },
    );
    let choose = use_callback((open.setter(), more.setter(), start), |command: Command, (open, more, start)| {
        more.set(false);
        if command == Command::StartReview { start.emit(()) } else { open.set(Some(command)) }
    });
    let close = use_callback((open.setter(), more.setter()), |(): (), (open, more)| {
        open.set(None);
        more.set(false);
    });
    let on_done = use_callback((close.clone(), props.on_done.clone()), |deal: Rc<Deal>, (close, on_done)| {
        close.emit(());
        on_done.emit(deal);
    });
    let key = |command: Command| (choose.clone(), command, may(command));
    let pressed = |(): (), (choose, command, may): &(Callback<Command>, Command, bool)| {
        if *may {
            choose.emit(*command);
        }
    };
    let approve = use_callback(key(Command::Approve), pressed);
    let reject = use_callback(key(Command::Reject), pressed);
    let ask = use_callback(key(Command::RequestInfo), pressed);
    use_shortcut("a", approve);
    use_shortcut("r", reject);
    use_shortcut("i", ask);

    let days = form.0.as_ref().map_or(90, |form| form.protection_days);
    let in_view: Vec<Command> =
        [Command::RequestInfo, Command::Reject, Command::Approve].into_iter().filter(|command| may(*command)).collect();
    let behind: Vec<Command> = [
        Command::StartReview,
        Command::MarkDuplicate,
        Command::Revert,
        Command::Dispute,
        Command::Withdraw,
    ]
    .into_iter()
    .filter(|command| may(*command))
    .collect();
    let edit = may(Command::Submit).then(|| {
        let label = if deal.review == Review::Draft { t!(words, "act-continue") } else { t!(words, "act-answer") };
        html! { <Link to={Route::EditDeal { id: deal.id.clone() }} classes="button primary grow">{ label }</Link> }
    });
    let write = use_callback((), |_: MouseEvent, ()| focus("comment"));
    let reply = (edit.is_none() && in_view.is_empty() && deal.review != Review::Draft).then(|| {
        html! { <button type="button" class="button primary grow phone-only" onclick={write}>{ t!(words, "act-reply") }</button> }
    });
    let button = |command: Command| {
        html! { <Act key={command.name()} {command} label={label(&words, command, days)} choose={choose.clone()} /> }
    };
    let show_more = {
        let set = more.setter();
        Callback::from(move |_: MouseEvent| set.set(true))
    };
    // A single quiet action needs no menu in front of it.
    let behind_view = match behind.as_slice() {
        [] => Html::default(),
        [one] => button(*one),
        _ => html! {
            <button type="button" class="button icon bordered" aria-label={t!(words, "act-more")} aria-haspopup="dialog" onclick={show_more}>
                <Icon glyph={Glyph::More} />
            </button>
        },
    };
    let any = edit.is_some() || reply.is_some() || !in_view.is_empty() || !behind.is_empty();
    html! {
        <>
            <div class="row top between wrap head">
                <Title deal={deal.clone()} />
                if any {
                    <div class="bar" role="group" aria-label={t!(words, "act-group")}>
                        { behind_view }
                        for command in &in_view { { button(*command) } }
                        { edit }
                        { reply }
                    </div>
                }
            </div>
            if let Some(error) = &*failed {
                <div class="hint bad" role="alert"><Icon glyph={Glyph::Warn} /><span>{ failure_title(&words, error) }{ ". " }{ failure_text(&words, error) }</span></div>
            }
            if *more {
                <Dialog labelled_by="more-title" on_close={close.clone()}>
                    <div>
                        <h2 id="more-title">{ t!(words, "act-more") }</h2>
                        <div class="stack tight">for command in &behind { { button(*command) } }</div>
                        <button type="button" class="button plain" onclick={close.reform(|_: MouseEvent| ())}>{ t!(words, "cancel") }</button>
                    </div>
                </Dialog>
            }
            if let Some(command) = *open {
                <OrderDialog {command} deal={deal.clone()} on_close={close} {on_done} reload={props.reload.clone()} />
            }
        </>
    }
}

/// What a command is called on its button.
fn label(words: &Words, command: Command, days: u16) -> String {
    match command {
        Command::Approve => t!(words, "act-approve", count = u32::from(days)),
        Command::Reject => t!(words, "act-reject"),
        Command::RequestInfo => t!(words, "act-ask"),
        Command::StartReview => t!(words, "act-start-review"),
        Command::MarkDuplicate => t!(words, "act-duplicate"),
        Command::Revert => t!(words, "act-revert"),
        Command::Dispute => t!(words, "act-dispute"),
        Command::Withdraw => t!(words, "act-withdraw"),
        _ => t!(words, "act-continue"),
    }
}

#[derive(Properties, PartialEq)]
struct ActProps {
    command: Command,
    label: AttrValue,
    choose: Callback<Command>,
}

#[component]
fn Act(props: &ActProps) -> Html {
    let onclick = use_callback((props.command, props.choose.clone()), |_: MouseEvent, (command, choose)| choose.emit(*command));
    let (class, key) = match props.command {
        Command::Approve => ("button primary grow", Some("A")),
        Command::Reject => ("button", Some("R")),
        Command::RequestInfo => ("button", Some("I")),
        _ => ("button", None),
    };
    html! {
        <button type="button" {class} {onclick}>{ &props.label }if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }</button>
    }
}
