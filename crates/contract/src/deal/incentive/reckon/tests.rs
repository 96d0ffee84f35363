//! Margins are counted as the rules say, whatever the rules are.

use super::*;
use crate::money::Currency;
use crate::programme::{IncentiveCondition, Words};
use proptest::prelude::*;

fn item(id: &str) -> Item {
    Item { id: id.to_owned(), name: Words::from([("en".to_owned(), id.to_uppercase())]) }
}

fn points(text: &str) -> Points {
    Points::parse(text).unwrap()
}

fn eur(amount: &str) -> Money {
    Money::parse(amount, Currency::parse("EUR").unwrap()).unwrap()
}

fn rule(id: &str, given: &str, when: IncentiveCondition) -> IncentiveRule {
    IncentiveRule { id: id.to_owned(), name: item(id).name, points: points(given), when }
}

fn of(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn line(product: &str, amount: Option<Money>) -> ProductLine {
    ProductLine { product: product.to_owned(), quantity: 1, amount }
}

fn catalogue() -> [Item; 3] {
    ["fleet", "depot", "route"].map(item)
}

/// What the demo is like: something for everybody, for a tier, for new customers, for a product, for what is learnt.
fn programme() -> IncentiveRules {
    let when = IncentiveCondition::default;
    IncentiveRules {
        partner_types: vec![item("reseller"), item("integrator")],
        tiers: vec![item("silver"), item("gold"), item("platinum")],
        certifications: vec![item("fleet_expert"), item("cold_chain")],
        rules: vec![
            rule("base", "8", when()),
            rule("gold", "5", IncentiveCondition { tiers: of(&["gold"]), ..when() }),
            rule("platinum", "7", IncentiveCondition { tiers: of(&["platinum"]), ..when() }),
            rule("new", "3", IncentiveCondition { deal_types: vec![DealType::NetNew], ..when() }),
            rule("fleet", "4", IncentiveCondition { products: of(&["fleet"]), ..when() }),
            rule("expert", "2.5", IncentiveCondition { certifications: of(&["fleet_expert"]), ..when() }),
            rule("build", "1", IncentiveCondition { partner_types: of(&["integrator"]), ..when() }),
        ],
        most: Some(points("20")),
        ..IncentiveRules::default()
    }
}

fn gold() -> Partner {
    Partner { tier: Some("GOLD".to_owned()), ..Partner::default() }
}

fn counted(margin: &Margin) -> Vec<(&str, String)> {
    margin.lines.iter().map(|line| (line.rule.as_str(), String::from(line.points))).collect()
}

#[test]
fn each_rule_that_counts_is_a_line_with_what_made_it_count() {
    let lines = [line("fleet", None)];
    let sale = Sale { deal_type: DealType::NetNew, products: &lines, value: Some(eur("50000")) };
    let margin = reckon(&programme(), &catalogue(), &gold(), &sale);
    let expected = [("base", "8"), ("gold", "5"), ("new", "3"), ("fleet", "4")];
    assert_eq!(counted(&margin), expected.map(|(id, given)| (id, given.to_owned())));
    assert_eq!((String::from(margin.total), margin.amount), ("20".to_owned(), Some(eur("10000"))));
    assert_eq!(margin.lines[0].input, []);
    let why: Vec<_> = margin.lines[1..].iter().map(|line| (line.input[0].kind, &*line.input[0].values[0].id)).collect();
    assert_eq!(why, [(InputKind::Tier, "gold"), (InputKind::DealType, "net_new"), (InputKind::Product, "fleet")]);
    assert_eq!(margin.lines[3].amount, Some(eur("2000")));
    assert_eq!(margin.most, None, "it is reached and cuts nothing");
}

#[test]
fn a_rule_on_products_counts_for_their_part_of_the_value() {
    let lines = [line("fleet", Some(eur("20000"))), line("depot", Some(eur("30000")))];
    let sale = Sale { deal_type: DealType::Renewal, products: &lines, value: Some(eur("50000")) };
    let margin = reckon(&programme(), &catalogue(), &Partner::default(), &sale);
    let fleet = &margin.lines[1];
    assert_eq!((String::from(fleet.points), String::from(fleet.rate)), ("1.6".to_owned(), "4".to_owned()));
    assert_eq!(fleet.share, Some(Share { products: 1, of: 2, amount: Some(eur("20000")) }));
    assert_eq!(fleet.amount, Some(eur("800")), "4 points of 20,000");
}

#[test]
fn without_amounts_each_product_counts_alike() {
    let lines = [line("fleet", Some(eur("20000"))), line("depot", None), line("route", None)];
    let sale = Sale { deal_type: DealType::Renewal, products: &lines, value: Some(eur("9000")) };
    let fleet = reckon(&programme(), &catalogue(), &Partner::default(), &sale).lines[1].clone();
    assert_eq!(fleet.share, Some(Share { products: 1, of: 3, amount: None }));
    assert_eq!((String::from(fleet.points), fleet.amount), ("1.33".to_owned(), Some(eur("120"))));
    let unknown = Sale { value: None, ..sale };
    let margin = reckon(&programme(), &catalogue(), &Partner::default(), &unknown);
    assert_eq!((margin.amount, margin.lines[1].amount), (None, None), "no value, no amount");
    assert_eq!(String::from(margin.total), "9.33");
}

#[test]
fn the_most_cuts_the_rule_that_reaches_it_and_says_so() {
    let lines = [line("fleet", None)];
    let sale = Sale { deal_type: DealType::NetNew, products: &lines, value: Some(eur("1000")) };
    let able = Partner { certifications: of(&["fleet_expert"]), partner_type: Some("integrator".to_owned()), ..gold() };
    let rules = IncentiveRules { most: Some(points("17.5")), ..programme() };
    let margin = reckon(&rules, &catalogue(), &able, &sale);
    let cut: Vec<_> = margin.lines.iter().filter(|line| line.cut).map(|line| (&*line.rule, line.points)).collect();
    assert_eq!(cut, [("fleet", points("1.5")), ("expert", points("0")), ("build", points("0"))]);
    assert_eq!((margin.total, margin.amount, margin.most), (points("17.5"), Some(eur("175")), rules.most));
}

#[test]
fn what_a_firm_could_add_is_what_it_would_have_more() {
    let lines = [line("depot", None)];
    let sale = Sale { deal_type: DealType::NetNew, products: &lines, value: Some(eur("1000")) };
    let gains = gains(&programme(), &catalogue(), &gold(), &sale);
    let told: Vec<_> = gains.iter().map(|gain| (&*gain.input.values[0].id, gain.points, gain.amount)).collect();
    assert_eq!(
        told,
        [("fleet_expert", points("2.5"), Some(eur("25"))), ("platinum", points("2"), Some(eur("20")))],
        "platinum takes the place of gold; silver would be less; cold_chain is asked for by no rule"
    );
    assert_eq!(gains[1].rules[0].id, "platinum");
}

#[test]
fn what_was_locked_follows_the_value_and_not_the_rules() {
    let lines = [line("fleet", Some(eur("1000"))), line("depot", Some(eur("2000")))];
    let sale = Sale { deal_type: DealType::NetNew, products: &lines, value: Some(eur("3000")) };
    let margin = reckon(&programme(), &catalogue(), &gold(), &sale);
    let won = margin.of(sale.value, Some(eur("6000")));
    assert_eq!((won.total, won.lines.len()), (margin.total, margin.lines.len()));
    assert_eq!(won.amount.unwrap().minor(), won.lines.iter().map(|line| line.amount.unwrap().minor()).sum::<i64>());
    assert_eq!(won.lines[0].amount, Some(eur("480")));
    assert_eq!(margin.of(sale.value, None).amount, None);
}

/// Any list of these ids.
fn some(all: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(all, 0..=all.len()).prop_map(|ids| of(&ids))
}

fn any_rules() -> impl Strategy<Value = IncentiveRules> {
    let when = (
        some(&["reseller", "integrator"]),
        some(&["silver", "gold", "platinum"]),
        prop::sample::subsequence(DealType::ALL.to_vec(), 0..=3),
        some(&["fleet", "depot", "route"]),
        some(&["fleet_expert", "cold_chain"]),
    );
    let rule =
        (1_u32..=10_000, when).prop_map(|(given, (partner_types, tiers, deal_types, products, certifications))| {
            let when = IncentiveCondition { partner_types, tiers, deal_types, products, certifications };
            IncentiveRule { points: Points::from_hundredths(given).unwrap(), when, ..IncentiveRule::default() }
        });
    (prop::collection::vec(rule, 0..12), prop::option::of(1_u32..=10_000)).prop_map(|(mut rules, most)| {
        rules.iter_mut().enumerate().for_each(|(place, rule)| rule.id = format!("r{place:02}"));
        IncentiveRules { rules, most: most.and_then(Points::from_hundredths), ..programme() }
    })
}

fn any_partner() -> impl Strategy<Value = Partner> {
    let one = |all: &'static [&'static str]| prop::option::of(prop::sample::select(all).prop_map(str::to_owned));
    (one(&["reseller", "integrator", "else"]), one(&["silver", "Gold"]), some(&["fleet_expert", "cold_chain"]))
        .prop_map(|(partner_type, tier, certifications)| Partner { partner_type, tier, certifications })
}

