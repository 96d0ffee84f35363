//! Whose portal it is: by the host, and nothing crosses from one to another.

use crate::portal::{Portal, a_deal};
use serde_json::json;

#[tokio::test]
async fn a_host_leads_to_its_own_portal() {
    let portal = Portal::with_demo().await;
    for (host, name) in [
        ("localhost", "Aurora Systems"),
        ("localhost:8080", "Aurora Systems"),
        ("LOCALHOST:8080", "Aurora Systems"),
        ("127.0.0.1", "Aurora Systems"),
        ("127.0.0.1:8080", "Aurora Systems"),
        ("[::1]", "Aurora Systems"),
        ("[::1]:8080", "Aurora Systems"),
        ("aurora.localhost:8080", "Aurora Systems"),
        ("halcyon.localhost", "Halcyon Robotics"),
        ("Halcyon.Localhost:8080", "Halcyon Robotics"),
    ] {
        assert_eq!(portal.nobody().get("/api/v1/tenant").at_host(host).await.is(200).at("/name"), name, "{host}");
    }
}

#[tokio::test]
async fn a_host_that_nobody_has_is_misdirected() {
    let portal = Portal::with_demo().await;
    for host in
        ["portal.evil.example", "localhost.evil.example", "10.0.0.7", "[2001:db8::1]", "", ":8080", "127.0.0.1.example"]
    {
        for url in ["/api/v1/tenant", "/api/openapi.json", "/", "/deals"] {
            portal.nobody().get(url).at_host(host).await.is(421).refuses("unknown-host");
        }
    }
    portal.nobody().get("/api/v1/tenant").without("host").await.is(421);
}

#[tokio::test]
async fn everybody_may_know_whose_portal_it_is() {
    let portal = Portal::with_demo().await;
    let aurora = portal.nobody().get("/api/v1/tenant").await.is(200).json();
    assert_eq!(aurora["signIn"], json!(["password"]));
    assert_eq!(aurora["locales"], json!(["en", "de"]));
    assert_eq!(aurora["timeZone"], "Europe/Berlin");
    assert!(aurora["brand"]["hue"].is_number() && aurora["brand"]["chroma"].is_number());
    let halcyon = portal.nobody().get("/api/v1/tenant").at_host("halcyon.localhost").await.is(200).json();
    assert_eq!(halcyon["terminology"]["deal"], json!({"en": "project", "de": "Projekt"}));
    let able = portal.nobody().get("/api/v1/capabilities").await.is(200);
    for capability in ["deals", "deals.conflictCheck", "deals.receipts", "events"] {
        assert!(able.each("/capabilities", "").contains(&capability.to_owned()), "{capability}");
    }
}

#[tokio::test]
async fn who_is_somebody_in_one_portal_is_nobody_in_the_other() {
    let portal = Portal::with_demo().await;
    for (person, elsewhere) in [
        (portal.rep("bluepeak"), "halcyon.localhost"),
        (portal.manager("aurora"), "halcyon.localhost"),
        (portal.manager("halcyon"), "localhost"),
    ] {
        person.get("/api/v1/session").await.is(200);
        person.get("/api/v1/session").at_host(elsewhere).await.is(204);
        person.get("/api/v1/deals").at_host(elsewhere).await.is(401);
        person.get("/api/v1/events").at_host(elsewhere).await.is(401);
        person.hands_in(&a_deal()).at_host(elsewhere).await.is(401);
    }
}

#[tokio::test]
async fn another_vendors_deal_is_not_there() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("vantage").registers(a_deal().product("arm")).await;
    for outsider in [portal.manager("aurora"), portal.vendor_admin("aurora"), portal.rep("bluepeak")] {
        let hidden = outsider.get(&deal.url).await.is(404);
        let missing = outsider.get("/api/v1/deals/none").await;
        assert_eq!(hidden.without("instance"), missing.without("instance"));
        outsider.get(&format!("{}/timeline", deal.url)).await.is(404);
    }
    portal.manager("halcyon").approves(&deal).await;
}

#[tokio::test]
async fn each_vendor_has_a_form_of_its_own() {
    let portal = Portal::with_demo().await;
    let grace = portal.rep("vantage");
    assert_eq!(grace.hands_in(&a_deal()).await.is(422).each("/errors", "/pointer"), ["/products/0/product"]);
    let deal = a_deal().product("gripper").with("/custom/cells", 3).with("/value/currency", "USD");
    let deal = grace.registers(deal).await;
    assert_eq!(deal.at("/custom"), json!({"cells": 3}));
    assert_eq!(grace.get("/api/v1/tenant/deal-form").await.is(200).at("/stages/0/name"), "Scoping");
}

#[tokio::test]
async fn one_vendors_customer_is_no_conflict_for_another() {
    let portal = Portal::with_demo().await;
    let customer = a_deal();
    let deal = portal.rep("bluepeak").registers(customer.clone()).await;
    let same = a_deal().for_the_customer_of(&customer).product("arm");
    let check = json!({"customer": same.0["customer"], "products": ["arm"]});
    let asked = portal.rep("vantage").post("/api/v1/deals/conflict-check", &check).await.is(200);
    assert_eq!(asked.json(), json!({"result": "clear"}));
    let other = portal.rep("vantage").registers(same).await;
    assert_eq!(portal.manager("halcyon").opens(&other).await.at("/conflicts"), json!([]));
    assert_eq!(portal.manager("aurora").opens(&deal).await.at("/conflicts"), json!([]));
}
