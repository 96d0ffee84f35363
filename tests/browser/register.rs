//! The registration form: what is wrong is said in words, beside its field; what is right is sent as it was meant.

use crate::person::{At, Person, held};
use crate::prm::{form, page, portal, row, sent};
use crate::screen::{browser, described, focused, text, until};
use gloo::utils::document;
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_app::i18n::today;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Somebody with the form of a new deal in front of them.
pub async fn begins(at: At, prm: &Memory) -> Person {
    prm.answer(Method::Get, "/deals?", Ok(page(&[])));
    let person = Person::opens("/deals/new", at, prm.clone());
    person.field("Customer name").await;
    person
}

async fn types_all(person: &Person, fields: &[(&str, &str)]) {
    for (label, typed) in fields {
        person.types(label, typed).await;
    }
}

const CUSTOMER: [(&str, &str); 3] = [
    ("Customer name", "Harbour Foods GmbH"),
    ("Customer website", "https://www.harbour.example/about"),
    ("Country", "DE"),
];

/// Who buys, and what.
pub async fn fills_customer(person: &Person) {
    types_all(person, &CUSTOMER).await;
    person.ticks("Fleet Core").await;
}

async fn fills_contact(person: &Person) {
    types_all(person, &[("Contact name", "Ines Vogt"), ("Contact email", "ines.vogt@harbour.example")]).await;
    person.ticks("The customer agrees that these details are passed on for this registration").await;
}

async fn fills_deal(person: &Person) {
    let close = (today() + chrono::TimeDelta::days(60)).to_string();
    let need = "Replace paper delivery notes in 40 depots.";
    types_all(person, &[("Estimated value", "50000"), ("Expected close date", &close), ("Customer need", need)]).await;
}

/// Fills everything that the contract asks for, at a desk.
pub async fn fills(person: &Person) {
    fills_customer(person).await;
    fills_contact(person).await;
    fills_deal(person).await;
}

/// The same on a phone, step by step to the last.
pub async fn fills_in_steps(person: &Person) {
    fills_customer(person).await;
    person.press("Continue").await;
    fills_contact(person).await;
    person.press("Continue").await;
    fills_deal(person).await;
}

/// What was sent to be registered.
pub fn registered(prm: &Memory) -> Option<Value> {
    sent(prm, Method::Post, "/deals").pop()?.body
}

#[wasm_bindgen_test]
async fn an_empty_form_is_told_everything_at_once_and_sends_nothing() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    assert_eq!(person.all("[aria-invalid=true]").len(), 0, "nobody is blamed before they try");
    person.press("Submit registration").await;

    let summary = person.one(".summary[role=alert]").await;
    assert!(text(&summary).starts_with("10 things to mend"), "{}", text(&summary));
    until("the summary has the focus", || document().active_element().as_ref() == Some(&summary)).await;
    let links = person.all(".summary a");
    assert_eq!(links.len(), 10);
    for link in links {
        let id = link.get_attribute("href").unwrap().trim_start_matches('#').to_owned();
        let field = document().get_element_by_id(&id).unwrap_or_else(|| panic!("no field {id}"));
        assert!(described(&field).contains(&text(&link)), "{id} is described by {:?}", described(&field));
        let invalid = field.get_attribute("aria-invalid");
        assert!(invalid.as_deref() == Some("true") || field.tag_name() == "FIELDSET", "{id}: {invalid:?}");
        link.click();
        assert_eq!(focused(), id, "the link leads to the field");
    }
    assert_eq!(registered(&prm), None);
}

