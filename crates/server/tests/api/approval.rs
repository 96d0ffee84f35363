//! Approval rules: steps in order, each by whose it is; or by itself, and never against somebody else's registration.

use crate::portal::{Deal, NewDeal, Portal, a_deal, mistakes};
use serde_json::{Value, json};

const CARLA: &str = "seller-aurora-example";
const PRIYA: &str = "manager2-aurora-example";

fn worth(amount: &str) -> NewDeal {
    let money = json!({"amount": amount, "currency": "EUR"});
    a_deal().with("/value", money.clone()).with("/products/0/amount", money)
}

async fn ruled(approval: Value) -> Portal {
    let portal = Portal::with_demo().await;
    portal.vendor_admin("aurora").rules(&json!({ "approval": approval })).await.is(200);
    portal
}

fn large(steps: &Value) -> Value {
    json!([{"name": {"en": "Large"}, "currency": "EUR", "from": "100000", "way": "steps", "steps": steps}])
}

fn renewals() -> Value {
    json!([{"name": {"en": "Renewals"}, "dealTypes": ["renewal"], "way": "by_itself"}])
}

fn approving() -> Value {
    json!({"protectionDays": 60, "comment": "Fine with me."})
}

#[tokio::test]
async fn steps_are_taken_in_order_and_the_last_one_approves() {
    let portal = ruled(large(&json!(["channel_manager", "vendor_admin"]))).await;
    let (mira, jonas, ines) = (portal.rep("bluepeak"), portal.manager("aurora"), portal.vendor_admin("aurora"));
    let small = mira.registers(worth("99999.99")).await;
    assert_eq!(small.at("/approval"), json!(null));
    assert_eq!(jonas.approves(&small).await.review(), "approved");

    let deal = mira.registers(worth("100000.00")).await;
    assert_eq!(
        deal.at("/approval/steps"),
        json!([{"role": "channel_manager", "instead": false}, {"role": "vendor_admin", "instead": false}])
    );
    assert_eq!((deal.at("/approval/rule"), deal.at("/approval/version")), (json!(1), json!(2)));
    let mut stream = mira.listens().await;
    let first = Deal::seen_in(jonas.gives(&deal, "approve", &approving()).await.is(200));
    assert_eq!((first.review(), first.at("/approval/steps/0/doneBy/name")), ("in_review".into(), json!("Jonas Weber")));
    assert_eq!(first.at("/protection"), json!(null), "nothing is protected yet");
    assert_eq!(first.at("/incentive/lockedAt"), json!(null), "nor is its margin locked");
    assert!(!first.list("allowedActions").contains(&"approve".to_owned()));
    assert_eq!(stream.next().await.name, "deal.approval_step");
    assert_eq!(mira.opens(&deal).await.at("/approval"), first.at("/approval"), "both sides see it");

    let refused = jonas.gives(&deal, "approve", &approving()).await.is(409).refuses("wrong-state");
    assert_eq!(refused.at("/detail"), "vendor_admin has to approve it now");
    let last = Deal::seen_in(ines.gives(&deal, "approve", &approving()).await.is(200));
    assert_eq!((last.review(), last.at("/approval/steps/1/doneBy/name")), ("approved".into(), json!("Ines Albrecht")));
    assert!(last.at("/protection/endsOn").is_string());
    // Put right, it begins anew.
    let again = jonas.reverts(&last).await;
    assert_eq!(again.at("/approval/steps/0/doneBy"), json!(null));
    assert_eq!(Deal::seen_in(jonas.gives(&again, "approve", &approving()).await).review(), "in_review");
}

#[tokio::test]
async fn a_step_of_one_person_is_theirs_and_a_vendor_admin_takes_it_in_their_place() {
    let portal = ruled(large(&json!([format!("@{PRIYA}")]))).await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(worth("200000.00")).await;
    assert!(!jonas.opens(&deal).await.list("allowedActions").contains(&"approve".to_owned()));
    let refused = jonas.gives(&deal, "approve", &approving()).await.is(409);
    assert_eq!(refused.at("/detail"), "Priya Nair has to approve it now");
    assert!(!refused.each("/allowedActions", "").contains(&"approve".to_owned()));
    let rejected = jonas.rejects(&deal).await;
    assert_eq!(rejected.review(), "rejected", "whoever decides may refuse at any step");

    let other = mira.registers(worth("200000.00")).await;
    let done = portal.vendor_admin("aurora").gives(&other, "approve", &approving()).await.is(200);
    assert_eq!((done.at("/review"), done.at("/approval/steps/0/instead")), (json!("approved"), json!(true)));
    let third = mira.registers(worth("200000.00")).await;
    let done = portal.second_manager("aurora").gives(&third, "approve", &approving()).await.is(200);
    assert_eq!((done.at("/review"), done.at("/approval/steps/0/instead")), (json!("approved"), json!(false)));
}

