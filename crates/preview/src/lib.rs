//! What is in a file: its text, its pages as pictures, its measures, and a harmless view. Parsers are what programs
//! are broken into by, so this is made to run in a process of its own: see [`run`].

#![warn(missing_docs)]

mod album;
mod docx;
mod fonts;
mod limits;
mod lines;
mod looked;
mod office;
mod page;
mod paper;
mod pdf;
mod picture;
mod pptx;
mod process;
mod sheet;
mod svg;
mod text;
mod unreadable;
mod video;
mod xml;
mod zip;

pub use limits::limit_this_process;
pub use looked::{Looked, Outcome, Picture};
pub use process::{OUTCOME_FILE, run};
pub use unreadable::{Unit, Unreadable};

use std::path::Path;

/// How many pages of a file become pictures.
pub const MAX_PAGES: usize = 40;
/// How many characters of text are kept of a file, over all of its pages.
pub const MAX_CHARACTERS: usize = 1_000_000;
/// The most bytes of a file that are read, videos apart.
pub const MAX_BYTES: u64 = 200 * 1024 * 1024;

/// Looks at a file of a media type and writes pictures and views into a folder, which must exist.
///
/// The media type is what the file was found to be (parameters such as `charset` are ignored). Of a type that nothing
/// is known of, nothing is found and nothing is refused. A parser's panic becomes [`Unreadable::Broken`].
pub fn look(media: &str, file: &Path, folder: &Path) -> Result<Looked, Unreadable> {
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    std::panic::catch_unwind(|| look_by_kind(&media, file, folder))
        .unwrap_or_else(|_| Err(Unreadable::broken("a parser gave up")))
}

fn look_by_kind(media: &str, file: &Path, folder: &Path) -> Result<Looked, Unreadable> {
    let mut album = album::Album::new(folder);
    match media {
        "application/pdf" => pdf::look(&read(file)?, &mut album),
        "image/png" | "image/jpeg" | "image/webp" | "image/gif" => picture::look(media, &read(file)?, &mut album),
        "image/svg+xml" => svg::look(&read(file)?, &mut album),
        "text/html" => page::look_at_html(&read(file)?, &mut album),
        "text/markdown" => page::look_at_markdown(&read(file)?, &mut album),
        "text/vtt" => page::look_at_captions(&read(file)?, &mut album),
        "text/plain" => page::look_at_plain(&read(file)?, &mut album),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
            pptx::look(&read(file)?, &mut album)
        }
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            docx::look(&read(file)?, &mut album)
        }
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => {
            sheet::look_at_workbook(&read(file)?, &mut album)
        }
        "text/csv" => sheet::look_at_values(&read(file)?, &mut album),
        "video/mp4" | "video/quicktime" => video::look(file),
        _ => Ok(Looked::default()),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, Unreadable> {
    let found = std::fs::metadata(file)?.len();
    if found > MAX_BYTES {
        return Err(Unreadable::TooLarge { unit: Unit::Bytes, found, limit: MAX_BYTES });
    }
    Ok(std::fs::read(file)?)
}
