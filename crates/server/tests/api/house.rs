//! House accounts: customers that the vendor sells to itself.

use crate::portal::{NewDeal, Portal, a_deal, mistakes};
use serde_json::json;

fn to_nordkai() -> NewDeal {
    a_deal()
        .with("/customer/name", "Nord-Kai Logistik GmbH")
        .with("/customer/website", "https://www.nordkai.example/about")
}

async fn kept(published: bool) -> Portal {
    let portal = Portal::with_demo().await;
    let accounts =
        json!([{"name": "Nordkai", "website": "nordkai.example"}, {"name": "Meridian Freight", "country": "GB"}]);
    let always = json!([{"name": {"en": "All"}, "way": "by_itself"}]);
    let rules = json!({"house": {"published": published, "accounts": accounts}, "approval": always});
    portal.vendor_admin("aurora").rules(&rules).await.is(200);
    portal
}

#[tokio::test]
async fn a_registration_of_a_house_account_is_taken_and_marked_and_not_approved_by_itself() {
    let portal = kept(true).await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    assert_eq!(mira.registers(a_deal()).await.review(), "approved", "what is nobody's is approved by itself");
    let deal = mira.registers(to_nordkai()).await;
    assert_eq!((deal.review(), deal.at("/houseAccount")), ("submitted".into(), json!("Nordkai")));
    assert_eq!(jonas.opens(&deal).await.at("/houseAccount"), "Nordkai");
    let waiting = jonas.get("/api/v1/deals?review=submitted&sort=-updatedAt").await.is(200);
    let first = (waiting.at("/items/0/number"), waiting.at("/items/0/conflict"));
    assert_eq!(first, (deal.at("/number"), json!(true)), "the desk has it among what to look at");
    // By its name in its country, however it is written; in another it is somebody else.
    let named = |country| a_deal().with("/customer/name", "MERIDIAN FREIGHT Ltd.").with("/customer/country", country);
    assert_eq!(mira.registers(named("GB")).await.at("/houseAccount"), "Meridian Freight");
    assert_eq!(mira.registers(named("FR")).await.at("/houseAccount"), json!(null));
}

#[tokio::test]
async fn a_partner_learns_of_house_accounts_where_they_are_published() {
    for published in [true, false] {
        let portal = kept(published).await;
        let mira = portal.rep("bluepeak");
        let named = if published { json!("Nordkai") } else { json!(null) };
        let asked = json!({"customer": {"website": "nordkai.example"}, "products": ["fleet"]});
        let check = mira.post("/api/v1/deals/conflict-check", &asked).without("idempotency-key").await.is(200);
        assert_eq!((check.at("/result"), check.at("/houseAccount")), (json!("clear"), named.clone()));
        let deal = mira.registers(to_nordkai()).await;
        assert_eq!(deal.at("/houseAccount"), named);
        assert_eq!(
            portal.manager("aurora").opens(&deal).await.at("/houseAccount"),
            "Nordkai",
            "the vendor always does"
        );
        let engagement = portal.nobody().get("/api/v1/programme/engagement").await.is(200);
        let listed = if published { json!(["Nordkai", "Meridian Freight"]) } else { json!([]) };
        assert_eq!(engagement.at("/houseAccounts"), listed);
    }
}

#[tokio::test]
async fn a_house_account_that_nobody_could_recognise_is_refused() {
    let portal = Portal::with_demo().await;
    let accounts = json!([{"name": "Nobody", "website": "", "country": ""}, {"website": "no host"}]);
    let refused = portal.vendor_admin("aurora").rules(&json!({"house": {"accounts": accounts}})).await.is(422);
    assert_eq!(
        refused.mistakes(),
        mistakes([
            ("/rules/house/accounts/0/website", "required"),
            ("/rules/house/accounts/1/website", "bad_form"),
            ("/rules/house/accounts/1/name", "required"),
        ])
    );
}
