//! The tenant's own stages: a deal is moved to them, shown in them and found in them, and the contract's six are always
//! there for whoever knows no others.

use crate::portal::{Deal, Person, Portal, a_deal, mistakes};
use serde_json::{Value, json};

/// Changes the stages on the version in force.
async fn change(admin: &Person, stages: &Value) {
    let now = admin.get("/api/v1/programme").await.is(200);
    let patch = admin.patch("/api/v1/programme", &json!({"rules": {"form": {"stages": stages}}}));
    patch.header("if-match", now.etag()).await.is(200);
}

async fn stages(admin: &Person) -> Vec<Value> {
    admin.get("/api/v1/programme").await.at("/rules/form/stages").as_array().unwrap().clone()
}

async fn approved(portal: &Portal) -> Deal {
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    portal.manager("aurora").approves(&deal).await
}

fn stands(deal: &Deal) -> (Value, Value) {
    (deal.at("/stage"), deal.at("/stageId"))
}

#[tokio::test]
async fn the_form_lists_the_tenants_stages_in_its_order_and_words() {
    let portal = Portal::with_demo().await;
    let form = portal.rep("bluepeak").get("/api/v1/tenant/deal-form").header("accept-language", "de").await.is(200);
    assert_eq!(form.each("/stages", "/id"), ["prospect", "qualified", "proposal", "pilot", "committed", "won", "lost"]);
    let pilot =
        json!({"id": "pilot", "stage": "proposal", "name": "Pilot läuft", "category": "best_case", "probability": 75});
    assert_eq!(form.at("/stages/3"), pilot);
}

#[tokio::test]
async fn a_deal_moves_to_a_stage_of_the_tenants_and_says_which_of_the_contracts_it_stands_for() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = approved(&portal).await;
    assert_eq!(stands(&deal), ("prospect".into(), "prospect".into()));
    let moved = Deal::seen_in(mira.gives(&deal, "advance", &json!({"stage": "pilot"})).await.is(200));
    assert_eq!(stands(&moved), ("proposal".into(), "pilot".into()));
    let again = mira.gives(&deal, "advance", &json!({"stage": "pilot"})).await.is(422);
    assert_eq!(again.mistakes(), mistakes([("/stage", "not_in_list")]));
    for nowhere in ["won", "lost", "trial", "Pilot running"] {
        mira.gives(&deal, "advance", &json!({"stage": nowhere})).await.is(422);
    }
    let told = mira.reads_timeline(&deal).await;
    assert_eq!((told.at("/items/0/data/stage"), told.at("/items/0/data/stageId")), ("proposal".into(), "pilot".into()));
    // It stands for the same as the contract's, and is another all the same.
    let moved = Deal::seen_in(mira.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(200));
    assert_eq!(stands(&moved), ("proposal".into(), "proposal".into()));
    let won = Deal::seen_in(mira.gives(&deal, "win", &json!({})).await.is(200));
    assert_eq!(stands(&won), ("won".into(), Value::Null));
}

#[tokio::test]
async fn deals_are_found_by_the_contracts_stage_and_by_the_tenants() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = approved(&portal).await;
    mira.gives(&deal, "advance", &json!({"stage": "pilot"})).await.is(200);
    let has = async |query: &str| {
        let listed = mira.lists(&format!("{query}&limit=200")).await.is(200);
        listed.each("/items", "/id").contains(&deal.id)
    };
    assert!(has("stage=proposal").await && has("stageId=pilot").await && has("stageId=pilot,prospect").await);
    assert!(!has("stageId=proposal").await && !has("stageId=nothing").await);
    let file = mira.get(&format!("/api/v1/deals/export?stageId=pilot&q={}", deal.number())).await.is(200);
    assert!(file.text().contains("\"Approved\",\"Pilot running\""), "{}", file.text());
    let counted = async |query: &str| mira.lists(query).await.is(200).at("/items").as_array().unwrap().len();
    let (own, both) = (counted("stageId=pilot&limit=200").await, counted("stage=proposal&limit=200").await);
    assert_eq!(own + counted("stageId=proposal&limit=200").await, both, "each stands in one");
}

