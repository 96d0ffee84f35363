//! Deal registrations.

use super::{Answer, Api, Ask, Method, segment};
use portico_contract::deal::commands::{ConflictCheck, NewComment, Order};
use portico_contract::deal::content::Customer;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::{DealPage, Sort};
use portico_contract::deal::{Command, Deal, DealContent, DealPreview};
use portico_contract::event::Event;
use portico_contract::page::Page;
use portico_contract::receipt::{KEYS, KeySet};
use portico_contract::session::Person;
use serde_json::{Value, json};

/// Which deals to list, in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealQuery {
    pub filter: DealFilter,
    pub sort: Sort,
    pub cursor: Option<String>,
    pub limit: u32,
}

impl Api {
    pub fn deals(&self, query: &DealQuery) -> Answer<DealPage> {
        self.fetch(Ask::get(format!("/deals?{}", paged(query))))
    }

    pub fn deal(&self, id: &str) -> Answer<Deal> {
        self.fetch(Ask::get(format!("/deals/{}", segment(id))))
    }

    /// Keeps a draft, or gives it a command in the same request: `submit` or `claim`.
    pub fn create(&self, key: &str, content: &DealContent, command: Option<Command>) -> Answer<Deal> {
        // Its members are those of the contract, so it is an object.
        let mut body = serde_json::to_value(content).unwrap_or_default();
        if let Some(command) = command {
            body[command.name()] = true.into();
        }
        self.fetch(Ask::post("/deals", body).key(key))
    }

    /// Applies a merge patch to a version.
    pub fn change(&self, id: &str, version: i64, patch: &Value) -> Answer<Deal> {
        let ask = Ask::new(Method::Patch, format!("/deals/{}", segment(id)));
        self.fetch(Ask { body: Some(patch.clone()), version: Some(version), ..ask })
    }

    /// Carries out a command.
    pub fn carry_out(&self, id: &str, key: &str, order: &Order) -> Answer<Deal> {
        let path = format!("/deals/{}/{}", segment(id), order.command().name());
        self.fetch(Ask::post(path, order.body()).key(key))
    }

    /// Who may own a deal.
    pub fn owners(&self, id: &str) -> Answer<Page<Person>> {
        self.fetch(Ask::get(format!("/deals/{}/owners", segment(id))))
    }

    /// Writes a comment; the event that it became.
    pub fn comment(&self, id: &str, key: &str, comment: &NewComment) -> Answer<Event> {
        let mut body = json!({ "body": comment.body, "internal": comment.internal });
        // A PRM that knows neither is not told of them.
        for (name, ids) in [("mentions", &comment.mentions), ("attachments", &comment.attachments)] {
            if !ids.is_empty() {
                body[name] = ids.clone().into();
            }
        }
        self.fetch(Ask::post(format!("/deals/{}/comments", segment(id)), body).key(key))
    }

    /// What happened to a deal, newest first.
    pub fn timeline(&self, id: &str, cursor: Option<&str>) -> Answer<Page<Event>> {
        let cursor = cursor.map(|cursor| format!("?cursor={cursor}")).unwrap_or_default();
        self.fetch(Ask::get(format!("/deals/{}/timeline{cursor}", segment(id))))
    }

    /// The receipt of a registration: a compact JWS.
    pub fn receipt(&self, id: &str) -> Answer<String> {
        let reply = self.0.ask(Ask::get(format!("/deals/{}/receipt", segment(id))));
        Box::pin(async move { reply.await.map(|reply| reply.body) })
    }

    /// The keys by which receipts are checked.
    pub fn receipt_keys(&self) -> Answer<KeySet> {
        self.fetch(Ask::get(KEYS))
    }

    /// What a registration would lead to, as far as it is written. Nothing is kept of it.
    pub fn preview(&self, content: &DealContent) -> Answer<DealPreview> {
        self.fetch(Ask::post("/deals/preview", serde_json::to_value(content).unwrap_or_default()))
    }

    /// Whether a registration would meet another.
    pub fn conflict_check(&self, customer: &Customer, products: &[String]) -> Answer<ConflictCheck> {
        self.fetch(Ask::post("/deals/conflict-check", json!({ "customer": customer, "products": products })))
    }
}

/// The query of a page.
pub(super) fn paged(query: &DealQuery) -> String {
    let cursor = query.cursor.as_ref().map(|cursor| format!("&cursor={}", segment(cursor))).unwrap_or_default();
    format!("{}&limit={}{cursor}", narrowed(query), query.limit)
}

/// What a list is narrowed to, and its order.
pub(super) fn narrowed(query: &DealQuery) -> String {
    let mut written = format!("sort={}", query.sort.name());
    for (name, value) in query.filter.pairs() {
        written.push('&');
        written.push_str(&name);
        written.push('=');
        written.push_str(&segment(&value));
    }
    written
}
