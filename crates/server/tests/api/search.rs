//! Finding a deal by words.

use crate::portal::{Person, Portal, a_deal, percent_encoded};
use serde_json::json;

/// The customers that words find.
async fn finds(person: &Person, words: &str) -> Vec<String> {
    person.lists(&format!("q={}&sort=customer", percent_encoded(words))).await.is(200).each("/items", "/customer/name")
}

#[tokio::test]
async fn a_deal_is_found_by_customer_number_product_city_contact_and_owner() {
    let portal = Portal::with_demo().await;
    let amir = portal.rep("kestrel");
    let deal = a_deal()
        .of("Öresund Kühlhaus AB", "oresund-kuehlhaus.example")
        .with("/customer/city", "Århus")
        .with("/contact/name", "Åsa Ek")
        .product("route");
    let deal = amir.registers(deal).await;
    let number = deal.number();
    for words in [
        "öresund",
        "ÖRESUND",
        "kühl",
        "Öresund KÜHLHAUS",
        "kühlhaus öresund",
        "oresund-kuehlhaus.example",
        "århus",
        "åsa",
        "öresund route",
        "öresund haddad",
        "Amir öresund",
        &number,
        &number.to_lowercase(),
        &number.replace('-', ""),
    ] {
        assert_eq!(finds(&amir, words).await, ["Öresund Kühlhaus AB"], "{words}");
    }
    for words in ["öresund fleet", "öresund moss", "öresundx"] {
        assert!(finds(&amir, words).await.is_empty(), "every word has to be found: {words}");
    }
    assert!(finds(&portal.rep("bluepeak"), "öresund").await.is_empty(), "a rival finds nothing");
    assert_eq!(finds(&portal.manager("aurora"), "öresund").await.len(), 1);
}

#[tokio::test]
async fn signs_are_signs_and_no_wildcards() {
    let portal = Portal::with_demo().await;
    let amir = portal.rep("kestrel");
    for (name, host) in
        [("100% Frucht", "frucht.example"), ("snake_case Works", "snake.example"), ("Back\\Slash", "bs.example")]
    {
        amir.begins(a_deal().of(name, host)).await;
    }
    assert_eq!(finds(&amir, "%").await, ["100% Frucht"]);
    assert_eq!(finds(&amir, "0% f").await, ["100% Frucht"]);
    assert_eq!(finds(&amir, "_").await, ["snake_case Works"]);
    assert_eq!(finds(&amir, "\\").await, ["Back\\Slash"]);
    assert!(finds(&amir, "s_ake").await.is_empty());
    assert!(finds(&amir, "' OR '1'='1").await.is_empty());
    assert!(finds(&amir, "\"").await.is_empty());
}

#[tokio::test]
async fn an_owner_is_found_whatever_letter_their_name_begins_with() {
    let portal = Portal::with_demo().await;
    let özge = portal.colleague("kestrel");
    portal.database().execute("UPDATE account SET name = 'Özge Çelik' WHERE id = 'rep2-kestrel-example'").await;
    özge.registers(a_deal().of("Findling AG", "findling.example")).await;
    for words in ["Findling Özge", "findling özge", "FINDLING ÇELIK", "findling çelik"] {
        assert_eq!(finds(&portal.rep("kestrel"), words).await, ["Findling AG"], "{words}");
    }
}

#[tokio::test]
async fn what_is_changed_is_found_by_its_new_words() {
    let portal = Portal::with_demo().await;
    let amir = portal.rep("kestrel");
    let draft = amir.begins(a_deal().of("Altwort", "altwort.example")).await;
    amir.changes(&draft, &json!({"customer": {"name": "Neuwort", "website": null}})).await;
    assert!(finds(&amir, "altwort").await.is_empty());
    assert_eq!(finds(&amir, "neuwort").await, ["Neuwort"]);
}

#[tokio::test]
async fn a_hundred_words_are_a_question_too() {
    let portal = Portal::with_demo().await;
    assert!(finds(&portal.rep("bluepeak"), &"a ".repeat(100)).await.len() <= 50);
}
