//! What changes the library: an asset, a version of it, and what both are found by.

use super::super::entity::{asset, asset_text, asset_version, asset_word, library_head};
use super::super::{Pen, Store, json};
use super::index::{self, Keys};
use super::rows::{PUBLISHED, state_of};
use super::versions::Captions;
use crate::objects::Objects;
use crate::ports::PortError;
use crate::search::{fold, keys, words};
use bytes::Bytes;
use portico_contract::asset::{AssetContent, Readiness, Standing};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use std::collections::BTreeMap;

/// Words that are written in one statement.
const BATCH: usize = 500;

/// A file that becomes a version.
#[derive(Clone, Debug)]
pub(crate) struct NewVersion {
    pub name: String,
    pub media_type: String,
    pub size: u64,
    pub sha256: String,
    pub changes: String,
    pub captions: Vec<Captions>,
    /// Who brings it.
    pub by: Option<String>,
}

/// The number of the next change of the library. Taken in the transaction of the change: whoever writes waits in turn, so
/// that numbers are in the order of commits.
pub(super) async fn next_revision(db: &impl ConnectionTrait) -> Result<i64, PortError> {
    let next = Expr::col(library_head::Column::Revision).add(1);
    let next = library_head::Entity::update_many().col_expr(library_head::Column::Revision, next);
    Ok(next.exec_with_returning(db).await?.first().map_or(0, |head| head.revision))
}

impl Store {
    /// Where files lie.
    pub(crate) fn objects(&self) -> &Objects {
        &self.objects
    }
}

impl Captions {
    /// Keeps captions.
    pub(crate) async fn keep(objects: &Objects, tenant: &str, locale: &str, text: Bytes) -> Result<Self, PortError> {
        let bytes = u64::try_from(text.len()).map_err(PortError::internal)?;
        Ok(Self { locale: locale.to_owned(), sha256: objects.keep(tenant, text).await?, bytes })
    }
}

