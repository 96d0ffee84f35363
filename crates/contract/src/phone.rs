//! A telephone number that any phone can dial.

use serde::{Deserialize, Serialize};

/// A number in E.164 form: `+`, then 8 to 15 digits of which the first is not 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "+494012345678"))]
pub struct Phone(String);

/// Why a text is no number in E.164 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// The country code is missing: the number does not start with `+`.
    #[error("no country code")]
    NoCountryCode,
    /// A character that is neither a digit nor one of the separators people type.
    #[error("{0:?} cannot stand in a number")]
    BadCharacter(char),
    /// Fewer than 8 or more than 15 digits, or a country code that starts with 0.
    #[error("not 8 to 15 digits")]
    BadLength,
}

impl Phone {
    /// Takes what people type: `+49 (40) 123-456` and `0049 40 123456` are one number.
    pub fn parse(typed: &str) -> Result<Self, PhoneError> {
        let typed = typed.trim();
        let digits = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00")).ok_or(PhoneError::NoCountryCode)?;
        let mut number = String::from("+");
        for c in digits.chars() {
            match c {
                '0'..='9' => number.push(c),
                ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}' => {}
                bad => return Err(PhoneError::BadCharacter(bad)),
            }
        }
        if !matches!(number.len(), 9..=16) || number.starts_with("+0") {
            return Err(PhoneError::BadLength);
        }
        Ok(Self(number))
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;
    fn try_from(typed: String) -> Result<Self, PhoneError> {
        Self::parse(&typed)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_one_number() {
        for typed in ["+494012345678", "+49 (40) 1234-5678", "0049 40 12345678", " +49.40/12345678 "] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), "+494012345678", "{typed:?}");
        }
    }

    #[test]
    fn a_mistake_is_named() {
        assert_eq!(Phone::parse("040 12345678"), Err(PhoneError::NoCountryCode));
        assert_eq!(Phone::parse("+49 40 CALL"), Err(PhoneError::BadCharacter('C')));
        assert_eq!(Phone::parse("+49 123"), Err(PhoneError::BadLength));
        assert_eq!(Phone::parse("+0123456789"), Err(PhoneError::BadLength));
        assert_eq!(Phone::parse("+1234567890123456"), Err(PhoneError::BadLength));
    }
}
