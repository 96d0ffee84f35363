//! A forecast as a table: its heads and rows, in the words and the numbers of a language.

use super::super::settings::Settings;
use crate::ports::{Breakdown, FigureTable};
use crate::table::Sheet;
use portico_contract::month::Period;
use portico_contract::pipeline::{Forecast, Outlook};

/// A forecast as rows, in the first of `languages` that the tenant has.
pub(super) fn tabled(forecast: &Forecast, settings: &Settings, by: Breakdown, languages: &[String]) -> FigureTable {
    let language = settings.languages(languages).swap_remove(0);
    let (sheet, voice) = (settings.sheet(&language), settings.voice(&language));
    let say = |id: &str| voice.say(id, &[]);
    let first = if by == Breakdown::Month { "forecast-month" } else { "column-partner" };
    let mut rows = vec![[first].iter().chain(&HEADS).map(|id| say(id)).collect()];
    match by {
        Breakdown::Month => {
            for one in &forecast.periods {
                let name = match one.period {
                    Period::Month(month) => month.to_string(),
                    Period::Overdue => say("forecast-overdue"),
                    Period::Later => say("forecast-later"),
                    Period::None => say("forecast-no-day"),
                };
                rows.extend(one.outlooks.iter().map(|outlook| cells(&sheet, name.clone(), outlook)));
            }
        }
        Breakdown::Partner => {
            for one in &forecast.partners {
                let others = || voice.say("forecast-others", &[("count", one.firms.into())]);
                let name = one.organisation.as_ref().map_or_else(others, |firm| firm.name.clone());
                rows.push(cells(&sheet, name, &one.outlook));
            }
        }
    }
    FigureTable { today: forecast.today, separator: sheet.separator(), rows }
}

/// The columns behind the first.
const HEADS: [&str; 7] = [
    "currency",
    "forecast-won",
    "forecast-commit",
    "forecast-best-case",
    "forecast-pipeline",
    "forecast-weighted",
    "forecast-open",
];

/// A row of the table: what it is of, its currency, and amounts that a spreadsheet of the language reads as numbers.
fn cells(sheet: &Sheet, name: String, outlook: &Outlook) -> Vec<String> {
    let sums = [&outlook.won.sum, &outlook.commit, &outlook.best_case, &outlook.pipeline, &outlook.weighted];
    let amounts = sums.into_iter().map(|sum| sheet.number(sum.amount()));
    [name, outlook.currency().to_owned()].into_iter().chain(amounts).chain([outlook.open.count.to_string()]).collect()
}
