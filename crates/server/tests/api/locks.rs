//! A database that does not answer: another program holds its lock, or it is gone for a while.

use crate::portal::{Database, Portal, a_deal, fresh_key};
use portico::store::Patience;
use sea_orm::ConnectionTrait;
use serde_json::json;
use std::time::Duration;

const LITTLE: Patience = Patience { lock: Duration::from_millis(150), turn: Duration::from_secs(20) };

#[tokio::test]
async fn a_lock_that_is_held_too_long_is_said_and_leaves_nothing_by_half() {
    let portal = Portal::with_patience(LITTLE).await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let deal = mira.registers(a_deal()).await;
    let count = async || mira.lists("limit=1").await.is(200).at("/counts/all");
    let before = count().await;

    let other = portal.database().connect().await;
    let hold = match Database::postgres() {
        None => "BEGIN IMMEDIATE",
        Some(_) => "BEGIN; SELECT position FROM log_head FOR UPDATE",
    };
    other.execute_unprepared(hold).await.unwrap();
    let waiting = a_deal().handed_in();
    for sent in [
        mira.hands_in(&waiting).key(&key),
        mira.gives(&deal, "withdraw", &json!({})),
        portal.nobody().signs_in("rep2@bluepeak.example", portico::demo::PASSWORD),
    ] {
        let refused = sent.await.is(503).refuses("unavailable");
        assert!(refused.header("retry-after").unwrap().parse::<u64>().unwrap() > 0);
        assert_eq!(refused.at("/detail"), serde_json::Value::Null, "no internals");
    }
    assert_eq!(count().await, before, "reading goes on");
    other.execute_unprepared("ROLLBACK").await.unwrap();

    assert_eq!(mira.hands_in(&waiting).key(&key).await.is(201).header("idempotency-replayed"), None);
    assert_eq!(count().await, before.as_u64().unwrap() + 1);
    assert_eq!(mira.opens(&deal).await.review(), "submitted");
}

#[tokio::test]
async fn a_lock_that_is_let_go_in_time_only_costs_time() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    mira.get("/api/v1/home").await.is(200);
    let other = portal.database().connect().await;
    let hold = match Database::postgres() {
        None => "BEGIN IMMEDIATE",
        Some(_) => "BEGIN; SELECT position FROM log_head FOR UPDATE",
    };
    other.execute_unprepared(hold).await.unwrap();
    let deal = a_deal();
    let (sent, ()) = tokio::join!(mira.hands_in(&deal).into_future(), async {
        // Long enough to be in the way, far shorter than the server's patience.
        mira.lists("limit=200").await.is(200);
        other.execute_unprepared("ROLLBACK").await.unwrap();
    });
    sent.is(201);
}

#[tokio::test]
async fn a_database_server_that_is_gone_for_a_while_is_missed_only_so_long() {
    let Some(server) = Database::postgres() else {
        // A file is not gone for a while.
        return;
    };
    let portal = Portal::with_patience(LITTLE).await;
    let mira = portal.rep("bluepeak");
    mira.get("/api/v1/home").await.is(200);
    let url = portal.database().url();
    let name = url.rsplit('/').next().unwrap();
    let admin = sea_orm::Database::connect(&server).await.unwrap();
    admin.execute_unprepared(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await.unwrap();
    let end = format!("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
    admin.execute_unprepared(&end).await.unwrap();
    let deal = a_deal();
    for sent in [mira.get("/api/v1/home"), mira.hands_in(&deal), mira.get("/healthz")] {
        sent.await.is(503).refuses("unavailable");
    }
    admin.execute_unprepared(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).await.unwrap();
    mira.get("/api/v1/home").await.is(200);
    mira.hands_in(&deal).await.is(201);
}
