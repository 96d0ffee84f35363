//! Deal registrations: what one is, what it needs, what may be done with it.

pub mod board;
pub mod bulk;
pub mod commands;
mod conflict;
pub mod content;
mod desk;
mod field;
pub mod filter;
pub mod form;
pub mod incentive;
pub mod list;
mod machine;
mod number;
pub(crate) mod reading;
mod registration;
mod sla;
pub mod span;
mod states;
mod summary;
pub mod view;

pub use conflict::{Conflict, Match};
pub use content::DealContent;
pub use desk::{Approval, ApprovalStep, Assignment};
pub use field::Field;
pub use form::DealForm;
pub use incentive::{DealPreview, Incentive};
pub use machine::{Command, Extending, Standing};
pub use number::{BadNumber, DealNumber};
pub use reading::read_date;
pub use registration::{CLAIM, REQUIRED, Registration};
pub use sla::{Sla, SlaState};
pub use states::{Review, Stage};
pub use summary::{CustomerSummary, DealSummary, OrganisationName};

use crate::money::Money;
use crate::named::named;
use crate::session::Person;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

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
    /// The tenant's own stage, of the form's `stages`; one that is not there any more stands for `stage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<String>,
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
    /// The last day on which a claim can be completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_by: Option<NaiveDate>,
    /// The partner has asked for another look.
    #[serde(default)]
    pub disputed: bool,
    /// The order's number, once it is won.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// When the vendor owes an answer; none while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla: Option<Sla>,
    /// What the partner earns, from the submission on; none where the tenant has no rules for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentive: Option<Incentive>,
    /// For the partner's eyes: what competed with it when it was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competition: Option<commands::Competition>,
    /// For the vendor's eyes: registrations of the same customer, first received first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflicts: Option<Vec<Conflict>>,
    /// The vendor's house account that the customer is; for a partner where the vendor publishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house_account: Option<String>,
    /// For the vendor's eyes: who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<Person>,
    /// For the vendor's eyes: by which rule it came to its handler, and why; none where a person gave it or took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// Who has to approve it, where a rule says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// The version of the form that it was made with: `GET /tenant/deal-form?version=`.
    #[serde(default)]
    pub form_version: i64,
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
            stage_id: self.stage_id.clone(),
            owner: self.owner.clone(),
            organisation: self.organisation.clone(),
            registered_at: self.registered_at,
            protection: self.protection,
            complete_by: self.complete_by,
            sla: self.sla,
            conflict: self.conflicts.as_ref().map(|conflicts| !conflicts.is_empty()),
            handler: self.handler.clone(),
            allowed_actions: Some(self.allowed_actions.clone()),
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
        if !row.customer.name.is_empty() {
            self.customer.name = Some(row.customer.name.clone());
        }
        self.value = row.value;
        self.close_date = row.close_date;
        self.review = row.review;
        self.stage = row.stage;
        self.stage_id.clone_from(&row.stage_id);
        self.protection = row.protection;
        self.complete_by = row.complete_by;
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
    /// The last request for a longer window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

/// A request for a longer window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Extension {
    /// By how many days: as asked for, or as granted.
    pub days: u16,
    /// How it stands.
    pub state: ExtensionState,
}

named! {
    /// How a request for an extension stands.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum ExtensionState {
        Pending = "pending",
        Granted = "granted",
        Refused = "refused",
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

#[cfg(test)]
mod tests;
