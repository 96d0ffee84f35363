//! The vendor's side of the library: files become assets, what is said of them is changed, and they are taken back.

use crate::assets::{asset, library};
use crate::person::{At, Person, held};
use crate::prm::{capabilities, refusal, sent, signed_in};
use crate::screen::{browser, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// An asset as whoever may change it sees it.
fn shelved(id: &str, title: &str, standing: &str, actions: &[&str]) -> Value {
    let mut whole = asset(id);
    let version = json!({
        "n": 1, "name": "plan.pdf", "mediaType": "application/pdf", "format": "pdf", "size": 8, "sha256": "00",
        "changes": "", "createdAt": "2026-11-20T09:00:00Z", "readiness": "unreadable", "pages": []
    });
    let rest = json!({
        "title": title, "description": "", "tags": ["cold"], "industries": [], "stages": [], "standing": standing,
        "audience": {"tiers": [], "partnerTypes": [], "roles": [], "regions": []}, "current": 1, "versions": [version],
        "downloads": 0, "collections": [], "related": [], "version": 4, "allowedActions": actions
    });
    for (member, value) in rest.as_object().unwrap() {
        whole[member] = value.clone();
    }
    whole
}

/// A library in which somebody of a role puts files.
fn for_a(role: Role) -> Memory {
    let prm = library();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["assets"])));
    signed_in(&prm, role);
    let audiences = json!({
        "tiers": ["Silver", "Gold"], "partnerTypes": [{"id": "reseller", "name": "Reseller"}], "regions": ["DE"]
    });
    prm.answer(Method::Get, "/assets/audiences", Ok(audiences));
    prm.answer(Method::Post, "/asset-uploads", Ok(json!({"location": "/api/v1/asset-uploads/u1"})));
    prm.answer(Method::Patch, "/asset-uploads/u1", Ok(json!({"uploadOffset": 8})));
    prm.answer(Method::Get, "/asset-uploads/u1", Ok(json!({"id": "u1", "name": "plan.pdf", "size": 8, "received": 8})));
    prm
}

