//! The program itself, killed, stopped, and with no room left: what was acknowledged is there, and nothing is half
//! there.

use crate::portal::{Database, NewDeal, Program, a_deal, fresh_key};
use futures_util::future::join_all;
use portico::store::{Patience, Store};
use serde_json::Value;
use std::collections::HashMap;
use tokio::sync::mpsc;

const MIRA: &str = "rep@bluepeak.example";

/// A registration of a customer whose name begins with a word.
fn of(word: &str, number: usize) -> (NewDeal, String) {
    let deal = a_deal().of(&format!("{word} {number}"), &format!("{word}-{number}.example")).handed_in();
    (deal, fresh_key())
}

/// All that the database knows of the customers whose name begins with a word: deals, events, registrations.
async fn kept(database: &Database, word: &str) -> [Vec<Value>; 3] {
    let of_deals = format!("deal_id IN (SELECT id FROM deal WHERE customer LIKE '{word} %')");
    [
        database.rows(&format!("SELECT id FROM deal WHERE customer LIKE '{word} %'")).await,
        database.rows(&format!("SELECT kind FROM event WHERE {of_deals}")).await,
        database.rows(&format!("SELECT deal_id FROM registration WHERE {of_deals}")).await,
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_a_kill_is_there_once_and_sending_all_again_doubles_nothing() {
    let database = Database::with_demo().await;
    let mut program = Program::serve(&database);
    let mira = program.caller(MIRA).await;
    let sent: Vec<(NewDeal, String)> = (0..100).map(|number| of("Ausfall", number)).collect();

    let (acknowledge, mut acknowledged) = mpsc::unbounded_channel();
    for (number, (deal, key)) in sent.iter().cloned().enumerate() {
        let (mira, acknowledge) = (mira.clone(), acknowledge.clone());
        tokio::spawn(async move {
            if let Ok(reply) = mira.registers(&deal, &key).await {
                assert_eq!(reply.status, 201);
                acknowledge.send((number, reply.body["id"].clone())).unwrap();
            }
        });
    }
    drop(acknowledge);
    let mut known = HashMap::new();
    while let Some((number, id)) = acknowledged.recv().await {
        known.insert(number, id);
        if known.len() == 30 {
            program.kill();
        }
    }
    assert!((30..100).contains(&known.len()), "the kill came in the middle: {}", known.len());

    let program = Program::serve(&database);
    let mira = mira.at(&program);
    for id in known.values().map(|id| id.as_str().unwrap()) {
        let deal = mira.get(&format!("/api/v1/deals/{id}")).await.unwrap();
        assert_eq!((deal.status, &deal.body["review"]), (200, &"submitted".into()));
        let happened = mira.get(&format!("/api/v1/deals/{id}/timeline")).await.unwrap().body;
        assert_eq!(happened["items"].as_array().unwrap().len(), 1);
        assert_eq!(happened["items"][0]["type"], "deal.submitted");
    }
    let again = join_all(sent.iter().map(|(deal, key)| mira.registers(deal, key))).await;
    for (number, reply) in again.into_iter().enumerate() {
        let reply = reply.unwrap();
        assert_eq!(reply.status, 201, "{}", reply.body);
        if let Some(id) = known.get(&number) {
            assert_eq!((&reply.body["id"], reply.replayed), (id, true));
        }
    }
    let [deals, events, registrations] = kept(&database, "Ausfall").await;
    assert_eq!((deals.len(), events.len(), registrations.len()), (100, 100, 100));
    assert!(events.iter().all(|event| event["kind"] == "deal.submitted"));
}

#[tokio::test]
async fn a_server_that_is_asked_to_stop_ends_its_streams_and_then_itself() {
    let database = Database::with_demo().await;
    let program = Program::serve(&database);
    let mira = program.caller(MIRA).await;
    let mut stream = mira.opens("/api/v1/events").await.unwrap();
    assert_eq!(stream.status(), 200);
    assert!(stream.chunk().await.unwrap().is_some(), "it is open");
    let (deal, key) = of("Zuletzt", 1);
    mira.registers(&deal, &key).await.unwrap();
    let told = stream.chunk().await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&told).contains("deal.submitted"));
    program.ask_to_stop();
    assert_eq!(stream.chunk().await.unwrap(), None, "the stream ends and does not break");
    assert!(program.ended().await.success());
}

