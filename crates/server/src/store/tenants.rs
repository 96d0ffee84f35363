//! The tenants as they were last read: few, small, and asked for with every request. Another server on the database may
//! change their rules, so what was read is compared with the database in every transaction that writes, and by the
//! reader of the log.

use super::entity::{log_head, programme, tenant, tenant_host};
use super::legacy::Legacy;
use super::settings::{PortalSettings, Settings};
use super::{Store, now};
use crate::ports::{PortError, TenantId};
use portico_contract::programme::Rules;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

/// Who there is, by host and by id.
#[derive(Default)]
pub(super) struct Tenants {
    pub by_host: HashMap<String, TenantId>,
    pub settings: HashMap<TenantId, Arc<Settings>>,
    pub first: Option<TenantId>,
    /// How often rules had been changed when this was read.
    programmes: i64,
}

impl Store {
    /// Reads the tenants again.
    pub(crate) async fn reload(&self) -> Result<(), PortError> {
        self.reload_from(&self.db).await
    }

    async fn reload_from(&self, db: &impl ConnectionTrait) -> Result<(), PortError> {
        let head = log_head::Entity::find_by_id(1).one(db).await?;
        let rows = tenant::Entity::find().all(db).await?;
        let hosts = tenant_host::Entity::find().all(db).await?;
        let newest = programme::Entity::find().order_by_asc(programme::Column::Version).all(db).await?;
        let mut newest: HashMap<_, _> = newest.into_iter().map(|row| (row.tenant_id.clone(), row)).collect();
        let mut read = Tenants { programmes: head.map_or(0, |head| head.programmes), ..Tenants::default() };
        for row in &rows {
            let portal: PortalSettings = serde_json::from_str(&row.settings).map_err(PortError::internal)?;
            let Some(kept) = newest.remove(&row.id) else { continue };
            let settings = Settings::new(portal, kept.version, rules_of(&kept)?);
            read.settings.insert(TenantId(row.id.as_str().into()), Arc::new(settings));
        }
        read.first = rows.iter().min_by_key(|row| row.position).map(|row| TenantId(row.id.as_str().into()));
        read.by_host = hosts.into_iter().map(|row| (row.host, TenantId(row.tenant_id.into()))).collect();
        *self.tenants.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(())
    }

    /// Reads the tenants again where their rules have changed since.
    pub(super) async fn refresh(&self, db: &impl ConnectionTrait, head: &log_head::Model) -> Result<(), PortError> {
        let known = self.tenants.read().unwrap_or_else(PoisonError::into_inner).programmes;
        if known == head.programmes { Ok(()) } else { self.reload_from(db).await }
    }

    pub(crate) fn settings(&self, tenant: &TenantId) -> Result<Arc<Settings>, PortError> {
        let tenants = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
        tenants.settings.get(tenant).cloned().ok_or(PortError::NotFound)
    }

    /// Where a tenant's portal is: `https`, but for hosts of this machine, which answer on `port`.
    pub(crate) fn origin(&self, tenant: &TenantId, port: u16) -> String {
        let tenants = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
        let is_here = |host: &str| host == "localhost" || host.ends_with(".localhost");
        let hosts = tenants.by_host.iter().filter(|(_, of)| *of == tenant).map(|(host, _)| host.as_str());
        match hosts.min_by_key(|host| (!is_here(host), *host)) {
            Some(host) if !is_here(host) => format!("https://{host}"),
            here => format!("http://{}:{port}", here.unwrap_or("localhost")),
        }
    }

    pub(super) fn all_settings(&self) -> Vec<(TenantId, Arc<Settings>)> {
        let tenants = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
        tenants.settings.iter().map(|(tenant, settings)| (tenant.clone(), settings.clone())).collect()
    }

    /// Whether there is a tenant yet.
    pub fn is_empty(&self) -> bool {
        self.all_settings().is_empty()
    }

    /// Gives tenants that have no rules of their own yet a first version, of what stands among their settings.
    pub(super) async fn begin_programmes(&self) -> Result<(), PortError> {
        let known = programme::Entity::find().all(&self.db).await?;
        let rows = tenant::Entity::find().all(&self.db).await?;
        let new: Vec<_> = rows.iter().filter(|row| known.iter().all(|known| known.tenant_id != row.id)).collect();
        for row in new {
            let legacy: Legacy = serde_json::from_str(&row.settings).map_err(PortError::internal)?;
            begin(&self.db, &row.id, &legacy.rules()).await?;
        }
        Ok(())
    }
}

/// Keeps the first version of a tenant's rules; another server may have been first.
pub(crate) async fn begin(db: &impl ConnectionTrait, tenant: &str, rules: &Rules) -> Result<(), PortError> {
    let first = programme::ActiveModel {
        tenant_id: Set(tenant.to_owned()),
        version: Set(1),
        rules: Set(serde_json::to_string(rules).map_err(PortError::internal)?),
        account_id: Set(None),
        note: Set(None),
        at: Set(now().timestamp_millis()),
    };
    let known = OnConflict::columns([programme::Column::TenantId, programme::Column::Version]).do_nothing().to_owned();
    programme::Entity::insert(first).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// The rules that a version holds.
pub(super) fn rules_of(row: &programme::Model) -> Result<Rules, PortError> {
    serde_json::from_str(&row.rules).map_err(PortError::internal)
}
