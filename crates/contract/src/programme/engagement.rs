//! The rules of engagement: what partners can count on, taken from the rules that the system keeps to, so that the page
//! cannot say anything else.

use super::approval::{ApprovalRule, Way};
use super::{BusinessHours, IncentiveRule, Item, Revision, Rules, Told, Words};
use crate::deal::content::DealType;
use crate::deal::incentive::{IncentiveInput, InputKind};
use crate::money::Money;
use crate::points::Points;
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// `GET /programme/engagement`, public.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Engagement {
    /// The version of the rules.
    pub version: i64,
    /// Since when they are in force.
    pub changed_at: DateTime<Utc>,
    /// Days that a claim keeps its place; 0: there are no claims.
    pub claim_days: u16,
    /// Days for which an approved registration is protected, unless the decision says otherwise.
    pub protection_days: u16,
    /// Days by which a window is proposed to be made longer.
    pub extension_days: u16,
    /// How often it can be made longer.
    pub extensions: u16,
    /// When partners learn that somebody else has registered their customer.
    pub conflicts: Told,
    /// Minutes of business hours within which the vendor answers.
    pub answer_within_minutes: u16,
    /// Which hours count; of the holidays those of the next twelve months.
    pub hours: BusinessHours,
    /// Where they are counted (IANA time zone).
    pub time_zone: String,
    /// Registrations that more than one person approves, or nobody has to: the first that fits.
    #[serde(default)]
    pub approval: Vec<EngagedApproval>,
    /// The customers that the vendor sells to itself, by name where it publishes them; none where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house_accounts: Option<Vec<String>>,
    /// What partners earn, where the vendor publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentives: Option<PublishedIncentives>,
}

/// What partners can know of a rule of approval: not who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EngagedApproval {
    /// What the tenant calls it.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// Only for customers in these territories, by name; none: anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = Vec<std::collections::HashMap<String, String>>))]
    pub territories: Vec<Words>,
    /// Only with one of these products; none: with any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<Item>,
    /// Only for these types of deal; none: for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deal_types: Vec<DealType>,
    /// From this value on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub from: Option<Money>,
    /// Below this value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub below: Option<Money>,
    /// How many people approve it, one after the other; none: it is approved at once, unless it meets another.
    pub steps: u32,
}

/// What partners earn on a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishedIncentives {
    /// What adds to the margin, in the order in which it is counted.
    pub rules: Vec<PublishedRule>,
    /// The most that all rules give together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Points>,
    /// An approval locks it; otherwise the win does.
    pub lock_at_approval: bool,
}

/// A rule and what it asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublishedRule {
    /// What it is called, by language.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// What it adds.
    pub points: Points,
    /// What it asks for: of each kind one of the values.
    pub input: Vec<IncentiveInput>,
}

impl Engagement {
    /// What partners can count on from `today`.
    pub fn of(rules: &Rules, revision: &Revision, time_zone: String, today: NaiveDate) -> Self {
        let mut hours = rules.answers.hours.clone();
        let last = today + Months::new(12);
        hours.holidays.retain(|day| (today..=last).contains(day));
        Self {
            version: revision.version,
            changed_at: revision.changed_at,
            claim_days: rules.registration.claim_days,
            protection_days: rules.registration.protection_days,
            extension_days: rules.registration.extension_days,
            extensions: rules.registration.extensions,
            conflicts: rules.registration.conflict_check.when,
            answer_within_minutes: rules.answers.within_minutes,
            hours,
            time_zone,
            approval: rules.approval.iter().map(|rule| EngagedApproval::of(rules, rule)).collect(),
            house_accounts: (!rules.house.accounts.is_empty()).then(|| {
                let named = rules.house.accounts.iter().filter(|_| rules.house.published);
                named.map(|account| account.name.clone()).collect()
            }),
            incentives: PublishedIncentives::of(rules),
        }
    }
}

impl EngagedApproval {
    fn of(rules: &Rules, rule: &ApprovalRule) -> Self {
        let territories = rules.routing.territories.iter().filter(|one| rule.scope.territories.contains(&one.id));
        Self {
            name: rule.name.clone(),
            territories: territories.map(|one| one.name.clone()).collect(),
            products: rule.scope.products.iter().map(|id| Item::named(&rules.form.products, id)).collect(),
            deal_types: rule.deal_types.clone(),
            from: rule.least(),
            below: rule.limit(),
            steps: match rule.way {
                Way::Steps => u32::try_from(rule.steps.len()).unwrap_or(u32::MAX),
                Way::ByItself => 0,
            },
        }
    }
}

impl PublishedIncentives {
    fn of(rules: &Rules) -> Option<Self> {
        let incentives = &rules.incentives;
        let published = |rule: &IncentiveRule| PublishedRule {
            name: rule.name.clone(),
            points: rule.points,
            input: asked(rules, rule),
        };
        (incentives.published && !incentives.rules.is_empty()).then(|| Self {
            rules: incentives.rules.iter().map(published).collect(),
            most: incentives.most,
            lock_at_approval: incentives.lock_at_approval,
        })
    }
}

/// What a rule asks for, by name.
fn asked(rules: &Rules, rule: &IncentiveRule) -> Vec<IncentiveInput> {
    let (known, when) = (&rules.incentives, &rule.when);
    let deal_types: Vec<String> = when.deal_types.iter().map(|one| one.name().to_owned()).collect();
    let lists: [(InputKind, &[String], &[Item]); 5] = [
        (InputKind::PartnerType, &when.partner_types, &known.partner_types),
        (InputKind::Tier, &when.tiers, &known.tiers),
        (InputKind::DealType, &deal_types, &[]),
        (InputKind::Product, &when.products, &rules.form.products),
        (InputKind::Certification, &when.certifications, &known.certifications),
    ];
    let input = |(kind, asked, known): (InputKind, &[String], &[Item])| {
        let values = asked.iter().map(|id| Item::named(known, id)).collect();
        (!asked.is_empty()).then_some(IncentiveInput { kind, values })
    };
    lists.into_iter().filter_map(input).collect()
}
