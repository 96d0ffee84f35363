//! What can be wrong in a body: all of it is said at once, each with its pointer.

use crate::portal::{NewDeal, Person, Portal, a_deal, days_from_today, mistakes, text_of};
use serde_json::{Value, json};

/// Every field of a registration that takes a person's words, and the most characters it takes.
const TEXTS: [(&str, usize); 10] = [
    ("/customer/name", 120),
    ("/customer/city", 120),
    ("/customer/industry", 120),
    ("/contact/name", 120),
    ("/contact/title", 120),
    ("/need", 2_000),
    ("/qualification/budget/note", 2_000),
    ("/qualification/authority/note", 2_000),
    ("/qualification/need/note", 2_000),
    ("/qualification/timeline/note", 2_000),
];

/// What is wrong with a registration.
async fn wrong(rep: &Person, deal: NewDeal) -> Vec<(String, String)> {
    rep.hands_in(&deal).await.is(422).refuses("invalid").mistakes()
}

#[tokio::test]
async fn a_value_that_a_program_got_wrong_is_refused_even_in_a_draft() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (pointer, value, code) in [
        ("/stage", json!("won"), "unknown_member"),
        ("/customer/vip", json!(true), "unknown_member"),
        ("/custom/colour", json!(1), "unknown_member"),
        ("/customer", json!([]), "wrong_type"),
        ("/customer/name", json!(5), "wrong_type"),
        ("/contact/consent", json!("yes"), "wrong_type"),
        ("/products", json!({}), "wrong_type"),
        ("/products/0", json!("fleet"), "wrong_type"),
        ("/products/0/product", json!("rocket"), "not_in_list"),
        ("/products/0/quantity", json!(0), "out_of_range"),
        ("/products/0/quantity", json!(1_000_001), "out_of_range"),
        ("/products/0/quantity", json!(1.5), "out_of_range"),
        ("/products/0/quantity", json!("40"), "wrong_type"),
        ("/value", json!(50_000), "wrong_type"),
        ("/value/amount", json!(50_000.0), "wrong_type"),
        ("/value/amount", json!("50.000,00"), "not_decimal"),
        ("/value/amount", json!("50000,00"), "not_decimal"),
        ("/value/amount", json!("-1"), "not_decimal"),
        ("/value/amount", json!("1e6"), "not_decimal"),
        ("/value/amount", json!("1.001"), "too_precise"),
        ("/value/amount", json!("1000000000000"), "too_long"),
        ("/value/currency", json!("EURO"), "not_in_list"),
        ("/customer/country", json!("Germany"), "not_in_list"),
        ("/customer/country", json!("de"), "not_in_list"),
        ("/closeDate", json!("31.03.2027"), "bad_form"),
        ("/closeDate", json!("2027-02-30"), "bad_form"),
        ("/closeDate", json!("2027-3-31"), "bad_form"),
        ("/closeDate", json!("+999-01-01"), "bad_form"),
        ("/closeDate", json!("-999-01-01"), "bad_form"),
        ("/closeDate", json!("2027-1- 01"), "bad_form"),
        ("/closeDate", json!("2027-03-31T00:00:00Z"), "bad_form"),
        ("/closeDate", json!(20_270_331), "wrong_type"),
        ("/dealType", json!("new"), "not_in_list"),
        ("/dealType", json!("NetNew"), "not_in_list"),
        ("/attribution", json!("found"), "not_in_list"),
        ("/contact/vendorContact", json!("maybe"), "not_in_list"),
        ("/qualification/budget/answer", json!("perhaps"), "not_in_list"),
        ("/custom/depots", json!(0), "out_of_range"),
        ("/custom/depots", json!("40"), "wrong_type"),
        ("/custom/system", json!("abacus"), "not_in_list"),
        ("/custom/tender", json!("yes"), "wrong_type"),
    ] {
        let found = wrong(&mira, a_deal().with(pointer, value.clone())).await;
        assert_eq!(found, mistakes([(pointer, code)]), "{pointer} {value}");
    }
    let twice = json!([{"product": "fleet"}, {"product": "fleet"}]);
    assert_eq!(wrong(&mira, a_deal().with("/products", twice)).await, mistakes([("/products/1/product", "repeated")]));
    let many = vec![json!({"product": "fleet"}); 21];
    assert_eq!(wrong(&mira, a_deal().with("/products", many)).await, mistakes([("/products", "too_many")]));
}

