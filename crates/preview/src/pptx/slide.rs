//! A slide as a drawing: its background, then its shapes from the lowest layer to the highest.

use super::colours::{Colour, Palette};
use super::layers::{Layers, Placeholder, read_placeholder};
use super::paints::{self, Names};
use super::places::{Frame, Place, outline};
use super::styles::Style;
use super::tables;
use super::writing::{self, Sources};
use crate::{fonts, xml};
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;
use std::fmt::Write;

/// The most shapes of a slide, and the deepest that groups lie in each other.
const MAX_SHAPES: usize = 3_000;
const MAX_DEPTH: usize = 20;

/// A slide that is being drawn.
pub(super) struct Slide<'a> {
    pub layers: &'a Layers<'a>,
    /// For each layer, the names of the pictures that it refers to.
    pub pictures: &'a [HashMap<String, String>],
    pub number: usize,
    pub svg: String,
    pub names: Names,
    shapes_left: usize,
}

impl<'a> Slide<'a> {
    pub(super) fn new(layers: &'a Layers<'a>, pictures: &'a [HashMap<String, String>], number: usize) -> Self {
        Self { layers, pictures, number, svg: String::new(), names: Names::default(), shapes_left: MAX_SHAPES }
    }

    /// Draws it, with a width and height in points.
    pub(super) fn draw(mut self, [width, height]: [f32; 2]) -> String {
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             width=\"{width:.2}\" height=\"{height:.2}\" viewBox=\"0 0 {width:.2} {height:.2}\" \
             font-family=\"{}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
            fonts::FAMILY
        );
        self.draw_background(Place { width, height, ..Place::default() });
        let count = self.layers.stack.len();
        let hides_master = |layer: usize| {
            self.layers.stack[..layer]
                .iter()
                .any(|above| xml::switch(above.root_element(), "showMasterSp") == Some(false))
        };
        for layer in (0..count).rev().filter(|layer| *layer == 0 || !hides_master(*layer)).collect::<Vec<_>>() {
            let tree = xml::path(self.layers.stack[layer].root_element(), &["cSld", "spTree"]);
            if let Some(tree) = tree {
                self.draw_group(tree, layer, Frame::SLIDE, 0);
            }
        }
        self.svg.push_str("</svg>");
        self.svg
    }

    fn draw_background(&mut self, place: Place) {
        let layers = self.layers;
        let found = layers
            .stack
            .iter()
            .enumerate()
            .find_map(|(layer, document)| Some((layer, xml::path(document.root_element(), &["cSld", "bg"])?)));
        let Some((layer, background)) = found else { return };
        let whole = |fill: &str| format!("<rect width=\"100%\" height=\"100%\" {fill}/>");
        if let Some(properties) = xml::child(background, "bgPr") {
            if let Some(fill) = xml::child(properties, "blipFill") {
                self.draw_picture(fill, layer, place, None);
            }
            let fill = paints::fill(&mut self.svg, properties, &layers.palette, &mut self.names, None);
            self.svg.push_str(&fill.map_or(String::new(), |fill| whole(&fill)));
        } else if let Some(colour) =
            xml::child(background, "bgRef").and_then(|node| layers.palette.colour_within(node, None))
        {
            self.svg.push_str(&whole(&format!("fill=\"{}\"", colour.hexadecimal())));
        }
    }

    fn draw_group(&mut self, group: Node<'a, 'a>, layer: usize, frame: Frame, depth: usize) {
        for node in group.children().filter(Node::is_element) {
            if self.shapes_left == 0 || depth > MAX_DEPTH {
                return;
            }
            self.shapes_left -= 1;
            // A placeholder of a layout or master shows where something may be put, and is nothing to look at.
            if layer > 0 && read_placeholder(node).is_some() {
                continue;
            }
            match node.tag_name().name() {
                "sp" | "cxnSp" => self.draw_shape(node, layer, frame),
                "pic" => self.draw_pic(node, layer, frame),
                "grpSp" => {
                    let inner = frame.of_group(xml::child(node, "grpSpPr"));
                    self.draw_group(node, layer, inner, depth + 1);
                }
                "graphicFrame" => self.draw_frame(node, layer, frame),
                "AlternateContent" => {
                    let choice = xml::child(node, "Fallback").or_else(|| xml::child(node, "Choice"));
                    if let Some(choice) = choice {
                        self.draw_group(choice, layer, frame, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn draw_shape(&mut self, shape: Node<'a, 'a>, layer: usize, frame: Frame) {
        let placeholder = read_placeholder(shape);
        let below = placeholder.map(|placeholder| self.layers.below(layer, placeholder)).unwrap_or_default();
        let Some(place) = place_of(shape, &below).map(|place| frame.put(place)) else { return };
        let style = xml::child(shape, "style");
        let palette = &self.layers.palette;
        let properties = xml::child(shape, "spPr");
        if let Some(properties) = properties {
            if let Some(picture) = xml::child(properties, "blipFill") {
                self.draw_picture(picture, layer, place, Some(properties));
            }
            let own = paints::fill(&mut self.svg, properties, palette, &mut self.names, None);
            let of_layout = || {
                let mut below = below.iter().filter_map(|shape| xml::child(*shape, "spPr"));
                below.find_map(|node| paints::fill(&mut self.svg, node, palette, &mut self.names, None))
            };
            let fill = own
                .or_else(of_layout)
                .or_else(|| of_style(style, palette))
                .unwrap_or_else(|| "fill=\"none\"".to_owned());
            let line = paints::line(Some(properties), style, palette);
            if fill != "fill=\"none\"" || !line.is_empty() {
                let _ = write!(self.svg, "{} {fill}{line}{}/>", outline(properties, place), place.transform(false));
            }
        }
        if let Some(body) = xml::child(shape, "txBody") {
            self.write(body, place, placeholder, &below, style);
        }
    }

    fn write(
        &mut self,
        body: Node<'a, 'a>,
        place: Place,
        placeholder: Option<Placeholder>,
        below: &[Node<'a, 'a>],
        style: Option<Node<'a, 'a>>,
    ) {
        let palette = &self.layers.palette;
        let of_shape =
            style.and_then(|style| xml::child(style, "fontRef")).and_then(|font| palette.colour_within(font, None));
        let usual = palette.named("tx1").unwrap_or(Colour::BLACK);
        let mut lists = if placeholder.is_some() {
            vec![self.layers.deck_styles(), self.layers.master_styles(placeholder)]
        } else {
            vec![self.layers.master_styles(None), self.layers.deck_styles()]
        };
        if of_shape.is_some() {
            // A shape's own style says the colour of its text; sizes come with it.
            lists.clear();
        }
        let bodies = || below.iter().filter_map(|shape| xml::child(*shape, "txBody"));
        lists.extend(bodies().map(|body| xml::child(body, "lstStyle")).collect::<Vec<_>>().into_iter().rev());
        lists.push(xml::child(body, "lstStyle"));
        let properties = std::iter::once(body).chain(bodies()).filter_map(|body| xml::child(body, "bodyPr"));
        let sources = Sources {
            lists,
            bodies: properties.collect(),
            plain: Style::new(of_shape.unwrap_or(usual)),
            slide: self.number,
        };
        writing::draw(&mut self.svg, body, place, &sources, palette);
    }

    fn draw_pic(&mut self, node: Node<'a, 'a>, layer: usize, frame: Frame) {
        let below = read_placeholder(node).map(|filled| self.layers.below(layer, filled)).unwrap_or_default();
        let Some(place) = place_of(node, &below).map(|place| frame.put(place)) else { return };
        let properties = xml::child(node, "spPr");
        if let Some(fill) = xml::child(node, "blipFill") {
            self.draw_picture(fill, layer, place, properties);
        }
        let line = paints::line(properties, None, &self.layers.palette);
        if let Some(properties) = properties.filter(|_| !line.is_empty()) {
            let _ = write!(self.svg, "{} fill=\"none\"{line}{}/>", outline(properties, place), place.transform(false));
        }
    }

    /// Draws a picture into an outline; a light area stands for what cannot be shown.
    fn draw_picture(&mut self, fill: Node, layer: usize, place: Place, shape: Option<Node>) {
        let id = xml::child(fill, "blip").and_then(|blip| xml::attribute(blip, "embed")).unwrap_or_default();
        let clip = shape.map_or_else(
            || format!("<rect width=\"{}\" height=\"{}\"", place.width, place.height),
            |shape| outline(shape, place),
        );
        let Some(name) = self.pictures.get(layer).and_then(|pictures| pictures.get(id)) else {
            let _ = write!(self.svg, "{clip} fill=\"#e8e8ee\"{}/>", place.transform(false));
            return;
        };
        let crop = xml::child(fill, "srcRect");
        let cut = |side| crop.and_then(|crop| xml::number::<f32>(crop, side)).unwrap_or_default() / 100_000.0;
        let (left, top) = (cut("l"), cut("t"));
        let across = place.width / (1.0 - left - cut("r")).max(0.01);
        let down = place.height / (1.0 - top - cut("b")).max(0.01);
        let defined = self.names.next();
        let _ = write!(
            self.svg,
            "<defs><clipPath id=\"{0}\">{clip}/></clipPath></defs><g{1}><g clip-path=\"url(#{0})\">\
             <image x=\"{2:.2}\" y=\"{3:.2}\" width=\"{across:.2}\" height=\"{down:.2}\" preserveAspectRatio=\"none\" \
             xlink:href=\"{4}\"/></g></g>",
            defined,
            place.transform(false),
            place.x - left * across,
            place.y - top * down,
            crate::page::escape(name)
        );
    }

    fn draw_frame(&mut self, node: Node<'a, 'a>, layer: usize, frame: Frame) {
        let below = read_placeholder(node).map(|filled| self.layers.below(layer, filled)).unwrap_or_default();
        let place = Place::read(node).or_else(|| place_of(node, &below));
        let Some(place) = place.map(|place| frame.put(place)) else { return };
        match xml::path(node, &["graphic", "graphicData", "tbl"]) {
            Some(table) => tables::draw(self, table, place),
            None => {
                let _ = write!(
                    self.svg,
                    "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"#f1f1f5\"/>",
                    place.x, place.y, place.width, place.height
                );
            }
        }
    }
}

/// Where a shape stands: by itself, else by what it fills.
fn place_of(shape: Node, below: &[Node]) -> Option<Place> {
    let properties = xml::child(shape, "spPr");
    properties
        .and_then(Place::read)
        .or_else(|| below.iter().filter_map(|shape| xml::child(*shape, "spPr")).find_map(Place::read))
}

/// The fill that a shape's style refers to.
fn of_style(style: Option<Node>, palette: &Palette) -> Option<String> {
    let reference = xml::child(style?, "fillRef").filter(|node| xml::attribute(*node, "idx") != Some("0"))?;
    palette.colour_within(reference, None).map(|colour| format!("fill=\"{}\"", colour.hexadecimal()))
}
