//! Deals as people look at them: the board, what filters can name, filters that are kept, and many deals at once.

use super::deals::paged;
use super::{Answer, Api, Ask, DealQuery, Method, segment};
use portico_contract::deal::board::Board;
use portico_contract::deal::bulk::{BulkOrder, BulkResults};
use portico_contract::deal::list::FilterOptions;
use portico_contract::deal::view::{DealView, ViewChange};
use portico_contract::page::Page;
use serde_json::{Map, Value, json};

impl Api {
    /// The deals by stage.
    pub fn board(&self, query: &DealQuery) -> Answer<Board> {
        self.fetch(Ask::get(format!("/deals/board?{}", paged(query))))
    }

    /// Whom a filter can name.
    pub fn filter_options(&self, q: &str) -> Answer<FilterOptions> {
        self.fetch(Ask::get(format!("/deals/filter-options?q={}", segment(q))))
    }

    /// Carries out one command on many deals, each by itself.
    pub fn carry_out_many(&self, key: &str, bulk: &BulkOrder) -> Answer<BulkResults> {
        self.fetch(Ask::post("/deals/bulk", bulk.body()).key(key))
    }

    /// The filters that are kept.
    pub fn deal_views(&self) -> Answer<Page<DealView>> {
        self.fetch(Ask::get("/deal-views"))
    }

    /// Keeps a filter.
    pub fn keep_view(&self, key: &str, view: &ViewChange) -> Answer<DealView> {
        self.fetch(Ask::post("/deal-views", body(view)).key(key))
    }

    /// Changes a kept filter of a version.
    pub fn change_view(&self, id: &str, version: i64, change: &ViewChange) -> Answer<DealView> {
        let ask = Ask::new(Method::Patch, format!("/deal-views/{}", segment(id)));
        self.fetch(Ask { body: Some(body(change)), version: Some(version), ..ask })
    }

    /// Forgets a kept filter.
    pub fn forget_view(&self, id: &str) -> Answer<()> {
        let reply = self.0.ask(Ask::new(Method::Delete, format!("/deal-views/{}", segment(id))));
        Box::pin(async move { reply.await.map(drop) })
    }
}

/// What is said of a view; what is not stays.
fn body(view: &ViewChange) -> Value {
    let said = [
        ("name", view.name.as_ref().map(|name| json!(name))),
        ("query", view.query.as_ref().map(|query| json!(query))),
        ("start", view.start.map(Value::from)),
        ("position", view.position.map(Value::from)),
    ];
    let said = said.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(said.collect::<Map<_, _>>())
}
