//! Sums are exact whatever they are made of, and every deal is counted once.

use super::*;
use chrono::Days;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

/// A deal as it is before anybody counts it.
#[derive(Clone, Debug)]
struct One {
    firm: usize,
    stage: usize,
    code: &'static str,
    minor: i64,
    closes: i64,
}

fn deals() -> impl Strategy<Value = Vec<One>> {
    let one =
        (0..30_usize, 0..4_usize, prop::sample::select(vec!["EUR", "USD", "KWD"]), 0..10_i64.pow(14), -400..900_i64);
    prop::collection::vec(
        one.prop_map(|(firm, stage, code, minor, closes)| One { firm, stage, code, minor, closes }),
        0..60,
    )
}

fn rules() -> impl Strategy<Value = StageRules> {
    let open = [Category::Pipeline, Category::BestCase, Category::Commit, Category::Omitted];
    prop::collection::vec((prop::sample::select(open.to_vec()), 0..=100_u8), 4).prop_map(|said| {
        let mut rules = StageRules::default();
        for (rule, (category, probability)) in rules.0.iter_mut().zip(said) {
            (rule.category, rule.probability) = (category, probability);
        }
        rules
    })
}

/// Each deal a group of its own: a database only adds up what is alike.
fn groups(deals: &[One], today: NaiveDate, months: u32) -> Vec<OpenGroup> {
    let group = |one: &One| OpenGroup {
        firm: format!("firm-{}", one.firm),
        stage: Stage::ALL[one.stage],
        stage_id: None,
        period: Period::of(today.checked_add_signed(TimeDelta::days(one.closes)), today, months),
        tally: Tally { currency: Currency::parse(one.code).unwrap(), count: 1, minor: one.minor.into() },
    };
    deals.iter().map(group).collect()
}

fn all(expected: &[Expected], code: &str) -> Vec<Outlook> {
    expected.iter().flat_map(|one| &one.outlooks).filter(|one| one.currency() == code).cloned().collect()
}

proptest! {
    #[test]
    fn every_deal_is_expected_once_and_to_the_cent(deals in deals(), rules in rules(), months in prop::sample::select(vec![3_u32, 6, 12, 24])) {
        let today = day("2026-11-25");
        let groups = groups(&deals, today, months);
        let expected = expected(&rules, &groups, &[], today, months);
        for code in ["EUR", "USD", "KWD"] {
            let counted: Vec<&One> = deals.iter().filter(|one| one.code == code && rules.0[one.stage].category != Category::Omitted).collect();
            let of = |category| -> i128 {
                counted.iter().filter(|one| rules.0[one.stage].category == category).map(|one| i128::from(one.minor)).sum()
            };
            let told = all(&expected, code);
            let sum = |part: fn(&Outlook) -> &Total| -> i128 { told.iter().map(|one| part(one).minor()).sum() };
            prop_assert_eq!(sum(|one| &one.commit), of(Category::Commit));
            prop_assert_eq!(sum(|one| &one.best_case), of(Category::BestCase));
            prop_assert_eq!(sum(|one| &one.pipeline), of(Category::Pipeline));
            prop_assert_eq!(sum(|one| &one.open.sum), counted.iter().map(|one| i128::from(one.minor)).sum::<i128>());
            prop_assert_eq!(told.iter().map(|one| one.open.count as usize).sum::<usize>(), counted.len());
            // Weighted, each period is rounded once: off by half a minor unit at most, and never more than is open.
            let exact: i128 = counted.iter().map(|one| i128::from(one.minor) * i128::from(rules.0[one.stage].probability)).sum();
            let off = (sum(|one| &one.weighted) * 100 - exact).abs();
            prop_assert!(off <= 50 * told.len() as i128, "off by {off} hundredths");
            for one in &told {
                prop_assert!(one.weighted.minor() <= one.open.sum.minor());
            }
        }
    }

    #[test]
    fn however_it_is_grouped_it_comes_to_the_same(deals in deals(), rules in rules(), named in 0..25_usize) {
        let today = day("2026-11-25");
        let groups = groups(&deals, today, 12);
        let firms = by_firm(&rules, &groups, &[], named);
        let months = expected(&rules, &groups, &[], today, 12);
        for code in ["EUR", "USD", "KWD"] {
            let firms: Vec<_> = firms.iter().filter(|(.., outlook)| outlook.currency() == code).collect();
            let by_month: i128 = all(&months, code).iter().map(|one| one.open.sum.minor()).sum();
            prop_assert_eq!(firms.iter().map(|(.., one)| one.open.sum.minor()).sum::<i128>(), by_month);
            prop_assert!(firms.iter().filter(|(firm, ..)| firm.is_some()).count() <= named);
            prop_assert!(firms.iter().filter(|(firm, ..)| firm.is_none()).count() <= 1, "the others are one line");
            let sizes: Vec<i128> = firms.iter().filter(|(firm, ..)| firm.is_some()).map(|(.., one)| one.open.sum.minor()).collect();
            prop_assert!(sizes.is_sorted_by(|one, next| one >= next));
        }
        let by_stage = open(&rules, &groups);
        let sum: i128 = by_stage.iter().flat_map(|one| &one.figures).map(|one| one.sum.minor()).sum();
        prop_assert_eq!(sum, deals.iter().map(|one| i128::from(one.minor)).sum::<i128>());
    }

    #[test]
    fn a_moment_is_of_the_month_that_has_begun_where_the_tenant_is(hours in 0..200_000_i64) {
        let at = day("2010-01-01").and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(hours);
        for zone in [chrono_tz::Europe::Berlin, chrono_tz::Pacific::Auckland, chrono_tz::America::Sao_Paulo, chrono_tz::Asia::Beirut] {
            let month = Month::of(at.with_timezone(&zone).date_naive());
            prop_assert!(begins(month, zone) <= at && at < begins(month.plus(1), zone), "{at} in {zone}");
        }
    }
}

