//! The library over the store: words by the database's own index, everything else that narrows in memory, bytes in the
//! store of objects.

mod arrivals;
mod copies;
mod index;
mod read;
mod rows;
mod shelve;
mod shelves;
mod tell;
mod usage;
mod vendor;
mod versions;

pub(crate) use shelve::NewVersion;
pub(super) use shelves::Shelves;
pub(crate) use versions::Captions;

use super::entity::{asset, asset_download, asset_version, collection, collection_asset};
use super::{Store, access, now};
use crate::ports::{Actor, AssetQuery, Kept, Library, Part, PortError, Reading};
use crate::search::{self, Asked, Narrowed, Term, Wish};
use async_trait::async_trait;
use portico_contract::asset::{
    Asset, AssetCopy, AssetPage, AssetSummary, Collection, CollectionName, Cover, FoundIn, Reader, Standing,
};
use rows::CoverRow;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashSet;
use std::ops::Range;

/// How many others are told of beside an asset.
const RELATED: usize = 4;

/// What words led to.
struct Sought {
    terms: Vec<Term>,
    hits: Vec<search::Hit>,
    /// They were looked for in place of those that were typed.
    corrected: Option<String>,
}

impl Store {
    /// What has the words that are asked for; where nothing that the reader may see has one of them, what has the words
    /// nearest to it.
    async fn seek(&self, who: &Actor, reader: &Reader, q: &str) -> Result<Option<Sought>, PortError> {
        let terms = search::terms(q);
        if terms.is_empty() {
            return Ok(None);
        }
        let today = self.settings(&who.tenant)?.day(now());
        let hits = index::find(&self.db, &terms).await?;
        // Whoever sees to the library finds drafts too.
        let manages = access::manages(who) && !hits.is_empty();
        let near = self.with_shelf(&who.tenant, |shelf| {
            let any = manages || shelf.shows_any(&hits, reader, today);
            let unknown = |term: &&Term| !shelf.vocabulary.has(term);
            let of = |term: &Term| {
                let near = shelf.vocabulary.near(&term.folded).into_iter().map(str::to_owned).collect::<Vec<_>>();
                (term.typed.clone(), near)
            };
            if any { Vec::new() } else { terms.iter().filter(unknown).map(of).collect() }
        })?;
        for turn in 0..near.iter().map(|(_, near)| near.len()).max().unwrap_or_default() {
            let corrected = near.iter().fold(q.to_owned(), |q, (typed, near)| match near.get(turn).or(near.first()) {
                Some(word) => q.replacen(typed, word, 1),
                None => q,
            });
            let terms = search::terms(&corrected);
            let hits = index::find(&self.db, &terms).await?;
            let shown = |shelf: &search::Shelf| shelf.shows_any(&hits, reader, today);
            // What is found only by others is not even named.
            if self.with_shelf(&who.tenant, shown)? {
                return Ok(Some(Sought { terms, hits, corrected: Some(corrected) }));
            }
        }
        Ok(Some(Sought { terms, hits, corrected: None }))
    }

    /// What the assets for a deal should be about.
    async fn wish(&self, who: &Actor, deal: &str) -> Result<Wish, PortError> {
        let row = super::rows::find(&self.db, who, deal).await?.ok_or(PortError::NotFound)?;
        let industry = row.deal.content()?.customer.industry;
        Ok(Wish { products: row.deal.products(), industry, stage: row.stage() })
    }

    /// Who reads, as far as audiences ask.
    pub(in crate::store) async fn reader(&self, who: &Actor) -> Result<Reader, PortError> {
        let firm = super::entity::organisation::Entity::find_by_id(&who.organisation.id).one(&self.db).await?;
        Ok(access::reader(who, firm.as_ref()))
    }

    /// The row of an asset that a reader may know of: it was published once, and is for them.
    async fn find_asset(&self, who: &Actor, reader: &Reader, id: &str) -> Result<asset::Model, PortError> {
        let row = asset::Entity::find_by_id(id).filter(access::assets(who)).one(&self.db).await?;
        let today = self.settings(&who.tenant)?.day(now());
        match row {
            Some(row) if row.is_for(who, reader, today)? => Ok(row),
            _ => Err(PortError::NotFound),
        }
    }

