//! Notices that say what changed, at the edge of the page, without taking the focus.

use super::icon::{Glyph, icon};
use super::surroundings::use_surroundings;
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use gloo::timers::callback::Interval;
use gloo::utils::document;
use std::rc::Rc;
use yew::prelude::*;

/// How long a notice stays, in milliseconds. It can be read again in the deal's story.
const STAYS: u32 = 8_000;
/// So many at once; older ones make room.
const AT_ONCE: usize = 3;

/// A notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: AttrValue,
    /// Where it leads, and what that is called.
    pub link: Option<(Route, AttrValue)>,
}

#[derive(Default)]
struct Shown {
    toasts: Rc<Vec<(u32, Toast)>>,
    next: u32,
}

enum Act {
    Show(Toast),
    Hide(u32),
    HideAll,
}

impl Reducible for Shown {
    type Action = Act;
    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let (mut toasts, mut next) = ((*self.toasts).clone(), self.next);
        match act {
            Act::Show(toast) => {
                next += 1;
                toasts.push((next, toast));
                if toasts.len() > AT_ONCE {
                    toasts.remove(0);
                }
            }
            Act::Hide(id) => toasts.retain(|(known, _)| *known != id),
            Act::HideAll => toasts.clear(),
        }
        Rc::new(Self { toasts: Rc::new(toasts), next })
    }
}

/// Shows a notice; a stable callback.
#[hook]
pub fn use_toast() -> Callback<Toast> {
    use_surroundings().toast
}

/// The notices that are shown, and how to change them.
#[derive(Clone, PartialEq)]
pub struct ToastsHandle {
    shown: Rc<Vec<(u32, Toast)>>,
    pub show: Callback<Toast>,
    hide: Callback<u32>,
    /// Takes all of them away.
    pub hide_all: Callback<()>,
}

/// Keeps the notices. Used once, by the app.
#[hook]
pub fn use_toasts() -> ToastsHandle {
    let shown = use_reducer(Shown::default);
    let show = use_callback(shown.dispatcher(), |toast, shown| shown.dispatch(Act::Show(toast)));
    let hide = use_callback(shown.dispatcher(), |id, shown| shown.dispatch(Act::Hide(id)));
    let hide_all = use_callback(shown.dispatcher(), |(): (), shown| shown.dispatch(Act::HideAll));
    ToastsHandle { shown: shown.toasts.clone(), show, hide, hide_all }
}

#[derive(Properties, PartialEq)]
pub struct ToastsProps {
    pub toasts: ToastsHandle,
}

/// Where notices appear.
#[component]
pub fn Toasts(props: &ToastsProps) -> Html {
    let toasts = &props.toasts;
    html! {
        <div class="toasts" role="status" aria-live="polite">
            for (id, toast) in toasts.shown.iter() {
                <Notice key={*id} id={*id} toast={toast.clone()} hide={toasts.hide.clone()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NoticeProps {
    id: u32,
    toast: Toast,
    hide: Callback<u32>,
}

#[component]
fn Notice(props: &NoticeProps) -> Html {
    let words = use_words();
    let (id, hide) = (props.id, props.hide.clone());
    use_effect_with(hide, move |hide| {
        let hide = hide.clone();
        let leaving = Interval::new(STAYS, move || {
            // It stays while somebody points at one or has the focus in it (WCAG 2.2.1).
            let held = document().query_selector(".toast:is(:hover, :focus-within)");
            if held.is_ok_and(|held| held.is_none()) {
                hide.emit(id);
            }
        });
        move || drop(leaving)
    });
    let close = use_callback((props.id, props.hide.clone()), |_: MouseEvent, (id, hide)| hide.emit(*id));
    html! {
        <div class="toast">
            <span class="grow">
                { &props.toast.text }
                if let Some((route, label)) = &props.toast.link {
                    { " " }<a href={route.clone().path()}>{ label }</a>
                }
            </span>
            <button type="button" class="button icon" aria-label={t!(words, "close")} onclick={close}>{ icon(Glyph::Close) }</button>
        </div>
    }
}
