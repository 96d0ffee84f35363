//! The place of a text where something was found: which page, and what stands around it.

use super::{Term, fold};

/// How many characters stand before what was found, and behind it.
const BEFORE: usize = 60;
const BEHIND: usize = 110;
/// How much of a text is looked through, in bytes: beyond it a match has no excerpt.
const FAR: usize = 400_000;

/// What parts the pages of a text.
pub(crate) const PAGE_BREAK: char = '\u{c}';

/// A place: its page, counted from 1, and the text around it in parts, every second of which is what was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub page: u32,
    pub parts: Vec<String>,
}

/// The first place of a text where a term stands, best one with all of them near.
pub(crate) fn excerpt(text: &str, terms: &[Term]) -> Option<Excerpt> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, word) in spans(text) {
        if at > FAR {
            break;
        }
        let folded = fold(word);
        if let Some(term) = terms.iter().position(|term| term.matches(&folded)) {
            found.push((at, at + word.len(), term));
            if found.len() >= 400 {
                break;
            }
        }
    }
    // Where most of the words stand within reach of the first of them.
    let near = |first: usize| {
        let reach = found[first].0 + BEHIND;
        let mut terms: Vec<usize> = found[first..].iter().take_while(|one| one.0 <= reach).map(|one| one.2).collect();
        terms.sort_unstable();
        terms.dedup();
        terms.len()
    };
    let best = (0..found.len()).max_by_key(|first| (near(*first), std::cmp::Reverse(*first)))?;
    let (at, ..) = found[best];
    let page_begins = text[..at].rfind(PAGE_BREAK).map_or(0, |at| at + 1);
    let page_ends = text[at..].find(PAGE_BREAK).map_or(text.len(), |end| at + end);
    let begins = backward(text, at, page_begins);
    let ends = forward(text, at, page_ends);
    let mut parts = Vec::new();
    let mut done = begins;
    for (from, to, _) in found[best..].iter().take_while(|one| one.1 <= ends) {
        parts.push(tidy(&text[done..*from]));
        parts.push(text[*from..*to].to_owned());
        done = *to;
    }
    parts.push(tidy(&text[done..ends]));
    if begins > page_begins {
        parts[0].insert(0, '…');
    }
    if let Some(last) = parts.last_mut().filter(|_| ends < page_ends) {
        last.push('…');
    }
    let page = text[..at].matches(PAGE_BREAK).count() + 1;
    Some(Excerpt { page: u32::try_from(page).unwrap_or(u32::MAX), parts })
}

/// The words of a text with where they begin, in bytes.
fn spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    super::words(text).map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Where an excerpt begins: some characters before, at a word.
fn backward(text: &str, at: usize, least: usize) -> usize {
    let begin = text[least..at].char_indices().rev().nth(BEFORE).map_or(least, |(begin, _)| least + begin);
    if begin == least {
        return least;
    }
    text[begin..at].find(char::is_whitespace).map_or(begin, |blank| begin + blank + 1)
}

/// Where it ends: some characters behind, at the end of a word.
fn forward(text: &str, at: usize, most: usize) -> usize {
    let Some((end, _)) = text[at..most].char_indices().nth(BEHIND) else { return most };
    text[at..at + end].rfind(char::is_whitespace).filter(|blank| *blank > 0).map_or(at + end, |blank| at + blank)
}

/// Lines and runs of blanks as single blanks.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c.is_whitespace();
        if !blank {
            tidied.push(c);
        } else if !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::super::terms;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_has_its_page_and_what_stands_around() {
        let text = "Cover\u{c}All about depots.\u{c}Drivers sign\nthe delivery notes on glass, offline too.";
        let found = excerpt(text, &terms("deliveries")).unwrap();
        assert_eq!(found.page, 3);
        assert_eq!(found.parts, ["Drivers sign the ", "delivery", " notes on glass, offline too."]);
    }

    #[test]
    fn the_place_with_most_of_the_words_is_shown() {
        let far = "Fleet news. ".repeat(40);
        let text = format!("{far}The fleet of a harbour depot.");
        let found = excerpt(&text, &terms("fleet harbour")).unwrap();
        assert!(found.parts.contains(&"harbour".to_owned()), "{found:?}");
        assert!(found.parts[0].starts_with('…'));
    }

    #[test]
    fn what_does_not_stand_there_has_no_place() {
        assert_eq!(excerpt("Fleet", &terms("depot")), None);
        assert_eq!(excerpt("", &terms("depot")), None);
    }

    proptest! {
        #[test]
        fn an_excerpt_is_of_the_text(text in "[a-zäöü \\n\u{c}]{0,400}", question in "[a-zäöü]{1,4}") {
            if let Some(found) = excerpt(&text, &terms(&question)) {
                prop_assert!(found.parts.len() >= 3 && found.parts.len() % 2 == 1);
                let tidied = tidy(&text);
                let inner = found.parts.concat();
                prop_assert!(tidied.contains(inner.trim_matches('…').trim()), "{:?}", found);
            }
        }
    }
}
