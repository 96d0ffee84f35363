//! The desk: walking through what waits, and choosing a set of it.

use crate::person::{At, Person};
use crate::prm::{deal, page, portal, row, signed_in};
use crate::screen::{browser, focused, text, until};
use portico_app::api::Method;
use portico_app::contract::session::Role;
use wasm_bindgen_test::wasm_bindgen_test;

/// A manager before three registrations that wait; the last meets another.
async fn sits_down() -> Person {
    let prm = portal();
    signed_in(&prm, Role::ChannelManager);
    let mut rows: Vec<_> = (1..=3).map(row).collect();
    rows[2].conflict = Some(true);
    prm.answer(Method::Get, "/deals?", Ok(page(&rows)));
    for row in &rows {
        prm.answer(Method::Get, &format!("/deals/{}", row.id), Ok(deal(row)));
    }
    let person = Person::opens("/desk", At::Desk, prm);
    opened(&person, "Customer 1").await;
    person
}

async fn opened(person: &Person, name: &str) {
    until(name, || person.all("#deal-name").first().is_some_and(|head| text(head) == name)).await;
}

fn presses(key: &str) {
    browser(&format!("document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}));"));
}

#[wasm_bindgen_test]
async fn the_focus_walks_along_with_the_deal_that_is_open() {
    let person = sits_down().await;
    presses("j");
    opened(&person, "Customer 2").await;
    assert_eq!(focused(), "row-deal-2");
    presses("k");
    opened(&person, "Customer 1").await;
    assert_eq!(focused(), "row-deal-1");
}

#[wasm_bindgen_test]
async fn a_set_opens_its_first_deal_where_the_open_one_is_not_in_it() {
    let person = sits_down().await;
    let chosen = person.one("button[data-set=conflicts]").await;
    chosen.click();
    opened(&person, "Customer 3").await;
    person.one("button[data-set=all]").await.click();
    until("all rows", || person.all(".queue [data-id]").len() == 3).await;
    opened(&person, "Customer 3").await;
    person.one("button[data-set=late]").await.click();
    until("nothing is open", || person.all("#deal-name").is_empty()).await;
}
