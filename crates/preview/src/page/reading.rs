//! What a page of HTML says, and whether it brings scripts: read token by token, as browsers do, without a tree.

use crate::lines::{Letters, Run};
use crate::paper::{Block, Paragraph};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::{Cell, RefCell};

/// What was read of a page.
pub(crate) struct Read {
    /// Its text, with a line for each block.
    pub text: String,
    /// Whether it would run something.
    pub has_scripts: bool,
    /// What stands at its beginning, for a picture of it.
    pub blocks: Vec<Block>,
}

/// Elements within a line of text.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "c", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "u", "v", "wbr",
];
/// More blocks than this do not fit on a sheet of paper.
const MAX_BLOCKS: usize = 80;
/// Elements that run something, or hold what does.
const RUNNING: [&str; 6] = ["script", "iframe", "object", "embed", "applet", "frame"];

pub(crate) fn read(html: &str) -> Read {
    let tokenizer = Tokenizer::new(Gathering::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // It stops early for scripts that a sink hands it alone; this one hands it none.
    let _done = tokenizer.feed(&input);
    tokenizer.end();
    let sink = &tokenizer.sink;
    sink.finish_block();
    Read { text: sink.text.take(), has_scripts: sink.has_scripts.get(), blocks: sink.blocks.take() }
}

/// A text as HTML that says it.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML has no room for these, and nobody reads them.
            c if c.is_control() && !c.is_whitespace() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[derive(Default)]
struct Gathering {
    text: RefCell<String>,
    has_scripts: Cell<bool>,
    /// Within a style or script, whose letters are no text.
    is_hidden: Cell<bool>,
    blocks: RefCell<Vec<Block>>,
    /// The text of the block that is being read, and the element that it began with.
    block: RefCell<String>,
    element: RefCell<String>,
}

impl Gathering {
    /// Ends the block that is being read.
    fn finish_block(&self) {
        let text = self.block.take();
        let mut blocks = self.blocks.borrow_mut();
        if blocks.len() >= MAX_BLOCKS || text.trim().is_empty() {
            return;
        }
        let element = self.element.take();
        let level = element.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let (size, before) = match level {
            Some(1) => (20.0, 4.0),
            Some(2) => (15.0, 8.0),
            Some(_) => (12.5, 6.0),
            None => (10.5, 0.0),
        };
        let letters = Letters::new(size, level.is_some(), "#1a1a24");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        blocks.push(Block::Paragraph(Paragraph {
            runs: vec![Run { text, letters }],
            mark: (element == "li").then(|| "•".to_owned()),
            before,
            after: 5.0,
            ..Paragraph::default()
        }));
    }

    fn take_tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        let runs = RUNNING.contains(&name)
            || tag.attrs.iter().any(|attribute| {
                let value: String = attribute.value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
                attribute.name.local.starts_with("on") || value.to_ascii_lowercase().starts_with("javascript:")
            });
        if runs {
            self.has_scripts.set(true);
        }
        if !INLINE.contains(&name) {
            self.finish_block();
            *self.element.borrow_mut() = if opens { name.to_owned() } else { String::new() };
            let is_cell = matches!(name, "td" | "th");
            self.text.borrow_mut().push(if is_cell { '\t' } else { '\n' });
        }
        let raw = match name {
            "script" => Some(RawKind::ScriptData),
            "style" | "noscript" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
            "title" | "textarea" => Some(RawKind::Rcdata),
            _ => None,
        };
        if raw.is_some() {
            self.is_hidden.set(opens && !matches!(name, "title" | "textarea"));
        }
        match raw {
            Some(kind) if opens => TokenSinkResult::RawData(kind),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl TokenSink for Gathering {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => return self.take_tag(&tag),
            // A line's break in the source is a space in the text.
            Token::CharacterTokens(letters) if !self.is_hidden.get() => {
                let spaced = || letters.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
                self.text.borrow_mut().extend(spaced());
                if *self.element.borrow() != "title" && self.blocks.borrow().len() < MAX_BLOCKS {
                    self.block.borrow_mut().extend(spaced());
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
