//! The library: what a file of the vendor's is for, whom it is for, and which version of it is current.

pub mod audience;
pub mod change;
pub mod copy;
pub mod filter;
pub mod list;
pub mod reading;
pub mod version;

pub use audience::{Audience, Audiences, Reader};
pub use change::{AssetCommand, AssetContent, AssetUpload, AssetUsage};
pub use copy::AssetCopy;
pub use list::{AssetPage, AssetSummary, Collection, Cover, Facet, FacetValue, Found, FoundIn};
pub use version::{AssetVersion, Picture, Readiness};

use crate::named::named;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

named! {
    /// What an asset is for.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum AssetKind {
        /// A few pages that win somebody over.
        Brochure = "brochure",
        /// What a product does, in figures.
        DataSheet = "data_sheet",
        /// Slides.
        Presentation = "presentation",
        /// A customer's success.
        CaseStudy = "case_study",
        /// What things cost.
        PriceList = "price_list",
        /// How a sale is led.
        Playbook = "playbook",
        /// What to answer to objections and rivals.
        BattleCard = "battle_card",
        /// How something is done.
        Guide = "guide",
        /// How something works, in depth.
        WhitePaper = "white_paper",
        /// A film.
        Video = "video",
        /// A photograph or a drawing.
        Image = "image",
        /// A mark of the vendor's or of a product.
        Logo = "logo",
        /// A picture that advertises.
        Banner = "banner",
        /// A mail to write one's own from.
        EmailTemplate = "email_template",
        /// A picture or text for a social network.
        SocialPost = "social_post",
        /// Something to fill in.
        Template = "template",
        /// Figures to reckon with.
        Spreadsheet = "spreadsheet",
        /// Texts to take over.
        Text = "text",
    }
}

named! {
    /// What a file is, as people call it.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Format {
        /// PDF.
        Pdf = "pdf",
        /// A document of an office program.
        Document = "document",
        /// Slides of an office program.
        Slides = "slides",
        /// A table of an office program, or CSV.
        Table = "table",
        /// A picture.
        Picture = "picture",
        /// A film.
        Video = "video",
        /// A page of HTML.
        Page = "page",
        /// Plain text or Markdown.
        Text = "text",
        /// Anything else.
        Other = "other",
    }
}

impl Format {
    /// The format that a media type has.
    pub fn of(media: &str) -> Self {
        match media {
            "application/pdf" => Self::Pdf,
            "text/html" => Self::Page,
            "text/csv" | "application/vnd.ms-excel" | "application/vnd.oasis.opendocument.spreadsheet" => Self::Table,
            "application/msword" | "application/vnd.oasis.opendocument.text" => Self::Document,
            "application/vnd.ms-powerpoint" | "application/vnd.oasis.opendocument.presentation" => Self::Slides,
            office if office.ends_with("wordprocessingml.document") => Self::Document,
            office if office.ends_with("presentationml.presentation") => Self::Slides,
            office if office.ends_with("spreadsheetml.sheet") => Self::Table,
            picture if picture.starts_with("image/") => Self::Picture,
            video if video.starts_with("video/") => Self::Video,
            text if text.starts_with("text/") => Self::Text,
            _ => Self::Other,
        }
    }
}

/// The media type that a name promises by its ending; none where files of that ending are not taken into a library: what
/// is taken on comments, and what a browser would show as a page besides, since it is shown as pictures and text only.
pub fn promised(name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Some("text/html"),
        Some("md" | "markdown") => Some("text/markdown"),
        Some("svg") => Some("image/svg+xml"),
        Some("vtt") => Some("text/vtt"),
        _ => crate::attachment::promised(name),
    }
}

named! {
    /// Whether an asset may be used now.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Standing {
        /// Not published yet: the vendor's alone.
        Draft = "draft",
        /// Somebody is asked to publish it: the vendor's alone.
        Proposed = "proposed",
        /// Published from a day on that is still to come: the vendor's alone.
        Scheduled = "scheduled",
        /// It may be used.
        Current = "current",
        /// Its last day is over.
        Expired = "expired",
        /// Taken back by the vendor.
        Withdrawn = "withdrawn",
    }
}

impl Standing {
    /// Whether it was to be used once, and is not any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Expired | Self::Withdrawn)
    }
}

/// One asset, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Asset {
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
    /// Words it is filed under.
    pub tags: Vec<String>,
    /// Ids of the products it is about.
    pub products: Vec<String>,
    /// Ids of the industries it speaks to; every one where empty.
    pub industries: Vec<String>,
    /// The stages of a sale it helps in; every one where empty.
    pub stages: Vec<crate::deal::Stage>,
    /// Whom it is for.
    pub audience: Audience,
    /// Whether it may be used now.
    pub standing: Standing,
    /// The first day it may be used, by the tenant's calendar; none where it is from its publication on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day it may be used, by the tenant's calendar; none where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
    /// The number of the version that is current.
    pub current: u32,
    /// All versions, the newest first.
    pub versions: Vec<AssetVersion>,
    /// The number of the version that the reader downloaded last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downloaded: Option<u32>,
    /// How often it was downloaded, by everybody.
    pub downloads: u32,
    /// The collections it stands in, of those that the reader sees.
    pub collections: Vec<CollectionName>,
    /// Others that go with it, best first.
    pub related: Vec<AssetSummary>,
    /// When it was changed last: a version, a word, its audience.
    pub updated_at: DateTime<Utc>,
    /// What the reader may do with it: the vendor's to see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_actions: Vec<AssetCommand>,
    /// What `If-Match` compares.
    pub version: i64,
}

impl Asset {
    /// What is said of it.
    pub fn content(&self) -> AssetContent {
        AssetContent {
            title: self.title.clone(),
            description: self.description.clone(),
            kind: self.kind,
            locale: self.locale.clone(),
            tags: self.tags.clone(),
            products: self.products.clone(),
            industries: self.industries.clone(),
            stages: self.stages.clone(),
            audience: self.audience.clone(),
            starts_on: self.starts_on,
            expires_on: self.expires_on,
        }
    }

    /// The version that is current.
    pub fn current_version(&self) -> Option<&AssetVersion> {
        self.versions.iter().find(|version| version.n == self.current)
    }
}

/// The name of a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CollectionName {
    /// Opaque.
    pub id: String,
    /// What it is called.
    pub title: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for kind in AssetKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        for format in Format::ALL {
            assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        }
        for standing in Standing::ALL {
            assert_eq!(serde_json::to_value(standing).unwrap(), standing.name());
        }
    }

    #[test]
    fn a_media_type_is_of_a_format() {
        for (media, format) in [
            ("application/pdf", Format::Pdf),
            ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Format::Slides),
            ("image/svg+xml", Format::Picture),
            ("text/markdown", Format::Text),
            ("text/html", Format::Page),
            ("text/csv", Format::Table),
            ("application/zip", Format::Other),
        ] {
            assert_eq!(Format::of(media), format, "{media}");
        }
    }
}