fn any_lines() -> impl Strategy<Value = Vec<ProductLine>> {
    let amount = prop::option::weighted(0.8, 0_i64..=99_999_999_999_999);
    let line = (prop::sample::select(vec!["fleet", "depot", "route", "gone"]), amount);
    let money = |minor| Money::from_minor(minor, Currency::parse("EUR").unwrap());
    prop::collection::vec(line.prop_map(move |(id, minor)| line_of(id, minor.and_then(money))), 0..20)
}

fn line_of(id: &str, amount: Option<Money>) -> ProductLine {
    line(id, amount)
}

proptest! {
    #[test]
    fn a_margin_adds_up_and_stays_within_its_most(
        rules in any_rules(),
        partner in any_partner(),
        lines in any_lines(),
        minor in prop::option::of(0_i64..=99_999_999_999_999),
        deal_type in prop::sample::select(DealType::ALL.to_vec()),
    ) {
        let value = minor.and_then(|minor| Money::from_minor(minor, Currency::parse("EUR").unwrap()));
        let sale = Sale { deal_type, products: &lines, value };
        let margin = reckon(&rules, &catalogue(), &partner, &sale);

        let sum: u32 = margin.lines.iter().map(|line| u32::from(line.points.hundredths())).sum();
        prop_assert_eq!(u32::from(margin.total.hundredths()), sum);
        prop_assert!(margin.total <= rules.limit());
        prop_assert_eq!(margin.most.is_some(), margin.lines.iter().any(|line| line.cut));
        if margin.most.is_some() {
            prop_assert_eq!(margin.total, rules.limit());
        }
        match value {
            Some(value) if !margin.lines.is_empty() => {
                let sum: i64 = margin.lines.iter().map(|line| line.amount.unwrap().minor()).sum();
                prop_assert_eq!(margin.amount.unwrap().minor(), sum);
                prop_assert!(sum <= rules.limit().of(value).minor());
            }
            _ => prop_assert_eq!(margin.amount, None),
        }
        for line in &margin.lines {
            prop_assert!(line.points <= line.rate);
            prop_assert!(line.cut || line.points > Points::default());
            let rule = rules.rules.iter().find(|rule| rule.id == line.rule).unwrap();
            let asked = [&rule.when.partner_types, &rule.when.tiers, &rule.when.products, &rule.when.certifications];
            let asks = asked.iter().filter(|list| !list.is_empty()).count() + usize::from(!rule.when.deal_types.is_empty());
            prop_assert_eq!(line.input.len(), asks, "every condition has its input");
            prop_assert!(line.input.iter().all(|input| !input.values.is_empty()));
        }
        let order: Vec<&str> = margin.lines.iter().map(|line| line.rule.as_str()).collect();
        prop_assert!(order.is_sorted(), "the order of the rules");

        for gain in gains(&rules, &catalogue(), &partner, &sale) {
            let more = Partner {
                tier: if gain.input.kind == InputKind::Tier { Some(gain.input.values[0].id.clone()) } else { partner.tier.clone() },
                certifications: match gain.input.kind {
                    InputKind::Tier => partner.certifications.clone(),
                    _ => partner.certifications.iter().chain([&gain.input.values[0].id]).cloned().collect(),
                },
                ..partner.clone()
            };
            let then = reckon(&rules, &catalogue(), &more, &sale).total.hundredths();
            prop_assert_eq!(then, margin.total.hundredths() + gain.points.hundredths());
        }
    }
}
