//! A version of an asset: its file, and what was found in it.

use super::Format;
use crate::named::named;
use crate::session::Person;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

named! {
    /// How far the file of a version was looked at.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Readiness {
        /// Its text and pictures are still to come.
        Waiting = "waiting",
        /// All that could be found is there.
        Ready = "ready",
        /// It could not be read: there is neither text nor picture.
        Unreadable = "unreadable",
    }
}

/// The size of a picture that is made of a version, in pixels, so that its place is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Picture {
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetVersion {
    /// Counted from 1.
    pub n: u32,
    /// The name of the file.
    pub name: String,
    /// What the bytes are: found in them.
    pub media_type: String,
    /// The same as people call it.
    pub format: Format,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// What changed, in the vendor's words; empty where nothing was written.
    pub changes: String,
    /// When it came, by the server's clock.
    pub created_at: DateTime<Utc>,
    /// Who brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Person>,
    /// Taken back by the vendor: its bytes are gone for partners (410).
    #[serde(default)]
    pub withdrawn: bool,
    /// How far it was looked at.
    pub readiness: Readiness,
    /// Why it is unreadable: the vendor's to see. `scripts`, `external_references` and `bomb` could do harm: such a version
    /// is as if it had been withdrawn. Others are `too_large`, `encrypted`, `mismatch`, `broken`, `disk` and `gave_up`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// How many pages or slides it has; none where it has no pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_count: Option<u32>,
    /// Pictures of its pages, from the first on: at `.../versions/{n}/pages/{page}`, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Picture>,
    /// A small picture, at `.../versions/{n}/thumbnail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Picture>,
    /// The size of what is shown, of pictures and films.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Picture>,
    /// How long it plays, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub millis: Option<u64>,
    /// Whether its content can be read as a page without scripts, at `.../versions/{n}/view`.
    #[serde(default)]
    pub has_view: bool,
    /// Languages of its captions (BCP 47), each at `.../versions/{n}/captions/{language}` as WebVTT.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub captions: Vec<String>,
}
