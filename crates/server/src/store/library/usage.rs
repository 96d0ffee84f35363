//! How partners use the library: who opened what on which day, and who downloaded which version.

use super::super::entity::{account, asset, asset_download, asset_view};
use super::super::{Store, access, now};
use super::rows;
use crate::ports::{Actor, PortError, UsageQuery};
use chrono::{DateTime, Days, NaiveDate};
use portico_contract::asset::change::UsageSort;
use portico_contract::asset::{AssetUsage, Standing};
use portico_contract::page::Page;
use portico_contract::session::{Role, Side};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{OnConflict, Order, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
};
use std::collections::{HashMap, HashSet};

/// What a firm did with an asset.
#[derive(FromQueryResult)]
struct Used {
    asset_id: String,
    firm: String,
    count: i64,
}

#[derive(FromQueryResult)]
struct LastView {
    asset_id: String,
    day: String,
}

#[derive(FromQueryResult)]
struct LastDownload {
    asset_id: String,
    at: i64,
}

impl Store {
    /// Keeps in mind that a partner's person opened the page of an asset today. What is known already waits for no turn
    /// among the writers.
    pub(super) async fn viewed(&self, who: &Actor, asset: &str, today: NaiveDate) -> Result<(), PortError> {
        let id = (asset.to_owned(), today.to_string(), who.user.id.clone());
        if who.role.side() != Side::Partner || asset_view::Entity::find_by_id(id).one(&self.db).await?.is_some() {
            return Ok(());
        }
        self.transact(async |tx| {
            use asset_view::{ActiveModel, Column, Entity};
            let row = ActiveModel {
                asset_id: Set(asset.to_owned()),
                day: Set(today.to_string()),
                account_id: Set(who.user.id.clone()),
            };
            let known = OnConflict::columns([Column::AssetId, Column::Day, Column::AccountId]).do_nothing().to_owned();
            Entity::insert(row).on_conflict(known).exec_without_returning(tx).await?;
            Ok(())
        })
        .await
    }
}

/// Accounts of partners.
fn of_partners() -> SimpleExpr {
    let partners = Role::ALL.into_iter().filter(|role| role.side() == Side::Partner).map(Role::name);
    account::Column::Role.is_in(partners)
}

/// How the assets of a tenant that partners could ever use were used.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    who: &Actor,
    query: &UsageQuery,
    today: NaiveDate,
) -> Result<Page<AssetUsage>, PortError> {
    let first = today.checked_sub_days(Days::new(u64::from(query.days.saturating_sub(1)))).unwrap_or(today);
    let since = (now() - chrono::TimeDelta::days(i64::from(query.days))).timestamp_millis();
    let published = asset::Column::State.is_in([rows::PUBLISHED, rows::WITHDRAWN]);
    let assets = asset::Entity::find().filter(access::assets(who)).filter(published);
    let assets = assets.order_by(asset::Column::Title, Order::Asc).order_by_asc(asset::Column::Id).all(db).await?;
    let (views, downloads) = (viewed_since(db, who, first).await?, downloaded_since(db, who, since).await?);
    let last = last_used(db, who).await?;
    let mut counted: HashMap<&str, (u32, u32, HashSet<&str>)> = HashMap::new();
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    for one in &views {
        let known = counted.entry(&one.asset_id).or_default();
        known.0 = known.0.saturating_add(number(one.count));
        known.2.insert(&one.firm);
    }
    for one in &downloads {
        let known = counted.entry(&one.asset_id).or_default();
        known.1 = known.1.saturating_add(number(one.count));
        known.2.insert(&one.firm);
    }
    let mut all = Vec::with_capacity(assets.len());
    for row in assets {
        let standing = row.standing(today)?;
        if query.sort == UsageSort::Unused && standing != Standing::Current {
            continue;
        }
        let (views, downloads, firms) = counted.remove(row.id.as_str()).unwrap_or_default();
        let firms = u32::try_from(firms.len()).unwrap_or(u32::MAX);
        let last_used = last.get(&row.id).copied();
        all.push(AssetUsage { id: row.id, title: row.title, standing, views, downloads, firms, last_used });
    }
    // Stable: those that are alike stay in the order of their titles.
    match query.sort {
        UsageSort::Views => all.sort_by_key(|one| std::cmp::Reverse(one.views)),
        UsageSort::Downloads => all.sort_by_key(|one| std::cmp::Reverse(one.downloads)),
        UsageSort::Unused => all.sort_by_key(|one| one.last_used),
    }
    page(all, query)
}

