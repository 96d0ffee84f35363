//! Files on comments and in the library, brought in parts (tus 1.0.0), and whom a comment can mention.

use super::{Answer, Api, ApiError, Ask, Method, segment};
use portico_contract::attachment::Mentionable;
use portico_contract::page::Page;
use yew::AttrValue;

/// Where the bytes of a file are, for an image or a link.
#[must_use]
pub fn file_url(deal: &str, file: &str) -> String {
    format!("/api/v1/deals/{}/attachments/{}", segment(deal), segment(file))
}

/// Where a file is brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Harbour {
    /// To a deal, to hang on a comment.
    Deal(AttrValue),
    /// Into the library, to become an asset or a version of one.
    Library,
}

impl Harbour {
    fn begins(&self) -> String {
        match self {
            Self::Deal(deal) => format!("/deals/{}/uploads", segment(deal)),
            Self::Library => "/asset-uploads".to_owned(),
        }
    }

    fn holds(&self, file: &str) -> String {
        match self {
            Self::Deal(_) => format!("/uploads/{}", segment(file)),
            Self::Library => format!("/asset-uploads/{}", segment(file)),
        }
    }
}

impl Ask {
    fn tus(self) -> Self {
        self.header("tus-resumable", "1.0.0".to_owned())
    }
}

impl Api {
    /// Begins to bring a file; its id.
    pub fn begin_upload(&self, to: &Harbour, key: &str, name: &str, size: u32) -> Answer<String> {
        // `btoa` takes bytes as characters.
        let bytes: String = name.bytes().map(char::from).collect();
        let name = gloo::utils::window().btoa(&bytes).unwrap_or_default();
        let ask = Ask::new(Method::Post, to.begins()).key(key).tus();
        let ask = ask.header("upload-length", size.to_string()).header("upload-metadata", format!("filename {name}"));
        let reply = self.0.ask(ask);
        Box::pin(async move {
            let location = reply.await?.location.ok_or(ApiError::Unreadable)?;
            Ok(location.rsplit('/').next().unwrap_or_default().to_owned())
        })
    }

    /// Sends a part of a file; how many bytes there are after it.
    pub fn append(&self, to: &Harbour, file: &str, from: u32, bytes: Vec<u8>) -> Answer<u32> {
        let ask = Ask::new(Method::Patch, to.holds(file)).tus();
        self.offset(Ask {
            bytes: Some(bytes),
            ..ask
                .header("upload-offset", from.to_string())
                .header("content-type", "application/offset+octet-stream".to_owned())
        })
    }

    /// How many bytes of a file have come.
    pub fn received(&self, to: &Harbour, file: &str) -> Answer<u32> {
        self.offset(Ask::new(Method::Head, to.holds(file)).tus())
    }

    fn offset(&self, ask: Ask) -> Answer<u32> {
        let reply = self.0.ask(ask);
        Box::pin(async move { reply.await?.offset.ok_or(ApiError::Unreadable) })
    }

    /// Throws a file away that was brought for nothing.
    pub fn give_up(&self, to: &Harbour, file: &str) -> Answer<()> {
        let reply = self.0.ask(Ask::new(Method::Delete, to.holds(file)).tus());
        Box::pin(async move { reply.await.map(drop) })
    }

    /// Whom a comment in a deal can mention.
    pub fn people(&self, deal: &str) -> Answer<Page<Mentionable>> {
        self.fetch(Ask::get(format!("/deals/{}/people", segment(deal))))
    }
}
