//! Deals in figures: the pipeline, and the forecast.

use super::answer::Answer;
use super::export::file;
use super::narrow::Scope;
use super::query::{Pairs, bad, unknown};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, Breakdown, FigureQuery, PortError};
use crate::session::Languages;
use crate::table::Writing;
use axum::extract::{Query, State};
use axum::response::Response;
use portico_contract::pipeline::{Forecast, MONTHS, PRESET_MONTHS, Pipeline};
use portico_contract::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(pipeline)).routes(routes!(forecast)).routes(routes!(table))
}

/// Whose deals, and over how many months; what is left is for somebody else to read.
fn read(pairs: Pairs) -> Result<(FigureQuery, Pairs), Refusal> {
    let (mut query, mut rest) = (FigureQuery { mine: false, partner: None, months: PRESET_MONTHS }, Pairs::new());
    for (name, value) in pairs {
        match name.as_str() {
            "owner" if value.is_empty() => {}
            "owner" if value == "me" => query.mine = true,
            "owner" => return Err(bad("owner is me, or is not said")),
            "partner" if value.chars().any(char::is_control) => return Err(bad("partner is a firm's id")),
            "partner" => query.partner = Some(value).filter(|value| !value.is_empty()),
            "months" => {
                let months = value.parse().ok().filter(|months| MONTHS.contains(months));
                query.months = months.ok_or_else(|| bad("months is 3, 6, 12 or 24"))?;
            }
            _ => rest.push((name, value)),
        }
    }
    Ok((query, rest))
}

/// Reads it where nothing else may be asked for.
fn alone(pairs: Pairs) -> Result<FigureQuery, Refusal> {
    let (query, rest) = read(pairs)?;
    rest.first().map_or(Ok(query), |(name, _)| Err(unknown(name)))
}

/// How the sales stand that this person sees: open deals by stage and by when they are expected; won, lost and rejected
/// ones by month and reason. Amounts of two currencies are never added.
#[utoipa::path(get, path = "/deals/pipeline", tag = "deals",
    params(Scope),
    responses((status = 200, body = Pipeline), (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn pipeline(State(app): State<App>, who: Actor, Query(pairs): Query<Pairs>) -> Result<Answer<Pipeline>, Refusal> {
    Ok(Answer::new(app.figures.pipeline(&who, &alone(pairs)?).await?))
}

/// What is to be expected of the sales that this person sees, by month of expected close and by what the tenant takes
/// their stages for; beside it what was won. For the vendor by partner, too.
#[utoipa::path(get, path = "/deals/forecast", tag = "deals",
    params(Scope),
    responses((status = 200, body = Forecast), (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn forecast(State(app): State<App>, who: Actor, Query(pairs): Query<Pairs>) -> Result<Answer<Forecast>, Refusal> {
    Ok(Answer::new(app.figures.forecast(&who, &alone(pairs)?).await?))
}

/// The forecast as CSV (RFC 4180, UTF-8): a row for each period or partner and currency. The columns are named in the
/// language; one with decimal commas has semicolons between cells.
#[utoipa::path(get, path = "/deals/forecast/export", tag = "deals",
    params(
        Scope,
        ("by" = Option<String>, Query, description = "month, or partner: the vendor's; month if not said"),
        ("language" = Option<String>, Query, description = "Of the names, before those of `Accept-Language`"),
    ),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv; charset=utf-8"), (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn table(
    State(app): State<App>,
    who: Actor,
    Languages(mut languages): Languages,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Refusal> {
    let (query, rest) = read(pairs)?;
    let mut by = Breakdown::Month;
    for (name, value) in rest {
        match (name.as_str(), value.as_str()) {
            ("by", "month") => by = Breakdown::Month,
            ("by", "partner") => by = Breakdown::Partner,
            ("by", _) => return Err(bad("by is month or partner")),
            ("language", _) => languages.insert(0, value),
            _ => return Err(unknown(&name)),
        }
    }
    let table = app.figures.forecast_table(&who, &query, by, &languages).await?;
    let mut writing = Writing::new(table.separator);
    let mut bytes = writing.mark().to_vec();
    table.rows.iter().for_each(|row| bytes.extend(writing.row(row)));
    let whole = futures_util::stream::once(async move { Ok::<_, PortError>(bytes) });
    Ok(file(&format!("forecast-{}.csv", table.today), whole))
}
