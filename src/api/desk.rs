//! The vendor's desk: who decides and when they are away, and what is often written.

use super::{Answer, Api, Ask, Method, segment};
use portico_contract::absence::{Absence, Colleague};
use portico_contract::page::Page;
use portico_contract::programme::templates::TemplateText;
use serde_json::json;

impl Api {
    /// Those who decide, by name.
    pub fn colleagues(&self) -> Answer<Page<Colleague>> {
        self.fetch(Ask::get("/colleagues"))
    }

    /// Says when somebody is away, in place of what was said before.
    pub fn set_absences(&self, id: &str, absences: &[Absence]) -> Answer<Colleague> {
        let ask = Ask::new(Method::Put, format!("/colleagues/{}/absences", segment(id)));
        self.fetch(Ask { body: Some(json!({ "absences": absences })), ..ask })
    }

    /// The texts that decisions begin with, in a language.
    pub fn templates(&self, language: &str) -> Answer<Page<TemplateText>> {
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get("/programme/templates") })
    }
}
