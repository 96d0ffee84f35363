//! Claim first, complete later: a place in time for a customer that is known by little.

use crate::portal::{Deal, NewDeal, Portal, a_deal};
use chrono::{NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

/// A name, a website, a country and a product.
fn a_claim() -> NewDeal {
    let deal = a_deal().0;
    NewDeal(json!({"customer": deal["customer"], "products": [{"product": "fleet"}], "claim": true}))
}

async fn rest_of(portal: &Portal, claim: &Deal) -> Deal {
    let rest = a_deal().without("/customer").without("/products").0;
    portal.rep("bluepeak").changes(claim, &rest).await
}

#[tokio::test]
async fn a_claim_keeps_its_place_and_its_time_until_it_is_completed() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let claim = mira.begins(a_claim()).await;
    assert_eq!(claim.review(), "claimed");
    let received = claim.at("/registeredAt");
    assert!(received.is_string());
    let complete_by: NaiveDate = claim.at("/completeBy").as_str().unwrap().parse().unwrap();
    let today = Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
    assert_eq!(complete_by - today, TimeDelta::days(14));
    assert_eq!(claim.at("/sla"), Value::Null, "the vendor owes nothing yet");
    assert_eq!(claim.list("allowedActions"), ["submit", "withdraw", "reassign"]);

    let check = json!({"customer": claim.at("/customer"), "products": ["fleet"]});
    assert_eq!(amir.post("/api/v1/deals/conflict-check", &check).await.is(200).at("/result"), "possible");
    let rival = amir.registers(a_deal().with("/customer", claim.at("/customer"))).await;

    let early = mira.gives(&claim, "submit", &json!({})).await.is(422);
    assert!(early.each("/errors", "/pointer").contains(&"/need".to_owned()), "{}", early.text());
    let complete = rest_of(&portal, &claim).await;
    let submitted = mira.submits(&complete).await;
    assert_eq!((submitted.review().as_str(), submitted.at("/registeredAt")), ("submitted", received));
    assert_eq!(submitted.at("/completeBy"), Value::Null);
    assert!(submitted.at("/sla/dueAt").is_string(), "from now on the vendor's time counts");
    let seen = jonas.opens(&rival).await;
    assert_eq!(seen.at("/conflicts/0/deal/id"), claim.id.as_str());
    assert_eq!(seen.at("/conflicts/0/first"), true);
    let happened = mira.reads_timeline(&claim).await.each("/items", "/type");
    assert_eq!(happened, ["deal.submitted", "deal.updated", "deal.claimed"]);
}

#[tokio::test]
async fn a_claim_says_what_it_needs() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let refused = mira.hands_in(&NewDeal(json!({"claim": true, "contact": {"email": "half@"}}))).await.is(422);
    let mut pointers = refused.each("/errors", "/pointer");
    pointers.sort();
    assert_eq!(pointers, ["/customer/country", "/customer/name", "/customer/website", "/products"]);
    let draft = mira.begins(a_claim().without("/claim").without("/products")).await;
    let refused = mira.gives(&draft, "claim", &json!({})).await.is(422);
    assert_eq!(refused.each("/errors", "/pointer"), ["/products"]);
    let draft = mira.changes(&draft, &json!({"products": [{"product": "depot"}]})).await;
    assert_eq!(Deal::seen_in(mira.gives(&draft, "claim", &json!({})).await.is(200)).review(), "claimed");
}

#[tokio::test]
async fn a_place_is_kept_for_the_customer_and_products_it_was_claimed_for() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let claim = mira.begins(a_claim()).await;
    assert!(!claim.list("editableFields").contains(&"customer".to_owned()));
    let other = json!({"customer": {"website": "somebody-else.example"}});
    mira.patch(&claim.url, &other).header("if-match", claim.etag()).await.is(422).refuses("invalid");
    let more = json!({"products": [{"product": "fleet", "quantity": 3}, {"product": "route"}]});
    let refused = mira.patch(&claim.url, &more).header("if-match", claim.etag()).await.is(422);
    assert_eq!(refused.each("/errors", "/pointer"), ["/products/1/product"]);
    let fewer = json!({"products": [{"product": "fleet", "quantity": 3}]});
    assert_eq!(mira.changes(&claim, &fewer).await.at("/products/0/quantity"), 3);
}

#[tokio::test]
async fn a_claim_that_is_not_completed_gives_its_place_up() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let claim = mira.begins(a_claim()).await;
    let until = async |days: i64| {
        let day = (Utc::now().with_timezone(&chrono_tz::Europe::Berlin) + TimeDelta::days(days)).date_naive();
        portal.database().execute(&format!("UPDATE deal SET complete_by = '{day}' WHERE id = '{}'", claim.id)).await;
        portal.lets_time_pass().await
    };
    assert_eq!(until(0).await, 0, "the last day belongs to it");
    assert_eq!(until(-1).await, 1);
    assert_eq!(mira.opens(&claim).await.review(), "expired");
    let check = json!({"customer": claim.at("/customer"), "products": ["fleet"]});
    let answer = portal.rep("kestrel").post("/api/v1/deals/conflict-check", &check).await.is(200);
    assert_eq!(answer.json(), json!({"result": "clear"}));
}

#[tokio::test]
async fn the_vendor_sees_a_claim_and_the_first_page_asks_for_its_rest() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let claim = mira.begins(a_claim()).await;
    assert_eq!(jonas.opens(&claim).await.list("allowedActions"), ["reassign"]);
    let home = mira.get("/api/v1/home").await.is(200).json();
    let waits = home["waiting"].as_array().unwrap();
    assert!(waits.iter().any(|one| one["kind"] == "claim" && one["deal"]["id"] == claim.id.as_str()), "{home}");
}
