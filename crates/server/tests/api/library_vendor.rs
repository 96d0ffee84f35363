//! What the vendor's people do with the library, and what partners see of it.

use crate::portal::{Answer, Person, Portal, Shelved, an_asset, days_from_today, demo_file, fresh_key, mistakes};
use axum::http::Method;
use serde_json::{Value, json};

async fn found(person: &Person, query: &str) -> Vec<String> {
    person.get(&format!("/api/v1/assets?limit=200&{query}")).await.is(200).each("/items", "/id")
}

async fn sees(person: &Person, asset: &Shelved) -> bool {
    let listed = found(person, "").await.contains(&asset.id);
    let status = person.get(&asset.content(1)).await.status;
    assert_eq!(listed, status == 200, "{status}");
    listed
}

fn counted(page: &Answer, facet: &str, value: &str) -> u64 {
    let facets = page.at("/facets");
    let facet = facets.as_array().unwrap().iter().find(|one| one["name"] == facet).cloned().unwrap_or_default();
    let values = facet["values"].as_array().cloned().unwrap_or_default();
    values.iter().find(|one| one["value"] == value).and_then(|one| one["count"].as_u64()).unwrap_or_default()
}

#[tokio::test]
async fn a_draft_is_proposed_published_withdrawn_and_restored() {
    let portal = Portal::with_demo().await;
    let (jonas, admin, mira) = (portal.manager("aurora"), portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let asset = jonas.shelves(&an_asset("How depots are planned"), "fleet-data-sheet-v1.pdf").await;
    assert_eq!(asset.seen.header("location"), Some(asset.url.as_str()));
    assert_eq!((asset.seen.at("/standing"), asset.seen.at("/current")), (json!("draft"), json!(1)));
    assert_eq!(asset.seen.at("/allowedActions"), json!(["edit", "propose"]));
    assert!(!sees(&mira, &asset).await);
    mira.get(&asset.url).await.is(404);
    portal.seller("aurora").get(&asset.url).await.is(404);
    jonas.get(&asset.content(1)).await.is(200);
    jonas.orders(&asset, "publish").await.is(403);
    let proposed = jonas.orders(&asset, "propose").await.is(200);
    assert_eq!(proposed.at("/standing"), "proposed");
    jonas.orders(&asset, "propose").await.is(409).refuses("asset-state");
    assert_eq!(found(&admin, "standing=proposed").await, [asset.id.as_str()]);
    let published = admin.orders(&asset, "publish").await.is(200);
    assert_eq!(published.at("/standing"), "current");
    assert!(sees(&mira, &asset).await);
    assert!(mira.get(&asset.url).await.is(200).at("/allowedActions").is_null());
    let withdrawn = jonas.orders(&asset, "withdraw").await.is(200);
    assert_eq!((withdrawn.at("/standing"), withdrawn.at("/allowedActions")), (json!("withdrawn"), json!(["restore"])));
    mira.get(&asset.content(1)).await.is(410).refuses("gone");
    assert!(!found(&mira, "").await.contains(&asset.id));
    let etag = jonas.get(&asset.url).await.etag();
    jonas.patch(&asset.url, &json!({"title": "x"})).header("if-match", etag).await.is(409);
    assert_eq!(jonas.orders(&asset, "restore").await.is(200).at("/standing"), "draft");
    mira.get(&asset.url).await.is(404);
}

#[tokio::test]
async fn a_partner_and_a_seller_do_none_of_it() {
    let portal = Portal::with_demo().await;
    let asset = portal.vendor_admin("aurora").publishes(&an_asset("Guide"), "fleet-data-sheet-v1.pdf").await;
    for other in [portal.rep("bluepeak"), portal.partner_admin("bluepeak"), portal.seller("aurora")] {
        other.post("/api/v1/assets", &an_asset("Mine")).await.is(403);
        other.patch(&asset.url, &json!({"title": "x"})).header("if-match", "\"1\"").await.is(403);
        other.post(&format!("{}/versions", asset.url), &json!({"upload": "x"})).await.is(403);
        for command in ["propose", "publish", "withdraw", "restore", "versions/1/withdraw"] {
            other.orders(&asset, command).await.is(403);
        }
        other.get("/api/v1/assets/usage").await.is(403);
        other.get("/api/v1/assets?standing=draft").await.is(400).refuses("malformed");
        assert_eq!(counted(&other.get("/api/v1/assets").await.is(200), "standing", "current"), 0);
    }
    // Of another vendor it is nothing.
    let other = portal.manager("halcyon");
    other.get(&asset.url).await.is(404);
    other.orders(&asset, "withdraw").await.is(404);
    other.patch(&asset.url, &json!({"title": "x"})).header("if-match", "\"1\"").await.is(404);
    assert_eq!(portal.rep("bluepeak").get(&asset.url).await.is(200).at("/title"), "Guide");
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let body = json!({"title": " ", "kind": "novel", "locale": "english!", "products": ["fleet", "boat"],
        "audience": {"tiers": ["Gold", "Tin"], "roles": ["seller"], "regions": ["DE", "XX"], "partnerTypes": ["none"]},
        "startsOn": "tomorrow", "colour": "red"});
    let refused = admin.post("/api/v1/assets", &body).await.is(422);
    let expected = mistakes([
        ("/kind", "not_in_list"),
        ("/locale", "bad_form"),
        ("/products/1", "not_in_list"),
        ("/audience/tiers/1", "not_in_list"),
        ("/audience/partnerTypes/0", "not_in_list"),
        ("/audience/roles/0", "not_in_list"),
        ("/audience/regions/1", "not_in_list"),
        ("/startsOn", "bad_form"),
        ("/title", "required"),
        ("/upload", "required"),
        ("/colour", "unknown_member"),
    ]);
    assert_eq!(refused.mistakes(), expected);
    let mut body = an_asset("Guide");
    body["upload"] = "none".into();
    assert_eq!(admin.post("/api/v1/assets", &body).await.is(422).mistakes(), mistakes([("/upload", "not_in_list")]));
    let half = admin.arrival("plan.pdf", 10).await;
    body["upload"] = half.rsplit('/').next().into();
    assert_eq!(admin.post("/api/v1/assets", &body).await.is(422).mistakes(), mistakes([("/upload", "not_in_list")]));
    body["upload"] = portal.manager("aurora").brings_up("a.pdf", b"%PDF-1.7").await.into();
    assert_eq!(admin.post("/api/v1/assets", &body).await.is(422).mistakes(), mistakes([("/upload", "not_in_list")]));
    admin.post("/api/v1/assets", &body).without("idempotency-key").await.is(400);
}

#[tokio::test]
async fn an_asset_is_made_once_for_a_key() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let mut body = an_asset("Guide");
    body["upload"] = admin.brings_up("a.pdf", &demo_file("fleet-data-sheet-v1.pdf")).await.into();
    let key = fresh_key();
    let first = admin.post("/api/v1/assets", &body).key(&key).await.is(201);
    let again = admin.post("/api/v1/assets", &body).key(&key).await.is(201);
    assert_eq!((again.at("/id"), again.header("idempotency-replayed")), (first.at("/id"), Some("true")));
    // The upload is used up.
    admin.post("/api/v1/assets", &body).await.is(422);
    assert_eq!(admin.get(&format!("/api/v1/asset-uploads/{}", body["upload"].as_str().unwrap())).await.status, 404);
}

