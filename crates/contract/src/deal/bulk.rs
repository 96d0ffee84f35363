//! One command for many deals: `POST /deals/bulk`. Each is done or refused by itself.

use super::commands::Order;
use super::{Command, DealForm};
use crate::problem::{Code, FieldProblem, Problem};
use crate::read::{Lines, Reader, text};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// How many deals one request names, at most.
pub const MAX_BULK: u32 = 200;

/// The body of `POST /deals/bulk`: the deals, and what is done with each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkOrder {
    /// 1 to [`MAX_BULK`] ids, each once, in the order they are done.
    pub ids: Vec<String>,
    /// The same for all.
    pub order: Order,
}

impl BulkOrder {
    /// Reads `{"ids": [...], "command": {"name": "approve", ...}}`: beside its name, a command has the members of its own
    /// body. All mistakes at once.
    pub fn read(body: &Value, form: &DealForm) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let read = reader.object(body, "", |o| {
            let mut ids: Vec<String> = Vec::new();
            for (item, pointer) in o.items("ids", MAX_BULK) {
                match text(o.reader, item, &pointer, 64, Lines::One) {
                    Some(id) if ids.contains(&id) => {
                        o.reader.report(FieldProblem::new(pointer, Code::Repeated, "named before"));
                    }
                    Some(id) => ids.push(id),
                    None => {}
                }
            }
            if ids.is_empty() && !o.reader.has_problem_at("/ids") {
                o.reader.report(FieldProblem::new("/ids", Code::Required, "at least one deal is named"));
            }
            let order = match o.take("command") {
                Some((command, _)) => read_command(o.reader, command, form),
                None => {
                    o.reader.report(FieldProblem::new("/command", Code::Required, "what is done with them"));
                    None
                }
            };
            Some(Self { ids, order: order? })
        });
        let problems = reader.into_problems();
        read.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// The body that says it on the wire.
    pub fn body(&self) -> Value {
        let mut command = self.order.body();
        if let Value::Object(members) = &mut command {
            members.insert("name".to_owned(), self.order.command().name().into());
        }
        json!({"ids": self.ids, "command": command})
    }
}

fn read_command(reader: &mut Reader, given: &Value, form: &DealForm) -> Option<Order> {
    let Value::Object(members) = given else {
        reader.report(FieldProblem::new("/command", Code::WrongType, "an object is expected"));
        return None;
    };
    let Some(command) = members.get("name").and_then(Value::as_str).and_then(Command::parse) else {
        reader.report(FieldProblem::new("/command/name", Code::NotInList, "there is no such command"));
        return None;
    };
    let mut rest = members.clone();
    rest.remove("name");
    match Order::read(command, &Value::Object(rest), form) {
        Ok(order) => Some(order),
        Err(problems) => {
            for problem in problems {
                let pointer = format!("/command{}", problem.pointer);
                reader.report(FieldProblem { pointer, ..problem });
            }
            None
        }
    }
}

/// What `POST /deals/bulk` answers: one result a deal, in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BulkResults {
    /// The results.
    pub items: Vec<BulkResult>,
}

/// What became of one deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BulkResult {
    /// The deal.
    pub id: String,
    /// It was done.
    pub ok: bool,
    /// Why it was not: what the command's own endpoint would have answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl BulkResults {
    /// How many were done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| item.ok).count()
    }

    /// Those that were not, each with why.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.items.iter().filter_map(|item| Some((item.id.as_str(), item.problem.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let order = Order::Approve { protection_days: 90, step: None, comment: Some("All clear.".to_owned()) };
        let bulk = BulkOrder { ids: vec!["a".to_owned(), "b".to_owned()], order };
        assert_eq!(BulkOrder::read(&bulk.body(), &DealForm::default()), Ok(bulk));
    }

    #[test]
    fn every_mistake_is_found_at_once_with_its_pointer() {
        let found = |body: Value| {
            let problems = BulkOrder::read(&body, &DealForm::default()).unwrap_err();
            problems.into_iter().map(|problem| (problem.pointer, problem.code)).collect::<Vec<_>>()
        };
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(found(json!({})), [at("/ids", Code::Required), at("/command", Code::Required)]);
        assert_eq!(
            found(json!({"ids": ["a", 5, "a"], "command": {"name": "approve", "more": 1}, "x": 1})),
            [
                at("/ids/1", Code::WrongType),
                at("/ids/2", Code::Repeated),
                at("/command/protectionDays", Code::Required),
                at("/command/more", Code::UnknownMember),
                at("/x", Code::UnknownMember),
            ]
        );
        assert_eq!(found(json!({"ids": ["a"], "command": {"name": "x"}})), [at("/command/name", Code::NotInList)]);
        let many: Vec<String> = (0..201).map(|n| n.to_string()).collect();
        assert_eq!(found(json!({"ids": many, "command": {"name": "claim"}})), [at("/ids", Code::TooMany)]);
    }
}
