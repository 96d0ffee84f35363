//! The rules of a tenant's programme: what its registrations ask for, how long things last, when an answer is due. They
//! are data with versions: a vendor admin edits them in the interface, each change is a version of its own, and a
//! registration stays with the form it was made with.

pub mod approval;
mod engagement;
mod hours;
mod house;
mod incentives;
mod reading;
pub mod routing;
mod stages;
pub mod templates;

pub use engagement::{EngagedApproval, Engagement, PublishedIncentives, PublishedRule};
pub use hours::BusinessHours;
pub use house::{HouseAccount, HouseRules};
pub use incentives::{IncentiveCondition, IncentiveRule, IncentiveRules};
pub use stages::{Category, MAX_STAGES, StageRule, StageRules, place};

use crate::deal::content::DealType;
use crate::deal::form::CustomKind;
use crate::named::named;
use crate::session::Person;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text by language (BCP 47). Whoever speaks none of them gets the tenant's preset language.
pub type Words = BTreeMap<String, String>;

/// `GET /programme`: the rules in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Programme {
    /// Which change, by whom and why.
    pub revision: Revision,
    /// Languages that texts can be written in, the preset first.
    pub locales: Vec<String>,
    /// The rules.
    pub rules: Rules,
}

/// One version of the rules, as the history lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Revision {
    /// Rises by one with every change; what `If-Match` compares.
    pub version: i64,
    /// Since when it is in force.
    pub changed_at: DateTime<Utc>,
    /// Who changed it; nobody for what a portal begins with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<Person>,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// All rules of a programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rules {
    /// What a registration asks for.
    pub form: FormRules,
    /// How long claims and windows last, and who learns of conflicts.
    pub registration: RegistrationRules,
    /// When the vendor answers.
    pub answers: AnswerRules,
    /// Why a deal is rejected or lost.
    pub reasons: ReasonRules,
    /// Whom registrations go to.
    pub routing: routing::RoutingRules,
    /// Who approves which registrations; the first that fits, at most 50.
    pub approval: Vec<approval::ApprovalRule>,
    /// What partners earn.
    pub incentives: IncentiveRules,
    /// Customers that the vendor sells to itself.
    pub house: HouseRules,
}

/// What a registration asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FormRules {
    /// What can be sold, 1 to 100.
    pub products: Vec<Item>,
    /// Industries that are offered, at most 100.
    pub industries: Vec<Item>,
    /// The tenant's own fields, in the order they are asked, at most 50.
    pub fields: Vec<FieldRule>,
    /// Pointers of what is needed to submit beyond the contract's own: some of [`CAN_BE_REQUIRED`].
    pub required: Vec<String>,
    /// Currencies that are offered (ISO 4217), the preset first.
    pub currencies: Vec<String>,
    /// The stages of a sale, in order. An object of names by the contract's stages is taken too: the six, so called.
    pub stages: StageRules,
}

/// What a tenant can require of the contract's own optional fields.
pub const CAN_BE_REQUIRED: [&str; 9] = [
    "/customer/city",
    "/customer/industry",
    "/customer/duns",
    "/contact/phone",
    "/contact/title",
    "/qualification/budget",
    "/qualification/authority",
    "/qualification/need",
    "/qualification/timeline",
];

/// Something to choose, named in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Item {
    /// What travels: a small letter, then small letters, digits and `_`, 40 characters at most.
    pub id: String,
    /// What is read, at most 80 characters.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
}

impl Item {
    /// Whether it has this id, or this name in some language.
    pub fn has_name(&self, text: &str) -> bool {
        self.id == text || self.name.values().any(|name| name == text)
    }

    /// The one of an id; without a name where the list does not have it any more.
    pub fn named(known: &[Self], id: &str) -> Self {
        let found = known.iter().find(|one| one.id == id).cloned();
        found.unwrap_or_else(|| Self { id: id.to_owned(), name: Words::new() })
    }
}

/// A field of the tenant's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FieldRule {
    /// The member of `custom`.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: CustomKind,
    /// What it is called, at most 80 characters.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub label: Words,
    /// A sentence that helps to fill it, at most 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub help: Words,
    /// When it is needed to submit.
    #[serde(default)]
    pub required: Need,
    /// What can be chosen, for `choice`: 1 to 50.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Item>,
    /// The smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// The largest number, or the most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// When a field is needed to submit: for these types of deal. None: it is optional. All: it is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Need(pub Vec<DealType>);

impl Need {
    /// Whether it is needed for every type of deal.
    pub fn is_always(&self) -> bool {
        DealType::ALL.iter().all(|one| self.0.contains(one))
    }
}

/// How long claims and windows last, and who learns of conflicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RegistrationRules {
    /// Days that a claim keeps its place, 0 to 90; 0: there are no claims.
    pub claim_days: u16,
    /// Days of protection that an approval proposes, 1 to 730.
    pub protection_days: u16,
    /// Days that a request for an extension proposes, 1 to 365.
    pub extension_days: u16,
    /// How often a window is made longer, at most; 0 to 10.
    pub extensions: u16,
    /// When partners learn that somebody else has registered their customer.
    pub conflict_check: ConflictPolicy,
}

impl Default for RegistrationRules {
    fn default() -> Self {
        Self {
            claim_days: 14,
            protection_days: 90,
            extension_days: 30,
            extensions: 1,
            conflict_check: ConflictPolicy::default(),
        }
    }
}

/// When partners learn whether somebody else has registered their customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ConflictPolicy {
    /// At which moment.
    pub when: Told,
    /// How often a person may ask on a day, 1 to 10,000.
    pub per_day: u16,
}

impl Default for ConflictPolicy {
    fn default() -> Self {
        Self { when: Told::WhileTyping, per_day: 200 }
    }
}

named! {
    /// The moment at which partners learn of a conflict.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Told {
        /// As soon as the customer is typed.
        WhileTyping = "while_typing",
        /// With the receipt.
        AtSubmission = "at_submission",
        /// Never; the manager knows all the same.
        Never = "never",
    }
}

/// When the vendor answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AnswerRules {
    /// Minutes of the business hours within which the vendor answers, 15 to 20,160.
    pub within_minutes: u16,
    /// Which hours count.
    pub hours: BusinessHours,
}

impl Default for AnswerRules {
    fn default() -> Self {
        Self { within_minutes: 16 * 60, hours: BusinessHours::default() }
    }
}

/// Why a deal is rejected or lost; `other` always exists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReasonRules {
    /// For a rejection, at most 50.
    pub rejection: Vec<Item>,
    /// For a loss, at most 50.
    pub loss: Vec<Item>,
    /// Texts that decisions begin with, at most 100.
    pub templates: Vec<templates::Template>,
}
