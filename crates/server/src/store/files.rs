//! Files in the database, in pieces: a backup has them, a transaction binds them, and every server on it reads them.

use super::entity::attachment::{ActiveModel, Column, Entity, Model, Relation};
use super::entity::{account, attachment_chunk as chunk};
use super::{Store, access, now, rows};
use crate::kind::{Inspector, Unfit};
use crate::ports::{Actor, Done, Files, Keyed, PIECE, PortError, Upload};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta};
use portico_contract::attachment::{Attachment, MAX_SIZE, promised};
use portico_contract::session::{Permission, Person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

/// How long a file waits for its comment.
const WAITS: TimeDelta = TimeDelta::days(1);
/// Files that are removed in one transaction.
const BATCH: u64 = 20;

/// A number of bytes, which is never more than a file can have.
fn bytes(count: i64) -> u32 {
    u32::try_from(count).unwrap_or_default()
}

/// What is told of a file; none of one that was not looked at yet.
pub(super) fn told(row: &Model, by: &str) -> Option<Attachment> {
    Some(Attachment {
        id: row.id.clone(),
        name: row.name.clone(),
        media_type: row.media_type.clone()?,
        size: bytes(row.received),
        sha256: row.sha256.clone()?,
        added_by: Person { id: row.account_id.clone(), name: by.to_owned() },
        added_at: DateTime::from_timestamp_millis(row.created_at).unwrap_or_default(),
    })
}

/// The file that `who` brings under this id.
async fn brought(db: &impl ConnectionTrait, who: &Actor, file: &str) -> Result<Model, PortError> {
    let own = Entity::find_by_id(file).filter(access::uploads(who)).one(db).await?;
    own.ok_or(PortError::NotFound)
}

/// Removes files with their bytes.
async fn remove(db: &impl ConnectionTrait, files: &[String]) -> Result<(), PortError> {
    let of_these = chunk::Column::AttachmentId.is_in(files.iter().cloned());
    chunk::Entity::delete_many().filter(of_these).exec(db).await?;
    Entity::delete_many().filter(Column::Id.is_in(files.iter().cloned())).exec(db).await?;
    Ok(())
}

impl Store {
    /// The bytes that stand in a file from a place on, up to the end of their piece; empty at the end of the file.
    async fn piece(&self, file: &str, from: i64) -> Result<Vec<u8>, PortError> {
        let before = chunk::Entity::find().filter(chunk::Column::AttachmentId.eq(file));
        let before = before.filter(chunk::Column::Place.lte(from)).order_by_desc(chunk::Column::Place);
        let Some(mut piece) = before.one(&self.db).await? else { return Ok(Vec::new()) };
        let inside = usize::try_from(from - piece.place).unwrap_or(usize::MAX).min(piece.bytes.len());
        Ok(piece.bytes.split_off(inside))
    }

    /// Removes what was brought and never hung on a comment; how many files.
    pub async fn sweep(&self) -> Result<usize, PortError> {
        let mut all = 0;
        loop {
            let swept = self
                .transact(async |tx| {
                    let old = Column::CreatedAt.lt((now() - WAITS).timestamp_millis());
                    let left = Entity::find().filter(Column::EventId.is_null()).filter(old).limit(BATCH);
                    let left: Vec<String> = left.select_only().column(Column::Id).into_tuple().all(tx).await?;
                    remove(tx, &left).await?;
                    Ok(left.len())
                })
                .await?;
            if swept == 0 {
                return Ok(all);
            }
            all += swept;
        }
    }
}

#[async_trait]
impl Files for Store {
    async fn begin(
        &self,
        who: &Actor,
        key: Option<&Keyed>,
        deal: &str,
        name: &str,
        size: Option<u32>,
    ) -> Result<Done<String>, PortError> {
        if size.is_some_and(|size| size > MAX_SIZE) {
            return Err(PortError::TooLarge);
        }
        access::require(who, Permission::DealsComment)?;
        // Refused before a byte of it is sent: its name alone says that it is not taken.
        if promised(name).is_none() {
            return Err(Unfit::Kind.into());
        }
        let fresh = Keyed { key: uuid::Uuid::new_v4(), fingerprint: String::new() };
        self.once(who, key.unwrap_or(&fresh), async |write| {
            let row = write.load(deal).await?;
            let file = ActiveModel {
                id: Set(write.dice.id()),
                deal_id: Set(row.deal.id),
                account_id: Set(who.user.id.clone()),
                event_id: Set(None),
                name: Set(name.to_owned()),
                size: Set(size.map(i64::from)),
                received: Set(0),
                media_type: Set(None),
                sha256: Set(None),
                created_at: Set(write.now.timestamp_millis()),
            };
            Ok(Entity::insert(file).exec_with_returning(write.tx).await?.id)
        })
        .await
    }

    async fn upload(&self, who: &Actor, file: &str) -> Result<Upload, PortError> {
        let row = brought(&self.db, who, file).await?;
        Ok(Upload { size: row.size.map(bytes), received: bytes(row.received) })
    }

    async fn append(&self, who: &Actor, file: &str, from: u32, piece: Vec<u8>) -> Result<u32, PortError> {
        debug_assert!(piece.len() <= PIECE);
        self.transact(async |tx| {
            let row = brought(tx, who, file).await?;
            if row.received != i64::from(from) {
                return Err(PortError::Offset(bytes(row.received).into()));
            }
            let after = row.received + i64::try_from(piece.len()).map_err(PortError::internal)?;
            if after > row.size.unwrap_or(i64::from(MAX_SIZE)) {
                return Err(PortError::TooLarge);
            }
            if piece.is_empty() {
                return Ok(from);
            }
            let piece =
                chunk::ActiveModel { attachment_id: Set(row.id.clone()), place: Set(row.received), bytes: Set(piece) };
            chunk::Entity::insert(piece).exec_without_returning(tx).await?;
            let received = Entity::update_many().col_expr(Column::Received, after.into());
            received.filter(Column::Id.eq(&row.id)).exec(tx).await?;
            Ok(bytes(after))
        })
        .await
    }

    async fn finish(&self, who: &Actor, file: &str) -> Result<Attachment, PortError> {
        let mut row = brought(&self.db, who, file).await?;
        if let Some(known) = told(&row, &who.user.name) {
            return Ok(known);
        }
        if row.size.is_some_and(|size| size != row.received) {
            return Err(PortError::Offset(bytes(row.received).into()));
        }
        // Beside the transactions of others: pieces never change.
        let (mut inspector, mut seen) = (Inspector::new(&row.name), 0);
        while seen < row.received {
            let piece = self.piece(file, seen).await?;
            if piece.is_empty() {
                return Err(PortError::internal(std::io::Error::from(std::io::ErrorKind::UnexpectedEof)));
            }
            inspector.see(&piece);
            seen += i64::try_from(piece.len()).map_err(PortError::internal)?;
        }
        let found = match inspector.judge() {
            Ok(found) => found,
            Err(unfit) => {
                self.give_up(who, file).await?;
                return Err(unfit.into());
            }
        };
        (row.media_type, row.sha256) = (Some(found.media.to_owned()), Some(found.sha256));
        self.transact(async |tx| {
            // One that is gone, or grew meanwhile, is not what was looked at.
            let same = Condition::all().add(Column::Id.eq(file)).add(Column::Received.eq(row.received));
            let kept = Entity::update_many()
                .col_expr(Column::MediaType, Expr::value(row.media_type.clone()))
                .col_expr(Column::Sha256, Expr::value(row.sha256.clone()))
                .col_expr(Column::Size, Expr::value(Some(row.received)))
                .filter(same)
                .exec(tx)
                .await?;
            if kept.rows_affected == 1 {
                told(&row, &who.user.name).ok_or(PortError::NotFound)
            } else {
                Err(PortError::NotFound)
            }
        })
        .await
    }

    async fn settle(&self, who: &Actor, key: &Keyed, file: &str) -> Result<Done<Attachment>, PortError> {
        let settled = self
            .once(who, key, async |write| {
                told(&brought(write.tx, who, file).await?, &who.user.name).ok_or(PortError::NotFound)
            })
            .await;
        if settled.as_ref().map_or(true, |done| done.replayed) {
            self.give_up(who, file).await?;
        }
        settled
    }

    async fn give_up(&self, who: &Actor, file: &str) -> Result<(), PortError> {
        self.transact(async |tx| {
            let row = brought(tx, who, file).await?;
            remove(tx, &[row.id]).await
        })
        .await
    }

    async fn file(&self, who: &Actor, deal: &str, file: &str) -> Result<Attachment, PortError> {
        let deal = rows::find(&self.db, who, deal).await?.ok_or(PortError::NotFound)?;
        let found = Entity::find_by_id(file)
            .filter(Column::DealId.eq(&deal.deal.id))
            .join(JoinType::LeftJoin, Relation::Event.def())
            .filter(access::attachments(who))
            .find_also_related(account::Entity)
            .one(&self.db)
            .await?;
        let (row, by) = found.ok_or(PortError::NotFound)?;
        told(&row, by.as_ref().map_or("", |by| by.name.as_str())).ok_or(PortError::NotFound)
    }

    async fn read(&self, who: &Actor, deal: &str, file: &str, from: u32) -> Result<Vec<u8>, PortError> {
        let file = self.file(who, deal, file).await?;
        self.piece(&file.id, i64::from(from)).await
    }
}
