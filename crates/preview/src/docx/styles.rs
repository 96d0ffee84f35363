//! How paragraphs of a document look by their styles, and how its lists are marked.

use super::IN_A_POINT;
use crate::Unreadable;
use crate::lines::Letters;
use crate::paper::Side;
use crate::xml;
use crate::zip::Parts;
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;

/// Styles are based on each other no deeper than this.
const MAX_DEPTH: usize = 12;
/// Letters are measured in half points.
const HALVES: f32 = 2.0;

/// How a paragraph looks.
#[derive(Clone, Debug)]
pub(super) struct Look {
    pub letters: Letters,
    pub heading: Option<u8>,
    /// The list that it is in, and how deep.
    pub list: Option<(String, usize)>,
    pub side: Side,
    pub before: f32,
    pub after: f32,
}

/// The styles and lists of a document.
#[derive(Debug)]
pub(super) struct Styles {
    by_name: HashMap<String, Look>,
    /// How a paragraph looks that names no style.
    plain: Look,
    /// Whether the levels of a list are numbered, by the list's number.
    lists: HashMap<String, Vec<bool>>,
}

impl Styles {
    pub(super) fn read(parts: &mut Parts) -> Result<Self, Unreadable> {
        let mut styles = Self {
            by_name: HashMap::new(),
            plain: Look {
                letters: Letters::new(11.0, false, "#1a1a24"),
                heading: None,
                list: None,
                side: Side::Left,
                before: 0.0,
                after: 0.0,
            },
            lists: HashMap::new(),
        };
        if let Some(text) = parts.read_text("word/styles.xml")? {
            styles.take_styles(xml::parse(&text)?.root_element());
        }
        if let Some(text) = parts.read_text("word/numbering.xml")? {
            styles.take_lists(xml::parse(&text)?.root_element());
        }
        Ok(styles)
    }

    fn take_styles(&mut self, root: Node) {
        if let Some(defaults) = xml::child(root, "docDefaults") {
            for (outer, inner) in [("pPrDefault", "pPr"), ("rPrDefault", "rPr")] {
                if let Some(node) = xml::path(defaults, &[outer, inner]) {
                    take(&mut self.plain, node);
                }
            }
        }
        let styles = xml::children(root, "style").filter_map(|node| Some((xml::attribute(node, "styleId")?, node)));
        let styles: HashMap<&str, Node> = styles.collect();
        for (name, node) in &styles {
            let look = look_of_style(*node, &styles, &self.plain, 0);
            self.by_name.insert((*name).to_owned(), look);
        }
        let is_usual = |node: &&Node| {
            xml::switch(**node, "default") == Some(true) && xml::attribute(**node, "type") == Some("paragraph")
        };
        if let Some(usual) = styles.values().find(is_usual) {
            self.plain = look_of_style(*usual, &styles, &self.plain, 0);
        }
    }

    fn take_lists(&mut self, root: Node) {
        let mut kinds: HashMap<&str, Vec<bool>> = HashMap::new();
        for kind in xml::children(root, "abstractNum") {
            let numbered = |level| {
                let format = xml::child(level, "numFmt").and_then(|format| xml::attribute(format, "val"));
                format.is_some_and(|format| format != "bullet" && format != "none")
            };
            let levels = xml::children(kind, "lvl").take(9).map(numbered).collect();
            kinds.insert(xml::attribute(kind, "abstractNumId").unwrap_or_default(), levels);
        }
        for list in xml::children(root, "num") {
            let kind = xml::child(list, "abstractNumId").and_then(|kind| xml::attribute(kind, "val"));
            if let (Some(number), Some(levels)) = (xml::attribute(list, "numId"), kind.and_then(|kind| kinds.get(kind)))
            {
                self.lists.insert(number.to_owned(), levels.clone());
            }
        }
    }

    /// Whether a level of a list is numbered.
    pub(super) fn is_numbered(&self, list: &str, level: usize) -> bool {
        self.lists.get(list).and_then(|levels| levels.get(level)).copied().unwrap_or_default()
    }

