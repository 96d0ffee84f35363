//! The cookie, and who it says is there.

use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, TenantId};
use axum::extract::FromRequestParts;
use axum::http::header::{COOKIE, HeaderValue};
use axum::http::request::Parts;
use portico_contract::problem::ProblemKind;
use std::convert::Infallible;

/// `__Host-`: set by this host alone, over TLS or on loopback, for all paths (RFC 6265bis, section 4.1.3.2).
pub(crate) const COOKIE_NAME: &str = "__Host-portico";

/// The token of a session, as the cookie carries it.
#[derive(Clone)]
pub struct Token(pub String);

impl Token {
    /// The token that a request brings.
    pub fn of(parts: &Parts) -> Option<Self> {
        let cookies = parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == COOKIE_NAME).map(|(_, token)| Self(token.to_owned()))
    }

    /// The cookie that gives it to the browser for `seconds`; 0 takes it away.
    pub fn cookie(&self, seconds: i64) -> HeaderValue {
        let text = format!("{COOKIE_NAME}={}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax", self.0);
        HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
    }
}

/// The tenant that the request's host names; the gate put it there.
impl FromRequestParts<App> for TenantId {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Refusal::new(ProblemKind::UnknownHost))
    }
}

/// Whoever is signed in; refused where nobody is.
impl FromRequestParts<App> for Actor {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Refusal::new(ProblemKind::NotSignedIn))
    }
}

/// The languages that a request would like, best first (RFC 9110, section 12.5.4), each also without its region.
pub struct Languages(pub Vec<String>);

impl FromRequestParts<App> for Languages {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let header = parts.headers.get("accept-language").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut ranges: Vec<(&str, f32)> = header
            .split(',')
            .filter_map(|range| {
                let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
                let quality = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.parse().ok())?;
                Some((tag.trim(), quality)).filter(|(tag, quality)| !tag.is_empty() && *quality > 0.0)
            })
            .take(20)
            .collect();
        ranges.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let whole_and_base = |(tag, _): (&str, f32)| [tag.to_owned(), tag.split('-').next().unwrap_or(tag).to_owned()];
        Ok(Self(ranges.into_iter().flat_map(whole_and_base).collect()))
    }
}
