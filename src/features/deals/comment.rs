//! Writing to the other side, or a note for the own.

use super::register::problem_text;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::use_words;
use crate::session::{device, use_session};
use crate::t;
use crate::ui::{Field, Typed, failure, typed};
use portico_contract::deal::commands::NewComment;
use portico_contract::event::Event;
use portico_contract::session::Side;
use serde_json::json;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CommentBoxProps {
    pub id: AttrValue,
    pub side: Side,
    /// May write notes that only the vendor sees.
    pub may_note: bool,
    /// A draft is the partner's alone.
    pub draft: bool,
    pub on_said: Callback<Event>,
}

/// A field and a button. What was written stays until it has arrived.
#[component]
pub fn CommentBox(props: &CommentBoxProps) -> Html {
    let (words, api) = (use_words(), use_api());
    // Kept on the device: a tab, a turned tablet or another row does not lose it.
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let place = format!("said.{}", props.id);
    let text = use_state(|| device::find(&account, &place).unwrap_or_default());
    let latest = use_mut_ref(String::new);
    (**text).clone_into(&mut latest.borrow_mut());
    use_effect_with((*text).clone(), move |text| {
        if text.is_empty() { device::forget(&account, &place) } else { device::keep(&account, &place, text) }
    });
    let internal = use_state(|| false);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let oninput = use_callback(text.setter(), |event: InputEvent, text| {
        if let Some((_, Typed::Text(written))) = typed(&event) {
            text.set(written);
        }
    });
    let comment = NewComment { body: text.trim().to_owned(), internal: *internal };
    // Judged by the contract's own rules while it is written; what a PRM finds beside that is told once it was sent.
    let judged = NewComment::read(&json!({ "body": comment.body, "internal": comment.internal })).err();
    let refused = match &*failed {
        Some(ApiError::Refused(problem)) => problem.errors.clone(),
        _ => Vec::new(),
    };
    let wrong = judged.filter(|_| !comment.body.is_empty()).unwrap_or_default();
    let problem = wrong.first().or(refused.first()).map(|problem| problem_text(&words, problem).into());
    let blocked = comment.body.is_empty() || !wrong.is_empty();
    // One key a text: sent again after a lost answer, it is written once.
    let key = use_memo(comment.clone(), |_| new_key());
    let onsubmit = use_callback(
        (
            api,
            props.id.clone(),
            comment,
            (blocked, busy.clone(), failed.setter(), text.setter(), key, latest),
            props.on_said.clone(),
        ),
        |event: SubmitEvent, (api, id, comment, (blocked, busy, failed, text, key, latest), on_said)| {
            event.prevent_default();
            if **busy || *blocked {
                return;
            }
            busy.set(true);
            failed.set(None);
            let answer = api.comment(id, key, comment);
            let (busy, failed, text, on_said) = (busy.setter(), failed.clone(), text.clone(), on_said.clone());
            let (latest, sent) = (latest.clone(), comment.body.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(event) => {
                        // What was typed meanwhile stays.
                        if latest.borrow().trim() == sent {
                            text.set(String::new());
                        }
                        on_said.emit(event);
                    }
                    Err(error) => failed.set(Some(error)),
                }
                busy.set(false);
            });
        },
    );
    let audience = |wanted: bool| {
        let set = internal.setter();
        Callback::from(move |_: MouseEvent| set.set(wanted))
    };
    let label = match props.side {
        _ if props.draft => t!(words, "comment-label-draft"),
        Side::Partner => t!(words, "comment-label-partner"),
        Side::Vendor => t!(words, "comment-label-vendor"),
    };
    let value = AttrValue::from((*text).clone());
    let field = Field { id: "comment".into(), label: label.into(), value, problem, ..Field::default() };
    let failure = (*failed).as_ref().filter(|_| refused.is_empty()).map(|error| failure(&words, error));
    html! {
        <form class="card stack tight" {onsubmit} {oninput}>
            { field.area(&words) }
            { failure.unwrap_or_default() }
            <div class="row between wrap">
                if props.may_note {
                    <div class="row tight" role="group" aria-label={t!(words, "comment-audience")}>
                        <button type="button" class="chip" aria-pressed={(!*internal).to_string()} onclick={audience(false)}>{ t!(words, "comment-both") }</button>
                        <button type="button" class="chip" aria-pressed={internal.to_string()} onclick={audience(true)}>{ t!(words, "comment-internal") }</button>
                    </div>
                } else {
                    <span />
                }
                <button type="submit" class="button small" aria-disabled={(*busy || blocked).then_some("true")}>
                    if *busy { <span class="spinner" aria-hidden="true" /> }
                    { t!(words, "comment-send") }
                </button>
            </div>
        </form>
    }
}
