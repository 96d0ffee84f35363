//! Assets and versions as the tables hold them, and as the contract shows them.

use super::super::entity::{account, asset, asset_download, asset_text, asset_version};
use super::super::{access, json};
use super::versions::Drawn;
use crate::ports::{Actor, PortError};
use crate::search::{Card, Term, excerpt, fold};
use chrono::{DateTime, NaiveDate};
use portico_contract::asset::{
    Asset, AssetCommand, AssetContent, AssetKind, AssetSummary, CollectionName, Format, Found, FoundIn, Picture,
    Reader, Standing,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// The state of one that was published.
pub(super) const PUBLISHED: &str = "published";
/// And of one that was taken back.
pub(super) const WITHDRAWN: &str = "withdrawn";

/// The state of a standing: the days are kept beside it.
pub(super) fn state_of(standing: Standing) -> &'static str {
    match standing {
        Standing::Scheduled | Standing::Current | Standing::Expired => PUBLISHED,
        Standing::Draft | Standing::Proposed | Standing::Withdrawn => standing.name(),
    }
}

pub(super) fn day(text: Option<&String>) -> Result<Option<NaiveDate>, PortError> {
    text.map(|day| day.parse().map_err(PortError::internal)).transpose()
}

pub(super) fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

impl asset::Model {
    /// What it is narrowed, ordered and counted by.
    pub(super) fn card(&self) -> Result<Card, PortError> {
        Ok(Card {
            place: self.place,
            id: self.id.clone(),
            title: fold(&self.title),
            kind: self.kind(),
            format: Format::of(&self.media_type),
            locale: self.locale.clone(),
            products: json::read(&self.products)?,
            industries: json::read(&self.industries)?,
            stages: json::read(&self.stages)?,
            audience: json::read(&self.audience)?,
            state: self.state(),
            starts_on: day(self.starts_on.as_ref())?,
            expires_on: day(self.expires_on.as_ref())?,
            updated_at: self.updated_at,
            downloads: self.downloads,
        })
    }

    fn kind(&self) -> AssetKind {
        AssetKind::parse(&self.kind).unwrap_or(AssetKind::Text)
    }

    /// Whether it may be used on a day.
    pub(super) fn standing(&self, today: NaiveDate) -> Result<Standing, PortError> {
        Ok(self.card()?.standing(today))
    }

    /// Whether somebody may know of it, of what `access::assets` lets them see.
    pub(super) fn is_for(&self, who: &Actor, reader: &Reader, today: NaiveDate) -> Result<bool, PortError> {
        let card = self.card()?;
        let begun = card.starts_on.is_none_or(|first| first <= today);
        Ok(access::manages(who) || (begun && card.audience.includes(reader)))
    }

    /// What it is whatever the day.
    fn state(&self) -> Standing {
        if self.state == PUBLISHED {
            Standing::Current
        } else {
            Standing::parse(&self.state).unwrap_or(Standing::Draft)
        }
    }

    /// What is said of it.
    pub(super) fn content(&self) -> Result<AssetContent, PortError> {
        Ok(AssetContent {
            title: self.title.clone(),
            description: self.description.clone(),
            kind: self.kind(),
            locale: self.locale.clone(),
            tags: json::read(&self.tags)?,
            products: json::read(&self.products)?,
            industries: json::read(&self.industries)?,
            stages: json::read(&self.stages)?,
            audience: json::read(&self.audience)?,
            starts_on: day(self.starts_on.as_ref())?,
            expires_on: day(self.expires_on.as_ref())?,
        })
    }

    /// Says something else of it.
    pub(super) fn describe(&mut self, said: &AssetContent) -> Result<(), PortError> {
        self.title.clone_from(&said.title);
        self.description.clone_from(&said.description);
        said.kind.name().clone_into(&mut self.kind);
        self.locale.clone_from(&said.locale);
        self.tags = json::written(&said.tags)?;
        self.products = json::written(&said.products)?;
        self.industries = json::written(&said.industries)?;
        self.stages = json::written(&said.stages)?;
        self.audience = json::written(&said.audience)?;
        self.starts_on = said.starts_on.map(|day| day.to_string());
        self.expires_on = said.expires_on.map(|day| day.to_string());
        Ok(())
    }
}

/// The current versions of some assets.
async fn current(
    db: &impl ConnectionTrait,
    assets: &[asset::Model],
) -> Result<HashMap<String, asset_version::Model>, PortError> {
    let of = asset_version::Column::AssetId.is_in(assets.iter().map(|row| row.id.as_str()));
    let versions = asset_version::Entity::find().filter(of).all(db).await?;
    let is_current = |version: &asset_version::Model| {
        assets.iter().any(|row| row.id == version.asset_id && row.current == version.n)
    };
    Ok(versions.into_iter().filter(is_current).map(|version| (version.asset_id.clone(), version)).collect())
}

/// The newest version that a person downloaded of each of some assets.
async fn downloaded(
    db: &impl ConnectionTrait,
    who: &Actor,
    ids: impl Iterator<Item = &str>,
) -> Result<HashMap<String, u32>, PortError> {
    use asset_download::Column;
    let mine =
        asset_download::Entity::find().filter(Column::AccountId.eq(&who.user.id)).filter(Column::AssetId.is_in(ids));
    let rows = mine.order_by_asc(Column::At).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.asset_id, count(row.n.into()))).collect())
}

