//! What a row of a list shows of a deal, and what an event carries to patch it.

use super::{Command, DealNumber, Protection, Review, Sla, Stage};
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
    /// The tenant's own stage, of the form's `stages`; one that is not there any more stands for `stage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<String>,
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
    /// The last day on which a claim can be completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_by: Option<NaiveDate>,
    /// When the vendor owes an answer; none while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<Sla>,
    /// For the vendor's eyes: another registration of the same customer is open or protected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<bool>,
    /// For the vendor's eyes: who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<Person>,
    /// What the reader may do now; not in events, which are written for many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_actions: Option<Vec<Command>>,
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
