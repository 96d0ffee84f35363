//! The pipeline in pictures: bars that lead to their deals, the same as a table, one currency at a time, and a forecast.

use crate::person::{At, Person};
use crate::prm::{Slow, approved, capabilities, portal, row, sent, signed_in, told};
use crate::screen::{breathe, text, until};
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{ApiError, Method};
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn figure(count: u32, amount: &str, code: &str) -> Value {
    json!({"count": count, "sum": {"amount": amount, "currency": code}})
}

fn pipeline(won: u32) -> Value {
    let open = |id: &str, category: &str, period: &str, figures: Value| json!({"stage": "qualified", "stageId": id, "category": category, "period": period, "figures": figures});
    json!({
        "today": "2026-11-25", "months": 12, "currencies": ["EUR", "USD"],
        "open": [
            open("qualified", "pipeline", "overdue", json!([figure(2, "1000.00", "EUR")])),
            open("qualified", "pipeline", "2027-01", json!([figure(1, "3000.00", "EUR"), figure(4, "9000.00", "USD")])),
            open("pilot", "best_case", "2027-01", json!([figure(1, "1500.00", "EUR")])),
        ],
        "decided": [
            {"outcome": "won", "month": "2026-11", "figures": [figure(won, "700.00", "EUR")]},
            {"outcome": "rejected", "reasonCode": "other", "month": "2026-10", "figures": [figure(1, "50.00", "EUR")]},
        ]
    })
}

fn forecast() -> Value {
    let sum = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let outlook = json!({
        "open": figure(2, "4500.00", "EUR"), "commit": sum("0.00"), "bestCase": sum("1500.00"), "pipeline": sum("3000.00"),
        "weighted": sum("1800.00"), "won": figure(0, "0.00", "EUR")
    });
    json!({
        "today": "2026-11-25", "months": 12, "currencies": ["EUR"],
        "periods": [{"period": "overdue", "outlooks": []}, {"period": "2026-11", "outlooks": []}, {"period": "2027-01", "outlooks": [outlook]}],
        "partners": [{"organisation": {"id": "bluepeak", "name": "Bluepeak"}, "firms": 1, "outlook": outlook}, {"firms": 7, "outlook": outlook}]
    })
}

/// A portal that draws, for whom.
fn drawing(role: Role, query: &str) -> Memory {
    let prm = portal();
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.pipeline"])));
    signed_in(&prm, role);
    prm.answer(Method::Get, &format!("/deals/pipeline?{query}"), Ok(pipeline(1)));
    prm.answer(Method::Get, &format!("/deals/forecast?{query}"), Ok(forecast()));
    prm
}

fn presses(person: &Person, label: &str) {
    let buttons = person.all("button").into_iter().filter(|button| text(button) == label);
    buttons.into_iter().next().unwrap_or_else(|| panic!("no button {label}")).click();
}

#[wasm_bindgen_test]
async fn a_bar_says_what_it_stands_for_and_leads_to_its_deals() {
    let person = Person::opens("/pipeline", At::Desk, drawing(Role::PartnerAdmin, "months=12"));
    person.says("By expected close").await;
    let bars = person.all("section[aria-labelledby=by-month] .bar-of");
    let january = bars.iter().find(|bar| text(bar).contains("January 2027")).expect("a bar for January");
    assert!(text(january).contains("January 2027: 2 deals, €4,500"), "{}", text(january));
    assert!(january.get_attribute("href").unwrap().contains("closes=2027-01-01..2027-01-31"));
    assert_eq!(bars.len(), 13, "what is overdue, and each of twelve months");
    let links = person.all("section[aria-labelledby=by-month] a.bar-of");
    assert_eq!(links.len(), 2, "where there is nothing, nothing is to be led to");
    assert!(text(&bars[0]).contains("Overdue: 2 deals, €1,000"), "{}", text(&bars[0]));
    let ended = "section[aria-labelledby=ended] .bar-of, section[aria-labelledby=rejected-why] .bar-of";
    assert!(person.all(ended).len() > 12 && person.all(ended).iter().all(|bar| bar.tag_name() == "SPAN"));
}

#[wasm_bindgen_test]
async fn amounts_of_two_currencies_are_looked_at_one_after_the_other_and_deals_together() {
    let person = Person::opens("/pipeline", At::Desk, drawing(Role::PartnerAdmin, "months=12"));
    let stage = || person.all("section[aria-labelledby=by-stage] .bar-of").iter().map(text).collect::<String>();
    person.says("By stage").await;
    assert!(stage().contains("Qualified lead: 3 deals, €4,000"), "{}", stage());
    presses(&person, "USD");
    until("dollars are drawn", || {
        stage().contains("Qualified lead: 4 deals, US$9,000") || stage().contains("Qualified lead: 4 deals, $9,000")
    })
    .await;
    presses(&person, "Deals");
    until("deals are counted", || stage().contains("Qualified lead: 7 deals")).await;
}