/// Chooses files of eight bytes.
fn chooses(files: &[&str]) {
    let add = |file: &&str| format!("data.items.add(new File(['12345678'], '{file}'));");
    let each = files.iter().map(add).collect::<Vec<_>>().concat();
    browser(&format!(
        "const input = document.querySelector('input[type=file]'); const data = new DataTransfer(); {each}
         input.files = data.files; input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
}

#[wasm_bindgen_test]
async fn a_file_becomes_an_asset_with_what_was_said_of_it() {
    let prm = for_a(Role::VendorAdmin);
    prm.answer(Method::Post, "/assets", Ok(shelved("n1", "Depot plan", "current", &["edit", "withdraw"])));
    let person = Person::opens("/assets/new", At::Phone, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["depot_data-sheet.pdf"]);
    assert_eq!(held(&person.field("Title").await), "Depot data sheet");
    assert_eq!(held(&person.field("Kind").await), "data_sheet");
    person.types("Title", "Depot plan").await;
    person.types("Tags", "depot, plan").await;
    person.ticks("Gold").await;
    person.press("Publish").await;
    person.says("One asset is in the library.").await;
    let ask = &sent(&prm, Method::Post, "/assets")[0];
    let body = ask.body.clone().unwrap();
    assert!(ask.key.is_some());
    assert_eq!(
        (&body["title"], &body["kind"], &body["upload"]),
        (&json!("Depot plan"), &json!("data_sheet"), &json!("u1"))
    );
    assert_eq!((&body["tags"], &body["audience"]["tiers"]), (&json!(["depot", "plan"]), &json!(["Gold"])));
    assert_eq!(body["publish"], true);
}

#[wasm_bindgen_test]
async fn who_may_not_publish_asks_for_it() {
    let prm = for_a(Role::ChannelManager);
    prm.answer(Method::Post, "/assets", Ok(shelved("n1", "Plan", "draft", &["edit", "propose"])));
    prm.answer(Method::Post, "/assets/n1/propose", Ok(shelved("n1", "Plan", "proposed", &["edit"])));
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["plan.pdf"]);
    person.field("Title").await;
    person.press("Ask to publish").await;
    person.says("Somebody is asked to publish it").await;
    assert_eq!(sent(&prm, Method::Post, "/assets")[0].body.clone().unwrap()["publish"], false);
    assert_eq!(sent(&prm, Method::Post, "/assets/n1/propose").len(), 1);
}

#[wasm_bindgen_test]
async fn of_several_files_the_mistakes_are_told_with_their_names() {
    let prm = for_a(Role::VendorAdmin);
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["a.pdf", "run.exe", "b.pdf"]);
    person.says("Files of this kind are not taken.").await;
    until("two are ready", || person.all(".files .good").len() == 2).await;
    browser("for (const one of document.querySelectorAll('details')) one.open = true;");
    person.types("Title", "").await;
    person.press("Publish 3").await;
    person.says("a.pdf: Give it a title").await;
    assert!(sent(&prm, Method::Post, "/assets").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_there_already_is_said() {
    let prm = for_a(Role::VendorAdmin);
    let same = json!([{"id": "a", "title": "Fleet data sheet", "n": 2}]);
    let upload = json!({"id": "u1", "name": "plan.pdf", "size": 8, "received": 8, "same": same});
    prm.answer(Method::Get, "/asset-uploads/u1", Ok(upload));
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["plan.pdf"]);
    person.says("The same file is in the library already").await;
    person.says("Fleet data sheet · Version 2").await;
}

#[wasm_bindgen_test]
async fn what_was_brought_and_typed_is_there_after_a_reload() {
    let prm = for_a(Role::VendorAdmin);
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["plan.pdf"]);
    person.types("Title", "The plan of depots").await;
    until("it is there", || person.all(".files .good").len() == 1).await;
    drop(person);
    let back = Person::comes_back("/assets/new", At::Desk, prm.clone());
    assert_eq!(held(&back.field("Title").await), "The plan of depots");
    drop(back);
    prm.answer(Method::Get, "/asset-uploads/u1", refusal(ProblemKind::NotFound));
    let later = Person::comes_back("/assets/new", At::Desk, prm);
    later.says("It is not kept any more. Choose the file again.").await;
}

#[wasm_bindgen_test]
async fn without_a_network_the_same_is_sent_again() {
    let prm = for_a(Role::VendorAdmin);
    prm.answer(Method::Post, "/assets", Err(portico_app::api::ApiError::Offline));
    let person = Person::opens("/assets/new", At::Phone, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["plan.pdf"]);
    person.field("Title").await;
    person.press("Publish").await;
    person.says("No answer").await;
    prm.answer(Method::Post, "/assets", Ok(shelved("n1", "Plan", "current", &["edit"])));
    person.press("Publish").await;
    person.says("One asset is in the library.").await;
    let keys: Vec<_> = sent(&prm, Method::Post, "/assets").into_iter().map(|ask| ask.key).collect();
    assert_eq!(keys.len(), 2);
    assert_eq!(keys[0], keys[1], "one asset, however often it is sent");
}

#[wasm_bindgen_test]
async fn only_what_was_changed_is_sent_and_not_over_what_others_changed() {
    let prm = for_a(Role::VendorAdmin);
    prm.answer(Method::Get, "/assets/a", Ok(shelved("a", "Cold chain", "current", &["edit", "withdraw"])));
    prm.answer(Method::Patch, "/assets/a", refusal(ProblemKind::Stale));
    let person = Person::opens("/assets/a/edit", At::Desk, prm.clone());
    person.types("Title", "Cold chain in practice").await;
    person.press("Save").await;
    person.says("Somebody changed this asset meanwhile.").await;
    let mut newer = shelved("a", "Cold chain", "current", &["edit", "withdraw"]);
    newer["version"] = json!(9);
    prm.answer(Method::Get, "/assets/a", Ok(newer.clone()));
    prm.answer(Method::Patch, "/assets/a", Ok(newer));
    person.press("Save mine over it").await;
    until("it is sent again", || sent(&prm, Method::Patch, "/assets/a").len() == 2).await;
    let asks = sent(&prm, Method::Patch, "/assets/a");
    assert_eq!((asks[0].version, asks[1].version), (Some(4), Some(9)));
    assert_eq!(asks[1].body, Some(json!({"title": "Cold chain in practice"})));
}