    /// How a paragraph looks, by its properties.
    pub(super) fn look(&self, properties: Option<Node>) -> Look {
        let named = properties.and_then(|properties| xml::child(properties, "pStyle"));
        let named = named.and_then(|style| self.by_name.get(xml::attribute(style, "val")?));
        let mut look = named.unwrap_or(&self.plain).clone();
        if let Some(properties) = properties {
            // The letters of a paragraph's own properties are those of its mark, which nobody sees.
            take_paragraph(&mut look, properties);
        }
        look
    }
}

fn look_of_style(node: Node, styles: &HashMap<&str, Node>, plain: &Look, depth: usize) -> Look {
    let value = |name| xml::child(node, name).and_then(|child| xml::attribute(child, "val"));
    let below = value("basedOn").and_then(|below| styles.get(below)).filter(|_| depth < MAX_DEPTH);
    let mut look = below.map_or_else(|| plain.clone(), |below| look_of_style(*below, styles, plain, depth + 1));
    let name = value("name").unwrap_or_default().to_ascii_lowercase();
    if name == "title" {
        look.heading = Some(1);
    } else if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok()) {
        // The title is above all headings.
        look.heading = Some(level.saturating_add(1));
    }
    for child in node.children().filter(|child| xml::is(*child, "pPr") || xml::is(*child, "rPr")) {
        take(&mut look, child);
    }
    look
}

fn take(look: &mut Look, node: Node) {
    if xml::is(node, "pPr") { take_paragraph(look, node) } else { take_letters(&mut look.letters, node) }
}

fn take_paragraph(look: &mut Look, properties: Node) {
    for node in properties.children().filter(Node::is_element) {
        let value = xml::attribute(node, "val").unwrap_or_default();
        let points =
            |name| xml::number::<f32>(node, name).map(|twentieths| (twentieths / IN_A_POINT).clamp(0.0, 200.0));
        match node.tag_name().name() {
            "jc" => {
                look.side = match value {
                    "center" => Side::Middle,
                    "right" | "end" => Side::Right,
                    _ => Side::Left,
                }
            }
            "spacing" => {
                look.before = points("before").unwrap_or(look.before);
                look.after = points("after").unwrap_or(look.after);
            }
            "outlineLvl" => look.heading = value.parse::<u8>().ok().filter(|level| *level < 6).map(|level| level + 2),
            "numPr" => {
                let of = |name| xml::child(node, name).and_then(|child| xml::attribute(child, "val"));
                let level = of("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                let list =
                    of("numId").map(ToOwned::to_owned).or_else(|| look.list.as_ref().map(|(list, _)| list.clone()));
                look.list = list.filter(|list| list != "0").map(|list| (list, level));
            }
            _ => {}
        }
    }
}

/// Takes what an element `rPr` says of letters.
pub(super) fn take_letters(letters: &mut Letters, properties: Node) {
    for node in properties.children().filter(Node::is_element) {
        let value = xml::attribute(node, "val");
        let is_on = !matches!(value, Some("0" | "false" | "none"));
        match node.tag_name().name() {
            "b" => letters.bold = is_on,
            "i" => letters.italic = is_on,
            "u" => letters.underlined = is_on,
            "strike" => letters.struck = is_on,
            "caps" => letters.capitals = is_on,
            "sz" => {
                let size = value.and_then(|size| size.parse::<f32>().ok());
                letters.size = size.map_or(letters.size, |halves| (halves / HALVES).clamp(1.0, 400.0));
            }
            "color" => {
                if let Some(colour) = value.filter(|colour| is_colour(colour)) {
                    letters.colour = format!("#{colour}");
                }
            }
            _ => {}
        }
    }
}

/// Whether a text is a colour of six hexadecimal digits.
pub(super) fn is_colour(text: &str) -> bool {
    text.len() == 6 && text.chars().all(|digit| digit.is_ascii_hexdigit())
}
