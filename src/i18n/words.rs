//! The messages of a language and how one is said.

use super::intl::Intl;
use portico_words::Locale;
use serde_json::{Map, Value};
use std::fmt;
use std::rc::Rc;

/// English: ids and patterns in order of id, with a NUL behind each. For the compiler alone: what a module says is in
/// that module ([`message`]).
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

/// What a sentence is called, and what it is in English.
#[derive(Debug)]
pub struct Message {
    pub id: &'static str,
    pub english: &'static str,
}

/// What a tenant may call differently.
static TERMS: &[Message] = &[english!("-deal"), english!("-deals"), english!("-deals-title"), english!("-desk")];

/// A value that a sentence needs.
pub struct Arg<'a>(portico_words::Arg<'a>);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self(portico_words::Arg::Text(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self(portico_words::Arg::Text(text))
    }
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(count: $number) -> Self {
                Self(portico_words::Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))
            }
        }
    )*};
}
counts!(i64, u32, usize);

/// The English pattern of a message; does not compile where there is none. The pattern is still a part of the whole
/// file: `t!` copies it, so that only what is said is in the program.
#[must_use]
pub const fn english(id: &str) -> &'static [u8] {
    let (text, wanted) = (ENGLISH.as_bytes(), id.as_bytes());
    let (mut at, mut found, mut is_id) = (0, false, true);
    while at < text.len() {
        let start = at;
        while text[at] != 0 {
            at += 1;
        }
        if found {
            return text.split_at(at).0.split_at(start).1;
        }
        found = is_id && same(text, start, at, wanted);
        is_id = !is_id;
        at += 1;
    }
    panic!("no Fluent file has a message of this name")
}

/// The message with a copy of its pattern.
#[must_use]
pub const fn message(id: &'static str, english: &'static [u8]) -> Message {
    match std::str::from_utf8(english) {
        Ok(english) => Message { id, english },
        Err(_) => panic!("the build writes UTF-8"),
    }
}

/// A copy of a pattern of `N` bytes.
#[must_use]
pub const fn copied<const N: usize>(pattern: &[u8]) -> [u8; N] {
    let mut copy = [0; N];
    copy.copy_from_slice(pattern);
    copy
}

const fn same(text: &[u8], start: usize, end: usize, wanted: &[u8]) -> bool {
    if end - start != wanted.len() {
        return false;
    }
    let mut i = 0;
    while i < wanted.len() {
        if text[start + i] != wanted[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The words of one language. Compared by identity: there is one a language.
pub struct Words {
    language: String,
    /// Of another language than English.
    messages: Option<Map<String, Value>>,
    /// What the tenant calls things, in this language.
    terms: Vec<(String, String)>,
    pub(super) intl: Intl,
}

impl Default for Words {
    fn default() -> Self {
        Self::new("en", None, Vec::new())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.language)
    }
}

impl Words {
    /// The words of `language`, with the tenant's terms.
    #[must_use]
    pub fn new(language: &str, messages: Option<Map<String, Value>>, terms: Vec<(String, String)>) -> Self {
        Self { language: language.to_owned(), messages, terms, intl: Intl::of(&region(language)) }
    }

    /// The language (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// `rtl` for languages that are written from right to left, `ltr` for the others.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        match self.language.split('-').next() {
            Some("ar" | "fa" | "he" | "ur") => "rtl",
            _ => "ltr",
        }
    }

    /// A sentence; use the macro `t!`, which makes the message.
    #[must_use]
    pub fn say(&self, message: &Message, args: &[(&str, Arg<'_>)]) -> String {
        let args: Vec<(&str, portico_words::Arg<'_>)> = args.iter().map(|(name, arg)| (*name, arg.0)).collect();
        portico_words::say(self.own(message.id).unwrap_or(message.english), &args, self)
    }

    /// A pattern of this language, where it is another one than English.
    fn own(&self, id: &str) -> Option<&str> {
        self.messages.as_ref()?.get(id)?.as_str()
    }
}

/// The language with the region that the browser has for it: a reader in London gets British dates.
fn region(language: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return language.to_owned();
    }
    let wanted = gloo::utils::window().navigator().languages();
    let fits = |tag: &String| tag.split('-').next() == Some(language);
    wanted.iter().filter_map(|tag| tag.as_string()).find(fits).unwrap_or_else(|| language.to_owned())
}

impl Locale for Words {
    fn plural(&self, count: i64) -> String {
        self.intl.plural(count)
    }

    fn number(&self, count: i64) -> String {
        self.intl.number(count)
    }

    fn term(&self, name: &str) -> Option<String> {
        let own = self.terms.iter().find(|(term, _)| term == name).map(|(_, word)| word.clone());
        own.or_else(|| {
            let own = self.own(&format!("-{name}"));
            let english = TERMS.iter().find(|term| term.id.get(1..) == Some(name));
            own.or(english.map(|term| term.english)).map(str::to_owned)
        })
    }
}

/// The words of a language that is not English, fetched; English stands in where they cannot be had.
pub async fn load(language: &str, terms: Vec<(String, String)>) -> Rc<Words> {
    if language == "en" {
        return Rc::new(Words::new("en", None, terms));
    }
    let origin = gloo::utils::window().location().origin().unwrap_or_default();
    let fetched = async {
        let answer = reqwest::get(format!("{origin}/words/{language}.json")).await?.error_for_status()?;
        answer.text().await
    };
    match fetched.await.ok().and_then(|text: String| serde_json::from_str(&text).ok()) {
        Some(Value::Object(messages)) => Rc::new(Words::new(language, Some(messages), terms)),
        _ => Rc::new(Words::new("en", None, terms)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_is_known() {
        let ids = ENGLISH.split('\0').step_by(2).filter(|id| id.starts_with('-'));
        assert!(ids.eq(TERMS.iter().map(|term| term.id)));
    }
}
