//! A table that is brought whole: as the body, or in a form with one file. No more than the limit is ever held; what is
//! too large is read on to its end where that is near, so that the client gets to read the answer.

use super::pieces::drain;
use crate::App;
use crate::error::Refusal;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, HeaderValue, header};
use futures_util::StreamExt;
use portico_contract::attachment::clean_name;
use portico_contract::import::MAX_FILE;
use portico_contract::problem::{Code, FieldProblem, ProblemKind};
use std::time::Duration;
use tokio::time::timeout;

/// From here on a body is not even read.
const HOPELESS: usize = 8 * 1024 * 1024;
/// How long the next bytes may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a table comes as: browsers on Windows take one for a workbook.
const MEDIA: [&str; 6] = [
    "text/csv",
    "text/plain",
    "text/tab-separated-values",
    "application/csv",
    "application/octet-stream",
    "application/vnd.ms-excel",
];

/// A table as it was brought.
pub(super) struct Brought {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl FromRequest<App> for Brought {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        let headers = request.headers().clone();
        let text =
            |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if text(header::CONTENT_LENGTH).parse().is_ok_and(|length: usize| length > HOPELESS) {
            return Err(too_large().header("connection", HeaderValue::from_static("close")));
        }
        let media = text(header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if media == "multipart/form-data" {
            return in_a_form(request, app).await;
        }
        if !MEDIA.contains(&media.as_str()) {
            return Err(Refusal::new(ProblemKind::MediaType).because("text/csv is expected"));
        }
        let bytes = collected(request.into_body().into_data_stream()).await?;
        Ok(Self { name: named(&headers), bytes })
    }
}

async fn in_a_form(request: Request, app: &App) -> Result<Brought, Refusal> {
    let malformed = || Refusal::new(ProblemKind::Malformed).because("the form cannot be read");
    let mut form = Multipart::from_request(request, app).await.map_err(|_| malformed())?;
    while let Some(field) = form.next_field().await.map_err(|_| malformed())? {
        if let Some(name) = field.file_name().map(clean_name) {
            return Ok(Brought { name, bytes: collected(field).await? });
        }
    }
    Err(Refusal::invalid(vec![FieldProblem::new("/file", Code::Required, "a file is expected")]))
}

async fn collected<E>(mut arriving: impl super::pieces::Arriving<E>) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    loop {
        let part: Bytes = match timeout(PATIENCE, arriving.next()).await {
            Ok(Some(Ok(part))) => part,
            Ok(None) => return Ok(bytes),
            Ok(Some(Err(_))) | Err(_) => return Err(Refusal::new(ProblemKind::Malformed).because("the body broke off")),
        };
        if bytes.len() + part.len() > MAX_FILE as usize {
            drain(arriving).await;
            return Err(too_large());
        }
        bytes.extend_from_slice(&part);
    }
}

fn too_large() -> Refusal {
    Refusal::new(ProblemKind::TooLarge).because("at most 5 MiB")
}

/// The name in `Content-Disposition`: `filename*` where it is there, else `filename`.
fn named(headers: &HeaderMap) -> String {
    let said = headers.get(header::CONTENT_DISPOSITION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let part = |name: &str| {
        said.split(';')
            .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
            .map(|value| value.trim_matches('"'))
    };
    let encoded = part("filename*").and_then(|value| value.strip_prefix("UTF-8''")).map(decoded);
    let name = encoded.or_else(|| part("filename").map(str::to_owned)).map(|name| clean_name(&name));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| "deals.csv".to_owned())
}

/// Percent-encoding taken away.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail.get(..2).filter(|_| *first == b'%').and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_taken_from_the_header() {
        let name = |said: &'static str| {
            named(&[(header::CONTENT_DISPOSITION, HeaderValue::from_static(said))].into_iter().collect())
        };
        assert_eq!(name("attachment; filename=\"deals 1.csv\""), "deals 1.csv");
        assert_eq!(name("attachment; filename=\"x.csv\"; filename*=UTF-8''Gr%C3%BCn%201.csv"), "Grün 1.csv");
        assert_eq!(name("attachment"), "deals.csv");
        assert_eq!(decoded("%zz%4"), "%zz%4");
    }
}
