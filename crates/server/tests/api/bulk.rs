//! One command on many deals: each by itself, none twice.

use crate::portal::{Deal, Happening, Portal, a_deal, fresh_key, mistakes};
use serde_json::{Value, json};

fn approving(deals: &[&Deal]) -> Value {
    let ids: Vec<&str> = deals.iter().map(|deal| deal.id.as_str()).collect();
    json!({"ids": ids, "command": {"name": "approve", "protectionDays": 60}})
}

#[tokio::test]
async fn many_deals_are_approved_at_once_and_each_says_what_became_of_it() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let first = mira.registers(a_deal()).await;
    let withdrawn = mira.withdraws(&mira.registers(a_deal()).await).await;
    let draft = mira.begins(a_deal()).await;
    let last = mira.registers(a_deal()).await;
    let mut stream = jonas.listens().await;

    let bulk = approving(&[&first, &withdrawn, &draft, &last]);
    let answer = jonas.post("/api/v1/deals/bulk", &bulk).await.is(200);
    assert_eq!(answer.each("/items", "/id"), [&first.id, &withdrawn.id, &draft.id, &last.id].map(String::as_str));
    assert_eq!(
        answer.each("/items", "/problem/type"),
        ["", "urn:portico:problem:wrong-state", "urn:portico:problem:not-found", ""]
    );
    assert_eq!((answer.at("/items/0/ok"), answer.at("/items/1/ok")), (json!(true), json!(false)));
    assert_eq!(answer.at("/items/1/problem/review"), "withdrawn");
    assert_eq!(mira.opens(&last).await.review(), "approved");
    assert_eq!(mira.opens(&draft).await.etag(), draft.etag(), "what is refused changes nothing");
    // One event for each that was done, and none for the others.
    let told = stream.take(2).await;
    let told: Vec<_> = told.iter().map(Happening::what).collect();
    let approved = |deal: &Deal| ("deal.approved".to_owned(), deal.id.clone());
    assert_eq!(told, [approved(&first), approved(&last)]);
}

#[tokio::test]
async fn sent_again_nothing_is_done_twice_and_the_results_are_the_same() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let (good, draft) = (mira.registers(a_deal()).await, mira.begins(a_deal()).await);
    let (bulk, key) = (approving(&[&good, &draft]), fresh_key());
    let first = jonas.post("/api/v1/deals/bulk", &bulk).key(&key).await.is(200);
    assert_eq!(first.header("idempotency-replayed"), None);
    // What was refused could be done by now, and the other was put right: the answer stays what it was.
    mira.submits(&draft).await;
    jonas.reverts(&good).await;
    let server = portal.another_server().await;
    let again = jonas.at(&server).post("/api/v1/deals/bulk", &bulk).key(&key).await.is(200);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.json(), first.json());
    assert_eq!(
        (mira.opens(&good).await.review(), mira.opens(&draft).await.review()),
        ("in_review".into(), "submitted".into())
    );
    jonas.post("/api/v1/deals/bulk", &approving(&[&draft])).key(&key).await.is(422).refuses("idempotency-key-reused");
}

#[tokio::test]
async fn a_request_that_broke_off_goes_on_where_it_stopped() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let (done, left) = (mira.registers(a_deal()).await, mira.registers(a_deal()).await);
    let (bulk, key) = (approving(&[&done, &left]), fresh_key());
    jonas.post("/api/v1/deals/bulk", &bulk).key(&key).await.is(200);
    // As if the server had stopped before the second: neither its answer nor what it did is there.
    portal
        .database()
        .execute(
            "DELETE FROM answer WHERE body LIKE '%\"ok\":true%' AND body LIKE '%ID%'".replace("ID", &left.id).as_str(),
        )
        .await;
    jonas.reverts(&left).await;
    let before = mira.opens(&done).await.etag();
    let again = jonas.post("/api/v1/deals/bulk", &bulk).key(&key).await.is(200);
    assert_eq!(again.header("idempotency-replayed"), None, "some of it was done now");
    assert_eq!((mira.opens(&done).await.etag(), mira.opens(&left).await.review()), (before, "approved".into()));
}

#[tokio::test]
async fn nobody_does_more_with_many_than_with_one() {
    let portal = Portal::with_demo().await;
    let (mira, rival) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let deal = mira.registers(a_deal()).await;
    let forbidden = portal.seller("aurora").post("/api/v1/deals/bulk", &approving(&[&deal])).await.is(200);
    assert_eq!(forbidden.each("/items", "/problem/type"), ["urn:portico:problem:forbidden"]);
    let withdrawing = json!({"ids": [deal.id, "none"], "command": {"name": "withdraw"}});
    let hidden = rival.post("/api/v1/deals/bulk", &withdrawing).await.is(200);
    assert_eq!(hidden.at("/items/0/problem"), hidden.at("/items/1/problem"), "hidden and missing are the same");
    portal.nobody().post("/api/v1/deals/bulk", &withdrawing).await.is(401);
    assert_eq!(mira.opens(&deal).await.etag(), deal.etag());
}

#[tokio::test]
async fn what_is_wrong_in_the_body_is_said_at_once() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let wrong = json!({"ids": [], "command": {"name": "approve", "days": 5}});
    let refused = jonas.post("/api/v1/deals/bulk", &wrong).await.is(422).refuses("invalid");
    assert_eq!(
        refused.mistakes(),
        mistakes([("/ids", "required"), ("/command/protectionDays", "required"), ("/command/days", "unknown_member")])
    );
    let body = json!({"ids": ["none"], "command": {"name": "start-review"}});
    jonas.post("/api/v1/deals/bulk", &body).without("idempotency-key").await.is(400);
}
