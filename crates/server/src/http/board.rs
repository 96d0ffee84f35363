//! Deals by stage, and whom a filter can name.

use super::answer::Answer;
use super::narrow::Filters;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::{Query, State};
use portico_contract::deal::board::Board;
use portico_contract::deal::list::FilterOptions;
use portico_contract::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(board)).routes(routes!(filter_options))
}

/// The deals this person sees by stage: what waits for an answer, then each stage, with count, sums and first cards.
#[utoipa::path(get, path = "/deals/board", tag = "deals",
    params(
        Filters,
        ("sort" = Option<String>, Query, description = "The order in a column, as in `GET /deals`"),
        ("limit" = Option<u32>, Query, description = "Cards a column begins with: 1 to 50, 20 if not said", minimum = 1, maximum = 50),
    ),
    responses((status = 200, body = Board), (status = 400, body = Problem)))]
async fn board(State(app): State<App>, who: Actor, Query(pairs): Query<Pairs>) -> Result<Answer<Board>, Refusal> {
    let query = query::board(pairs)?;
    Ok(Answer::new(app.views.board(&who, &query).await?))
}

/// Whom a filter can name: who owns deals and, for the vendor, the partner firms. At most 200 of each; others are found
/// by a part of their name.
#[utoipa::path(get, path = "/deals/filter-options", tag = "deals",
    params(
        ("q" = Option<String>, Query, description = "A part of the name"),
        ("organisation" = Option<String>, Query, description = "People of these firms alone: ids, with commas"),
    ),
    responses((status = 200, body = FilterOptions), (status = 400, body = Problem)))]
async fn filter_options(
    State(app): State<App>,
    who: Actor,
    Query(pairs): Query<Pairs>,
) -> Result<Answer<FilterOptions>, Refusal> {
    let (q, firms) = query::options(pairs)?;
    Ok(Answer::new(app.views.filter_options(&who, &q, &firms).await?))
}
