//! Mail: what a person chooses of it, and what was written.

use super::{Answer, Api, Ask, Method};
use portico_contract::mail::{Mail, MailPreferences, MailSummary};
use portico_contract::page::Page;
use std::rc::Rc;

impl Api {
    /// When this person is told of what by mail.
    pub fn mail_preferences(&self) -> Answer<MailPreferences> {
        self.fetch(Ask::get("/notifications/preferences"))
    }

    /// Takes over what they chose; topics that are not said stay.
    pub fn prefer_mail(&self, chosen: &MailPreferences) -> Answer<MailPreferences> {
        let body = serde_json::to_value(chosen).ok();
        self.fetch(Ask { body, ..Ask::new(Method::Put, "/notifications/preferences") })
    }

    /// What was written in this portal, newest first.
    pub fn mails(&self, cursor: Option<&str>, limit: u32) -> Answer<Page<Rc<MailSummary>>> {
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        self.fetch(Ask::get(format!("/mails?limit={limit}{cursor}")))
    }

    /// A mail with its text.
    pub fn mail(&self, id: &str) -> Answer<Mail> {
        self.fetch(Ask::get(format!("/mails/{id}")))
    }
}
