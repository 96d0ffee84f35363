//! Whether files at hand are current: what the library knows of their content, and of nothing else.

use crate::assets::library;
use crate::person::{At, Person};
use crate::prm::{capabilities, sent};
use crate::screen::{browser, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// The SHA-256 of `12345678`.
const DIGEST: &str = "/asset-copies/ef797c8118f02dfb649607dd5d3f8c7623048c9c063d532cc95c5ed7a898a64f";

fn that_knows_copies() -> Memory {
    let prm = library();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["assets", "assets.copies"])));
    prm
}

#[wasm_bindgen_test]
async fn a_file_that_was_replaced_is_told_with_what_changed_since() {
    let prm = that_knows_copies();
    let asset = json!({
        "id": "a", "title": "Fleet data sheet", "n": 1, "current": 2, "replacedAt": "2026-11-20T09:00:00Z",
        "newer": [{"n": 2, "createdAt": "2026-11-20T09:00:00Z", "changes": "New prices."}]
    });
    prm.answer(Method::Get, DIGEST, Ok(json!({"verdict": "superseded", "asset": asset})));
    let person = Person::opens("/assets", At::Phone, prm.clone());
    person.one("#copies").await;
    browser(
        "const input = document.getElementById('copies'); const data = new DataTransfer();
         data.items.add(new File(['12345678'], 'any name.pdf')); input.files = data.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    person.says("Superseded by version 2").await;
    person.says("Version 2: New prices.").await;
    let link = person.one("[data-copy='any name.pdf'] a").await;
    assert_eq!(link.get_attribute("href").as_deref(), Some("/assets/a"));
    assert_eq!(sent(&prm, Method::Get, DIGEST).len(), 1);
    person.press("Close what was found").await;
    until("it is gone", || person.all("[data-copy]").is_empty()).await;
}

#[wasm_bindgen_test]
async fn files_that_are_dropped_are_each_told_of() {
    let prm = that_knows_copies();
    let asset = json!({"id": "a", "title": "Fleet data sheet", "n": 2, "current": 2});
    prm.answer(Method::Get, "/asset-copies/", Ok(json!({"verdict": "unknown"})));
    prm.answer(Method::Get, DIGEST, Ok(json!({"verdict": "current", "asset": asset})));
    let person = Person::opens("/assets", At::Desk, prm);
    person.one("#copies").await;
    browser(
        "const data = new DataTransfer(); data.items.add(new File(['12345678'], 'a.pdf'));
         data.items.add(new File(['other'], 'b.pdf'));
         const at = document.querySelector('.tools');
         at.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));",
    );
    person.says("This is the current version").await;
    person.says("Not from this library").await;
    assert_eq!(person.all("[data-copy]").len(), 2);
}

#[wasm_bindgen_test]
async fn where_copies_are_not_known_nothing_is_offered() {
    let person = Person::opens("/assets", At::Desk, library());
    person.one("#used").await;
    assert!(person.all("#copies").is_empty());
}
