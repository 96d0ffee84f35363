//! Colours of slides: by value, by name, or by their part in a theme, and how they are changed.

use crate::xml;
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;

/// A colour that may be seen through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour {
    /// Red, green and blue, from 0 to 1.
    pub parts: [f32; 3],
    /// From 0 (not seen) to 1.
    pub opacity: f32,
}

impl Colour {
    pub(super) const BLACK: Self = Self { parts: [0.0; 3], opacity: 1.0 };

    /// As SVG writes it, without its opacity.
    pub(super) fn hexadecimal(self) -> String {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let [red, green, blue] = self.parts.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn of_hexadecimal(text: &str) -> Option<Self> {
        let value = u32::from_str_radix(text.trim_start_matches('#').get(..6)?, 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self { parts: [red, green, blue].map(|part| f32::from(part) / 255.0), opacity: 1.0 })
    }
}

/// The colours that a theme gives names to.
#[derive(Clone, Debug, Default)]
pub(super) struct Palette {
    named: HashMap<String, Colour>,
    /// What a master calls the theme's colours, such as `bg1` for `lt1`.
    mapped: HashMap<String, String>,
}

impl Palette {
    /// Reads a theme and a master's names for its colours.
    pub(super) fn read(theme: Option<Node>, master: Option<Node>) -> Self {
        let mut palette = Self::default();
        let scheme = theme.and_then(|theme| xml::path(theme, &["themeElements", "clrScheme"]));
        for node in scheme.into_iter().flat_map(|scheme| scheme.children()).filter(Node::is_element) {
            if let Some(colour) = palette.colour_within(node, None) {
                palette.named.insert(node.tag_name().name().to_owned(), colour);
            }
        }
        let map = master.and_then(|master| xml::child(master, "clrMap"));
        for attribute in map.into_iter().flat_map(|map| map.attributes()) {
            palette.mapped.insert(attribute.name().to_owned(), attribute.value().to_owned());
        }
        palette
    }

    /// The colour that an element such as `solidFill` holds. `phClr` is the placeholder's, where there is one.
    pub(super) fn colour_within(&self, node: Node, placeholder: Option<Colour>) -> Option<Colour> {
        node.children().filter(Node::is_element).find_map(|child| self.colour(child, placeholder))
    }

    /// The colour that the theme has under a name, or a master under its own.
    pub(super) fn named(&self, name: &str) -> Option<Colour> {
        let name = self.mapped.get(name).map_or_else(|| usual_name(name), String::as_str);
        self.named.get(name).copied()
    }

    fn colour(&self, node: Node, placeholder: Option<Colour>) -> Option<Colour> {
        let value = xml::attribute(node, "val").unwrap_or_default();
        let base = match node.tag_name().name() {
            "srgbClr" => Colour::of_hexadecimal(value)?,
            "sysClr" => Colour::of_hexadecimal(xml::attribute(node, "lastClr").unwrap_or("000000"))?,
            "schemeClr" if value == "phClr" => placeholder?,
            "schemeClr" => self.named(value)?,
            "prstClr" => of_name(value)?,
            "scrgbClr" => {
                let part = |name| xml::number::<f32>(node, name).unwrap_or_default() / 100_000.0;
                Colour { parts: [part("r"), part("g"), part("b")], opacity: 1.0 }
            }
            _ => return None,
        };
        Some(node.children().filter(Node::is_element).fold(base, change))
    }
}

/// What masters usually call a colour of the theme.
fn usual_name(name: &str) -> &str {
    match name {
        "bg1" => "lt1",
        "tx1" => "dk1",
        "bg2" => "lt2",
        "tx2" => "dk2",
        other => other,
    }
}

fn of_name(name: &str) -> Option<Colour> {
    let value = match name {
        "black" => "000000",
        "white" => "FFFFFF",
        "red" => "FF0000",
        "green" => "008000",
        "blue" => "0000FF",
        "yellow" => "FFFF00",
        "gray" | "grey" => "808080",
        "lightGray" | "ltGray" => "D3D3D3",
        "darkGray" | "dkGray" => "A9A9A9",
        "orange" => "FFA500",
        _ => return None,
    };
    Colour::of_hexadecimal(value)
}

/// Changes a colour as a child of its element asks.
fn change(colour: Colour, node: Node) -> Colour {
    let by = xml::number::<f32>(node, "val").unwrap_or(100_000.0) / 100_000.0;
    let of_parts = |change: &dyn Fn(f32) -> f32| Colour { parts: colour.parts.map(change), ..colour };
    match node.tag_name().name() {
        "alpha" => Colour { opacity: by.clamp(0.0, 1.0), ..colour },
        "lumMod" => with_lightness(colour, |lightness| lightness * by),
        "lumOff" => with_lightness(colour, |lightness| lightness + by),
        "tint" => of_parts(&|part| to_screen(1.0 - (1.0 - to_light(part)) * by)),
        "shade" => of_parts(&|part| to_screen(to_light(part) * by)),
        _ => colour,
    }
}

/// How much light a part of a colour is, both from 0 to 1.
fn to_light(part: f32) -> f32 {
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// The part of a colour that is so much light.
fn to_screen(light: f32) -> f32 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

/// Changes how light a colour is, and keeps its hue.
fn with_lightness(colour: Colour, change: impl Fn(f32) -> f32) -> Colour {
    let greatest = colour.parts.into_iter().fold(0.0, f32::max);
    let least = colour.parts.into_iter().fold(1.0, f32::min);
    let lightness = f32::midpoint(greatest, least);
    let wanted = change(lightness).clamp(0.0, 1.0);
    // How strong a colour is at a lightness: what of the room above and below it is used.
    let room = |lightness: f32| lightness.min(1.0 - lightness).max(f32::EPSILON);
    let scale = room(wanted) / room(lightness);
    Colour { parts: colour.parts.map(|part| (wanted + (part - lightness) * scale).clamp(0.0, 1.0)), ..colour }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> Option<String> {
        let document = crate::xml::parse(xml).expect("XML");
        Palette::default().colour_within(document.root_element(), None).map(Colour::hexadecimal)
    }

    #[test]
    fn colours_are_changed() {
        assert_eq!(read(r#"<f><srgbClr val="4472C4"/></f>"#).as_deref(), Some("#4472c4"));
        let lighter = r#"<f><srgbClr val="4472C4"><lumMod val="40000"/><lumOff val="60000"/></srgbClr></f>"#;
        assert_eq!(read(lighter).as_deref(), Some("#b4c7e7"));
        let tinted = r#"<f><srgbClr val="000000"><tint val="75000"/></srgbClr></f>"#;
        assert_eq!(read(tinted).as_deref(), Some("#898989"));
        assert_eq!(read(r#"<f><srgbClr val="é472C4"/></f>"#), None);
        assert_eq!(read(r#"<f><schemeClr val="none"/></f>"#), None);
    }
}
