//! Whom a filter can name.

use super::narrow::like;
use crate::ports::{Actor, PortError};
use crate::store::access;
use crate::store::entity::{account, organisation};
use portico_contract::deal::OrganisationName;
use portico_contract::deal::list::{FilterOptions, Owner};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
};

/// So many of each are offered; others are found by their name.
const OFFERED: u64 = 200;

/// The people and, for the vendor, the firms whose name has `q` in it; people of one firm where that is said.
pub(in crate::store) async fn options(
    db: &impl ConnectionTrait,
    who: &Actor,
    q: &str,
    firms: &[String],
) -> Result<FilterOptions, PortError> {
    // SQLite knows the small letters of ASCII alone: others are looked for as they are typed, and as names begin.
    let begun: String = q.chars().take(1).flat_map(char::to_uppercase).chain(q.chars().skip(1)).collect();
    let called = |column: Expr| {
        (!q.is_empty()).then(|| {
            Condition::any()
                .add(Expr::expr(Func::lower(column.clone())).like(like(&q.to_lowercase())))
                .add(column.clone().like(like(q)))
                .add(column.like(like(&begun)))
        })
    };
    let mut owners = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .column(account::Column::Name)
        .column(account::Column::OrganisationId)
        .column_as(organisation::Column::Name, "firm")
        .join(JoinType::InnerJoin, account::Relation::Organisation.def())
        .filter(access::owners_seen(who));
    if let Some(called) = called(Expr::col((account::Entity, account::Column::Name))) {
        owners = owners.filter(called);
    }
    if !firms.is_empty() {
        owners = owners.filter(account::Column::OrganisationId.is_in(firms));
    }
    let owners: Vec<(String, String, String, String)> = owners
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .limit(OFFERED)
        .into_tuple()
        .all(db)
        .await?;
    let owner =
        |(id, name, firm, firm_name)| Owner { id, name, organisation: OrganisationName { id: firm, name: firm_name } };
    let organisations = match access::firms_seen(who) {
        Some(seen) => {
            let mut firms = organisation::Entity::find().filter(seen);
            if let Some(called) = called(Expr::col((organisation::Entity, organisation::Column::Name))) {
                firms = firms.filter(called);
            }
            firms.order_by_asc(organisation::Column::Name).limit(OFFERED).all(db).await?
        }
        None => Vec::new(),
    };
    Ok(FilterOptions {
        owners: owners.into_iter().map(owner).collect(),
        organisations: organisations
            .into_iter()
            .map(|firm| OrganisationName { id: firm.id, name: firm.name })
            .collect(),
    })
}
