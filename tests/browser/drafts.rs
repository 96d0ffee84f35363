//! What was typed is not lost: by a reload, by a lost network, by somebody who was quicker.

use crate::person::{At, Person, held};
use crate::prm::{Slow, deal, portal, refusal, refusal_of, row, sent};
use crate::register::{begins, fills, fills_in_steps};
use crate::screen::{text, until};
use gloo::utils::document;
use portico_app::api::{ApiError, Method};
use portico_app::contract::problem::{Code, FieldProblem, Problem, ProblemKind};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_reload_keeps_what_was_typed_until_it_is_thrown_away() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    person.types("Customer name", "Harbour Foods").await;
    person.says("Not saved yet").await;
    drop(person);

    let person = Person::comes_back("/deals/new", At::Desk, prm.clone());
    person.says("What you had typed here is back.").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods");
    person.press("Start over").await;
    until("empty again", || !person.text().contains("What you had typed")).await;
    assert_eq!(held(&person.field("Customer name").await), "");
    drop(person);

    let person = Person::comes_back("/deals/new", At::Desk, prm);
    assert_eq!(held(&person.field("Customer name").await), "", "thrown away is gone");
}

#[wasm_bindgen_test]
async fn what_one_person_typed_is_not_shown_to_the_next() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    person.types("Customer name", "Harbour Foods").await;
    person.says("Not saved yet").await;
    drop(person);
    prm.answer(
        Method::Get,
        "/session",
        Ok(json!({
            "user": {"id": "otto", "name": "Otto Berg", "email": "otto@kestrel.example"},
            "organisation": {"id": "kestrel", "name": "Kestrel", "kind": "partner"},
            "role": "rep", "permissions": ["deals.register"]
        })),
    );
    let person = Person::comes_back("/deals/new", At::Desk, prm);
    assert_eq!(held(&person.field("Customer name").await), "");
    assert!(!person.text().contains("What you had typed"));
}

#[wasm_bindgen_test]
async fn a_saved_draft_has_nothing_unsaved() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    let mut saved = deal(&row(4));
    saved["review"] = json!("draft");
    prm.answer(Method::Post, "/deals", Ok(saved));
    person.types("Customer name", "Harbour Foods").await;
    person.press("Save draft").await;
    person.says("is saved").await;
    until("nothing unsaved", || !person.text().contains("Not saved yet")).await;
    assert_eq!(sent(&prm, Method::Post, "/deals")[0].body.as_ref().unwrap().get("submit"), None);
    assert_eq!(gloo::utils::window().location().pathname().unwrap(), "/deals/deal-4/edit", "a reload finds the draft");
    drop(person);
    let person = Person::comes_back("/deals/new", At::Desk, prm);
    assert_eq!(held(&person.field("Customer name").await), "", "a new one begins empty");
}

#[wasm_bindgen_test]
async fn without_network_nothing_is_lost_and_nothing_sent_twice() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    prm.answer(Method::Post, "/deals", Err(ApiError::Offline));
    person.press("Submit registration").await;
    person.says("There is no network, or the portal is not reachable.").await;
    person.says("What you typed is still here.").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods GmbH");

    prm.answer(Method::Post, "/deals", Ok(deal(&row(4))));
    person.press("Submit registration").await;
    person.says("is submitted").await;
    let tries = sent(&prm, Method::Post, "/deals");
    assert_eq!(tries.len(), 2);
    assert!(tries[0].key.as_ref().is_some_and(|key| key.len() == 36), "{:?}", tries[0].key);
    assert_eq!(tries[0].key, tries[1].key, "the same thing has the same key");
}

#[wasm_bindgen_test]
async fn pressing_twice_sends_once() {
    let prm = portal();
    let person = begins_slowly(&prm).await;
    fills(&person).await;
    person.press("Submit registration").await;
    person.says("Saving").await;
    let button = person.button("Submit registration").await;
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"), "said to be busy");
    assert!(button.query_selector(".spinner[aria-hidden=true]").unwrap().is_some());
    person.press("Submit registration").await;
    person.press("Save draft").await;
    crate::screen::breathe().await;
    assert_eq!(sent(&prm, Method::Post, "/deals").len(), 1);
}

async fn begins_slowly(prm: &portico_app::api::adapters::memory::Memory) -> Person {
    let person = Person::opens("/deals/new", At::Desk, Slow(prm.clone(), Method::Post, "/deals"));
    person.field("Customer name").await;
    person
}

#[wasm_bindgen_test]
async fn what_the_prm_finds_wrong_stands_beside_its_field() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    let problem = FieldProblem::new("/customer/name", Code::BadCharacter, "a control character");
    prm.answer(Method::Post, "/deals", refusal_of(problem));
    person.press("Submit registration").await;
    let summary = person.one(".summary").await;
    assert!(text(&summary).contains("Take out the characters that do not belong here"), "{}", text(&summary));
    assert_eq!(document().active_element().as_deref(), Some(summary.as_ref()), "and takes the focus");
    person.is_told("Customer name", "Take out the characters that do not belong here").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods GmbH");

    person.types("City", "Hamburg").await;
    assert!(person.told_of("Customer name").await.is_some(), "it stays until the field is mended");
    person.types("Customer name", "Harbour Foods").await;
    assert_eq!(person.told_of("Customer name").await, None);
    prm.answer(Method::Post, "/deals", Ok(deal(&row(4))));
    person.press("Submit registration").await;
    person.says("is submitted").await;
}

#[wasm_bindgen_test]
async fn on_a_phone_what_the_prm_finds_wrong_leads_back_to_its_step() {
    let prm = portal();
    let person = begins(At::Phone, &prm).await;
    fills_in_steps(&person).await;
    let problem = FieldProblem::new("/customer/name", Code::BadCharacter, "a control character");
    prm.answer(Method::Post, "/deals", refusal_of(problem));
    person.press("Submit registration").await;
    person.says("1 of 3").await;
    person.is_told("Customer name", "Take out the characters that do not belong here").await;
}

#[wasm_bindgen_test]
async fn somebody_was_quicker_and_the_person_chooses_whose_words_stay() {
    let prm = portal();
    let mut mine = deal(&row(4));
    mine["review"] = json!("draft");
    mine["editableFields"] = json!(["customer", "need"]);
    prm.answer(Method::Get, "/deals/deal-4", Ok(mine.clone()));
    let mut theirs = mine.clone();
    theirs["version"] = json!(7);
    let mut stale = Problem::new(ProblemKind::Stale);
    stale.current = Some(theirs);
    prm.answer(Method::Patch, "/deals/deal-4", Err(ApiError::Refused(Box::new(stale))));
    let person = Person::opens("/deals/deal-4/edit", At::Desk, prm.clone());
    person.types("Customer name", "Harbour Foods AG").await;
    person.press("Save draft").await;
    person.says("Changed meanwhile").await;
    person.says("Take theirs, or keep yours and send it again.").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods AG", "nothing is overwritten unasked");
    prm.answer(Method::Patch, "/deals/deal-4", refusal(ProblemKind::Unavailable));
    person.press("Keep mine").await;
    until("it can be sent again", || !person.text().contains("Changed meanwhile")).await;
    person.press("Save draft").await;
    until("sent again", || sent(&prm, Method::Patch, "/deals/deal-4").len() == 2).await;
    let versions: Vec<_> = sent(&prm, Method::Patch, "/deals/deal-4").iter().map(|ask| ask.version).collect();
    assert_eq!(versions, [Some(1), Some(7)], "on top of theirs");
}
