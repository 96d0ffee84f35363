//! Percentage points: what a rule adds to a margin. Counted in hundredths, never a float.

use crate::money::Money;
use serde::{Deserialize, Serialize};

/// From 0 to 100 percentage points; on the wire a decimal string with at most two decimals: `"5"`, `"2.5"`, `"0.25"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(
    feature = "schema",
    derive(utoipa::ToSchema),
    schema(value_type = String, example = "2.5", pattern = r"^[0-9]{1,3}(\.[0-9]{1,2})?$")
)]
pub struct Points(u16);

/// Why a text is no number of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PointsError {
    /// Anything but digits and at most one point.
    #[error("not a decimal number with a point")]
    BadForm,
    /// More than two digits after the point.
    #[error("more than two decimals")]
    TooPrecise,
    /// More than 100.
    #[error("more than 100")]
    TooLarge,
}

impl Points {
    /// The whole of an amount.
    pub const ALL: Self = Self(10_000);

    /// So many hundredths of a point; `None` past 100 points.
    pub fn from_hundredths(hundredths: u32) -> Option<Self> {
        u16::try_from(hundredths).ok().map(Self).filter(|points| *points <= Self::ALL)
    }

    /// In hundredths of a point.
    pub fn hundredths(self) -> u16 {
        self.0
    }

    /// Reads `5`, `5.0`, `2.5` or `0.25`.
    pub fn parse(text: &str) -> Result<Self, PointsError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(PointsError::BadForm);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 2 {
            return Err(PointsError::TooPrecise);
        }
        let whole: u32 = whole.parse().map_err(|_| PointsError::TooLarge)?;
        let fraction: u32 = format!("{fraction:0<2}").parse().map_err(|_| PointsError::BadForm)?;
        let hundredths = whole.checked_mul(100).and_then(|whole| whole.checked_add(fraction));
        hundredths.and_then(Self::from_hundredths).ok_or(PointsError::TooLarge)
    }

    /// So much of an amount, rounded down to the currency's smallest unit.
    #[must_use]
    pub fn of(self, amount: Money) -> Money {
        amount.part(u128::from(self.0), u128::from(Self::ALL.0))
    }
}

impl From<Points> for String {
    fn from(points: Points) -> Self {
        let (whole, fraction) = (points.0 / 100, points.0 % 100);
        match fraction {
            0 => whole.to_string(),
            _ if fraction % 10 == 0 => format!("{whole}.{}", fraction / 10),
            _ => format!("{whole}.{fraction:02}"),
        }
    }
}

impl TryFrom<String> for Points {
    type Error = PointsError;
    fn try_from(text: String) -> Result<Self, PointsError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    #[test]
    fn points_are_read_and_written_as_people_write_them() {
        let printed = |text: &str| Points::parse(text).map(String::from);
        assert_eq!(printed("5"), Ok("5".to_owned()));
        assert_eq!(printed("05.00"), Ok("5".to_owned()));
        assert_eq!(printed("2.5"), Ok("2.5".to_owned()));
        assert_eq!(printed("0.05"), Ok("0.05".to_owned()));
        assert_eq!(printed("100"), Ok("100".to_owned()));
        assert_eq!(printed("100.01"), Err(PointsError::TooLarge));
        assert_eq!(printed("99999999999"), Err(PointsError::TooLarge));
        assert_eq!(printed("0.125"), Err(PointsError::TooPrecise));
        for text in ["", "5,5", "-1", "+1", "5.", ".5", "1e2", "5 %"] {
            assert_eq!(Points::parse(text), Err(PointsError::BadForm), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn points_print_and_parse_back(hundredths in 0_u32..=10_000) {
            let points = Points::from_hundredths(hundredths).unwrap();
            prop_assert_eq!(Points::parse(&String::from(points)), Ok(points));
        }

        #[test]
        fn a_part_is_never_more_than_the_whole(minor in 0_i64..100_000_000_000_000, hundredths in 0_u32..=10_000) {
            let amount = Money::from_minor(minor, Currency::parse("EUR").unwrap()).unwrap();
            let points = Points::from_hundredths(hundredths).unwrap();
            let part = points.of(amount).minor();
            prop_assert!(part <= minor);
            let exact = i128::from(minor) * i128::from(hundredths);
            prop_assert!(i128::from(part) * 10_000 <= exact && exact < (i128::from(part) + 1) * 10_000);
        }
    }
}