#[tokio::test]
async fn what_is_said_is_changed_as_it_was_seen() {
    let portal = Portal::with_demo().await;
    let (jonas, mira) = (portal.manager("aurora"), portal.rep("bluepeak"));
    let asset = portal.vendor_admin("aurora").publishes(&an_asset("Guide"), "fleet-data-sheet-v1.pdf").await;
    portal.reads_files_of(&[&asset.id]).await;
    let seen = jonas.get(&asset.url).await.is(200);
    assert_eq!(seen.at("/version"), asset.seen.at("/version"), "that its file was read is no change of anybody's");
    let patch = json!({"title": "Zanzibar guide", "tags": ["spice"], "expiresOn": days_from_today(3)});
    jonas.patch(&asset.url, &patch).await.is(428);
    let changed = jonas.patch(&asset.url, &patch).header("if-match", seen.etag()).await.is(200);
    assert_eq!((changed.at("/title"), changed.at("/tags")), (json!("Zanzibar guide"), json!(["spice"])));
    assert_eq!(found(&mira, "q=zanzibar").await, [asset.id.as_str()], "it is found by its new words");
    let stale = json!({"title": "Other"});
    let stale = jonas.patch(&asset.url, &stale).header("if-match", seen.etag()).await.is(412).refuses("stale");
    assert_eq!(stale.at("/current/title"), "Zanzibar guide");
    jonas.patch(&asset.url, &patch).header("if-match", seen.etag()).await.is(200);
    let wrong = json!({"title": null, "kind": 5, "audience": {"tiers": ["Tin"]}, "upload": "x"});
    let wrong = jonas.patch(&asset.url, &wrong).header("if-match", changed.etag()).await.is(422);
    let expected = [
        ("/kind", "wrong_type"),
        ("/audience/tiers/0", "not_in_list"),
        ("/title", "required"),
        ("/upload", "unknown_member"),
    ];
    assert_eq!(wrong.mistakes(), mistakes(expected));
    let days = json!({"startsOn": days_from_today(2), "expiresOn": days_from_today(1)});
    let days = jonas.patch(&asset.url, &days).header("if-match", changed.etag()).await.is(422);
    assert_eq!(days.mistakes(), mistakes([("/expiresOn", "out_of_range")]));
    // Another tier's from now on.
    let tier = json!({"audience": {"tiers": ["Platinum"]}});
    jonas.patch(&asset.url, &tier).header("if-match", changed.etag()).await.is(200);
    mira.get(&asset.url).await.is(404);
    assert!(!sees(&mira, &asset).await);
}

