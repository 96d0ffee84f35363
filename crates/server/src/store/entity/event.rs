//! The append-only log: audit trail, timeline, source of notices and replay log of the stream in one.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub tenant_id: String,
    pub organisation_id: String,
    pub deal_id: String,
    /// `all`, `partner` or `vendor`: whose eyes it is for, beside the organisation.
    pub audience: String,
    pub kind: String,
    pub at: i64,
    pub data: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
