//! Every command: who may give it, in which state, with which body.

use crate::portal::{Deal, Person, Portal, a_deal, mistakes};
use serde_json::{Value, json};

/// A command with a body that it takes, the roles that give it, and states in which it is wrong.
struct Rule {
    command: &'static str,
    body: Value,
    side: Side,
    wrong: &'static [&'static str],
}

#[derive(PartialEq)]
enum Side {
    Partner,
    Vendor,
}

fn rules() -> Vec<Rule> {
    use Side::{Partner, Vendor};
    let said = || json!({"comment": "For this reason."});
    let rule = |command, body, side, wrong| Rule { command, body, side, wrong };
    let decided: &[&str] = &["info_requested", "approved", "rejected", "duplicate", "withdrawn"];
    vec![
        rule(
            "submit",
            json!({}),
            Partner,
            &["submitted", "in_review", "approved", "rejected", "duplicate", "withdrawn"],
        ),
        rule("withdraw", said(), Partner, &["draft", "rejected", "duplicate", "withdrawn"]),
        rule("start-review", json!({}), Vendor, &["in_review", "info_requested", "approved", "rejected", "withdrawn"]),
        rule("request-info", json!({"comment": "Which?", "fields": ["need"]}), Vendor, decided),
        rule("approve", json!({"protectionDays": 90}), Vendor, decided),
        rule("reject", json!({"reasonCode": "other", "comment": "No."}), Vendor, decided),
        rule("mark-duplicate", said(), Vendor, decided),
        rule("revert", said(), Vendor, &["submitted", "in_review", "info_requested", "withdrawn"]),
        rule(
            "dispute",
            said(),
            Partner,
            &["draft", "submitted", "in_review", "info_requested", "approved", "withdrawn"],
        ),
    ]
}

/// A deal of Mira's that has come to a state.
async fn a_deal_that_is(portal: &Portal, review: &str) -> Deal {
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    if review == "draft" {
        return mira.begins(a_deal()).await;
    }
    let deal = mira.registers(a_deal()).await;
    let deal = match review {
        "submitted" => deal,
        "in_review" => jonas.starts_review(&deal).await,
        "info_requested" => jonas.asks(&deal, &["need"]).await,
        "approved" => jonas.approves(&deal).await,
        "rejected" => jonas.rejects(&deal).await,
        "duplicate" => jonas.marks_duplicate(&deal).await,
        _ => mira.withdraws(&deal).await,
    };
    assert_eq!(deal.review(), review);
    deal
}

/// Somebody of the side who may give the command.
fn giver(portal: &Portal, rule: &Rule) -> Person {
    if rule.side == Side::Partner { portal.rep("bluepeak") } else { portal.manager("aurora") }
}

#[tokio::test]
async fn a_command_that_the_state_does_not_allow_says_the_state_and_what_it_allows() {
    let portal = Portal::with_demo().await;
    for rule in rules() {
        for review in rule.wrong {
            let (deal, giver) = (a_deal_that_is(&portal, review).await, giver(&portal, &rule));
            // A draft is not there for the vendor, and no rule of the table needs it to be.
            let before = giver.opens(&deal).await;
            let refused = giver.gives(&deal, rule.command, &rule.body).await.is(409).refuses("wrong-state");
            assert_eq!(refused.at("/review"), **review, "{}", rule.command);
            assert_eq!(refused.at("/allowedActions"), before.at("/allowedActions"), "{} {review}", rule.command);
            assert_eq!(giver.opens(&deal).await.etag(), before.etag(), "what is refused changes nothing");
        }
    }
}

#[tokio::test]
async fn a_command_is_given_by_its_own_side_alone() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_that_is(&portal, "submitted").await;
    for rule in rules() {
        let (partner, vendor) = (rule.side == Side::Partner, rule.side == Side::Vendor);
        for (person, may) in [
            (portal.rep("bluepeak"), partner),
            (portal.colleague("bluepeak"), partner),
            (portal.partner_admin("bluepeak"), partner),
            (portal.manager("aurora"), vendor),
            (portal.vendor_admin("aurora"), vendor),
            (portal.marketer("bluepeak"), false),
            (portal.seller("aurora"), false),
        ] {
            if !may {
                person.gives(&deal, rule.command, &rule.body).await.is(403).refuses("forbidden");
            }
        }
        portal.nobody().gives(&deal, rule.command, &rule.body).await.is(401);
    }
    assert_eq!(portal.rep("bluepeak").opens(&deal).await.etag(), deal.etag());
}

