//! Something that is fetched, in the one place where loading and failure are shown.

use super::empty::{empty, skeleton};
use super::failure::failure_words;
use super::icon::{Glyph, icon};
use super::page::Back;
use crate::api::{ApiError, Remote};
use crate::i18n::use_words;
use crate::t;
use chrono::{DateTime, Utc};
use portico_contract::problem::ProblemKind;
use yew::prelude::*;

/// How a fetch stands, whatever it fetches.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched {
    Loading,
    Failed(ApiError),
    Loaded { as_of: DateTime<Utc>, failed: bool },
}

impl<T> From<&Remote<T>> for Fetched {
    fn from(remote: &Remote<T>) -> Self {
        match remote {
            Remote::Loading => Self::Loading,
            Remote::Failed(error) => Self::Failed(error.clone()),
            Remote::Loaded { as_of, failed, .. } => Self::Loaded { as_of: *as_of, failed: failed.is_some() },
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct RemoteViewProps {
    pub fetched: Fetched,
    pub reload: Callback<()>,
    /// Rows of the shape of what comes.
    #[prop_or(5)]
    pub rows: usize,
    /// Where to go when it does not exist: trying again would not help.
    #[prop_or_default]
    pub back: Option<Back>,
    /// What is shown once it is there.
    pub children: Html,
}

/// The shape of what comes; then it, or why it did not come and a way to try again.
#[component]
pub fn RemoteView(props: &RemoteViewProps) -> Html {
    let words = use_words();
    let again = use_callback(props.reload.clone(), |_: MouseEvent, reload| reload.emit(()));
    let button =
        || html! { <button type="button" class="button" onclick={again.clone()}>{ t!(words, "try-again") }</button> };
    match &props.fetched {
        Fetched::Loading => html! {
            <div aria-busy="true">
                <span class="unseen" role="status">{ t!(words, "loading") }</span>
                { skeleton(props.rows) }
            </div>
        },
        Fetched::Failed(error) => {
            let glyph = if *error == ApiError::Offline { Glyph::Off } else { Glyph::Warn };
            let (title, text) = failure_words(&words, error);
            let back = props.back.as_ref().filter(|_| error.kind() == Some(ProblemKind::NotFound));
            let way_on = back.map(|Back { to, label }| {
                let label = t!(words, "back-to", page = label.as_str());
                html! { <a href={to.clone().path()} class="button">{ label }</a> }
            });
            html! { <div role="alert">{ empty(glyph, "bad", title, text, way_on.unwrap_or_else(button)) }</div> }
        }
        Fetched::Loaded { as_of, failed } => html! {
            <>
                if *failed {
                    <div class="hint stale" role="status">
                        { icon(Glyph::Off) }
                        <span class="grow">{ t!(words, "not-fresh", moment = &words.moment(*as_of)) }</span>
                        { button() }
                    </div>
                }
                { props.children.clone() }
            </>
        },
    }
}
