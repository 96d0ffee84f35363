//! Deals in figures: of what one sees and no more, by the months where the tenant is, and never across currencies.

use crate::portal::{Deal, NewDeal, Person, Portal, a_deal, days_from_today};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;
use serde_json::{Value, json};

async fn pipeline(person: &Person, query: &str) -> Value {
    person.get(&format!("/api/v1/deals/pipeline?{query}")).await.is(200).json()
}

pub(crate) async fn forecast(person: &Person, query: &str) -> Value {
    person.get(&format!("/api/v1/deals/forecast?{query}")).await.is(200).json()
}

pub(crate) fn cents(money: &Value) -> i128 {
    money["amount"].as_str().unwrap().replace('.', "").parse().unwrap()
}

/// What the figures of a list come to in one currency: how many, and the sum.
fn added(list: &Value, of: impl Fn(&Value) -> bool, code: &str) -> (u64, i128) {
    let figures =
        list.as_array().unwrap().iter().filter(|one| of(one)).flat_map(|one| one["figures"].as_array().unwrap());
    let figures: Vec<&Value> = figures.filter(|figure| figure["sum"]["currency"] == code).collect();
    (figures.iter().map(|one| one["count"].as_u64().unwrap()).sum(), figures.iter().map(|one| cents(&one["sum"])).sum())
}

/// What every row of the list comes to, that is of these.
async fn listed(person: &Person, query: &str, code: &str, of: impl Fn(&Value) -> bool) -> (u64, i128) {
    let (mut cursor, mut found) = (String::new(), (0, 0));
    loop {
        let page = person.lists(&format!("{query}&limit=200{cursor}")).await.is(200).json();
        for row in page["items"].as_array().unwrap().iter().filter(|row| row["value"]["currency"] == code && of(row)) {
            found = (found.0 + 1, found.1 + cents(&row["value"]));
        }
        let Some(next) = page["nextCursor"].as_str() else { return found };
        cursor = format!("&cursor={next}");
    }
}

pub(crate) fn today() -> NaiveDate {
    Utc::now().with_timezone(&Berlin).date_naive()
}

pub(crate) fn of_value(amount: &str, code: &str) -> NewDeal {
    let money = json!({"amount": amount, "currency": code});
    a_deal()
        .with("/value", money.clone())
        .with("/products", json!([{"product": "fleet", "quantity": 1, "amount": money}]))
}

pub(crate) async fn approved(portal: &Portal, firm: &str, deal: NewDeal) -> Deal {
    let deal = portal.rep(firm).registers(deal).await;
    portal.manager("aurora").approves(&deal).await
}

