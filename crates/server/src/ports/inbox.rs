//! What people are told of.

use super::{Actor, PortError};
use async_trait::async_trait;
use portico_contract::notification::Notifications;

/// What each person is told of, and has read.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// What this person was told, newest first.
    async fn notifications(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Notifications, PortError>;

    /// Marks some of it as read, for all their devices; how many are unread after it.
    async fn mark_read(&self, who: &Actor, marked: Marked) -> Result<u32, PortError>;
}

/// Which notifications were read. Ids of others are passed over.
#[derive(Clone, Debug)]
pub enum Marked {
    /// That of this id and all before it.
    UpTo(i64),
    /// Those of these ids.
    These(Vec<i64>),
}
