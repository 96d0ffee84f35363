//! The demo data: whole, the same each time, and never made over somebody's own.

use crate::portal::{Database, Portal};
use chrono::{DateTime, Utc};
use portico::demo::{self, DemoError};
use portico::store::{Patience, Store};
use portico_contract::deal::{Review, Stage};

async fn made_at(now: &str) -> Database {
    let database = Database::empty().await;
    let store = Store::open(&database.url(), Database::objects(), Patience::default()).await.unwrap();
    demo::make(&store, now.parse().unwrap()).await.unwrap();
    database
}

#[tokio::test]
async fn bluepeak_has_two_hundred_deals_over_all_states() {
    let portal = Portal::with_demo().await;
    let all = portal.rep("bluepeak").lists("limit=200").await.is(200);
    assert_eq!(all.at("/counts/all"), 200);
    assert_eq!(all.header("link"), None, "and no more");
    let (reviews, stages) = (all.each("/items", "/review"), all.each("/items", "/stage"));
    for review in Review::ALL {
        assert!(reviews.iter().any(|known| known == review.name()), "{review:?}");
    }
    for stage in Stage::ALL {
        assert!(stages.iter().any(|known| known == stage.name()), "{stage:?}");
    }
    let mut customers = all.each("/items", "/customer/name");
    customers.sort();
    customers.dedup();
    assert_eq!(customers.len(), 200, "every customer is another one");
}

#[tokio::test]
async fn nothing_in_it_happened_in_the_future() {
    let portal = Portal::with_demo().await;
    let now = Utc::now().timestamp_millis();
    for (table, column) in [("event", "at"), ("deal", "updated_at"), ("deal", "registered_at"), ("deal", "created_at")]
    {
        assert!(newest(portal.database(), table, column).await < now, "{table}.{column}");
    }
    assert!(newest(portal.database(), "event", "id").await < now * 1_000);
}

/// The largest number of a column.
async fn newest(database: &Database, table: &str, column: &str) -> i64 {
    let rows = database.rows(&format!("SELECT {column} FROM {table} ORDER BY {column} DESC LIMIT 1")).await;
    rows[0][column].as_i64().unwrap()
}

#[tokio::test]
async fn it_is_the_same_each_time() {
    let facts = async |database: &Database| {
        let deals = "SELECT number, review, stage, version, content, registered_at, sla_due_at FROM deal ORDER BY id";
        let events = "SELECT id, kind, at, data FROM event ORDER BY id";
        (database.rows(deals).await, database.rows(events).await)
    };
    // A Sunday, and the day of a clock change.
    let now = "2027-03-28T01:00:00Z";
    let (first, second) = (Box::pin(made_at(now)).await, Box::pin(made_at(now)).await);
    assert_eq!(facts(&first).await, facts(&second).await);
    is_whole(&first, now).await;
}

#[tokio::test]
async fn it_is_made_in_new_years_night_too() {
    let now = "2026-12-31T23:30:00Z";
    is_whole(&Box::pin(made_at(now)).await, now).await;
}

async fn is_whole(database: &Database, now: &str) {
    let deals = database.rows("SELECT id FROM deal WHERE organisation_id = 'bluepeak'").await;
    assert_eq!(deals.len(), 200);
    let last = newest(database, "deal", "updated_at").await;
    assert!(last <= now.parse::<DateTime<Utc>>().unwrap().timestamp_millis());
}

#[tokio::test]
async fn a_database_that_has_a_portal_is_left_alone() {
    let database = Database::with_demo().await;
    let before = database.rows("SELECT id, version FROM deal ORDER BY id").await;
    let store = Store::open(&database.url(), Database::objects(), Patience::default()).await.unwrap();
    assert!(matches!(demo::make(&store, Utc::now()).await, Err(DemoError::NotEmpty)));
    assert_eq!(database.rows("SELECT id, version FROM deal ORDER BY id").await, before);
}

#[tokio::test]
async fn an_empty_database_has_no_portal_yet() {
    let portal = Portal::over(Database::empty().await).await;
    portal.nobody().get("/api/v1/tenant").await.is(421).refuses("unknown-host");
    portal.nobody().get("/healthz").await.is(200);
}
