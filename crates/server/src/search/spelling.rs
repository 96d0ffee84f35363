//! The words that there are, and the nearest of them to one that there is not.

use super::{Term, fold};
use rapidfuzz::distance::osa;

/// How many near words are tried.
const TRIED: usize = 4;

/// The words of a tenant's files, folded and as they are written.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(Vec<(Box<str>, Box<str>)>);

impl Vocabulary {
    /// Adds words; those that are known stay as they are.
    pub(crate) fn add(&mut self, words: impl IntoIterator<Item = (String, String)>) {
        self.0.extend(words.into_iter().map(|(folded, written)| (folded.into(), written.into())));
        self.0.sort_by(|one, other| one.0.cmp(&other.0));
        self.0.dedup_by(|one, other| one.0 == other.0);
    }

    /// Whether some word is what is looked for.
    pub(crate) fn has(&self, term: &Term) -> bool {
        let begins = |with: &str, whole: bool| {
            let at = self.0.partition_point(|(word, _)| word.as_ref() < with);
            self.0.get(at).is_some_and(|(word, _)| if whole { word.as_ref() == with } else { word.starts_with(with) })
        };
        begins(&term.folded, !term.open) || term.stems.iter().any(|stem| stem.len() > 3 && begins(stem, false))
    }

    /// The nearest words to one that there is not, as they are written, nearest first: one letter more, less, other or
    /// turned round, in long words two.
    pub(crate) fn near(&self, word: &str) -> Vec<&str> {
        let folded = fold(word);
        let letters: Vec<char> = folded.chars().collect();
        let most = match letters.len() {
            0..=3 => return Vec::new(),
            4..=7 => 1,
            _ => 2,
        };
        let comparator = osa::BatchComparator::new(letters.iter().copied());
        let args = osa::Args::default().score_cutoff(most);
        let mut near: Vec<(usize, bool, &str)> = Vec::new();
        for (known, written) in &self.0 {
            if known.len().abs_diff(folded.len()) > 2 * most {
                continue;
            }
            if let Some(distance) = comparator.distance_with_args(known.chars(), &args) {
                // People seldom miss the first letter.
                near.push((distance, known.chars().next() != letters.first().copied(), written));
            }
        }
        near.sort_unstable();
        near.into_iter().map(|(.., written)| written).take(TRIED).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms;
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut known = Vocabulary::default();
        let words = ["Delivery", "depot", "Lieferscheine", "route", "fleet", "Übergabe"];
        known.add(words.map(|word| (fold(word), word.to_owned())));
        known
    }

    #[test]
    fn a_slip_leads_to_the_word_that_was_meant() {
        let known = vocabulary();
        for (typed, meant) in [
            ("delivry", "Delivery"),
            ("delivreys", "Delivery"),
            ("dpeot", "depot"),
            ("liefershceine", "Lieferscheine"),
            ("uebergabe", "Übergabe"),
        ] {
            assert_eq!(known.near(typed).first(), Some(&meant), "{typed}");
        }
        assert!(known.near("rot").is_empty(), "a short word is what it is");
        assert!(known.near("harbour").is_empty());
    }

    #[test]
    fn a_word_that_there_is_is_known_in_each_of_its_forms() {
        let known = vocabulary();
        for typed in ["delivery", "deli", "depots", "Lieferschein"] {
            assert!(terms(typed).iter().all(|term| known.has(term)), "{typed}");
        }
        assert!(!known.has(&terms("delivry")[0]) && !known.has(&terms("deli ")[0]));
    }
}
