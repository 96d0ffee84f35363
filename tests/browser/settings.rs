//! Settings: what is typed is judged beside its field, kept on the device until it is saved, and put on top of what a
//! colleague changed meanwhile.

use crate::person::{At, Person};
use crate::prm::{capabilities, portal, sent, signed_in};
use crate::screen::{breathe, focused, text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_app::contract::problem::{Problem, ProblemKind};
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn programme(version: i64, claim_days: u32) -> Value {
    json!({
        "revision": {"version": version, "changedAt": "2026-11-20T09:00:00Z"}, "locales": ["en", "de"],
        "rules": {
            "form": {"products": [{"id": "fleet", "name": {"en": "Fleet"}}], "industries": [], "fields": [],
                "required": [], "currencies": ["EUR"], "stages": {}},
            "registration": {"claimDays": claim_days, "protectionDays": 90, "extensionDays": 30, "extensions": 1,
                "conflictCheck": {"when": "while_typing", "perDay": 200}}
        }
    })
}

/// A portal whose rules can be changed.
fn ruled() -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["programme"])));
    prm.answer(Method::Get, "/programme", Ok(programme(3, 14)));
    signed_in(&prm, Role::VendorAdmin);
    prm
}

fn presses(person: &Person, label: &str) {
    let buttons = person.all("button").into_iter().filter(|button| text(button) == label);
    buttons.last().unwrap_or_else(|| panic!("no button {label}")).click();
}

#[wasm_bindgen_test]
async fn only_what_was_changed_is_sent_with_the_version_it_was_made_on() {
    let prm = ruled();
    prm.answer(Method::Patch, "/programme", Ok(programme(4, 7)));
    let person = Person::opens("/settings/registration", At::Desk, prm.clone());
    person.types("Days a claim keeps its place", "7").await;
    person.types("Why", "Shorter, as agreed.").await;
    presses(&person, "Save changes");
    until("it is sent", || !sent(&prm, Method::Patch, "/programme").is_empty()).await;
    let ask = sent(&prm, Method::Patch, "/programme").remove(0);
    assert_eq!(ask.version, Some(3));
    let body = json!({"rules": {"registration": {"claimDays": 7}}, "note": "Shorter, as agreed."});
    assert_eq!(ask.body, Some(body));
    until("there is nothing to keep", || person.all("[id='note']").is_empty()).await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_a_rule_is_told_beside_its_field_and_not_sent() {
    let prm = ruled();
    let person = Person::opens("/settings/registration", At::Phone, prm.clone());
    person.types("Days of protection", "ninety").await;
    presses(&person, "Save changes");
    person.is_told("Days of protection", "Write a whole number").await;
    assert!(sent(&prm, Method::Patch, "/programme").is_empty());
    presses(&person, "Undo");
    breathe().await;
    assert_eq!(crate::person::held(&person.field("Days of protection").await), "90");
}

#[wasm_bindgen_test]
async fn what_was_typed_and_not_saved_is_there_after_a_reload() {
    let prm = ruled();
    let person = Person::opens("/settings/registration", At::Phone, prm.clone());
    person.types("Extensions at most", "3").await;
    drop(person);
    let person = Person::comes_back("/settings/registration", At::Phone, prm);
    person.says("What you had typed here is back").await;
    assert_eq!(crate::person::held(&person.field("Extensions at most").await), "3");
    presses(&person, "Discard");
    until("it is as it was", || !person.text().contains("Discard")).await;
}

#[wasm_bindgen_test]
async fn a_colleagues_change_meanwhile_is_the_ground_for_ones_own() {
    let prm = ruled();
    let stale = Problem { current: Some(programme(4, 21)), ..Problem::new(ProblemKind::Stale) };
    prm.answer(Method::Patch, "/programme", Err(ApiError::Refused(Box::new(stale))));
    let person = Person::opens("/settings/registration", At::Desk, prm.clone());
    person.types("Days of protection", "60").await;
    presses(&person, "Save changes");
    person.says("A colleague has changed the rules").await;
    presses(&person, "Put mine on top of theirs");
    until("theirs is there", || !person.text().contains("A colleague has changed")).await;
    assert_eq!(crate::person::held(&person.field("Days a claim keeps its place").await), "21");
    assert_eq!(crate::person::held(&person.field("Days of protection").await), "60");
    presses(&person, "Save changes");
    until("it is sent again", || sent(&prm, Method::Patch, "/programme").len() == 2).await;
    let ask = sent(&prm, Method::Patch, "/programme").remove(1);
    assert_eq!(
        (ask.version, ask.body.unwrap()["rules"].clone()),
        (Some(4), json!({"registration": {"protectionDays": 60}}))
    );
}

#[wasm_bindgen_test]
async fn a_new_field_takes_the_focus_and_is_named_by_its_label() {
    let prm = ruled();
    prm.answer(Method::Patch, "/programme", Ok(programme(4, 14)));
    let person = Person::opens("/settings/form", At::Desk, prm.clone());
    person.says("Add a field").await;
    presses(&person, "Add a field");
    until("the label has the focus", || focused().contains("/form/fields/0/label/en")).await;
    person.types("Label (English)", "Cost centre").await;
    presses(&person, "Save changes");
    until("it is sent", || !sent(&prm, Method::Patch, "/programme").is_empty()).await;
    let field = sent(&prm, Method::Patch, "/programme").remove(0).body.unwrap()["rules"]["form"]["fields"][0].clone();
    assert_eq!((field["id"].clone(), field["type"].clone()), (json!("cost_centre"), json!("text")));
    assert_eq!(field.get("new"), None);
}

#[wasm_bindgen_test]
async fn an_item_that_was_mended_does_not_close_over_the_field_in_which_somebody_types() {
    let prm = ruled();
    let mut named = programme(3, 14);
    named["rules"]["form"]["fields"] = json!([{"id": "cost_centre", "type": "text", "label": {"en": "Cost centre"}}]);
    prm.answer(Method::Get, "/programme", Ok(named));
    let person = Person::opens("/settings/form", At::Desk, prm);
    let fold = person.one("details").await;
    breathe().await;
    assert!(!fold.has_attribute("open"), "there is nothing to be done in it");
    person.types("Label (English)", "").await;
    until("it asks for a name", || fold.has_attribute("open")).await;
    person.types("Label (English)", "C").await;
    until("it is named", || text(&person.all("summary")[0]).contains('C')).await;
    breathe().await;
    assert!(fold.has_attribute("open"));
}

#[wasm_bindgen_test]
async fn a_house_account_is_written_with_what_it_is_known_by() {
    let prm = ruled();
    let person = Person::opens("/settings/house", At::Desk, prm.clone());
    person.says("Add a house account").await;
    presses(&person, "Add a house account");
    until("the name has the focus", || focused() == "/house/accounts/0/name").await;
    person.types("Customer name", "Nordkai").await;
    presses(&person, "Save changes");
    person.is_told("Customer website", "Write the website, or choose the country").await;
    assert!(sent(&prm, Method::Patch, "/programme").is_empty());
    prm.answer(Method::Patch, "/programme", Ok(programme(4, 14)));
    person.types("Country", "DE").await;
    presses(&person, "Save changes");
    until("it is sent", || !sent(&prm, Method::Patch, "/programme").is_empty()).await;
    let house = sent(&prm, Method::Patch, "/programme").remove(0).body.unwrap()["rules"]["house"].clone();
    assert_eq!(house["accounts"], json!([{"name": "Nordkai", "website": "", "country": "DE"}]));
}
