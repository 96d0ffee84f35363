//! Properties of the running server: what it offers is what it does, and nothing makes it fail.

use crate::portal::{Deal, NewDeal, Person, Portal, a_deal, percent_encoded};
use portico_contract::deal::{Command, DealContent, DealForm};
use portico_contract::read::Reader;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

/// Runs a property whose cases await something, over one portal.
fn holds_for<T: std::fmt::Debug>(
    cases: u32,
    all: impl Strategy<Value = T>,
    property: impl AsyncFn(&Portal, T) -> Result<(), TestCaseError>,
) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let portal = runtime.block_on(Portal::with_demo());
    let mut runner =
        TestRunner::new(Config { failure_persistence: None, max_shrink_iters: 50, ..Config::with_cases(cases) });
    let outcome = runner.run(&all, |case| runtime.block_on(property(&portal, case)));
    drop(portal);
    outcome.unwrap();
}

const BODIES: [(Command, &str); 17] = [
    (Command::Claim, "{}"),
    (Command::Submit, "{}"),
    (Command::Withdraw, "{}"),
    (Command::StartReview, "{}"),
    (Command::RequestInfo, r#"{"comment": "Which?", "fields": ["need"]}"#),
    (Command::Approve, r#"{"protectionDays": 30}"#),
    (Command::Reject, r#"{"reasonCode": "other", "comment": "No."}"#),
    (Command::MarkDuplicate, r#"{"comment": "Late."}"#),
    (Command::Revert, r#"{"comment": "Too quick."}"#),
    (Command::Dispute, r#"{"comment": "Look again."}"#),
    (Command::RequestExtension, r#"{"days": 30, "comment": "They decide in May."}"#),
    (Command::DecideExtension, r#"{"grant": true}"#),
    (Command::Reassign, "{}"),
    (Command::Advance, "{}"),
    (Command::Win, r#"{"reference": "PO-1"}"#),
    (Command::Lose, r#"{"reasonCode": "price"}"#),
    (Command::RequestCoSell, r#"{"kind": "pricing_assistance"}"#),
];

/// The body of a command; where it has to be another owner or stage than now, another one.
fn body_of(body: &str, command: Command, seen: &Value) -> Value {
    let not = |pointer: &str, now: &'static str, else_: &'static str| {
        if seen.pointer(pointer) == Some(&now.into()) { else_ } else { now }
    };
    match command {
        Command::Reassign => json!({"owner": not("/owner/id", "rep-bluepeak-example", "rep2-bluepeak-example")}),
        Command::Advance => json!({"stage": not("/stage", "proposal", "qualified")}),
        _ => serde_json::from_str(body).unwrap(),
    }
}

fn everybody(portal: &Portal) -> [Person; 9] {
    [
        portal.rep("bluepeak"),
        portal.partner_admin("bluepeak"),
        portal.manager("aurora"),
        portal.vendor_admin("aurora"),
        portal.colleague("bluepeak"),
        portal.marketer("bluepeak"),
        portal.seller("aurora"),
        portal.rep("kestrel"),
        portal.manager("halcyon"),
    ]
}

/// Who does what: mostly those who may do something, so that deals get somewhere.
fn steps() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let who = prop_oneof![4 => 0_usize..4, 1 => 4_usize..9];
    prop::collection::vec((who, 0..BODIES.len()), 1..24)
}

#[test]
fn a_command_is_carried_out_exactly_where_it_is_offered() {
    holds_for(40, steps(), async |portal, steps| {
        let (everybody, deal) = (everybody(portal), portal.rep("bluepeak").begins(a_deal()).await);
        for (who, what) in steps {
            let (person, (command, body)) = (&everybody[who], BODIES[what]);
            let seen = person.get(&deal.url).await;
            let offered = seen.status == 200
                && Deal::seen_in(seen.clone()).list("allowedActions").iter().any(|name| name == command.name());
            let body = body_of(body, command, &seen.json());
            let done = person.gives(&deal, command.name(), &body).await;
            prop_assert_eq!(done.status == 200, offered, "{} {}: {}", who, command.name(), done.text());
            if !offered {
                let expected = if seen.status == 404 { [404].as_slice() } else { &[403, 409] };
                prop_assert!(expected.contains(&done.status), "{} {}: {}", who, command.name(), done.status);
            }
        }
        Ok(())
    });
}

#[test]
fn a_field_is_changed_exactly_where_it_is_open() {
    let fields = [
        ("customer", json!({"city": "Kiel"})),
        ("need", json!("Something else than was said before.")),
        ("closeDate", json!("2031-01-01")),
        ("qualification", json!({"budget": {"answer": "no"}})),
        ("custom", json!({"depots": 7})),
    ];
    let case = (
        prop::collection::vec(prop::sample::select(vec!["need", "customer", "custom", "contact"]), 1..3),
        0..3_usize,
        0..fields.len(),
    );
    holds_for(25, case, async |portal, (asked, state, field)| {
        let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
        let deal = mira.begins(a_deal()).await;
        if state > 0 {
            mira.submits(&deal).await;
        }
        if state > 1 {
            jonas.asks(&deal, &asked).await;
        }
        let (name, value) = &fields[field];
        let seen = mira.opens(&deal).await;
        let open = seen.list("editableFields").iter().any(|known| known == name);
        let patch = mira.patch(&deal.url, &json!({*name: value})).header("if-match", seen.etag());
        prop_assert_eq!(patch.await.status == 200, open, "{} of {:?}", name, seen.list("editableFields"));
        Ok(())
    });
}

/// Any JSON, small.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,30}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("2027-03-31")),
        Just(json!("fleet")),
        Just(json!("DE")),
        Just(json!("12.50")),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::hash_map("[a-z]{1,8}", inner, 0..3).prop_map(|map| map.into_iter().collect::<Value>()),
        ]
    })
}

/// Every place in a registration.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, value)| places(value, &format!("{at}/{i}"), found))
        }
        _ => {}
    }
}

#[test]
fn whatever_stands_in_a_field_is_judged_by_the_rules_that_the_form_has() {
    let mut all = Vec::new();
    places(&a_deal().0, "", &mut all);
    let changes = prop::collection::vec((prop::sample::select(all), anything()), 1..3);
    let case = (changes, any::<bool>());
    holds_for(150, case, async |portal, (changes, submit)| {
        let mut deal = a_deal();
        for (pointer, value) in changes {
            // An earlier change may have taken the place away.
            if let Some(place) = deal.0.pointer_mut(&pointer) {
                *place = value;
            }
        }
        let (expected, sent) = judged(portal, &deal, submit).await;
        let answer = portal.rep("bluepeak").hands_in(&sent).await;
        if expected.is_empty() {
            prop_assert_eq!(answer.status, 201, "{} {}", sent.0, answer.text());
            let kept = portal.rep("bluepeak").opens(&Deal::seen_in(answer.clone())).await;
            prop_assert_eq!(kept.seen.json(), answer.json());
        } else {
            prop_assert_eq!(answer.status, 422, "{} {}", sent.0, answer.text());
            let found = answer.each("/errors", "/pointer");
            for pointer in expected {
                prop_assert!(found.contains(&pointer), "{} is not in {:?} for {}", pointer, found, sent.0);
            }
        }
        Ok(())
    });
}

/// The pointers that the contract's own rules find wrong, as the form in the browser would.
async fn judged(portal: &Portal, deal: &NewDeal, submit: bool) -> (Vec<String>, NewDeal) {
    let form: DealForm =
        serde_json::from_value(portal.rep("bluepeak").get("/api/v1/tenant/deal-form").await.json()).unwrap();
    let mut reader = Reader::default();
    let content = reader.object(&deal.0, "", |o| DealContent::read(o, &form));
    let mut wrong = reader.into_problems();
    if wrong.is_empty() && submit {
        let today = chrono::Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
        wrong = content.register(&form, today).err().unwrap_or_default();
    }
    let sent = if submit { deal.clone().handed_in() } else { deal.clone() };
    (wrong.into_iter().map(|problem| problem.pointer).collect(), sent)
}

#[test]
fn no_query_makes_the_server_fail() {
    let name = prop_oneof!["q|review|stage|owner|show|sort|cursor|limit", "[a-z]{1,5}"];
    let value = prop_oneof!["\\PC{0,20}", "[A-Za-z0-9_-]{0,40}", any::<String>(), Just("customer".to_owned())];
    holds_for(150, prop::collection::vec((name, value), 1..4), async |portal, pairs| {
        let query: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
        let answer = portal.rep("bluepeak").lists(&query.join("&")).await;
        prop_assert!(matches!(answer.status, 200 | 400), "{:?}: {} {}", pairs, answer.status, answer.text());
        Ok(())
    });
}

#[test]
fn no_forged_cursor_makes_the_server_fail() {
    use base64::Engine;
    let sort = prop::sample::select(vec!["-updatedAt", "customer", "-value", "closeDate", "dueAt", "endsOn"]);
    let case = (sort, any::<String>(), prop_oneof![any::<String>(), any::<i64>().prop_map(|n| n.to_string())]);
    holds_for(100, case, async |portal, (sort, id, compared)| {
        let cursor = base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(format!("{sort}\n{id}\n{compared}"));
        let answer = portal.rep("bluepeak").lists(&format!("sort={sort}&cursor={cursor}")).await;
        prop_assert!(matches!(answer.status, 200 | 400), "{} {}", answer.status, answer.text());
        Ok(())
    });
}
