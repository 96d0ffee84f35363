//! What a partner earns on a deal: a line for each rule that counts, with what made it count; what could be added to it;
//! how it came to be what it is. No number stands without its reason.

mod reckon;

pub use reckon::{Margin, Partner, Sale, gains, reckon};

use crate::money::Money;
use crate::named::named;
use crate::points::Points;
use crate::programme::{Item, Words};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// `POST /deals/preview`: what a registration would lead to. Nothing is kept of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DealPreview {
    /// What it would earn; none where the tenant has no rules for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incentive: Option<Incentive>,
    /// Who would have to approve it, in order, or that it would be approved by itself; none where no rule fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<crate::deal::Approval>,
    /// By when there would be an answer, handed in now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_due: Option<DateTime<Utc>>,
}

/// What a partner earns on a deal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Incentive {
    /// The sum of the lines: points of the deal's value.
    pub total: Points,
    /// That part of the value, where it is known: the sum of the lines, of which each is rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
    /// What adds to it, in the order of the rules.
    pub lines: Vec<IncentiveLine>,
    /// The most that all rules give together, where that made it less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<Points>,
    /// What the firm could add to it; nothing once it is locked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gains: Vec<Gain>,
    /// When it was counted.
    pub as_of: DateTime<Utc>,
    /// By which version of the rules.
    pub rules_version: i64,
    /// Approval will lock it, as the rules stand.
    pub lock_at_approval: bool,
    /// Since when no rule changes it any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked_at: Option<DateTime<Utc>>,
    /// What the next change of the deal will make of it, where rules or firm have changed since it was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Margin>,
    /// How it came to be what it is, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<IncentiveEntry>,
}

/// What one rule adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveLine {
    /// The id of the rule.
    pub rule: String,
    /// What it was called when this was counted, by language.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// What made it count; nothing where it counts for every deal.
    pub input: Vec<IncentiveInput>,
    /// What it adds.
    pub points: Points,
    /// What the rule gives to the whole of a deal.
    pub rate: Points,
    /// Its part of the amount, rounded down to the currency's smallest unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
    /// For which part of the deal it counts, where not for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// It adds less, since all rules together give no more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

/// A part of a deal: of its value where every product has an amount, else each product counts alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Share {
    /// Products for which the rule counts.
    pub products: u32,
    /// Products of the deal.
    pub of: u32,
    /// What these products come to, where every product has an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
}

/// What made a rule count: what the firm is or holds, or what the deal is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveInput {
    /// Of what kind.
    pub kind: InputKind,
    /// Which: by id and by name. Types of deal have no name but the portal's own.
    pub values: Vec<Item>,
}

named! {
    /// What rules look at.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum InputKind {
        PartnerType = "partner_type",
        Tier = "tier",
        DealType = "deal_type",
        Product = "product",
        Certification = "certification",
    }
}

/// What a firm could add to its margin, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Gain {
    /// What it needs: a certification, or a tier.
    pub input: IncentiveInput,
    /// By how much the whole would rise.
    pub points: Points,
    /// The same of the value, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
    /// Rules that count then, and do not now.
    pub rules: Vec<Item>,
}

/// What it was at some time, and why it became that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: Why,
    /// By which version of the rules.
    pub rules_version: i64,
    /// It was locked from then on.
    pub locked: bool,
    /// What it became.
    pub margin: Margin,
}

named! {
    /// Why a margin was counted again.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Why {
        /// The deal was handed in.
        Submitted = "submitted",
        /// It was approved.
        Approved = "approved",
        /// It was won.
        Won = "won",
        /// A decision was put right.
        Reverted = "reverted",
        /// Value, products or type of the deal are others.
        DealChanged = "deal_changed",
        /// The rules are others.
        RulesChanged = "rules_changed",
        /// The firm's tier, type or certifications are others.
        PartnerChanged = "partner_changed",
    }
}

impl Incentive {
    /// The margin, by itself.
    pub fn margin(&self) -> Margin {
        Margin { total: self.total, amount: self.amount, lines: self.lines.clone(), most: self.most }
    }
}

impl Margin {
    /// The same with what is known beside it.
    pub fn into_incentive(self, as_of: DateTime<Utc>, rules_version: i64) -> Incentive {
        let Self { total, amount, lines, most } = self;
        Incentive { total, amount, lines, most, as_of, rules_version, ..Incentive::default() }
    }

    /// Whether it is the same, whatever its rules and inputs are called.
    pub fn is_like(&self, other: &Self) -> bool {
        let ids = |line: &IncentiveLine| -> Vec<(InputKind, Vec<String>)> {
            let ids = |input: &IncentiveInput| input.values.iter().map(|value| value.id.clone()).collect();
            line.input.iter().map(|input| (input.kind, ids(input))).collect()
        };
        let same = |one: &IncentiveLine, other: &IncentiveLine| {
            (&one.rule, one.points, one.rate, one.amount, one.share, one.cut)
                == (&other.rule, other.points, other.rate, other.amount, other.share, other.cut)
                && ids(one) == ids(other)
        };
        (self.total, self.amount, self.most) == (other.total, other.amount, other.most)
            && self.lines.len() == other.lines.len()
            && self.lines.iter().zip(&other.lines).all(|(one, other)| same(one, other))
    }

    /// The same points of another value than `before`: what was locked is what the rules gave, and what it comes to
    /// follows the sale. Points of a part of the deal are rounded, so the amounts grow and shrink with the value; where
    /// there was none, they are the points' own. Rounded down, line by line.
    #[must_use]
    pub fn of(&self, before: Option<Money>, value: Option<Money>) -> Self {
        let scaled = |line: &IncentiveLine, value: Money| {
            let (amount, before) = line.amount.zip(before).filter(|(_, before)| before.minor() > 0)?;
            let minor = i128::from(amount.minor()) * i128::from(value.minor()) / i128::from(before.minor());
            Money::from_minor(i64::try_from(minor).ok()?, value.currency())
        };
        let lines = self.lines.iter().map(|line| IncentiveLine {
            amount: value.map(|value| scaled(line, value).unwrap_or_else(|| line.points.of(value))),
            ..line.clone()
        });
        Self { lines: lines.collect(), ..self.clone() }.summed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn a_sale_that_grows_never_earns_less() {
        let euros = |minor| Money::from_minor(minor, Currency::parse("EUR").unwrap()).unwrap();
        // A third of 10 points: 3.33 points, of 300,000.00 exactly 10,000.00.
        let line: IncentiveLine = serde_json::from_value(serde_json::json!({
            "rule": "fleet", "name": {"en": "Fleet"}, "points": "3.33", "rate": "10", "input": [],
            "amount": {"amount": "10000.00", "currency": "EUR"}
        }))
        .unwrap();
        let locked = Margin { lines: vec![line], ..Margin::default() }.summed();
        let won = |minor| locked.of(Some(euros(30_000_000)), Some(euros(minor))).amount.unwrap().minor();
        assert_eq!((won(30_000_000), won(30_000_001), won(60_000_000)), (1_000_000, 1_000_000, 2_000_000));
        assert_eq!(locked.of(None, Some(euros(10_000))).amount, Some(euros(333)), "no value was known");
    }

    #[test]
    fn names_are_those_of_the_wire() {
        for kind in InputKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        for why in Why::ALL {
            assert_eq!(serde_json::to_value(why).unwrap(), why.name());
        }
    }
}
