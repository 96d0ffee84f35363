//! Requests that are sent again: nothing is done twice, and what was refused can be mended.

use crate::portal::{Answer, Portal, Sending, a_deal, fresh_key};
use futures_util::future::join_all;
use serde_json::json;

/// How many deals words find.
async fn found(portal: &Portal, words: &str) -> u64 {
    portal.rep("bluepeak").lists(&format!("q={words}")).await.is(200).at("/counts/all").as_u64().unwrap()
}

#[tokio::test]
async fn a_post_without_a_key_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    mira.hands_in(&a_deal()).without("idempotency-key").await.is(400).refuses("idempotency-key-missing");
    for (command, body) in [("withdraw", json!({})), ("comments", json!({"body": "x"}))] {
        let sent = mira.gives(&deal, command, &body).without("idempotency-key");
        sent.await.is(400).refuses("idempotency-key-missing");
    }
}

#[tokio::test]
async fn what_changes_nothing_needs_no_key() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let check = mira.post("/api/v1/deals/conflict-check", &json!({"customer": {}})).without("idempotency-key");
    check.await.is(200);
}

#[tokio::test]
async fn a_key_is_a_uuid() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for key in ["1", "", "4f0c6d0e-6c0e-4a57-9a63", "zzzzzzzz-6c0e-4a57-9a63-1f1f0f4f9d11"] {
        mira.hands_in(&a_deal()).key(key).await.is(400).refuses("malformed");
    }
}

#[tokio::test]
async fn the_same_again_is_answered_the_same_and_done_once() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let (deal, key) = (a_deal().of("Einmal AG", "einmal.example").handed_in(), fresh_key());
    let first = mira.hands_in(&deal).key(&key).await.is(201);
    assert_eq!(first.header("idempotency-replayed"), None);
    portal.manager("aurora").starts_review(&crate::portal::Deal::seen_in(first.clone())).await;
    let again = mira.hands_in(&deal).key(&key).await.is(201);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.json(), first.json(), "the first answer, whatever happened since");
    assert_eq!(again.etag(), first.etag());
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(found(&portal, "einmal").await, 1);
}

#[tokio::test]
async fn the_same_is_the_same_however_it_is_written() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let spellings = [r#"{"need":"Something","custom":{}}"#, "{ \"custom\": {},\n \"need\": \"Some\\u0074hing\" }"];
    let mut ids = Vec::new();
    for body in spellings {
        let sent = mira.post("/api/v1/deals", &json!({})).bytes(body).key(&key.to_uppercase());
        ids.push(sent.await.is(201).at("/id"));
    }
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_key_that_comes_with_something_else_is_refused() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let draft = crate::portal::Deal::seen_in(mira.hands_in(&a_deal()).key(&key).await.is(201));
    mira.hands_in(&a_deal()).key(&key).await.is(422).refuses("idempotency-key-reused");
    mira.gives(&draft, "submit", &json!({})).key(&key).await.is(422).refuses("idempotency-key-reused");
    mira.gives(&draft, "comments", &json!({"body": "x"})).key(&key).await.is(422).refuses("idempotency-key-reused");
    assert_eq!(mira.opens(&draft).await.review(), "draft");
}

#[tokio::test]
async fn the_same_body_for_another_deal_or_command_is_something_else() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let (one, other) = (mira.begins(a_deal()).await, mira.begins(a_deal()).await);
    mira.gives(&one, "submit", &json!({})).key(&key).await.is(200);
    mira.gives(&other, "submit", &json!({})).key(&key).await.is(422).refuses("idempotency-key-reused");
    mira.gives(&one, "withdraw", &json!({})).key(&key).await.is(422).refuses("idempotency-key-reused");
    assert_eq!(
        (mira.opens(&one).await.review(), mira.opens(&other).await.review()),
        ("submitted".into(), "draft".into())
    );
}

#[tokio::test]
async fn what_was_refused_is_mended_and_sent_under_the_same_key() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let mended = a_deal().of("Mended AG", "mended.example").handed_in();
    mira.hands_in(&mended.clone().without("/need")).key(&key).await.is(422).refuses("invalid");
    mira.hands_in(&mended.clone().with("/value/amount", "1")).key(&key).await.is(422).refuses("invalid");
    mira.hands_in(&mended).key(&key).await.is(201);
    assert_eq!(found(&portal, "mended").await, 1);
}

#[tokio::test]
async fn a_command_is_carried_out_once() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, key) = (portal.rep("bluepeak"), portal.manager("aurora"), fresh_key());
    let deal = mira.registers(a_deal()).await;
    let approve = || jonas.gives(&deal, "approve", &json!({"protectionDays": 90})).key(&key);
    let first = approve().await.is(200);
    let again = approve().await.is(200);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!((again.json(), again.etag()), (first.json(), first.etag()));
    jonas.gives(&deal, "approve", &json!({"protectionDays": 90})).await.is(409).refuses("wrong-state");
    assert_eq!(mira.reads_timeline(&deal).await.each("/items", "/type"), ["deal.approved", "deal.submitted"]);
}

