//! XML as a tree. What declares a document type is refused, so that no entity can grow, and trees have an end.

use crate::Unreadable;
use resvg::usvg::roxmltree::{Document, Error, Node, ParsingOptions};

/// The most nodes of a tree.
const MAX_NODES: u32 = 2_000_000;

/// Reads XML.
///
/// Errors: [`Unreadable::Bomb`] for what declares a document type or has too many nodes; [`Unreadable::Broken`].
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Unreadable> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected | Error::NodesLimitReached => Unreadable::Bomb,
        other => Unreadable::broken(other),
    })
}

/// An element's first child of a name, whatever its namespace.
pub(crate) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| is(*child, name))
}

/// An element's children of a name.
pub(crate) fn children<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(move |child| is(*child, name))
}

/// What is found by going down from child to child.
pub(crate) fn path<'a, 'input>(node: Node<'a, 'input>, names: &[&str]) -> Option<Node<'a, 'input>> {
    names.iter().try_fold(node, |node, name| child(node, name))
}

/// Whether it is an element of a name, whatever its namespace.
pub(crate) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// An attribute by its name, whatever its namespace.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// An attribute that is a number.
pub(crate) fn number<T: std::str::FromStr>(node: Node<'_, '_>, name: &str) -> Option<T> {
    attribute(node, name)?.parse().ok()
}

/// Whether a switch such as `b="1"` is on.
pub(crate) fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    attribute(node, name).map(|value| !matches!(value, "0" | "false" | "off" | "none"))
}
