//! Files, and how somebody brings them to a deal.

use super::{Answer, Deal, Person, Sending};
use axum::http::Method;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The smallest picture, with so many bytes after it.
pub fn png(more: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0".to_vec();
    bytes.extend((0..more).map(|place| u8::try_from(place % 251).unwrap()));
    bytes
}

/// What begins as a document does.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n".to_vec()
}

/// What begins as a program does.
pub fn elf() -> Vec<u8> {
    b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3E\0\x01\0\0\0".to_vec()
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A file that was brought.
#[derive(Clone, Debug)]
pub struct File {
    pub id: String,
    pub url: String,
    pub seen: Answer,
}

impl Person {
    /// Brings a file whole, whatever comes of it.
    pub fn sends_file(&self, deal: &Deal, name: &str, bytes: &[u8]) -> Sending {
        let mut body = Vec::new();
        body.extend_from_slice(b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"");
        body.extend_from_slice(name.as_bytes());
        body.extend_from_slice(b"\"\r\ncontent-type: text/html\r\n\r\n");
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let sending = self.sends(Method::POST, &format!("{}/attachments", deal.url)).bytes(body);
        sending.header("content-type", "multipart/form-data; boundary=edge")
    }

    /// Brings a file whole.
    pub async fn brings(&self, deal: &Deal, name: &str, bytes: &[u8]) -> File {
        let seen = self.sends_file(deal, name, bytes).await.is(201);
        let id = seen.at("/id").as_str().unwrap().to_owned();
        File { url: format!("{}/attachments/{id}", deal.url), id, seen }
    }

    /// Hangs files on a comment or a note, whatever comes of it.
    pub fn hangs(&self, deal: &Deal, files: &[&File], internal: bool) -> Sending {
        let ids: Vec<Value> = files.iter().map(|file| file.id.clone().into()).collect();
        self.gives(deal, "comments", &json!({"internal": internal, "attachments": ids}))
    }

    /// Asks for a place where a file is brought in parts.
    pub fn begins_upload(&self, deal: &Deal, name: &str, size: usize) -> Sending {
        let name = format!("filetype dGV4dC9odG1s,filename {}", BASE64_STANDARD.encode(name));
        let sending = self.sends(Method::POST, &format!("{}/uploads", deal.url)).header("tus-resumable", "1.0.0");
        sending.header("upload-length", size.to_string()).header("upload-metadata", name)
    }

    /// Where a file is brought in parts.
    pub async fn upload(&self, deal: &Deal, name: &str, size: usize) -> String {
        let begun = self.begins_upload(deal, name, size).await.is(201);
        begun.header("location").unwrap().to_owned()
    }

    /// Sends a part, whatever comes of it.
    pub fn sends_part(&self, upload: &str, from: usize, bytes: &[u8]) -> Sending {
        let sending = self.sends(Method::PATCH, upload).bytes(bytes.to_vec()).header("tus-resumable", "1.0.0");
        sending.header("upload-offset", from.to_string()).header("content-type", "application/offset+octet-stream")
    }

    /// Asks how far an upload has come.
    pub fn looks_at(&self, upload: &str) -> Sending {
        self.sends(Method::HEAD, upload).header("tus-resumable", "1.0.0")
    }
}
