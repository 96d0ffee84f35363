//! Caches: what a browser has it is not sent again, and nobody else's cache keeps anything.

use crate::portal::{Answer, Portal, a_deal};
use axum::http::Method;
use std::io::Read;

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let (timeline, receipt) = (format!("{}/timeline", deal.url), format!("{}/receipt", deal.url));
    for url in [
        "/api/v1/tenant",
        "/api/v1/capabilities",
        "/api/v1/session",
        "/api/v1/tenant/deal-form",
        "/api/v1/deals",
        &deal.url,
        &timeline,
        &receipt,
        "/api/v1/home",
    ] {
        let whole = mira.get(url).await.is(200);
        assert_eq!(whole.header("cache-control"), Some("private, no-cache"), "{url}");
        assert!(whole.list("vary").contains(&"cookie".to_owned()), "{url}");
        let etag = whole.etag();
        for known in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
            let same = mira.get(url).header("if-none-match", known).await.is(304);
            assert!(same.body.is_empty());
            assert_eq!(same.header("etag"), Some(etag.as_str()), "{url}");
            assert_eq!(same.header("cache-control"), Some("private, no-cache"), "{url}");
            assert!(same.list("vary").contains(&"cookie".to_owned()), "{url}");
            assert_eq!(same.position(), whole.position(), "{url}");
        }
        mira.get(url).header("if-none-match", "\"other\"").await.is(200);
    }
}

#[tokio::test]
async fn a_change_has_another_tag() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let (deal, other) = (mira.registers(a_deal()).await, mira.registers(a_deal()).await);
    let list = mira.get("/api/v1/deals").await.etag();
    portal.manager("aurora").approves(&deal).await;
    for (url, old) in [(deal.url.as_str(), deal.etag()), ("/api/v1/deals", list)] {
        assert_ne!(mira.get(url).header("if-none-match", &old).await.is(200).etag(), old, "{url}");
    }
    mira.get(&other.url).header("if-none-match", other.etag()).await.is(304);
}

#[tokio::test]
async fn a_tag_is_over_the_body_as_this_person_sees_it() {
    let portal = Portal::with_demo().await;
    let deal = portal.rep("bluepeak").registers(a_deal()).await;
    let seen = portal.manager("aurora").opens(&deal).await;
    assert_eq!(seen.version(), deal.version());
    assert_ne!(seen.etag(), deal.etag());
    // Whoever signs in at the same browser is not shown what the one before saw.
    portal.marketer("bluepeak").get(&deal.url).header("if-none-match", deal.etag()).await.is(200);
}

#[tokio::test]
async fn a_refusal_is_kept_by_no_cache() {
    let portal = Portal::with_demo().await;
    for refused in [
        portal.nobody().get("/api/v1/deals").await.is(401),
        portal.rep("bluepeak").get("/api/v1/deals/x").await.is(404),
    ] {
        assert_eq!(refused.header("cache-control"), Some("no-store"));
        assert!(refused.list("vary").contains(&"cookie".to_owned()));
    }
    portal.rep("bluepeak").get("/api/v1/deals/x").header("if-none-match", "*").await.is(404);
}

#[tokio::test]
async fn every_get_says_from_where_the_stream_goes_on() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let before = amir.get("/api/v1/home").await.position();
    let deal = mira.registers(a_deal()).await;
    let position = mira.get("/api/v1/deals").await.position();
    for url in ["/api/v1/session", "/api/v1/home", "/api/v1/tenant", "/api/v1/deals/none", &deal.url] {
        assert_eq!(mira.get(url).await.position(), position, "{url}");
    }
    assert_eq!(amir.get("/api/v1/home").await.position(), before, "a position tells nothing of a rival");
    assert_eq!(portal.nobody().get("/api/v1/tenant").await.header("portico-log-position"), None);
}

/// The body, unpacked.
fn unpacked(answer: &Answer) -> Vec<u8> {
    let (mut bytes, packed) = (Vec::new(), answer.body.as_ref());
    match answer.header("content-encoding").unwrap() {
        "br" => brotli::Decompressor::new(packed, 4_096).read_to_end(&mut bytes),
        "gzip" => flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes),
        other => panic!("{other}"),
    }
    .unwrap();
    bytes
}

#[tokio::test]
async fn a_body_is_packed_as_the_browser_can_unpack_it() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let plain = mira.lists("limit=60").await.is(200);
    assert_eq!(plain.header("content-encoding"), None);
    for (accepts, coding) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")] {
        let packed = mira.lists("limit=60").header("accept-encoding", accepts).await.is(200);
        assert_eq!(packed.header("content-encoding"), Some(coding), "{accepts}");
        assert!(packed.body.len() * 4 < plain.body.len(), "{} of {}", packed.body.len(), plain.body.len());
        assert_eq!(unpacked(&packed), plain.body);
        assert!(packed.list("vary").contains(&"accept-encoding".to_owned()));
        let known = packed.etag();
        mira.lists("limit=60").header("accept-encoding", accepts).header("if-none-match", known).await.is(304);
    }
    let problem = mira.lists("limit=0").header("accept-encoding", "gzip").await.is(400);
    assert_eq!(problem.header("content-encoding"), None, "a few bytes are not worth it");
}

#[tokio::test]
async fn a_head_is_a_get_without_its_body() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let (head, get) = (mira.sends(Method::HEAD, "/api/v1/home").await.is(200), mira.get("/api/v1/home").await.is(200));
    assert!(head.body.is_empty());
    assert_eq!(head.header("etag"), get.header("etag"));
    assert_eq!(head.header("content-type"), get.header("content-type"));
}
