//! The list as a file for spreadsheets.

use super::narrow::Filters;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, PortError};
use crate::session::Languages;
use crate::table::Writing;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use portico_contract::page::MAX_LIMIT;
use portico_contract::problem::{Problem, ProblemKind};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(export))
}

/// The deals of a list, all pages, as CSV (RFC 4180, UTF-8): what this person sees, in the list's filters and order.
/// The columns are named in the language; one with decimal commas has semicolons between cells. No cell runs as a
/// formula: one that would begins with an apostrophe, which an import takes away.
#[utoipa::path(get, path = "/deals/export", tag = "deals",
    params(
        Filters,
        ("sort" = Option<String>, Query, description = "As in `GET /deals`"),
        ("language" = Option<String>, Query, description = "Of the names, before those of `Accept-Language`"),
        ("separator" = Option<String>, Query, description = "comma, semicolon or tab, instead of the language's"),
        ("bom" = Option<bool>, Query, description = "Whether the file begins with the mark by which spreadsheets know UTF-8; it does if not said"),
    ),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv; charset=utf-8"), (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn export(
    State(app): State<App>,
    who: Actor,
    Languages(mut languages): Languages,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Refusal> {
    let bad = |what: &str| Refusal::new(ProblemKind::Malformed).because(what);
    let (mut mark, mut separator, mut rest) = (true, None, Vec::new());
    for (name, value) in pairs {
        match (name.as_str(), value.as_str()) {
            ("language", _) => languages.insert(0, value),
            ("bom", "true" | "false") => mark = value == "true",
            ("bom", _) => return Err(bad("bom is true or false")),
            ("separator", "comma") => separator = Some(','),
            ("separator", "semicolon") => separator = Some(';'),
            ("separator", "tab") => separator = Some('\t'),
            ("separator", _) => return Err(bad("separator is comma, semicolon or tab")),
            ("cursor" | "limit", _) => return Err(bad("an export has no pages")),
            _ => rest.push((name, value)),
        }
    }
    let mut query = query::deals(rest)?;
    query.limit = MAX_LIMIT;
    let sheet = app.tables.sheet(&who.tenant, &languages).await?;
    let today = app.desk.today(&who.tenant).await?;
    // What is refused is refused before the file begins.
    let first = app.tables.export(&who, &query).await?;
    let bytes = async_stream::try_stream! {
        let mut writing = Writing::new(separator.unwrap_or_else(|| sheet.separator()));
        let mut part = if mark { writing.mark().to_vec() } else { Vec::new() };
        let labels: Vec<&str> = sheet.columns.iter().map(|column| column.label.as_str()).collect();
        part.extend(writing.row(&labels));
        let mut page = first;
        loop {
            for deal in &page.items {
                part.extend(writing.row(&sheet.cells(deal)));
            }
            yield std::mem::take(&mut part);
            query.cursor = page.next_cursor.take();
            if query.cursor.is_none() {
                break;
            }
            page = app.tables.export(&who, &query).await?;
        }
    };
    Ok(file(&format!("deals-{today}.csv"), bytes))
}

/// A table that is sent as it is read, to be kept and not shown.
pub(super) fn file(
    name: &str,
    bytes: impl futures_util::Stream<Item = Result<Vec<u8>, PortError>> + Send + 'static,
) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, Body::from_stream(bytes)).into_response()
}
