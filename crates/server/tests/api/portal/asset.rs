//! Assets, and how the vendor's people put them into the library.

use super::{Answer, Person, Sending};
use axum::http::Method;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::path::Path;

/// A file of the demo's library.
pub fn demo_file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/library/files").join(name)).unwrap()
}

/// What is said of an asset; with an upload it is a body.
pub fn an_asset(title: &str) -> Value {
    json!({"title": title, "kind": "guide", "locale": "en"})
}

/// An asset that was put into the library.
#[derive(Clone, Debug)]
pub struct Shelved {
    pub id: String,
    pub url: String,
    pub seen: Answer,
}

impl Shelved {
    pub fn seen_in(seen: Answer) -> Self {
        let id = seen.at("/id").as_str().unwrap().to_owned();
        Self { url: format!("/api/v1/assets/{id}"), id, seen }
    }

    /// The content of a version.
    pub fn content(&self, n: u32) -> String {
        format!("{}/versions/{n}/content", self.url)
    }
}

impl Person {
    /// Asks for a place where a file for the library is brought, whatever comes of it.
    pub fn begins_arrival(&self, name: &str, size: usize) -> Sending {
        let name = format!("filetype dGV4dC9odG1s,filename {}", BASE64_STANDARD.encode(name));
        let sending = self.sends(Method::POST, "/api/v1/asset-uploads").header("tus-resumable", "1.0.0");
        sending.header("upload-length", size.to_string()).header("upload-metadata", name)
    }

    /// Where a file for the library is brought.
    pub async fn arrival(&self, name: &str, size: usize) -> String {
        self.begins_arrival(name, size).await.is(201).header("location").unwrap().to_owned()
    }

    /// Brings a file for the library whole; the id of the upload.
    pub async fn brings_up(&self, name: &str, bytes: &[u8]) -> String {
        let upload = self.arrival(name, bytes.len()).await;
        self.sends_part(&upload, 0, bytes).await.is(204);
        upload.rsplit('/').next().unwrap().to_owned()
    }

    /// Puts a file of the demo into the library under what is said of it, as a draft.
    pub async fn shelves(&self, said: &Value, file: &str) -> Shelved {
        let mut body = said.clone();
        body["upload"] = self.brings_up(file, &demo_file(file)).await.into();
        Shelved::seen_in(self.post("/api/v1/assets", &body).await.is(201))
    }

    /// The same, and publishes it.
    pub async fn publishes(&self, said: &Value, file: &str) -> Shelved {
        let mut said = said.clone();
        said["publish"] = true.into();
        self.shelves(&said, file).await
    }

    /// Puts a file of the demo in the place of the current version.
    pub async fn replaces(&self, asset: &Shelved, file: &str) -> Answer {
        let upload = self.brings_up(file, &demo_file(file)).await;
        let body = json!({"upload": upload, "changes": "It is newer."});
        self.post(&format!("{}/versions", asset.url), &body).await.is(200)
    }

    /// Gives a command about an asset, whatever comes of it.
    pub fn orders(&self, asset: &Shelved, command: &str) -> Sending {
        self.sends(Method::POST, &format!("{}/{command}", asset.url))
    }
}
