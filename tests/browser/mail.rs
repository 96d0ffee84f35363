//! Mail: what a person chooses of it, kept as it is chosen, and what was written.

use crate::person::{At, Person};
use crate::prm::{capabilities, portal, refusal, sent, signed_in};
use crate::screen::{text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const CHOICES: &str = "/notifications/preferences";

fn choices() -> Value {
    json!({"language": "en", "topics": [{"topic": "decisions", "mail": "at_once"}, {"topic": "comments", "mail": "daily"}]})
}

/// A portal that writes mail.
fn writes() -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["notifications", "mail"])));
    prm.answer(Method::Get, CHOICES, Ok(choices()));
    prm.answer(Method::Put, CHOICES, Ok(choices()));
    prm
}

fn chosen(person: &Person, topic: &str, mail: &str) -> HtmlInputElement {
    let radio = person.all(&format!("[name='{topic}'][value='{mail}']")).remove(0);
    wasm_bindgen::JsCast::unchecked_into(radio)
}

#[wasm_bindgen_test]
async fn a_choice_is_sent_alone_and_said_to_be_kept() {
    let prm = writes();
    let person = Person::opens("/notifications/mail", At::Phone, prm.clone());
    person.says("goes to mira@bluepeak.example as well").await;
    assert!(chosen(&person, "decisions", "at_once").checked() && chosen(&person, "comments", "daily").checked());
    chosen(&person, "decisions", "never").click();
    let status = person.one("header [role=status]").await;
    until("it is kept", || text(&status).contains("Kept")).await;
    let body = json!({"language": "en", "topics": [{"topic": "decisions", "mail": "never"}]});
    let bodies: Vec<_> = sent(&prm, Method::Put, CHOICES).into_iter().filter_map(|ask| ask.body).collect();
    assert_eq!(bodies, [body]);
    assert!(chosen(&person, "decisions", "never").checked());
}

#[wasm_bindgen_test]
async fn a_choice_that_could_not_be_kept_is_taken_back_and_said() {
    let prm = writes();
    let person = Person::opens("/notifications/mail", At::Desk, prm.clone());
    person.says("Decisions").await;
    prm.answer(Method::Put, CHOICES, Err(ApiError::Offline));
    chosen(&person, "decisions", "never").click();
    person.one("main [role=alert]").await;
    until("it is taken back", || chosen(&person, "decisions", "at_once").checked()).await;
    prm.answer(Method::Put, CHOICES, Ok(choices()));
    chosen(&person, "comments", "never").click();
    until("the failure is gone", || person.all("main [role=alert]").is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_prm_without_mail_asks_nothing_about_it() {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["notifications"])));
    prm.answer(Method::Get, "/notifications", Ok(json!({"items": [], "unread": 0})));
    let person = Person::opens("/notifications", At::Desk, prm.clone());
    person.says("Nothing yet").await;
    assert!(person.all("a[href='/notifications/mail']").is_empty());
}

fn mail(id: u32, state: &str) -> Value {
    json!({
        "id": id.to_string(), "name": "Mira Kern", "address": "mira@bluepeak.example",
        "subject": format!("Customer {id}: approved by Jonas Weber"), "state": state,
        "writtenAt": "2026-11-23T10:00:00Z", "tries": 1
    })
}

#[wasm_bindgen_test]
async fn whoever_runs_the_portal_reads_what_was_kept() {
    let prm = writes();
    signed_in(&prm, Role::VendorAdmin);
    prm.answer(Method::Get, "/mails?", Ok(json!({"items": [mail(2, "kept"), mail(1, "sent")]})));
    let mut whole = mail(2, "kept");
    whole["text"] = json!("Hello Mira Kern,\n<b>approved</b>");
    prm.answer(Method::Get, "/mails/2", Ok(whole));
    prm.answer(Method::Get, "/mails/1", Ok(mail(1, "sent")));
    let person = Person::opens("/mail", At::Desk, prm.clone());
    person.says("This portal has no mail server").await;
    person.press("Customer 2: approved by Jonas Weber").await;
    let letter = person.one("dialog pre").await;
    assert!(text(&letter).contains("<b>approved</b>"), "as text");
    person.press("Close").await;
    person.press("Customer 1: approved by Jonas Weber").await;
    person.says("its text is not kept any longer").await;
}

#[wasm_bindgen_test]
async fn nobody_else_has_that_page_and_a_failure_says_so() {
    let prm = writes();
    let person = Person::opens("/mail", At::Desk, prm.clone());
    person.says("Nothing here").await;
    drop(person);
    signed_in(&prm, Role::VendorAdmin);
    prm.answer(Method::Get, "/mails?", refusal(ProblemKind::Unavailable));
    let person = Person::opens("/mail", At::Desk, prm.clone());
    person.one("main [role=alert]").await;
    prm.answer(Method::Get, "/mails?", Ok(json!({"items": []})));
    person.press("Try again").await;
    person.says("No mail yet").await;
}
