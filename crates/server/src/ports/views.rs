//! Deals as people look at them: narrowed, by stage, and by filters that they keep.

use super::{Actor, Done, Keyed, PortError};
use async_trait::async_trait;
use portico_contract::deal::board::Board;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::{FilterOptions, Sort};
use portico_contract::deal::view::{DealView, ViewChange};

/// Which deals, in which order.
#[derive(Clone, Debug, Default)]
pub struct DealQuery {
    /// What narrows them.
    pub filter: DealFilter,
    /// The order.
    pub sort: Sort,
    /// Where to go on.
    pub cursor: Option<String>,
    /// How many.
    pub limit: u32,
}

/// What a PRM must be able to do for whoever looks through many deals. A view is its person's alone.
#[async_trait]
pub trait Views: Send + Sync {
    /// The deals this person sees by stage, each column with its first cards.
    async fn board(&self, who: &Actor, query: &DealQuery) -> Result<Board, PortError>;

    /// Whom a filter can name: those whose name has `q` in it, people of some firms where those are said.
    async fn filter_options(&self, who: &Actor, q: &str, firms: &[String]) -> Result<FilterOptions, PortError>;

    /// The filters this person keeps, in their order.
    async fn views(&self, who: &Actor) -> Result<Vec<DealView>, PortError>;

    /// Keeps a filter.
    async fn keep_view(&self, who: &Actor, key: &Keyed, view: ViewChange) -> Result<Done<DealView>, PortError>;

    /// Changes a kept filter of version `version`.
    async fn change_view(
        &self,
        who: &Actor,
        view: &str,
        version: i64,
        change: ViewChange,
    ) -> Result<DealView, PortError>;

    /// Forgets a kept filter.
    async fn forget_view(&self, who: &Actor, view: &str) -> Result<(), PortError>;
}
