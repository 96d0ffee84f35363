//! The built portal: its files, compressed when they were built, and its page, with the tenant's name and colours in
//! it before any script runs.

use crate::App;
use crate::error::Refusal;
use crate::ports::TenantId;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use portico_contract::problem::ProblemKind;
use portico_contract::tenant::Tenant;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;
use std::path::PathBuf;

/// What trunk built. In a debug build the files are read from disk at each request.
#[derive(RustEmbed)]
#[folder = "../../dist"]
#[allow_missing = true]
struct Built;

/// Where the portal's files are.
#[derive(Clone, Debug, Default)]
pub enum Files {
    /// In this program.
    #[default]
    Embedded,
    /// In a folder, read at each request: for development.
    Folder(PathBuf),
}

impl Files {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::Embedded => Built::get(path).map(|file| file.data),
            Self::Folder(folder) => {
                let inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
                inside.then(|| std::fs::read(folder.join(path)).ok().map(Cow::Owned)).flatten()
            }
        }
    }
}

/// A file of the portal, or its page for every path that is no file.
pub(super) async fn serve(
    State(app): State<App>,
    tenant: TenantId,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    // What the API does not have is never answered with a page.
    if uri.path() == "/api" || uri.path().starts_with("/api/") {
        return Err(Refusal::new(ProblemKind::NotFound));
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return Err(Refusal::new(ProblemKind::MethodNotAllowed));
    }
    let path = uri.path().trim_start_matches('/');
    if path.is_empty() || path == "index.html" {
        return page(&app, &tenant).await;
    }
    if let Some(found) = file(&app.files, path, &headers) {
        return Ok(found);
    }
    // A page of the portal has no dot in its last segment; a file that is gone is not answered with a page.
    if path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        return Err(Refusal::new(ProblemKind::NotFound));
    }
    page(&app, &tenant).await
}

fn file(files: &Files, path: &str, headers: &HeaderMap) -> Option<Response> {
    if matches!(path.rsplit('.').next(), Some("br" | "gz")) {
        return None;
    }
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A coding with `q=0` is one that the browser does not take (RFC 9110, section 12.5.3).
    let takes = |coding: &str| {
        let named = |one: &str| one.split(';').next().is_some_and(|name| name.trim() == coding);
        let refused = |one: &str| {
            let weight = one.split(';').skip(1).find_map(|parameter| parameter.trim().strip_prefix("q="));
            weight.is_some_and(|weight| weight.parse() == Ok(0.0))
        };
        accepts.split(',').any(|one| named(one) && !refused(one))
    };
    let compressed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(coding, _)| takes(coding))
        .find_map(|(coding, ending)| Some((files.read(&format!("{path}.{ending}"))?, coding)));
    let (bytes, coding) = match compressed {
        Some((bytes, coding)) => (bytes, Some(coding)),
        None => (files.read(path)?, None),
    };
    let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..12]));
    let media = match path.rsplit('.').next() {
        Some("wasm") => "application/wasm".to_owned(),
        Some("webmanifest") => "application/manifest+json".to_owned(),
        _ => mime_guess::from_path(path).first_or_octet_stream().to_string(),
    };
    let cache = if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    let mut put = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, &media);
    put(header::CACHE_CONTROL, cache);
    put(header::VARY, "Accept-Encoding");
    put(header::ETAG, &tag);
    if let Some(coding) = coding {
        put(header::CONTENT_ENCODING, coding);
    }
    Some(response)
}

/// Whether a file's name holds a hash of its content: trunk writes `name-0123456789abcdef.css`.
fn is_hashed(path: &str) -> bool {
    let hex = |part: &str| part.len() >= 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    path.split(['-', '.', '_']).any(hex)
}

async fn page(app: &App, tenant: &TenantId) -> Result<Response, Refusal> {
    let Some(html) = app.files.read("index.html") else {
        return Err(Refusal::new(ProblemKind::NotFound).because("the portal is not built: cargo xtask build"));
    };
    let tenant = app.directory.tenant(tenant).await?;
    let html = branded(&String::from_utf8_lossy(&html), &tenant);
    let mut policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'".to_owned();
    for hash in inline_scripts(&html) {
        // Writing to a String does not fail.
        let _ = write!(policy, " 'sha256-{hash}'");
    }
    // stylist inserts style elements and yew style attributes, so inline styles are allowed, and scripts are not.
    policy.push_str(
        "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
         media-src 'self' blob:; frame-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; \
         frame-ancestors 'none'",
    );
    let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(&html)[..12]));
    let mut response = html.into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::ETAG, &tag),
        (header::CONTENT_SECURITY_POLICY, &policy),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), geolocation=(), microphone=()"));
    Ok(response)
}

/// The page with the tenant's name and its two numbers of colour, so that the first paint is the tenant's own.
fn branded(html: &str, tenant: &Tenant) -> String {
    let name = tenant.name.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let style = format!("--brand-h:{};--brand-c:{}", tenant.brand.hue, tenant.brand.chroma);
    html.replacen("<html ", &format!("<html style=\"{style}\" "), 1).replace("Portico", &name)
}

/// The SHA-256 of each inline script, in base64, as the policy names them.
fn inline_scripts(html: &str) -> impl Iterator<Item = String> + '_ {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script")?;
        let inline = !attributes.split_whitespace().any(|attribute| attribute.starts_with("src="));
        (inline && !script.is_empty()).then(|| BASE64_STANDARD.encode(Sha256::digest(script)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(is_hashed("portico-app-1a2b3c4d5e6f7a8b_bg.wasm"));
        assert!(is_hashed("base-1a2b3c4d5e6f7a8b.css"));
        assert!(!is_hashed("static/icon.svg"));
        assert!(!is_hashed("words/de.json"));
    }

    #[test]
    fn inline_scripts_are_named_by_their_hash_and_others_not() {
        let html = "<script type=\"module\">alert(1)</script><script src=\"/a.js\"></script>";
        let hashes: Vec<String> = inline_scripts(html).collect();
        assert_eq!(hashes, [BASE64_STANDARD.encode(Sha256::digest("alert(1)"))]);
    }

    #[test]
    fn a_name_cannot_break_out_of_the_page() {
        let tenant = Tenant {
            name: "<script>A & B".to_owned(),
            brand: portico_contract::tenant::Brand { hue: 268.0, chroma: 0.15 },
            locales: Vec::new(),
            terminology: std::collections::BTreeMap::new(),
            features: Vec::new(),
            sign_in: Vec::new(),
            time_zone: "UTC".to_owned(),
        };
        assert_eq!(
            branded("<html lang=\"en\"><title>Portico</title>", &tenant),
            "<html style=\"--brand-h:268;--brand-c:0.15\" lang=\"en\"><title>&lt;script>A &amp; B</title>"
        );
    }
}
