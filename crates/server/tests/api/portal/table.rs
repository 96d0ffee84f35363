//! Tables of deals, and who brings them.

use super::{Answer, Person, Sending, days_from_today};
use axum::http::Method;
use serde_json::{Value, json};

/// The columns of [`a_row`].
const COLUMNS: &str = "Customer name,Website,Country,Contact name,Contact email,Customer agrees,Products,Estimated value,Currency,Expected close date,Customer need";

/// A row that has everything a registration needs.
pub fn a_row(customer: &str) -> String {
    let host = customer.to_lowercase().replace(' ', "-");
    format!(
        "{customer},{host}.example,DE,Ines Vogt,ines@{host}.example,yes,Fleet,\"1,250.50\",EUR,{},Replace paper delivery notes in 40 depots.",
        days_from_today(90)
    )
}

/// A table of such rows.
pub fn a_table(rows: &[String]) -> String {
    format!("{COLUMNS}\n{}\n", rows.join("\n"))
}

/// What somebody does with a file.
pub trait Bringing {
    /// Sends a file, whatever comes of it.
    fn brings_table(&self, file: impl Into<Vec<u8>>) -> Sending;
    /// Says what the columns hold, whatever comes of it.
    fn maps(&self, import: &Value, change: &Value) -> Sending;
    /// Brings a file and has its rows checked as they were guessed.
    fn checks(&self, file: &str) -> impl Future<Output = Value> + Send;
    /// Starts, whatever comes of it.
    fn starts(&self, import: &Value) -> Sending;
    /// How it stands.
    fn looks_at_import(&self, import: &Value) -> impl Future<Output = Value> + Send;
    /// The rows to look at: their lines, and the pointers of what is wrong.
    fn findings(&self, import: &Value) -> impl Future<Output = Vec<(u64, Vec<String>)>> + Send;
}

fn url(import: &Value, rest: &str) -> String {
    format!("/api/v1/deals/import/{}{rest}", import["id"].as_str().unwrap())
}

impl Bringing for Person {
    fn brings_table(&self, file: impl Into<Vec<u8>>) -> Sending {
        let sending = self.sends(Method::POST, "/api/v1/deals/import").bytes(file.into());
        sending.header("content-type", "text/csv").header("content-disposition", "attachment; filename=\"deals.csv\"")
    }

    fn maps(&self, import: &Value, change: &Value) -> Sending {
        let mut mapping = import["mapping"].clone();
        for (name, value) in change.as_object().unwrap() {
            mapping[name] = value.clone();
        }
        self.sends(Method::PUT, &url(import, "/mapping")).json(&mapping)
    }

    async fn checks(&self, file: &str) -> Value {
        let brought = self.brings_table(file).await.is(201).json();
        self.maps(&brought, &json!({})).await.is(200).json()
    }

    fn starts(&self, import: &Value) -> Sending {
        self.post(&url(import, "/start"), &json!({}))
    }

    async fn looks_at_import(&self, import: &Value) -> Value {
        self.get(&url(import, "")).await.is(200).json()
    }

    async fn findings(&self, import: &Value) -> Vec<(u64, Vec<String>)> {
        let page: Answer = self.get(&url(import, "/findings")).await.is(200);
        let pointers = |one: &Value| {
            let why = one["why"].as_array().unwrap().iter();
            why.map(|why| why["pointer"].as_str().unwrap().to_owned()).collect()
        };
        page.json()["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["line"].as_u64().unwrap(), pointers(one)))
            .collect()
    }
}
