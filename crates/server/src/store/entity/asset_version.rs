//! A version of an asset, and how far it was looked at.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "asset_version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub asset_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub n: i32,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub changes: String,
    pub account_id: Option<String>,
    pub created_at: i64,
    pub withdrawn: bool,
    pub readiness: String,
    pub found: String,
    pub captions: String,
    pub attempts: i32,
    pub claimed_until: i64,
    /// Why its reader refused it.
    pub refused: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::asset::Entity", from = "Column::AssetId", to = "super::asset::Column::Id")]
    Asset,
}

impl ActiveModelBehavior for ActiveModel {}
