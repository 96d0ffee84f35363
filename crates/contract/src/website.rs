//! The host name by which a customer is recognised.

use serde::{Deserialize, Serialize};

/// A host name as the system compares it: lower case, A-labels (RFC 5890), without scheme, `www.`, port or path.
///
/// Names in other scripts are converted to A-labels by whoever types them (the browser's `URL` does it), so that
/// the app carries no IDNA tables.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "harbourfoods.example"))]
pub struct Website(String);

/// Why a text is no public host name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebsiteError {
    /// Nothing is left once scheme and path are taken away.
    #[error("nothing but a scheme")]
    Empty,
    /// `localhost` and the like: it has no ending.
    #[error("no dot: not a public host name")]
    NoDot,
    /// A character that no host name has.
    #[error("{0:?} cannot stand in a host name")]
    BadCharacter(char),
    /// An empty label, one over 63 characters, one that begins or ends with a hyphen, a numeric ending, or more
    /// than 253 characters in all (RFC 1035, section 2.3.4; RFC 3696, section 2).
    #[error("not the form of a host name")]
    BadForm,
}

impl Website {
    /// Takes what people paste: `https://www.Example.com/about` is `example.com`.
    pub fn parse(typed: &str) -> Result<Self, WebsiteError> {
        let lower = typed.trim().to_ascii_lowercase();
        let host = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let host = host.strip_suffix('.').unwrap_or(host);
        let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
        if host.is_empty() {
            return Err(WebsiteError::Empty);
        }
        if let Some(bad) = host.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-' | '.')) {
            return Err(WebsiteError::BadCharacter(bad));
        }
        let Some((_, ending)) = host.rsplit_once('.') else {
            return Err(WebsiteError::NoDot);
        };
        let labels_fit = host
            .split('.')
            .all(|label| matches!(label.len(), 1..=63) && !label.starts_with('-') && !label.ends_with('-'));
        if host.len() > 253 || !labels_fit || ending.bytes().all(|b| b.is_ascii_digit()) {
            return Err(WebsiteError::BadForm);
        }
        Ok(Self(host.to_owned()))
    }

    /// The host name, ready to compare or to show.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Website {
    type Error = WebsiteError;
    fn try_from(typed: String) -> Result<Self, WebsiteError> {
        Self::parse(&typed)
    }
}

impl From<Website> for String {
    fn from(website: Website) -> Self {
        website.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_paste_is_one_customer() {
        for pasted in [
            "example.com",
            " Example.COM ",
            "https://www.example.com/about?x#y",
            "http://example.com:8080",
            "www.example.com",
            "example.com.",
        ] {
            assert_eq!(Website::parse(pasted).unwrap().as_str(), "example.com", "{pasted:?}");
        }
        assert_eq!(Website::parse("www.com").unwrap().as_str(), "www.com", "www alone before the ending is the name");
    }

    #[test]
    fn what_is_no_public_host_says_why() {
        assert_eq!(Website::parse("https://"), Err(WebsiteError::Empty));
        assert_eq!(Website::parse("localhost"), Err(WebsiteError::NoDot));
        assert_eq!(Website::parse("müller.example"), Err(WebsiteError::BadCharacter('ü')));
        assert_eq!(Website::parse("a b.example"), Err(WebsiteError::BadCharacter(' ')));
        assert_eq!(Website::parse("-a.example"), Err(WebsiteError::BadForm));
        assert_eq!(Website::parse("a..example"), Err(WebsiteError::BadForm));
        assert_eq!(Website::parse("192.0.2.7"), Err(WebsiteError::BadForm));
        assert_eq!(Website::parse(&format!("{}.example", "a".repeat(64))), Err(WebsiteError::BadForm));
    }

    proptest! {
        #[test]
        fn a_host_name_prints_and_parses_back(labels in proptest::collection::vec("[a-z][a-z0-9]{0,10}", 2..5)) {
            let parsed = Website::parse(&labels.join(".")).unwrap();
            prop_assert_eq!(Website::parse(parsed.as_str()).unwrap(), parsed);
        }

        #[test]
        fn any_text_is_judged_without_a_panic(text in ".{0,300}") {
            if let Ok(parsed) = Website::parse(&text) {
                prop_assert_eq!(Website::parse(parsed.as_str()).unwrap(), parsed);
            }
        }
    }
}
