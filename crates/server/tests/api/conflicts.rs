//! Two registrations of one customer: the partner learns that there is something, the vendor what.

use crate::portal::{NewDeal, Person, Portal, a_deal, mistakes};
use serde_json::{Value, json};

/// Asks about the customer and the products of a registration.
async fn asks(person: &Person, about: &NewDeal) -> Value {
    let products: Value = about.0["products"].as_array().unwrap().iter().map(|line| line["product"].clone()).collect();
    let body = json!({"customer": about.0["customer"], "products": products});
    person.post("/api/v1/deals/conflict-check", &body).without("idempotency-key").await.is(200).json()
}

fn result(result: &str) -> Value {
    json!({"result": result})
}

#[tokio::test]
async fn a_check_follows_the_rivals_registration_and_says_no_more() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let customer = a_deal();
    assert_eq!(asks(&amir, &customer).await, result("clear"));
    let draft = mira.begins(customer.clone()).await;
    assert_eq!(asks(&amir, &customer).await, result("clear"), "a draft holds no place");
    mira.submits(&draft).await;
    assert_eq!(asks(&amir, &customer).await, result("possible"));
    jonas.starts_review(&draft).await;
    jonas.asks(&draft, &["need"]).await;
    assert_eq!(asks(&amir, &customer).await, result("possible"));
    mira.submits(&draft).await;
    jonas.approves(&draft).await;
    assert_eq!(asks(&amir, &customer).await, result("protected"));
    jonas.reverts(&draft).await;
    assert_eq!(asks(&amir, &customer).await, result("possible"));
    jonas.rejects(&draft).await;
    assert_eq!(asks(&amir, &customer).await, result("clear"));
    mira.disputes(&draft).await;
    jonas.approves(&draft).await;
    mira.withdraws(&draft).await;
    assert_eq!(asks(&amir, &customer).await, result("clear"));
}

#[tokio::test]
async fn a_protection_ends_with_its_window_or_with_the_sale() {
    let portal = Portal::with_demo().await;
    let customer = a_deal();
    let deal = portal.rep("bluepeak").registers(customer.clone()).await;
    portal.manager("aurora").approves(&deal).await;
    let amir = portal.rep("kestrel");
    for (change, expected) in [
        ("protection_ends = '2020-01-01'", "clear"),
        ("protection_ends = '2999-01-01', stage = 'won'", "protected"),
        ("stage = 'lost'", "clear"),
    ] {
        portal.database().execute(&format!("UPDATE deal SET {change} WHERE id = '{}'", deal.id)).await;
        assert_eq!(asks(&amir, &customer).await, result(expected), "{change}");
    }
}

#[tokio::test]
async fn ones_own_firms_deal_is_named() {
    let portal = Portal::with_demo().await;
    let customer = a_deal();
    let deal = portal.rep("bluepeak").registers(customer.clone()).await;
    let own = json!({"result": "own", "id": deal.id, "number": deal.number(),
                     "owner": {"id": "rep-bluepeak-example", "name": "Mira Kern"}});
    assert_eq!(asks(&portal.rep("bluepeak"), &customer).await, own);
    assert_eq!(asks(&portal.colleague("bluepeak"), &customer).await, own);
    portal.rep("kestrel").registers(a_deal().for_the_customer_of(&customer)).await;
    assert_eq!(asks(&portal.rep("bluepeak"), &customer).await, own, "a rival beside it changes nothing");
}

