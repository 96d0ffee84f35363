//! The portal and who is in it.

use super::{Answer, Api, ApiError, Ask, Method, lean};
use portico_contract::capability::Capabilities;
use portico_contract::deal::DealForm;
use portico_contract::home::Home;
use portico_contract::session::{Credentials, Session};
use portico_contract::tenant::Tenant;
use serde_json::json;

/// Somebody who is signed in, and where the log stood when that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    /// Who.
    pub session: Session,
    /// The position from which the stream goes on.
    pub position: Option<String>,
}

impl Api {
    pub fn tenant(&self) -> Answer<Tenant> {
        self.fetch(Ask::get("/tenant"))
    }

    pub fn capabilities(&self) -> Answer<Capabilities> {
        self.fetch(Ask::get("/capabilities"))
    }

    /// What registrations ask for, in a language.
    pub fn deal_form(&self, language: &str) -> Answer<DealForm> {
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get("/tenant/deal-form") })
    }

    /// Who is signed in; `None` where nobody is.
    pub fn session(&self) -> Answer<Option<SignedIn>> {
        let reply = self.0.ask(Ask::get("/session"));
        Box::pin(async move {
            let reply = reply.await?;
            if reply.body.is_empty() {
                return Ok(None);
            }
            let session = lean::read(&reply.body).map_err(|_| ApiError::Unreadable)?;
            Ok(Some(SignedIn { session, position: reply.position }))
        })
    }

    pub fn sign_in(&self, credentials: &Credentials) -> Answer<Session> {
        self.fetch(Ask::post("/session", json!({ "email": credentials.email, "password": credentials.password })))
    }

    pub fn sign_out(&self) -> Answer<()> {
        let reply = self.0.ask(Ask::new(Method::Delete, "/session"));
        Box::pin(async move { reply.await.map(drop) })
    }

    /// What waits for this person.
    pub fn home(&self) -> Answer<Home> {
        self.fetch(Ask::get("/home"))
    }
}
