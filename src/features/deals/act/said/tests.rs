//! What is typed, and the order it makes.

use super::*;
use portico_contract::money::{Currency, Money};

fn deal() -> Deal {
    serde_json::from_value(json!({
        "id": "x", "number": "D-0000-0000", "customer": {}, "contact": {}, "products": [], "dealType": "net_new",
        "attribution": "sourced", "qualification": {}, "custom": {}, "review": "approved", "stage": "prospect",
        "value": {"amount": "50000.00", "currency": "EUR"}, "owner": {"id": "m", "name": "Mira"},
        "organisation": {"id": "b", "name": "Bluepeak"}, "allowedActions": [], "editableFields": [],
        "createdAt": "2026-11-23T09:00:00Z", "updatedAt": "2026-11-23T09:00:00Z", "version": 1
    }))
    .unwrap()
}

fn order(said: &Said, command: Command) -> Result<Order, Vec<FieldProblem>> {
    said.order(command, &deal(), &DealForm::default(), ',')
}

fn typed(texts: &[(&str, &str)]) -> Said {
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Said { texts, ..Said::default() }
}

#[test]
fn what_is_missing_is_named_by_its_field() {
    let missing = |command| {
        let problems = order(&Said::default(), command).unwrap_err();
        problems.iter().map(|problem| field_id(&problem.pointer)).collect::<Vec<_>>()
    };
    assert_eq!(missing(Command::Approve), ["order-protectionDays"]);
    assert_eq!(missing(Command::Reject), ["order-reasonCode", "order-comment"]);
    assert_eq!(missing(Command::RequestInfo), ["order-comment", "order-fields"]);
    assert_eq!(missing(Command::Reassign), ["order-owner"]);
    assert_eq!(missing(Command::RequestCoSell), ["order-kind"]);
    assert!(order(&Said::default(), Command::Withdraw).is_ok(), "a withdrawal needs no word");
}

#[test]
fn an_order_has_one_key_as_long_as_it_is_the_same() {
    use std::sync::atomic::{AtomicU32, Ordering};
    fn new() -> String {
        static MADE: AtomicU32 = AtomicU32::new(0);
        MADE.fetch_add(1, Ordering::Relaxed).to_string()
    }
    let (one, other) = (Order::Withdraw { comment: None }, Order::Withdraw { comment: Some("Lost.".to_owned()) });
    let mut begun = Begun::default();
    begun.open(1);
    let first = begun.key(&one, new);
    begun.open(1);
    assert_eq!(begun.key(&one, new), first, "closed and opened again, it is asked for again");
    let second = begun.key(&other, new);
    assert_ne!(second, first, "another body is another order");
    begun.open(2);
    assert_ne!(begun.key(&other, new), second, "the deal went on meanwhile");
}

#[test]
fn a_template_fills_the_comment_and_what_was_typed_comes_back() {
    let after = |edits: Vec<Edit>| edits.into_iter().fold(Rc::new(Said::default()), Said::reduce);
    let typed = |text: &str| Edit::Text("order-comment".to_owned(), text.to_owned());
    let fill = |id: &str| Edit::Fill(id.to_owned(), format!("Text of {id}."));
    let filled = after(vec![typed("Mine."), fill("a"), fill("b")]);
    assert_eq!((filled.raw("comment"), filled.text("template")), ("Text of b.", "b"));
    let back = after(vec![typed("Mine."), fill("a"), fill("b"), Edit::Unfill]);
    assert_eq!((back.raw("comment"), back.text("template"), back.is_filled()), ("Mine.", "", false));
    let edited = after(vec![typed("Mine."), fill("a"), typed("Text of a, and more."), fill("b"), Edit::Unfill]);
    assert_eq!(edited.raw("comment"), "Text of a, and more.", "what was typed on top of a template is not lost");
    let undone = after(vec![typed("Mine."), fill("a"), typed("Text of a, and more."), Edit::Unfill]);
    assert_eq!((undone.raw("comment"), undone.text("template")), ("Text of a, and more.", ""), "nor is it taken back");
    let offered = |edits: Vec<Edit>| after(edits).is_filled();
    assert!(offered(vec![typed("Mine."), fill("a")]));
    assert!(!offered(vec![typed("Mine."), fill("a"), typed("Text of a, and more.")]), "it would take the edits");
    assert!(!offered(vec![fill("a")]), "nothing was typed that could come back");
}

#[test]
fn a_deal_is_given_to_somebody_or_back() {
    assert_eq!(field_id(&order(&Said::default(), Command::Assign).unwrap_err()[0].pointer), "order-to");
    let to = |to: &str| order(&typed(&[("to", to)]), Command::Assign);
    assert_eq!(to("priya"), Ok(Order::Assign { to: Some("priya".to_owned()), comment: None }));
    assert_eq!(to(NOBODY), Ok(Order::Assign { to: None, comment: None }));
}

#[test]
fn days_that_are_no_number_are_refused() {
    assert!(order(&typed(&[("protectionDays", "ninety")]), Command::Approve).is_err());
    assert_eq!(
        order(&typed(&[("protectionDays", " 90 ")]), Command::Approve),
        Ok(Order::Approve { protection_days: 90, step: None, comment: None })
    );
}

#[test]
fn a_sale_comes_to_what_is_typed_as_people_type_it() {
    let won = |amount: &str| order(&typed(&[("value-amount", amount)]), Command::Win);
    let euros = |amount: &str| Money::parse(amount, Currency::parse("EUR").unwrap()).ok();
    assert_eq!(won("48.000,50"), Ok(Order::Win { value: euros("48000.50"), reference: None }));
    assert_eq!(won(""), Ok(Order::Win { value: None, reference: None }));
    assert_eq!(field_id(&won("much").unwrap_err()[0].pointer), "order-value-amount");
    let preset = Said::preset(Command::Win, &deal(), &DealForm::default(), ',');
    assert_eq!(order(&preset, Command::Win), won("50000"));
}

#[test]
fn a_sale_is_proposed_to_move_to_the_stage_behind_its_own() {
    let stage = |id: &str, stage: &str| json!({"id": id, "stage": stage, "name": id});
    let form: DealForm = serde_json::from_value(json!({"stages": [
        stage("prospect", "prospect"), stage("pilot", "proposal"), stage("proposal", "proposal"), stage("won", "won")
    ]}))
    .unwrap();
    let next = |stage: &str, own: Option<&str>| {
        let deal =
            Deal { stage: portico_contract::deal::Stage::parse(stage), stage_id: own.map(str::to_owned), ..deal() };
        Said::preset(Command::Advance, &deal, &form, ',').text("stage").to_owned()
    };
    assert_eq!(next("prospect", None), "pilot");
    assert_eq!(next("proposal", Some("pilot")), "proposal");
    assert_eq!(next("proposal", Some("proposal")), "", "nothing is behind it but the end");
    let said = typed(&[("stage", "pilot")]);
    let order = said.order(Command::Advance, &deal(), &form, ',').unwrap();
    assert_eq!(order.body(), json!({"stage": "pilot"}));
}

#[test]
fn a_refusal_of_an_extension_says_no_days() {
    let said = typed(&[("grant", "no"), ("days", "30")]);
    assert_eq!(
        order(&said, Command::DecideExtension),
        Ok(Order::DecideExtension { grant: false, days: None, comment: None })
    );
}
