//! Files on their way into the store: in pieces as they come, then whole, then under their content. None of them is ever
//! held in memory but for a piece or two.

use super::{Objects, key, unavailable};
use crate::ports::PortError;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};

/// How much is written at once.
const PART: usize = 8 * 1024 * 1024;
/// How many parts may be under way at once.
const AT_ONCE: usize = 2;
/// The name of a file that is whole.
const WHOLE: &str = "whole";

/// Where the objects of an upload lie.
fn folder(tenant: &str, upload: &str) -> Key {
    Key::from_iter([tenant, "uploads", upload])
}

fn place(tenant: &str, upload: &str, object: &str) -> Key {
    Key::from_iter([tenant, "uploads", upload, object])
}

impl Objects {
    /// Keeps a piece under a name that no other has.
    pub(crate) async fn put_piece(
        &self,
        tenant: &str,
        upload: &str,
        object: &str,
        bytes: Bytes,
    ) -> Result<(), PortError> {
        let at = place(tenant, upload, object);
        self.0.put(&at, PutPayload::from_bytes(bytes)).await.map(drop).map_err(unavailable)
    }

    /// Reads a piece.
    pub(crate) async fn read_piece(
        &self,
        tenant: &str,
        upload: &str,
        object: &str,
    ) -> Result<BoxStream<'static, Result<Bytes, PortError>>, PortError> {
        let found = self.0.get(&place(tenant, upload, object)).await.map_err(unavailable)?;
        Ok(found.into_stream().map_err(unavailable).boxed())
    }

    /// Makes one object of the pieces, in their order.
    pub(crate) async fn join(&self, tenant: &str, upload: &str, pieces: &[String]) -> Result<(), PortError> {
        let begun = self.0.put_multipart(&place(tenant, upload, WHOLE)).await.map_err(unavailable)?;
        let mut writer = WriteMultipart::new_with_chunk_size(begun, PART);
        match self.copy_pieces(tenant, upload, pieces, &mut writer).await {
            Ok(()) => writer.finish().await.map(drop).map_err(unavailable),
            Err(error) => {
                // What was begun is thrown away as far as the store lets it be.
                let _ = writer.abort().await;
                Err(error)
            }
        }
    }

    async fn copy_pieces(
        &self,
        tenant: &str,
        upload: &str,
        pieces: &[String],
        writer: &mut WriteMultipart,
    ) -> Result<(), PortError> {
        for piece in pieces {
            let mut bytes = self.read_piece(tenant, upload, piece).await?;
            while let Some(some) = bytes.next().await {
                writer.wait_for_capacity(AT_ONCE).await.map_err(unavailable)?;
                writer.put(some?);
            }
        }
        Ok(())
    }

    /// Keeps a file that is whole under its content. Where that is kept already, nothing is written.
    pub(crate) async fn adopt(&self, tenant: &str, upload: &str, sha256: &str, size: u64) -> Result<(), PortError> {
        let key = key(tenant, sha256);
        if self.0.head(&key).await.is_ok_and(|known| known.size == size) {
            return Ok(());
        }
        self.0.copy(&place(tenant, upload, WHOLE), &key).await.map_err(unavailable)
    }

    /// Removes one object of an upload.
    pub(crate) async fn remove_piece(&self, tenant: &str, upload: &str, object: &str) -> Result<(), PortError> {
        match self.0.delete(&place(tenant, upload, object)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Removes all that is left of an upload.
    pub(crate) async fn remove_upload(&self, tenant: &str, upload: &str) -> Result<(), PortError> {
        let all = self.0.list(Some(&folder(tenant, upload))).map_ok(|found| found.location);
        let all: Vec<Key> = all.try_collect().await.map_err(unavailable)?;
        for one in all {
            match self.0.delete(&one).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(unavailable(error)),
            }
        }
        Ok(())
    }
}
