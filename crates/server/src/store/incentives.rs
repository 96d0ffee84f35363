//! What partners earn: counted before a deal is handed in, kept from then on, locked when the tenant says so.

use super::entity::{held_certification, incentive, organisation};
use super::rows::DealRow;
use super::settings::Settings;
use super::{Store, Write, access, now, programme, time};
use crate::ports::{Actor, PortError};
use chrono::{DateTime, NaiveDate, Utc};
use portico_contract::deal::commands::Order;
use portico_contract::deal::incentive::{IncentiveEntry, Margin, Partner, Sale, Why, gains, reckon};
use portico_contract::deal::{DealContent, Incentive, Review};
use portico_contract::money::Money;
use portico_contract::session::Permission;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// At most so many entries of a history are told.
const HISTORY: u64 = 50;

/// What is kept of each count: what came of it, and what it was made of, so that a change can be told by its cause.
#[derive(Serialize, Deserialize)]
struct Counted {
    margin: Margin,
    partner: Partner,
    value: Option<Money>,
}

/// What a firm is and holds on a day.
async fn partner(db: &impl ConnectionTrait, firm: &str, day: NaiveDate) -> Result<Partner, PortError> {
    let held = held_certification::Entity::find()
        .filter(held_certification::Column::OrganisationId.eq(firm))
        .filter(held_certification::Column::EndsOn.gte(day.to_string()))
        .order_by_asc(held_certification::Column::Certification)
        .all(db)
        .await?;
    let firm = organisation::Entity::find_by_id(firm).one(db).await?.ok_or(PortError::NotFound)?;
    let certifications = held.into_iter().map(|one| one.certification).collect();
    Ok(Partner { partner_type: firm.partner_type, tier: firm.tier, certifications })
}

/// What the rules in force give.
fn count(settings: &Settings, partner: &Partner, content: &DealContent) -> Margin {
    reckon(&settings.rules.incentives, &settings.rules.form.products, partner, &Sale::of(content))
}

/// The counts of a deal, newest first.
async fn counts(db: &impl ConnectionTrait, deal: &str, most: u64) -> Result<Vec<incentive::Model>, PortError> {
    let of_deal = incentive::Entity::find().filter(incentive::Column::DealId.eq(deal));
    Ok(of_deal.order_by_desc(incentive::Column::Position).limit(most).all(db).await?)
}

impl incentive::Model {
    fn counted(&self) -> Result<Counted, PortError> {
        serde_json::from_str(&self.body).map_err(PortError::internal)
    }

    fn entry(&self) -> Result<IncentiveEntry, PortError> {
        Ok(IncentiveEntry {
            at: time(self.at),
            why: Why::parse(&self.why).unwrap_or(Why::DealChanged),
            rules_version: self.rules_version,
            locked: self.locked_at.is_some(),
            margin: self.counted()?.margin,
        })
    }
}

/// Whether what a deal earns can still become something else.
fn is_open(row: &DealRow) -> bool {
    let waits = matches!(row.review(), Review::Submitted | Review::InReview | Review::InfoRequested);
    waits || row.review() == Review::Approved && row.stage().is_none_or(|stage| !stage.is_closed())
}

/// What a deal earns, for whoever sees the deal; none where it was never counted.
pub(super) async fn of_deal(
    db: &impl ConnectionTrait,
    settings: &Settings,
    row: &DealRow,
    now: DateTime<Utc>,
) -> Result<Option<Incentive>, PortError> {
    let counts = counts(db, &row.deal.id, HISTORY).await?;
    let Some(newest) = counts.first() else { return Ok(None) };
    let rules = &settings.rules.incentives;
    let mut incentive = newest.counted()?.margin.into_incentive(time(newest.at), newest.rules_version);
    incentive.lock_at_approval = rules.lock_at_approval;
    incentive.locked_at = newest.locked_at.map(time);
    incentive.history = counts.iter().map(incentive::Model::entry).collect::<Result<_, _>>()?;
    if incentive.locked_at.is_none() && is_open(row) {
        let partner = partner(db, &row.deal.organisation_id, settings.day(now)).await?;
        let content = row.deal.content()?;
        let next = count(settings, &partner, &content);
        incentive.gains = gains(rules, &settings.rules.form.products, &partner, &Sale::of(&content));
        incentive.next = Some(next).filter(|next| !next.is_like(&incentive.margin()));
    }
    Ok(Some(incentive))
}

/// What deals earn by now, without how it came to be: of a page of a list.
pub(super) async fn standing(
    db: &impl ConnectionTrait,
    deals: impl Iterator<Item = &str>,
) -> Result<HashMap<String, Incentive>, PortError> {
    let counts = incentive::Entity::find().filter(incentive::Column::DealId.is_in(deals));
    let counts = counts.order_by_asc(incentive::Column::Position).all(db).await?;
    // Later ones take the place of earlier ones.
    let newest: HashMap<&str, &incentive::Model> = counts.iter().map(|count| (count.deal_id.as_str(), count)).collect();
    let told = |(deal, count): (&str, &incentive::Model)| {
        let incentive = count.counted()?.margin.into_incentive(time(count.at), count.rules_version);
        Ok((deal.to_owned(), Incentive { locked_at: count.locked_at.map(time), ..incentive }))
    };
    newest.into_iter().map(told).collect()
}

