//! What a file is, judged by its bytes as they go by and held against its name: a program that is called a document
//! is found out, and nothing is taken that a browser or a system would run.

use portico_contract::{asset, attachment};
use sha2::{Digest, Sha256};

/// How much of its beginning tells a file's kind.
const HEAD: usize = 8 * 1024;

/// Marks inside of packed documents that tell whose they are: the media type, and what must stand somewhere.
const MARKS: &[(&str, &[u8])] = &[
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"word/document"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"xl/workbook"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", b"ppt/presentation"),
    ("application/msword", b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
    ("application/vnd.ms-excel", b"W\0o\0r\0k\0b\0o\0o\0k\0"),
    ("application/vnd.ms-excel", b"B\0o\0o\0k\0\0\0"),
    ("application/vnd.ms-powerpoint", b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0"),
];
/// What a document of the newer kind has in it where it brings a program of its own.
const MACROS: &[u8] = b"vbaProject.bin";
/// The longest mark, less one: what may be cut in two by the end of a piece.
const OVERLAP: usize = 40;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// By its name or by its bytes.
    #[error("pictures, PDF, documents of office programs, plain text, CSV, MP4 and MOV are taken")]
    Kind,
    /// The bytes are of another kind than the name says.
    #[error("the content is not what the name's ending says: save it again under its right name, text as UTF-8")]
    Mismatch,
    /// It has no byte.
    #[error("the file is empty")]
    Empty,
}

/// What was found in a file that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub media: &'static str,
    /// SHA-256 of all of it, in hexadecimal.
    pub sha256: String,
}

/// Looks at a file piece by piece, in order, and holds none of it but the beginning.
pub struct Inspector {
    promised: Option<&'static str>,
    head: Vec<u8>,
    sha: Sha256,
    text: Text,
    /// The end of what went by.
    tail: Vec<u8>,
    marks: [bool; MARKS.len()],
    macros: bool,
}

impl Inspector {
    /// For a file of that name.
    pub fn new(name: &str) -> Self {
        Self::of(attachment::promised(name))
    }

    /// For a file of that name that is to go into a library, where more kinds are taken.
    pub fn of_library(name: &str) -> Self {
        Self::of(asset::promised(name))
    }

    fn of(promised: Option<&'static str>) -> Self {
        Self {
            promised,
            head: Vec::with_capacity(HEAD),
            sha: Sha256::new(),
            text: Text::default(),
            tail: Vec::new(),
            marks: [false; MARKS.len()],
            macros: false,
        }
    }

    /// Looks at the next piece.
    pub fn see(&mut self, piece: &[u8]) {
        self.sha.update(piece);
        let missing = HEAD - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(missing)]);
        self.text.see(piece);
        if self.is_packed() {
            let mut joined = std::mem::take(&mut self.tail);
            joined.extend_from_slice(piece);
            for (found, (_, mark)) in self.marks.iter_mut().zip(MARKS) {
                *found = *found || has(&joined, mark);
            }
            self.macros = self.macros || has(&joined, MACROS);
            self.tail = joined.split_off(joined.len().saturating_sub(OVERLAP));
        }
    }

    /// A container of documents: zip, or OLE as office programs wrote it before.
    fn is_packed(&self) -> bool {
        self.head.starts_with(b"PK\x03\x04") || self.head.starts_with(b"\xD0\xCF\x11\xE0")
    }

    /// The judgement, once all went by.
    pub fn judge(self) -> Result<Found, Unfit> {
        if self.head.is_empty() {
            return Err(Unfit::Empty);
        }
        let promised = self.promised.ok_or(Unfit::Kind)?;
        let agrees = match promised {
            "text/plain" | "text/csv" | "text/markdown" => self.text.is_plain() && !is_markup(&self.head),
            "text/html" => self.text.is_plain() && is_page(&self.head),
            "image/svg+xml" => self.text.is_plain() && is_drawing(&self.head),
            "text/vtt" => self.text.is_plain() && beginning(&self.head).starts_with(b"WEBVTT"),
            media if MARKS.iter().any(|(known, _)| *known == media) => {
                let zip = media.contains("openxml");
                let packed = self.is_packed() && zip == self.head.starts_with(b"PK");
                packed
                    && !self.macros
                    && MARKS.iter().zip(self.marks).any(|((known, _), found)| *known == media && found)
            }
            // One container: the ending tells which of the two names it goes by.
            "image/heic" => self.magic() == Some("image/heif"),
            "video/mp4" => matches!(self.magic(), Some("video/mp4" | "video/x-m4v")),
            media => self.magic() == Some(media),
        };
        if !agrees {
            return Err(Unfit::Mismatch);
        }
        Ok(Found { media: promised, sha256: hex::encode(self.sha.finalize()) })
    }

    /// What the first bytes say it is.
    fn magic(&self) -> Option<&'static str> {
        infer::get(&self.head).map(|kind| kind.mime_type())
    }
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    memchr::memmem::find(bytes, mark).is_some()
}

/// A text behind its byte order mark and white space.
fn beginning(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start()
}

/// Whether a text is a page as far as its beginning tells: markup, and no script of a system or a server.
fn is_page(head: &[u8]) -> bool {
    let begins = beginning(head);
    begins.starts_with(b"<") && !begins.starts_with(b"<?php") && !begins.starts_with(b"<?=")
}

/// Whether a text is a drawing as far as its beginning tells.
fn is_drawing(head: &[u8]) -> bool {
    let begins = beginning(head);
    let opens = [b"<svg".as_slice(), b"<?xml", b"<!--", b"<!DOCTYPE svg"].iter().any(|with| begins.starts_with(with));
    opens && has(head, b"<svg")
}

/// Whether a text begins as a page, a drawing or a script does.
fn is_markup(head: &[u8]) -> bool {
    let head = beginning(head);
    let begins = |with: &str| head.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
    ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "#!"].into_iter().any(begins)
}

/// Whether bytes are UTF-8 and of characters that a text has, told as they go by.
#[derive(Default)]
struct Text {
    /// A character that the end of a piece cut in two.
    cut: Vec<u8>,
    broken: bool,
}

impl Text {
    fn see(&mut self, piece: &[u8]) {
        if self.broken {
            return;
        }
        let mut bytes = std::mem::take(&mut self.cut);
        bytes.extend_from_slice(piece);
        let whole = match std::str::from_utf8(&bytes) {
            Ok(text) => text.len(),
            // Only cut off, where the error has no length.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => 0,
        };
        self.cut = bytes.split_off(whole);
        let stray = |byte: &u8| matches!(byte, 0..=8 | 11 | 14..=31 | 127);
        self.broken = self.cut.len() > 3 || bytes.iter().any(stray);
    }

    fn is_plain(&self) -> bool {
        !self.broken && self.cut.is_empty()
    }
}

#[cfg(test)]
mod tests;
