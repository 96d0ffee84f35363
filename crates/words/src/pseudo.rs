//! The pseudo-locale `en-XA`: English in strange letters, so that a test sees any text that is not translated.

use crate::{Catalogue, sign};

impl Catalogue {
    /// The same messages with every Latin letter changed and brackets around each; names and keys stay.
    #[must_use]
    pub fn pseudo(&self) -> Self {
        let messages = self.messages.iter().map(|(id, pattern)| {
            let strange = strange(pattern);
            // A term stands inside a message that has brackets already.
            (id.clone(), if id.starts_with('-') { strange } else { format!("⟦{strange}⟧") })
        });
        Self { messages: messages.collect(), ..self.clone() }
    }
}

fn strange(pattern: &str) -> String {
    let mut name = false;
    let change = |c| {
        match c {
            sign::NAME | sign::SELECT | sign::VARIANT => name = true,
            sign::END | sign::KEY_END => name = false,
            _ if !name => return letter(c),
            _ => {}
        }
        c
    };
    pattern.chars().map(change).collect()
}

fn letter(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const STRANGE: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    PLAIN.chars().position(|plain| plain == c).and_then(|at| STRANGE.chars().nth(at)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_change_and_names_stay() {
        let source = "a = Hello { $name }: { $n ->\n  [one] deal\n *[other] deals\n }";
        let english = Catalogue::parse(source).unwrap();
        let pseudo = english.pseudo();
        assert_eq!(english.same_as(&pseudo), Ok(()));
        assert_eq!(pseudo.messages["a"], "⟦Ĥéļļö \u{1}name\u{2}: \u{3}n\u{4}one\u{5}ðéåļ\u{4}*other\u{5}ðéåļš\u{2}⟧");
    }
}
