//! What is typed into the form of a command, and the order that it makes.

use super::super::register::{plain_amount, typed_amount};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Approval, Command, Deal, DealForm, Field};
use portico_contract::problem::{Code, FieldProblem};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Chosen where a deal is given back: to nobody in particular.
pub(super) const NOBODY: &str = "nobody";

/// What is typed so far, by the member of the body that it makes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    texts: BTreeMap<String, String>,
    pub fields: Vec<Field>,
    /// What stood in the comment before a template filled it, and what it filled it with.
    filled: Option<(String, String)>,
}

pub enum Edit {
    Text(String, String),
    Tick(String, bool),
    /// A template is chosen: its id, and its text.
    Fill(String, String),
    /// The template goes, and what stood there before it comes back; not over what was written since.
    Unfill,
}

impl Reducible for Said {
    type Action = Edit;
    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut said = (*self).clone();
        match edit {
            Edit::Text(field, text) => {
                said.texts.insert(field.trim_start_matches("order-").to_owned(), text);
            }
            Edit::Tick(field, ticked) => {
                let field = field.strip_prefix("order-fields-").and_then(Field::parse);
                said.fields.retain(|known| Some(*known) != field);
                said.fields.extend(field.filter(|_| ticked));
            }
            Edit::Fill(template, text) => {
                let now = said.raw("comment").to_owned();
                // Of two templates in a row the first has what was typed.
                let before = match said.filled.take() {
                    Some((before, filled)) if filled == now => before,
                    _ => now,
                };
                said.texts.insert("template".to_owned(), template);
                said.texts.insert("comment".to_owned(), text.clone());
                said.filled = Some((before, text));
            }
            Edit::Unfill => {
                said.texts.remove("template");
                if let Some((before, _)) = said.filled.take_if(|(_, filled)| *filled == said.texts["comment"]) {
                    said.texts.insert("comment".to_owned(), before);
                }
            }
        }
        Rc::new(said)
    }
}

impl Said {
    /// What a form proposes before anything is typed.
    pub(super) fn preset(command: Command, deal: &Deal, form: &DealForm, decimal: char) -> Self {
        let mut said = Self::default();
        let mut put = |name: &str, text: String| drop(said.texts.insert(name.to_owned(), text));
        match command {
            Command::Approve => put("protectionDays", form.protection_days.to_string()),
            Command::MarkDuplicate => {
                let first = deal.conflicts.iter().flatten().find(|other| other.first);
                put("of", first.map(|other| other.deal.id.clone()).unwrap_or_default());
            }
            Command::RequestExtension => put("days", form.extension_days.to_string()),
            Command::DecideExtension => {
                let asked = deal.protection.and_then(|window| window.extension).map(|extension| extension.days);
                put("days", asked.unwrap_or(form.extension_days).to_string());
                put("grant", "yes".to_owned());
            }
            Command::Advance => put("stage", onward(deal, form)),
            Command::Win => {
                let amount = deal.value.map(|value| typed_amount(value, decimal));
                put("value-amount", amount.unwrap_or_default());
            }
            _ => {}
        }
        said
    }

    /// Whether a template stands in the comment, as it is, in place of something that was typed.
    pub(super) fn is_filled(&self) -> bool {
        self.filled.as_ref().is_some_and(|(before, filled)| !before.is_empty() && filled == self.raw("comment"))
    }

    /// A text as it was typed.
    pub(super) fn raw(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// A text without the blanks around it.
    pub(super) fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The order, by the rules that the PRM holds too.
    pub(super) fn order(
        &self,
        command: Command,
        deal: &Deal,
        form: &DealForm,
        decimal: char,
    ) -> Result<Order, Vec<FieldProblem>> {
        let mut body = Map::new();
        let given = |name: &str| Some(self.text(name)).filter(|text| !text.is_empty());
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                body.insert(name.to_owned(), value);
            }
        };
        let text = |name: &str| given(name).map(Value::from);
        // What is no number is refused as one that is out of range.
        let days = |name: &str| given(name).map(|text| text.parse::<u32>().unwrap_or(0).into());
        put("comment", text("comment"));
        match command {
            Command::Approve => {
                put("protectionDays", days("protectionDays"));
                put("step", deal.approval.as_ref().and_then(Approval::place).map(Value::from));
            }
            Command::Reject | Command::Lose => put("reasonCode", text("reasonCode")),
            Command::MarkDuplicate => put("of", text("of")),
            Command::RequestInfo => put("fields", Some(self.fields.iter().map(|field| field.name()).collect())),
            Command::RequestExtension => put("days", days("days")),
            Command::DecideExtension => {
                let grant = self.text("grant") == "yes";
                put("grant", Some(grant.into()));
                put("days", days("days").filter(|_| grant));
            }
            Command::Reassign => put("owner", text("owner")),
            Command::Assign if self.text("to").is_empty() => {
                return Err(vec![FieldProblem::new("/to", Code::Required, "to whom is not said")]);
            }
            Command::Assign => put("to", text("to").filter(|to| to != NOBODY)),
            Command::Advance => put("stage", text("stage")),
            Command::Win => {
                let currency = deal.value.map(|value| String::from(value.currency()));
                let amount = given("value-amount").map(|typed| plain_amount(typed, decimal));
                put("value", amount.map(|amount| json!({ "amount": amount, "currency": currency })));
                put("reference", text("reference"));
            }
            Command::RequestCoSell => put("kind", text("kind")),
            _ => {}
        }
        Order::read(command, &Value::Object(body), form)
    }
}

/// The stage that a sale usually comes to next: the one behind where it is, in the tenant's order. From the last one
/// there is none.
fn onward(deal: &Deal, form: &DealForm) -> String {
    let now = deal.stage.and_then(|stage| form.stage_at(stage, deal.stage_id.as_deref()));
    let behind =
        form.stages.iter().skip_while(|one| now.is_some() && Some(*one) != now).skip(usize::from(now.is_some()));
    behind.into_iter().find(|one| !one.stage.is_closed()).map(|next| next.id().to_owned()).unwrap_or_default()
}

/// What was typed for a command and not carried out, and the order that was sent of it last, with its key.
#[derive(Debug, Default, PartialEq)]
pub struct Begun {
    pub said: Option<Said>,
    sent: Option<(Order, String)>,
    /// The deal as it was when the form was opened.
    version: i64,
}

/// What was begun, by the name of the command, as long as the deal is in view.
pub type Drafts = Rc<RefCell<BTreeMap<&'static str, Begun>>>;

impl Begun {
    /// Opened for a version of the deal. What was sent about an older one is not asked for again: that may be long done.
    pub(super) fn open(&mut self, version: i64) -> Option<Said> {
        if std::mem::replace(&mut self.version, version) != version {
            self.sent = None;
        }
        self.said.clone()
    }

    /// The key of an order: the same as long as it is the same order, so that a lost answer is asked for again.
    pub(super) fn key(&mut self, order: &Order, new: fn() -> String) -> String {
        let sent = self.sent.take().filter(|(sent, _)| sent == order);
        self.sent.insert(sent.unwrap_or_else(|| (order.clone(), new()))).1.clone()
    }
}

/// A field's id for a pointer of the body.
pub(super) fn field_id(pointer: &str) -> String {
    format!("order{}", pointer.replace('/', "-"))
}

#[cfg(test)]
mod tests;
