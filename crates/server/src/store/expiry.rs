//! What time does: claims that were not completed, and approved deals whose window has passed, expire. Catches up after the server was down, and does
//! nothing twice, since each deal is looked at again inside its transaction.

use super::entity::deal;
use super::rows::{self, DealRow};
use super::settings::Settings;
use super::{Pen, Store};
use crate::ports::{PortError, TenantId};
use portico_contract::deal::{ExtensionState, Review, Stage};
use sea_orm::{ColumnTrait, Condition, ExprTrait, QueryFilter, QuerySelect};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often time is looked at.
const TICK: Duration = Duration::from_mins(1);
/// Deals that expire in one transaction, so that others get their turn.
const BATCH: u64 = 100;

/// The deals of `tenant` whose time ended before `today`. A window that the vendor was asked to extend stays open until
/// the vendor has answered.
pub(super) fn past(tenant: &TenantId, today: chrono::NaiveDate) -> Condition {
    let going = Condition::any()
        .add(deal::Column::Stage.is_null())
        .add(deal::Column::Stage.is_not_in([Stage::Won, Stage::Lost].map(Stage::name)));
    let pending = deal::Column::ExtensionState.eq(ExtensionState::Pending.name());
    let unasked = Condition::any().add(deal::Column::ExtensionState.is_null()).add(pending.not());
    let approved = Condition::all()
        .add(deal::Column::Review.eq(Review::Approved.name()))
        .add(deal::Column::ProtectionEnds.lt(today.to_string()))
        .add(going)
        .add(unasked);
    let claimed = Condition::all()
        .add(deal::Column::Review.eq(Review::Claimed.name()))
        .add(deal::Column::CompleteBy.lt(today.to_string()));
    Condition::all().add(deal::Column::TenantId.eq(tenant.0.as_ref())).add(Condition::any().add(approved).add(claimed))
}

impl Store {
    /// Lets everything expire whose time has come; how many did.
    pub async fn expire(&self) -> Result<usize, PortError> {
        let (mut expired, mut failed) = (0, None);
        for (tenant, settings) in self.all_settings() {
            // What stops one tenant's clock stops no other's.
            match self.expire_in(&tenant, &settings).await {
                Ok(count) => expired += count,
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(expired), Err)
    }

    async fn expire_in(&self, tenant: &TenantId, settings: &Settings) -> Result<usize, PortError> {
        let mut expired = 0;
        loop {
            let done = self
                .transact(async |tx| {
                    let pen = Pen::new(tx, tenant, settings);
                    let due = rows::select().filter(past(tenant, pen.today())).limit(BATCH);
                    let mut due = due.into_model::<DealRow>().all(tx).await?;
                    for row in &mut due {
                        pen.expire(row).await?;
                    }
                    Ok(due.len())
                })
                .await?;
            expired += done;
            if done == 0 {
                return Ok(expired);
            }
        }
    }

    /// Lets things expire as long as the server runs.
    pub async fn keep_time(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        loop {
            match self.expire().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "deals expired"),
                Err(error) => tracing::warn!(%error, "deals could not expire now"),
            }
            tokio::select! {
                () = tokio::time::sleep(TICK) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }
}
