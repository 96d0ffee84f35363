//! Days, moments and spans of time in the person's language, and the browser's clock.

use super::Words;
use super::intl::number;
use chrono::{DateTime, NaiveDate, Utc};
use js_sys::Date;
use portico_contract::month::Month;
use wasm_bindgen::JsValue;

impl Words {
    /// A month: `November 2026`, or short and without its year: `Nov`.
    #[must_use]
    pub fn month(&self, month: Month, short: bool) -> String {
        let mut options = vec![("month", if short { "short" } else { "long" }), ("timeZone", "UTC")];
        if !short {
            options.push(("year", "numeric"));
        }
        let options: Vec<_> = options.into_iter().map(|(name, value)| (name, JsValue::from(value))).collect();
        let first = month.first().and_time(chrono::NaiveTime::MIN).and_utc();
        let key = if short { "month" } else { "month-long" };
        let said = self.intl.call(key, "DateTimeFormat", "format", &options, &[number(first.timestamp_millis())]);
        said.unwrap_or_else(|| month.to_string())
    }

    /// A day.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> String {
        let options = [("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")];
        let options = options.map(|(name, value)| (name, JsValue::from(value)));
        let midnight = date.and_time(chrono::NaiveTime::MIN).and_utc();
        let said = self.intl.call("day", "DateTimeFormat", "format", &options, &[number(midnight.timestamp_millis())]);
        said.unwrap_or_else(|| date.to_string())
    }

    /// The day of a moment, in the person's own time zone: `Monday 23 November`.
    #[must_use]
    pub fn weekday(&self, at: DateTime<Utc>) -> String {
        let options = [("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")];
        let options = options.map(|(name, value)| (name, JsValue::from(value)));
        let said = self.intl.call("weekday", "DateTimeFormat", "format", &options, &[number(at.timestamp_millis())]);
        said.unwrap_or_else(|| at.date_naive().to_string())
    }

    /// A moment, in the person's own time zone.
    #[must_use]
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let options = [("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")];
        let options = options.map(|(name, value)| (name, JsValue::from(value)));
        let said = self.intl.call("moment", "DateTimeFormat", "format", &options, &[number(at.timestamp_millis())]);
        said.unwrap_or_else(|| at.to_rfc3339())
    }

    /// A moment to the millisecond, where two are told apart by it.
    #[must_use]
    pub fn instant(&self, at: DateTime<Utc>) -> String {
        let numbers = [
            ("day", "numeric"),
            ("month", "short"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("second", "2-digit"),
        ];
        let thousandths = [("fractionalSecondDigits", JsValue::from(3))];
        let options: Vec<_> =
            numbers.into_iter().map(|(name, value)| (name, value.into())).chain(thousandths).collect();
        let said = self.intl.call("instant", "DateTimeFormat", "format", &options, &[number(at.timestamp_millis())]);
        said.unwrap_or_else(|| at.to_rfc3339())
    }

    /// How long ago, or how far ahead: `2 hr. ago`, `in 3 days`, `now`.
    #[must_use]
    pub fn ago(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let (count, unit) = span((at - now).num_seconds());
        let options = [("numeric", JsValue::from("auto")), ("style", "short".into())];
        let said = self.intl.call("ago", "RelativeTimeFormat", "format", &options, &[number(count), unit.into()]);
        said.unwrap_or_else(|| format!("{count} {unit}"))
    }

    /// A length of time in its largest unit: `3 hr`, `6 days`.
    #[must_use]
    pub fn length(&self, seconds: i64) -> String {
        let (count, unit) = span(seconds.abs().max(60));
        let options = [("style", JsValue::from("unit")), ("unit", unit.into()), ("unitDisplay", "short".into())];
        let key = format!("length-{unit}");
        let said = self.intl.call(&key, "NumberFormat", "format", &options, &[number(count)]);
        said.unwrap_or_else(|| format!("{count} {unit}"))
    }
}

/// Seconds in the unit that people would say.
fn span(seconds: i64) -> (i64, &'static str) {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    let rounded = |unit: i64| (seconds + seconds.signum() * unit / 2) / unit;
    match seconds.abs() {
        0..MINUTE => (0, "second"),
        size if size < HOUR => (seconds / MINUTE, "minute"),
        size if size < DAY => (rounded(HOUR), "hour"),
        size if size < 60 * DAY => (rounded(DAY), "day"),
        size if size < 730 * DAY => (seconds / (30 * DAY), "month"),
        _ => (seconds / (365 * DAY), "year"),
    }
}

/// The browser's clock.
#[must_use]
pub fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit into 64 bits")]
    let milliseconds = if cfg!(target_arch = "wasm32") { Date::now() as i64 } else { 0 };
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// How many days there are until a day, in the person's own time zone; 0 where it has passed.
#[must_use]
pub fn days_until(day: NaiveDate) -> i64 {
    (day - today()).num_days().max(0)
}

/// Today in the person's own time zone.
#[must_use]
pub fn today() -> NaiveDate {
    if cfg!(not(target_arch = "wasm32")) {
        return now().date_naive();
    }
    let date = Date::new_0();
    let day = NaiveDate::from_ymd_opt(
        i32::try_from(date.get_full_year()).unwrap_or(1970),
        date.get_month() + 1,
        date.get_date(),
    );
    day.unwrap_or_else(|| now().date_naive())
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn a_span_is_said_in_the_unit_that_people_would_say() {
        assert_eq!(span(30), (0, "second"));
        assert_eq!(span(-90), (-1, "minute"));
        assert_eq!(span(2 * 3_600 + 1_900), (3, "hour"));
        assert_eq!(span(-6 * 86_400), (-6, "day"));
        assert_eq!(span(90 * 86_400), (3, "month"));
    }
}
