//! The library: found as somebody types, narrowed by what it has, and leafed through.

use crate::person::{At, Person, held};
use crate::prm::{capabilities, portal, tenant};
use crate::screen::{breathe, text, until};
use gloo::utils::window;
use js_sys::{Function, Promise};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{Answer, Ask, Method, Prm, Reply, Signal};
use portico_app::features::assets::RENDERED;
use serde_json::{Value, json};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlSelectElement};
use yew::Callback;

/// An asset in a list.
pub fn asset(id: &str) -> Value {
    json!({
        "id": id, "title": format!("Title {id}"), "description": "", "kind": "brochure", "locale": "en",
        "products": ["fleet"], "standing": "current", "current": 2, "format": "pdf", "size": 1_400_000,
        "pageCount": 12, "thumbnail": {"width": 300, "height": 400}, "downloads": 3,
        "updatedAt": "2026-11-23T09:00:00Z"
    })
}

/// A page of the library, with two kinds and two languages in it.
fn found(items: &[Value]) -> Value {
    let value = |value: &str, count: u32| json!({"value": value, "count": count});
    json!({
        "items": items, "total": items.len(),
        "facets": [
            {"name": "kind", "values": [value("brochure", 2), value("video", 1)]},
            {"name": "locale", "values": [value("en", 2), value("de", 1)]},
            {"name": "format", "values": [value("pdf", 3)]}
        ]
    })
}

/// A portal with a library, of which nothing is asked yet.
pub fn library() -> Memory {
    let prm = portal();
    let mut tenant = tenant(&["en", "de"]);
    tenant["features"] = json!(["deals", "assets"]);
    prm.answer(Method::Get, "/tenant", Ok(tenant));
    prm.answer(Method::Get, "/tenant/deal-form", Ok(crate::prm::form(&json!([]))));
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["assets"])));
    let cover = json!({"asset": "a", "n": 2, "picture": {"width": 300, "height": 400}});
    let collections = json!([
        {"id": "c1", "title": "Cold chain", "description": "For food.", "count": 2, "cover": cover},
        {"id": "c2", "title": "Logos", "description": "", "count": 7}
    ]);
    prm.answer(Method::Get, "/collections", Ok(json!({ "items": collections })));
    prm.answer(Method::Get, "/assets?", Ok(found(&[asset("a"), asset("b"), asset("c")])));
    prm
}

fn address() -> String {
    window().location().search().unwrap()
}

/// What the library was asked for, in order.
fn asked(prm: &Memory) -> Vec<String> {
    prm.asked(Method::Get).into_iter().map(|ask| ask.path).filter(|path| path.starts_with("/assets?")).collect()
}

fn last(prm: &Memory) -> String {
    asked(prm).pop().unwrap()
}

fn ids(person: &Person) -> Vec<String> {
    person.all("[data-id]").iter().filter_map(|card| card.get_attribute("data-id")).collect()
}

#[wasm_bindgen_test]
async fn the_library_shows_what_is_new_with_its_collections() {
    let prm = library();
    let mut newer = asset("b");
    newer["downloaded"] = json!(1);
    newer["locale"] = json!("de");
    prm.answer(Method::Get, "/assets?", Ok(found(&[asset("a"), newer])));
    let person = Person::opens("/", At::Desk, prm.clone());
    person.press("Assets").await;
    until("both cards", || ids(&person) == ["a", "b"]).await;
    assert!(last(&prm).contains("sort=newest"), "{}", last(&prm));
    let card = person.one("[data-id=a]").await;
    assert!(text(&card).contains("Brochure · PDF · 12 pages · 1.4"), "{}", text(&card));
    let picture = card.query_selector("img").unwrap().unwrap();
    for (name, value) in [("width", "300"), ("height", "400"), ("loading", "lazy"), ("alt", "")] {
        assert_eq!(picture.get_attribute(name).as_deref(), Some(value));
    }
    let newer = text(&person.one("[data-id=b]").await);
    assert!(newer.contains("New version") && newer.contains("German"), "{newer}");
    assert!(!text(&card).contains("New version"));
    assert_eq!(text(&person.one("[role=status].told-of").await), "2 assets");

    person.one("a[data-collection=c1]").await.click();
    until("its assets", || last(&prm).contains("collection=c1")).await;
    assert!(last(&prm).contains("sort=best"), "in the order of the collection");
    person.says("For food.").await;
    person.press("All assets").await;
    until("everything again", || !last(&prm).contains("collection")).await;
    assert_eq!(address(), "");
}

