//! What may be done with a deal now: buttons made of `allowedActions`, never of the state's name.

mod copy;
mod fields;
mod order;
mod said;
mod template;

pub use fields::co_sell_name;
pub(super) use order::OrderDialog;
pub(super) use said::Drafts;

use super::facts::title;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::route::Route;
use crate::session::{use_may, use_session, use_side};
use crate::t;
use crate::ui::{Dialog, Glyph, failure, focus_next, icon, pressed, use_shortcut, use_wide};
use copy::use_copy;
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, Review};
use portico_contract::session::{Permission, Side};
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
const IN_VIEW: [Command; 4] = [Command::RequestInfo, Command::Reject, Command::Approve, Command::DecideExtension];
/// In view of the side that sells.
const SALE: [Command; 3] = [Command::Dispute, Command::Win, Command::Advance];
/// Behind the menu, where they are not in view.
const BEHIND: [Command; 13] = [
    Command::StartReview,
    Command::Assign,
    Command::MarkDuplicate,
    Command::Revert,
    Command::Dispute,
    Command::Claim,
    Command::Advance,
    Command::Win,
    Command::Lose,
    Command::RequestExtension,
    Command::RequestCoSell,
    Command::Reassign,
    Command::Withdraw,
];

/// The head of a deal: its name, its states and its buttons. On a phone the buttons stand under the thumb.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let (words, api, form, side, wide) = (use_words(), use_api(), use_form(), use_side(), use_wide());
    let may_register = use_may(Permission::DealsRegister);
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
    // What needs no word is done at once.
    let start = use_callback(
        (api, deal.id.clone(), on_done.clone(), failed.setter(), starting),
        |order: Order, (api, id, on_done, failed, busy)| {
            if busy.replace(true) {
                return;
            }
            failed.set(None);
            let answer = api.carry_out(id, &new_key(), &order);
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
        (deal.allowed_actions.clone(), open.setter(), more.setter(), start.clone()),
        |command: Command, (allowed, open, more, start)| {
            more.set(false);
            match command {
                _ if !allowed.contains(&command) => {}
                Command::StartReview => start.emit(Order::StartReview),
                Command::Claim => start.emit(Order::Claim),
                _ => open.set(Some(command)),
            }
        },
    );
    let me = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let is_mine = deal.handler.as_ref().is_some_and(|handler| handler.id == me);
    let may_take = deal.allowed_actions.contains(&Command::Assign) && !is_mine;
    let take = use_callback((start, may_take.then_some(me)), |(): (), (start, me)| {
        if me.is_some() {
            start.emit(Order::Assign { to: me.clone(), comment: None });
        }
    });
    use_shortcut("t", take.clone());
    let copy = use_copy(deal, failed.setter());
    let onclick = use_callback(
        (choose.clone(), more.setter(), props.on_reply.clone(), copy, take.clone()),
        |event: MouseEvent, (choose, more, on_reply, copy, take)| match pressed(&event, "data-act").as_deref() {
            Some("take") => {
                more.set(false);
                take.emit(());
            }
            Some("more") => more.set(true),
            Some("copy") => copy.emit(()),
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

    let copied = (may_register && deal.review != Review::Draft).then(|| {
        html! { <button type="button" class="button" key="copy" data-act="copy">{ t!(words, "act-copy") }</button> }
    });
    let may = |command: &Command| deal.allowed_actions.contains(command);
    let sale = SALE.into_iter().filter(|_| side == Side::Partner);
    let in_view: Vec<Command> = IN_VIEW.into_iter().chain(sale).filter(may).collect();
    let behind: Vec<Command> =
        BEHIND.into_iter().filter(|command| may(command) && !in_view.contains(command)).collect();
    // On a phone there is no room for the days; the dialog says them.
    let days = wide.then(|| form.0.as_ref().map_or(90, |form| form.protection_days));
    let button = |command: &Command| button(&words, *command, days);
    let edit = may(&Command::Submit).then(|| {
        let label = match deal.review {
            Review::Draft => t!(words, "act-continue"),
            Review::Claimed => t!(words, "act-complete"),
            _ => t!(words, "act-answer"),
        };
        html! { <a href={Route::EditDeal { id: deal.id.clone() }.path()} class="button primary grow">{ label }</a> }
    });
    let reply = (props.on_reply.is_some() && edit.is_none() && in_view.is_empty() && deal.review != Review::Draft).then(|| {
        html! { <button type="button" class="button primary grow phone-only" data-act="reply">{ t!(words, "act-reply") }</button> }
    });
    let taken = may_take.then(|| {
        html! { <button type="button" class="button" key="take" data-act="take">{ t!(words, "act-take") }<kbd aria-hidden="true">{ "T" }</kbd></button> }
    });
    let quiet: Vec<Html> = taken.into_iter().chain(behind.iter().map(button)).chain(copied).collect();
    let any = edit.is_some() || reply.is_some() || !in_view.is_empty() || !quiet.is_empty();
    // A single quiet action needs no menu in front of it.
    let behind_view = match quiet.as_slice() {
        [] => Html::default(),
        [one] if in_view.len() < 3 => one.clone(),
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
                        <div class="stack tight">{ for quiet }</div>
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

fn button(words: &Words, command: Command, days: Option<u16>) -> Html {
    let (class, key) = match command {
        Command::Approve => ("button primary grow", Some("A")),
        Command::DecideExtension | Command::Advance => ("button primary grow", None),
        Command::Dispute => ("button grow", None),
        Command::Reject => ("button", Some("R")),
        Command::RequestInfo => ("button", Some("I")),
        _ => ("button", None),
    };
    html! {
        <button type="button" {class} key={command.name()} data-act={command.name()}>
            { label(words, command, days.map(u32::from)) }if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
        </button>
    }
}

/// What a command is called on its button; an approval with its days, where they are said.
pub(super) fn label(words: &Words, command: Command, days: Option<u32>) -> String {
    match command {
        Command::Approve => {
            days.map_or_else(|| t!(words, "act-approve-short"), |days| t!(words, "act-approve", count = days))
        }
        Command::Reject => t!(words, "act-reject"),
        Command::RequestInfo => t!(words, "act-ask"),
        Command::StartReview => t!(words, "act-start-review"),
        Command::MarkDuplicate => t!(words, "act-duplicate"),
        Command::Revert => t!(words, "act-revert"),
        Command::Dispute => t!(words, "act-dispute"),
        Command::Withdraw => t!(words, "act-withdraw"),
        Command::Claim => t!(words, "act-claim"),
        Command::Submit => t!(words, "act-continue"),
        Command::RequestExtension => t!(words, "act-extend"),
        Command::DecideExtension => t!(words, "act-extension"),
        Command::Reassign => t!(words, "act-reassign"),
        Command::Advance => t!(words, "act-advance"),
        Command::Win => t!(words, "act-win"),
        Command::Lose => t!(words, "act-lose"),
        Command::RequestCoSell => t!(words, "act-co-sell"),
        Command::Assign => t!(words, "act-assign"),
    }
}
