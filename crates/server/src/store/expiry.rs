//! What time does: windows that end soon are warned of, and expire when they have passed. Catches up after the server
//! was down, and does nothing twice, since each deal is looked at again inside its transaction.

use super::entity::deal;
use super::rows::{self, DealRow};
use super::{Pen, Store, list};
use crate::ports::{PortError, TenantId};
use chrono::{Days, NaiveDate};
use portico_contract::deal::{ExtensionState, Review};
use sea_orm::{ColumnTrait, Condition, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often time is looked at.
const TICK: Duration = Duration::from_mins(1);
/// Deals of one transaction, so that others get their turn.
const BATCH: u64 = 100;
/// Days before its end at which the owner of a protected deal is warned.
const PROTECTION_WARNINGS: [i32; 2] = [14, 3];
/// And of a claim.
const CLAIM_WARNINGS: [i32; 1] = [3];

fn of(tenant: &TenantId) -> Condition {
    Condition::all().add(deal::Column::TenantId.eq(tenant.0.as_ref()))
}

fn claimed() -> Condition {
    Condition::all().add(deal::Column::Review.eq(Review::Claimed.name()))
}

/// Approved deals that are neither won nor lost. A window that the vendor was asked to extend stays open until the
/// vendor has answered.
fn protected() -> Condition {
    let pending = deal::Column::ExtensionState.eq(ExtensionState::Pending.name());
    let unasked = Condition::any().add(deal::Column::ExtensionState.is_null()).add(pending.not());
    Condition::all().add(deal::Column::Review.eq(Review::Approved.name())).add(list::going()).add(unasked)
}

/// The deals of `tenant` whose time ended before `today`.
pub(super) fn past(tenant: &TenantId, today: NaiveDate) -> Condition {
    let today = today.to_string();
    let over = protected().add(deal::Column::ProtectionEnds.lt(&today));
    of(tenant).add(Condition::any().add(over).add(claimed().add(deal::Column::CompleteBy.lt(today))))
}

/// The deals of `tenant` that come nearer to their end than their owner was told.
fn ending(tenant: &TenantId, today: NaiveDate) -> Condition {
    let soon = |set: fn() -> Condition, ends: deal::Column, warnings: &[i32]| {
        let told = |days: i32| Condition::any().add(deal::Column::Warned.eq(0)).add(deal::Column::Warned.gt(days));
        let within = |days: i32| {
            let last = today + Days::new(u64::from(days.unsigned_abs()));
            set().add(ends.between(today.to_string(), last.to_string())).add(told(days))
        };
        warnings.iter().fold(Condition::any(), |any, days| any.add(within(*days)))
    };
    let protected = soon(protected, deal::Column::ProtectionEnds, &PROTECTION_WARNINGS);
    of(tenant).add(protected.add(soon(claimed, deal::Column::CompleteBy, &CLAIM_WARNINGS)))
}

/// Of the days at which one is warned, those that `left` has reached last.
fn reached(review: Review, left: i32) -> i32 {
    let warnings = if review == Review::Claimed { CLAIM_WARNINGS.as_slice() } else { PROTECTION_WARNINGS.as_slice() };
    warnings.iter().copied().filter(|days| left <= *days).min().unwrap_or_default()
}

impl Pen<'_> {
    async fn due(&self, set: Condition) -> Result<Vec<DealRow>, PortError> {
        let due = rows::select().filter(set).order_by_asc(deal::Column::Id).limit(BATCH);
        Ok(due.into_model::<DealRow>().all(self.tx).await?)
    }

    async fn expire_past(&self) -> Result<usize, PortError> {
        let mut due = self.due(past(self.tenant, self.today())).await?;
        for row in &mut due {
            self.expire(row).await?;
        }
        Ok(due.len())
    }

    /// Warns of some of the windows that end soon; how many.
    pub(crate) async fn warn_of_ends(&self) -> Result<usize, PortError> {
        let mut due = self.due(ending(self.tenant, self.today())).await?;
        for row in &mut due {
            let ends = if row.review() == Review::Claimed { &row.deal.complete_by } else { &row.deal.protection_ends };
            let last: NaiveDate = ends.parse().map_err(PortError::internal)?;
            let left = u16::try_from((last - self.today()).num_days()).unwrap_or_default();
            row.deal.warned = reached(row.review(), i32::from(left));
            self.warn(row, left).await?;
        }
        Ok(due.len())
    }
}

impl Store {
    /// Lets everything expire whose time has come; how many did.
    pub async fn expire(&self) -> Result<usize, PortError> {
        self.everywhere(async |pen| pen.expire_past().await).await
    }

    /// Warns the owners of what ends soon; of how many.
    pub async fn warn(&self) -> Result<usize, PortError> {
        self.everywhere(async |pen| pen.warn_of_ends().await).await
    }

    /// Does a batch of work in each tenant, again until nothing is left of it.
    async fn everywhere(&self, batch: impl AsyncFn(&Pen<'_>) -> Result<usize, PortError>) -> Result<usize, PortError> {
        let (mut all, mut failed) = (0, None);
        for (tenant, settings) in self.all_settings() {
            loop {
                match self.transact(async |tx| batch(&Pen::new(tx, &tenant, &settings)).await).await {
                    Ok(0) => break,
                    Ok(done) => all += done,
                    // What stops one tenant's clock stops no other's.
                    Err(error) => {
                        failed = Some(error);
                        break;
                    }
                }
            }
        }
        failed.map_or(Ok(all), Err)
    }

    /// Lets time do its work as long as the server runs.
    pub async fn keep_time(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        loop {
            match self.expire().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "deals expired"),
                Err(error) => tracing::warn!(%error, "deals could not expire now"),
            }
            match self.warn().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "owners warned of an end"),
                Err(error) => tracing::warn!(%error, "owners could not be warned now"),
            }
            match self.forget_mails().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "mails forgotten"),
                Err(error) => tracing::warn!(%error, "mails could not be forgotten now"),
            }
            match self.forget_imports().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "imports forgotten"),
                Err(error) => tracing::warn!(%error, "imports could not be forgotten now"),
            }
            match self.sweep().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "files removed that hang on no comment"),
                Err(error) => tracing::warn!(%error, "files could not be removed now"),
            }
            match self.announce().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "assets told of whose day has come"),
                Err(error) => tracing::warn!(%error, "assets could not be told of now"),
            }
            match self.sweep_arrivals().await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "uploads removed that became no asset"),
                Err(error) => tracing::warn!(%error, "uploads could not be removed now"),
            }
            tokio::select! {
                () = tokio::time::sleep(TICK) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }
}
