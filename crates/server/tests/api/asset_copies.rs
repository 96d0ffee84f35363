//! Whether a file at hand is the current version: by its content, and by what whoever asks may know.

use crate::portal::{Answer, Person, Portal, an_asset, days_from_today, demo_file};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const SHEET: &str = "fleet-data-sheet-v1.pdf";

/// Content that no demo asset has.
fn a_file(words: &str) -> Vec<u8> {
    format!("A note of the library.\n{words}\n").into_bytes()
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

async fn ask(person: &Person, bytes: &[u8]) -> Answer {
    person.get(&format!("/api/v1/asset-copies/{}", sha256(bytes))).await.is(200)
}

/// Publishes text as an asset; its id.
async fn published(admin: &Person, said: &Value, text: &[u8]) -> String {
    let mut body = said.clone();
    body["publish"] = true.into();
    body["upload"] = admin.brings_up("note.txt", text).await.into();
    admin.post("/api/v1/assets", &body).await.is(201).at("/id").as_str().unwrap().to_owned()
}

async fn replaced(admin: &Person, asset: &str, text: &[u8], changes: &str) {
    let body = json!({"upload": admin.brings_up("note.txt", text).await, "changes": changes});
    admin.post(&format!("/api/v1/assets/{asset}/versions"), &body).await.is(200);
}

async fn ordered(admin: &Person, asset: &str, command: &str) {
    admin.post(&format!("/api/v1/assets/{asset}/{command}"), &json!({})).without("content-type").await.is(200);
}

#[tokio::test]
async fn a_copy_is_current_until_another_version_takes_its_place() {
    let portal = Portal::with_demo().await;
    let (admin, mira, seller) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.seller("aurora"));
    let texts = ["one", "two", "three"].map(a_file);
    let asset = published(&admin, &an_asset("Guide"), &texts[0]).await;
    for person in [&mira, &seller, &admin] {
        let expected = json!({"verdict": "current", "asset": {"id": asset, "title": "Guide", "n": 1, "current": 1}});
        assert_eq!(ask(person, &texts[0]).await.json(), expected);
    }
    replaced(&admin, &asset, &texts[1], "New prices.").await;
    replaced(&admin, &asset, &texts[2], "Other depots.").await;
    for person in [&mira, &seller, &admin] {
        let old = ask(person, &texts[0]).await;
        assert_eq!((old.at("/verdict"), old.at("/asset/current")), (json!("superseded"), json!(3)));
        assert_eq!(old.each("/asset/newer", "/changes"), ["Other depots.", "New prices."]);
        assert_eq!(old.at("/asset/replacedAt"), old.at("/asset/newer/1/createdAt"), "by the second, not the third");
        assert_eq!(ask(person, &texts[2]).await.at("/verdict"), "current");
    }
    let shouted = sha256(&texts[2]).to_uppercase();
    assert_eq!(mira.get(&format!("/api/v1/asset-copies/{shouted}")).await.is(200).at("/verdict"), "current");
    // One version alone is taken back: whoever has it learns that, and which one there is.
    ordered(&admin, &asset, "versions/2/withdraw").await;
    let gone = ask(&mira, &texts[1]).await;
    assert_eq!((gone.at("/verdict"), gone.at("/asset/current")), (json!("withdrawn"), json!(3)));
    assert_eq!(ask(&mira, &texts[0]).await.each("/asset/newer", "/changes"), ["Other depots."]);
}

#[tokio::test]
async fn what_is_over_says_so_to_whom_it_is_for() {
    let portal = Portal::with_demo().await;
    let (admin, mira, amir) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.rep("kestrel"));
    let mut said = an_asset("Guide");
    said["audience"] = json!({"tiers": ["Gold"]});
    let (brief, other) = (a_file("brief"), a_file("other"));
    let ending = published(&admin, &said, &brief).await;
    let asset = published(&admin, &said, &other).await;
    let yesterday = days_from_today(-1);
    portal.database().execute(&format!("UPDATE asset SET expires_on = '{yesterday}' WHERE id = '{ending}'")).await;
    ordered(&admin, &asset, "withdraw").await;
    for person in [&mira, &admin] {
        let expired = ask(person, &brief).await;
        assert_eq!((expired.at("/verdict"), expired.at("/asset/expiresOn")), (json!("expired"), json!(yesterday)));
        assert_eq!(ask(person, &other).await.at("/verdict"), "withdrawn");
    }
    // For whom it never was, it is nothing.
    for file in [&brief, &other] {
        assert_eq!(ask(&amir, file).await.json(), json!({"verdict": "unknown"}));
    }
}

