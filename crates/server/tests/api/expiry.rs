//! What time does: a protection whose window has passed expires, once.

use crate::portal::{Database, Deal, Portal, a_deal};
use chrono::{TimeDelta, Utc};
use portico::demo;
use portico::store::{Patience, Store};
use serde_json::{Value, json};

/// An approved deal whose last day is so many days from today, where the vendor is.
async fn a_deal_protected_until(portal: &Portal, days: i64) -> Deal {
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    let deal = portal.manager("aurora").approves(&deal).await;
    let last = (Utc::now().with_timezone(&chrono_tz::Europe::Berlin) + TimeDelta::days(days)).date_naive();
    portal.database().execute(&format!("UPDATE deal SET protection_ends = '{last}' WHERE id = '{}'", deal.id)).await;
    deal
}

#[tokio::test]
async fn a_deal_expires_the_day_after_its_last_and_only_once() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    assert_eq!(portal.lets_time_pass().await, 0, "the demo data is up to date");
    let over = a_deal_protected_until(&portal, -1).await;
    let last_day = a_deal_protected_until(&portal, 0).await;
    let mut stream = mira.listens().await;
    assert_eq!(portal.lets_time_pass().await, 1);
    assert_eq!(portal.lets_time_pass().await, 0);

    let told = stream.next().await;
    assert_eq!(told.what(), ("deal.expired".to_owned(), over.id.clone()));
    assert_eq!(told.at("/data/actor"), Value::Null, "nobody does it: time does");
    let expired = mira.opens(&over).await;
    assert_eq!((expired.review().as_str(), expired.at("/stage")), ("expired", Value::Null));
    assert_eq!(expired.version(), over.version() + 1);
    assert!(expired.list("allowedActions").is_empty());
    let happened = mira.reads_timeline(&over).await.each("/items", "/type");
    assert_eq!(happened, ["deal.expired", "deal.approved", "deal.submitted"]);
    assert_eq!(mira.opens(&last_day).await.review(), "approved", "both days belong to the window");
}

#[tokio::test]
async fn what_is_won_or_lost_does_not_expire() {
    let portal = Portal::with_demo().await;
    for stage in ["won", "lost"] {
        let deal = a_deal_protected_until(&portal, -30).await;
        portal.database().execute(&format!("UPDATE deal SET stage = '{stage}' WHERE id = '{}'", deal.id)).await;
    }
    assert_eq!(portal.lets_time_pass().await, 0);
}

#[tokio::test]
async fn whoever_was_kept_away_may_come_again() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_protected_until(&portal, -1).await;
    portal.lets_time_pass().await;
    let check = json!({"customer": deal.at("/customer"), "products": ["fleet"]});
    let answer = portal.rep("kestrel").post("/api/v1/deals/conflict-check", &check).await.is(200);
    assert_eq!(answer.json(), json!({"result": "clear"}));
}

#[tokio::test]
async fn a_server_that_was_down_catches_up() {
    let database = Database::empty().await;
    let store = Store::open(&database.url(), Database::objects(), Patience::default()).await.unwrap();
    demo::make(&store, Utc::now() - TimeDelta::days(200)).await.unwrap();
    drop(store);
    let portal = Portal::over(database).await;
    let mira = portal.rep("bluepeak");
    let approved = "review=approved&stage=prospect,qualified,proposal,committed&limit=200";
    let before = mira.lists(approved).await.is(200).at("/items").as_array().unwrap().len();
    assert!(before > 50);
    assert!(portal.lets_time_pass().await >= before, "more than one batch of them, and the other firms' too");
    let left = mira.lists(approved).await.is(200).each("/items", "/protection/extension/state");
    assert!(left.iter().all(|state| state == "pending"), "what waits for the vendor's answer stays: {left:?}");
    assert_eq!(portal.lets_time_pass().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_let_a_deal_expire_once() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    let deal = a_deal_protected_until(&portal, -1).await;
    let (here, there) = (portal.clone(), other.clone());
    let both = [
        tokio::spawn(async move { here.lets_time_pass().await }),
        tokio::spawn(async move { there.lets_time_pass().await }),
    ];
    let expired: usize = futures_util::future::join_all(both).await.into_iter().map(Result::unwrap).sum();
    assert_eq!(expired, 1);
    let happened = portal.rep("bluepeak").reads_timeline(&deal).await.each("/items", "/type");
    assert_eq!(happened.iter().filter(|kind| *kind == "deal.expired").count(), 1);
}

#[tokio::test]
async fn an_owner_is_warned_fourteen_and_three_days_before_the_end_and_once_each() {
    let portal = Portal::with_demo().await;
    assert_eq!(portal.warns().await, 0, "the demo data is up to date");
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = a_deal_protected_until(&portal, 15).await;
    let days_told = async || {
        let told = mira.reads_timeline(&deal).await.json();
        let warnings = told["items"].as_array().unwrap().iter().filter(|one| one["type"] == "deal.protection_ending");
        warnings.map(|one| one["data"]["days"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let until = async |days: i64| {
        let last = (Utc::now().with_timezone(&chrono_tz::Europe::Berlin) + TimeDelta::days(days)).date_naive();
        let sql = format!("UPDATE deal SET protection_ends = '{last}' WHERE id = '{}'", deal.id);
        portal.database().execute(&sql).await;
        portal.warns().await
    };
    assert_eq!(portal.warns().await, 0);
    assert_eq!((until(14).await, until(13).await, until(4).await), (1, 0, 0));
    assert_eq!((until(3).await, until(2).await, until(0).await), (1, 0, 0));
    assert_eq!(days_told().await, [3, 14], "newest first");
    assert_eq!(mira.opens(&deal).await.version(), deal.version(), "nobody's edit is disturbed");
    mira.gives(&deal, "request-extension", &json!({"days": 10, "comment": "In May."})).await.is(200);
    jonas.gives(&deal, "decide-extension", &json!({"grant": true})).await.is(200);
    assert_eq!(portal.warns().await, 1, "a longer window is warned of anew");
    assert_eq!(days_told().await, [10, 3, 14]);
}

#[tokio::test]
async fn a_server_that_was_down_warns_once_of_what_is_nearest() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_protected_until(&portal, 2).await;
    let other = portal.another_server().await;
    let both = tokio::join!(portal.warns(), other.warns());
    assert_eq!(both.0 + both.1, 1, "two servers warn once");
    let told = portal.rep("bluepeak").reads_timeline(&deal).await;
    assert_eq!((told.at("/items/0/type"), told.at("/items/0/data/days")), ("deal.protection_ending".into(), 2.into()));
    assert_eq!(told.at("/items/0/data/actor"), Value::Null);
}