#[tokio::test]
async fn of_two_who_approve_at_once_one_takes_the_step_and_the_other_sees_who_did() {
    let portal = ruled(large(&json!(["channel_manager", "vendor_admin"]))).await;
    let (jonas, priya) = (portal.manager("aurora"), portal.second_manager("aurora").at(&portal.another_server().await));
    let deal = portal.rep("bluepeak").registers(worth("100000.00")).await;
    let body = approving();
    let (one, other) = tokio::join!(jonas.gives(&deal, "approve", &body), priya.gives(&deal, "approve", &body));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let seen = jonas.opens(&deal).await;
    assert_eq!((seen.review(), seen.at("/approval/steps/1/doneBy")), ("in_review".into(), json!(null)));
    let steps = jonas.reads_timeline(&deal).await.each("/items", "/type");
    assert_eq!(steps.iter().filter(|kind| *kind == "deal.approval_step").count(), 1);
}

#[tokio::test]
async fn who_means_a_step_that_somebody_took_takes_no_other() {
    let portal = ruled(large(&json!(["channel_manager", "vendor_admin"]))).await;
    let (jonas, ines) = (portal.manager("aurora"), portal.vendor_admin("aurora"));
    let deal = portal.rep("bluepeak").registers(worth("100000.00")).await;
    let step = |place: u16| json!({"protectionDays": 60, "step": place});
    jonas.gives(&deal, "approve", &step(1)).await.is(200);
    let refused = ines.gives(&deal, "approve", &step(1)).await.is(409).refuses("wrong-state");
    assert_eq!(refused.at("/review"), "in_review");
    assert!(refused.each("/allowedActions", "").contains(&"approve".to_owned()), "the next one is theirs to take");
    assert_eq!(ines.opens(&deal).await.at("/approval/steps/1/doneBy"), json!(null));
    ines.gives(&deal, "approve", &step(3)).await.is(409);
    ines.gives(&deal, "approve", &step(0)).await.is(422);
    assert_eq!(Deal::seen_in(ines.gives(&deal, "approve", &step(2)).await.is(200)).review(), "approved");
}

#[tokio::test]
async fn what_is_approved_by_itself_is_so_with_the_submission_and_by_nobody() {
    let portal = ruled(renewals()).await;
    let mira = portal.rep("bluepeak");
    let mut stream = mira.listens().await;
    let deal = mira.registers(a_deal().with("/dealType", "renewal")).await;
    assert_eq!((deal.review(), deal.at("/stage")), ("approved".into(), json!("prospect")));
    assert_eq!((deal.at("/approval/byItself"), deal.at("/approval/steps")), (json!(true), json!([])));
    let told = stream.take(2).await;
    assert_eq!([&*told[0].name, &*told[1].name], ["deal.submitted", "deal.approved"]);
    assert_eq!(told[1].at("/data/actor"), json!(null));
    assert!(deal.at("/incentive/lockedAt").is_string(), "its margin is locked as by any approval");
    assert_eq!(mira.registers(a_deal()).await.review(), "submitted", "another type fits no rule");
    // What a person thinks wrong is put right as ever, and is not approved by itself again.
    let reverted = portal.manager("aurora").reverts(&deal).await;
    assert_eq!(reverted.review(), "in_review");
    let asked = portal.manager("aurora").asks(&reverted, &["need"]).await;
    assert_eq!(mira.submits(&asked).await.review(), "submitted", "an answer goes to whoever asked");
}

