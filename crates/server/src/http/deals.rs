//! Deal registrations: list, begin, read, change, ask, comment.

use super::answer::{Answer, IfMatch};
use super::at::At;
use super::body::JsonBody;
use super::narrow::Filters;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::{Actor, Intake, Prospect};
use axum::extract::{FromRequestParts, OriginalUri, Query, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use portico_contract::attachment::Mentionable;
use portico_contract::deal::commands::{ConflictCheck, NewComment};
use portico_contract::deal::content::{Customer, MAX_NAME, MAX_PRODUCTS};
use portico_contract::deal::list::DealPage;
use portico_contract::deal::{Deal, DealContent};
use portico_contract::event::Event;
use portico_contract::page::Page;
use portico_contract::problem::{Code, FieldProblem, Problem};
use portico_contract::read::{self, Lines, Reader};
use portico_contract::session::Person;
use serde::Serialize;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// How long a conflict check takes, whatever it finds: its time tells nothing of rivals.
const CHECK_TAKES: Duration = Duration::from_millis(40);

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(conflict_check))
        .routes(routes!(get, change))
        .routes(routes!(timeline))
        .routes(routes!(owners))
        .routes(routes!(people))
        .routes(routes!(comment))
}

/// The deals this person sees: a partner those of the own firm, the vendor its partners' but drafts.
#[utoipa::path(get, path = "/deals", tag = "deals",
    params(
        Filters,
        ("sort" = Option<String>, Query, description = "updatedAt, registeredAt, value, closeDate, customer; turned round with a hyphen in front; dueAt, endsOn"),
        ("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200),
    ),
    responses((status = 200, body = DealPage), (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn list(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<DealPage>), Refusal> {
    let query = query::deals(pairs)?;
    let page = app.desk.list(&who, &query).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// Begins a draft; with `"submit": true` it is registered in the same request, with `"claim": true` its place is kept.
#[utoipa::path(post, path = "/deals", tag = "deals", request_body = NewDeal,
    params(("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 201, body = Deal), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<App>,
    who: Actor,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Deal>, Refusal> {
    let form = app.desk.form(&who.tenant, &[]).await?;
    let mut reader = Reader::default();
    let (content, submit, claim) =
        reader.object(&body, "", |o| (DealContent::read(o, &form), o.flag("submit"), o.flag("claim")));
    let mut problems = reader.into_problems();
    if !problems.is_empty() && submit {
        problems = content.mistakes(problems, &form, app.desk.today(&who.tenant).await?);
    }
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let intake = match (submit, claim) {
        (true, _) => Intake::Submit,
        (false, true) => Intake::Claim,
        (false, false) => Intake::Draft,
    };
    let done = app.desk.create(&who, &key.with(&body), content, intake).await?;
    let location = format!("/api/v1/deals/{}", done.value.id);
    Ok(whole(done.value).created(&location).replayed(done.replayed))
}

/// One deal, as this person sees it.
#[utoipa::path(get, path = "/deals/{id}", tag = "deals", params(("id" = String, Path)), responses((status = 200, body = Deal), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, who: Actor, DealId(id): DealId) -> Result<Answer<Deal>, Refusal> {
    Ok(whole(app.desk.get(&who, &id).await?))
}

/// Changes fields by a merge patch (RFC 7396); `editableFields` says which.
#[utoipa::path(patch, path = "/deals/{id}", tag = "deals",
    request_body(content((DealContent = "application/merge-patch+json"), (DealContent = "application/json"))),
    params(("id" = String, Path), ("if-match" = String, Header, description = "The deal's ETag; its version is compared")),
    responses((status = 200, body = Deal), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
async fn change(
    State(app): State<App>,
    who: Actor,
    DealId(id): DealId,
    IfMatch(version): IfMatch,
    JsonBody(patch): JsonBody,
) -> Result<Answer<Deal>, Refusal> {
    Ok(whole(app.desk.change(&who, &id, version, &patch).await?))
}

/// What happened to a deal, newest first.
#[utoipa::path(get, path = "/deals/{id}/timeline", tag = "deals",
    params(("id" = String, Path), ("cursor" = Option<String>, Query), ("limit" = Option<u32>, Query, minimum = 1, maximum = 200)),
    responses((status = 200, body = Page<Event>), (status = 404, body = Problem)))]
async fn timeline(
    State(app): State<App>,
    who: Actor,
    DealId(id): DealId,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Page<Event>>), Refusal> {
    let (cursor, limit) = query::page(pairs)?;
    let page = app.desk.timeline(&who, &id, cursor.as_deref(), limit).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// Who may own a deal: the people of its firm who register deals, by name.
#[utoipa::path(get, path = "/deals/{id}/owners", tag = "deals", params(("id" = String, Path)),
    responses((status = 200, body = Page<Person>), (status = 404, body = Problem)))]
async fn owners(State(app): State<App>, who: Actor, DealId(id): DealId) -> Result<Answer<Page<Person>>, Refusal> {
    Ok(Answer::new(Page { items: app.desk.owners(&who, &id).await?, next_cursor: None }))
}

/// Whom a comment can mention: those who see the deal, by name. An internal one mentions the vendor's people alone.
#[utoipa::path(get, path = "/deals/{id}/people", tag = "deals", params(("id" = String, Path)),
    responses((status = 200, body = Page<Mentionable>), (status = 404, body = Problem)))]
async fn people(State(app): State<App>, who: Actor, DealId(id): DealId) -> Result<Answer<Page<Mentionable>>, Refusal> {
    Ok(Answer::new(Page { items: app.desk.mentionable(&who, &id).await?, next_cursor: None }))
}

/// Writes a comment; an internal one is the vendor's alone.
#[utoipa::path(post, path = "/deals/{id}/comments", tag = "deals", request_body = NewComment,
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 201, body = Event), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn comment(
    State(app): State<App>,
    who: Actor,
    DealId(id): DealId,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Event>, Refusal> {
    let comment = NewComment::read(&body).map_err(Refusal::invalid)?;
    let done = app.desk.comment(&who, &key.with(&body), &id, comment).await?;
    let location = format!("/api/v1/deals/{id}/timeline");
    Ok(Answer::new(done.value).created(&location).replayed(done.replayed))
}

/// Whether a registration would meet another; never whose, what or how much. Limited by person and day; not there where
/// the vendor tells it with the receipt only, or never.
#[utoipa::path(post, path = "/deals/conflict-check", tag = "deals", request_body = Asked,
    responses((status = 200, body = ConflictCheck), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn conflict_check(
    State(app): State<App>,
    who: Actor,
    JsonBody(body): JsonBody,
) -> Result<Answer<ConflictCheck>, Refusal> {
    let answered = Instant::now() + CHECK_TAKES;
    let form = app.desk.form(&who.tenant, &[]).await?;
    let mut reader = Reader::default();
    let prospect = reader.object(&body, "", |o| {
        let customer = o.object("customer", Customer::read);
        let mut products = Vec::new();
        for (item, pointer) in o.items("products", MAX_PRODUCTS) {
            match read::text(o.reader, item, &pointer, MAX_NAME, Lines::One) {
                Some(id) if form.products.iter().any(|known| known.id == id) => products.push(id),
                Some(_) => o.reader.report(FieldProblem::new(pointer, Code::NotInList, "there is no such product")),
                None => {}
            }
        }
        Prospect { customer, products }
    });
    let problems = reader.into_problems();
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    let answer = app.desk.conflict_check(&who, &prospect).await;
    // However much there was to look through.
    sleep_until(answered).await;
    Ok(Answer::new(answer?))
}

/// The id in a path. One that can be none, since it is no text, is nothing here like one that nobody has.
pub(super) struct DealId(pub String);

impl FromRequestParts<App> for DealId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        At::from_request_parts(parts, app).await.map(|At(id)| Self(id))
    }
}

/// A deal with its version in its tag.
pub(super) fn whole(deal: Deal) -> Answer<Deal> {
    let version = deal.version;
    Answer::new(deal).version(version)
}

/// A draft, or a registration.
#[derive(Serialize, utoipa::ToSchema)]
pub(super) struct NewDeal {
    #[serde(flatten)]
    content: DealContent,
    /// Registers it in the same request.
    #[schema(required = false, default = false)]
    submit: bool,
    /// Keeps its place in the same request.
    #[schema(required = false, default = false)]
    claim: bool,
}

/// A customer as far as it is known, and ids of products; every product where there is none.
#[derive(Serialize, utoipa::ToSchema)]
struct Asked {
    #[schema(required = false)]
    customer: Customer,
    #[schema(required = false, max_items = 20)]
    products: Vec<String>,
}
