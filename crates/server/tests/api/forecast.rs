//! What is to be expected: by category and probability, beside what was won, by partner for the vendor, and as a file.

use crate::figures::{approved, cents, forecast, of_value, today};
use crate::portal::{Answer, Portal, days_from_today};
use chrono::Days;
use serde_json::{Value, json};

#[tokio::test]
async fn a_forecast_counts_by_category_and_probability_and_says_what_was_won() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let month = (today() + Days::new(100)).format("%Y-%m").to_string();
    let of = |told: &Value, period: &str| -> Value {
        let periods = told["periods"].as_array().unwrap();
        let found = periods.iter().find(|one| one["period"] == period).unwrap()["outlooks"].as_array().unwrap();
        found.iter().find(|one| one["commit"]["currency"] == "SEK").cloned().unwrap_or(Value::Null)
    };
    let zero = |value: &Value, member: &str| if value.is_null() { 0 } else { cents(&value[member]) };
    let before = of(&forecast(&jonas, "").await, &month);
    let (one, other) = (
        approved(&portal, "bluepeak", of_value("1000.01", "SEK").with("/closeDate", days_from_today(100))).await,
        approved(
            &portal,
            "bluepeak",
            of_value("500.00", "SEK").with("/closeDate", days_from_today(100)).of("Other", "other.example"),
        )
        .await,
    );
    mira.gives(&one, "advance", &json!({"stage": "pilot"})).await.is(200);
    mira.gives(&other, "advance", &json!({"stage": "committed"})).await.is(200);
    let after = of(&forecast(&jonas, "").await, &month);
    let grown = |member: &str| cents(&after[member]) - zero(&before, member);
    assert_eq!((grown("bestCase"), grown("commit"), grown("pipeline")), (100_001, 50_000, 0));
    // 75% of 1000.01 and 90% of 500.00, as far as half a cent of rounding on either side.
    assert!((grown("weighted") - (75_001 + 45_000)).abs() <= 1, "{}", grown("weighted"));
    let now = today().format("%Y-%m").to_string();
    let won = of(&forecast(&jonas, "").await, &now);
    mira.gives(&other, "win", &json!({"value": {"amount": "480.00", "currency": "SEK"}})).await.is(200);
    let told = forecast(&jonas, "").await;
    let before_sum = if won.is_null() { 0 } else { cents(&won["won"]["sum"]) };
    assert_eq!(cents(&of(&told, &now)["won"]["sum"]) - before_sum, 48_000, "by the day it was won");
    assert_eq!(cents(&of(&told, &month)["commit"]), zero(&before, "commit"), "and it is expected no more");
    let order: Vec<&str> =
        told["periods"].as_array().unwrap().iter().filter_map(|one| one["period"].as_str()).collect();
    assert_eq!(order.len(), 6 + 1 + 12 + 2, "half a year back, overdue, a year ahead, later, without a day: {order:?}");
    assert_eq!((order[6], order[7]), ("overdue", now.as_str()));
}

#[tokio::test]
async fn the_vendor_sees_the_forecast_by_partner_and_it_adds_up() {
    let portal = Portal::with_demo().await;
    let told = forecast(&portal.manager("aurora"), "").await;
    for code in told["currencies"].as_array().unwrap() {
        for member in ["commit", "bestCase", "pipeline"] {
            let of = |outlooks: Vec<&Value>| -> i128 {
                outlooks
                    .into_iter()
                    .filter(|one| one["commit"]["currency"] == *code)
                    .map(|one| cents(&one[member]))
                    .sum()
            };
            let months = told["periods"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|one| one["outlooks"].as_array().unwrap())
                .collect();
            let firms = told["partners"].as_array().unwrap().iter().map(|one| &one["outlook"]).collect();
            assert_eq!(of(months), of(firms), "{member} {code}");
        }
    }
    let mine = forecast(&portal.partner_admin("bluepeak"), "").await;
    let euros = |told: &Value, name: &str| {
        let firms = told["partners"].as_array().unwrap();
        let of = firms
            .iter()
            .find(|one| one["organisation"]["name"] == name && one["outlook"]["commit"]["currency"] == "EUR");
        cents(&of.unwrap()["outlook"]["open"]["sum"])
    };
    let all: i128 = mine["periods"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["outlooks"].as_array().unwrap())
        .filter(|one| one["commit"]["currency"] == "EUR")
        .map(|one| cents(&one["open"]["sum"]))
        .sum();
    assert_eq!(euros(&told, "Bluepeak Consulting"), all);
}

fn lines(file: &Answer) -> Vec<String> {
    file.text().trim_start_matches('\u{feff}').trim_end().split("\r\n").map(str::to_owned).collect()
}

#[tokio::test]
async fn the_table_of_a_forecast_is_a_file() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let answer = jonas.get("/api/v1/deals/forecast/export?months=6").await.is(200);
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(answer.header("content-disposition").unwrap().starts_with("attachment; filename=\"forecast-20"));
    let rows = lines(&answer);
    assert_eq!(
        rows[0],
        "\"Month\",\"Currency\",\"Won\",\"Commit\",\"Best case\",\"Pipeline\",\"Weighted\",\"Open deals\""
    );
    let told = forecast(&jonas, "months=6").await;
    let outlooks = told["periods"].as_array().unwrap().iter().flat_map(|one| one["outlooks"].as_array().unwrap());
    assert_eq!(rows.len() - 1, outlooks.count());
    let overdue = rows.iter().find(|row| row.starts_with("\"Overdue\",\"EUR\",\"0.00\"")).expect("what is overdue");
    assert_eq!(overdue.split(',').count(), 8, "{overdue}");
    let german = lines(&jonas.get("/api/v1/deals/forecast/export?by=partner&language=de").await.is(200));
    assert!(german[0].starts_with("\"Partner\";\"Währung\";\"Gewonnen\";"), "{}", german[0]);
    assert!(german[1].contains(",00\""), "amounts as the language writes them: {}", german[1]);
    jonas.get("/api/v1/deals/forecast/export?by=colour").await.is(400);
    let own = lines(&portal.rep("kestrel").get("/api/v1/deals/forecast/export?by=partner").await.is(200));
    assert_eq!(own.len(), 1, "partners are the vendor's to compare");
}
