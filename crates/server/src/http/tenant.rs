//! Whose portal it is and what it can do.

use super::answer::Answer;
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, TenantId};
use crate::session::Languages;
use axum::extract::State;
use portico_contract::capability::{self, Capabilities};
use portico_contract::deal::DealForm;
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
async fn capabilities() -> Answer<Capabilities> {
    let built = [
        capability::DEALS,
        capability::CONFLICT_CHECK,
        capability::RECEIPTS,
        capability::COMMENTS,
        capability::EVENTS,
        capability::HOME,
    ];
    Answer::new(Capabilities { capabilities: built.map(str::to_owned).to_vec() })
}

/// What a registration asks for, in the language of `Accept-Language`.
#[utoipa::path(get, path = "/tenant/deal-form", tag = "tenant", responses((status = 200, body = DealForm)))]
async fn deal_form(
    State(app): State<App>,
    tenant: TenantId,
    _signed_in: Actor,
    Languages(languages): Languages,
) -> Result<Answer<DealForm>, Refusal> {
    Ok(Answer::new(app.desk.form(&tenant, &languages).await?).in_language())
}
