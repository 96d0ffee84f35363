//! An import does each row once, whatever stops it and however many carry it out; and it tells the vendor once.

use crate::portal::{Bringing, Portal, a_row, a_table, fresh_key};
use serde_json::{Value, json};

fn rows(count: usize) -> String {
    a_table(&(0..count).map(|at| a_row(&format!("Zzyzx {at}x"))).collect::<Vec<_>>())
}

async fn zzyzxs(portal: &Portal) -> u64 {
    portal.rep("bluepeak").lists("q=zzyzx").await.is(200).json()["counts"]["all"].as_u64().unwrap()
}

#[tokio::test]
async fn the_same_file_with_the_same_key_is_one_import() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let (bring, start) = (fresh_key(), fresh_key());
    let first = mira.brings_table(rows(2)).key(&bring).await.is(201).json();
    let again = mira.brings_table(rows(2)).key(&bring).await.is(201);
    assert_eq!((again.header("idempotency-replayed"), &again.json()["id"]), (Some("true"), &first["id"]));
    mira.brings_table(rows(3)).key(&bring).await.is(422).refuses("idempotency-key-reused");
    assert_eq!(portal.database().rows("SELECT id FROM import").await.len(), 1);

    mira.starts(&first).await.is(409).refuses("import-state");
    let checked = mira.maps(&first, &json!({})).await.is(200).json();
    mira.starts(&checked).key(&start).await.is(200);
    assert_eq!(mira.starts(&checked).key(&start).await.is(200).header("idempotency-replayed"), Some("true"));
    mira.starts(&checked).await.is(409).refuses("import-state");
    assert_eq!(portal.imports().await + portal.imports().await, 2);
    mira.maps(&first, &json!({})).await.is(409).refuses("import-state");
    assert_eq!(zzyzxs(&portal).await, 2);
}

#[tokio::test]
async fn two_servers_do_each_row_once_and_the_vendor_is_told_once() {
    let portal = Portal::with_demo().await;
    let (mira, manager) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let unread = || async { manager.get("/api/v1/notifications?limit=1").await.json()["unread"].as_u64().unwrap() };
    let before = unread().await;
    let import = mira.checks(&rows(120)).await;
    mira.starts(&import).await.is(200);
    let other = portal.another_server().await;
    let (here, there) = tokio::join!(portal.imports(), other.imports());
    assert_eq!(here + there, 120);
    assert_eq!(zzyzxs(&portal).await, 120);
    assert_eq!(mira.looks_at_import(&import).await["imported"], 120);
    assert_eq!(unread().await, before + 1);
    let told = manager.get("/api/v1/notifications?limit=1").await.json()["items"][0].clone();
    assert_eq!((&told["type"], &told["imported"]), (&json!("deal.submitted"), &json!(120)));
    assert!(
        portal
            .database()
            .rows("SELECT id FROM event WHERE kind = 'deal.submitted' AND data LIKE '%Zzyzx %'")
            .await
            .len()
            >= 120
    );
}

#[tokio::test]
async fn what_was_cut_off_goes_on_where_it_was() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let import = mira.checks(&rows(110)).await;
    mira.starts(&import).await.is(200);
    {
        // The server stops in the middle of its work.
        let server = portal.another_server().await;
        let mut working = Box::pin(server.imports());
        loop {
            tokio::select! {
                _ = &mut working => break,
                seen = mira.looks_at_import(&import) => if seen["done"].as_u64().unwrap() > 0 { break },
            }
        }
    }
    portal.another_server().await.imports().await;
    let done = mira.looks_at_import(&import).await;
    assert_eq!((&done["state"], &done["imported"]), (&json!("done"), &json!(110)));
    assert_eq!(zzyzxs(&portal).await, 110);
}

#[tokio::test]
async fn an_import_that_is_stopped_keeps_what_it_did_and_tells_what_is_left() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let import = mira.checks(&rows(60)).await;
    mira.starts(&import).await.is(200);
    let url = format!("/api/v1/deals/import/{}", import["id"].as_str().unwrap());
    let stopped: Value = mira.post(&format!("{url}/cancel"), &json!({})).await.is(200).json();
    assert_eq!(stopped["state"], "cancelled");
    assert_eq!(portal.imports().await, 0);
    mira.post(&format!("{url}/cancel"), &json!({})).await.is(409).refuses("import-state");
    let left = mira.get(&format!("{url}/left")).await.is(200);
    assert_eq!(String::from_utf8_lossy(&left.body).lines().count(), 61);
}

#[tokio::test]
async fn a_file_is_forgotten_after_a_week() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let import = mira.checks(&rows(2)).await;
    assert_eq!(portal.forgets_imports().await, 0);
    let week = chrono::Utc::now().timestamp_millis() - 7 * 24 * 3_600_000 - 1;
    portal.database().execute(&format!("UPDATE import SET created_at = {week}")).await;
    assert_eq!(portal.forgets_imports().await, 1);
    mira.get(&format!("/api/v1/deals/import/{}", import["id"].as_str().unwrap())).await.is(404);
    assert!(portal.database().rows("SELECT line FROM import_row").await.is_empty());
}
