//! The library: what is found in it, and its files.

use super::{Actor, PortError};
use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use portico_contract::asset::filter::{AssetFilter, AssetSort};
use portico_contract::asset::{Asset, AssetCopy, AssetPage, Collection};
use std::ops::Range;

/// What is asked of the library.
#[derive(Clone, Debug)]
pub struct AssetQuery {
    /// What narrows it.
    pub filter: AssetFilter,
    /// In which order.
    pub sort: AssetSort,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Items of a page.
    pub limit: u32,
}

/// A part of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// The file itself.
    File,
    /// The small picture.
    Thumbnail,
    /// The picture of a page, counted from 1.
    Page(u32),
    /// The content as a page without scripts.
    View,
    /// The captions in a language.
    Captions(&'a str),
}

/// Bytes that are kept, as they are told of before they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name that they are offered under.
    pub name: String,
    /// What they are.
    pub media_type: String,
    /// How many there are.
    pub size: u64,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
    /// Where they lie: the store's own business.
    pub place: String,
}

/// Bytes as they are read.
pub type Reading = BoxStream<'static, Result<Bytes, PortError>>;

/// What a PRM must be able to do with the library. What a person may not see is not found by any of these.
#[async_trait]
pub trait Library: Send + Sync {
    /// What is found of it.
    async fn assets(&self, who: &Actor, query: &AssetQuery) -> Result<AssetPage, PortError>;

    /// One asset.
    async fn asset(&self, who: &Actor, asset: &str) -> Result<Asset, PortError>;

    /// The collections of which this person sees at least one asset, in order.
    async fn collections(&self, who: &Actor) -> Result<Vec<Collection>, PortError>;

    /// What is to be said of a file with this SHA-256, in hexadecimal, in small letters.
    async fn copy(&self, who: &Actor, sha256: &str) -> Result<AssetCopy, PortError>;

    /// A part of a version; [`PortError::Gone`] where it may not be used any more.
    async fn part(&self, who: &Actor, asset: &str, n: u32, part: Part<'_>) -> Result<Kept, PortError>;

    /// Its bytes, or some of them. Asked for by whoever was told of it.
    async fn read(&self, kept: &Kept, range: Range<u64>) -> Result<Reading, PortError>;

    /// Keeps in mind that this person downloaded a version.
    async fn downloaded(&self, who: &Actor, asset: &str, n: u32) -> Result<(), PortError>;
}
