//! The browser's `Intl`: numbers, amounts, dates, spans of time, names of countries. Formatters are made once.

use super::Words;
use chrono::{DateTime, NaiveDate, Utc};
use js_sys::{Array, Date, Function, Object, Reflect};
use portico_contract::country::Country;
use portico_contract::money::Money;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The formatters of one language. On other targets than the browser they are absent, and plain forms stand in.
pub(super) struct Intl {
    language: String,
    made: RefCell<Vec<(String, Option<Function>)>>,
}

impl Intl {
    pub(super) fn of(language: &str) -> Self {
        Self { language: language.to_owned(), made: RefCell::default() }
    }

    /// The bound `method` of an `Intl` object of `kind`, made once for `key`.
    fn formatter(&self, key: &str, kind: &str, method: &str, options: &[(&str, JsValue)]) -> Option<Function> {
        if let Some((_, made)) = self.made.borrow().iter().find(|(known, _)| known == key) {
            return made.clone();
        }
        let made = make(&self.language, kind, method, options);
        self.made.borrow_mut().push((key.to_owned(), made.clone()));
        made
    }

    fn call(
        &self,
        key: &str,
        kind: &str,
        method: &str,
        options: &[(&str, JsValue)],
        args: &[JsValue],
    ) -> Option<String> {
        let formatter = self.formatter(key, kind, method, options)?;
        let args: Array = args.iter().collect();
        formatter.apply(&JsValue::NULL, &args).ok()?.as_string()
    }

    pub(super) fn plural(&self, count: i64) -> String {
        let category = self.call("plural", "PluralRules", "select", &[], &[number(count)]);
        category.unwrap_or_else(|| if count == 1 { "one" } else { "other" }.to_owned())
    }

    pub(super) fn number(&self, count: i64) -> String {
        self.call("number", "NumberFormat", "format", &[], &[number(count)]).unwrap_or_else(|| count.to_string())
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts and ids stay far below 2^53")]
fn number(count: i64) -> JsValue {
    JsValue::from_f64(count as f64)
}

/// `new Intl[kind](language, options)[method]`, bound.
fn make(language: &str, kind: &str, method: &str, options: &[(&str, JsValue)]) -> Option<Function> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let given = Object::new();
    for (name, value) in options {
        Reflect::set(&given, &(*name).into(), value).ok()?;
    }
    // The pseudo-locale writes numbers and dates as English does.
    let language = if language == "en-XA" { "en" } else { language };
    let args = Array::of2(&language.into(), &given);
    let object = Reflect::construct(&constructor, &args).ok()?;
    let function: Function = Reflect::get(&object, &method.into()).ok()?.dyn_into().ok()?;
    Some(function.bind0(&object))
}

impl Words {
    /// An amount: `€50,000`, and its cents only where there are some.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        let currency = money.currency();
        let whole = money.amount().trim_end_matches('0').ends_with('.') || currency.digits() == 0;
        let key = format!("money-{}-{whole}", currency.code());
        let mut options = vec![
            ("style", JsValue::from("currency")),
            ("currency", currency.code().into()),
            ("currencyDisplay", "narrowSymbol".into()),
        ];
        if whole {
            options.push(("maximumFractionDigits", 0.into()));
        }
        // A decimal string is formatted exactly, however large (Intl.NumberFormat v3).
        let said = self.intl.call(&key, "NumberFormat", "format", &options, &[money.amount().into()]);
        said.unwrap_or_else(|| format!("{} {}", currency.code(), money.amount()))
    }

    /// A decimal number of percent: `2.5%`.
    #[must_use]
    pub fn percent(&self, decimal: &str) -> String {
        let options =
            [("style", JsValue::from("unit")), ("unit", "percent".into()), ("maximumFractionDigits", 2.into())];
        let said = self.intl.call("percent", "NumberFormat", "format", &options, &[decimal.into()]);
        said.unwrap_or_else(|| format!("{decimal}%"))
    }

    /// The size of a file: `1.4 MB`.
    #[must_use]
    pub fn bytes(&self, count: u32) -> String {
        let (unit, size) = match f64::from(count) {
            small if small < 1e6 => ("kilobyte", (small / 1e3).ceil()),
            large => ("megabyte", large / 1e6),
        };
        let options = [("style", JsValue::from("unit")), ("unit", unit.into()), ("maximumFractionDigits", 1.into())];
        let said = self.intl.call(unit, "NumberFormat", "format", &options, &[size.into()]);
        // Where the browser knows no units; in whole numbers, so that the program needs no code to write others.
        said.unwrap_or_else(|| format!("{} kB", count.div_ceil(1_000)))
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

    /// A country's name.
    #[must_use]
    pub fn country(&self, country: Country) -> String {
        let options = [("type", JsValue::from("region"))];
        let said = self.intl.call("country", "DisplayNames", "of", &options, &[country.code().into()]);
        said.unwrap_or_else(|| country.code().to_owned())
    }

    /// A language's name in this language.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        let options = [("type", JsValue::from("language"))];
        let said = self.intl.call("language", "DisplayNames", "of", &options, &[tag.into()]);
        said.unwrap_or_else(|| tag.to_owned())
    }

    /// Which of two texts comes first in this language.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> std::cmp::Ordering {
        let compare = self.intl.formatter("compare", "Collator", "compare", &[]);
        let order =
            compare.and_then(|compare| compare.call2(&JsValue::NULL, &one.into(), &other.into()).ok()?.as_f64());
        match order {
            Some(order) if order < 0.0 => std::cmp::Ordering::Less,
            Some(order) if order > 0.0 => std::cmp::Ordering::Greater,
            Some(_) => std::cmp::Ordering::Equal,
            None => one.cmp(other),
        }
    }

    /// The sign that stands before decimals in this language.
    #[must_use]
    pub fn decimal_sign(&self) -> char {
        let said = self.intl.call("number", "NumberFormat", "format", &[], &[JsValue::from_f64(1.5)]);
        said.and_then(|said| said.chars().find(|c| !c.is_ascii_digit())).unwrap_or('.')
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