#[test]
fn a_month_is_there_with_nothing_in_it_and_what_is_overdue_stands_by_itself() {
    let today = day("2026-11-25");
    let late = One { firm: 0, stage: 3, code: "EUR", minor: 1_050, closes: -3 };
    let won = EndGroup {
        firm: String::new(),
        outcome: Outcome::Won,
        reason: None,
        month: Month::of(today).minus(1),
        tally: Tally { currency: euro(), count: 2, minor: 700 },
    };
    let told = expected(&StageRules::default(), &groups(&[late], today, 3), &[won], today, 3);
    let periods: Vec<String> = told.iter().map(|one| one.period.into()).collect();
    assert_eq!(periods, ["2026-10", "overdue", "2026-11", "2026-12", "2027-01", "later", "none"]);
    assert_eq!((told[0].outlooks[0].won.count, told[0].outlooks[0].won.sum.amount()), (2, "7.00"));
    let late = &told[1].outlooks[0];
    assert_eq!((late.commit.amount(), late.weighted.amount()), ("10.50", "9.45"));
    assert!(told[2].outlooks.is_empty(), "nothing is expected this month");
}

#[test]
fn half_a_cent_is_rounded_up_once_not_for_each_deal() {
    let rules = StageRules::default();
    let today = day("2026-11-25");
    // 30% of one cent, three times: a cent if nothing is rounded on the way.
    let cents: Vec<One> = (0..3).map(|firm| One { firm, stage: 1, code: "EUR", minor: 1, closes: 5 }).collect();
    let told = expected(&rules, &groups(&cents, today, 12), &[], today, 12);
    assert_eq!(all(&told, "EUR")[0].weighted.amount(), "0.01");
}

#[test]
fn a_stage_that_was_removed_counts_as_the_one_that_stands_for_the_same() {
    let group = OpenGroup {
        firm: String::new(),
        stage: Stage::Qualified,
        stage_id: Some("poc".to_owned()),
        period: Period::of(Some(day("2026-11-25") + Days::new(9)), day("2026-11-25"), 12),
        tally: Tally { currency: euro(), count: 1, minor: 100 },
    };
    let told = open(&StageRules::default(), &[group]);
    assert_eq!(told[0].stage_id, "qualified");
}
