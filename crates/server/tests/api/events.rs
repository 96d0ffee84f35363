//! The stream of changes: nothing missed, nothing twice, nothing that is not for these eyes.

use crate::portal::{Happening, Portal, a_deal};
use axum::http::Method;
use serde_json::{Value, json};

/// Names and subjects, to compare.
fn whats(happened: &[Happening]) -> Vec<(String, String)> {
    happened.iter().map(Happening::what).collect()
}

fn of(name: &str, id: &str) -> (String, String) {
    (name.to_owned(), id.to_owned())
}

#[tokio::test]
async fn a_stream_starts_now() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let earlier = mira.registers(a_deal()).await;
    let mut stream = mira.listens().await;
    jonas.approves(&earlier).await;
    assert_eq!(stream.next().await.what(), of("deal.approved", &earlier.id));
}

#[tokio::test]
async fn an_event_is_a_cloud_event_that_patches_the_row() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let mut stream = mira.listens().await;
    jonas.rejects(&deal).await;
    let event = stream.next().await;
    assert_eq!(event.name, "deal.rejected");
    for (member, value) in [
        ("specversion", json!("1.0")),
        ("id", json!(event.id.to_string())),
        ("source", json!("/api/v1")),
        ("type", json!("deal.rejected")),
        ("subject", json!(deal.id)),
        ("datacontenttype", json!("application/json")),
    ] {
        assert_eq!(event.data[member], value);
    }
    assert_eq!(event.at("/data/actor/name"), "Jonas Weber");
    assert_eq!(event.at("/data/reason/reasonCode"), "no_budget");
    let mut row = mira.lists("limit=1").await.is(200).at("/items/0");
    // What may be done with it is another thing for each who hears of it.
    let allowed = row.as_object_mut().and_then(|row| row.remove("allowedActions"));
    assert_eq!(allowed, Some(json!(["dispute"])));
    assert_eq!(event.at("/data/deal"), row, "the row as the list has it");
}

#[tokio::test]
async fn every_transition_tells_of_itself_in_the_order_it_happened() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let mut stream = mira.listens().await;
    let deal = mira.begins(a_deal()).await;
    mira.changes(&deal, &json!({"customer": {"city": "Kiel"}})).await;
    mira.submits(&deal).await;
    jonas.starts_review(&deal).await;
    jonas.asks(&deal, &["need"]).await;
    mira.submits(&deal).await;
    jonas.says(&deal, "Thank you").await;
    jonas.marks_duplicate(&deal).await;
    mira.disputes(&deal).await;
    jonas.approves(&deal).await;
    jonas.reverts(&deal).await;
    mira.withdraws(&deal).await;
    let happened = stream.take(12).await;
    let names: Vec<&str> = happened.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "deal.created",
            "deal.updated",
            "deal.submitted",
            "deal.review_started",
            "deal.info_requested",
            "deal.submitted",
            "deal.commented",
            "deal.duplicate",
            "deal.disputed",
            "deal.approved",
            "deal.reverted",
            "deal.withdrawn"
        ]
    );
    assert!(happened.is_sorted_by(|a, b| a.id < b.id), "ids rise");
    let versions: Vec<i64> = happened.iter().map(|event| event.at("/data/deal/version").as_i64().unwrap()).collect();
    assert!(versions.is_sorted(), "{versions:?}");
    assert_eq!(happened[11].at("/data/deal/version"), mira.opens(&deal).await.at("/version"));
}

