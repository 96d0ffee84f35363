//! Answers: JSON with an entity tag, and 304 where the browser has it already.

use crate::App;
use crate::error::Refusal;
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use portico_contract::problem::ProblemKind;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A body with its entity tag: a hash of the body as this person sees it, after the version where there is one.
pub(super) struct Answer<T> {
    value: T,
    version: Option<i64>,
    status: StatusCode,
    headers: HeaderMap,
}

impl<T: Serialize> Answer<T> {
    pub(super) fn new(value: T) -> Self {
        Self { value, version: None, status: StatusCode::OK, headers: HeaderMap::new() }
    }

    /// The version that `If-Match` compares.
    pub(super) fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// Something was made, at `location`.
    pub(super) fn created(mut self, location: &str) -> Self {
        self.status = StatusCode::CREATED;
        if let Ok(location) = HeaderValue::from_str(location) {
            self.headers.insert(header::LOCATION, location);
        }
        self
    }

    /// Whether it was answered before.
    pub(super) fn replayed(mut self, replayed: bool) -> Self {
        if replayed {
            self.headers.insert("idempotency-replayed", HeaderValue::from_static("true"));
        }
        self
    }

    /// Also depends on the language asked for.
    pub(super) fn in_language(mut self) -> Self {
        self.headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
        self
    }
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let body = match serde_json::to_vec(&self.value) {
            Ok(body) => body,
            Err(error) => {
                tracing::error!(%error, "an answer cannot be written");
                return Refusal::new(ProblemKind::Internal).into_response();
            }
        };
        let tag = tag_of(&body, self.version);
        let mut response = (self.status, self.headers, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::ETAG, tag);
        response
    }
}

/// The entity tag of a body, with the version in front where there is one.
pub(super) fn tag_of(body: &[u8], version: Option<i64>) -> HeaderValue {
    let hash = BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(body)[..12]);
    let tag = version.map_or(format!("\"{hash}\""), |version| format!("\"{version}.{hash}\""));
    // Digits, letters, hyphens and quotes: always a header's value.
    HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// The version that a change was begun on: required. A tag that is none of ours is no version that there is.
pub(super) struct IfMatch(pub i64);

impl FromRequestParts<App> for IfMatch {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        let tag = parts.headers.get(header::IF_MATCH).ok_or_else(|| Refusal::new(ProblemKind::VersionRequired))?;
        Ok(Self(tag.to_str().ok().and_then(version_of).unwrap_or(-1)))
    }
}

/// The version in an `If-Match`: `"7.hash"`, `W/"7.hash"` and `"7"` are 7.
fn version_of(tag: &str) -> Option<i64> {
    let tag = tag.trim().strip_prefix("W/").unwrap_or(tag.trim());
    let tag = tag.strip_prefix('"')?.strip_suffix('"')?;
    tag.split('.').next()?.parse().ok()
}

/// Answers 304 to a GET whose `If-None-Match` names the present tag (RFC 9110, section 13.1.2).
pub(super) async fn conditional(request: Request, next: Next) -> Response {
    let get = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let mut response = next.run(request).await;
    let (Some(known), Some(tag)) = (known.filter(|_| get), response.headers().get(header::ETAG)) else {
        return response;
    };
    // The weak comparison: the prefix does not count.
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let tag = plain(tag.to_str().unwrap_or_default());
    let same = known.to_str().is_ok_and(|known| known.trim() == "*" || known.split(',').any(|one| plain(one) == tag));
    if same && response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = axum::body::Body::empty();
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().remove(header::CONTENT_ENCODING);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn an_entity_tag_names_its_version() {
        assert_eq!(version_of("\"7.abc\""), Some(7));
        assert_eq!(version_of(" W/\"7.abc\""), Some(7));
        assert_eq!(version_of("\"7\""), Some(7));
        assert_eq!(version_of("7"), None);
        assert_eq!(version_of("\"abc\""), None);
        assert_eq!(version_of("*"), None);
    }
}
