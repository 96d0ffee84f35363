//! What people are told of: from the log, once, and only those whom it is for.

use crate::portal::{Answer, Deal, Person, Portal, a_deal, mistakes};
use serde_json::json;

/// What somebody was told of a deal, newest first.
async fn told(person: &Person, deal: &Deal) -> Vec<String> {
    of(&person.get("/api/v1/notifications?limit=200").await.is(200), deal, "/type")
}

fn of(list: &Answer, deal: &Deal, pointer: &str) -> Vec<String> {
    let subjects = list.each("/items", "/subject").into_iter().zip(list.each("/items", pointer));
    subjects.filter(|(subject, _)| *subject == deal.id).map(|(_, value)| value).collect()
}

async fn unread(person: &Person) -> u64 {
    person.get("/api/v1/notifications?limit=1").await.is(200).at("/unread").as_u64().unwrap()
}

#[tokio::test]
async fn each_side_is_told_what_the_other_did_once_and_nobody_what_they_did_themselves() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let before = unread(&mira).await;
    let deal = mira.registers(a_deal()).await;
    assert_eq!(told(&jonas, &deal).await, ["deal.submitted"]);
    assert!(told(&mira, &deal).await.is_empty(), "she did it herself");
    jonas.approves(&deal).await;
    assert_eq!(told(&mira, &deal).await, ["deal.approved"]);
    assert_eq!(unread(&mira).await, before + 1);
    assert_eq!(told(&jonas, &deal).await, ["deal.submitted"], "he approved it himself");
    let list = mira.get("/api/v1/notifications?limit=1").await.is(200);
    assert_eq!(list.at("/items/0/deal/customer/name"), deal.at("/customer/name"));
    assert_eq!(list.at("/items/0/actor/name"), "Jonas Weber");
    assert_eq!(list.at("/items/0/read"), false);
    portal.nobody().get("/api/v1/notifications").await.is(401);
}

#[tokio::test]
async fn neither_a_rival_nor_a_colleague_nor_another_vendor_is_told() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.approves(&deal).await;
    for other in [
        portal.rep("kestrel"),
        portal.colleague("bluepeak"),
        portal.partner_admin("bluepeak"),
        portal.manager("halcyon"),
        portal.seller("aurora"),
    ] {
        assert!(told(&other, &deal).await.is_empty());
    }
    assert_eq!(told(&portal.vendor_admin("aurora"), &deal).await, ["deal.submitted"]);
}

#[tokio::test]
async fn a_note_reaches_the_vendors_people_and_never_a_partner() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.notes(&deal, "Their CFO is a friend of ours.").await;
    jonas.says(&deal, &"ä".repeat(300)).await;
    let list = mira.get("/api/v1/notifications?limit=200").await.is(200);
    assert_eq!(of(&list, &deal, "/type"), ["deal.commented"]);
    assert!(!list.text().contains("a friend of ours"));
    assert_eq!(of(&list, &deal, "/excerpt")[0].chars().count(), 201, "its beginning");
    let list = portal.seller("aurora").get("/api/v1/notifications?limit=200").await.is(200);
    assert_eq!(of(&list, &deal, "/type"), ["deal.commented", "deal.commented"]);
    assert_eq!(of(&list, &deal, "/excerpt")[1], "Their CFO is a friend of ours.");
    assert!(told(&jonas, &deal).await.iter().all(|kind| kind != "deal.commented"));
}

#[tokio::test]
async fn what_happens_to_a_draft_is_not_told_to_the_vendor() {
    let portal = Portal::with_demo().await;
    let (mira, leo) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let deal = mira.begins(a_deal()).await;
    leo.says(&deal, "I know their CIO.").await;
    assert_eq!(told(&mira, &deal).await, ["deal.commented"]);
    assert!(told(&portal.manager("aurora"), &deal).await.is_empty());
    assert!(told(&portal.seller("aurora"), &deal).await.is_empty());
}

#[tokio::test]
async fn a_handover_is_told_to_whose_it_is_and_whose_it_was() {
    let portal = Portal::with_demo().await;
    let (mira, leo, ada) = (portal.rep("bluepeak"), portal.colleague("bluepeak"), portal.partner_admin("bluepeak"));
    let deal = mira.registers(a_deal()).await;
    let owners = ada.get(&format!("{}/owners", deal.url)).await.is(200);
    let owner = owners.each("/items", "/id").into_iter().find(|id| id.starts_with("rep2")).unwrap();
    ada.gives(&deal, "reassign", &json!({"owner": owner})).await.is(200);
    assert_eq!(told(&mira, &deal).await, ["deal.reassigned"]);
    assert_eq!(told(&leo, &deal).await, ["deal.reassigned"]);
    assert!(told(&ada, &deal).await.is_empty());
}

