//! A deal's life, from the draft to the decision, and the ways to put a decision right.

use crate::portal::{Deal, Portal, a_deal, days_from_today};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

fn due(deal: &Deal) -> Option<DateTime<Utc>> {
    deal.at("/sla/dueAt").as_str().map(|due| due.parse().unwrap())
}

#[tokio::test]
async fn a_deal_goes_from_a_draft_by_a_question_to_a_protection() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let draft = mira.begins(a_deal().without("/need")).await;
    let draft = mira.changes(&draft, &json!({"need": "Replace paper delivery notes in 40 depots."})).await;
    let submitted = mira.submits(&draft).await;
    assert_eq!(submitted.review(), "submitted");
    let received = submitted.at("/registeredAt");
    assert!(received.is_string());

    assert_eq!(jonas.starts_review(&submitted).await.review(), "in_review");
    jonas.asks(&submitted, &["need", "contact"]).await;
    let asked = mira.opens(&submitted).await;
    assert_eq!(asked.review(), "info_requested");
    assert_eq!(asked.list("allowedActions"), ["submit", "withdraw", "reassign"]);
    let answered = mira.changes(&asked, &json!({"need": "12 depots first, the other 28 in spring."})).await;
    let again = mira.submits(&answered).await;
    assert_eq!(again.review(), "submitted");
    assert_eq!(again.at("/registeredAt"), received, "who asks does not cost the partner its place");
    assert_eq!(again.at("/reason"), Value::Null, "the question is answered");

    let today = || Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
    let before = today();
    let approval = json!({"protectionDays": 120, "comment": "Good luck!"});
    let approved = Deal::seen_in(jonas.gives(&again, "approve", &approval).await.is(200));
    assert_eq!((approved.review().as_str(), approved.at("/stage")), ("approved", "prospect".into()));
    let starts: NaiveDate = approved.at("/protection/startsOn").as_str().unwrap().parse().unwrap();
    let ends: NaiveDate = approved.at("/protection/endsOn").as_str().unwrap().parse().unwrap();
    assert!((before..=today()).contains(&starts), "from today on, where the vendor is");
    assert_eq!(ends - starts, TimeDelta::days(120));
    assert_eq!(due(&approved), None);
    assert_eq!(mira.opens(&approved).await.at("/reason/comment"), "Good luck!");

    let happened = mira.reads_timeline(&draft).await;
    assert_eq!(
        happened.each("/items", "/type"),
        [
            "deal.approved",
            "deal.submitted",
            "deal.updated",
            "deal.info_requested",
            "deal.review_started",
            "deal.submitted",
            "deal.updated",
            "deal.created"
        ]
    );
    assert_eq!(happened.at("/items/2/data/changed"), json!(["need"]));
    assert_eq!(happened.at("/items/3/data/reason/fields"), json!(["need", "contact"]));
    assert_eq!(happened.at("/items/3/data/actor/name"), "Jonas Weber");
}

#[tokio::test]
async fn the_clock_runs_while_the_vendor_owes_an_answer_and_rests_while_the_partner_does() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let first = due(&deal).unwrap();
    assert!(first > Utc::now() && first < Utc::now() + TimeDelta::days(5), "two working days: {first}");
    assert_eq!(deal.at("/sla/state"), "on_time");
    assert_eq!(due(&jonas.starts_review(&deal).await), Some(first), "opening it is no answer");
    assert_eq!(due(&jonas.asks(&deal, &["need"]).await), None);
    assert_eq!(due(&mira.opens(&deal).await), None);
    let back = due(&mira.submits(&deal).await).unwrap();
    assert!(back >= first - TimeDelta::minutes(1) && back <= first + TimeDelta::minutes(2), "{first}, then {back}");
    assert_eq!(due(&jonas.rejects(&deal).await), None);
    assert!(due(&mira.disputes(&deal).await).unwrap() >= back, "a dispute is answered in full time");
}

#[tokio::test]
async fn what_was_left_of_the_time_is_left_when_the_partner_has_answered() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    // A week is five working days, whenever it begins: far more than the two that a new registration has.
    let week = (Utc::now() + TimeDelta::days(7)).timestamp_millis();
    portal.database().execute(&format!("UPDATE deal SET sla_due_at = {week} WHERE id = '{}'", deal.id)).await;
    jonas.asks(&deal, &["need"]).await;
    let back = due(&mira.submits(&deal).await).unwrap();
    assert!(back > due(&deal).unwrap() + TimeDelta::days(2), "{back}");
}

#[tokio::test]
async fn an_answer_that_is_late_says_so() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    for (minutes, state) in [(-1, "late"), (30, "due_soon"), (300, "on_time")] {
        let at = (Utc::now() + TimeDelta::minutes(minutes)).timestamp_millis();
        portal.database().execute(&format!("UPDATE deal SET sla_due_at = {at} WHERE id = '{}'", deal.id)).await;
        assert_eq!(portal.manager("aurora").opens(&deal).await.at("/sla/state"), state);
    }
}