#[tokio::test]
async fn what_a_registration_needs_is_asked_for_when_it_is_handed_in() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (pointer, value, code) in [
        ("/customer/website", json!("harbourfoods"), "no_ending"),
        ("/customer/website", json!("harbour foods.example"), "bad_character"),
        ("/customer/duns", json!("123"), "bad_form"),
        ("/contact/email", json!("ines.vogt"), "bad_form"),
        ("/contact/email", json!("ines.vogt@harbourfoods"), "no_ending"),
        ("/contact/phone", json!("040 1234567"), "no_country_code"),
        ("/contact/consent", json!(false), "required"),
        ("/need", json!(text_of(19)), "too_short"),
        ("/closeDate", json!(days_from_today(-2)), "in_past"),
        ("/value/amount", json!("50000.01"), "sum_mismatch"),
        ("/value/currency", json!("USD"), "currency_mismatch"),
    ] {
        let deal = a_deal().with(pointer, value.clone());
        mira.begins(deal.clone()).await;
        assert_eq!(wrong(&mira, deal.handed_in()).await, mistakes([(pointer, code)]), "{pointer} {value}");
    }
    let nothing = a_deal().without("/products/0/amount").with("/value/amount", "0");
    assert_eq!(wrong(&mira, nothing.handed_in()).await, mistakes([("/value/amount", "out_of_range")]));
    mira.registers(a_deal().with("/need", text_of(20))).await;
    mira.registers(a_deal().without("/products/0/amount").with("/value/amount", "7")).await;
    let berlin = chrono::Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
    mira.registers(a_deal().with("/closeDate", berlin.to_string())).await;
}

#[tokio::test]
async fn an_empty_registration_says_everything_that_it_needs() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let needed = [
        "/customer/name",
        "/customer/website",
        "/customer/country",
        "/contact/name",
        "/contact/email",
        "/contact/consent",
        "/products",
        "/value",
        "/closeDate",
        "/need",
    ];
    let needed = mistakes(needed.map(|pointer| (pointer, "required")));
    assert_eq!(wrong(&mira, NewDeal(json!({"submit": true}))).await, needed);
    let draft = mira.begins(NewDeal(json!({}))).await;
    assert_eq!(mira.gives(&draft, "submit", &json!({})).await.is(422).mistakes(), needed);
    assert_eq!(mira.opens(&draft).await.review(), "draft", "what is refused changes nothing");
}

#[tokio::test]
async fn what_cannot_be_read_and_what_is_missing_are_said_at_once() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let everywhere = a_deal()
        .with("/colour", "red")
        .with("/customer/country", "Germany")
        .with("/customer/website", "harbour")
        .with("/products/0/quantity", 0)
        .with("/value/amount", 5)
        .with("/closeDate", days_from_today(-2))
        .without("/need");
    let mut found = wrong(&mira, everywhere.handed_in()).await;
    found.sort();
    let mut all = mistakes([
        ("/closeDate", "in_past"),
        ("/colour", "unknown_member"),
        ("/customer/country", "not_in_list"),
        ("/customer/website", "no_ending"),
        ("/need", "required"),
        ("/products/0/quantity", "out_of_range"),
        ("/value/amount", "wrong_type"),
    ]);
    all.sort();
    assert_eq!(found, all);
}

#[tokio::test]
async fn a_misspelt_member_does_not_hide_that_the_right_one_is_missing() {
    let portal = Portal::with_demo().await;
    let misspelt = a_deal().with("/customer/names", "Harbour Foods").without("/customer/name");
    let mut found = wrong(&portal.rep("bluepeak"), misspelt.handed_in()).await;
    found.sort();
    assert_eq!(found, mistakes([("/customer/name", "required"), ("/customer/names", "unknown_member")]));
}

