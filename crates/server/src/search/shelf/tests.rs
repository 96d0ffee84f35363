//! What is found on a shelf, in which order, and what is counted.

use super::*;
use portico_contract::session::Role;
use proptest::prelude::*;

fn card(place: i64, title: &str) -> Card {
    Card {
        place,
        id: format!("a{place}"),
        title: title.to_owned(),
        kind: AssetKind::DataSheet,
        format: Format::Pdf,
        locale: "en".to_owned(),
        products: vec!["fleet".to_owned()],
        industries: Vec::new(),
        stages: Vec::new(),
        audience: Audience::default(),
        state: Standing::Current,
        starts_on: None,
        expires_on: None,
        updated_at: 1_700_000_000_000 + place * 60_000,
        downloads: 0,
    }
}

fn today() -> NaiveDate {
    "2026-11-25".parse().unwrap()
}

fn rep() -> Reader {
    Reader { role: Role::Rep, tier: Some("Silver".to_owned()), partner_type: None, region: None }
}

fn shelf(cards: Vec<Card>) -> Shelf {
    let mut shelf = Shelf::default();
    shelf.put(cards);
    shelf
}

fn narrow(shelf: &Shelf, change: impl FnOnce(&mut AssetFilter), sort: AssetSort) -> Narrowed {
    let mut filter = AssetFilter::default();
    change(&mut filter);
    shelf.narrow(&asked(&filter, &rep(), sort)).unwrap()
}

fn asked<'a>(filter: &'a AssetFilter, reader: &'a Reader, sort: AssetSort) -> Asked<'a> {
    let (today, limit) = (today(), 50);
    Asked { reader, today, filter, sort, hits: None, used: None, wish: None, manages: false, after: None, limit }
}

fn ids(narrowed: &Narrowed) -> Vec<&str> {
    narrowed.items.iter().map(|(id, _)| id.as_str()).collect()
}

fn count(narrowed: &Narrowed, facet: &str, value: &str) -> u32 {
    let facet = narrowed.facets.iter().find(|one| one.name == facet);
    let value = facet.and_then(|facet| facet.values.iter().find(|one| one.value == value));
    value.map_or(0, |value| value.count)
}

#[test]
fn what_is_not_for_a_reader_is_neither_found_nor_counted() {
    let gold = Audience { tiers: vec!["Gold".to_owned()], ..Audience::default() };
    let day = |days| Some(today() + chrono::TimeDelta::days(days));
    let shelf = shelf(vec![
        card(1, "open"),
        Card { audience: gold, kind: AssetKind::PriceList, ..card(2, "gold") },
        Card { state: Standing::Draft, ..card(3, "draft") },
        Card { starts_on: day(1), ..card(4, "tomorrow") },
        Card { expires_on: day(-1), ..card(5, "over") },
        Card { starts_on: day(0), expires_on: day(0), ..card(6, "today") },
    ]);
    let found = narrow(&shelf, |_| {}, AssetSort::Newest);
    assert_eq!((ids(&found), found.total), (vec!["a6", "a1"], 2));
    assert_eq!(count(&found, "kind", "price_list"), 0);
    assert!(!shelf.shows("a2", &rep(), today()) && !shelf.shows("a5", &rep(), today()));
}

#[test]
fn a_facet_counts_what_each_of_its_values_would_find_beside_the_others() {
    let video = Card { kind: AssetKind::Video, format: Format::Video, ..card(2, "film") };
    let german = Card { locale: "de".to_owned(), ..card(3, "blatt") };
    let shelf = shelf(vec![card(1, "sheet"), video, german]);
    let found = narrow(&shelf, |filter| filter.kind = vec![AssetKind::Video], AssetSort::Newest);
    assert_eq!(ids(&found), ["a2"]);
    assert_eq!((count(&found, "kind", "video"), count(&found, "kind", "data_sheet")), (1, 2));
    assert_eq!((count(&found, "locale", "en"), count(&found, "locale", "de")), (1, 0));
}

