//! Somebody who uses the portal, and what they do there.

use super::sending::Sending;
use super::{Answer, Deal, NewDeal, Portal, Stream};
use axum::http::Method;
use portico::demo::PASSWORD;
use serde_json::{Value, json};

/// A person, or nobody in particular. Signs in with their first request.
#[derive(Clone)]
pub struct Person {
    portal: Portal,
    host: &'static str,
    email: Option<String>,
    device: &'static str,
}

impl Person {
    pub(super) fn new(portal: &Portal, host: &'static str, email: Option<String>) -> Self {
        Self { portal: portal.clone(), host, email, device: "" }
    }

    /// The same person in front of another server.
    pub fn at(&self, portal: &Portal) -> Self {
        Self { portal: portal.clone(), ..self.clone() }
    }

    /// The same person at another device, where they sign in anew.
    pub fn at_another_device(&self) -> Self {
        Self { device: "another", ..self.clone() }
    }

    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    pub fn host(&self) -> &'static str {
        self.host
    }

    /// The cookie of the session, begun now where there is none yet.
    pub async fn cookie(&self) -> Option<String> {
        let email = self.email.clone()?;
        let mut cookies = self.portal.0.cookies.lock().await;
        let place = (format!("{}{}", self.host, self.device), email.clone());
        if let Some(cookie) = cookies.get(&place) {
            return Some(cookie.clone());
        }
        let nobody = Self { email: None, ..self.clone() };
        let cookie = nobody.signs_in(&email, PASSWORD).await.is(200).header("set-cookie")?.to_owned();
        let cookie = cookie.split(';').next()?.to_owned();
        cookies.insert(place, cookie.clone());
        Some(cookie)
    }

    /// Tries an address and a password.
    pub fn signs_in(&self, email: &str, password: &str) -> Sending {
        let body = json!({"email": email, "password": password});
        Sending::new(self.clone(), Method::POST, "/api/v1/session").without("idempotency-key").json(&body)
    }

    pub fn sends(&self, method: Method, url: &str) -> Sending {
        Sending::new(self.clone(), method, url)
    }

    pub fn get(&self, url: &str) -> Sending {
        self.sends(Method::GET, url)
    }

    pub fn post(&self, url: &str, body: &Value) -> Sending {
        self.sends(Method::POST, url).json(body)
    }

    pub fn patch(&self, url: &str, body: &Value) -> Sending {
        self.sends(Method::PATCH, url).json(body)
    }

    pub fn delete(&self, url: &str) -> Sending {
        self.sends(Method::DELETE, url)
    }

    /// Opens the list, with a query.
    pub fn lists(&self, query: &str) -> Sending {
        self.get(&format!("/api/v1/deals?{query}"))
    }

    /// Sends a registration or a draft, whatever comes of it.
    pub fn hands_in(&self, deal: &NewDeal) -> Sending {
        self.post("/api/v1/deals", &deal.0)
    }

    /// Registers a deal in one request.
    pub async fn registers(&self, deal: NewDeal) -> Deal {
        Deal::seen_in(self.hands_in(&deal.handed_in()).await.is(201))
    }

    /// Begins a draft.
    pub async fn begins(&self, deal: NewDeal) -> Deal {
        Deal::seen_in(self.hands_in(&deal).await.is(201))
    }

    /// Looks at a deal.
    pub async fn opens(&self, deal: &Deal) -> Deal {
        Deal::seen_in(self.get(&deal.url).await.is(200))
    }

    /// Changes a deal as it was seen last.
    pub async fn changes(&self, deal: &Deal, patch: &Value) -> Deal {
        Deal::seen_in(self.patch(&deal.url, patch).header("if-match", deal.etag()).await.is(200))
    }

    /// Changes the rules of the programme, of whatever version they are.
    pub async fn rules(&self, rules: &Value) -> Answer {
        let now = self.get("/api/v1/programme").await.is(200);
        let body = json!({"rules": rules});
        self.patch("/api/v1/programme", &body).header("if-match", now.etag()).await
    }

    /// Gives a command, whatever comes of it.
    pub fn gives(&self, deal: &Deal, command: &str, body: &Value) -> Sending {
        self.post(&format!("{}/{command}", deal.url), body)
    }

    async fn does(&self, deal: &Deal, command: &str, body: Value) -> Deal {
        Deal::seen_in(self.gives(deal, command, &body).await.is(200))
    }

    pub async fn submits(&self, deal: &Deal) -> Deal {
        self.does(deal, "submit", json!({})).await
    }

    pub async fn withdraws(&self, deal: &Deal) -> Deal {
        self.does(deal, "withdraw", json!({"comment": "The customer has stopped the project."})).await
    }

    pub async fn starts_review(&self, deal: &Deal) -> Deal {
        self.does(deal, "start-review", json!({})).await
    }

    /// Asks the partner, and opens fields for the answer.
    pub async fn asks(&self, deal: &Deal, fields: &[&str]) -> Deal {
        self.does(deal, "request-info", json!({"comment": "Which depots come first?", "fields": fields})).await
    }

    pub async fn approves(&self, deal: &Deal) -> Deal {
        self.does(deal, "approve", json!({"protectionDays": 90})).await
    }

    pub async fn rejects(&self, deal: &Deal) -> Deal {
        self.does(deal, "reject", json!({"reasonCode": "no_budget", "comment": "Not this year."})).await
    }

    pub async fn marks_duplicate(&self, deal: &Deal) -> Deal {
        self.does(deal, "mark-duplicate", json!({"comment": "Somebody was first."})).await
    }

    pub async fn reverts(&self, deal: &Deal) -> Deal {
        self.does(deal, "revert", json!({"comment": "That was too quick."})).await
    }

    pub async fn disputes(&self, deal: &Deal) -> Deal {
        self.does(deal, "dispute", json!({"comment": "We were there in March."})).await
    }

    /// Says something that both sides see.
    pub async fn says(&self, deal: &Deal, body: &str) -> Answer {
        self.gives(deal, "comments", &json!({"body": body})).await.is(201)
    }

    /// Writes something for the vendor's eyes alone.
    pub async fn notes(&self, deal: &Deal, body: &str) -> Answer {
        self.gives(deal, "comments", &json!({"body": body, "internal": true})).await.is(201)
    }

    /// Marks notifications as read.
    pub fn reads(&self, which: &Value) -> Sending {
        self.post("/api/v1/notifications/read", which).without("idempotency-key")
    }

    /// What happened to a deal, newest first.
    pub async fn reads_timeline(&self, deal: &Deal) -> Answer {
        self.get(&format!("{}/timeline?limit=200", deal.url)).await.is(200)
    }

    /// Listens from now on.
    pub async fn listens(&self) -> Stream {
        Stream::open(self.get("/api/v1/events")).await
    }

    /// Listens from a position on.
    pub async fn listens_after(&self, position: i64) -> Stream {
        Stream::open(self.get(&format!("/api/v1/events?after={position}"))).await
    }
}
