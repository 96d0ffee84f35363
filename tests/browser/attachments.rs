//! Files on a message and people in it: rows, reasons, and the list behind an at sign.

use crate::person::{At, Person, held};
use crate::prm::{capabilities, deal, happened, portal, refusal, row, sent};
use crate::screen::{breathe, browser, name, text, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const LABEL: &str = "Write to your channel manager";

/// A PRM with one deal that takes files.
fn with_a_deal() -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.attachments"])));
    prm.answer(Method::Get, "/deals/deal-1", Ok(deal(&row(1))));
    prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": []})));
    let people = json!([
        {"id": "jonas", "name": "Jonas Weber", "side": "vendor", "organisation": "Arcwell"},
        {"id": "joan", "name": "Joan Price", "side": "vendor", "organisation": "Arcwell"},
        {"id": "leo", "name": "Leo Brandt", "side": "partner", "organisation": "Bluepeak"}
    ]);
    prm.answer(Method::Get, "/deals/deal-1/people", Ok(json!({"items": people})));
    prm.answer(Method::Post, "/deals/deal-1/uploads", Ok(json!({"location": "/api/v1/uploads/f1"})));
    prm.answer(Method::Patch, "/uploads/f1", Ok(json!({"uploadOffset": 8})));
    prm.answer(Method::Delete, "/uploads/f1", Ok(json!(null)));
    prm
}

/// Chooses a file of eight bytes.
fn chooses(file: &str) {
    browser(&format!(
        "const input = document.querySelector('input[name=files]'); const data = new DataTransfer();
         data.items.add(new File(['12345678'], '{file}')); input.files = data.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
}

/// Writes at the end of the message, with the caret behind it.
async fn writes(person: &Person, words: &str) {
    // The field is in the page, so it takes the focus.
    let _ = person.field(LABEL).await.focus();
    person.types(LABEL, words).await;
}

async fn presses_key(person: &Person, key: &str) {
    person.field(LABEL).await;
    browser(&format!(
        "document.getElementById('comment').dispatchEvent(
             new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }}));"
    ));
    breathe().await;
}

