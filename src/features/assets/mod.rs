//! The library: finding an asset, looking at it, downloading it.

mod bring;
mod cards;
mod chips;
mod collections;
mod copies;
mod detail;
mod download;
mod facets;
mod facts;
mod filter;
mod list;
mod model;
mod names;
mod pages;
mod pieces;
mod preview;
mod search;
mod shelf;
mod sketch;
mod versions;

#[cfg(feature = "measure")]
pub use cards::RENDERED;
pub use detail::{AssetDetail, Manages};
pub use list::AssetList;
