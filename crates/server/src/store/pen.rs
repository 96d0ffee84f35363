//! One transaction that writes: the row, what lists need of it, and the event that tells of it.

use super::conflicts::{self, Keys};
use super::entity::deal;
use super::log::{self, About};
use super::rows::DealRow;
use super::settings::Settings;
use super::{colleagues, inbox, keys};
use crate::dice::Dice;
use crate::jws::SigningKey;
use crate::ports::{Audience, PortError, TenantId};
use crate::sla::Count;
use chrono::{DateTime, NaiveDate, Utc};
use portico_contract::absence::Colleague;
use portico_contract::deal::{DealContent, Review};
use portico_contract::event::{Event, EventData, EventKind};
use portico_contract::money::Money;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter};
use std::sync::Arc;
use tokio::sync::OnceCell;

/// One transaction in one tenant. Time and chance are given, so that demo data can be made of the past, and the same
/// each time.
#[derive(Clone)]
pub(crate) struct Pen<'a> {
    pub tx: &'a DatabaseTransaction,
    pub tenant: &'a TenantId,
    pub settings: &'a Settings,
    pub now: DateTime<Utc>,
    pub dice: &'a Dice,
    /// What is read once, however many deals are written.
    pub known: Arc<Known>,
}

/// What no transaction of deals changes.
#[derive(Default)]
pub(crate) struct Known {
    people: OnceCell<Vec<Colleague>>,
    key: OnceCell<SigningKey>,
}

impl<'a> Pen<'a> {
    /// A pen that writes now, with numbers that nobody can foresee.
    pub(crate) fn new(tx: &'a DatabaseTransaction, tenant: &'a TenantId, settings: &'a Settings) -> Self {
        Self { tx, tenant, settings, now: super::now(), dice: &Dice::Real, known: Arc::default() }
    }
}

impl Pen<'_> {
    /// The day in the tenant's time zone.
    pub(super) fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.settings.time_zone).date_naive()
    }

    /// The vendor's people who decide.
    pub(super) async fn people(&self) -> Result<&[Colleague], PortError> {
        let people = self.known.people.get_or_try_init(|| colleagues::of(self.tx, self.tenant, self.today())).await?;
        Ok(people)
    }

    /// The key that signs receipts.
    pub(super) async fn key(&self) -> Result<&SigningKey, PortError> {
        self.known.key.get_or_try_init(|| keys::active(self.tx, self.now)).await
    }

    /// Whether somebody else has registered the customer, or the vendor sells to it itself.
    pub(super) async fn is_contested(&self, deal: &deal::Model) -> Result<bool, PortError> {
        let is_house = self.settings.house_account(&Keys::of_row(deal)).is_some();
        Ok(is_house || !conflicts::met_by(self.tx, self.tenant, deal, self.today()).await?.is_empty())
    }

    /// Lets a claim or an approved deal whose time has passed expire. Nobody does it: time does.
    pub(crate) async fn expire(&self, row: &mut DealRow) -> Result<(), PortError> {
        Review::Expired.name().clone_into(&mut row.deal.review);
        (row.deal.stage, row.deal.stage_id) = (None, None);
        row.deal.complete_by.clear();
        self.save(row).await?;
        self.tell(row, EventKind::DealExpired, Audience::All, EventData::default()).await.map(drop)
    }

    /// Tells that a deal's window ends in `left` days. The deal itself does not change: whoever edits it is not disturbed.
    pub(super) async fn warn(&self, row: &DealRow, left: u16) -> Result<(), PortError> {
        deal::Entity::update_many()
            .col_expr(deal::Column::Warned, row.deal.warned.into())
            .filter(deal::Column::Id.eq(&row.deal.id))
            .exec(self.tx)
            .await?;
        let claimed = row.review() == Review::Claimed;
        let kind = if claimed { EventKind::DealClaimEnding } else { EventKind::DealProtectionEnding };
        self.tell(row, kind, Audience::All, EventData { days: Some(left), ..EventData::default() }).await.map(drop)
    }

    pub(super) fn answer_due(&self, from: DateTime<Utc>, minutes: i64) -> i64 {
        self.settings.hours().due(from, minutes, self.settings.time_zone).timestamp_millis()
    }

    pub(super) async fn save(&self, row: &mut DealRow) -> Result<(), PortError> {
        row.deal.version += 1;
        row.deal.updated_at = self.now.timestamp_millis();
        row.deal.clone().into_active_model().reset_all().update(self.tx).await?;
        Ok(())
    }

    /// Appends an event that patches the row, and notifies those whom it is told.
    pub(super) async fn tell(
        &self,
        row: &DealRow,
        kind: EventKind,
        audience: Audience,
        data: EventData,
    ) -> Result<Event, PortError> {
        let conflict = match row.review() {
            review if review.waits_for_vendor() => Some(self.is_contested(&row.deal).await?),
            _ => None,
        };
        let data = EventData { deal: Some(row.summary(self.now, conflict)?), ..data };
        let event = log::append(self.tx, About::Deal(&row.deal, audience), kind, self.now, &data).await?;
        inbox::tell(self.tx, self.settings, &row.deal, audience, &event).await?;
        Ok(event)
    }
}

/// Takes over what was written, and repeats in columns what lists need of it and of the owner. What is searched is
/// folded here, since SQLite knows the small letters of ASCII alone.
pub(crate) fn fill(deal: &mut deal::Model, owner: &str, content: &DealContent) -> Result<(), PortError> {
    let keys = Keys::of(&content.customer);
    deal.content = serde_json::to_string(content).map_err(PortError::internal)?;
    deal.customer = content.customer.name.clone().unwrap_or_default();
    deal.products = content.products.iter().map(|line| line.product.as_str()).collect::<Vec<_>>().join(" ");
    deal.country = content.customer.country.map(Into::into);
    (deal.website, deal.duns, deal.name_key) = (keys.website, keys.duns, keys.name);
    deal.value_minor = content.value.map_or(0, Money::minor);
    deal.value_currency = content.value.map(|value| value.currency().into());
    deal.close_date = content.close_date.map(|date| date.to_string()).unwrap_or_default();
    let number = deal.number.replace('-', "");
    let words = [&deal.customer, &deal.number, &number, &deal.products, owner];
    let more = [&deal.website, &content.customer.city, &content.contact.name].into_iter().flatten();
    deal.search =
        words.into_iter().chain(more.map(String::as_str)).map(str::to_lowercase).collect::<Vec<_>>().join("\n");
    Ok(())
}
