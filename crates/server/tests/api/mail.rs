//! Mail: what people chose, once, to whom it is for; kept where there is no mail server, and tried again where there is.

use crate::portal::{Deal, Mailbox, Person, Portal, a_deal, mistakes};
use axum::http::Method;
use chrono::{DateTime, TimeDelta, Utc};
use portico::mail::Carrier;
use serde_json::{Value, json};

/// Where preferences are.
const CHOICES: &str = "/api/v1/notifications/preferences";

fn carrier(url: &str) -> Carrier {
    Carrier::new(url, "portal@aurora.example").unwrap()
}

/// Does what the post does at that time: how many mails it wrote and handed on.
async fn round(portal: &Portal, carrier: Option<Carrier>, now: DateTime<Utc>) -> (usize, usize) {
    portal.post(carrier).round(now).await.unwrap()
}

/// A portal to whose people nothing is due, and the time when everything at once is.
async fn quiet() -> (Portal, DateTime<Utc>) {
    let portal = Portal::with_demo().await;
    portal.database().execute("UPDATE notification SET mail_due = NULL").await;
    (portal, Utc::now() + TimeDelta::minutes(5))
}

/// What was written to somebody of this portal, newest first.
async fn written(portal: &Portal, address: &str) -> Vec<Value> {
    let list = portal.vendor_admin("aurora").get("/api/v1/mails?limit=200").await.is(200);
    let all = list.at("/items").as_array().unwrap().clone();
    all.into_iter().filter(|mail| mail["address"] == address).collect()
}

async fn chooses(person: &Person, topic: &str, mail: &str) {
    let body = json!({"language": "en", "topics": [{"topic": topic, "mail": mail}]});
    person.sends(Method::PUT, CHOICES).json(&body).await.is(200);
}

async fn approved(portal: &Portal) -> Deal {
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    portal.manager("aurora").approves(&deal).await;
    deal
}

