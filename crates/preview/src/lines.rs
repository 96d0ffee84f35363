//! Letters set into lines: how wide they are, where a line breaks, and the drawing of it.

use crate::{fonts, page::escape};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::fmt::Write;
use std::sync::LazyLock;

/// Inter is wider than the families that documents ask for: made smaller by this, regular and bold, lines break as they
/// were meant to.
const NARROWER: [f32; 2] = [0.94, 0.975];
/// The height of a line, in parts of its letters' size.
pub(crate) const LINE_HEIGHT: f32 = 1.2;
/// How far below its top a line's letters stand, in parts of their size.
const BASELINE: f32 = 0.95;
/// More lines than this do not fit on any page.
const MAX_LINES: usize = 400;

/// How letters look.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own in office programs")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Letters {
    /// In points.
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
    pub struck: bool,
    pub capitals: bool,
    /// As SVG writes it.
    pub colour: String,
}

impl Letters {
    pub(crate) fn new(size: f32, bold: bool, colour: &str) -> Self {
        let colour = colour.to_owned();
        Self { size, bold, italic: false, underlined: false, struck: false, capitals: false, colour }
    }
}

/// Text of one look. A line feed in it breaks the line.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub text: String,
    pub letters: Letters,
}

/// A line: its runs with how far from its start each stands, its width, and the size of its largest letters; in points.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub pieces: Vec<(f32, Run)>,
    pub width: f32,
    pub size: f32,
}

impl Line {
    pub(crate) fn height(&self) -> f32 {
        self.size * LINE_HEIGHT
    }

    /// Draws the line with its upper left corner at a place.
    pub(crate) fn draw(&self, svg: &mut String, x: f32, y: f32) {
        let baseline = y + self.size * BASELINE;
        for (start, Run { text, letters }) in &self.pieces {
            let weight = if letters.bold { " font-weight=\"700\"" } else { "" };
            // There is no slanted Inter here: a slight slant of the upright one stands for it.
            let place =
                format!("translate({:.2} {baseline:.2}){}", x + start, if letters.italic { " skewX(-10)" } else { "" });
            let decoration = match (letters.underlined, letters.struck) {
                (true, _) => " text-decoration=\"underline\"",
                (_, true) => " text-decoration=\"line-through\"",
                _ => "",
            };
            let _ = write!(
                svg,
                "<text xml:space=\"preserve\" transform=\"{place}\" font-size=\"{:.2}\" fill=\"{}\"{weight}{decoration}>{}</text>",
                drawn_size(letters),
                letters.colour,
                escape(text.trim_end())
            );
        }
    }
}

/// Sets runs into lines of a width, in points.
pub(crate) fn set(runs: &[Run], width: f32) -> Vec<Line> {
    let mut setter = Setter { lines: Vec::new(), line: Line::default(), width };
    let empty_size = runs.first().map_or(0.0, |run| run.letters.size);
    let mut word: Vec<Run> = Vec::new();
    for run in runs {
        for piece in run.text.split_inclusive([' ', '\n', '\t', '-']) {
            let text = if run.letters.capitals { piece.to_uppercase() } else { piece.to_owned() };
            let breaks = text.ends_with('\n');
            word.push(Run { text: text.trim_end_matches('\n').replace('\t', "    "), letters: run.letters.clone() });
            if piece.ends_with([' ', '\n', '\t', '-']) {
                setter.add(std::mem::take(&mut word));
            }
            if breaks {
                setter.line.size = setter.line.size.max(run.letters.size);
                setter.finish_line();
            }
        }
        if setter.lines.len() > MAX_LINES {
            break;
        }
    }
    setter.add(word);
    setter.line.size = if setter.line.pieces.is_empty() { empty_size } else { setter.line.size };
    setter.finish_line();
    setter.lines
}

struct Setter {
    lines: Vec<Line>,
    line: Line,
    width: f32,
}

impl Setter {
    /// Adds a word, which may be of several looks, to the line or the next one.
    fn add(&mut self, word: Vec<Run>) {
        let needed: f32 = word.iter().map(|run| width(run.text.trim_end(), &run.letters)).sum();
        if self.line.width + needed > self.width && !self.line.pieces.is_empty() {
            self.finish_line();
        }
        for run in word {
            if needed > self.width { self.add_in_parts(run) } else { self.push(run) }
        }
    }

    /// Breaks a word that is longer than a line.
    fn add_in_parts(&mut self, run: Run) {
        let mut part = String::new();
        for letter in run.text.chars().take(5_000) {
            part.push(letter);
            if self.line.width + width(&part, &run.letters) > self.width && part.chars().count() > 1 {
                part.pop();
                self.push(Run { text: std::mem::take(&mut part), letters: run.letters.clone() });
                self.finish_line();
                part.push(letter);
            }
        }
        self.push(Run { text: part, letters: run.letters });
    }

    fn push(&mut self, run: Run) {
        if run.text.is_empty() {
            return;
        }
        let run_width = width(&run.text, &run.letters);
        self.line.size = self.line.size.max(run.letters.size);
        match self.line.pieces.last_mut() {
            Some((_, last)) if last.letters == run.letters => last.text.push_str(&run.text),
            _ => self.line.pieces.push((self.line.width, run)),
        }
        self.line.width += run_width;
    }

    fn finish_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if let Some((_, last)) = line.pieces.last() {
            line.width -= width(&last.text, &last.letters) - width(last.text.trim_end(), &last.letters);
        }
        self.lines.push(line);
    }
}

/// The size in which letters are drawn, in points.
fn drawn_size(letters: &Letters) -> f32 {
    letters.size * NARROWER[usize::from(letters.bold)]
}

/// The width of a text, in points.
pub(crate) fn width(text: &str, letters: &Letters) -> f32 {
    let widths = if letters.bold { &*BOLD } else { &*REGULAR };
    text.chars().map(|letter| widths.of(letter)).sum::<f32>() * drawn_size(letters)
}

static REGULAR: LazyLock<Widths> = LazyLock::new(|| Widths::read(fonts::REGULAR));
static BOLD: LazyLock<Widths> = LazyLock::new(|| Widths::read(fonts::BOLD));

/// How wide the letters of a font are, in parts of their size.
struct Widths {
    font: Option<FontRef<'static>>,
}

impl Widths {
    fn read(font: &'static [u8]) -> Self {
        Self { font: FontRef::new(font).ok() }
    }

    fn of(&self, letter: char) -> f32 {
        let Some(font) = &self.font else { return 0.5 };
        let glyph = font.charmap().map(letter).unwrap_or_default();
        font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph).unwrap_or(0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(runs: &[Run], width: f32) -> Vec<String> {
        let text = |line: Line| line.pieces.iter().map(|(_, run)| run.text.trim_end().to_owned()).collect();
        set(runs, width).into_iter().map(text).collect()
    }

    #[test]
    fn lines_break_between_words_and_in_words_that_are_too_long() {
        let run = |text: &str| Run { text: text.to_owned(), letters: Letters::new(10.0, false, "#000") };
        assert_eq!(texts(&[run("one two\nthree")], 1_000.0), ["one two", "three"]);
        assert_eq!(texts(&[run("one two three")], 45.0), ["one two", "three"]);
        assert_eq!(texts(&[run("mmmmmm")], 25.0).concat(), "mmmmmm");
        assert!(texts(&[run("mmmmmm")], 25.0).len() > 1);
        assert_eq!(texts(&[run("on"), run("e two")], 20.0).len(), 2);
        assert_eq!(texts(&[], 20.0), [""]);
    }
}
