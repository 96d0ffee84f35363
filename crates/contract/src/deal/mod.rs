//! Deal registrations: what one is, what it needs, what may be done with it.

pub mod commands;
pub mod content;
pub mod form;
pub mod list;
mod machine;
mod number;
mod registration;

pub use content::DealContent;
pub use form::DealForm;
pub use machine::{Command, Review, Stage, Standing};
pub use number::{BadNumber, DealNumber};
pub use registration::{REQUIRED, Registration};

use crate::money::Money;
use crate::session::{Organisation, Person};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What a row of a list shows, and what an event carries to patch it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DealSummary {
    /// Opaque.
    pub id: String,
    /// The number that people say aloud.
    pub number: DealNumber,
    /// Who buys.
    pub customer: CustomerSummary,
    /// Ids of the products.
    pub products: Vec<String>,
    /// The sum, if known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub value: Option<Money>,
    /// When the sale is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_date: Option<NaiveDate>,
    /// The first axis.
    pub review: Review,
    /// The second, once approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Whose deal it is in the partner's firm.
    pub owner: Person,
    /// The partner's firm.
    pub organisation: OrganisationName,
    /// When the registration was received (server time, milliseconds).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<DateTime<Utc>>,
    /// The window in which nobody else gets the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// When the vendor owes an answer; none while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<Sla>,
    /// For the vendor's eyes: another registration of the same customer is open or protected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<bool>,
    /// The last change.
    pub updated_at: DateTime<Utc>,
    /// Rises with every change; what `If-Match` compares.
    pub version: i64,
}

/// Who buys, in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CustomerSummary {
    /// Empty in a draft that has no name yet.
    pub name: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<crate::country::Country>,
}

/// A partner's firm, in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OrganisationName {
    /// Opaque.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl From<Organisation> for OrganisationName {
    fn from(organisation: Organisation) -> Self {
        Self { id: organisation.id, name: organisation.name }
    }
}

/// A deal, whole, as one person sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Deal {
    /// Opaque.
    pub id: String,
    /// The number that people say aloud.
    pub number: DealNumber,
    // What the partner wrote, member by member: a flattened struct would cost the app 12 kB.
    /// Who buys.
    pub customer: content::Customer,
    /// Whom to talk to there.
    pub contact: content::Contact,
    /// The customer's problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// What is sold.
    pub products: Vec<content::ProductLine>,
    /// The sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub value: Option<Money>,
    /// When the sale is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_date: Option<NaiveDate>,
    /// What kind of sale.
    pub deal_type: content::DealType,
    /// What the partner did for it.
    pub attribution: content::Attribution,
    /// Budget, authority, need, timeline.
    pub qualification: content::Qualification,
    /// The tenant's own fields, by their id.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub custom: std::collections::BTreeMap<String, serde_json::Value>,
    /// The first axis.
    pub review: Review,
    /// The second, once approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Why it is in this state, in words that both sides see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Whose deal it is in the partner's firm.
    pub owner: Person,
    /// The partner's firm.
    pub organisation: OrganisationName,
    /// When the registration was received (server time, milliseconds).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<DateTime<Utc>>,
    /// The window in which nobody else gets the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// When the vendor owes an answer; none while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<Sla>,
    /// For the vendor's eyes: registrations of the same customer, first received first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflicts: Option<Vec<Conflict>>,
    /// What this person may do now.
    pub allowed_actions: Vec<Command>,
    /// What this person may change now: members of the deal.
    pub editable_fields: Vec<Field>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// The last change.
    pub updated_at: DateTime<Utc>,
    /// Rises with every change; what `If-Match` compares.
    pub version: i64,
}

impl Deal {
    /// What the partner wrote.
    pub fn content(&self) -> DealContent {
        DealContent {
            customer: self.customer.clone(),
            contact: self.contact.clone(),
            need: self.need.clone(),
            products: self.products.clone(),
            value: self.value,
            close_date: self.close_date,
            deal_type: self.deal_type,
            attribution: self.attribution,
            qualification: self.qualification.clone(),
            custom: self.custom.clone(),
        }
    }

