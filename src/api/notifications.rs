//! What a person is told of.

use super::{Answer, Api, Ask};
use portico_contract::notification::{Notifications, Unread};
use serde::Deserialize;
use serde_json::json;

/// How much is unread, and up to which notification that counts: what the frame needs of `GET /notifications`.
#[derive(Deserialize)]
pub struct Counted {
    pub unread: u32,
    pub items: Vec<Known>,
}

/// A notification that is counted.
#[derive(Deserialize)]
pub struct Known {
    pub id: String,
}

impl Api {
    /// How much this person has not read.
    pub fn unread(&self) -> Answer<Counted> {
        self.fetch(Ask::get("/notifications?limit=1"))
    }

    /// What this person was told, newest first.
    pub fn notifications(&self, cursor: Option<&str>, limit: u32) -> Answer<Notifications> {
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        self.fetch(Ask::get(format!("/notifications?limit={limit}{cursor}")))
    }

    /// Marks some as read.
    pub fn mark_read(&self, ids: &[String]) -> Answer<Unread> {
        self.fetch(Ask::post("/notifications/read", json!({ "ids": ids })))
    }

    /// Marks one and all before it as read.
    pub fn mark_read_up_to(&self, id: &str) -> Answer<Unread> {
        self.fetch(Ask::post("/notifications/read", json!({ "upTo": id })))
    }
}
