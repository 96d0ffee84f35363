//! A file of deals, and how far it has come.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub tenant_id: String,
    pub account_id: String,
    pub name: String,
    pub state: String,
    pub separator: String,
    pub columns: String,
    pub mapping: String,
    pub version: i64,
    pub total: i32,
    pub good: Option<i32>,
    pub bad: Option<i32>,
    pub doubles: Option<i32>,
    pub take_doubles: bool,
    pub done: i32,
    pub imported: i32,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
