//! What the OpenAPI description says beside the paths: who may call them, and the refusals they have in common, so
//! that no handler repeats them and none is forgotten.

use crate::session::COOKIE_NAME;
use axum::http::StatusCode;
use utoipa::OpenApi;
use utoipa::openapi::path::{HttpMethod, Operation, ParameterIn};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, Response, ResponseBuilder};

/// The media type of problem details (RFC 9457).
const PROBLEM: &str = "application/problem+json";
/// The name of the security scheme: the cookie of a session.
const SESSION: &str = "session";

/// What is said beside the paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Portico: the portal contract",
        description = "What a partner portal asks of a PRM. Unsafe methods carry `X-Requested-With: portico`; every POST \
                       but the session, the conflict check, the preview and the reading of notifications carries an `Idempotency-Key`. \
                       Errors are RFC 9457 problem details with a field problem for each mistake."
    ),
    tags(
        (name = "deals", description = "Deal registrations"),
        (name = "desk", description = "Who of the vendor decides"),
        (name = "notifications", description = "What a person is told of"),
        (name = "mail", description = "What was written to whom"),
        (name = "session", description = "Signing in and out"),
        (name = "tenant", description = "Whose portal it is, and what it can do"),
        (name = "events", description = "What happened, live"),
    ),
    security(("session" = []))
)]
struct Description;

/// The description before any path is in it.
pub(super) fn begun() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

/// Adds to every operation what it answers because of what it is.
pub(super) fn completed(mut api: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    let cookie = ApiKeyValue::with_description(COOKIE_NAME, "Set by signing in; no script reads it");
    let components = api.components.get_or_insert_default();
    components.add_security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    for item in api.paths.paths.values_mut() {
        for (method, operation) in [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Patch, &mut item.patch),
            (HttpMethod::Put, &mut item.put),
            (HttpMethod::Delete, &mut item.delete),
            (HttpMethod::Head, &mut item.head),
            (HttpMethod::Options, &mut item.options),
        ] {
            if let Some(operation) = operation {
                complete(method, operation);
            }
        }
    }
    api
}

fn complete(method: HttpMethod, operation: &mut Operation) {
    let mut refusals =
        vec![StatusCode::MISDIRECTED_REQUEST, StatusCode::INTERNAL_SERVER_ERROR, StatusCode::SERVICE_UNAVAILABLE];
    if operation.security != Some(vec![SecurityRequirement::default()]) {
        refusals.push(StatusCode::UNAUTHORIZED);
    }
    if has(operation, |place, _| place == ParameterIn::Query) {
        refusals.push(StatusCode::BAD_REQUEST);
    }
    if has(operation, |_, name| name == "idempotency-key") {
        refusals.extend([StatusCode::BAD_REQUEST, StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY]);
    }
    if operation.request_body.is_some() {
        refusals.extend([StatusCode::BAD_REQUEST, StatusCode::PAYLOAD_TOO_LARGE, StatusCode::UNSUPPORTED_MEDIA_TYPE]);
    }
    let answers = &mut operation.responses.responses;
    if method == HttpMethod::Get {
        let known = ResponseBuilder::new().description("The browser has it already").build();
        answers.insert(StatusCode::NOT_MODIFIED.as_str().to_owned(), known.into());
    } else if !matches!(method, HttpMethod::Head | HttpMethod::Options) {
        refusals.push(StatusCode::FORBIDDEN);
    }
    for status in refusals {
        answers.entry(status.as_str().to_owned()).or_insert_with(|| RefOr::T(Response::default()));
    }
    for (status, answer) in answers.iter_mut() {
        let RefOr::T(answer) = answer else { continue };
        let meaning = status.parse().ok().and_then(|status: StatusCode| status.canonical_reason());
        if answer.description.is_empty() {
            meaning.unwrap_or_default().clone_into(&mut answer.description);
        }
        if status.as_str() >= "400" {
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            answer.content = [(PROBLEM.to_owned(), RefOr::T(problem))].into();
        }
    }
}

fn has(operation: &Operation, is: impl Fn(ParameterIn, &str) -> bool) -> bool {
    operation.parameters.iter().flatten().any(|parameter| match parameter {
        RefOr::T(parameter) => is(parameter.parameter_in.clone(), &parameter.name),
        RefOr::Ref(_) => false,
    })
}
