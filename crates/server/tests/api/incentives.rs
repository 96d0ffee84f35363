//! What partners earn: told before a registration is handed in, explained after, locked by an approval where the tenant
//! says so, and never another firm's to see.

use crate::portal::{Deal, NewDeal, Person, Portal, a_deal, mistakes};
use serde_json::{Value, json};

/// What `person` would earn.
async fn previews(person: &Person, deal: &NewDeal) -> Value {
    person.post("/api/v1/deals/preview", &deal.0).without("idempotency-key").await.is(200).json()
}

/// The rules of the lines with their points.
fn lines(incentive: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = incentive["lines"].as_array().unwrap();
    lines.iter().map(|line| (text(&line["rule"]), text(&line["points"]))).collect()
}

/// Why it was counted, newest first.
fn history(deal: &Deal) -> Vec<String> {
    deal.seen.each("/incentive/history", "/why")
}

/// Changes the rules of what partners earn.
async fn changes(admin: &Person, incentives: Value) {
    let now = admin.get("/api/v1/programme").await.is(200);
    let patch = admin.patch("/api/v1/programme", &json!({"rules": {"incentives": incentives}}));
    patch.header("if-match", now.etag()).await.is(200);
}

/// The rules with the points of the first one changed.
async fn base_points(admin: &Person, points: &str) {
    let mut rules = admin.get("/api/v1/programme").await.at("/rules/incentives/rules");
    rules[0]["points"] = points.into();
    changes(admin, json!({"rules": rules})).await;
}

#[tokio::test]
async fn a_preview_is_what_the_registration_then_says() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = (portal.rep("bluepeak"), a_deal());
    let preview = previews(&mira, &deal).await["incentive"].clone();
    let expected = [("base", "8"), ("gold", "5"), ("new", "3"), ("integration", "1.5"), ("expert", "2.5")];
    assert_eq!(lines(&preview), expected.map(|(rule, points)| (rule.to_owned(), points.to_owned())));
    assert_eq!(
        (&preview["total"], &preview["amount"]),
        (&json!("20"), &json!({"amount": "10000.00", "currency": "EUR"}))
    );
    assert_eq!(preview["lines"][4]["input"][0]["kind"], "product");
    assert_eq!(preview["lines"][4]["input"][1]["values"][0]["name"]["en"], "Fleet Expert");
    assert_eq!(preview["lines"][4]["amount"]["amount"], "1250.00");
    assert_eq!(preview["gains"][0]["input"]["values"][0]["id"], "cold_chain");
    assert_eq!(preview["gains"][0]["points"], "2");

    let deal = mira.registers(deal).await;
    assert_eq!(deal.at("/incentive/lines"), preview["lines"]);
    assert_eq!(history(&deal), ["submitted"]);
    assert_eq!(deal.at("/incentive/lockedAt"), Value::Null);
    assert_eq!(deal.at("/incentive/lockAtApproval"), true);
    let seen = portal.manager("aurora").opens(&deal).await;
    assert_eq!(seen.at("/incentive/lines"), deal.at("/incentive/lines"), "the vendor sees what it grants");
    assert!(portal.nobody().get("/api/v1/capabilities").await.text().contains("deals.incentives"));
}

#[tokio::test]
async fn a_preview_takes_what_there_is_and_keeps_nothing() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let before = mira.lists("limit=1").await.at("/items/0/id");
    let begun = previews(&mira, &NewDeal(json!({"dealType": "renewal"}))).await["incentive"].clone();
    assert_eq!(begun["total"], "14.5", "no product, no value, no new customer");
    assert_eq!(begun.get("amount"), None);
    let two = json!([{"product": "fleet"}, {"product": "depot"}]);
    let shared = previews(&mira, &NewDeal(json!({"products": two, "submit": true}))).await["incentive"].clone();
    assert_eq!(shared["lines"][4]["share"], json!({"products": 1, "of": 2}), "each product counts alike");
    assert_eq!(shared["lines"][4]["points"], "1.25");
    let wrong = mira.post("/api/v1/deals/preview", &json!({"products": [{"product": "boat"}], "more": 1}));
    assert_eq!(
        wrong.without("idempotency-key").await.is(422).mistakes(),
        mistakes([("/products/0/product", "not_in_list"), ("/more", "unknown_member")])
    );
    assert_eq!(mira.lists("limit=1").await.at("/items/0/id"), before);
}