#[tokio::test]
async fn a_rejection_says_why_and_is_disputed_once() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.rejects(&deal).await;
    let rejected = mira.opens(&deal).await;
    assert_eq!(rejected.review(), "rejected");
    assert_eq!(rejected.at("/reason"), json!({"reasonCode": "no_budget", "comment": "Not this year."}));
    assert_eq!(rejected.list("allowedActions"), ["dispute"]);
    assert_eq!(mira.disputes(&deal).await.review(), "in_review");
    jonas.rejects(&deal).await;
    assert!(mira.opens(&deal).await.list("allowedActions").is_empty(), "once");
    mira.gives(&deal, "dispute", &json!({"comment": "Please."})).await.is(409).refuses("wrong-state");
}

#[tokio::test]
async fn a_duplicate_names_the_first_deal_to_nobody() {
    let portal = Portal::with_demo().await;
    let (amir, mira, jonas) = (portal.rep("kestrel"), portal.rep("bluepeak"), portal.manager("aurora"));
    let first = amir.registers(a_deal()).await;
    let second = mira.registers(a_deal()).await;
    let body = json!({"of": first.id, "comment": "Somebody was first."});
    jonas.gives(&second, "mark-duplicate", &body).await.is(200);
    let seen = mira.opens(&second).await;
    assert_eq!((seen.review().as_str(), seen.at("/reason/comment")), ("duplicate", "Somebody was first.".into()));
    let timeline = mira.reads_timeline(&second).await;
    for text in [seen.seen.text(), timeline.text()] {
        assert!(!text.contains(&first.id) && !text.contains("estrel"), "{text}");
    }
    // Only a deal that the manager sees can be the first.
    let draft = mira.begins(a_deal()).await;
    let third = mira.registers(a_deal()).await;
    jonas.gives(&third, "mark-duplicate", &json!({"of": draft.id, "comment": "x"})).await.is(422);
}

#[tokio::test]
async fn a_wrong_decision_is_put_right_in_view_of_both() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    for decision in ["approved", "rejected", "duplicate"] {
        let decided = match decision {
            "approved" => jonas.approves(&deal).await,
            "rejected" => jonas.rejects(&deal).await,
            _ => jonas.marks_duplicate(&deal).await,
        };
        assert_eq!(decided.review(), decision);
        jonas.reverts(&deal).await;
        let back = mira.opens(&deal).await;
        assert_eq!(back.review(), "in_review");
        assert_eq!(back.at("/reason/comment"), "That was too quick.");
        assert_eq!((back.at("/stage"), back.at("/protection")), (Value::Null, Value::Null));
        assert!(due(&back).is_some(), "an answer is owed again");
    }
}

#[tokio::test]
async fn a_deal_that_is_won_stays_decided() {
    let portal = Portal::with_demo().await;
    let won = portal.manager("aurora").lists("stage=won&limit=1").await.is(200);
    let url = format!("/api/v1/deals/{}", won.at("/items/0/id").as_str().unwrap());
    let deal = Deal::seen_in(portal.manager("aurora").get(&url).await.is(200));
    assert!(deal.list("allowedActions").is_empty());
    portal.manager("aurora").gives(&deal, "revert", &json!({"comment": "x"})).await.is(409);
}

#[tokio::test]
async fn a_deal_that_is_withdrawn_holds_nothing_any_more() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.approves(&deal).await;
    let withdrawn = mira.withdraws(&deal).await;
    assert_eq!(withdrawn.review(), "withdrawn");
    assert_eq!(withdrawn.at("/stage"), Value::Null, "a stage is what an approved deal has");
    assert_eq!(withdrawn.at("/protection"), Value::Null);
    assert_eq!(withdrawn.at("/sla"), Value::Null);
    assert!(withdrawn.list("allowedActions").is_empty());
    assert!(jonas.opens(&deal).await.list("allowedActions").is_empty());
}

#[tokio::test]
async fn an_answer_is_judged_like_the_first_registration() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.asks(&deal, &["need", "closeDate"]).await;
    let asked = mira.opens(&deal).await;
    let patch = json!({"need": "short", "closeDate": days_from_today(-3)});
    mira.changes(&asked, &patch).await;
    let refused = mira.gives(&deal, "submit", &json!({})).await.is(422).refuses("invalid");
    assert_eq!(refused.each("/errors", "/code"), ["in_past", "too_short"]);
}

#[tokio::test]
async fn a_dispute_shows_the_manager_both_registrations_and_the_partner_one() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let first = amir.registers(a_deal()).await;
    // Another name and host: only a person knows that it is the same customer.
    let second = mira.registers(a_deal()).await;
    jonas.gives(&second, "mark-duplicate", &json!({"of": first.id, "comment": "Registered before."})).await.is(200);
    amir.withdraws(&first).await;
    let disputed = mira.disputes(&second).await;
    assert_eq!((disputed.at("/disputed"), disputed.at("/conflicts")), (true.into(), Value::Null));
    let seen = jonas.opens(&second).await;
    assert_eq!(seen.at("/conflicts/0/deal/id"), first.id.as_str(), "whatever became of it");
    assert_eq!((seen.at("/conflicts/0/matches"), seen.at("/conflicts/0/first")), (json!([]), true.into()));
    assert_eq!(jonas.approves(&second).await.at("/conflicts"), json!([]), "decided, it is no duplicate any more");
}
