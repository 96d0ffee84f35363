//! The rules of a registration and of orders.

use super::commands::{CoSell, NewComment, Order};
use super::content::{DealContent, DealType};
use super::form::{Choice, CustomField, CustomKind, DealForm};
use super::*;
use crate::money::{Currency, Money};
use crate::problem::Code;
use crate::read::Reader;
use serde_json::{Value, json};

fn form() -> DealForm {
    let choice = |id: &str| Choice { id: id.to_owned(), name: id.to_owned() };
    let field = |id: &str, kind, required| CustomField {
        required_for: Vec::new(),
        id: id.to_owned(),
        kind,
        label: id.to_owned(),
        help: None,
        required,
        options: vec![choice("a"), choice("b")],
        min: Some(1),
        max: Some(50),
    };
    DealForm {
        products: vec![choice("fleet"), choice("depot")],
        fields: vec![field("depots", CustomKind::Number, false), field("system", CustomKind::Choice, false)],
        reasons: vec![choice("no_fit"), choice("other")],
        loss_reasons: vec![choice("other")],
        ..DealForm::default()
    }
}

/// The registration that the contract shows.
fn harbour_foods() -> Value {
    json!({
      "customer": {"name": "Harbour Foods GmbH", "website": "https://www.HarbourFoods.example/de", "country": "DE",
                   "duns": "12-345-6789"},
      "contact": {"name": "Ines Vogt", "email": "ines.vogt@harbourfoods.example", "phone": "+49 40 12345678", "consent": true},
      "need": "Replace paper delivery notes in 40 depots before the autumn season.",
      "products": [{"product": "fleet", "quantity": 40, "amount": {"amount": "50000.00", "currency": "EUR"}}],
      "value": {"amount": "50000", "currency": "EUR"}, "closeDate": "2027-03-31",
      "qualification": {"budget": {"answer": "yes"}, "timeline": {"answer": "no", "note": "after the summer"}},
      "custom": {"depots": 40, "system": "a"}
    })
}

fn read(body: &Value, form: &DealForm) -> (DealContent, Vec<(String, Code)>) {
    let mut reader = Reader::default();
    let content = reader.object(body, "", |o| DealContent::read(o, form));
    (content, reader.into_problems().into_iter().map(|p| (p.pointer, p.code)).collect())
}

fn submit(body: &Value) -> Result<Registration, Vec<(String, Code)>> {
    let form = form();
    let (content, problems) = read(body, &form);
    assert_eq!(problems, []);
    let today = "2026-11-23".parse().unwrap();
    content.register(&form, today).map_err(|problems| problems.into_iter().map(|p| (p.pointer, p.code)).collect())
}

fn with(pointer: &str, value: Value) -> Value {
    let mut body = harbour_foods();
    *body.pointer_mut(pointer).unwrap() = value;
    body
}

#[test]
fn a_whole_registration_is_normalised() {
    let registration = submit(&harbour_foods()).unwrap();
    let content = registration.content();
    assert_eq!(registration.website().as_str(), "harbourfoods.example");
    assert_eq!(content.customer.website.as_deref(), Some("harbourfoods.example"));
    assert_eq!(content.customer.duns.as_deref(), Some("123456789"));
    assert_eq!(content.contact.phone.as_deref(), Some("+494012345678"));
    assert_eq!(content.deal_type, DealType::NetNew, "preset");
    assert_eq!(registration.value().amount(), "50000.00");
}

#[test]
fn an_empty_draft_says_everything_that_is_missing_in_the_order_of_the_form() {
    let missing = submit(&json!({})).unwrap_err();
    let pointers: Vec<&str> = missing.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(pointers, REQUIRED);
    assert!(missing.iter().all(|(_, code)| *code == Code::Required));
}

#[test]
fn each_rule_of_submission_is_held() {
    let broken = |pointer: &str, value: Value| submit(&with(pointer, value)).unwrap_err();
    let one = |pointer: &str, code| vec![(pointer.to_owned(), code)];
    assert_eq!(broken("/customer/website", json!("harbourfoods")), one("/customer/website", Code::NoEnding));
    assert_eq!(broken("/customer/duns", json!("123")), one("/customer/duns", Code::BadForm));
    assert_eq!(broken("/contact/email", json!("ines.vogt@harbourfoods")), one("/contact/email", Code::NoEnding));
    assert_eq!(broken("/contact/phone", json!("040 1234567")), one("/contact/phone", Code::NoCountryCode));
    assert_eq!(broken("/contact/consent", json!(false)), one("/contact/consent", Code::Required));
    assert_eq!(broken("/need", json!("too short")), one("/need", Code::TooShort));
    assert_eq!(broken("/closeDate", json!("2026-11-22")), one("/closeDate", Code::InPast));
    assert_eq!(broken("/value/amount", json!("50000.01")), one("/value/amount", Code::SumMismatch));
    assert_eq!(broken("/value/currency", json!("USD")), one("/value/currency", Code::CurrencyMismatch));
    assert!(submit(&with("/closeDate", json!("2026-11-23"))).is_ok(), "today is not the past");
    assert!(submit(&with("/products/0/amount", Value::Null)).is_ok(), "amounts of lines are optional");
}

