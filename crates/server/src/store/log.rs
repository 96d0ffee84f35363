//! The event log: appended to inside the transaction of the change, read by the stream and the timeline.

use super::entity::{asset, deal, event, log_head};
use super::{Store, access};
use crate::ports::{Actor, Audience, EventLog, Logged, PortError, TenantId};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::asset::{Audience as Readers, Reader};
use portico_contract::event::{Event, EventData, EventKind, SpecVersion};
use portico_contract::session::Side;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

/// How far back a stream can be resumed; whoever comes from further back is told to fetch again.
const KEEPS: TimeDelta = TimeDelta::days(30);
/// How many events a stream replays before fetching again is cheaper for everybody.
const REPLAYS: u64 = 5_000;
/// How many events about assets are looked at together for one that somebody hears of.
const LOOKED: u64 = 50;

/// What an event is about, and whose eyes it is for.
pub(super) enum About<'a> {
    /// A deal.
    Deal(&'a deal::Model, Audience),
    /// An asset, which a vendor's firm has in its library: for whom the asset is.
    Asset(&'a asset::Model, &'a str),
}

/// The audience of an event that is for those for whom its asset is.
pub(super) const READERS: &str = "readers";

/// Appends an event and returns it as the vendor sees it.
///
/// Its id is the time in microseconds, or one more than the last id: increasing in the order of commits, because the
/// head's row stays locked until then, and telling nothing of how much happens in other firms.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    about: About<'_>,
    kind: EventKind,
    now: DateTime<Utc>,
    data: &EventData,
) -> Result<Event, PortError> {
    let position = Expr::col(log_head::Column::Position);
    let later =
        Expr::case(position.clone().gte(now.timestamp_micros()), position.add(1)).finally(now.timestamp_micros());
    let head = log_head::Entity::update_many().col_expr(log_head::Column::Position, later.into());
    let head = head.exec_with_returning(db).await?.first().map_or(0, |head| head.position);
    let (tenant, firm) = match &about {
        About::Deal(deal, _) => (&deal.tenant_id, deal.organisation_id.as_str()),
        About::Asset(asset, firm) => (&asset.tenant_id, *firm),
    };
    let audience = match &about {
        About::Deal(_, Audience::All) => "all",
        About::Deal(_, Audience::Partner) => "partner",
        About::Deal(_, Audience::Vendor) => "vendor",
        About::Asset(..) => READERS,
    };
    let (deal, asset) = match &about {
        About::Deal(deal, _) => (Some(deal.id.clone()), None),
        About::Asset(asset, _) => (None, Some(*asset)),
    };
    let row = event::Model {
        id: head,
        tenant_id: tenant.clone(),
        organisation_id: firm.to_owned(),
        deal_id: deal,
        audience: audience.to_owned(),
        kind: kind.name().to_owned(),
        at: now.timestamp_millis(),
        data: serde_json::to_string(data).map_err(PortError::internal)?,
        asset_id: asset.map(|asset| asset.id.clone()),
        readers: asset.map(|asset| asset.audience.clone()),
    };
    event::Entity::insert(row.clone().into_active_model()).exec_without_returning(db).await?;
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

/// Whom an event about an asset is for; none where it is about none.
pub(super) fn readers(row: &event::Model) -> Result<Option<Readers>, PortError> {
    row.readers.as_deref().map(|text| serde_json::from_str(text).map_err(PortError::internal)).transpose()
}

/// Whether `reader` is one of those whom an event is for, of what `access::happenings` lets them see.
pub(super) fn hears(reader: &Reader, row: &event::Model) -> Result<bool, PortError> {
    Ok(readers(row)?.is_none_or(|readers| readers.includes(reader)))
}

impl Store {
    /// The events about assets that somebody hears of, of those that a question finds.
    async fn heard(&self, reader: &Reader, found: Select<event::Entity>) -> Result<Vec<event::Model>, PortError> {
        let mut heard = Vec::new();
        for row in found.all(&self.db).await? {
            if hears(reader, &row)? {
                heard.push(row);
            }
        }
        Ok(heard)
    }
}

#[async_trait]
impl EventLog for Store {
    async fn reader(&self, who: &Actor) -> Result<Reader, PortError> {
        Store::reader(self, who).await
    }

    async fn position(&self, who: &Actor) -> Result<i64, PortError> {
        let newest: Option<Option<i64>> = event::Entity::find()
            .select_only()
            .column_as(event::Column::Id.max(), "id")
            .filter(access::events(who))
            .into_tuple()
            .one(&self.db)
            .await?;
        let newest = newest.flatten().unwrap_or(0);
        // Of assets the newest that is for them, if it is newer; what the log keeps no longer is no position.
        let mut before = i64::MAX;
        let floor = Ord::max(newest, (Utc::now() - KEEPS).timestamp_micros());
        loop {
            let some = event::Entity::find().filter(access::events_of_assets(who));
            let some = some.filter(event::Column::Id.gt(floor)).filter(event::Column::Id.lt(before));
            let some = some.order_by_desc(event::Column::Id).limit(LOOKED).all(&self.db).await?;
            let Some(last) = some.last() else { return Ok(newest) };
            before = last.id;
            let reader = Store::reader(self, who).await?;
            for row in &some {
                if hears(&reader, row)? {
                    return Ok(row.id);
                }
            }
        }
    }

    async fn since(&self, who: &Actor, mut position: i64, limit: u32) -> Result<Vec<Event>, PortError> {
        let most = limit as usize;
        let (reader, mut heard) = (Store::reader(self, who).await?, Vec::new());
        loop {
            let rows = event::Entity::find()
                .filter(access::happenings(who))
                .filter(event::Column::Id.gt(position))
                .order_by_asc(event::Column::Id)
                .limit(u64::from(limit))
                .all(&self.db)
                .await?;
            let (count, last) = (rows.len(), rows.last().map(|row| row.id));
            for row in rows {
                if hears(&reader, &row)? && heard.len() < most {
                    heard.push(for_side(read(row)?, who.role.side()));
                }
            }
            // A page that is not full is the end of the log, but for what was not for these eyes.
            match last.filter(|_| count == most && heard.len() < most) {
                Some(last) => position = last,
                None => return Ok(heard),
            }
        }
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
        if beyond.is_some() {
            return Ok(false);
        }
        let of_assets = event::Entity::find().filter(access::events_of_assets(who));
        let of_assets = of_assets.filter(event::Column::Id.gt(position)).order_by_asc(event::Column::Id);
        let reader = Store::reader(self, who).await?;
        let missed = self.heard(&reader, of_assets.limit(REPLAYS + 1)).await?;
        let too_old = missed.first().is_some_and(|row| row.at < (now - KEEPS).timestamp_millis());
        Ok(!too_old && missed.len() as u64 <= REPLAYS)
    }
}

fn logged(row: event::Model) -> Result<Logged, PortError> {
    let audience = match row.audience.as_str() {
        "partner" => Audience::Partner,
        "vendor" => Audience::Vendor,
        _ => Audience::All,
    };
    let (tenant, organisation) = (TenantId(row.tenant_id.as_str().into()), row.organisation_id.clone());
    let readers = readers(&row)?;
    Ok(Logged { event: read(row)?, tenant, organisation, audience, readers })
}
