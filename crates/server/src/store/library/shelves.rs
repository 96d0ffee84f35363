//! What is kept of each tenant's library in memory, and how it follows the database: by the number of the last change,
//! which every server on the database asks for before it answers.

use super::super::Store;
use super::super::entity::{asset, asset_word, library_head};
use super::collections_of;
use crate::ports::{PortError, TenantId};
use crate::search::{Shelf, Shelved};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// The shelves of all tenants that were asked for.
pub(in crate::store) type Shelves = RwLock<HashMap<TenantId, Shelf>>;

/// How often the library was changed.
async fn head(db: &impl ConnectionTrait) -> Result<i64, PortError> {
    Ok(library_head::Entity::find_by_id(1).one(db).await?.map_or(0, |head| head.revision))
}

impl Store {
    /// Looks at a tenant's shelf.
    pub(super) fn with_shelf<T>(&self, tenant: &TenantId, look: impl FnOnce(&Shelf) -> T) -> Result<T, PortError> {
        let shelves = self.shelves.read().unwrap_or_else(PoisonError::into_inner);
        shelves.get(tenant).map(look).ok_or(PortError::NotFound)
    }

    /// Brings a tenant's shelf up to date.
    pub(super) async fn freshen(&self, tenant: &TenantId) -> Result<(), PortError> {
        let known = self.with_shelf(tenant, |shelf| shelf.revision).unwrap_or(-1);
        // Read before what it counts: what is written meanwhile is read now or with the next question.
        let head = head(&self.db).await?;
        if known == head {
            return Ok(());
        }
        let id = tenant.0.as_ref();
        let changed = asset::Entity::find()
            .filter(asset::Column::TenantId.eq(id))
            .filter(asset::Column::Revision.gt(known))
            .order_by_asc(asset::Column::Place)
            .all(&self.db)
            .await?;
        let words = asset_word::Entity::find()
            .filter(asset_word::Column::TenantId.eq(id))
            .filter(asset_word::Column::Revision.gt(known))
            .all(&self.db)
            .await?;
        let collections = collections_of(&self.db, id).await?;
        let cards = changed.iter().map(asset::Model::card).collect::<Result<Vec<_>, _>>()?;
        let mut all = self.shelves.write().unwrap_or_else(PoisonError::into_inner);
        let library = all.entry(tenant.clone()).or_default();
        library.put(cards);
        if !words.is_empty() {
            library.vocabulary.add(words.into_iter().map(|row| (row.word, row.written)));
        }
        let gathered = collections.into_iter().map(|(row, members)| Shelved {
            places: members.iter().filter_map(|id| library.card(id).map(|card| card.place)).collect(),
            id: row.id,
            title: row.title,
            description: row.description,
            cover: row.cover,
        });
        library.collections = gathered.collect();
        library.revision = library.revision.max(head);
        Ok(())
    }
}
