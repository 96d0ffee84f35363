//! What happened to a deal, and what was said about it.

use crate::portal::{Portal, a_deal, mistakes};
use serde_json::{Value, json};

#[tokio::test]
async fn a_comment_is_read_on_the_other_side() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let said = jonas.says(&deal, "Is the budget approved?\nFor this year?").await;
    assert_eq!(said.header("location"), Some(format!("{}/timeline", deal.url).as_str()));
    assert_eq!(said.at("/type"), "deal.commented");
    portal.marketer("bluepeak").says(&deal, "It is.").await;
    portal.seller("aurora").says(&deal, "Thank you.").await;
    let read = mira.reads_timeline(&deal).await;
    let bodies = read.each("/items", "/data/comment/body");
    assert_eq!(bodies, ["Thank you.", "It is.", "Is the budget approved?\nFor this year?", ""]);
    assert_eq!(
        read.at("/items/2/data/actor"),
        json!({"id": "manager-aurora-example", "name": "Jonas Weber", "side": "vendor", "organisation": "Aurora Systems"})
    );
    assert_eq!(read.at("/items/2").pointer("/id"), Some(&said.at("/id")), "the answer was the event");
}

#[tokio::test]
async fn a_note_is_the_vendors_alone() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let before = mira.get(&deal.url).await.position();
    let note = jonas.notes(&deal, "I know their CFO.").await;
    assert_eq!(note.at("/data/comment/internal"), true);
    portal.seller("aurora").notes(&deal, "So do I.").await;
    for insider in [jonas, portal.vendor_admin("aurora"), portal.seller("aurora")] {
        assert_eq!(insider.reads_timeline(&deal).await.at("/items").as_array().unwrap().len(), 3);
    }
    for partner in [mira.clone(), portal.marketer("bluepeak"), portal.partner_admin("bluepeak")] {
        assert_eq!(partner.reads_timeline(&deal).await.each("/items", "/type"), ["deal.submitted"]);
    }
    assert_eq!(mira.get(&deal.url).await.position(), before, "not even that there is something");
    assert_eq!(mira.opens(&deal).await.etag(), deal.etag());
}

#[tokio::test]
async fn a_partner_writes_no_notes() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    for partner in [portal.rep("bluepeak"), portal.marketer("bluepeak"), portal.partner_admin("bluepeak")] {
        let note = partner.gives(&deal, "comments", &json!({"body": "psst", "internal": true}));
        note.await.is(403).refuses("forbidden");
        partner.gives(&deal, "comments", &json!({"body": "Hello", "internal": false})).await.is(201);
    }
}

#[tokio::test]
async fn a_comment_that_is_none_says_why() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    for (body, wrong) in [
        (json!({}), mistakes([("/body", "required")])),
        (json!({"body": " \n "}), mistakes([("/body", "required")])),
        (json!({"body": null}), mistakes([("/body", "required")])),
        (json!({"body": 5, "x": 1}), mistakes([("/body", "wrong_type"), ("/x", "unknown_member")])),
        (json!({"body": "x".repeat(2_001)}), mistakes([("/body", "too_long")])),
        (json!({"body": "a\u{0}b"}), mistakes([("/body", "bad_character")])),
        (json!({"body": "x", "internal": "no"}), mistakes([("/internal", "wrong_type")])),
        (json!("x"), mistakes([("", "wrong_type")])),
    ] {
        let refused = mira.gives(&deal, "comments", &body).await.is(422).refuses("invalid");
        assert_eq!(refused.mistakes(), wrong, "{body}");
    }
    mira.says(&deal, &"ä".repeat(2_000)).await;
}

#[tokio::test]
async fn what_is_said_about_a_draft_stays_with_the_partner() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let draft = mira.begins(a_deal()).await;
    mira.says(&draft, "Should we ask for more?").await;
    jonas.gives(&draft, "comments", &json!({"body": "Hello?"})).await.is(404);
    mira.submits(&draft).await;
    assert_eq!(jonas.reads_timeline(&draft).await.each("/items", "/type"), ["deal.submitted"]);
    let all = ["deal.submitted", "deal.commented", "deal.created"];
    assert_eq!(mira.reads_timeline(&draft).await.each("/items", "/type"), all);
}

#[tokio::test]
async fn a_timeline_is_read_page_by_page_newest_first() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    for number in 0..7 {
        mira.says(&deal, &format!("Word {number}")).await;
    }
    let mut url = format!("{}/timeline?limit=3", deal.url);
    let mut read = Vec::new();
    loop {
        let page = mira.get(&url).await.is(200);
        read.extend(page.each("/items", "/id").iter().map(|id| id.parse::<i64>().unwrap()));
        // What is said meanwhile does not move the pages.
        mira.says(&deal, "One more").await;
        let Some(link) = page.header("link") else { break };
        url = link.trim_start_matches('<').trim_end_matches(">; rel=\"next\"").to_owned();
    }
    assert_eq!(read.len(), 8);
    assert!(read.is_sorted_by(|a, b| a > b), "{read:?}");
    for query in ["limit=0", "limit=201", "cursor=x", "cursor=%00", "cursor=1.5"] {
        mira.get(&format!("{}/timeline?{query}", deal.url)).await.is(400).refuses("malformed");
    }
}

#[tokio::test]
async fn an_entry_is_a_cloud_event() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let entry = mira.reads_timeline(&deal).await.at("/items/0");
    for (member, value) in [
        ("specversion", "1.0"),
        ("source", "/api/v1"),
        ("type", "deal.submitted"),
        ("subject", deal.id.as_str()),
        ("datacontenttype", "application/json"),
    ] {
        assert_eq!(entry[member], value);
    }
    assert_eq!(entry["time"], deal.at("/updatedAt"));
    assert_eq!(entry["data"]["deal"], Value::Null, "the timeline is about one deal, which the reader has");
}
