//! Mail: written in the transaction that takes its notifications off the list, and handed on by whoever claims it first,
//! so that each is written and handed on once however many servers run.

use super::entity::{account, event, mail, notification};
use super::{Store, access, list, log, now, preferences};
use crate::mail::{Envelope, Handed, Letter, Reader};
use crate::ports::{Actor, Mails, PortError};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use mail::{ActiveModel, Column, Entity};
use portico_contract::mail::{Mail, MailState, MailSummary};
use portico_contract::notification::Notification;
use portico_contract::page::Page;
use portico_contract::session::Permission;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait,
};
use std::sync::Arc;
use uuid::Uuid;

/// People written to in one transaction, and mails claimed at once.
const BATCH: u64 = 20;
/// Notifications that a mail repeats; of more it says how many.
const LINES: u64 = 50;
/// How long a server that claimed a mail has for handing it on, before another may.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// How long after each try the next one comes; after the last the mail has failed.
const PAUSES: [TimeDelta; 6] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(6),
    TimeDelta::hours(15),
];
/// How long it is kept that a mail was written.
const KEPT: TimeDelta = TimeDelta::days(90);

impl Store {
    /// Writes to everybody to whom something is due since `until`; how many mails. Without a mail server they are kept to
    /// be read in the portal. What was read meanwhile needs no mail.
    pub(crate) async fn write_mails(
        self: &Arc<Self>,
        speech: &crate::speech::Speech,
        until: DateTime<Utc>,
        port: u16,
        to_send: bool,
    ) -> Result<usize, PortError> {
        let mut written = 0;
        loop {
            // Most rounds have nothing to write: they take no turn from those who have.
            if notification::Entity::find().filter(due(until)).limit(1).one(&self.db).await?.is_none() {
                return Ok(written);
            }
            written += self.transact(async |tx| self.write_some(tx, speech, until, port, to_send).await).await?;
        }
    }

    /// Writes to some to whom something is due; how many mails.
    async fn write_some(
        &self,
        tx: &DatabaseTransaction,
        speech: &crate::speech::Speech,
        until: DateTime<Utc>,
        port: u16,
        to_send: bool,
    ) -> Result<usize, PortError> {
        let due = due(until);
        let ids = notification::Entity::find().select_only().column(notification::Column::AccountId).distinct();
        let ids: Vec<String> = ids.filter(due.clone()).limit(BATCH).into_tuple().all(tx).await?;
        let accounts = account::Entity::find().filter(account::Column::Id.is_in(&ids)).all(tx).await?;
        let mut mails = Vec::new();
        for account in accounts {
            let who = self.actor(account).await?;
            let settings = self.settings(&who.tenant)?;
            let unread = access::notifications(&who).add(due.clone()).add(notification::Column::ReadAt.is_null());
            let told = notification::Entity::find()
                .join(JoinType::InnerJoin, notification::Relation::Event.def())
                .filter(unread)
                .select_also(event::Entity);
            let reader = self.reader(&who).await?;
            let count = told.clone().count(tx).await?;
            let newest = told.order_by_desc(notification::Column::EventId).limit(LINES).all(tx).await?;
            let (mut told, mut hidden) = (Vec::new(), 0);
            for event in newest.into_iter().filter_map(|(_, event)| event) {
                if log::hears(&reader, &event)? {
                    told.extend(Notification::of(&log::read(event)?, false));
                } else {
                    hidden += 1;
                }
            }
            if told.is_empty() {
                continue;
            }
            let language = preferences::language(tx, &who.user.id, &settings).await?;
            let letter = speech.letter(
                &Reader {
                    who: &who,
                    language: &language,
                    vendor: &settings.name,
                    origin: &self.origin(&who.tenant, port),
                    zone: settings.time_zone,
                    terms: &settings.terminology,
                },
                &told,
                count.saturating_sub(hidden),
            );
            mails.push(row(&who, letter, to_send));
        }
        let written = mails.len();
        if written > 0 {
            Entity::insert_many(mails).exec_without_returning(tx).await?;
        }
        notification::Entity::update_many()
            .col_expr(notification::Column::MailDue, Expr::value(Option::<i64>::None))
            .filter(due.and(notification::Column::AccountId.is_in(&ids)))
            .exec(tx)
            .await?;
        Ok(written)
    }

    /// Takes some mails that are to be handed on: until the lease ends nobody else does.
    pub(crate) async fn claim_mails(&self, now: DateTime<Utc>) -> Result<Vec<Envelope>, PortError> {
        let waits = || Column::State.eq(MailState::Waiting.name()).and(Column::NextTryAt.lte(now.timestamp_millis()));
        if Entity::find().filter(waits()).limit(1).one(&self.db).await?.is_none() {
            return Ok(Vec::new());
        }
        self.transact(async |tx| {
            let rows = Entity::find().filter(waits()).order_by_asc(Column::NextTryAt).limit(BATCH);
            let rows = rows.find_also_related(account::Entity).all(tx).await?;
            let ids = rows.iter().map(|(mail, _)| mail.id.as_str());
            Entity::update_many()
                .col_expr(Column::NextTryAt, Expr::value((now + LEASE).timestamp_millis()))
                .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
                .filter(Column::Id.is_in(ids))
                .exec(tx)
                .await?;
            rows.into_iter().map(|(mail, account)| self.envelope(mail, account)).collect()
        })
        .await
    }

