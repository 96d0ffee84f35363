//! What narrows the list: put together in a sheet, shown as chips, kept in the address and under a name.

use crate::person::{At, Person};
use crate::prm::{capabilities, page, portal, row, sent};
use crate::screen::{breathe, until};
use gloo::utils::window;
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn prm(views: &Value) -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.filters", "deals.views"])));
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    prm.answer(Method::Get, "/deal-views", Ok(json!({ "items": views })));
    let owner = json!({"id": "sofia", "name": "Sofia Brandt", "organisation": {"id": "bluepeak", "name": "Bluepeak"}});
    prm.answer(Method::Get, "/deals/filter-options", Ok(json!({"owners": [owner], "organisations": []})));
    prm
}

fn address() -> String {
    window().location().search().unwrap()
}

/// What the list was asked for last.
fn asked(prm: &Memory) -> String {
    let lists = prm.asked(Method::Get).into_iter().filter(|ask| ask.path.starts_with("/deals?"));
    lists.map(|ask| ask.path).rfind(|path| path.contains("limit=50")).unwrap()
}

#[wasm_bindgen_test]
async fn what_is_put_together_narrows_the_list_and_stands_in_the_address() {
    let prm = prm(&json!([]));
    let person = Person::opens("/deals", At::Phone, prm.clone());
    person.one("[data-id]").await;
    person.one("#filters").await.click();
    person.ticks("Approved").await;
    person.ticks("Sofia Brandt").await;
    person.types("Expected close date", "this-month").await;
    person.types("Value", "EUR").await;
    until("amounts can be typed", || person.all("#filter-value-from").len() == 1).await;
    person.types("From", "20.000").await;
    person.one("dialog [type=submit]").await.click();
    until("it is asked for", || asked(&prm).contains("closes=this-month")).await;
    for part in ["review=approved", "owner=sofia", "currency=EUR", "value=20000.00.."] {
        assert!(asked(&prm).contains(part), "{part} in {}", asked(&prm));
        assert!(address().contains(part), "{part} in {}", address());
    }
    person.says("Closes: This month").await;
    person.press("Remove Review: Approved").await;
    until("it is taken out", || !asked(&prm).contains("review=")).await;
    person.press("Clear all").await;
    until("nothing narrows it", || !asked(&prm).contains("closes=")).await;
}

#[wasm_bindgen_test]
async fn a_filter_that_cannot_be_meant_is_said_and_nothing_is_asked() {
    let prm = prm(&json!([]));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.one("[data-id]").await;
    person.one("#filters").await.click();
    person.types("Value", "EUR").await;
    person.types("Until", "much").await;
    person.one("dialog [type=submit]").await.click();
    person.is_told("Until", "Write an amount such as 50000").await;
    assert!(!asked(&prm).contains("currency"));
}

#[wasm_bindgen_test]
async fn going_back_finds_what_was_narrowed_before() {
    let prm = prm(&json!([]));
    let person = Person::opens("/deals?closes=overdue", At::Desk, prm.clone());
    person.says("Closes: Overdue").await;
    person.press("Remove Closes: Overdue").await;
    until("all of it", || !asked(&prm).contains("closes=")).await;
    window().history().unwrap().back().unwrap();
    until("narrowed again", || asked(&prm).contains("closes=overdue")).await;
    person.says("Closes: Overdue").await;
}

#[wasm_bindgen_test]
async fn a_filter_is_kept_and_chosen_among_the_sets() {
    let prm = prm(&json!([]));
    let kept = json!({"id": "v1", "name": "Closing this month", "query": {"closes": "this-month", "show": "open"}, "start": false, "position": 0, "version": 1});
    prm.answer(Method::Post, "/deal-views", Ok(kept));
    let person = Person::opens("/deals?closes=this-month", At::Desk, prm.clone());
    person.press("Save filter").await;
    person.types("Name", "Closing this month").await;
    person.one("dialog [type=submit]").await.click();
    let chip = person.one("[data-view=v1]").await;
    until("it is the present one", || chip.get_attribute("aria-pressed").as_deref() == Some("true")).await;
    let body = sent(&prm, Method::Post, "/deal-views")[0].body.clone().unwrap();
    assert_eq!(body, json!({"name": "Closing this month", "query": {"closes": "this-month", "show": "open"}}));
    person.press("Decided").await;
    until("another set", || asked(&prm).contains("show=decided")).await;
    chip.click();
    until("the kept one", || asked(&prm).contains("closes=this-month") && asked(&prm).contains("show=open")).await;
}

#[wasm_bindgen_test]
async fn the_list_begins_with_the_view_that_is_its_start_and_one_is_removed_with_a_way_back() {
    let view =
        json!({"id": "v1", "name": "Mine", "query": {"owner": "me"}, "start": true, "position": 0, "version": 3});
    let prm = prm(&json!([view]));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.one("[data-view=v1]").await;
    breathe().await;
    let person = {
        drop(person);
        Person::comes_back("/deals", At::Desk, prm.clone())
    };
    until("it begins with it", || asked(&prm).contains("owner=me")).await;
    assert!(address().contains("owner=me"));
    prm.answer(Method::Delete, "/deal-views/v1", Ok(Value::Null));
    prm.answer(
        Method::Post,
        "/deal-views",
        Ok(json!({"id": "v2", "name": "Mine", "query": {"owner": "me"}, "start": true, "position": 0, "version": 1})),
    );
    person.press("Kept filters").await;
    person.press("Remove Mine").await;
    person.says("“Mine” is removed.").await;
    person.press("Undo").await;
    person.one("li[data-view=v2]").await;
    let body = sent(&prm, Method::Post, "/deal-views")[0].body.clone().unwrap();
    assert_eq!(body, json!({"name": "Mine", "query": {"owner": "me"}, "start": true, "position": 0}));
}