/// Assets as they stand in a list, in the order of their ids. The caller has judged on the tenant's shelf that they are
/// seen: they are found by their ids alone, since beside a tenant SQLite would rather look through all of its assets.
pub(super) async fn summaries(
    db: &impl ConnectionTrait,
    who: &Actor,
    ids: &[(String, Option<FoundIn>)],
    today: NaiveDate,
) -> Result<Vec<AssetSummary>, PortError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let these = asset::Column::Id.is_in(ids.iter().map(|(id, _)| id.as_str()));
    let rows = asset::Entity::find().filter(these).all(db).await?;
    let (versions, used) =
        (current(db, &rows).await?, downloaded(db, who, ids.iter().map(|(id, _)| id.as_str())).await?);
    let mut known: HashMap<_, _> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut summaries = Vec::with_capacity(ids.len());
    for (id, place) in ids {
        let Some((row, version)) = known.remove(id).zip(versions.get(id)) else { continue };
        let finds = version.finds()?;
        summaries.push(AssetSummary {
            kind: row.kind(),
            products: json::read(&row.products)?,
            standing: row.standing(today)?,
            expires_on: day(row.expires_on.as_ref())?,
            current: count(row.current.into()),
            format: Format::of(&version.media_type),
            size: version.size(),
            page_count: finds.page_count,
            millis: finds.millis,
            thumbnail: finds.thumbnail.as_ref().map(Drawn::picture),
            downloaded: used.get(id).copied(),
            downloads: count(row.downloads),
            updated_at: DateTime::from_timestamp_millis(row.updated_at).unwrap_or_default(),
            found: place.map(|place| Found { place, page: None, excerpt: Vec::new() }),
            id: row.id,
            title: row.title,
            description: row.description,
            locale: row.locale,
        });
    }
    Ok(summaries)
}

/// Says where in their files what was looked for stands, where it stands there alone.
pub(super) async fn show_places(
    db: &impl ConnectionTrait,
    items: &mut [AssetSummary],
    terms: &[Term],
) -> Result<(), PortError> {
    let inside = |item: &&AssetSummary| item.found.as_ref().is_some_and(|found| found.place == FoundIn::File);
    let ids: Vec<&str> = items.iter().filter(inside).map(|item| item.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let texts = asset_text::Entity::find().filter(asset_text::Column::AssetId.is_in(ids)).all(db).await?;
    for item in items.iter_mut() {
        let (pages, text) = (item.page_count, texts.iter().find(|text| text.asset_id == item.id));
        let Some((found, text)) = item.found.as_mut().zip(text) else { continue };
        if let Some(shown) = excerpt(&text.text, terms) {
            found.page = pages.map(|_| shown.page);
            found.excerpt = shown.parts;
        }
    }
    Ok(())
}

/// One asset, whole.
pub(super) async fn whole(
    db: &impl ConnectionTrait,
    who: &Actor,
    row: &asset::Model,
    today: NaiveDate,
    collections: Vec<CollectionName>,
    related: Vec<AssetSummary>,
) -> Result<Asset, PortError> {
    let versions = asset_version::Entity::find().filter(asset_version::Column::AssetId.eq(&row.id));
    let versions = versions.order_by_desc(asset_version::Column::N).all(db).await?;
    let people = versions.iter().filter_map(|version| version.account_id.clone());
    let people = account::Entity::find().filter(account::Column::Id.is_in(people)).all(db).await?;
    let by = |version: &asset_version::Model| people.iter().find(|one| Some(&one.id) == version.account_id.as_ref());
    let shown = |version: asset_version::Model| {
        let by = by(&version);
        version.shown(by, who)
    };
    Ok(Asset {
        id: row.id.clone(),
        title: row.title.clone(),
        description: row.description.clone(),
        kind: row.kind(),
        locale: row.locale.clone(),
        tags: json::read(&row.tags)?,
        products: json::read(&row.products)?,
        industries: json::read(&row.industries)?,
        stages: json::read(&row.stages)?,
        audience: json::read(&row.audience)?,
        standing: row.standing(today)?,
        starts_on: day(row.starts_on.as_ref())?,
        expires_on: day(row.expires_on.as_ref())?,
        current: count(row.current.into()),
        versions: versions.into_iter().map(shown).collect::<Result<_, _>>()?,
        downloaded: downloaded(db, who, std::iter::once(row.id.as_str())).await?.remove(&row.id),
        downloads: count(row.downloads),
        collections,
        related,
        updated_at: DateTime::from_timestamp_millis(row.updated_at).unwrap_or_default(),
        allowed_actions: AssetCommand::allowed(row.standing(today)?, who.role).collect(),
        version: row.version,
    })
}

/// The picture of an asset's current version.
pub(super) struct CoverRow {
    pub asset: String,
    pub n: u32,
    pub picture: Picture,
}

/// The pictures of some assets.
pub(super) async fn covers(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = String>,
) -> Result<Vec<CoverRow>, PortError> {
    let rows = asset::Entity::find().filter(asset::Column::Id.is_in(ids)).all(db).await?;
    let mut covers = Vec::new();
    for (asset, version) in current(db, &rows).await? {
        if let Some(drawn) = version.finds()?.thumbnail {
            covers.push(CoverRow { asset, n: count(version.n.into()), picture: drawn.picture() });
        }
    }
    Ok(covers)
}