#[tokio::test]
async fn what_was_read_on_one_device_is_read_on_all() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let elsewhere = mira.at_another_device();
    let deals = [mira.registers(a_deal()).await, mira.registers(a_deal()).await, mira.registers(a_deal()).await];
    for deal in &deals {
        jonas.approves(deal).await;
    }
    let list = mira.get("/api/v1/notifications?limit=3").await.is(200);
    let (ids, all) = (list.each("/items", "/id"), list.at("/unread").as_u64().unwrap());
    let read = mira.reads(&json!({"ids": [ids[1]]})).await.is(200);
    assert_eq!(read.at("/unread"), all - 1);
    let seen = elsewhere.get("/api/v1/notifications?limit=3").await.is(200);
    assert_eq!([0, 1, 2].map(|at| seen.at(&format!("/items/{at}/read"))), [json!(false), json!(true), json!(false)]);
    elsewhere.reads(&json!({"upTo": ids[1]})).await.is(200);
    assert_eq!(unread(&mira).await, 1, "the newest came after");
    assert_eq!(mira.reads(&json!({"upTo": ids[0]})).await.is(200).at("/unread"), 0);
    assert_eq!(unread(&elsewhere).await, 0);
}

#[tokio::test]
async fn nobody_marks_what_others_were_told() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.approves(&deal).await;
    let newest = mira.get("/api/v1/notifications?limit=1").await.is(200).at("/items/0/id");
    let before = unread(&mira).await;
    for body in [json!({"ids": [newest]}), json!({"upTo": newest})] {
        portal.rep("kestrel").reads(&body).await.is(200);
    }
    assert_eq!(unread(&mira).await, before);
}

#[tokio::test]
async fn what_says_not_what_was_read_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (body, expected) in [
        (json!({}), ("/upTo", "required")),
        (json!({"upTo": "1", "ids": ["1"]}), ("/upTo", "required")),
        (json!({"upTo": "x"}), ("/upTo", "not_in_list")),
        (json!({"ids": ["1", 2]}), ("/ids/1", "wrong_type")),
        (json!({"ids": vec!["1"; 201]}), ("/ids", "too_many")),
        (json!({"all": true, "upTo": "1"}), ("/all", "unknown_member")),
    ] {
        assert_eq!(mira.reads(&body).await.is(422).mistakes(), mistakes([expected]), "{body}");
    }
}

#[tokio::test]
async fn the_list_has_pages_that_hold_while_more_is_told() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let whole = jonas.get("/api/v1/notifications?limit=60").await.is(200);
    let first = jonas.get("/api/v1/notifications?limit=30").await.is(200);
    assert!(first.header("link").unwrap().contains("rel=\"next\""));
    mira.registers(a_deal()).await;
    let cursor = first.at("/nextCursor");
    let next = jonas.get(&format!("/api/v1/notifications?limit=30&cursor={}", cursor.as_str().unwrap())).await.is(200);
    let ids = [first.each("/items", "/id"), next.each("/items", "/id")].concat();
    assert_eq!(ids, whole.each("/items", "/id"));
    assert!(ids.iter().map(|id| id.parse::<i64>().unwrap()).is_sorted_by(|newer, older| newer > older));
    jonas.get("/api/v1/notifications?cursor=x").await.is(400);
    jonas.get("/api/v1/notifications?limit=0").await.is(400);
    jonas.get("/api/v1/notifications?all=1").await.is(400);
}

#[tokio::test]
async fn two_servers_tell_it_once() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let elsewhere = jonas.at(&other);
    let (here, there) =
        tokio::join!(jonas.says(&deal, "Which depots come first?"), elsewhere.says(&deal, "And by when?"));
    assert_ne!(here.at("/id"), there.at("/id"));
    assert_eq!(told(&mira, &deal).await.len(), 2);
    assert_eq!(told(&mira.at(&other), &deal).await.len(), 2);
}

#[tokio::test]
async fn the_demo_begins_with_some_unread_and_not_with_hundreds() {
    let portal = Portal::with_demo().await;
    for person in [portal.rep("bluepeak"), portal.manager("aurora")] {
        let list = person.get("/api/v1/notifications?limit=200").await.is(200);
        let unread = list.at("/unread").as_u64().unwrap();
        assert!((1..60).contains(&unread), "{unread}");
        assert!(list.at("/items").as_array().unwrap().len() as u64 > unread, "and some that was read");
    }
}