/// The page behind the asset that the cursor names.
fn page(all: Vec<AssetUsage>, query: &UsageQuery) -> Result<Page<AssetUsage>, PortError> {
    let from = match &query.cursor {
        Some(cursor) => all.iter().position(|one| one.id == *cursor).map(|at| at + 1),
        None => Some(0),
    };
    let from = from.ok_or(PortError::Malformed("the cursor is not one of this list"))?;
    let to = all.len().min(from + query.limit as usize);
    let next_cursor = (to < all.len()).then(|| all[to - 1].id.clone());
    Ok(Page { items: all.into_iter().skip(from).take(to - from).collect(), next_cursor })
}

/// Views since a day, by asset and firm.
async fn viewed_since(db: &impl ConnectionTrait, who: &Actor, first: NaiveDate) -> Result<Vec<Used>, PortError> {
    use asset_view::{Column, Entity, Relation};
    let select =
        Entity::find().select_only().column(Column::AssetId).column_as(account::Column::OrganisationId, "firm");
    let select = select.column_as(Column::Day.count(), "count").join(JoinType::InnerJoin, Relation::Account.def());
    let select = select.filter(account::Column::TenantId.eq(who.tenant.0.as_ref())).filter(of_partners());
    let select = select.filter(Column::Day.gte(first.to_string()));
    let select = select.group_by(Column::AssetId).group_by(account::Column::OrganisationId);
    Ok(select.into_model::<Used>().all(db).await?)
}

/// Versions that were downloaded since a time, by asset and firm.
async fn downloaded_since(db: &impl ConnectionTrait, who: &Actor, since: i64) -> Result<Vec<Used>, PortError> {
    use asset_download::{Column, Entity, Relation};
    let select =
        Entity::find().select_only().column(Column::AssetId).column_as(account::Column::OrganisationId, "firm");
    let select = select.column_as(Column::N.count(), "count").join(JoinType::InnerJoin, Relation::Account.def());
    let select = select.filter(account::Column::TenantId.eq(who.tenant.0.as_ref())).filter(of_partners());
    let select = select.filter(Column::At.gte(since));
    let select = select.group_by(Column::AssetId).group_by(account::Column::OrganisationId);
    Ok(select.into_model::<Used>().all(db).await?)
}

/// The last day that a partner used each asset, ever.
async fn last_used(db: &impl ConnectionTrait, who: &Actor) -> Result<HashMap<String, NaiveDate>, PortError> {
    let views = {
        use asset_view::{Column, Entity, Relation};
        let select = Entity::find().select_only().column(Column::AssetId).column_as(Column::Day.max(), "day");
        let select = select.join(JoinType::InnerJoin, Relation::Account.def());
        let select = select.filter(account::Column::TenantId.eq(who.tenant.0.as_ref())).filter(of_partners());
        select.group_by(Column::AssetId).into_model::<LastView>().all(db).await?
    };
    let downloads = {
        use asset_download::{Column, Entity, Relation};
        let select = Entity::find().select_only().column(Column::AssetId).column_as(Column::At.max(), "at");
        let select = select.join(JoinType::InnerJoin, Relation::Account.def());
        let select = select.filter(account::Column::TenantId.eq(who.tenant.0.as_ref())).filter(of_partners());
        select.group_by(Column::AssetId).into_model::<LastDownload>().all(db).await?
    };
    let mut last: HashMap<String, NaiveDate> = HashMap::new();
    let days = views.into_iter().filter_map(|one| Some((one.asset_id, one.day.parse().ok()?)));
    let loads = downloads
        .into_iter()
        .filter_map(|one| Some((one.asset_id, DateTime::from_timestamp_millis(one.at)?.date_naive())));
    for (asset, day) in days.chain(loads) {
        let known = last.entry(asset).or_insert(day);
        *known = day.max(*known);
    }
    Ok(last)
}
