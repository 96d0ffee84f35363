//! Refusals on the way out: problem details (RFC 9457), made into a body where path and request id are known.

use crate::ports::PortError;
use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use portico_contract::problem::{FieldProblem, Problem, ProblemKind};
use std::sync::Arc;
use std::time::Duration;
use tower_http::request_id::RequestId;

/// Why a request is refused, and the headers that go with it.
#[derive(Debug)]
pub struct Refusal {
    problem: Box<Problem>,
    headers: HeaderMap,
}

impl Refusal {
    fn empty() -> Self {
        Self::new(ProblemKind::Internal)
    }

    /// A refusal of that kind, with nothing else said.
    pub fn new(kind: ProblemKind) -> Self {
        Self { problem: Box::new(Problem::new(kind)), headers: HeaderMap::new() }
    }

    /// The same, with what happened this time, in English and without personal data.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.problem.detail = Some(detail.into());
        self
    }

    /// The same, with when to try again.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
        self
    }

    /// Too many requests of a kind: `quota` of them in `window`, and in `wait` some more. The headers are those of
    /// draft-ietf-httpapi-ratelimit-headers.
    pub fn too_many(kind: &str, quota: u32, window: Duration, wait: Duration) -> Self {
        let wait = wait.max(Duration::from_secs(1));
        let text = |text: String| HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""));
        Self::new(ProblemKind::TooManyRequests)
            .retry_after(wait)
            .header("ratelimit-policy", text(format!("\"{kind}\";q={quota};w={}", window.as_secs())))
            .header("ratelimit", text(format!("\"{kind}\";r=0;t={}", wait.as_secs())))
    }

    /// The same, with another header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Fields that need mending.
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        let mut refusal = Self::new(ProblemKind::Invalid);
        refusal.problem.errors = errors;
        refusal
    }
}

impl From<PortError> for Refusal {
    fn from(error: PortError) -> Self {
        let refusal = match &error {
            PortError::Offset(received) => Self::empty().header("upload-offset", HeaderValue::from(*received)),
            PortError::TooOften { quota, wait } => {
                Self::too_many("conflict-check", *quota, Duration::from_hours(24), *wait)
            }
            PortError::Unavailable(source) => {
                tracing::warn!(error = %source, "the store did not answer");
                Self::empty().retry_after(Duration::from_secs(2))
            }
            PortError::Internal(source) => {
                tracing::error!(error = %source, "the store failed");
                Self::empty()
            }
            _ => Self::empty(),
        };
        Self { problem: Box::new(error.problem()), ..refusal }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, self.headers).into_response();
        // The body is written by `write_problems`, which knows the path and the request's id.
        response.extensions_mut().insert(Arc::new(*self.problem));
        response
    }
}

/// Writes the body of a refusal.
pub async fn write_problems(request: Request, next: Next) -> Response {
    let instance = request.uri().path().to_owned();
    let id = request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok()).map(str::to_owned);
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Arc<Problem>>() else { return response };
    let mut problem = Arc::unwrap_or_clone(problem);
    problem.instance = Some(instance);
    if problem.status >= 500 {
        problem.request_id = id;
    }
    let (mut parts, _) = response.into_parts();
    let body = Json(problem).into_response().into_body();
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, body)
}
