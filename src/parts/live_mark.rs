//! Whether a list changes by itself at this moment. It pulses only while the stream is really open.

use crate::i18n::Words;
use crate::t;
use yew::prelude::*;

/// The sign and its word.
pub fn live_mark(words: &Words, open: Option<bool>) -> Html {
    let Some(open) = open else { return Html::default() };
    let (state, text) = if open { ("open", t!(words, "live-open")) } else { ("cut", t!(words, "live-cut")) };
    html! { <span class="live" data-live={state}>{ text }</span> }
}
