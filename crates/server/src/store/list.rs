//! The list of deals: filters, orders, cursors and counts.

use super::entity::deal;
use super::rows::{self, DealRow};
use super::settings::Settings;
use super::{access, conflicts};
use crate::ports::{Actor, DealQuery, PortError};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Days, NaiveDate, Utc};
use portico_contract::deal::list::{Counts, DealPage, Show, Sort};
use portico_contract::deal::{DealSummary, Review, Stage};
use portico_contract::programme::StageRules;
use portico_contract::session::Side;
use sea_orm::sea_query::{Alias, Expr, LikeExpr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, Order, QueryFilter, QueryOrder,
    QuerySelect, Value,
};

/// For how many days before its end a protection counts as ending.
pub(super) const ENDING_DAYS: u64 = 14;

/// A page of the deals that `who` sees.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    who: &Actor,
    query: &DealQuery,
    settings: &Settings,
    now: DateTime<Utc>,
) -> Result<DealPage, PortError> {
    let today = settings.day(now);
    let (rows, next_cursor) = rows(db, who, query, settings.stages(), today).await?;
    let counts = if query.cursor.is_none() { Some(counts(db, asked(who, query), today).await?) } else { None };
    Ok(DealPage { items: summaries(db, who, &rows, today, now).await?, next_cursor, counts })
}

/// The rows of a page, and where the next begins.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    who: &Actor,
    query: &DealQuery,
    stages: &StageRules,
    today: NaiveDate,
) -> Result<(Vec<DealRow>, Option<String>), PortError> {
    let (column, order) = order(query.sort);
    let mut select = rows::select()
        .filter(asked(who, query))
        .filter(narrowed(query, stages, today))
        .order_by(column, order.clone())
        .order_by(deal::Column::Id, order.clone())
        .limit(u64::from(query.limit) + 1);
    if let Some(cursor) = &query.cursor {
        select = select.filter(after(cursor, query.sort, column, &order)?);
    }
    let mut rows = select.into_model::<DealRow>().all(db).await?;
    let more = cut(&mut rows, query.limit);
    let next_cursor = more.then(|| rows.last().map(|row| cursor(query.sort, &row.deal))).flatten();
    Ok((rows, next_cursor))
}

/// Cuts a page out of one row more than it has; whether there are more.
pub(super) fn cut<T>(rows: &mut Vec<T>, limit: u32) -> bool {
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    more
}

