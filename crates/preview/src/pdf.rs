//! PDF: its pages as pictures, the words on them, and whether it brings programs. One engine draws and reads.

mod programs;
mod words;

use crate::album::Album;
use crate::text::Gathered;
use crate::{Looked, Unreadable};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::RgbaImage;

/// The width of a page's picture, in pixels.
const WIDTH: f32 = 1200.0;
/// The most height of a page's picture, in pixels.
const HEIGHT: f32 = 2400.0;
/// Pages after these are not read.
const MAX_READ: usize = 1_000;

pub(crate) fn look(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    if !bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Err(Unreadable::Mismatch);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(refusal)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Unreadable::broken("it has no pages"));
    }
    let settings = InterpreterSettings::default();
    let drawn = RenderCache::new();
    for page in pages.iter().take(crate::MAX_PAGES) {
        album.add_page(&draw(page, &drawn, &settings)?)?;
    }
    let mut text = Gathered::new();
    let mut reader = words::Reader::new(&settings);
    for page in pages.iter().take(MAX_READ) {
        if text.is_full() {
            break;
        }
        text.add(&reader.read(page));
    }
    Ok(album.close(Looked {
        text: text.into_pages(),
        page_count: u32::try_from(pages.len()).ok(),
        has_scripts: programs::any(&pdf),
        ..Looked::default()
    }))
}

fn refusal(error: LoadPdfError) -> Unreadable {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unreadable::Encrypted
        }
        LoadPdfError::Decryption(_) => Unreadable::broken("its encryption is damaged"),
        LoadPdfError::Invalid => Unreadable::broken("it is no whole PDF"),
    }
}

fn draw<'a>(
    page: &'a Page<'a>,
    drawn: &RenderCache<'a>,
    settings: &InterpreterSettings,
) -> Result<RgbaImage, Unreadable> {
    let (width, height) = page.render_dimensions();
    let scale = (WIDTH / width.max(1.0)).min(HEIGHT / height.max(1.0));
    // A side that would be thinner than a pixel gets one.
    let at_least_one = |side: f32| (scale).max(1.0 / side.max(f32::MIN_POSITIVE));
    let pixmap = hayro::render(
        page,
        drawn,
        settings,
        &RenderSettings::default(),
        &PixmapSettings { x_scale: at_least_one(width), y_scale: at_least_one(height), bg_color: WHITE },
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let pixels = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, u8::MAX]).collect();
    RgbaImage::from_raw(width, height, pixels).ok_or_else(|| Unreadable::broken("a page could not be drawn"))
}