#[tokio::test]
async fn a_customer_is_the_same_by_website_number_or_name_in_its_country() {
    let portal = Portal::with_demo().await;
    let known = a_deal()
        .of("Müller & Söhne Spedition GmbH", "mueller-soehne.example")
        .with("/customer/duns", "123456789")
        .with("/customer/country", "DE");
    portal.rep("bluepeak").registers(known).await;
    let amir = portal.rep("kestrel");
    for (customer, expected) in [
        (json!({"website": "https://www.Mueller-Soehne.example/kontakt"}), "possible"),
        (json!({"duns": "12-345-6789"}), "possible"),
        (json!({"name": "muller und sohne SPEDITION", "country": "DE"}), "possible"),
        (json!({"name": "Müller & Söhne Spedition KG", "country": "AT"}), "clear"),
        (json!({"name": "Müller & Söhne Spedition"}), "clear"),
        (json!({"name": "Müller", "country": "DE"}), "clear"),
        (json!({"website": "mueller-soehne.com"}), "clear"),
        (json!({"website": "mueller"}), "clear"),
        (json!({"duns": "1234"}), "clear"),
        (json!({}), "clear"),
    ] {
        let check = amir.post("/api/v1/deals/conflict-check", &json!({"customer": customer, "products": ["fleet"]}));
        assert_eq!(check.await.is(200).json(), result(expected), "{customer}");
    }
}

#[tokio::test]
async fn other_products_for_the_same_customer_compete_with_nobody() {
    let portal = Portal::with_demo().await;
    let customer = a_deal().product("fleet");
    portal.rep("bluepeak").registers(customer.clone()).await;
    let amir = portal.rep("kestrel");
    let check = async |products: Value| {
        let body = json!({"customer": customer.0["customer"], "products": products});
        amir.post("/api/v1/deals/conflict-check", &body).await.is(200).json()
    };
    assert_eq!(check(json!(["depot"])).await, result("clear"));
    assert_eq!(check(json!(["depot", "fleet"])).await, result("possible"));
    assert_eq!(check(json!([])).await, result("possible"), "no product said yet means any");
    assert_eq!(check(Value::Null).await, result("possible"));
}

#[tokio::test]
async fn what_is_wrong_in_a_check_is_said_at_once() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let body = json!({"customer": {"name": 5, "country": "Germany", "x": 1}, "products": ["rocket", 7], "y": 1});
    let refused = mira.post("/api/v1/deals/conflict-check", &body).await.is(422).refuses("invalid");
    let mut found = refused.mistakes();
    found.sort();
    let mut all = mistakes([
        ("/customer/country", "not_in_list"),
        ("/customer/name", "wrong_type"),
        ("/customer/x", "unknown_member"),
        ("/products/0", "not_in_list"),
        ("/products/1", "wrong_type"),
        ("/y", "unknown_member"),
    ]);
    all.sort();
    assert_eq!(found, all);
}

#[tokio::test]
async fn only_who_registers_may_ask() {
    let portal = Portal::with_demo().await;
    for onlooker in [portal.marketer("bluepeak"), portal.manager("aurora"), portal.seller("aurora")] {
        onlooker.post("/api/v1/deals/conflict-check", &json!({})).await.is(403).refuses("forbidden");
    }
    portal.nobody().post("/api/v1/deals/conflict-check", &json!({})).await.is(401);
}

#[tokio::test]
async fn a_second_registration_is_taken_and_marked_for_the_manager_alone() {
    let portal = Portal::with_demo().await;
    let (mira, amir, jonas) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.manager("aurora"));
    let customer = a_deal();
    let first = mira.registers(customer.clone()).await;
    assert_eq!(jonas.opens(&first).await.at("/conflicts"), json!([]));
    let second = amir.registers(a_deal().for_the_customer_of(&customer)).await;
    assert_eq!(second.review(), "submitted", "taken, never refused");

    let seen = jonas.opens(&second).await;
    assert_eq!(seen.at("/conflicts/0/deal/id"), first.at("/id"));
    assert_eq!(seen.at("/conflicts/0/deal/organisation/name"), "Bluepeak Consulting");
    assert_eq!(seen.at("/conflicts/0/matches"), json!(["website", "name"]));
    assert_eq!(seen.at("/conflicts/0/first"), true, "it was received first");
    let other = jonas.opens(&first).await;
    assert_eq!((other.at("/conflicts/0/deal/id"), other.at("/conflicts/0/first")), (second.at("/id"), false.into()));
    let rows = jonas.lists("limit=2").await.is(200);
    assert_eq!(rows.each("/items", "/id"), [second.id.clone(), first.id.clone()]);
    assert_eq!((rows.at("/items/0/conflict"), rows.at("/items/1/conflict")), (true.into(), true.into()));

    for (person, deal, rival) in [(&mira, &first, "estrel"), (&amir, &second, "luepeak")] {
        for answer in [
            person.get(&deal.url).await,
            person.lists("limit=5").await,
            person.reads_timeline(deal).await,
            person.get("/api/v1/home").await,
        ] {
            let text = answer.text();
            assert!(!text.contains("onflict") && !text.contains(rival), "{text:.500}");
        }
    }
}

