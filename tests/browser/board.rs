//! The board: cards that are moved by keyboard, and rolled back in view where the PRM refuses.

use crate::person::{At, Person};
use crate::prm::{capabilities, deal, portal, refusal, row, sent, signed_in, told};
use crate::screen::{breathe, browser, focused, text, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::deal::DealSummary;
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use portico_app::features::deals::RENDERED;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const STAGES: [&str; 3] = ["prospect", "qualified", "won"];

fn at(number: u32, stage: &str, version: i64) -> DealSummary {
    let mut row = serde_json::to_value(row(number)).unwrap();
    row["review"] = "approved".into();
    row["stage"] = stage.into();
    row["version"] = version.into();
    row["allowedActions"] = json!(["advance", "win", "lose"]);
    serde_json::from_value(row).unwrap()
}

fn board(prospects: &[DealSummary]) -> Value {
    let column = |stage: Option<&str>, items: &[DealSummary]| {
        let sum = json!([{"amount": format!("{}.00", 50_000 * items.len()), "currency": "EUR"}]);
        json!({"stage": stage, "count": items.len(), "values": if items.is_empty() { json!([]) } else { sum }, "items": items})
    };
    let mut columns = vec![column(None, &[row(9)]), column(Some("prospect"), prospects)];
    columns.extend(STAGES[1..].iter().map(|stage| column(Some(stage), &[])));
    json!({ "columns": columns })
}

/// Somebody looks at the board, and the stream is open.
async fn looks(role: Role) -> (Person, Memory) {
    let prm = portal();
    signed_in(&prm, role);
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.board"])));
    prm.answer(
        Method::Get,
        "/tenant/deal-form",
        Ok(json!({"products": [], "stages": [{"stage": "prospect", "name": "Lead"}, {"stage": "qualified", "name": "Qualified lead"},
            {"stage": "won", "name": "Won"}], "lossReasons": []})),
    );
    prm.answer(Method::Get, "/deals?", Ok(json!({"items": []})));
    prm.answer(Method::Get, "/deals/board?", Ok(board(&[at(1, "prospect", 1), at(2, "prospect", 1)])));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.press("Board").await;
    until("the cards", || person.all("[data-column] [data-id]").len() == 3).await;
    person.one("[data-live=open]").await;
    breathe().await;
    (person, prm)
}

fn column(person: &Person, key: &str) -> String {
    text(&person.all(&format!("[data-column='{key}']"))[0])
}

async fn types(key: &str) {
    let event = format!("new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }})");
    browser(&format!("document.activeElement.dispatchEvent({event});"));
    breathe().await;
}

#[wasm_bindgen_test]
async fn a_card_is_moved_by_keyboard_and_the_move_is_taken_back() {
    let (person, prm) = looks(Role::Rep).await;
    prm.answer(Method::Post, "/deals/deal-2/advance", Ok(deal(&at(2, "qualified", 2))));
    person.one("#card-deal-1").await.focus().unwrap();
    types("ArrowDown").await;
    assert_eq!(focused(), "card-deal-2");
    types("m").await;
    person.press("Qualified lead").await;
    person.says("Customer 2 is now at Qualified lead.").await;
    assert!(column(&person, "qualified").contains("Customer 2") && column(&person, "qualified").contains("€50,000"));
    assert!(!column(&person, "prospect").contains("Customer 2") && column(&person, "prospect").contains("€50,000"));
    assert_eq!(focused(), "card-deal-2", "the focus goes with the card");
    types("ArrowLeft").await;
    assert_eq!(focused(), "card-deal-1");
    prm.answer(Method::Post, "/deals/deal-2/advance", Ok(deal(&at(2, "prospect", 3))));
    person.press("Undo").await;
    person.says("Customer 2 is at Lead again.").await;
    let bodies: Vec<_> =
        sent(&prm, Method::Post, "/deals/deal-2/advance").into_iter().map(|ask| ask.body.unwrap()).collect();
    assert_eq!(bodies, [json!({"stage": "qualified"}), json!({"stage": "prospect"})]);
}

#[wasm_bindgen_test]
async fn a_refused_move_is_rolled_back_in_view_with_the_reason() {
    let (person, prm) = looks(Role::Rep).await;
    prm.answer(Method::Post, "/deals/deal-1/advance", refusal(ProblemKind::WrongState));
    person.one("#card-deal-1").await.focus().unwrap();
    types("M").await;
    person.press("Qualified lead").await;
    person.says("Customer 1 is back at Lead. Changed meanwhile").await;
    assert!(column(&person, "prospect").contains("Customer 1") && !column(&person, "qualified").contains("Customer 1"));
    assert!(column(&person, "prospect").contains("€100,000"), "the sum is what it was");
}

#[wasm_bindgen_test]
async fn winning_asks_what_the_sale_came_to_and_until_then_the_card_stays() {
    let (person, prm) = looks(Role::Rep).await;
    let mut open = deal(&at(1, "prospect", 1));
    open["allowedActions"] = json!(["win"]);
    prm.answer(Method::Get, "/deals/deal-1", Ok(open));
    prm.answer(Method::Post, "/deals/deal-1/win", Ok(deal(&at(1, "won", 2))));
    person.one("#card-deal-1").await.focus().unwrap();
    types("m").await;
    person.press("Won").await;
    person.says("The sale is won").await;
    assert!(column(&person, "prospect").contains("Customer 1"));
    person.press("Won").await;
    person.says("Customer 1 is now Won.").await;
    assert!(column(&person, "won").contains("Customer 1"));
}

#[wasm_bindgen_test]
async fn an_event_moves_one_card_and_renders_no_other() {
    let (person, prm) = looks(Role::Rep).await;
    RENDERED.set(0);
    prm.say(told(1, "deal.advanced", &at(2, "qualified", 2)));
    until("it has moved", || column(&person, "qualified").contains("Customer 2")).await;
    assert_eq!(RENDERED.get(), 1, "cards rendered");
}

#[wasm_bindgen_test]
async fn who_may_not_advance_moves_nothing() {
    let prm = portal();
    signed_in(&prm, Role::Marketer);
    let mut seen = at(1, "prospect", 1);
    seen.allowed_actions = Some(Vec::new());
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.board"])));
    prm.answer(Method::Get, "/deals?", Ok(json!({"items": []})));
    prm.answer(Method::Get, "/deals/board?", Ok(board(&[seen])));
    let person = Person::opens("/deals", At::Desk, prm);
    person.press("Board").await;
    person.one("#card-deal-1").await.focus().unwrap();
    types("m").await;
    assert!(
        person.all("dialog").is_empty()
            && person.all("[data-moves]").is_empty()
            && person.all("[data-move]").is_empty()
    );
}
