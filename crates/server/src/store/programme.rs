//! The rules of a tenant's programme: read, changed, and found again as they were.

use super::entity::{account, log_head, programme};
use super::settings::Settings;
use super::tenants::rules_of;
use super::{Store, access, colleagues, log, now};
use crate::ports::{Actor, Current, PortError, Programmes, TenantId};
use async_trait::async_trait;
use chrono::DateTime;
use portico_contract::deal::DealForm;
use portico_contract::merge_patch::merge;
use portico_contract::page::Page;
use portico_contract::programme::templates::{Template, TemplateText};
use portico_contract::programme::{Engagement, Programme, Revision, Rules};
use portico_contract::read::Reader;
use portico_contract::session::{Permission, Person};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;

type Found = (programme::Model, Option<account::Model>);

/// The rules of some version; those in force where it is theirs.
pub(super) async fn rules_at(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    settings: &Settings,
    version: i64,
) -> Result<Rules, PortError> {
    if version == settings.version {
        return Ok(settings.rules.clone());
    }
    let row = programme::Entity::find_by_id((tenant.0.to_string(), version)).one(db).await?;
    rules_of(&row.ok_or(PortError::NotFound)?)
}

async fn find(db: &impl ConnectionTrait, tenant: &TenantId, version: i64) -> Result<Found, PortError> {
    let found = programme::Entity::find_by_id((tenant.0.to_string(), version)).find_also_related(account::Entity);
    found.one(db).await?.ok_or(PortError::NotFound)
}

fn revision((row, author): Found) -> Revision {
    Revision {
        version: row.version,
        changed_at: DateTime::from_timestamp_millis(row.at).unwrap_or_default(),
        changed_by: author.map(|author| Person { id: author.id, name: author.name }),
        note: row.note,
    }
}

async fn whole(
    db: &impl ConnectionTrait,
    who: &Actor,
    settings: &Settings,
    version: i64,
) -> Result<Programme, PortError> {
    let found = find(db, &who.tenant, version).await?;
    let rules = rules_of(&found.0)?;
    Ok(Programme { revision: revision(found), locales: settings.locales.clone(), rules })
}

#[async_trait]
impl Programmes for Store {
    async fn programme(&self, who: &Actor, version: Option<i64>) -> Result<Programme, PortError> {
        access::require(who, Permission::SettingsEdit)?;
        let settings = self.settings(&who.tenant)?;
        whole(&self.db, who, &settings, version.unwrap_or(settings.version)).await
    }

    async fn change_programme(
        &self,
        who: &Actor,
        version: i64,
        patch: &Value,
        note: Option<String>,
    ) -> Result<Programme, PortError> {
        access::require(who, Permission::SettingsEdit)?;
        let (changed, is_new) = self
            .transact(async |tx| {
                let settings = self.settings(&who.tenant)?;
                let before = serde_json::to_value(&settings.rules).map_err(PortError::internal)?;
                let mut merged = before.clone();
                merge(&mut merged, patch);
                // What is there already is done, whatever version it was meant for.
                if merged == before {
                    return Ok((whole(tx, who, &settings, settings.version).await?, false));
                }
                if version != settings.version {
                    let current = whole(tx, who, &settings, settings.version).await?;
                    return Err(PortError::Stale(Current::Programme(Box::new(current))));
                }
                let mut reader = Reader::default();
                let rules = reader.object(&merged, "/rules", |o| Rules::read(o, &settings.locales));
                let mut problems = reader.into_problems();
                if problems.is_empty() {
                    problems = colleagues::unknown(tx, &who.tenant, &rules).await?;
                }
                if !problems.is_empty() {
                    return Err(PortError::Invalid(problems));
                }
                let row = programme::ActiveModel {
                    tenant_id: Set(who.tenant.0.to_string()),
                    version: Set(version + 1),
                    rules: Set(serde_json::to_string(&rules).map_err(PortError::internal)?),
                    account_id: Set(Some(who.user.id.clone())),
                    note: Set(note.clone()),
                    at: Set(now().timestamp_millis()),
                };
                programme::Entity::insert(row).exec_without_returning(tx).await?;
                let more = Expr::col(log_head::Column::Programmes).add(1);
                log_head::Entity::update_many().col_expr(log_head::Column::Programmes, more).exec(tx).await?;
                Ok((whole(tx, who, &settings, version + 1).await?, true))
            })
            .await?;
        if is_new {
            self.reload().await?;
        }
        Ok(changed)
    }

    async fn revisions(&self, who: &Actor, cursor: Option<&str>, limit: u32) -> Result<Page<Revision>, PortError> {
        access::require(who, Permission::SettingsEdit)?;
        let before = cursor.map(log::position_of).transpose()?.unwrap_or(i64::MAX);
        let mut rows = programme::Entity::find()
            .find_also_related(account::Entity)
            .filter(programme::Column::TenantId.eq(who.tenant.0.as_ref()))
            .filter(programme::Column::Version.lt(before))
            .order_by_desc(programme::Column::Version)
            .limit(u64::from(limit) + 1)
            .all(&self.db)
            .await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next_cursor = rows.last().filter(|_| more).map(|(row, _)| row.version.to_string());
        Ok(Page { items: rows.into_iter().map(revision).collect(), next_cursor })
    }

    async fn form_at(&self, tenant: &TenantId, version: i64, languages: &[String]) -> Result<DealForm, PortError> {
        let settings = self.settings(tenant)?;
        let rules = rules_at(&self.db, tenant, &settings, version).await?;
        Ok(settings.form_of(&rules, version, languages))
    }

    async fn templates(&self, who: &Actor, languages: &[String]) -> Result<Vec<TemplateText>, PortError> {
        access::require(who, Permission::DealsDecide)?;
        let settings = self.settings(&who.tenant)?;
        let text = |template: &Template| TemplateText {
            id: template.id.clone(),
            command: template.command,
            name: settings.word(&template.name, languages),
            body: settings.word(&template.body, languages),
        };
        Ok(settings.rules.reasons.templates.iter().map(text).collect())
    }

    async fn engagement(&self, tenant: &TenantId) -> Result<Engagement, PortError> {
        let settings = self.settings(tenant)?;
        let revision = revision(find(&self.db, tenant, settings.version).await?);
        let time_zone = settings.time_zone.name().to_owned();
        Ok(Engagement::of(&settings.rules, &revision, time_zone, settings.day(now())))
    }
}
