//! Receipts: one that a server gave is checked by this browser's own cryptography.

use crate::person::{At, Person};
use crate::prm::{capabilities, deal, portal, row};
use crate::screen::{browser, text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A receipt that a server gave, its keys, and what it says; a test of the server checks that with another library.
fn given() -> Value {
    serde_json::from_str(include_str!("receipt.json")).unwrap()
}

/// A PRM with the deal that the receipt is of.
fn with_receipts() -> Memory {
    let (prm, given) = (portal(), given());
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.receipts"])));
    let mut deal = deal(&row(1));
    for member in ["number", "organisation", "registeredAt"] {
        deal[member] = given["says"][member].clone();
    }
    prm.answer(Method::Get, "/deals/deal-1", Ok(deal));
    prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": []})));
    prm.answer(Method::Get, "/deals/deal-1/receipt", Ok(given["receipt"].clone()));
    prm.answer(Method::Get, "/.well-known/jwks.json", Ok(given["keys"].clone()));
    prm
}

/// The same with another character at the end of a part: 0 the header, 1 what it says, 2 the signature.
fn tampered(part: usize) -> Value {
    let jws = given()["receipt"].as_str().unwrap().to_owned();
    let mut parts: Vec<String> = jws.split('.').map(str::to_owned).collect();
    let at = parts[part].len() / 2;
    let other = if &parts[part][at..=at] == "A" { "B" } else { "A" };
    parts[part].replace_range(at..=at, other);
    parts.join(".").into()
}

async fn looks_at(prm: &Memory, says: &str) -> Person {
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.says(says).await;
    person
}

#[wasm_bindgen_test]
async fn a_receipt_that_holds_is_said_quietly_and_opens_in_full() {
    let person = looks_at(&with_receipts(), "Receipt, verified").await;
    assert!(person.all("[role=alert]").is_empty());
    let details = person.one("details.received").await;
    let says = given()["says"].clone();
    for shown in [&says["number"], &says["organisation"]["name"], &says["customer"]["fingerprint"], &says["previous"]] {
        assert!(text(&details).contains(shown.as_str().unwrap()), "{shown} in {}", text(&details));
    }
    assert!(text(&details).contains("07.850"), "to the millisecond: {}", text(&details));
    let download = person.button("Download receipt").await;
    let file = download.get_attribute("href").unwrap();
    assert_eq!(file, format!("data:application/jose,{}", given()["receipt"].as_str().unwrap()));
    assert_eq!(download.get_attribute("download").as_deref(), Some("receipt-D-7CXD-7160.jws"));
}

#[wasm_bindgen_test]
async fn a_receipt_that_was_tampered_with_is_said_loudly() {
    for part in 0..3 {
        let prm = with_receipts();
        prm.answer(Method::Get, "/deals/deal-1/receipt", Ok(tampered(part)));
        let person = looks_at(&prm, "Receipt does not hold").await;
        let alert = person.one("[role=alert]").await;
        assert!(text(&alert).contains("Somebody may have changed the registration."), "{part}");
    }
}

#[wasm_bindgen_test]
async fn a_receipt_of_something_else_than_the_page_shows_does_not_hold() {
    for (member, other) in [
        ("number", json!(row(2).number.as_str())),
        ("organisation", json!({"id": "kestrel", "name": "Kestrel IT"})),
        ("registeredAt", json!("2026-11-23T21:35:07.849Z")),
    ] {
        let prm = with_receipts();
        let mut shown = deal(&row(1));
        for known in ["number", "organisation", "registeredAt"] {
            shown[known] = given()["says"][known].clone();
        }
        shown[member] = other;
        prm.answer(Method::Get, "/deals/deal-1", Ok(shown));
        prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": []})));
        prm.answer(Method::Get, "/deals/deal-1/receipt", Ok(given()["receipt"].clone()));
        looks_at(&prm, "Receipt does not hold").await;
    }
}

#[wasm_bindgen_test]
async fn a_receipt_under_a_key_that_the_server_does_not_have_does_not_hold() {
    let prm = with_receipts();
    let mut keys = given()["keys"].clone();
    keys["keys"][0]["kid"] = "another".into();
    prm.answer(Method::Get, "/.well-known/jwks.json", Ok(keys));
    looks_at(&prm, "Receipt does not hold").await;
}

#[wasm_bindgen_test]
async fn what_could_not_be_checked_is_neither_good_nor_bad_and_is_tried_again() {
    let prm = with_receipts();
    prm.answer(Method::Get, "/.well-known/jwks.json", Err(ApiError::Offline));
    let person = looks_at(&prm, "Receipt, not checked").await;
    assert!(person.all("[role=alert]").is_empty());
    assert!(person.text().contains("The receipt or the key did not arrive"));
    prm.answer(Method::Get, "/.well-known/jwks.json", Ok(given()["keys"].clone()));
    person.press("Try again").await;
    person.says("Receipt, verified").await;
}

#[wasm_bindgen_test]
async fn a_browser_that_cannot_check_says_so() {
    for (hindrance, said) in [
        (
            "SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));",
            "This browser cannot check this kind of signature",
        ),
        (
            "Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });",
            "This page came without encryption",
        ),
    ] {
        browser("window.real.importKey ??= SubtleCrypto.prototype.importKey;");
        browser(hindrance);
        let person = looks_at(&with_receipts(), "Receipt, not checked").await;
        let shown = person.text();
        browser("delete crypto.subtle; SubtleCrypto.prototype.importKey = window.real.importKey;");
        assert!(shown.contains(said), "{shown}");
    }
    looks_at(&with_receipts(), "Receipt, verified").await;
}

#[wasm_bindgen_test]
async fn without_receipts_in_the_prm_nothing_is_said_of_them() {
    let prm = with_receipts();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&[])));
    let person = looks_at(&prm, "Received").await;
    assert!(!person.text().contains("Receipt"));
    until("nothing is asked", || prm.asked(Method::Get).iter().all(|ask| !ask.path.ends_with("/receipt"))).await;
}

#[wasm_bindgen_test]
async fn side_by_side_both_receipts_are_checked() {
    use portico_app::contract::session::Role;
    let prm = with_receipts();
    crate::prm::signed_in(&prm, Role::ChannelManager);
    let mut shown = deal(&row(1));
    for known in ["number", "organisation", "registeredAt"] {
        shown[known] = given()["says"][known].clone();
    }
    let mut other = serde_json::to_value(row(2)).unwrap();
    other["registeredAt"] = json!("2026-11-23T22:00:00Z");
    shown["conflicts"] = json!([{"deal": other, "matches": ["website"], "first": false}]);
    prm.answer(Method::Get, "/deals/deal-1", Ok(shown));
    prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": []})));
    prm.answer(Method::Get, "/deals/deal-1/receipt", Ok(given()["receipt"].clone()));
    // The other's receipt is one of this deal: it does not hold for the other.
    prm.answer(Method::Get, "/deals/deal-2/receipt", Ok(given()["receipt"].clone()));
    let person = Person::opens("/deals/deal-1", At::Desk, prm);
    let line = || person.all("section table tr").into_iter().find(|line| text(line).starts_with("Receipt"));
    until("the line of receipts", || {
        line().is_some_and(|line| text(&line) == "ReceiptReceipt, verifiedReceipt does not hold")
    })
    .await;
}
