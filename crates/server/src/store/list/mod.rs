//! The list of deals: a page of it, as somebody sees it.

mod board;
mod narrow;
mod options;
mod order;
mod sets;

pub(super) use board::board;
pub(super) use options::options;
pub(super) use sets::{going, many, set};

use super::entity::deal;
use super::rows::{self, DealRow};
use super::settings::Settings;
use super::{access, conflicts};
use crate::ports::{Actor, DealQuery, PortError};
use chrono::{DateTime, NaiveDate, Utc};
use narrow::{asked, narrowed};
use portico_contract::deal::DealSummary;
use portico_contract::deal::list::DealPage;
use portico_contract::session::Side;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};

/// Who reads a list, in which tenant, and when.
pub(super) struct Reading<'a> {
    pub who: &'a Actor,
    pub settings: &'a Settings,
    pub now: DateTime<Utc>,
}

impl Reading<'_> {
    /// The day where the tenant is.
    pub(super) fn today(&self) -> NaiveDate {
        self.settings.day(self.now)
    }
}

/// A page of the deals that are seen.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    reading: &Reading<'_>,
    query: &DealQuery,
) -> Result<DealPage, PortError> {
    let (rows, next_cursor) = rows(db, reading, query).await?;
    let filter = &query.filter;
    let counts = match query.cursor {
        Some(_) => None,
        // Everything that is asked for is at hand already.
        None if filter.show.is_none() && next_cursor.is_none() => {
            let these = deal::Column::Id.is_in(rows.iter().map(|row| row.deal.id.as_str()));
            Some(sets::counts(db, &access::deals(reading.who).add(these), reading.today()).await?)
        }
        None if narrow::looks_at_rows(filter) => {
            Some(sets::counts_at_once(db, asked(reading, filter), reading.today()).await?)
        }
        None => Some(sets::counts(db, &asked(reading, filter), reading.today()).await?),
    };
    Ok(DealPage { items: summaries(db, reading, &rows).await?, next_cursor, counts })
}

/// The rows of a page, and where the next begins.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    reading: &Reading<'_>,
    query: &DealQuery,
) -> Result<(Vec<DealRow>, Option<String>), PortError> {
    page_of(db, narrowed(reading, &query.filter), query).await
}

/// A page of the deals that meet a condition, in the order that is asked for.
async fn page_of(
    db: &impl ConnectionTrait,
    condition: Condition,
    query: &DealQuery,
) -> Result<(Vec<DealRow>, Option<String>), PortError> {
    let (column, order) = order::of(query.sort);
    let mut select = rows::select()
        .filter(condition)
        .order_by(column, order.clone())
        .order_by(deal::Column::Id, order.clone())
        .limit(u64::from(query.limit) + 1);
    if let Some(cursor) = &query.cursor {
        select = select.filter(order::after(cursor, query.sort)?);
    }
    let mut rows = select.into_model::<DealRow>().all(db).await?;
    let more = cut(&mut rows, query.limit);
    let next_cursor = more.then(|| rows.last().map(|row| order::cursor(query.sort, &row.deal))).flatten();
    Ok((rows, next_cursor))
}

/// Cuts a page out of one row more than it has; whether there are more.
pub(super) fn cut<T>(rows: &mut Vec<T>, limit: u32) -> bool {
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    more
}

/// The rows as they are seen, with what may be done with each. For the vendor, those that wait say whether they meet
/// another: one query for all.
pub(super) async fn summaries(
    db: &impl ConnectionTrait,
    reading: &Reading<'_>,
    rows: &[DealRow],
) -> Result<Vec<DealSummary>, PortError> {
    let Reading { who, settings, now } = *reading;
    let keys = conflicts::keys_of(rows);
    let shows = |row: &DealRow| who.role.side() == Side::Vendor && row.review().waits_for_vendor();
    let asked: Vec<_> = rows.iter().zip(&keys).filter(|(row, _)| shows(row)).map(|(_, keys)| keys).collect();
    let met = conflicts::meeting(db, &who.tenant, &asked, reading.today()).await?;
    rows.iter()
        .zip(&keys)
        .map(|(row, keys)| {
            let meets = || {
                settings.house_account(keys).is_some()
                    || conflicts::among(&met, keys, &row.deal.products(), &row.deal.id).next().is_some()
            };
            let conflict = shows(row).then(meets);
            let allowed = access::open_to(who, row.standing(who, settings), row.approval()?.as_ref());
            let row = row.summary(now, conflict)?;
            let handler = row.handler.filter(|_| who.role.side() == Side::Vendor);
            Ok(DealSummary { allowed_actions: Some(allowed), handler, ..row })
        })
        .collect()
}
