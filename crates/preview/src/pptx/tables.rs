//! Tables of a slide: cells with their fills and lines, as high as their text needs.

use super::colours::Colour;
use super::paints::{self, UNITS_IN_A_POINT};
use super::places::Place;
use super::slide::Slide;
use super::styles::Style;
use super::writing::{self, Sources};
use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::fmt::Write;

/// The most rows and columns that are drawn.
const MAX_ROWS: usize = 100;
const MAX_COLUMNS: usize = 50;

pub(super) fn draw<'a>(slide: &mut Slide<'a>, table: Node<'a, 'a>, place: Place) {
    let widths: Vec<f32> = xml::child(table, "tblGrid")
        .into_iter()
        .flat_map(|grid| xml::children(grid, "gridCol"))
        .take(MAX_COLUMNS)
        .map(|column| xml::number::<f32>(column, "w").unwrap_or_default() / UNITS_IN_A_POINT)
        .collect();
    let properties = xml::child(table, "tblPr");
    let has_head = properties.and_then(|properties| xml::switch(properties, "firstRow")).unwrap_or_default();
    let is_styled = properties.is_some_and(|properties| xml::child(properties, "tableStyleId").is_some());
    let mut y = place.y;
    for (row, node) in xml::children(table, "tr").take(MAX_ROWS).enumerate() {
        let is_head = has_head && row == 0;
        let height = xml::number::<f32>(node, "h").unwrap_or_default() / UNITS_IN_A_POINT;
        let mut cells: Vec<(Node, Place)> = Vec::new();
        let mut x = place.x;
        for (column, cell) in xml::children(node, "tc").take(widths.len()).enumerate() {
            let spanned = xml::number::<usize>(cell, "gridSpan").unwrap_or(1).max(1);
            let width: f32 = widths.iter().skip(column).take(spanned).sum();
            let is_covered = ["hMerge", "vMerge"].iter().any(|name| xml::switch(cell, name) == Some(true));
            if !is_covered {
                cells.push((cell, Place { x, y, width, height, ..Place::default() }));
            }
            x += widths[column];
        }
        let height =
            cells.iter().fold(height, |height, (cell, place)| height.max(text_height(slide, *cell, *place, is_head)));
        for (cell, place) in cells {
            draw_cell(slide, cell, Place { height, ..place }, is_styled.then_some(is_head));
        }
        y += height;
    }
}

/// Draws a cell. `styled` says whether the table has a style, and whether it makes this cell a heading.
fn draw_cell<'a>(slide: &mut Slide<'a>, cell: Node<'a, 'a>, place: Place, styled: Option<bool>) {
    let palette = &slide.layers.palette;
    let properties = xml::child(cell, "tcPr");
    let own =
        properties.and_then(|properties| paints::fill(&mut slide.svg, properties, palette, &mut slide.names, None));
    let accent = || palette.named("accent1").unwrap_or(Colour::BLACK).hexadecimal();
    let fill = own.unwrap_or_else(|| match styled {
        Some(true) => format!("fill=\"{}\"", accent()),
        Some(false) => format!("fill=\"{}\" fill-opacity=\"0.1\"", accent()),
        None => "fill=\"none\"".to_owned(),
    });
    let line =
        if styled.is_some() { "stroke=\"#fff\" stroke-width=\"1\"" } else { "stroke=\"#c8c8d0\" stroke-width=\"0.5\"" };
    let _ = write!(
        slide.svg,
        "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" {fill} {line}/>",
        place.x, place.y, place.width, place.height
    );
    if let Some(body) = xml::child(cell, "txBody") {
        let sources = sources(slide, cell, body, styled == Some(true));
        writing::draw(&mut slide.svg, body, place, &sources, &slide.layers.palette);
    }
}

/// How high a cell has to be for its text, in points.
fn text_height(slide: &Slide, cell: Node, place: Place, is_head: bool) -> f32 {
    let Some(body) = xml::child(cell, "txBody") else { return 0.0 };
    writing::needed_height(body, place, &sources(slide, cell, body, is_head), &slide.layers.palette)
}

fn sources<'b, 'input>(
    slide: &Slide,
    cell: Node<'b, 'input>,
    body: Node<'b, 'input>,
    is_head: bool,
) -> Sources<'b, 'input> {
    let text = slide.layers.palette.named(if is_head { "bg1" } else { "tx1" }).unwrap_or(Colour::BLACK);
    let mut plain = Style::new(text);
    plain.letters.bold = is_head;
    let bodies = xml::child(cell, "tcPr").into_iter().chain(xml::child(body, "bodyPr")).collect();
    Sources { lists: vec![xml::child(body, "lstStyle")], bodies, plain, slide: slide.number }
}
