//! What a PRM can do. What it does not name is absent from the interface too.

use serde::{Deserialize, Serialize};

/// Deal registrations: list, read, register, decide, comment.
pub const DEALS: &str = "deals";
/// The hint while a customer is typed.
pub const CONFLICT_CHECK: &str = "deals.conflictCheck";
/// Comments in a deal.
pub const COMMENTS: &str = "deals.comments";
/// Files on comments, and whom a comment can mention.
pub const ATTACHMENTS: &str = "deals.attachments";
/// What a partner earns on a deal, before it is handed in and after.
pub const INCENTIVES: &str = "deals.incentives";
/// Signed receipts of registrations, and the keys to check them.
pub const RECEIPTS: &str = "deals.receipts";
/// Lists narrowed by more than words, state, stage and owner.
pub const FILTERS: &str = "deals.filters";
/// Filters that a person keeps under a name.
pub const VIEWS: &str = "deals.views";
/// Deals by stage.
pub const BOARD: &str = "deals.board";
/// One command for many deals.
pub const BULK: &str = "deals.bulk";
/// Lists of deals as files.
pub const EXPORT: &str = "deals.export";
/// Deals from files.
pub const IMPORT: &str = "deals.import";
/// The library of files: find, look at, download.
pub const ASSETS: &str = "assets";
/// Whether a file at hand is the current version of an asset.
pub const ASSET_COPIES: &str = "assets.copies";
/// The vendor's people who decide, and when they are away.
pub const COLLEAGUES: &str = "colleagues";
/// Pictures of the pipeline, and the forecast.
pub const PIPELINE: &str = "deals.pipeline";
/// The stream of changes.
pub const EVENTS: &str = "events";
/// What waits for a person.
pub const HOME: &str = "home";
/// What a person is told of, and whether they have read it.
pub const NOTIFICATIONS: &str = "notifications";
/// What people are told by e-mail, and what they choose of it.
pub const MAIL: &str = "mail";

/// The rules of the programme, as data with versions.
pub const PROGRAMME: &str = "programme";

/// `GET /capabilities`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// The names of what is there.
    pub capabilities: Vec<String>,
}

impl Capabilities {
    /// Whether the PRM can do it.
    pub fn has(&self, name: &str) -> bool {
        self.capabilities.iter().any(|known| known == name)
    }
}