impl Pen<'_> {
    /// Puts an asset into the library, with its first version.
    pub(crate) async fn shelve(
        &self,
        id: &str,
        new: &AssetContent,
        standing: Standing,
        first: &NewVersion,
    ) -> Result<(), PortError> {
        let revision = next_revision(self.tx).await?;
        let at = self.now.timestamp_millis();
        let mut row = asset::Model {
            id: id.to_owned(),
            tenant_id: self.tenant.0.to_string(),
            place: revision,
            revision,
            version: 0,
            title: String::new(),
            description: String::new(),
            kind: String::new(),
            locale: String::new(),
            tags: String::new(),
            products: String::new(),
            industries: String::new(),
            stages: String::new(),
            audience: String::new(),
            state: state_of(standing).to_owned(),
            starts_on: None,
            expires_on: None,
            current: 0,
            media_type: first.media_type.clone(),
            downloads: 0,
            created_at: at,
            updated_at: at,
            // Of what begins as published, as the demo's does, nobody is told.
            announced: state_of(standing) == PUBLISHED,
        };
        row.describe(new)?;
        asset::Entity::insert(row.clone().into_active_model()).exec_without_returning(self.tx).await?;
        self.renew(&mut row, first).await
    }

    /// Adds a version, which is the current one from now on.
    pub(crate) async fn renew(&self, row: &mut asset::Model, new: &NewVersion) -> Result<(), PortError> {
        let newest = asset_version::Entity::find().filter(asset_version::Column::AssetId.eq(&row.id));
        let newest = newest.order_by_desc(asset_version::Column::N).one(self.tx).await?;
        row.current = newest.map_or(0, |newest| newest.n) + 1;
        row.media_type.clone_from(&new.media_type);
        let version = asset_version::ActiveModel {
            asset_id: Set(row.id.clone()),
            n: Set(row.current),
            name: Set(new.name.clone()),
            media_type: Set(new.media_type.clone()),
            size: Set(i64::try_from(new.size).map_err(PortError::internal)?),
            sha256: Set(new.sha256.clone()),
            changes: Set(new.changes.clone()),
            account_id: Set(new.by.clone()),
            created_at: Set(self.now.timestamp_millis()),
            withdrawn: Set(false),
            readiness: Set(Readiness::Waiting.name().to_owned()),
            found: Set("{}".to_owned()),
            captions: Set(json::written(&new.captions)?),
            attempts: Set(0),
            claimed_until: Set(0),
            refused: Set(None),
        };
        asset_version::Entity::insert(version).exec_without_returning(self.tx).await?;
        // The words of a former version are no words of this one.
        asset_text::Entity::delete_by_id(&row.id).exec(self.tx).await?;
        self.save_change(row).await
    }

    /// The same of an asset by its id.
    pub(crate) async fn renew_by_id(&self, id: &str, new: &NewVersion) -> Result<(), PortError> {
        let mut row = asset::Entity::find_by_id(id).one(self.tx).await?.ok_or(PortError::NotFound)?;
        self.renew(&mut row, new).await
    }

    /// Says that a text stands inside of an asset, which is looked at no more.
    pub(crate) async fn found_in(&self, id: &str, inside: &str) -> Result<(), PortError> {
        use asset_version::Column;
        let ready =
            asset_version::Entity::update_many().col_expr(Column::Readiness, Expr::value(Readiness::Ready.name()));
        ready.filter(Column::AssetId.eq(id)).exec(self.tx).await?;
        keep_text(self.tx, id, inside.to_owned()).await?;
        let mut row = asset::Entity::find_by_id(id).one(self.tx).await?.ok_or(PortError::NotFound)?;
        self.save_asset(&mut row).await
    }

    /// Writes an asset as the next change of the library, and makes it found by what stands in it now. For whoever holds
    /// it, it is the same version.
    pub(super) async fn save_asset(&self, row: &mut asset::Model) -> Result<(), PortError> {
        row.revision = next_revision(self.tx).await?;
        let inside = asset_text::Entity::find_by_id(&row.id).one(self.tx).await?.map(|row| row.text);
        self.make_found(row, inside.as_deref().unwrap_or_default()).await?;
        row.clone().into_active_model().reset_all().update(self.tx).await?;
        Ok(())
    }

    async fn make_found(&self, row: &asset::Model, inside: &str) -> Result<(), PortError> {
        let list = json::read::<Vec<String>>;
        let products = list(&row.products)?;
        let about = self.settings.rules.form.products.iter().filter(|product| products.contains(&product.id));
        let names = about.flat_map(|product| product.name.values().cloned());
        let said = [row.description.clone(), row.kind.replace('_', " ")].into_iter();
        let about = said.chain(list(&row.tags)?).chain(names).collect::<Vec<_>>().join("\n");
        let found = Keys {
            title: keys(&row.title, &row.locale),
            about: keys(&about, &row.locale),
            file: keys(inside, &row.locale),
        };
        index::put(self.tx, row.place, &found).await?;
        // What is no word of any language, numbers above all, is nobody's slip.
        let is_word = |word: &&str| word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
        let written = [row.title.as_str(), &about, inside];
        let all: BTreeMap<String, &str> =
            written.iter().flat_map(|text| words(text)).filter(is_word).map(|word| (fold(word), word)).collect();
        let all: Vec<_> = all.into_iter().collect();
        for batch in all.chunks(BATCH) {
            let rows = batch.iter().map(|(word, written)| asset_word::ActiveModel {
                tenant_id: Set(row.tenant_id.clone()),
                word: Set(word.clone()),
                written: Set((*written).to_owned()),
                revision: Set(row.revision),
            });
            let known =
                OnConflict::columns([asset_word::Column::TenantId, asset_word::Column::Word]).do_nothing().to_owned();
            asset_word::Entity::insert_many(rows).on_conflict(known).exec_without_returning(self.tx).await?;
        }
        Ok(())
    }
}

/// Keeps the text inside of an asset.
pub(super) async fn keep_text(db: &impl ConnectionTrait, asset: &str, text: String) -> Result<(), PortError> {
    let row = asset_text::ActiveModel { asset_id: Set(asset.to_owned()), text: Set(text) };
    asset_text::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}
