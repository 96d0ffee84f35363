//! The PRM of the tests: a tenant, its form, a rep, and what happens to deals.

use portico_app::api::adapters::memory::Memory;
use portico_app::api::{Answer, ApiError, Ask, Method, Prm, Reply, Signal};
use portico_app::contract::deal::{DealNumber, DealSummary};
use portico_app::contract::problem::{FieldProblem, Problem, ProblemKind};
use portico_app::contract::session::Role;
use serde_json::{Value, json};
use std::any::Any;
use std::rc::Rc;
use yew::Callback;

/// A portal whose rep, Mira Kern of Bluepeak, is signed in. Whatever else is asked is not found.
pub fn portal() -> Memory {
    let prm = Memory::default();
    prm.answer(Method::Get, "/tenant", Ok(tenant(&["en", "de", "ar"])));
    prm.answer(Method::Get, "/capabilities", Ok(capabilities(&["deals.conflictCheck"])));
    prm.answer(Method::Get, "/tenant/deal-form", Ok(form(&json!([]))));
    signed_in(&prm, Role::Rep);
    prm
}

/// What the PRM can do beside the least.
pub fn capabilities(more: &[&str]) -> Value {
    let least = ["home", "deals", "deals.comments", "events"];
    json!({ "capabilities": least.iter().chain(more).collect::<Vec<_>>() })
}

/// The tenant, in these languages.
pub fn tenant(languages: &[&str]) -> Value {
    json!({
        "name": "Arcwell", "brand": {"hue": 268, "chroma": 0.15}, "locales": languages, "features": ["deals"],
        "signIn": ["password"], "timeZone": "Europe/Berlin"
    })
}

/// Lets somebody of a role be signed in.
pub fn signed_in(prm: &Memory, role: Role) {
    prm.answer(
        Method::Get,
        "/session",
        Ok(json!({
            "user": {"id": "mira", "name": "Mira Kern", "email": "mira@bluepeak.example"},
            "organisation": {"id": "bluepeak", "name": "Bluepeak", "kind": role.side()},
            "role": role, "permissions": role.permissions()
        })),
    );
}

/// What a registration asks for, with fields of the tenant's own.
pub fn form(own: &Value) -> Value {
    json!({
        "products": [{"id": "fleet", "name": "Fleet Core"}, {"id": "depot", "name": "Depot"}],
        "fields": own,
        "stages": [{"stage": "qualified", "name": "Qualified lead"}, {"stage": "won", "name": "Won"}],
        "required": [], "currencies": ["EUR", "USD"], "industries": [],
        "reasons": [{"id": "other", "name": "Another reason"}], "protectionDays": 90
    })
}

/// A row of the list: a registration that waits for the vendor.
pub fn row(number: u32) -> DealSummary {
    serde_json::from_value(json!({
        "id": format!("deal-{number}"), "number": DealNumber::from_random(number.into()).as_str(),
        "customer": {"name": format!("Customer {number}"), "country": "DE"}, "products": ["fleet"],
        "value": {"amount": "50000.00", "currency": "EUR"}, "review": "submitted",
        "owner": {"id": "mira", "name": "Mira Kern"}, "organisation": {"id": "bluepeak", "name": "Bluepeak"},
        "updatedAt": "2026-11-23T09:00:00Z", "version": 1
    }))
    .unwrap()
}

/// A page of the list.
pub fn page(rows: &[DealSummary]) -> Value {
    json!({ "items": rows })
}

/// The whole of a deal, as its rep sees it.
pub fn deal(row: &DealSummary) -> Value {
    let mut deal = serde_json::to_value(row).unwrap();
    let rest = json!({
        "contact": {"name": "Ines Vogt", "email": "ines@customer.example", "consent": true, "vendorContact": "no"},
        "products": [{"product": "fleet", "quantity": 1}], "dealType": "net_new", "attribution": "sourced",
        "qualification": {}, "custom": {}, "allowedActions": [], "editableFields": [], "createdAt": "2026-11-23T08:00:00Z"
    });
    for (member, value) in rest.as_object().unwrap() {
        deal[member] = value.clone();
    }
    deal
}

/// The deal after the vendor approved it.
pub fn approved(mut row: DealSummary) -> DealSummary {
    row.review = serde_json::from_value(json!("approved")).unwrap();
    row.stage = Some(serde_json::from_value(json!("qualified")).unwrap());
    row.version += 1;
    row
}

/// Something that Jonas Weber of the vendor did, as the stream tells it.
pub fn told(id: u32, kind: &str, row: &DealSummary) -> Signal {
    signal(&happened(id, kind, row))
}

pub fn signal(event: &Value) -> Signal {
    Signal::Event(Rc::new(serde_json::from_value(event.clone()).unwrap()), event.to_string().into())
}

pub fn happened(id: u32, kind: &str, row: &DealSummary) -> Value {
    json!({
        "specversion": "1.0", "id": id.to_string(), "source": "/api/v1", "type": kind, "subject": row.id,
        "time": "2026-11-23T10:00:00Z", "datacontenttype": "application/json",
        "data": {
            "deal": row,
            "actor": {"id": "jonas", "name": "Jonas Weber", "side": "vendor", "organisation": "Arcwell"}
        }
    })
}

/// A refusal of a kind.
pub fn refusal(kind: ProblemKind) -> Result<Value, ApiError> {
    Err(ApiError::Refused(Box::new(Problem::new(kind))))
}

/// A refusal because of a field.
pub fn refusal_of(field: FieldProblem) -> Result<Value, ApiError> {
    let mut problem = Problem::new(ProblemKind::Invalid);
    problem.errors.push(field);
    Err(ApiError::Refused(Box::new(problem)))
}

/// What was sent to a path, in order.
pub fn sent(prm: &Memory, method: Method, path: &str) -> Vec<Ask> {
    prm.asked(method).into_iter().filter(|ask| ask.path == path).collect()
}

/// A PRM that leaves every question about a path unanswered.
#[derive(Clone)]
pub struct Slow(pub Memory, pub Method, pub &'static str);

impl Prm for Slow {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        let never = ask.method == self.1 && ask.path.starts_with(self.2);
        let answer = self.0.ask(ask);
        if never { Box::pin(std::future::pending()) } else { answer }
    }

    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.open(after, tell)
    }
}
