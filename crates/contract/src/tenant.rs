//! Whose portal it is: `GET /tenant`, public.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A vendor's portal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Tenant {
    /// The vendor's name.
    pub name: String,
    /// Its colours.
    pub brand: Brand,
    /// Languages of the portal (BCP 47), the preset first.
    pub locales: Vec<String>,
    /// What the vendor calls things, by the id of a Fluent term and by language: `{"en": {"deal": "Project"}}`.
    #[serde(default)]
    pub terminology: BTreeMap<String, BTreeMap<String, String>>,
    /// Capabilities that this vendor uses; the others are absent from its interface.
    pub features: Vec<String>,
    /// Ways to sign in.
    pub sign_in: Vec<SignIn>,
    /// Where the vendor's business hours are counted (IANA time zone).
    pub time_zone: String,
}

/// Two numbers make a theme: everything else is derived in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Brand {
    /// OKLCH hue, degrees from 0 to 360.
    pub hue: f64,
    /// OKLCH chroma, from 0 to 0.3.
    pub chroma: f64,
}

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum SignIn {
    /// E-mail address and password.
    Password,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}
