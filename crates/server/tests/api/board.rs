//! Deals by stage.

use crate::list::walk;
use crate::portal::{Answer, Person, Portal, a_deal};
use serde_json::{Value, json};
use std::collections::BTreeMap;

async fn board(person: &Person, query: &str) -> Answer {
    person.get(&format!("/api/v1/deals/board?{query}")).await.is(200)
}

fn columns(board: &Answer) -> Vec<Value> {
    board.at("/columns").as_array().unwrap().clone()
}

/// What a deal of the list is in: the stage of an approved one, or what waits.
fn column_of(row: &Value) -> Option<Value> {
    let waits = ["claimed", "submitted", "in_review", "info_requested"];
    match row["review"].as_str().unwrap() {
        "approved" => Some(row.get("stageId").unwrap_or(&row["stage"]).clone()),
        review if waits.contains(&review) => Some(Value::Null),
        _ => None,
    }
}

#[tokio::test]
async fn a_column_has_what_the_list_has_at_its_stage() {
    let portal = Portal::with_demo().await;
    for (person, query) in [
        (portal.rep("bluepeak"), ""),
        (portal.rep("bluepeak"), "product=fleet&currency=EUR&owner=me"),
        (portal.rep("kestrel"), "sort=-value"),
        (portal.manager("aurora"), "organisation=kestrel"),
    ] {
        let all = walk(&person, &format!("{query}&limit=200")).await;
        let shown = columns(&board(&person, query).await);
        let stages: Vec<Value> = shown.iter().map(|column| column["stageId"].clone()).collect();
        let own = json!([null, "prospect", "qualified", "proposal", "pilot", "committed", "won", "lost"]);
        assert_eq!(json!(stages), own, "one of the tenant's own among them");
        assert_eq!(shown[4]["stage"], "proposal");
        for column in shown {
            let rows: Vec<&Value> =
                all.iter().filter(|row| column_of(row).as_ref() == Some(&column["stageId"])).collect();
            assert_eq!(column["count"], rows.len(), "{query} {}", column["stageId"]);
            let mut sums: BTreeMap<String, i64> = BTreeMap::new();
            for row in rows.iter().filter(|row| row["value"].is_object()) {
                let cents: i64 = row["value"]["amount"].as_str().unwrap().replace('.', "").parse().unwrap();
                *sums.entry(row["value"]["currency"].as_str().unwrap().to_owned()).or_default() += cents;
            }
            let said = column["values"].as_array().unwrap().iter().map(|money| {
                let cents = money["amount"].as_str().unwrap().replace('.', "").parse().unwrap();
                (money["currency"].as_str().unwrap().to_owned(), cents)
            });
            assert_eq!(said.collect::<BTreeMap<_, i64>>(), sums, "{query} {}", column["stageId"]);
            let ids = |rows: &[&Value]| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
            let cards: Vec<&Value> = column["items"].as_array().unwrap().iter().collect();
            assert_eq!(ids(&cards), ids(&rows)[..rows.len().min(20)], "in the list's order");
            assert_eq!(column["nextCursor"].is_string(), rows.len() > 20);
        }
    }
}

#[tokio::test]
async fn a_column_goes_on_in_the_list() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let columns = columns(&board(&mira, "limit=2&sort=closeDate").await);
    let waiting = "review=claimed,submitted,in_review,info_requested";
    for (column, narrowed) in [(&columns[0], waiting), (&columns[1], "review=approved&stageId=prospect")] {
        let cursor = column["nextCursor"].as_str().unwrap();
        let rest = walk(&mira, &format!("{narrowed}&sort=closeDate&limit=200&cursor={cursor}")).await;
        assert_eq!(column["count"], rest.len() + 2);
        let shown = column["items"].as_array().unwrap();
        assert!(shown.len() == 2 && rest.iter().all(|row| shown.iter().all(|card| card["id"] != row["id"])));
    }
}

#[tokio::test]
async fn a_card_says_who_may_move_it() {
    let portal = Portal::with_demo().await;
    let (mira, manager) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = manager.approves(&mira.registers(a_deal()).await).await;
    let query = format!("q={}", deal.number());
    for (person, may) in [(&mira, true), (&manager, true), (&portal.marketer("bluepeak"), false)] {
        let card = columns(&board(person, &query).await)[1]["items"][0].clone();
        assert_eq!(card["id"], deal.id.as_str());
        assert_eq!(card["allowedActions"].as_array().unwrap().contains(&json!("advance")), may);
    }
    mira.gives(&deal, "advance", &json!({"stage": "proposal"})).await.is(200);
    assert_eq!(columns(&board(&mira, &query).await)[3]["count"], 1);
    mira.gives(&deal, "win", &json!({})).await.is(200);
    let won = columns(&board(&mira, &query).await)[6].clone();
    assert_eq!((&won["count"], &won["values"][0]["amount"]), (&json!(1), &json!("50000.00")));
    assert!(
        !won["items"][0]["allowedActions"].as_array().unwrap().contains(&json!("advance")),
        "nothing undoes a sale"
    );
}

#[tokio::test]
async fn a_board_is_for_who_is_signed_in_and_asks_for_what_there_is() {
    let portal = Portal::with_demo().await;
    portal.nobody().get("/api/v1/deals/board").await.is(401);
    for query in ["cursor=abc", "limit=0", "limit=51", "page=2", "sort=size"] {
        portal.rep("bluepeak").get(&format!("/api/v1/deals/board?{query}")).await.is(400);
    }
    let rivals = columns(&board(&portal.rep("bluepeak"), "organisation=kestrel").await);
    assert!(rivals.iter().all(|column| column["count"] == 0));
}
