//! A notice of one's own doing, with a way back. It is read out, and takes no focus.

use crate::i18n::use_words;
use crate::t;
use crate::ui::{Glyph, icon};
use gloo::timers::callback::Interval;
use gloo::utils::document;
use std::rc::Rc;
use yew::prelude::*;

/// How long it stays, in milliseconds.
const STAYS: u32 = 8_000;

/// What happened, and what takes it back.
pub struct Said {
    pub text: AttrValue,
    pub undo: Option<Callback<()>>,
}

/// The notice that is shown.
#[derive(Clone, Default)]
pub struct Shown(Option<Rc<Said>>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl From<Said> for Shown {
    fn from(said: Said) -> Self {
        Self(Some(Rc::new(said)))
    }
}

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub shown: Shown,
    pub on_close: Callback<()>,
}

/// Where it is shown: always there, so that what comes is read out.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let words = use_words();
    use_effect_with((props.shown.clone(), props.on_close.clone()), |(shown, on_close)| {
        let on_close = on_close.clone();
        let leaving = shown.0.as_ref().map(|_| {
            Interval::new(STAYS, move || {
                // It stays while somebody points at it or has the focus in it (WCAG 2.2.1).
                let held = document().query_selector(".toast:is(:hover, :focus-within)");
                if held.is_ok_and(|held| held.is_none()) {
                    on_close.emit(());
                }
            })
        });
        move || drop(leaving)
    });
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let undo = use_callback((props.shown.clone(), props.on_close.clone()), |_: MouseEvent, (shown, on_close)| {
        let undo = shown.0.as_ref().and_then(|said| said.undo.clone());
        on_close.emit(());
        if let Some(undo) = undo {
            undo.emit(());
        }
    });
    html! {
        <div class="toasts" role="status" aria-live="polite">
            if let Some(said) = &props.shown.0 {
                <div class="toast">
                    <span class="grow">{ &said.text }</span>
                    if said.undo.is_some() {
                        <button type="button" class="button small plain" style="color: inherit; text-decoration: underline" onclick={undo}>{ t!(words, "undo") }</button>
                    }
                    <button type="button" class="button icon" aria-label={t!(words, "close")} onclick={close}>{ icon(Glyph::Close) }</button>
                </div>
            }
        </div>
    }
}
