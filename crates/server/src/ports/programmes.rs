//! The rules of a tenant's programme.

use super::{Actor, PortError, TenantId};
use async_trait::async_trait;
use portico_contract::deal::DealForm;
use portico_contract::page::Page;
use portico_contract::programme::templates::TemplateText;
use portico_contract::programme::{Engagement, Programme, Revision};
use serde_json::Value;

/// What a PRM must be able to do with the rules of a programme.
#[async_trait]
pub trait Programmes: Send + Sync {
    /// The rules of a version, or those in force.
    async fn programme(&self, who: &Actor, version: Option<i64>) -> Result<Programme, PortError>;

    /// Applies a merge patch (RFC 7396) to the rules of version `version`; what comes of it is the next version.
    async fn change_programme(
        &self,
        who: &Actor,
        version: i64,
        patch: &Value,
        note: Option<String>,
    ) -> Result<Programme, PortError>;

    /// The versions there were, newest first.
    async fn revisions(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Page<Revision>, PortError>;

    /// The form of a version, in the first of `languages` that the tenant has.
    async fn form_at(&self, tenant: &TenantId, version: i64, languages: &[String]) -> Result<DealForm, PortError>;

    /// The texts that decisions begin with, in the first of `languages` that the tenant has. For those who decide.
    async fn templates(&self, who: &Actor, languages: &[String]) -> Result<Vec<TemplateText>, PortError>;

    /// What partners can count on. Public.
    async fn engagement(&self, tenant: &TenantId) -> Result<Engagement, PortError>;
}