#[tokio::test]
async fn open_deals_add_up_by_stage_and_currency_to_what_the_list_has() {
    let portal = Portal::with_demo().await;
    for person in [portal.partner_admin("bluepeak"), portal.manager("aurora")] {
        let drawn = pipeline(&person, "").await;
        let codes: Vec<&str> = drawn["currencies"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(codes.len() > 2, "{codes:?}");
        for code in codes {
            for stage in ["prospect", "qualified", "proposal", "pilot", "committed"] {
                let drawn = added(&drawn["open"], |open| open["stageId"] == stage, code);
                let rows = listed(&person, &format!("stageId={stage}"), code, |row| row["review"] == "approved").await;
                assert_eq!(drawn, rows, "{stage} {code}");
            }
        }
    }
}

#[tokio::test]
async fn a_month_has_what_is_expected_in_it_and_what_has_passed_is_overdue() {
    let portal = Portal::with_demo().await;
    let leo = portal.partner_admin("bluepeak");
    let drawn = pipeline(&leo, "months=3").await;
    let first = today().with_day(1).unwrap();
    let later = first.checked_add_months(chrono::Months::new(3)).unwrap();
    let period = |row: &Value| -> String {
        let day: NaiveDate = row["closeDate"].as_str().unwrap().parse().unwrap();
        match day {
            day if day < today() => "overdue".to_owned(),
            day if day >= later => "later".to_owned(),
            day => day.format("%Y-%m").to_string(),
        }
    };
    let months =
        (0..3).map(|month| (first.checked_add_months(chrono::Months::new(month)).unwrap()).format("%Y-%m").to_string());
    for name in months.chain(["overdue".to_owned(), "later".to_owned()]) {
        let of = added(&drawn["open"], |open| open["period"] == name, "EUR");
        let rows = listed(&leo, "stage=prospect,qualified,proposal,committed", "EUR", |row| {
            row["review"] == "approved" && period(row) == name
        })
        .await;
        assert_eq!(of, rows, "{name}");
    }
    for wrong in ["months=4", "months=x", "owner=somebody", "color=red", "partner=%00"] {
        leo.get(&format!("/api/v1/deals/pipeline?{wrong}")).await.is(400);
        leo.get(&format!("/api/v1/deals/forecast?{wrong}")).await.is(400);
    }
}

#[tokio::test]
async fn a_partner_never_sees_another_firms_sums_and_a_rep_may_look_at_the_own() {
    let portal = Portal::with_demo().await;
    let (amir, leo, jonas) = (portal.rep("kestrel"), portal.partner_admin("bluepeak"), portal.manager("aurora"));
    let before = (forecast(&amir, "").await, pipeline(&amir, "").await);
    approved(&portal, "bluepeak", of_value("7000000.00", "EUR").with("/closeDate", days_from_today(40))).await;
    assert_eq!((forecast(&amir, "").await, pipeline(&amir, "").await), before, "a rival's deal changes nothing");
    assert_eq!(before.0["partners"], Value::Null, "who else there is, is the vendor's to know");
    assert_eq!(before.1["partners"], Value::Null);
    for path in ["pipeline", "forecast"] {
        let rival = amir.get(&format!("/api/v1/deals/{path}?partner=bluepeak")).await.is(200).json();
        assert_eq!(rival["currencies"], json!([]), "another's is nobody's: {rival}");
    }
    let sum = |drawn: &Value| added(&drawn["open"], |_| true, "EUR");
    let (all, bluepeak, kestrel) = (
        pipeline(&jonas, "").await,
        pipeline(&jonas, "partner=bluepeak").await,
        pipeline(&jonas, "partner=kestrel").await,
    );
    assert_eq!((sum(&all).0, sum(&all).1), (sum(&bluepeak).0 + sum(&kestrel).0, sum(&bluepeak).1 + sum(&kestrel).1));
    assert_eq!(sum(&bluepeak), sum(&pipeline(&leo, "").await));
    let names: Vec<&str> =
        all["partners"].as_array().unwrap().iter().filter_map(|firm| firm["name"].as_str()).collect();
    assert_eq!(names, ["Bluepeak Consulting", "Kestrel IT"], "those of this portal alone");
    let mira = portal.rep("bluepeak");
    let own = sum(&pipeline(&mira, "owner=me").await);
    assert_eq!(
        own,
        listed(&mira, "stage=prospect,qualified,proposal,committed&owner=me", "EUR", |row| row["review"] == "approved")
            .await
    );
    assert!(own.0 < sum(&pipeline(&mira, "").await).0);
    portal.nobody().get("/api/v1/deals/pipeline").await.is(401);
    portal.nobody().get("/api/v1/deals/forecast").await.is(401);
    portal.nobody().get("/api/v1/deals/forecast/export").await.is(401);
}

#[tokio::test]
async fn the_tenants_clock_decides_the_month() {
    let portal = Portal::with_demo().await;
    let (mira, leo) = (portal.rep("bluepeak"), portal.partner_admin("bluepeak"));
    let deal = approved(&portal, "bluepeak", of_value("321.00", "GBP")).await;
    mira.gives(&deal, "win", &json!({})).await.is(200);
    let before = |month: &str, told: &Value| {
        added(&told["decided"], |one| one["month"] == month && one["outcome"] == "won", "GBP").1
    };
    let last = today().with_day(1).unwrap().pred_opt().unwrap();
    // An hour before the month ends in Berlin, and a minute after it has ended there, while it goes on in London.
    let midnight =
        last.succ_opt().unwrap().and_hms_opt(0, 0, 0).unwrap().and_local_timezone(Berlin).unwrap().with_timezone(&Utc);
    let (old, new) = (last.format("%Y-%m").to_string(), today().format("%Y-%m").to_string());
    let put = async |at: DateTime<Utc>| {
        let sql = format!("UPDATE deal SET decided_at = {} WHERE id = '{}'", at.timestamp_millis(), deal.id);
        portal.database().execute(&sql).await;
        let told = pipeline(&leo, "").await;
        (before(&old, &told), before(&new, &told))
    };
    let one = put(midnight - chrono::TimeDelta::hours(1)).await;
    let other = put(midnight + chrono::TimeDelta::minutes(1)).await;
    assert_eq!((one.0 - other.0, other.1 - one.1), (32_100, 32_100), "{one:?} {other:?}");
}

#[tokio::test]
async fn losses_and_rejections_are_told_by_reason_until_they_are_put_right() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let of = async |outcome: &str, code: &str| {
        let told = pipeline(&jonas, "months=3").await;
        added(&told["decided"], |one| one["outcome"] == outcome && one["reasonCode"] == code, "USD").0
    };
    let (lost, rejected) = (of("lost", "price").await, of("rejected", "no_budget").await);
    let sold = approved(&portal, "bluepeak", of_value("10.00", "USD")).await;
    mira.gives(&sold, "lose", &json!({"reasonCode": "price"})).await.is(200);
    let deal = mira.registers(of_value("20.00", "USD").of("Another", "another.example")).await;
    let no = json!({"reasonCode": "no_budget", "comment": "Come back in spring."});
    jonas.gives(&deal, "reject", &no).await.is(200);
    assert_eq!((of("lost", "price").await, of("rejected", "no_budget").await), (lost + 1, rejected + 1));
    jonas.gives(&deal, "revert", &json!({"comment": "I mistook it."})).await.is(200);
    assert_eq!(of("rejected", "no_budget").await, rejected);
}

#[tokio::test]
async fn sums_beyond_what_an_amount_can_be_are_exact() {
    let portal = Portal::with_demo().await;
    let leo = portal.partner_admin("bluepeak");
    for name in ["one", "two", "three"] {
        let largest = of_value("999999999999.99", "CHF")
            .of(name, &format!("{name}.example"))
            .with("/closeDate", days_from_today(30));
        approved(&portal, "bluepeak", largest).await;
    }
    let told = added(&pipeline(&leo, "").await["open"], |open| open["stageId"] == "prospect", "CHF");
    let rows = listed(&leo, "stageId=prospect", "CHF", |row| row["review"] == "approved").await;
    assert_eq!(told, rows);
    assert!(told.1 > 299_999_999_999_997);
    let home = leo.get("/api/v1/home").await.is(200).json();
    let francs =
        home["pipeline"][0]["values"].as_array().unwrap().iter().find(|value| value["currency"] == "CHF").cloned();
    assert_eq!(francs.map(|value| cents(&value)), Some(told.1), "the first page leaves none of it out");
}
