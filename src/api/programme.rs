//! The rules of the programme.

use super::{Answer, Api, Ask, Method, segment};
use portico_contract::deal::DealForm;
use portico_contract::page::Page;
use portico_contract::programme::{Engagement, Programme, Revision};
use serde_json::{Value, json};

impl Api {
    /// The rules in force.
    pub fn programme(&self) -> Answer<Programme> {
        self.fetch(Ask::get("/programme"))
    }

    /// Changes rules of a version by a merge patch, and says why.
    pub fn change_programme(&self, version: i64, rules: &Value, note: &str) -> Answer<Programme> {
        let note = Some(note.trim()).filter(|note| !note.is_empty());
        let body = Some(json!({ "rules": rules, "note": note }));
        self.fetch(Ask { body, version: Some(version), ..Ask::new(Method::Patch, "/programme") })
    }

    /// The versions there were, newest first.
    pub fn revisions(&self, cursor: Option<&str>, limit: u32) -> Answer<Page<Revision>> {
        let cursor = cursor.map(|cursor| format!("&cursor={}", segment(cursor))).unwrap_or_default();
        self.fetch(Ask::get(format!("/programme/revisions?limit={limit}{cursor}")))
    }

    /// The rules as they were in a version.
    pub fn programme_at(&self, version: i64) -> Answer<Programme> {
        self.fetch(Ask::get(format!("/programme/revisions/{version}")))
    }

    /// What registrations asked for in a version, in a language.
    pub fn deal_form_at(&self, version: i64, language: &str) -> Answer<DealForm> {
        let path = format!("/tenant/deal-form?version={version}");
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get(path) })
    }

    /// What partners can count on. Public.
    pub fn engagement(&self) -> Answer<Engagement> {
        self.fetch(Ask::get("/programme/engagement"))
    }
}
