//! What narrows the list: each parameter by itself and all together, and nothing of what is another's.

use crate::list::walk;
use crate::portal::{Person, Portal, a_deal, days_from_today};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde_json::{Value, json};
use std::collections::HashSet;

fn ids(rows: &[Value]) -> HashSet<String> {
    rows.iter().map(|row| row["id"].to_string()).collect()
}

async fn found(person: &Person, query: &str) -> HashSet<String> {
    let rows = walk(person, &format!("{query}&limit=200")).await;
    let distinct = ids(&rows);
    assert_eq!(distinct.len(), rows.len(), "{query}: nothing twice");
    let counted = person.lists(&format!("{query}&limit=1")).await.is(200).at("/counts/all");
    assert_eq!(counted, json!(rows.len()), "{query}: counted as it is found");
    distinct
}

fn text<'a>(row: &'a Value, pointer: &str) -> &'a str {
    row.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn cents(row: &Value) -> i64 {
    text(row, "/value/amount").replace('.', "").parse().unwrap_or(0)
}

/// The day of a moment where Aurora is.
fn berlin(moment: &str) -> Option<NaiveDate> {
    let at: DateTime<Utc> = moment.parse().ok()?;
    Some(at.with_timezone(&chrono_tz::Europe::Berlin).date_naive())
}

fn today() -> NaiveDate {
    Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive()
}

#[tokio::test]
async fn each_parameter_finds_what_it_says_and_all_of_it() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    mira.begins(a_deal().without("/value").without("/closeDate")).await;
    let all = walk(&mira, "limit=200").await;
    let of = |is: &dyn Fn(&Value) -> bool| ids(&all.iter().filter(|row| is(row)).cloned().collect::<Vec<_>>());
    let (now, euros) = (today(), |row: &Value| text(row, "/value/currency") == "EUR");
    let closes = |row: &Value| text(row, "/closeDate").parse::<NaiveDate>().ok();
    let month = |day: NaiveDate| (day.year(), day.month()) == (now.year(), now.month());
    let (soon, later) = (days_from_today(10), days_from_today(60));
    let within = |row: &Value| text(row, "/closeDate") >= soon.as_str() && text(row, "/closeDate") <= later.as_str();
    let registered = |row: &Value| berlin(text(row, "/registeredAt"));
    let owners = ["rep-bluepeak-example", "rep2-bluepeak-example"];
    let cases: Vec<(String, HashSet<String>)> = vec![
        ("product=fleet".into(), of(&|row| row["products"].as_array().unwrap().contains(&json!("fleet")))),
        (
            "product=depot,route".into(),
            of(&|row| row["products"].as_array().unwrap().iter().any(|one| one == "depot" || one == "route")),
        ),
        ("product=flee".into(), HashSet::new()),
        (format!("owner={}", owners.join(",")), of(&|row| owners.contains(&text(row, "/owner/id")))),
        ("owner=me".into(), of(&|row| text(row, "/owner/id") == owners[0])),
        ("organisation=bluepeak".into(), of(&|_| true)),
        ("country=DE,AT".into(), of(&|row| ["DE", "AT"].contains(&text(row, "/customer/country")))),
        (format!("closes={soon}..{later}"), of(&within)),
        (format!("closes={soon}.."), of(&|row| closes(row).is_some() && text(row, "/closeDate") >= soon.as_str())),
        (format!("closes=..{soon}"), of(&|row| closes(row).is_some() && text(row, "/closeDate") <= soon.as_str())),
        ("closes=this-month".into(), of(&|row| closes(row).is_some_and(month))),
        ("closes=overdue".into(), of(&|row| closes(row).is_some_and(|day| day < now))),
        ("registered=this-month".into(), of(&|row| registered(row).is_some_and(month))),
        (
            "registered=last-30-days".into(),
            of(&|row| registered(row).is_some_and(|day| (0..30).contains(&(now - day).num_days()))),
        ),
        ("currency=EUR".into(), of(&euros)),
        (
            "currency=EUR&value=20000..60000".into(),
            of(&|row| euros(row) && (2_000_000..=6_000_000).contains(&cents(row))),
        ),
        ("value=60000.50..&currency=EUR".into(), of(&|row| euros(row) && cents(row) >= 6_000_050)),
        (
            format!("product=fleet&owner=me&country=DE&currency=EUR&value=..90000&closes=..{later}&review=approved"),
            of(&|row| {
                row["products"].as_array().unwrap().contains(&json!("fleet"))
                    && text(row, "/owner/id") == owners[0]
                    && text(row, "/customer/country") == "DE"
                    && euros(row)
                    && cents(row) <= 9_000_000
                    && closes(row).is_some()
                    && text(row, "/closeDate") <= later.as_str()
                    && row["review"] == "approved"
            }),
        ),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&mira, &query).await, expected, "{query}");
        let narrows = query == "organisation=bluepeak" || expected.len() < all.len();
        assert!(
            narrows && (!expected.is_empty() || query == "product=flee"),
            "{query} shows nothing: {}",
            expected.len()
        );
    }
}

