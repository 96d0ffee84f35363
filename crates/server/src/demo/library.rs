//! The library of the demo: real files, and what is said of them. How they were made stands beside them.

use super::tenants::Company;
use crate::dice::Dice;
use crate::objects::Objects;
use crate::ports::{PortError, TenantId};
use crate::store::entity::{asset, asset_download, collection, collection_asset};
use crate::store::{Captions, NewVersion, Pen};
use bytes::Bytes;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use portico_contract::asset::{AssetContent, AssetKind, Audience, Standing, promised};
use portico_contract::deal::Stage;
use rust_embed::RustEmbed;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(RustEmbed)]
#[folder = "demo/library/files"]
struct Files;

/// What is said of them.
const MANIFEST: &str = include_str!("../../demo/library/library.json");

/// What is said of one tenant's files.
#[derive(Deserialize)]
struct Manifest {
    assets: Vec<Entry>,
    collections: Vec<Gathered>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    slug: String,
    title: String,
    description: String,
    kind: AssetKind,
    locale: String,
    tags: Vec<String>,
    products: Vec<String>,
    industries: Vec<String>,
    stages: Vec<Stage>,
    audience: Audience,
    versions: Vec<Edition>,
    expires_in_days: Option<i64>,
    withdrawn: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Edition {
    file: String,
    name: String,
    changes: String,
    days_ago: i64,
    #[serde(default)]
    captions: Vec<Subtitle>,
}

#[derive(Deserialize)]
struct Subtitle {
    locale: String,
    file: String,
}

#[derive(Deserialize)]
struct Gathered {
    slug: String,
    title: String,
    description: String,
    cover: Option<String>,
    assets: Vec<String>,
}

/// Files that are kept, ready to be told of in a transaction.
pub(super) struct Kept(Vec<(TenantId, Manifest, HashMap<String, NewVersion>)>);

fn missing(what: &str) -> PortError {
    PortError::internal(std::io::Error::new(std::io::ErrorKind::NotFound, what.to_owned()))
}

fn bytes(file: &str) -> Result<Bytes, PortError> {
    let found = Files::get(file).ok_or_else(|| missing(file))?;
    Ok(Bytes::from(found.data.into_owned()))
}

/// Keeps the files.
pub(super) async fn keep(objects: &Objects) -> Result<Kept, PortError> {
    let all: HashMap<String, Manifest> = serde_json::from_str(MANIFEST).map_err(PortError::internal)?;
    let mut kept = Vec::new();
    for (tenant, manifest) in all {
        let mut versions = HashMap::new();
        for edition in manifest.assets.iter().flat_map(|entry| &entry.versions) {
            let content = bytes(&edition.file)?;
            let mut captions = Vec::new();
            for Subtitle { locale, file } in &edition.captions {
                captions.push(Captions::keep(objects, &tenant, locale, bytes(file)?).await?);
            }
            let version = NewVersion {
                name: edition.name.clone(),
                media_type: promised(&edition.name).ok_or_else(|| missing(&edition.name))?.to_owned(),
                size: u64::try_from(content.len()).map_err(PortError::internal)?,
                sha256: objects.keep(&tenant, content).await?,
                changes: edition.changes.clone(),
                captions,
                by: None,
            };
            versions.insert(edition.file.clone(), version);
        }
        kept.push((TenantId(tenant.as_str().into()), manifest, versions));
    }
    kept.sort_by(|one, other| one.0.0.cmp(&other.0.0));
    Ok(Kept(kept))
}

/// Puts them into the libraries.
pub(super) async fn shelve(
    tx: &DatabaseTransaction,
    company: &Company,
    kept: &Kept,
    now: DateTime<Utc>,
) -> Result<(), PortError> {
    let dice = Dice::seeded(4);
    for (tenant, manifest, versions) in &kept.0 {
        let settings = company.settings.get(tenant).ok_or(PortError::NotFound)?;
        let by = if tenant.0.as_ref() == "aurora" { "admin@aurora.example" } else { "manager@halcyon.example" };
        let by = company.people.get(by).map(|person| person.user.id.clone());
        let pen = |days: i64| Pen { now: now - TimeDelta::days(days), dice: &dice, ..Pen::new(tx, tenant, settings) };
        for entry in &manifest.assets {
            for (nth, edition) in entry.versions.iter().enumerate() {
                let version = versions.get(&edition.file).ok_or(PortError::NotFound)?;
                let version = NewVersion { by: by.clone(), ..version.clone() };
                if nth == 0 {
                    let (said, standing) = entry.asset(settings.day(now));
                    pen(edition.days_ago).shelve(&entry.slug, &said, standing, &version).await?;
                } else {
                    pen(edition.days_ago).renew_by_id(&entry.slug, &version).await?;
                }
            }
            let downloads = i64::try_from(dice.below(180)).unwrap_or_default();
            let counted = asset::Entity::update_many().col_expr(asset::Column::Downloads, Expr::value(downloads));
            counted.filter(asset::Column::Id.eq(&entry.slug)).exec(tx).await?;
        }
        for (position, gathered) in (0..).zip(&manifest.collections) {
            gather(tx, tenant, position, gathered).await?;
        }
    }
    // What Mira has on her phone: one of them is not current any more.
    for (asset, n, days) in [("fleet-data-sheet", 2, 40), ("first-call-deck", 1, 90), ("price-list", 1, 200)] {
        let row = asset_download::ActiveModel {
            account_id: Set("rep-bluepeak-example".to_owned()),
            asset_id: Set(asset.to_owned()),
            n: Set(n),
            times: Set(1),
            at: Set((now - TimeDelta::days(days)).timestamp_millis()),
            told: Set(false),
        };
        asset_download::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn gather(tx: &DatabaseTransaction, tenant: &TenantId, position: i32, of: &Gathered) -> Result<(), PortError> {
    let row = collection::ActiveModel {
        id: Set(of.slug.clone()),
        tenant_id: Set(tenant.0.to_string()),
        position: Set(position),
        title: Set(of.title.clone()),
        description: Set(of.description.clone()),
        cover: Set(of.cover.clone()),
    };
    collection::Entity::insert(row).exec_without_returning(tx).await?;
    let members = (0..).zip(&of.assets).map(|(position, asset)| collection_asset::ActiveModel {
        collection_id: Set(of.slug.clone()),
        position: Set(position),
        asset_id: Set(asset.clone()),
    });
    collection_asset::Entity::insert_many(members).exec_without_returning(tx).await?;
    Ok(())
}

impl Entry {
    fn asset(&self, today: NaiveDate) -> (AssetContent, Standing) {
        let said = AssetContent {
            title: self.title.clone(),
            description: self.description.clone(),
            kind: self.kind,
            locale: self.locale.clone(),
            tags: self.tags.clone(),
            products: self.products.clone(),
            industries: self.industries.clone(),
            stages: self.stages.clone(),
            audience: self.audience.clone(),
            starts_on: None,
            expires_on: self.expires_in_days.map(|days| today + TimeDelta::days(days)),
        };
        (said, if self.withdrawn { Standing::Withdrawn } else { Standing::Current })
    }
}