impl Store {
    /// What a registration would earn the firm of `who`, as it is known so far; none where the tenant has no rules.
    pub(super) async fn would_earn(&self, who: &Actor, content: &DealContent) -> Result<Option<Incentive>, PortError> {
        access::require(who, Permission::DealsRegister)?;
        let (settings, now) = (self.settings(&who.tenant)?, now());
        let rules = &settings.rules.incentives;
        if rules.rules.is_empty() {
            return Ok(None);
        }
        let partner = partner(&self.db, &who.organisation.id, settings.day(now)).await?;
        let margin = count(&settings, &partner, content);
        Ok(Some(Incentive {
            gains: gains(rules, &settings.rules.form.products, &partner, &Sale::of(content)),
            lock_at_approval: rules.lock_at_approval,
            ..margin.into_incentive(now, settings.version)
        }))
    }
}

/// The command that makes a deal's margin be counted, whatever came of it before.
pub(super) fn why(order: &Order) -> Option<Why> {
    match order {
        Order::Submit => Some(Why::Submitted),
        Order::Approve { .. } => Some(Why::Approved),
        Order::Win { .. } => Some(Why::Won),
        Order::Revert { .. } => Some(Why::Reverted),
        _ => None,
    }
}

impl Write<'_> {
    /// Counts again what a deal earns, as it stands now in `row`, and keeps it where it has become something else or was
    /// decided on. What is locked follows the value alone. A deal that was never counted is, once something is decided.
    pub(super) async fn earn(&self, row: &DealRow, why: Option<Why>) -> Result<(), PortError> {
        if !is_open(row) && why != Some(Why::Won) {
            return Ok(());
        }
        let before = counts(self.tx, &row.deal.id, 1).await?.pop();
        let rules = &self.settings.rules.incentives;
        if before.is_none() && (why.is_none() || rules.rules.is_empty()) {
            return Ok(());
        }
        let known = before.as_ref().map(incentive::Model::counted).transpose()?;
        let locked_at = before.as_ref().and_then(|before| before.locked_at).filter(|_| why != Some(Why::Reverted));
        let was_locked = before.as_ref().is_some_and(|before| before.locked_at.is_some());
        let content = row.deal.content()?;
        let counted = match known.as_ref().filter(|_| locked_at.is_some()) {
            // Locked at these points: what they come to follows the sale.
            Some(known) if known.value == content.value => return Ok(()),
            Some(known) => Counted {
                margin: known.margin.of(known.value, content.value),
                partner: known.partner.clone(),
                value: content.value,
            },
            None => {
                let partner = partner(self.tx, &row.deal.organisation_id, self.today()).await?;
                Counted { margin: count(self.settings, &partner, &content), partner, value: content.value }
            }
        };
        let decides = matches!(why, Some(Why::Approved | Why::Won)) || (why == Some(Why::Reverted) && was_locked);
        let why = match (why, before.as_ref().zip(known.as_ref())) {
            (Some(why), None) => why,
            (Some(why), Some(_)) if decides => why,
            (_, Some((_, known))) if known.margin.is_like(&counted.margin) => return Ok(()),
            (_, Some((before, known))) => self.cause(before, known, &counted).await?,
            (None, None) => return Ok(()),
        };
        let locks = why == Why::Won || why == Why::Approved && rules.lock_at_approval;
        let at = self.now.timestamp_millis();
        let entry = incentive::Model {
            deal_id: row.deal.id.clone(),
            position: before.as_ref().map_or(1, |before| before.position + 1),
            at,
            why: why.name().to_owned(),
            rules_version: match (&before, locked_at) {
                (Some(before), Some(_)) => before.rules_version,
                _ => self.settings.version,
            },
            locked_at: locked_at.or(locks.then_some(at)),
            body: serde_json::to_string(&counted).map_err(PortError::internal)?,
        };
        incentive::Entity::insert(entry.into_active_model()).exec_without_returning(self.tx).await?;
        Ok(())
    }

    /// Why a count came to something else than the one before.
    async fn cause(&self, before: &incentive::Model, known: &Counted, counted: &Counted) -> Result<Why, PortError> {
        if before.rules_version != self.settings.version {
            let older = programme::rules_at(self.tx, self.tenant, self.settings, before.rules_version).await?;
            if older.incentives != self.settings.rules.incentives {
                return Ok(Why::RulesChanged);
            }
        }
        Ok(if known.partner == counted.partner { Why::DealChanged } else { Why::PartnerChanged })
    }
}
