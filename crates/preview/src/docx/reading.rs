//! A document's body as blocks: paragraphs, lists and tables, with what their styles say.

use super::styles::{Look, Styles, is_colour, take_letters};
use crate::lines::Run;
use crate::paper::{Block, Cell, Paragraph};
use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;

/// The most blocks that are read, and the deepest that tables lie in each other.
const MAX_BLOCKS: usize = 50_000;
const MAX_DEPTH: usize = 8;

pub(super) struct Reader<'a> {
    styles: &'a Styles,
    /// How far a numbered list has come, by its number and level.
    numbers: HashMap<(String, usize), u32>,
    left: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self { styles, numbers: HashMap::new(), left: MAX_BLOCKS }
    }

    pub(super) fn read(&mut self, body: Node) -> Vec<Block> {
        self.read_within(body, 0)
    }

    fn read_within(&mut self, parent: Node, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for node in parent.children().filter(Node::is_element) {
            if self.left == 0 || depth > MAX_DEPTH {
                break;
            }
            self.left -= 1;
            match node.tag_name().name() {
                "p" => blocks.push(Block::Paragraph(self.read_paragraph(node))),
                "tbl" => blocks.push(Block::Table(self.read_table(node, depth))),
                "sdt" => {
                    let content = xml::child(node, "sdtContent");
                    blocks.extend(content.map(|content| self.read_within(content, depth + 1)).unwrap_or_default());
                }
                _ => {}
            }
        }
        blocks
    }

    fn read_table(&mut self, table: Node, depth: usize) -> Vec<Vec<Cell>> {
        let read_row =
            |reader: &mut Self, row| xml::children(row, "tc").map(|cell| reader.read_cell(cell, depth)).collect();
        xml::children(table, "tr").map(|row| read_row(self, row)).collect()
    }

    fn read_cell(&mut self, cell: Node, depth: usize) -> Cell {
        let properties = xml::child(cell, "tcPr");
        let of = |element, name| {
            properties
                .and_then(|properties| xml::child(properties, element))
                .and_then(|node| xml::attribute(node, name))
        };
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<f32>().ok());
        Cell {
            blocks: self.read_within(cell, depth + 1),
            fill: of("shd", "fill").filter(|fill| is_colour(fill)).map(|fill| format!("#{fill}")),
            span: of("gridSpan", "val").and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, 60),
            width: number(of("tcW", "w")).filter(|width| *width > 0.0).unwrap_or(1.0),
        }
    }

    fn read_paragraph(&mut self, node: Node) -> Paragraph {
        let look = self.styles.look(xml::child(node, "pPr"));
        let mut runs: Vec<Run> = Vec::new();
        for run in node.descendants().filter(|run| xml::is(*run, "r")) {
            // What was struck in a review, or stands in a box of its own, is no word of this paragraph.
            let apart =
                |above: Node| ["del", "moveFrom", "txbxContent", "Fallback"].iter().any(|name| xml::is(above, name));
            if run.ancestors().take_while(|above| *above != node).any(apart) {
                continue;
            }
            let mut letters = look.letters.clone();
            if let Some(properties) = xml::child(run, "rPr") {
                take_letters(&mut letters, properties);
            }
            let text = text(run);
            match runs.last_mut() {
                Some(last) if last.letters == letters => last.text.push_str(&text),
                _ => runs.push(Run { text, letters }),
            }
        }
        runs.retain(|run| !run.text.is_empty());
        let (mark, level) = self.mark(&look, runs.is_empty());
        let Look { heading, side, before, after, .. } = look;
        Paragraph { runs, heading, mark, level, side, before, after }
    }

    /// What stands before a paragraph in its list, and how deep it is.
    fn mark(&mut self, look: &Look, is_empty: bool) -> (Option<String>, usize) {
        let Some((list, level)) = look.list.clone().filter(|_| !is_empty && look.heading.is_none()) else {
            return (None, 0);
        };
        if !self.styles.is_numbered(&list, level) {
            return (Some("•".to_owned()), level);
        }
        self.numbers.retain(|(other, deeper), _| *other != list || *deeper <= level);
        let number = self.numbers.entry((list, level)).or_default();
        *number += 1;
        (Some(format!("{number}.")), level)
    }
}

fn text(run: Node) -> String {
    let mut text = String::new();
    for node in run.children().filter(Node::is_element) {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "tab" => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('\u{2011}'),
            _ => {}
        }
    }
    text
}
