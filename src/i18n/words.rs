//! The messages of a language and how one is said.

use super::intl::Intl;
use portico_words::Locale;
use serde_json::{Map, Value};
use std::fmt;
use std::rc::Rc;

include!(concat!(env!("OUT_DIR"), "/english.rs"));

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
    let (mut low, mut high) = (0, ENGLISH.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match order(id.as_bytes(), ENGLISH[middle].0.as_bytes()) {
            0 => return id,
            1.. => low = middle + 1,
            _ => high = middle,
        }
    }
    panic!("no Fluent file has a message of this name")
}

const fn order(a: &[u8], b: &[u8]) -> i8 {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return if a[i] > b[i] { 1 } else { -1 };
        }
        i += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() > b.len() {
        1
    } else {
        -1
    }
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
        Self { language: language.to_owned(), messages, terms, intl: Intl::of(language) }
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

    /// A pattern of this language, where it is another one than English.
    fn own(&self, id: &str) -> Option<&str> {
        self.messages.as_ref()?.get(id)?.as_str()
    }

    fn pattern<'a>(&'a self, id: &'a str) -> &'a str {
        self.own(id).or_else(|| english(id)).unwrap_or(id)
    }
}

fn english(id: &str) -> Option<&'static str> {
    let at = ENGLISH.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
    Some(ENGLISH[at].1)
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
            self.own(&id).or_else(|| english(&id)).map(str::to_owned)
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