#[tokio::test]
async fn what_happens_together_goes_in_one_mail_and_what_was_read_in_none() {
    let (portal, soon) = quiet().await;
    let deal = approved(&portal).await;
    portal.manager("aurora").says(&deal, "Welcome aboard.").await;
    assert_eq!(round(&portal, None, Utc::now()).await.0, 0, "more may happen");
    assert!(round(&portal, None, soon).await.0 > 0);
    assert_eq!(round(&portal, None, soon).await, (0, 0), "once");
    let mails = written(&portal, "rep@bluepeak.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!((&mails[0]["state"], &mails[0]["name"]), (&json!("kept"), &json!("Mira Kern")));
    let mail = portal.vendor_admin("aurora").get(&format!("/api/v1/mails/{}", mails[0]["id"].as_str().unwrap())).await;
    let text = mail.is(200).at("/text").as_str().unwrap().to_owned();
    assert!(text.contains("approved by Jonas Weber.") && text.contains("> Welcome aboard."), "{text}");
    assert!(text.contains(&format!("http://aurora.localhost:8080/deals/{}", deal.id)), "{text}");

    let read = approved(&portal).await;
    let newest = portal.rep("bluepeak").get("/api/v1/notifications?limit=1").await.is(200).at("/items/0/id");
    portal.rep("bluepeak").reads(&json!({"upTo": newest})).await.is(200);
    round(&portal, None, soon).await;
    assert_eq!(written(&portal, "rep@bluepeak.example").await.len(), 1, "{} was read", read.id);
}

#[tokio::test]
async fn what_was_chosen_is_kept_and_holds_from_then_on() {
    let (portal, soon) = quiet().await;
    let mira = portal.rep("bluepeak");
    let preset = mira.get(CHOICES).await.is(200);
    assert_eq!(preset.at("/language"), "en");
    let topics = ["questions", "decisions", "comments", "endings", "handovers", "library"];
    assert_eq!(preset.each("/topics", "/topic"), topics);
    assert_eq!(preset.each("/topics", "/mail"), [&["at_once"; 5][..], &["daily"]].concat());
    chooses(&mira, "decisions", "never").await;
    let body = json!({"language": "de", "topics": [{"topic": "comments", "mail": "daily"}]});
    let chosen = mira.sends(Method::PUT, CHOICES).json(&body).await.is(200);
    assert_eq!(chosen.at("/language"), "de");
    assert_eq!(chosen.each("/topics", "/mail"), ["at_once", "never", "daily", "at_once", "at_once", "daily"]);
    assert_eq!(mira.at_another_device().get(CHOICES).await.is(200).json(), chosen.json());
    assert_eq!(portal.colleague("bluepeak").get(CHOICES).await.is(200).json(), preset.json(), "nobody else's");

    let deal = approved(&portal).await;
    portal.manager("aurora").says(&deal, "Welcome aboard.").await;
    round(&portal, None, soon).await;
    assert!(written(&portal, "rep@bluepeak.example").await.is_empty(), "neither the approval nor the comment yet");
    round(&portal, None, Utc::now() + TimeDelta::days(8)).await;
    let mails = written(&portal, "rep@bluepeak.example").await;
    assert_eq!(mails.len(), 1);
    let subject = mails[0]["subject"].as_str().unwrap();
    assert!(subject.contains("Nachricht von Jonas Weber"), "the comment alone, in German: {subject}");
}

#[tokio::test]
async fn each_side_chooses_about_what_it_is_told() {
    let portal = Portal::with_demo().await;
    let list = portal.manager("aurora").get(CHOICES).await.is(200);
    assert_eq!(
        list.each("/topics", "/topic"),
        ["registrations", "requests", "handovers", "comments", "sales", "endings"]
    );
    assert_eq!(list.each("/topics", "/mail"), ["daily", "at_once", "at_once", "at_once", "daily", "daily"]);
    portal.nobody().get(CHOICES).await.is(401);
    let mira = portal.rep("bluepeak");
    let topic = |topic: &str| json!([{"topic": topic, "mail": "never"}]);
    for (body, expected) in [
        (json!({"topics": []}), ("/language", "required")),
        (json!({"language": "tlh"}), ("/language", "not_in_list")),
        (json!({"language": "en", "topics": topic("sales")}), ("/topics/0/topic", "not_in_list")),
        (json!({"language": "en", "topics": topic("weather")}), ("/topics/0/topic", "not_in_list")),
        (json!({"language": "en", "topics": [{"topic": "comments"}]}), ("/topics/0/mail", "required")),
        (
            json!({"language": "en", "topics": [{"topic": "comments", "mail": "hourly"}]}),
            ("/topics/0/mail", "not_in_list"),
        ),
        (json!({"language": "en", "topics": ["comments"]}), ("/topics/0", "wrong_type")),
        (json!({"language": "en", "sms": true}), ("/sms", "unknown_member")),
    ] {
        let answer = mira.sends(Method::PUT, CHOICES).json(&body).await.is(422);
        assert_eq!(answer.mistakes(), mistakes([expected]), "{body}");
    }
}

#[tokio::test]
async fn whoever_runs_the_portal_reads_its_mail_and_nobody_else_does() {
    let (portal, soon) = quiet().await;
    for _ in 0..3 {
        approved(&portal).await;
        round(&portal, None, soon).await;
    }
    let admin = portal.vendor_admin("aurora");
    let first = admin.get("/api/v1/mails?limit=2").await.is(200);
    let next = first.at("/nextCursor");
    let rest = admin.get(&format!("/api/v1/mails?limit=200&cursor={}", next.as_str().unwrap())).await.is(200);
    let ids = [first.each("/items", "/id"), rest.each("/items", "/id")].concat();
    assert_eq!(ids, admin.get("/api/v1/mails?limit=200").await.is(200).each("/items", "/id"));
    assert!(ids.is_sorted_by(|newer, older| newer > older), "newest first");
    let mail = format!("/api/v1/mails/{}", ids[0]);
    for other in [portal.rep("bluepeak"), portal.manager("aurora"), portal.seller("aurora"), portal.manager("halcyon")]
    {
        other.get("/api/v1/mails").await.is(403);
        other.get(&mail).await.is(403);
    }
    portal.nobody().get("/api/v1/mails").await.is(401);
    admin.get("/api/v1/mails?cursor=x").await.is(400);
    admin.get("/api/v1/mails/none").await.is(404);
}

#[tokio::test]
async fn a_mail_server_is_handed_each_mail_once_however_many_servers_run() {
    let (portal, soon) = quiet().await;
    let other = portal.another_server().await;
    let mailbox = Mailbox::open().await;
    let deal = approved(&portal).await;
    let (here, there) = tokio::join!(
        round(&portal, Some(carrier(&mailbox.url())), soon),
        round(&other, Some(carrier(&mailbox.url())), soon),
    );
    assert_eq!(here.0 + there.0, here.1 + there.1);
    let taken = mailbox.taken();
    let to_mira: Vec<&String> = taken.iter().filter(|mail| mail.contains("rep@bluepeak.example")).collect();
    assert_eq!(to_mira.len(), 1, "{here:?} {there:?}");
    let mail = to_mira[0];
    assert!(mail.contains("From: \"Aurora Systems\" <portal@aurora.example>"), "{mail}");
    assert!(mail.contains("Auto-Submitted: auto-generated"));
    assert!(mail.contains(&format!("References: <{}@aurora.example>", deal.id)), "{mail}");
    assert!(mail.contains("multipart/alternative"));
    let mails = written(&portal, "rep@bluepeak.example").await;
    assert_eq!((&mails[0]["state"], &mails[0]["tries"]), (&json!("sent"), &json!(1)));
    let text = portal.vendor_admin("aurora").get(&format!("/api/v1/mails/{}", mails[0]["id"].as_str().unwrap())).await;
    assert_eq!(text.is(200).at("/text"), Value::Null, "what was sent is not kept");
}

#[tokio::test]
async fn a_mail_server_that_is_away_is_tried_again_and_at_last_no_more() {
    let (portal, mut now) = quiet().await;
    approved(&portal).await;
    // Nothing listens on this port.
    let away = "smtp://127.0.0.1:1";
    assert_eq!(round(&portal, Some(carrier(away)), now).await.1, 0);
    let of = async |portal: &Portal| written(portal, "rep@bluepeak.example").await.remove(0);
    let mail = of(&portal).await;
    assert_eq!((&mail["state"], &mail["tries"]), (&json!("waiting"), &json!(1)));
    assert!(mail["error"].as_str().is_some_and(|error| !error.is_empty()));
    round(&portal, Some(carrier(away)), now).await;
    assert_eq!(of(&portal).await["tries"], 1, "not before its time");
    for _ in 0..6 {
        now += TimeDelta::hours(16);
        round(&portal, Some(carrier(away)), now).await;
    }
    let mail = of(&portal).await;
    assert_eq!((&mail["state"], &mail["tries"]), (&json!("failed"), &json!(7)));
    let mailbox = Mailbox::open().await;
    round(&portal, Some(carrier(&mailbox.url())), now + TimeDelta::days(1)).await;
    assert!(!mailbox.taken().iter().any(|mail| mail.contains("rep@bluepeak.example")), "given up");
}

#[tokio::test]
async fn what_a_mail_server_refuses_is_not_tried_again() {
    let (portal, soon) = quiet().await;
    approved(&portal).await;
    let mailbox = Mailbox::that_says("550 no such mailbox").await;
    round(&portal, Some(carrier(&mailbox.url())), soon).await;
    let mail = written(&portal, "rep@bluepeak.example").await.remove(0);
    assert_eq!((&mail["state"], &mail["tries"]), (&json!("failed"), &json!(1)));
    assert!(mail["error"].as_str().unwrap().contains("no such mailbox"));
}

#[tokio::test]
async fn what_was_kept_for_a_season_is_forgotten() {
    let (portal, soon) = quiet().await;
    approved(&portal).await;
    round(&portal, None, soon).await;
    assert_eq!(portal.forgets_mails().await, 0);
    let old = (Utc::now() - TimeDelta::days(91)).timestamp_millis();
    portal.database().execute(&format!("UPDATE mail SET written_at = {old}")).await;
    assert!(portal.forgets_mails().await > 0);
    assert!(written(&portal, "rep@bluepeak.example").await.is_empty());
}

#[tokio::test]
async fn an_address_that_is_none_is_told_at_the_start() {
    assert!(Carrier::new("http://mail.example", "portal@aurora.example").is_err());
    assert!(Carrier::new("smtp://mail.example", "Aurora").is_err());
}