#[tokio::test]
async fn a_rival_cannot_tell_a_command_on_a_hidden_deal_from_one_on_a_missing_deal() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_that_is(&portal, "submitted").await;
    let none = Deal { url: "/api/v1/deals/none".to_owned(), ..deal.clone() };
    for rule in rules() {
        for outsider in [portal.rep("kestrel"), portal.rep("vantage"), portal.manager("halcyon")] {
            let hidden = outsider.gives(&deal, rule.command, &rule.body).await.is(404).refuses("not-found");
            let missing = outsider.gives(&none, rule.command, &rule.body).await;
            assert_eq!(hidden.without("instance"), missing.without("instance"), "{}", rule.command);
        }
    }
    let rival = portal.rep("kestrel");
    let hidden = rival.gives(&deal, "comments", &json!({"body": "Hello?"})).await.is(404);
    let missing = rival.gives(&none, "comments", &json!({"body": "Hello?"})).await;
    assert_eq!(hidden.without("instance"), missing.without("instance"));
}

#[tokio::test]
async fn a_draft_is_not_there_for_the_vendors_commands() {
    let portal = Portal::with_demo().await;
    let draft = a_deal_that_is(&portal, "draft").await;
    for rule in rules().into_iter().filter(|rule| rule.side == Side::Vendor) {
        portal.manager("aurora").gives(&draft, rule.command, &rule.body).await.is(404);
    }
}

#[tokio::test]
async fn what_is_wrong_in_a_commands_body_is_said_at_once() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_that_is(&portal, "submitted").await;
    let comment = ("/comment", "required");
    for (command, body, wrong) in [
        ("submit", json!({"x": 1}), mistakes([("/x", "unknown_member")])),
        ("start-review", json!({"comment": "x"}), mistakes([("/comment", "unknown_member")])),
        ("withdraw", json!({"comment": 5, "x": 1}), mistakes([("/comment", "wrong_type"), ("/x", "unknown_member")])),
        ("request-info", json!({}), mistakes([comment, ("/fields", "required")])),
        ("request-info", json!({"comment": " ", "fields": []}), mistakes([comment, ("/fields", "required")])),
        ("request-info", json!({"comment": "?", "fields": "need"}), mistakes([("/fields", "wrong_type")])),
        (
            "request-info",
            json!({"comment": "?", "fields": ["need", "number", 5]}),
            mistakes([("/fields/1", "not_in_list"), ("/fields/2", "not_in_list")]),
        ),
        ("approve", json!({}), mistakes([("/protectionDays", "required")])),
        ("approve", json!({"protectionDays": "90"}), mistakes([("/protectionDays", "wrong_type")])),
        (
            "approve",
            json!({"protectionDays": 731, "comment": "x".repeat(2_001)}),
            mistakes([("/protectionDays", "out_of_range"), ("/comment", "too_long")]),
        ),
        ("approve", json!({"protectionDays": 0}), mistakes([("/protectionDays", "out_of_range")])),
        ("approve", json!({"protectionDays": 1.5}), mistakes([("/protectionDays", "out_of_range")])),
        ("reject", json!({}), mistakes([("/reasonCode", "required"), comment])),
        ("reject", json!({"reasonCode": "mood"}), mistakes([("/reasonCode", "not_in_list"), comment])),
        ("mark-duplicate", json!({"of": 5}), mistakes([("/of", "wrong_type"), comment])),
        ("mark-duplicate", json!({"of": "none", "comment": "x"}), mistakes([("/of", "not_in_list")])),
        ("revert", json!({}), mistakes([comment])),
        ("dispute", json!({"comment": "a\u{0}"}), mistakes([("/comment", "bad_character")])),
        ("approve", json!([]), mistakes([("", "wrong_type")])),
    ] {
        let side = rules().into_iter().find(|rule| rule.command == command).unwrap();
        let refused = giver(&portal, &side).gives(&deal, command, &body).await.is(422).refuses("invalid");
        assert_eq!(refused.mistakes(), wrong, "{command} {body}");
    }
    assert_eq!(portal.rep("bluepeak").opens(&deal).await.etag(), deal.etag(), "none of it changed anything");
}

#[tokio::test]
async fn a_command_that_the_contract_does_not_have_is_not_there() {
    let portal = Portal::with_demo().await;
    let deal = a_deal_that_is(&portal, "approved").await;
    for command in ["escalate", "Submit", "submit/", "close", ""] {
        portal.rep("bluepeak").gives(&deal, command, &json!({})).await.is(404);
    }
}
