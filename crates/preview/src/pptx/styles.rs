//! How paragraphs and letters look: what a slide leaves open, its layout, its master and the whole deck say.

use super::colours::{Colour, Palette};
use super::paints::UNITS_IN_A_POINT;
use crate::lines::Letters;
use crate::xml;
use resvg::usvg::roxmltree::Node;

/// Where lines begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    #[default]
    Left,
    Middle,
    Right,
}

/// A distance between lines or paragraphs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Distance {
    /// In parts of a line's height.
    Lines(f32),
    Points(f32),
}

impl Distance {
    pub(super) fn points(self, line: f32) -> f32 {
        match self {
            Self::Lines(parts) => parts * line,
            Self::Points(points) => points,
        }
    }

    fn read(node: Node) -> Option<Self> {
        let value = |name| xml::child(node, name).and_then(|child| xml::number::<f32>(child, "val"));
        let lines = value("spcPct").map(|percent| Self::Lines(percent / 100_000.0));
        lines.or_else(|| value("spcPts").map(|points| Self::Points(points / 100.0)))
    }
}

/// What stands before a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    None,
    Sign(String),
    Number {
        begins: u32,
    },
}

/// How a paragraph and its letters look, as far as was said.
#[derive(Clone, Debug)]
pub(super) struct Style {
    pub side: Side,
    /// In points, from the box's left; where it is marked, the mark stands `indent` to the left of it.
    pub margin: f32,
    pub indent: f32,
    pub mark: Mark,
    pub line: Distance,
    pub before: Distance,
    pub after: Distance,
    pub letters: Letters,
}

impl Style {
    pub(super) fn new(colour: Colour) -> Self {
        Self {
            side: Side::Left,
            margin: 0.0,
            indent: 0.0,
            mark: Mark::None,
            line: Distance::Lines(1.0),
            before: Distance::Points(0.0),
            after: Distance::Points(0.0),
            letters: Letters::new(18.0, false, &colour.hexadecimal()),
        }
    }

    /// Takes what an element such as `lvl1pPr` or `pPr` says, and the look of letters that is in it.
    pub(super) fn take(&mut self, node: Node, palette: &Palette) {
        match xml::attribute(node, "algn") {
            Some("l" | "just" | "dist") => self.side = Side::Left,
            Some("ctr") => self.side = Side::Middle,
            Some("r") => self.side = Side::Right,
            _ => {}
        }
        if let Some(margin) = xml::number::<f32>(node, "marL") {
            self.margin = margin / UNITS_IN_A_POINT;
        }
        if let Some(indent) = xml::number::<f32>(node, "indent") {
            self.indent = indent / UNITS_IN_A_POINT;
        }
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "buNone" => self.mark = Mark::None,
                "buChar" => self.mark = Mark::Sign(sign(xml::attribute(child, "char").unwrap_or("•"))),
                "buBlip" => self.mark = Mark::Sign("•".to_owned()),
                "buAutoNum" => self.mark = Mark::Number { begins: xml::number(child, "startAt").unwrap_or(1) },
                "lnSpc" => self.line = Distance::read(child).unwrap_or(self.line),
                "spcBef" => self.before = Distance::read(child).unwrap_or(self.before),
                "spcAft" => self.after = Distance::read(child).unwrap_or(self.after),
                "defRPr" => take_letters(&mut self.letters, child, palette),
                _ => {}
            }
        }
    }

    /// Takes what a list of styles says of a level, from 1.
    pub(super) fn take_level(&mut self, list: Option<Node>, level: usize, palette: &Palette) {
        let Some(list) = list else { return };
        for node in list.children().filter(Node::is_element) {
            let name = node.tag_name().name();
            if name == "defPPr"
                || name.strip_prefix("lvl").and_then(|rest| rest.strip_suffix("pPr")) == Some(LEVELS[level])
            {
                self.take(node, palette);
            }
        }
    }
}

/// The names of levels; there is none deeper.
const LEVELS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
/// The deepest level.
pub(super) const DEEPEST: usize = 9;

/// Takes what an element such as `rPr` says of letters.
pub(super) fn take_letters(letters: &mut Letters, node: Node, palette: &Palette) {
    if let Some(size) = xml::number::<f32>(node, "sz") {
        letters.size = (size / 100.0).clamp(1.0, 400.0);
    }
    if let Some(bold) = xml::switch(node, "b") {
        letters.bold = bold;
    }
    if let Some(italic) = xml::switch(node, "i") {
        letters.italic = italic;
    }
    if let Some(underlined) = xml::switch(node, "u") {
        letters.underlined = underlined;
    }
    if let Some(strike) = xml::attribute(node, "strike") {
        letters.struck = strike != "noStrike";
    }
    if let Some(capitals) = xml::attribute(node, "cap") {
        letters.capitals = capitals != "none";
    }
    let fill = xml::child(node, "solidFill").or_else(|| {
        // Letters of many colours show the first one.
        xml::path(node, &["gradFill", "gsLst", "gs"])
    });
    if let Some(colour) = fill.and_then(|fill| palette.colour_within(fill, None)) {
        letters.colour = colour.hexadecimal();
    } else if xml::child(node, "hlinkClick").is_some() {
        letters.underlined = true;
    }
}

/// A mark as it shows in an ordinary font: those of fonts of signs are letters there.
fn sign(given: &str) -> String {
    let usual = match given {
        "§" | "\u{f0a7}" => "▪",
        "ü" | "\u{f0fc}" => "✓",
        "Ø" | "\u{f0d8}" => "›",
        "o" => "◦",
        "q" => "□",
        "v" | "l" | "n" | "\u{f0b7}" => "•",
        other => other,
    };
    usual.chars().take(2).collect()
}
