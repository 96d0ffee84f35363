//! A table as bytes: RFC 4180, every cell quoted and guarded.

use portico_contract::cell::guarded;

/// Writes rows, one after the other, so that a large table is never held whole.
pub(crate) struct Writing {
    separator: u8,
}

impl Writing {
    pub(crate) fn new(separator: char) -> Self {
        Self { separator: u8::try_from(separator).unwrap_or(b',') }
    }

    /// The mark by which spreadsheets know UTF-8.
    #[expect(clippy::unused_self, reason = "it belongs to what is written")]
    pub(crate) fn mark(&self) -> &'static [u8] {
        b"\xef\xbb\xbf"
    }

    /// The bytes of a row.
    pub(crate) fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new();
        // Each is quoted: a program that expects another separator does not cut a formula out of a text.
        writer.delimiter(self.separator).quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF);
        let mut writer = writer.from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = writer.write_record(cells.iter().map(|cell| guarded(cell.as_ref())));
        writer.into_inner().unwrap_or_default()
    }
}
