//! What a list is narrowed to, read and written.

use super::*;
use crate::deal::span::Period;
use crate::parameters::MAX_VALUES;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn pairs(all: &[(&str, &str)]) -> Pairs {
    all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn what_is_not_its_own_is_given_back() {
    let (filter, rest) = DealFilter::take(pairs(&[("sort", "value"), ("q", "bay"), ("stage", "")])).unwrap();
    assert_eq!(filter, DealFilter { q: "bay".to_owned(), ..DealFilter::default() });
    assert_eq!(rest, pairs(&[("sort", "value")]));
}

#[test]
fn a_value_that_there_is_not_is_named() {
    for (name, text) in [
        ("review", "open"),
        ("review", "draft,"),
        ("stage", "sold"),
        ("show", "mine"),
        ("country", "de"),
        ("country", "DE,Mars"),
        ("closes", "soon"),
        ("registered", "2026-11-05..2026-11-04"),
        ("currency", "eur"),
        ("owner", "a,,b"),
        ("product", "\u{7}"),
        ("value", "1..2"),
        ("value", "5"),
    ] {
        assert_eq!(DealFilter::take(pairs(&[(name, text)])), Err(BadParameter(name.to_owned())), "{name}={text}");
    }
    for value in ["..", "2..1", "1,5..", "1.234..", "-1..", "a..b"] {
        let all = pairs(&[("value", value), ("currency", "EUR")]);
        assert_eq!(DealFilter::take(all), Err(BadParameter("value".to_owned())), "{value}");
    }
    let many = vec!["x"; MAX_VALUES + 1].join(",");
    assert!(DealFilter::take(pairs(&[("owner", &many)])).is_err());
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    vec("[a-zA-Z0-9._ &=+%-]{1,12}", 0..4)
}

fn spans() -> impl Strategy<Value = Option<Span>> {
    let named = select(Period::ALL.to_vec()).prop_map(Span::Named);
    let day =
        || option::of((700_000_i32..750_000).prop_map(|d| chrono::NaiveDate::from_num_days_from_ce_opt(d).unwrap()));
    let days = (day(), day()).prop_map(|(from, until)| Span::between(from, until));
    prop_oneof![named.prop_map(Some), days, Just(None)]
}

fn filters() -> impl Strategy<Value = DealFilter> {
    let euros = Currency::parse("EUR").unwrap();
    let amount =
        move || option::of((0_i64..10_000_000).prop_map(move |minor| Money::from_minor(minor, euros).unwrap()));
    let amounts = (amount(), amount()).prop_map(|(from, until)| match (from, until) {
        (Some(one), Some(other)) if one.minor() > other.minor() => Amounts { from: Some(other), until: Some(one) },
        (from, until) => Amounts { from, until },
    });
    let states = (vec(select(Review::ALL.to_vec()), 0..4), vec(select(Stage::ALL.to_vec()), 0..4));
    let places = vec(select(Country::all().collect::<Vec<_>>()), 0..4);
    let who = (ids(), ids(), ids(), ids());
    (
        ("[^\\x00-\\x1f\\x7f-\\x9f]{0,20}", option::of(select(Show::ALL.to_vec()))),
        states,
        who,
        places,
        (spans(), spans()),
        amounts,
    )
        .prop_map(
            move |(
                (q, show),
                (review, stage),
                (product, owner, organisation, stage_id),
                country,
                (closes, registered),
                value,
            )| {
                let currency = (!value.is_empty()).then_some(euros);
                DealFilter {
                    q,
                    show,
                    review,
                    stage,
                    stage_id,
                    product,
                    handler: owner.clone(),
                    owner,
                    organisation,
                    country,
                    closes,
                    registered,
                    currency,
                    value,
                }
            },
        )
}

proptest! {
    #[test]
    fn a_filter_is_read_as_it_is_written(filter in filters()) {
        let mut pairs = filter.pairs();
        prop_assert_eq!(DealFilter::take(pairs.clone()), Ok((filter.clone(), Vec::new())));
        pairs.reverse();
        prop_assert_eq!(DealFilter::take(pairs), Ok((filter, Vec::new())), "in any order");
    }
}
