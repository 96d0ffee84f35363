//! Idempotency keys at the door: required, of the right form, and not in use at this moment. Whether one was used
//! before is the store's to say, inside the transaction.

use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, Keyed};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use portico_contract::problem::ProblemKind;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// The keys whose first request is still running, each with its account.
#[derive(Clone, Debug, Default)]
pub struct Running(Arc<Mutex<HashSet<(String, Uuid)>>>);

/// A key that nobody else uses while this exists.
pub struct IdempotencyKey {
    running: Running,
    account: String,
    key: Uuid,
    path: String,
}

impl IdempotencyKey {
    /// The key with a fingerprint of what is sent with it.
    pub fn with(&self, body: &serde_json::Value) -> Keyed {
        let mut sha = Sha256::new();
        sha.update(&self.path);
        sha.update([0]);
        sha.update(body.to_string());
        Keyed { key: self.key, fingerprint: hex::encode(sha.finalize()) }
    }
}

impl Drop for IdempotencyKey {
    fn drop(&mut self) {
        let mut running = self.running.0.lock().unwrap_or_else(PoisonError::into_inner);
        running.remove(&(std::mem::take(&mut self.account), self.key));
    }
}

impl FromRequestParts<App> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let who = Actor::from_request_parts(parts, app).await?;
        let header = parts.headers.get("idempotency-key").ok_or_else(|| Refusal::new(ProblemKind::KeyMissing))?;
        let key = header.to_str().ok().and_then(|text| Uuid::try_parse(text).ok());
        let malformed = || Refusal::new(ProblemKind::Malformed).because("Idempotency-Key is a UUID");
        let key = key.ok_or_else(malformed)?;
        let fresh = app.running.0.lock().unwrap_or_else(PoisonError::into_inner).insert((who.user.id.clone(), key));
        if !fresh {
            return Err(Refusal::new(ProblemKind::KeyBusy).retry_after(Duration::from_secs(1)));
        }
        let path = parts.uri.path().to_owned();
        Ok(Self { running: app.running.clone(), account: who.user.id, key, path })
    }
}
