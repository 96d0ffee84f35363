//! What groups of deals come to, that a database has counted: put together by stage, month and currency. Pure, and exact
//! in minor units however large the sums are.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use portico_contract::deal::Stage;
use portico_contract::home::StageTotal;
use portico_contract::money::Currency;
use portico_contract::month::{Month, Period};
use portico_contract::pipeline::{Decided, Expected, Figure, Open, Outcome, Outlook};
use portico_contract::programme::{Category, StageRule, StageRules};
use portico_contract::total::Total;
use std::collections::{BTreeMap, HashMap};

/// Open deals that stand, are expected and are counted alike.
#[derive(Clone, Debug)]
pub(crate) struct OpenGroup {
    /// The id of the partner's firm; empty where nobody asked for it.
    pub firm: String,
    pub stage: Stage,
    pub stage_id: Option<String>,
    pub period: Period,
    pub tally: Tally,
}

/// Deals that ended alike in one month.
#[derive(Clone, Debug)]
pub(crate) struct EndGroup {
    pub firm: String,
    pub outcome: Outcome,
    pub reason: Option<String>,
    pub month: Month,
    pub tally: Tally,
}

/// How many deals in one currency, and what they come to in its minor unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tally {
    pub currency: Currency,
    pub count: i64,
    pub minor: i128,
}

/// Tallies by currency.
#[derive(Clone, Debug, Default)]
struct Tallies(BTreeMap<Currency, (i64, i128)>);

impl Tallies {
    fn add(&mut self, tally: &Tally) {
        let (count, minor) = self.0.entry(tally.currency).or_default();
        *count += tally.count;
        *minor += tally.minor;
    }

    /// The largest first.
    fn figures(&self) -> Vec<Figure> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by_key(|(_, (_, minor))| std::cmp::Reverse(*minor));
        all.into_iter().map(|(currency, (count, minor))| figure(*count, *minor, *currency)).collect()
    }
}

fn figure(count: i64, minor: i128, currency: Currency) -> Figure {
    Figure { count: u32::try_from(count).unwrap_or(u32::MAX), sum: Total::of(minor, currency) }
}

/// The currencies there are, that of the most deals first.
pub(crate) fn currencies<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Vec<String> {
    let mut counts: BTreeMap<Currency, i64> = BTreeMap::new();
    for tally in tallies {
        *counts.entry(tally.currency).or_default() += tally.count;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.into_iter().map(|(currency, _)| currency.into()).collect()
}

/// Where in the tenant's order a group stands, and the stage; none where the tenant has none for it, which cannot be.
fn standing<'a>(rules: &'a StageRules, group: &OpenGroup) -> Option<(usize, &'a StageRule)> {
    let rule = rules.at(group.stage, group.stage_id.as_deref())?;
    Some((rules.0.iter().position(|one| one.id == rule.id)?, rule))
}

/// Open deals by stage and period, in the tenant's order and in time.
pub(crate) fn open(rules: &StageRules, groups: &[OpenGroup]) -> Vec<Open> {
    let mut places: BTreeMap<(usize, Period), Tallies> = BTreeMap::new();
    for group in groups {
        let Some((place, _)) = standing(rules, group) else { continue };
        places.entry((place, group.period)).or_default().add(&group.tally);
    }
    let told = |((place, period), tallies): ((usize, Period), Tallies)| {
        let rule = &rules.0[place];
        Open {
            stage: rule.stage,
            stage_id: rule.id.clone(),
            category: rule.category,
            period,
            figures: tallies.figures(),
        }
    };
    places.into_iter().map(told).collect()
}

/// Open deals by the tenant's stages, in its order.
pub(crate) fn stage_totals(rules: &StageRules, groups: Vec<OpenGroup>) -> Vec<StageTotal> {
    let mut places: BTreeMap<usize, Tallies> = BTreeMap::new();
    for group in &groups {
        let Some((place, _)) = standing(rules, group) else { continue };
        places.entry(place).or_default().add(&group.tally);
    }
    let told = |(place, tallies): (usize, Tallies)| {
        let (rule, figures) = (&rules.0[place], tallies.figures());
        StageTotal {
            stage: rule.stage,
            stage_id: Some(rule.id.clone()),
            count: figures.iter().map(|figure| figure.count).sum(),
            values: figures.into_iter().map(|figure| figure.sum).collect(),
        }
    };
    places.into_iter().map(told).collect()
}

/// What was decided, by outcome, month and reason.
pub(crate) fn decided(groups: &[EndGroup]) -> Vec<Decided> {
    let mut places: BTreeMap<(usize, Month, Option<String>), Tallies> = BTreeMap::new();
    for group in groups {
        let outcome = Outcome::ALL.iter().position(|one| *one == group.outcome).unwrap_or_default();
        places.entry((outcome, group.month, group.reason.clone())).or_default().add(&group.tally);
    }
    let told = |((outcome, month, reason_code), tallies): ((usize, Month, Option<String>), Tallies)| Decided {
        outcome: Outcome::ALL[outcome],
        reason_code,
        month,
        figures: tallies.figures(),
    };
    places.into_iter().map(told).collect()
}

