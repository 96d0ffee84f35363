//! The append-only log: audit trail, timeline, source of notices and replay log of the stream in one.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub tenant_id: String,
    pub organisation_id: String,
    /// The deal it is about; none where it is about an asset.
    pub deal_id: Option<String>,
    /// `all`, `partner` or `vendor`: whose eyes it is for, beside the organisation; `readers` where it is about an asset.
    pub audience: String,
    pub kind: String,
    pub at: i64,
    pub data: String,
    /// The asset it is about.
    pub asset_id: Option<String>,
    /// Whom the asset is for, as JSON.
    pub readers: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
