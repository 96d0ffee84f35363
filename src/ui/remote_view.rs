//! Something that is fetched, in the one place where loading and failure are shown.

use super::empty::Empty;
use super::failure::{failure_text, failure_title};
use super::icon::{Glyph, Icon};
use crate::api::{ApiError, Remote};
use crate::i18n::use_words;
use crate::t;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct RemoteViewProps<T: PartialEq + 'static> {
    pub remote: Rc<Remote<T>>,
    pub reload: Callback<()>,
    /// What is shown once it is there.
    pub view: Callback<T, Html>,
    /// The shape of what comes.
    #[prop_or_else(|| html! { <Skeleton rows={5} /> })]
    pub skeleton: Html,
}

impl<T: PartialEq + 'static> PartialEq for RemoteViewProps<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.remote, &other.remote) && self.view == other.view && self.reload == other.reload
    }
}

/// The shape of what comes; then it, or why it did not come and a way to try again.
#[component]
pub fn RemoteView<T: Clone + PartialEq + 'static>(props: &RemoteViewProps<T>) -> Html {
    let words = use_words();
    let again = use_callback(props.reload.clone(), |_: MouseEvent, reload| reload.emit(()));
    match &*props.remote {
        Remote::Loading => html! {
            <div aria-busy="true">
                <span class="unseen" role="status">{ t!(words, "loading") }</span>
                { props.skeleton.clone() }
            </div>
        },
        Remote::Failed(error) => {
            let glyph = if *error == ApiError::Offline { Glyph::Off } else { Glyph::Warn };
            html! {
                <div role="alert">
                    <Empty {glyph} tone="bad" title={failure_title(&words, error)} text={failure_text(&words, error)}>
                        <button type="button" class="button" onclick={again}>{ t!(words, "try-again") }</button>
                    </Empty>
                </div>
            }
        }
        Remote::Loaded { value, as_of, failed } => html! {
            <>
                if failed.is_some() {
                    <div class="hint stale" role="status">
                        <Icon glyph={Glyph::Off} />
                        <span class="grow">{ t!(words, "not-fresh", moment = &words.moment(*as_of)) }</span>
                        <button type="button" class="button small" onclick={again}>{ t!(words, "try-again") }</button>
                    </div>
                }
                { props.view.emit(value.clone()) }
            </>
        },
    }
}

#[derive(Properties, PartialEq)]
pub struct SkeletonProps {
    pub rows: usize,
}

/// Rows that are on their way.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div class="list" aria-hidden="true">
            for row in 0..props.rows {
                <div class="item" key={row}>
                    <span class="grow stack tight">
                        <span class="skeleton" style={if row % 2 == 0 { "width: 55%" } else { "width: 40%" }} />
                        <span class="skeleton" style="width: 25%" />
                    </span>
                    <span class="skeleton" style="width: 4rem" />
                </div>
            }
        </div>
    }
}
