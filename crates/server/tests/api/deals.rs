//! Beginning, registering and reading a deal.

use crate::portal::{Portal, a_deal};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

#[tokio::test]
async fn a_draft_may_be_empty_and_says_what_it_presets() {
    let portal = Portal::with_demo().await;
    let answer = portal.rep("bluepeak").post("/api/v1/deals", &json!({})).await.is(201);
    assert_eq!(answer.at("/review"), "draft");
    assert_eq!(answer.at("/dealType"), "net_new");
    assert_eq!(answer.at("/attribution"), "sourced");
    assert_eq!(answer.at("/contact/vendorContact"), "ask_first");
    assert_eq!(answer.at("/contact/consent"), false);
    assert_eq!(answer.at("/qualification/budget/answer"), "unknown");
    assert_eq!(answer.each("/allowedActions", ""), ["claim", "submit", "reassign"]);
    assert_eq!(answer.at("/editableFields").as_array().unwrap().len(), 10);
    for absent in ["/registeredAt", "/protection", "/sla", "/stage", "/conflicts", "/customer/name"] {
        assert_eq!(answer.at(absent), Value::Null, "{absent}");
    }
    let line = portal.rep("bluepeak").post("/api/v1/deals", &json!({"products": [{"product": "route"}]})).await.is(201);
    assert_eq!(line.at("/products"), json!([{"product": "route", "quantity": 1}]));
}

#[tokio::test]
async fn a_draft_is_the_partners_alone() {
    let portal = Portal::with_demo().await;
    let draft = portal.rep("bluepeak").begins(a_deal()).await;
    portal.colleague("bluepeak").opens(&draft).await;
    portal.marketer("bluepeak").opens(&draft).await;
    for outsider in [portal.manager("aurora"), portal.vendor_admin("aurora"), portal.rep("kestrel")] {
        outsider.get(&draft.url).await.is(404);
        outsider.get(&format!("{}/timeline", draft.url)).await.is(404);
    }
}

#[tokio::test]
async fn a_registration_is_kept_as_it_was_sent() {
    let portal = Portal::with_demo().await;
    let sent = a_deal();
    let deal = portal.rep("bluepeak").registers(sent.clone()).await;
    assert_eq!(deal.review(), "submitted");
    for (member, value) in sent.0.as_object().unwrap() {
        let kept = deal.at(&format!("/{member}"));
        match member.as_str() {
            "contact" => assert_eq!(kept, {
                let mut contact = value.clone();
                contact["vendorContact"] = "ask_first".into();
                contact
            }),
            _ => assert_eq!(kept, *value, "{member}"),
        }
    }
    assert_eq!(deal.at("/owner"), json!({"id": "rep-bluepeak-example", "name": "Mira Kern"}));
    assert_eq!(deal.at("/organisation"), json!({"id": "bluepeak", "name": "Bluepeak Consulting"}));
    assert_eq!(portal.rep("bluepeak").opens(&deal).await.seen.json(), deal.seen.json());
}

#[tokio::test]
async fn what_is_created_is_found_where_the_answer_says() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let created = mira.hands_in(&a_deal()).await.is(201);
    let found = mira.get(created.header("location").unwrap()).await.is(200);
    assert_eq!(found.json(), created.json());
    assert_eq!(found.etag(), created.etag());
}

#[tokio::test]
async fn a_deal_is_received_when_the_server_says_so_to_the_millisecond() {
    let portal = Portal::with_demo().await;
    let before = Utc::now().timestamp_millis();
    let deal = portal.rep("bluepeak").registers(a_deal().with("/customer/city", "Bremen")).await;
    let after = Utc::now().timestamp_millis();
    let received: DateTime<Utc> = deal.at("/registeredAt").as_str().unwrap().parse().unwrap();
    assert!((before..=after).contains(&received.timestamp_millis()), "{received}");
    assert!(deal.at("/registeredAt").as_str().unwrap().ends_with('Z'), "in UTC");
}

