//! What is done with a deal: one path a command, never a change of its state.

use super::answer::Answer;
use super::body::JsonBody;
use super::deals::{DealId, whole};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, Field};
use portico_contract::problem::{Problem, ProblemKind};
use serde::Serialize;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

async fn carry_out(
    app: App,
    who: Actor,
    id: String,
    key: IdempotencyKey,
    command: Command,
    body: Value,
) -> Result<Answer<Deal>, Refusal> {
    let form = app.desk.form(&who.tenant, &[]).await?;
    let order = Order::read(command, &body, &form).ok_or_else(|| Refusal::new(ProblemKind::NotFound))?;
    let order = order.map_err(Refusal::invalid)?;
    let done = app.desk.carry_out(&who, &key.with(&body), &id, order).await?;
    Ok(whole(done.value).replayed(done.replayed))
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident $path:literal $command:ident $body:ident;)*) => {
        $(
            $(#[$doc])*
            #[utoipa::path(post, path = $path, tag = "deals", request_body = $body,
                params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
                responses((status = 200, body = Deal), (status = 403, body = Problem), (status = 404, body = Problem),
                    (status = 409, body = Problem), (status = 422, body = Problem)))]
            async fn $name(
                State(app): State<App>,
                who: Actor,
                DealId(id): DealId,
                key: IdempotencyKey,
                JsonBody(body): JsonBody,
            ) -> Result<Answer<Deal>, Refusal> {
                carry_out(app, who, id, key, Command::$command, body).await
            }
        )*

        pub(super) fn router() -> OpenApiRouter<App> {
            OpenApiRouter::new()$(.routes(routes!($name)))*
        }
    };
}

commands! {
    /// Hands a deal in, or an answer to a request for information.
    submit "/deals/{id}/submit" Submit Nothing;
    /// Takes a deal back.
    withdraw "/deals/{id}/withdraw" Withdraw Remark;
    /// Takes a registration on.
    start_review "/deals/{id}/start-review" StartReview Nothing;
    /// Asks the partner; the clock rests.
    request_info "/deals/{id}/request-info" RequestInfo Question;
    /// Accepts a registration and protects it from today on.
    approve "/deals/{id}/approve" Approve Approval;
    /// Refuses a registration.
    reject "/deals/{id}/reject" Reject Rejection;
    /// Refuses a registration, since somebody was first.
    mark_duplicate "/deals/{id}/mark-duplicate" MarkDuplicate Duplicate;
    /// Puts a wrong decision right.
    revert "/deals/{id}/revert" Revert Explanation;
    /// Asks for another look, once.
    dispute "/deals/{id}/dispute" Dispute Explanation;
}

/// An empty object.
#[derive(Serialize, utoipa::ToSchema)]
struct Nothing {}

/// A word to it, if wanted.
#[derive(Serialize, utoipa::ToSchema)]
struct Remark {
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// Why, in words that both sides see.
#[derive(Serialize, utoipa::ToSchema)]
struct Explanation {
    #[schema(min_length = 1, max_length = 2000)]
    comment: String,
}

/// What is asked, and what may be changed to answer.
#[derive(Serialize, utoipa::ToSchema)]
struct Question {
    #[schema(min_length = 1, max_length = 2000)]
    comment: String,
    #[schema(min_items = 1)]
    fields: Vec<Field>,
}

/// How long the customer is protected.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Approval {
    #[schema(minimum = 1, maximum = 730)]
    protection_days: u16,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// Why it is refused: one of the form's reasons, and words.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Rejection {
    reason_code: String,
    #[schema(min_length = 1, max_length = 2000)]
    comment: String,
}

/// Which deal was first, for the vendor's eyes, and words for both.
#[derive(Serialize, utoipa::ToSchema)]
struct Duplicate {
    of: Option<String>,
    #[schema(min_length = 1, max_length = 2000)]
    comment: String,
}
