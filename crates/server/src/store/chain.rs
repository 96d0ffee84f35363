//! The chain of registrations. Each entry carries the hash of the one before it in its tenant, so that none can be
//! changed, taken out or put in between without every later hash being wrong. What each says is signed: its receipt.

use super::entity::{deal, organisation, registration};
use super::keys;
use crate::dice::Dice;
use crate::jws::{self, SigningKey};
use crate::ports::{PortError, SignedReceipt};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use portico_contract::deal::{DealNumber, OrganisationName};
use portico_contract::receipt::{Fingerprint, Receipt};
use registration::{Column, Entity, Model};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use sha2::{Digest, Sha256};

/// Appends the registration of a deal of the firm of this name, signs its receipt and returns its time: `now`, or a
/// millisecond after the tenant's last registration, so that no two of a tenant have the same and first is first.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    deal: &deal::Model,
    firm: &str,
    (key, now, dice): (&SigningKey, DateTime<Utc>, &Dice),
) -> Result<DateTime<Utc>, PortError> {
    let mut last = before(db, &deal.tenant_id, i64::MAX).await?;
    if last.as_ref().is_some_and(|last| last.receipt.is_none()) {
        sign(db, &deal.tenant_id, now).await?;
        last = before(db, &deal.tenant_id, i64::MAX).await?;
    }
    let (position, previous, earliest) = last
        .as_ref()
        .map_or((1, String::new(), 0), |last| (last.position + 1, last.hash.clone(), last.registered_at + 1));
    let registered_at = now.timestamp_millis().max(earliest);
    let salt = dice.id();
    let customer = [&deal.website, &deal.duns, &deal.name_key].map(|key| key.as_deref().unwrap_or_default());
    let mut entry = Model {
        tenant_id: deal.tenant_id.clone(),
        position,
        deal_id: deal.id.clone(),
        number: deal.number.clone(),
        organisation_id: deal.organisation_id.clone(),
        fingerprint: hash(&[&salt, customer[0], customer[1], customer[2]]),
        salt,
        registered_at,
        previous,
        hash: String::new(),
        receipt: None,
    };
    entry.hash = hash_of(&entry);
    let before = last.and_then(|last| last.receipt);
    entry.receipt = Some(signed(key, &entry, firm, before.as_deref(), now)?);
    Entity::insert(entry.into_active_model()).exec_without_returning(db).await?;
    Ok(DateTime::from_timestamp_millis(registered_at).unwrap_or(now))
}

/// Signs the registrations of a tenant that have no receipt yet, in the order of the chain: those that were written before
/// there were receipts.
pub(super) async fn sign(db: &impl ConnectionTrait, tenant: &str, now: DateTime<Utc>) -> Result<(), PortError> {
    let unsigned = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Receipt.is_null());
    let unsigned = unsigned.order_by_asc(Column::Position).all(db).await?;
    let Some(first) = unsigned.first() else { return Ok(()) };
    let key = keys::active(db, now).await?;
    let mut previous = before(db, tenant, first.position).await?.and_then(|entry| entry.receipt);
    for entry in unsigned {
        let firm = organisation::Entity::find_by_id(&entry.organisation_id).one(db).await?;
        let firm = firm.map(|firm| firm.name).unwrap_or_default();
        let signed = signed(&key, &entry, &firm, previous.as_deref(), now)?;
        let mut entry = entry.into_active_model();
        entry.receipt = Set(Some(signed.clone()));
        entry.update(db).await?;
        previous = Some(signed);
    }
    Ok(())
}

/// The receipt of an entry, which names the one before it.
fn signed(
    key: &SigningKey,
    entry: &Model,
    firm: &str,
    previous: Option<&str>,
    now: DateTime<Utc>,
) -> Result<String, PortError> {
    let receipt = Receipt {
        iss: entry.tenant_id.clone(),
        iat: now.timestamp(),
        number: DealNumber::parse(&entry.number).map_err(PortError::internal)?,
        organisation: OrganisationName { id: entry.organisation_id.clone(), name: firm.to_owned() },
        customer: Fingerprint { fingerprint: entry.fingerprint.clone(), salt: entry.salt.clone() },
        registered_at: DateTime::from_timestamp_millis(entry.registered_at).unwrap_or_default(),
        previous: previous.map(jws::hash),
    };
    key.sign(&receipt).map_err(PortError::internal)
}

/// Whether a registration still waits for its receipt.
pub(super) async fn is_unsigned(db: &impl ConnectionTrait) -> Result<bool, PortError> {
    Ok(Entity::find().filter(Column::Receipt.is_null()).one(db).await?.is_some())
}

/// The receipt of a deal; there is none of a draft.
pub(super) async fn receipt(db: &impl ConnectionTrait, deal: &str) -> Result<SignedReceipt, PortError> {
    let entry = Entity::find().filter(Column::DealId.eq(deal)).one(db).await?.ok_or(PortError::NotFound)?;
    let jws = entry.receipt.ok_or(PortError::NotFound)?;
    Ok(SignedReceipt { number: DealNumber::parse(&entry.number).map_err(PortError::internal)?, jws })
}

/// The last entry of a tenant before a position.
async fn before(db: &impl ConnectionTrait, tenant: &str, position: i64) -> Result<Option<Model>, PortError> {
    let earlier = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Position.lt(position));
    Ok(earlier.order_by_desc(Column::Position).one(db).await?)
}

/// What an entry's hash has to be.
pub(super) fn hash_of(entry: &Model) -> String {
    let at = entry.registered_at.to_string();
    hash(&[&entry.previous, &entry.number, &entry.organisation_id, &entry.fingerprint, &at])
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
