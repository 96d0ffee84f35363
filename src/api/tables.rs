//! Deals as tables: exported, and imported.

use super::{Answer, Api, Ask, DealQuery, Method, deals, segment};
use portico_contract::import::{Import, ImportFinding, ImportMapping, ImportStart};
use portico_contract::page::Page;

/// Where a list is as a file.
#[must_use]
pub fn export_url(query: &DealQuery, language: &str) -> String {
    format!("/api/v1/deals/export?{}&language={language}", deals::narrowed(query))
}

/// Where the rows of an import are that became no deal.
#[must_use]
pub fn left_url(import: &str, language: &str) -> String {
    format!("/api/v1/deals/import/{}/left?language={language}", segment(import))
}

fn at(import: &str, rest: &str) -> String {
    format!("/deals/import/{}{rest}", segment(import))
}

impl Api {
    /// Brings a file.
    pub fn bring_import(&self, key: &str, name: &str, bytes: Vec<u8>, language: &str) -> Answer<Import> {
        let name = format!("attachment; filename*=UTF-8''{}", segment(name));
        let headers = vec![("content-disposition", name), ("content-type", "text/csv".to_owned())];
        let ask = Ask::new(Method::Post, "/deals/import").key(key);
        self.fetch(Ask { bytes: Some(bytes), headers, language: Some(language.to_owned()), ..ask })
    }

    /// How an import stands.
    pub fn import(&self, id: &str, language: &str) -> Answer<Import> {
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get(at(id, "")) })
    }

    /// Says what the columns hold, and has the rows checked.
    pub fn map_import(&self, id: &str, mapping: &ImportMapping, language: &str) -> Answer<Import> {
        let ask = Ask::new(Method::Put, at(id, "/mapping"));
        // Its members are those of the contract, so it is an object.
        let body = serde_json::to_value(mapping).unwrap_or_default();
        self.fetch(Ask { body: Some(body), language: Some(language.to_owned()), ..ask })
    }

    /// The rows to look at.
    pub fn import_findings(&self, id: &str, cursor: Option<&str>, language: &str) -> Answer<Page<ImportFinding>> {
        let cursor = cursor.map(|cursor| format!("?cursor={cursor}")).unwrap_or_default();
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get(at(id, &format!("/findings{cursor}"))) })
    }

    /// Lets the rows become deals.
    pub fn start_import(&self, id: &str, key: &str, start: ImportStart, language: &str) -> Answer<Import> {
        let ask = Ask::post(at(id, "/start"), serde_json::json!({ "duplicates": start.duplicates })).key(key);
        self.fetch(Ask { language: Some(language.to_owned()), ..ask })
    }

    /// Stops an import.
    pub fn cancel_import(&self, id: &str, key: &str, language: &str) -> Answer<Import> {
        let ask = Ask::post(at(id, "/cancel"), serde_json::json!({})).key(key);
        self.fetch(Ask { language: Some(language.to_owned()), ..ask })
    }
}
