//! Words: every visible text comes from a Fluent file, and every number, date and amount from the browser's `Intl`.

/// The message of an id, with its English in the module that says it. An id that no Fluent file has does not compile.
#[macro_export]
macro_rules! english {
    ($id:literal) => {{
        const PATTERN: [u8; $crate::i18n::english($id).len()] = $crate::i18n::copied($crate::i18n::english($id));
        $crate::i18n::message($id, &PATTERN)
    }};
}

mod dates;
mod intl;
mod words;

pub use dates::{days_until, now, today};
pub use words::{Arg, Message, Words, copied, english, load, message};

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
        const MESSAGE: &$crate::i18n::Message = &$crate::english!($id);
        $words.say(MESSAGE, &[$((stringify!($name), $crate::i18n::Arg::from($value))),*])
    }};
}
