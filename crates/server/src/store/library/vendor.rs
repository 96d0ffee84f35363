//! What the vendor's people do with the library. What is allowed is the contract's table, and who may is decided in
//! `access`.

use super::super::entity::{asset, asset_text, asset_version, organisation};
use super::super::{Pen, Store, Write, access, now};
use super::rows::{self, state_of};
use super::shelve::NewVersion;
use super::{arrivals, tell, usage};
use crate::ports::{Actor, Current, Done, Keyed, PortError, Shelving, UsageQuery};
use async_trait::async_trait;
use portico_contract::asset::change::{NewAsset, NewVersion as Renewal};
use portico_contract::asset::reading::Known;
use portico_contract::asset::{Asset, AssetCommand, AssetUsage, Audiences, Readiness, Standing};
use portico_contract::country::Country;
use portico_contract::deal::form::Choice;
use portico_contract::page::Page;
use portico_contract::programme::Item;
use portico_contract::session::{Permission, Side};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

/// The asset that `who` sees to.
async fn seen_to(db: &impl ConnectionTrait, who: &Actor, id: &str) -> Result<asset::Model, PortError> {
    asset::Entity::find_by_id(id).filter(access::assets(who)).one(db).await?.ok_or(PortError::NotFound)
}

/// What the firms of a tenant have in a column, each value once.
async fn had(db: &impl ConnectionTrait, who: &Actor, column: organisation::Column) -> Result<Vec<String>, PortError> {
    let firms = organisation::Entity::find().filter(organisation::Column::TenantId.eq(who.tenant.0.as_ref()));
    let firms =
        firms.filter(organisation::Column::Kind.eq(Side::Partner.name())).select_only().column(column).distinct();
    let values: Vec<Option<String>> = firms.order_by_asc(column).into_tuple().all(db).await?;
    Ok(values.into_iter().flatten().collect())
}

/// The tiers that the firms of a tenant have.
async fn tiers(db: &impl ConnectionTrait, who: &Actor) -> Result<Vec<String>, PortError> {
    had(db, who, organisation::Column::Tier).await
}

/// Refuses what the standing of an asset does not allow.
fn allowed(row: &asset::Model, pen: &Pen<'_>, who: &Actor, command: AssetCommand) -> Result<Standing, PortError> {
    access::require(who, command.permission())?;
    let standing = row.standing(pen.today())?;
    let found = AssetCommand::allowed(standing, who.role).any(|allowed| allowed == command);
    if found { Ok(standing) } else { Err(PortError::WrongStanding { standing }) }
}

impl Pen<'_> {
    /// Writes what a person changed of an asset: its next version.
    pub(super) async fn save_change(&self, row: &mut asset::Model) -> Result<(), PortError> {
        row.version += 1;
        row.updated_at = self.now.timestamp_millis();
        row.announced &= row.standing(self.today())? != Standing::Scheduled;
        self.save_asset(row).await
    }
}

impl Write<'_> {
    /// Makes the newest version that is left the current one, whose file is looked at again.
    async fn step_back(&self, row: &mut asset::Model) -> Result<(), PortError> {
        use asset_version::{Column, Entity};
        let left = Entity::find().filter(Column::AssetId.eq(&row.id)).filter(Column::Withdrawn.eq(false));
        let left = left.order_by_desc(Column::N).all(self.tx).await?.into_iter().find(|left| !left.is_gone());
        let standing = row.standing(self.today())?;
        let left = left.ok_or(PortError::WrongStanding { standing })?;
        row.current = left.n;
        row.media_type.clone_from(&left.media_type);
        // The words of a version that was taken back are no words of this one.
        asset_text::Entity::delete_by_id(&row.id).exec(self.tx).await?;
        Entity::update_many()
            .col_expr(Column::Readiness, Expr::value(Readiness::Waiting.name()))
            .col_expr(Column::Attempts, Expr::value(0))
            .col_expr(Column::ClaimedUntil, Expr::value(0_i64))
            .filter(Column::AssetId.eq(&row.id))
            .filter(Column::N.eq(left.n))
            .exec(self.tx)
            .await?;
        Ok(())
    }
}

