//! What a request has to look like: where it comes from, how large it is, of which media type.

use crate::portal::{Portal, a_deal, mistakes};
use axum::body::Bytes;
use axum::http::Method;
use serde_json::json;

const MIB: usize = 1024 * 1024;

#[tokio::test]
async fn a_cookie_without_the_header_does_nothing() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let unsafe_ones = || {
        [
            mira.hands_in(&a_deal()),
            mira.patch(&draft.url, &json!({})).header("if-match", draft.etag()),
            mira.gives(&draft, "submit", &json!({})),
            mira.delete("/api/v1/session"),
            portal.nobody().signs_in("rep@bluepeak.example", "guess"),
        ]
    };
    for sent in unsafe_ones() {
        sent.without("x-requested-with").await.is(403).refuses("cross-site");
    }
    for sent in unsafe_ones() {
        sent.header("x-requested-with", "XMLHttpRequest").await.is(403).refuses("cross-site");
    }
    assert_eq!(mira.opens(&draft).await.review(), "draft");
    mira.get("/api/v1/deals").without("x-requested-with").await.is(200);
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "http://localhost.evil.example"),
        ("origin", "http://localhost:8080"),
        ("origin", "null"),
        ("origin", ""),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
    ] {
        mira.hands_in(&a_deal()).header(name, value).await.is(403).refuses("cross-site");
    }
    mira.hands_in(&a_deal()).header("origin", "http://localhost").header("sec-fetch-site", "same-origin").await.is(201);
    let port = mira.hands_in(&a_deal()).at_host("localhost:8080");
    port.header("origin", "http://localhost:8080").await.is(201);
}

#[tokio::test]
async fn no_other_site_may_read_an_answer() {
    let portal = Portal::with_demo().await;
    let answer = portal.rep("bluepeak").get("/api/v1/deals").header("origin", "https://evil.example").await.is(200);
    assert_eq!(answer.header("access-control-allow-origin"), None);
    let asked = portal.nobody().sends(Method::OPTIONS, "/api/v1/deals").header("origin", "https://evil.example").await;
    assert_eq!(asked.header("access-control-allow-origin"), None);
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn a_body_of_more_than_a_mebibyte_is_too_large_and_read_to_its_end() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let full = |size: usize| format!("{{\"need\":\"{}\"}}", "x".repeat(size - 11));
    assert_eq!(full(MIB).len(), MIB);
    let taken = mira.post("/api/v1/deals", &json!({})).bytes(full(MIB)).await.is(422);
    assert_eq!(taken.mistakes(), mistakes([("/need", "too_long")]), "a mebibyte itself is read");
    for size in [MIB + 1, 7 * MIB] {
        let refused = mira.post("/api/v1/deals", &json!({})).bytes(full(size)).await.is(413).refuses("too-large");
        assert_eq!(refused.header("connection"), None, "the client reads the answer and goes on");
    }
    let said = mira.post("/api/v1/deals", &json!({})).header("content-length", (9 * MIB).to_string());
    assert_eq!(said.await.is(413).header("connection"), Some("close"));
    let piece = Bytes::from(vec![b' '; MIB]);
    let pieces = |count: usize| vec![piece.clone(); count];
    mira.post("/api/v1/deals", &json!({})).in_pieces(pieces(2)).await.is(413);
    let endless = mira.post("/api/v1/deals", &json!({})).in_pieces(pieces(9)).await.is(413);
    assert_eq!(endless.header("connection"), Some("close"));
}

#[tokio::test]
async fn a_body_that_is_no_json_is_malformed() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for body in ["", " ", "{", "{\"need\":}", "need=x", "{} {}", "[1,]", "\u{feff}{}", "NaN", "{\"a\":\"\\ud800\"}"] {
        mira.post("/api/v1/deals", &json!({})).bytes(body.to_owned()).await.is(400).refuses("malformed");
    }
    let not_utf8 = b"{\"need\":\"\xff\xfe\"}".to_vec();
    mira.post("/api/v1/deals", &json!({})).bytes(not_utf8).await.is(400).refuses("malformed");
    let deep = "[".repeat(100_000);
    mira.post("/api/v1/deals", &json!({})).bytes(deep).await.is(400).refuses("malformed");
}

#[tokio::test]
async fn a_body_of_another_media_type_is_not_taken() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for media in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "json"] {
        mira.hands_in(&a_deal()).header("content-type", media).await.is(415).refuses("media-type");
    }
    mira.hands_in(&a_deal()).without("content-type").await.is(415);
    mira.hands_in(&a_deal()).header("content-type", "Application/JSON; charset=UTF-8").await.is(201);
}

#[tokio::test]
async fn what_there_is_not_is_said_as_a_problem_too() {
    let portal = Portal::with_demo().await;
    for person in [portal.nobody(), portal.rep("bluepeak")] {
        for path in
            ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/none", "/api/v2/deals", "/api/v1/deals/", "/api/x.js"]
        {
            person.get(path).await.is(404).refuses("not-found");
        }
    }
}

#[tokio::test]
async fn a_method_that_a_resource_does_not_have_names_those_it_has() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (method, path, has) in [
        (Method::PUT, "/api/v1/deals", ["GET", "HEAD", "POST"].as_slice()),
        (Method::DELETE, "/api/v1/deals/x", &["GET", "HEAD", "PATCH"]),
        (Method::GET, "/api/v1/deals/x/submit", &["POST"]),
        (Method::POST, "/api/v1/home", &["GET", "HEAD"]),
    ] {
        let refused = mira.sends(method, path).await.is(405).refuses("method-not-allowed");
        let mut allowed = refused.list("allow");
        allowed.sort();
        assert_eq!(allowed, has.iter().map(|method| method.to_lowercase()).collect::<Vec<_>>(), "{path}");
    }
    mira.post("/", &json!({})).await.is(405);
}

#[tokio::test]
async fn a_parameter_that_there_is_not_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    for url in ["/api/v1/deals?x=1", &format!("{}/timeline?q=x", deal.url), "/api/v1/events?since=5"] {
        mira.get(url).await.is(400).refuses("malformed");
    }
    for url in
        ["/api/v1/events?after=now", "/api/v1/events?after=-1", "/api/v1/events?after=", "/api/v1/events?after=1.5"]
    {
        mira.get(url).await.is(400).refuses("malformed");
    }
}

#[tokio::test]
async fn a_failure_says_no_internals_and_names_the_request() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    portal.database().execute(&format!("UPDATE deal SET content = 'no json' WHERE id = '{}'", deal.id)).await;
    let failed = mira.get(&deal.url).await.is(500).refuses("internal");
    let members: Vec<String> = failed.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(members, ["instance", "requestId", "status", "title", "type"]);
    assert_eq!(failed.at("/requestId"), failed.header("x-request-id").unwrap());
    assert_eq!(failed.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn the_health_check_needs_no_host_and_no_session() {
    let portal = Portal::with_demo().await;
    let healthy = portal.nobody().get("/healthz").at_host("10.0.0.7:8080").await.is(200);
    assert_eq!(healthy.text(), "ok\n");
}
