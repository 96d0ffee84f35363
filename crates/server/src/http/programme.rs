//! The rules of the programme: edited by the vendor, read by everybody as rules of engagement.

use super::answer::{Answer, IfMatch};
use super::body::JsonBody;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, TenantId};
use crate::session::Languages;
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::HeaderMap;
use portico_contract::page::Page;
use portico_contract::problem::Problem;
use portico_contract::programme::templates::TemplateText;
use portico_contract::programme::{Engagement, Programme, Revision, Rules};
use portico_contract::read::{Lines, Reader};
use serde::Serialize;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Characters of a note on a change.
const MAX_NOTE: u32 = 500;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(programme, change_programme))
        .routes(routes!(revisions))
        .routes(routes!(revision))
        .routes(routes!(templates))
        .routes(routes!(engagement))
}

fn whole(programme: Programme) -> Answer<Programme> {
    let version = programme.revision.version;
    Answer::new(programme).version(version)
}

/// The rules in force.
#[utoipa::path(get, path = "/programme", tag = "programme",
    responses((status = 200, body = Programme), (status = 403, body = Problem)))]
async fn programme(State(app): State<App>, who: Actor) -> Result<Answer<Programme>, Refusal> {
    Ok(whole(app.programmes.programme(&who, None).await?))
}

/// Changes rules by a merge patch (RFC 7396) of `rules`, with a note that says why. What comes of it is the next
/// version, and in force at once; registrations stay with the form they were made with.
#[utoipa::path(patch, path = "/programme", tag = "programme",
    request_body(content((Change = "application/merge-patch+json"), (Change = "application/json"))),
    params(("if-match" = String, Header, description = "The ETag of the rules; its version is compared")),
    responses((status = 200, body = Programme), (status = 403, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
async fn change_programme(
    State(app): State<App>,
    who: Actor,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody,
) -> Result<Answer<Programme>, Refusal> {
    let mut reader = Reader::default();
    let (rules, note) = reader.object(&body, "", |o| {
        (o.take("rules").map(|(rules, _)| rules.clone()), o.text("note", MAX_NOTE, Lines::Many))
    });
    let problems = reader.into_problems();
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let patch = rules.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    Ok(whole(app.programmes.change_programme(&who, version, &patch, note).await?))
}

/// The versions there were, newest first.
#[utoipa::path(get, path = "/programme/revisions", tag = "programme",
    params(("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200)),
    responses((status = 200, body = Page<Revision>), (status = 403, body = Problem)))]
async fn revisions(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Page<Revision>>), Refusal> {
    let (cursor, limit) = query::page(pairs)?;
    let page = app.programmes.revisions(&who, cursor.as_deref(), limit).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// The rules as they were in some version.
#[utoipa::path(get, path = "/programme/revisions/{version}", tag = "programme", params(("version" = String, Path)),
    responses((status = 200, body = Programme), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn revision(
    State(app): State<App>,
    who: Actor,
    Path(version): Path<String>,
) -> Result<Answer<Programme>, Refusal> {
    // What is no number is no version, like one that there is not.
    let version = version.parse().unwrap_or(-1);
    Ok(whole(app.programmes.programme(&who, Some(version)).await?))
}

/// The texts that decisions begin with, in the language of `Accept-Language`. For those who decide.
#[utoipa::path(get, path = "/programme/templates", tag = "programme",
    responses((status = 200, body = Page<TemplateText>), (status = 403, body = Problem)))]
async fn templates(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
) -> Result<Answer<Page<TemplateText>>, Refusal> {
    let items = app.programmes.templates(&who, &languages).await?;
    Ok(Answer::new(Page { items, next_cursor: None }).in_language())
}

/// The rules of engagement: what partners can count on, from the rules in force. Public.
#[utoipa::path(get, path = "/programme/engagement", tag = "programme", security(()),
    responses((status = 200, body = Engagement)))]
async fn engagement(State(app): State<App>, tenant: TenantId) -> Result<Answer<Engagement>, Refusal> {
    Ok(Answer::new(app.programmes.engagement(&tenant).await?))
}

/// A change of rules.
#[derive(Serialize, utoipa::ToSchema)]
struct Change {
    /// What is changed of them.
    #[schema(required = false, value_type = Rules)]
    rules: Value,
    /// Why, in words; at most 500 characters.
    #[schema(required = false)]
    note: String,
}
