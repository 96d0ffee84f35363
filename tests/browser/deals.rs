//! The list of deals, changed by what happens while somebody looks at it.

use crate::person::{At, Person};
use crate::prm::{Slow, approved, page, portal, row, told};
use crate::screen::{text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{Method, Signal};
use portico_app::contract::deal::DealSummary;
use portico_app::features::deals::RENDERED;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

/// Somebody looks at so many deals, and the stream is open.
async fn looks_at(count: u32, at: At) -> (Person, Memory) {
    let prm = portal();
    let rows: Vec<DealSummary> = (1..=count).map(row).collect();
    prm.answer(Method::Get, "/deals?", Ok(page(&rows)));
    let person = Person::opens("/deals", at, prm.clone());
    until("all rows", || person.all("[data-id]").len() == count as usize).await;
    person.one("[data-live=open]").await;
    // The names of products and stages came; from here on only what happens renders a row.
    until("the form is there", || !prm.asked(Method::Get).iter().all(|ask| ask.path != "/tenant/deal-form")).await;
    crate::screen::breathe().await;
    RENDERED.set(0);
    (person, prm)
}

fn row_of(person: &Person, number: u32) -> HtmlElement {
    person.all(&format!("[data-id='deal-{number}']")).remove(0)
}

async fn one_row_alone(at: At) {
    let (person, prm) = looks_at(200, at).await;
    let before = person.all("[data-id]");
    let link = |number| row_of(&person, number).query_selector("a").unwrap().unwrap();
    wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(link(77)).focus().unwrap();

    prm.say(told(1, "deal.approved", &approved(row(77))));
    until("the row says so", || text(&row_of(&person, 77)).contains("Approved")).await;

    assert_eq!(RENDERED.get(), 1, "rows rendered");
    assert!(text(&row_of(&person, 77)).contains("Qualified lead"), "the stage in the tenant's word");
    assert_eq!(row_of(&person, 77).class_name(), "glow", "what changed is shown");
    assert!(text(&row_of(&person, 76)).contains("Submitted"), "the others stay as they are");
    let after = person.all("[data-id]");
    assert!(before.iter().zip(&after).all(|(old, new)| old.is_same_node(Some(new))), "no row was made anew");
    assert_eq!(gloo::utils::document().active_element(), Some(link(77)), "the focus stays");
}

#[wasm_bindgen_test]
async fn an_event_renders_one_row_of_two_hundred_at_a_desk() {
    one_row_alone(At::Desk).await;
}

#[wasm_bindgen_test]
async fn an_event_renders_one_row_of_two_hundred_on_a_phone() {
    one_row_alone(At::Phone).await;
}

#[wasm_bindgen_test]
async fn what_was_told_before_or_is_older_changes_nothing() {
    let (person, prm) = looks_at(3, At::Desk).await;
    let now = approved(row(1));
    prm.say(told(5, "deal.approved", &now));
    until("approved", || text(&row_of(&person, 1)).contains("Approved")).await;

    prm.say(told(5, "deal.approved", &now));
    prm.say(told(6, "deal.submitted", &row(1)));
    prm.say(told(7, "deal.approved", &approved(row(2))));
    until("the next is told", || text(&row_of(&person, 2)).contains("Approved")).await;

    assert!(text(&row_of(&person, 1)).contains("Approved"), "an older state does not come back");
    assert_eq!(RENDERED.get(), 2, "one row for each change");
    assert_eq!(person.all("[data-id]").len(), 3);
}

#[wasm_bindgen_test]
async fn a_new_deal_comes_first_and_once() {
    let (person, prm) = looks_at(3, At::Desk).await;
    let new = row(9);
    prm.say(told(1, "deal.submitted", &new));
    until("it is there", || person.all("[data-id]").len() == 4).await;
    assert_eq!(person.all("[data-id]")[0].get_attribute("data-id").as_deref(), Some("deal-9"));
    assert_eq!(RENDERED.get(), 1, "the others are moved, not rendered");
    prm.say(told(2, "deal.commented", &new));
    prm.say(told(3, "deal.approved", &approved(row(1))));
    until("the next is told", || text(&row_of(&person, 1)).contains("Approved")).await;
    assert_eq!(person.all("[data-id]").len(), 4, "shown once");
}

#[wasm_bindgen_test]
async fn live_is_said_only_while_the_stream_is_open_and_what_was_missed_is_fetched() {
    let (person, prm) = looks_at(1, At::Desk).await;
    person.says("Live").await;
    prm.say(Signal::Cut { for_good: false });
    person.says("Not live").await;
    prm.answer(Method::Get, "/deals?", Ok(page(&[approved(row(1))])));
    prm.say(Signal::Reset("40".to_owned()));
    until("fetched anew", || text(&row_of(&person, 1)).contains("Approved")).await;
}

#[wasm_bindgen_test]
async fn what_somebody_else_did_is_announced_and_what_oneself_did_is_not() {
    let (person, prm) = looks_at(2, At::Desk).await;
    let mut own = crate::prm::happened(1, "deal.commented", &row(1));
    own["data"]["actor"] = json!({"id": "mira", "name": "Mira Kern", "side": "partner", "organisation": "Bluepeak"});
    prm.say(crate::prm::signal(&own));
    prm.say(told(2, "deal.approved", &approved(row(2))));
    let notices = person.one(".toasts").await;
    until("a notice", || !text(&notices).is_empty()).await;
    assert!(text(&notices).starts_with("Customer 2: approved by Jonas Weber."), "{}", text(&notices));
    assert_eq!(person.all(".toast").len(), 1);
    assert_eq!(notices.get_attribute("aria-live").as_deref(), Some("polite"), "read out");
}

/// A list without a row, of a firm that has so many deals in all.
fn nothing_of(all: u32) -> Value {
    json!({"items": [], "counts": {"all": all, "open": 0, "needsPartner": 0, "ending": 0, "decided": all}})
}

#[wasm_bindgen_test]
async fn what_happens_moves_the_counts_and_renders_no_other_row() {
    let (person, prm) = looks_at(3, At::Desk).await;
    prm.answer(Method::Get, "/deals?sort=-updatedAt&limit=1&", Ok(nothing_of(41)));
    prm.say(told(1, "deal.approved", &approved(row(1))));
    person.button("All41").await;
    prm.say(told(2, "deal.approved", &approved(row(2))));
    until("the row says so", || text(&row_of(&person, 2)).contains("Approved")).await;
    assert_eq!(RENDERED.get(), 2, "one row for each change");
    assert_eq!(person.all("[data-id]").len(), 3, "what was counted is not the list");
}

#[wasm_bindgen_test]
async fn rows_of_the_set_before_are_said_to_be_old() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    let decided = "/deals?sort=-updatedAt&limit=50&show=decided";
    let person = Person::opens("/deals", At::Desk, Slow(prm.clone(), Method::Get, decided));
    person.says("Customer 1").await;
    assert_eq!(person.all("[aria-busy=true]").len(), 0);
    person.press("Decided").await;
    let old = person.one("[aria-busy=true]").await;
    assert!(text(&old).contains("Customer 1"), "in view, and dimmed: {}", old.outer_html());
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(2)])));
    person.press("All").await;
    person.says("Customer 2").await;
    assert_eq!(person.all("[aria-busy=true]").len(), 0);
}

