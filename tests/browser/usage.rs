//! How the library is used, and how its assets stand: what the vendor's people see beside the cards.

use crate::assets::{asset, library};
use crate::person::{At, Person};
use crate::prm::{Slow, refusal, signed_in};
use crate::screen::{breathe, browser, text, until};
use gloo::utils::window;
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use portico_app::features::shelving::RENDERED;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// An asset as it was used.
fn used(id: &str, views: u32, downloads: u32) -> Value {
    let mut used = json!({
        "id": id, "title": format!("Title {id}"), "standing": "current", "views": views, "downloads": downloads,
        "firms": views.min(3)
    });
    if views > 0 {
        used["lastUsed"] = json!("2026-11-20");
    }
    used
}

/// A library whose vendor admin looks at it.
fn managed() -> Memory {
    let prm = library();
    signed_in(&prm, Role::VendorAdmin);
    let mut old = used("c", 2, 0);
    old["standing"] = json!("expired");
    prm.answer(Method::Get, "/assets/usage?", Ok(json!({"items": [used("a", 40, 8), used("b", 10, 2), old]})));
    prm
}

fn last(prm: &Memory) -> String {
    prm.asked(Method::Get).into_iter().map(|ask| ask.path).rfind(|path| path.starts_with("/assets/usage")).unwrap()
}

fn address() -> String {
    window().location().search().unwrap()
}

fn ids(person: &Person) -> Vec<String> {
    person.all("[data-id]").iter().filter_map(|row| row.get_attribute("data-id")).collect()
}

fn shares(person: &Person, id: &str) -> Vec<String> {
    let bars = person.all(&format!("[data-id={id}] .bar-of > i"));
    bars.iter().filter_map(|bar| bar.get_attribute("style")).collect()
}

#[wasm_bindgen_test]
async fn a_vendor_sees_which_assets_are_used_and_by_how_many_firms() {
    let prm = managed();
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.press("Usage").await;
    until("three rows", || ids(&person) == ["a", "b", "c"]).await;
    assert!(last(&prm).contains("days=90&sort=views"), "{}", last(&prm));
    assert_eq!(text(&person.one("[data-id=a]").await), "Title a408320 Nov 2026");
    assert!(person.all("[data-id=a] a[href='/assets/a']").len() == 1);
    assert_eq!(shares(&person, "a"), ["--share: 100.0%", "--share: 100.0%"]);
    assert_eq!(shares(&person, "b"), ["--share: 25.0%", "--share: 25.0%"]);
    assert_eq!(person.all("[data-id=c] [data-standing=expired]").len(), 1);
    assert!(person.all("[data-id=a] [data-standing]").is_empty(), "what may be used says nothing");
    assert_eq!(text(&person.one("th[aria-sort]").await), "Opened");
}

#[wasm_bindgen_test]
async fn a_period_and_an_order_stand_in_the_address() {
    let prm = managed();
    let person = Person::opens("/assets/usage?days=30", At::Desk, prm.clone());
    person.one("[data-id=a]").await;
    assert!(last(&prm).contains("days=30&sort=views"));
    person.press("Most downloaded").await;
    until("by downloads", || last(&prm).contains("days=30&sort=downloads")).await;
    person.press("365 days").await;
    until("a year", || last(&prm).contains("days=365&sort=downloads")).await;
    assert_eq!(address(), "?days=365&sort=downloads");
    window().history().unwrap().back().unwrap();
    until("the period before", || address() == "?days=30&sort=downloads").await;
}

#[wasm_bindgen_test]
async fn what_nobody_opened_is_counted_in_words_and_shown_on_a_phone() {
    let prm = managed();
    let items = json!([used("x", 0, 0), used("y", 0, 0), used("a", 40, 8)]);
    prm.answer(Method::Get, "/assets/usage?days=90&sort=unused", Ok(json!({ "items": items })));
    let person = Person::opens("/assets/usage?sort=unused", At::Phone, prm.clone());
    person.says("Nobody has ever opened 2 of the published assets. They stand first.").await;
    let first = text(&person.one("[data-id=x]").await);
    assert!(first.contains("Never opened") && !first.contains("Opened0"), "{first}");
    let used = text(&person.one("[data-id=a]").await);
    assert!(used.contains("3 firms · last used 20 Nov 2026") && used.contains("Opened40"), "{used}");
    assert!(person.all("table").is_empty());
}

#[wasm_bindgen_test]
async fn the_next_page_renders_its_own_rows_alone() {
    let prm = managed();
    let first = json!({"items": [used("a", 40, 8), used("b", 10, 2)], "nextCursor": "n"});
    prm.answer(Method::Get, "/assets/usage?", Ok(first));
    let second = json!({"items": [used("c", 1, 1)]});
    prm.answer(Method::Get, "/assets/usage?days=90&sort=views&limit=50&cursor=n", Ok(second));
    let person = Person::opens("/assets/usage", At::Desk, prm.clone());
    until("the first page", || ids(&person).len() == 2).await;
    breathe().await;
    RENDERED.set(0);
    person.press("Show more").await;
    until("the second page", || ids(&person) == ["a", "b", "c"]).await;
    assert_eq!(RENDERED.get(), 1);
}

