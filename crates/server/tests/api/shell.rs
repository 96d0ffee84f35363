//! The portal's own files: the page in the tenant's colours, what may run in it, and what may be kept.

use crate::portal::{Person, Portal};
use axum::http::Method;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use tempfile::TempDir;

const SCRIPT: &str = "import start from \"/portico-app-0123456789abcdef.js\"; start();";

/// A built portal in a folder that has something else beside it, and somebody who has not signed in.
async fn built() -> (TempDir, Person) {
    let around = TempDir::new().unwrap();
    fs::write(around.path().join("secret.txt"), "secret").unwrap();
    let folder = around.path().join("dist");
    fs::create_dir_all(folder.join("static")).unwrap();
    let put = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Portico</title>\
         <script type=\"module\">{SCRIPT}</script><script src=\"/early.js\"></script></html>"
    );
    put("index.html", page.as_bytes());
    put("portico-app-0123456789abcdef.js", b"export default () => 0;");
    put("portico-app-0123456789abcdef.js.br", b"packed with brotli");
    put("portico-app-0123456789abcdef.js.gz", b"packed with gzip");
    put("portico-app-0123456789abcdef_bg.wasm", b"\0asm");
    put("sw.js", b"// the worker");
    put("manifest.webmanifest", b"{}");
    put("static/icon.svg", b"<svg/>");
    let portal = Portal::with_files(folder).await;
    (around, portal.nobody())
}

#[tokio::test]
async fn every_page_of_the_portal_is_the_page() {
    let (_folder, visitor) = built().await;
    let page = visitor.get("/").await.is(200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for path in ["/index.html", "/deals", "/deals/0123abcd", "/deals?show=open", "/sign-in", "/a/b/c"] {
        assert_eq!(visitor.get(path).await.is(200).text(), page.text(), "{path}");
    }
    let head = visitor.sends(Method::HEAD, "/deals").await.is(200);
    assert_eq!(head.header("etag"), page.header("etag"));
}

#[tokio::test]
async fn the_page_is_the_tenants_before_any_script_runs() {
    let (_folder, visitor) = built().await;
    let aurora = visitor.get("/").await.is(200).text();
    assert!(aurora.contains("<title>Aurora Systems</title>") && aurora.contains("--brand-h:268;--brand-c:0.15"));
    let halcyon = visitor.get("/").at_host("halcyon.localhost").await.is(200).text();
    assert!(halcyon.contains("<title>Halcyon Robotics</title>") && halcyon.contains("--brand-h:165"));
}

#[tokio::test]
async fn only_the_portals_own_scripts_run() {
    let (_folder, visitor) = built().await;
    let page = visitor.get("/deals").await.is(200);
    let policy = page.header("content-security-policy").unwrap();
    let directive = |name: &str| {
        let found = policy.split(';').map(str::trim).find_map(|one| one.strip_prefix(name));
        found.unwrap_or_else(|| panic!("{name} in {policy}")).split_whitespace().collect::<Vec<_>>()
    };
    let hash = format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(SCRIPT)));
    assert_eq!(directive("script-src"), ["'self'", "'wasm-unsafe-eval'", &hash]);
    assert!(page.text().contains(&format!(">{SCRIPT}</script>")), "the hash is of what is sent");
    for (name, value) in [
        ("default-src", "'none'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("frame-ancestors", "'none'"),
        ("connect-src", "'self'"),
        ("form-action", "'self'"),
    ] {
        assert_eq!(directive(name), [value]);
    }
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("x-frame-options"), Some("DENY"));
    assert_eq!(page.header("referrer-policy"), Some("same-origin"));
}

#[tokio::test]
async fn a_file_whose_name_tells_its_content_is_kept_and_others_are_asked_for() {
    let (_folder, visitor) = built().await;
    let forever = Some("public, max-age=31536000, immutable");
    for (path, media, cached) in [
        ("/portico-app-0123456789abcdef.js", "text/javascript", forever),
        ("/portico-app-0123456789abcdef_bg.wasm", "application/wasm", forever),
        ("/sw.js", "text/javascript", Some("no-cache")),
        ("/manifest.webmanifest", "application/manifest+json", Some("no-cache")),
        ("/static/icon.svg", "image/svg+xml", Some("no-cache")),
        ("/", "text/html; charset=utf-8", Some("no-cache")),
    ] {
        let file = visitor.get(path).await.is(200);
        assert_eq!((file.header("content-type"), file.header("cache-control")), (Some(media), cached), "{path}");
        let known = visitor.get(path).header("if-none-match", file.etag()).await.is(304);
        assert!(known.body.is_empty(), "{path}");
        assert_eq!(known.header("cache-control"), cached);
    }
}

#[tokio::test]
async fn a_file_is_sent_as_it_was_packed_when_it_was_built() {
    let (_folder, visitor) = built().await;
    let file = |accepts: &str| visitor.get("/portico-app-0123456789abcdef.js").header("accept-encoding", accepts);
    for (accepts, coding, content) in [
        ("br, gzip", Some("br"), "packed with brotli"),
        ("gzip", Some("gzip"), "packed with gzip"),
        ("br;q=0, gzip;q=0.5", Some("gzip"), "packed with gzip"),
        ("identity", None, "export default () => 0;"),
        ("", None, "export default () => 0;"),
    ] {
        let sent = file(accepts).await.is(200);
        assert_eq!((sent.header("content-encoding"), sent.text().as_str()), (coding, content), "{accepts}");
        assert_eq!(sent.header("content-type"), Some("text/javascript"));
        assert!(sent.list("vary").contains(&"accept-encoding".to_owned()));
    }
    let (plain, packed) = (file("identity").await.etag(), file("br").await.etag());
    assert_ne!(plain, packed, "what differs has another tag");
}

#[tokio::test]
async fn a_file_that_is_gone_is_not_answered_with_a_page() {
    let (_folder, visitor) = built().await;
    for path in ["/portico-app-fedcba9876543210.js", "/favicon.ico", "/static/gone.svg", "/sw.js.br", "/.env"] {
        visitor.get(path).await.is(404).refuses("not-found");
    }
}

#[tokio::test]
async fn nothing_outside_the_folder_is_a_file_of_the_portal() {
    let (_folder, visitor) = built().await;
    for path in [
        "/../secret.txt",
        "/static/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//etc/hosts.txt",
        "/./sw.js",
    ] {
        visitor.get(path).await.is(404);
    }
}

#[tokio::test]
async fn what_the_api_does_not_have_is_no_page() {
    let (_folder, visitor) = built().await;
    for path in ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/deals/x/y/z"] {
        visitor.get(path).await.is(404).refuses("not-found");
        visitor.sends(Method::PUT, path).await.is(404).refuses("not-found");
    }
    visitor.get("/apiary").await.is(200);
}

#[tokio::test]
async fn a_portal_that_is_not_built_says_so() {
    let empty = TempDir::new().unwrap();
    let portal = Portal::with_files(empty.path().to_owned()).await;
    let missing = portal.nobody().get("/deals").await.is(404).refuses("not-found");
    assert!(missing.at("/detail").as_str().unwrap().contains("not built"));
    portal.nobody().get("/api/v1/tenant").await.is(200);
}
