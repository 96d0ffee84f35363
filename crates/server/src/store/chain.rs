//! The chain of registrations. Each entry carries the hash of the one before it in its tenant, so that none can be
//! changed, taken out or put in between without every later hash being wrong.

use super::entity::{deal, registration};
use crate::dice::Dice;
use crate::ports::PortError;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};

/// Appends a deal's registration and returns its time of receipt: `now`, or a millisecond after the tenant's last
/// registration, so that no two of a tenant have the same and first is first.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    deal: &deal::Model,
    now: DateTime<Utc>,
    dice: &Dice,
) -> Result<DateTime<Utc>, PortError> {
    let last = registration::Entity::find()
        .filter(registration::Column::TenantId.eq(&deal.tenant_id))
        .order_by_desc(registration::Column::Position)
        .one(db)
        .await?;
    let (position, previous, earliest) =
        last.map_or((1, String::new(), 0), |last| (last.position + 1, last.hash, last.registered_at + 1));
    let registered_at = now.timestamp_millis().max(earliest);
    let salt = dice.id();
    let customer = [&deal.website, &deal.duns, &deal.name_key].map(|key| key.as_deref().unwrap_or_default());
    let fingerprint = hash(&[&salt, customer[0], customer[1], customer[2]]);
    let hash = hash(&[&previous, &deal.number, &deal.organisation_id, &fingerprint, &registered_at.to_string()]);
    let entry = registration::ActiveModel {
        tenant_id: Set(deal.tenant_id.clone()),
        position: Set(position),
        deal_id: Set(deal.id.clone()),
        number: Set(deal.number.clone()),
        organisation_id: Set(deal.organisation_id.clone()),
        salt: Set(salt),
        fingerprint: Set(fingerprint),
        registered_at: Set(registered_at),
        previous: Set(previous),
        hash: Set(hash),
    };
    registration::Entity::insert(entry).exec_without_returning(db).await?;
    Ok(DateTime::from_timestamp_millis(registered_at).unwrap_or(now))
}

/// SHA-256 over the parts, each with its length in front so that no two lists of parts read the same.
fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part.as_bytes());
    }
    BASE64_URL_SAFE_NO_PAD.encode(sha.finalize())
}
