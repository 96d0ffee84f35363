//! The keys that sign receipts: one for all servers on the database, and those that did before.

use super::entity::signing_key::{ActiveModel, Column, Entity, Model};
use crate::jws::SigningKey;
use crate::ports::PortError;
use chrono::{DateTime, Utc};
use portico_contract::receipt::{Key, KeySet};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// The key that signs: made now where there is none. Writers take turns, so servers that start at once make one.
pub(super) async fn active(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<SigningKey, PortError> {
    if let Some(private) = newest(tx).await?.and_then(|row| row.private_key) {
        return SigningKey::read(&private).map_err(PortError::internal);
    }
    let private = SigningKey::generate().map_err(PortError::internal)?;
    let key = SigningKey::read(&private).map_err(PortError::internal)?;
    let row = ActiveModel {
        kid: Set(key.public.kid.clone()),
        private_key: Set(Some(private)),
        public_key: Set(key.public.x.clone()),
        created_at: Set(now.timestamp_millis()),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(key)
}

/// The newest key that can sign.
pub(super) async fn newest(db: &impl ConnectionTrait) -> Result<Option<Model>, PortError> {
    let able = Entity::find().filter(Column::PrivateKey.is_not_null());
    Ok(able.order_by_desc(Column::CreatedAt).one(db).await?)
}

/// The public keys, the newest first.
pub(super) async fn public(db: &impl ConnectionTrait) -> Result<KeySet, PortError> {
    let rows = Entity::find().order_by_desc(Column::CreatedAt).all(db).await?;
    Ok(KeySet { keys: rows.into_iter().map(|row| Key::ed25519(row.public_key, row.kid)).collect() })
}