    fn envelope(&self, mail: mail::Model, account: Option<account::Model>) -> Result<Envelope, PortError> {
        let tenant = crate::ports::TenantId(mail.tenant_id.into());
        Ok(Envelope {
            vendor: self.settings(&tenant)?.name.clone(),
            name: account.map(|account| account.name).unwrap_or_default(),
            address: mail.address,
            tries: mail.tries + 1,
            letter: Letter {
                subject: mail.subject,
                text: mail.text.unwrap_or_default(),
                html: mail.html.unwrap_or_default(),
                thread: mail.thread,
            },
            id: mail.id,
        })
    }

    /// Notes how handing on a claimed mail went, and when to try again.
    pub(crate) async fn settle_mail(
        &self,
        mail: &Envelope,
        handed: Handed,
        now: DateTime<Utc>,
    ) -> Result<MailState, PortError> {
        let tried = usize::try_from(mail.tries - 1).ok().and_then(|tried| PAUSES.get(tried));
        let change = Entity::update_many().filter(Column::Id.eq(&mail.id));
        let (state, change) = match (handed, tried) {
            (Handed::Taken, _) => {
                let gone = || Expr::value(Option::<String>::None);
                let change = change.col_expr(Column::Text, gone()).col_expr(Column::Html, gone());
                (MailState::Sent, change.col_expr(Column::Error, gone()))
            }
            (Handed::Later(error), Some(pause)) => {
                let next = Expr::value((now + *pause).timestamp_millis());
                (MailState::Waiting, change.col_expr(Column::NextTryAt, next).col_expr(Column::Error, error.into()))
            }
            (Handed::Later(error) | Handed::Refused(error), _) => {
                (MailState::Failed, change.col_expr(Column::Error, error.into()))
            }
        };
        let change = change.col_expr(Column::State, state.name().into());
        self.transact(async |tx| Ok(change.exec(tx).await.map(drop)?)).await?;
        Ok(state)
    }

    /// Forgets what was written long ago; how many mails.
    pub async fn forget_mails(&self) -> Result<u64, PortError> {
        let old = Entity::delete_many().filter(Column::WrittenAt.lt((now() - KEPT).timestamp_millis()));
        self.transact(async |tx| Ok(old.exec(tx).await?.rows_affected)).await
    }
}

/// What is to be mailed by then.
fn due(until: DateTime<Utc>) -> SimpleExpr {
    notification::Column::MailDue.lte(until.timestamp_millis())
}

fn row(who: &Actor, letter: Letter, to_send: bool) -> ActiveModel {
    let now = now().timestamp_millis();
    let state = if to_send { MailState::Waiting } else { MailState::Kept };
    ActiveModel {
        id: Set(Uuid::now_v7().to_string()),
        tenant_id: Set(who.tenant.0.to_string()),
        account_id: Set(who.user.id.clone()),
        address: Set(who.user.email.clone()),
        subject: Set(letter.subject),
        thread: Set(letter.thread),
        text: Set(Some(letter.text)),
        html: Set(Some(letter.html)),
        state: Set(state.name().to_owned()),
        written_at: Set(now),
        tries: Set(0),
        next_try_at: Set(now),
        error: Set(None),
    }
}

fn summary(mail: &mail::Model, account: Option<account::Model>) -> Result<MailSummary, PortError> {
    Ok(MailSummary {
        id: mail.id.clone(),
        name: account.map(|account| account.name).unwrap_or_default(),
        address: mail.address.clone(),
        subject: mail.subject.clone(),
        state: MailState::parse(&mail.state).ok_or(PortError::NotFound)?,
        written_at: DateTime::from_timestamp_millis(mail.written_at).unwrap_or_default(),
        tries: u32::try_from(mail.tries).unwrap_or_default(),
        error: mail.error.clone(),
    })
}

#[async_trait]
impl Mails for Store {
    async fn mails(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Page<MailSummary>, PortError> {
        access::require(who, Permission::MailRead)?;
        let mut select = Entity::find().filter(access::mails(who));
        if let Some(cursor) = cursor {
            let cursor =
                Uuid::parse_str(cursor).map_err(|_| PortError::Malformed("the cursor is not one of this list"))?;
            select = select.filter(Column::Id.lt(cursor.to_string()));
        }
        let select = select.order_by_desc(Column::Id).limit(u64::from(limit) + 1);
        let mut rows = select.find_also_related(account::Entity).all(&self.db).await?;
        let more = list::cut(&mut rows, limit);
        let next_cursor = rows.last().filter(|_| more).map(|(last, _)| last.id.clone());
        let items = rows.into_iter().map(|(mail, account)| summary(&mail, account)).collect::<Result<_, _>>()?;
        Ok(Page { items, next_cursor })
    }

    async fn mail(&self, who: &Actor, id: &str) -> Result<Mail, PortError> {
        access::require(who, Permission::MailRead)?;
        let found = Entity::find_by_id(id).filter(access::mails(who)).find_also_related(account::Entity);
        let (mail, account) = found.one(&self.db).await?.ok_or(PortError::NotFound)?;
        Ok(Mail { summary: summary(&mail, account)?, text: mail.text })
    }
}
