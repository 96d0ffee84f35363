//! Files on comments: brought piece by piece, looked at once they are whole, and read piece by piece.

use super::{Actor, Done, Keyed, PortError};
use async_trait::async_trait;
use portico_contract::attachment::Attachment;

/// Most bytes that are taken, and given, at once.
pub const PIECE: usize = 256 * 1024;

/// A file that is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upload {
    /// How many bytes it will have; none where that was not said.
    pub size: Option<u32>,
    /// How many have come.
    pub received: u32,
}

/// What a PRM must do with files. One that hangs on no comment is its bringer's alone; any other is seen by whoever sees
/// the comment.
#[async_trait]
pub trait Files: Send + Sync {
    /// Begins to take a file to a deal; its id. With a key, once for it.
    async fn begin(
        &self,
        who: &Actor,
        key: Option<&Keyed>,
        deal: &str,
        name: &str,
        size: Option<u32>,
    ) -> Result<Done<String>, PortError>;

    /// How far a file of this person's has come.
    async fn upload(&self, who: &Actor, file: &str) -> Result<Upload, PortError>;

    /// Takes at most [`PIECE`] bytes more, where `from` is how many there are; how many there are after it.
    async fn append(&self, who: &Actor, file: &str, from: u32, bytes: Vec<u8>) -> Result<u32, PortError>;

    /// Looks at a file that is whole, or of which no more will come; one that is not taken is gone after that.
    async fn finish(&self, who: &Actor, file: &str) -> Result<Attachment, PortError>;

    /// Keeps a file that was looked at as what a key led to. Where it led to one before, that one is told and this is
    /// thrown away.
    async fn settle(&self, who: &Actor, key: &Keyed, file: &str) -> Result<Done<Attachment>, PortError>;

    /// Throws a file away that hangs on no comment.
    async fn give_up(&self, who: &Actor, file: &str) -> Result<(), PortError>;

    /// What there is to tell of a file.
    async fn file(&self, who: &Actor, deal: &str, file: &str) -> Result<Attachment, PortError>;

    /// Some bytes of a file from a place on; empty at its end.
    async fn read(&self, who: &Actor, deal: &str, file: &str, from: u32) -> Result<Vec<u8>, PortError>;
}
