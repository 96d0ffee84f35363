//! How an order is read out of a body, and written into one.

use super::super::content::MAX_NOTE;
use super::super::form::{Choice, DealForm};
use super::super::reading::read_money;
use super::super::{Command, Field};
use super::{CoSell, MAX_PROTECTION_DAYS, MAX_REFERENCE, Order};
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader};
use serde_json::{Map, Value};

impl Order {
    /// Reads the body of `command`; all mistakes at once.
    pub fn read(command: Command, body: &Value, form: &DealForm) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let order = reader.object(body, "", |o| match command {
            Command::Claim => Some(Self::Claim),
            Command::Submit => Some(Self::Submit),
            Command::Withdraw => Some(Self::Withdraw { comment: comment(o) }),
            Command::StartReview => Some(Self::StartReview),
            Command::RequestInfo => {
                let (comment, fields) = (required_comment(o), read_fields(o));
                Some(Self::RequestInfo { comment: comment?, fields: fields? })
            }
            Command::Approve => {
                let protection_days = required_days(o, "protectionDays");
                let (step, comment) = (read_days(o, "step"), comment(o));
                Some(Self::Approve { protection_days: protection_days?, step, comment })
            }
            Command::Reject => {
                let (code, comment) = (reason_code(o, &form.reasons), required_comment(o));
                Some(Self::Reject { reason_code: code?, comment: comment? })
            }
            Command::MarkDuplicate => {
                let (of, comment) = (o.text("of", 64, Lines::One), required_comment(o));
                Some(Self::MarkDuplicate { of, comment: comment? })
            }
            Command::Revert => Some(Self::Revert { comment: required_comment(o)? }),
            Command::Dispute => Some(Self::Dispute { comment: required_comment(o)? }),
            Command::RequestExtension => {
                let (days, comment) = (required_days(o, "days"), required_comment(o));
                Some(Self::RequestExtension { days: days?, comment: comment? })
            }
            Command::DecideExtension => {
                let grant = o.take("grant").is_some().then(|| o.flag("grant"));
                let (grant, days, comment) = (required(o, "grant", grant), read_days(o, "days"), comment(o));
                Some(Self::DecideExtension { grant: grant?, days, comment })
            }
            Command::Reassign => {
                let owner = o.text("owner", 64, Lines::One);
                let (owner, comment) = (required(o, "owner", owner), comment(o));
                Some(Self::Reassign { owner: owner?, comment })
            }
            Command::Advance => {
                let named = o.parsed("stage", Code::NotInList, |name| form.stage_named(name));
                let (stage, stage_id) = required(o, "stage", named)?;
                Some(Self::Advance { stage, stage_id })
            }
            Command::Win => {
                let (value, reference) = (read_money(o, "value"), o.text("reference", MAX_REFERENCE, Lines::One));
                Some(Self::Win { value, reference })
            }
            Command::Lose => {
                let (code, comment) = (reason_code(o, &form.loss_reasons), comment(o));
                Some(Self::Lose { reason_code: code?, comment })
            }
            Command::RequestCoSell => {
                let kind = o.parsed("kind", Code::NotInList, CoSell::parse);
                let (kind, comment) = (required(o, "kind", kind), comment(o));
                Some(Self::RequestCoSell { kind: kind?, comment })
            }
            Command::Assign => {
                let (to, comment) = (o.text("to", 64, Lines::One), comment(o));
                Some(Self::Assign { to, comment })
            }
        });
        let problems = reader.into_problems();
        order.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// The body that says it on the wire.
    pub fn body(&self) -> Value {
        let mut body = Map::new();
        let mut put = |name: &str, value: Value| drop(body.insert(name.to_owned(), value));
        match self {
            Self::RequestInfo { fields, .. } => put("fields", fields.iter().map(|field| field.name()).collect()),
            Self::Approve { protection_days, step, .. } => {
                put("protectionDays", (*protection_days).into());
                if let Some(step) = step {
                    put("step", (*step).into());
                }
            }
            Self::Reject { reason_code, .. } | Self::Lose { reason_code, .. } => {
                put("reasonCode", reason_code.clone().into());
            }
            Self::MarkDuplicate { of: Some(of), .. } => put("of", of.clone().into()),
            Self::RequestExtension { days, .. } => put("days", (*days).into()),
            Self::DecideExtension { grant, days, .. } => {
                put("grant", (*grant).into());
                if let Some(days) = days {
                    put("days", (*days).into());
                }
            }
            Self::Reassign { owner, .. } => put("owner", owner.clone().into()),
            Self::Advance { stage_id, .. } => put("stage", stage_id.clone().into()),
            Self::Win { value, reference } => {
                if let Some(value) = value.and_then(|value| serde_json::to_value(value).ok()) {
                    put("value", value);
                }
                if let Some(reference) = reference {
                    put("reference", reference.clone().into());
                }
            }
            Self::RequestCoSell { kind, .. } => put("kind", kind.name().into()),
            Self::Assign { to, .. } => put("to", to.clone().into()),
            _ => {}
        }
        if let Some(comment) = self.reason().and_then(|reason| reason.comment) {
            put("comment", comment.into());
        }
        Value::Object(body)
    }
}

fn comment(o: &mut Members<'_>) -> Option<String> {
    o.text("comment", MAX_NOTE, Lines::Many)
}

fn required_comment(o: &mut Members<'_>) -> Option<String> {
    let comment = comment(o);
    required(o, "comment", comment)
}

fn read_days(o: &mut Members<'_>, name: &'static str) -> Option<u16> {
    o.number(name, 1, MAX_PROTECTION_DAYS).and_then(|days| u16::try_from(days).ok())
}

fn required_days(o: &mut Members<'_>, name: &'static str) -> Option<u16> {
    let days = read_days(o, name);
    required(o, name, days)
}

fn reason_code(o: &mut Members<'_>, reasons: &[Choice]) -> Option<String> {
    let known = |code: &str| reasons.iter().any(|reason| reason.id == code).then(|| code.to_owned());
    let code = o.parsed("reasonCode", Code::NotInList, known);
    required(o, "reasonCode", code)
}

/// Reports a member that is absent and needed. One that is there and wrong was reported when it was read.
pub(super) fn required<T>(o: &mut Members<'_>, name: &'static str, value: Option<T>) -> Option<T> {
    let blank = |given: &Value| match given {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if value.is_none() && o.take(name).is_none_or(|(given, _)| blank(given)) {
        o.reader.report(FieldProblem::new(format!("/{name}"), Code::Required, "needed for this command"));
    }
    value
}

fn read_fields(o: &mut Members<'_>) -> Option<Vec<Field>> {
    let items = o.items("fields", 10);
    if items.is_empty() {
        return required(o, "fields", None);
    }
    let mut fields = Vec::new();
    for (item, pointer) in items {
        match item.as_str().and_then(Field::parse) {
            Some(field) => fields.push(field),
            None => o.reader.report(FieldProblem::new(pointer, Code::NotInList, "there is no such field")),
        }
    }
    Some(fields)
}
