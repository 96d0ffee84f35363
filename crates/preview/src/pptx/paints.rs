//! What shapes are filled and drawn with, as attributes of SVG.

use super::colours::{Colour, Palette};
use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::fmt::Write;

/// English Metric Units in a point.
pub(super) const UNITS_IN_A_POINT: f32 = 12_700.0;
/// The most steps of a gradient.
const MAX_STEPS: usize = 20;

/// Gives names to what a drawing defines and refers to.
#[derive(Default)]
pub(super) struct Names {
    count: usize,
}

impl Names {
    pub(super) fn next(&mut self) -> String {
        self.count += 1;
        format!("defined-{}", self.count)
    }
}

/// The fill that an element's children ask for: an attribute of SVG, after what it needs was defined. None where they
/// say nothing.
pub(super) fn fill(
    svg: &mut String,
    properties: Node,
    palette: &Palette,
    names: &mut Names,
    placeholder: Option<Colour>,
) -> Option<String> {
    properties.children().filter(Node::is_element).find_map(|node| match node.tag_name().name() {
        "noFill" => Some(String::from("fill=\"none\"")),
        "solidFill" => palette.colour_within(node, placeholder).map(|colour| solid("fill", colour)),
        "gradFill" => gradient(svg, node, palette, names, placeholder),
        "pattFill" => xml::child(node, "bgClr")
            .and_then(|back| palette.colour_within(back, placeholder))
            .map(|c| solid("fill", c)),
        _ => None,
    })
}

/// The line around a shape, as attributes of SVG.
pub(super) fn line(properties: Option<Node>, style: Option<Node>, palette: &Palette) -> String {
    let own = properties.and_then(|properties| xml::child(properties, "ln"));
    if own.is_some_and(|line| xml::child(line, "noFill").is_some()) {
        return String::new();
    }
    let of_style = style
        .and_then(|style| xml::child(style, "lnRef"))
        .filter(|reference| xml::attribute(*reference, "idx") != Some("0"))
        .and_then(|reference| palette.colour_within(reference, None));
    let of_own = own.and_then(|line| xml::child(line, "solidFill")).and_then(|fill| palette.colour_within(fill, None));
    let Some(colour) = of_own.or(of_style) else { return String::new() };
    let width = own.and_then(|line| xml::number::<f32>(line, "w")).map_or(0.75, |width| width / UNITS_IN_A_POINT);
    let dashes = own
        .and_then(|line| xml::child(line, "prstDash"))
        .and_then(|dash| xml::attribute(dash, "val"))
        .filter(|kind| *kind != "solid")
        .map_or(String::new(), |kind| {
            let length = if kind.contains("ot") { 1.0 } else { 4.0 };
            format!(" stroke-dasharray=\"{:.1} {:.1}\"", width * length, width * 3.0)
        });
    format!(" {} stroke-width=\"{:.2}\"{dashes}", solid("stroke", colour), width.clamp(0.1, 200.0))
}

fn solid(what: &str, colour: Colour) -> String {
    let opacity =
        if colour.opacity < 1.0 { format!(" {what}-opacity=\"{:.3}\"", colour.opacity) } else { String::new() };
    format!("{what}=\"{}\"{opacity}", colour.hexadecimal())
}

fn gradient(
    svg: &mut String,
    node: Node,
    palette: &Palette,
    names: &mut Names,
    placeholder: Option<Colour>,
) -> Option<String> {
    let mut steps: Vec<(f32, Colour)> = xml::children(xml::child(node, "gsLst")?, "gs")
        .take(MAX_STEPS)
        .filter_map(|step| {
            let at = xml::number::<f32>(step, "pos").unwrap_or_default() / 100_000.0;
            palette.colour_within(step, placeholder).map(|colour| (at, colour))
        })
        .collect();
    steps.sort_by(|one, other| one.0.total_cmp(&other.0));
    let name = names.next();
    let is_round = xml::child(node, "path").is_some();
    let element = if is_round { "radialGradient" } else { "linearGradient" };
    let direction = if is_round {
        String::new()
    } else {
        let degrees =
            xml::child(node, "lin").and_then(|line| xml::number::<f32>(line, "ang")).unwrap_or_default() / 60_000.0;
        let (sine, cosine) = degrees.to_radians().sin_cos();
        // As long as it has to be to reach from corner to corner.
        let reach = f32::midpoint(sine.abs(), cosine.abs());
        let (x, y) = (cosine * reach, sine * reach);
        format!(" x1=\"{:.4}\" y1=\"{:.4}\" x2=\"{:.4}\" y2=\"{:.4}\"", 0.5 - x, 0.5 - y, 0.5 + x, 0.5 + y)
    };
    let _ = write!(svg, "<defs><{element} id=\"{name}\"{direction}>");
    for (at, colour) in &steps {
        let _ = write!(
            svg,
            "<stop offset=\"{at:.4}\" stop-color=\"{}\" stop-opacity=\"{:.3}\"/>",
            colour.hexadecimal(),
            colour.opacity
        );
    }
    let _ = write!(svg, "</{element}></defs>");
    (!steps.is_empty()).then(|| format!("fill=\"url(#{name})\""))
}
