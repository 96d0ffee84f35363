//! All mistakes of a form in one place: it takes the focus and leads to each field.

use super::field::focus;
use crate::i18n::use_words;
use crate::t;
use yew::prelude::*;

/// A mistake: the id of its field, and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    pub field: AttrValue,
    pub text: AttrValue,
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
    if !some {
        return Html::default();
    }
    html! {
        <div class="summary" ref={node} tabindex="-1" role="alert" aria-labelledby="mistakes">
            <h2 id="mistakes">{ t!(words, "form-mistakes", count = props.mistakes.len()) }</h2>
            <ul>
                for mistake in &props.mistakes {
                    <li key={mistake.field.to_string()}><MistakeLink mistake={mistake.clone()} /></li>
                }
            </ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MistakeLinkProps {
    mistake: Mistake,
}

#[component]
fn MistakeLink(props: &MistakeLinkProps) -> Html {
    let onclick = use_callback(props.mistake.field.clone(), |event: MouseEvent, field| {
        event.prevent_default();
        focus(field);
    });
    html! { <a href={format!("#{}", props.mistake.field)} {onclick}>{ &props.mistake.text }</a> }
}
