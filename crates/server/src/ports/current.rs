//! What a stale change is answered with.

use portico_contract::asset::Asset;
use portico_contract::deal::Deal;
use portico_contract::deal::view::DealView;
use portico_contract::programme::Programme;
use serde::Serialize;

/// What stands where somebody wanted to change an older version.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Current {
    /// The deal.
    Deal(Box<Deal>),
    /// The rules.
    Programme(Box<Programme>),
    /// The kept filter.
    View(Box<DealView>),
    /// The asset.
    Asset(Box<Asset>),
}
