//! What a person is told of: the count in the frame, the page, and what is read.

use crate::person::{At, Person};
use crate::prm::{approved, capabilities, happened, portal, refusal, row, sent, signal, told};
use crate::screen::{focused, name, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A portal that tells people, and what it has told so far.
fn tells(items: &[Value], unread: u32) -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["notifications"])));
    prm.answer(Method::Get, "/notifications", Ok(json!({ "items": items, "unread": unread })));
    prm.answer(Method::Post, "/notifications/read", Ok(json!({ "unread": 0 })));
    prm
}

fn notification(id: u32, deal: u32, kind: &str, read: bool) -> Value {
    let row = row(deal);
    json!({
        "id": id.to_string(), "type": kind, "subject": row.id, "deal": {"number": row.number, "customer": row.customer},
        "actor": {"id": "jonas", "name": "Jonas Weber", "side": "vendor", "organisation": "Arcwell"},
        "time": "2026-11-23T10:00:00Z", "read": read
    })
}

async fn bell(person: &Person) -> String {
    let bell = person.one("nav a.bell").await;
    name(&bell)
}

#[wasm_bindgen_test]
async fn the_count_rises_with_what_the_stream_tells_and_nothing_is_asked_again() {
    let prm = tells(&[notification(5, 1, "deal.review_started", false)], 1);
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.button("Notifications, 1 unread").await;
    until("the stream is open", || prm.is_open()).await;
    prm.say(told(6, "deal.approved", &approved(row(1))));
    person.button("Notifications, 2 unread").await;
    // What a colleague's deal meets, and what she did herself, is not for her.
    let mut other = happened(7, "deal.approved", &approved(row(2)));
    other["data"]["deal"]["owner"]["id"] = json!("leo");
    prm.say(signal(&other));
    let mut own = happened(8, "deal.commented", &row(1));
    own["data"]["actor"]["id"] = json!("mira");
    own["data"]["comment"] = json!({"body": "All of them."});
    prm.say(signal(&own));
    prm.say(told(9, "deal.reverted", &row(1)));
    person.button("Notifications, 3 unread").await;
    assert_eq!(sent(&prm, Method::Get, "/notifications?limit=1").len(), 1);
}

#[wasm_bindgen_test]
async fn what_was_told_of_a_deal_stands_together_and_is_read_when_the_deal_is_opened() {
    let items = [
        notification(7, 1, "deal.approved", false),
        notification(6, 2, "deal.rejected", true),
        notification(5, 1, "deal.review_started", false),
    ];
    let prm = tells(&items, 2);
    let person = Person::opens("/notifications", At::Desk, prm.clone());
    let group = person.one("main [data-id=deal-1]").await;
    let said = group.text_content().unwrap();
    assert!(said.contains("approved by Jonas Weber") && said.contains("in review by Jonas Weber"), "{said}");
    assert!(said.contains("2 new"), "unread is said in words: {said}");
    assert_eq!(person.all("main [data-id]").len(), 2);
    assert!(!person.one("main [data-id=deal-2]").await.text_content().unwrap().contains("ew"), "this one was read");
    person.press("Customer 1: approved by Jonas Weber.").await;
    until("the deal", || gloo::utils::window().location().pathname().unwrap() == "/deals/deal-1").await;
    assert_eq!(sent(&prm, Method::Post, "/notifications/read")[0].body, Some(json!({"ids": ["7", "5"]})));
}

#[wasm_bindgen_test]
async fn all_are_read_at_once_up_to_the_newest_that_was_seen() {
    let items = [notification(7, 1, "deal.approved", false), notification(6, 2, "deal.rejected", false)];
    let prm = tells(&items, 2);
    let person = Person::opens("/notifications", At::Phone, prm.clone());
    person.press("Mark all as read").await;
    until("nothing is new", || person.all("main .unread").is_empty()).await;
    assert_eq!(sent(&prm, Method::Post, "/notifications/read")[0].body, Some(json!({"upTo": "7"})));
    assert_eq!(bell(&person).await, "Notifications", "the frame knows");
    assert_eq!(focused(), "main", "the button is gone, and the focus is where one reads on");
}

#[wasm_bindgen_test]
async fn the_page_says_when_there_is_nothing_and_when_it_did_not_come() {
    let person = Person::opens("/notifications", At::Phone, tells(&[], 0));
    person.says("Nothing yet").await;
    let prm = tells(&[], 0);
    prm.answer(Method::Get, "/notifications", refusal(ProblemKind::Unavailable));
    let person = Person::opens("/notifications", At::Phone, prm.clone());
    person.button("Try again").await;
    prm.answer(
        Method::Get,
        "/notifications",
        Ok(json!({"items": [notification(7, 1, "deal.approved", false)], "unread": 1})),
    );
    person.press("Try again").await;
    person.says("approved by Jonas Weber").await;
}

#[wasm_bindgen_test]
async fn a_prm_without_notifications_has_no_bell() {
    let person = Person::opens("/deals", At::Desk, portal());
    person.one("nav [aria-current=page]").await;
    assert!(person.all(".bell").is_empty());
}
