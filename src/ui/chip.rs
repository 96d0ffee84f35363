//! What narrows a list, as chips: each says what it is, and goes when it is pressed.

use super::icon::{Glyph, small_icon};
use crate::i18n::Words;
use crate::t;
use yew::prelude::*;

/// A chip that stands for one part of what narrows a list: its name is in `data-part`.
pub fn removable_chip(words: &Words, part: &str, text: &str) -> Html {
    html! {
        <button type="button" class="chip" key={part} data-part={part.to_owned()} aria-label={t!(words, "filter-remove", filter = text)}>
            <span class="clip" style="max-width: 16rem">{ text }</span>{ small_icon(Glyph::Close) }
        </button>
    }
}
