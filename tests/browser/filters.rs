//! What narrows the list: put together in a sheet, shown as chips, kept in the address and under a name.

use crate::person::{At, Person, held};
use crate::prm::{Slow, capabilities, page, portal, row, sent, signed_in};
use crate::screen::{breathe, until};
use gloo::utils::window;
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlInputElement, InputEvent, InputEventInit};

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

fn view(id: &str, position: u32) -> Value {
    json!({"id": id, "name": id, "query": {"owner": "me"}, "start": false, "position": position, "version": 1})
}

/// Types a new name for a view, and leaves its field.
async fn names(person: &Person, id: &str, name: &str) {
    let field: HtmlInputElement = person.one(&format!("input[name={id}]")).await.unchecked_into();
    field.set_value(name);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    let init = EventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    breathe().await;
}

#[wasm_bindgen_test]
async fn a_name_that_could_not_be_kept_stays_to_be_tried_again() {
    let prm = prm(&json!([view("first", 0), view("second", 1)]));
    prm.answer(Method::Patch, "/deal-views/first", Err(ApiError::Offline));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.press("Kept filters").await;
    names(&person, "first", "Mine of late").await;
    until("it failed", || !person.all("dialog [role=alert]").is_empty()).await;
    assert_eq!(held(&person.one("input[name=first]").await), "Mine of late");
    let kept = json!({"id": "first", "name": "Mine", "query": {}, "start": false, "position": 0, "version": 2});
    prm.answer(Method::Patch, "/deal-views/first", Ok(kept));
    names(&person, "first", "Mine").await;
    until("it is kept", || !person.all("[aria-label='Remove Mine']").is_empty()).await;
    assert_eq!(sent(&prm, Method::Patch, "/deal-views/first").len(), 2);
    names(&person, "first", " ").await;
    until("it has a name", || !person.all("input[name=first]").iter().any(|field| held(field) != "Mine")).await;
}

#[wasm_bindgen_test]
async fn a_view_is_moved_once_for_each_answer_and_the_ends_keep_the_focus() {
    let prm = prm(&json!([view("first", 0), view("second", 1)]));
    let person = Person::opens("/deals", At::Desk, Slow(prm.clone(), Method::Patch, "/deal-views/"));
    person.press("Kept filters").await;
    let up = person.one("#view-first-up").await;
    assert_eq!((up.get_attribute("aria-disabled").as_deref(), up.has_attribute("disabled")), (Some("true"), false));
    up.click();
    breathe().await;
    assert!(sent(&prm, Method::Patch, "/deal-views/first").is_empty(), "it is the first already");
    let down = person.one("#view-first-down").await;
    for _ in 0..2 {
        down.click();
        breathe().await;
    }
    assert_eq!(sent(&prm, Method::Patch, "/deal-views/first").len(), 1);
}

#[wasm_bindgen_test]
async fn who_is_ticked_keeps_the_name_whatever_is_searched_for() {
    let prm = prm(&json!([]));
    let firm = json!({"id": "bluepeak", "name": "Bluepeak"});
    let owner = |id: &str, name: &str| json!({"id": id, "name": name, "organisation": firm});
    let all: Vec<Value> = (0..13).map(|at| owner(&format!("p{at}"), &format!("Person {at}"))).collect();
    let options = |owners: Value| Ok(json!({"owners": owners, "organisations": []}));
    prm.answer(Method::Get, "/deals/filter-options", options(json!(all)));
    prm.answer(Method::Get, "/deals/filter-options?q=zo", options(json!([owner("zoe", "Zoe")])));
    prm.answer(Method::Get, "/deals/filter-options?q=mi", options(json!([owner("milan", "Milan")])));
    let person = Person::opens("/deals", At::Desk, prm);
    person.one("#filters").await.click();
    person.ticks("Person 3").await;
    person.types("Search people and partners", "zo").await;
    person.ticks("Zoe").await;
    person.types("Search people and partners", "mi").await;
    person.field("Milan").await;
    for name in ["Person 3", "Zoe"] {
        person.field(name).await;
    }
}

#[wasm_bindgen_test]
async fn the_vendor_finds_what_somebody_sees_to_and_is_told_that_it_narrows() {
    let prm = prm(&json!([]));
    signed_in(&prm, Role::ChannelManager);
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.filters", "colleagues"])));
    let priya = json!({"id": "priya", "name": "Priya Nair", "role": "channel_manager", "absences": []});
    prm.answer(Method::Get, "/colleagues", Ok(json!({ "items": [priya] })));
    let person = Person::opens("/deals?handler=none", At::Desk, prm.clone());
    person.one("[data-id]").await;
    person.says("Seen to by: Nobody yet").await;
    person.one("#filters").await.click();
    person.ticks("Priya Nair").await;
    person.one("dialog [type=submit]").await.click();
    until("it is asked for", || asked(&prm).contains("handler=none%2Cpriya")).await;
    person.press("Remove Seen to by: Nobody yet, Priya Nair").await;
    until("it is taken out", || !asked(&prm).contains("handler=")).await;
}
