//! Where shapes stand, and the outlines that they have.

use super::arcs;
use super::paints::UNITS_IN_A_POINT;
use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::fmt::Write;

/// The most steps of an outline of its own.
const MAX_STEPS: usize = 5_000;

/// Where a shape stands, in points, and how it is turned.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Place {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    /// Clockwise, in degrees.
    pub turned: f32,
    pub is_mirrored: bool,
    pub is_upside_down: bool,
}

/// How a group moves what is in it: scale and offset of each axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    scale: [f32; 2],
    offset: [f32; 2],
}

impl Frame {
    pub(super) const SLIDE: Self = Self { scale: [1.0, 1.0], offset: [0.0, 0.0] };

    pub(super) fn put(&self, place: Place) -> Place {
        Place {
            x: place.x * self.scale[0] + self.offset[0],
            y: place.y * self.scale[1] + self.offset[1],
            width: place.width * self.scale[0],
            height: place.height * self.scale[1],
            ..place
        }
    }

    /// The frame of a group in this one, by the group's properties.
    pub(super) fn of_group(&self, properties: Option<Node>) -> Self {
        let Some(transform) = properties.and_then(|properties| xml::child(properties, "xfrm")) else { return *self };
        let outer = pair(transform, "off", "x", "y").zip(pair(transform, "ext", "cx", "cy"));
        let inner = pair(transform, "chOff", "x", "y").zip(pair(transform, "chExt", "cx", "cy"));
        let Some(((place, size), (inner_place, inner_size))) = outer.zip(inner) else { return *self };
        let mut frame = *self;
        for axis in 0..2 {
            let scale = if inner_size[axis] > 0.0 { size[axis] / inner_size[axis] } else { 1.0 };
            frame.offset[axis] = (place[axis] - inner_place[axis] * scale) * self.scale[axis] + self.offset[axis];
            frame.scale[axis] = scale * self.scale[axis];
        }
        frame
    }
}

impl Place {
    /// Reads the place from a shape's properties (`spPr`) or a frame's (`xfrm` itself is the child).
    pub(super) fn read(properties: Node) -> Option<Self> {
        let transform = xml::child(properties, "xfrm")?;
        let [x, y] = pair(transform, "off", "x", "y")?;
        let [width, height] = pair(transform, "ext", "cx", "cy")?;
        Some(Self {
            x,
            y,
            width: width.max(0.0),
            height: height.max(0.0),
            turned: xml::number::<f32>(transform, "rot").unwrap_or_default() / 60_000.0,
            is_mirrored: xml::switch(transform, "flipH").unwrap_or_default(),
            is_upside_down: xml::switch(transform, "flipV").unwrap_or_default(),
        })
    }

    /// How it is turned (and mirrored, unless it is for letters), as an attribute of SVG.
    pub(super) fn transform(&self, for_letters: bool) -> String {
        let (x, y) = (self.x + self.width / 2.0, self.y + self.height / 2.0);
        let sign = |flipped: bool| if flipped && !for_letters { -1 } else { 1 };
        let (across, down) = (sign(self.is_mirrored), sign(self.is_upside_down));
        if self.turned == 0.0 && across == 1 && down == 1 {
            return String::new();
        }
        format!(
            " transform=\"translate({x:.2} {y:.2}) rotate({:.2}) scale({across} {down}) translate({:.2} {:.2})\"",
            self.turned, -x, -y
        )
    }
}

fn pair(transform: Node, element: &str, first: &str, second: &str) -> Option<[f32; 2]> {
    let node = xml::child(transform, element)?;
    let number = |name| xml::number::<f32>(node, name).filter(|number| number.is_finite());
    Some([number(first)? / UNITS_IN_A_POINT, number(second)? / UNITS_IN_A_POINT])
}

