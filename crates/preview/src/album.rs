//! The folder that pictures and views are written into.

use crate::{Looked, MAX_PAGES, Picture, Unreadable};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::{self, FilterType};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};
use std::path::Path;

/// The longest side of a picture that is shown, in pixels.
pub(crate) const PAGE: u32 = 1600;
/// What a thumbnail fits into, in pixels.
const THUMBNAIL: [u32; 2] = [480, 360];
/// Of JPEG, from 1 to 100.
const QUALITY: u8 = 80;
/// The name of the view.
const VIEW: &str = "view.html";

/// What was written into the folder so far.
pub(crate) struct Album<'a> {
    folder: &'a Path,
    pages: Vec<Picture>,
    thumbnail: Option<Picture>,
    view: Option<String>,
}

impl<'a> Album<'a> {
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self { folder, pages: Vec::new(), thumbnail: None, view: None }
    }

    /// Whether no more pages are taken.
    pub(crate) fn is_full(&self) -> bool {
        self.pages.len() >= MAX_PAGES
    }

    /// Writes the next page as it is; the first is the thumbnail as well, unless there is one already.
    pub(crate) fn add_page(&mut self, picture: &RgbaImage) -> Result<(), Unreadable> {
        if self.is_full() {
            return Ok(());
        }
        let page = self.write(&format!("page-{}", self.pages.len() + 1), picture)?;
        self.pages.push(page);
        if self.thumbnail.is_none() {
            self.set_thumbnail(picture)?;
        }
        Ok(())
    }

    /// Writes the thumbnail.
    pub(crate) fn set_thumbnail(&mut self, picture: &RgbaImage) -> Result<(), Unreadable> {
        self.thumbnail = Some(self.write("thumbnail", &fit(picture, THUMBNAIL))?);
        Ok(())
    }

    /// Whether there is a thumbnail already.
    pub(crate) fn has_thumbnail(&self) -> bool {
        self.thumbnail.is_some()
    }

    /// Writes the view: a fragment of HTML that is harmless already.
    pub(crate) fn set_view(&mut self, html: &str) -> Result<(), Unreadable> {
        std::fs::write(self.folder.join(VIEW), html)?;
        self.view = Some(VIEW.to_owned());
        Ok(())
    }

    /// What was written, beside what is known otherwise.
    pub(crate) fn close(&mut self, known: Looked) -> Looked {
        Looked {
            pages: std::mem::take(&mut self.pages),
            thumbnail: self.thumbnail.take(),
            view: self.view.take(),
            ..known
        }
    }

    fn write(&self, name: &str, picture: &RgbaImage) -> Result<Picture, Unreadable> {
        let (width, height) = picture.dimensions();
        let (media, bytes) = encode(picture)?;
        let file = format!("{name}.{}", if media == "image/png" { "png" } else { "jpg" });
        std::fs::write(self.folder.join(&file), bytes)?;
        Ok(Picture { file, media: media.to_owned(), width, height })
    }
}

/// A picture as PNG where something shows through, else as JPEG: its media type and its bytes.
pub(crate) fn encode(picture: &RgbaImage) -> Result<(&'static str, Vec<u8>), Unreadable> {
    let (width, height) = picture.dimensions();
    let mut bytes = Vec::new();
    let shows_through = picture.pixels().any(|pixel| pixel.0[3] < u8::MAX);
    let (media, encoded) = if shows_through {
        ("image/png", PngEncoder::new(&mut bytes).write_image(picture, width, height, ExtendedColorType::Rgba8))
    } else {
        let [channels, alpha] = [3, 1];
        let opaque: Vec<u8> =
            picture.chunks_exact(channels + alpha).flat_map(|pixel| &pixel[..channels]).copied().collect();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        ("image/jpeg", encoder.write_image(&opaque, width, height, ExtendedColorType::Rgb8))
    };
    encoded.map_err(Unreadable::broken)?;
    Ok((media, bytes))
}

/// A picture that fits into a width and height in pixels: made smaller where it has to be, never larger.
pub(crate) fn fit(picture: &RgbaImage, most: [u32; 2]) -> std::borrow::Cow<'_, RgbaImage> {
    let [width, height] = fitting([picture.width(), picture.height()], most);
    if [width, height] == [picture.width(), picture.height()] {
        return std::borrow::Cow::Borrowed(picture);
    }
    // Averaging first to twice the size keeps the good filter's work small, and looks the same.
    let smaller = if picture.width() > width.saturating_mul(4) && picture.height() > height.saturating_mul(4) {
        Some(imageops::thumbnail(picture, width * 2, height * 2))
    } else {
        None
    };
    std::borrow::Cow::Owned(imageops::resize(smaller.as_ref().unwrap_or(picture), width, height, FilterType::Lanczos3))
}

/// Width and height, in the same relation, that fit into others; at least one pixel each.
pub(crate) fn fitting([width, height]: [u32; 2], most: [u32; 2]) -> [u32; 2] {
    if width <= most[0] && height <= most[1] {
        return [width, height];
    }
    let scaled = |side: u32, by: u32, of: u32| {
        u32::try_from(u64::from(side) * u64::from(by) / u64::from(of.max(1))).unwrap_or(1).max(1)
    };
    let by_width = [most[0], scaled(height, most[0], width)];
    if by_width[1] <= most[1] { by_width } else { [scaled(width, most[1], height), most[1]] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_fit() {
        assert_eq!(fitting([100, 50], [480, 360]), [100, 50]);
        assert_eq!(fitting([4000, 3000], [480, 360]), [480, 360]);
        assert_eq!(fitting([3000, 4000], [480, 360]), [270, 360]);
        assert_eq!(fitting([100_000, 1], [480, 360]), [480, 1]);
    }
}
