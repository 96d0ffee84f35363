//! Deals as tables: exported, and imported row by row.

use super::{Actor, DealQuery, Done, Keyed, PortError, TenantId};
use crate::table::{Sheet, Table};
use async_trait::async_trait;
use portico_contract::deal::Deal;
use portico_contract::import::{Import, ImportFinding, ImportMapping, ImportStart};
use portico_contract::page::Page;

/// A page of the rows that did not become deals.
#[derive(Clone, Debug)]
pub struct LeftRows {
    /// The names of the file's columns.
    pub headers: Vec<String>,
    /// What separated the file's cells.
    pub separator: char,
    /// What the column of reasons is called.
    pub why: String,
    /// The rows as they stood in the file, each with why.
    pub rows: Vec<(Vec<String>, String)>,
    /// Where to go on.
    pub next: Option<u32>,
}

/// What a PRM must be able to do with tables of deals. An import is its person's alone. `languages` are those asked for;
/// words come in the first that the tenant has.
#[async_trait]
pub trait Tables: Send + Sync {
    /// The columns of an export.
    async fn sheet(&self, tenant: &TenantId, languages: &[String]) -> Result<Sheet, PortError>;

    /// A page of the deals that this person sees, whole.
    async fn export(&self, who: &Actor, query: &DealQuery) -> Result<Page<Deal>, PortError>;

    /// Keeps a file that was read, with a guess at what its columns hold.
    async fn bring(
        &self,
        who: &Actor,
        key: &Keyed,
        name: &str,
        table: Table,
        languages: &[String],
    ) -> Result<Done<Import>, PortError>;

    /// How an import stands.
    async fn import(&self, who: &Actor, id: &str, languages: &[String]) -> Result<Import, PortError>;

    /// Says what the columns hold, and judges every row. Nothing becomes a deal.
    async fn map(
        &self,
        who: &Actor,
        id: &str,
        mapping: ImportMapping,
        languages: &[String],
    ) -> Result<Import, PortError>;

    /// The rows to look at, in the order of the file.
    async fn findings(
        &self,
        who: &Actor,
        id: &str,
        cursor: Option<&str>,
        limit: u32,
        languages: &[String],
    ) -> Result<Page<ImportFinding>, PortError>;

    /// Lets the rows become deals, in the background.
    async fn start(
        &self,
        who: &Actor,
        key: &Keyed,
        id: &str,
        start: ImportStart,
        languages: &[String],
    ) -> Result<Done<Import>, PortError>;

    /// Stops an import.
    async fn cancel(&self, who: &Actor, key: &Keyed, id: &str, languages: &[String])
    -> Result<Done<Import>, PortError>;

    /// The rows from a place on that did not become deals.
    async fn left(&self, who: &Actor, id: &str, from: u32, languages: &[String]) -> Result<LeftRows, PortError>;
}
