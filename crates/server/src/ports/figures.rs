//! How sales stand, and what is to be expected of them.

use super::{Actor, PortError};
use async_trait::async_trait;
use portico_contract::pipeline::{Forecast, Pipeline};

/// Whose deals are looked at, and over how many months.
#[derive(Clone, Debug)]
pub struct FigureQuery {
    /// Only the reader's own.
    pub mine: bool,
    /// Only one partner's: a firm's id.
    pub partner: Option<String>,
    /// How many months, ahead and back.
    pub months: u32,
}

/// What a table of a forecast has in its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakdown {
    /// Periods.
    Month,
    /// Partners; the vendor's alone.
    Partner,
}

/// A table to be written as a file.
#[derive(Clone, Debug)]
pub struct FigureTable {
    /// The day where the tenant is.
    pub today: chrono::NaiveDate,
    /// What separates cells in the reader's language.
    pub separator: char,
    /// The heads, and then the rows.
    pub rows: Vec<Vec<String>>,
}

/// What a PRM must be able to say of its deals in figures. Everybody's are of the deals that they see.
#[async_trait]
pub trait Figures: Send + Sync {
    /// How sales stand.
    async fn pipeline(&self, who: &Actor, query: &FigureQuery) -> Result<Pipeline, PortError>;

    /// What is to be expected.
    async fn forecast(&self, who: &Actor, query: &FigureQuery) -> Result<Forecast, PortError>;

    /// The same as a table, in the first of `languages` that the tenant has.
    async fn forecast_table(
        &self,
        who: &Actor,
        query: &FigureQuery,
        by: Breakdown,
        languages: &[String],
    ) -> Result<FigureTable, PortError>;
}
