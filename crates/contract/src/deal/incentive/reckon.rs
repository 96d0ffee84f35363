//! How a margin is counted: the rules in their order, each for the part of the deal that it is about, no more than the
//! most. All arithmetic is exact, and rounded down once a line.

use super::{Gain, IncentiveInput, IncentiveLine, InputKind, Share};
use crate::deal::content::{DealContent, DealType, ProductLine};
use crate::money::Money;
use crate::points::Points;
use crate::programme::{IncentiveRule, IncentiveRules, Item};
use serde::{Deserialize, Serialize};

/// At most so many ways to add to a margin are told.
const GAINS: usize = 5;

/// What the rules look at of a firm: ids of the rules' lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Partner {
    /// What type of partner it is.
    pub partner_type: Option<String>,
    /// Its tier, by id or by one of its names.
    pub tier: Option<String>,
    /// The certifications that it holds now.
    pub certifications: Vec<String>,
}

/// What the rules look at of a deal.
#[derive(Clone, Copy, Debug)]
pub struct Sale<'a> {
    /// Its type.
    pub deal_type: DealType,
    /// What is sold.
    pub products: &'a [ProductLine],
    /// The sum, where it is known.
    pub value: Option<Money>,
}

impl<'a> Sale<'a> {
    /// What the rules look at of what a partner wrote.
    pub fn of(content: &'a DealContent) -> Self {
        Self { deal_type: content.deal_type, products: &content.products, value: content.value }
    }
}

/// What all rules give together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Margin {
    /// The sum of the lines: points of the deal's value.
    pub total: Points,
    /// That part of the value, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
    /// What adds to it, in the order of the rules.
    pub lines: Vec<IncentiveLine>,
    /// The most that all rules give together, where that made it less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<Points>,
}

impl Margin {
    /// The same, with the sums of its lines.
    pub(super) fn summed(mut self) -> Self {
        let total = self.lines.iter().map(|line| u32::from(line.points.hundredths())).sum();
        self.total = Points::from_hundredths(total).unwrap_or(Points::ALL);
        let mut amounts = self.lines.iter().map(|line| line.amount);
        self.amount = amounts
            .next()
            .flatten()
            .and_then(|first| amounts.try_fold(first, |sum, amount| amount.and_then(|amount| sum.checked_add(amount))));
        self
    }
}

/// Counts what the rules give to a firm for a sale. `products` are the names of what is sold.
///
/// A rule on products counts for their part of the deal: of the value where every line has an amount, else each line
/// counts alike. The rules are taken in order until the most is reached; the one that reaches it is cut, and those after
/// it add nothing. Points are rounded down to hundredths and amounts to the currency's smallest unit, line by line, so
/// that the lines add up to the total.
pub fn reckon(rules: &IncentiveRules, products: &[Item], partner: &Partner, sale: &Sale<'_>) -> Margin {
    let mut left = u128::from(rules.limit().hundredths());
    // What is rounded down in points is not in amounts: together they stay within the most all the same.
    let mut payable = sale.value.map(|value| rules.limit().of(value));
    let mut margin = Margin::default();
    for rule in &rules.rules {
        let Some(input) = inputs(rules, products, rule, partner, sale) else { continue };
        let part = Part::of(rule, sale);
        let full = u128::from(rule.points.hundredths()) * part.counted / part.of;
        let given = full.min(left);
        left -= given;
        let points = u32::try_from(given).ok().and_then(Points::from_hundredths).unwrap_or_default();
        let cut = given < full;
        if cut {
            margin.most = Some(rules.limit());
        }
        if full == 0 {
            continue;
        }
        let amount = sale.value.zip(payable).map(|(value, payable)| {
            let whole = u128::from(Points::ALL.hundredths());
            let exact = value.part(u128::from(rule.points.hundredths()) * part.counted, whole * part.of);
            let given = if cut { smaller(points.of(value), exact) } else { exact };
            smaller(given, payable)
        });
        payable = payable.zip(amount).and_then(|(left, given)| left.checked_sub(given));
        let (name, rate, share) = (rule.name.clone(), rule.points, part.share);
        margin.lines.push(IncentiveLine { rule: rule.id.clone(), name, input, points, rate, amount, share, cut });
    }
    margin.summed()
}

