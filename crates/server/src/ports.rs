//! What a PRM must be able to do. Every call is made on behalf of an [`Actor`] and refuses what they may not do or
//! see; the embedded store implements it, a connector to another PRM may.

mod colleagues;
mod current;
mod figures;
mod files;
mod inbox;
mod library;
mod log;
mod problem;
mod programmes;
mod shelving;
mod tables;
mod views;

pub use colleagues::Colleagues;
pub use current::Current;
pub use figures::{Breakdown, FigureQuery, FigureTable, Figures};
pub use files::{Files, PIECE, Upload};
pub use inbox::{Inbox, Mails, Marked};
pub use library::{AssetQuery, Kept, Library, Part, Reading};
pub use log::{Audience, EventLog, Logged};
pub use programmes::Programmes;
pub use shelving::{Arrivals, Shelving, UPLOAD_PIECE, UsageQuery};
pub use tables::{LeftRows, Tables};
pub use views::{DealQuery, Views};

use async_trait::async_trait;
use chrono::NaiveDate;
use portico_contract::attachment::Mentionable;
use portico_contract::deal::bulk::{BulkOrder, BulkResults};
use portico_contract::deal::commands::{ConflictCheck, NewComment, Order};
use portico_contract::deal::list::DealPage;
use portico_contract::deal::{Command, Deal, DealContent, DealForm, DealNumber, DealPreview, Review};
use portico_contract::event::Event;
use portico_contract::home::Home;
use portico_contract::page::Page;
use portico_contract::problem::FieldProblem;
use portico_contract::receipt::KeySet;
use portico_contract::session::{Credentials, Organisation, Person, Role, Session, User};
use portico_contract::tenant::Tenant;
use std::sync::Arc;

/// Who asks.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The vendor's portal they are in.
    pub tenant: TenantId,
    /// The person.
    pub user: User,
    /// The firm they work for.
    pub organisation: Organisation,
    /// As what.
    pub role: Role,
}

impl Actor {
    /// What the portal shows of them.
    pub fn session(&self) -> Session {
        Session {
            user: self.user.clone(),
            organisation: self.organisation.clone(),
            role: self.role,
            permissions: self.role.permissions().to_vec(),
        }
    }
}

/// Which vendor's portal. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TenantId(pub Arc<str>);

/// A request that may be sent again: its key, and a fingerprint of what was sent with it.
#[derive(Clone, Debug)]
pub struct Keyed {
    /// The `Idempotency-Key`.
    pub key: uuid::Uuid,
    /// SHA-256 of path and body, in hexadecimal.
    pub fingerprint: String,
}

/// What a write led to.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// The answer.
    pub value: T,
    /// It was given before, and nothing was done now.
    pub replayed: bool,
}

