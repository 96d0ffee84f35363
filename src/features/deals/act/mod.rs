//! What may be done with a deal now: buttons made of `allowedActions`, never of the state's name.

mod order;
mod said;

use super::facts::title;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::route::Route;
use crate::t;
use crate::ui::{Dialog, Glyph, failure, focus_next, icon, pressed, use_shortcut};
use order::OrderDialog;
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, Review};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ActionsProps {
    pub deal: Rc<Deal>,
    pub on_done: Callback<Rc<Deal>>,
    pub reload: Callback<()>,
    /// Shows where to write; none for who may not.
    pub on_reply: Option<Callback<()>>,
}

/// In view as long as they are allowed; the most wanted last, under the thumb.
const IN_VIEW: [Command; 3] = [Command::RequestInfo, Command::Reject, Command::Approve];
/// Behind the menu.
const BEHIND: [Command; 5] =
    [Command::StartReview, Command::MarkDuplicate, Command::Revert, Command::Dispute, Command::Withdraw];

/// The head of a deal: its name, its states and its buttons. On a phone the buttons stand under the thumb.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    let open = use_state(|| None::<Command>);
    let more = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let deal = &props.deal;

    // Escape closes a dialog, and loses nothing.
    let drafts = use_mut_ref(BTreeMap::new);
    let close = use_callback((open.setter(), more.setter()), |(): (), (open, more)| {
        open.set(None);
        more.set(false);
    });
    // The buttons go with the state, so the focus is led to the name, which is read out with the states as they are now.
    let here = use_node_ref();
    let on_done =
        use_callback((close.clone(), props.on_done.clone(), here.clone()), |deal: Rc<Deal>, (close, on_done, here)| {
            close.emit(());
            on_done.emit(deal);
            // Unless another deal is in view by now.
            if here.get().is_some() {
                focus_next("deal-name");
            }
        });
    let starting = use_mut_ref(|| false);
    // Taking a registration on needs no word, so it is done at once.
    let start = use_callback(
        (api, deal.id.clone(), on_done.clone(), failed.setter(), starting),
        |(): (), (api, id, on_done, failed, busy)| {
            if busy.replace(true) {
                return;
            }
            failed.set(None);
            let answer = api.carry_out(id, &new_key(), &Order::StartReview);
            let (on_done, failed, busy) = (on_done.clone(), failed.clone(), busy.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(deal) => on_done.emit(Rc::new(deal)),
                    Err(error) => failed.set(Some(error)),
                }
                busy.replace(false);
            });
        },
    );
    let choose = use_callback(
        (deal.allowed_actions.clone(), open.setter(), more.setter(), start),
        |command: Command, (allowed, open, more, start)| {
            more.set(false);
            match command {
                _ if !allowed.contains(&command) => {}
                Command::StartReview => start.emit(()),
                _ => open.set(Some(command)),
            }
        },
    );
    let onclick = use_callback(
        (choose.clone(), more.setter(), props.on_reply.clone()),
        |event: MouseEvent, (choose, more, on_reply)| match pressed(&event, "data-act").as_deref() {
            Some("more") => more.set(true),
            Some("reply") => {
                if let Some(on_reply) = on_reply {
                    on_reply.emit(());
                }
            }
            Some(name) => {
                if let Some(command) = Command::parse(name) {
                    choose.emit(command);
                }
            }
            None => {}
        },
    );
    let cancel = use_callback(close.clone(), |_: MouseEvent, close| close.emit(()));
    let approve = use_callback(choose.clone(), |(): (), choose| choose.emit(Command::Approve));
    let reject = use_callback(choose.clone(), |(): (), choose| choose.emit(Command::Reject));
    let ask = use_callback(choose, |(): (), choose| choose.emit(Command::RequestInfo));
    use_shortcut("a", approve);
    use_shortcut("r", reject);
    use_shortcut("i", ask);

    let may = |command: &Command| deal.allowed_actions.contains(command);
    let in_view: Vec<Command> = IN_VIEW.into_iter().filter(may).collect();
    let behind: Vec<Command> = BEHIND.into_iter().filter(may).collect();
    let days = form.0.as_ref().map_or(90, |form| form.protection_days);
    let button = |command: &Command| button(&words, *command, days);
    let edit = may(&Command::Submit).then(|| {
        let label = if deal.review == Review::Draft { t!(words, "act-continue") } else { t!(words, "act-answer") };
        html! { <a href={Route::EditDeal { id: deal.id.clone() }.path()} class="button primary grow">{ label }</a> }
    });
    let reply = (props.on_reply.is_some() && edit.is_none() && in_view.is_empty() && deal.review != Review::Draft).then(|| {
        html! { <button type="button" class="button primary grow phone-only" data-act="reply">{ t!(words, "act-reply") }</button> }
    });
    let any = edit.is_some() || reply.is_some() || !in_view.is_empty() || !behind.is_empty();
    // A single quiet action needs no menu in front of it.
    let behind_view = match behind.as_slice() {
        [] => Html::default(),
        [one] if in_view.len() < IN_VIEW.len() => button(one),
        _ => html! {
            <button type="button" class="button icon bordered" data-act="more" aria-label={t!(words, "act-more")} aria-haspopup="dialog">
                { icon(Glyph::More) }
            </button>
        },
    };
    html! {
        <div class="stack tight" ref={here} {onclick}>
            <div class="row top between wrap head">
                { title(&words, &form, deal) }
                if any {
                    <div class="bar" role="group" aria-label={t!(words, "act-group")}>
                        { behind_view }
                        { for in_view.iter().map(button) }
                        { edit.unwrap_or_default() }
                        { reply.unwrap_or_default() }
                    </div>
                }
            </div>
            { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
            if *more {
                <Dialog labelled_by="more-title" on_close={close.clone()}>
                    <div>
                        <h2 id="more-title">{ t!(words, "act-more") }</h2>
                        <div class="stack tight">{ for behind.iter().map(button) }</div>
                        <button type="button" class="button plain" onclick={cancel}>{ t!(words, "cancel") }</button>
                    </div>
                </Dialog>
            }
            if let Some(command) = *open {
                <OrderDialog key={command.name()} {command} deal={deal.clone()} on_close={close} {on_done} {drafts} reload={props.reload.clone()} />
            }
        </div>
    }
}

fn button(words: &Words, command: Command, days: u16) -> Html {
    let (class, key) = match command {
        Command::Approve => ("button primary grow", Some("A")),
        Command::Reject => ("button", Some("R")),
        Command::RequestInfo => ("button", Some("I")),
        _ => ("button", None),
    };
    html! {
        <button type="button" {class} key={command.name()} data-act={command.name()}>
            { label(words, command, u32::from(days)) }if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
        </button>
    }
}

/// What a command is called on its button.
fn label(words: &Words, command: Command, days: u32) -> String {
    match command {
        Command::Approve => t!(words, "act-approve", count = days),
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
