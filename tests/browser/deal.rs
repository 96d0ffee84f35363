//! One deal: what happened, what may be done, and the question before it is done.

use crate::person::{At, Person, held};
use crate::prm::{Slow, approved, deal, happened, portal, refusal, row, sent, signal, signed_in, told};
use crate::screen::{described, focused, text, until};
use gloo::utils::document;
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

/// A PRM with one deal, which allows this.
fn with_a_deal(allowed: &Value) -> Memory {
    let prm = portal();
    let mut deal = deal(&row(1));
    deal["allowedActions"] = allowed.clone();
    prm.answer(Method::Get, "/deals/deal-1", Ok(deal));
    let mut begun = happened(1, "deal.submitted", &row(1));
    begun["data"].as_object_mut().unwrap().remove("deal");
    prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": [begun]})));
    prm
}

/// As the Escape key does: the browser asks the dialog to close.
fn asks_to_close(dialog: &JsValue) {
    let ask = js_sys::Reflect::get(dialog, &"requestClose".into()).unwrap();
    ask.unchecked_into::<js_sys::Function>().call0(dialog).unwrap();
}

#[wasm_bindgen_test]
async fn what_happens_is_told_once_and_the_state_follows() {
    let prm = with_a_deal(&json!([]));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.says("Registered").await;
    until("the stream is open", || prm.is_open()).await;

    let mut now = deal(&approved(row(1)));
    now["allowedActions"] = json!([]);
    prm.answer(Method::Get, "/deals/deal-1", Ok(now));
    prm.answer(Method::Get, "/deals/deal-1/timeline", refusal(ProblemKind::Unavailable));
    prm.say(told(2, "deal.approved", &approved(row(1))));
    prm.say(told(2, "deal.approved", &approved(row(1))));
    person.says("Approved by Arcwell").await;
    prm.say(told(3, "deal.won", &row(2)));
    let entries: Vec<String> = person.all(".timeline h3").iter().map(text).collect();
    assert_eq!(entries, ["Approved by Arcwell", "Registered"], "once, newest first, and nothing of another deal");
    until("the state", || person.all(".badge[data-review=approved]").len() == 1).await;
}

#[wasm_bindgen_test]
async fn a_comment_that_the_stream_tells_too_stands_once_and_as_text() {
    let prm = with_a_deal(&json!([]));
    let markup = "<img src=x onerror=\"document.title='hit'\"> please call";
    let mut event = happened(2, "deal.commented", &row(1));
    event["data"]["comment"] = json!({"body": markup});
    event["data"]["actor"] = json!({"id": "mira", "name": "Mira Kern", "side": "partner", "organisation": "Bluepeak"});
    prm.answer(Method::Post, "/deals/deal-1/comments", Ok(event.clone()));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.types("Write to your channel manager", markup).await;
    person.press("Send").await;
    until("it is said", || person.all(".said").len() == 1 && prm.is_open()).await;
    prm.say(signal(&event));
    crate::screen::breathe().await;
    assert_eq!(person.all(".said").len(), 1, "told by the answer and by the stream, shown once");
    assert_eq!(text(&person.all(".said")[0]), markup);
    assert_eq!(person.all("main img").len(), 0);
    assert_eq!(held(&person.field("Write to your channel manager").await), "", "the next can be written");
}

#[wasm_bindgen_test]
async fn a_comment_that_is_too_long_is_told_how_to_be_mended_and_stays() {
    let prm = with_a_deal(&json!([]));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    let label = "Write to your channel manager";
    person.types(label, &"long ".repeat(500)).await;
    person.is_told(label, "Shorten it to 2,000 characters").await;
    person.press("Send").await;
    assert_eq!(sent(&prm, Method::Post, "/deals/deal-1/comments"), []);
    assert_eq!(held(&person.field(label).await).len(), 2_500);
}

