//! The answers to requests that carried an idempotency key.

use super::entity::answer;
use crate::ports::{Actor, Keyed, PortError};
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The answer that `who` was given to this key, if any; refuses the key where it came with something else.
pub(super) async fn find<T: DeserializeOwned>(
    db: &impl ConnectionTrait,
    who: &Actor,
    key: &Keyed,
) -> Result<Option<T>, PortError> {
    let id = (who.user.id.clone(), key.key.to_string());
    let Some(kept) = answer::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    if kept.fingerprint != key.fingerprint {
        return Err(PortError::KeyReused);
    }
    serde_json::from_str(&kept.body).map(Some).map_err(PortError::internal)
}

/// Keeps the answer.
pub(super) async fn keep<T: Serialize>(
    db: &impl ConnectionTrait,
    who: &Actor,
    key: &Keyed,
    value: &T,
    now: DateTime<Utc>,
) -> Result<(), PortError> {
    let kept = answer::ActiveModel {
        account_id: Set(who.user.id.clone()),
        key: Set(key.key.to_string()),
        fingerprint: Set(key.fingerprint.clone()),
        body: Set(serde_json::to_string(value).map_err(PortError::internal)?),
        created_at: Set(now.timestamp_millis()),
    };
    answer::Entity::insert(kept).exec_without_returning(db).await?;
    Ok(())
}