#[wasm_bindgen_test]
async fn what_a_tenant_does_not_use_has_no_place() {
    let prm = library();
    prm.answer(Method::Get, "/tenant", Ok(tenant(&["en"])));
    prm.answer(Method::Get, "/tenant/deal-form", Ok(crate::prm::form(&json!([]))));
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.says("Nothing here").await;
    assert!(person.all("nav a[href='/assets']").is_empty() && asked(&prm).is_empty());
}

#[wasm_bindgen_test]
async fn a_value_narrows_the_list_and_stands_in_the_address() {
    let prm = library();
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.one("[data-id=a]").await;
    assert!(person.all("[data-facet=format]").is_empty(), "what all have in common divides nothing");
    person.one("input[name='kind:video']").await.click();
    until("it is asked for", || last(&prm).contains("kind=video")).await;
    person.one("input[name='locale:de']").await.click();
    until("both are asked for", || last(&prm).contains("locale=de")).await;
    assert_eq!(address(), "?kind=video&locale=de");
    assert!(person.all("a[data-collection]").is_empty(), "collections stand before a question");
    person.press("Remove Language: German").await;
    until("one is taken out", || !last(&prm).contains("locale=de")).await;
    window().history().unwrap().back().unwrap();
    until("going back finds it", || last(&prm).contains("locale=de")).await;
    person.press("Clear all").await;
    until("nothing narrows it", || !last(&prm).contains("kind=")).await;
    person.press("Downloaded by me").await;
    until("mine", || last(&prm).contains("used=true")).await;
}

#[wasm_bindgen_test]
async fn on_a_phone_values_are_ticked_in_a_sheet_that_says_what_is_left() {
    let prm = library();
    prm.answer(Method::Get, "/assets?sort=newest&limit=48&kind=video", Ok(found(&[asset("c")])));
    let person = Person::opens("/assets", At::Phone, prm.clone());
    person.one("[data-id=a]").await;
    person.one("#filters").await.click();
    person.one("dialog input[name='kind:video']").await.click();
    person.press("Show one asset").await;
    until("the sheet is closed", || person.all("dialog").is_empty()).await;
    assert_eq!(ids(&person), ["c"]);
    assert_eq!(text(&person.one("#filters").await), "Filters1");
}

#[wasm_bindgen_test]
async fn words_find_a_page_inside_of_a_file_and_a_mistake_in_them_is_said() {
    let prm = library();
    let mut inside = asset("b");
    inside["found"] = json!({"place": "file", "page": 3, "excerpt": ["a paper ", "delivery", " note"]});
    let mut page = found(&[inside]);
    page["corrected"] = json!("delivery");
    prm.answer(Method::Get, "/assets?sort=best&limit=48&q=delivry", Ok(page));
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.one("[data-id=a]").await;
    person.one("#search").await.focus().unwrap();
    types(&person, "delivry").await;
    person.says("Nothing has “delivry”. Showing “delivery”.").await;
    assert_eq!(text(&person.one("mark").await), "delivery");
    let place = person.one("[data-id=b] a[href='/assets/b?page=3']").await;
    assert!(text(&place).starts_with("Page 3"));
    assert_eq!(address(), "?q=delivry");
    types(&person, "").await;
    until("all of it", || ids(&person).len() == 3).await;
}

#[wasm_bindgen_test]
async fn nothing_found_says_what_to_do() {
    let prm = library();
    let nothing = json!({"items": [], "total": 0});
    prm.answer(Method::Get, "/assets?sort=best", Ok(nothing));
    let person = Person::opens("/assets?q=zeppelin&kind=video", At::Desk, prm.clone());
    person.says("Nothing found").await;
    let all = person.all(".empty button").remove(0);
    all.click();
    until("all of it", || ids(&person).len() == 3).await;
    assert_eq!(held(&person.one("#search").await), "");
}