#[tokio::test]
async fn whoever_comes_back_misses_nothing_and_sees_nothing_twice() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let mut stream = mira.listens().await;
    let mut expected = Vec::new();
    for _ in 0..3 {
        expected.push(of("deal.submitted", &sofia.registers(a_deal()).await.id));
    }
    let mut seen = stream.take(2).await;
    drop(stream);
    for _ in 0..3 {
        expected.push(of("deal.submitted", &sofia.registers(a_deal()).await.id));
    }
    let last = seen[1].id;
    let mut resumed = [
        mira.listens_after(last).await,
        crate::portal::Stream::open(mira.get("/api/v1/events").header("last-event-id", last.to_string())).await,
        // What the browser knows goes before what the page was told when it was opened.
        crate::portal::Stream::open(mira.get("/api/v1/events?after=0").header("last-event-id", last.to_string())).await,
    ];
    expected.push(of("deal.submitted", &sofia.registers(a_deal()).await.id));
    let mut continued = Vec::new();
    for stream in &mut resumed {
        continued.push(stream.take(5).await);
    }
    assert!(continued.iter().all(|other| *other == continued[0]));
    seen.extend(continued.remove(0));
    assert_eq!(whats(&seen), expected);
    assert!(seen.is_sorted_by(|a, b| a.id < b.id));
}

#[tokio::test]
async fn a_list_and_the_stream_after_it_join_without_a_gap() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let writes = async {
        let mut ids = Vec::new();
        for _ in 0..30 {
            ids.push(sofia.registers(a_deal()).await.id);
        }
        ids
    };
    let reads = async {
        let mut reads = Vec::new();
        for _ in 0..6 {
            let list = mira.lists("limit=200").await.is(200);
            reads.push((list.each("/items", "/id"), mira.listens_after(list.position()).await));
        }
        reads
    };
    let (ids, reads) = tokio::join!(writes, reads);
    let last = sofia.registers(a_deal()).await.id;
    for (mut known, mut stream) in reads {
        loop {
            let (name, id) = stream.next().await.what();
            assert_eq!(name, "deal.submitted");
            if id == last {
                break;
            }
            if !known.contains(&id) {
                known.push(id);
            }
        }
        assert!(ids.iter().all(|id| known.contains(id)));
    }
}

#[tokio::test]
async fn a_rival_hears_nothing_of_it() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let customer = a_deal();
    let position = amir.get("/api/v1/home").await.position();
    let mut rival = amir.listens().await;
    let mut elsewhere = portal.manager("halcyon").listens().await;
    let deal = mira.registers(customer.clone()).await;
    jonas.approves(&deal).await;
    let own = amir.registers(a_deal().for_the_customer_of(&customer)).await;
    let foreign = portal.rep("vantage").registers(a_deal().product("arm")).await;
    let heard = rival.next().await;
    assert_eq!(heard.what(), of("deal.submitted", &own.id), "the first that the rival hears is its own");
    assert_eq!(amir.listens_after(position).await.next().await, heard, "and so when it comes back");
    assert_eq!(elsewhere.next().await.what(), of("deal.submitted", &foreign.id));
}

#[tokio::test]
async fn a_partner_hears_no_note_and_no_conflict_and_the_vendor_no_draft() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let customer = a_deal();
    mira.registers(customer.clone()).await;
    let start = jonas.get("/api/v1/home").await.position();
    let (mut partner, mut vendor) = (amir.listens().await, jonas.listens().await);
    let draft = amir.begins(a_deal().for_the_customer_of(&customer)).await;
    amir.says(&draft, "A word among us.").await;
    amir.submits(&draft).await;
    jonas.notes(&draft, "They came second.").await;
    jonas.starts_review(&draft).await;

    let told = partner.take(4).await;
    let expected = ["deal.created", "deal.commented", "deal.submitted", "deal.review_started"];
    assert_eq!(whats(&told), expected.map(|name| of(name, &draft.id)));
    assert!(told.iter().all(|event| event.at("/data/deal/conflict") == Value::Null));
    assert!(!told.iter().any(|event| event.data.to_string().contains("onflict")));

    let told = vendor.take(3).await;
    let expected = ["deal.submitted", "deal.commented", "deal.review_started"];
    assert_eq!(whats(&told), expected.map(|name| of(name, &draft.id)));
    assert!(told.iter().all(|event| event.at("/data/deal/conflict") == true), "the manager sees that it meets another");
    assert_eq!(told[1].at("/data/comment"), json!({"body": "They came second.", "internal": true}));

    // The same from the log as live.
    assert_eq!(amir.listens_after(start).await.take(4).await[3].name, "deal.review_started");
    assert_eq!(jonas.listens_after(start).await.take(3).await, told);
}

