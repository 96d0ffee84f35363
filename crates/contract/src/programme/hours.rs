//! When somebody at the vendor answers.

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The hours in which an answer can be expected, in the tenant's time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BusinessHours {
    /// On which days of the week: `Mon`, `Tue`, ...
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub days: Vec<Weekday>,
    /// From when, `HH:MM:SS`.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub opens: NaiveTime,
    /// Until when; later on the same day.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub closes: NaiveTime,
    /// Not on these days, at most 400.
    pub holidays: BTreeSet<NaiveDate>,
}

impl Default for BusinessHours {
    fn default() -> Self {
        Self {
            days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
            opens: NaiveTime::from_hms_opt(9, 0, 0).expect("a time of day"),
            closes: NaiveTime::from_hms_opt(17, 0, 0).expect("a time of day"),
            holidays: BTreeSet::new(),
        }
    }
}
