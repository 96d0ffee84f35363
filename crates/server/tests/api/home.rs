//! The first page: what waits for a person.

use crate::portal::{Portal, a_deal};
use chrono::{DateTime, Utc};
use serde_json::json;

#[tokio::test]
async fn a_reps_home_is_about_the_reps_own_deals() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let home = mira.get("/api/v1/home").await.is(200);
    let waiting = home.at("/waiting").as_array().unwrap().len() as u64;
    assert!(waiting > 0 && waiting <= 20);
    assert!(home.at("/waitingTotal").as_u64().unwrap() >= waiting);
    assert!(home.each("/waiting", "/deal/owner/id").iter().all(|owner| owner == "rep-bluepeak-example"));
    let firm = portal.partner_admin("bluepeak").get("/api/v1/home").await.is(200);
    assert!(firm.at("/waitingTotal").as_u64() > home.at("/waitingTotal").as_u64(), "an admin's is about the firm's");
    portal.nobody().get("/api/v1/home").await.is(401);
}

#[tokio::test]
async fn what_waits_longest_for_the_vendor_comes_first() {
    let portal = Portal::with_demo().await;
    let home = portal.manager("aurora").get("/api/v1/home").await.is(200);
    let kinds = home.each("/waiting", "/kind");
    let decides = kinds.iter().take_while(|kind| *kind == "decide").count();
    assert!(kinds[decides..].iter().all(|kind| kind == "extension"), "{kinds:?}");
    let due = home.each("/waiting", "/deal/sla/dueAt");
    // As moments: as texts a whole second would come behind its first millisecond.
    let due: Vec<DateTime<Utc>> = due[..decides].iter().map(|at| at.parse().unwrap()).collect();
    assert!(decides > 0 && due.is_sorted(), "{due:?}");
    assert_eq!(home.at("/waiting/0/deal/sla/state"), "late");
}

#[tokio::test]
async fn a_question_waits_for_the_partner_until_it_is_answered() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.colleague("kestrel"), portal.manager("aurora"));
    let waits = async |deal: &crate::portal::Deal| {
        let home = mira.get("/api/v1/home").await.is(200);
        let place = home.each("/waiting", "/deal/id").iter().position(|id| *id == deal.id);
        place.map(|place| {
            (home.at(&format!("/waiting/{place}/kind")), home.at(&format!("/waiting/{place}/reason/fields")))
        })
    };
    let deal = mira.begins(a_deal()).await;
    assert_eq!(waits(&deal).await.map(|(kind, _)| kind), Some("draft".into()));
    mira.submits(&deal).await;
    assert_eq!(waits(&deal).await, None);
    jonas.asks(&deal, &["need"]).await;
    assert_eq!(waits(&deal).await, Some(("answer".into(), json!(["need"]))));
    mira.submits(&deal).await;
    assert_eq!(waits(&deal).await, None);
}

#[tokio::test]
async fn the_pipeline_adds_up_by_stage_and_never_across_currencies() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let home = jonas.get("/api/v1/home").await.is(200);
    assert_eq!(home.each("/pipeline", "/stage"), ["prospect", "qualified", "proposal", "proposal", "committed"]);
    for stage in home.at("/pipeline").as_array().unwrap() {
        let name = stage["stageId"].as_str().unwrap();
        let rows = jonas.lists(&format!("stageId={name}&limit=200")).await.is(200);
        let rows = rows.at("/items").as_array().unwrap().clone();
        assert_eq!(stage["count"], rows.len(), "{name}");
        for value in stage["values"].as_array().unwrap() {
            let cents = |money: &serde_json::Value| -> i64 {
                money["amount"].as_str().unwrap().replace('.', "").parse().unwrap()
            };
            let same = rows.iter().filter(|row| row["value"]["currency"] == value["currency"]);
            assert_eq!(same.map(|row| cents(&row["value"])).sum::<i64>(), cents(value), "{name} {}", value["currency"]);
        }
    }
}