#[tokio::test]
async fn a_position_that_is_none_of_the_log_starts_over() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let position = mira.get("/api/v1/home").await.position();
    // A year of events is more than the log replays, and some were never there.
    let oldest = mira.lists("sort=updatedAt&limit=1").await.at("/items/0/id");
    let oldest = mira.get(&format!("/api/v1/deals/{}/timeline", oldest.as_str().unwrap())).await.at("/items/0/id");
    let future = (position + 60_000_000_000).to_string();
    for unknown in ["0", "1", oldest.as_str().unwrap(), &future, &i64::MAX.to_string()] {
        let mut stream = mira.listens_after(unknown.parse().unwrap()).await;
        let reset = stream.next().await;
        assert_eq!((reset.name.as_str(), reset.id), ("reset", position), "after {unknown}");
    }
    for unknown in ["x", "", "-5", "1.5", "99999999999999999999"] {
        let sent = mira.get("/api/v1/events").header("last-event-id", unknown);
        assert_eq!(crate::portal::Stream::open(sent).await.next().await.name, "reset", "after {unknown:?}");
    }
    let mut stream = mira.listens_after(0).await;
    stream.next().await;
    let deal = mira.registers(a_deal()).await;
    assert_eq!(stream.next().await.what(), of("deal.submitted", &deal.id), "and goes on from there");
}

#[tokio::test]
async fn a_present_position_is_resumed_though_others_wrote_since() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let position = mira.get("/api/v1/home").await.position();
    amir.registers(a_deal()).await;
    let mut stream = mira.listens_after(position).await;
    let deal = mira.registers(a_deal()).await;
    assert_eq!(stream.next().await.what(), of("deal.submitted", &deal.id));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_two_servers_write_at_once_is_heard_at_both_in_one_order() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    let jonas = portal.manager("aurora");
    let position = jonas.get("/api/v1/home").await.position();
    let mut streams = [jonas.listens_after(position).await, jonas.at(&other).listens_after(position).await];
    let (mira, amir) = (portal.rep("bluepeak"), other.rep("kestrel"));
    let written = (0..20).map(|n| {
        let person = if n % 2 == 0 { mira.clone() } else { amir.clone() };
        tokio::spawn(async move { person.registers(a_deal()).await.id })
    });
    let mut written: Vec<String> =
        futures_util::future::join_all(written).await.into_iter().map(Result::unwrap).collect();
    let heard = streams[0].take(20).await;
    assert_eq!(streams[1].take(20).await, heard);
    assert!(heard.is_sorted_by(|a, b| a.id < b.id));
    let mut ids: Vec<String> = heard.iter().map(|event| event.what().1).collect();
    ids.sort();
    written.sort();
    assert_eq!(ids, written);
}

#[tokio::test]
async fn a_stream_ends_when_the_server_stops() {
    let portal = Portal::with_demo().await;
    let mut stream = portal.rep("bluepeak").listens().await;
    portal.stops();
    assert_eq!(stream.next_or_end().await, None);
}

#[tokio::test]
async fn a_stream_is_for_who_is_signed_in_and_is_never_kept_or_packed() {
    let portal = Portal::with_demo().await;
    portal.nobody().get("/api/v1/events").await.is(401).refuses("not-signed-in");
    let sent = portal.rep("bluepeak").sends(Method::GET, "/api/v1/events").header("accept-encoding", "br, gzip");
    let response = sent.open().await;
    assert_eq!(response.headers().get("content-encoding"), None, "a packed stream would wait for more");
    let cached = response.headers()["cache-control"].to_str().unwrap();
    assert!(cached.contains("no-cache") || cached.contains("no-store"), "{cached}");
}