#[tokio::test]
async fn nothing_is_approved_by_itself_against_another_registration_or_a_dispute() {
    let portal = ruled(renewals()).await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let first = a_deal();
    mira.registers(first.clone()).await;
    let rival = amir.registers(a_deal().for_the_customer_of(&first).with("/dealType", "renewal")).await;
    assert_eq!(rival.review(), "submitted", "somebody has it open");
    // Claimed by somebody, as well.
    let second = a_deal();
    let mut claim = second.0.clone();
    claim["claim"] = json!(true);
    mira.post("/api/v1/deals", &claim).await.is(201);
    let late = amir.registers(a_deal().for_the_customer_of(&second).with("/dealType", "renewal")).await;
    assert_eq!(late.review(), "submitted");
    // Anybody at the desk decides then; a disputed one is not approved by itself when it is answered.
    let rejected = jonas.rejects(&rival).await;
    let disputed = amir.disputes(&rejected).await;
    let asked = jonas.asks(&disputed, &["need"]).await;
    assert_eq!(amir.submits(&asked).await.review(), "submitted");
    assert_eq!(jonas.approves(&late).await.review(), "approved");
}

#[tokio::test]
async fn an_answer_begins_the_steps_anew_by_the_rules_in_force() {
    let portal = ruled(large(&json!(["channel_manager", "vendor_admin"]))).await;
    let (mira, jonas, ines) = (portal.rep("bluepeak"), portal.manager("aurora"), portal.vendor_admin("aurora"));
    let deal = mira.registers(worth("100000.00")).await;
    jonas.gives(&deal, "approve", &approving()).await.is(200);
    ines.rules(&json!({"approval": []})).await.is(200);
    assert_eq!(mira.opens(&deal).await.at("/approval/steps/0/doneBy/name"), "Jonas Weber", "it stays with its rules");
    ines.asks(&deal, &["value"]).await;
    let answered = mira.submits(&deal).await;
    assert_eq!(answered.at("/approval"), json!(null));
    assert_eq!(jonas.approves(&answered).await.review(), "approved");
}

#[tokio::test]
async fn a_rule_that_cannot_be_kept_to_is_refused() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let wrong = json!([
        {"name": {"en": "A"}, "from": "5", "way": "steps", "steps": ["rep"]},
        {"name": {"en": "B"}, "way": "steps", "steps": [format!("@{CARLA}")], "more": 1},
    ]);
    assert_eq!(
        admin.rules(&json!({ "approval": wrong })).await.is(422).mistakes(),
        mistakes([
            ("/rules/approval/0/currency", "required"),
            ("/rules/approval/0/steps/0", "not_in_list"),
            ("/rules/approval/1/more", "unknown_member"),
        ])
    );
    let seller = json!([{"name": {"en": "B"}, "way": "steps", "steps": [format!("@{CARLA}")]}]);
    let refused = admin.rules(&json!({ "approval": seller })).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/rules/approval/0/steps/0", "not_in_list")]), "she does not decide");
    let engagement = portal.nobody().get("/api/v1/programme/engagement").await.is(200);
    assert_eq!(engagement.at("/approval/0/steps"), 2);
    assert_eq!(
        engagement.at("/approval/1"),
        json!({"name": {"de": "Kleine Verlängerungen", "en": "Small renewals"},
        "dealTypes": ["renewal"], "below": {"amount": "5000.00", "currency": "EUR"}, "steps": 0})
    );
}

#[tokio::test]
async fn a_preview_says_who_would_have_to_approve_and_by_when_there_is_an_answer() {
    let mut rules = large(&json!(["channel_manager", format!("@{PRIYA}")])).as_array().unwrap().clone();
    rules.extend(renewals().as_array().unwrap().clone());
    let portal = ruled(rules.into()).await;
    let mira = portal.rep("bluepeak");
    let preview =
        async |deal: &NewDeal| mira.post("/api/v1/deals/preview", &deal.0).without("idempotency-key").await.is(200);
    let deal = worth("100000.00");
    let seen = preview(&deal).await;
    assert_eq!(seen.at("/approval/steps/1/person"), json!({"id": PRIYA, "name": "Priya Nair"}));
    let registered = mira.registers(deal).await;
    assert_eq!(seen.at("/approval"), registered.at("/approval"), "the preview is what it then says");
    assert_eq!(seen.at("/answerDue").as_str().unwrap()[..16], registered.at("/sla/dueAt").as_str().unwrap()[..16]);
    let renewal = preview(&a_deal().with("/dealType", "renewal")).await;
    assert_eq!((renewal.at("/approval/byItself"), renewal.at("/approval/steps")), (json!(true), json!([])));
    assert_eq!(preview(&a_deal()).await.at("/approval"), json!(null));
}
