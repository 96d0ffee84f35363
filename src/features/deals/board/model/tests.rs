//! What a move, an answer and an event leave of the board.

use super::*;
use serde_json::{Value, json};

fn deal(id: &str, stage: Option<&str>, version: i64) -> DealSummary {
    serde_json::from_value(json!({
        "id": id, "number": "D-0000-0000", "customer": {"name": id}, "products": [], "stage": stage,
        "review": if stage.is_some() { "approved" } else { "submitted" }, "value": {"amount": "10.00", "currency": "EUR"},
        "owner": {"id": "mira", "name": "Mira Kern"}, "organisation": {"id": "bluepeak", "name": "Bluepeak"},
        "allowedActions": ["advance", "win", "lose"], "updatedAt": "2026-11-23T09:00:00Z", "version": version
    }))
    .unwrap()
}

fn board(columns: &[(Option<&str>, &[&str])]) -> Columns {
    let columns: Vec<Value> = columns
        .iter()
        .map(|(stage, ids)| {
            let items: Vec<DealSummary> = ids.iter().map(|id| deal(id, *stage, 1)).collect();
            let sum = json!([{"amount": format!("{}0.00", ids.len()), "currency": "EUR"}]);
            let values = if ids.is_empty() { json!([]) } else { sum };
            json!({"stage": stage, "count": ids.len(), "values": values, "items": items})
        })
        .collect();
    Columns::first(serde_json::from_value(json!({ "columns": columns })).unwrap(), Filter::default())
}

/// Stage, count, sum and cards of each column that has any.
fn told(board: &Columns) -> Vec<String> {
    let some = board.all.iter().filter(|column| column.count > 0);
    some.map(|column| {
        let ids: Vec<&str> = column.cards.iter().map(|card| card.id.as_str()).collect();
        let sums: Vec<&str> = column.values.iter().map(Total::amount).collect();
        format!("{} {} {} {}", column.key, column.count, sums.join("+"), ids.join(","))
    })
    .collect()
}

fn three() -> Columns {
    board(&[(None, &["w"]), (Some("prospect"), &["a", "b", "c"]), (Some("qualified"), &[]), (Some("proposal"), &["d"])])
}

#[test]
fn a_moved_card_takes_its_count_and_its_value_with_it() {
    let before = three();
    let after = before.moved("b", "proposal").unwrap();
    assert_eq!(told(&after), ["waiting 1 10.00 w", "prospect 2 20.00 a,c", "proposal 2 20.00 b,d"]);
    assert!(after.card("b").unwrap().moving);
    assert!(Rc::ptr_eq(&before.all[0], &after.all[0]), "other columns stay as they are");
    let settled = after.patched(&deal("b", Some("proposal"), 2), false).unwrap();
    assert_eq!(told(&settled), told(&after));
    assert!(!settled.card("b").unwrap().moving);
    assert!(settled.patched(&deal("b", Some("proposal"), 2), false).is_none(), "told again by the stream");
}

#[test]
fn a_refused_move_is_rolled_back_to_its_place() {
    let before = three();
    let (card, place) = (before.card("b").unwrap().clone(), 1);
    let moved = before.moved("b", "qualified").unwrap();
    let back = moved.back(&card, place).unwrap();
    assert_eq!(told(&back), told(&before));
    assert_eq!(back.card("b").unwrap().changes, 1, "it glows where it is back");
    // Meanwhile a colleague has moved it: that is how it stands.
    let elsewhere = moved.patched(&deal("b", Some("proposal"), 2), false).unwrap();
    assert!(elsewhere.back(&card, place).is_none());
}

#[test]
fn an_event_moves_one_card() {
    let board = three();
    let after = board.patched(&deal("a", Some("qualified"), 2), false).unwrap();
    assert_eq!(told(&after)[1..3], ["prospect 2 20.00 b,c", "qualified 1 10.00 a"]);
    let approved = after.patched(&deal("w", Some("prospect"), 2), false).unwrap();
    assert_eq!(told(&approved)[0], "prospect 3 30.00 w,b,c");
    assert!(approved.patched(&deal("a", Some("prospect"), 1), true).is_none(), "told late");
    let withdrawn: DealSummary = DealSummary { review: Review::Withdrawn, stage: None, ..deal("d", None, 2) };
    assert_eq!(told(&approved.patched(&withdrawn, false).unwrap()).len(), 2, "it leaves the board");
    assert!(board.patched(&deal("new", Some("proposal"), 1), false).is_none(), "of another list");
    assert_eq!(told(&board.patched(&deal("new", Some("proposal"), 1), true).unwrap())[2], "proposal 2 20.00 new,d");
}

#[test]
fn a_tenants_own_stage_is_a_column_of_its_own() {
    let column = |id: &str, stage: &str| json!({"stage": stage, "stageId": id, "count": 0, "values": [], "items": []});
    let columns = json!({"columns": [column("prospect", "prospect"), column("pilot", "proposal"), column("proposal", "proposal")]});
    let board = Columns::first(serde_json::from_value(columns).unwrap(), Filter::default());
    let at = |id: Option<&str>| {
        let deal = DealSummary { stage_id: id.map(str::to_owned), ..deal("a", Some("proposal"), 1) };
        board.place_of(&deal)
    };
    assert_eq!((at(Some("proposal")), at(Some("pilot"))), (Some(2), Some(1)));
    assert_eq!(at(None), Some(1), "without one of its own it stands in the first");
    assert_eq!(at(Some("gone")), Some(1));
    let with = board.patched(&deal("a", Some("prospect"), 1), true).unwrap();
    let moved = with.moved("a", "proposal").unwrap();
    assert_eq!(told(&moved), ["proposal 1 10.00 a"]);
    assert_eq!(moved.card("a").unwrap().deal.stage, Some(Stage::Proposal));
}

#[test]
fn arrows_lead_to_the_next_card_and_past_empty_columns() {
    let board = three();
    let step = |from: &str, key: &str| board.step(from, key, false).map(|id| id.to_string());
    assert_eq!(step("a", "ArrowDown").as_deref(), Some("b"));
    assert_eq!(step("a", "ArrowUp"), None);
    assert_eq!(step("a", "End").as_deref(), Some("c"));
    assert_eq!(step("b", "ArrowRight").as_deref(), Some("d"), "past the empty column, to its last card");
    assert_eq!(step("d", "ArrowLeft").as_deref(), Some("a"));
    assert_eq!(step("w", "ArrowLeft"), None);
    assert_eq!(
        board.step("d", "ArrowRight", true).as_deref(),
        Some("a"),
        "the other way where one reads from the right"
    );
}

#[test]
fn what_a_card_allows_is_the_prms_to_say_where_it_has_said_it() {
    let allowed = three().card("a").unwrap().may(Role::Rep, Command::Advance);
    let unknown = Card::of(DealSummary { allowed_actions: None, ..deal("a", Some("prospect"), 1) }, 0, false);
    let won = Card::of(DealSummary { allowed_actions: None, ..deal("a", Some("won"), 1) }, 0, false);
    assert!(allowed && unknown.may(Role::Rep, Command::Advance));
    assert!(!unknown.may(Role::Marketer, Command::Advance) && !won.may(Role::Rep, Command::Advance));
}