impl Store {
    /// The upload as the version that it becomes.
    async fn as_version(write: &Write<'_>, upload: &str, changes: &str) -> Result<NewVersion, PortError> {
        let (row, media_type, sha256) = arrivals::take(write.tx, write.who, upload).await?;
        Ok(NewVersion {
            name: row.name,
            media_type,
            size: u64::try_from(row.size).map_err(PortError::internal)?,
            sha256,
            changes: changes.to_owned(),
            captions: Vec::new(),
            by: Some(write.who.user.id.clone()),
        })
    }

    /// Changes an asset once for a key, and answers with all of it.
    async fn change_asset(
        &self,
        who: &Actor,
        key: &Keyed,
        work: impl AsyncFnOnce(&Write<'_>) -> Result<String, PortError>,
    ) -> Result<Done<Asset>, PortError> {
        self.freshen(&who.tenant).await?;
        let reader = self.reader(who).await?;
        self.once(who, key, async |write| {
            let id = work(write).await?;
            let row = seen_to(write.tx, who, &id).await?;
            self.whole(write.tx, who, &reader, &row).await
        })
        .await
    }
}

#[async_trait]
impl Shelving for Store {
    async fn add_asset(&self, who: &Actor, key: &Keyed, body: &Value) -> Result<Done<Asset>, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let settings = self.settings(&who.tenant)?;
        let tiers = tiers(&self.db, who).await?;
        let known = Known { rules: &settings.rules, tiers: &tiers, before: None };
        let new = NewAsset::read(body, &known).map_err(PortError::Invalid)?;
        if new.publish {
            access::require(who, Permission::AssetsPublish)?;
        }
        self.adopt(who, &new.upload).await?;
        let done = Box::pin(self.change_asset(who, key, async |write| {
            let id = write.dice.id();
            let version = Self::as_version(write, &new.upload, "").await?;
            write.shelve(&id, &new.content, Standing::Draft, &version).await?;
            if new.publish {
                let mut row = seen_to(write.tx, who, &id).await?;
                write.publish(&mut row).await?;
            }
            Ok(id)
        }));
        let done = done.await?;
        self.clear(who, &new.upload).await;
        Ok(done)
    }

