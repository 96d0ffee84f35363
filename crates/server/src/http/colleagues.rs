//! The vendor's people who decide, and when they are away.

use super::answer::Answer;
use super::body::JsonBody;
use super::deals::DealId as PersonId;
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::absence::{self, Absence, Colleague};
use portico_contract::page::Page;
use portico_contract::problem::Problem;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(colleagues)).routes(routes!(set_absences))
}

/// The vendor's people who decide, by name, with absences of today and later. For them alone.
#[utoipa::path(get, path = "/colleagues", tag = "desk",
    responses((status = 200, body = Page<Colleague>), (status = 403, body = Problem)))]
async fn colleagues(State(app): State<App>, who: Actor) -> Result<Answer<Page<Colleague>>, Refusal> {
    Ok(Answer::new(Page { items: app.colleagues.colleagues(&who).await?, next_cursor: None }))
}

/// Says when somebody is away and who stands in, in place of what was said before: one's own, a vendor admin
/// everybody's. Done twice it is done once, so it takes no key.
#[utoipa::path(put, path = "/colleagues/{id}/absences", tag = "desk", request_body = Away,
    params(("id" = String, Path)),
    responses((status = 200, body = Colleague), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn set_absences(
    State(app): State<App>,
    who: Actor,
    PersonId(id): PersonId,
    JsonBody(body): JsonBody,
) -> Result<Answer<Colleague>, Refusal> {
    let absences = absence::read(&body, &id).map_err(Refusal::invalid)?;
    Ok(Answer::new(app.colleagues.set_absences(&who, &id, absences).await?))
}

/// When somebody is away.
#[derive(Serialize, utoipa::ToSchema)]
struct Away {
    #[schema(required = false, max_items = 20)]
    absences: Vec<Absence>,
}
