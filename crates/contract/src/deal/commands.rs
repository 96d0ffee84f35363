//! What a command carries: the bodies of `POST /deals/{id}/{command}`, of comments and of the conflict check.

use super::content::MAX_NOTE;
use super::form::DealForm;
use super::{Command, DealNumber, Field, Reason};
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader};
use crate::session::Person;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Longest window that an approval can give, in days.
pub const MAX_PROTECTION_DAYS: u32 = 730;

/// A command with all that it needs, valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Hand in.
    Submit,
    /// Take back.
    Withdraw {
        /// Why.
        comment: Option<String>,
    },
    /// Take on.
    StartReview,
    /// Ask the partner.
    RequestInfo {
        /// What is asked.
        comment: String,
        /// What the partner may change to answer.
        fields: Vec<Field>,
    },
    /// Accept.
    Approve {
        /// Length of the window, from today on.
        protection_days: u16,
        /// A word to it.
        comment: Option<String>,
    },
    /// Refuse.
    Reject {
        /// One of the form's reasons.
        reason_code: String,
        /// In words.
        comment: String,
    },
    /// Refuse, since somebody was first.
    MarkDuplicate {
        /// The deal that was first, for the vendor's eyes.
        of: Option<String>,
        /// In words.
        comment: String,
    },
    /// Put a wrong decision right.
    Revert {
        /// Why.
        comment: String,
    },
    /// Ask for another look.
    Dispute {
        /// Why.
        comment: String,
    },
}

impl Order {
    /// Which command it is.
    pub fn command(&self) -> Command {
        match self {
            Self::Submit => Command::Submit,
            Self::Withdraw { .. } => Command::Withdraw,
            Self::StartReview => Command::StartReview,
            Self::RequestInfo { .. } => Command::RequestInfo,
            Self::Approve { .. } => Command::Approve,
            Self::Reject { .. } => Command::Reject,
            Self::MarkDuplicate { .. } => Command::MarkDuplicate,
            Self::Revert { .. } => Command::Revert,
            Self::Dispute { .. } => Command::Dispute,
        }
    }

    /// Whether `command` can be read by [`Order::read`]: the commands that are built.
    pub fn knows(command: Command) -> bool {
        matches!(
            command,
            Command::Submit
                | Command::Withdraw
                | Command::StartReview
                | Command::RequestInfo
                | Command::Approve
                | Command::Reject
                | Command::MarkDuplicate
                | Command::Revert
                | Command::Dispute
        )
    }

    /// Reads the body of `command`; all mistakes at once. `None` for a command that is not built.
    pub fn read(command: Command, body: &Value, form: &DealForm) -> Option<Result<Self, Vec<FieldProblem>>> {
        if !Self::knows(command) {
            return None;
        }
        let mut reader = Reader::default();
        let order = reader.object(body, "", |o| match command {
            Command::Submit => Some(Self::Submit),
            Command::Withdraw => Some(Self::Withdraw { comment: comment(o) }),
            Command::StartReview => Some(Self::StartReview),
            Command::RequestInfo => {
                let (comment, fields) = (required_comment(o), read_fields(o));
                Some(Self::RequestInfo { comment: comment?, fields: fields? })
            }
            Command::Approve => {
                let days = o.number("protectionDays", 1, MAX_PROTECTION_DAYS).and_then(|days| u16::try_from(days).ok());
                let protection_days = required(o, "protectionDays", days);
                let comment = comment(o);
                Some(Self::Approve { protection_days: protection_days?, comment })
            }
            Command::Reject => {
                let known = |code: &str| form.reasons.iter().any(|reason| reason.id == code).then(|| code.to_owned());
                let code = o.parsed("reasonCode", Code::NotInList, known);
                let code = required(o, "reasonCode", code);
                let comment = required_comment(o);
                Some(Self::Reject { reason_code: code?, comment: comment? })
            }
            Command::MarkDuplicate => {
                let (of, comment) = (o.text("of", 64, Lines::One), required_comment(o));
                Some(Self::MarkDuplicate { of, comment: comment? })
            }
            Command::Revert => Some(Self::Revert { comment: required_comment(o)? }),
            Command::Dispute => Some(Self::Dispute { comment: required_comment(o)? }),
            _ => None,
        });
        let problems = reader.into_problems();
        Some(order.filter(|_| problems.is_empty()).ok_or(problems))
    }

    /// The reason that it leaves on the deal; none for a command that clears it.
    pub fn reason(&self) -> Option<Reason> {
        let said = |comment: &String| Reason { comment: Some(comment.clone()), ..Reason::default() };
        match self {
            Self::Submit | Self::StartReview => None,
            Self::Withdraw { comment } | Self::Approve { comment, .. } => comment.as_ref().map(said),
            Self::RequestInfo { comment, fields } => Some(Reason { fields: fields.clone(), ..said(comment) }),
            Self::Reject { reason_code, comment } => {
                Some(Reason { reason_code: Some(reason_code.clone()), ..said(comment) })
            }
            Self::MarkDuplicate { comment, .. } | Self::Revert { comment } | Self::Dispute { comment } => {
                Some(said(comment))
            }
        }
    }

    /// The body that says it on the wire.
    pub fn body(&self) -> Value {
        let mut body = serde_json::Map::new();
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                body.insert(name.to_owned(), value);
            }
        };
        match self {
            Self::Submit | Self::StartReview => {}
            Self::Withdraw { comment } => put("comment", comment.clone().map(Value::from)),
            Self::RequestInfo { comment, fields } => {
                put("comment", Some(comment.clone().into()));
                put("fields", Some(fields.iter().map(|field| field.name()).collect()));
            }
            Self::Approve { protection_days, comment } => {
                put("protectionDays", Some((*protection_days).into()));
                put("comment", comment.clone().map(Value::from));
            }
            Self::Reject { reason_code, comment } => {
                put("reasonCode", Some(reason_code.clone().into()));
                put("comment", Some(comment.clone().into()));
            }
            Self::MarkDuplicate { of, comment } => {
                put("of", of.clone().map(Value::from));
                put("comment", Some(comment.clone().into()));
            }
            Self::Revert { comment } | Self::Dispute { comment } => put("comment", Some(comment.clone().into())),
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

/// Reports a member that is absent and needed. One that is there and wrong was reported when it was read.
fn required<T>(o: &mut Members<'_>, name: &'static str, value: Option<T>) -> Option<T> {
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

/// The body of `POST /deals/{id}/comments`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewComment {
    /// 1 to 2,000 characters.
    pub body: String,
    /// For the vendor's eyes only.
    #[serde(default)]
    pub internal: bool,
}

impl NewComment {
    /// Reads the body; all mistakes at once.
    pub fn read(body: &Value) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let comment = reader.object(body, "", |o| {
            let body = o.text("body", MAX_NOTE, Lines::Many);
            let body = required(o, "body", body);
            let internal = o.flag("internal");
            Some(Self { body: body?, internal })
        });
        let problems = reader.into_problems();
        comment.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

/// The answer to `POST /deals/conflict-check`. It never says who, what or how much of another firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ConflictCheck {
    /// What competes.
    pub result: Competition,
    /// For one's own firm: the deal's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// For one's own firm: the deal's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DealNumber>,
    /// For one's own firm: the colleague.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Person>,
}

/// What competes with a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Competition {
    /// Nothing.
    Clear,
    /// Another firm has a registration open.
    Possible,
    /// Another firm has an approved deal in its window.
    Protected,
    /// One's own firm has registered it.
    Own,
}

impl From<Competition> for ConflictCheck {
    fn from(result: Competition) -> Self {
        Self { result, id: None, number: None, owner: None }
    }
}
