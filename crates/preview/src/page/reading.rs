//! What a page of HTML says, and whether it brings scripts: read token by token, as browsers do, without a tree.

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
}

/// Elements within a line of text.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "c", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "u", "v", "wbr",
];
/// Elements that run something, or hold what does.
const RUNNING: [&str; 6] = ["script", "iframe", "object", "embed", "applet", "frame"];

pub(crate) fn read(html: &str) -> Read {
    let tokenizer = Tokenizer::new(Gathering::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // It stops early for scripts that a sink hands it alone; this one hands it none.
    let _done = tokenizer.feed(&input);
    tokenizer.end();
    Read { text: tokenizer.sink.text.take(), has_scripts: tokenizer.sink.has_scripts.get() }
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
}

impl Gathering {
    fn take_tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let runs = RUNNING.contains(&name)
            || tag.attrs.iter().any(|attribute| {
                let value: String = attribute.value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
                attribute.name.local.starts_with("on") || value.to_ascii_lowercase().starts_with("javascript:")
            });
        if runs {
            self.has_scripts.set(true);
        }
        if !INLINE.contains(&name) {
            let is_cell = matches!(name, "td" | "th");
            self.text.borrow_mut().push(if is_cell { '\t' } else { '\n' });
        }
        let opens = tag.kind == TagKind::StartTag;
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
                self.text.borrow_mut().extend(letters.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