#[wasm_bindgen_test]
async fn a_mistake_is_told_in_words_once_the_field_was_left() {
    let person = begins(At::Desk, &portal()).await;
    for (label, typed, words) in [
        ("Customer website", "harbour", "Add the ending of the website, such as .com"),
        ("Customer website", "har bour.example", "Enter the website as a name such as example.com"),
        ("Contact email", "ines@harbour", "Add the ending of the address"),
        ("Contact email", "ines", "Enter the address as name@example.com"),
        ("Contact phone", "030 1234567", "Begin the number with + and the country, such as +49"),
        ("Estimated value", "much", "Enter the amount in digits, such as 1250"),
        ("Estimated value", "12.3456", "Enter no more decimals than the currency has"),
        ("Expected close date", "2020-01-31", "Choose today or a later day"),
        ("Customer need", "Too short", "Describe the need in 20 characters or more"),
    ] {
        person.types(label, typed).await;
        person.leaves(label).await;
        person.is_told(label, words).await;
    }
    assert_eq!(person.told_of("Customer name").await, None, "what is only missing yet is not told");
    person.types("Contact email", "ines@harbour.example").await;
    until("mended, it is told no more", || !person.text().contains("Enter the address as")).await;
    assert_eq!(person.told_of("Contact email").await, None);
}

#[wasm_bindgen_test]
async fn money_is_taken_as_people_type_it() {
    for (typed, amount) in
        [("50.000,50", "50000.50"), ("50,000.50", "50000.50"), ("1 250", "1250.00"), ("12,5", "12.50")]
    {
        let prm = portal();
        let person = begins(At::Desk, &prm).await;
        fills(&person).await;
        person.types("Estimated value", typed).await;
        person.types("Currency", "USD").await;
        person.press("Submit registration").await;
        until(typed, || registered(&prm).is_some()).await;
        let value = &registered(&prm).unwrap()["value"];
        assert_eq!(*value, json!({"amount": amount, "currency": "USD"}), "{typed}");
    }
}

#[wasm_bindgen_test]
async fn markup_that_is_typed_stays_text() {
    let script = "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">";
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    person.types("Customer name", script).await;
    person.types("Customer need", script).await;
    assert_eq!(person.all("img, main script").len(), 0);
    person.press("Submit registration").await;
    until("it is sent", || registered(&prm).is_some()).await;
    assert_eq!(registered(&prm).unwrap()["customer"]["name"], script, "as it was typed");
    assert_eq!(held(&person.field("Customer need").await), script);
    assert_eq!(person.all("img, main script").len(), 0);
}

#[wasm_bindgen_test]
async fn the_tenants_own_questions_are_asked_and_their_answers_sent() {
    let prm = portal();
    let own = json!([
        {"id": "region", "type": "choice", "label": "Sales region", "required": true, "help": "Where it is run from",
         "options": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}]},
        {"id": "seats", "type": "number", "label": "Seats", "max": 500},
        {"id": "pilot", "type": "checkbox", "label": "A pilot is wanted"},
        {"id": "notes", "type": "long_text", "label": "Notes"}
    ]);
    prm.answer(Method::Get, "/tenant/deal-form", Ok(form(&own)));
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    let region = person.field("Sales region").await;
    assert_eq!(described(&region), ["Where it is run from"]);
    assert_eq!(described(&person.field("Seats").await), ["(optional)"]);
    person.types("Seats", "900").await;
    person.press("Submit registration").await;
    person.is_told("Sales region", "Fill this in").await;
    person.is_told("Seats", "Enter a whole number up to 500").await;
    assert_eq!(registered(&prm), None);

    person.types("Sales region", "south").await;
    person.types("Seats", "40").await;
    person.ticks("A pilot is wanted").await;
    person.press("Submit registration").await;
    until("it is sent", || registered(&prm).is_some()).await;
    assert_eq!(registered(&prm).unwrap()["custom"], json!({"region": "south", "seats": 40, "pilot": true}));
}

#[wasm_bindgen_test]
async fn on_a_phone_each_step_is_right_before_the_next() {
    let person = begins(At::Phone, &portal()).await;
    person.says("1 of 3").await;
    assert!(!person.text().contains("Contact name"), "one step at a time");
    person.press("Continue").await;
    person.says("4 things to mend").await;
    person.is_told("Customer name", "Enter the name of the customer").await;

    person.ticks("Depot").await;
    person.types("Customer name", "Harbour Foods").await;
    person.types("Customer website", "harbour.example").await;
    person.types("Country", "DE").await;
    person.press("Continue").await;
    person.says("2 of 3").await;
    assert_eq!(person.all(".summary").len(), 0, "a new step begins without blame");
    person.press("Back").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods", "going back loses nothing");
}

