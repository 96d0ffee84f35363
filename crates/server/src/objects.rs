//! Files by their content: each lies once in a tenant's part of the store of objects, under its SHA-256. The store is a
//! folder, or any that speaks S3.

mod arriving;

use crate::ports::PortError;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;

/// A store of objects. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Objects(Arc<dyn ObjectStore>);

impl Objects {
    /// The store at a place: `s3://bucket`, with the credentials and the endpoint of the environment (`AWS_*`), or a
    /// folder, which is made where it is missing.
    ///
    /// # Errors
    /// A place that is none, or a folder that cannot be made.
    pub fn at(place: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Self::with(place, std::env::vars().filter(|(name, _)| name.starts_with("AWS_")))
    }

    /// The store at a place, with credentials and endpoint by their names in such an environment.
    ///
    /// # Errors
    /// A place that is none, or a folder that cannot be made.
    pub fn with(
        place: &str,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        if place.contains("://") {
            // Names are written large in an environment, and small here.
            let options = environment.map(|(name, value)| (name.to_ascii_lowercase(), value));
            let (store, within) = object_store::parse_url_opts(&place.parse()?, options)?;
            return Ok(Self(Arc::new(object_store::prefix::PrefixStore::new(store, within))));
        }
        std::fs::create_dir_all(place)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(place)?.with_fsync(true))))
    }

    /// Keeps bytes; their SHA-256. Where they are kept already, nothing is written.
    pub(crate) async fn keep(&self, tenant: &str, bytes: Bytes) -> Result<String, PortError> {
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let key = key(tenant, &sha256);
        let size = u64::try_from(bytes.len()).map_err(PortError::internal)?;
        // Of another size it was cut off while it was written, on a store that cannot put a file there at once.
        if self.0.head(&key).await.is_ok_and(|known| known.size == size) {
            return Ok(sha256);
        }
        self.0.put(&key, PutPayload::from_bytes(bytes)).await.map_err(unavailable)?;
        Ok(sha256)
    }

    /// Reads some bytes, piece by piece.
    pub(crate) async fn read(
        &self,
        tenant: &str,
        sha256: &str,
        range: Range<u64>,
    ) -> Result<futures_util::stream::BoxStream<'static, Result<Bytes, PortError>>, PortError> {
        // A range of nothing is one that no store has.
        if range.is_empty() {
            return Ok(futures_util::stream::empty().boxed());
        }
        let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
        let found = self.0.get_opts(&key(tenant, sha256), options).await.map_err(unavailable)?;
        Ok(found.into_stream().map_err(unavailable).boxed())
    }

    /// Writes a file out.
    pub(crate) async fn copy_to(&self, tenant: &str, sha256: &str, file: &Path) -> Result<(), PortError> {
        let mut bytes = self.0.get(&key(tenant, sha256)).await.map_err(unavailable)?.into_stream();
        let mut out = tokio::fs::File::create(file).await.map_err(PortError::internal)?;
        while let Some(piece) = bytes.next().await {
            out.write_all(&piece.map_err(unavailable)?).await.map_err(PortError::internal)?;
        }
        out.flush().await.map_err(PortError::internal)
    }
}

/// Where an object lies. Spread over folders, since some systems are slow with many files in one.
fn key(tenant: &str, sha256: &str) -> Key {
    let folder = sha256.get(..2).unwrap_or("00");
    Key::from_iter([tenant, folder, sha256])
}

fn unavailable(error: object_store::Error) -> PortError {
    match error {
        // What a database names is there, unless somebody took it away.
        object_store::Error::NotFound { .. } => PortError::Internal(Box::new(error)),
        error => PortError::Unavailable(Box::new(error)),
    }
}