/// The rows as `who` sees them. For the vendor, those that wait say whether they meet another: one query for all.
pub(super) async fn summaries(
    db: &impl ConnectionTrait,
    who: &Actor,
    rows: &[DealRow],
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<DealSummary>, PortError> {
    let keys = conflicts::keys_of(rows);
    let shows = |row: &DealRow| who.role.side() == Side::Vendor && row.review().waits_for_vendor();
    let asked: Vec<_> = rows.iter().zip(&keys).filter(|(row, _)| shows(row)).map(|(_, keys)| keys).collect();
    let met = conflicts::meeting(db, &who.tenant, &asked, today).await?;
    rows.iter()
        .zip(&keys)
        .map(|(row, keys)| {
            let meets = || conflicts::among(&met, keys, &row.deal.products(), &row.deal.id).next().is_some();
            let conflict = shows(row).then(meets);
            let row = row.summary(now, conflict)?;
            Ok(DealSummary { handler: row.handler.filter(|_| who.role.side() == Side::Vendor), ..row })
        })
        .collect()
}

/// What words and owner ask for, of what `who` sees.
fn asked(who: &Actor, query: &DealQuery) -> Condition {
    let mut condition = access::deals(who);
    if let Some(owner) = &query.owner {
        condition = condition.add(deal::Column::OwnerId.eq(owner));
    }
    // Of a partner's deals it is nobody's to ask.
    if let Some(handler) = query.handler.as_deref().filter(|_| who.role.side() == Side::Vendor) {
        condition = condition.add(match handler {
            "none" => deal::Column::HandlerId.is_null(),
            id => deal::Column::HandlerId.eq(id),
        });
    }
    for word in query.q.iter().flat_map(|q| q.split_whitespace()) {
        let escaped = word.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = LikeExpr::new(format!("%{escaped}%")).escape('\\');
        condition = condition.add(Expr::col((deal::Entity, deal::Column::Search)).like(like));
    }
    condition
}

/// What states, stages and the named set narrow it to.
fn narrowed(query: &DealQuery, stages: &StageRules, today: NaiveDate) -> Condition {
    let mut condition = Condition::all();
    if !query.review.is_empty() {
        condition = condition.add(deal::Column::Review.is_in(query.review.iter().map(|review| review.name())));
    }
    if !query.stage.is_empty() {
        condition = condition.add(deal::Column::Stage.is_in(query.stage.iter().map(|stage| stage.name())));
    }
    if !query.stage_id.is_empty() {
        condition = condition.add(standing(stages, &query.stage_id));
    }
    if let Some(show) = query.show {
        condition = condition.add(set(show, today));
    }
    condition
}

/// The deals that stand in some of the tenant's stages: the condition that [`StageRules::at`] is.
fn standing(stages: &StageRules, ids: &[String]) -> Condition {
    let mut any = Condition::any();
    for rule in stages.0.iter().filter(|rule| ids.contains(&rule.id)) {
        let alike = stages.0.iter().filter(|one| one.stage == rule.stage).map(|one| one.id.as_str());
        let mut own = Condition::any().add(deal::Column::StageId.eq(&rule.id));
        if stages.at(rule.stage, None) == Some(rule) {
            own = own.add(deal::Column::StageId.is_null()).add(deal::Column::StageId.is_not_in(alike));
        }
        any = any.add(Condition::all().add(deal::Column::Stage.eq(rule.stage.name())).add(own));
    }
    // None of them is there: no condition at all would be all deals.
    if any.is_empty() { any.add(deal::Column::Id.is_null()) } else { any }
}

/// Won or lost.
fn closed() -> SimpleExpr {
    deal::Column::Stage.is_in([Stage::Won, Stage::Lost].map(Stage::name))
}

/// Neither won nor lost.
pub(super) fn going() -> Condition {
    Condition::any().add(deal::Column::Stage.is_null()).add(closed().not())
}

/// The deals of a named set.
pub(super) fn set(show: Show, today: NaiveDate) -> Condition {
    let over = [Review::Rejected, Review::Duplicate, Review::Withdrawn, Review::Expired].map(Review::name);
    let approved = deal::Column::Review.eq(Review::Approved.name());
    match show {
        Show::Open => Condition::all().add(deal::Column::Review.is_not_in(over)).add(going()),
        Show::NeedsPartner => {
            let waits = [Review::Draft, Review::Claimed, Review::InfoRequested].map(Review::name);
            Condition::all().add(deal::Column::Review.is_in(waits))
        }
        Show::Ending => Condition::all()
            .add(approved)
            .add(going())
            .add(deal::Column::ProtectionEnds.between(today.to_string(), (today + Days::new(ENDING_DAYS)).to_string())),
        Show::Decided => Condition::any().add(deal::Column::Review.is_in(over)).add(closed()),
    }
}

async fn counts(db: &impl ConnectionTrait, asked: Condition, today: NaiveDate) -> Result<Counts, PortError> {
    #[derive(FromQueryResult)]
    struct Row {
        all: i64,
        open: Option<i64>,
        needs_partner: Option<i64>,
        ending: Option<i64>,
        decided: Option<i64>,
    }
    let one = |show| -> SimpleExpr {
        let counted: SimpleExpr = Expr::case(set(show, today), 1).finally(0).into();
        // A sum of integers is a NUMERIC in Postgres.
        counted.sum().cast_as(Alias::new("BIGINT"))
    };
    let row = deal::Entity::find()
        .select_only()
        .column_as(deal::Column::Id.count(), "all")
        .expr_as(one(Show::Open), "open")
        .expr_as(one(Show::NeedsPartner), "needs_partner")
        .expr_as(one(Show::Ending), "ending")
        .expr_as(one(Show::Decided), "decided")
        .filter(asked)
        .into_model::<Row>()
        .one(db)
        .await?;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(row.map_or_else(Counts::default, |row| Counts {
        all: count(row.all),
        open: count(row.open.unwrap_or(0)),
        needs_partner: count(row.needs_partner.unwrap_or(0)),
        ending: count(row.ending.unwrap_or(0)),
        decided: count(row.decided.unwrap_or(0)),
    }))
}

fn order(sort: Sort) -> (deal::Column, Order) {
    match sort {
        Sort::UpdatedDown => (deal::Column::UpdatedAt, Order::Desc),
        Sort::Updated => (deal::Column::UpdatedAt, Order::Asc),
        Sort::RegisteredDown => (deal::Column::RegisteredAt, Order::Desc),
        Sort::Registered => (deal::Column::RegisteredAt, Order::Asc),
        Sort::ValueDown => (deal::Column::ValueMinor, Order::Desc),
        Sort::Value => (deal::Column::ValueMinor, Order::Asc),
        Sort::CloseDown => (deal::Column::CloseDate, Order::Desc),
        Sort::Close => (deal::Column::CloseDate, Order::Asc),
        Sort::CustomerDown => (deal::Column::Customer, Order::Desc),
        Sort::Customer => (deal::Column::Customer, Order::Asc),
        Sort::Due => (deal::Column::SlaDueAt, Order::Asc),
        Sort::Ends => (deal::Column::ProtectionEnds, Order::Asc),
    }
}

/// Where a page ended: the order, and the compared value and the id of its last row.
fn cursor(sort: Sort, last: &deal::Model) -> String {
    let compared = match order(sort).0 {
        deal::Column::UpdatedAt => last.updated_at.to_string(),
        deal::Column::RegisteredAt => last.registered_at.to_string(),
        deal::Column::ValueMinor => last.value_minor.to_string(),
        deal::Column::CloseDate => last.close_date.clone(),
        deal::Column::SlaDueAt => last.sla_due_at.to_string(),
        deal::Column::ProtectionEnds => last.protection_ends.clone(),
        _ => last.customer.clone(),
    };
    BASE64_URL_SAFE_NO_PAD.encode(format!("{}\n{}\n{compared}", sort.name(), last.id))
}

/// What comes after a cursor in its order.
fn after(cursor: &str, sort: Sort, column: deal::Column, order: &Order) -> Result<Condition, PortError> {
    let bad = || PortError::Malformed("the cursor is not one of this list");
    let text =
        BASE64_URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(bad)?;
    let mut parts = text.splitn(3, '\n');
    let (Some(name), Some(id), Some(compared)) = (parts.next(), parts.next(), parts.next()) else { return Err(bad()) };
    // No row has a control character, and Postgres takes no NUL.
    if name != sort.name() || [id, compared].iter().any(|part| part.contains(char::is_control)) {
        return Err(bad());
    }
    let textual = matches!(column, deal::Column::CloseDate | deal::Column::Customer | deal::Column::ProtectionEnds);
    let value: Value = if textual { compared.into() } else { compared.parse::<i64>().map_err(|_| bad())?.into() };
    let beyond = |column: deal::Column, value: Value| match order {
        Order::Desc => column.lt(value),
        _ => column.gt(value),
    };
    let tie = Condition::all().add(column.eq(value.clone())).add(beyond(deal::Column::Id, id.into()));
    Ok(Condition::any().add(beyond(column, value)).add(tie))
}
