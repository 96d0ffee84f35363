//! Who at the vendor sees to a deal: given, taken, given back; and never a partner's to know.

use crate::portal::{Portal, a_deal, mistakes};
use serde_json::json;

const JONAS: &str = "manager-aurora-example";
const PRIYA: &str = "manager2-aurora-example";

/// A registration from where no rule gives it to anybody.
fn from_nowhere() -> crate::portal::NewDeal {
    a_deal().with("/customer/country", "JP")
}

#[tokio::test]
async fn a_deal_is_given_to_a_colleague_who_is_told_and_nobody_else_is() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, priya) = (portal.rep("bluepeak"), portal.manager("aurora"), portal.second_manager("aurora"));
    let deal = mira.registers(from_nowhere()).await;
    assert_eq!(jonas.opens(&deal).await.at("/handler"), json!(null));
    let unread = |answer: crate::portal::Answer| answer.at("/unread").as_i64().unwrap();
    let count = async |person: &crate::portal::Person| unread(person.get("/api/v1/notifications").await);
    let before = (count(&priya).await, count(&portal.vendor_admin("aurora")).await, count(&mira).await);
    let mut stream = jonas.listens().await;

    let body = json!({"to": PRIYA, "comment": "You know them."});
    let given = jonas.gives(&deal, "assign", &body).await.is(200);
    assert_eq!(given.at("/handler"), json!({"id": PRIYA, "name": "Priya Nair"}));
    let event = stream.next().await;
    assert_eq!((event.name.as_str(), event.at("/data/deal/handler/id")), ("deal.assigned", json!(PRIYA)));
    assert_eq!(event.at("/data/reason/comment"), "You know them.");
    let after = (count(&priya).await, count(&portal.vendor_admin("aurora")).await, count(&mira).await);
    assert_eq!(after, (before.0 + 1, before.1, before.2));
    assert_eq!(priya.get("/api/v1/notifications").await.at("/items/0/type"), "deal.assigned");

    // Given to whom it is already, nothing happens.
    jonas.gives(&deal, "assign", &body).await.is(200);
    assert_eq!(jonas.reads_timeline(&deal).await.each("/items", "/type")[..2], ["deal.assigned", "deal.submitted"]);
    let back = priya.gives(&deal, "assign", &json!({"to": null})).await.is(200);
    assert_eq!(back.at("/handler"), json!(null));
}

#[tokio::test]
async fn a_partner_never_learns_who_sees_to_a_deal_and_is_not_disturbed() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(from_nowhere()).await;
    let asked = jonas.asks(&deal, &["need"]).await;
    let seen = mira.opens(&deal).await;
    let mut stream = mira.listens().await;
    jonas.gives(&asked, "assign", &json!({"to": PRIYA, "comment": "internal-word"})).await.is(200);
    // She changes what she had open as if nothing had happened.
    let need = "Replace paper delivery notes in 41 depots before the autumn season.";
    let changed = mira.changes(&seen, &json!({"need": need})).await;
    assert_eq!(stream.next().await.name, "deal.updated");
    jonas.starts_review(&mira.submits(&changed).await).await;
    let list = mira.lists("limit=200").await;
    for answer in
        [&mira.opens(&deal).await.seen, &list, &mira.reads_timeline(&deal).await, &mira.get("/api/v1/home").await]
    {
        assert!(!answer.text().contains("handler") && !answer.text().contains("Priya"), "{}", answer.text());
        assert!(!answer.text().contains("internal-word") && !answer.text().contains("deal.assigned"));
    }
    let hers = mira.lists(&format!("handler={PRIYA}&limit=200")).await.is(200);
    assert_eq!(hers.at("/items").as_array().unwrap().len(), list.at("/items").as_array().unwrap().len());
    let resumed = stream.take(2).await;
    assert!(resumed.iter().all(|event| event.at("/data/deal/handler").is_null()));
}

#[tokio::test]
async fn whoever_begins_with_what_is_nobodys_sees_to_it() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, priya) = (portal.rep("bluepeak"), portal.manager("aurora"), portal.second_manager("aurora"));
    let deal = mira.registers(from_nowhere()).await;
    assert_eq!(jonas.starts_review(&deal).await.at("/handler/id"), JONAS);
    let other = mira.registers(from_nowhere()).await;
    jonas.gives(&other, "assign", &json!({"to": JONAS})).await.is(200);
    assert_eq!(priya.starts_review(&other).await.at("/handler/id"), JONAS, "what is somebody's stays theirs");
    let ids = |answer: crate::portal::Answer| answer.each("/items", "/id");
    let his = ids(jonas.lists("handler=me&limit=200").await);
    assert!(his.contains(&deal.id) && his.contains(&other.id));
    assert!(!ids(jonas.lists("handler=none&limit=200").await).contains(&deal.id));
}

#[tokio::test]
async fn a_deal_is_given_to_those_who_decide_alone_and_by_them() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(from_nowhere()).await;
    for to in ["seller-aurora-example", "rep-bluepeak-example", "manager-halcyon-example", "none"] {
        let refused = jonas.gives(&deal, "assign", &json!({ "to": to })).await.is(422);
        assert_eq!(refused.mistakes(), mistakes([("/to", "not_in_list")]), "{to}");
    }
    for other in [mira.clone(), portal.partner_admin("bluepeak"), portal.seller("aurora")] {
        other.gives(&deal, "assign", &json!({"to": JONAS})).await.is(403);
    }
    let approved = jonas.approves(&deal).await;
    jonas.gives(&approved, "assign", &json!({"to": JONAS})).await.is(409).refuses("wrong-state");
}
