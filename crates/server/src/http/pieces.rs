//! Bytes of a file as they arrive: put into the store piece by piece, so that no more than one is ever held.

use crate::error::Refusal;
use crate::ports::{Actor, Files, PIECE, PortError};
use async_trait::async_trait;
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

/// Where pieces of a file go.
#[async_trait]
pub(super) trait Sink: Send + Sync {
    /// The most bytes of a piece.
    const PIECE: usize;

    /// Takes a piece, where `from` is how many bytes there are; how many there are after it.
    async fn append(&self, from: u64, piece: Vec<u8>) -> Result<u64, PortError>;
}

/// A file on a deal that grows by what is sent.
pub(super) struct Attaching {
    pub files: Arc<dyn Files>,
    pub who: Actor,
    pub file: String,
}

#[async_trait]
impl Sink for Attaching {
    const PIECE: usize = PIECE;

    async fn append(&self, from: u64, piece: Vec<u8>) -> Result<u64, PortError> {
        let from = u32::try_from(from).map_err(|_| PortError::TooLarge)?;
        Ok(self.files.append(&self.who, &self.file, from, piece).await?.into())
    }
}

/// A file that grows by what is sent.
pub(super) struct Growing<S> {
    sink: S,
    /// How many bytes the store has.
    pub received: u64,
    kept: Vec<u8>,
}

impl<S: Sink> Growing<S> {
    pub(super) fn new(sink: S, received: u64) -> Self {
        Self { sink, received, kept: Vec::new() }
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
            let (fits, rest) = bytes.split_at(bytes.len().min(S::PIECE - self.kept.len()));
            self.kept.extend_from_slice(fits);
            bytes = rest;
            if self.kept.len() == S::PIECE {
                self.flush().await?;
            }
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), PortError> {
        if !self.kept.is_empty() {
            let piece = std::mem::take(&mut self.kept);
            self.received = self.sink.append(self.received, piece).await?;
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
