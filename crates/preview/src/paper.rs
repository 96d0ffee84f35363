//! A sheet of paper with the beginning of what is read on it: the small picture of texts, whose pages nobody has set.

use crate::album::Album;
use crate::lines::{Letters, Line, Run, set};
use crate::svg::{self, Pictures};
use crate::{Unreadable, fonts};
use std::fmt::Write;

/// Room between a cell's line and its text, in points.
const CELL: f32 = 5.0;
/// The deepest that tables lie in each other on paper.
const MAX_DEPTH: usize = 4;

/// A sheet's measures, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub margin: f32,
}

impl Sheet {
    /// A4.
    pub(crate) const A4: Self = Self { width: 595.0, height: 842.0, margin: 60.0 };
    /// A4 on its side.
    pub(crate) const LYING: Self = Self { width: 842.0, height: 595.0, margin: 24.0 };
}

/// What stands on paper, from top to bottom.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Vec<Vec<Cell>>),
}

/// A paragraph: distances in points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    pub runs: Vec<Run>,
    /// From 1; none where it is no heading.
    pub heading: Option<u8>,
    /// What stands before it in a list.
    pub mark: Option<String>,
    /// How deep in a list, from 0.
    pub level: usize,
    pub side: Side,
    pub before: f32,
    pub after: f32,
}

impl Paragraph {
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Where lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Side {
    #[default]
    Left,
    Middle,
    Right,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub blocks: Vec<Block>,
    /// As SVG and CSS write it.
    pub fill: Option<String>,
    /// How many columns it covers.
    pub span: usize,
    /// In any unit: how much of the table it takes beside the others.
    pub width: f32,
}

/// Draws the beginning of what is read on a sheet, as the thumbnail.
pub(crate) fn take_thumbnail(blocks: &[Block], sheet: Sheet, album: &mut Album) -> Result<(), Unreadable> {
    let Sheet { width, height, margin } = sheet;
    let mut paper = Paper { svg: String::new(), bottom: height - margin / 2.0 };
    let _ = write!(
        paper.svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.1}\" height=\"{height:.1}\" font-family=\"{}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        fonts::FAMILY
    );
    paper.draw_blocks(blocks, margin, margin, width - margin * 2.0, 0);
    paper.svg.push_str("</svg>");
    album.set_thumbnail(&svg::draw(&paper.svg, &Pictures::new())?)
}

struct Paper {
    svg: String,
    /// Where the sheet ends.
    bottom: f32,
}

impl Paper {
    /// Draws blocks below each other; how far down they come.
    fn draw_blocks(&mut self, blocks: &[Block], x: f32, mut y: f32, width: f32, depth: usize) -> f32 {
        for block in blocks {
            if y > self.bottom {
                break;
            }
            y = match block {
                Block::Paragraph(paragraph) => self.draw_paragraph(paragraph, x, y, width),
                Block::Table(rows) if depth < MAX_DEPTH => self.draw_table(rows, x, y, width, depth),
                Block::Table(_) => y,
            };
        }
        y
    }

    fn draw_paragraph(&mut self, paragraph: &Paragraph, x: f32, y: f32, width: f32) -> f32 {
        let size = paragraph.runs.first().map_or(11.0, |run| run.letters.size);
        let mut y = y + paragraph.before;
        #[allow(clippy::cast_precision_loss)]
        let indent = if paragraph.mark.is_some() { 18.0 * (paragraph.level.min(8) + 1) as f32 } else { 0.0 };
        let runs = if paragraph.runs.is_empty() {
            vec![Run { text: String::new(), letters: Letters::new(size, false, "#000") }]
        } else {
            paragraph.runs.clone()
        };
        let lines = set(&runs, (width - indent).max(1.0));
        if y + lines[0].height() > self.bottom {
            return self.bottom + 1.0;
        }
        if let (Some(mark), Some(first)) = (&paragraph.mark, runs.first()) {
            let letters = first.letters.clone();
            set(&[Run { text: mark.clone(), letters }], f32::MAX)[0].draw(&mut self.svg, x + indent - 14.0, y);
        }
        for line in &lines {
            if y + line.height() > self.bottom {
                return self.bottom + 1.0;
            }
            line.draw(&mut self.svg, x + indent + shift(paragraph.side, line, width - indent), y);
            y += line.height() * 1.1;
        }
        y + paragraph.after
    }

    fn draw_table(&mut self, rows: &[Vec<Cell>], x: f32, mut y: f32, width: f32, depth: usize) -> f32 {
        for row in rows {
            if y > self.bottom {
                break;
            }
            let whole: f32 = row.iter().map(|cell| cell.width.max(0.01)).sum();
            // Fills are below the text, and as high as the highest cell: so the text is drawn apart first.
            let mut text = Paper { svg: String::new(), bottom: self.bottom };
            let mut left = x;
            let mut lowest = y;
            let mut places = Vec::new();
            for cell in row {
                let cell_width = width * cell.width.max(0.01) / whole;
                let inner = (cell_width - CELL * 2.0).max(1.0);
                lowest = lowest.max(text.draw_blocks(&cell.blocks, left + CELL, y + CELL / 2.0, inner, depth + 1));
                places.push((left, cell_width, cell.fill.as_deref().unwrap_or("none")));
                left += cell_width;
            }
            let height = (lowest + CELL / 2.0).min(self.bottom) - y;
            for (left, cell_width, fill) in places {
                let _ = write!(
                    self.svg,
                    "<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{cell_width:.1}\" height=\"{:.1}\" fill=\"{fill}\" \
                     stroke=\"#d5d5de\" stroke-width=\"0.5\"/>",
                    height.max(0.0)
                );
            }
            self.svg.push_str(&text.svg);
            y += height.max(1.0);
        }
        y + CELL
    }
}

fn shift(side: Side, line: &Line, width: f32) -> f32 {
    match side {
        Side::Left => 0.0,
        Side::Middle => (width - line.width) / 2.0,
        Side::Right => width - line.width,
    }
}
