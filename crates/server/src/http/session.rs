//! Signing in and out.

use super::answer::Answer;
use super::body::JsonBody;
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, TenantId};
use crate::session::Token;
use crate::store::SESSION_LASTS;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use portico_contract::problem::{Problem, ProblemKind};
use portico_contract::read::{Lines, Reader};
use portico_contract::session::{Credentials, Session};
use std::time::Instant;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(session, sign_in, sign_out))
}

/// Who is signed in; 204 where nobody is.
#[utoipa::path(get, path = "/session", tag = "session", security(()), responses(
    (status = 200, body = Session), (status = 204, description = "Nobody is signed in")))]
async fn session(who: Option<Extension<Actor>>) -> Response {
    match who {
        Some(Extension(who)) => Answer::new(who.session()).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    }
}

/// Signs in. Ten failures for an account in five minutes: 429.
#[utoipa::path(post, path = "/session", tag = "session", security(()), request_body = Credentials, responses(
    (status = 200, body = Session), (status = 401, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn sign_in(State(app): State<App>, tenant: TenantId, JsonBody(body): JsonBody) -> Result<Response, Refusal> {
    let credentials = read(&body)?;
    let account = format!("{}/{}", tenant.0, credentials.email.trim().to_lowercase());
    let mut tries = app.sign_ins.turn(&account, Instant::now()).await;
    tries.check(Instant::now())?;
    tries.begins(Instant::now());
    let signed_in = app.directory.sign_in(&tenant, credentials).await;
    if !matches!(signed_in, Ok(None)) {
        tries.was_none();
    }
    match signed_in? {
        Some((who, token)) => {
            let cookie = Token(token).cookie(SESSION_LASTS / 1000);
            Ok(([(SET_COOKIE, cookie)], Answer::new(who.session())).into_response())
        }
        None => Err(Refusal::new(ProblemKind::Credentials)),
    }
}

/// Signs out. Nobody signed in is signed out too.
#[utoipa::path(delete, path = "/session", tag = "session", security(()), responses((status = 204)))]
async fn sign_out(State(app): State<App>, token: Option<Extension<Token>>) -> Result<Response, Refusal> {
    if let Some(Extension(token)) = token {
        app.directory.sign_out(&token.0).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, Token(String::new()).cookie(0))]).into_response())
}

fn read(body: &serde_json::Value) -> Result<Credentials, Refusal> {
    let mut reader = Reader::default();
    let (email, password) = reader.object(body, "", |o| {
        // A password may begin and end with blanks, so it is not read as a text of the form.
        let password = o.take("password").and_then(|(value, _)| value.as_str()).filter(|text| text.len() <= 1_000);
        (o.text("email", 254, Lines::One), password.map(str::to_owned))
    });
    let mut problems = reader.into_problems();
    let mut require = |there: bool, pointer: &str| {
        if !there && !problems.iter().any(|problem| problem.pointer == pointer) {
            let code = portico_contract::problem::Code::Required;
            problems.push(portico_contract::problem::FieldProblem::new(pointer, code, "needed to sign in"));
        }
    };
    require(email.is_some(), "/email");
    require(password.is_some(), "/password");
    match (email, password) {
        (Some(email), Some(password)) if problems.is_empty() => Ok(Credentials { email, password }),
        _ => Err(Refusal::invalid(problems)),
    }
}
