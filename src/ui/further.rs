//! The way to what a list has further on.

use super::failure::failure;
use crate::api::ApiError;
use crate::i18n::Words;
use yew::prelude::*;

/// A button for the next page and, where the last try brought none, why: it is pressed again.
pub fn further(
    words: &Words,
    class: &'static str,
    label: String,
    failed: Option<&ApiError>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="stack tight">
            { failed.map(|error| failure(words, error)).unwrap_or_default() }
            <button type="button" {class} {onclick}>{ label }</button>
        </div>
    }
}
