//! Routing: where a customer is and what is sold says who sees to it, and who is away is stood in for.

use crate::portal::{Person, Portal, a_deal, days_from_today, mistakes};
use axum::http::Method;
use serde_json::{Value, json};

const JONAS: &str = "manager-aurora-example";
const PRIYA: &str = "manager2-aurora-example";
const INES: &str = "admin-aurora-example";

async fn is_away(admin: &Person, who: &str, cover: Option<&str>) {
    let absence = json!({"from": days_from_today(-1), "until": days_from_today(3), "cover": cover});
    let url = format!("/api/v1/colleagues/{who}/absences");
    admin.sends(Method::PUT, &url).json(&json!({"absences": [absence]})).await.is(200);
}

fn rules(rules: Value) -> Value {
    json!({"routing": {"territories": [{"id": "alps", "name": {"en": "Alps"}, "countries": ["AT", "CH"]}], "rules": rules}})
}

#[tokio::test]
async fn the_first_rule_that_fits_says_who_and_why() {
    let portal = Portal::with_demo().await;
    let (admin, mira, jonas) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.manager("aurora"));
    let routing = rules(json!([
        {"scope": {"territories": ["alps"], "products": ["depot"]}, "to": INES},
        {"scope": {"territories": ["alps"]}, "to": JONAS},
    ]));
    admin.rules(&routing).await.is(200);
    let from = |country: &str, product: &str| a_deal().with("/customer/country", country).product(product);
    let depot = jonas.opens(&mira.registers(from("AT", "depot")).await).await;
    assert_eq!(depot.at("/handler/id"), INES);
    assert_eq!(
        depot.at("/assignment"),
        json!({"rule": 1, "version": 2, "territory": {"en": "Alps"}, "country": "AT", "product": "depot"})
    );
    let fleet = jonas.opens(&mira.registers(from("CH", "fleet")).await).await;
    assert_eq!((fleet.at("/handler/id"), fleet.at("/assignment/rule")), (json!(JONAS), json!(2)));
    let nobody = jonas.opens(&mira.registers(from("FR", "depot")).await).await;
    assert_eq!((nobody.at("/handler"), nobody.at("/assignment")), (json!(null), json!(null)));
    // Given on by a person, no rule explains it any more. An answer to a question does not move it.
    let given = jonas.gives(&fleet, "assign", &json!({"to": INES})).await.is(200);
    assert_eq!(given.at("/assignment"), json!(null));
    jonas.asks(&fleet, &["need"]).await;
    assert_eq!(jonas.opens(&mira.submits(&fleet).await).await.at("/handler/id"), INES);
}

#[tokio::test]
async fn whoever_is_away_is_stood_in_for_and_the_deal_says_so() {
    let portal = Portal::with_demo().await;
    let (admin, mira, jonas) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.manager("aurora"));
    admin.rules(&rules(json!([{"to": JONAS}]))).await.is(200);
    is_away(&admin, JONAS, Some(PRIYA)).await;
    is_away(&admin, PRIYA, Some(INES)).await;
    let deal = jonas.opens(&mira.registers(a_deal()).await).await;
    assert_eq!(deal.at("/handler/id"), INES);
    let away = |id: &str, name: &str| json!({"person": {"id": id, "name": name}, "until": days_from_today(3)});
    assert_eq!(deal.at("/assignment/away"), json!([away(JONAS, "Jonas Weber"), away(PRIYA, "Priya Nair")]));
    // A ring ends, and with nobody there it is nobody's.
    is_away(&admin, INES, Some(JONAS)).await;
    let ring = jonas.opens(&mira.registers(a_deal()).await).await;
    assert_eq!((ring.at("/handler"), ring.seen.each("/assignment/away", "/person/name").len()), (json!(null), 3));
    is_away(&admin, JONAS, None).await;
    let uncovered = jonas.opens(&mira.registers(a_deal()).await).await;
    assert_eq!((uncovered.at("/handler"), uncovered.at("/assignment/rule")), (json!(null), json!(1)));
}

#[tokio::test]
async fn a_rule_names_people_who_decide_and_countries_that_there_are() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let wrong = json!({"routing": {
        "territories": [{"id": "a", "name": {"en": "A"}, "countries": []}, {"id": "a", "name": {}, "countries": ["XX"]}],
        "rules": [{}]}});
    assert_eq!(
        admin.rules(&wrong).await.is(422).mistakes(),
        mistakes([
            ("/rules/routing/territories/0/countries", "required"),
            ("/rules/routing/territories/1/name/en", "required"),
            ("/rules/routing/territories/1/countries/0", "not_in_list"),
            ("/rules/routing/territories/1/id", "repeated"),
            ("/rules/routing/rules/0/to", "required"),
        ])
    );
    let strangers = rules(json!([{"to": JONAS}, {"to": "rep-bluepeak-example"}]));
    let refused = admin.rules(&strangers).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/rules/routing/rules/1/to", "not_in_list")]));
}

#[tokio::test]
async fn rules_that_are_older_than_routing_and_approval_are_read() {
    let portal = Portal::with_demo().await;
    let older = portal
        .configured("aurora", |rules| {
            let rules = rules.as_object_mut().unwrap();
            rules.remove("routing");
            rules.remove("approval");
            rules["reasons"].as_object_mut().unwrap().remove("templates");
        })
        .await;
    let deal = older.manager("aurora").opens(&older.rep("bluepeak").registers(a_deal()).await).await;
    assert_eq!((deal.at("/handler"), deal.at("/approval")), (json!(null), json!(null)));
}
