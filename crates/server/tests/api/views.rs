//! Filters that a person keeps.

use crate::portal::{Answer, Person, Portal};
use serde_json::{Value, json};

async fn keeps(person: &Person, name: &str, query: Value) -> Answer {
    person.post("/api/v1/deal-views", &json!({"name": name, "query": query})).await.is(201)
}

async fn names(person: &Person) -> Vec<String> {
    person.get("/api/v1/deal-views").await.is(200).each("/items", "/name")
}

fn url(view: &Answer) -> String {
    format!("/api/v1/deal-views/{}", view.at("/id").as_str().unwrap())
}

#[tokio::test]
async fn a_filter_is_kept_for_every_device_of_its_person_and_for_nobody_else() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("kestrel");
    let kept = keeps(&mira, " Closing this month ", json!({"closes": "this-month", "owner": "me", "q": ""})).await;
    assert_eq!(kept.at("/name"), "Closing this month");
    assert_eq!(kept.at("/query"), json!({"closes": "this-month", "owner": "me"}), "named days stay named");
    assert_eq!(kept.header("location"), Some(url(&kept).as_str()));
    let elsewhere = mira.at_another_device().get("/api/v1/deal-views").await.is(200);
    assert_eq!(elsewhere.at("/items/0"), kept.json());
    for other in [portal.colleague("kestrel"), portal.partner_admin("bluepeak"), portal.vendor_admin("aurora")] {
        assert!(names(&other).await.is_empty());
        other.patch(&url(&kept), &json!({"name": "Mine"})).header("if-match", kept.etag()).await.is(404);
        other.delete(&url(&kept)).await.is(404);
    }
    portal.nobody().get("/api/v1/deal-views").await.is(401);
    assert_eq!(names(&mira).await, ["Closing this month"]);
}

#[tokio::test]
async fn a_kept_filter_is_renamed_moved_changed_and_forgotten() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("kestrel");
    let one = keeps(&mira, "One", json!({})).await;
    let two = keeps(&mira, "Two", json!({"stage": "won"})).await;
    let three = keeps(&mira, "Three", json!({"sort": "-value"})).await;
    let change =
        async |view: &Answer, change: Value| mira.patch(&url(view), &change).header("if-match", view.etag()).await;
    let first = change(&three, json!({"position": 0})).await.is(200);
    assert_eq!(names(&mira).await, ["Three", "One", "Two"]);
    change(&first, json!({"name": "Third", "query": {"sort": "value"}})).await.is(200);
    change(&first, json!({"name": "Again"})).await.is(412).refuses("stale");
    assert_eq!(names(&mira).await, ["Third", "One", "Two"], "the others were moved and are of their version still");
    let started = change(&one, json!({"start": true})).await.is(200);
    change(&two, json!({"start": true})).await.is(200);
    let starts = |all: Answer| all.at("/items").as_array().unwrap().iter().filter(|view| view["start"] == true).count();
    assert_eq!(starts(mira.get("/api/v1/deal-views").await), 1, "the list begins with one");
    change(&started, json!({"name": "two"})).await.is(422).refuses("invalid");
    change(&started, json!({"name": "ONE"})).await.is(200);
    mira.patch(&url(&two), &json!({"name": "x"})).await.is(428);
    mira.delete(&url(&two)).await.is(204);
    mira.delete(&url(&two)).await.is(404);
    assert_eq!(names(&mira).await, ["Third", "ONE"]);
    let back = json!({"name": "Two", "query": {"stage": "won"}, "start": true, "position": 1});
    mira.post("/api/v1/deal-views", &back).await.is(201);
    assert_eq!(names(&mira).await, ["Third", "Two", "ONE"], "what was removed comes back to its place");
}

#[tokio::test]
async fn what_is_no_filter_is_not_kept() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("kestrel");
    for (body, pointer) in [
        (json!({"query": {}}), "/name"),
        (json!({"name": "x"}), "/query"),
        (json!({"name": "x".repeat(61), "query": {}}), "/name"),
        (json!({"name": "x", "query": {"cursor": "abc"}}), "/query/cursor"),
        (json!({"name": "x", "query": {"review": "open"}}), "/query/review"),
        (json!({"name": "x", "query": {"value": "1.."}}), "/query/value"),
    ] {
        let refused = mira.post("/api/v1/deal-views", &body).await.is(422);
        assert_eq!(refused.at("/errors/0/pointer"), pointer, "{body}");
    }
    assert!(names(&mira).await.is_empty());
    for number in 0..50 {
        keeps(&mira, &format!("Filter {number}"), json!({})).await;
    }
    let many = json!({"name": "One more", "query": {}});
    assert_eq!(mira.post("/api/v1/deal-views", &many).await.is(422).at("/errors/0/code"), "too_many");
    mira.post("/api/v1/deal-views", &many).without("idempotency-key").await.is(400);
}

#[tokio::test]
async fn the_demo_keeps_filters_that_the_list_takes() {
    let portal = Portal::with_demo().await;
    for (person, count) in [(portal.rep("bluepeak"), 2), (portal.manager("aurora"), 1)] {
        let views = person.get("/api/v1/deal-views").await.is(200).at("/items");
        assert_eq!(views.as_array().unwrap().len(), count);
        for view in views.as_array().unwrap() {
            let query = view["query"].as_object().unwrap().iter();
            let query: Vec<String> = query.map(|(name, text)| format!("{name}={}", text.as_str().unwrap())).collect();
            person.lists(&query.join("&")).await.is(200);
        }
    }
}
