//! Documents: their words, a view of headings, paragraphs, lists and tables, and a picture of the first page.

mod reading;
mod styles;
mod view;

use crate::album::Album;
use crate::paper::{Block, Sheet};
use crate::zip::Parts;
use crate::{Looked, Unreadable, office, paper, text, xml};
use resvg::usvg::roxmltree::Node;
use styles::Styles;

const DOCUMENT: &str = "word/document.xml";
/// Twentieths of a point, in which documents measure.
const IN_A_POINT: f32 = 20.0;

pub(crate) fn look(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let mut parts = Parts::open(bytes)?;
    let source = parts.read_text(DOCUMENT)?.ok_or(Unreadable::Mismatch)?;
    let document = xml::parse(&source)?;
    let body = xml::child(document.root_element(), "body").ok_or_else(|| Unreadable::broken("it has no body"))?;
    let styles = Styles::read(&mut parts)?;
    let blocks = reading::Reader::new(&styles).read(body);
    album.set_view(&view::write(&blocks))?;
    if !office::take_thumbnail(&mut parts, album)? {
        paper::take_thumbnail(&blocks, sheet(body), album)?;
    }
    let mut words = String::new();
    gather(&blocks, &mut words);
    Ok(album.close(Looked { text: text::whole(&words), has_scripts: parts.has_macros(), ..Looked::default() }))
}

fn gather(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                words.push_str(&paragraph.text());
                words.push_str(if paragraph.heading.is_some() { "\n\n" } else { "\n" });
            }
            Block::Table(rows) => {
                for row in rows {
                    for cell in row {
                        let mut inner = String::new();
                        gather(&cell.blocks, &mut inner);
                        words.push_str(inner.replace('\n', " ").trim());
                        words.push('\t');
                    }
                    words.push('\n');
                }
            }
        }
    }
}

/// The paper that a document is for.
fn sheet(body: Node) -> Sheet {
    let section = xml::child(body, "sectPr");
    let measure = |element, name| {
        let node = section.and_then(|section| xml::child(section, element))?;
        xml::number::<f32>(node, name).map(|twentieths| twentieths / IN_A_POINT)
    };
    let side = |name, usual| measure("pgSz", name).filter(|side| (100.0..=3_000.0).contains(side)).unwrap_or(usual);
    let (width, height) = (side("w", Sheet::A4.width), side("h", Sheet::A4.height));
    let margin = measure("pgMar", "left").unwrap_or(Sheet::A4.margin).clamp(0.0, width / 4.0);
    Sheet { width, height, margin }
}
