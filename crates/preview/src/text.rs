//! Text as it is kept: tidied, and no more of it than is worth searching.

use crate::{MAX_CHARACTERS, Unreadable};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Gathers the text of page after page until there is enough.
pub(crate) struct Gathered {
    pages: Vec<String>,
    left: usize,
}

impl Gathered {
    pub(crate) fn new() -> Self {
        Self { pages: Vec::new(), left: MAX_CHARACTERS }
    }

    /// Takes a page; its empty ones too, so that numbers of pages stay right.
    pub(crate) fn add(&mut self, page: &str) {
        let mut tidied = tidy(page);
        if let Some((end, _)) = tidied.char_indices().nth(self.left) {
            tidied.truncate(end);
        }
        self.left -= tidied.chars().count();
        self.pages.push(tidied);
    }

    /// Whether no more will be kept.
    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    pub(crate) fn into_pages(self) -> Vec<String> {
        self.pages
    }
}

/// The text of what has no pages.
pub(crate) fn whole(text: &str) -> Vec<String> {
    let mut gathered = Gathered::new();
    gathered.add(text);
    gathered.into_pages()
}

/// Text with single spaces, at most one empty line in a row, and no control characters.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty_lines = 0;
    for line in text.lines() {
        let mut words = line.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            empty_lines += 1;
            continue;
        };
        if !tidied.is_empty() {
            tidied.push_str(if empty_lines > 0 { "\n\n" } else { "\n" });
        }
        empty_lines = 0;
        tidied.push_str(first);
        for word in words {
            tidied.push(' ');
            tidied.push_str(word);
        }
    }
    tidied
}

/// Bytes as text: by their mark, else as UTF-8, else (what older programs write) as Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let fallback = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    encoding.unwrap_or(fallback).decode(bytes).0.into_owned()
}

/// Bytes as the text that they are called.
///
/// Errors: [`Unreadable::Mismatch`] where there are characters that no text has.
pub(crate) fn decode_strictly(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = decode(bytes);
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{80}'..='\u{9f}');
    if text.chars().all(is_text) { Ok(text) } else { Err(Unreadable::Mismatch) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whitespace_is_tidied() {
        assert_eq!(tidy("  a \u{a0} b\u{0}\n\n\n\n c\t\td \n"), "a b\n\nc d");
        assert_eq!(tidy(" \n \n"), "");
    }

    #[test]
    fn there_is_an_end_to_what_is_kept() {
        let mut gathered = Gathered::new();
        gathered.add(&"ä".repeat(MAX_CHARACTERS - 1));
        assert!(!gathered.is_full());
        gathered.add("bc");
        assert!(gathered.is_full());
        assert_eq!(gathered.into_pages()[1], "b");
    }
}
