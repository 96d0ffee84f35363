//! The event log: appended to inside the transaction of the change, read by the stream and the timeline.

use super::entity::{event, log_head};
use super::{Store, access};
use crate::ports::{Actor, Audience, EventLog, Logged, PortError, TenantId};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::event::{Event, EventData, EventKind, SpecVersion};
use portico_contract::session::Side;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// How far back a stream can be resumed; whoever comes from further back is told to fetch again.
const KEEPS: TimeDelta = TimeDelta::days(30);
/// How many events a stream replays before fetching again is cheaper for everybody.
const REPLAYS: u64 = 5_000;

/// Appends an event and returns it as the vendor sees it.
///
/// Its id is the time in microseconds, or one more than the last id: increasing in the order of commits, because the
/// head's row stays locked until then, and telling nothing of how much happens in other firms.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    deal: &super::entity::deal::Model,
    kind: EventKind,
    audience: Audience,
    now: DateTime<Utc>,
    data: &EventData,
) -> Result<Event, PortError> {
    let position = Expr::col(log_head::Column::Position);
    let later =
        Expr::case(position.clone().gte(now.timestamp_micros()), position.add(1)).finally(now.timestamp_micros());
    let head = log_head::Entity::update_many().col_expr(log_head::Column::Position, later.into());
    let head = head.exec_with_returning(db).await?.first().map_or(0, |head| head.position);
    let row = event::Model {
        id: head,
        tenant_id: deal.tenant_id.clone(),
        organisation_id: deal.organisation_id.clone(),
        deal_id: Some(deal.id.clone()),
        audience: match audience {
            Audience::All => "all",
            Audience::Partner => "partner",
            Audience::Vendor => "vendor",
        }
        .to_owned(),
        kind: kind.name().to_owned(),
        at: now.timestamp_millis(),
        data: serde_json::to_string(data).map_err(PortError::internal)?,
        asset_id: None,
        readers: None,
    };
    event::Entity::insert(event::ActiveModel {
        id: Set(row.id),
        tenant_id: Set(row.tenant_id.clone()),
        organisation_id: Set(row.organisation_id.clone()),
        deal_id: Set(row.deal_id.clone()),
        asset_id: Set(row.asset_id.clone()),
        readers: Set(row.readers.clone()),
        audience: Set(row.audience.clone()),
        kind: Set(row.kind.clone()),
        at: Set(row.at),
        data: Set(row.data.clone()),
    })
    .exec_without_returning(db)
    .await?;
    read(row)
}

/// Waits for the head's row and holds it until the end of the transaction, as the first thing that is done in it: what
/// is read after this stays true until the commit. In SQLite the transaction itself has that lock.
pub(super) async fn hold(tx: &DatabaseTransaction) -> Result<log_head::Model, PortError> {
    let head = log_head::Entity::find_by_id(1).lock_exclusive().one(tx).await?;
    head.ok_or(PortError::NotFound)
}

async fn head(db: &impl ConnectionTrait) -> Result<i64, PortError> {
    let head = log_head::Entity::find_by_id(1).one(db).await?;
    Ok(head.map_or(0, |head| head.position))
}

/// Where in the log a cursor stands: the id of an event.
pub(super) fn position_of(cursor: &str) -> Result<i64, PortError> {
    cursor.parse().map_err(|_| PortError::Malformed("the cursor is not one of this list"))
}

/// The event that a row holds, with what only the vendor sees.
pub(super) fn read(row: event::Model) -> Result<Event, PortError> {
    Ok(Event {
        specversion: SpecVersion::V1,
        id: row.id.to_string(),
        source: "/api/v1".to_owned(),
        kind: EventKind::parse(&row.kind),
        subject: row.deal_id.or(row.asset_id).unwrap_or_default(),
        time: DateTime::from_timestamp_millis(row.at).unwrap_or_default(),
        datacontenttype: "application/json".to_owned(),
        data: serde_json::from_str(&row.data).map_err(PortError::internal)?,
    })
}

/// The event as `side` sees it: what the vendor keeps to itself is taken out for a partner.
#[must_use]
pub fn for_side(mut event: Event, side: Side) -> Event {
    if let (Side::Partner, Some(deal)) = (side, event.data.deal.as_mut()) {
        (deal.conflict, deal.handler) = (None, None);
    }
    event
}

#[async_trait]
impl EventLog for Store {
    async fn position(&self, who: &Actor) -> Result<i64, PortError> {
        let newest: Option<Option<i64>> = event::Entity::find()
            .select_only()
            .column_as(event::Column::Id.max(), "id")
            .filter(access::events(who))
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(newest.flatten().unwrap_or(0))
    }

    async fn since(&self, who: &Actor, position: i64, limit: u32) -> Result<Vec<Event>, PortError> {
        let rows = event::Entity::find()
            .filter(access::events(who))
            .filter(event::Column::Id.gt(position))
            .order_by_asc(event::Column::Id)
            .limit(u64::from(limit))
            .all(&self.db)
            .await?;
        rows.into_iter().map(|row| Ok(for_side(read(row)?, who.role.side()))).collect()
    }

    async fn all_since(&self, position: i64, limit: u32) -> Result<Vec<Logged>, PortError> {
        if let Some(head) = log_head::Entity::find_by_id(1).one(&self.db).await? {
            self.refresh(&self.db, &head).await?;
        }
        let rows = event::Entity::find()
            .filter(event::Column::Id.gt(position))
            .order_by_asc(event::Column::Id)
            .limit(u64::from(limit))
            .all(&self.db)
            .await?;
        rows.into_iter().map(logged).collect()
    }

    async fn head(&self) -> Result<i64, PortError> {
        head(&self.db).await
    }

    async fn can_resume(&self, who: &Actor, position: i64, now: DateTime<Utc>) -> Result<bool, PortError> {
        if position > head(&self.db).await? {
            return Ok(false);
        }
        let missed = event::Entity::find()
            .select_only()
            .column(event::Column::At)
            .filter(access::events(who))
            .filter(event::Column::Id.gt(position))
            .order_by_asc(event::Column::Id);
        let oldest: Option<i64> = missed.clone().into_tuple().one(&self.db).await?;
        if oldest.is_some_and(|at| at < (now - KEEPS).timestamp_millis()) {
            return Ok(false);
        }
        let beyond: Option<i64> = missed.offset(REPLAYS).limit(1).into_tuple().one(&self.db).await?;
        Ok(beyond.is_none())
    }
}

fn logged(row: event::Model) -> Result<Logged, PortError> {
    let audience = match row.audience.as_str() {
        "partner" => Audience::Partner,
        "vendor" => Audience::Vendor,
        _ => Audience::All,
    };
    let (tenant, organisation) = (TenantId(row.tenant_id.as_str().into()), row.organisation_id.clone());
    Ok(Logged { event: read(row)?, tenant, organisation, audience })
}