#[wasm_bindgen_test]
async fn a_registration_leads_to_its_deal() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    let done = crate::prm::deal(&row(4));
    prm.answer(Method::Post, "/deals", Ok(done.clone()));
    prm.answer(Method::Post, "/deals/conflict-check", Ok(json!({"result": "clear"})));
    prm.answer(Method::Get, "/deals/deal-4", Ok(done));
    fills(&person).await;
    person.says("No competing registration found.").await;
    person.press("Submit registration").await;
    person.says("is submitted").await;
    person.says("Submitted. Your place counts from the time of receipt.").await;
    let body = registered(&prm).unwrap();
    assert_eq!(body["submit"], true);
    assert_eq!(body["contact"]["consent"], true);
    let asked = sent(&prm, Method::Post, "/deals/conflict-check").pop().unwrap().body.unwrap();
    assert_eq!(asked["customer"].get("city"), None, "only what recognises the customer is asked about");
    assert_eq!(asked.to_string().find("ines"), None, "and no person");
}

#[wasm_bindgen_test]
async fn a_house_account_is_told_while_it_is_written() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    let check = json!({"result": "clear", "houseAccount": "Nordkai Reederei"});
    prm.answer(Method::Post, "/deals/conflict-check", Ok(check));
    fills(&person).await;
    person.says("A house account: the vendor sells to this customer itself.").await;
    assert!(!person.text().contains("No competing registration found."));
}

#[wasm_bindgen_test]
async fn what_the_prm_cannot_do_is_not_asked() {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(crate::prm::capabilities(&[])));
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    prm.answer(Method::Post, "/deals", Ok(crate::prm::deal(&row(4))));
    // Longer than the form waits before it asks.
    let start = js_sys::Date::now();
    until("somebody paused", || js_sys::Date::now() - start > 600.0).await;
    person.press("Submit registration").await;
    person.says("is submitted").await;
    assert_eq!(sent(&prm, Method::Post, "/deals/conflict-check"), []);
}

#[wasm_bindgen_test]
async fn where_the_questions_cannot_be_had_it_is_said_and_asked_again() {
    let prm = portal();
    prm.answer(Method::Get, "/tenant/deal-form", Err(ApiError::Offline));
    let person = Person::opens("/deals/new", At::Desk, prm.clone());
    person.says("There is no network, or the portal is not reachable.").await;
    prm.answer(Method::Get, "/tenant/deal-form", Ok(form(&json!([]))));
    person.press("Try again").await;
    person.field("Customer name").await;
}

#[wasm_bindgen_test]
async fn what_goes_when_it_is_pressed_leads_the_focus_on() {
    let person = begins(At::Phone, &portal()).await;
    let lands_on = async |id: &'static str| until(id, || focused() == id).await;
    fills_customer(&person).await;
    person.press("Continue").await;
    lands_on("part-contact").await;
    person.press("Back").await;
    lands_on("part-customer").await;
    person.press("Continue").await;
    fills_contact(&person).await;
    person.types("Contact email", "ines@har").await;
    let chip = person.one(".chip[data-email]").await;
    chip.focus().unwrap();
    chip.click();
    lands_on("contact-email").await;
    until("the offer is gone", || person.all(".chip[data-email]").is_empty()).await;
    assert_eq!(focused(), "contact-email");
    assert_eq!(held(&person.field("Contact email").await), "ines@harbour.example");
    person.press("Continue").await;
    lands_on("part-deal").await;
    person.press("Add more details").await;
    lands_on("part-more").await;
}

#[wasm_bindgen_test]
async fn a_chord_submits_from_within_any_field() {
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    fills(&person).await;
    browser(
        "document.getElementById('need').dispatchEvent(new KeyboardEvent('keydown', \
         { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));",
    );
    until("it is sent", || registered(&prm).is_some()).await;
}
