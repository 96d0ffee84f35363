//! Claim first, complete later.

use crate::person::At;
use crate::prm::{deal, form, portal, row};
use crate::register::{begins, fills_customer, registered};
use portico_app::api::Method;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_claim_asks_for_little_and_is_sent_as_one() {
    let prm = portal();
    let mut asks = form(&json!([]));
    asks["claimDays"] = json!(14);
    prm.answer(Method::Get, "/tenant/deal-form", Ok(asks));
    let person = begins(At::Phone, &prm).await;
    person.press("Claim now").await;
    person.says("4 things to mend").await;
    assert!(!person.text().contains("Enter the estimated value"), "the rest is asked for later");
    fills_customer(&person).await;
    let mut claimed = deal(&row(4));
    claimed["review"] = json!("claimed");
    claimed["completeBy"] = json!("2026-12-07");
    claimed["allowedActions"] = json!(["submit", "withdraw"]);
    prm.answer(Method::Post, "/deals", Ok(claimed.clone()));
    prm.answer(Method::Get, "/deals/deal-4", Ok(claimed));
    person.press("Claim now").await;
    person.says("is claimed").await;
    person.says("Place kept until").await;
    let body = registered(&prm).unwrap();
    assert_eq!((&body["claim"], &body["submit"]), (&json!(true), &Value::Null));
}
