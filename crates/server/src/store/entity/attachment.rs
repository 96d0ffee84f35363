//! A file that hangs on a comment, or will.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub deal_id: String,
    /// Who brings it.
    pub account_id: String,
    /// The comment that it hangs on; until there is one, it is its bringer's alone.
    pub event_id: Option<i64>,
    pub name: String,
    /// None until it is known.
    pub size: Option<i64>,
    /// How many bytes have come.
    pub received: i64,
    /// None until all of it was looked at.
    pub media_type: Option<String>,
    pub sha256: Option<String>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::event::Entity", from = "Column::EventId", to = "super::event::Column::Id")]
    Event,
    #[sea_orm(belongs_to = "super::account::Entity", from = "Column::AccountId", to = "super::account::Column::Id")]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
