//! Files on comments, brought in parts (tus 1.0.0), and whom a comment can mention.

use super::{Answer, Api, ApiError, Ask, Method, segment};
use portico_contract::attachment::Mentionable;
use portico_contract::page::Page;

/// Where the bytes of a file are, for an image or a link.
#[must_use]
pub fn file_url(deal: &str, file: &str) -> String {
    format!("/api/v1/deals/{}/attachments/{}", segment(deal), segment(file))
}

impl Ask {
    fn tus(self) -> Self {
        self.header("tus-resumable", "1.0.0".to_owned())
    }
}

impl Api {
    /// Begins to bring a file to a deal; its id.
    pub fn begin_upload(&self, deal: &str, key: &str, name: &str, size: u32) -> Answer<String> {
        // `btoa` takes bytes as characters.
        let bytes: String = name.bytes().map(char::from).collect();
        let name = gloo::utils::window().btoa(&bytes).unwrap_or_default();
        let ask = Ask::new(Method::Post, format!("/deals/{}/uploads", segment(deal))).key(key).tus();
        let ask = ask.header("upload-length", size.to_string()).header("upload-metadata", format!("filename {name}"));
        let reply = self.0.ask(ask);
        Box::pin(async move {
            let location = reply.await?.location.ok_or(ApiError::Unreadable)?;
            Ok(location.rsplit('/').next().unwrap_or_default().to_owned())
        })
    }

    /// Sends a part of a file; how many bytes there are after it.
    pub fn append(&self, file: &str, from: u32, bytes: Vec<u8>) -> Answer<u32> {
        let ask = Ask::new(Method::Patch, format!("/uploads/{}", segment(file))).tus();
        self.offset(Ask {
            bytes: Some(bytes),
            ..ask
                .header("upload-offset", from.to_string())
                .header("content-type", "application/offset+octet-stream".to_owned())
        })
    }

    /// How many bytes of a file have come.
    pub fn received(&self, file: &str) -> Answer<u32> {
        self.offset(Ask::new(Method::Head, format!("/uploads/{}", segment(file))).tus())
    }

    fn offset(&self, ask: Ask) -> Answer<u32> {
        let reply = self.0.ask(ask);
        Box::pin(async move { reply.await?.offset.ok_or(ApiError::Unreadable) })
    }

    /// Throws a file away that hangs on no comment.
    pub fn give_up(&self, file: &str) -> Answer<()> {
        let reply = self.0.ask(Ask::new(Method::Delete, format!("/uploads/{}", segment(file))).tus());
        Box::pin(async move { reply.await.map(drop) })
    }

    /// Whom a comment in a deal can mention.
    pub fn people(&self, deal: &str) -> Answer<Page<Mentionable>> {
        self.fetch(Ask::get(format!("/deals/{}/people", segment(deal))))
    }
}
