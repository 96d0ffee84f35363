//! The field of a message, with people to choose below it.

use super::picker::Mentions;
use crate::i18n::Words;
use crate::t;
use yew::prelude::*;

/// A field of several lines that keeps the focus while the keys lead the list below it. ARIA lets a text field point at
/// the option that Enter would choose, and gives it no role for that.
pub(in super::super) fn area(
    words: &Words,
    (label, value): (String, String),
    problem: Option<String>,
    mentions: &Mentions,
    node: &NodeRef,
) -> Html {
    let described = [(mentions.can, "comment-help"), (problem.is_some(), "comment-problem")];
    let described: Vec<&str> = described.into_iter().filter(|(there, _)| *there).map(|(_, id)| id).collect();
    let (on_caret, on_key) = (mentions.on_caret.clone(), mentions.on_key.clone());
    let onclick = on_caret.reform(|_: MouseEvent| ());
    let onkeyup = on_caret.reform(|_: KeyboardEvent| ());
    html! {
        <div class="field">
            <label for="comment">{ label }</label>
            <div class="asks">
                <textarea ref={node.clone()} class="input" id="comment" name="comment" {value} aria-invalid={problem.is_some().then_some("true")}
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))} aria-autocomplete={mentions.can.then_some("list")}
                    aria-controls={mentions.active().map(|_| "mentions")} aria-activedescendant={mentions.active()}
                    onkeydown={on_key} {onkeyup} {onclick} />
                { mentions.list(words) }
            </div>
            if mentions.can { <p class="help" id="comment-help">{ t!(words, "mention-help") }</p> }
            if let Some(problem) = problem { <p class="problem" id="comment-problem">{ problem }</p> }
        </div>
    }
}