#[test]
fn what_a_machine_writes_is_valid_even_in_a_draft() {
    let broken = |pointer: &str, value: Value| read(&with(pointer, value), &form()).1;
    let one = |pointer: &str, code| vec![(pointer.to_owned(), code)];
    assert_eq!(broken("/value/amount", json!("50.000,00")), one("/value/amount", Code::NotDecimal));
    assert_eq!(broken("/value/amount", json!(50000.0)), one("/value/amount", Code::WrongType));
    assert_eq!(broken("/value/amount", json!("1.001")), one("/value/amount", Code::TooPrecise));
    assert_eq!(broken("/value/currency", json!("EURO")), one("/value/currency", Code::NotInList));
    assert_eq!(broken("/customer/country", json!("Germany")), one("/customer/country", Code::NotInList));
    assert_eq!(broken("/closeDate", json!("31.03.2027")), one("/closeDate", Code::BadForm));
    assert_eq!(broken("/closeDate", json!("2027-02-30")), one("/closeDate", Code::BadForm));
    assert_eq!(broken("/products/0/product", json!("rocket")), one("/products/0/product", Code::NotInList));
    assert_eq!(broken("/products/0/quantity", json!(0)), one("/products/0/quantity", Code::OutOfRange));
    assert_eq!(broken("/customer/name", json!("a".repeat(121))), one("/customer/name", Code::TooLong));
    assert_eq!(
        broken("/qualification/budget/answer", json!("perhaps")),
        one("/qualification/budget/answer", Code::NotInList)
    );
    assert_eq!(broken("/custom/depots", json!(51)), one("/custom/depots", Code::OutOfRange));
    assert_eq!(broken("/custom/system", json!("c")), one("/custom/system", Code::NotInList));
    assert_eq!(broken("/custom", json!({"colour": 1})), one("/custom/colour", Code::UnknownMember));
    let twice = json!([{"product": "fleet"}, {"product": "fleet"}]);
    assert_eq!(broken("/products", twice), one("/products/1/product", Code::Repeated));
}

#[test]
fn what_was_half_typed_is_kept_in_a_draft() {
    let (draft, problems) =
        read(&json!({"contact": {"email": "ines.vogt@"}, "customer": {"website": "harbour"}}), &form());
    assert_eq!(problems, []);
    assert_eq!(draft.contact.email.as_deref(), Some("ines.vogt@"));
}

#[test]
fn a_tenant_can_require_more() {
    let mut form = form();
    form.fields[0].required = true;
    form.required = ["/qualification/authority", "/customer/city"].map(str::to_owned).into();
    let (mut content, _) = read(&harbour_foods(), &form);
    content.custom.clear();
    let today = "2026-11-23".parse().unwrap();
    let missing: Vec<String> = content.register(&form, today).unwrap_err().into_iter().map(|p| p.pointer).collect();
    assert_eq!(missing, ["/qualification/authority", "/custom/depots", "/customer/city"]);
}

#[test]
fn an_answer_is_judged_by_what_it_can_mend() {
    let mut form = form();
    let (content, _) = read(&harbour_foods(), &form);
    // Since it was received the day has passed, and the tenant asks for one thing more.
    let later = "2027-04-01".parse().unwrap();
    form.required = vec!["/customer/city".to_owned()];
    let problems = |open: &[Field]| -> Vec<String> {
        content.answer(&form, later, open).err().into_iter().flatten().map(|problem| problem.pointer).collect()
    };
    assert_eq!(problems(&Field::ALL), ["/closeDate", "/customer/city"]);
    assert_eq!(problems(&[Field::Need]), [""; 0]);
    assert_eq!(problems(&[Field::Need, Field::CloseDate]), ["/closeDate"]);
    let answered = content.answer(&form, later, &[Field::Need]).unwrap();
    assert_eq!(answered.content().contact.phone.as_deref(), Some("+494012345678"));
}