    /// The assets of these ids as they stand in a list, in this order.
    async fn summaries(&self, who: &Actor, ids: &[(String, Option<FoundIn>)]) -> Result<Vec<AssetSummary>, PortError> {
        let today = self.settings(&who.tenant)?.day(now());
        rows::summaries(&self.db, who, ids, today).await
    }

    /// An asset as this person sees it.
    pub(super) async fn whole(
        &self,
        db: &impl ConnectionTrait,
        who: &Actor,
        reader: &Reader,
        row: &asset::Model,
    ) -> Result<Asset, PortError> {
        let today = self.settings(&who.tenant)?.day(now());
        let (related, collections) = self.with_shelf(&who.tenant, |shelf| {
            let related = shelf.related(&row.id, reader, today, RELATED).into_iter().map(|id| (id.to_owned(), None));
            let stands = |one: &&search::Shelved| shelf.of_collection(one, reader, today).any(|known| known == row.id);
            let named = |one: &search::Shelved| CollectionName { id: one.id.clone(), title: one.title.clone() };
            (related.collect::<Vec<_>>(), shelf.collections.iter().filter(stands).map(named).collect())
        })?;
        let related = rows::summaries(db, who, &related, today).await?;
        rows::whole(db, who, row, today, collections, related).await
    }
}

#[async_trait]
impl Library for Store {
    async fn assets(&self, who: &Actor, query: &AssetQuery) -> Result<AssetPage, PortError> {
        let filter = &query.filter;
        if !filter.standing.is_empty() && !access::manages(who) {
            return Err(PortError::Malformed("standing is for those to ask who see to the library"));
        }
        self.freshen(&who.tenant).await?;
        let reader = self.reader(who).await?;
        let sought = self.seek(who, &reader, &filter.q).await?;
        let wish = match &filter.deal {
            Some(deal) => Some(self.wish(who, deal).await?),
            None => None,
        };
        let used = if filter.used { Some(used(&self.db, who).await?) } else { None };
        let today = self.settings(&who.tenant)?.day(now());
        let asked = Asked {
            reader: &reader,
            today,
            filter,
            sort: query.sort,
            hits: sought.as_ref().map(|sought| sought.hits.as_slice()),
            used: used.as_ref(),
            wish: wish.as_ref(),
            manages: access::manages(who),
            after: query.cursor.as_deref(),
            limit: query.limit as usize,
        };
        let found = self.with_shelf(&who.tenant, |shelf| shelf.narrow(&asked))?;
        let found = found.ok_or(PortError::Malformed("the cursor is not one of this list"))?;
        let Narrowed { items, total, facets, next } = found;
        let mut items = self.summaries(who, &items).await?;
        let mut corrected = None;
        if let Some(sought) = sought {
            rows::show_places(&self.db, &mut items, &sought.terms).await?;
            corrected = sought.corrected;
        }
        Ok(AssetPage { items, total: u32::try_from(total).unwrap_or(u32::MAX), facets, corrected, next_cursor: next })
    }

    async fn asset(&self, who: &Actor, id: &str) -> Result<Asset, PortError> {
        self.freshen(&who.tenant).await?;
        let reader = self.reader(who).await?;
        let row = self.find_asset(who, &reader, id).await?;
        let asset = self.whole(&self.db, who, &reader, &row).await?;
        if asset.standing == Standing::Current {
            let today = self.settings(&who.tenant)?.day(now());
            // Not to be counted is no reason not to be shown.
            if let Err(error) = self.viewed(who, id, today).await {
                tracing::warn!(%error, "a view could not be counted");
            }
        }
        Ok(asset)
    }

    async fn collections(&self, who: &Actor) -> Result<Vec<Collection>, PortError> {
        self.freshen(&who.tenant).await?;
        let reader = self.reader(who).await?;
        let today = self.settings(&who.tenant)?.day(now());
        let told = self.with_shelf(&who.tenant, |shelf| {
            let told = shelf.collections.iter().map(|one| {
                let ids: Vec<_> = shelf.of_collection(one, &reader, today).collect();
                let cover = one.cover.as_deref().filter(|cover| shelf.shows(cover, &reader, today));
                let cover = cover.or(ids.first().copied()).map(str::to_owned);
                (one.clone(), u32::try_from(ids.len()).unwrap_or(u32::MAX), cover)
            });
            told.filter(|(_, count, _)| *count > 0).collect::<Vec<_>>()
        })?;
        let pictures = rows::covers(&self.db, told.iter().filter_map(|(_, _, cover)| cover.clone())).await?;
        let collection = |(one, count, cover): (search::Shelved, u32, Option<String>)| {
            let picture = cover.and_then(|asset| pictures.iter().find(|picture| picture.asset == asset));
            let cover =
                picture.map(|CoverRow { asset, n, picture }| Cover { asset: asset.clone(), n: *n, picture: *picture });
            Collection { id: one.id, title: one.title, description: one.description, count, cover }
        };
        Ok(told.into_iter().map(collection).collect())
    }