#[tokio::test]
async fn a_deal_does_not_meet_itself_nor_what_is_over() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let customer = a_deal();
    let first = mira.registers(customer.clone()).await;
    jonas.rejects(&first).await;
    let second = mira.registers(a_deal().for_the_customer_of(&customer)).await;
    assert_eq!(jonas.opens(&second).await.at("/conflicts"), json!([]));
    let row = jonas.lists("limit=1").await.is(200);
    assert_eq!((row.at("/items/0/id"), row.at("/items/0/conflict")), (second.at("/id"), false.into()));
}

#[tokio::test]
async fn a_person_asks_so_often_a_day_and_no_more() {
    let portal = Portal::with_demo()
        .await
        .configured("aurora", |it| it["registration"]["conflictCheck"]["perDay"] = 3.into())
        .await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    for _ in 0..3 {
        asks(&mira, &a_deal()).await;
    }
    let body = json!({"customer": a_deal().0["customer"]});
    let refused = mira.post("/api/v1/deals/conflict-check", &body).await.is(429).refuses("too-many-requests");
    assert_eq!(refused.header("ratelimit-policy"), Some("\"conflict-check\";q=3;w=86400"));
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=25 * 3_600).contains(&wait), "until the next day, where the vendor is: {wait}");
    assert_eq!(asks(&sofia, &a_deal()).await, result("clear"), "a colleague has a day of their own");
    portal.database().execute("UPDATE conflict_asked SET day = '2020-01-01'").await;
    assert_eq!(asks(&mira, &a_deal()).await, result("clear"), "and so has tomorrow");
    let rows = "SELECT day FROM conflict_asked WHERE account_id = 'rep-bluepeak-example'";
    assert_eq!(portal.database().rows(rows).await.len(), 1, "the days before are forgotten");
}

#[tokio::test]
async fn a_vendor_may_tell_only_with_the_receipt_or_never() {
    let portal = Portal::with_demo().await;
    let customer = a_deal();
    portal.rep("bluepeak").registers(customer.clone()).await;
    for (when, told) in [("at_submission", Value::from("possible")), ("never", Value::Null)] {
        let portal = portal.configured("aurora", |it| it["registration"]["conflictCheck"]["when"] = when.into()).await;
        let amir = portal.rep("kestrel");
        let named = portal.nobody().get("/api/v1/capabilities").await.is(200).each("/capabilities", "");
        assert!(!named.contains(&"deals.conflictCheck".to_owned()));
        let body = json!({"customer": customer.0["customer"]});
        amir.post("/api/v1/deals/conflict-check", &body).await.is(404);
        let deal = amir.registers(a_deal().for_the_customer_of(&customer)).await;
        assert_eq!(deal.at("/competition"), told, "{when}");
        assert_eq!(
            portal.manager("aurora").opens(&deal).await.at("/competition"),
            Value::Null,
            "the vendor sees which"
        );
        amir.withdraws(&deal).await;
    }
}

#[tokio::test]
async fn the_time_of_an_answer_tells_nothing() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let taken = a_deal();
    mira.registers(taken.clone()).await;
    for about in [&taken, &a_deal()] {
        let begun = std::time::Instant::now();
        asks(&amir, about).await;
        assert!(begun.elapsed() >= std::time::Duration::from_millis(40));
    }
}
