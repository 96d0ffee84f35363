//! The messages of a language and how one is said.

use super::intl::Intl;
use portico_words::Locale;
use serde_json::{Map, Value};
use std::fmt;
use std::rc::Rc;

/// English: ids and patterns in order of id, with a NUL behind each.
static ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

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

/// The id, where English has a message of that name. Evaluated by the compiler.
#[must_use]
pub const fn checked(id: &'static str) -> &'static str {
    let (text, wanted) = (ENGLISH.as_bytes(), id.as_bytes());
    let (mut at, mut is_id) = (0, true);
    while at < text.len() {
        let start = at;
        while text[at] != 0 {
            at += 1;
        }
        if is_id && same(text, start, at, wanted) {
            return id;
        }
        is_id = !is_id;
        at += 1;
    }
    panic!("no Fluent file has a message of this name")
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
    english: Vec<(&'static str, &'static str)>,
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
        let mut parts = ENGLISH.split('\0');
        let mut english = Vec::new();
        while let (Some(id), Some(pattern)) = (parts.next(), parts.next()) {
            english.push((id, pattern));
        }
        Self { language: language.to_owned(), english, messages, terms, intl: Intl::of(&region(language)) }
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

    /// A sentence; use the macro `t!`, which checks the id.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: Vec<(&str, portico_words::Arg<'_>)> = args.iter().map(|(name, arg)| (*name, arg.0)).collect();
        portico_words::say(self.pattern(id), &args, self)
    }

    fn english(&self, id: &str) -> Option<&'static str> {
        let at = self.english.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        Some(self.english[at].1)
    }

    /// A pattern of this language, where it is another one than English.
    fn own(&self, id: &str) -> Option<&str> {
        self.messages.as_ref()?.get(id)?.as_str()
    }

    fn pattern<'a>(&'a self, id: &'a str) -> &'a str {
        self.own(id).or_else(|| self.english(id)).unwrap_or(id)
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
            let id = format!("-{name}");
            self.own(&id).or_else(|| self.english(&id)).map(str::to_owned)
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
