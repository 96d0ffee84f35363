//! Deals in figures.

use super::{Answer, Api, Ask, segment};
use portico_contract::pipeline::{Forecast, Pipeline};

/// Whose deals are looked at, and over how many months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureFilter {
    pub mine: bool,
    /// A partner's id; empty for all.
    pub partner: String,
    pub months: u32,
}

fn query(filter: &FigureFilter) -> String {
    let mine = if filter.mine { "&owner=me" } else { "" };
    let partner = match filter.partner.as_str() {
        "" => String::new(),
        id => format!("&partner={}", segment(id)),
    };
    format!("months={}{mine}{partner}", filter.months)
}

/// Where the forecast is as a file, by `month` or `partner`.
#[must_use]
pub fn forecast_url(filter: &FigureFilter, by: &str, language: &str) -> String {
    format!("/api/v1/deals/forecast/export?{}&by={by}&language={language}", query(filter))
}

impl Api {
    /// How sales stand.
    pub fn pipeline(&self, filter: &FigureFilter) -> Answer<Pipeline> {
        self.fetch(Ask::get(format!("/deals/pipeline?{}", query(filter))))
    }

    /// What is to be expected.
    pub fn forecast(&self, filter: &FigureFilter) -> Answer<Forecast> {
        self.fetch(Ask::get(format!("/deals/forecast?{}", query(filter))))
    }
}
