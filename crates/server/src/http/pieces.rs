//! Bytes of a file as they arrive: put into the store piece by piece, so that no more than one is ever held.

use crate::error::Refusal;
use crate::ports::{Actor, Files, PIECE, PortError};
use axum::body::Bytes;
use futures_util::{Stream, StreamExt};
use portico_contract::problem::ProblemKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long the next bytes may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much of a body that is refused is read and thrown away, so that the client gets to read why.
const DRAIN: usize = 8 * 1024 * 1024;

/// Bytes as they arrive.
pub(super) trait Arriving<E>: Stream<Item = Result<Bytes, E>> + Unpin + Send {}

impl<E, S: Stream<Item = Result<Bytes, E>> + Unpin + Send> Arriving<E> for S {}

/// A file that grows by what is sent.
pub(super) struct Growing {
    files: Arc<dyn Files>,
    who: Actor,
    file: String,
    /// How many bytes the store has.
    pub received: u32,
    kept: Vec<u8>,
}

impl Growing {
    pub(super) fn new(files: &Arc<dyn Files>, who: &Actor, file: &str, received: u32) -> Self {
        Self { files: files.clone(), who: who.clone(), file: file.to_owned(), received, kept: Vec::new() }
    }

    /// Takes all that arrives. Where it breaks off, what came until then stays.
    pub(super) async fn by<E>(&mut self, mut arriving: impl Arriving<E>) -> Result<(), Refusal> {
        loop {
            match timeout(PATIENCE, arriving.next()).await {
                Ok(Some(Ok(bytes))) => {
                    if let Err(refused) = self.take(&bytes).await {
                        drain(arriving).await;
                        return Err(refused.into());
                    }
                }
                Ok(None) => return Ok(self.flush().await?),
                Ok(Some(Err(_))) | Err(_) => {
                    self.flush().await?;
                    return Err(Refusal::new(ProblemKind::Malformed).because("the body broke off"));
                }
            }
        }
    }

    async fn take(&mut self, mut bytes: &[u8]) -> Result<(), PortError> {
        while !bytes.is_empty() {
            let (fits, rest) = bytes.split_at(bytes.len().min(PIECE - self.kept.len()));
            self.kept.extend_from_slice(fits);
            bytes = rest;
            if self.kept.len() == PIECE {
                self.flush().await?;
            }
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), PortError> {
        if !self.kept.is_empty() {
            let piece = std::mem::take(&mut self.kept);
            self.received = self.files.append(&self.who, &self.file, self.received, piece).await?;
        }
        Ok(())
    }
}

/// Reads on and throws away, within limits.
pub(super) async fn drain<E>(mut arriving: impl Arriving<E>) {
    let mut drained = 0;
    while drained < DRAIN
        && let Ok(Some(Ok(bytes))) = timeout(PATIENCE, arriving.next()).await
    {
        drained += bytes.len();
    }
}