#[tokio::test]
async fn the_day_of_receipt_is_that_where_the_tenant_is() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    // Half past midnight in Berlin, in summer: the day before in UTC.
    let at = "2026-06-30T22:30:00Z".parse::<DateTime<Utc>>().unwrap().timestamp_millis();
    let set = format!("UPDATE deal SET registered_at = {at} WHERE id = '{}'", deal.id);
    portal.database().execute(&set).await;
    let holds = async |span: &str| found(&mira, &format!("q={}&registered={span}", deal.number())).await.len() == 1;
    assert!(holds("2026-07-01..2026-07-01").await);
    assert!(!holds("..2026-06-30").await && !holds("2026-07-02..").await);
}

#[tokio::test]
async fn nobody_is_found_by_what_is_anothers() {
    let portal = Portal::with_demo().await;
    let (mira, manager) = (portal.rep("bluepeak"), portal.manager("aurora"));
    for query in
        ["owner=rep-kestrel-example", "organisation=kestrel", "organisation=vantage", "owner=rep-vantage-example"]
    {
        assert!(found(&mira, query).await.is_empty(), "{query}");
    }
    assert!(found(&manager, "organisation=vantage").await.is_empty(), "another tenant's");
    let firm = |row: &Value, id: &str| text(row, "/organisation/id") == id;
    let rows = walk(&manager, "organisation=kestrel&limit=200").await;
    assert!(!rows.is_empty() && rows.iter().all(|row| firm(row, "kestrel")));
    let both = walk(&manager, "organisation=kestrel,bluepeak&limit=200").await;
    assert_eq!(ids(&both), ids(&walk(&manager, "limit=200").await));
}

#[tokio::test]
async fn the_export_has_what_the_list_shows() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let query = "product=depot&currency=EUR&value=10000..&closes=this-year&sort=customer";
    let listed = walk(&mira, &format!("{query}&limit=200")).await;
    let file = mira.get(&format!("/api/v1/deals/export?{query}")).await.is(200);
    let file = std::str::from_utf8(&file.body).unwrap().to_owned();
    let numbers: Vec<String> =
        file.lines().filter(|line| line.starts_with("\"D-")).map(|line| line[1..12].to_owned()).collect();
    assert_eq!(numbers, listed.iter().map(|row| text(row, "/number").to_owned()).collect::<Vec<_>>());
    assert!(!numbers.is_empty());
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for query in [
        "country=de",
        "closes=soon",
        "closes=2026-11-05",
        "registered=2026-11-05..2026-11-04",
        "currency=eur",
        "value=1..2",
        "currency=EUR&value=2..1",
        "currency=EUR&value=1,5..",
        "colour=red",
        "product=a%07",
    ] {
        mira.lists(query).await.is(400).refuses("malformed");
        mira.get(&format!("/api/v1/deals/board?{query}")).await.is(400);
        mira.get(&format!("/api/v1/deals/export?{query}")).await.is(400);
    }
    assert_eq!(found(&mira, "product=&country=&closes=&value=&currency=").await.len(), 200);
}

#[tokio::test]
async fn a_filter_offers_who_can_be_meant() {
    let portal = Portal::with_demo().await;
    let offered = async |person: &Person, query: &str| {
        let answer = person.get(&format!("/api/v1/deals/filter-options?{query}")).await.is(200);
        (answer.each("/owners", "/id"), answer.each("/organisations", "/id"))
    };
    let (owners, firms) = offered(&portal.marketer("bluepeak"), "").await;
    assert!(owners.contains(&"rep-bluepeak-example".to_owned()) && owners.len() == 3, "{owners:?}");
    assert!(firms.is_empty(), "a partner has none beside itself");
    let (owners, firms) = offered(&portal.manager("aurora"), "").await;
    assert_eq!(firms, ["bluepeak", "kestrel"]);
    assert!(owners.contains(&"rep-kestrel-example".to_owned()) && !owners.contains(&"rep-vantage-example".to_owned()));
    let (owners, _) = offered(&portal.manager("aurora"), "organisation=kestrel").await;
    assert!(!owners.is_empty() && owners.iter().all(|id| id.contains("kestrel")), "{owners:?}");
    let (owners, firms) = offered(&portal.manager("aurora"), "q=MIRA").await;
    assert_eq!((owners, firms), (vec!["rep-bluepeak-example".to_owned()], Vec::new()));
    portal.rep("bluepeak").get("/api/v1/deals/filter-options?stage=won").await.is(400);
}

#[tokio::test]
async fn a_row_says_what_its_reader_may_do() {
    let portal = Portal::with_demo().await;
    let (mira, manager) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    for person in [mira, manager, portal.marketer("bluepeak")] {
        let row = person.lists(&format!("q={}", deal.number())).await.is(200).at("/items/0/allowedActions");
        assert_eq!(row, person.opens(&deal).await.at("/allowedActions"));
    }
}
