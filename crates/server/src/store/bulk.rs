//! One command on many deals. Each has a transaction and a key of its own, made of the request's, so that a request that
//! broke off goes on where it stopped, and what was refused is refused again.

use super::{Store, Write};
use crate::ports::{Actor, Done, Keyed, PortError};
use portico_contract::deal::bulk::{BulkOrder, BulkResult, BulkResults};
use portico_contract::deal::commands::Order;
use sha2::{Digest, Sha256};

/// The key of one deal of a request: the same for the same request and deal (RFC 9562, version 8).
fn key_of(key: &Keyed, id: &str) -> Keyed {
    let hash = Sha256::new().chain_update(key.key).chain_update(id).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Keyed { key: uuid::Builder::from_custom_bytes(bytes).into_uuid(), fingerprint: key.fingerprint.clone() }
}

impl Store {
    /// Does the same with each deal. What one is refused for stops no other; a store that fails stops all, and those
    /// that were done stay done.
    pub(super) async fn each(
        &self,
        who: &Actor,
        key: &Keyed,
        bulk: &BulkOrder,
    ) -> Result<Done<BulkResults>, PortError> {
        // The key is bound to what was sent with it before anything is done.
        let mut replayed = self.once(who, key, async |_| Ok(())).await?.replayed;
        let mut items = Vec::with_capacity(bulk.ids.len());
        for id in &bulk.ids {
            let done = self.once(who, &key_of(key, id), async |write| result(write, id, &bulk.order).await).await?;
            replayed &= done.replayed;
            items.push(done.value);
        }
        Ok(Done { value: BulkResults { items }, replayed })
    }
}

/// What becomes of one deal. A refusal is a result too, and leaves nothing behind.
async fn result(write: &Write<'_>, id: &str, order: &Order) -> Result<BulkResult, PortError> {
    let problem = write.apart(async |write| write.carry_out(id, order).await).await?.err().map(PortError::problem);
    Ok(BulkResult { id: id.to_owned(), ok: problem.is_none(), problem })
}
