//! The library: what is in it, and its files.

use super::{Answer, Api, ApiError, Ask, segment};
use portico_contract::asset::filter::{AssetFilter, AssetSort};
use portico_contract::asset::list::{AssetPage, Collection};
use portico_contract::asset::{Asset, AssetCopy};
use portico_contract::page::Page;

/// Which assets to list, in which order.
#[derive(Clone, Debug, PartialEq)]
pub struct AssetQuery {
    pub filter: AssetFilter,
    pub sort: AssetSort,
    pub cursor: Option<String>,
    pub limit: u32,
}

/// Where the file of a version is, and what was made of it. Ids and languages stand in a path as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionAt {
    path: String,
}

impl VersionAt {
    /// The version of that number of an asset.
    #[must_use]
    pub fn of(asset: &str, n: u32) -> Self {
        Self { path: format!("/assets/{asset}/versions/{n}") }
    }

    fn url(&self, rest: &str) -> String {
        format!("/api/v1{}{rest}", self.path)
    }

    /// The file, to be kept: a download.
    #[must_use]
    pub fn content(&self) -> String {
        self.url("/content")
    }

    /// The file, to be looked at.
    #[must_use]
    pub fn inline(&self) -> String {
        self.url("/content?disposition=inline")
    }

    /// A picture of a page, counted from 1.
    #[must_use]
    pub fn page(&self, page: u32) -> String {
        self.url(&format!("/pages/{page}"))
    }

    /// A small picture.
    #[must_use]
    pub fn thumbnail(&self) -> String {
        self.url("/thumbnail")
    }

    /// Its content as a page without scripts.
    #[must_use]
    pub fn view(&self) -> String {
        self.url("/view")
    }

    /// Captions of a film.
    #[must_use]
    pub fn captions(&self, language: &str) -> String {
        self.url(&format!("/captions/{language}"))
    }
}

/// A part of a file that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub from: u64,
    pub bytes: Vec<u8>,
    /// What the file is compared by: another one where the file is another.
    pub tag: Option<String>,
}

impl Api {
    pub fn assets(&self, query: &AssetQuery) -> Answer<AssetPage> {
        let mut path = format!("/assets?sort={}&limit={}", query.sort.name(), query.limit);
        let cursor = query.cursor.iter().map(|cursor| ("cursor".to_owned(), cursor.clone()));
        for (name, value) in query.filter.pairs().into_iter().chain(cursor) {
            for part in ["&", &name, "=", &segment(&value)] {
                path.push_str(part);
            }
        }
        self.fetch(Ask::get(path))
    }

    pub fn asset(&self, id: &str) -> Answer<Asset> {
        self.fetch(Ask::get(format!("/assets/{}", segment(id))))
    }

    /// What the library knows of a file with this SHA-256.
    pub fn copy(&self, sha256: &str) -> Answer<AssetCopy> {
        self.fetch(Ask::get(format!("/asset-copies/{}", segment(sha256))))
    }

    /// The collections that the reader sees something of.
    pub fn collections(&self) -> Answer<Page<Collection>> {
        self.fetch(Ask::get("/collections"))
    }

    /// A part of a file, from one byte to before another; all of it where it is no more the one of the tag.
    pub fn piece(&self, at: &VersionAt, from: u64, until: u64, tag: Option<&str>) -> Answer<Piece> {
        let ask = Ask::get(format!("{}/content", at.path)).header("range", format!("bytes={from}-{}", until - 1));
        let ask = match tag {
            Some(tag) => ask.header("if-range", tag.to_owned()),
            None => ask,
        };
        let reply = self.0.ask(Ask { wants_bytes: true, ..ask });
        Box::pin(async move {
            let reply = reply.await?;
            let from = match &reply.range {
                Some(range) => begins(range).ok_or(ApiError::Unreadable)?,
                None => 0,
            };
            Ok(Piece { from, bytes: reply.bytes, tag: reply.tag })
        })
    }
}

/// Where a part begins: `bytes 500-999/8000` at 500.
fn begins(range: &str) -> Option<u64> {
    range.strip_prefix("bytes ")?.split('-').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_says_where_it_begins() {
        assert_eq!(begins("bytes 500-999/8000"), Some(500));
        assert_eq!(begins("bytes */8000"), None);
        assert_eq!(begins("lines 1-2/3"), None);
    }
}
