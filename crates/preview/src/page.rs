//! What is read rather than looked at: HTML, Markdown, plain text and captions.

mod reading;
mod safety;

pub(crate) use reading::escape;
pub(crate) use safety::sanitise;

use crate::album::Album;
use crate::lines::{Letters, Run};
use crate::paper::{Block, Paragraph, Sheet};
use crate::{Looked, MAX_CHARACTERS, Unreadable, paper, text};
use pulldown_cmark::{Options, Parser};

/// What of plain text fits on a sheet of paper.
const LINES_ON_PAPER: usize = 80;
const LONGEST_LINE: usize = 5_000;

pub(crate) fn look_at_html(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    look_at(&text::decode_strictly(bytes)?, album)
}

pub(crate) fn look_at_markdown(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let source = text::decode_strictly(bytes)?;
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(start(&source), extensions));
    look_at(&html, album)
}

pub(crate) fn look_at_plain(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let source = text::decode_strictly(bytes)?;
    album.set_view(&format!("<pre>{}</pre>", escape(start(&source))))?;
    let letters = Letters::new(10.5, false, "#1a1a24");
    let line = |line: &str| Run { text: line.chars().take(LONGEST_LINE).collect(), letters: letters.clone() };
    let paragraph = |run| Block::Paragraph(Paragraph { runs: vec![run], ..Paragraph::default() });
    let blocks: Vec<Block> = source.lines().take(LINES_ON_PAPER).map(line).map(paragraph).collect();
    paper::take_thumbnail(&blocks, Sheet::A4, album)?;
    Ok(album.close(Looked { text: text::whole(&source), ..Looked::default() }))
}

/// Captions of a film: what is said, without when.
pub(crate) fn look_at_captions(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let source = text::decode_strictly(bytes)?;
    if !source.trim_start_matches('\u{feff}').starts_with("WEBVTT") {
        return Err(Unreadable::Mismatch);
    }
    let unified = source.replace("\r\n", "\n");
    let said: Vec<String> = unified
        .split("\n\n")
        .filter_map(|cue| cue.split_once("-->").and_then(|(_, rest)| rest.split_once('\n')))
        .map(|(_, said)| reading::read(said).text)
        .collect();
    album.set_view(&format!("<pre>{}</pre>", escape(start(&source))))?;
    Ok(album.close(Looked { text: text::whole(&said.join("\n")), ..Looked::default() }))
}

fn look_at(html: &str, album: &mut Album) -> Result<Looked, Unreadable> {
    let html = start(html);
    let read = reading::read(html);
    album.set_view(&sanitise(html))?;
    paper::take_thumbnail(&read.blocks, Sheet::A4, album)?;
    Ok(album.close(Looked { text: text::whole(&read.text), has_scripts: read.has_scripts, ..Looked::default() }))
}

/// As much of a text as is shown.
fn start(text: &str) -> &str {
    text.char_indices().nth(MAX_CHARACTERS).map_or(text, |(end, _)| &text[..end])
}
