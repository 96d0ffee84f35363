//! The real adapter: the contract over HTTP, with reqwest.

use super::stream;
use crate::api::{Answer, ApiError, Ask, Method, Prm, Reply, Signal, lean};
use reqwest::Client;
use std::any::Any;
use yew::Callback;

/// The PRM at an address.
#[derive(Clone)]
pub struct Http {
    client: Client,
    /// Scheme, host and port.
    origin: String,
    /// Told when the PRM says that nobody is signed in.
    on_signed_out: Callback<()>,
}

impl Http {
    /// The PRM that serves this page.
    #[must_use]
    pub fn here(on_signed_out: Callback<()>) -> Self {
        let origin = gloo::utils::window().location().origin().unwrap_or_default();
        Self { client: Client::new(), origin, on_signed_out }
    }

    fn at(&self, path: &str) -> String {
        let base = if path.starts_with("/.well-known/") { "" } else { "/api/v1" };
        format!("{}{base}{path}", self.origin)
    }
}

impl Prm for Http {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        let method = match ask.method {
            Method::Head => reqwest::Method::HEAD,
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Patch => reqwest::Method::PATCH,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request = self.client.request(method, self.at(&ask.path));
        if ask.method != Method::Get {
            request = request.header("x-requested-with", "portico");
        }
        if let Some(key) = ask.key {
            request = request.header("idempotency-key", key);
        }
        if let Some(version) = ask.version {
            request = request.header("if-match", format!("\"{version}\""));
        }
        if let Some(language) = ask.language {
            request = request.header("accept-language", language);
        }
        if let Some(body) = ask.body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        for (name, value) in ask.headers {
            request = request.header(name, value);
        }
        if let Some(bytes) = ask.bytes {
            request = request.body(bytes);
        }
        let (on_signed_out, wants_bytes) = (self.on_signed_out.clone(), ask.wants_bytes);
        Box::pin(async move {
            let response = request.send().await.map_err(|_| ApiError::Offline)?;
            let status = response.status();
            let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
            let owned = |name: &str| header(name).map(str::to_owned);
            let (position, location) = (owned("portico-log-position"), owned("location"));
            let (range, tag) = (owned("content-range"), owned("etag"));
            let offset = header("upload-offset").and_then(|offset| offset.parse().ok());
            let mut bytes: Vec<u8> = response.bytes().await.map_err(|_| ApiError::Offline)?.into();
            // What is no text is none of the contract's, and cannot be read as such.
            let text = if wants_bytes && status.is_success() { Vec::new() } else { std::mem::take(&mut bytes) };
            let body = String::from_utf8(text).unwrap_or_default();
            if status.is_success() {
                return Ok(Reply { body, position, location, offset, bytes, range, tag });
            }
            // An answer to HEAD has no words.
            if body.is_empty() && status.is_server_error() {
                return Err(ApiError::Offline);
            }
            let error = lean::read(&body).map_or(ApiError::Unreadable, |problem| ApiError::Refused(Box::new(problem)));
            if error.is_signed_out() {
                on_signed_out.emit(());
            }
            Err(error)
        })
    }

    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        let after = after.map(|after| format!("?after={after}")).unwrap_or_default();
        stream::open(&self.at(&format!("/events{after}")), &tell)
    }
}
