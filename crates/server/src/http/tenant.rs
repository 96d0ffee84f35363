//! Whose portal it is and what it can do.

use super::answer::Answer;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, TenantId};
use crate::session::Languages;
use axum::extract::{Query, State};
use portico_contract::capability::Capabilities;
use portico_contract::deal::DealForm;
use portico_contract::problem::Problem;
use portico_contract::tenant::Tenant;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(tenant)).routes(routes!(capabilities)).routes(routes!(deal_form))
}

/// Whose portal this is. Public.
#[utoipa::path(get, path = "/tenant", tag = "tenant", security(()), responses((status = 200, body = Tenant)))]
async fn tenant(State(app): State<App>, tenant: TenantId) -> Result<Answer<Tenant>, Refusal> {
    Ok(Answer::new(app.directory.tenant(&tenant).await?))
}

/// What this PRM can do. Public.
#[utoipa::path(get, path = "/capabilities", tag = "tenant", security(()), responses((status = 200, body = Capabilities)))]
async fn capabilities(State(app): State<App>, tenant: TenantId) -> Result<Answer<Capabilities>, Refusal> {
    let built = app.desk.capabilities(&tenant).await?.into_iter().map(str::to_owned);
    Ok(Answer::new(Capabilities { capabilities: built.collect() }))
}

/// What a registration asks for, in the language of `Accept-Language`; of a version, what it asked then.
#[utoipa::path(get, path = "/tenant/deal-form", tag = "tenant",
    params(("version" = Option<i64>, Query, description = "A deal's `formVersion`; the one in force if not said", minimum = 1)),
    responses((status = 200, body = DealForm), (status = 400, body = Problem), (status = 404, body = Problem)))]
async fn deal_form(
    State(app): State<App>,
    tenant: TenantId,
    _signed_in: Actor,
    Languages(languages): Languages,
    Query(pairs): Query<Pairs>,
) -> Result<Answer<DealForm>, Refusal> {
    let form = match query::version(pairs)? {
        Some(version) => app.programmes.form_at(&tenant, version, &languages).await?,
        None => app.desk.form(&tenant, &languages).await?,
    };
    Ok(Answer::new(form).in_language())
}
