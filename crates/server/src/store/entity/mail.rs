//! A mail that was written, and how far it has come.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub(crate) struct Model {
    /// A UUID of version 7: ids have the order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub tenant_id: String,
    pub account_id: String,
    pub address: String,
    pub subject: String,
    /// The deal, where it is about one alone: mail programs show what has the same together.
    pub thread: Option<String>,
    /// None once it was sent.
    pub text: Option<String>,
    pub html: Option<String>,
    pub state: String,
    pub written_at: i64,
    pub tries: i32,
    pub next_try_at: i64,
    /// What the mail server said last, where it did not take it.
    pub error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::account::Entity", from = "Column::AccountId", to = "super::account::Column::Id")]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
