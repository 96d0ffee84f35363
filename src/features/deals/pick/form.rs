//! The short form of a command for many, how far it is, and what was not done and why.

use super::super::act::label;
use super::Pick;
use super::run::{Outcome, Sent, carry_out};
use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::{deal_name, use_form};
use crate::t;
use crate::ui::{Choice, Dialog, Field, Glyph, Typed, failure_words, hint, typed};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, DealSummary};
use portico_contract::session::Person;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BulkFormProps {
    pub command: Command,
    pub deals: Rc<[DealSummary]>,
    pub pick: Callback<Pick>,
    pub on_close: Callback<()>,
    pub on_done: Callback<()>,
}

#[component]
pub fn BulkForm(props: &BulkFormProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    // As they were when it was opened: what is done moves on.
    let deals = use_memo((), |()| props.deals.clone());
    let texts = use_state(BTreeMap::<String, String>::new);
    let tried = use_state(|| false);
    let running = use_state(|| None::<usize>);
    let outcome = use_state(|| None::<Rc<Outcome>>);
    let sent: Sent = use_mut_ref(Vec::new);
    let command = props.command;
    let one_firm = deals.windows(2).all(|pair| pair[0].organisation.id == pair[1].organisation.id);
    let first = deals.first().map(|deal| deal.id.clone()).filter(|_| command == Command::Reassign && one_firm);
    let owners = use_remote((api.clone(), first), |(api, first)| -> Fetch<Rc<[Person]>> {
        let owners = first.as_ref().map(|id| api.owners(id));
        Box::pin(async move {
            match owners {
                Some(owners) => owners.await.map(|page| page.items.into()),
                None => Ok(Rc::from([])),
            }
        })
    });
    let oninput = use_callback(texts.clone(), |event: InputEvent, texts| {
        if let Some((field, Typed::Text(text))) = typed(&event) {
            let mut now = (**texts).clone();
            now.insert(field.trim_start_matches("bulk-").to_owned(), text);
            texts.set(now);
        }
    });
    let body = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let body: Map<String, Value> = body.map(|(name, text)| (name.clone(), text.trim().into())).collect();
    let order = form.0.as_ref().and_then(|form| Order::read(command, &Value::Object(body), form).ok());
    let onsubmit = use_callback(
        (
            api,
            deals.clone(),
            order.clone(),
            sent,
            (tried.setter(), running.clone(), outcome.setter(), props.pick.clone(), props.on_done.clone()),
        ),
        |event: SubmitEvent, (api, deals, order, sent, (tried, running, outcome, pick, on_done))| {
            event.prevent_default();
            tried.set(true);
            let Some(order) = order.clone().filter(|_| running.is_none()) else { return };
            running.set(Some(0));
            let ids = deals.iter().map(|deal| deal.id.clone()).collect();
            let set = running.setter();
            let progress = Callback::from(move |done| set.set(Some(done)));
            let (outcome, pick, on_done) = (outcome.clone(), pick.clone(), on_done.clone());
            let work = carry_out(api.clone(), ids, order, sent.clone(), progress);
            spawn_local(async move {
                let came = work.await;
                pick.emit(Pick::Only(came.refused.iter().map(|(id, _)| id.clone()).collect()));
                outcome.set(Some(Rc::new(came)));
                on_done.emit(());
            });
        },
    );
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let many = deals.len();
    let title = t!(words, "bulk-title", act = &label(&words, command, None), count = many);
    let name_of = |id: &str| {
        let deal = deals.iter().find(|deal| deal.id == id);
        deal_name(&words, deal.map(|deal| deal.customer.name.as_str()).unwrap_or_default())
    };
    if let Some(outcome) = &*outcome {
        let why = |(id, error): &(String, crate::api::ApiError)| {
            let (title, text) = failure_words(&words, error);
            html! { <li class="stack snug" key={id.clone()}><b>{ name_of(id) }</b><small>{ title }{ ". " }{ text }</small></li> }
        };
        return html! {
            <Dialog labelled_by="bulk-title" on_close={props.on_close.clone()}>
                <div>
                    <h2 id="bulk-title" role="status">{ t!(words, "bulk-done", count = outcome.done) }</h2>
                    if !outcome.refused.is_empty() {
                        { hint(Glyph::Warn, "warn", html! { <p>{ t!(words, "bulk-left", count = outcome.refused.len()) }</p> }) }
                        <ul class="stack" style="max-height: 40dvh; overflow-y: auto" tabindex="0" aria-labelledby="bulk-title">{ for outcome.refused.iter().map(why) }</ul>
                    }
                    <button type="button" class="button primary" onclick={close}>{ t!(words, "done") }</button>
                </div>
            </Dialog>
        };
    }
    let text = |name: &str| AttrValue::from(texts.get(name).cloned().unwrap_or_default());
    let missing = (*tried && order.is_none()).then(|| AttrValue::from(t!(words, "bulk-mend")));
    let field = |name: &str, label: String| Field {
        id: format!("bulk-{name}").into(),
        label: label.into(),
        value: text(name),
        problem: missing.clone(),
        ..Field::default()
    };
    let fields = match command {
        Command::Advance => {
            let stages = form.0.iter().flat_map(|form| &form.stages).filter(|named| !named.stage.is_closed());
            let stages: Vec<Choice> =
                stages.map(|named| (named.id().to_owned().into(), named.name.clone().into())).collect();
            field("stage", t!(words, "column-stage")).segmented(&stages)
        }
        Command::Reassign if one_firm => {
            let owners = owners.get();
            let owners = owners.value().map(|owners| &**owners).unwrap_or_default();
            let owners: Vec<Choice> =
                owners.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
            field("owner", t!(words, "column-owner")).select(&words, &owners, true)
        }
        Command::Reassign => hint(Glyph::Warn, "warn", html! { <p>{ t!(words, "bulk-firms") }</p> }),
        Command::Withdraw => {
            Field { optional: true, problem: None, ..field("comment", t!(words, "order-comment")) }.area(&words)
        }
        _ => Html::default(),
    };
    let danger = command == Command::Withdraw;
    let possible = command != Command::Reassign || one_firm;
    html! {
        <Dialog labelled_by="bulk-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput}>
                <h2 id="bulk-title">{ title }</h2>
                { fields }
                if let Some(done) = *running {
                    <div class="stack snug" role="status">
                        <span class="meter" aria-hidden="true"><i style={format!("width: {}%", done * 100 / many.max(1))} /></span>
                        <small>{ t!(words, "bulk-running", done = done, count = many) }</small>
                    </div>
                }
                <div class="row">
                    <button type="button" class="button" onclick={close}>{ t!(words, "cancel") }</button>
                    if possible {
                        <button type="submit" class={if danger { "button grow danger" } else { "button grow primary" }} aria-disabled={running.map(|_| "true")}>
                            if running.is_some() { <span class="spinner" aria-hidden="true" /> }
                            { t!(words, "bulk-send", count = many) }
                        </button>
                    }
                </div>
            </form>
        </Dialog>
    }
}
