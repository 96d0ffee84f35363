//! What waits for a person.

use super::answer::Answer;
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::State;
use portico_contract::home::Home;
use portico_contract::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(home))
}

/// What waits for this person, and how their deals stand.
#[utoipa::path(get, path = "/home", tag = "deals", responses((status = 200, body = Home), (status = 401, body = Problem)))]
async fn home(State(app): State<App>, who: Actor) -> Result<Answer<Home>, Refusal> {
    Ok(Answer::new(app.desk.home(&who).await?))
}
