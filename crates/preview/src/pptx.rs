//! Slides: their words, their notes, and a modest picture of each, drawn by way of an SVG.

mod arcs;
mod colours;
mod layers;
mod paints;
mod places;
mod slide;
mod styles;
mod tables;
mod writing;

use crate::album::Album;
use crate::office::Relations;
use crate::svg::Pictures;
use crate::text::Gathered;
use crate::zip::Parts;
use crate::{Looked, MAX_PAGES, Unreadable, office, picture, svg, xml};
use layers::{Layers, Texts};
use paints::UNITS_IN_A_POINT;
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;
use std::sync::Arc;

const DECK: &str = "ppt/presentation.xml";
/// Slides after these are not read.
const MAX_READ: usize = 1_000;
/// What a slide measures where the deck does not say, in points: four to three.
const USUAL_SIZE: [f32; 2] = [720.0, 540.0];
/// The most pixels of a picture that is drawn as it is; larger ones are made smaller once, not for each slide.
const MAX_AS_IT_IS: u64 = 3_000_000;

pub(crate) fn look(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let mut parts = Parts::open(bytes)?;
    let deck = parts.read_text(DECK)?.ok_or(Unreadable::Mismatch)?;
    let document = xml::parse(&deck)?;
    let relations = Relations::read(&mut parts, DECK)?;
    let slides: Vec<String> = xml::child(document.root_element(), "sldIdLst")
        .into_iter()
        .flat_map(|list| xml::children(list, "sldId"))
        .filter_map(|slide| {
            slide.attributes().filter(|attribute| attribute.name() == "id").find_map(|id| relations.part(id.value()))
        })
        .map(ToOwned::to_owned)
        .collect();
    let has_scripts = parts.has_macros();
    let mut reader = Reader {
        parts,
        deck: &deck,
        size: size(document.root_element()),
        pictures: Pictures::new(),
        texts: HashMap::new(),
    };
    let mut text = Gathered::new();
    for (index, part) in slides.iter().take(MAX_READ).enumerate() {
        if !text.is_full() {
            text.add(&reader.words(part)?);
        }
        if index < MAX_PAGES {
            // A slide that cannot be drawn is a white one: the words of the others are still worth having.
            let drawn = reader.draw(part, index + 1).or_else(|_| svg::draw(&blank(reader.size), &Pictures::new()))?;
            album.add_page(&drawn)?;
        }
    }
    if slides.is_empty() {
        office::take_thumbnail(&mut reader.parts, album)?;
    }
    Ok(album.close(Looked {
        text: text.into_pages(),
        page_count: u32::try_from(slides.len()).ok(),
        has_scripts,
        ..Looked::default()
    }))
}

/// Width and height of slides, in points.
fn size(deck: Node) -> [f32; 2] {
    let side = |name| {
        let units = xml::child(deck, "sldSz").and_then(|size| xml::number::<f32>(size, name));
        units.map(|units| units / UNITS_IN_A_POINT).filter(|side| (10.0..=10_000.0).contains(side))
    };
    match (side("cx"), side("cy")) {
        (Some(width), Some(height)) => [width, height],
        _ => USUAL_SIZE,
    }
}

fn blank([width, height]: [f32; 2]) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/></svg>"
    )
}

/// Reads parts of a deck, each once.
struct Reader<'a> {
    parts: Parts<'a>,
    deck: &'a str,
    size: [f32; 2],
    pictures: Pictures,
    texts: HashMap<String, Arc<str>>,
}

impl Reader<'_> {
    fn text(&mut self, part: &str) -> Result<Arc<str>, Unreadable> {
        if let Some(text) = self.texts.get(part) {
            return Ok(Arc::clone(text));
        }
        let text: Arc<str> = self.parts.read_text(part)?.ok_or_else(|| Unreadable::broken("a part is missing"))?.into();
        self.texts.insert(part.to_owned(), Arc::clone(&text));
        Ok(text)
    }

    /// The words of a slide and of its notes.
    fn words(&mut self, part: &str) -> Result<String, Unreadable> {
        let mut words = words(&xml::parse(&self.text(part)?)?.root_element());
        let relations = Relations::read(&mut self.parts, part)?;
        if let Some(notes) = relations.first("notesSlide").map(ToOwned::to_owned)
            && let Some(text) = self.parts.read_text(&notes)?
        {
            words.push('\n');
            words.push_str(&self::words(&xml::parse(&text)?.root_element()));
        }
        Ok(words)
    }

    fn draw(&mut self, part: &str, number: usize) -> Result<image::RgbaImage, Unreadable> {
        let mut layers = vec![part.to_owned()];
        let mut of_layers = vec![Relations::read(&mut self.parts, part)?];
        for kind in ["slideLayout", "slideMaster"] {
            let Some(below) = of_layers.last().and_then(|relations| relations.first(kind)).map(ToOwned::to_owned)
            else {
                break;
            };
            of_layers.push(Relations::read(&mut self.parts, &below)?);
            layers.push(below);
        }
        let theme = of_layers.last().and_then(|relations| relations.first("theme")).map(ToOwned::to_owned);
        let mut pictures = Vec::new();
        for relations in &of_layers {
            pictures.push(self.take_pictures(relations)?);
        }
        let texts = Texts {
            layers: layers.iter().map(|layer| self.text(layer)).collect::<Result<_, _>>()?,
            theme: theme.map(|theme| self.text(&theme)).transpose()?,
            deck: self.deck.into(),
        };
        let layers = Layers::read(&texts)?;
        svg::draw(&slide::Slide::new(&layers, &pictures, number).draw(self.size), &self.pictures)
    }

    /// Keeps the pictures that a part refers to, and says which of its references mean which.
    fn take_pictures(&mut self, relations: &Relations) -> Result<HashMap<String, String>, Unreadable> {
        let mut names = HashMap::new();
        for (id, part) in relations.all("image") {
            if !self.pictures.contains_key(part) {
                let Some(bytes) = self.parts.read(part)?.and_then(small_enough) else { continue };
                self.pictures.insert(part.to_owned(), Arc::new(bytes));
            }
            names.insert(id.to_owned(), part.to_owned());
        }
        Ok(names)
    }
}

/// A picture that can be drawn quickly, if it can be drawn at all.
fn small_enough(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let [width, height] = picture::measure(&bytes)?;
    if u64::from(width) * u64::from(height) <= MAX_AS_IT_IS {
        return Some(bytes);
    }
    let whole = picture::decode(&bytes).ok()?;
    let smaller = crate::album::fit(&whole, [crate::album::PAGE, crate::album::PAGE]);
    crate::album::encode(&smaller).ok().map(|(_, bytes)| bytes)
}

/// The words of a part, with a line for each paragraph.
fn words(root: &Node) -> String {
    let mut words = String::new();
    for node in root.descendants() {
        match node.tag_name().name() {
            "p" | "br" => words.push('\n'),
            "tc" => words.push('\t'),
            // The number of a slide is no word of it.
            "t" if !node.ancestors().any(|above| xml::is(above, "fld")) => {
                words.push_str(node.text().unwrap_or_default())
            }
            _ => {}
        }
    }
    words
}
