//! After the approval: a longer window, another owner, help, and how the sale goes.

use crate::portal::{Deal, Portal, a_deal};
use chrono::{NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

async fn approved(portal: &Portal) -> Deal {
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    portal.manager("aurora").approves(&deal).await
}

fn ends(deal: &Deal) -> NaiveDate {
    deal.at("/protection/endsOn").as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_window_is_made_longer_once_and_never_while_a_request_is_pending() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = approved(&portal).await;
    let ask = json!({"days": 30, "comment": "Their board decides in May."});
    let asked = Deal::seen_in(mira.gives(&deal, "request-extension", &ask).await.is(200));
    assert_eq!(asked.at("/protection/extension"), json!({"days": 30, "state": "pending"}));
    assert_eq!(ends(&asked), ends(&deal));
    mira.gives(&deal, "request-extension", &ask).await.is(409).refuses("wrong-state");
    let home = jonas.get("/api/v1/home").await.is(200).json();
    let waits = |home: &Value| {
        home["waiting"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["kind"] == "extension" && one["deal"]["id"] == *deal.id)
    };
    assert!(waits(&home) || home["waitingTotal"].as_u64().unwrap() > 20, "{home}");

    let no = json!({"grant": false, "comment": "Bring us their timetable."});
    let refused = Deal::seen_in(jonas.gives(&deal, "decide-extension", &no).await.is(200));
    assert_eq!((refused.at("/protection/extension/state"), ends(&refused)), ("refused".into(), ends(&deal)));
    mira.gives(&deal, "request-extension", &ask).await.is(200);
    let yes = json!({"grant": true, "days": 20});
    let granted = Deal::seen_in(jonas.gives(&deal, "decide-extension", &yes).await.is(200));
    assert_eq!(granted.at("/protection/extension"), json!({"days": 20, "state": "granted"}));
    assert_eq!(ends(&granted) - ends(&deal), TimeDelta::days(20));
    assert!(!mira.opens(&deal).await.list("allowedActions").contains(&"request-extension".to_owned()), "once");
    jonas.gives(&deal, "decide-extension", &yes).await.is(409).refuses("wrong-state");
    let told = mira.reads_timeline(&deal).await;
    assert_eq!(told.at("/items/0/type"), "deal.extension_granted");
    assert_eq!(told.at("/items/0/data/days"), 20);
}

#[tokio::test]
async fn a_deal_does_not_expire_while_the_vendor_owes_an_answer() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = approved(&portal).await;
    mira.gives(&deal, "request-extension", &json!({"days": 30, "comment": "In May."})).await.is(200);
    let yesterday = (Utc::now().with_timezone(&chrono_tz::Europe::Berlin) - TimeDelta::days(1)).date_naive();
    let sql = format!("UPDATE deal SET protection_ends = '{yesterday}' WHERE id = '{}'", deal.id);
    portal.database().execute(&sql).await;
    assert_eq!(portal.lets_time_pass().await, 0);
    jonas.gives(&deal, "decide-extension", &json!({"grant": false})).await.is(200);
    assert_eq!(portal.lets_time_pass().await, 1);
    assert_eq!(mira.opens(&deal).await.review(), "expired");
}

