//! Files that are brought in parts, and go on where they left off: tus 1.0.0, its core with creation and termination.

use super::deals::DealId;
use super::pieces::Attaching;
use super::tus::{self, Tus};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, PortError, Upload};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::map_response;
use portico_contract::attachment::MAX_SIZE;
use portico_contract::problem::Problem;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin_upload, upload_abilities))
        .routes(routes!(upload_state, append_upload, give_up_upload))
        .layer(map_response(tus::spoken))
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
    Ok(tus::abilities(MAX_SIZE.into()))
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
    let (name, size) = tus::announced(&headers)?;
    let size = u32::try_from(size).map_err(|_| PortError::TooLarge)?;
    let keyed = key.with(&json!({"name": name, "size": size}));
    let done = app.attachments.begin(&who, Some(&keyed), &id, &name, Some(size)).await?;
    tus::begun(&format!("/api/v1/uploads/{}", done.value), done.replayed)
}

/// How many bytes have come.
#[utoipa::path(head, path = "/uploads/{id}", tag = "deals",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 200, description = "In `Upload-Offset`, of `Upload-Length`"), (status = 404, body = Problem),
        (status = 412, body = Problem)))]
async fn upload_state(State(app): State<App>, who: Actor, _: Tus, DealId(id): DealId) -> Result<HeaderMap, Refusal> {
    let Upload { size, received } = app.attachments.upload(&who, &id).await?;
    Ok(tus::progress(received.into(), size.map(u64::from)))
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
    let offset = tus::offset(&headers)?;
    let Upload { size, received } = app.attachments.upload(&who, &id).await?;
    let sink = Attaching { files: app.attachments.clone(), who: who.clone(), file: id.clone() };
    let received = tus::append(sink, offset, received.into(), body).await?;
    if size.map(u64::from) == Some(received) {
        app.attachments.finish(&who, &id).await?;
    }
    Ok(tus::taken(received))
}

/// Throws a file away that hangs on no comment.
#[utoipa::path(delete, path = "/uploads/{id}", tag = "deals",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 204, description = "Gone"), (status = 404, body = Problem), (status = 412, body = Problem)))]
async fn give_up_upload(State(app): State<App>, who: Actor, _: Tus, DealId(id): DealId) -> Result<StatusCode, Refusal> {
    app.attachments.give_up(&who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
