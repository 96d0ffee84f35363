//! An asset of the library.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "asset")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub tenant_id: String,
    pub place: i64,
    pub revision: i64,
    pub version: i64,
    pub title: String,
    pub description: String,
    pub kind: String,
    pub locale: String,
    pub tags: String,
    pub products: String,
    pub industries: String,
    pub stages: String,
    pub audience: String,
    pub state: String,
    pub starts_on: Option<String>,
    pub expires_on: Option<String>,
    pub current: i32,
    pub media_type: String,
    pub downloads: i64,
    pub created_at: i64,
    pub updated_at: i64,
    /// Whether partners were told that it is published.
    pub announced: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
