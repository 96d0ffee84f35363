//! The first page: what waits for whom, and that it stays true.

use crate::person::{At, Person};
use crate::prm::{approved, happened, portal, row, sent, signal, signed_in, told};
use crate::screen::until;
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::deal::DealSummary;
use portico_app::contract::session::Role;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Deals that wait, for what.
fn waits(prm: &Memory, deals: &[(&str, DealSummary)]) {
    let waiting: Vec<_> = deals.iter().map(|(kind, deal)| json!({"kind": kind, "deal": deal})).collect();
    let home = json!({"waiting": waiting, "waitingTotal": waiting.len(), "pipeline": []});
    prm.answer(Method::Get, "/home", Ok(home));
}

#[wasm_bindgen_test]
async fn what_happens_in_a_burst_is_asked_about_once() {
    let prm = portal();
    waits(&prm, &[("other", row(1))]);
    let person = Person::opens("/", At::Desk, prm.clone());
    person.says("Customer 1").await;
    until("the stream is open", || prm.is_open()).await;
    waits(&prm, &[("other", row(2))]);
    for id in 1..=5 {
        prm.say(told(id, "deal.approved", &approved(row(id))));
    }
    person.says("Customer 2").await;
    assert_eq!(sent(&prm, Method::Get, "/home").len(), 2);
}

#[wasm_bindgen_test]
async fn who_may_not_decide_is_led_to_the_deal_and_not_to_the_desk() {
    for (role, way) in [(Role::ChannelManager, "/desk/deal-1"), (Role::Seller, "/deals/deal-1")] {
        let prm = portal();
        signed_in(&prm, role);
        waits(&prm, &[("decide", row(1))]);
        let person = Person::opens("/", At::Desk, prm.clone());
        let link = person.one("[data-id=deal-1] a").await;
        assert_eq!(link.get_attribute("href").as_deref(), Some(way), "{role:?}");
        until("the stream is open", || prm.is_open()).await;
        let mut event = happened(1, "deal.submitted", &row(1));
        event["data"]["actor"]["id"] = json!("otto");
        prm.say(signal(&event));
        let link = person.one(".toast a").await;
        assert_eq!(link.get_attribute("href").as_deref(), Some(way), "{role:?}");
    }
}
