//! The text of a shape: its paragraphs set into lines within its box.

use super::colours::Palette;
use super::paints::UNITS_IN_A_POINT;
use super::places::Place;
use super::styles::{DEEPEST, Mark, Side, Style, take_letters};
use crate::lines::{Letters, Line, Run, set};
use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::fmt::Write;

/// The most paragraphs of a box.
const MAX_PARAGRAPHS: usize = 300;
/// The smallest that letters become so that they fit, in parts of their size.
const SMALLEST: f32 = 0.4;

/// Where text takes its look from: lists of styles, from the most general to the most special, and the boxes'
/// properties, from the most special to the most general.
pub(super) struct Sources<'a, 'input> {
    pub lists: Vec<Option<Node<'a, 'input>>>,
    pub bodies: Vec<Node<'a, 'input>>,
    /// How text looks that nothing is said of.
    pub plain: Style,
    /// The number of the slide, which fields show.
    pub slide: usize,
}

struct Paragraph {
    style: Style,
    lines: Vec<Line>,
    mark: Option<Line>,
}

/// The room for text in a box, in points.
struct Room {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    /// How far lines may go.
    line: f32,
}

impl Room {
    fn of(place: Place, sources: &Sources) -> Self {
        // Cells of tables have other names for it.
        let inset = |name, of_cell, usual: f32| {
            let said = sources.property(name).or_else(|| sources.property(of_cell));
            said.and_then(|value| value.parse::<f32>().ok()).unwrap_or(usual) / UNITS_IN_A_POINT
        };
        let (left, right) = (inset("lIns", "marL", 91_440.0), inset("rIns", "marR", 91_440.0));
        let (top, bottom) = (inset("tIns", "marT", 45_720.0), inset("bIns", "marB", 45_720.0));
        let width = (place.width - left - right).max(1.0);
        let line = if sources.property("wrap") == Some("none") { f32::MAX } else { width };
        Self { left, top, width, height: (place.height - top - bottom).max(0.0), line }
    }
}

impl<'a> Sources<'a, '_> {
    fn property(&self, name: &str) -> Option<&'a str> {
        self.bodies.iter().find_map(|body| xml::attribute(*body, name))
    }
}

/// How high a place has to be for the text of a body, in points.
pub(super) fn needed_height(body: Node, place: Place, sources: &Sources, palette: &Palette) -> f32 {
    let room = Room::of(Place { height: 0.0, ..place }, sources);
    height(&set_all(body, room.line, 1.0, sources, palette)) + room.top * 2.0
}

/// Sets the text of a body, smaller where it has to be and may be.
fn set_to_fit(body: Node, room: &Room, sources: &Sources, palette: &Palette) -> Vec<Paragraph> {
    let is_fit = |node: &Node| node.is_element() && node.tag_name().name().ends_with("utofit");
    let fit = sources.bodies.iter().find_map(|body| body.children().find(is_fit));
    let shrinks = fit.is_some_and(|fit| xml::is(fit, "normAutofit"));
    let said = fit.and_then(|fit| xml::number::<f32>(fit, "fontScale")).map_or(1.0, |scale| scale / 100_000.0);
    let mut scale = said.clamp(SMALLEST, 1.0);
    let mut paragraphs = set_all(body, room.line, scale, sources, palette);
    while shrinks && scale > SMALLEST && height(&paragraphs) > room.height {
        scale *= 0.92;
        paragraphs = set_all(body, room.line, scale, sources, palette);
    }
    paragraphs
}

/// Draws the text of a body into a place.
pub(super) fn draw(svg: &mut String, body: Node, place: Place, sources: &Sources, palette: &Palette) {
    let room = Room::of(place, sources);
    let paragraphs = set_to_fit(body, &room, sources, palette);
    let spare = room.height - height(&paragraphs);
    let mut y = place.y
        + room.top
        + match sources.property("anchor") {
            Some("ctr") => spare / 2.0,
            Some("b") => spare,
            _ => 0.0,
        };
    let _ = write!(svg, "<g{}>", place.transform(true));
    for (index, paragraph) in paragraphs.iter().enumerate() {
        y += if index > 0 { gap_before(paragraph) } else { 0.0 };
        for (number, line) in paragraph.lines.iter().enumerate() {
            let start = paragraph.style.margin
                + if number == 0 && paragraph.mark.is_none() { paragraph.style.indent } else { 0.0 };
            let x = place.x
                + room.left
                + match paragraph.style.side {
                    Side::Left => start,
                    Side::Middle => start + (room.width - start - line.width) / 2.0,
                    Side::Right => room.width - line.width,
                };
            let step = line_height(paragraph, line);
            let shift = (step - line.height()).min(0.0);
            if let Some(mark) = paragraph.mark.as_ref().filter(|_| number == 0) {
                mark.draw(svg, x + paragraph.style.indent.min(-mark.width - 2.0).max(-start), y + shift);
            }
            line.draw(svg, x, y + shift);
            y += step;
        }
        y += paragraph.style.after.points(size_of(paragraph));
    }
    svg.push_str("</g>");
}

