//! Receipts: signed, for those alone who see the deal, and checked by anybody with other libraries than the server's.

use crate::portal::{Database, Deal, Person, Portal, a_deal};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use portico::store::{Patience, Store, check_chains};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What a receipt says, if a key of the set signed it: as any program with a JOSE library finds it.
fn checked(jws: &str, keys: &str) -> Option<Value> {
    let keys: JwkSet = serde_json::from_str(keys).unwrap();
    let header = decode_header(jws).ok()?;
    assert_eq!((header.alg, header.typ.as_deref()), (Algorithm::EdDSA, Some("portico-receipt+jwt")));
    let key = DecodingKey::from_jwk(keys.find(&header.kid?)?).unwrap();
    let mut validation = Validation::new(Algorithm::EdDSA);
    // It is a statement about the past, and does not expire.
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    decode(jws, &key, &validation).ok().map(|checked| checked.claims)
}

async fn key_set(portal: &Portal) -> String {
    portal.nobody().get("/.well-known/jwks.json").await.is(200).text()
}

async fn receipt(person: &Person, deal: &Deal) -> String {
    person.get(&format!("{}/receipt", deal.url)).await.is(200).text()
}

fn sha256(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

#[tokio::test]
async fn anybody_can_check_a_receipt_with_the_public_key_alone() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let (jws, keys) = (receipt(&mira, &deal).await, key_set(&portal).await);
    let says = checked(&jws, &keys).expect("it is signed");
    assert_eq!(says["iss"], "aurora");
    assert_eq!((&says["number"], &says["registeredAt"]), (&deal.at("/number"), &deal.at("/registeredAt")));
    assert_eq!(says["organisation"], deal.at("/organisation"));
    assert!(!keys.contains("\"d\""), "no private key");

    let [header, payload, signature] = jws.split('.').collect::<Vec<_>>().try_into().unwrap();
    let mut other = says.clone();
    other["registeredAt"] = json!("2020-01-01T00:00:00Z");
    let earlier = BASE64_URL_SAFE_NO_PAD.encode(other.to_string());
    assert_ne!(earlier, payload);
    assert_eq!(checked(&format!("{header}.{earlier}.{signature}"), &keys), None, "not what was signed");
    assert_eq!(receipt(&portal.manager("aurora"), &deal).await, jws, "both sides hold the same");
}

#[tokio::test]
async fn who_holds_a_receipt_can_prove_which_customer_it_names() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let customer =
        a_deal().of("Hafen-Kost Süd GmbH", "https://www.Hafenkost.example/de").with("/customer/duns", "123456789");
    let deal = mira.registers(customer).await;
    let says = checked(&receipt(&mira, &deal).await, &key_set(&portal).await).unwrap();
    let salt = says["customer"]["salt"].as_str().unwrap();
    let mut bytes = Vec::new();
    for text in [salt, "hafenkost.example", "123456789", "hafen kost sud/DE"] {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.as_bytes());
    }
    assert_eq!(says["customer"]["fingerprint"], sha256(bytes));
}

#[tokio::test]
async fn each_receipt_carries_the_hash_of_the_one_before_and_no_running_number() {
    let portal = Portal::with_demo().await;
    let (mira, amir, keys) = (portal.rep("bluepeak"), portal.rep("kestrel"), key_set(&portal).await);
    let first = mira.registers(a_deal()).await;
    let second = amir.registers(a_deal()).await;
    let (before, after) = (receipt(&mira, &first).await, receipt(&amir, &second).await);
    let says = checked(&after, &keys).unwrap();
    assert_eq!(says["previous"], sha256(&before));
    let members: Vec<&String> = says.as_object().unwrap().keys().collect();
    assert_eq!(members, ["customer", "iat", "iss", "number", "organisation", "previous", "registeredAt"]);
}

#[tokio::test]
async fn a_receipt_is_for_those_who_see_the_deal() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let (deal, draft) = (mira.registers(a_deal()).await, mira.begins(a_deal()).await);
    let url = format!("{}/receipt", deal.url);
    for person in [portal.colleague("bluepeak"), portal.marketer("bluepeak"), portal.manager("aurora")] {
        person.get(&url).await.is(200);
    }
    for outsider in [portal.rep("kestrel"), portal.manager("halcyon"), portal.rep("vantage")] {
        let hidden = outsider.get(&url).await.is(404);
        let missing = outsider.get("/api/v1/deals/none/receipt").await;
        assert_eq!(hidden.without("instance"), missing.without("instance"));
    }
    portal.nobody().get(&url).await.is(401);
    mira.get(&format!("{}/receipt", draft.url)).await.is(404).refuses("not-found");
    mira.submits(&draft).await;
    receipt(&mira, &draft).await;
}