#[wasm_bindgen_test]
async fn a_file_goes_with_the_message() {
    let prm = with_a_deal();
    let mut event = happened(2, "deal.commented", &row(1));
    event["data"]["comment"] = json!({"body": "", "attachments": [{
        "id": "f1", "name": "plan.pdf", "mediaType": "application/pdf", "size": 8, "sha256": "00",
        "addedBy": {"id": "mira", "name": "Mira Kern"}, "addedAt": "2026-11-23T10:00:00Z"
    }]});
    prm.answer(Method::Post, "/deals/deal-1/comments", Ok(event));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.field(LABEL).await;
    chooses("plan.pdf");
    person.says("plan.pdf is ready to be sent.").await;
    let part = &sent(&prm, Method::Patch, "/uploads/f1")[0];
    assert_eq!(part.bytes.as_deref(), Some(b"12345678".as_slice()));
    person.press("Send").await;
    until("it is shown", || person.all(".shown a").len() == 1).await;
    let body = sent(&prm, Method::Post, "/deals/deal-1/comments")[0].body.clone().unwrap();
    assert_eq!(body, json!({"body": "", "internal": false, "attachments": ["f1"]}));
    assert!(person.all(".files").is_empty());
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_taken_says_why_and_holds_the_message_back() {
    let prm = with_a_deal();
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.field(LABEL).await;
    chooses("run.exe");
    person.says("Files of this kind are not taken.").await;
    assert!(sent(&prm, Method::Post, "/deals/deal-1/uploads").is_empty(), "known before a byte is sent");
    writes(&person, "Here it is").await;
    assert_eq!(person.button("Send").await.get_attribute("aria-disabled").as_deref(), Some("true"));
    person.press("Remove run.exe").await;
    until("it is gone", || person.all(".files").is_empty()).await;
    assert_eq!(person.button("Send").await.get_attribute("aria-disabled"), None);

    prm.answer(Method::Patch, "/uploads/f1", refusal(ProblemKind::FileMismatch));
    chooses("offer.pdf");
    person.says("What is in the file is not what its name says.").await;
    assert!(person.all("[data-again]").is_empty(), "the same would be refused again");
}

#[wasm_bindgen_test]
async fn a_file_that_failed_is_tried_again() {
    let prm = with_a_deal();
    prm.answer(Method::Post, "/deals/deal-1/uploads", refusal(ProblemKind::NotFound));
    let person = Person::opens("/deals/deal-1", At::Phone, prm.clone());
    person.field(LABEL).await;
    chooses("plan.pdf");
    person.says("It could not be sent.").await;
    prm.answer(Method::Post, "/deals/deal-1/uploads", Ok(json!({"location": "/api/v1/uploads/f1"})));
    person.press("Try again").await;
    person.says("plan.pdf is ready to be sent.").await;
    let keys: Vec<_> = sent(&prm, Method::Post, "/deals/deal-1/uploads").into_iter().map(|ask| ask.key).collect();
    assert!(keys.len() == 2 && keys[0] != keys[1]);
    person.press("Remove plan.pdf").await;
    until("it is thrown away", || !sent(&prm, Method::Delete, "/uploads/f1").is_empty()).await;
}

#[wasm_bindgen_test]
async fn people_are_chosen_with_the_keys_behind_an_at_sign() {
    let prm = with_a_deal();
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    writes(&person, "Please look, @jo").await;
    until("two are found", || person.all("[role=option]").len() == 2).await;
    let area = person.field(LABEL).await;
    assert_eq!(area.get_attribute("aria-controls").as_deref(), Some("mentions"));
    assert_eq!(area.get_attribute("aria-activedescendant").as_deref(), Some("mention-0"));
    presses_key(&person, "ArrowDown").await;
    assert_eq!(area.get_attribute("aria-activedescendant").as_deref(), Some("mention-1"));
    presses_key(&person, "ArrowUp").await;
    presses_key(&person, "ArrowUp").await;
    let chosen: Vec<String> = person.all("[role=option][aria-selected=true] b").iter().map(text).collect();
    assert_eq!(chosen, ["Joan Price"], "around the end");
    presses_key(&person, "Enter").await;
    until("the list is closed", || person.all("[role=listbox]").is_empty()).await;
    assert_eq!(held(&person.field(LABEL).await), "Please look, @Joan Price ");

    prm.answer(Method::Post, "/deals/deal-1/comments", Ok(happened(2, "deal.commented", &row(1))));
    person.press("Send").await;
    until("it is sent", || !sent(&prm, Method::Post, "/deals/deal-1/comments").is_empty()).await;
    let body = sent(&prm, Method::Post, "/deals/deal-1/comments")[0].body.clone().unwrap();
    assert_eq!(body["mentions"], json!(["joan"]));
}

#[wasm_bindgen_test]
async fn the_list_closes_with_escape_and_is_not_there_for_an_address() {
    let person = Person::opens("/deals/deal-1", At::Desk, with_a_deal());
    writes(&person, "@l").await;
    until("one is found", || person.all("[role=option]").len() == 1).await;
    presses_key(&person, "Escape").await;
    until("the list is closed", || person.all("[role=listbox]").is_empty()).await;
    writes(&person, "write to ines@jo").await;
    breathe().await;
    assert!(person.all("[role=listbox]").is_empty());
}

#[wasm_bindgen_test]
async fn where_the_prm_takes_no_files_nothing_offers_it() {
    let prm = with_a_deal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&[])));
    let person = Person::opens("/deals/deal-1", At::Desk, prm);
    person.field(LABEL).await;
    assert!(person.all("form.message button").iter().all(|button| name(button) == "Send"));
}
