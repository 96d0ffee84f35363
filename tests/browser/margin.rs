//! The margin: counted while a registration is written, explained line by line once it is handed in, granted with an
//! approval, and its rules edited by a vendor admin.

use crate::person::{At, Person, held};
use crate::prm::{capabilities, deal, portal, refusal, row, sent, signed_in};
use crate::register::begins;
use crate::screen::{breathe, focused, text, until};
use portico_app::api::Method;
use portico_app::api::adapters::memory::Memory;
use portico_app::contract::problem::ProblemKind;
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

/// A margin of two lines, one of them for a part of the deal.
fn margin(total: &str, amount: &str) -> Value {
    json!({
        "total": total, "amount": euros(amount),
        "lines": [
            {"rule": "base", "name": {"en": "Registered deal"}, "input": [], "points": "8", "rate": "8", "amount": euros("4000.00")},
            {"rule": "expert", "name": {"en": "Sold by experts"}, "points": "2.5", "rate": "5", "amount": euros("1250.00"),
                "input": [{"kind": "product", "values": [{"id": "fleet", "name": {"en": "Fleet Core"}}]},
                    {"kind": "certification", "values": [{"id": "expert", "name": {"en": "Fleet Expert"}}]}],
                "share": {"products": 1, "of": 2, "amount": euros("25000.00")}}
        ]
    })
}

fn incentive(total: &str, amount: &str) -> Value {
    let mut incentive = margin(total, amount);
    incentive["asOf"] = json!("2026-11-23T09:00:00Z");
    incentive["rulesVersion"] = json!(3);
    incentive["lockAtApproval"] = json!(true);
    let tier = json!({"kind": "tier", "values": [{"id": "platinum", "name": {"en": "Platinum"}}]});
    incentive["gains"] = json!([{"input": tier, "points": "2", "amount": euros("1000.00"), "rules": []}]);
    incentive
}

/// A portal whose tenant has rules of what partners earn.
fn paying() -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.incentives"])));
    prm.answer(Method::Post, "/deals/preview", Ok(json!({"incentive": incentive("10.5", "5250.00")})));
    prm
}

fn asked(prm: &Memory) -> Vec<Value> {
    sent(prm, Method::Post, "/deals/preview").into_iter().filter_map(|ask| ask.body).collect()
}

#[wasm_bindgen_test]
async fn the_margin_is_counted_as_the_form_is_filled() {
    let prm = paying();
    let person = begins(At::Desk, &prm).await;
    person.says("Your margin").await;
    person.says("10.5% · €5,250").await;
    let before = asked(&prm).len();
    person.types("Customer name", "Harbour Foods").await;
    person.ticks("Fleet Core").await;
    person.types("Estimated value", "5").await;
    person.types("Estimated value", "50000").await;
    prm.answer(Method::Post, "/deals/preview", Ok(json!({"incentive": incentive("12", "6000.00")})));
    person.says("12% · €6,000").await;
    let asked = asked(&prm);
    assert_eq!(asked.len(), before + 1, "once, when the typing paused");
    let last = asked.last().unwrap();
    assert_eq!((&last["value"], &last["products"][0]["product"]), (&euros("50000.00"), &json!("fleet")));
    assert_eq!(last["customer"].get("name"), None, "who the customer is changes nothing and is not sent");
    person.says("2% · €1,000 more at the tier Platinum").await;
    person.says("5% of €25,000, the part of these products").await;
}

#[wasm_bindgen_test]
async fn a_margin_that_cannot_be_had_is_said_and_stops_nobody() {
    let prm = paying();
    prm.answer(Method::Post, "/deals/preview", refusal(ProblemKind::Unavailable));
    let person = begins(At::Desk, &prm).await;
    person.says("Your margin cannot be calculated now").await;
    assert!(!person.text().contains('%'), "no number that is of something else");
    person.types("Customer name", "Harbour Foods").await;
    assert_eq!(held(&person.field("Customer name").await), "Harbour Foods");
    prm.answer(Method::Post, "/deals/preview", Ok(json!({"incentive": incentive("10.5", "5250.00")})));
    person.press("Try again").await;
    person.says("10.5% · €5,250").await;
}

#[wasm_bindgen_test]
async fn on_a_phone_it_stands_in_the_last_step_and_without_rules_nowhere() {
    let prm = paying();
    let person = begins(At::Phone, &prm).await;
    assert!(!person.text().contains("Your margin"));
    crate::register::fills_in_steps(&person).await;
    person.says("Your margin").await;
    drop(person);
    let prm = portal();
    let person = begins(At::Desk, &prm).await;
    assert!(!person.text().contains("margin"));
    assert_eq!(asked(&prm).len(), 0, "a PRM that knows none is not asked");
}

/// A deal with a margin, as it is counted or locked.
fn earning(prm: &Memory, change: impl FnOnce(&mut Value)) {
    let mut deal = deal(&row(1));
    deal["incentive"] = incentive("10.5", "5250.00");
    let entry = |why: &str, at: &str, locked: bool| json!({"at": at, "why": why, "rulesVersion": 3, "locked": locked, "margin": margin("10.5", "5250.00")});
    deal["incentive"]["history"] = json!([
        entry("rules_changed", "2026-11-23T10:00:00Z", false),
        entry("submitted", "2026-11-23T09:00:00Z", false)
    ]);
    change(&mut deal);
    prm.answer(Method::Get, "/deals/deal-1", Ok(deal));
    prm.answer(Method::Get, "/deals/deal-1/timeline", Ok(json!({"items": []})));
}

