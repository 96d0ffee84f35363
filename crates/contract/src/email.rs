//! The address at which a contact is reached.

use crate::website::{Website, WebsiteError};
use serde::{Deserialize, Serialize};

/// An e-mail address of the plain form `local@host` (RFC 5321 without quoting and address literals), at most 254
/// characters (RFC 3696, erratum 1690). The host is kept in lower case, the local part as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, format = "email"))]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// There is no `@`, or nothing before it.
    #[error("no name before an @")]
    NoAt,
    /// The host has no dot: its ending is missing.
    #[error("the ending of the address is missing")]
    NoEnding,
    /// A character that no address has.
    #[error("{0:?} cannot stand in an address")]
    BadCharacter(char),
    /// Over 254 characters, or over 64 before the `@`.
    #[error("too long")]
    TooLong,
    /// Dots at the ends of the name or doubled, or a host that is none.
    #[error("not the form of an address")]
    BadForm,
}

impl Email {
    /// Parses an address, white space around it taken away.
    pub fn parse(typed: &str) -> Result<Self, EmailError> {
        let typed = typed.trim();
        if typed.len() > 254 {
            return Err(EmailError::TooLong);
        }
        let (local, host) = typed.rsplit_once('@').ok_or(EmailError::NoAt)?;
        if local.is_empty() {
            return Err(EmailError::NoAt);
        }
        if local.len() > 64 {
            return Err(EmailError::TooLong);
        }
        // RFC 5322, section 3.2.3: atext and dots.
        let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        if let Some(bad) = local.chars().find(|c| !allowed(*c)) {
            return Err(EmailError::BadCharacter(bad));
        }
        if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
            return Err(EmailError::BadForm);
        }
        let lower = host.to_ascii_lowercase();
        // A website may be pasted with a scheme or a path; the host of an address may not.
        if let Some(bad) = lower.chars().find(|c| matches!(c, '/' | ':' | '?' | '#')) {
            return Err(EmailError::BadCharacter(bad));
        }
        match Website::parse(&lower) {
            Ok(_) if lower.ends_with('.') => Err(EmailError::BadForm),
            Ok(_) => Ok(Self(format!("{local}@{lower}"))),
            Err(WebsiteError::NoDot | WebsiteError::Empty) => Err(EmailError::NoEnding),
            Err(WebsiteError::BadCharacter(bad)) => Err(EmailError::BadCharacter(bad)),
            Err(WebsiteError::BadForm) if lower.ends_with('.') => Err(EmailError::NoEnding),
            Err(WebsiteError::BadForm) => Err(EmailError::BadForm),
        }
    }

    /// The address as mail programs take it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;
    fn try_from(typed: String) -> Result<Self, EmailError> {
        Self::parse(&typed)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_kept_with_its_host_in_lower_case() {
        assert_eq!(
            Email::parse(" Ines.Vogt@HarbourFoods.example ").unwrap().as_str(),
            "Ines.Vogt@harbourfoods.example"
        );
        assert!(Email::parse("o'hara+deals@www.example.com").is_ok());
    }

    #[test]
    fn a_mistake_is_named() {
        assert_eq!(Email::parse("ines.vogt"), Err(EmailError::NoAt));
        assert_eq!(Email::parse("@example.com"), Err(EmailError::NoAt));
        assert_eq!(Email::parse("ines.vogt@harbourfoods"), Err(EmailError::NoEnding));
        assert_eq!(Email::parse("ines@"), Err(EmailError::NoEnding));
        assert_eq!(Email::parse("ines@harbourfoods."), Err(EmailError::NoEnding));
        assert_eq!(Email::parse("in es@example.com"), Err(EmailError::BadCharacter(' ')));
        assert_eq!(Email::parse("ines@exam ple.com"), Err(EmailError::BadCharacter(' ')));
        assert_eq!(Email::parse("ines@example.com/about"), Err(EmailError::BadCharacter('/')));
        assert_eq!(Email::parse("ines..vogt@example.com"), Err(EmailError::BadForm));
        assert_eq!(Email::parse(&format!("{}@example.com", "a".repeat(65))), Err(EmailError::TooLong));
        assert_eq!(Email::parse(&format!("a@{}example.com", "a.".repeat(125))), Err(EmailError::TooLong));
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_a_panic_and_what_passes_prints_back(text in ".{0,120}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert_eq!(Email::parse(email.as_str()).unwrap(), email);
            }
        }
    }
}
