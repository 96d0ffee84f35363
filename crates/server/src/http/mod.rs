//! HTTP: one file a resource. Each translates requests to ports and answers back, and decides nothing.

mod answer;
mod arrivals;
mod assets;
mod at;
mod attachments;
mod board;
mod body;
mod bulk;
mod colleagues;
mod commands;
mod deals;
mod description;
mod events;
mod export;
mod figures;
mod gate;
mod home;
mod imports;
mod mails;
mod narrow;
mod notifications;
mod offered;
mod pieces;
mod preview;
mod programme;
mod query;
mod range;
mod receipts;
mod session;
pub(crate) mod shell;
mod shelving;
mod tenant;
mod tus;
mod upload;
mod uploads;
mod views;

use crate::App;
use crate::error::{Refusal, write_problems};
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{Extensions, HeaderMap, HeaderName};
use axum::middleware::{from_fn, from_fn_with_state, map_request};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use portico_contract::problem::ProblemKind;
use std::any::Any;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use utoipa_axum::router::OpenApiRouter;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(description::begun()).merge(receipts::public_router()).nest(
        "/api/v1",
        OpenApiRouter::new()
            .merge(tenant::router())
            .merge(programme::router())
            .merge(session::router())
            .merge(home::router())
            .merge(notifications::router())
            .merge(mails::router())
            .merge(deals::router())
            .merge(board::router())
            .merge(views::router())
            .merge(bulk::router())
            .merge(preview::router())
            .merge(attachments::router())
            .merge(uploads::router())
            .merge(commands::router())
            .merge(colleagues::router())
            .merge(receipts::router())
            .merge(events::router())
            .merge(export::router())
            .merge(figures::router())
            .merge(imports::router())
            .merge(assets::router())
            .merge(shelving::router())
            .merge(arrivals::router()),
    )
}

/// The OpenAPI 3.1 description of what this server answers.
pub fn description() -> utoipa::openapi::OpenApi {
    description::completed(api().into_openapi())
}

/// Every route of the server.
pub(crate) fn router(app: App) -> Router {
    let (api, description) = api().split_for_parts();
    // A file goes out as it is: its digest is that of the bytes on the way.
    let as_it_is = |_, _, headers: &HeaderMap, _: &Extensions| !headers.contains_key(range::REPR_DIGEST);
    let packs = DefaultPredicate::new().and(as_it_is);
    let description = serde_json::to_value(description::completed(description)).unwrap_or_default();
    api.route("/api/openapi.json", get(async move || answer::Answer::new(description)))
        .method_not_allowed_fallback(async || Refusal::new(ProblemKind::MethodNotAllowed))
        .fallback(shell::serve)
        .layer(from_fn_with_state(app.clone(), gate::gate))
        .layer(from_fn(answer::conditional))
        .route("/healthz", get(healthz))
        .layer(CompressionLayer::new().br(true).gzip(true).quality(CompressionLevel::Fastest).compress_when(packs))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(write_problems))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_response(DefaultOnResponse::new().level(tracing::Level::INFO)),
        )
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        // Ids are the server's own: what a client sends may say anything.
        .layer(map_request(async |mut request: Request| {
            request.headers_mut().remove(&REQUEST_ID);
            request
        }))
        .with_state(app)
}

/// Answers while the store does.
async fn healthz(axum::extract::State(app): axum::extract::State<App>) -> Result<&'static str, Refusal> {
    app.log.head().await?;
    Ok("ok\n")
}

/// What the log says of a request: no query, no header, no body, since those hold personal data.
fn span(request: &Request) -> tracing::Span {
    let path = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str);
    let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), path, id)
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    Refusal::new(ProblemKind::Internal).into_response()
}
