//! Months of the calendar, and the spans of time that a pipeline is looked at in.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A month, `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(NaiveDate);

/// The text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("YYYY-MM is expected")]
pub struct NoMonth;

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Result<Self, NoMonth> {
        let fits = text.len() == 7
            && text.bytes().enumerate().all(|(at, c)| if at == 4 { c == b'-' } else { c.is_ascii_digit() });
        let first = if fits { format!("{text}-01").parse().ok() } else { None };
        first.map(Self).ok_or(NoMonth)
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.plus(1).0.checked_sub_days(Days::new(1)).unwrap_or(self.0)
    }

    /// The month so many after it.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }

    /// The month so many before it.
    #[must_use]
    pub fn minus(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(self.0))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

impl TryFrom<String> for Month {
    type Error = NoMonth;
    fn try_from(text: String) -> Result<Self, NoMonth> {
        Self::parse(&text)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// When a sale is expected, seen from a day: `overdue`, a month, `later`, or `none` where nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// The day has passed, and the sale is open still.
    Overdue,
    /// In this month; in the present one from today on.
    Month(Month),
    /// Behind the months that are looked at.
    Later,
    /// No day is said.
    None,
}

impl Period {
    /// Where a day belongs, seen from `today`, with `months` to look at: the present one is the first.
    pub fn of(day: Option<NaiveDate>, today: NaiveDate, months: u32) -> Self {
        let Some(day) = day else { return Self::None };
        let month = Month::of(day);
        if day < today {
            Self::Overdue
        } else if month < Month::of(today).plus(months) {
            Self::Month(month)
        } else {
            Self::Later
        }
    }

    /// The first and the last day of it, seen as [`Period::of`] sees it; none where it has no such end.
    pub fn days(self, today: NaiveDate, months: u32) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Overdue => (None, today.checked_sub_days(Days::new(1))),
            Self::Month(month) => (Some(month.first().max(today)), Some(month.last())),
            Self::Later => (Some(Month::of(today).plus(months).first()), None),
            Self::None => (None, None),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = NoMonth;
    fn try_from(text: String) -> Result<Self, NoMonth> {
        match text.as_str() {
            "overdue" => Ok(Self::Overdue),
            "later" => Ok(Self::Later),
            "none" => Ok(Self::None),
            month => Month::parse(month).map(Self::Month),
        }
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        match period {
            Period::Overdue => "overdue".to_owned(),
            Period::Month(month) => month.to_string(),
            Period::Later => "later".to_owned(),
            Period::None => "none".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_has_its_days() {
        let month = Month::parse("2028-02").unwrap();
        assert_eq!((month.first(), month.last()), (day("2028-02-01"), day("2028-02-29")));
        assert_eq!(
            (month.plus(11).to_string(), month.minus(2).to_string()),
            ("2029-01".to_owned(), "2027-12".to_owned())
        );
        for text in ["2028-2", "2028-13", "2028-00", "+028-02", "2028-02-01", ""] {
            assert_eq!(Month::parse(text), Err(NoMonth), "{text:?}");
        }
    }

    #[test]
    fn a_day_that_has_passed_is_overdue_even_in_the_present_month() {
        let today = day("2026-11-25");
        let of = |text: &str| String::from(Period::of(Some(day(text)), today, 12));
        assert_eq!([of("2026-11-24"), of("2026-11-25"), of("2026-11-30")], ["overdue", "2026-11", "2026-11"]);
        assert_eq!([of("2027-10-31"), of("2027-11-01")], ["2027-10", "later"]);
        assert_eq!(Period::of(None, today, 12), Period::None);
    }

    proptest! {
        #[test]
        fn every_day_belongs_to_the_period_that_has_it(today in 0..40_000_u64, day in 0..40_000_u64, months in 1..24_u32) {
            let from = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
            let (today, day) = (from + Days::new(today), from + Days::new(day));
            let period = Period::of(Some(day), today, months);
            let (first, last) = period.days(today, months);
            prop_assert!(first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last), "{period:?}");
            prop_assert_eq!(Period::try_from(String::from(period)), Ok(period));
            // The day before and the day after are another's.
            for (edge, beyond) in [(first, first.map(|d| d - Days::new(1))), (last, last.map(|d| d + Days::new(1)))] {
                if let (Some(edge), Some(beyond)) = (edge, beyond) {
                    prop_assert_eq!(Period::of(Some(edge), today, months), period);
                    prop_assert_ne!(Period::of(Some(beyond), today, months), period);
                }
            }
        }
    }
}