#[tokio::test]
async fn a_receipt_is_a_file_with_a_name_and_stays_what_it_is() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let url = format!("{}/receipt", deal.url);
    let file = mira.get(&url).await.is(200);
    assert_eq!(file.header("content-type"), Some("application/jose"));
    let name = format!("attachment; filename=\"receipt-{}.jws\"", deal.number());
    assert_eq!(file.header("content-disposition"), Some(name.as_str()));
    portal.manager("aurora").asks(&deal, &["need"]).await;
    mira.submits(&deal).await;
    mira.withdraws(&deal).await;
    mira.get(&url).header("if-none-match", file.etag()).await.is(304);
}

#[tokio::test]
async fn the_keys_are_public_and_for_other_sites_too() {
    let portal = Portal::with_demo().await;
    let keys = portal.nobody().get("/.well-known/jwks.json").await.is(200);
    assert_eq!(keys.header("cache-control"), Some("public, no-cache"));
    assert_eq!(keys.header("access-control-allow-origin"), Some("*"));
    assert_eq!(keys.at("/keys").as_array().unwrap().len(), 1);
    let key = keys.at("/keys/0");
    assert_eq!([&key["kty"], &key["crv"], &key["alg"], &key["use"]], ["OKP", "Ed25519", "EdDSA", "sig"]);
    let required = json!({"crv": key["crv"], "kty": key["kty"], "x": key["x"]});
    assert_eq!(key["kid"], sha256(required.to_string()), "its thumbprint (RFC 7638)");
    portal.nobody().get("/.well-known/jwks.json").header("if-none-match", keys.etag()).await.is(304);
}

#[tokio::test]
async fn a_key_that_signs_no_more_still_tells_what_it_signed() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let old = receipt(&mira, &mira.registers(a_deal()).await).await;
    portal.database().execute("UPDATE signing_key SET private_key = NULL").await;
    let new = receipt(&mira, &mira.registers(a_deal()).await).await;
    let keys = key_set(&portal).await;
    assert_ne!(decode_header(&old).unwrap().kid, decode_header(&new).unwrap().kid);
    assert!(checked(&old, &keys).is_some() && checked(&new, &keys).is_some());
}

#[tokio::test]
async fn registrations_from_before_there_were_receipts_are_signed_once_in_their_order() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = (portal.rep("bluepeak"), portal.rep("bluepeak").registers(a_deal()).await);
    portal.database().execute("UPDATE registration SET receipt = NULL").await;
    portal.database().execute("DELETE FROM signing_key").await;
    portal.another_server().await;
    let jws = receipt(&mira, &deal).await;
    let says = checked(&jws, &key_set(&portal).await).unwrap();
    assert_eq!(says["registeredAt"], deal.at("/registeredAt"));
    for chain in check_chains(&portal.database().url()).await.unwrap() {
        assert_eq!(chain.breaks, [], "{}", chain.tenant);
    }
    portal.another_server().await;
    assert_eq!(receipt(&mira, &deal).await, jws, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_sign_with_one_key() {
    let database = crate::portal::Database::empty().await;
    let starts = (0..4).map(|_| {
        let url = database.url();
        tokio::spawn(async move { Store::open(&url, Database::objects(), Patience::default()).await.map(drop) })
    });
    for started in futures_util::future::join_all(starts).await {
        started.unwrap().unwrap();
    }
    assert_eq!(database.rows("SELECT kid FROM signing_key").await.len(), 1);
}

/// The app's tests show this receipt: it has to be one that a server gave.
#[test]
fn the_receipt_that_the_app_is_tested_with_is_a_real_one() {
    let given: Value = serde_json::from_str(include_str!("../../../../tests/browser/receipt.json")).unwrap();
    let says = checked(given["receipt"].as_str().unwrap(), &given["keys"].to_string()).unwrap();
    assert_eq!(says, given["says"]);
}