#[test]
fn what_is_for_every_industry_is_found_in_each() {
    let food = Card { industries: vec!["food".to_owned()], ..card(1, "food") };
    let retail = Card { industries: vec!["retail".to_owned()], ..card(2, "retail") };
    let shelf = shelf(vec![food, retail, card(3, "any")]);
    let found = narrow(&shelf, |filter| filter.industry = vec!["food".to_owned()], AssetSort::Title);
    assert_eq!(ids(&found), ["a3", "a1"]);
    assert_eq!((count(&found, "industry", "food"), count(&found, "industry", "retail")), (2, 2));
}

#[test]
fn words_in_the_title_come_first_and_then_what_is_used_most() {
    let popular = Card { downloads: 50, ..card(3, "popular") };
    let shelf = shelf(vec![card(1, "in title"), card(2, "in file"), popular]);
    let (filter, reader) = (AssetFilter::default(), rep());
    let hits = [(1, FoundIn::Title), (2, FoundIn::File), (3, FoundIn::File), (99, FoundIn::Title)];
    let asked = Asked { hits: Some(&hits), ..asked(&filter, &reader, AssetSort::Best) };
    let found = shelf.narrow(&asked).unwrap();
    assert_eq!(ids(&found), ["a1", "a3", "a2"]);
    assert_eq!(found.items[1].1, Some(FoundIn::File));
}

#[test]
fn a_collection_has_its_order_and_a_deal_what_fits_it() {
    let other = Card { products: vec!["route".to_owned()], ..card(3, "other") };
    let food = Card { industries: vec!["food".to_owned()], ..card(4, "food") };
    let mut shelf = shelf(vec![card(1, "one"), card(2, "two"), other, food]);
    let (cover, description, title) = (None, String::new(), "C".to_owned());
    shelf.collections = vec![Shelved { id: "c".to_owned(), title, description, cover, places: vec![2, 99, 1] }];
    let found = narrow(&shelf, |filter| filter.collection = Some("c".to_owned()), AssetSort::Best);
    assert_eq!(ids(&found), ["a2", "a1"]);
    assert_eq!(narrow(&shelf, |filter| filter.collection = Some("x".to_owned()), AssetSort::Best).total, 0);
    let wish = Wish { products: vec!["fleet".to_owned()], industry: Some("food".to_owned()), stage: None };
    let (filter, reader) = (AssetFilter::default(), rep());
    let found = shelf.narrow(&Asked { wish: Some(&wish), ..asked(&filter, &reader, AssetSort::Best) }).unwrap();
    assert_eq!((ids(&found)[0], found.total), ("a4", 3), "what is about other products is left out");
    assert_eq!(shelf.related("a4", &reader, today(), 2).len(), 2);
}

proptest! {
    #[test]
    fn pages_have_everything_once_and_in_order(
        count in 0_i64..40, limit in 1_usize..9, sort in proptest::sample::select(AssetSort::ALL.to_vec()), with_words: bool,
    ) {
        let cards = (0..count).map(|n| Card { downloads: n % 3, ..card(n, ["b", "a", "ä_"][usize::try_from(n % 3).unwrap()]) });
        let shelf = shelf(cards.collect());
        let (filter, reader) = (AssetFilter::default(), rep());
        let hits: Vec<Hit> = (0..count).map(|n| (n, FoundIn::ALL[usize::try_from(n % 3).unwrap()])).collect();
        let whole = Asked { hits: with_words.then_some(hits.as_slice()), ..asked(&filter, &reader, sort) };
        let whole = shelf.narrow(&whole).unwrap();
        let (mut paged, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let page = Asked { after: cursor.as_deref(), limit, hits: with_words.then_some(hits.as_slice()), ..asked(&filter, &reader, sort) };
            let page = shelf.narrow(&page).unwrap();
            prop_assert_eq!(page.total, whole.total);
            paged.extend(page.items);
            match page.next {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        prop_assert_eq!(paged, whole.items);
    }

    #[test]
    fn a_cursor_that_is_none_is_refused(cursor in "[a-z0-9_-]{0,12}") {
        let (filter, reader) = (AssetFilter::default(), rep());
        let shelf = shelf(vec![card(1, "one")]);
        // Never a panic, whatever it is.
        let _ = shelf.narrow(&Asked { after: Some(&cursor), ..asked(&filter, &reader, AssetSort::Title) });
    }
}
