//! Streams that are far behind: replayed from the log, or told to fetch again where that is less.

use crate::portal::{Portal, Stream};

/// Lets everything that ever happened happen again, now, so many times; how many events that is for `bluepeak`.
async fn much_happens(portal: &Portal, times: usize) -> usize {
    let rows = portal.database().rows("SELECT id, organisation_id FROM event ORDER BY id").await;
    let id = |index: usize| rows[index]["id"].as_i64().unwrap();
    let span = id(rows.len() - 1) - id(0) + 1;
    let (last, now) = (id(rows.len() - 1), chrono::Utc::now().timestamp_millis());
    for time in 1..=times {
        let later = i64::try_from(time).unwrap() * span;
        let again = format!(
            "INSERT INTO event (id, tenant_id, organisation_id, deal_id, audience, kind, at, data) \
             SELECT id + {later}, tenant_id, organisation_id, deal_id, audience, kind, {now}, data FROM event WHERE id <= {last}"
        );
        portal.database().execute(&again).await;
    }
    portal.database().execute("UPDATE log_head SET position = (SELECT MAX(id) FROM event)").await;
    times * rows.iter().filter(|row| row["organisation_id"] == "bluepeak").count()
}

/// The ids of Bluepeak's events after a position, as the log has them.
async fn logged(portal: &Portal, position: i64) -> Vec<i64> {
    let sql = format!(
        "SELECT id FROM event WHERE organisation_id = 'bluepeak' AND audience <> 'vendor' AND id > {position} ORDER BY id"
    );
    portal.database().rows(&sql).await.iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

async fn ids(stream: &mut Stream, count: usize) -> Vec<i64> {
    stream.take(count).await.iter().map(|event| event.id).collect()
}

#[tokio::test]
async fn a_stream_that_nobody_reads_catches_up_from_the_log_without_a_gap() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let position = mira.get("/api/v1/home").await.position();
    let (mut slow, mut fast) = (mira.listens().await, sofia.listens().await);
    // More than an open stream may be behind before it has to ask the log.
    much_happens(&portal, 2).await;
    let expected = logged(&portal, position).await;
    assert!(expected.len() > 1_500);
    assert_eq!(ids(&mut fast, expected.len()).await, expected);
    assert_eq!(ids(&mut slow, expected.len()).await, expected);
    let deal = sofia.registers(crate::portal::a_deal()).await;
    for stream in [&mut slow, &mut fast] {
        assert_eq!(stream.next().await.what(), ("deal.submitted".to_owned(), deal.id.clone()), "and goes on live");
    }
}

#[tokio::test]
async fn whoever_comes_back_after_much_is_told_all_of_it() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let position = mira.get("/api/v1/home").await.position();
    much_happens(&portal, 2).await;
    let expected = logged(&portal, position).await;
    let mut stream = mira.listens_after(position).await;
    assert_eq!(ids(&mut stream, expected.len()).await, expected);
}

#[tokio::test]
async fn whoever_comes_back_after_too_much_fetches_again() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let position = mira.get("/api/v1/home").await.position();
    assert!(much_happens(&portal, 7).await > 5_000);
    let reset = mira.listens_after(position).await.next().await;
    let newest = mira.get("/api/v1/home").await.position();
    assert_eq!((reset.name.as_str(), reset.id), ("reset", newest));
}
