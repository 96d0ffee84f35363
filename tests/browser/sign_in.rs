//! Signing in, and what is said where it fails.

use crate::person::{At, Person, held};
use crate::prm::{Slow, approved, deal, page, portal, refusal, row, sent, signed_in, told};
use crate::screen::{focused, text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A portal in which nobody is signed in.
fn stranger() -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/session", Ok(Value::Null));
    prm
}

async fn enters(person: &Person, password: &str) {
    person.types("Email", "mira@bluepeak.example").await;
    person.types("Password", password).await;
    person.press("Sign in").await;
}

#[wasm_bindgen_test]
async fn a_wrong_password_is_told_at_once_and_the_right_one_opens_the_page_that_was_wanted() {
    let prm = stranger();
    prm.answer(Method::Post, "/session", refusal(ProblemKind::Credentials));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    enters(&person, "wrong").await;
    let alert = person.one("[role=alert]").await;
    assert_eq!(text(&alert), "Email and password do not belong together. Check both and try again.");
    assert_eq!(held(&person.field("Email").await), "mira@bluepeak.example", "it need not be typed again");
    assert_eq!(person.button("Sign in").await.get_attribute("aria-disabled"), None);

    prm.answer(Method::Post, "/session", refusal(ProblemKind::TooManyRequests));
    person.press("Sign in").await;
    person.says("Too many tries for this account. Wait five minutes, then try again.").await;

    signed_in(&prm, Role::Rep);
    prm.answer(
        Method::Post,
        "/session",
        Ok(json!({
            "user": {"id": "mira", "name": "Mira Kern", "email": "mira@bluepeak.example"},
            "organisation": {"id": "bluepeak", "name": "Bluepeak", "kind": "partner"}, "role": "rep", "permissions": []
        })),
    );
    enters(&person, "right").await;
    person.one("nav a[href='/deals'][aria-current=page]").await;
    let given = sent(&prm, Method::Post, "/session").pop().unwrap().body;
    assert_eq!(given, Some(json!({"email": "mira@bluepeak.example", "password": "right"})));
}

#[wasm_bindgen_test]
async fn nothing_is_sent_until_both_are_there() {
    let prm = stranger();
    let person = Person::opens("/", At::Phone, prm.clone());
    person.press("Sign in").await;
    person.is_told("Email", "Enter the email address you were invited with").await;
    person.is_told("Password", "Enter your password").await;
    person.says("2 things to mend").await;
    assert_eq!(sent(&prm, Method::Post, "/session"), []);
    let password = person.field("Password").await;
    assert_eq!(password.get_attribute("type").as_deref(), Some("password"));
    assert_eq!(password.get_attribute("autocomplete").as_deref(), Some("current-password"), "a browser can fill it in");
}

#[wasm_bindgen_test]
async fn pressing_twice_signs_in_once() {
    let prm = stranger();
    let person = Person::opens("/", At::Phone, Slow(prm.clone(), Method::Post, "/session"));
    enters(&person, "right").await;
    let button = person.button("Sign in").await;
    until("it is said to be busy", || button.get_attribute("aria-disabled").as_deref() == Some("true")).await;
    button.click();
    crate::screen::breathe().await;
    assert_eq!(sent(&prm, Method::Post, "/session").len(), 1);
}

#[wasm_bindgen_test]
async fn who_could_not_be_signed_out_is_told_and_stays() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(page(&[])));
    prm.answer(Method::Delete, "/session", Err(ApiError::Offline));
    let person = Person::opens("/deals", At::Phone, prm.clone());
    person.one("nav button").await.click();
    person.press("Sign out").await;
    person.says("You are still signed in on this device.").await;
    person.one("nav a[href='/deals'][aria-current=page]").await;
    prm.answer(Method::Delete, "/session", Ok(json!(null)));
    person.one("nav button").await.click();
    person.press("Sign out").await;
    person.field("Password").await;
}

#[wasm_bindgen_test]
async fn whoever_signs_out_leaves_nothing_to_the_next_person() {
    let prm = portal();
    prm.answer(Method::Get, "/deals/deal-1", Ok(deal(&row(1))));
    prm.answer(Method::Delete, "/session", Ok(Value::Null));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    until("the stream is open", || prm.is_open()).await;
    prm.say(told(2, "deal.approved", &approved(row(2))));
    until("a notice", || person.all(".toast").len() == 1).await;
    let you = person.one("nav button").await;
    you.click();
    person.press("Sign out").await;
    until("the first field has the focus", || focused() == "email").await;
    assert_eq!(gloo::utils::window().location().pathname().unwrap(), "/", "not where they were");
    assert!(person.all(".toast").is_empty(), "not what they were told");
    assert_eq!(gloo::utils::document().title(), "Sign in · Arcwell");
}