#[tokio::test]
async fn a_deal_is_handed_to_a_colleague_who_registers_deals_and_to_nobody_else() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let deal = mira.registers(a_deal()).await;
    let owners = mira.get(&format!("{}/owners", deal.url)).await.is(200);
    assert_eq!(owners.each("/items", "/name"), ["Leo Faure", "Mira Kern", "Sofia Brandt"]);
    portal.rep("kestrel").get(&format!("{}/owners", deal.url)).await.is(404);
    for nobody in ["marketer-bluepeak-example", "rep-kestrel-example", "manager-aurora-example", "rep-bluepeak-example"]
    {
        let refused = mira.gives(&deal, "reassign", &json!({"owner": nobody})).await.is(422);
        assert_eq!(refused.each("/errors", "/pointer"), ["/owner"], "{nobody}");
    }
    let given = json!({"owner": "rep2-bluepeak-example", "comment": "You know them better."});
    let handed = Deal::seen_in(mira.gives(&deal, "reassign", &given).await.is(200));
    assert_eq!(handed.at("/owner/name"), "Sofia Brandt");
    assert!(!handed.list("allowedActions").contains(&"reassign".to_owned()), "no longer Mira's");
    let found = mira.lists("q=sofia&limit=200").await.is(200).each("/items", "/id");
    assert!(found.contains(&deal.id), "found under its new owner");
    assert!(sofia.opens(&deal).await.list("allowedActions").contains(&"reassign".to_owned()));
    let told = sofia.reads_timeline(&deal).await;
    assert_eq!(
        (told.at("/items/0/type"), told.at("/items/0/data/owner/name")),
        ("deal.reassigned".into(), "Sofia Brandt".into())
    );
}

#[tokio::test]
async fn a_sale_goes_through_its_stages_and_is_won() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = approved(&portal).await;
    let moved = Deal::seen_in(mira.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(200));
    assert_eq!(moved.at("/stage"), "proposal");
    mira.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(422);
    mira.gives(&deal, "advance", &json!({"stage": "won"})).await.is(422);
    mira.gives(&deal, "advance", &json!({"stage": "qualified"})).await.is(200);
    let dollars = json!({"value": {"amount": "48000.00", "currency": "USD"}});
    let refused = mira.gives(&deal, "win", &dollars).await.is(422);
    assert_eq!(refused.each("/errors", "/pointer"), ["/value/currency"]);
    let sale = json!({"value": {"amount": "48000.00", "currency": "EUR"}, "reference": "PO-4711"});
    let won = Deal::seen_in(mira.gives(&deal, "win", &sale).await.is(200));
    assert_eq!((won.review().as_str(), won.at("/stage")), ("approved", "won".into()));
    assert_eq!((won.at("/value/amount"), won.at("/reference")), ("48000.00".into(), "PO-4711".into()));
    assert!(portal.manager("aurora").opens(&deal).await.list("allowedActions").is_empty(), "nothing undoes a sale");
    let told = mira.reads_timeline(&deal).await;
    assert_eq!(told.each("/items", "/type")[..3], ["deal.won", "deal.advanced", "deal.advanced"]);
    assert_eq!(told.each("/items", "/data/stage")[..3], ["won", "qualified", "proposal"]);
}

#[tokio::test]
async fn a_sale_is_lost_for_a_reason_of_the_tenants() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = approved(&portal).await;
    mira.gives(&deal, "lose", &json!({"reasonCode": "existing_customer"})).await.is(422);
    let lost =
        Deal::seen_in(mira.gives(&deal, "lose", &json!({"reasonCode": "price", "comment": "By 9%."})).await.is(200));
    assert_eq!(
        (lost.at("/stage"), lost.at("/reason")),
        ("lost".into(), json!({"reasonCode": "price", "comment": "By 9%."}))
    );
    let check = json!({"customer": deal.at("/customer"), "products": ["fleet"]});
    let answer = portal.rep("kestrel").post("/api/v1/deals/conflict-check", &check).await.is(200);
    assert_eq!(answer.at("/result"), "clear");
}

#[tokio::test]
async fn help_is_asked_for_as_often_as_it_is_needed_and_changes_nothing_else() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = approved(&portal).await;
    let ask = json!({"kind": "technical_consultation", "comment": "They ask about offline depots."});
    for _ in 0..2 {
        let after = Deal::seen_in(mira.gives(&deal, "request-co-sell", &ask).await.is(200));
        assert_eq!((after.review(), after.at("/reason")), (deal.review(), deal.at("/reason")));
    }
    let told = portal.seller("aurora").reads_timeline(&deal).await;
    assert_eq!(told.at("/items/0/data/coSell"), "technical_consultation");
    assert_eq!(told.at("/items/0/data/reason/comment"), "They ask about offline depots.");
    portal.manager("aurora").gives(&deal, "request-co-sell", &ask).await.is(403);
}