#[tokio::test]
async fn a_comment_is_written_once() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let deal = mira.registers(a_deal()).await;
    let say = || mira.gives(&deal, "comments", &json!({"body": "Any news?"})).key(&key);
    let first = say().await.is(201);
    assert_eq!(say().await.is(201).json(), first.json());
    assert_eq!(mira.reads_timeline(&deal).await.at("/items").as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn another_persons_key_is_another_key() {
    let portal = Portal::with_demo().await;
    let (deal, key) = (a_deal(), fresh_key());
    let mut ids = Vec::new();
    for person in [portal.rep("bluepeak"), portal.colleague("bluepeak"), portal.rep("kestrel")] {
        let answer = person.hands_in(&deal).key(&key).await.is(201);
        assert_eq!(answer.header("idempotency-replayed"), None);
        ids.push(answer.at("/id").to_string());
    }
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

#[tokio::test]
async fn a_key_outlives_the_server() {
    let portal = Portal::with_demo().await;
    let (deal, key) = (a_deal(), fresh_key());
    let first = portal.rep("bluepeak").hands_in(&deal).key(&key).await.is(201);
    portal.stops();
    let again = portal.another_server().await.rep("bluepeak").hands_in(&deal).key(&key).await.is(201);
    assert_eq!(again.json(), first.json());
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
}

/// Sends all of it at once, from several threads; whoever is told to wait comes again.
async fn at_once(requests: Vec<impl Fn() -> Sending + Send + 'static>) -> (Vec<Answer>, usize) {
    let sent = requests.into_iter().map(|send| {
        tokio::spawn(async move {
            let mut busy = 0;
            loop {
                let answer = send().await;
                if answer.status != 409 {
                    return (answer, busy);
                }
                assert_eq!(answer.refuses("idempotency-key-busy").header("retry-after"), Some("1"));
                busy += 1;
                tokio::task::yield_now().await;
            }
        })
    });
    let answers = join_all(sent).await.into_iter().map(Result::unwrap);
    answers.fold((Vec::new(), 0), |(mut all, busy), (answer, more)| {
        all.push(answer);
        (all, busy + more)
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_that_are_the_same_at_the_same_time_one_is_done_and_the_others_wait() {
    let portal = Portal::with_demo().await;
    let (mira, key) = (portal.rep("bluepeak"), fresh_key());
    let deal = a_deal().of("Gleichzeitig AG", "gleichzeitig.example").handed_in();
    mira.cookie().await;
    let requests = (0..20).map(|_| {
        let (mira, key, deal) = (mira.clone(), key.clone(), deal.clone());
        move || mira.hands_in(&deal).key(&key)
    });
    let (answers, busy) = at_once(requests.collect()).await;
    assert!(answers.iter().all(|answer| answer.status == 201 && answer.json() == answers[0].json()));
    assert_eq!(answers.iter().filter(|answer| answer.header("idempotency-replayed").is_none()).count(), 1);
    assert!(busy > 0, "twenty at once on four threads, and none of them waited");
    assert_eq!(found(&portal, "gleichzeitig").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_on_one_database_do_it_once_too() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    portal.rep("bluepeak").cookie().await;
    for round in 0..5 {
        let (name, key) = (format!("Zweifach{round}"), fresh_key());
        let deal = a_deal().of(&name, &format!("{name}.example")).handed_in();
        let requests = (0..8).map(|n| {
            let mira = if n % 2 == 0 { portal.rep("bluepeak") } else { other.rep("bluepeak") };
            let (key, deal) = (key.clone(), deal.clone());
            move || mira.hands_in(&deal).key(&key)
        });
        let (answers, _) = at_once(requests.collect()).await;
        for answer in &answers {
            assert_eq!((answer.status, answer.json()), (201, answers[0].json()), "{:.800}", answer.text());
        }
        assert_eq!(found(&portal, &name).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_on_one_database_make_one_change_of_two() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    let mira = portal.rep("bluepeak");
    for _ in 0..5 {
        let draft = mira.begins(a_deal()).await;
        let changes = (0..6).map(|n| {
            let mira = if n % 2 == 0 { mira.clone() } else { mira.at(&other) };
            let patch = json!({"customer": {"city": format!("City {n}")}});
            tokio::spawn(mira.patch(&draft.url, &patch).header("if-match", draft.etag()).into_future())
        });
        let mut statuses: Vec<u16> = join_all(changes).await.into_iter().map(|sent| sent.unwrap().status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412, 412, 412, 412, 412]);
        assert_eq!(mira.opens(&draft).await.version(), draft.version() + 1);
    }
}
