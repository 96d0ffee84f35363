//! Files on comments: brought whole in one form, and read.

use super::answer::Answer;
use super::at::At;
use super::deals::DealId;
use super::offered::Offered;
use super::pieces::{Attaching, Growing, drain};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, PortError};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use bytes::Bytes;
use portico_contract::attachment::{Attachment, MAX_SIZE, clean_name};
use portico_contract::problem::{Code, FieldProblem, Problem, ProblemKind};
use serde::Serialize;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What a form has beside the file: its lines between, and small fields.
const FORM: u64 = 64 * 1024;
/// From here on a body is not even read: it is by far too large.
const HOPELESS: u64 = MAX_SIZE as u64 + 8 * 1024 * 1024;

pub(super) fn router() -> OpenApiRouter<App> {
    // The limit is kept here, where the bytes are counted as they go by.
    OpenApiRouter::new()
        .routes(routes!(add_attachment))
        .routes(routes!(read_attachment))
        .layer(DefaultBodyLimit::disable())
}

/// Brings a file to a deal, in a form with one file. It hangs on a comment that names it within a day, and until then
/// only its bringer sees it. What it is, is found in its bytes.
#[utoipa::path(post, path = "/deals/{id}/attachments", tag = "deals",
    request_body(content = Form, content_type = "multipart/form-data"),
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 201, body = Attachment), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn add_attachment(
    State(app): State<App>,
    who: Actor,
    DealId(id): DealId,
    key: IdempotencyKey,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Answer<Attachment>, Refusal> {
    let media = || Refusal::new(ProblemKind::MediaType).because("multipart/form-data is expected");
    let mut form = form.map_err(|_| media())?;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| length > HOPELESS + FORM) {
        let refused = Refusal::new(ProblemKind::TooLarge).because("at most 25 MiB");
        return Err(refused.header("connection", HeaderValue::from_static("close")));
    }
    let broken = |_| Refusal::new(ProblemKind::Malformed).because("the form cannot be read");
    let mut field = loop {
        match form.next_field().await.map_err(broken)? {
            Some(field) if field.file_name().is_some() => break field,
            Some(_) => {}
            None => {
                let missing = FieldProblem::new("/file", Code::Required, "a file is expected");
                return Err(Refusal::invalid(vec![missing]));
            }
        }
    };
    let name = clean_name(field.file_name().unwrap_or_default());
    let begun = app.attachments.begin(&who, None, &id, &name, None).await;
    let file = match begun {
        Ok(begun) => begun.value,
        Err(refused) => {
            drain(&mut field).await;
            return Err(refused.into());
        }
    };
    let sink = Attaching { files: app.attachments.clone(), who: who.clone(), file: file.clone() };
    if let Err(refused) = Growing::new(sink, 0).by(&mut field).await {
        app.attachments.give_up(&who, &file).await?;
        return Err(refused);
    }
    let whole = app.attachments.finish(&who, &file).await?;
    let sent = json!({"name": whole.name, "sha256": whole.sha256});
    let done = app.attachments.settle(&who, &key.with(&sent), &file).await?;
    let location = format!("/api/v1/deals/{id}/attachments/{}", done.value.id);
    Ok(Answer::new(done.value).created(&location).replayed(done.replayed))
}

/// The bytes of a file, for whoever sees the comment it hangs on: all, or one range (RFC 9110, section 14).
#[utoipa::path(get, path = "/deals/{id}/attachments/{attachment}", tag = "deals",
    params(("id" = String, Path), ("attachment" = String, Path), ("range" = Option<String>, Header, description = "One range of bytes")),
    responses((status = 200, description = "The file", body = Vec<u8>, content_type = "*/*"),
        (status = 206, description = "The range", body = Vec<u8>, content_type = "*/*"),
        (status = 404, body = Problem), (status = 416, body = Problem)))]
async fn read_attachment(
    State(app): State<App>,
    who: Actor,
    At((deal, id)): At<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let told = app.attachments.file(&who, &deal, &id).await?;
    let file = Offered {
        name: &told.name,
        media_type: &told.media_type,
        sha256: &told.sha256,
        size: told.size.into(),
        inline: told.is_shown(),
    };
    let span = file.span(&headers)?;
    let (mut place, to) = (span.from, span.to);
    let bytes = async_stream::try_stream! {
        while place < to {
            let from = u32::try_from(place).map_err(PortError::internal)?;
            let mut piece = app.attachments.read(&who, &deal, &id, from).await?;
            piece.truncate(usize::try_from(to - place).unwrap_or_default());
            // A file that is shorter than was told breaks the answer off instead of keeping it open.
            if piece.is_empty() {
                Err(PortError::NotFound)?;
            }
            place += piece.len() as u64;
            yield Bytes::from(piece);
        }
    };
    Ok(file.answer(span, bytes))
}

/// A form with one file.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct Form {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}
