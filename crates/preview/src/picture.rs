//! Pictures of pixels: PNG, JPEG, WebP and GIF. Their size is read before anything is decoded.

use crate::album::{Album, PAGE, fit};
use crate::{Looked, Unit, Unreadable};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use std::io::Cursor;

/// The most pixels that are decoded.
pub(crate) const MAX_PIXELS: u64 = 60_000_000;
/// The most that a decoder may take, in bytes: sixteen bits for each of four channels.
const MAX_ALLOCATED: u64 = MAX_PIXELS * 8;

pub(crate) fn look(media: &str, bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let format = ImageFormat::from_mime_type(media).ok_or(Unreadable::Mismatch)?;
    if image::guess_format(bytes).ok() != Some(format) {
        return Err(Unreadable::Mismatch);
    }
    let picture = decode(bytes)?;
    album.add_page(&fit(&picture, [PAGE, PAGE]))?;
    Ok(album.close(Looked { size: Some(picture.dimensions().into()), ..Looked::default() }))
}

/// Decodes a picture, turned as its metadata asks.
///
/// Errors: [`Unreadable::TooLarge`] where its header tells of more than [`MAX_PIXELS`]; [`Unreadable::Broken`].
pub(crate) fn decode(bytes: &[u8]) -> Result<RgbaImage, Unreadable> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOCATED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(Unreadable::broken)?;
    let (width, height) = decoder.dimensions();
    let found = u64::from(width) * u64::from(height);
    if found > MAX_PIXELS {
        return Err(Unreadable::TooLarge { unit: Unit::Pixels, found, limit: MAX_PIXELS });
    }
    let orientation = decoder.orientation().map_err(Unreadable::broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(Unreadable::broken)?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgba8())
}

/// Width and height in pixels, by the header alone.
pub(crate) fn measure(bytes: &[u8]) -> Option<[u32; 2]> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.into_dimensions().ok().map(Into::into)
}
