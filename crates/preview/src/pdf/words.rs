//! The words of a page: what stands beside each other is a word, what stands below is a line.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect, Vec2};

/// Glyphs are drawn in thousandths of their size.
const UNITS: f64 = 1000.0;
/// A gap wider than this part of the size parts words.
const WORD_GAP: f64 = 0.15;
/// A step across the line further than this part of the size begins another line.
const LINE_STEP: f64 = 0.5;
/// A page has no more characters than this: the rest is not read.
const MAX_OF_A_PAGE: usize = 200_000;

/// Reads page after page, and keeps the fonts meanwhile.
pub(super) struct Reader<'a> {
    cache: InterpreterCache<'a>,
    settings: &'a InterpreterSettings,
}

impl<'a> Reader<'a> {
    pub(super) fn new(settings: &'a InterpreterSettings) -> Self {
        Self { cache: InterpreterCache::new(), settings }
    }

    pub(super) fn read(&mut self, page: &'a Page<'a>) -> String {
        let (width, height) = page.render_dimensions();
        let transform = page.initial_transform(true).to_kurbo();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, area, &self.cache, page.xref(), self.settings.clone());
        let mut words = Words { text: String::new(), end: None };
        interpret_page(page, &mut context, &mut words);
        words.text
    }
}

/// Gathers what the glyphs mean.
struct Words {
    text: String,
    /// Where the last glyph ended.
    end: Option<Point>,
}

impl Words {
    fn take(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let meant = match glyph.as_unicode() {
            Some(BfString::Char(one)) => one.to_string(),
            Some(BfString::String(several)) => several,
            None => return,
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let start = transform * Point::ZERO;
        let end = transform * Point::new(f64::from(advance.unwrap_or_default()), 0.0);
        let size = (transform * Point::new(0.0, UNITS) - start).hypot();
        let along = transform * Point::new(UNITS, 0.0) - start;
        if let Some(last) = self.end {
            self.part(start - last, along / along.hypot().max(f64::MIN_POSITIVE), size);
        }
        self.text.push_str(&meant);
        self.end = Some(end);
    }

    /// Parts lines and words by how far it is from the last glyph's end to the next one's start.
    fn part(&mut self, step: Vec2, along: Vec2, size: f64) {
        let (forward, across) = (step.dot(along), step.cross(along).abs());
        if across > size * LINE_STEP || forward < -size {
            self.text.push('\n');
        } else if forward > size * WORD_GAP && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

impl Device<'_> for Words {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.text.len() < MAX_OF_A_PAGE {
                self.take(glyph, props.transform * glyph.transform());
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
