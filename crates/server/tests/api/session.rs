//! Signing in and out.

use crate::portal::Portal;
use portico::demo::{ACCOUNTS, PASSWORD};
use serde_json::json;

const MIRA: &str = "rep@bluepeak.example";

#[tokio::test]
async fn who_signs_in_learns_who_they_are_and_gets_one_cookie_that_script_cannot_read() {
    let portal = Portal::with_demo().await;
    let answer = portal.nobody().signs_in(MIRA, PASSWORD).await.is(200);
    assert_eq!(
        answer.json(),
        json!({"user": {"id": "rep-bluepeak-example", "name": "Mira Kern", "email": MIRA},
               "organisation": {"id": "bluepeak", "name": "Bluepeak Consulting", "kind": "partner", "tier": "Gold"},
               "role": "rep", "permissions": ["deals.register", "deals.comment"]})
    );
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
    let cookie = answer.header("set-cookie").unwrap();
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("__Host-") && pair.split_once('=').unwrap().1.len() >= 43, "{pair}");
    let attributes: Vec<&str> = attributes.split("; ").collect();
    for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(attributes.contains(&attribute), "{attribute} in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");

    assert_eq!(portal.rep("bluepeak").get("/api/v1/session").await.is(200).json(), answer.json());
}

#[tokio::test]
async fn every_account_that_a_visitor_is_told_of_opens() {
    let portal = Portal::with_demo().await;
    for (email, what) in ACCOUNTS {
        let host = if what.contains("halcyon.localhost") { "halcyon.localhost" } else { "localhost" };
        portal.nobody().signs_in(email, PASSWORD).at_host(host).await.is(200);
    }
}

#[tokio::test]
async fn an_address_is_known_however_it_is_written() {
    let portal = Portal::with_demo().await;
    portal.nobody().signs_in(" Rep@BluePeak.example ", PASSWORD).await.is(200);
}

#[tokio::test]
async fn a_wrong_password_and_an_address_that_nobody_has_are_answered_alike() {
    let portal = Portal::with_demo().await;
    let wrong = portal.nobody().signs_in(MIRA, "guess").await.is(401).refuses("credentials");
    let unknown = portal.nobody().signs_in("nobody@bluepeak.example", "guess").await;
    assert_eq!(wrong.without("instance"), unknown.without("instance"));
    assert_eq!(wrong.header("set-cookie"), None);
}

#[tokio::test]
async fn a_password_belongs_to_its_own_portal() {
    let portal = Portal::with_demo().await;
    portal.nobody().signs_in(MIRA, PASSWORD).at_host("halcyon.localhost").await.is(401);
}

#[tokio::test]
async fn what_is_missing_to_sign_in_is_said_at_once() {
    let portal = Portal::with_demo().await;
    let answer = portal.nobody().post("/api/v1/session", &json!({"name": "Mira"})).await.is(422).refuses("invalid");
    let pointers = answer.each("/errors", "/pointer");
    assert_eq!(pointers.len(), 3, "{pointers:?}");
    for pointer in ["/email", "/password", "/name"] {
        assert!(pointers.iter().any(|known| known == pointer), "{pointer} in {pointers:?}");
    }
}

#[tokio::test]
async fn nobody_signed_in_is_no_error() {
    let portal = Portal::with_demo().await;
    let answer = portal.nobody().get("/api/v1/session").await.is(204);
    assert!(answer.body.is_empty());
    portal.nobody().get("/api/v1/deals").await.is(401).refuses("not-signed-in");
}

#[tokio::test]
async fn a_cookie_that_was_never_given_is_nobody() {
    let portal = Portal::with_demo().await;
    for cookie in ["__Host-portico=", "__Host-portico=guess", "portico=x; __Host-portico=%00", "=;;="] {
        portal.nobody().get("/api/v1/session").header("cookie", cookie).await.is(204);
    }
}

#[tokio::test]
async fn a_session_survives_a_restart_of_the_server() {
    let portal = Portal::with_demo().await;
    portal.rep("bluepeak").get("/api/v1/session").await.is(200);
    portal.stops();
    let again = portal.another_server().await;
    again.rep("bluepeak").get("/api/v1/session").await.is(200);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_takes_the_cookie_away() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let cookie = mira.cookie().await.unwrap();
    let answer = mira.delete("/api/v1/session").await.is(204);
    let gone = answer.header("set-cookie").unwrap();
    assert!(gone.starts_with("__Host-portico=; ") && gone.contains("Max-Age=0"), "{gone}");
    // Whoever kept a copy of it has nothing.
    let copy = portal.nobody().get("/api/v1/deals").header("cookie", &cookie);
    copy.await.is(401);
    portal.nobody().delete("/api/v1/session").await.is(204);
}

#[tokio::test]
async fn a_session_that_has_run_out_is_nobody() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    mira.get("/api/v1/session").await.is(200);
    portal.database().execute("UPDATE session SET expires_at = 1").await;
    mira.get("/api/v1/session").await.is(204);
}

#[tokio::test]
async fn the_eleventh_guess_waits() {
    let portal = Portal::with_demo().await;
    for _ in 0..10 {
        portal.nobody().signs_in(MIRA, "guess").await.is(401);
    }
    let answer = portal.nobody().signs_in(MIRA, PASSWORD).await.is(429).refuses("too-many-requests");
    let wait: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=300).contains(&wait), "{wait}");
    assert_eq!(answer.header("ratelimit-policy"), Some("\"sign-in\";q=10;w=300"));
    assert!(answer.header("ratelimit").unwrap().starts_with("\"sign-in\";r=0;t="));
    // Neither another account nor who is in already is locked out, and the address is not told to exist.
    portal.nobody().signs_in("rep2@bluepeak.example", PASSWORD).await.is(200);
    for _ in 0..10 {
        portal.nobody().signs_in("nobody@bluepeak.example", "guess").await.is(401);
    }
    portal.nobody().signs_in("nobody@bluepeak.example", "guess").await.is(429);
}

#[tokio::test]
async fn a_success_does_not_count() {
    let portal = Portal::with_demo().await;
    for _ in 0..12 {
        portal.nobody().signs_in(MIRA, PASSWORD).await.is(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_sent_at_once_are_not_more_than_ten_either() {
    let portal = Portal::with_demo().await;
    let guesses = (0..25).map(|guess| tokio::spawn(portal.nobody().signs_in(MIRA, &guess.to_string()).into_future()));
    let answers = futures_util::future::join_all(guesses).await;
    let tried = answers.iter().filter(|answer| answer.as_ref().unwrap().status == 401).count();
    assert_eq!(tried, 10);
}