/// Why a port refuses.
#[derive(Debug, thiserror::Error)]
pub enum PortError {
    /// Not there, or not for this person's eyes: the caller cannot tell which.
    #[error("nothing here")]
    NotFound,
    /// The role does not do this.
    #[error("not allowed")]
    Forbidden,
    /// The state of the deal does not allow it.
    #[error("{review:?} does not allow this")]
    WrongState {
        /// The state.
        review: Review,
        /// What it allows this person.
        allowed: Vec<Command>,
    },
    /// Somebody else has to approve it now.
    #[error("{waits} has to approve it now")]
    NotYourStep {
        /// The state.
        review: Review,
        /// What it allows this person.
        allowed: Vec<Command>,
        /// Who: a name, or a role.
        waits: String,
    },
    /// Fields need mending.
    #[error("{} fields need mending", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The change was made on an older version; this is the present one.
    #[error("changed meanwhile")]
    Stale(Current),
    /// It was there, and may not be used any more.
    #[error("not to be used any more")]
    Gone,
    /// A file is not taken.
    #[error(transparent)]
    Unfit(#[from] crate::kind::Unfit),
    /// The import has not come so far, or is past it.
    #[error("the import does not allow this now")]
    ImportState,
    /// The standing of the asset does not allow it.
    #[error("it is {standing:?}, which does not allow this")]
    WrongStanding {
        /// The standing.
        standing: portico_contract::asset::Standing,
    },
    /// An upload has as many bytes, and not as many as was said.
    #[error("the upload has {0} bytes")]
    Offset(u64),
    /// More bytes than a file can have, or than were announced.
    #[error("too large")]
    TooLarge,
    /// The key was used with another body.
    #[error("the key was used with another body")]
    KeyReused,
    /// Asked more often than `quota` times on a day.
    #[error("asked too often today")]
    TooOften {
        /// How often one may.
        quota: u32,
        /// How long until the next day.
        wait: std::time::Duration,
    },
    /// The request asks for what there is not: a cursor, a sort order.
    #[error("{0}")]
    Malformed(&'static str),
    /// The store cannot answer now: the disk is full, the database is locked or gone.
    #[error("the store did not answer")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The store answered what cannot be.
    #[error("the store failed")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// How far a deal comes in the request that begins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake {
    /// Kept for later.
    Draft,
    /// Its place is kept.
    Claim,
    /// It is registered.
    Submit,
}

/// What a conflict check asks about. All of it may be missing.
#[derive(Clone, Debug, Default)]
pub struct Prospect {
    /// The customer as typed so far.
    pub customer: portico_contract::deal::content::Customer,
    /// Ids of products; every product where empty.
    pub products: Vec<String>,
}

/// The receipt of a registration.
#[derive(Clone, Debug)]
pub struct SignedReceipt {
    /// The deal's number.
    pub number: DealNumber,
    /// A compact JWS (RFC 7515) whose payload is a [`portico_contract::receipt::Receipt`].
    pub jws: String,
}

/// What a PRM must be able to do with deals.
#[async_trait]
pub trait DealDesk: Send + Sync {
    /// What the tenant's registration asks for, in the first of `languages` that the tenant has.
    async fn form(&self, tenant: &TenantId, languages: &[String]) -> Result<DealForm, PortError>;

    /// The day where the tenant is.
    async fn today(&self, tenant: &TenantId) -> Result<NaiveDate, PortError>;

    /// The deals this person sees.
    async fn list(&self, who: &Actor, query: &DealQuery) -> Result<DealPage, PortError>;

    /// One deal, as this person sees it.
    async fn get(&self, who: &Actor, deal: &str) -> Result<Deal, PortError>;

    /// Begins a deal, and claims or registers it in the same transaction.
    async fn create(
        &self,
        who: &Actor,
        key: &Keyed,
        content: DealContent,
        intake: Intake,
    ) -> Result<Done<Deal>, PortError>;

    /// Applies a merge patch (RFC 7396) to the content of version `version`.
    async fn change(&self, who: &Actor, deal: &str, version: i64, patch: &serde_json::Value)
    -> Result<Deal, PortError>;

    /// Carries out a command, in one transaction with its event.
    async fn carry_out(&self, who: &Actor, key: &Keyed, deal: &str, order: Order) -> Result<Done<Deal>, PortError>;

    /// Carries out one command on many deals, each in a transaction of its own. Sent again it goes on where it stopped.
    async fn carry_out_all(&self, who: &Actor, key: &Keyed, bulk: BulkOrder) -> Result<Done<BulkResults>, PortError>;

    /// Who may own a deal: the people of its firm who register deals, by name.
    async fn owners(&self, who: &Actor, deal: &str) -> Result<Vec<Person>, PortError>;

    /// Whom this person can mention in a deal: those who see it, by name.
    async fn mentionable(&self, who: &Actor, deal: &str) -> Result<Vec<Mentionable>, PortError>;

    /// Writes a comment; the event that it became.
    async fn comment(
        &self,
        who: &Actor,
        key: &Keyed,
        deal: &str,
        comment: NewComment,
    ) -> Result<Done<Event>, PortError>;

    /// What happened to a deal, newest first.
    async fn timeline(
        &self,
        who: &Actor,
        deal: &str,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<Page<Event>, PortError>;

    /// The receipt of a deal's registration; a draft has none.
    async fn receipt(&self, who: &Actor, deal: &str) -> Result<SignedReceipt, PortError>;

    /// The keys by which anybody can check receipts.
    async fn receipt_keys(&self) -> Result<KeySet, PortError>;

    /// What this PRM does for a tenant: names of capabilities.
    async fn capabilities(&self, tenant: &TenantId) -> Result<Vec<&'static str>, PortError>;

    /// Whether a registration would meet another; never whose. Counted, and limited by person and day.
    async fn conflict_check(&self, who: &Actor, prospect: &Prospect) -> Result<ConflictCheck, PortError>;

    /// What a registration would lead to, as far as it is written. Nothing is kept of it.
    async fn preview(&self, who: &Actor, content: &DealContent) -> Result<DealPreview, PortError>;

    /// What waits for this person.
    async fn home(&self, who: &Actor) -> Result<Home, PortError>;
}

/// Who there is: tenants, people and sessions.
#[async_trait]
pub trait Directory: Send + Sync {
    /// The tenant that answers on a host name (without port); `None` for a host that no tenant has.
    async fn tenant_at(&self, host: &str) -> Result<Option<TenantId>, PortError>;

    /// What the public may know of a tenant.
    async fn tenant(&self, tenant: &TenantId) -> Result<Tenant, PortError>;

    /// Checks a password and begins a session: who it is, and the token of the session. `None` where either is wrong.
    async fn sign_in(&self, tenant: &TenantId, credentials: Credentials) -> Result<Option<(Actor, String)>, PortError>;

    /// Whose session a token is, in this tenant.
    async fn session(&self, tenant: &TenantId, token: &str) -> Result<Option<Actor>, PortError>;

    /// Ends a session.
    async fn sign_out(&self, token: &str) -> Result<(), PortError>;
}
