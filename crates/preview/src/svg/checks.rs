//! What a drawing may not have: anything that runs, and anything that is loaded from elsewhere.

use crate::Unreadable;
use resvg::usvg::roxmltree::{Attribute, Document, Node};

/// Elements that run something or hold a page of their own.
const RUNNING: [&str; 9] =
    ["script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "audio", "video"];
/// The beginnings of what may be referred to: the drawing itself, and pictures of pixels that lie in it.
const WITHIN: [&str; 6] =
    ["#", "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"];
/// Attributes that refer to something.
const REFERRING: [&str; 5] = ["href", "src", "data", "action", "formaction"];
/// The namespace of a page's elements, which a drawing has no need of.
const PAGES: &str = "http://www.w3.org/1999/xhtml";
/// Deeper than this, elements are refused: parsers go down by calling themselves.
const MAX_DEPTH: usize = 200;

pub(super) fn check(document: &Document<'_>) -> Result<(), Unreadable> {
    if document.root().children().any(|node| node.is_pi()) {
        // A style sheet is linked in this way.
        return Err(Unreadable::ExternalReferences);
    }
    let mut depth = 0;
    let mut node = document.root();
    loop {
        check_node(node)?;
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > MAX_DEPTH {
                return Err(Unreadable::Bomb);
            }
            node = child;
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return Ok(()) };
            depth = depth.saturating_sub(1);
            node = parent;
        }
        let Some(next) = node.next_sibling() else { return Ok(()) };
        node = next;
    }
}

fn check_node(node: Node<'_, '_>) -> Result<(), Unreadable> {
    if !node.is_element() {
        return Ok(());
    }
    let name = node.tag_name().name();
    if RUNNING.iter().any(|running| name.eq_ignore_ascii_case(running)) || node.tag_name().namespace() == Some(PAGES) {
        return Err(Unreadable::Scripts);
    }
    if name.eq_ignore_ascii_case("style") {
        node.descendants().filter_map(|inner| inner.text()).try_for_each(check_style)?;
    }
    node.attributes().try_for_each(check_attribute)
}

fn check_attribute(attribute: Attribute<'_, '_>) -> Result<(), Unreadable> {
    let name = attribute.name().to_ascii_lowercase();
    let value: String = attribute.value().chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let lower = value.to_ascii_lowercase();
    if name.starts_with("on") || lower.contains("javascript:") || lower.contains("vbscript:") {
        return Err(Unreadable::Scripts);
    }
    let is_reference = REFERRING.contains(&name.as_str());
    if is_reference && !lower.is_empty() && !WITHIN.iter().any(|within| lower.starts_with(within)) {
        return Err(Unreadable::ExternalReferences);
    }
    // An animation may set what an element refers to.
    if name == "attributename" {
        let animated = lower.rsplit(':').next().unwrap_or_default();
        if REFERRING.contains(&animated) || animated.starts_with("on") {
            return Err(Unreadable::Scripts);
        }
    }
    // What drawing programs say about the drawing is in namespaces of their own, and loads nothing.
    if attribute.namespace().is_some() { Ok(()) } else { check_style(attribute.value()) }
}

/// Looks at what may be a style: whatever it loads must lie in the drawing.
fn check_style(style: &str) -> Result<(), Unreadable> {
    // An escape could hide the words that are looked for.
    if style.contains('\\') && (style.contains('(') || style.contains('@')) {
        return Err(Unreadable::ExternalReferences);
    }
    let tight: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    if tight.contains("@import") || tight.contains("image-set(") || tight.contains("expression(") {
        return Err(Unreadable::ExternalReferences);
    }
    let outside = tight
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start_matches(['"', '\'']))
        .any(|target| !WITHIN.iter().any(|within| target.starts_with(within)));
    if outside { Err(Unreadable::ExternalReferences) } else { Ok(()) }
}