async fn types(person: &Person, words: &str) {
    let field: web_sys::HtmlInputElement = person.one("#search").await.unchecked_into();
    field.set_value(words);
    bubbles(&field, "input");
    breathe().await;
}

fn bubbles(at: &web_sys::EventTarget, name: &str) {
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    at.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn a_change_renders_one_card() {
    let prm = library();
    let mut first = found(&[asset("a"), asset("b")]);
    first["nextCursor"] = json!("n");
    first["total"] = json!(3);
    prm.answer(Method::Get, "/assets?sort=newest", Ok(first));
    prm.answer(Method::Get, "/assets?sort=newest&limit=48&cursor=n", Ok(json!({"items": [asset("c")], "total": 3})));
    let mut renamed = asset("b");
    renamed["title"] = json!("Another title");
    prm.answer(Method::Get, "/assets?sort=title", Ok(found(&[renamed, asset("a"), asset("c")])));
    let person = Person::opens("/assets", At::Desk, prm.clone());
    until("the first page", || ids(&person).len() == 2).await;
    breathe().await;
    let card = person.one("[data-id=a]").await;
    RENDERED.set(0);
    person.press("Show more").await;
    until("the second page", || ids(&person) == ["a", "b", "c"]).await;
    assert_eq!(RENDERED.get(), 1, "cards rendered for the next page");
    RENDERED.set(0);
    let order: HtmlSelectElement = person.one("#order").await.unchecked_into();
    order.set_value("title");
    let init = EventInit::new();
    init.set_bubbles(true);
    order.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    until("by title", || ids(&person) == ["b", "a", "c"]).await;
    assert_eq!(RENDERED.get(), 1, "cards rendered for another order with one change");
    let after = person.one("[data-id=a]").await;
    assert!(card.is_same_node(Some(&after)), "no card was made anew");
    assert_eq!(address(), "?sort=title");
}

/// A PRM that answers questions about words when it is told to.
#[derive(Clone)]
struct Waits(Memory, Rc<RefCell<Vec<(String, Function)>>>);

impl Prm for Waits {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        let path = ask.path.clone();
        let answer = self.0.ask(ask);
        if !path.starts_with("/assets?sort=best") {
            return answer;
        }
        let told = Promise::new(&mut |resolve, _| self.1.borrow_mut().push((path.clone(), resolve)));
        Box::pin(async move {
            wasm_bindgen_futures::JsFuture::from(told).await.unwrap();
            answer.await
        })
    }

    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.open(after, tell)
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_was_overtaken_is_dropped_and_the_old_cards_stay_until_then() {
    let prm = library();
    prm.answer(Method::Get, "/assets?sort=best&limit=48&q=co", Ok(found(&[asset("b")])));
    prm.answer(Method::Get, "/assets?sort=best&limit=48&q=cold", Ok(found(&[asset("c")])));
    let waits = Waits(prm.clone(), Rc::default());
    let answer = |end: &str| {
        let held = waits.1.borrow();
        let (_, go) = held.iter().find(|(path, _)| path.ends_with(end)).unwrap();
        go.call0(&JsValue::NULL).unwrap();
    };
    let person = Person::opens("/assets", At::Desk, waits.clone());
    until("all", || ids(&person).len() == 3).await;
    types(&person, "co").await;
    until("asked", || last(&prm).ends_with("q=co")).await;
    person.one(".old [data-id=a]").await;
    types(&person, "cold").await;
    until("asked", || last(&prm).ends_with("q=cold")).await;
    answer("q=cold");
    until("the newer answer", || ids(&person) == ["c"]).await;
    assert!(person.all(".old").is_empty());
    answer("q=co");
    breathe().await;
    breathe().await;
    assert_eq!(ids(&person), ["c"], "the older one is dropped");
}
