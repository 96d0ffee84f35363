//! JSON bodies, read within limits. Too large a body is read to its end where that is near, so that the client gets
//! to read the answer.

use crate::App;
use crate::error::Refusal;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, header};
use http_body_util::BodyExt;
use portico_contract::problem::ProblemKind;
use serde_json::Value;
use std::time::Duration;

/// Largest body, in bytes.
const LIMIT: usize = 1024 * 1024;
/// Up to here a body that is too large is read and thrown away.
const DRAIN: usize = 8 * 1024 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// A body of JSON, `application/json` or `application/merge-patch+json`.
pub(super) struct JsonBody(pub Value);

impl FromRequest<App> for JsonBody {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &App) -> Result<Self, Refusal> {
        let media =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !matches!(media.as_str(), "application/json" | "application/merge-patch+json") {
            return Err(Refusal::new(ProblemKind::MediaType).because("application/json is expected"));
        }
        let malformed = |what: &str| Refusal::new(ProblemKind::Malformed).because(what);
        let bytes = match tokio::time::timeout(PATIENCE, read(request)).await {
            Ok(read) => read?,
            Err(_) => return Err(malformed("the body did not arrive in time")),
        };
        if std::str::from_utf8(&bytes).is_err() {
            return Err(malformed("the body is not UTF-8"));
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|error| malformed(&format!("the body is not JSON: {error}")))
    }
}

async fn read(request: Request) -> Result<Vec<u8>, Refusal> {
    let too_large = || Refusal::new(ProblemKind::TooLarge).because("at most 1 MiB");
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > DRAIN) {
        return Err(too_large().header("connection", HeaderValue::from_static("close")));
    }
    let mut body = request.into_body();
    let (mut bytes, mut total) = (Vec::with_capacity(length.unwrap_or(0).min(LIMIT)), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::new(ProblemKind::Malformed).because("the body broke off"))?;
        let Ok(data) = frame.into_data() else { continue };
        total += data.len();
        if total > DRAIN {
            return Err(too_large().header("connection", HeaderValue::from_static("close")));
        }
        if total <= LIMIT {
            bytes.extend_from_slice(&data);
        }
    }
    if total > LIMIT { Err(too_large()) } else { Ok(bytes) }
}
