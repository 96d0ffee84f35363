//! Notifications: written in the transaction of their event, so that each is there once however many servers run.

use super::entity::{account, deal, event, notification};
use super::settings::Settings;
use super::{Store, access, list, log, now, preferences};
use crate::ports::{Actor, Audience, Inbox, Marked, PortError};
use crate::sla::Count;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use notification::{ActiveModel, Column, Entity};
use portico_contract::asset::Reader;
use portico_contract::event::Event;
use portico_contract::mail::{ByMail, MailPreferences};
use portico_contract::notification::{Hearers, Notification, Notifications};
use portico_contract::session::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, Select,
};

/// Notes an event about a deal for everybody whom it is told.
pub(super) async fn tell(
    db: &impl ConnectionTrait,
    settings: &Settings,
    deal: &deal::Model,
    audience: Audience,
    event: &Event,
) -> Result<(), PortError> {
    let hearers = Hearers::of(event.kind, &event.data);
    if hearers.people.is_empty() && hearers.roles.is_empty() && hearers.mentioned.is_empty() {
        return Ok(());
    }
    let accounts = account::Entity::find().select_only().columns([account::Column::Id, account::Column::Role]);
    let accounts = accounts.filter(access::hearers(deal, audience, &hearers));
    note(db, settings, event, accounts.into_tuple().all(db).await?).await
}

/// Notes an event for these accounts, each with its role.
pub(super) async fn note(
    db: &impl ConnectionTrait,
    settings: &Settings,
    event: &Event,
    accounts: Vec<(String, String)>,
) -> Result<(), PortError> {
    let event_id: i64 = event.id.parse().map_err(PortError::internal)?;
    let choices = preferences::choices(db, accounts.iter().map(|(id, _)| id.as_str())).await?;
    let told = accounts.into_iter().map(|(account, role)| {
        let by_mail = Role::parse(&role).map_or(ByMail::Never, |role| choices.of(&account, role.side(), event.kind));
        ActiveModel {
            account_id: Set(account),
            event_id: Set(event_id),
            read_at: Set(None),
            mail_due: Set(due(by_mail, event.time, settings)),
        }
    });
    let told: Vec<ActiveModel> = told.collect();
    if !told.is_empty() {
        Entity::insert_many(told).exec_without_returning(db).await?;
    }
    Ok(())
}

/// When something that happened at `then` is to be mailed.
fn due(by_mail: ByMail, then: DateTime<Utc>, settings: &Settings) -> Option<i64> {
    let due = match by_mail {
        ByMail::AtOnce => then,
        ByMail::Daily => settings.hours().next_opening(then, settings.time_zone),
        ByMail::Never => return None,
    };
    Some(due.timestamp_millis())
}

/// Marks as read what was told before `then`, to everybody.
pub(crate) async fn read_before(db: &impl ConnectionTrait, then: DateTime<Utc>) -> Result<(), PortError> {
    let read = Entity::update_many().col_expr(Column::ReadAt, Expr::value(then.timestamp_millis()));
    // An event's id is its time.
    read.filter(Column::EventId.lt(then.timestamp_micros())).exec(db).await?;
    Ok(())
}

/// The notifications of `who`, beside their events.
fn of(who: &Actor) -> Select<Entity> {
    Entity::find().join(JoinType::InnerJoin, notification::Relation::Event.def()).filter(access::notifications(who))
}

async fn unread(db: &impl ConnectionTrait, who: &Actor, reader: &Reader) -> Result<u32, PortError> {
    let unread = of(who).filter(Column::ReadAt.is_null());
    let of_deals = unread.clone().filter(event::Column::Readers.is_null()).count(db).await?;
    let of_assets = unread.filter(event::Column::Readers.is_not_null()).select_also(event::Entity).all(db).await?;
    let mut count = u32::try_from(of_deals).unwrap_or(u32::MAX);
    for row in of_assets.iter().filter_map(|(_, event)| event.as_ref()) {
        count = count.saturating_add(u32::from(log::hears(reader, row)?));
    }
    Ok(count)
}

#[async_trait]
impl Inbox for Store {
    async fn notifications(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Notifications, PortError> {
        let mut select = of(who).select_also(event::Entity);
        if let Some(cursor) = cursor {
            select = select.filter(Column::EventId.lt(log::position_of(cursor)?));
        }
        let select = select.order_by_desc(Column::EventId).limit(u64::from(limit) + 1);
        let mut rows = select.all(&self.db).await?;
        let more = list::cut(&mut rows, limit);
        let next_cursor = rows.last().filter(|_| more).map(|(last, _)| last.event_id.to_string());
        let mut items = Vec::with_capacity(rows.len());
        let reader = self.reader(who).await?;
        for (told, event) in rows {
            let Some(event) = event else { continue };
            if !log::hears(&reader, &event)? {
                continue;
            }
            items.extend(Notification::of(&log::read(event)?, told.read_at.is_some()));
        }
        Ok(Notifications { items, unread: unread(&self.db, who, &reader).await?, next_cursor })
    }

    async fn mark_read(&self, who: &Actor, marked: Marked) -> Result<u32, PortError> {
        let these = match &marked {
            Marked::UpTo(last) => Column::EventId.lte(*last),
            Marked::These(ids) => Column::EventId.is_in(ids.iter().copied()),
        };
        let reader = self.reader(who).await?;
        self.transact(async |tx| {
            let read = Entity::update_many().col_expr(Column::ReadAt, Expr::value(now().timestamp_millis()));
            let unread_ones = Column::AccountId.eq(&who.user.id).and(Column::ReadAt.is_null());
            read.filter(unread_ones).filter(these.clone()).exec(tx).await?;
            unread(tx, who, &reader).await
        })
        .await
    }

    async fn mail_preferences(&self, who: &Actor) -> Result<MailPreferences, PortError> {
        preferences::of(&self.db, who, &*self.settings(&who.tenant)?).await
    }

    async fn prefer_mail(&self, who: &Actor, chosen: MailPreferences) -> Result<MailPreferences, PortError> {
        let settings = self.settings(&who.tenant)?;
        self.transact(async |tx| preferences::keep(tx, who, &settings, &chosen).await).await?;
        self.mail_preferences(who).await
    }
}