/// What the firm could add to a margin: certifications that it does not hold and tiers that it does not have, those that
/// add most first. What is sold, and to whom, is the customer's to say and nothing to gain by.
pub fn gains(rules: &IncentiveRules, products: &[Item], partner: &Partner, sale: &Sale<'_>) -> Vec<Gain> {
    let now = reckon(rules, products, partner, sale);
    let named = |of: fn(&IncentiveRule) -> &Vec<String>, id: &str| {
        rules.rules.iter().any(|rule| of(rule).iter().any(|named| named == id))
    };
    let certifications = rules.certifications.iter().filter(|one| !partner.certifications.contains(&one.id));
    let certifications = certifications.filter(|one| named(|rule| &rule.when.certifications, &one.id)).map(|one| {
        let held = partner.certifications.iter().chain([&one.id]).cloned().collect();
        (InputKind::Certification, one, Partner { certifications: held, ..partner.clone() })
    });
    let tiers = rules.tiers.iter().filter(|one| named(|rule| &rule.when.tiers, &one.id));
    let tiers = tiers.map(|one| (InputKind::Tier, one, Partner { tier: Some(one.id.clone()), ..partner.clone() }));
    let mut gains: Vec<Gain> = certifications
        .chain(tiers)
        .filter_map(|(kind, one, partner)| {
            let then = reckon(rules, products, &partner, sale);
            let more = then.total.hundredths().checked_sub(now.total.hundredths()).filter(|more| *more > 0)?;
            let amount = then.amount.and_then(|amount| match now.amount {
                Some(before) => amount.checked_sub(before),
                None => Some(amount),
            });
            let is_new = |line: &&IncentiveLine| now.lines.iter().all(|known| known.rule != line.rule);
            let item = |line: &IncentiveLine| Item { id: line.rule.clone(), name: line.name.clone() };
            Some(Gain {
                input: IncentiveInput { kind, values: vec![one.clone()] },
                points: Points::from_hundredths(u32::from(more))?,
                amount,
                rules: then.lines.iter().filter(is_new).map(item).collect(),
            })
        })
        .collect();
    gains.sort_by_key(|gain| std::cmp::Reverse(gain.points));
    gains.truncate(GAINS);
    gains
}

/// What makes a rule count, or `None` where it does not.
fn inputs(
    rules: &IncentiveRules,
    products: &[Item],
    rule: &IncentiveRule,
    partner: &Partner,
    sale: &Sale<'_>,
) -> Option<Vec<IncentiveInput>> {
    let when = &rule.when;
    let mut inputs = Vec::new();
    let mut look = |kind, asked: &[String], known: &[Item], is: &dyn Fn(&Item) -> bool| {
        if asked.is_empty() {
            return Some(());
        }
        let values: Vec<Item> = asked.iter().map(|id| Item::named(known, id)).filter(is).collect();
        let found = (!values.is_empty()).then_some(());
        inputs.push(IncentiveInput { kind, values });
        found
    };
    let is_type = |one: &Item| partner.partner_type.as_deref() == Some(one.id.as_str());
    look(InputKind::PartnerType, &when.partner_types, &rules.partner_types, &is_type)?;
    look(InputKind::Tier, &when.tiers, &rules.tiers, &|one| is_called(one, partner.tier.as_deref()))?;
    let deal_types: Vec<String> = when.deal_types.iter().map(|one| one.name().to_owned()).collect();
    look(InputKind::DealType, &deal_types, &[], &|one| one.id == sale.deal_type.name())?;
    let is_sold = |one: &Item| sale.products.iter().any(|line| line.product == one.id);
    look(InputKind::Product, &when.products, products, &is_sold)?;
    let is_held = |one: &Item| partner.certifications.contains(&one.id);
    look(InputKind::Certification, &when.certifications, &rules.certifications, &is_held)?;
    Some(inputs)
}

/// The smaller of two amounts of one value.
fn smaller(one: Money, other: Money) -> Money {
    if one.minor() < other.minor() { one } else { other }
}

/// A firm's tier is known by its id or by one of its names.
fn is_called(tier: &Item, text: Option<&str>) -> bool {
    let same = |name: &str| text.is_some_and(|text| text.eq_ignore_ascii_case(name));
    same(&tier.id) || tier.name.values().any(|name| same(name))
}

/// For which part of a deal a rule counts.
struct Part {
    counted: u128,
    of: u128,
    share: Option<Share>,
}

impl Part {
    fn of(rule: &IncentiveRule, sale: &Sale<'_>) -> Self {
        let whole = Self { counted: 1, of: 1, share: None };
        let is_meant = |line: &&ProductLine| rule.when.products.contains(&line.product);
        let meant: Vec<&ProductLine> = sale.products.iter().filter(is_meant).collect();
        if rule.when.products.is_empty() || meant.len() == sale.products.len() {
            return whole;
        }
        let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
        let (products, of) = (count(meant.len()), count(sale.products.len()));
        let sum = |lines: &[&ProductLine]| {
            let (first, rest) = lines.split_first()?;
            rest.iter().try_fold(first.amount?, |sum, line| sum.checked_add(line.amount?))
        };
        let all: Vec<&ProductLine> = sale.products.iter().collect();
        let minor = |money: Money| u128::try_from(money.minor()).unwrap_or_default();
        match (sum(&meant), sum(&all)) {
            (Some(some), Some(all)) if all.minor() > 0 => {
                Self { counted: minor(some), of: minor(all), share: Some(Share { products, of, amount: Some(some) }) }
            }
            _ => Self { counted: products.into(), of: of.into(), share: Some(Share { products, of, amount: None }) },
        }
    }
}

#[cfg(test)]
mod tests;
