//! Files that are brought into the library, in parts that go on where they left off: tus 1.0.0.

use super::answer::Answer;
use super::deals::DealId;
use super::pieces::Sink;
use super::tus::{self, Tus};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, Arrivals, PortError, UPLOAD_PIECE};
use async_trait::async_trait;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::map_response;
use portico_contract::asset::AssetUpload;
use portico_contract::asset::change::MAX_UPLOAD;
use portico_contract::problem::{Problem, ProblemKind};
use serde_json::json;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin_asset_upload, asset_upload_abilities))
        .routes(routes!(asset_upload_state, asset_upload, append_asset_upload, give_up_asset_upload))
        .layer(map_response(tus::spoken))
}

/// What is spoken here: the version of tus, its extensions and the largest file.
#[utoipa::path(options, path = "/asset-uploads", tag = "assets", responses((status = 204, description = "In the headers")))]
async fn asset_upload_abilities(_: Actor) -> (StatusCode, HeaderMap) {
    tus::abilities(MAX_UPLOAD)
}

/// Begins to bring a file in parts. The last segment of `Location` is the id by which an asset or a version names it, once
/// it is whole, within a day. At most 2 GiB.
#[utoipa::path(post, path = "/asset-uploads", tag = "assets",
    params(("idempotency-key" = String, Header, description = "A UUID"),
        ("tus-resumable" = String, Header, description = "1.0.0"),
        ("upload-length" = u64, Header, description = "How many bytes there will be"),
        ("upload-metadata" = String, Header, description = "`filename` and the name, UTF-8 in base64")),
    responses((status = 201, description = "Where the bytes go is in `Location`"), (status = 403, body = Problem),
        (status = 412, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 422, body = Problem)))]
async fn begin_asset_upload(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    key: IdempotencyKey,
    headers: HeaderMap,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    let (name, size) = tus::announced(&headers)?;
    let keyed = key.with(&json!({"name": name, "size": size}));
    let done = app.arrivals.begin_arrival(&who, &keyed, &name, size).await?;
    tus::begun(&format!("/api/v1/asset-uploads/{}", done.value), done.replayed)
}

/// How many bytes have come.
#[utoipa::path(head, path = "/asset-uploads/{id}", tag = "assets",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 200, description = "In `Upload-Offset`, of `Upload-Length`"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 412, body = Problem)))]
async fn asset_upload_state(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    DealId(id): DealId,
) -> Result<HeaderMap, Refusal> {
    let AssetUpload { size, received, .. } = app.arrivals.arrival(&who, &id).await?;
    Ok(tus::progress(received, Some(size)))
}

/// An upload: how far it has come, what it is once it is whole, and which assets have the same content.
#[utoipa::path(get, path = "/asset-uploads/{id}", tag = "assets", params(("id" = String, Path)),
    responses((status = 200, body = AssetUpload), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn asset_upload(State(app): State<App>, who: Actor, DealId(id): DealId) -> Result<Answer<AssetUpload>, Refusal> {
    Ok(Answer::new(app.arrivals.arrival(&who, &id).await?))
}

/// Takes bytes from `Upload-Offset` on. With the last the file is looked at, and is gone where it is not taken; sent
/// without a byte it is looked at again.
#[utoipa::path(patch, path = "/asset-uploads/{id}", tag = "assets",
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0"),
        ("upload-offset" = u64, Header, description = "How many bytes were there before")),
    responses((status = 204, description = "How many there are is in `Upload-Offset`"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn append_asset_upload(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    DealId(id): DealId,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    let offset = tus::offset(&headers)?;
    let AssetUpload { size, received, .. } = app.arrivals.arrival(&who, &id).await?;
    let sink = Bringing { arrivals: app.arrivals.clone(), who: who.clone(), upload: id.clone() };
    let received = tus::append(sink, offset, received, body).await?;
    if received == size {
        // To its end, though the client may not wait for it: then it learns by asking again.
        let looked = tokio::spawn(async move { app.arrivals.finish_arrival(&who, &id).await });
        looked.await.map_err(|_| Refusal::new(ProblemKind::Internal))??;
    }
    Ok(tus::taken(received))
}

/// Throws an upload away.
#[utoipa::path(delete, path = "/asset-uploads/{id}", tag = "assets",
    params(("id" = String, Path), ("tus-resumable" = String, Header, description = "1.0.0")),
    responses((status = 204, description = "Gone"), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem)))]
async fn give_up_asset_upload(
    State(app): State<App>,
    who: Actor,
    _: Tus,
    DealId(id): DealId,
) -> Result<StatusCode, Refusal> {
    app.arrivals.give_up_arrival(&who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An upload that grows by what is sent.
struct Bringing {
    arrivals: Arc<dyn Arrivals>,
    who: Actor,
    upload: String,
}

#[async_trait]
impl Sink for Bringing {
    const PIECE: usize = UPLOAD_PIECE;

    async fn append(&self, from: u64, piece: Vec<u8>) -> Result<u64, PortError> {
        self.arrivals.append_arrival(&self.who, &self.upload, from, piece).await
    }
}