#[wasm_bindgen_test]
async fn a_picture_has_its_table() {
    let person = Person::opens("/pipeline", At::Phone, drawing(Role::PartnerAdmin, "months=12"));
    person.says("By stage").await;
    assert!(person.all("section[aria-labelledby=by-stage] table").is_empty());
    presses(&person, "Show as table");
    until("there is a table", || !person.all("section[aria-labelledby=by-stage] table").is_empty()).await;
    let rows = person.all("section[aria-labelledby=by-stage] tbody tr");
    assert!(text(&rows[0]).starts_with("Qualified lead"), "{}", text(&rows[0]));
    assert_eq!(text(&person.all("section[aria-labelledby=by-stage] tfoot td")[0]), "4");
}

#[wasm_bindgen_test]
async fn a_rep_begins_with_the_own_deals_and_may_look_at_the_firms() {
    let prm = drawing(Role::Rep, "months=12&owner=me");
    prm.answer(Method::Get, "/deals/pipeline?months=12", Ok(pipeline(9)));
    let person = Person::opens("/pipeline", At::Desk, prm.clone());
    person.says("By stage").await;
    presses(&person, "My firm");
    until("the firm's are asked for", || !sent(&prm, Method::Get, "/deals/pipeline?months=12").is_empty()).await;
    person.says("9 deals").await;
}

#[wasm_bindgen_test]
async fn a_change_is_drawn_without_a_reload() {
    let prm = drawing(Role::PartnerAdmin, "months=12");
    let person = Person::opens("/pipeline", At::Desk, prm.clone());
    person.says("By stage").await;
    until("the stream is open", || prm.is_open()).await;
    prm.answer(Method::Get, "/deals/pipeline?months=12", Ok(pipeline(5)));
    prm.say(told(1, "deal.won", &approved(row(1))));
    person.says("5 deals").await;
}

#[wasm_bindgen_test]
async fn the_vendor_compares_partners_in_the_forecast() {
    let person = Person::opens("/pipeline?view=forecast", At::Desk, drawing(Role::ChannelManager, "months=12"));
    person.says("By partner").await;
    let bars = person.all("section[aria-labelledby=forecast] a.bar-of");
    let said = "January 2027: commit €0, best case €1,500, pipeline €3,000, weighted €1,800";
    assert!(bars.iter().any(|bar| text(bar).contains(said)), "{:?}", bars.iter().map(text).collect::<Vec<_>>());
    let rows: Vec<String> = person.all("section[aria-labelledby=by-partner] tbody tr").iter().map(text).collect();
    assert!(rows[0].starts_with("Bluepeak") && rows[1].starts_with("7 other partners"), "{rows:?}");
    let files: Vec<_> = person.all("a[download]").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert!(files.iter().any(|file| file.contains("/forecast/export?months=12&by=partner&language=en")), "{files:?}");
}

#[wasm_bindgen_test]
async fn without_deals_it_says_how_to_get_some() {
    let prm = drawing(Role::PartnerAdmin, "months=12");
    let nothing = json!({"today": "2026-11-25", "months": 12, "currencies": [], "open": [], "decided": []});
    prm.answer(Method::Get, "/deals/pipeline?months=12", Ok(nothing));
    let person = Person::opens("/pipeline", At::Phone, prm);
    person.says("No pipeline yet").await;
    breathe().await;
    assert!(person.all(".picture").is_empty());
}

#[wasm_bindgen_test]
async fn figures_of_the_look_before_say_so_and_lead_to_their_own_deals() {
    let prm = drawing(Role::Rep, "months=12");
    let slow = Slow(prm, Method::Get, "/deals/pipeline?months=12&owner=me");
    let person = Person::opens("/pipeline?owner=all", At::Desk, slow);
    person.says("By stage").await;
    assert!(person.all("[aria-busy=true] .picture").is_empty());
    person.press("Mine").await;
    until("they are said to be old", || !person.all("[aria-busy=true] .picture").is_empty()).await;
    let links: Vec<_> = person.all(".picture a").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert!(!links.is_empty() && links.iter().all(|link| !link.contains("owner=me")), "{links:?}");
}

#[wasm_bindgen_test]
async fn where_figures_do_not_come_others_do_not_stand_in_for_them() {
    for view in ["pictures", "forecast"] {
        let prm = drawing(Role::Rep, "months=12");
        let what = if view == "forecast" { "forecast" } else { "pipeline" };
        prm.answer(Method::Get, &format!("/deals/{what}?months=12&owner=me"), Err(ApiError::Offline));
        let person = Person::opens(&format!("/pipeline?owner=all&view={view}"), At::Desk, prm);
        until("there are figures", || !person.all(".picture").is_empty()).await;
        person.press("Mine").await;
        until("there is the failure alone", || {
            person.all(".picture").is_empty() && !person.all("[role=alert]").is_empty()
        })
        .await;
    }
}