#[wasm_bindgen_test]
async fn who_has_no_deal_yet_is_led_to_the_first() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(nothing_of(0)));
    let person = Person::opens("/deals", At::Desk, prm);
    person.says("No deals yet").await;
    let register = person.one(".empty a").await;
    assert_eq!(register.get_attribute("href").as_deref(), Some("/deals/new"));
}

#[wasm_bindgen_test]
async fn who_finds_nothing_is_led_to_all() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(nothing_of(3)));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.says("Nothing found").await;
    assert!(prm.asked(Method::Get).last().unwrap().path.contains("show=open"));
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    person.press("Show all").await;
    person.says("Customer 1").await;
    assert!(!prm.asked(Method::Get).last().unwrap().path.contains("show="), "everything was asked for");
}

#[wasm_bindgen_test]
async fn markup_in_a_name_is_text() {
    let prm = portal();
    let name = "<img src=x onerror=\"document.title='hit'\"><b>Harbour</b>";
    let mut odd = row(1);
    name.clone_into(&mut odd.customer.name);
    prm.answer(Method::Get, "/deals?", Ok(page(&[odd])));
    let person = Person::opens("/deals", At::Desk, prm);
    let shown = person.one("[data-id] a").await;
    assert_eq!(text(&shown), name);
    assert_eq!(shown.child_element_count(), 0, "no element was made of it");
}
