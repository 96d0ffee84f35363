//! One order for many deals: what is not answered is sent again as it was, and what is closed half-way says what is left.

use crate::person::{At, Person};
use crate::prm::{capabilities, page, portal, row, sent, signed_in};
use crate::screen::{focused, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{Answer, ApiError, Ask, Method, Prm, Reply, Signal};
use portico_app::contract::deal::DealSummary;
use portico_app::contract::problem::{Problem, ProblemKind};
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use std::any::Any;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

const BULK: &str = "/deals/bulk";

fn withdrawable(number: u32) -> DealSummary {
    let mut row = serde_json::to_value(row(number)).unwrap();
    row["allowedActions"] = json!(["withdraw"]);
    serde_json::from_value(row).unwrap()
}

/// A rep's portal with so many deals that can be withdrawn.
fn with_deals(count: u32) -> Memory {
    let prm = portal();
    signed_in(&prm, Role::Rep);
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.bulk"])));
    let form = json!({"products": [], "stages": [{"stage": "prospect", "name": "Lead"}], "lossReasons": []});
    prm.answer(Method::Get, "/tenant/deal-form", Ok(form));
    prm.answer(Method::Get, "/deals?", Ok(page(&(1..=count).map(withdrawable).collect::<Vec<_>>())));
    prm
}

/// Somebody selects them all and is about to withdraw them.
async fn is_about_to(count: u32, prm: impl Prm + 'static) -> Person {
    let person = Person::opens("/deals", At::Desk, prm);
    until("all rows", || person.all("tr[data-id]").len() == count as usize).await;
    for number in 1..=count {
        person.one(&format!("[data-pick=deal-{number}] input")).await.click();
    }
    person.says(&format!("{count} selected")).await;
    person.press("Withdraw").await;
    person
}

fn done(numbers: std::ops::RangeInclusive<u32>) -> Vec<Value> {
    numbers.map(|number| json!({"id": format!("deal-{number}"), "ok": true})).collect()
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_asked_for_again_with_its_key_and_what_is_refused_stays_selected() {
    let prm = with_deals(3);
    prm.answer(Method::Post, BULK, Err(ApiError::Offline));
    let person = is_about_to(3, prm.clone()).await;
    person.press("Carry out for 3 deals").await;
    person.says("No answer").await;
    assert!(!person.text().contains("done"), "nobody knows yet");

    let mut items = done(1..=2);
    let problem = Problem::new(ProblemKind::WrongState);
    items.push(json!({"id": "deal-3", "ok": false, "problem": problem}));
    prm.answer(Method::Post, BULK, Ok(json!({ "items": items })));
    person.press("Try again").await;
    person.says("2 were done").await;
    person.says("One was not done. It is still selected.").await;
    person.says("Somebody was quicker.").await;
    until("the focus is at the head", || focused() == "bulk-title").await;
    let keys: Vec<_> = sent(&prm, Method::Post, BULK).into_iter().map(|ask| ask.key).collect();
    assert!(keys.len() == 2 && keys[0].is_some() && keys[0] == keys[1], "{keys:?}");
    person.press("Done").await;
    person.says("One selected").await;
}

/// A PRM that answers the first order for many, and no further one.
#[derive(Clone)]
struct Tired(Memory);

impl Prm for Tired {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        let again = ask.path == BULK && !sent(&self.0, Method::Post, BULK).is_empty();
        let answer = self.0.ask(ask);
        if again { Box::pin(std::future::pending()) } else { answer }
    }

    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.open(after, tell)
    }
}

#[wasm_bindgen_test]
async fn closing_half_way_leaves_selected_what_was_not_answered_and_sends_no_more() {
    let prm = with_deals(120);
    prm.answer(Method::Post, BULK, Ok(json!({ "items": done(1..=50) })));
    let person = is_about_to(120, Tired(prm.clone())).await;
    person.press("Carry out for 120 deals").await;
    person.says("50 of 120 answered").await;
    person.press("Cancel").await;
    person.says("70 selected").await;
    until("it is closed", || person.all("dialog").is_empty()).await;
    assert_eq!(sent(&prm, Method::Post, BULK).len(), 2, "the third portion was not sent");
}