    /// What a row shows of it.
    pub fn summary(&self) -> DealSummary {
        DealSummary {
            id: self.id.clone(),
            number: self.number.clone(),
            customer: CustomerSummary {
                name: self.customer.name.clone().unwrap_or_default(),
                country: self.customer.country,
            },
            products: self.products.iter().map(|line| line.product.clone()).collect(),
            value: self.value,
            close_date: self.close_date,
            review: self.review,
            stage: self.stage,
            owner: self.owner.clone(),
            organisation: self.organisation.clone(),
            registered_at: self.registered_at,
            protection: self.protection,
            sla: self.sla,
            conflict: self.conflicts.as_ref().map(|conflicts| !conflicts.is_empty()),
            updated_at: self.updated_at,
            version: self.version,
        }
    }

    /// Takes over what an event says of the deal, where that is newer. What depends on the reader (actions, fields,
    /// conflicts) is fetched again.
    pub fn patch(&mut self, row: &DealSummary) {
        if row.version <= self.version {
            return;
        }
        self.review = row.review;
        self.stage = row.stage;
        self.protection = row.protection;
        self.sla = row.sla;
        self.registered_at = row.registered_at;
        self.owner = row.owner.clone();
        self.updated_at = row.updated_at;
        self.version = row.version;
        self.allowed_actions.clear();
        self.editable_fields.clear();
    }
}

/// The window in which an approved deal is protected. Both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Protection {
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
}

/// When the vendor owes an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sla {
    /// By when, counted in the vendor's business hours.
    pub due_at: DateTime<Utc>,
    /// How that stands now.
    pub state: SlaState,
}

/// How near the answer's due time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum SlaState {
    /// More than four hours are left.
    OnTime,
    /// Four hours or less are left.
    DueSoon,
    /// The time has passed.
    Late,
}

impl Sla {
    /// How a due time stands at `now`.
    pub fn at(due_at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let left = due_at - now;
        let state = if left < chrono::TimeDelta::zero() {
            SlaState::Late
        } else if left <= chrono::TimeDelta::hours(4) {
            SlaState::DueSoon
        } else {
            SlaState::OnTime
        };
        Self { due_at, state }
    }
}

/// Why a deal is in its state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reason {
    /// For a rejection: one of the form's reasons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// In words that both sides see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// For a request for information: what is open to change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
}

/// A registration of the same customer, as the vendor sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Conflict {
    /// Its row.
    pub deal: DealSummary,
    /// What is the same.
    pub matches: Vec<Match>,
    /// It was received first.
    pub first: bool,
}

/// By what two registrations are of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Match {
    /// The host name.
    Website,
    /// The DUNS number.
    Duns,
    /// The name, without legal form and accents, and the country.
    Name,
}

/// A member of a deal that can be open to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the members of DealContent")]
pub enum Field {
    Customer,
    Contact,
    Need,
    Products,
    Value,
    CloseDate,
    DealType,
    Attribution,
    Qualification,
    Custom,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Customer,
        Self::Contact,
        Self::Products,
        Self::Value,
        Self::CloseDate,
        Self::Need,
        Self::DealType,
        Self::Attribution,
        Self::Qualification,
        Self::Custom,
    ];

    /// The member of the deal.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Contact => "contact",
            Self::Need => "need",
            Self::Products => "products",
            Self::Value => "value",
            Self::CloseDate => "closeDate",
            Self::DealType => "dealType",
            Self::Attribution => "attribution",
            Self::Qualification => "qualification",
            Self::Custom => "custom",
        }
    }

    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// What somebody of `role` may change of a deal in `review`: everything of a draft, and what the vendor asked
    /// for. Value goes with products, since the lines add up to it.
    pub fn editable(role: crate::session::Role, review: Review, asked: &[Self]) -> Vec<Self> {
        if !role.may(crate::session::Permission::DealsRegister) {
            return Vec::new();
        }
        match review {
            Review::Draft | Review::Claimed => Self::ALL.to_vec(),
            Review::InfoRequested => {
                let goes_along = |field| matches!(field, Self::Value | Self::Products);
                let sums = asked.iter().copied().any(goes_along);
                Self::ALL.into_iter().filter(|field| asked.contains(field) || (sums && goes_along(*field))).collect()
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