/// The outline of a shape, as an element of SVG that still lacks its fill: `<rect …`.
pub(super) fn outline(properties: Node, place: Place) -> String {
    let Place { x, y, width, height, .. } = place;
    if let Some(own) = xml::child(properties, "custGeom").and_then(|geometry| own_outline(geometry, place)) {
        return own;
    }
    let geometry = xml::child(properties, "prstGeom");
    let kind = geometry.and_then(|geometry| xml::attribute(geometry, "prst")).unwrap_or("rect");
    if let Some(part_of_circle) = arcs::outline(kind, geometry, place) {
        return part_of_circle;
    }
    let adjusted = |usual: f32| geometry.and_then(adjustment).map_or(usual, |value| value / 100_000.0);
    let short = width.min(height);
    let points = |points: &[(f32, f32)]| {
        let list: Vec<String> =
            points.iter().map(|(a, d)| format!("{:.2},{:.2}", x + a * width, y + d * height)).collect();
        format!("<polygon points=\"{}\"", list.join(" "))
    };
    let tip = (adjusted(0.5) * short / width.max(0.01)).clamp(0.0, 1.0);
    match kind {
        "ellipse" | "flowChartConnector" => format!(
            "<ellipse cx=\"{:.2}\" cy=\"{:.2}\" rx=\"{:.2}\" ry=\"{:.2}\"",
            x + width / 2.0,
            y + height / 2.0,
            width / 2.0,
            height / 2.0
        ),
        "roundRect" | "flowChartAlternateProcess" => format!(
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{:.2}\"",
            short * adjusted(0.166_67).clamp(0.0, 0.5)
        ),
        "line" | "straightConnector1" => {
            format!("<line x1=\"{x:.2}\" y1=\"{y:.2}\" x2=\"{:.2}\" y2=\"{:.2}\"", x + width, y + height)
        }
        "triangle" => points(&[(adjusted(0.5), 0.0), (1.0, 1.0), (0.0, 1.0)]),
        "rtTriangle" => points(&[(0.0, 0.0), (1.0, 1.0), (0.0, 1.0)]),
        "diamond" | "flowChartDecision" => points(&[(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]),
        "chevron" => points(&[(0.0, 0.0), (1.0 - tip, 0.0), (1.0, 0.5), (1.0 - tip, 1.0), (0.0, 1.0), (tip, 0.5)]),
        "homePlate" => points(&[(0.0, 0.0), (1.0 - tip, 0.0), (1.0, 0.5), (1.0 - tip, 1.0), (0.0, 1.0)]),
        "hexagon" => {
            let cut = tip / 2.0;
            points(&[(cut, 0.0), (1.0 - cut, 0.0), (1.0, 0.5), (1.0 - cut, 1.0), (cut, 1.0), (0.0, 0.5)])
        }
        "parallelogram" => points(&[(tip / 2.0, 0.0), (1.0, 0.0), (1.0 - tip / 2.0, 1.0), (0.0, 1.0)]),
        "rightArrow" => arrow(points, tip, |a, d| (a, d)),
        "leftArrow" => arrow(points, tip, |a, d| (1.0 - a, d)),
        "downArrow" => arrow(points, 0.3, |a, d| (d, a)),
        "upArrow" => arrow(points, 0.3, |a, d| (d, 1.0 - a)),
        _ => format!("<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\""),
    }
}

fn arrow(points: impl Fn(&[(f32, f32)]) -> String, tip: f32, turn: impl Fn(f32, f32) -> (f32, f32)) -> String {
    let neck = 1.0 - tip;
    let right = [(0.0, 0.25), (neck, 0.25), (neck, 0.0), (1.0, 0.5), (neck, 1.0), (neck, 0.75), (0.0, 0.75)];
    points(&right.map(|(along, across)| turn(along, across)))
}

fn adjustment(geometry: Node) -> Option<f32> {
    let guide = xml::path(geometry, &["avLst", "gd"])?;
    xml::attribute(guide, "fmla")?.strip_prefix("val ")?.trim().parse().ok()
}

/// An outline that a shape brings itself, where its points are numbers.
fn own_outline(geometry: Node, place: Place) -> Option<String> {
    let mut data = String::new();
    for path in xml::children(xml::child(geometry, "pathLst")?, "path") {
        let size =
            |name, of: f32| xml::number::<f32>(path, name).filter(|size| *size > 0.0).map_or(1.0, |size| of / size);
        let (across, down) = (size("w", place.width), size("h", place.height));
        for step in path.children().filter(Node::is_element).take(MAX_STEPS) {
            data.push_str(match step.tag_name().name() {
                "moveTo" => "M",
                "lnTo" => "L",
                "cubicBezTo" => "C",
                "quadBezTo" => "Q",
                "close" => "Z",
                _ => return None,
            });
            for point in xml::children(step, "pt") {
                let (x, y) = (xml::number::<f32>(point, "x")?, xml::number::<f32>(point, "y")?);
                let _ = write!(data, "{:.2} {:.2} ", place.x + x * across, place.y + y * down);
            }
        }
    }
    (!data.is_empty()).then(|| format!("<path d=\"{data}\""))
}
