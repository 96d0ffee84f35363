//! Whether a file that somebody has at hand may still be used: found by its content, whatever it is called by now.

use crate::named::named;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

named! {
    /// What is to be said of a copy, the best first.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Verdict {
        /// It is the current version, and may be used.
        Current = "current",
        /// A newer version has taken its place.
        Superseded = "superseded",
        /// The last day of its asset is over.
        Expired = "expired",
        /// It was taken back, or its asset was.
        Withdrawn = "withdrawn",
        /// It is in the library, and partners do not find it yet: told to those alone who see to the library.
        Unpublished = "unpublished",
        /// The library has nothing like it, or nothing that is for whoever asks.
        Unknown = "unknown",
    }
}

/// `GET /asset-copies/{sha256}`: what the library knows of a file with this content. Of several assets that have it, the
/// one with the best verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetCopy {
    /// What is to be said of it.
    pub verdict: Verdict,
    /// The asset that it is a version of; none where it is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<CopiedAsset>,
}

impl AssetCopy {
    /// A file that the library does not know.
    #[must_use]
    pub fn unknown() -> Self {
        Self { verdict: Verdict::Unknown, asset: None }
    }
}

/// The asset that a file is a version of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CopiedAsset {
    /// Opaque.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Which version the file is.
    pub n: u32,
    /// The number of the version that is current.
    pub current: u32,
    /// When a newer version took its place, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_at: Option<DateTime<Utc>>,
    /// The newer versions that may be had, up to the current one, the newest first: what changed since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub newer: Vec<NewerVersion>,
    /// The last day that the asset may be used, by the tenant's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
}

/// A version that came after the one at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewerVersion {
    /// Its number.
    pub n: u32,
    /// When it came, by the server's clock.
    pub created_at: DateTime<Utc>,
    /// What changed in it, in the vendor's words; empty where nothing was written.
    pub changes: String,
}

/// The SHA-256 of a file as addresses write it: 64 hexadecimal digits, in small letters. None where a text is none.
#[must_use]
pub fn digest(text: &str) -> Option<String> {
    let is_one = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire_and_the_best_is_the_least() {
        for verdict in Verdict::ALL {
            assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.name());
        }
        assert!(Verdict::ALL.is_sorted());
        assert_eq!(serde_json::to_value(AssetCopy::unknown()).unwrap(), serde_json::json!({"verdict": "unknown"}));
    }

    #[test]
    fn a_digest_has_64_digits() {
        assert_eq!(digest(&"A1".repeat(32)), Some("a1".repeat(32)));
        for bad in ["", "a1", &"g".repeat(64), &"a".repeat(65), &"ä".repeat(32)] {
            assert_eq!(digest(bad), None, "{bad}");
        }
    }
}
