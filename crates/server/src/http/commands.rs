//! What is done with a deal: one path a command, never a change of its state.

use super::answer::Answer;
use super::body::JsonBody;
use super::deals::{DealId, whole};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::deal::commands::{CoSell, Order};
use portico_contract::deal::{Command, Deal, Field};
use portico_contract::problem::Problem;
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
    let order = Order::read(command, &body, &form).map_err(Refusal::invalid)?;
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
    /// Keeps the place of a customer until `completeBy`, with name, website, country and product alone.
    claim "/deals/{id}/claim" Claim Nothing;
    /// Hands a deal in, or an answer to a request for information.
    submit "/deals/{id}/submit" Submit Nothing;
    /// Takes a deal back.
    withdraw "/deals/{id}/withdraw" Withdraw Remark;
    /// Takes a registration on.
    start_review "/deals/{id}/start-review" StartReview Nothing;
    /// Asks the partner; the clock rests.
    request_info "/deals/{id}/request-info" RequestInfo Question;
    /// Accepts a registration and protects it from today on; where several have to, the last of them does, and the
    /// others' steps are noted.
    approve "/deals/{id}/approve" Approve Approval;
    /// Refuses a registration.
    reject "/deals/{id}/reject" Reject Rejection;
    /// Refuses a registration, since somebody was first.
    mark_duplicate "/deals/{id}/mark-duplicate" MarkDuplicate Duplicate;
    /// Puts a wrong decision right.
    revert "/deals/{id}/revert" Revert Explanation;
    /// Asks for another look, once.
    dispute "/deals/{id}/dispute" Dispute Explanation;
    /// Asks for a longer window.
    request_extension "/deals/{id}/request-extension" RequestExtension ExtensionRequest;
    /// Grants a longer window, or refuses it.
    decide_extension "/deals/{id}/decide-extension" DecideExtension ExtensionAnswer;
    /// Hands a deal on to a colleague of its owner.
    reassign "/deals/{id}/reassign" Reassign Handover;
    /// Says where the sale is now.
    advance "/deals/{id}/advance" Advance Progress;
    /// The sale is made.
    win "/deals/{id}/win" Win Sale;
    /// The sale is lost.
    lose "/deals/{id}/lose" Lose Loss;
    /// Asks the vendor's seller for help.
    request_co_sell "/deals/{id}/request-co-sell" RequestCoSell CoSellRequest;
    /// Gives a deal to one of the vendor's people who decide, or back to all of them. The deal keeps its version.
    assign "/deals/{id}/assign" Assign Assigning;
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
    /// Which step of `approval` is meant, from 1 on: 409 where another waits by now. The one that waits, if not said.
    #[schema(minimum = 1)]
    step: Option<u16>,
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

/// By how many days, and why.
#[derive(Serialize, utoipa::ToSchema)]
struct ExtensionRequest {
    #[schema(minimum = 1, maximum = 730)]
    days: u16,
    #[schema(min_length = 1, max_length = 2000)]
    comment: String,
}

/// Yes or no; by how many days, where not by as many as were asked for.
#[derive(Serialize, utoipa::ToSchema)]
struct ExtensionAnswer {
    grant: bool,
    #[schema(minimum = 1, maximum = 730)]
    days: Option<u16>,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// To whom: one of `GET /deals/{id}/owners`.
#[derive(Serialize, utoipa::ToSchema)]
struct Handover {
    owner: String,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// An open stage: one of the tenant's by its id, or one of the contract's by its name.
#[derive(Serialize, utoipa::ToSchema)]
struct Progress {
    #[schema(example = "proposal", max_length = 40)]
    stage: String,
}

/// What it came to, where not to what was estimated, and the order's number.
#[derive(Serialize, utoipa::ToSchema)]
struct Sale {
    #[schema(value_type = Option<portico_contract::money::Wire>)]
    value: Option<portico_contract::money::Money>,
    #[schema(max_length = 120)]
    reference: Option<String>,
}

/// Why it is lost: one of the form's reasons for a loss.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Loss {
    reason_code: String,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// To whom: one of `GET /colleagues`, or nobody; a word to it is the vendor's alone.
#[derive(Serialize, utoipa::ToSchema)]
struct Assigning {
    to: Option<String>,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}

/// What help is wanted.
#[derive(Serialize, utoipa::ToSchema)]
struct CoSellRequest {
    kind: CoSell,
    #[schema(max_length = 2000)]
    comment: Option<String>,
}
