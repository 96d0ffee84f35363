//! Whom a comment mentions: those who see it and no others, and they are told.

use crate::portal::{Answer, Deal, Person, Portal, a_deal, mistakes};
use serde_json::json;

async fn people(person: &Person, deal: &Deal) -> Answer {
    person.get(&format!("{}/people", deal.url)).await.is(200)
}

async fn told(person: &Person, deal: &Deal) -> usize {
    let list = person.get("/api/v1/notifications?limit=200").await.is(200);
    list.each("/items", "/subject").iter().filter(|subject| **subject == deal.id).count()
}

#[tokio::test]
async fn whoever_sees_a_deal_can_be_mentioned_in_it() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let seen = people(&mira, &deal).await;
    let ids = seen.each("/items", "/id");
    for id in ["rep2-bluepeak-example", "admin-bluepeak-example", "manager-aurora-example", "seller-aurora-example"] {
        assert!(ids.iter().any(|known| known == id), "{id} in {ids:?}");
    }
    assert!(!ids.contains(&"rep-bluepeak-example".to_owned()), "but oneself");
    assert!(!seen.text().contains("kestrel") && !seen.text().contains("halcyon"));
    let names = seen.each("/items", "/name");
    assert!(names.is_sorted());
    assert!(people(&jonas, &deal).await.each("/items", "/id").contains(&"rep-bluepeak-example".to_owned()));
    portal.rep("kestrel").get(&format!("{}/people", deal.url)).await.is(404);
}

#[tokio::test]
async fn a_draft_is_talked_about_among_the_partners_people() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let sides = people(&mira, &draft).await.each("/items", "/side");
    assert!(!sides.is_empty() && sides.iter().all(|side| side == "partner"));
    let body = json!({"body": "@Jonas Weber", "mentions": ["manager-aurora-example"]});
    let refused = mira.gives(&draft, "comments", &body).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/mentions/0", "not_in_list")]));
}

#[tokio::test]
async fn whoever_is_mentioned_is_told() {
    let portal = Portal::with_demo().await;
    let (mira, leo) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let deal = mira.registers(a_deal()).await;
    mira.says(&deal, "Nobody in particular.").await;
    assert_eq!(told(&leo, &deal).await, 0);
    let body = json!({"body": "@Leo, have a look.", "mentions": ["rep2-bluepeak-example"]});
    let said = mira.gives(&deal, "comments", &body).await.is(201);
    assert_eq!(said.at("/data/comment/mentions/0/id"), "rep2-bluepeak-example");
    assert_eq!(told(&leo, &deal).await, 1);
    assert_eq!(told(&portal.partner_admin("bluepeak"), &deal).await, 0);
    let own = json!({"body": "@Mira", "mentions": ["rep-bluepeak-example"]});
    mira.gives(&deal, "comments", &own).await.is(201);
    assert_eq!(told(&mira, &deal).await, 0, "never of what they did themselves");
}

#[tokio::test]
async fn nobody_is_mentioned_where_they_do_not_see_it() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    for (internal, id) in [
        (true, "rep-bluepeak-example"),
        (true, "rep2-bluepeak-example"),
        (false, "rep-kestrel-example"),
        (false, "manager-halcyon-example"),
        (false, "nobody"),
    ] {
        let body = json!({"body": "@x", "internal": internal, "mentions": ["seller-aurora-example", id]});
        let refused = jonas.gives(&deal, "comments", &body).await.is(422);
        assert_eq!(refused.mistakes(), mistakes([("/mentions/1", "not_in_list")]), "{id}");
    }
    assert_eq!((told(&portal.seller("aurora"), &deal).await, told(&mira, &deal).await), (0, 0));
    let note = json!({"body": "@Seller", "internal": true, "mentions": ["seller-aurora-example"]});
    jonas.gives(&deal, "comments", &note).await.is(201);
    assert_eq!((told(&portal.seller("aurora"), &deal).await, told(&mira, &deal).await), (1, 0));
    let twice = json!({"body": "x", "mentions": ["seller-aurora-example", "seller-aurora-example"]});
    assert_eq!(
        jonas.gives(&deal, "comments", &twice).await.is(422).mistakes(),
        mistakes([("/mentions/1", "repeated")])
    );
}
