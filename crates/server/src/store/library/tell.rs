//! What happens in the library, told: to the stream of everybody for whom an asset is, and to those as a notice who have a
//! version of it that is not current any more.

use super::super::entity::{account, asset, asset_download, organisation};
use super::super::log::{self, About};
use super::super::{Pen, Store, access, inbox};
use super::rows::PUBLISHED;
use crate::ports::{Actor as Who, PortError, TenantId};
use portico_contract::asset::{Audience, Standing};
use portico_contract::event::{Actor, Event, EventAsset, EventData, EventKind};
use portico_contract::session::{Role, Side};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// Whose doing it is.
pub(super) fn by(who: &Who) -> Actor {
    Actor {
        id: who.user.id.clone(),
        name: who.user.name.clone(),
        side: who.role.side(),
        organisation: who.organisation.name.clone(),
    }
}

impl Pen<'_> {
    /// Tells everybody for whom it is that an asset is published, of those who were not told yet.
    pub(super) async fn announce(&self, row: &mut asset::Model, actor: Option<Actor>) -> Result<(), PortError> {
        if row.announced || row.standing(self.today())? != Standing::Current {
            return Ok(());
        }
        row.announced = true;
        let announced = asset::Entity::update_many().col_expr(asset::Column::Announced, Expr::value(true));
        announced.filter(asset::Column::Id.eq(&row.id)).exec(self.tx).await?;
        self.tell_of(row, EventKind::AssetPublished, None, actor).await.map(drop)
    }

    /// Tells that an asset has another version: as a notice to whoever has one that is not current, each once for it.
    pub(super) async fn tell_replaced(&self, row: &asset::Model, actor: Option<Actor>) -> Result<(), PortError> {
        use asset_download::{Column, Entity};
        if !row.announced {
            return Ok(());
        }
        let event = self.tell_of(row, EventKind::AssetReplaced, None, actor).await?;
        let held = Column::N.ne(row.current).and(Column::Told.eq(false));
        self.notify(row, &event, held.clone()).await?;
        let told = Entity::update_many().col_expr(Column::Told, Expr::value(true));
        told.filter(Column::AssetId.eq(&row.id)).filter(held).exec(self.tx).await?;
        Ok(())
    }

    /// Tells that an asset is taken back, or one of its versions: as a notice to whoever has it.
    pub(super) async fn tell_withdrawn(
        &self,
        row: &asset::Model,
        version: Option<i32>,
        actor: Option<Actor>,
    ) -> Result<(), PortError> {
        if !row.announced {
            return Ok(());
        }
        let event = self.tell_of(row, EventKind::AssetWithdrawn, version, actor).await?;
        let held = match version {
            Some(n) => asset_download::Column::N.eq(n),
            None => asset_download::Column::N.gt(0),
        };
        self.notify(row, &event, held).await
    }

    async fn tell_of(
        &self,
        row: &asset::Model,
        kind: EventKind,
        version: Option<i32>,
        actor: Option<Actor>,
    ) -> Result<Event, PortError> {
        let number = |n: i32| u32::try_from(n).unwrap_or_default();
        let asset = EventAsset {
            id: row.id.clone(),
            title: row.title.clone(),
            kind: row.content()?.kind,
            current: number(row.current),
            version: version.map(number),
        };
        let vendor = organisation::Column::Kind.eq(Side::Vendor.name());
        let vendor =
            organisation::Entity::find().filter(organisation::Column::TenantId.eq(&row.tenant_id)).filter(vendor);
        let firm = vendor.one(self.tx).await?.ok_or(PortError::NotFound)?;
        let data = EventData { asset: Some(asset), actor, ..EventData::default() };
        log::append(self.tx, About::Asset(row, &firm.id), kind, self.now, &data).await
    }

    /// Notes an event for the partners' people who have some versions, and for whom the asset still is.
    async fn notify(&self, row: &asset::Model, event: &Event, held: SimpleExpr) -> Result<(), PortError> {
        use asset_download::{Column, Entity};
        let holders = Entity::find().select_only().column(Column::AccountId).distinct();
        let holders = holders.filter(Column::AssetId.eq(&row.id)).filter(held);
        let holders: Vec<String> = holders.into_tuple().all(self.tx).await?;
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(holders))
            .filter(account::Column::TenantId.eq(&row.tenant_id))
            .all(self.tx)
            .await?;
        let firms = accounts.iter().map(|one| one.organisation_id.as_str());
        let firms = organisation::Entity::find().filter(organisation::Column::Id.is_in(firms)).all(self.tx).await?;
        let firms: BTreeMap<&str, &organisation::Model> = firms.iter().map(|firm| (firm.id.as_str(), firm)).collect();
        let audience: Audience = row.content()?.audience;
        let told = accounts.iter().filter_map(|one| {
            let role = Role::parse(&one.role).filter(|role| role.side() == Side::Partner)?;
            let reader = access::reader_of(role, firms.get(one.organisation_id.as_str()).copied());
            audience.includes(&reader).then(|| (one.id.clone(), one.role.clone()))
        });
        inbox::note(self.tx, self.settings, event, told.collect()).await
    }
}

impl Store {
    /// Tells of what was published for a day that has come; how many assets.
    pub async fn announce(&self) -> Result<usize, PortError> {
        let waits = asset::Column::State.eq(PUBLISHED).and(asset::Column::Announced.eq(false));
        let mut all = 0;
        for row in asset::Entity::find().filter(waits.clone()).all(&self.db).await? {
            let tenant = TenantId(row.tenant_id.as_str().into());
            let settings = self.settings(&tenant)?;
            if row.standing(settings.day(super::now()))? != Standing::Current {
                continue;
            }
            let told = self.transact(async |tx| {
                let found = asset::Entity::find_by_id(&row.id).filter(waits.clone()).one(tx).await?;
                let Some(mut row) = found else { return Ok(0) };
                Pen::new(tx, &tenant, &settings).announce(&mut row, None).await.map(|()| 1)
            });
            all += told.await?;
        }
        Ok(all)
    }
}
