//! Whether the chains of registrations are as they were written: every entry where it was, as it was signed, and every
//! deal as its entry says. Reads and changes nothing, beside a server that runs.

use super::chain::hash_of;
use super::entity::{deal, registration, tenant};
use super::{Patience, keys, opening};
use crate::jws;
use crate::ports::PortError;
use portico_contract::receipt::{Key, Receipt};
use sea_orm::{ColumnTrait, Database, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};

/// What is wrong with a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Its row, or its payload, says something else than what was signed.
    #[error("was changed after it was received")]
    Changed,
    /// No key of the set signed its receipt as it stands.
    #[error("its signature does not hold")]
    Forged,
    /// It has no receipt.
    #[error("has no receipt")]
    Unsigned,
    /// What it names as the one before it is not in the chain.
    #[error("the registration before it was removed")]
    Removed,
    /// What it names as the one before it stands elsewhere in the chain.
    #[error("does not stand where it was received: reordered")]
    Reordered,
    /// The deal has another number, firm or time of receipt.
    #[error("the deal does not say the same")]
    DealDiffers,
    /// The deal was registered, and its entry is not there.
    #[error("its registration was removed")]
    Missing,
}

/// A tenant's chain, and where it does not hold.
#[derive(Debug)]
pub struct Chain {
    /// The tenant's id.
    pub tenant: String,
    /// How many entries there are.
    pub registrations: usize,
    /// SHA-256 of the last receipt, in base64url: kept elsewhere, it shows whether a later chain goes on from here.
    pub head: Option<String>,
    /// The deal's number and what is wrong, in the order of the chain.
    pub breaks: Vec<(String, Fault)>,
}

/// Checks the chains of all tenants in the database at `url`.
pub async fn check_chains(url: &str) -> Result<Vec<Chain>, PortError> {
    let db = Database::connect(opening::options(url, Patience::default(), false)).await?;
    let keys = keys::public(&db).await?.keys;
    let mut chains = Vec::new();
    for tenant in tenant::Entity::find().order_by_asc(tenant::Column::Position).all(&db).await? {
        chains.push(check(&db, tenant.id, &keys).await?);
    }
    db.close().await?;
    Ok(chains)
}

async fn check(db: &DatabaseConnection, tenant: String, keys: &[Key]) -> Result<Chain, PortError> {
    let entries = registration::Entity::find().filter(registration::Column::TenantId.eq(&tenant));
    let entries = entries.order_by_asc(registration::Column::Position).all(db).await?;
    let mut deals = registered(db, &tenant).await?;
    let receipts: Vec<String> =
        entries.iter().map(|one| one.receipt.as_deref().map_or_else(String::new, jws::hash)).collect();
    let known_receipts: HashSet<&str> = receipts.iter().map(String::as_str).collect();
    let known_hashes: HashSet<&str> = entries.iter().map(|entry| entry.hash.as_str()).collect();
    let mut breaks = Vec::new();
    // What the next entry must name: nothing at the beginning, and anything behind an entry that is at fault itself.
    let mut before = Some(("", ""));
    for (entry, receipt_hash) in entries.iter().zip(&receipts) {
        let judged = judge(entry, keys);
        let fault = match (&judged, before) {
            (Err(fault), _) => Some(*fault),
            (Ok(_), None) => None,
            (Ok(receipt), Some((receipt_before, hash_before))) => {
                let named = receipt.previous.as_deref().unwrap_or_default();
                link(named, receipt_before, &known_receipts).or(link(&entry.previous, hash_before, &known_hashes))
            }
        };
        before = judged.is_ok().then_some((receipt_hash.as_str(), entry.hash.as_str()));
        let same = deals.remove(&entry.deal_id).is_some_and(|(_, number, firm, at)| {
            number == entry.number && firm == entry.organisation_id && at == entry.registered_at
        });
        let differs = (!same).then_some(Fault::DealDiffers);
        breaks.extend([fault, differs].into_iter().flatten().map(|fault| (entry.number.clone(), fault)));
    }
    let mut missing: Vec<Registered> = deals.into_values().collect();
    missing.sort_by_key(|(.., at)| *at);
    breaks.extend(missing.into_iter().map(|(_, number, ..)| (number, Fault::Missing)));
    let head = receipts.last().filter(|hash| !hash.is_empty()).cloned();
    Ok(Chain { tenant, registrations: entries.len(), head, breaks })
}

/// What an entry's receipt says, if it is signed and the row says the same.
fn judge(entry: &registration::Model, keys: &[Key]) -> Result<Receipt, Fault> {
    let jws = entry.receipt.as_deref().ok_or(Fault::Unsigned)?;
    let receipt: Receipt = jws::verified(jws, keys).ok_or(Fault::Forged)?;
    let same = receipt.iss == entry.tenant_id
        && receipt.number.as_str() == entry.number
        && receipt.organisation.id == entry.organisation_id
        && receipt.registered_at.timestamp_millis() == entry.registered_at
        && receipt.customer.fingerprint == entry.fingerprint
        && receipt.customer.salt == entry.salt
        // What was changed before there were receipts was signed as it stood then; this hash is from before.
        && entry.hash == hash_of(entry);
    if same { Ok(receipt) } else { Err(Fault::Changed) }
}

/// Whether what an entry names is what stands before it.
fn link(named: &str, before: &str, known: &HashSet<&str>) -> Option<Fault> {
    match named {
        _ if named == before => None,
        _ if named.is_empty() || known.contains(named) => Some(Fault::Reordered),
        _ => Some(Fault::Removed),
    }
}

/// A deal's id, number, firm and time of receipt.
type Registered = (String, String, String, i64);

/// The deals of a tenant that were registered, by their ids.
async fn registered(db: &DatabaseConnection, tenant: &str) -> Result<HashMap<String, Registered>, PortError> {
    let rows: Vec<Registered> = deal::Entity::find()
        .select_only()
        .columns([deal::Column::Id, deal::Column::Number, deal::Column::OrganisationId, deal::Column::RegisteredAt])
        .filter(deal::Column::TenantId.eq(tenant))
        .filter(deal::Column::RegisteredAt.ne(0))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.0.clone(), row)).collect())
}