#[wasm_bindgen_test]
async fn only_what_the_prm_allows_has_a_button() {
    let prm = with_a_deal(&json!(["approve", "reject"]));
    signed_in(&prm, Role::ChannelManager);
    let person = Person::opens("/deals/deal-1", At::Desk, prm);
    person.button("Approve, 90 days").await;
    person.button("Reject").await;
    let acts = person.all("button[data-act]");
    assert_eq!(acts.len(), 2, "{:?}", acts.iter().map(text).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn a_decision_is_asked_about_in_a_dialog_that_takes_and_returns_the_focus() {
    let prm = with_a_deal(&json!(["reject"]));
    signed_in(&prm, Role::ChannelManager);
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    let reject = person.button("Reject").await;
    reject.focus().unwrap();
    reject.click();
    let dialog: HtmlDialogElement = person.one("dialog").await.unchecked_into();
    until("it opens", || dialog.open()).await;
    assert!(dialog.contains(document().active_element().as_deref()), "the focus is in the dialog, on {}", focused());
    let heading = document().get_element_by_id(&dialog.get_attribute("aria-labelledby").unwrap()).unwrap();
    assert_eq!(text(&heading), "Reject");

    asks_to_close(&dialog);
    until("it is gone", || person.all("dialog").is_empty()).await;
    assert_eq!(document().active_element().as_deref(), Some(reject.as_ref()), "the focus is where it was");
    assert_eq!(sent(&prm, Method::Post, "/deals/deal-1/reject"), []);
}

#[wasm_bindgen_test]
async fn a_decision_needs_its_words_and_is_sent_once() {
    let prm = with_a_deal(&json!(["reject"]));
    signed_in(&prm, Role::ChannelManager);
    let person = Person::opens("/deals/deal-1", At::Desk, Slow(prm.clone(), Method::Post, "/deals/deal-1/reject"));
    person.press("Reject").await;
    let send = person.one("dialog button[type=submit]").await;
    send.click();
    person.is_told("Reason", "Choose the reason").await;
    person.is_told("Comment", "Say why, in a sentence").await;
    assert_eq!(sent(&prm, Method::Post, "/deals/deal-1/reject"), []);
    person.types("Reason", "other").await;
    person.types("Comment", "Bought elsewhere already.").await;
    send.click();
    until("it is sent", || !sent(&prm, Method::Post, "/deals/deal-1/reject").is_empty()).await;
    until("it is said to be busy", || send.get_attribute("aria-disabled").as_deref() == Some("true")).await;
    send.click();
    crate::screen::breathe().await;
    let orders = sent(&prm, Method::Post, "/deals/deal-1/reject");
    assert_eq!(orders.len(), 1);
    assert_eq!(orders[0].body, Some(json!({"reasonCode": "other", "comment": "Bought elsewhere already."})));
}

#[wasm_bindgen_test]
async fn what_was_typed_for_a_decision_is_there_again_and_another_text_has_another_key() {
    let prm = with_a_deal(&json!(["reject", "approve"]));
    signed_in(&prm, Role::ChannelManager);
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.press("Reject").await;
    person.types("Reason", "other").await;
    person.types("Comment", "Bought elsewhere already.").await;
    asks_to_close(&person.one("dialog").await.into());
    until("it is gone", || person.all("dialog").is_empty()).await;
    person.press("Approve, 90 days").await;
    assert_eq!(held(&person.field("Comment").await), "", "of another command");
    person.press("Cancel").await;
    until("it is gone", || person.all("dialog").is_empty()).await;
    person.press("Reject").await;
    assert_eq!(held(&person.field("Comment").await), "Bought elsewhere already.");
    assert_eq!(held(&person.field("Reason").await), "other");

    prm.answer(Method::Post, "/deals/deal-1/reject", refusal(ProblemKind::Unavailable));
    let keys = || sent(&prm, Method::Post, "/deals/deal-1/reject").into_iter().map(|ask| ask.key).collect::<Vec<_>>();
    let send = person.one("dialog button[type=submit]").await;
    for times in 1..=3 {
        if times == 3 {
            person.types("Comment", "Bought elsewhere in May.").await;
        }
        send.click();
        until("it is refused", || keys().len() == times && send.get_attribute("aria-disabled").is_none()).await;
    }
    let keys = keys();
    assert_eq!(keys[0], keys[1], "the same thing has the same key");
    assert_ne!(keys[1], keys[2], "another thing has another");
}

#[wasm_bindgen_test]
async fn what_was_decided_is_read_out_with_the_deals_name() {
    let prm = with_a_deal(&json!(["withdraw"]));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.one("[data-act=more]").await.click();
    person.press("Withdraw").await;
    let send = person.one("dialog button[type=submit]").await;
    send.focus().unwrap();
    prm.answer(Method::Post, "/deals/deal-1/withdraw", Ok(deal(&approved(row(1)))));
    send.click();
    until("the focus is led on", || focused() == "deal-name").await;
    let name = person.one("h1").await;
    assert!(described(&name)[0].contains("Approved"), "with its state as it is now: {:?}", described(&name));
}

#[wasm_bindgen_test]
async fn a_deal_that_is_not_there_says_so() {
    let person = Person::opens("/deals/none", At::Desk, portal());
    person.says("It does not exist, or it is not yours to see.").await;
    person.button("Back to Deals").await;
}

#[wasm_bindgen_test]
async fn on_a_phone_a_conflict_is_told_at_once_and_leads_to_what_tells_the_two_apart() {
    let prm = with_a_deal(&json!([]));
    signed_in(&prm, Role::ChannelManager);
    let mut shown = deal(&row(1));
    shown["conflicts"] = json!([{"deal": row(2), "matches": ["website"], "first": true}]);
    prm.answer(Method::Get, "/deals/deal-1", Ok(shown));
    let person = Person::opens("/deals/deal-1", At::Phone, prm);
    person.says("Another one was received first.").await;
    person.press("Compare").await;
    until("the details have the focus", || focused() == "tab-facts").await;
    person.one("a[href='/deals/deal-2']").await;
    assert!(person.all("main table tr td:nth-child(3):not(.num)").is_empty(), "one below the other");
}

#[wasm_bindgen_test]
async fn both_sides_are_told_that_the_customer_is_a_house_account() {
    for (role, said) in
        [(Role::ChannelManager, "you sell to Nordkai yourselves"), (Role::Rep, "sells to Nordkai itself")]
    {
        let prm = with_a_deal(&json!([]));
        signed_in(&prm, role);
        let mut shown = deal(&row(1));
        shown["houseAccount"] = json!("Nordkai");
        prm.answer(Method::Get, "/deals/deal-1", Ok(shown));
        let person = Person::opens("/deals/deal-1", At::Phone, prm);
        person.says(said).await;
    }
}

#[wasm_bindgen_test]
async fn a_claim_shows_no_answer_that_nobody_gave() {
    let prm = portal();
    let mut claim = deal(&row(1));
    claim["review"] = json!("claimed");
    claim["contact"] = json!({"consent": false, "vendorContact": "ask_first"});
    prm.answer(Method::Get, "/deals/deal-1", Ok(claim.clone()));
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.says("Fleet Core").await;
    for unasked in ["Customer agrees", "May the vendor get in touch?", "Kind of sale", "Your part in it"] {
        assert!(!person.text().contains(unasked), "{unasked}");
    }
    claim["review"] = json!("submitted");
    prm.answer(Method::Get, "/deals/deal-1", Ok(claim));
    let person = Person::opens("/deals/deal-1", At::Desk, prm);
    person.says("Customer agrees").await;
}