#[tokio::test]
async fn a_new_version_is_the_current_one_everywhere() {
    let portal = Portal::with_demo().await;
    let (jonas, mira) = (portal.manager("aurora"), portal.rep("bluepeak"));
    let asset = portal.vendor_admin("aurora").publishes(&an_asset("Guide"), "fleet-data-sheet-v1.pdf").await;
    mira.get(&asset.content(1)).await.is(200);
    let renewed = jonas.replaces(&asset, "fleet-data-sheet-v2.pdf").await;
    assert_eq!((renewed.at("/current"), renewed.at("/versions/0/changes")), (json!(2), json!("It is newer.")));
    assert_eq!(renewed.at("/versions/0/createdBy/name"), "Jonas Weber");
    let seen = mira.at(&portal.another_server().await).get(&asset.url).await.is(200);
    assert_eq!((seen.at("/current"), seen.at("/downloaded")), (json!(2), json!(1)));
    // The current one is taken back: the one before is current again.
    let back = jonas.orders(&asset, "versions/2/withdraw").await.is(200);
    assert_eq!((back.at("/current"), back.at("/versions/0/withdrawn")), (json!(1), json!(true)));
    mira.get(&asset.content(2)).await.is(410).refuses("gone");
    mira.get(&asset.content(1)).await.is(200);
    jonas.get(&asset.content(2)).await.is(200);
    jonas.orders(&asset, "versions/2/withdraw").await.is(409);
    jonas.orders(&asset, "versions/9/withdraw").await.is(404);
    jonas.orders(&asset, "versions/1/withdraw").await.is(409);
    assert_eq!(mira.get(&asset.url).await.is(200).at("/current"), 1, "what was refused changed nothing");
    mira.get(&asset.content(1)).await.is(200);
    assert_eq!(jonas.replaces(&asset, "fleet-data-sheet-v3.pdf").await.at("/current"), 3);
}

