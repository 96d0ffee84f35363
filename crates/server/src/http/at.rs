//! What a path names: ids and numbers. What can be none is nothing here, like what nobody has.

use crate::App;
use crate::error::Refusal;
use axum::extract::{FromRequestParts, Path, RawPathParams};
use axum::http::request::Parts;
use portico_contract::problem::ProblemKind;
use serde::de::DeserializeOwned;

/// The parts of a path, in order. No name has control characters, which Postgres takes none of.
pub(super) struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let raw = RawPathParams::from_request_parts(parts, app).await.ok();
        let clean = raw.is_some_and(|raw| !raw.iter().any(|(_, part)| part.chars().any(char::is_control)));
        let named = Path::<T>::from_request_parts(parts, app).await.ok().filter(|_| clean);
        named.map(|Path(named)| Self(named)).ok_or_else(|| Refusal::new(ProblemKind::NotFound))
    }
}