#[tokio::test]
async fn each_firm_is_told_of_itself_alone() {
    let portal = Portal::with_demo().await;
    let deal = a_deal();
    let own = previews(&portal.rep("kestrel"), &deal).await;
    assert_eq!(own["incentive"]["total"], "14", "silver, a reseller, and what it held has lapsed");
    assert!(!own["incentive"]["lines"].to_string().contains("gold"), "nothing of Bluepeak's");
    portal.rep("bluepeak").registers(deal.clone()).await;
    let again = previews(&portal.rep("kestrel"), &deal).await;
    let told = |preview: &Value| (preview["incentive"]["lines"].clone(), preview["incentive"]["gains"].clone());
    assert_eq!(told(&again), told(&own), "a rival's registration changes nothing");
    for person in [portal.manager("aurora"), portal.marketer("bluepeak")] {
        person.post("/api/v1/deals/preview", &deal.0).without("idempotency-key").await.is(403);
    }
    portal.nobody().post("/api/v1/deals/preview", &deal.0).without("idempotency-key").await.is(401);
}

#[tokio::test]
async fn approval_locks_what_stands_then_and_a_revert_opens_it_again() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, admin) = (portal.rep("bluepeak"), portal.manager("aurora"), portal.vendor_admin("aurora"));
    let deal = mira.registers(a_deal()).await;
    let waiting = mira.registers(a_deal()).await;
    let locked = jonas.approves(&deal).await;
    assert_eq!(history(&locked), ["approved", "submitted"]);
    assert_eq!(locked.at("/incentive/lockedAt"), locked.at("/incentive/history/0/at"));
    assert_eq!(locked.at("/incentive/gains"), Value::Null, "nothing can be added to what is locked");

    base_points(&admin, "10").await;
    let seen = mira.opens(&deal).await;
    assert_eq!((seen.at("/incentive/total"), seen.at("/incentive/next")), (json!("20"), Value::Null));
    mira.gives(&deal, "advance", &json!({"stage": "qualified"})).await.is(200);
    assert_eq!(history(&mira.opens(&deal).await), ["approved", "submitted"], "rules change nothing that is locked");

    let open = mira.opens(&waiting).await;
    assert_eq!((open.at("/incentive/total"), open.at("/incentive/next/total")), (json!("20"), json!("22")));
    let reviewed = jonas.starts_review(&waiting).await;
    assert_eq!(history(&reviewed), ["rules_changed", "submitted"]);
    assert_eq!((reviewed.at("/incentive/total"), reviewed.at("/incentive/next")), (json!("22"), Value::Null));

    let reverted = jonas.reverts(&deal).await;
    assert_eq!(history(&reverted), ["reverted", "approved", "submitted"]);
    assert_eq!((reverted.at("/incentive/total"), reverted.at("/incentive/lockedAt")), (json!("22"), Value::Null));
    assert_eq!(reverted.at("/incentive/history/1/margin/total"), "20", "what it was is still there");
    let approved = jonas.approves(&deal).await;
    assert_eq!(approved.at("/incentive/rulesVersion"), 2);
}

#[tokio::test]
async fn a_sale_that_came_to_more_earns_the_locked_points_of_it() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.approves(&deal).await;
    base_points(&portal.vendor_admin("aurora"), "1").await;
    let value = json!({"value": {"amount": "60000.00", "currency": "EUR"}});
    let won = Deal::seen_in(mira.gives(&deal, "win", &value).await.is(200));
    assert_eq!(history(&won), ["won", "approved", "submitted"]);
    assert_eq!((won.at("/incentive/total"), won.at("/incentive/amount/amount")), (json!("20"), json!("12000.00")));
    assert_eq!(won.at("/incentive/lockedAt"), won.at("/incentive/history/1/at"));
}

