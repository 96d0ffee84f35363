//! Files that are brought in parts: wherever it is cut, the same file comes of it.

use crate::portal::{Deal, Person, Portal, a_deal, elf, fresh_key, png};
use axum::body::Bytes;
use axum::http::Method;
use proptest::prelude::*;
use serde_json::json;

async fn a_deal_of(portal: &Portal) -> (Person, Deal) {
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    (mira, deal)
}

fn url_of(deal: &Deal, upload: &str) -> String {
    format!("{}/attachments/{}", deal.url, upload.rsplit('/').next().unwrap())
}

#[tokio::test]
async fn an_upload_goes_on_where_it_left_off() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let bytes = png(700_000);
    let upload = mira.upload(&deal, "plan.png", bytes.len()).await;
    let begun = mira.looks_at(&upload).await.is(200);
    assert_eq!((begun.header("upload-offset"), begun.header("upload-length")), (Some("0"), Some("700029")));
    assert_eq!((begun.header("cache-control"), begun.header("tus-resumable")), (Some("no-store"), Some("1.0.0")));
    let first = mira.sends_part(&upload, 0, &bytes[..300_000]).await.is(204);
    assert_eq!(first.header("upload-offset"), Some("300000"));
    mira.get(&url_of(&deal, &upload)).await.is(404);

    let wrong = mira.sends_part(&upload, 0, &bytes).await.is(409).refuses("offset");
    assert_eq!((wrong.header("upload-offset"), wrong.header("tus-resumable")), (Some("300000"), Some("1.0.0")));
    mira.sends_part(&upload, 400_000, &bytes[400_000..]).await.is(409);
    let there = portal.another_server().await;
    let rest = mira.at(&there).sends_part(&upload, 300_000, &bytes[300_000..]).await.is(204);
    assert_eq!(rest.header("upload-offset"), Some("700029"), "any server goes on");
    assert_eq!(mira.get(&url_of(&deal, &upload)).await.is(200).body, Bytes::from(bytes));
    mira.sends_part(&upload, 700_029, b"").await.is(204);
    mira.sends_part(&upload, 700_029, b"x").await.is(413).refuses("too-large");
}

#[tokio::test]
async fn what_came_before_a_cut_is_kept() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let bytes = png(400_000);
    let upload = mira.upload(&deal, "plan.png", bytes.len()).await;
    let cut = mira.sends_part(&upload, 0, b"").in_pieces_then_cut(vec![Bytes::copy_from_slice(&bytes[..300_001])]);
    cut.await.is(400);
    assert_eq!(mira.looks_at(&upload).await.header("upload-offset"), Some("300001"));
    mira.sends_part(&upload, 300_001, &bytes[300_001..]).await.is(204);
    mira.get(&url_of(&deal, &upload)).await.is(200);
}

#[tokio::test]
async fn a_program_is_refused_with_its_last_byte() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let upload = mira.upload(&deal, "offer.pdf", elf().len()).await;
    mira.sends_part(&upload, 0, &elf()[..4]).await.is(204);
    mira.sends_part(&upload, 4, &elf()[4..]).await.is(415).refuses("file-mismatch");
    mira.looks_at(&upload).await.is(404);
    assert!(portal.database().rows("SELECT attachment_id FROM attachment_chunk").await.is_empty());
    mira.begins_upload(&deal, "offer.exe", 10).await.is(415).refuses("file-kind");
    mira.begins_upload(&deal, "offer.pdf", 0).await.is(422);
}

#[tokio::test]
async fn an_upload_is_its_beginners_alone_and_can_be_given_up() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let upload = mira.upload(&deal, "plan.png", 100).await;
    for other in [portal.colleague("bluepeak"), portal.manager("aurora"), portal.rep("kestrel")] {
        other.looks_at(&upload).await.is(404);
        other.sends_part(&upload, 0, b"x").await.is(404);
        other.delete(&upload).header("tus-resumable", "1.0.0").await.is(404);
    }
    mira.delete(&upload).header("tus-resumable", "1.0.0").await.is(204);
    mira.looks_at(&upload).await.is(404);
    let bytes = png(0);
    let upload = mira.upload(&deal, "plan.png", bytes.len()).await;
    mira.sends_part(&upload, 0, &bytes).await.is(204);
    mira.gives(&deal, "comments", &json!({"attachments": [upload.rsplit('/').next().unwrap()]})).await.is(201);
    mira.delete(&upload).header("tus-resumable", "1.0.0").await.is(404);
    mira.get(&url_of(&deal, &upload)).await.is(200);
}

#[tokio::test]
async fn an_upload_is_begun_once_for_a_key() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let key = fresh_key();
    let first = mira.begins_upload(&deal, "plan.png", 100).key(&key).await.is(201);
    let again = mira.begins_upload(&deal, "plan.png", 100).key(&key).await.is(201);
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    mira.begins_upload(&deal, "plan.png", 101).key(&key).await.is(422).refuses("idempotency-key-reused");
    mira.begins_upload(&deal, "plan.png", 100).without("idempotency-key").await.is(400);
}

#[tokio::test]
async fn tus_is_spoken_as_it_is_written() {
    let portal = Portal::with_demo().await;
    let (mira, deal) = a_deal_of(&portal).await;
    let can = mira.sends(Method::OPTIONS, &format!("{}/uploads", deal.url)).await.is(204);
    assert_eq!(can.header("tus-version"), Some("1.0.0"));
    assert_eq!(can.header("tus-extension"), Some("creation,termination"));
    assert_eq!(can.header("tus-max-size"), Some("26214400"));
    let other = mira.begins_upload(&deal, "plan.png", 10).header("tus-resumable", "0.2.2");
    assert_eq!(other.await.is(412).refuses("tus-version").header("tus-version"), Some("1.0.0"));
    mira.begins_upload(&deal, "plan.png", 10).without("upload-length").await.is(400);
    mira.begins_upload(&deal, "plan.png", 10).header("upload-length", "-1").await.is(400);
    mira.begins_upload(&deal, "plan.png", 10).without("upload-metadata").await.is(400);
    let upload = mira.upload(&deal, "plan.png", 10).await;
    mira.sends_part(&upload, 0, b"x").header("content-type", "text/plain").await.is(415).refuses("media-type");
    mira.sends_part(&upload, 0, b"x").without("upload-offset").await.is(400);
    mira.sends_part(&upload, 0, b"x").without("x-requested-with").await.is(403).refuses("cross-site");
    portal.nobody().looks_at(&upload).await.is(401);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Cut anywhere, and with any of the parts sent twice.
    #[test]
    fn any_parts_make_the_same_file(cuts in prop::collection::vec((0_usize..900_000, any::<bool>()), 0..6)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let portal = Portal::with_demo().await;
            let (mira, deal) = a_deal_of(&portal).await;
            let bytes = png(899_975);
            let upload = mira.upload(&deal, "plan.png", bytes.len()).await;
            let mut cuts = cuts;
            cuts.push((bytes.len(), true));
            cuts.sort_unstable();
            let mut from = 0;
            for (to, twice) in cuts {
                mira.sends_part(&upload, from, &bytes[from..to]).await.is(204);
                if twice && to > from {
                    mira.sends_part(&upload, from, &bytes[from..to]).await.is(409);
                }
                from = to;
            }
            assert_eq!(mira.get(&url_of(&deal, &upload)).await.is(200).body, Bytes::from(bytes));
        });
    }
}
