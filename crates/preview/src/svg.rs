//! SVG: drawn without anything from elsewhere. What could run or load something is refused, not removed, since the
//! drawing itself may be shown later.

mod checks;

use crate::album::{Album, PAGE};
use crate::{Looked, Unreadable, fonts, picture, xml};
use image::RgbaImage;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree, roxmltree};
use std::collections::HashMap;
use std::sync::Arc;

/// The most pixels of a picture in a drawing.
const MAX_INNER_PIXELS: u32 = 16_000_000;

pub(crate) fn look(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let source = without_document_type(crate::text::decode(bytes));
    if !source.contains("<svg") && !source.contains(":svg") {
        return Err(Unreadable::Mismatch);
    }
    let document = xml::parse(&source)?;
    checks::check(&document)?;
    let tree = Tree::from_xmltree(&document, &options()).map_err(Unreadable::broken)?;
    let [width, height] = [tree.size().width(), tree.size().height()];
    album.add_page(&draw_to_fit(&tree, PAGE, Color::TRANSPARENT)?)?;
    let text: Vec<&str> = document.descendants().filter(is_written).filter_map(|node| node.text()).collect();
    Ok(album.close(Looked {
        text: crate::text::whole(&text.join("\n")),
        size: Some([pixels(width), pixels(height)]),
        ..Looked::default()
    }))
}

/// Drawing programs declare the type of the document by its address, which nobody loads: that alone is left out. What
/// declares anything within (entities grow there) stays, and is refused with the XML.
fn without_document_type(mut source: String) -> String {
    let Some(start) = source.find("<!DOCTYPE svg") else { return source };
    if let Some(end) = source[start..].find('>').filter(|end| !source[start..start + end].contains('[')) {
        source.replace_range(start..=start + end, "");
    }
    source
}

/// Whether text is one that people read.
fn is_written(node: &roxmltree::Node<'_, '_>) -> bool {
    node.is_text() && node.ancestors().any(|above| ["text", "title", "desc"].iter().any(|name| xml::is(above, name)))
}

/// Pictures that a drawing of our own making refers to, by their names.
pub(crate) type Pictures = HashMap<String, Arc<Vec<u8>>>;

/// Draws a drawing of our own making on white, with its longer side as long as a page's.
pub(crate) fn draw(source: &str, pictures: &Pictures) -> Result<RgbaImage, Unreadable> {
    let mut options = options();
    options.image_href_resolver.resolve_string =
        Box::new(|name, _| pictures.get(name).cloned().and_then(inner_picture));
    let tree = Tree::from_str(source, &options).map_err(Unreadable::broken)?;
    draw_to_fit(&tree, PAGE, Color::WHITE)
}

/// Draws with its longer side as long as asked, in pixels: a drawing has no size of its own that would have to be kept.
fn draw_to_fit(tree: &Tree, longest: u32, ground: Color) -> Result<RgbaImage, Unreadable> {
    let (width, height) = (tree.size().width(), tree.size().height());
    #[allow(clippy::cast_precision_loss)]
    let scale = longest as f32 / width.max(height);
    let [across, down] = [pixels(width * scale).min(longest), pixels(height * scale).min(longest)];
    let mut pixmap = Pixmap::new(across, down).ok_or_else(|| Unreadable::broken("the drawing has no size"))?;
    pixmap.fill(ground);
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    RgbaImage::from_raw(across, down, pixmap.take_demultiplied())
        .ok_or_else(|| Unreadable::broken("the drawing has no size"))
}

/// A length in whole pixels, at least one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(length: f32) -> u32 {
    length.round().clamp(1.0, 100_000.0) as u32
}

fn options<'a>() -> Options<'a> {
    Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: fonts::database(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, data, _| inner_picture(data)),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// A picture in a drawing: one of pixels, and not of too many.
fn inner_picture(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    use image::ImageFormat;
    let format = image::guess_format(&data).ok()?;
    let [width, height] = picture::measure(&data)?;
    if width.checked_mul(height)? > MAX_INNER_PIXELS {
        return None;
    }
    match format {
        ImageFormat::Png => Some(ImageKind::PNG(data)),
        ImageFormat::Jpeg => Some(ImageKind::JPEG(data)),
        ImageFormat::Gif => Some(ImageKind::GIF(data)),
        ImageFormat::WebP => Some(ImageKind::WEBP(data)),
        _ => None,
    }
}