#[tokio::test]
async fn an_amount_without_its_currency_is_not_lost_in_silence() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let halves = a_deal().without("/value/currency").without("/products/0/amount/currency");
    let found = wrong(&mira, halves).await;
    assert_eq!(found, mistakes([("/products/0/amount/currency", "required"), ("/value/currency", "required")]));
    // A currency was chosen, and the amount is not typed yet.
    mira.begins(a_deal().without("/value/amount")).await;
}

#[tokio::test]
async fn both_halves_of_an_amount_are_judged() {
    let portal = Portal::with_demo().await;
    let both = a_deal().with("/value/amount", "1,5").with("/value/currency", "euro");
    let found = wrong(&portal.rep("bluepeak"), both).await;
    assert_eq!(found, mistakes([("/value/currency", "not_in_list"), ("/value/amount", "not_decimal")]));
}

#[tokio::test]
async fn a_text_is_as_long_as_it_may_be_and_no_longer() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (pointer, most) in TEXTS {
        let draft = mira.begins(a_deal().with(pointer, text_of(most))).await;
        assert_eq!(draft.at(pointer), text_of(most), "counted in characters, not in bytes");
        for length in [most + 1, 10_000] {
            let answer = mira.hands_in(&a_deal().with(pointer, text_of(length))).await.is(422);
            assert_eq!(answer.mistakes(), mistakes([(pointer, "too_long")]));
            assert_eq!(answer.at("/errors/0/limit"), most);
        }
    }
    let long = format!("{}@harbourfoods.example", "a".repeat(255));
    assert_eq!(wrong(&mira, a_deal().with("/contact/email", long)).await, mistakes([("/contact/email", "too_long")]));
}

#[tokio::test]
async fn script_is_text_like_any_other() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for script in
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE deal; --", "{{7*7}} ${x} \\"]
    {
        let deal = TEXTS.iter().fold(a_deal(), |deal, (pointer, _)| deal.with(pointer, script));
        let need = format!("{script} and a need of more than twenty characters");
        let deal = mira.registers(deal.with("/need", need.as_str())).await;
        let manager = portal.manager("aurora").opens(&deal).await;
        for (pointer, _) in TEXTS {
            let expected = if pointer == "/need" { &need } else { script };
            assert_eq!(manager.at(pointer), expected, "{pointer}");
        }
        mira.says(&deal, script).await;
        assert_eq!(portal.manager("aurora").reads_timeline(&deal).await.at("/items/0/data/comment/body"), script);
    }
}

#[tokio::test]
async fn a_character_that_no_text_has_is_refused_wherever_it_stands() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let more = ["/customer/website", "/customer/duns", "/contact/email", "/contact/phone", "/products/0/product"];
    for pointer in TEXTS.iter().map(|(pointer, _)| *pointer).chain(more) {
        let found = wrong(&mira, a_deal().with(pointer, "a\u{0}b")).await;
        assert_eq!(found[0], (pointer.to_owned(), "bad_character".to_owned()));
    }
    for pointer in ["/customer/name", "/contact/title"] {
        assert_eq!(wrong(&mira, a_deal().with(pointer, "a\nb")).await, mistakes([(pointer, "bad_character")]));
    }
    mira.registers(a_deal().with("/need", "In the first line why,\r\n\tin the second when.")).await;
    let found = wrong(&mira, a_deal().with("/customer/a\u{0}b", 1)).await;
    assert_eq!(found, mistakes([("/customer/a\u{0}b", "unknown_member")]));
}

#[tokio::test]
async fn whatever_json_is_sent_is_answered_with_reasons() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for body in [json!(null), json!([]), json!("x"), json!(5), json!(true)] {
        assert_eq!(mira.post("/api/v1/deals", &body).await.is(422).mistakes(), mistakes([("", "wrong_type")]));
    }
    let nulls: Value = a_deal().0.as_object().unwrap().keys().map(|name| (name.clone(), Value::Null)).collect();
    mira.post("/api/v1/deals", &nulls).await.is(201);
}