#[tokio::test]
async fn an_answer_that_changes_the_deal_changes_what_it_earns() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let asked = jonas.asks(&deal, &["products", "value"]).await;
    assert_eq!(history(&asked), ["submitted"], "a question changes nothing");
    let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let lines =
        json!([{"product": "fleet", "amount": euros("10000.00")}, {"product": "route", "amount": euros("30000.00")}]);
    let asked = mira.opens(&deal).await;
    let changed = mira.changes(&asked, &json!({"products": lines, "value": euros("40000.00")})).await;
    assert_eq!(history(&changed), ["deal_changed", "submitted"]);
    assert_eq!(changed.at("/incentive/lines/4/points"), "0.62", "2.5 points of a quarter");
    assert_eq!(changed.at("/incentive/lines/4/amount/amount"), "250.00");
    assert_eq!(history(&mira.submits(&changed).await), ["deal_changed", "submitted"]);
}

#[tokio::test]
async fn where_approval_does_not_lock_the_win_does() {
    let portal = Portal::with_demo().await;
    let (grace, kenji) = (portal.rep("vantage"), portal.manager("halcyon"));
    let deal = grace.registers(a_deal().product("vision").with("/value/currency", "USD")).await;
    assert_eq!((deal.at("/incentive/total"), deal.at("/incentive/lockAtApproval")), (json!("17"), json!(false)));
    let approved = kenji.approves(&deal).await;
    assert_eq!(approved.at("/incentive/lockedAt"), Value::Null);
    // Its engineer leaves: what the firm holds is counted at the next step.
    let lapse = "UPDATE held_certification SET ends_on = '2020-01-01' WHERE organisation_id = 'vantage'";
    portal.database().execute(lapse).await;
    assert_eq!(grace.opens(&deal).await.at("/incentive/next/total"), "14");
    grace.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(200);
    let won = Deal::seen_in(grace.gives(&deal, "win", &json!({})).await.is(200));
    assert_eq!(history(&won), ["won", "partner_changed", "approved", "submitted"]);
    assert_eq!((won.at("/incentive/total"), won.at("/incentive/lockedAt").is_string()), (json!("14"), true));
}

#[tokio::test]
async fn a_tenant_without_rules_says_nothing_and_older_documents_and_deals_are_read() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let old = portal.configured("aurora", |rules| drop(rules.as_object_mut().unwrap().remove("incentives"))).await;
    let deal = mira.at(&old).registers(a_deal()).await;
    assert_eq!(deal.at("/incentive"), Value::Null);
    assert_eq!(previews(&mira.at(&old), &a_deal()).await["incentive"], Value::Null);
    assert!(!mira.at(&old).get("/api/v1/capabilities").await.text().contains("deals.incentives"));
    assert_eq!(mira.at(&old).get("/api/v1/programme/engagement").await.is(200).at("/incentives"), Value::Null);
    // The server that has rules counts an older deal once something is decided.
    assert_eq!(jonas.starts_review(&deal).await.at("/incentive"), Value::Null);
    assert_eq!(history(&jonas.approves(&deal).await), ["approved"]);
}

#[tokio::test]
async fn what_is_published_is_what_is_counted_by() {
    let portal = Portal::with_demo().await;
    let published = portal.nobody().get("/api/v1/programme/engagement").await.is(200);
    assert_eq!(published.at("/incentives/rules/1/name/en"), "Silver tier");
    assert_eq!(published.at("/incentives/rules/1/input/0/values/0/name/de"), "Silber");
    assert_eq!(published.at("/incentives/most"), "22");
    let private = portal.manager("halcyon").get("/api/v1/programme/engagement").await.is(200);
    assert_eq!(private.at("/incentives"), Value::Null, "what is not published is nobody's to read");
}

#[tokio::test]
async fn the_file_of_deals_says_what_they_earn() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let file = mira.get(&format!("/api/v1/deals/export?q={}&bom=false", deal.number())).await.is(200).text();
    let rows: Vec<Vec<&str>> = file.lines().map(|line| line.trim_matches('"').split("\",\"").collect()).collect();
    let cell = |name: &str| rows[1][rows[0].iter().position(|head| *head == name).unwrap()];
    assert_eq!((cell("Margin (points)"), cell("Margin (amount)")), ("20", "10000.00"));
}
