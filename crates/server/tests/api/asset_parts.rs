//! What is made of an asset's file: pictures, pages, captions.

use crate::portal::Portal;
use serde_json::json;

#[tokio::test]
async fn pictures_and_pages_are_made_of_files() {
    let portal = Portal::having_read(&[
        "fleet-data-sheet",
        "clip-fleet-tour",
        "mail-first-contact",
        "depot-implementation-guide",
    ])
    .await;
    let mira = portal.rep("bluepeak");
    let asset = mira.get("/api/v1/assets/fleet-data-sheet").await.is(200);
    assert_eq!(asset.at("/versions/0/readiness"), "ready");
    let pages = asset.at("/versions/0/pages").as_array().unwrap().len();
    assert_eq!((asset.at("/versions/0/pageCount"), pages > 2), (json!(pages), true));
    for part in ["thumbnail", "pages/1", "pages/3"] {
        let picture = mira.get(&format!("/api/v1/assets/fleet-data-sheet/versions/3/{part}")).await.is(200);
        assert!(picture.header("content-type").unwrap().starts_with("image/"));
        assert!(picture.header("cache-control").unwrap().contains("immutable"));
    }
    for none in ["pages/0", "pages/99", "view", "captions/en"] {
        mira.get(&format!("/api/v1/assets/fleet-data-sheet/versions/3/{none}")).await.is(404);
    }
    let film = mira.get("/api/v1/assets/clip-fleet-tour").await.is(200);
    assert!(film.at("/versions/0/millis").as_u64().is_some_and(|millis| (8_000..21_000).contains(&millis)));
    let captions = mira.get("/api/v1/assets/clip-fleet-tour/versions/1/captions/en").await.is(200);
    assert!(captions.text().starts_with("WEBVTT") && captions.header("content-type").unwrap().starts_with("text/vtt"));
    let guide = mira.get("/api/v1/assets/depot-implementation-guide/versions/1/view").await.is(200);
    assert!(
        guide.text().contains("laminated") && guide.header("content-security-policy").unwrap().starts_with("sandbox;")
    );
}

#[tokio::test]
async fn a_file_that_its_reader_refuses_stays_to_be_downloaded() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    // As if a document had been called a picture.
    portal
        .database()
        .execute("UPDATE asset_version SET media_type = 'image/png' WHERE asset_id = 'fleet-data-sheet'")
        .await;
    portal.reads_files_of(&["fleet-data-sheet"]).await;
    let asset = mira.get("/api/v1/assets/fleet-data-sheet").await.is(200);
    assert_eq!(asset.at("/versions/0/readiness"), "unreadable");
    mira.get("/api/v1/assets/fleet-data-sheet/versions/3/content").await.is(200);
    mira.get("/api/v1/assets/fleet-data-sheet/versions/3/thumbnail").await.is(404);
}
