//! Files on their way into the library: cut anywhere the same comes of them, and what is not what it is called is refused.

use crate::portal::{Portal, demo_file, digest, elf, fresh_key, png};
use axum::body::Bytes;
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn an_upload_that_was_cut_at_its_end_goes_on_at_another_server() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let bytes = [demo_file("first-call-deck-v2.pptx"), vec![0; 9 * 1024 * 1024]].concat();
    let upload = jonas.arrival("Deck.pptx", bytes.len()).await;
    let begun = jonas.looks_at(&upload).await.is(200);
    assert_eq!(begun.header("upload-offset"), Some("0"));
    assert_eq!(begun.header("upload-length"), Some(bytes.len().to_string().as_str()));
    let cut = bytes.len() / 100 * 99;
    let sent = jonas.sends_part(&upload, 0, b"").in_pieces_then_cut(vec![Bytes::copy_from_slice(&bytes[..cut])]);
    sent.await.is(400);
    let there = portal.another_server().await;
    let elsewhere = jonas.at(&there);
    let state = elsewhere.looks_at(&upload).await.is(200);
    assert_eq!(state.header("upload-offset"), Some(cut.to_string().as_str()), "what came before the cut is kept");
    assert!(elsewhere.get(&upload).await.is(200).at("/mediaType").is_null());
    let wrong = elsewhere.sends_part(&upload, 0, &bytes[..10]).await.is(409).refuses("offset");
    assert_eq!(wrong.header("upload-offset"), Some(cut.to_string().as_str()));
    elsewhere.sends_part(&upload, cut, &bytes[cut..]).await.is(204);
    let whole = jonas.get(&upload).await.is(200);
    assert_eq!(whole.at("/sha256"), digest(&bytes));
    assert!(whole.at("/mediaType").as_str().unwrap().ends_with("presentationml.presentation"));
    assert!(whole.at("/same").is_null());
    jonas.sends_part(&upload, bytes.len(), b"").await.is(204);
    jonas.sends_part(&upload, bytes.len(), b"x").await.is(413).refuses("too-large");
    assert!(portal.database().rows("SELECT upload_id FROM asset_upload_piece").await.is_empty());
}

#[tokio::test]
async fn what_is_not_what_it_is_called_is_refused_with_its_last_byte() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    for (name, bytes) in [
        ("offer.pdf", elf()),
        ("offer.html", elf()),
        ("drawing.svg", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("notes.md", b"#!/bin/sh\nrm -rf ~".to_vec()),
        ("page.html", b"<?php system('ls');".to_vec()),
        ("deck.pptx", png(10)),
        ("film.mp4", b"%PDF-1.7".to_vec()),
    ] {
        let upload = jonas.arrival(name, bytes.len()).await;
        jonas.sends_part(&upload, 0, &bytes[..4]).await.is(204);
        jonas.sends_part(&upload, 4, &bytes[4..]).await.is(415).refuses("file-mismatch");
        jonas.looks_at(&upload).await.is(404);
    }
    for name in ["offer.exe", "offer", "offer.pdf.js", "macro.pptm"] {
        jonas.begins_arrival(name, 10).await.is(415).refuses("file-kind");
    }
    jonas.begins_arrival("offer.pdf", 0).await.is(422);
    jonas.begins_arrival("film.mp4", 2 * 1024 * 1024 * 1024 + 1).await.is(413).refuses("too-large");
}

#[tokio::test]
async fn a_name_leads_nowhere_and_deceives_nobody() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    for (given, clean) in [("../../etc/Plan.pdf", "Plan.pdf"), ("Offer\u{202E}gpj.pdf", "Offergpj.pdf")] {
        let upload = jonas.arrival(given, 10).await;
        assert_eq!(jonas.get(&upload).await.is(200).at("/name"), clean);
    }
}

#[tokio::test]
async fn what_is_there_already_is_told() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let id = jonas.brings_up("Same.pdf", &demo_file("fleet-data-sheet-v2.pdf")).await;
    let told = jonas.get(&format!("/api/v1/asset-uploads/{id}")).await.is(200);
    assert_eq!(told.at("/same"), json!([{"id": "fleet-data-sheet", "title": told.at("/same/0/title"), "n": 2}]));
    // What another tenant has is nothing.
    let other = portal.manager("halcyon");
    let id = other.brings_up("Same.pdf", &demo_file("fleet-data-sheet-v2.pdf")).await;
    assert!(other.get(&format!("/api/v1/asset-uploads/{id}")).await.is(200).at("/same").is_null());
}

#[tokio::test]
async fn an_upload_is_its_beginners_alone_and_can_be_given_up() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let upload = jonas.arrival("plan.pdf", 100).await;
    for other in [portal.second_manager("aurora"), portal.vendor_admin("aurora"), portal.manager("halcyon")] {
        other.looks_at(&upload).await.is(404);
        other.get(&upload).await.is(404);
        other.sends_part(&upload, 0, b"x").await.is(404);
        other.delete(&upload).header("tus-resumable", "1.0.0").await.is(404);
    }
    for other in [portal.rep("bluepeak"), portal.partner_admin("bluepeak"), portal.seller("aurora")] {
        other.begins_arrival("plan.pdf", 100).await.is(403);
        other.get(&upload).await.is(403);
    }
    portal.nobody().begins_arrival("plan.pdf", 100).await.is(401);
    jonas.delete(&upload).header("tus-resumable", "1.0.0").await.is(204);
    jonas.looks_at(&upload).await.is(404);
}

#[tokio::test]
async fn what_was_left_for_a_day_is_removed() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let (old, fresh) = (jonas.arrival("old.pdf", 100).await, jonas.arrival("fresh.pdf", 100).await);
    jonas.sends_part(&old, 0, b"%PDF-1.7").await.is(204);
    let id = old.rsplit('/').next().unwrap();
    portal.database().execute(&format!("UPDATE asset_upload SET created_at = 0 WHERE id = '{id}'")).await;
    assert_eq!(portal.sweeps_arrivals().await, 1);
    jonas.looks_at(&old).await.is(404);
    jonas.looks_at(&fresh).await.is(200);
    assert_eq!(portal.sweeps_arrivals().await, 0);
}

#[tokio::test]
async fn tus_is_spoken_as_it_is_written() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let can = jonas.sends(Method::OPTIONS, "/api/v1/asset-uploads").await.is(204);
    assert_eq!(can.header("tus-max-size"), Some("2147483648"));
    assert_eq!(can.header("tus-extension"), Some("creation,termination"));
    let other = jonas.begins_arrival("plan.pdf", 10).header("tus-resumable", "0.2.2").await.is(412);
    assert_eq!(other.refuses("tus-version").header("tus-version"), Some("1.0.0"));
    let key = fresh_key();
    let first = jonas.begins_arrival("plan.pdf", 100).key(&key).await.is(201);
    let again = jonas.begins_arrival("plan.pdf", 100).key(&key).await.is(201);
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    let upload = first.header("location").unwrap();
    jonas.sends_part(upload, 0, b"x").header("content-type", "text/plain").await.is(415).refuses("media-type");
    jonas.sends_part(upload, 0, b"x").without("upload-offset").await.is(400);
}
