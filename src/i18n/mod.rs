//! Words: every visible text comes from a Fluent file, and every number, date and amount from the browser's `Intl`.

mod intl;
mod words;

pub use intl::{now, today};
pub use words::{Arg, Words, checked, load};

use std::rc::Rc;
use yew::prelude::*;

/// The words of the person's language; the context is set by the app.
#[hook]
pub fn use_words() -> Rc<Words> {
    use_context::<Rc<Words>>().unwrap_or_default()
}

/// A sentence: `t!(words, "deals-found", count = 3)`. An id that no Fluent file has does not compile.
#[macro_export]
macro_rules! t {
    ($words:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        const ID: &str = $crate::i18n::checked($id);
        $words.say(ID, &[$((stringify!($name), $crate::i18n::Arg::from($value))),*])
    }};
}
