//! Words as they are looked for: folded, and brought to the stem that their forms have in common. The databases keep and
//! compare what is made here, so both find the same.

mod excerpt;
mod shelf;
mod spelling;

pub(crate) use excerpt::excerpt;
pub(crate) use shelf::{Asked, Card, Hit, Narrowed, Shelf, Shelved, Wish};
pub(crate) use spelling::Vocabulary;

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is kept, in characters: what is longer is no word.
const LONGEST: usize = 40;
/// The most words that a question has; further ones are passed over.
const MOST: usize = 12;
/// The languages whose word forms are known, with their codes.
const LANGUAGES: [(&str, Algorithm); 4] =
    [("en", Algorithm::English), ("de", Algorithm::German), ("fr", Algorithm::French), ("es", Algorithm::Spanish)];

/// A word without case, accents and ligatures: `Straße` is `strasse`, `Übergabe` is `ubergabe`.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let plain = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(word.len());
    for c in plain {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            c if c.is_alphanumeric() => folded.push(c),
            _ => {}
        }
    }
    folded
}

/// The words of a text, as they stand in it: runs of letters and digits.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    text.split(move |c| !is_part(c)).filter(|word| !word.is_empty() && word.chars().count() <= LONGEST)
}

/// The stem of a word. Stemmed before it is folded: the rules of French and Spanish look at accents.
fn stem(word: &str, stemmer: &Stemmer) -> String {
    fold(&stemmer.stem(&word.to_lowercase()))
}

fn language(locale: &str) -> Option<Algorithm> {
    let code = locale.split('-').next().unwrap_or_default();
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, algorithm)| *algorithm)
}

/// What a text in a language is found by: its words, folded, and their stems, each once.
pub(crate) fn keys(text: &str, locale: &str) -> BTreeSet<String> {
    let stemmer = language(locale).map(Stemmer::create);
    let mut keys = BTreeSet::new();
    for word in words(text) {
        if let Some(stemmer) = &stemmer {
            keys.insert(stem(word, stemmer));
        }
        keys.insert(fold(word));
    }
    keys.remove("");
    keys
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// As it was typed.
    pub typed: String,
    /// Folded.
    pub folded: String,
    /// The stems that it could have, in whatever language it is.
    pub stems: BTreeSet<String>,
    /// More of it may still be typed: what begins with it is found as well.
    pub open: bool,
}

impl Term {
    fn new(typed: &str, open: bool) -> Self {
        let folded = fold(typed);
        // A stem of one letter would find everything.
        let stems = LANGUAGES
            .iter()
            .map(|(_, language)| stem(typed, &Stemmer::create(*language)))
            .filter(|stem| stem.chars().count() > 1);
        Self { typed: typed.to_owned(), stems: stems.filter(|stem| *stem != folded).collect(), folded, open }
    }

    /// Whether a folded word of a text is what is looked for. Stems are compared by how words begin: right for nearly all
    /// forms, and enough to show a place.
    pub(crate) fn matches(&self, word: &str) -> bool {
        let begins = |stem: &String| stem.chars().count() > 2 && word.starts_with(stem.as_str());
        word == self.folded || (self.open && word.starts_with(&self.folded)) || self.stems.iter().any(begins)
    }
}

/// What is looked for. All of its words are to be found; the last may still be being typed.
pub(crate) fn terms(question: &str) -> Vec<Term> {
    let ends = question.chars().next_back().is_none_or(|last| !last.is_alphanumeric());
    let all: Vec<&str> = words(question).filter(|word| !fold(word).is_empty()).take(MOST).collect();
    let last = all.len().saturating_sub(1);
    all.iter().enumerate().map(|(at, word)| Term::new(word, at == last && !ends)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a text is found by a question, as the databases compare: key by key.
    fn finds(question: &str, text: &str, locale: &str) -> bool {
        let keys = keys(text, locale);
        terms(question).iter().all(|term| {
            keys.contains(&term.folded)
                || term.stems.iter().any(|stem| keys.contains(stem))
                || (term.open && keys.iter().any(|key| key.starts_with(&term.folded)))
        })
    }

    #[test]
    fn forms_of_a_word_are_found_in_each_language() {
        for (question, text, locale) in [
            ("delivery", "Proof of deliveries", "en"),
            ("deliveries", "one delivery", "en"),
            ("routing", "how routes are routed", "en"),
            ("Lieferschein", "Alle Lieferscheine des Tages", "de"),
            ("Lieferscheine", "ein Lieferschein", "de"),
            ("Häuser", "das Haus", "de"),
            ("livraison", "preuves de livraisons", "fr"),
            ("gérer", "il gère les dépôts", "fr"),
            ("entregas", "la entrega diaria", "es"),
            ("almacén", "dos almacenes", "es"),
        ] {
            assert!(finds(question, text, locale), "{question} in {text}");
        }
    }

    #[test]
    fn case_accents_and_ligatures_do_not_matter() {
        for (question, text) in
            [("strasse", "Straße"), ("UBERGABE", "Übergabe"), ("depot", "dépôt"), ("œuvre", "oeuvre")]
        {
            assert!(finds(question, text, "de"), "{question} in {text}");
        }
    }

    #[test]
    fn a_word_that_is_being_typed_finds_what_begins_with_it() {
        assert!(finds("del", "delivery", "en") && finds("proof del", "proof of delivery", "en"));
        assert!(!finds("del ", "delivery", "en"), "it is ended by the blank");
        assert!(!finds("del proof", "proof of delivery", "en"), "only the last is open");
    }

    #[test]
    fn all_words_are_looked_for() {
        assert!(!finds("delivery harbour", "delivery notes", "en"));
        assert!(finds("", "anything", "en"));
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_each_of_its_words(text in "[\\p{L}\\p{N} ]{0,60}", locale in "en|de|fr|es|it") {
            for word in words(&text) {
                prop_assert!(finds(word, &text, &locale), "{} in {}", word, text);
            }
        }

        #[test]
        fn keys_hold_nothing_but_letters_and_digits(text in any::<String>()) {
            for key in keys(&text, "de") {
                prop_assert!(!key.is_empty() && !key.contains(|c: char| c.is_whitespace() || c == '"' || c == '\''), "{key:?}");
            }
        }
    }
}
