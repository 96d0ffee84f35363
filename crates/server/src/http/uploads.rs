//! Files that are brought in parts, and go on where they left off: tus 1.0.0, its core with creation and termination.

use super::deals::DealId;
use super::pieces::Growing;
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, PortError, Upload};
use axum::body::Body;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portico_contract::attachment::{MAX_SIZE, clean_name};
use portico_contract::problem::{Problem, ProblemKind};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin_upload, upload_abilities))
        .routes(routes!(upload_state, append_upload, give_up_upload))
        .layer(map_response(async |mut response: Response| {
            response.headers_mut().insert(RESUMABLE, VERSION);
            response
        }))
}

/// What is spoken here: the version of tus, its extensions and the largest file.
#[utoipa::path(options, path = "/deals/{id}/uploads", tag = "deals", params(("id" = String, Path)),
    responses((status = 204, description = "In the headers"), (status = 404, body = Problem)))]
async fn upload_abilities(
    State(app): State<App>,
    who: Actor,
    DealId(id): DealId,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    app.desk.get(&who, &id).await?;
    let headers = [
        (HeaderName::from_static("tus-version"), VERSION),
        (HeaderName::from_static("tus-extension"), HeaderValue::from_static("creation,termination")),
        (HeaderName::from_static("tus-max-size"), HeaderValue::from(MAX_SIZE)),
    ];
    Ok((StatusCode::NO_CONTENT, headers.into_iter().collect()))
}

/// Begins to bring a file in parts. The last segment of `Location` is the id by which a comment names it, once it is whole.
#[utoipa::path(post, path = "/deals/{id}/uploads", tag = "deals",
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID"),
        ("tus-resumable" = String, Header, description = "1.0.0"),
        ("upload-length" = u32, Header, description = "How many bytes there will be"),
        ("upload-metadata" = String, Header, description = "`filename` and the name, UTF-8 in base64")),
    responses((status = 201, description = "Where the bytes go is in `Location`"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn begin_upload(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    DealId(id): DealId,
    key: IdempotencyKey,
    headers: HeaderMap,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    let size: u64 = number(&headers, &LENGTH)?;
    let size = u32::try_from(size).map_err(|_| PortError::TooLarge)?;
    if size == 0 {
        return Err(PortError::Unfit(crate::kind::Unfit::Empty).into());
    }
    let name = file_name(&headers).ok_or_else(|| bad("Upload-Metadata has no filename"))?;
    let keyed = key.with(&json!({"name": name, "size": size}));
    let done = app.attachments.begin(&who, Some(&keyed), &id, &name, Some(size)).await?;
    let location = HeaderValue::from_str(&format!("/api/v1/uploads/{}", done.value));
    let mut answer = HeaderMap::new();
    answer.insert(header::LOCATION, location.map_err(|_| Refusal::new(ProblemKind::Internal))?);
    if done.replayed {
        answer.insert("idempotency-replayed", HeaderValue::from_static("true"));
    }
    Ok((StatusCode::CREATED, answer))
}

/// How many bytes have come.
#[utoipa::path(head, path = "/uploads/{id}", tag = "deals",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 200, description = "In `Upload-Offset`, of `Upload-Length`"), (status = 404, body = Problem),
        (status = 412, body = Problem)))]
async fn upload_state(State(app): State<App>, who: Actor, _: Tus, DealId(id): DealId) -> Result<HeaderMap, Refusal> {
    let Upload { size, received } = app.attachments.upload(&who, &id).await?;
    let mut answer = HeaderMap::new();
    answer.insert(OFFSET, HeaderValue::from(received));
    answer.extend(size.map(|size| (LENGTH, HeaderValue::from(size))));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// Takes bytes from `Upload-Offset` on. With the last the file is looked at, and is gone where it is not taken; sent
/// without a byte it is looked at again.
#[utoipa::path(patch, path = "/uploads/{id}", tag = "deals",
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0"),
        ("upload-offset" = u32, Header, description = "How many bytes were there before")),
    responses((status = 204, description = "How many there are is in `Upload-Offset`"), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn append_upload(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    DealId(id): DealId,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    if headers.get(header::CONTENT_TYPE).is_none_or(|media| media != "application/offset+octet-stream") {
        return Err(Refusal::new(ProblemKind::MediaType).because("application/offset+octet-stream is expected"));
    }
    let offset: u64 = number(&headers, &OFFSET)?;
    let Upload { size, received } = app.attachments.upload(&who, &id).await?;
    if offset != u64::from(received) {
        return Err(PortError::Offset(received).into());
    }
    let mut growing = Growing::new(&app.attachments, &who, &id, received);
    growing.by(body.into_data_stream()).await?;
    let received = growing.received;
    if size == Some(received) {
        app.attachments.finish(&who, &id).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(received))].into_iter().collect()))
}

/// Throws a file away that hangs on no comment.
#[utoipa::path(delete, path = "/uploads/{id}", tag = "deals",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 204, description = "Gone"), (status = 404, body = Problem), (status = 412, body = Problem)))]
async fn give_up_upload(State(app): State<App>, who: Actor, _: Tus, DealId(id): DealId) -> Result<StatusCode, Refusal> {
    app.attachments.give_up(&who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A client that speaks the version of tus that is spoken here.
struct Tus;

impl FromRequestParts<App> for Tus {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        let refused = || Refusal::new(ProblemKind::TusVersion).header("tus-version", VERSION);
        parts.headers.get(RESUMABLE).filter(|version| **version == VERSION).map(|_| Self).ok_or_else(refused)
    }
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
