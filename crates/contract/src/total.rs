//! A sum of amounts in one currency. An amount ends at 12 digits before the point; a sum of many does not.

use crate::money::{Currency, Money, Wire};
use serde::{Deserialize, Serialize};

/// A sum that is zero or more, written as an amount is: `{"amount": "1250000000000.00", "currency": "EUR"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Total(Wire);

impl Total {
    /// So many minor units (cents); less than none are none.
    pub fn of(minor: i128, currency: Currency) -> Self {
        let (minor, digits) = (minor.max(0), u32::from(currency.digits()));
        let unit = 10_i128.pow(digits);
        let amount = match digits {
            0 => minor.to_string(),
            digits => format!("{}.{:0width$}", minor / unit, minor % unit, width = digits as usize),
        };
        Self(Wire { amount, currency: currency.into() })
    }

    /// The decimal string, with all the currency's decimals.
    pub fn amount(&self) -> &str {
        &self.0.amount
    }

    /// The code of the currency.
    pub fn currency(&self) -> &str {
        &self.0.currency
    }

    /// In the minor unit of its currency; 0 where somebody wrote what is no amount.
    pub fn minor(&self) -> i128 {
        self.0.amount.replace('.', "").parse().unwrap_or_default()
    }
}

impl From<Money> for Total {
    fn from(money: Money) -> Self {
        Self::of(money.minor().into(), money.currency())
    }
}

/// How a sum travels: as an amount does, without its limit.
#[cfg(feature = "schema")]
#[derive(Serialize, utoipa::ToSchema)]
pub struct Sum {
    /// A decimal number with a point, as many decimals as the currency has.
    #[schema(example = "1250000000000.00", pattern = r"^[0-9]+(\.[0-9]{1,3})?$")]
    pub amount: String,
    /// ISO 4217.
    #[schema(example = "EUR")]
    pub currency: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_sum_is_as_wide_as_it_has_to_be_and_written_like_an_amount() {
        let yen = Currency::parse("JPY").unwrap();
        let dinars = Currency::parse("KWD").unwrap();
        assert_eq!(Total::of(5, dinars).amount(), "0.005");
        assert_eq!(Total::of(5, yen).amount(), "5");
        let written = serde_json::to_value(Total::of(i128::from(i64::MAX) * 1_000, dinars)).unwrap();
        assert_eq!(written, json!({"amount": "9223372036854775807.000", "currency": "KWD"}));
    }

    proptest! {
        #[test]
        fn no_minor_unit_is_lost_on_the_way(minor in 0..i128::MAX / 10, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
            let total = Total::of(minor, Currency::parse(code).unwrap());
            let read: Total = serde_json::from_value(serde_json::to_value(&total).unwrap()).unwrap();
            prop_assert_eq!(read.minor(), minor);
            prop_assert_eq!(read.currency(), code);
        }

        #[test]
        fn an_amount_is_a_sum_of_one(minor in 0..10_i64.pow(14)) {
            let money = Money::from_minor(minor, Currency::parse("EUR").unwrap()).unwrap();
            let total = Total::from(money);
            prop_assert_eq!(total.amount(), money.amount());
        }
    }
}
