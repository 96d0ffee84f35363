//! A page of the library: what was found, where, and what else it could be narrowed to.

use super::{AssetKind, Format, Picture, Standing};
use crate::named::named;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A page of `GET /assets`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetPage {
    /// The assets, in the order asked for.
    pub items: Vec<AssetSummary>,
    /// How many there are on all pages.
    pub total: u32,
    /// What it can be narrowed to; left out on later pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<Facet>,
    /// The words that were looked for in place of those that were asked for, since nothing has these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
    /// What to ask with for the next page; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// An asset in a list: what a card shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetSummary {
    /// Opaque.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is good for; empty where nothing was written.
    pub description: String,
    /// What it is for.
    pub kind: AssetKind,
    /// The language it is in (BCP 47).
    pub locale: String,
    /// Ids of the products it is about.
    pub products: Vec<String>,
    /// Whether it may be used now.
    pub standing: Standing,
    /// The last day it may be used, by the tenant's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
    /// The number of the version that is current.
    pub current: u32,
    /// What its file is.
    pub format: Format,
    /// Its file's size, in bytes.
    pub size: u64,
    /// How many pages or slides it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_count: Option<u32>,
    /// How long it plays, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub millis: Option<u64>,
    /// A small picture, at `/assets/{id}/versions/{current}/thumbnail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Picture>,
    /// The number of the version that the reader downloaded last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downloaded: Option<u32>,
    /// How often it was downloaded, by everybody.
    pub downloads: u32,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// Where the words stand, where words were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
}

named! {
    /// Where words were found, the best place first.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum FoundIn {
        /// In the title.
        Title = "title",
        /// In title, tags, description and names of products together.
        About = "about",
        /// Some of them only inside of the file.
        File = "file",
    }
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Found {
    /// Where.
    pub place: FoundIn,
    /// On which page or slide of the file, counted from 1, where it has some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// What stands around the first of them inside of the file, in parts: every second part, from the second on, is
    /// what was looked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excerpt: Vec<String>,
}

/// One way to narrow: a parameter of `GET /assets`, and which values of it would find something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Facet {
    /// The parameter.
    pub name: String,
    /// Its values, those that find most first.
    pub values: Vec<FacetValue>,
}

/// A value, and how many assets there are with it, whatever other values of the same facet are chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FacetValue {
    /// The value.
    pub value: String,
    /// How many.
    pub count: u32,
}

/// Assets that were put together, in an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Collection {
    /// Opaque.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is good for; empty where nothing was written.
    pub description: String,
    /// How many of its assets the reader sees.
    pub count: u32,
    /// The asset whose picture stands for it; none where the reader sees none with a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Cover>,
}

/// A picture that stands for a collection: the thumbnail of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Cover {
    /// The asset.
    pub asset: String,
    /// The number of the version.
    pub n: u32,
    /// Its size.
    pub picture: Picture,
}
