//! Files on comments: brought whole in one form, and read.

use super::answer::Answer;
use super::deals::DealId;
use super::pieces::{Growing, drain};
use super::range::{self, Asked};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, PortError};
use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Multipart, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use futures_util::Stream;
use portico_contract::attachment::{Attachment, MAX_SIZE, clean_name};
use portico_contract::problem::{Code, FieldProblem, Problem, ProblemKind};
use serde::Serialize;
use serde_json::json;
use std::fmt::Write;
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
    if let Err(refused) = Growing::new(&app.attachments, &who, &file, 0).by(&mut field).await {
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
    at: FileAt,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let FileAt { deal, file } = at;
    let told = app.attachments.file(&who, &deal, &file).await?;
    let tag = format!("\"{}\"", told.sha256);
    let (status, from, to) = match range::asked(&headers, &tag, told.size) {
        Asked::Whole => (StatusCode::OK, 0, told.size),
        Asked::Part { from, to } => (StatusCode::PARTIAL_CONTENT, from, to),
        Asked::Nothing => {
            return Err(
                Refusal::new(ProblemKind::Range).header("content-range", text(&format!("bytes */{}", told.size)))
            );
        }
    };
    let answer = described(&told, &tag);
    let bytes = async_stream::try_stream! {
        let mut place = from;
        while place < to {
            let mut piece = app.attachments.read(&who, &deal, &file, place).await?;
            piece.truncate(usize::try_from(to - place).unwrap_or_default());
            // A file that is shorter than was told breaks the answer off instead of keeping it open.
            if piece.is_empty() {
                Err(PortError::NotFound)?;
            }
            place += u32::try_from(piece.len()).unwrap_or_default();
            yield piece;
        }
    };
    let mut response = (status, answer, streamed(bytes)).into_response();
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(to - from));
    if status == StatusCode::PARTIAL_CONTENT {
        let range = format!("bytes {from}-{}/{}", to - 1, told.size);
        response.headers_mut().insert(header::CONTENT_RANGE, text(&range));
    }
    Ok(response)
}

/// What goes with the bytes. Nothing in a file is run: it has no scripts, no origin and no other media type than was
/// found in it; only images are shown where they are.
fn described(told: &Attachment, tag: &str) -> HeaderMap {
    let digest =
        (0..told.sha256.len()).step_by(2).filter_map(|at| u8::from_str_radix(told.sha256.get(at..at + 2)?, 16).ok());
    let digest = BASE64_STANDARD.encode(digest.collect::<Vec<u8>>());
    let media = match told.media_type.as_str() {
        plain @ ("text/plain" | "text/csv") => format!("{plain}; charset=utf-8"),
        media => media.to_owned(),
    };
    [
        (header::CONTENT_TYPE, text(&media)),
        (header::CONTENT_DISPOSITION, text(&disposition(told))),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=86400, immutable")),
        (header::ETAG, text(tag)),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (range::REPR_DIGEST, text(&format!("sha-256=:{digest}:"))),
    ]
    .into_iter()
    .collect()
}

/// How a file is offered, with its name for old and new readers (RFC 6266, RFC 8187).
fn disposition(told: &Attachment) -> String {
    let plain =
        told.name.chars().map(|c| if matches!(c, ' '..='~') && !matches!(c, '"' | '\\' | '%') { c } else { '_' });
    let mut named = format!("{}; filename=\"", if told.is_shown() { "inline" } else { "attachment" });
    named.extend(plain);
    named.push_str("\"; filename*=UTF-8''");
    for byte in told.name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            named.push(char::from(byte));
        } else {
            // Writing to a String does not fail.
            let _ = write!(named, "%{byte:02X}");
        }
    }
    named
}

/// A body of pieces that come as they are read.
fn streamed(pieces: impl Stream<Item = Result<Vec<u8>, PortError>> + Send + 'static) -> Body {
    Body::from_stream(pieces)
}

/// A header's value, of characters that one can have.
fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

/// A file in a path. One that can be none is nothing here like one that nobody has.
struct FileAt {
    deal: String,
    file: String,
}

impl FromRequestParts<App> for FileAt {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let ids = Path::<(String, String)>::from_request_parts(parts, app).await.ok();
        let ids = ids.filter(|Path((deal, file))| !deal.chars().chain(file.chars()).any(char::is_control));
        ids.map(|Path((deal, file))| Self { deal, file }).ok_or_else(|| Refusal::new(ProblemKind::NotFound))
    }
}

/// A form with one file.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct Form {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_to_old_and_new_readers() {
        let told = serde_json::from_value(json!({
            "id": "a", "name": "Grün \"1\".pdf", "mediaType": "application/pdf", "size": 1, "sha256": "00",
            "addedBy": {"id": "m", "name": "Mira"}, "addedAt": "2026-11-23T09:00:00Z"
        }));
        let expected = "attachment; filename=\"Gr_n _1_.pdf\"; filename*=UTF-8''Gr%C3%BCn%20%221%22.pdf";
        assert_eq!(disposition(&told.unwrap()), expected);
    }
}