#[tokio::test]
async fn a_stage_that_is_removed_leaves_its_deals_where_the_contract_has_them() {
    let portal = Portal::with_demo().await;
    let (mira, admin) = (portal.rep("bluepeak"), portal.vendor_admin("aurora"));
    let deal = approved(&portal).await;
    mira.gives(&deal, "advance", &json!({"stage": "pilot"})).await.is(200);
    let left: Vec<Value> = stages(&admin).await.into_iter().filter(|stage| stage["id"] != "pilot").collect();
    change(&admin, &left.into()).await;
    let now = mira.opens(&deal).await;
    assert_eq!(now.at("/stage"), "proposal");
    let listed = mira.lists(&format!("stageId=proposal&q={}", deal.number())).await.is(200);
    assert_eq!(listed.each("/items", "/id"), [deal.id.clone()], "it stands in the one that stands for the same");
    let file = mira.get(&format!("/api/v1/deals/export?q={}", deal.number())).await.is(200);
    assert!(file.text().contains("\"Approved\",\"Proposal\""), "{}", file.text());
    mira.gives(&deal, "advance", &json!({"stage": "pilot"})).await.is(422);
    mira.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(422).refuses("invalid");
    mira.gives(&deal, "advance", &json!({"stage": "committed"})).await.is(200);
}

#[tokio::test]
async fn who_knows_the_six_alone_moves_every_deal() {
    let portal = Portal::with_demo().await;
    let (mira, admin) = (portal.rep("bluepeak"), portal.vendor_admin("aurora"));
    let mut own = stages(&admin).await;
    own[1] = json!({"id": "workshop", "name": {"en": "Workshop held"}, "stage": "qualified", "category": "omitted", "probability": 0});
    own.swap(0, 1);
    change(&admin, &own.into()).await;
    let deal = approved(&portal).await;
    let moved = Deal::seen_in(mira.gives(&deal, "advance", &json!({"stage": "qualified"})).await.is(200));
    assert_eq!(stands(&moved), ("qualified".into(), "workshop".into()));
}

#[tokio::test]
async fn older_rules_are_read_and_written_as_names_of_the_six() {
    let portal = Portal::with_demo().await;
    change(&portal.vendor_admin("aurora"), &json!({"proposal": {"en": "Offer"}})).await;
    let form = portal.rep("bluepeak").get("/api/v1/tenant/deal-form").await.is(200);
    assert_eq!(form.each("/stages", "/id"), ["prospect", "qualified", "proposal", "committed", "won", "lost"]);
    assert_eq!((form.at("/stages/2/name"), form.at("/stages/1/name")), ("Offer".into(), "qualified".into()));
    // As a portal kept it before tenants had stages of their own.
    let names = json!({"proposal": {"en": "Quoted, as before"}});
    let again = portal.configured("halcyon", |rules| rules["form"]["stages"] = names).await;
    let form = again.rep("vantage").get("/api/v1/tenant/deal-form").await.is(200);
    assert_eq!(form.at("/stages/2/name"), "Quoted, as before");
}

#[tokio::test]
async fn stages_that_leave_out_one_of_the_six_are_refused() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let all = stages(&admin).await;
    let refused = async |stages: Vec<Value>| {
        let now = admin.get("/api/v1/programme").await.is(200);
        let patch = admin.patch("/api/v1/programme", &json!({"rules": {"form": {"stages": stages}}}));
        patch.header("if-match", now.etag()).await.is(422).mistakes()
    };
    let without = all.iter().filter(|stage| stage["id"] != "qualified").cloned().collect();
    assert_eq!(refused(without).await, mistakes([("/rules/form/stages", "required")]));
    let mut wrong = all.clone();
    (wrong[3]["probability"], wrong[3]["category"]) = (json!(120), json!("closed"));
    let found = refused(wrong).await;
    assert_eq!(
        found,
        mistakes([
            ("/rules/form/stages/3/category", "not_in_list"),
            ("/rules/form/stages/3/probability", "out_of_range")
        ])
    );
}