#[wasm_bindgen_test]
async fn an_asset_is_taken_back_after_a_question() {
    let prm = for_a(Role::VendorAdmin);
    prm.answer(Method::Get, "/assets/a", Ok(shelved("a", "Cold chain", "current", &["edit", "withdraw"])));
    prm.answer(Method::Post, "/assets/a/withdraw", Ok(shelved("a", "Cold chain", "withdrawn", &["restore"])));
    let person = Person::opens("/assets/a", At::Desk, prm.clone());
    person.press("Withdraw").await;
    person.says("Everybody who downloaded it is told.").await;
    assert!(sent(&prm, Method::Post, "/assets/a/withdraw").is_empty());
    person.one("dialog .button.danger").await.click();
    person.says("Make it a draft again").await;
    assert_eq!(sent(&prm, Method::Post, "/assets/a/withdraw").len(), 1);
    assert!(person.all("dialog").is_empty());
}

#[wasm_bindgen_test]
async fn a_new_version_takes_the_place_of_the_current_one() {
    let prm = for_a(Role::ChannelManager);
    prm.answer(Method::Get, "/assets/a", Ok(shelved("a", "Cold chain", "current", &["edit", "withdraw"])));
    prm.answer(Method::Post, "/assets/a/versions", Ok(shelved("a", "Cold chain", "current", &["edit"])));
    let person = Person::opens("/assets/a", At::Phone, prm.clone());
    person.press("New version").await;
    person.one("dialog input[type=file]").await;
    chooses(&["newer.pdf"]);
    until("it is there", || person.all("dialog .files .good").len() == 1).await;
    person.types("What changed", "New prices.").await;
    person.press("Replace everywhere").await;
    person.says("Cold chain has a new version").await;
    let body = sent(&prm, Method::Post, "/assets/a/versions")[0].body.clone();
    assert_eq!(body, Some(json!({"upload": "u1", "changes": "New prices."})));
}

#[wasm_bindgen_test]
async fn a_partner_has_none_of_it() {
    let prm = for_a(Role::Rep);
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.says("Nothing here").await;
    drop(person);
    prm.answer(Method::Get, "/assets/a", Ok(shelved("a", "Cold chain", "current", &[])));
    let person = Person::opens("/assets/a", At::Desk, prm);
    person.says("Cold chain").await;
    assert!(person.all("#manage").is_empty());
}

#[wasm_bindgen_test]
async fn a_table_fills_in_what_is_said_of_many_files_and_is_taken_back() {
    let prm = for_a(Role::VendorAdmin);
    let person = Person::opens("/assets/new", At::Desk, prm.clone());
    person.one("input[type=file]").await;
    chooses(&["a.pdf", "b.pdf"]);
    person.one("#shelve-table").await;
    browser(
        "const input = document.getElementById('shelve-table'); const data = new DataTransfer();
         data.items.add(new File(['file;title;tiers;kind;startsOn\\na.pdf;Prices of spring;Gold;Price list;tomorrow\\nc.pdf;x'], 't.csv'));
         input.files = data.files; input.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    person.says("One file was filled in").await;
    person.says("Line 2, startsOn: “tomorrow” is no day as 2027-01-31 is one").await;
    person.says("Line 3: there is no file c.pdf here").await;
    assert_eq!(held(&person.field("Title").await), "Prices of spring");
    assert_eq!(held(&person.field("Kind").await), "price_list");
    person.press("Undo").await;
    assert_eq!(held(&person.field("Title").await), "A");
}
