//! A deal registration.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deal")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub tenant_id: String,
    pub organisation_id: String,
    pub owner_id: String,
    pub number: String,
    pub review: String,
    pub stage: Option<String>,
    /// The tenant's own; none where it stands in the one that the contract's stands for.
    pub stage_id: Option<String>,
    pub version: i64,
    /// What the partner wrote: a [`portico_contract::deal::DealContent`].
    pub content: String,
    /// The columns from here to `close_date` repeat what lists sort, filter and search by.
    pub customer: String,
    pub search: String,
    /// Ids, with a blank between them.
    pub products: String,
    pub country: Option<String>,
    pub website: Option<String>,
    pub duns: Option<String>,
    /// The name without legal form, accents and signs, and the country.
    pub name_key: Option<String>,
    /// In the minor unit; 0 where there is none yet.
    pub value_minor: i64,
    pub value_currency: Option<String>,
    /// Empty where there is none yet.
    pub close_date: String,
    /// 0 where it was not handed in yet.
    pub registered_at: i64,
    /// Empty where it is not protected.
    pub protection_starts: String,
    pub protection_ends: String,
    /// `i64::MAX` where no answer is due.
    pub sla_due_at: i64,
    /// Business minutes that were left when the partner was asked.
    pub sla_left: Option<i64>,
    pub reason: Option<String>,
    pub disputed: bool,
    /// The deal that was first, for the vendor's eyes.
    pub duplicate_of: Option<String>,
    /// The last day on which a claim can be completed; empty where there is none.
    pub complete_by: String,
    /// How the last request for an extension stands.
    pub extension_state: Option<String>,
    /// By how many days.
    pub extension_days: i32,
    /// How many were granted in this window.
    pub extensions: i32,
    /// The order's number, once it is won.
    pub reference: Option<String>,
    /// What competed with it when it was received.
    pub competition: Option<String>,
    /// At how many days before its end this window was last warned of; 0 where not yet.
    pub warned: i32,
    /// The version of the form that it was made with.
    pub form_version: i64,
    /// Who at the vendor sees to it.
    pub handler_id: Option<String>,
    /// By which rule: a [`portico_contract::deal::Assignment`]; none where a person gave it or took it.
    pub assignment: Option<String>,
    /// Who has to approve it: a [`portico_contract::deal::Approval`]; none where no rule fits.
    pub approval: Option<String>,
    /// When it was won, lost or rejected; 0 while it was not.
    pub decided_at: i64,
    /// For which of the tenant's reasons.
    pub reason_code: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::account::Entity", from = "Column::OwnerId", to = "super::account::Column::Id")]
    Owner,
    #[sea_orm(belongs_to = "super::account::Entity", from = "Column::HandlerId", to = "super::account::Column::Id")]
    Handler,
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id"
    )]
    Organisation,
}

impl ActiveModelBehavior for ActiveModel {}