#[tokio::test]
async fn what_is_still_to_come_is_the_vendors_alone() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let mut said = an_asset("Quagga launch");
    said["startsOn"] = days_from_today(2).into();
    let asset = admin.publishes(&said, "fleet-data-sheet-v1.pdf").await;
    assert_eq!(asset.seen.at("/standing"), "scheduled");
    mira.get(&asset.url).await.is(404);
    assert!(!sees(&mira, &asset).await && found(&mira, "q=quagga").await.is_empty());
    assert_eq!(found(&admin, "standing=scheduled").await, [asset.id.as_str()]);
    assert_eq!(found(&admin, "q=quagga&standing=scheduled").await, [asset.id.as_str()]);
    assert!(!found(&admin, "").await.contains(&asset.id), "what may be used, where nothing is asked");
    let page = admin.get("/api/v1/assets").await.is(200);
    assert_eq!(counted(&page, "standing", "scheduled"), 1);
    assert_eq!(counted(&page, "standing", "current"), page.at("/total").as_u64().unwrap());
    let both = admin.get("/api/v1/assets?standing=scheduled,withdrawn").await.is(200);
    assert_eq!(both.at("/total"), 2);
    admin.get("/api/v1/assets?standing=lost").await.is(400);
}

#[tokio::test]
async fn use_is_counted_once_a_day_and_by_partners_alone() {
    let portal = Portal::with_demo().await;
    let (admin, mira, amir) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.rep("kestrel"));
    let asset = admin.publishes(&an_asset("Guide"), "fleet-data-sheet-v1.pdf").await;
    for person in [&mira, &mira, &amir, &admin] {
        person.get(&asset.url).await.is(200);
    }
    mira.get(&asset.content(1)).await.is(200);
    admin.get(&asset.content(1)).await.is(200);
    let usage = |query: &'static str| admin.get(query);
    let of = |page: &Answer| {
        let items = page.at("/items").as_array().cloned().unwrap_or_default();
        items.into_iter().find(|one| one["id"] == asset.id.as_str()).unwrap_or_default()
    };
    let page = usage("/api/v1/assets/usage?days=30&sort=views&limit=200").await.is(200);
    let expected: Value = json!({"id": asset.id, "title": "Guide", "standing": "current", "views": 2, "downloads": 1,
        "firms": 2, "lastUsed": of(&page)["lastUsed"]});
    assert_eq!((of(&page), page.at("/items/0/id")), (expected, json!(asset.id)));
    assert!(of(&page)["lastUsed"].is_string());
    let unused = usage("/api/v1/assets/usage?sort=unused&limit=200").await.is(200);
    assert!(unused.at("/items/0/lastUsed").is_null());
    let first = usage("/api/v1/assets/usage?sort=downloads&limit=1").await.is(200);
    let cursor = first.at("/nextCursor").as_str().unwrap().to_owned();
    let next = admin.get(&format!("/api/v1/assets/usage?sort=downloads&limit=1&cursor={cursor}")).await.is(200);
    assert_ne!(next.at("/items/0/id"), first.at("/items/0/id"));
    for bad in ["days=0", "days=731", "sort=size", "cursor=none", "colour=red"] {
        admin.get(&format!("/api/v1/assets/usage?{bad}")).await.is(400);
    }
    assert_eq!(admin.sends(Method::GET, "/api/v1/assets/usage?days=1").await.status, 200);
}

#[tokio::test]
async fn the_vendor_chooses_among_the_audiences_there_are() {
    let portal = Portal::with_demo().await;
    let there = portal.manager("aurora").get("/api/v1/assets/audiences").header("accept-language", "de").await.is(200);
    assert_eq!(there.at("/tiers"), json!(["Silver", "Gold", "Platinum"]));
    assert!(there.each("/partnerTypes", "/id").contains(&"reseller".to_owned()), "{:?}", there.at("/partnerTypes"));
    assert!(there.at("/regions").as_array().unwrap().contains(&json!("DE")), "{:?}", there.at("/regions"));
    for other in [portal.rep("bluepeak"), portal.seller("aurora")] {
        other.get("/api/v1/assets/audiences").await.is(403);
    }
}
