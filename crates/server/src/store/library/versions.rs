//! Versions of assets as the tables hold them, with what was found in their files.

use super::super::entity::{account, asset_version};
use super::super::json;
use super::rows::count;
use crate::ports::{Actor, Kept, Part, PortError};
use chrono::DateTime;
use portico_contract::asset::{AssetVersion, Format, Picture, Readiness};
use portico_contract::session::{Person, Side};
use serde::{Deserialize, Serialize};

/// Whether a version that its reader refused for this could do harm.
fn is_harmful(refused: &str) -> bool {
    matches!(refused, "scripts" | "external_references" | "bomb")
}

/// A picture that was made of a version, and where its bytes are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Drawn {
    pub sha256: String,
    pub media_type: String,
    pub bytes: u64,
    pub width: u32,
    pub height: u32,
}

impl Drawn {
    pub(super) fn picture(&self) -> Picture {
        Picture { width: self.width, height: self.height }
    }
}

/// A text that lies among the objects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Written {
    pub sha256: String,
    pub bytes: u64,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Finds {
    pub page_count: Option<u32>,
    pub pages: Vec<Drawn>,
    pub thumbnail: Option<Drawn>,
    pub measures: Option<[u32; 2]>,
    pub millis: Option<u64>,
    pub view: Option<Written>,
}

/// Captions of a film.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Captions {
    pub locale: String,
    pub sha256: String,
    pub bytes: u64,
}

impl asset_version::Model {
    pub(super) fn finds(&self) -> Result<Finds, PortError> {
        json::read(&self.found)
    }

    pub(super) fn size(&self) -> u64 {
        u64::try_from(self.size).unwrap_or_default()
    }

    /// One of its parts; none where it has not that part.
    pub(super) fn part(&self, place: &str, part: Part<'_>) -> Result<Option<Kept>, PortError> {
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        let kept = |name: String, media: &str, size: u64, sha256: &str| Kept {
            name,
            media_type: media.to_owned(),
            size,
            sha256: sha256.to_owned(),
            place: place.to_owned(),
        };
        let drawn = |drawn: &Drawn| {
            let ending = if drawn.media_type == "image/png" { "png" } else { "jpg" };
            kept(format!("{stem}.{ending}"), &drawn.media_type, drawn.bytes, &drawn.sha256)
        };
        let finds = self.finds()?;
        Ok(match part {
            Part::File => Some(kept(self.name.clone(), &self.media_type, self.size(), &self.sha256)),
            Part::Thumbnail => finds.thumbnail.as_ref().map(drawn),
            Part::Page(page) => {
                let at = usize::try_from(page).ok().and_then(|page| page.checked_sub(1));
                at.and_then(|at| finds.pages.get(at)).map(drawn)
            }
            Part::View => {
                finds.view.as_ref().map(|view| kept(format!("{stem}.html"), "text/html", view.bytes, &view.sha256))
            }
            Part::Captions(language) => {
                let all: Vec<Captions> = json::read(&self.captions)?;
                let named = |one: &Captions| format!("{stem}.{}.vtt", one.locale);
                let one = all.iter().find(|one| one.locale == language);
                one.map(|one| kept(named(one), "text/vtt", one.bytes, &one.sha256))
            }
        })
    }

    /// Whether partners may not have it: it was taken back, or could do harm.
    pub(super) fn is_gone(&self) -> bool {
        self.withdrawn || self.refused.as_deref().is_some_and(is_harmful)
    }

    pub(super) fn shown(self, by: Option<&account::Model>, to: &Actor) -> Result<AssetVersion, PortError> {
        let finds = self.finds()?;
        let captions: Vec<Captions> = json::read(&self.captions)?;
        let (is_vendors, is_gone) = (to.role.side() == Side::Vendor, self.is_gone());
        Ok(AssetVersion {
            n: count(self.n.into()),
            format: Format::of(&self.media_type),
            size: self.size(),
            created_at: DateTime::from_timestamp_millis(self.created_at).unwrap_or_default(),
            created_by: by.map(|by| Person { id: by.id.clone(), name: by.name.clone() }),
            readiness: Readiness::parse(&self.readiness).unwrap_or(Readiness::Unreadable),
            page_count: finds.page_count,
            pages: finds.pages.iter().map(Drawn::picture).collect(),
            thumbnail: finds.thumbnail.as_ref().map(Drawn::picture),
            measures: finds.measures.map(|[width, height]| Picture { width, height }),
            millis: finds.millis,
            has_view: finds.view.is_some(),
            captions: captions.into_iter().map(|one| one.locale).collect(),
            name: self.name,
            media_type: self.media_type,
            sha256: self.sha256,
            changes: self.changes,
            withdrawn: if is_vendors { self.withdrawn } else { is_gone },
            refused: self.refused.filter(|_| is_vendors),
        })
    }
}
