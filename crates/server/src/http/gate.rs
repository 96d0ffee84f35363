//! The door: which tenant, from where, who, and as of when. Everything but the health check comes through it.

use crate::App;
use crate::error::Refusal;
use crate::session::Token;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use portico_contract::problem::ProblemKind;

const POSITION: HeaderName = HeaderName::from_static("portico-log-position");

/// Lets a request in, or says why not.
pub(super) async fn gate(State(app): State<App>, request: Request, next: Next) -> Result<Response, Refusal> {
    let (mut parts, body) = request.into_parts();
    let host = host(&parts).ok_or_else(|| Refusal::new(ProblemKind::UnknownHost))?.to_ascii_lowercase();
    let name = host_name(&host);
    let tenant = app.directory.tenant_at(name).await?.ok_or_else(|| Refusal::new(ProblemKind::UnknownHost))?;
    let api = parts.uri.path().starts_with("/api/");
    let safe = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    if api && !safe {
        same_site(&parts, &host)?;
    }
    let mut position = None;
    if api && let Some(token) = Token::of(&parts) {
        if let Some(who) = app.directory.session(&tenant, &token.0).await? {
            if parts.method == Method::GET {
                // Read before the answer: what happens meanwhile is in the stream as well, and applied once.
                position = Some(app.log.position(&who).await?);
            }
            parts.extensions.insert(who);
        }
        parts.extensions.insert(token);
    }
    parts.extensions.insert(tenant);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let headers = response.headers_mut();
    if let Some(position) = position {
        headers.insert(POSITION, HeaderValue::from(position));
    }
    if api {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("Cookie"));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}

fn host(parts: &Parts) -> Option<&str> {
    let header = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| parts.uri.authority().map(axum::http::uri::Authority::as_str))
}

/// The host without its port.
fn host_name(host: &str) -> &str {
    match host.rsplit_once(':') {
        // `[::1]` has colons of its own.
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

/// Unsafe methods come from the portal itself: a header that no form can send, and the browser's own word.
fn same_site(parts: &Parts, host: &str) -> Result<(), Refusal> {
    let text = |name: &str| parts.headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if text("x-requested-with") != Some("portico") {
        return Err(Refusal::new(ProblemKind::CrossSite).because("X-Requested-With: portico is required"));
    }
    let foreign_fetch = text("sec-fetch-site").is_some_and(|site| site != "same-origin");
    let foreign_origin =
        text("origin").is_some_and(|origin| origin.split_once("://").is_none_or(|(_, from)| from != host));
    if foreign_fetch || foreign_origin {
        return Err(Refusal::new(ProblemKind::CrossSite));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::host_name;

    #[test]
    fn a_host_is_known_without_its_port() {
        assert_eq!(host_name("localhost:8080"), "localhost");
        assert_eq!(host_name("portal.example"), "portal.example");
        assert_eq!(host_name("127.0.0.1:8080"), "127.0.0.1");
        assert_eq!(host_name("[::1]:8080"), "[::1]");
        assert_eq!(host_name("[::1]"), "[::1]");
    }
}