#[tokio::test]
async fn what_people_paste_is_normalised_when_it_is_handed_in() {
    let portal = Portal::with_demo().await;
    let pasted = a_deal()
        .with("/customer/website", "https://www.Nordhaus-Lager.example/de?from=mail")
        .with("/customer/duns", "12-345-6789")
        .with("/contact/email", "Ines.Vogt@Nordhaus-Lager.EXAMPLE")
        .with("/contact/phone", "+49 (40) 1234-5678")
        .with("/value/amount", "50000");
    let draft = portal.rep("bluepeak").begins(pasted.clone()).await;
    assert_eq!(draft.at("/customer/duns"), "12-345-6789", "a draft keeps what was typed");
    let deal = portal.rep("bluepeak").submits(&draft).await;
    assert_eq!(deal.at("/customer/website"), "nordhaus-lager.example");
    assert_eq!(deal.at("/customer/duns"), "123456789");
    assert_eq!(deal.at("/contact/email"), "Ines.Vogt@nordhaus-lager.example");
    assert_eq!(deal.at("/contact/phone"), "+494012345678");
    assert_eq!(deal.at("/value/amount"), "50000.00");
}

#[tokio::test]
async fn a_number_can_be_said_aloud_and_is_nobody_elses() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let mut numbers = Vec::new();
    for _ in 0..5 {
        let number = mira.begins(a_deal()).await.number();
        let symbols = number.replace('-', "");
        assert_eq!((number.len(), symbols.len()), (11, 9), "{number}");
        assert!(number.starts_with("D-") && !symbols.contains(['I', 'L', 'O', 'U']), "{number}");
        assert!(portico_contract::deal::DealNumber::parse(&number).is_ok(), "its check is right: {number}");
        assert!(!numbers.contains(&number));
        numbers.push(number);
    }
}

#[tokio::test]
async fn only_who_may_register_does() {
    let portal = Portal::with_demo().await;
    portal.nobody().hands_in(&a_deal().handed_in()).await.is(401).refuses("not-signed-in");
    for onlooker in [portal.marketer("bluepeak"), portal.manager("aurora"), portal.seller("aurora")] {
        onlooker.hands_in(&a_deal().handed_in()).await.is(403).refuses("forbidden");
    }
    portal.partner_admin("bluepeak").registers(a_deal()).await;
}

#[tokio::test]
async fn a_rival_cannot_tell_a_hidden_deal_from_a_missing_one() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    let hidden = portal.rep("kestrel").get(&deal.url).await.is(404);
    let missing = portal.rep("kestrel").get("/api/v1/deals/none").await;
    assert_eq!(hidden.without("instance"), missing.without("instance"));
}

#[tokio::test]
async fn an_id_that_can_be_none_is_nothing_here() {
    let portal = Portal::with_demo().await;
    for id in ["%FF", "%00", "a%00b", "..%2F..%2Fetc", "%F0%9F%98%80", &"x".repeat(5_000)] {
        portal.rep("bluepeak").get(&format!("/api/v1/deals/{id}")).await.is(404).refuses("not-found");
        portal.rep("bluepeak").get(&format!("/api/v1/deals/{id}/timeline")).await.is(404);
        portal.rep("bluepeak").post(&format!("/api/v1/deals/{id}/withdraw"), &json!({})).await.is(404);
    }
}

#[tokio::test]
async fn each_side_sees_what_it_may_do() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    assert_eq!(deal.list("allowedActions"), ["withdraw", "reassign"]);
    assert!(deal.list("editableFields").is_empty());
    let decides = ["start-review", "request-info", "approve", "reject", "mark-duplicate", "reassign", "assign"];
    assert_eq!(portal.manager("aurora").opens(&deal).await.list("allowedActions"), decides);
    assert_eq!(portal.vendor_admin("aurora").opens(&deal).await.list("allowedActions"), decides);
    for onlooker in [portal.seller("aurora"), portal.marketer("bluepeak")] {
        assert!(onlooker.opens(&deal).await.list("allowedActions").is_empty());
    }
}

#[tokio::test]
async fn the_form_says_what_a_registration_asks_for_in_the_language_asked() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let form = mira.get("/api/v1/tenant/deal-form").await.is(200);
    assert_eq!(form.each("/products", "/id"), ["fleet", "depot", "route"]);
    assert_eq!(form.at("/required").as_array().unwrap().len(), 10);
    assert!(form.each("/reasons", "/id").contains(&"other".to_owned()), "`other` always exists");
    assert!(form.list("vary").contains(&"accept-language".to_owned()));
    let label = |answer: &crate::portal::Answer| answer.at("/fields/0/label");
    assert_eq!(label(&form), "Number of depots");
    for german in ["de", "de-CH", "fr, de;q=0.8, en;q=0.2"] {
        let form = mira.get("/api/v1/tenant/deal-form").header("accept-language", german).await.is(200);
        assert_eq!(label(&form), "Anzahl der Depots", "{german}");
    }
    portal.nobody().get("/api/v1/tenant/deal-form").await.is(401);
}
