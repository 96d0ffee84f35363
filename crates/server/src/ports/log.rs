//! What happened.

use super::{Actor, PortError, TenantId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use portico_contract::asset::{Audience as Readers, Reader};
use portico_contract::event::Event;

/// What happened, in order.
#[async_trait]
pub trait EventLog: Send + Sync {
    /// This person as audiences of assets ask: by them streams leave out what is not for these eyes.
    async fn reader(&self, who: &Actor) -> Result<Reader, PortError>;

    /// The id of the newest event that this person may see; 0 where there is none.
    async fn position(&self, who: &Actor) -> Result<i64, PortError>;

    /// At most `limit` events after `position` that this person may see, oldest first.
    async fn since(&self, who: &Actor, position: i64, limit: u32) -> Result<Vec<Event>, PortError>;

    /// At most `limit` events of all tenants after `position`, oldest first, each with whose eyes it is for.
    async fn all_since(&self, position: i64, limit: u32) -> Result<Vec<Logged>, PortError>;

    /// The id of the newest event of all.
    async fn head(&self) -> Result<i64, PortError>;

    /// Whether this person's position is one that the log can resume from: not before what it keeps, nor after its end.
    async fn can_resume(&self, who: &Actor, position: i64, now: DateTime<Utc>) -> Result<bool, PortError>;
}

/// An event and whose eyes it is for.
#[derive(Clone, Debug)]
pub struct Logged {
    /// The event, with what only the vendor sees.
    pub event: Event,
    /// In which portal.
    pub tenant: TenantId,
    /// The partner's firm it concerns.
    pub organisation: String,
    /// Beside the organisation.
    pub audience: Audience,
    /// Of an event about an asset: for whom it is, in place of organisation and audience.
    pub readers: Option<Readers>,
}

/// Whose eyes an event is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Both sides.
    All,
    /// The partner's firm alone: what happens to a draft.
    Partner,
    /// The vendor alone: internal notes.
    Vendor,
}
