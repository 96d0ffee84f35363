//! What is packed in a document: read part by part into memory, never more than a document has.

use crate::{Unit, Unreadable};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that all parts may have together, unpacked, in bytes.
const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
/// The most parts.
const MAX_ENTRIES: u64 = 5_000;
/// How many times larger than packed a part may be that is no small one.
const MAX_RATIO: u64 = 100;
/// Parts up to this many bytes are small: their ratio says nothing.
const SMALL: u64 = 1024 * 1024;

/// A packed document.
pub(crate) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Parts<'a> {
    /// Opens a packed document by its list of parts, and unpacks nothing yet.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if !bytes.starts_with(b"PK") {
            // What office programs lock with a password is no packed document any more.
            let locked = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
            return Err(if locked { Unreadable::Encrypted } else { Unreadable::Mismatch });
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Unreadable::broken)?;
        let found = archive.len() as u64;
        if found > MAX_ENTRIES {
            return Err(Unreadable::TooLarge { unit: Unit::Entries, found, limit: MAX_ENTRIES });
        }
        let mut unpacked: u64 = 0;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(Unreadable::broken)?;
            if part.encrypted() {
                return Err(Unreadable::Encrypted);
            }
            unpacked = unpacked.saturating_add(part.size());
            if part.size() > SMALL && part.size() / MAX_RATIO > part.compressed_size() {
                return Err(Unreadable::Bomb);
            }
        }
        if unpacked > MAX_UNPACKED {
            return Err(Unreadable::Bomb);
        }
        Ok(Self { archive, left: MAX_UNPACKED })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
    }

    /// Whether it brings a program of its own.
    pub(crate) fn has_macros(&self) -> bool {
        self.names().iter().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin"))
    }

    /// A part's bytes; none where there is no such part.
    ///
    /// Errors: [`Unreadable::Bomb`] where it unpacks to more than it said, or all parts read so far to too much.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(Unreadable::broken(error)),
        };
        let limit = self.left.min(part.size().max(SMALL));
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(Unreadable::broken)?;
        let read = bytes.len() as u64;
        if read > limit {
            return Err(Unreadable::Bomb);
        }
        self.left -= read;
        Ok(Some(bytes))
    }

    /// A part's text; none where there is no such part.
    pub(crate) fn read_text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        Ok(self.read(name)?.map(|bytes| crate::text::decode(&bytes)))
    }

    /// Unpacks every part and drops it: for parsers that unpack by themselves and believe what parts say.
    pub(crate) fn try_all(&mut self) -> Result<(), Unreadable> {
        for name in self.names() {
            self.read(&name)?;
        }
        self.left = MAX_UNPACKED;
        Ok(())
    }
}
