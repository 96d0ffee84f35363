//! The browser's `Intl`: numbers, amounts, names of countries. Formatters are made once.

use super::Words;
use js_sys::{Array, Function, Object, Reflect};
use portico_contract::country::Country;
use portico_contract::money::Money;
use portico_contract::total::Total;
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

    pub(super) fn call(
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
pub(super) fn number(count: i64) -> JsValue {
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
        self.amount(&money.amount(), money.currency().code())
    }

    /// A sum, which can be wider than an amount.
    #[must_use]
    pub fn total(&self, total: &Total) -> String {
        self.amount(total.amount(), total.currency())
    }

    fn amount(&self, amount: &str, currency: &str) -> String {
        let whole = !amount.contains('.') || amount.trim_end_matches('0').ends_with('.');
        let key = format!("money-{currency}-{whole}");
        let mut options = vec![
            ("style", JsValue::from("currency")),
            ("currency", currency.into()),
            ("currencyDisplay", "narrowSymbol".into()),
        ];
        if whole {
            options.push(("maximumFractionDigits", 0.into()));
        }
        // A decimal string is formatted exactly, however large (Intl.NumberFormat v3).
        let said = self.intl.call(&key, "NumberFormat", "format", &options, &[amount.into()]);
        said.unwrap_or_else(|| format!("{currency} {amount}"))
    }

    /// A sum as short as it can be read: `€1.2M`.
    #[must_use]
    pub fn short_total(&self, total: &Total) -> String {
        let options = [
            ("style", JsValue::from("currency")),
            ("currency", total.currency().into()),
            ("currencyDisplay", "narrowSymbol".into()),
            ("notation", "compact".into()),
            ("maximumSignificantDigits", 3.into()),
        ];
        let key = format!("short-{}", total.currency());
        let said = self.intl.call(&key, "NumberFormat", "format", &options, &[total.amount().into()]);
        said.unwrap_or_else(|| self.total(total))
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
    pub fn bytes(&self, count: impl Into<u64>) -> String {
        self.size(count.into())
    }

    fn size(&self, count: u64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "files stay far below 2^53 bytes")]
        let (unit, size) = match count as f64 {
            small if small < 1e6 => ("kilobyte", (small / 1e3).ceil()),
            large if large < 1e9 => ("megabyte", large / 1e6),
            huge => ("gigabyte", huge / 1e9),
        };
        let options = [("style", JsValue::from("unit")), ("unit", unit.into()), ("maximumFractionDigits", 1.into())];
        let said = self.intl.call(unit, "NumberFormat", "format", &options, &[size.into()]);
        // Where the browser knows no units; in whole numbers, so that the program needs no code to write others.
        said.unwrap_or_else(|| format!("{} kB", count.div_ceil(1_000)))
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
