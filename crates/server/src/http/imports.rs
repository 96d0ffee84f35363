//! Deals from a file: brought, assigned, tried, and imported in the background.

use super::answer::Answer;
use super::body::JsonBody;
use super::deals::DealId;
use super::export;
use super::query::{self, Pairs};
use super::upload::Brought;
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use crate::session::Languages;
use crate::table::{Table, Writing};
use axum::extract::{DefaultBodyLimit, OriginalUri, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use portico_contract::import::{Import, ImportFinding, ImportMapping, ImportStart};
use portico_contract::page::Page;
use portico_contract::problem::{Problem, ProblemKind};
use portico_contract::read::Reader;
use serde_json::json;
use sha2::{Digest, Sha256};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    // The limit is kept here, where the bytes are counted as they go by.
    OpenApiRouter::new()
        .routes(routes!(bring_import))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(import))
        .routes(routes!(map_import))
        .routes(routes!(import_findings))
        .routes(routes!(start_import))
        .routes(routes!(cancel_import))
        .routes(routes!(import_left))
}

/// Brings a table of deals: CSV with the names of its columns in the first row, at most 5 MiB and 10,000 rows, as the
/// body or in a form with one file. UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs. Nothing is written before
/// the import is started. It is kept for seven days, its person's alone.
#[utoipa::path(post, path = "/deals/import", tag = "deals",
    request_body(content((String = "text/csv"), (Vec<u8> = "application/octet-stream"), (super::attachments::Form = "multipart/form-data"))),
    params(("idempotency-key" = String, Header, description = "A UUID"),
        ("content-disposition" = Option<String>, Header, description = "`attachment` with the file's name (RFC 6266), where the file is the body")),
    responses((status = 201, body = Import), (status = 403, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn bring_import(
    State(app): State<App>,
    who: Actor,
    key: IdempotencyKey,
    Languages(languages): Languages,
    Brought { name, bytes }: Brought,
) -> Result<Answer<Import>, Refusal> {
    let sent = json!({"name": name, "sha256": format!("{:x}", Sha256::digest(&bytes))});
    // Reading is work for the processor: not on a thread that answers others.
    let read = tokio::task::spawn_blocking(move || Table::read(&bytes)).await;
    let read = read.map_err(|_| Refusal::new(ProblemKind::Internal))?;
    let table = read.map_err(|why| Refusal::new(ProblemKind::NoTable).because(why.to_string()))?;
    let done = app.tables.bring(&who, &key.with(&sent), &name, table, &languages).await?;
    let location = format!("/api/v1/deals/import/{}", done.value.id);
    Ok(Answer::new(done.value).created(&location).replayed(done.replayed).in_language())
}

/// How an import stands; while it runs, to be asked again for its progress.
#[utoipa::path(get, path = "/deals/import/{id}", tag = "deals", params(("id" = String, Path)),
    responses((status = 200, body = Import), (status = 404, body = Problem)))]
async fn import(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
    DealId(id): DealId,
) -> Result<Answer<Import>, Refusal> {
    Ok(Answer::new(app.tables.import(&who, &id, &languages).await?).in_language())
}

/// Says what the columns hold, and judges every row without writing any. Can be said again until the import is started;
/// it is remembered for the next file with the same columns.
#[utoipa::path(put, path = "/deals/import/{id}/mapping", tag = "deals", request_body = ImportMapping, params(("id" = String, Path)),
    responses((status = 200, body = Import), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn map_import(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
    DealId(id): DealId,
    JsonBody(body): JsonBody,
) -> Result<Answer<Import>, Refusal> {
    let known = app.tables.import(&who, &id, &languages).await?;
    let columns = u32::try_from(known.columns.len()).unwrap_or(u32::MAX);
    let mut reader = Reader::default();
    let mapping = reader.object(&body, "", |o| ImportMapping::read(o, columns));
    refuse(reader)?;
    Ok(Answer::new(app.tables.map(&who, &id, mapping, &languages).await?).in_language())
}

/// The rows to look at, in the file's order: bad ones and possible duplicates, and after the import those that became no
/// deal.
#[utoipa::path(get, path = "/deals/import/{id}/findings", tag = "deals",
    params(("id" = String, Path), ("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200)),
    responses((status = 200, body = Page<ImportFinding>), (status = 400, body = Problem), (status = 404, body = Problem)))]
async fn import_findings(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
    DealId(id): DealId,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Page<ImportFinding>>), Refusal> {
    let (cursor, limit) = query::page(pairs)?;
    let page = app.tables.findings(&who, &id, cursor.as_deref(), limit, &languages).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page).in_language()))
}

/// Lets the rows become deals, in the background: each as if it had been handed in by itself. Bad rows are left out, and
/// possible duplicates unless they are asked for. The vendor is told once, with the first.
#[utoipa::path(post, path = "/deals/import/{id}/start", tag = "deals", request_body = ImportStart,
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Import), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn start_import(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
    DealId(id): DealId,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Import>, Refusal> {
    let mut reader = Reader::default();
    let start = reader.object(&body, "", ImportStart::read);
    refuse(reader)?;
    let done = app.tables.start(&who, &key.with(&body), &id, start, &languages).await?;
    Ok(Answer::new(done.value).replayed(done.replayed).in_language())
}

/// Stops an import. What became a deal stays one.
#[utoipa::path(post, path = "/deals/import/{id}/cancel", tag = "deals", request_body = Object,
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Import), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn cancel_import(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
    DealId(id): DealId,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Import>, Refusal> {
    let mut reader = Reader::default();
    reader.object(&body, "", |_| ());
    refuse(reader)?;
    let done = app.tables.cancel(&who, &key.with(&body), &id, &languages).await?;
    Ok(Answer::new(done.value).replayed(done.replayed).in_language())
}

/// The rows that became no deal, as CSV: the file's own columns, and one that says why.
#[utoipa::path(get, path = "/deals/import/{id}/left", tag = "deals",
    params(("id" = String, Path), ("language" = Option<String>, Query, description = "Of the reasons, before those of `Accept-Language`")),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv; charset=utf-8"), (status = 400, body = Problem), (status = 404, body = Problem)))]
async fn import_left(
    State(app): State<App>,
    who: Actor,
    Languages(mut languages): Languages,
    DealId(id): DealId,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Refusal> {
    for (name, value) in pairs {
        if name != "language" {
            return Err(Refusal::new(ProblemKind::Malformed).because(format!("there is no parameter {name}")));
        }
        languages.insert(0, value);
    }
    let first = app.tables.left(&who, &id, 0, &languages).await?;
    let bytes = async_stream::try_stream! {
        let mut writing = Writing::new(first.separator);
        let mut part = writing.mark().to_vec();
        let (columns, mut headers) = (first.headers.len(), first.headers.clone());
        headers.push(first.why.clone());
        part.extend(writing.row(&headers));
        let mut page = first;
        loop {
            for (cells, why) in &page.rows {
                let mut cells = cells.clone();
                // What a row has beyond its columns stands behind the reason.
                let beyond = cells.split_off(columns.min(cells.len()));
                cells.push(why.clone());
                cells.extend(beyond);
                part.extend(writing.row(&cells));
            }
            yield std::mem::take(&mut part);
            let Some(next) = page.next else { break };
            page = app.tables.left(&who, &id, next, &languages).await?;
        }
    };
    Ok(export::file("deals-left.csv", bytes))
}

fn refuse(reader: Reader) -> Result<(), Refusal> {
    let problems = reader.into_problems();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
}
