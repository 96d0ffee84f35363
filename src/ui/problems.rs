//! All mistakes of a form in one place: it takes the focus and leads to each field.

use super::field::focus;
use super::pressed::pressed;
use crate::i18n::use_words;
use crate::t;
use yew::prelude::*;

/// A mistake: the id of its field, and how to mend it.
pub type Mistake = (AttrValue, AttrValue);

/// What is said of a field.
#[must_use]
pub fn said_of(mistakes: &[Mistake], field: &str) -> Option<AttrValue> {
    mistakes.iter().find(|(known, _)| known == field).map(|(_, text)| text.clone())
}

#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    pub mistakes: Vec<Mistake>,
    /// Rises with every try to send: then the summary takes the focus.
    pub turn: u32,
}

/// The list of mistakes; nothing where there are none.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let (at, some) = (node.clone(), !props.mistakes.is_empty());
    use_effect_with(props.turn, move |turn| {
        if let Some(element) = at.cast::<web_sys::HtmlElement>().filter(|_| *turn > 0 && some) {
            // The element has a tabindex, so it takes the focus.
            let _ = element.focus();
        }
    });
    let onclick = use_callback((), |event: MouseEvent, ()| {
        if let Some(field) = pressed(&event, "href") {
            event.prevent_default();
            focus(field.trim_start_matches('#'));
        }
    });
    if !some {
        return Html::default();
    }
    html! {
        <div class="summary" ref={node} tabindex="-1" role="alert" aria-labelledby="mistakes">
            <h2 id="mistakes">{ t!(words, "form-mistakes", count = props.mistakes.len()) }</h2>
            <ul {onclick}>
                for (field, text) in &props.mistakes {
                    <li key={field.to_string()}><a href={format!("#{field}")}>{ text }</a></li>
                }
            </ul>
        </div>
    }
}
