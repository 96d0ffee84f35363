//! Filters that a person keeps under a name.

use super::answer::{Answer, IfMatch};
use super::body::JsonBody;
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use portico_contract::deal::view::{DealView, ViewChange};
use portico_contract::page::Page;
use portico_contract::problem::Problem;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(deal_views, keep_deal_view)).routes(routes!(change_deal_view, forget_deal_view))
}

/// The filters this person keeps, in their order: on every device the same.
#[utoipa::path(get, path = "/deal-views", tag = "deals", responses((status = 200, body = Page<DealView>)))]
async fn deal_views(State(app): State<App>, who: Actor) -> Result<Answer<Page<DealView>>, Refusal> {
    Ok(Answer::new(Page { items: app.views.views(&who).await?, next_cursor: None }))
}

/// Keeps a filter under a name that no other of this person's has; at most 50.
#[utoipa::path(post, path = "/deal-views", tag = "deals", request_body = NewView,
    params(("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 201, body = DealView), (status = 422, body = Problem)))]
async fn keep_deal_view(
    State(app): State<App>,
    who: Actor,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<DealView>, Refusal> {
    let view = ViewChange::read(&body, true).map_err(Refusal::invalid)?;
    let done = app.views.keep_view(&who, &key.with(&body), view).await?;
    let location = format!("/api/v1/deal-views/{}", done.value.id);
    Ok(whole(done.value).created(&location).replayed(done.replayed))
}

/// Changes name, filter, place, or whether the list begins with it: one at most does. What is not said stays.
#[utoipa::path(patch, path = "/deal-views/{id}", tag = "deals",
    request_body(content((PatchedView = "application/merge-patch+json"), (PatchedView = "application/json"))),
    params(("id" = String, Path), ("if-match" = String, Header, description = "The ETag; its version is compared")),
    responses((status = 200, body = DealView), (status = 404, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
async fn change_deal_view(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<String>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody,
) -> Result<Answer<DealView>, Refusal> {
    let change = ViewChange::read(&body, false).map_err(Refusal::invalid)?;
    Ok(whole(app.views.change_view(&who, &id, version, change).await?))
}

/// Forgets a filter.
#[utoipa::path(delete, path = "/deal-views/{id}", tag = "deals", params(("id" = String, Path)),
    responses((status = 204, description = "It is gone"), (status = 404, body = Problem)))]
async fn forget_deal_view(State(app): State<App>, who: Actor, Path(id): Path<String>) -> Result<StatusCode, Refusal> {
    app.views.forget_view(&who, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn whole(view: DealView) -> Answer<DealView> {
    let version = view.version;
    Answer::new(view).version(version)
}

/// A filter to keep.
#[derive(Serialize, utoipa::ToSchema)]
struct NewView {
    /// 1 to 60 characters.
    #[schema(min_length = 1, max_length = 60)]
    name: String,
    /// Parameters of `GET /deals` by name: what narrows the list, and `sort`.
    query: BTreeMap<String, String>,
    /// The list begins with it.
    #[schema(required = false, default = false)]
    start: bool,
    /// Its place among the others; the last where it is not said.
    #[schema(required = false)]
    position: u32,
}

/// What is changed.
#[derive(Serialize, utoipa::ToSchema)]
struct PatchedView {
    #[schema(required = false, min_length = 1, max_length = 60)]
    name: String,
    #[schema(required = false)]
    query: BTreeMap<String, String>,
    #[schema(required = false)]
    start: bool,
    #[schema(required = false)]
    position: u32,
}
