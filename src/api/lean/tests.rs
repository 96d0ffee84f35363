//! Every type of the contract reads as serde_json reads it.

use super::read;
use portico_contract::deal::Deal;
use portico_contract::deal::commands::ConflictCheck;
use portico_contract::deal::list::DealPage;
use portico_contract::event::Event;
use portico_contract::home::Home;
use portico_contract::problem::Problem;
use portico_contract::session::Session;
use portico_contract::tenant::Tenant;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn same<T: DeserializeOwned + PartialEq + Debug>(json: &str) {
    assert_eq!(read::<T>(json).unwrap(), serde_json::from_str::<T>(json).unwrap());
}

const ROW: &str = r#"{"id": "a", "number": "D-0000-0000", "customer": {"name": "Ünal", "country": "TR"}, "products": ["x"],
    "value": {"amount": "1250.00", "currency": "EUR"}, "closeDate": "2027-03-31", "review": "info_requested",
    "owner": {"id": "m", "name": "Mira"}, "organisation": {"id": "b", "name": "B"}, "stage": null,
    "registeredAt": "2026-11-23T09:00:00.123Z", "protection": {"startsOn": "2026-11-23", "endsOn": "2027-02-21"},
    "sla": {"dueAt": "2026-11-25T09:00:00Z", "state": "due_soon"}, "updatedAt": "2026-11-23T09:00:00Z", "version": 7,
    "unknown": {"deep": [1, 2.5, null]}}"#;

#[test]
fn every_answer_of_the_contract_reads_as_serde_json_reads_it() {
    same::<DealPage>(&format!(
        r#"{{"items": [{ROW}], "nextCursor": "x", "counts": {{"all": 1, "open": 1, "needsPartner": 0, "ending": 0, "decided": 0}}}}"#
    ));
    same::<Event>(&format!(
        r#"{{"specversion": "1.0", "id": "5", "source": "/api/v1", "type": "deal.approved", "subject": "a",
        "time": "2026-11-23T09:00:00Z", "datacontenttype": "application/json", "data": {{"deal": {ROW},
        "actor": {{"id": "j", "name": "Jonas", "side": "vendor", "organisation": "Aurora"}}, "changed": ["need"],
        "reason": {{"comment": "Good", "fields": ["closeDate"]}}, "comment": {{"body": "Hi"}}}}}}"#
    ));
    same::<Home>(&format!(
        r#"{{"waiting": [{{"kind": "answer", "deal": {ROW}}}], "waitingTotal": 1,
        "pipeline": [{{"stage": "won", "count": 2, "values": [{{"amount": "1", "currency": "JPY"}}]}}]}}"#
    ));
    same::<Deal>(
        r#"{"id": "a", "number": "D-0000-0000", "customer": {}, "contact": {"consent": true, "vendorContact": "ask_first"},
        "products": [{"product": "fleet", "quantity": 2}], "dealType": "net_new", "attribution": "sourced",
        "qualification": {"budget": {"answer": "yes", "note": "n"}}, "custom": {"depots": 4, "tender": true, "x": "y"},
        "review": "draft", "owner": {"id": "m", "name": "Mira"}, "organisation": {"id": "b", "name": "B"},
        "allowedActions": ["submit", "mark-duplicate"], "editableFields": ["dealType"], "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z", "version": 1}"#,
    );
    same::<Problem>(
        r#"{"type": "urn:portico:problem:stale", "title": "Changed", "status": 412, "current": {"a": [1, "b"]},
        "errors": [{"pointer": "/a", "code": "brand_new", "detail": "?", "limit": 5}], "allowedActions": ["approve"]}"#,
    );
    same::<ConflictCheck>(r#"{"result": "clear"}"#);
    same::<ConflictCheck>(
        r#"{"result": "own", "id": "a", "number": "D-0000-0000", "owner": {"id": "m", "name": "Mira"}}"#,
    );
    same::<Session>(
        r#"{"user": {"id": "m", "name": "Mira", "email": "m@b.example"}, "role": "rep",
        "organisation": {"id": "b", "name": "B", "kind": "partner", "tier": "Gold"}, "permissions": ["deals.register", "new"]}"#,
    );
    same::<Tenant>(
        r#"{"name": "A", "brand": {"hue": 268, "chroma": 0.15}, "locales": ["en"], "terminology": {"deal": {"en": "x"}},
        "features": [], "signIn": ["password", "passkey"], "timeZone": "UTC"}"#,
    );
}

#[test]
fn what_is_of_another_type_is_unreadable() {
    assert!(read::<Session>("{}").is_err());
    assert!(read::<Session>("not JSON").is_err());
    assert!(read::<ConflictCheck>(r#"{"result": "own"}"#).is_ok(), "what is missing is none");
    assert!(read::<ConflictCheck>(r#"{"result": 5}"#).is_err());
}
