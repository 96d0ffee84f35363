//! What all uploads in parts have in common: the headers of tus 1.0.0, its core with creation and termination.

use super::pieces::{Growing, Sink};
use crate::App;
use crate::error::Refusal;
use crate::kind::Unfit;
use crate::ports::PortError;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portico_contract::attachment::clean_name;
use portico_contract::problem::ProblemKind;

const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");

/// A client that speaks the version of tus that is spoken here.
pub(super) struct Tus;

impl FromRequestParts<App> for Tus {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        let refused = || Refusal::new(ProblemKind::TusVersion).header("tus-version", VERSION);
        parts.headers.get(RESUMABLE).filter(|version| **version == VERSION).map(|_| Self).ok_or_else(refused)
    }
}

/// Says in every answer which version is spoken.
pub(super) async fn spoken(mut response: Response) -> Response {
    response.headers_mut().insert(RESUMABLE, VERSION);
    response
}

/// What is spoken here: the version of tus, its extensions and the largest file.
pub(super) fn abilities(largest: u64) -> (StatusCode, HeaderMap) {
    let headers = [
        (HeaderName::from_static("tus-version"), VERSION),
        (HeaderName::from_static("tus-extension"), HeaderValue::from_static("creation,termination")),
        (HeaderName::from_static("tus-max-size"), HeaderValue::from(largest)),
    ];
    (StatusCode::NO_CONTENT, headers.into_iter().collect())
}

/// The name and the size of a file that is to come.
pub(super) fn announced(headers: &HeaderMap) -> Result<(String, u64), Refusal> {
    let size = number(headers, &LENGTH)?;
    if size == 0 {
        return Err(PortError::Unfit(Unfit::Empty).into());
    }
    let name = file_name(headers).ok_or_else(|| bad("Upload-Metadata has no filename"))?;
    Ok((name, size))
}

/// The answer that an upload was begun at a place.
pub(super) fn begun(location: &str, replayed: bool) -> Result<(StatusCode, HeaderMap), Refusal> {
    let location = HeaderValue::from_str(location);
    let mut answer = HeaderMap::new();
    answer.insert(header::LOCATION, location.map_err(|_| Refusal::new(ProblemKind::Internal))?);
    if replayed {
        answer.insert("idempotency-replayed", HeaderValue::from_static("true"));
    }
    Ok((StatusCode::CREATED, answer))
}

/// The answer that tells how far an upload has come.
pub(super) fn progress(received: u64, size: Option<u64>) -> HeaderMap {
    let mut answer = HeaderMap::new();
    answer.insert(OFFSET, HeaderValue::from(received));
    answer.extend(size.map(|size| (LENGTH, HeaderValue::from(size))));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// Where the bytes of a request begin.
pub(super) fn offset(headers: &HeaderMap) -> Result<u64, Refusal> {
    if headers.get(header::CONTENT_TYPE).is_none_or(|media| media != "application/offset+octet-stream") {
        return Err(Refusal::new(ProblemKind::MediaType).because("application/offset+octet-stream is expected"));
    }
    number(headers, &OFFSET)
}

/// Takes all that arrives, from `offset` on; how many bytes there are after it.
pub(super) async fn append<S: Sink>(sink: S, offset: u64, received: u64, body: Body) -> Result<u64, Refusal> {
    if offset != received {
        return Err(PortError::Offset(received).into());
    }
    let mut growing = Growing::new(sink, received);
    growing.by(body.into_data_stream()).await?;
    Ok(growing.received)
}

/// The answer that bytes were taken.
pub(super) fn taken(received: u64) -> (StatusCode, HeaderMap) {
    (StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(received))].into_iter().collect())
}

fn bad(what: &str) -> Refusal {
    Refusal::new(ProblemKind::Malformed).because(what)
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refusal> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    let number = text.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit())).and_then(|text| text.parse().ok());
    number.ok_or_else(|| bad(&format!("{name} is a number of bytes")))
}

/// `filename` of `Upload-Metadata`, as a file's name may be.
fn file_name(headers: &HeaderMap) -> Option<String> {
    let pairs = headers.get("upload-metadata")?.to_str().ok()?;
    let (_, value) =
        pairs.split(',').filter_map(|pair| pair.trim().split_once(' ')).find(|(key, _)| *key == "filename")?;
    let name = BASE64_STANDARD.decode(value.trim()).ok()?;
    Some(clean_name(std::str::from_utf8(&name).ok()?))
}
