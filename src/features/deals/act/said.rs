//! What is typed into the form of a decision, and the order that it makes.

use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, DealForm, Field};
use portico_contract::problem::FieldProblem;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// What is typed so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    pub comment: String,
    pub days: String,
    pub reason: String,
    pub of: String,
    pub fields: Vec<Field>,
}

pub(super) enum Edit {
    Text(String, String),
    Tick(String, bool),
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
    pub(super) fn order(&self, command: Command, form: &DealForm) -> Result<Order, Vec<FieldProblem>> {
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

/// What was typed for a command and not carried out, and the order that was sent of it last, with its key.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Begun {
    pub said: Option<Said>,
    sent: Option<(Order, String)>,
    /// The deal as it was when the form was opened.
    version: i64,
}

/// What was begun, by the name of the command, as long as the deal is in view.
pub(super) type Drafts = Rc<RefCell<BTreeMap<&'static str, Begun>>>;

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
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_by_its_field() {
        let missing = |command| {
            let problems = Said::default().order(command, &DealForm::default()).unwrap_err();
            problems.iter().map(|problem| field_id(&problem.pointer)).collect::<Vec<_>>()
        };
        assert_eq!(missing(Command::Approve), ["order-protectionDays"]);
        assert_eq!(missing(Command::Reject), ["order-reasonCode", "order-comment"]);
        assert_eq!(missing(Command::RequestInfo), ["order-comment", "order-fields"]);
        assert!(Said::default().order(Command::Withdraw, &DealForm::default()).is_ok(), "a withdrawal needs no word");
    }

    #[test]
    fn an_order_has_one_key_as_long_as_it_is_the_same() {
        use std::sync::atomic::{AtomicU32, Ordering};
        fn new() -> String {
            static MADE: AtomicU32 = AtomicU32::new(0);
            MADE.fetch_add(1, Ordering::Relaxed).to_string()
        }
        let (one, other) = (Order::Withdraw { comment: None }, Order::Withdraw { comment: Some("Lost.".to_owned()) });
        let mut begun = Begun::default();
        begun.open(1);
        let first = begun.key(&one, new);
        begun.open(1);
        assert_eq!(begun.key(&one, new), first, "closed and opened again, it is asked for again");
        let second = begun.key(&other, new);
        assert_ne!(second, first, "another body is another order");
        begun.open(2);
        assert_ne!(begun.key(&other, new), second, "the deal went on meanwhile");
    }

    #[test]
    fn days_that_are_no_number_are_refused() {
        let said = Said { days: "ninety".to_owned(), ..Said::default() };
        assert!(said.order(Command::Approve, &DealForm::default()).is_err());
        let said = Said { days: " 90 ".to_owned(), ..Said::default() };
        assert_eq!(
            said.order(Command::Approve, &DealForm::default()),
            Ok(Order::Approve { protection_days: 90, comment: None })
        );
    }
}
