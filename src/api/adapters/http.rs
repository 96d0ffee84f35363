//! The real adapter: the contract over HTTP, with reqwest.

use super::{lean, stream};
use crate::api::{Answer, ApiError, DealFilter, DealsApi, EventsApi, PortalApi, Signal, SignedIn};
use portico_contract::capability::Capabilities;
use portico_contract::deal::commands::{ConflictCheck, NewComment, Order};
use portico_contract::deal::content::Customer;
use portico_contract::deal::list::DealPage;
use portico_contract::deal::{Deal, DealContent, DealForm, Review};
use portico_contract::event::Event;
use portico_contract::home::Home;
use portico_contract::page::Page;
use portico_contract::session::{Credentials, Session};
use portico_contract::tenant::Tenant;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::any::Any;
use yew::Callback;

/// The PRM at an address.
#[derive(Clone)]
pub struct Http {
    client: Client,
    /// Ends in `/api/v1`.
    base: String,
    /// Told when the PRM says that nobody is signed in.
    on_signed_out: Callback<()>,
}

impl Http {
    /// The PRM that serves this page.
    #[must_use]
    pub fn here(on_signed_out: Callback<()>) -> Self {
        let origin = gloo::utils::window().location().origin().unwrap_or_default();
        Self { client: Client::new(), base: format!("{origin}/api/v1"), on_signed_out }
    }

    /// Sends it and reads the answer.
    fn fetch<T: DeserializeOwned + 'static>(&self, request: RequestBuilder) -> Answer<T> {
        let reply = self.send(request);
        Box::pin(async move { lean::read(&reply.await?.body).map_err(|_| ApiError::Unreadable) })
    }

    /// Sends it; anything but success becomes the problem that the PRM tells. Not generic, so that it is there once.
    fn send(&self, request: RequestBuilder) -> Answer<Reply> {
        let on_signed_out = self.on_signed_out.clone();
        Box::pin(async move {
            let response = request.send().await.map_err(|_| ApiError::Offline)?;
            let status = response.status();
            let position = response.headers().get("portico-log-position").and_then(|position| position.to_str().ok());
            let position = position.map(str::to_owned);
            let body = response.text().await.map_err(|_| ApiError::Offline)?;
            if status.is_success() {
                return Ok(Reply { nothing: status == StatusCode::NO_CONTENT, position, body });
            }
            let error = lean::read(&body).map_or(ApiError::Unreadable, |problem| ApiError::Refused(Box::new(problem)));
            if error.is_signed_out() {
                on_signed_out.emit(());
            }
            Err(error)
        })
    }

    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        let safe = method == Method::GET;
        let request = self.client.request(method, format!("{}{path}", self.base));
        if safe { request } else { request.header("x-requested-with", "portico") }
    }

    fn get<T: DeserializeOwned + 'static>(&self, path: &str) -> Answer<T> {
        let request = self.ask(Method::GET, path);
        self.fetch(request)
    }

    fn post<T: DeserializeOwned + 'static>(&self, path: &str, key: &str, body: &Value) -> Answer<T> {
        let request = self.ask(Method::POST, path).header("idempotency-key", key).json(body);
        self.fetch(request)
    }
}

/// What came back.
struct Reply {
    /// 204: there is nothing.
    nothing: bool,
    /// Where the log stood.
    position: Option<String>,
    body: String,
}

impl PortalApi for Http {
    fn tenant(&self) -> Answer<Tenant> {
        self.get("/tenant")
    }

    fn capabilities(&self) -> Answer<Capabilities> {
        self.get("/capabilities")
    }

    fn session(&self) -> Answer<Option<SignedIn>> {
        let reply = self.send(self.ask(Method::GET, "/session"));
        Box::pin(async move {
            let reply = reply.await?;
            if reply.nothing {
                return Ok(None);
            }
            let session = lean::read(&reply.body).map_err(|_| ApiError::Unreadable)?;
            Ok(Some(SignedIn { session, position: reply.position }))
        })
    }

    fn sign_in(&self, credentials: Credentials) -> Answer<Session> {
        let request = self.ask(Method::POST, "/session").json(&json!({ "email": credentials.email, "password": credentials.password }));
        self.fetch(request)
    }

    fn sign_out(&self) -> Answer<()> {
        let reply = self.send(self.ask(Method::DELETE, "/session"));
        Box::pin(async move { reply.await.map(drop) })
    }

    fn home(&self) -> Answer<Home> {
        self.get("/home")
    }
}

impl DealsApi for Http {
    fn deal_form(&self, language: &str) -> Answer<DealForm> {
        let request = self.ask(Method::GET, "/tenant/deal-form").header("accept-language", language);
        self.fetch(request)
    }

    fn deals(&self, filter: &DealFilter) -> Answer<DealPage> {
        self.get(&format!("/deals?{}", query(filter)))
    }

    fn deal(&self, id: &str) -> Answer<Deal> {
        self.get(&format!("/deals/{}", segment(id)))
    }

    fn create(&self, key: &str, content: &DealContent, submit: bool) -> Answer<Deal> {
        // Its fields are of the contract, so it is an object.
        let mut body = serde_json::to_value(content).unwrap_or_default();
        body["submit"] = submit.into();
        self.post("/deals", key, &body)
    }

    fn change(&self, id: &str, version: i64, patch: &Value) -> Answer<Deal> {
        let request = self.ask(Method::PATCH, &format!("/deals/{}", segment(id)));
        let request = request.header("if-match", format!("\"{version}\"")).json(patch);
        self.fetch(request)
    }

    fn carry_out(&self, id: &str, key: &str, order: &Order) -> Answer<Deal> {
        self.post(&format!("/deals/{}/{}", segment(id), order.command().name()), key, &order.body())
    }

    fn comment(&self, id: &str, key: &str, comment: &NewComment) -> Answer<Event> {
        self.post(&format!("/deals/{}/comments", segment(id)), key, &json!({ "body": comment.body, "internal": comment.internal }))
    }

    fn timeline(&self, id: &str, cursor: Option<&str>) -> Answer<Page<Event>> {
        let cursor = cursor.map(|cursor| format!("?cursor={cursor}")).unwrap_or_default();
        self.get(&format!("/deals/{}/timeline{cursor}", segment(id)))
    }

    fn conflict_check(&self, customer: &Customer, products: &[String]) -> Answer<ConflictCheck> {
        let body = json!({ "customer": customer, "products": products });
        let request = self.ask(Method::POST, "/deals/conflict-check").json(&body);
        self.fetch(request)
    }
}

impl EventsApi for Http {
    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        let after = after.map(|after| format!("?after={after}")).unwrap_or_default();
        stream::open(&format!("{}/events{after}", self.base), &tell)
    }
}

fn query(filter: &DealFilter) -> String {
    let mut query = format!("sort={}&limit={}", filter.sort.name(), filter.limit);
    let mut add = |name: &str, value: &str| {
        query.push('&');
        query.push_str(name);
        query.push('=');
        query.push_str(&segment(value));
    };
    if !filter.q.is_empty() {
        add("q", &filter.q);
    }
    if !filter.review.is_empty() {
        add("review", &filter.review.iter().map(|review| Review::name(*review)).collect::<Vec<_>>().join(","));
    }
    if filter.mine {
        add("owner", "me");
    }
    if let Some(show) = filter.show {
        add("show", show.name());
    }
    if let Some(cursor) = &filter.cursor {
        add("cursor", cursor);
    }
    query
}

/// Text as it may stand in a path or a query (RFC 3986, section 2.1).
fn segment(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