    async fn describe_asset(&self, who: &Actor, id: &str, version: i64, patch: &Value) -> Result<Asset, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let settings = self.settings(&who.tenant)?;
        let tiers = tiers(&self.db, who).await?;
        self.freshen(&who.tenant).await?;
        let reader = self.reader(who).await?;
        self.transact(async |tx| {
            let mut row = seen_to(tx, who, id).await?;
            let pen = Pen::new(tx, &who.tenant, &settings);
            allowed(&row, &pen, who, AssetCommand::Edit)?;
            let known = Known { rules: &settings.rules, tiers: &tiers, before: None };
            let before = row.content()?;
            let after = before.patched(patch, &known);
            // What is there already is done, whatever version it was meant for: its sender may not have had the answer.
            let is_there = after.as_ref().is_ok_and(|after| *after == before);
            if row.version != version && !is_there {
                let current = self.whole(tx, who, &reader, &row).await?;
                return Err(PortError::Stale(Current::Asset(Box::new(current))));
            }
            let after = after.map_err(PortError::Invalid)?;
            if !is_there {
                row.describe(&after)?;
                pen.save_change(&mut row).await?;
            }
            self.whole(tx, who, &reader, &row).await
        })
        .await
    }

    async fn renew_asset(&self, who: &Actor, key: &Keyed, id: &str, body: &Value) -> Result<Done<Asset>, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let new = Renewal::read(body).map_err(PortError::Invalid)?;
        self.adopt(who, &new.upload).await?;
        let done = Box::pin(self.change_asset(who, key, async |write| {
            let mut row = seen_to(write.tx, who, id).await?;
            allowed(&row, write, who, AssetCommand::Edit)?;
            let version = Self::as_version(write, &new.upload, &new.changes).await?;
            write.renew(&mut row, &version).await?;
            write.tell_replaced(&row, Some(tell::by(who))).await?;
            Ok(row.id)
        }));
        let done = done.await?;
        self.clear(who, &new.upload).await;
        Ok(done)
    }

    async fn order_asset(
        &self,
        who: &Actor,
        key: &Keyed,
        id: &str,
        command: AssetCommand,
    ) -> Result<Done<Asset>, PortError> {
        access::require(who, command.permission())?;
        let done = self.change_asset(who, key, async |write| {
            let mut row = seen_to(write.tx, who, id).await?;
            let standing = allowed(&row, write, who, command)?;
            let to = command.leads(standing).ok_or(PortError::WrongStanding { standing })?;
            match command {
                AssetCommand::Publish => write.publish(&mut row).await?,
                AssetCommand::Withdraw => write.withdraw(&mut row).await?,
                _ => {
                    state_of(to).clone_into(&mut row.state);
                    write.save_change(&mut row).await?;
                }
            }
            Ok(row.id)
        });
        Box::pin(done).await
    }

    async fn withdraw_version(&self, who: &Actor, key: &Keyed, id: &str, n: u32) -> Result<Done<Asset>, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let n = i32::try_from(n).map_err(|_| PortError::NotFound)?;
        let done = self.change_asset(who, key, async |write| {
            use asset_version::{Column, Entity};
            let mut row = seen_to(write.tx, who, id).await?;
            let standing = allowed(&row, write, who, AssetCommand::Edit)?;
            let version = Entity::find_by_id((row.id.clone(), n)).one(write.tx).await?.ok_or(PortError::NotFound)?;
            if version.withdrawn {
                return Err(PortError::WrongStanding { standing });
            }
            let taken = Entity::update_many().col_expr(Column::Withdrawn, Expr::value(true));
            taken.filter(Column::AssetId.eq(&row.id)).filter(Column::N.eq(n)).exec(write.tx).await?;
            if row.current == n {
                write.step_back(&mut row).await?;
            }
            write.save_change(&mut row).await?;
            write.tell_withdrawn(&row, Some(n), Some(tell::by(who))).await?;
            Ok(row.id)
        });
        Box::pin(done).await
    }

    async fn audiences(&self, who: &Actor, languages: &[String]) -> Result<Audiences, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let settings = self.settings(&who.tenant)?;
        let rules = &settings.rules.incentives;
        // The programme's order, and behind it what no rule names.
        let had = tiers(&self.db, who).await?;
        let named = rules.tiers.iter().map(|item| {
            let own = had.iter().find(|tier| item.has_name(tier)).cloned();
            // Audiences name tiers as firms have them: in whatever language somebody asks, it is the same name.
            own.unwrap_or_else(|| settings.word(&item.name, &[]))
        });
        let unnamed = had.iter().filter(|tier| !rules.tiers.iter().any(|item| item.has_name(tier))).cloned();
        let choice = |item: &Item| Choice { id: item.id.clone(), name: settings.word(&item.name, languages) };
        let regions = self::had(&self.db, who, organisation::Column::Country).await?;
        Ok(Audiences {
            tiers: named.chain(unnamed).collect(),
            partner_types: rules.partner_types.iter().map(choice).collect(),
            regions: regions.iter().filter_map(|code| Country::parse(code).ok()).collect(),
        })
    }

    async fn asset_usage(&self, who: &Actor, query: &UsageQuery) -> Result<Page<AssetUsage>, PortError> {
        access::require(who, Permission::AssetsManage)?;
        let today = self.settings(&who.tenant)?.day(now());
        usage::of(&self.db, who, query, today).await
    }
}

impl Write<'_> {
    /// Lets partners find an asset, from its first day on.
    async fn publish(&self, row: &mut asset::Model) -> Result<(), PortError> {
        rows::PUBLISHED.clone_into(&mut row.state);
        self.save_change(row).await?;
        self.announce(row, Some(tell::by(self.who))).await
    }

    /// Takes an asset back everywhere.
    async fn withdraw(&self, row: &mut asset::Model) -> Result<(), PortError> {
        rows::WITHDRAWN.clone_into(&mut row.state);
        self.tell_withdrawn(row, None, Some(tell::by(self.who))).await?;
        row.announced = false;
        self.save_change(row).await
    }
}
