//! An amount in one currency, counted in its minor unit. Never a float, never added across currencies.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "EUR"))]
pub struct Currency([u8; 3]);

/// ISO 4217 currencies in use, by the number of digits after the point.
const TWO_DIGITS: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
    CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR \
    ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN \
    NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
    SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
const NO_DIGITS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const THREE_DIGITS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// Why a text is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a code of ISO 4217.
    #[error("not a currency")]
    UnknownCurrency,
    /// Anything but digits and at most one point: a comma, a sign, an exponent.
    #[error("not a decimal number with a point")]
    BadForm,
    /// More digits after the point than the currency has.
    #[error("more decimals than the currency has")]
    TooPrecise,
    /// More than 12 digits before the point.
    #[error("more than 12 digits before the point")]
    TooLarge,
}

impl Currency {
    /// One of those with the most digits after the point.
    pub(crate) const MOST_PRECISE: Self = Self(*b"KWD");

    /// Parses an ISO 4217 code in capital letters.
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| MoneyError::UnknownCurrency)?;
        let known =
            [TWO_DIGITS, NO_DIGITS, THREE_DIGITS].iter().any(|list| list.split_whitespace().any(|one| one == code));
        if known { Ok(Self(bytes)) } else { Err(MoneyError::UnknownCurrency) }
    }

    /// The ISO 4217 code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn digits(self) -> u8 {
        if NO_DIGITS.contains(self.code()) {
            0
        } else if THREE_DIGITS.contains(self.code()) {
            3
        } else {
            2
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(code: String) -> Result<Self, MoneyError> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

/// An amount that is zero or more: on the wire `{"amount": "1250.00", "currency": "EUR"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// How money travels: a decimal string and an ISO 4217 code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = Money))]
pub struct Wire {
    /// A decimal number with a point, as many decimals as the currency has.
    #[cfg_attr(feature = "schema", schema(example = "50000.00", pattern = r"^[0-9]{1,12}(\.[0-9]{1,3})?$"))]
    pub(crate) amount: String,
    /// ISO 4217.
    #[cfg_attr(feature = "schema", schema(example = "EUR"))]
    pub(crate) currency: String,
}

impl Money {
    /// An amount counted in the currency's minor unit (cents); `None` below zero or past 12 digits before the point.
    pub fn from_minor(minor: i64, currency: Currency) -> Option<Self> {
        let limit = 10_i64.pow(12 + u32::from(currency.digits()));
        (0..limit).contains(&minor).then_some(Self { minor, currency })
    }

    /// Parses a decimal string such as `1250`, `1250.5` or `1250.00`.
    pub fn parse(amount: &str, currency: Currency) -> Result<Self, MoneyError> {
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(MoneyError::BadForm);
        }
        let digits = usize::from(currency.digits());
        let significant = fraction.trim_end_matches('0');
        if significant.len() > digits {
            return Err(MoneyError::TooPrecise);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 12 {
            return Err(MoneyError::TooLarge);
        }
        let minor = format!("{whole}{significant:0<digits$}");
        let minor = if minor.is_empty() { 0 } else { minor.parse().map_err(|_| MoneyError::TooLarge)? };
        Ok(Self { minor, currency })
    }

    /// The amount in the minor unit of its currency.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The `counted`th part of `of`, rounded down to the minor unit; never more than the amount itself.
    #[must_use]
    pub fn part(self, counted: u128, of: u128) -> Self {
        let minor = u128::try_from(self.minor).unwrap_or_default();
        let part = minor.checked_mul(counted.min(of)).and_then(|all| all.checked_div(of));
        let minor = part.and_then(|part| i64::try_from(part).ok()).unwrap_or_default();
        Self { minor, ..self }
    }

    /// The sum, or `None` for two currencies or past the limit of an amount.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        Self::from_minor(self.minor.checked_add(other.minor)?, self.currency)
    }

    /// The difference, or `None` for two currencies or below zero.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        Self::from_minor(self.minor.checked_sub(other.minor)?, self.currency)
    }

    /// The decimal string of the wire, with all the currency's decimals: `1250.00`.
    pub fn amount(self) -> String {
        let digits = u32::from(self.currency.digits());
        if digits == 0 {
            return self.minor.to_string();
        }
        let unit = 10_i64.pow(digits);
        format!("{}.{:0width$}", self.minor / unit, self.minor % unit, width = digits as usize)
    }
}

impl TryFrom<Wire> for Money {
    type Error = MoneyError;
    fn try_from(wire: Wire) -> Result<Self, MoneyError> {
        Self::parse(&wire.amount, Currency::parse(&wire.currency)?)
    }
}

impl From<Money> for Wire {
    fn from(money: Money) -> Self {
        Self { amount: money.amount(), currency: money.currency.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn eur() -> Currency {
        Currency::parse("EUR").unwrap()
    }

    #[test]
    fn an_amount_prints_with_all_decimals_of_its_currency() {
        let print = |amount: &str, code: &str| Money::parse(amount, Currency::parse(code).unwrap()).unwrap().amount();
        assert_eq!(print("1250", "EUR"), "1250.00");
        assert_eq!(print("0001250.5", "EUR"), "1250.50");
        assert_eq!(print("0", "EUR"), "0.00");
        assert_eq!(print("1250.000", "JPY"), "1250");
        assert_eq!(print("0.005", "KWD"), "0.005");
    }

    #[test]
    fn what_is_no_amount_says_why() {
        for text in ["1,250.00", "1250,00", "-5", "+5", "1e3", "", ".", "5.", ".5", "٣", "1 250"] {
            assert_eq!(Money::parse(text, eur()), Err(MoneyError::BadForm), "{text:?}");
        }
        assert_eq!(Money::parse("1.005", eur()), Err(MoneyError::TooPrecise));
        assert_eq!(Money::parse("1000000000000", eur()), Err(MoneyError::TooLarge));
        assert_eq!(Currency::parse("eur"), Err(MoneyError::UnknownCurrency));
        assert_eq!(Currency::parse("XYZ"), Err(MoneyError::UnknownCurrency));
        assert_eq!(Currency::parse("€"), Err(MoneyError::UnknownCurrency));
    }

    #[test]
    fn two_currencies_never_add_up() {
        let one = Money::parse("1", eur()).unwrap();
        let dollar = Money::parse("1", Currency::parse("USD").unwrap()).unwrap();
        assert_eq!(one.checked_add(dollar), None);
        assert_eq!(one.checked_add(one).unwrap().amount(), "2.00");
    }

    proptest! {
        #[test]
        fn money_prints_and_parses_back(minor in 0_i64..100_000_000_000_000, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
            let currency = Currency::parse(code).unwrap();
            if let Some(money) = Money::from_minor(minor, currency) {
                prop_assert_eq!(Money::parse(&money.amount(), currency).unwrap(), money);
                let json = serde_json::to_string(&money).unwrap();
                prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
            }
        }

        #[test]
        fn any_text_is_judged_without_a_panic(text in ".{0,40}") {
            let _ = Money::parse(&text, eur());
        }
    }
}