fn set_all(body: Node, width: f32, scale: f32, sources: &Sources, palette: &Palette) -> Vec<Paragraph> {
    let mut numbers = [0_u32; DEEPEST + 1];
    xml::children(body, "p")
        .take(MAX_PARAGRAPHS)
        .map(|node| set_paragraph(node, width, scale, &mut numbers, sources, palette))
        .collect()
}

fn set_paragraph(
    node: Node,
    width: f32,
    scale: f32,
    numbers: &mut [u32; DEEPEST + 1],
    sources: &Sources,
    palette: &Palette,
) -> Paragraph {
    let properties = xml::child(node, "pPr");
    let level =
        properties.and_then(|properties| xml::number::<usize>(properties, "lvl")).unwrap_or(0).min(DEEPEST - 1) + 1;
    let mut style = sources.plain.clone();
    for list in &sources.lists {
        style.take_level(*list, level, palette);
    }
    if let Some(properties) = properties {
        style.take(properties, palette);
    }
    let runs = runs(node, &style.letters, scale, sources.slide, palette);
    let is_empty = runs.iter().all(|run| run.text.trim().is_empty());
    let first = runs.first().map_or_else(
        || Letters { size: style.letters.size * scale, ..style.letters.clone() },
        |run| run.letters.clone(),
    );
    numbers[level + 1..].fill(0);
    let mark = match &style.mark {
        _ if is_empty => None,
        Mark::None => {
            numbers[level] = 0;
            None
        }
        Mark::Sign(sign) => Some(sign.clone()),
        Mark::Number { begins } => {
            numbers[level] = numbers[level].max(begins.saturating_sub(1)).saturating_add(1);
            Some(format!("{}.", numbers[level]))
        }
    };
    let mark = mark.map(|text| {
        let letters = Letters { underlined: false, italic: false, ..first.clone() };
        set(&[Run { text, letters }], f32::MAX).remove(0)
    });
    let room = (width - style.margin - if mark.is_none() { style.indent.max(0.0) } else { 0.0 }).max(1.0);
    let set_runs = if runs.is_empty() { vec![Run { text: String::new(), letters: first }] } else { runs };
    Paragraph { lines: set(&set_runs, room), style, mark }
}

fn runs(node: Node, letters: &Letters, scale: f32, slide: usize, palette: &Palette) -> Vec<Run> {
    let mut runs = Vec::new();
    for child in node.children().filter(Node::is_element) {
        let is_field = xml::is(child, "fld");
        let text = match child.tag_name().name() {
            "br" => "\n".to_owned(),
            "fld" if xml::attribute(child, "type") == Some("slidenum") => slide.to_string(),
            "r" | "fld" => {
                xml::child(child, "t").and_then(|text| text.text()).unwrap_or_default().replace('\u{b}', "\n")
            }
            "endParaRPr" if runs.is_empty() => String::new(),
            _ => continue,
        };
        let mut own = letters.clone();
        let look = if xml::is(child, "endParaRPr") { Some(child) } else { xml::child(child, "rPr") };
        if let Some(look) = look {
            take_letters(&mut own, look, palette);
        }
        own.size *= scale;
        runs.push(Run { text: if is_field { text.trim().to_owned() } else { text }, letters: own });
    }
    runs
}

fn line_height(paragraph: &Paragraph, line: &Line) -> f32 {
    paragraph.style.line.points(line.height())
}

fn size_of(paragraph: &Paragraph) -> f32 {
    paragraph.lines.first().map_or(0.0, Line::height)
}

fn gap_before(paragraph: &Paragraph) -> f32 {
    paragraph.style.before.points(size_of(paragraph))
}

fn height(paragraphs: &[Paragraph]) -> f32 {
    let one = |(index, paragraph): (usize, &Paragraph)| {
        let lines: f32 = paragraph.lines.iter().map(|line| line_height(paragraph, line)).sum();
        let after = if index + 1 < paragraphs.len() { paragraph.style.after.points(size_of(paragraph)) } else { 0.0 };
        lines + after + if index > 0 { gap_before(paragraph) } else { 0.0 }
    };
    paragraphs.iter().enumerate().map(one).sum()
}
