//! What a deal earned from some time on, and why.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "incentive")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub deal_id: String,
    /// Rises by one each time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub at: i64,
    pub why: String,
    pub rules_version: i64,
    /// Since when no rule changes it any more.
    pub locked_at: Option<i64>,
    /// The margin, and what it was counted of.
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
