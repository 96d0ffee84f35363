//! The one way to the PRM. An adapter answers questions of the contract with JSON, and opens the stream; everything
//! typed is written once on top of that, in `portal.rs`, `deals.rs` and their like, so that adapters stack (one that keeps reads and
//! queues writes for a lost network wraps `http`) and a page's types arrive with the page.

pub mod adapters;
mod assets;
mod deals;
mod desk;
mod error;
mod files;
pub(crate) mod lean;
mod mail;
mod notifications;
mod pipeline;
mod portal;
mod programme;
mod remote;
mod shelving;
mod tables;
mod views;

pub use assets::{AssetQuery, Piece, VersionAt};
pub use deals::DealQuery;
pub use error::ApiError;
pub use files::{Harbour, file_url};
pub use pipeline::{FigureFilter, forecast_url};
pub use portal::SignedIn;
pub use remote::{Fetch, Patcher, Remote, RemoteHandle, Returns, use_remote};
pub use tables::{export_url, left_url};

use portico_contract::event::Event;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use yew::prelude::*;

/// What a call gives back, later.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// What is done with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Head,
    Get,
    Post,
    Patch,
    Put,
    Delete,
}

/// A question to the PRM.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    pub method: Method,
    /// Behind `/api/v1`, with its query; or a well-known place (RFC 8615), from the root of the host.
    pub path: String,
    pub body: Option<Value>,
    /// The idempotency key.
    pub key: Option<String>,
    /// The version that `If-Match` names.
    pub version: Option<i64>,
    /// The language of texts in the answer.
    pub language: Option<String>,
    /// What an upload needs beside (tus 1.0.0), or a part of a file (RFC 9110, section 14).
    pub headers: Vec<(&'static str, String)>,
    /// A part of a file, instead of a body of JSON.
    pub bytes: Option<Vec<u8>>,
    /// The answer is a file, and no text.
    pub wants_bytes: bool,
}

impl Ask {
    fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            body: None,
            key: None,
            version: None,
            language: None,
            headers: Vec::new(),
            bytes: None,
            wants_bytes: false,
        }
    }

    fn get(path: impl Into<String>) -> Self {
        Self::new(Method::Get, path)
    }

    fn post(path: impl Into<String>, body: Value) -> Self {
        Self { body: Some(body), ..Self::new(Method::Post, path) }
    }

    fn key(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }

    fn header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// JSON, or a receipt; empty where there is nothing (204).
    pub body: String,
    /// Where the log stood.
    pub position: Option<String>,
    /// Where what was made is.
    pub location: Option<String>,
    /// How many bytes of an upload have come.
    pub offset: Option<u32>,
    /// A file, or a part of one, where that was asked for.
    pub bytes: Vec<u8>,
    /// Which bytes of how many these are (`Content-Range`); none where it is all of them.
    pub range: Option<String>,
    /// What `If-Range` compares.
    pub tag: Option<String>,
}

/// What the stream says.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// It is open.
    Open,
    /// It is cut. `for_good` where it will not come back by itself.
    Cut { for_good: bool },
    /// Something happened; with its text, to hand on to other tabs.
    Event(Rc<Event>, Rc<str>),
    /// The position was too old: everything is to be fetched anew, and the stream goes on from here.
    Reset(String),
}

/// A PRM, or what stands in front of one.
pub trait Prm {
    /// Answers a question, or refuses it with the problem that says why.
    fn ask(&self, ask: Ask) -> Answer<Reply>;

    /// Opens the stream after a position; what is returned closes it when it is dropped.
    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any>;
}

/// The handle to the PRM. No feature reaches around it.
#[derive(Clone)]
pub struct Api(Rc<dyn Prm>);

impl Api {
    pub fn new(adapter: impl Prm + 'static) -> Self {
        Self(Rc::new(adapter))
    }

    /// Opens the stream of changes.
    pub fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.open(after, tell)
    }

    fn fetch<T: DeserializeOwned + 'static>(&self, ask: Ask) -> Answer<T> {
        let reply = self.0.ask(ask);
        Box::pin(async move { lean::read(&reply.await?.body).map_err(|_| ApiError::Unreadable) })
    }
}

impl PartialEq for Api {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The handle that the app put into the context.
///
/// # Panics
/// Outside the app, where there is no PRM to talk to.
#[hook]
pub fn use_api() -> Api {
    use_context().expect("every component is below the app, which provides the handle")
}

/// Makes an idempotency key: a UUID, made when the thing to send is made, so that it can be sent again.
#[must_use]
pub fn new_key() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = gloo::utils::window().crypto() {
        // Refused only above 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    // RFC 9562, section 5.4: version 4.
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut key = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            key.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            key.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    key
}

/// Text as it may stand in a path or a query (RFC 3986, section 2.1).
fn segment(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
