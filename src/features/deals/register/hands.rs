//! What a person does to the form: typing, leaving a field, taking what is offered.

use super::draft::{Draft, Edit};
use crate::ui::{Typed, focus, pressed, typed};
use yew::prelude::*;

/// The listeners of the form; one of each for all its fields.
pub(super) struct Hands {
    pub oninput: Callback<InputEvent>,
    pub onfocusout: Callback<FocusEvent>,
    pub onclick: Callback<MouseEvent>,
    pub onsubmit: Callback<SubmitEvent>,
    pub onkeydown: Callback<KeyboardEvent>,
}

/// Writes into the draft what is typed, and into `touched` which fields were left; `go_on` submits.
#[hook]
pub(super) fn use_hands(
    draft: UseReducerDispatcher<Draft>,
    touched: UseStateHandle<Vec<String>>,
    go_on: Callback<()>,
) -> Hands {
    let oninput = use_callback(draft.clone(), |event: InputEvent, draft| match typed(&event) {
        Some((field, Typed::Text(text))) => draft.dispatch(Edit::Text(field, text)),
        Some((field, Typed::Tick(ticked))) => draft.dispatch(Edit::Tick(field, ticked)),
        None => {}
    });
    let onfocusout = use_callback((draft.clone(), touched), |event: FocusEvent, (draft, touched)| {
        let Some((field, held)) = typed(&event) else { return };
        // A day that was begun and left has changed nothing yet, so that no input was told.
        if let Typed::Text(text) = held {
            draft.dispatch(Edit::Left(field.clone(), text));
        }
        if !touched.contains(&field) {
            touched.set(touched.iter().cloned().chain([field]).collect());
        }
    });
    let onclick = use_callback(draft, |event: MouseEvent, draft| {
        if let Some(email) = pressed(&event, "data-email") {
            draft.dispatch(Edit::Text("contact-email".to_owned(), email));
            // The offer goes, and would take the focus with it.
            focus("contact-email");
        }
    });
    // Enter alone is a new line where several are written, so a chord submits from every field.
    let onkeydown = use_callback(go_on.clone(), |event: KeyboardEvent, go_on| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.repeat() {
            event.prevent_default();
            go_on.emit(());
        }
    });
    let onsubmit = use_callback(go_on, |event: SubmitEvent, go_on| {
        event.prevent_default();
        go_on.emit(());
    });
    Hands { oninput, onfocusout, onclick, onsubmit, onkeydown }
}