/// Expectations while they are added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    open: (i64, i128),
    commit: i128,
    best_case: i128,
    pipeline: i128,
    /// In hundredths of the minor unit, so that nothing is rounded before the end.
    weighted: i128,
    won: (i64, i128),
}

impl Sums {
    /// Takes over open deals in a stage.
    fn expect(&mut self, rule: &StageRule, tally: &Tally) {
        match rule.category {
            Category::Commit => self.commit += tally.minor,
            Category::BestCase => self.best_case += tally.minor,
            Category::Pipeline => self.pipeline += tally.minor,
            Category::Closed | Category::Omitted => return,
        }
        self.open = (self.open.0 + tally.count, self.open.1 + tally.minor);
        self.weighted += tally.minor * i128::from(rule.probability);
    }

    fn win(&mut self, tally: &Tally) {
        self.won = (self.won.0 + tally.count, self.won.1 + tally.minor);
    }

    fn add(&mut self, other: &Self) {
        self.open = (self.open.0 + other.open.0, self.open.1 + other.open.1);
        self.commit += other.commit;
        self.best_case += other.best_case;
        self.pipeline += other.pipeline;
        self.weighted += other.weighted;
        self.won = (self.won.0 + other.won.0, self.won.1 + other.won.1);
    }

    fn outlook(&self, currency: Currency) -> Outlook {
        let total = |minor: i128| Total::of(minor, currency);
        Outlook {
            open: figure(self.open.0, self.open.1, currency),
            commit: total(self.commit),
            best_case: total(self.best_case),
            pipeline: total(self.pipeline),
            weighted: total((self.weighted + 50) / 100),
            won: figure(self.won.0, self.won.1, currency),
        }
    }
}

/// The months that a forecast looks back at what was won: half as many as ahead.
pub(crate) fn back(months: u32) -> u32 {
    months / 2
}

/// What is expected by period, every month of `months` ahead and of those before, and what was won in it.
pub(crate) fn expected(
    rules: &StageRules,
    open: &[OpenGroup],
    ended: &[EndGroup],
    today: NaiveDate,
    months: u32,
) -> Vec<Expected> {
    let now = Month::of(today);
    let first = now.minus(back(months));
    let before = (0..back(months)).map(|month| Period::Month(first.plus(month)));
    let ahead = (0..months).map(|month| Period::Month(now.plus(month)));
    let order = before.chain([Period::Overdue]).chain(ahead).chain([Period::Later, Period::None]);
    let mut sums: HashMap<Period, BTreeMap<Currency, Sums>> = HashMap::new();
    for group in open {
        let Some((_, rule)) = standing(rules, group) else { continue };
        let of = sums.entry(group.period).or_default().entry(group.tally.currency).or_default();
        of.expect(rule, &group.tally);
    }
    for group in ended.iter().filter(|group| group.outcome == Outcome::Won) {
        let of = sums.entry(Period::Month(group.month)).or_default().entry(group.tally.currency).or_default();
        of.win(&group.tally);
    }
    order
        .map(|period| {
            let found = sums.get(&period).into_iter().flatten().filter(|(_, sums)| **sums != Sums::default());
            Expected { period, outlooks: found.map(|(currency, sums)| sums.outlook(*currency)).collect() }
        })
        .collect()
}

/// What is expected by firm, in each currency the largest first: the first `named` each, then all others as one. A firm
/// is as large as its open deals and what it won.
pub(crate) fn by_firm(
    rules: &StageRules,
    open: &[OpenGroup],
    ended: &[EndGroup],
    named: usize,
) -> Vec<(Option<String>, u32, Outlook)> {
    let mut sums: BTreeMap<Currency, BTreeMap<&str, Sums>> = BTreeMap::new();
    for group in open {
        let Some((_, rule)) = standing(rules, group) else { continue };
        let of = sums.entry(group.tally.currency).or_default().entry(&group.firm).or_default();
        of.expect(rule, &group.tally);
    }
    for group in ended.iter().filter(|group| group.outcome == Outcome::Won) {
        sums.entry(group.tally.currency).or_default().entry(&group.firm).or_default().win(&group.tally);
    }
    let mut told = Vec::new();
    for (currency, firms) in sums {
        let mut firms: Vec<_> = firms.into_iter().filter(|(_, sums)| *sums != Sums::default()).collect();
        firms.sort_by_key(|(_, sums)| std::cmp::Reverse(sums.open.1 + sums.won.1));
        let rest = firms.split_off(firms.len().min(named));
        told.extend(firms.iter().map(|(firm, sums)| (Some((*firm).to_owned()), 1, sums.outlook(currency))));
        let mut others = Sums::default();
        for (_, sums) in &rest {
            others.add(sums);
        }
        if !rest.is_empty() {
            told.push((None, u32::try_from(rest.len()).unwrap_or(u32::MAX), others.outlook(currency)));
        }
    }
    told
}

/// When a month begins where the tenant is. A clock that is put on at midnight begins it with its first hour.
pub(crate) fn begins(month: Month, zone: Tz) -> DateTime<Utc> {
    let midnight = month.first().and_time(NaiveTime::MIN);
    let at = |local| zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc));
    at(midnight).or_else(|| at(midnight + TimeDelta::hours(1))).unwrap_or_else(|| midnight.and_utc())
}

#[cfg(test)]
mod tests;