#[tokio::test]
async fn what_is_for_others_cannot_be_told_from_what_is_not_there() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let text = a_file("secret");
    let missing = sha256(b"no file of anybody's");
    let audiences = [
        json!({"tiers": ["Platinum"]}),
        json!({"roles": ["marketer"]}),
        json!({"regions": ["JP"]}),
        json!({"partnerTypes": []}),
    ];
    let person = portal.rep("kestrel");
    for audience in &audiences[..3] {
        let mut said = an_asset("For others");
        said["audience"] = audience.clone();
        published(&admin, &said, &text).await;
    }
    let mut soon = an_asset("Soon");
    soon["startsOn"] = days_from_today(2).into();
    published(&admin, &soon, &text).await;
    let mut draft = an_asset("Draft");
    draft["upload"] = admin.brings_up("note.txt", &text).await.into();
    admin.post("/api/v1/assets", &draft).await.is(201);
    for who in [&person, &portal.rep("vantage"), &portal.manager("halcyon")] {
        let nothing = who.get(&format!("/api/v1/asset-copies/{missing}")).await.is(200);
        let hidden = ask(who, &text).await;
        assert_eq!(hidden.json(), json!({"verdict": "unknown"}));
        assert_eq!(hidden.without("none"), nothing.without("none"));
    }
    // Whoever sees to the library knows all of it, the best of it first.
    assert_eq!(ask(&admin, &text).await.at("/verdict"), "current");
    published(&admin, &an_asset("For all"), &text).await;
    assert_eq!(ask(&person, &text).await.at("/asset/title"), "For all");
}

#[tokio::test]
async fn of_several_the_best_is_told() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let text = a_file("many");
    let withdrawn = published(&admin, &an_asset("Withdrawn"), &text).await;
    ordered(&admin, &withdrawn, "withdraw").await;
    let draft = async |title: &str| {
        let mut body = an_asset(title);
        body["upload"] = admin.brings_up("note.txt", &text).await.into();
        admin.post("/api/v1/assets", &body).await.is(201);
    };
    draft("Draft").await;
    assert_eq!(ask(&mira, &text).await.at("/verdict"), "withdrawn");
    assert_eq!(ask(&admin, &text).await.at("/verdict"), "withdrawn");
    let renewed = published(&admin, &an_asset("Renewed"), &text).await;
    replaced(&admin, &renewed, &a_file("newer"), "").await;
    assert_eq!(ask(&mira, &text).await.at("/asset/title"), "Renewed");
    published(&admin, &an_asset("Current"), &text).await;
    draft("Another draft").await;
    for person in [&mira, &admin] {
        let best = ask(person, &text).await;
        assert_eq!((best.at("/verdict"), best.at("/asset/title")), (json!("current"), json!("Current")));
    }
    let lone = a_file("lone");
    let mut body = an_asset("Lone draft");
    body["upload"] = admin.brings_up("note.txt", &lone).await.into();
    admin.post("/api/v1/assets", &body).await.is(201);
    assert_eq!(ask(&admin, &lone).await.at("/verdict"), "unpublished");
    assert_eq!(ask(&mira, &lone).await.at("/verdict"), "unknown");
    assert_eq!(ask(&portal.seller("aurora"), &lone).await.at("/verdict"), "unknown");
}

#[tokio::test]
async fn what_is_no_digest_is_nothing_and_strangers_learn_nothing() {
    let portal = Portal::with_demo().await;
    let file = demo_file(SHEET);
    for bad in ["x".to_owned(), "a".repeat(63), "g".repeat(64), "a".repeat(65)] {
        portal.rep("bluepeak").get(&format!("/api/v1/asset-copies/{bad}")).await.is(404).refuses("not-found");
    }
    portal.nobody().get(&format!("/api/v1/asset-copies/{}", sha256(&file))).await.is(401);
    // A file of the demo is known by its content alone.
    assert_ne!(ask(&portal.rep("bluepeak"), &file).await.at("/verdict"), "unknown");
}
