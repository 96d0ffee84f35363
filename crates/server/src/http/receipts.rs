//! Receipts of registrations, and the keys to check them with.

use super::answer::{Answer, tag_of};
use super::deals::DealId;
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use portico_contract::problem::{Problem, ProblemKind};
use portico_contract::receipt::{KeySet, MEDIA};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(receipt))
}

/// What stands outside of the API, at a place that other programs know (RFC 8615).
pub(super) fn public_router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(keys))
}

/// The signed receipt of a registration, for whoever sees the deal: a compact JWS whose payload is a `Receipt`.
#[utoipa::path(get, path = "/deals/{id}/receipt", tag = "deals", params(("id" = String, Path)),
    responses((status = 200, description = "A compact JWS (RFC 7515), signed with Ed25519", body = String, content_type = "application/jose"),
        (status = 404, body = Problem)))]
async fn receipt(State(app): State<App>, who: Actor, DealId(id): DealId) -> Result<(HeaderMap, String), Refusal> {
    let receipt = app.desk.receipt(&who, &id).await?;
    let named = format!("attachment; filename=\"receipt-{}.jws\"", receipt.number.as_str());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&named).map_err(|_| Refusal::new(ProblemKind::Internal))?),
        (header::ETAG, tag_of(receipt.jws.as_bytes(), None)),
    ];
    Ok((headers.into_iter().collect(), receipt.jws))
}

/// The public keys by which receipts are checked (RFC 7517). Those that sign no more stay in it. Public.
#[utoipa::path(get, path = "/.well-known/jwks.json", tag = "deals", security(()), responses((status = 200, body = KeySet)))]
async fn keys(State(app): State<App>) -> Result<(HeaderMap, Answer<KeySet>), Refusal> {
    let headers = [
        // Kept, and asked for again: whoever knew the old keys alone would take a receipt under a new one for forged.
        (header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    Ok((headers.into_iter().collect(), Answer::new(app.desk.receipt_keys().await?)))
}
