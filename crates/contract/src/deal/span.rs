//! Spans of days that a list is narrowed to: from one day to another, or by a name that stays relative to today.

use super::reading::read_date;
use crate::named::named;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

named! {
    /// A span of days by its name. What it means moves with the day on which it is asked for.
    pub enum Period {
        /// Before today.
        Overdue = "overdue",
        /// Today.
        Today = "today",
        /// From Monday to Sunday.
        ThisWeek = "this-week",
        /// The calendar month.
        ThisMonth = "this-month",
        /// The month after.
        NextMonth = "next-month",
        /// The month before.
        LastMonth = "last-month",
        /// From January, April, July or October on.
        ThisQuarter = "this-quarter",
        /// The three months after.
        NextQuarter = "next-quarter",
        /// The calendar year.
        ThisYear = "this-year",
        /// Today and the six days after.
        Next7Days = "next-7-days",
        /// Today and the 29 days after.
        Next30Days = "next-30-days",
        /// Today and the 89 days after.
        Next90Days = "next-90-days",
        /// Today and the six days before.
        Last7Days = "last-7-days",
        /// Today and the 29 days before.
        Last30Days = "last-30-days",
        /// Today and the 89 days before.
        Last90Days = "last-90-days",
    }
}

/// A span of days: in a query a period's name, or `2026-11-01..2026-11-30`, where one side may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// By its name.
    Named(Period),
    /// Both days belong to it. One of them is there, and the first is not after the last.
    Days {
        /// The first day.
        from: Option<NaiveDate>,
        /// The last day.
        until: Option<NaiveDate>,
    },
}

impl Span {
    /// From one day to another; `None` where that is no span.
    #[must_use]
    pub fn between(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Self> {
        let some = from.is_some() || until.is_some();
        let ordered = from.zip(until).is_none_or(|(from, until)| from <= until);
        (some && ordered).then_some(Self::Days { from, until })
    }

    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, until)) = text.split_once("..") else { return Period::parse(text).map(Self::Named) };
        let day = |text: &str| if text.is_empty() { Some(None) } else { read_date(text).map(Some) };
        Self::between(day(from)?, day(until)?)
    }

    /// The first and the last day, as seen on the day `today`.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Named(period) => period.days(today),
            Self::Days { from, until } => (from, until),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(period) => f.write_str(period.name()),
            Self::Days { from, until } => {
                if let Some(from) = from {
                    from.fmt(f)?;
                }
                f.write_str("..")?;
                until.iter().try_for_each(|until| until.fmt(f))
            }
        }
    }
}

impl Period {
    fn days(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let before = |days| today.checked_sub_days(Days::new(days));
        let after = |days| today.checked_add_days(Days::new(days));
        // The first day of the calendar's month, `months` from the one of today.
        let month = |months: i32| {
            let first = today.with_day(1)?;
            let by = Months::new(months.unsigned_abs());
            if months < 0 { first.checked_sub_months(by) } else { first.checked_add_months(by) }
        };
        let calendar = |from: i32, until: i32| (month(from), month(until).and_then(|day| day.pred_opt()));
        // How many months of the quarter, or of the year, have passed.
        let passed = |of: u32| i32::try_from(today.month0() % of).unwrap_or(0);
        match self {
            Self::Overdue => (None, before(1)),
            Self::Today => (Some(today), Some(today)),
            Self::ThisWeek => {
                let monday = before(today.weekday().num_days_from_monday().into());
                (monday, monday.and_then(|monday| monday.checked_add_days(Days::new(6))))
            }
            Self::ThisMonth => calendar(0, 1),
            Self::NextMonth => calendar(1, 2),
            Self::LastMonth => calendar(-1, 0),
            Self::ThisQuarter => calendar(-passed(3), 3 - passed(3)),
            Self::NextQuarter => calendar(3 - passed(3), 6 - passed(3)),
            Self::ThisYear => calendar(-passed(12), 12 - passed(12)),
            Self::Next7Days => (Some(today), after(6)),
            Self::Next30Days => (Some(today), after(29)),
            Self::Next90Days => (Some(today), after(89)),
            Self::Last7Days => (before(6), Some(today)),
            Self::Last30Days => (before(29), Some(today)),
            Self::Last90Days => (before(89), Some(today)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(name: &str, today: &str) -> String {
        let (from, until) = Span::parse(name).unwrap().days(today.parse().unwrap());
        Span::Days { from, until }.to_string()
    }

    #[test]
    fn a_name_means_what_the_calendar_says() {
        assert_eq!(of("this-month", "2026-11-25"), "2026-11-01..2026-11-30");
        assert_eq!(of("next-month", "2026-12-31"), "2027-01-01..2027-01-31");
        assert_eq!(of("last-month", "2027-03-31"), "2027-02-01..2027-02-28");
        assert_eq!(of("this-quarter", "2026-11-25"), "2026-10-01..2026-12-31");
        assert_eq!(of("next-quarter", "2026-11-25"), "2027-01-01..2027-03-31");
        assert_eq!(of("this-year", "2026-01-01"), "2026-01-01..2026-12-31");
        assert_eq!(of("this-week", "2026-11-29"), "2026-11-23..2026-11-29");
        assert_eq!(of("this-week", "2026-11-23"), "2026-11-23..2026-11-29");
        assert_eq!(of("next-30-days", "2028-02-15"), "2028-02-15..2028-03-15");
        assert_eq!(of("overdue", "2026-11-25"), "..2026-11-24");
        assert_eq!(of("2026-11-05..", "2026-11-25"), "2026-11-05..");
    }

    #[test]
    fn what_is_no_span_is_none() {
        for text in ["", "..", "soon", "2026-11-05", "2026-11-05..2026-11-04", "2026-02-30..", "2026-1-5..", "a..b"] {
            assert_eq!(Span::parse(text), None, "{text}");
        }
    }

    fn a_day() -> impl Strategy<Value = NaiveDate> {
        (0_i32..40_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(720_000 + day).unwrap())
    }

    proptest! {
        #[test]
        fn a_span_is_read_as_it_is_written(from in proptest::option::of(a_day()), until in proptest::option::of(a_day())) {
            if let Some(span) = Span::between(from, until) {
                prop_assert_eq!(Span::parse(&span.to_string()), Some(span));
            }
        }

        #[test]
        fn a_period_has_its_days_in_order_and_the_present_ones_have_today(today in a_day()) {
            for period in Period::ALL {
                prop_assert_eq!(Span::parse(period.name()), Some(Span::Named(period)));
                let (from, until) = period.days(today);
                let (from, until) = (from.unwrap_or(NaiveDate::MIN), until.unwrap());
                prop_assert!(from <= until, "{}", period.name());
                let present = !matches!(period, Period::Overdue | Period::NextMonth | Period::LastMonth | Period::NextQuarter);
                prop_assert_eq!(present, (from..=until).contains(&today), "{}", period.name());
            }
        }
    }
}
