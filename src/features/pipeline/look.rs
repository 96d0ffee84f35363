//! What is looked at. It stands in the page's address, so that going back finds it again.

use crate::api::FigureFilter;
use crate::route::show_address;
use gloo::utils::window;
use portico_contract::pipeline::{MONTHS, PRESET_MONTHS};
use web_sys::UrlSearchParams;

/// Which of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum View {
    /// How sales stand.
    #[default]
    Pictures,
    /// What is to be expected.
    Forecast,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// How many deals, whatever their currency.
    Count,
    /// What those of one currency come to.
    Sum(String),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pub view: View,
    /// Only one's own deals.
    pub mine: bool,
    /// One partner's; empty for all.
    pub partner: String,
    /// What was chosen; none while nothing was.
    pub measure: Option<Measure>,
    pub months: u32,
    /// Months are stacked by the tenant's stages instead of by what a forecast takes them for.
    pub by_stage: bool,
}

/// How the number of deals stands in the address, among currencies.
pub(super) const COUNT: &str = "count";

impl Look {
    /// Reads it from the address; `mine` is the preset.
    pub fn from_address(mine: bool) -> Self {
        let search = window().location().search().unwrap_or_default();
        let params = UrlSearchParams::new_with_str(&search).ok();
        let get = |name: &str| params.as_ref().and_then(|params| params.get(name)).unwrap_or_default();
        Self {
            view: if get("view") == "forecast" { View::Forecast } else { View::Pictures },
            mine: match get("owner").as_str() {
                "me" => true,
                "all" => false,
                _ => mine,
            },
            partner: get("partner"),
            measure: measure(&get("in")),
            months: get("months").parse().ok().filter(|months| MONTHS.contains(months)).unwrap_or(PRESET_MONTHS),
            by_stage: get("by") == "stage",
        }
    }

    /// Writes it into the address, without a step in the history.
    pub fn to_address(&self, preset: bool) {
        let Ok(params) = UrlSearchParams::new() else { return };
        if self.view == View::Forecast {
            params.append("view", "forecast");
        }
        if self.mine != preset {
            params.append("owner", if self.mine { "me" } else { "all" });
        }
        if !self.partner.is_empty() {
            params.append("partner", &self.partner);
        }
        match &self.measure {
            Some(Measure::Count) => params.append("in", COUNT),
            Some(Measure::Sum(code)) => params.append("in", code),
            None => {}
        }
        if self.months != PRESET_MONTHS {
            params.append("months", &self.months.to_string());
        }
        if self.by_stage {
            params.append("by", "stage");
        }
        let query = String::from(params.to_string());
        let path = window().location().pathname().unwrap_or_default();
        show_address(&if query.is_empty() { path } else { format!("{path}?{query}") });
    }

    /// What is asked of the PRM.
    pub fn filter(&self) -> FigureFilter {
        FigureFilter { mine: self.mine, partner: self.partner.clone(), months: self.months }
    }

    /// The same look at what was asked for with a filter.
    pub fn at(&self, filter: &FigureFilter) -> Self {
        Self { mine: filter.mine, partner: filter.partner.clone(), months: filter.months, ..self.clone() }
    }

    /// What is counted, of the currencies there are: as it was chosen, or in that of the most deals.
    pub fn counted(&self, currencies: &[String]) -> Measure {
        let first = || currencies.first().map_or(Measure::Count, |first| Measure::Sum(first.clone()));
        match &self.measure {
            Some(Measure::Count) if self.view == View::Pictures => Measure::Count,
            Some(Measure::Sum(code)) if currencies.contains(code) => Measure::Sum(code.clone()),
            _ => first(),
        }
    }
}

/// What a chip or the address names.
pub(super) fn measure(name: &str) -> Option<Measure> {
    match name {
        "" => None,
        COUNT => Some(Measure::Count),
        code => Some(Measure::Sum(code.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(view: View, measure: Option<Measure>) -> Look {
        Look { view, mine: false, partner: String::new(), measure, months: 12, by_stage: false }
    }

    #[test]
    fn what_is_counted_is_what_there_is() {
        let there = ["EUR".to_owned(), "CHF".to_owned()];
        let sum = |code: &str| Measure::Sum(code.to_owned());
        assert_eq!(look(View::Pictures, None).counted(&there), sum("EUR"));
        assert_eq!(look(View::Pictures, Some(sum("CHF"))).counted(&there), sum("CHF"));
        assert_eq!(look(View::Pictures, Some(sum("SEK"))).counted(&there), sum("EUR"), "there is none any more");
        assert_eq!(look(View::Pictures, Some(Measure::Count)).counted(&there), Measure::Count);
        assert_eq!(look(View::Forecast, Some(Measure::Count)).counted(&there), sum("EUR"), "a forecast is in money");
        assert_eq!(look(View::Pictures, None).counted(&[]), Measure::Count);
    }
}