#[test]
fn an_order_says_all_that_it_lacks_and_its_body_reads_back() {
    let form = form();
    let codes = |command, body: Value| -> Vec<(String, Code)> {
        let problems = Order::read(command, &body, &form).unwrap_err();
        problems.into_iter().map(|p| (p.pointer, p.code)).collect()
    };
    let missing = |name: &str| (format!("/{name}"), Code::Required);
    assert_eq!(codes(Command::Approve, json!({})), [missing("protectionDays")]);
    assert_eq!(
        codes(Command::Approve, json!({"protectionDays": 0, "x": 1})),
        [("/protectionDays".to_owned(), Code::OutOfRange), ("/x".to_owned(), Code::UnknownMember)]
    );
    assert_eq!(codes(Command::Reject, json!({"comment": " "})), [missing("reasonCode"), missing("comment")]);
    assert_eq!(
        codes(Command::Reject, json!({"reasonCode": "x", "comment": "y"})),
        [("/reasonCode".to_owned(), Code::NotInList)]
    );
    assert_eq!(codes(Command::RequestInfo, json!({})), [missing("comment"), missing("fields")]);
    assert_eq!(codes(Command::RequestInfo, json!({"comment": "?", "fields": []})), [missing("fields")]);
    assert_eq!(
        codes(Command::RequestInfo, json!({"comment": "?", "fields": ["need", "number"]})),
        [("/fields/1".to_owned(), Code::NotInList)]
    );
    assert_eq!(codes(Command::Advance, json!({"stage": "won"})), [("/stage".to_owned(), Code::NotInList)]);
    assert_eq!(codes(Command::RequestExtension, json!({})), [missing("days"), missing("comment")]);
    assert_eq!(codes(Command::DecideExtension, json!({"grant": "yes"})), [("/grant".to_owned(), Code::WrongType)]);
    assert_eq!(codes(Command::RequestCoSell, json!({"kind": "magic"})), [("/kind".to_owned(), Code::NotInList)]);
    assert_eq!(
        codes(Command::Win, json!({"value": {"amount": "1,5", "currency": "EUR"}})),
        [("/value/amount".to_owned(), Code::NotDecimal)]
    );

    for order in [
        Order::Submit,
        Order::Withdraw { comment: None },
        Order::RequestInfo { comment: "Which?".to_owned(), fields: vec![Field::Need, Field::CloseDate] },
        Order::Approve { protection_days: 90, step: Some(2), comment: Some("Good luck".to_owned()) },
        Order::Reject { reason_code: "other".to_owned(), comment: "No".to_owned() },
        Order::MarkDuplicate { of: Some("x".to_owned()), comment: "Late".to_owned() },
        Order::Claim,
        Order::RequestExtension { days: 30, comment: "They decide in May".to_owned() },
        Order::DecideExtension { grant: false, days: None, comment: Some("No".to_owned()) },
        Order::DecideExtension { grant: true, days: Some(14), comment: None },
        Order::Reassign { owner: "x".to_owned(), comment: None },
        Order::Advance { stage: Stage::Proposal, stage_id: "proposal".to_owned() },
        Order::Win { value: Money::parse("10.00", Currency::parse("EUR").unwrap()).ok(), reference: None },
        Order::Lose { reason_code: "other".to_owned(), comment: None },
        Order::RequestCoSell { kind: CoSell::PricingAssistance, comment: None },
    ] {
        assert_eq!(Order::read(order.command(), &order.body(), &form), Ok(order));
    }
}

#[test]
fn a_claim_needs_what_a_customer_is_known_by_and_no_more() {
    let (content, _) = read(
        &json!({"customer": {"name": "Harbour", "website": "https://www.Harbour.example/x", "country": "DE"},
            "contact": {"email": "half@"}, "products": [{"product": "fleet"}]}),
        &form(),
    );
    let claimed = content.claim().unwrap();
    assert_eq!(claimed.customer.website.as_deref(), Some("harbour.example"));
    assert_eq!(claimed.contact.email.as_deref(), Some("half@"), "completed later");
    let missing = DealContent::default().claim().unwrap_err();
    assert!(CLAIM.iter().all(|pointer| missing.iter().any(|problem| problem.pointer == *pointer)));
    assert_eq!(missing.len(), CLAIM.len());
}

#[test]
fn a_comment_has_a_body() {
    assert_eq!(NewComment::read(&json!({"body": ""})).unwrap_err()[0].code, Code::Required);
    assert_eq!(NewComment::read(&json!({"body": "a".repeat(2_001)})).unwrap_err()[0].code, Code::TooLong);
    assert_eq!(
        NewComment::read(&json!({"body": "Hello"})).unwrap(),
        NewComment { body: "Hello".to_owned(), ..NewComment::default() }
    );
}
