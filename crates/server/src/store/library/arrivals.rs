//! Files on their way into the library: rows tell how far they came, so that any server goes on with them; the bytes lie
//! in the store of objects.

use super::super::entity::asset_upload::{ActiveModel, Column, Entity, Model};
use super::super::entity::{asset, asset_upload_piece as piece, asset_version};
use super::super::{Store, access, now};
use crate::kind::{Inspector, Unfit};
use crate::ports::{Actor, Arrivals, Done, Keyed, PortError, UPLOAD_PIECE};
use async_trait::async_trait;
use bytes::Bytes;
use chrono::TimeDelta;
use futures_util::StreamExt;
use portico_contract::asset::change::{MAX_UPLOAD, SameContent};
use portico_contract::asset::{AssetUpload, promised};
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::Permission;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// How long an upload waits for what is left of it, and for its asset.
const WAITS: TimeDelta = TimeDelta::days(1);
/// Uploads that are removed in one go.
const BATCH: u64 = 20;

fn bytes(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

/// The upload that `who` brings under this id.
async fn brought(db: &impl ConnectionTrait, who: &Actor, id: &str) -> Result<Model, PortError> {
    access::require(who, Permission::AssetsManage)?;
    Entity::find_by_id(id).filter(access::arrivals(who)).one(db).await?.ok_or(PortError::NotFound)
}

/// The pieces of an upload, in order.
async fn pieces(db: &impl ConnectionTrait, id: &str) -> Result<Vec<String>, PortError> {
    let all = piece::Entity::find().filter(piece::Column::UploadId.eq(id)).order_by_asc(piece::Column::Place);
    Ok(all.all(db).await?.into_iter().map(|row| row.object).collect())
}

async fn remove(db: &impl ConnectionTrait, id: &str) -> Result<(), PortError> {
    piece::Entity::delete_many().filter(piece::Column::UploadId.eq(id)).exec(db).await?;
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

fn missing() -> PortError {
    let detail = "no upload of yours that is whole";
    PortError::Invalid(vec![FieldProblem::new("/upload", Code::NotInList, detail)])
}

/// Takes an upload that is whole, which is none after that.
pub(super) async fn take(
    db: &impl ConnectionTrait,
    who: &Actor,
    id: &str,
) -> Result<(Model, String, String), PortError> {
    let row = Entity::find_by_id(id).filter(access::arrivals(who)).one(db).await?.ok_or_else(missing)?;
    let (media, sha256) = row.media_type.clone().zip(row.sha256.clone()).ok_or_else(missing)?;
    remove(db, id).await?;
    Ok((row, media, sha256))
}

impl Store {
    /// Keeps the bytes of an upload that is whole under their content, before a transaction tells of them. Of one that
    /// there is not the transaction says so.
    pub(super) async fn adopt(&self, who: &Actor, id: &str) -> Result<(), PortError> {
        let row = Entity::find_by_id(id).filter(access::arrivals(who)).one(&self.db).await?;
        let Some(row) = row else { return Ok(()) };
        let Some(sha256) = &row.sha256 else { return Ok(()) };
        self.objects.adopt(&row.tenant_id, id, sha256, bytes(row.size)).await
    }

    /// Removes the objects of an upload that is none any more. Where that fails nobody waits for it.
    pub(super) async fn clear(&self, who: &Actor, id: &str) {
        if let Err(error) = self.objects.remove_upload(&who.tenant.0, id).await {
            tracing::warn!(upload = id, %error, "the pieces of an upload could not be removed");
        }
    }

    async fn told(&self, row: Model) -> Result<AssetUpload, PortError> {
        let mut same = Vec::new();
        if let Some(sha256) = &row.sha256 {
            let versions = asset_version::Entity::find().filter(asset_version::Column::Sha256.eq(sha256));
            let versions = versions.order_by_asc(asset_version::Column::N).all(&self.db).await?;
            let assets = asset::Entity::find()
                .filter(asset::Column::TenantId.eq(&row.tenant_id))
                .filter(asset::Column::Id.is_in(versions.iter().map(|one| one.asset_id.as_str())))
                .all(&self.db)
                .await?;
            same.extend(versions.iter().filter_map(|one| {
                let of = assets.iter().find(|asset| asset.id == one.asset_id)?;
                Some(SameContent { id: of.id.clone(), title: of.title.clone(), n: u32::try_from(one.n).ok()? })
            }));
        }
        Ok(AssetUpload {
            size: bytes(row.size),
            received: bytes(row.received),
            id: row.id,
            name: row.name,
            media_type: row.media_type,
            sha256: row.sha256,
            same,
        })
    }

    /// Reads all of an upload once: what it is, or why it is not taken.
    async fn inspect(&self, row: &Model, pieces: &[String]) -> Result<Result<crate::kind::Found, Unfit>, PortError> {
        let mut inspector = Inspector::of_library(&row.name);
        for object in pieces {
            let mut reading = self.objects.read_piece(&row.tenant_id, &row.id, object).await?;
            while let Some(some) = reading.next().await {
                inspector.see(&some?);
            }
        }
        Ok(inspector.judge())
    }

    async fn make_whole(&self, who: &Actor, row: &Model) -> Result<(), PortError> {
        let pieces = pieces(&self.db, &row.id).await?;
        let found = match self.inspect(row, &pieces).await? {
            Ok(found) => found,
            Err(unfit) => {
                self.give_up_arrival(who, &row.id).await?;
                return Err(unfit.into());
            }
        };
        self.objects.join(&row.tenant_id, &row.id, &pieces).await?;
        self.transact(async |tx| {
            // One that was given up meanwhile is nothing.
            let kept = Entity::update_many()
                .col_expr(Column::MediaType, Expr::value(Some(found.media)))
                .col_expr(Column::Sha256, Expr::value(Some(found.sha256.as_str())))
                .filter(Column::Id.eq(&row.id))
                .exec(tx)
                .await?;
            piece::Entity::delete_many().filter(piece::Column::UploadId.eq(&row.id)).exec(tx).await?;
            if kept.rows_affected == 1 { Ok(()) } else { Err(PortError::NotFound) }
        })
        .await?;
        for object in pieces {
            self.objects.remove_piece(&row.tenant_id, &row.id, &object).await?;
        }
        Ok(())
    }

    /// Removes uploads that were begun and never became an asset; how many.
    pub async fn sweep_arrivals(&self) -> Result<usize, PortError> {
        let mut all = 0;
        loop {
            let old = Column::CreatedAt.lt((now() - WAITS).timestamp_millis());
            let left = Entity::find().filter(old).order_by_asc(Column::CreatedAt).limit(BATCH).all(&self.db).await?;
            if left.is_empty() {
                return Ok(all);
            }
            for row in &left {
                self.transact(async |tx| remove(tx, &row.id).await).await?;
                self.objects.remove_upload(&row.tenant_id, &row.id).await?;
            }
            all += left.len();
        }
    }
}

#[async_trait]
impl Arrivals for Store {
    async fn begin_arrival(&self, who: &Actor, key: &Keyed, name: &str, size: u64) -> Result<Done<String>, PortError> {
        access::require(who, Permission::AssetsManage)?;
        if size > MAX_UPLOAD {
            return Err(PortError::TooLarge);
        }
        // Refused before a byte of it is sent: its name alone says that it is not taken.
        if promised(name).is_none() {
            return Err(Unfit::Kind.into());
        }
        self.once(who, key, async |write| {
            let row = ActiveModel {
                id: Set(write.dice.id()),
                tenant_id: Set(who.tenant.0.to_string()),
                account_id: Set(who.user.id.clone()),
                name: Set(name.to_owned()),
                size: Set(i64::try_from(size).map_err(PortError::internal)?),
                received: Set(0),
                media_type: Set(None),
                sha256: Set(None),
                created_at: Set(write.now.timestamp_millis()),
            };
            Ok(Entity::insert(row).exec_with_returning(write.tx).await?.id)
        })
        .await
    }

    async fn arrival(&self, who: &Actor, upload: &str) -> Result<AssetUpload, PortError> {
        self.told(brought(&self.db, who, upload).await?).await
    }

    async fn append_arrival(&self, who: &Actor, upload: &str, from: u64, taken: Vec<u8>) -> Result<u64, PortError> {
        debug_assert!(taken.len() <= UPLOAD_PIECE);
        let row = brought(&self.db, who, upload).await?;
        let size = i64::try_from(taken.len()).map_err(PortError::internal)?;
        let fits = |row: &Model| {
            if bytes(row.received) != from {
                return Err(PortError::Offset(bytes(row.received)));
            }
            if row.received + size > row.size { Err(PortError::TooLarge) } else { Ok(()) }
        };
        fits(&row)?;
        if taken.is_empty() {
            return Ok(from);
        }
        // Named by chance besides: two servers that are sent the same bytes do not write over each other.
        let object = format!("{from}-{}", uuid::Uuid::new_v4().simple());
        self.objects.put_piece(&row.tenant_id, upload, &object, Bytes::from(taken)).await?;
        let kept = self
            .transact(async |tx| {
                let row = brought(tx, who, upload).await?;
                fits(&row)?;
                let kept = piece::ActiveModel {
                    upload_id: Set(row.id.clone()),
                    place: Set(row.received),
                    size: Set(size),
                    object: Set(object.clone()),
                };
                piece::Entity::insert(kept).exec_without_returning(tx).await?;
                let received = Entity::update_many().col_expr(Column::Received, (row.received + size).into());
                received.filter(Column::Id.eq(&row.id)).exec(tx).await?;
                Ok(bytes(row.received + size))
            })
            .await;
        if kept.is_err() {
            self.objects.remove_piece(&row.tenant_id, upload, &object).await?;
        }
        kept
    }

    async fn finish_arrival(&self, who: &Actor, upload: &str) -> Result<AssetUpload, PortError> {
        let row = brought(&self.db, who, upload).await?;
        if row.media_type.is_some() {
            return self.told(row).await;
        }
        if row.received != row.size {
            return Err(PortError::Offset(bytes(row.received)));
        }
        let made = self.make_whole(who, &row).await;
        let row = brought(&self.db, who, upload).await;
        match (made, row) {
            // Another request made it whole at the same time, and took the pieces away.
            (Ok(()) | Err(PortError::Internal(_)), Ok(row)) if row.media_type.is_some() => self.told(row).await,
            (Err(error), _) | (Ok(()), Err(error)) => Err(error),
            (Ok(()), Ok(_)) => Err(PortError::NotFound),
        }
    }

    async fn give_up_arrival(&self, who: &Actor, upload: &str) -> Result<(), PortError> {
        let row = brought(&self.db, who, upload).await?;
        self.transact(async |tx| remove(tx, &row.id).await).await?;
        self.clear(who, upload).await;
        Ok(())
    }
}