    async fn copy(&self, who: &Actor, sha256: &str) -> Result<AssetCopy, PortError> {
        let (reader, today) = (self.reader(who).await?, self.settings(&who.tenant)?.day(now()));
        copies::known(&self.db, who, &reader, sha256, today).await
    }

    async fn part(&self, who: &Actor, id: &str, n: u32, part: Part<'_>) -> Result<Kept, PortError> {
        let reader = self.reader(who).await?;
        let row = self.find_asset(who, &reader, id).await?;
        let version = (row.id.clone(), i32::try_from(n).map_err(|_| PortError::NotFound)?);
        let version = asset_version::Entity::find_by_id(version).one(&self.db).await?.ok_or(PortError::NotFound)?;
        let today = self.settings(&who.tenant)?.day(now());
        if !access::manages(who) && (row.standing(today)? != Standing::Current || version.is_gone()) {
            return Err(PortError::Gone);
        }
        version.part(&who.tenant.0, part)?.ok_or(PortError::NotFound)
    }

    async fn read(&self, kept: &Kept, range: Range<u64>) -> Result<Reading, PortError> {
        self.objects.read(&kept.place, &kept.sha256, range).await
    }

    async fn downloaded(&self, who: &Actor, id: &str, n: u32) -> Result<(), PortError> {
        self.part(who, id, n, Part::File).await?;
        self.transact(async |tx| {
            use asset_download::{ActiveModel, Column, Entity};
            let row = ActiveModel {
                account_id: Set(who.user.id.clone()),
                asset_id: Set(id.to_owned()),
                n: Set(i32::try_from(n).map_err(|_| PortError::NotFound)?),
                times: Set(1),
                at: Set(now().timestamp_millis()),
                told: Set(false),
            };
            let again = OnConflict::columns([Column::AccountId, Column::AssetId, Column::N])
                .update_column(Column::At)
                .value(Column::Times, Expr::col((Entity, Column::Times)).add(1))
                .to_owned();
            Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
            let revision = shelve::next_revision(tx).await?;
            asset::Entity::update_many()
                .col_expr(asset::Column::Downloads, Expr::col(asset::Column::Downloads).add(1))
                .col_expr(asset::Column::Revision, revision.into())
                .filter(asset::Column::Id.eq(id))
                .exec(tx)
                .await?;
            Ok(())
        })
        .await
    }
}

/// The ids of what a person downloaded.
async fn used(db: &impl ConnectionTrait, who: &Actor) -> Result<HashSet<String>, PortError> {
    let mine = asset_download::Entity::find().filter(asset_download::Column::AccountId.eq(&who.user.id));
    let ids: Vec<String> = mine.select_only().column(asset_download::Column::AssetId).into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}

/// The collections of a tenant with the ids of their assets, in order.
async fn collections_of(
    db: &impl ConnectionTrait,
    tenant: &str,
) -> Result<Vec<(collection::Model, Vec<String>)>, PortError> {
    let all = collection::Entity::find().filter(collection::Column::TenantId.eq(tenant));
    let all = all.order_by_asc(collection::Column::Position).order_by_asc(collection::Column::Id).all(db).await?;
    let members = collection_asset::Entity::find()
        .filter(collection_asset::Column::CollectionId.is_in(all.iter().map(|one| one.id.as_str())))
        .order_by_asc(collection_asset::Column::Position)
        .all(db)
        .await?;
    let of = |id: &str| members.iter().filter(|one| one.collection_id == id).map(|one| one.asset_id.clone()).collect();
    Ok(all.into_iter().map(|one| (of(&one.id), one)).map(|(members, one)| (one, members)).collect())
}