#[tokio::test]
async fn after_a_stop_the_file_alone_is_the_whole_database() {
    if Database::postgres().is_some() {
        // There is no file.
        return;
    }
    let database = Database::with_demo().await;
    let program = Program::serve(&database);
    let (deal, key) = of("Gesichert", 1);
    assert_eq!(program.caller(MIRA).await.registers(&deal, &key).await.unwrap().status, 201);
    program.ask_to_stop();
    assert!(program.ended().await.success());
    let copy = Database::empty().await;
    std::fs::copy(database.file(), copy.file()).unwrap();
    assert!(kept(&copy, "Gesichert").await.iter().all(|rows| rows.len() == 1));
}

#[tokio::test]
async fn a_first_start_that_is_cut_off_is_made_good_by_the_next() {
    let database = Database::empty().await;
    let mut program = Program::begin_demo(&database);
    let begun = async || {
        let tables = database.rows(Database::tables()).await;
        tables.iter().any(|row| row["name"] == "tenant") && !database.rows("SELECT id FROM tenant").await.is_empty()
    };
    while !begun().await {
        tokio::task::yield_now().await;
    }
    program.kill().unwrap();
    program.wait().unwrap();
    let program = Program::serve_demo(&database);
    let list = program.caller(MIRA).await.get("/api/v1/deals?limit=1").await.unwrap();
    assert_eq!(list.body["counts"]["all"], 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_on_a_new_database_all_start() {
    let database = Database::empty().await;
    let starts = (0..4).map(|_| {
        let url = database.url();
        tokio::spawn(async move {
            Store::open(&url, Database::objects(), Patience::default()).await.map(|store| store.is_empty())
        })
    });
    for started in join_all(starts).await {
        assert!(started.unwrap().unwrap());
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_answered_over_the_network_too() {
    let database = Database::with_demo().await;
    let program = Program::serve(&database);
    let mira = program.caller(MIRA).await;
    for mebibytes in [2, 7] {
        let large = NewDeal(serde_json::json!({"need": "x".repeat(mebibytes * 1024 * 1024)}));
        let reply = mira.registers(&large, &fresh_key()).await.unwrap();
        assert_eq!((reply.status, &reply.body["type"]), (413, &"urn:portico:problem:too-large".into()));
    }
}

#[tokio::test]
async fn one_command_makes_a_working_portal_and_the_next_start_leaves_it_alone() {
    let database = Database::empty().await;
    let mut program = Program::serve_demo(&database);
    let mira = program.caller(MIRA).await;
    let (deal, key) = of("Erstmals", 1);
    assert_eq!(mira.registers(&deal, &key).await.unwrap().status, 201);
    program.kill();
    let program = Program::serve_demo(&database);
    let list = mira.at(&program).get("/api/v1/deals?limit=1").await.unwrap();
    assert_eq!((list.status, &list.body["counts"]["all"]), (200, &201.into()));
}

#[tokio::test]
async fn a_full_disk_is_said_and_what_does_not_fit_is_not_there_by_half() {
    if Database::postgres().is_some() {
        // There the disk is the database server's.
        return;
    }
    let database = Database::with_demo().await;
    let room = std::fs::metadata(database.file()).unwrap().len() + 64 * 1024;
    let program = Program::serve_with_room_for(room, &database);
    let mira = program.caller(MIRA).await;
    let mut fitted = 0;
    let (refused, key, reply) = loop {
        let (deal, key) = of("Voll", fitted);
        let reply = mira.registers(&deal, &key).await.unwrap();
        if reply.status != 201 {
            break (deal, key, reply);
        }
        fitted += 1;
        assert!(fitted < 500, "the disk is never full");
    };
    assert!(fitted > 0);
    assert_eq!((reply.status, reply.media.as_str()), (503, "application/problem+json"));
    assert_eq!(reply.body["type"], "urn:portico:problem:unavailable");
    assert!(reply.body["requestId"].is_string() && reply.body["detail"].is_null(), "{}", reply.body);
    for number in 0..3 {
        let (deal, key) = of("Voller", number);
        assert_eq!(mira.registers(&deal, &key).await.unwrap().status, 503);
    }
    let list = mira.get("/api/v1/deals?q=voll&limit=1").await.unwrap();
    assert_eq!((list.status, &list.body["counts"]["all"]), (200, &fitted.into()), "reading goes on");
    drop(program);

    let program = Program::serve(&database);
    let reply = mira.at(&program).registers(&refused, &key).await.unwrap();
    assert_eq!((reply.status, reply.replayed), (201, false), "with room again the same request is taken");
    let [deals, events, registrations] = kept(&database, "Voll").await;
    assert_eq!((deals.len(), events.len(), registrations.len()), (fitted + 1, fitted + 1, fitted + 1));
    assert!(kept(&database, "Voller").await.iter().all(Vec::is_empty));
}
