//! The messages of a language and how one is said.

use super::intl::Intl;
use portico_words::Locale;
use std::collections::{BTreeMap, HashMap};
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
    messages: Option<HashMap<String, String>>,
    /// What the tenant calls things, in this language.
    terms: BTreeMap<String, String>,
    pub(super) intl: Intl,
}

impl Default for Words {
    fn default() -> Self {
        Self::new("en", None, BTreeMap::new())
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
    pub fn new(language: &str, messages: Option<HashMap<String, String>>, terms: BTreeMap<String, String>) -> Self {
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

    fn pattern<'a>(&'a self, id: &'a str) -> &'a str {
        let own = self.messages.as_ref().and_then(|messages| messages.get(id));
        own.map_or_else(|| english(id).unwrap_or(id), String::as_str)
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
        let own = self.terms.get(name).cloned();
        own.or_else(|| {
            let id = format!("-{name}");
            let pattern = self.messages.as_ref().and_then(|messages| messages.get(&id)).map(String::as_str);
            pattern.or_else(|| english(&id)).map(str::to_owned)
        })
    }
}

/// The words of a language that is not English, fetched; English stands in where they cannot be had.
pub async fn load(language: &str, terms: BTreeMap<String, String>) -> Rc<Words> {
    if language == "en" {
        return Rc::new(Words::new("en", None, terms));
    }
    let origin = gloo::utils::window().location().origin().unwrap_or_default();
    let fetched = async {
        let answer = reqwest::get(format!("{origin}/words/{language}.json")).await?.error_for_status()?;
        answer.json::<HashMap<String, String>>().await
    };
    match fetched.await {
        Ok(messages) => Rc::new(Words::new(language, Some(messages), terms)),
        Err(_) => Rc::new(Words::new("en", None, terms)),
    }
}
