//! What is done with many deals at once.

use super::answer::Answer;
use super::body::JsonBody;
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::deal::Command;
use portico_contract::deal::bulk::{BulkOrder, BulkResults};
use portico_contract::problem::Problem;
use serde::Serialize;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(bulk))
}

/// Carries out one command on up to 200 deals, each by itself: what one is refused for is its result, and stops no
/// other. Sent again with the same key, nothing is done twice and the results are the same.
#[utoipa::path(post, path = "/deals/bulk", tag = "deals", request_body = Bulk,
    params(("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = BulkResults), (status = 422, body = Problem)))]
async fn bulk(
    State(app): State<App>,
    who: Actor,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<BulkResults>, Refusal> {
    let form = app.desk.form(&who.tenant, &[]).await?;
    let bulk = BulkOrder::read(&body, &form).map_err(Refusal::invalid)?;
    let done = app.desk.carry_out_all(&who, &key.with(&body), bulk).await?;
    Ok(Answer::new(done.value).replayed(done.replayed))
}

/// The deals, and what is done with each.
#[derive(Serialize, utoipa::ToSchema)]
struct Bulk {
    #[schema(min_items = 1, max_items = 200)]
    ids: Vec<String>,
    command: BulkCommand,
}

/// A command by its name; beside it the members of its own body.
#[derive(Serialize, utoipa::ToSchema)]
struct BulkCommand {
    name: Command,
    #[serde(flatten)]
    body: std::collections::HashMap<String, Value>,
}
