//! Languages: words, amounts and dates as the reader writes them, from the side on which the reader begins.

use crate::person::{At, Person, forgets_everything, held, reads};
use crate::prm::{page, portal, row};
use crate::screen::{browser, until};
use chrono::{DateTime, NaiveDate, Utc};
use gloo::utils::document_element;
use portico_app::api::Method;
use portico_app::contract::country::Country;
use portico_app::contract::money::{Currency, Money};
use portico_app::i18n::Words;
use portico_app::t;
use serde_json::{Map, Value};
use std::cmp::Ordering;
use wasm_bindgen_test::wasm_bindgen_test;

fn words(language: &str, reader: &str) -> Words {
    reads(&[reader]);
    Words::new(language, None, Vec::new())
}

/// With plain spaces, where a language sets others.
fn plain(text: String) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn money(amount: &str, currency: &str) -> Money {
    Money::parse(amount, Currency::parse(currency).unwrap()).unwrap()
}

#[wasm_bindgen_test]
fn amounts_are_written_as_the_reader_writes_them() {
    for (language, reader, amount, currency, written) in [
        ("en", "en-GB", "50000", "EUR", "€50,000"),
        ("en", "en-GB", "50000.50", "EUR", "€50,000.50"),
        ("de", "de-DE", "50000", "EUR", "50.000 €"),
        ("de", "de-DE", "1234.5", "USD", "1.234,50 $"),
        ("en", "en-US", "1000", "JPY", "¥1,000"),
        // More digits than a float holds.
        ("en", "en-US", "123456789012.34", "USD", "$123,456,789,012.34"),
    ] {
        let said = plain(words(language, reader).money(money(amount, currency)));
        assert_eq!(said, written, "{amount} {currency} for {reader}");
    }
}

#[wasm_bindgen_test]
fn days_and_spans_are_written_as_the_reader_writes_them() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
    for (language, reader, written) in
        [("en", "en-GB", "3 Nov 2026"), ("en", "en-US", "Nov 3, 2026"), ("de", "de-DE", "3. Nov. 2026")]
    {
        assert_eq!(plain(words(language, reader).day(day)), written, "{reader}");
    }
    let now: DateTime<Utc> = "2026-11-03T12:00:00Z".parse().unwrap();
    let ago = |hours| now - chrono::TimeDelta::hours(hours);
    let english = words("en", "en-GB");
    assert_eq!(plain(english.ago(ago(2), now)), "2 hr ago");
    assert_eq!(english.ago(ago(24), now), "yesterday");
    assert_eq!(words("de", "de-DE").ago(ago(24), now), "gestern");
    assert_eq!(english.decimal_sign(), '.');
    assert_eq!(words("de", "de-DE").decimal_sign(), ',');
}

#[wasm_bindgen_test]
fn names_are_those_of_the_language_and_sorted_as_it_sorts() {
    let (german, english) = (words("de", "de-DE"), words("en", "en-GB"));
    let austria = Country::parse("AT").unwrap();
    assert_eq!((german.country(austria), english.country(austria)), ("Österreich".to_owned(), "Austria".to_owned()));
    assert_eq!(german.language_name("en"), "Englisch");
    assert_eq!(german.compare("Österreich", "Portugal"), Ordering::Less, "not behind Z");
}

#[wasm_bindgen_test]
fn a_sentence_that_a_language_lacks_is_said_in_english() {
    let mut messages = Map::new();
    messages.insert("cancel".to_owned(), Value::from("Abbrechen"));
    let german = Words::new("de", Some(messages), Vec::new());
    assert_eq!(t!(german, "cancel"), "Abbrechen");
    assert_eq!(t!(german, "close"), "Close", "never the name of the message");
}

#[wasm_bindgen_test]
fn a_vendor_may_call_a_deal_what_it_likes() {
    let terms = vec![("deals-title".to_owned(), "Projects".to_owned()), ("deal".to_owned(), "project".to_owned())];
    let words = Words::new("en", None, terms);
    assert_eq!(t!(words, "nav-deals"), "Projects");
    assert_eq!(t!(words, "deal-register"), "Register a project");
}

/// Serves the compiled words under the address at which the portal serves them; of Arabic there are none yet.
fn serves_words() {
    browser(
        "window.fetch = async (ask, more) => {
            const path = new URL(ask.url ?? ask, location.href).pathname;
            if (path === '/words/ar.json') ask = new Request('data:application/json,{}');
            return window.real.fetch(/words.(de|en)/.test(path) ? '/target' + path : ask, more);
        };",
    );
}

fn page_is(language: &str, direction: &str) -> bool {
    let root = document_element();
    root.get_attribute("lang").as_deref() == Some(language) && root.get_attribute("dir").as_deref() == Some(direction)
}

#[wasm_bindgen_test]
async fn choosing_a_language_turns_the_whole_page_and_is_remembered() {
    serves_words();
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.says("€50,000").await;
    assert!(page_is("en", "ltr"));
    person.press("YouMira Kern").await;
    person.types("Language", "de").await;
    until("German", || page_is("de", "ltr")).await;
    person.says("50.000").await;
    person.button("Fertig").await;
    assert_eq!(held(&person.field("Sprache").await), "de");

    person.types("Sprache", "ar").await;
    until("from right to left", || page_is("ar", "rtl")).await;
    person.says("Register a deal").await;
    drop(person);
    let person = Person::comes_back("/deals", At::Desk, prm);
    until("remembered", || page_is("ar", "rtl")).await;
    person.press("YouMira Kern").await;
    person.types("Language", "en").await;
    until("and back", || page_is("en", "ltr")).await;
}

#[wasm_bindgen_test]
async fn words_that_cannot_be_had_leave_a_page_that_speaks_english_and_says_so() {
    browser("window.fetch = window.real.fetch;");
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    forgets_everything();
    reads(&["de-DE"]);
    let person = Person::comes_back("/deals", At::Desk, prm);
    person.says("Register a deal").await;
    assert!(page_is("en", "ltr"), "a screen reader reads it as English");
}
