//! Whom a text mentions: an at sign, and the whole name behind it.

use portico_contract::attachment::Mentionable;

/// Longest part of a name by which somebody is looked for, in characters.
const LONGEST: usize = 40;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Plain(&'a str),
    /// The at sign and a name.
    Mention(&'a str),
}

/// The pieces of a text in which `names` may be mentioned; of two names that begin alike the longer one.
pub(super) fn pieces<'a>(text: &'a str, names: &[&str]) -> Vec<Piece<'a>> {
    let (mut pieces, mut plain, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = text[at..].find('@').map(|found| at + found) {
        let behind = &text[found + 1..];
        let fits = |name: &&&str| {
            let ends = behind.strip_prefix(**name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            ends && !name.is_empty() && is_free(text, found)
        };
        match names.iter().filter(fits).max_by_key(|name| name.len()) {
            Some(name) => {
                if plain < found {
                    pieces.push(Piece::Plain(&text[plain..found]));
                }
                at = found + 1 + name.len();
                pieces.push(Piece::Mention(&text[found..at]));
                plain = at;
            }
            None => at = found + 1,
        }
    }
    if plain < text.len() {
        pieces.push(Piece::Plain(&text[plain..]));
    }
    pieces
}

/// An at sign inside of a word is part of an address.
fn is_free(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
}

/// The ids of those whom a text mentions, each once.
pub(in super::super) fn mentioned(text: &str, people: &[Mentionable]) -> Vec<String> {
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    let mut ids: Vec<String> = Vec::new();
    for piece in pieces(text, &names) {
        let Piece::Mention(mention) = piece else { continue };
        let person = people.iter().find(|person| person.name == mention[1..]);
        if let Some(person) = person.filter(|person| !ids.contains(&person.id)) {
            ids.push(person.id.clone());
        }
    }
    ids
}

/// Where the at sign stands and what is typed behind it, if somebody is looked for at the caret, whose place is counted
/// as the browser counts: in UTF-16.
pub(super) fn asked(text: &str, caret: u32) -> Option<(usize, &str)> {
    let before = &text[..byte_of(text, caret)];
    let at = before.rfind('@').filter(|at| is_free(text, *at))?;
    let query = &before[at + 1..];
    let fits = query.chars().count() <= LONGEST && !query.contains('\n') && !query.starts_with(' ');
    fits.then_some((at, query))
}

/// Whether somebody is meant by what is typed: the beginning of the name, or of a word in it.
pub(super) fn is_meant(name: &str, query: &str) -> bool {
    let (name, query) = (name.to_lowercase(), query.to_lowercase());
    name.starts_with(&query) || name.split_whitespace().any(|word| word.starts_with(&query))
}

/// The text with a name in place of what was typed, and where the caret is then.
pub(super) fn with_name(text: &str, caret: u32, name: &str) -> Option<(String, u32)> {
    let (at, _) = asked(text, caret)?;
    let before = format!("{}@{name} ", &text[..at]);
    let caret_now = before.encode_utf16().count();
    let rest = &text[byte_of(text, caret)..];
    Some((before + rest.strip_prefix(' ').unwrap_or(rest), u32::try_from(caret_now).ok()?))
}

fn byte_of(text: &str, utf16: u32) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= utf16 {
            return byte;
        }
        units += u32::try_from(c.len_utf16()).unwrap_or_default();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::session::Side;

    #[test]
    fn a_name_behind_an_at_sign_is_a_mention() {
        let names = ["Mira", "Mira Kern", "Jonas Weber"];
        assert_eq!(
            pieces("Hi @Mira Kern, and @Jonas Weber", &names),
            [Piece::Plain("Hi "), Piece::Mention("@Mira Kern"), Piece::Plain(", and "), Piece::Mention("@Jonas Weber")]
        );
        for plain in ["mira@Mira.example", "@Miranda", "@ Mira", "@", "no"] {
            assert_eq!(pieces(plain, &names), [Piece::Plain(plain)]);
        }
    }

    #[test]
    fn each_is_mentioned_once() {
        let one = |id: &str, name: &str| Mentionable {
            id: id.to_owned(),
            name: name.to_owned(),
            side: Side::Vendor,
            organisation: String::new(),
        };
        let people = [one("j", "Jonas Weber"), one("m", "Mira Kern")];
        assert_eq!(mentioned("@Mira Kern @Jonas Weber @Mira Kern", &people), ["m", "j"]);
        assert!(mentioned("Mira Kern", &people).is_empty());
    }

    #[test]
    fn somebody_is_looked_for_where_the_caret_is() {
        assert_eq!(asked("Grüße @jo", 9), Some((8, "jo")));
        assert_eq!(asked("😀 @", 4), Some((5, "")));
        assert_eq!(asked("a@b", 3), None);
        assert_eq!(asked("@jo\nx", 5), None);
        assert_eq!(asked("@ x", 3), None);
        assert!(is_meant("Jonas Weber", "web") && is_meant("Jonas Weber", "Jonas W") && !is_meant("Jonas", "nas"));
    }

    #[test]
    fn a_name_takes_the_place_of_what_was_typed() {
        assert_eq!(with_name("😀 @jo there", 6, "Jonas Weber"), Some(("😀 @Jonas Weber there".to_owned(), 16)));
    }
}
