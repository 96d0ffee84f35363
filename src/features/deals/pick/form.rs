//! The short form of a command for many.

use super::super::act::label;
use super::Pick;
use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::{ManyDialog, deal_name, done_of, use_form};
use crate::t;
use crate::ui::{Choice, Field, Glyph, Typed, hint, typed};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, DealSummary};
use portico_contract::session::Person;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;
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
    let named = use_memo((), |()| -> Rc<[(String, String)]> {
        deals.iter().map(|deal| (deal.id.clone(), deal_name(&words, &deal.customer.name))).collect()
    });
    let texts = use_state(BTreeMap::<String, String>::new);
    let tried = use_state(|| false);
    let command = props.command;
    let one_firm = deals.windows(2).all(|pair| pair[0].organisation.id == pair[1].organisation.id);
    let first = deals.first().map(|deal| deal.id.clone()).filter(|_| command == Command::Reassign && one_firm);
    let owners = use_remote((api, first), |(api, first)| -> Fetch<Rc<[Person]>> {
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
    let on_try = use_callback(tried.setter(), |(): (), tried| tried.set(true));
    let on_done = use_callback(
        ((*named).clone(), props.pick.clone(), props.on_done.clone()),
        |left: Vec<String>, (deals, pick, on_done)| {
            pick.emit(Pick::Drop(done_of(deals, &left)));
            on_done.emit(());
        },
    );
    let possible = command != Command::Reassign || one_firm;
    let body = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let body: Map<String, Value> = body.map(|(name, text)| (name.clone(), text.trim().into())).collect();
    let form = form.0.as_ref();
    let order = form.filter(|_| possible).and_then(|form| Order::read(command, &Value::Object(body), form).ok());
    let many = deals.len();
    let title = t!(words, "bulk-title", act = &label(&words, command, None), count = many);
    let send = if possible { t!(words, "bulk-send", count = many) } else { String::new() };
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
            let stages = form.iter().flat_map(|form| &form.stages).filter(|named| !named.stage.is_closed());
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
    html! {
        <ManyDialog {title} {send} {danger} deals={(*named).clone()} {order} {oninput} {on_try} {on_done} on_close={props.on_close.clone()}>
            { fields }
        </ManyDialog>
    }
}