#[wasm_bindgen_test]
async fn what_is_shown_is_kept_as_a_table() {
    let prm = managed();
    let person = Person::opens("/assets/usage", At::Desk, prm);
    person.one("[data-id=a]").await;
    browser(
        "window.saved = null; HTMLAnchorElement.prototype.click = function () {
            if (this.download) { window.saved = this.download; fetch(this.href).then(it => it.text()).then(it => { window.table = it }); }
        };",
    );
    person.press("Download what is shown as CSV").await;
    let read = || js_sys::Reflect::get(&window(), &"table".into()).ok().and_then(|text| text.as_string());
    until("a table", || read().is_some()).await;
    let table = read().unwrap();
    assert!(table.contains("\"Title a\",\"Published\",\"40\",\"8\",\"3\",\"2026-11-20\",\"a\"\r\n"), "{table}");
    browser("delete HTMLAnchorElement.prototype.click;");
}

#[wasm_bindgen_test]
async fn nothing_yet_a_failure_and_the_wait_are_told() {
    let prm = managed();
    let slow = Person::opens("/assets/usage", At::Desk, Slow(prm.clone(), Method::Get, "/assets/usage"));
    slow.one("main [aria-busy]").await;
    drop(slow);
    prm.answer(Method::Get, "/assets/usage?", refusal(ProblemKind::Unavailable));
    let failed = Person::opens("/assets/usage", At::Desk, prm.clone());
    failed.one("[role=alert] .empty").await;
    prm.answer(Method::Get, "/assets/usage?", Ok(json!({"items": []})));
    failed.press("Try again").await;
    failed.says("Nothing is published yet").await;
    failed.one(".empty a[href='/assets/new']").await;
}

#[wasm_bindgen_test]
async fn partners_neither_see_the_page_nor_ask_how_assets_stand() {
    let prm = library();
    let person = Person::opens("/assets/usage", At::Desk, prm.clone());
    person.says("Nothing here").await;
    drop(person);
    let person = Person::opens("/assets?standing=draft&kind=video", At::Desk, prm.clone());
    person.one("[data-id=a]").await;
    assert!(person.all("[data-facet=standing], #unpublished, a[href='/assets/usage']").is_empty());
    let asked: Vec<_> = prm.asked(Method::Get).into_iter().map(|ask| ask.path).collect();
    assert!(asked.iter().any(|path| path.contains("kind=video")));
    assert!(asked.iter().all(|path| !path.contains("standing") && !path.contains("usage")), "{asked:?}");
}

/// What a manager finds: one asset that may be used, and how others stand.
fn standings(items: &[Value], standings: &[(&str, u32)]) -> Value {
    let values: Vec<_> = standings.iter().map(|(value, count)| json!({"value": value, "count": count})).collect();
    json!({"items": items, "total": items.len(), "facets": [{"name": "standing", "values": values}]})
}

#[wasm_bindgen_test]
async fn a_manager_ticks_how_assets_stand() {
    let prm = managed();
    let all = [("draft", 2), ("proposed", 1), ("current", 1), ("withdrawn", 4)];
    prm.answer(Method::Get, "/assets?", Ok(standings(&[asset("a")], &all)));
    let mut draft = asset("d");
    draft["standing"] = json!("draft");
    prm.answer(Method::Get, "/assets?sort=newest&limit=48&standing=draft", Ok(standings(&[draft], &all)));
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.one("[data-id=a]").await;
    let first = person.one("fieldset[data-facet]").await;
    assert_eq!(first.get_attribute("data-facet").as_deref(), Some("standing"), "it comes first");
    assert!(text(&first).contains("Draft2") && text(&first).contains("To be published1"), "{}", text(&first));
    person.one("input[name='standing:draft']").await.click();
    until("drafts", || ids(&person) == ["d"]).await;
    assert_eq!(address(), "?standing=draft");
    assert_eq!(text(&person.one("[data-id=d] .badge[data-standing=draft]").await), "Draft");
    person.press("Remove Standing: Draft").await;
    until("what may be used", || ids(&person) == ["a"]).await;
    person.press("Not published yet 3").await;
    until("all that waits", || address() == "?standing=draft%2Cproposed%2Cscheduled").await;
    person.press("Not published yet 3").await;
    until("what may be used", || address().is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_library_of_drafts_alone_leads_to_them() {
    let prm = managed();
    prm.answer(Method::Get, "/assets?", Ok(standings(&[], &[("draft", 2)])));
    let person = Person::opens("/assets", At::Desk, prm.clone());
    person.says("Partners see an empty library until you publish something.").await;
    person.one("fieldset[data-facet=standing]").await;
    person.press("Show the 2 that are not published yet").await;
    until("they are asked for", || address().contains("standing=draft")).await;
}
