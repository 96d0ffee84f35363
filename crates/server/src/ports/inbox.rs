//! What people are told of, in the portal and by mail.

use super::{Actor, PortError};
use async_trait::async_trait;
use portico_contract::mail::{Mail, MailPreferences, MailSummary};
use portico_contract::notification::Notifications;
use portico_contract::page::Page;

/// What each person is told of, and has read.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// What this person was told, newest first.
    async fn notifications(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Notifications, PortError>;

    /// Marks some of it as read, for all their devices; how many are unread after it.
    async fn mark_read(&self, who: &Actor, marked: Marked) -> Result<u32, PortError>;

    /// When this person is told of what by mail, and in which language.
    async fn mail_preferences(&self, who: &Actor) -> Result<MailPreferences, PortError>;

    /// Takes over what they chose. Topics that are not said keep what was chosen before.
    async fn prefer_mail(&self, who: &Actor, chosen: MailPreferences) -> Result<MailPreferences, PortError>;
}

/// What was written to whom.
#[async_trait]
pub trait Mails: Send + Sync {
    /// The mail of this person's portal, newest first.
    async fn mails(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Page<MailSummary>, PortError>;

    /// A mail with its text.
    async fn mail(&self, who: &Actor, id: &str) -> Result<Mail, PortError>;
}

/// Which notifications were read. Ids of others are passed over.
#[derive(Clone, Debug)]
pub enum Marked {
    /// That of this id and all before it.
    UpTo(i64),
    /// Those of these ids.
    These(Vec<i64>),
}
