//! What a registration would lead to, before it is handed in.

use super::answer::Answer;
use super::body::JsonBody;
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::deal::{DealContent, DealPreview};
use portico_contract::problem::Problem;
use portico_contract::read::Reader;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(preview))
}

/// What a registration would lead to, as far as it is written: what it would earn. It takes the body of `POST /deals`,
/// finished or not, and nothing is kept of it. What the tenant has no rules for is absent.
#[utoipa::path(post, path = "/deals/preview", tag = "deals", request_body = super::deals::NewDeal,
    responses((status = 200, body = DealPreview), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn preview(State(app): State<App>, who: Actor, JsonBody(body): JsonBody) -> Result<Answer<DealPreview>, Refusal> {
    let form = app.desk.form(&who.tenant, &[]).await?;
    let mut reader = Reader::default();
    let content = reader.object(&body, "", |o| {
        let content = DealContent::read(o, &form);
        // They say what is to become of it, and change nothing of what it would be.
        o.flag("submit");
        o.flag("claim");
        content
    });
    let problems = reader.into_problems();
    if !problems.is_empty() {
        return Err(Refusal::invalid(problems));
    }
    Ok(Answer::new(app.desk.preview(&who, &content).await?))
}
