//! First in wins: one sequence of registrations a tenant, each entry chained to the one before it.

use crate::portal::{Portal, a_deal};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// The entries of a tenant, in order.
async fn chain(portal: &Portal, tenant: &str) -> Vec<Value> {
    let sql = format!("SELECT * FROM registration WHERE tenant_id = '{tenant}' ORDER BY position");
    portal.database().rows(&sql).await
}

/// Every entry carries the hash of the one before, is later than it, and hashes to what it says.
fn holds(chain: &[Value]) {
    let (mut previous, mut last) = (String::new(), 0);
    for (index, entry) in chain.iter().enumerate() {
        let text = |member: &str| entry[member].as_str().unwrap();
        let registered_at = entry["registered_at"].as_i64().unwrap();
        assert_eq!(entry["position"], index + 1, "none is missing");
        assert_eq!(text("previous"), previous);
        assert!(registered_at > last, "no two at the same time");
        let mut sha = Sha256::new();
        for part in
            [&previous, text("number"), text("organisation_id"), text("fingerprint"), &registered_at.to_string()]
        {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
        assert_eq!(text("hash"), BASE64_URL_SAFE_NO_PAD.encode(sha.finalize()));
        (previous, last) = (text("hash").to_owned(), registered_at);
    }
}

#[tokio::test]
async fn each_registration_is_chained_to_the_one_before_it_in_its_tenant() {
    let portal = Portal::with_demo().await;
    let (mira, amir, grace) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.rep("vantage"));
    let mut expected = Vec::new();
    for _ in 0..4 {
        expected.push(mira.registers(a_deal()).await);
        mira.begins(a_deal()).await;
        expected.push(amir.registers(a_deal()).await);
        grace.registers(a_deal().product("arm")).await;
    }
    for tenant in ["aurora", "halcyon"] {
        holds(&chain(&portal, tenant).await);
    }
    let aurora = chain(&portal, "aurora").await;
    for (entry, deal) in aurora[aurora.len() - 8..].iter().zip(&expected) {
        assert_eq!((&entry["deal_id"], &entry["number"]), (&deal.at("/id"), &deal.at("/number")));
        let at = chrono::DateTime::from_timestamp_millis(entry["registered_at"].as_i64().unwrap()).unwrap();
        assert_eq!(deal.at("/registeredAt").as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap(), at);
    }
}

#[tokio::test]
async fn an_answer_to_a_question_is_no_second_registration() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    let before = chain(&portal, "aurora").await.len();
    jonas.asks(&deal, &["need"]).await;
    mira.submits(&deal).await;
    jonas.rejects(&deal).await;
    mira.disputes(&deal).await;
    assert_eq!(chain(&portal, "aurora").await.len(), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn registrations_at_the_same_moment_have_an_order_on_two_servers_too() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    let (mira, amir) = (portal.rep("bluepeak"), other.rep("kestrel"));
    tokio::join!(mira.cookie(), amir.cookie());
    let before = chain(&portal, "aurora").await.len();
    let registrations = (0..30).map(|n| {
        let person = if n % 2 == 0 { mira.clone() } else { amir.clone() };
        tokio::spawn(async move { person.registers(a_deal()).await.at("/registeredAt").to_string() })
    });
    let times: HashSet<String> =
        futures_util::future::join_all(registrations).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(times.len(), 30);
    let chain = chain(&portal, "aurora").await;
    holds(&chain);
    assert_eq!(chain.len(), before + 30);
}

#[tokio::test]
async fn a_customer_cannot_be_guessed_from_its_fingerprint() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let customer = a_deal();
    mira.registers(customer.clone()).await;
    amir.registers(a_deal().for_the_customer_of(&customer)).await;
    let chain = chain(&portal, "aurora").await;
    let [first, second] = &chain[chain.len() - 2..] else { unreachable!() };
    assert_ne!(first["salt"], second["salt"]);
    assert_ne!(first["fingerprint"], second["fingerprint"], "the same customer, salted anew");
}
