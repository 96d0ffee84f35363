//! Outlines that are parts of rings and circles.

use super::places::Place;
use crate::xml;
use resvg::usvg::roxmltree::Node;

/// Angles are told in parts of a degree, lengths in parts of the shorter side.
const IN_A_DEGREE: f32 = 60_000.0;
const IN_A_SIDE: f32 = 100_000.0;

/// The outline of a kind, as an element of SVG that still lacks its fill; none where the kind is no part of a circle.
pub(super) fn outline(kind: &str, geometry: Option<Node>, place: Place) -> Option<String> {
    let value = |name: &str, usual: f32| {
        let guides = geometry.and_then(|geometry| xml::child(geometry, "avLst"));
        let guide = guides
            .and_then(|guides| xml::children(guides, "gd").find(|guide| xml::attribute(*guide, "name") == Some(name)));
        let formula = guide.and_then(|guide| xml::attribute(guide, "fmla"));
        formula.and_then(|formula| formula.strip_prefix("val ")?.trim().parse().ok()).unwrap_or(usual)
    };
    let angle = |name, usual: f32| value(name, usual * IN_A_DEGREE) / IN_A_DEGREE;
    let thickness = |name, usual| (value(name, usual) / IN_A_SIDE).clamp(0.0, 0.5) * place.width.min(place.height);
    let outer = Ring { place, inset: 0.0 };
    let path = match kind {
        "blockArc" => {
            let inner = Ring { place, inset: thickness("adj3", 25_000.0) };
            let (start, end) = (angle("adj1", 180.0), angle("adj2", 0.0));
            format!(
                "M{}{}L{}{}Z",
                outer.point(start),
                outer.arc(start, end, true),
                inner.point(end),
                inner.arc(end, start, false)
            )
        }
        "donut" => {
            let inner = Ring { place, inset: thickness("adj", 25_000.0) };
            let circle = |ring: &Ring| {
                format!("M{}{}{}Z", ring.point(0.0), ring.arc(0.0, 180.0, true), ring.arc(180.0, 0.0, true))
            };
            return Some(format!("<path fill-rule=\"evenodd\" d=\"{}{}\"", circle(&outer), circle(&inner)));
        }
        "pie" => {
            let (start, end) = (angle("adj1", 0.0), angle("adj2", 270.0));
            let (x, y) = outer.middle();
            format!("M{x:.2} {y:.2}L{}{}Z", outer.point(start), outer.arc(start, end, true))
        }
        "arc" => {
            let (start, end) = (angle("adj1", 270.0), angle("adj2", 0.0));
            // Nothing is within an arc.
            return Some(format!(
                "<path fill-opacity=\"0\" d=\"M{}{}\"",
                outer.point(start),
                outer.arc(start, end, true)
            ));
        }
        _ => return None,
    };
    Some(format!("<path d=\"{path}\""))
}

/// An ellipse within a place, in from its sides; in points.
struct Ring {
    place: Place,
    inset: f32,
}

impl Ring {
    fn middle(&self) -> (f32, f32) {
        (self.place.x + self.place.width / 2.0, self.place.y + self.place.height / 2.0)
    }

    fn radii(&self) -> (f32, f32) {
        ((self.place.width / 2.0 - self.inset).max(0.01), (self.place.height / 2.0 - self.inset).max(0.01))
    }

    /// The point at an angle, clockwise from the right, in degrees.
    fn point(&self, angle: f32) -> String {
        let ((x, y), (across, down)) = (self.middle(), self.radii());
        let (sine, cosine) = angle.to_radians().sin_cos();
        format!("{:.2} {:.2}", x + across * cosine, y + down * sine)
    }

    /// The arc from one angle to another.
    fn arc(&self, from: f32, to: f32, clockwise: bool) -> String {
        let (across, down) = self.radii();
        let turned = if clockwise { to - from } else { from - to }.rem_euclid(360.0);
        format!("A{across:.2} {down:.2} 0 {} {} {}", u8::from(turned > 180.0), u8::from(clockwise), self.point(to))
    }
}
