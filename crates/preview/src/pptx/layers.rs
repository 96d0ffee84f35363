//! What a slide is made of: itself, the layout below it, the master below that, and their theme.

use super::colours::Palette;
use crate::xml;
use resvg::usvg::roxmltree::{Document, Node};
use std::sync::Arc;

/// The texts of a slide's layers, top first: slide, layout, master; then the theme and the whole deck.
pub(super) struct Texts {
    pub layers: Vec<Arc<str>>,
    pub theme: Option<Arc<str>>,
    pub deck: Arc<str>,
}

/// The layers as trees.
pub(super) struct Layers<'a> {
    /// Top first.
    pub stack: Vec<Document<'a>>,
    pub deck: Document<'a>,
    pub palette: Palette,
}

/// Which placeholder of its layout a shape fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'a> {
    pub kind: &'a str,
    pub index: Option<&'a str>,
}

impl<'a> Layers<'a> {
    pub(super) fn read(texts: &'a Texts) -> Result<Self, crate::Unreadable> {
        let stack = texts.layers.iter().map(|text| xml::parse(text)).collect::<Result<Vec<_>, _>>()?;
        let theme = texts.theme.as_deref().map(xml::parse).transpose()?;
        let master = stack.last().filter(|_| stack.len() > 1).map(Document::root_element);
        let palette = Palette::read(theme.as_ref().map(Document::root_element), master);
        Ok(Self { stack, deck: xml::parse(&texts.deck)?, palette })
    }

    /// The shapes of the layers below that a placeholder is filled for, nearest first.
    pub(super) fn below(&'a self, layer: usize, placeholder: Placeholder) -> Vec<Node<'a, 'a>> {
        let mut wanted = placeholder;
        let mut found = Vec::new();
        for document in self.stack.iter().skip(layer + 1) {
            let shapes = || shapes(document).filter_map(|shape| read_placeholder(shape).map(|read| (shape, read)));
            let same_index = |read: &Placeholder| wanted.index.is_some() && read.index == wanted.index;
            let same_kind = |read: &Placeholder| family(read.kind) == family(wanted.kind);
            let shape = shapes()
                .find(|(_, read)| same_index(read))
                .or_else(|| shapes().find(|(_, read)| read.kind == wanted.kind))
                .or_else(|| shapes().find(|(_, read)| same_kind(read)));
            if let Some((shape, read)) = shape {
                // The master knows kinds alone: an index is the layout's.
                wanted = Placeholder { kind: if read.kind == "obj" { wanted.kind } else { read.kind }, index: None };
                found.push(shape);
            }
        }
        found
    }

    /// The master's list of styles for a kind of text.
    pub(super) fn master_styles(&'a self, placeholder: Option<Placeholder>) -> Option<Node<'a, 'a>> {
        let name = match placeholder.map(|placeholder| family(placeholder.kind)) {
            Some("title") => "titleStyle",
            Some("body") => "bodyStyle",
            _ => "otherStyle",
        };
        xml::path(self.stack.last()?.root_element(), &["txStyles", name])
    }

    /// The deck's list of styles for text that is in no placeholder.
    pub(super) fn deck_styles(&'a self) -> Option<Node<'a, 'a>> {
        xml::child(self.deck.root_element(), "defaultTextStyle")
    }
}

/// Kinds of placeholders that stand for each other.
fn family(kind: &str) -> &str {
    match kind {
        "title" | "ctrTitle" => "title",
        "body" | "subTitle" | "obj" | "half" | "tbl" | "chart" | "pic" | "media" | "dgm" | "clipArt" => "body",
        other => other,
    }
}

/// All shapes of a layer, those in groups too.
fn shapes<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    document.descendants().filter(|node| xml::is(*node, "sp") || xml::is(*node, "pic"))
}

/// Which placeholder a shape is or fills.
pub(super) fn read_placeholder<'a>(shape: Node<'a, '_>) -> Option<Placeholder<'a>> {
    let properties = shape.children().find(|node| node.is_element() && node.tag_name().name().starts_with("nv"))?;
    let node = xml::path(properties, &["nvPr", "ph"])?;
    Some(Placeholder { kind: xml::attribute(node, "type").unwrap_or("obj"), index: xml::attribute(node, "idx") })
}
