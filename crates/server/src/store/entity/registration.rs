//! The chain of registrations: each carries the hash of the one before it in its tenant.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registration")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub deal_id: String,
    pub number: String,
    pub organisation_id: String,
    pub salt: String,
    /// Salted SHA-256 of what recognises the customer.
    pub fingerprint: String,
    pub registered_at: i64,
    pub previous: String,
    pub hash: String,
    /// What was signed of it; none until it is.
    pub receipt: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
