//! The library as the vendor's people see to it.

use super::{Answer, Api, Ask, Method, segment};
use portico_contract::asset::change::{NewAsset, NewVersion, UsageSort};
use portico_contract::asset::{Asset, AssetCommand, AssetUpload, AssetUsage, Audiences};
use portico_contract::page::Page;
use serde_json::{Value, json};

impl Api {
    /// Puts an upload into the library.
    pub fn add_asset(&self, key: &str, new: &NewAsset) -> Answer<Asset> {
        self.fetch(Ask::post("/assets", json!(new)).key(key))
    }

    /// Changes what is said of an asset of a version, by a merge patch (RFC 7396).
    pub fn describe_asset(&self, id: &str, version: i64, patch: Value) -> Answer<Asset> {
        let ask = Ask::new(Method::Patch, format!("/assets/{}", segment(id)));
        self.fetch(Ask { body: Some(patch), version: Some(version), ..ask })
    }

    /// Puts an upload in the place of the current version, everywhere.
    pub fn renew_asset(&self, id: &str, key: &str, new: &NewVersion) -> Answer<Asset> {
        self.fetch(Ask::post(format!("/assets/{}/versions", segment(id)), json!(new)).key(key))
    }

    /// Carries out a command.
    pub fn order_asset(&self, id: &str, key: &str, command: AssetCommand) -> Answer<Asset> {
        self.fetch(Ask::post(format!("/assets/{}/{}", segment(id), command.name()), json!({})).key(key))
    }

    /// Takes one version back.
    pub fn withdraw_version(&self, id: &str, key: &str, n: u32) -> Answer<Asset> {
        self.fetch(Ask::post(format!("/assets/{}/versions/{n}/withdraw", segment(id)), json!({})).key(key))
    }

    /// An upload: what it is, and which assets have the same content.
    pub fn asset_upload(&self, id: &str) -> Answer<AssetUpload> {
        self.fetch(Ask::get(format!("/asset-uploads/{}", segment(id))))
    }

    /// How partners used the assets that they could ever use, in some days.
    pub fn asset_usage(
        &self,
        days: u32,
        sort: UsageSort,
        cursor: Option<&str>,
        limit: u32,
    ) -> Answer<Page<AssetUsage>> {
        let cursor = cursor.map(|cursor| format!("&cursor={}", segment(cursor))).unwrap_or_default();
        self.fetch(Ask::get(format!("/assets/usage?days={days}&sort={}&limit={limit}{cursor}", sort.name())))
    }

    /// Whom an asset can be for, named in a language.
    pub fn audiences(&self, language: &str) -> Answer<Audiences> {
        self.fetch(Ask { language: Some(language.to_owned()), ..Ask::get("/assets/audiences") })
    }
}
