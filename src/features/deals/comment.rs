//! Writing to the other side, or a note for the own.

use super::attach::{area, mentioned, use_mentions};
use super::register::problem_text;
use crate::api::{ApiError, Harbour, new_key, use_api};
use crate::i18n::use_words;
use crate::parts::bring::{choosers, rows, use_dropping, use_files};
use crate::session::{device, use_session};
use crate::t;
use crate::ui::{Typed, failure, typed};
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
    let files = use_files(Harbour::Deal(props.id.clone()));
    let (node, inputs) = (use_node_ref(), [use_node_ref(), use_node_ref()]);
    let write = use_callback(text.setter(), |written: String, text| text.set(written));
    let mentions = use_mentions(&props.id, &text, *internal, &node, write);
    let on_caret = mentions.on_caret.clone();
    let oninput = use_callback((text.setter(), on_caret), |event: InputEvent, (text, on_caret)| {
        if let Some((_, Typed::Text(written))) = typed(&event).filter(|(name, _)| name == "comment") {
            text.set(written);
            on_caret.emit(());
        }
    });
    let (going, refused_file) = (files.are_going(), files.has_refused());
    let body = text.trim().to_owned();
    let comment = NewComment {
        mentions: mentioned(&body, &mentions.people),
        attachments: files.ids(),
        body,
        internal: *internal,
    };
    let empty = comment.body.is_empty() && comment.attachments.is_empty();
    // Judged by the contract's own rules while it is written; what a PRM finds beside that is told once it was sent.
    let judged = NewComment::read(&json!({ "body": comment.body, "attachments": comment.attachments })).err();
    let refused = failed.as_ref().map(ApiError::fields).unwrap_or_default();
    let wrong = judged.filter(|_| !empty).unwrap_or_default();
    let problem = wrong.first().or(refused.first()).map(|problem| problem_text(&words, problem));
    // A file that does not go with it is taken out first: nothing is left behind unseen.
    let blocked = empty || !wrong.is_empty() || going || refused_file;
    // One key a text: sent again after a lost answer, it is written once.
    let key = use_memo(comment.clone(), |_| new_key());
    let onsubmit = use_callback(
        (
            api,
            props.id.clone(),
            comment,
            (blocked, busy.clone(), failed.setter(), text.setter(), key, latest),
            (props.on_said.clone(), files.clone()),
        ),
        |event: SubmitEvent, (api, id, comment, (blocked, busy, failed, text, key, latest), (on_said, files))| {
            event.prevent_default();
            if **busy || *blocked {
                return;
            }
            busy.set(true);
            failed.set(None);
            let answer = api.comment(id, key, comment);
            let (busy, failed, text, on_said) = (busy.setter(), failed.clone(), text.clone(), on_said.clone());
            let (latest, sent, files) = (latest.clone(), comment.body.clone(), files.clone());
            spawn_local(async move {
                match answer.await {
                    Ok(event) => {
                        // What was typed meanwhile stays.
                        if latest.borrow().trim() == sent {
                            text.set(String::new());
                        }
                        files.clear();
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
    let failure = (*failed).as_ref().filter(|_| refused.is_empty()).map(|error| failure(&words, error));
    let drop = use_dropping(files.add.clone(), mentions.can);
    html! {
        <form class={classes!("card", "stack", "tight", "message", drop.over.then_some("over"))} {onsubmit} {oninput} onpaste={drop.on_paste}
            ondragenter={drop.on_over.clone()} ondragover={drop.on_over} ondragleave={drop.on_leave} ondrop={drop.on_drop}>
            { area(&words, (label, (*text).clone()), problem, &mentions, &node) }
            { rows(&words, &files) }
            { failure.unwrap_or_default() }
            if drop.over { <p class="drop" aria-hidden="true">{ t!(words, "attach-drop") }</p> }
            <div class="row between wrap">
                <div class="row tight wrap">
                    if mentions.can { { choosers(&words, &files, &inputs) } }
                    if props.may_note {
                        <div class="row tight" role="group" aria-label={t!(words, "comment-audience")}>
                            <button type="button" class="chip" aria-pressed={(!*internal).to_string()} onclick={audience(false)}>{ t!(words, "comment-both") }</button>
                            <button type="button" class="chip" aria-pressed={internal.to_string()} onclick={audience(true)}>{ t!(words, "comment-internal") }</button>
                        </div>
                    }
                </div>
                <button type="submit" class="button small" aria-disabled={(*busy || blocked).then_some("true")}>
                    if *busy || going { <span class="spinner" aria-hidden="true" /> }
                    if going { { t!(words, "attach-waits") } } else { { t!(words, "comment-send") } }
                </button>
            </div>
        </form>
    }
}
