//! People and firms, by their initials.

use yew::prelude::*;

/// The first letters of the first and the last word.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// A round sign for a person; the name stands beside it.
pub fn avatar(name: &str) -> Html {
    html! { <span class="avatar round" aria-hidden="true">{ initials(name) }</span> }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_name_has_two_letters_at_most() {
        assert_eq!(initials("Mira Kern"), "MK");
        assert_eq!(initials("Lucía de la Romero"), "LR");
        assert_eq!(initials("élodie"), "É");
        assert_eq!(initials(""), "");
    }
}
