//! A request on its way: as the portal sends it, unless the test says otherwise.

use super::{Answer, Person, described};
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response};
use http_body_util::BodyExt;
use serde_json::Value;
use std::fmt::Write;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use tower::ServiceExt;

/// A key that nobody used yet.
pub fn fresh_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// A text as it stands in a query: every byte of it escaped.
pub fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        // Writing to a String does not fail.
        let _ = write!(encoded, "%{byte:02X}");
        encoded
    })
}

/// A request that is sent when it is awaited.
pub struct Sending {
    person: Person,
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Body,
}

impl Sending {
    pub fn new(person: Person, method: Method, url: &str) -> Self {
        let host = person.host();
        let sending = Self { person, method, url: url.to_owned(), headers: HeaderMap::new(), body: Body::empty() };
        let sending = sending.at_host(host);
        if sending.method.is_safe() {
            return sending;
        }
        let sending = sending.header("x-requested-with", "portico");
        if sending.method == Method::POST { sending.header("idempotency-key", fresh_key()) } else { sending }
    }

    /// With a JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.bytes(body.to_string()).header("content-type", "application/json")
    }

    /// With any body.
    pub fn bytes(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Body::from(body.into());
        self
    }

    /// With a body that arrives in pieces, its length not said.
    pub fn in_pieces(mut self, pieces: Vec<Bytes>) -> Self {
        let pieces = pieces.into_iter().map(Ok::<_, std::convert::Infallible>);
        self.body = Body::from_stream(futures_util::stream::iter(pieces));
        self
    }

    /// With a body that arrives in pieces, and breaks off after the last.
    pub fn in_pieces_then_cut(mut self, pieces: Vec<Bytes>) -> Self {
        let pieces = pieces.into_iter().map(Ok).chain([Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))]);
        self.body = Body::from_stream(futures_util::stream::iter(pieces));
        self
    }

    /// With a header, instead of what it said before.
    pub fn header(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        let value = HeaderValue::from_str(value.as_ref()).unwrap();
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    /// Without a header that the portal would send.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// With this idempotency key.
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// To another host.
    pub fn at_host(self, host: &str) -> Self {
        self.header("host", host)
    }

    /// Sends it, and leaves the body to whoever reads it.
    pub async fn open(mut self) -> Response<Body> {
        if let Some(cookie) = self.person.cookie().await {
            self.headers.insert("cookie", HeaderValue::from_str(&cookie).unwrap());
        }
        let mut request = Request::builder().method(self.method).uri(self.url).body(self.body).unwrap();
        *request.headers_mut() = self.headers;
        self.person.portal().0.router.clone().oneshot(request).await.unwrap()
    }
}

impl IntoFuture for Sending {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let (method, url) = (self.method.clone(), self.url.clone());
            let (parts, body) = self.open().await.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body };
            described::check(&method, &url, &answer);
            answer
        })
    }
}
