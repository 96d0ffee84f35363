//! Fills a compiled pattern.

use crate::sign;

/// A value that a sentence needs.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Words, a formatted date or amount.
    Text(&'a str),
    /// A number that is counted: it is written as the language writes numbers, and chooses the plural.
    Count(i64),
}

/// What a language knows and a bundle does not.
pub trait Locale {
    /// The plural category (CLDR) of a number: `one`, `few`, `other`.
    fn plural(&self, count: i64) -> String;
    /// The number as the language writes it.
    fn number(&self, count: i64) -> String;
    /// The word for a term, without its hyphen.
    fn term(&self, name: &str) -> Option<String>;
}

/// The sentence that `pattern` makes of `args`. A value that is missing shows as its name in braces.
pub fn say(pattern: &str, args: &[(&str, Arg<'_>)], locale: &impl Locale) -> String {
    let mut said = String::with_capacity(pattern.len() + 16);
    Filler { args, locale, said: &mut said }.fill(pattern);
    said
}

struct Filler<'a, L> {
    args: &'a [(&'a str, Arg<'a>)],
    locale: &'a L,
    said: &'a mut String,
}

impl<L: Locale> Filler<'_, L> {
    fn arg(&self, name: &str) -> Option<Arg<'_>> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| *arg)
    }

    fn fill(&mut self, mut rest: &str) {
        while let Some(at) = rest.find([sign::NAME, sign::SELECT]) {
            self.said.push_str(&rest[..at]);
            let selects = rest[at..].starts_with(sign::SELECT);
            rest = &rest[at + 1..];
            if selects {
                let end = end_of_selection(rest);
                self.select(&rest[..end]);
                rest = &rest[end + 1..];
            } else {
                let end = rest.find(sign::END).unwrap_or(rest.len() - 1);
                self.name(&rest[..end]);
                rest = &rest[end + 1..];
            }
        }
        self.said.push_str(rest);
    }

    fn name(&mut self, name: &str) {
        let word = match name.strip_prefix('-') {
            Some(term) => self.locale.term(term),
            None => self.arg(name).map(|arg| match arg {
                Arg::Text(text) => text.to_owned(),
                Arg::Count(count) => self.locale.number(count),
            }),
        };
        if let Some(word) = word {
            self.said.push_str(&word);
        } else {
            self.said.push('{');
            self.said.push_str(name);
            self.said.push('}');
        }
    }

    /// `body` is the variable's name, then the variants.
    fn select(&mut self, body: &str) {
        let mut variants = variants(body);
        let name = variants.next().unwrap_or_default();
        let (exact, category) = match self.arg(name) {
            Some(Arg::Count(count)) => (count.to_string(), self.locale.plural(count)),
            Some(Arg::Text(text)) => (text.to_owned(), String::new()),
            None => (String::new(), String::new()),
        };
        let mut chosen = "";
        let mut rank = 0;
        for variant in variants {
            let (key, pattern) = variant.split_once(sign::KEY_END).unwrap_or_default();
            let (default, key) = key.strip_prefix('*').map_or((false, key), |key| (true, key));
            let fits = if key == exact {
                3
            } else if key == category {
                2
            } else {
                u8::from(default)
            };
            if fits > rank {
                (rank, chosen) = (fits, pattern);
            }
        }
        self.fill(chosen);
    }
}

/// Where the selection that began just before `rest` ends, the ones inside it passed over.
fn end_of_selection(rest: &str) -> usize {
    let mut open = 1;
    for (at, c) in rest.char_indices() {
        match c {
            sign::SELECT | sign::NAME => open += 1,
            sign::END => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    rest.len() - 1
}

/// The name in front and the variants of a selection's body, those of selections inside it not counted.
fn variants(body: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    body.split(move |c| {
        match c {
            sign::SELECT | sign::NAME => depth += 1,
            sign::END => depth -= 1,
            _ => {}
        }
        c == sign::VARIANT && depth == 0
    })
}
