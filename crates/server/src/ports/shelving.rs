//! What the vendor's people do with the library: bring files, say what they are, publish and take them back, and see how
//! they are used.

use super::{Actor, Done, Keyed, PortError};
use async_trait::async_trait;
use portico_contract::asset::change::UsageSort;
use portico_contract::asset::{Asset, AssetCommand, AssetUpload, AssetUsage, Audiences};
use portico_contract::page::Page;
use serde_json::Value;

/// Most bytes of an upload that are taken at once.
pub const UPLOAD_PIECE: usize = 8 * 1024 * 1024;

/// What is asked about use.
#[derive(Clone, Debug)]
pub struct UsageQuery {
    /// How many days are counted, today among them.
    pub days: u16,
    /// In which order.
    pub sort: UsageSort,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Items of a page.
    pub limit: u32,
}

/// What a PRM must let the vendor's people do with the library; it refuses everybody else.
#[async_trait]
pub trait Shelving: Send + Sync {
    /// Makes an asset of an upload, by the body of `POST /assets`.
    async fn add_asset(&self, who: &Actor, key: &Keyed, body: &Value) -> Result<Done<Asset>, PortError>;

    /// Applies a merge patch (RFC 7396) to what is said of version `version`.
    async fn describe_asset(&self, who: &Actor, asset: &str, version: i64, patch: &Value) -> Result<Asset, PortError>;

    /// Puts an upload in the place of the current version everywhere, by the body of `POST /assets/{id}/versions`.
    async fn renew_asset(&self, who: &Actor, key: &Keyed, asset: &str, body: &Value) -> Result<Done<Asset>, PortError>;

    /// Carries out a command, in one transaction with its event.
    async fn order_asset(
        &self,
        who: &Actor,
        key: &Keyed,
        asset: &str,
        command: AssetCommand,
    ) -> Result<Done<Asset>, PortError>;

    /// Takes one version back. Where it was the current one, the newest that is left is.
    async fn withdraw_version(&self, who: &Actor, key: &Keyed, asset: &str, n: u32) -> Result<Done<Asset>, PortError>;

    /// Whom an asset can be for, in a language.
    async fn audiences(&self, who: &Actor, languages: &[String]) -> Result<Audiences, PortError>;

    /// How assets were used.
    async fn asset_usage(&self, who: &Actor, query: &UsageQuery) -> Result<Page<AssetUsage>, PortError>;
}

/// What a PRM must do with files on their way into the library. Each is its beginner's alone.
#[async_trait]
pub trait Arrivals: Send + Sync {
    /// Begins to take a file; its id.
    async fn begin_arrival(&self, who: &Actor, key: &Keyed, name: &str, size: u64) -> Result<Done<String>, PortError>;

    /// How far one has come, and what it is.
    async fn arrival(&self, who: &Actor, upload: &str) -> Result<AssetUpload, PortError>;

    /// Takes at most [`UPLOAD_PIECE`] bytes more, where `from` is how many there are; how many there are after it.
    async fn append_arrival(&self, who: &Actor, upload: &str, from: u64, bytes: Vec<u8>) -> Result<u64, PortError>;

    /// Looks at a file that is whole; one that is not taken is gone after that.
    async fn finish_arrival(&self, who: &Actor, upload: &str) -> Result<AssetUpload, PortError>;

    /// Throws one away.
    async fn give_up_arrival(&self, who: &Actor, upload: &str) -> Result<(), PortError>;
}