#[wasm_bindgen_test]
async fn a_deal_says_each_line_with_its_reason_and_how_it_came_to_be() {
    let prm = paying();
    earning(&prm, |_| ());
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.says("Can change until approval").await;
    let lines: Vec<String> = person.all("section[aria-labelledby=margin] tbody tr").iter().map(text).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("For every deal") && lines[0].contains("8%"), "{lines:?}");
    assert!(lines[1].contains("Product: Fleet Core · Certification: Fleet Expert"), "{lines:?}");
    assert!(lines[1].contains("€1,250"), "{lines:?}");
    assert_eq!(person.all("section[aria-labelledby=margin] .timeline").len(), 0);
    person.all("section[aria-labelledby=margin] summary").pop().unwrap().click();
    person.says("Rules changed").await;
    assert_eq!(person.all("section[aria-labelledby=margin] .timeline > li").len(), 2);
}

#[wasm_bindgen_test]
async fn what_is_locked_says_since_when() {
    let prm = paying();
    earning(&prm, |deal| {
        deal["incentive"]["lockedAt"] = json!("2026-11-23T10:00:00Z");
        deal["incentive"].as_object_mut().unwrap().remove("gains");
    });
    let person = Person::opens("/deals/deal-1", At::Phone, prm.clone());
    person.says("Margin, locked").await;
    person.press("See why").await;
    person.says("No change of rules alters it").await;
    until("the margin has the focus", || focused() == "margin").await;
    assert!(!person.text().contains("Platinum"));
}

#[wasm_bindgen_test]
async fn an_approval_says_what_it_grants_by_the_rules_of_now() {
    let prm = paying();
    signed_in(&prm, Role::ChannelManager);
    earning(&prm, |deal| {
        deal["allowedActions"] = json!(["approve"]);
        deal["incentive"]["next"] = margin("9", "4500.00");
    });
    let person = Person::opens("/deals/deal-1", At::Desk, prm.clone());
    person.says("With the next step it becomes 9% · €4,500").await;
    assert!(!person.text().contains("Platinum"), "what the firm could learn is its own concern");
    person.all("button[data-act=approve]").pop().unwrap().click();
    until("what it grants", || !person.all("dialog section").is_empty()).await;
    let granted = text(&person.all("dialog section")[0]);
    assert!(granted.contains("This approval grants") && granted.contains("9% · €4,500"), "{granted}");
    assert!(granted.contains("Locked from then on"), "{granted}");
}

#[wasm_bindgen_test]
async fn a_vendor_admin_writes_a_rule_with_its_conditions() {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["programme"])));
    let programme = json!({
        "revision": {"version": 3, "changedAt": "2026-11-20T09:00:00Z"}, "locales": ["en", "de"],
        "rules": {
            "form": {"products": [{"id": "fleet", "name": {"en": "Fleet"}}], "currencies": ["EUR"]},
            "incentives": {
                "tiers": [{"id": "gold", "name": {"en": "Gold"}}],
                "rules": [{"id": "base", "name": {"en": "Base"}, "points": "8", "when": {"products": ["boat"]}}],
                "most": "20", "lockAtApproval": true, "published": false
            }
        }
    });
    prm.answer(Method::Get, "/programme", Ok(programme.clone()));
    prm.answer(Method::Patch, "/programme", Ok(programme));
    signed_in(&prm, Role::VendorAdmin);
    let person = Person::opens("/settings/incentives", At::Desk, prm.clone());
    person.says("boat (removed)").await;
    person.press("Add a rule").await;
    until("the name has the focus", || focused().contains("/incentives/rules/1/name/en")).await;
    let fields = |name: &str| person.all(&format!("[name='{name}']"));
    let types = async |name: &str, typed: &str| {
        let field = fields(name).pop().unwrap_or_else(|| panic!("no field {name}"));
        js_sys::Reflect::set(&field, &"value".into(), &typed.into()).unwrap();
        let init = web_sys::InputEventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        breathe().await;
    };
    types("/incentives/rules/1/name/en", "Gold on Fleet").await;
    fields("/incentives/rules/1/when/tiers=gold").pop().unwrap().click();
    breathe().await;
    fields("/incentives/rules/1/when/products=fleet").pop().unwrap().click();
    breathe().await;
    types("/incentives/rules/1/points", "much").await;
    person.press("Save changes").await;
    person.says("Write a number with at most two decimals").await;
    assert!(sent(&prm, Method::Patch, "/programme").is_empty());
    types("/incentives/rules/1/points", "2,5").await;
    fields("/incentives/lockAtApproval").pop().unwrap().click();
    breathe().await;
    types("/incentives/most", "").await;
    person.press("Save changes").await;
    until("it is sent", || !sent(&prm, Method::Patch, "/programme").is_empty()).await;
    let sent = sent(&prm, Method::Patch, "/programme").remove(0).body.unwrap()["rules"]["incentives"].clone();
    assert_eq!(sent["rules"][1]["id"], "gold_on_fleet");
    assert_eq!(sent["rules"][1]["points"], "2.5", "a comma is what people write");
    assert_eq!(sent["rules"][1]["when"], json!({"tiers": ["gold"], "products": ["fleet"]}));
    assert_eq!((&sent["lockAtApproval"], &sent["most"]), (&json!(false), &Value::Null));
}
