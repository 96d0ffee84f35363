//! What a command carries: the bodies of `POST /deals/{id}/{command}`, of comments and of the conflict check.

mod order;
mod wire;

pub use order::{CoSell, Order};

use super::DealNumber;
use super::content::MAX_NOTE;
use crate::attachment::{MAX_FILES, MAX_MENTIONS};
use crate::named::named;
use crate::problem::{Code, FieldProblem};
use crate::read::{self, Lines, Members, Reader};
use crate::session::Person;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::required;

/// Longest window that an approval can give, and longest extension of it, in days.
pub const MAX_PROTECTION_DAYS: u32 = 730;
/// Longest reference of a deal that is won: an order number.
pub const MAX_REFERENCE: u32 = 120;

/// Longest id.
const MAX_ID: u32 = 64;

/// The body of `POST /deals/{id}/comments`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewComment {
    /// 1 to 2,000 characters; may be empty where there is a file.
    #[serde(default)]
    pub body: String,
    /// For the vendor's eyes only.
    #[serde(default)]
    pub internal: bool,
    /// Ids of people whom it mentions: of `GET /deals/{id}/people`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<String>,
    /// Ids of files that were uploaded to the deal and hang on no comment yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}

impl NewComment {
    /// Reads the body; all mistakes at once.
    pub fn read(body: &Value) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let comment = reader.object(body, "", |o| {
            let body = o.text("body", MAX_NOTE, Lines::Many);
            let internal = o.flag("internal");
            let mentions = ids(o, "mentions", MAX_MENTIONS);
            let attachments = ids(o, "attachments", MAX_FILES);
            let body = if attachments.is_empty() { required(o, "body", body)? } else { body.unwrap_or_default() };
            Some(Self { body, internal, mentions, attachments })
        });
        let problems = reader.into_problems();
        comment.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

/// A list of ids, each once.
fn ids(o: &mut Members<'_>, name: &str, limit: u32) -> Vec<String> {
    let mut ids = Vec::new();
    for (item, pointer) in o.items(name, limit) {
        match read::text(o.reader, item, &pointer, MAX_ID, Lines::One) {
            Some(id) if ids.contains(&id) => {
                o.reader.report(FieldProblem::new(pointer, Code::Repeated, "named before"));
            }
            Some(id) => ids.push(id),
            None => {}
        }
    }
    ids
}

/// The answer to `POST /deals/conflict-check`. It never says who, what or how much of another firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
    /// The vendor's house account that the customer is, where it publishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house_account: Option<String>,
}

named! {
    /// What competes with a registration.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Competition {
        /// Nothing.
        Clear = "clear",
        /// Another firm has a registration open.
        Possible = "possible",
        /// Another firm has an approved deal in its window.
        Protected = "protected",
        /// One's own firm has registered it.
        Own = "own",
    }
}

impl From<Competition> for ConflictCheck {
    fn from(result: Competition) -> Self {
        Self { result, id: None, number: None, owner: None, house_account: None }
    }
}
