//! What happened to a deal, newest first: the event log, in words.

use crate::api::{Patcher, Remote, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::t;
use crate::ui::{RemoteView, Skeleton, use_minute};
use portico_contract::event::{Event, EventKind};
use portico_contract::page::Page;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The events that were fetched and those that came since.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    events: Vec<Rc<Event>>,
    next_cursor: Option<String>,
}

impl From<Page<Event>> for Told {
    fn from(page: Page<Event>) -> Self {
        Self { events: page.items.into_iter().map(Rc::new).collect(), next_cursor: page.next_cursor }
    }
}

impl Told {
    /// With one more event on top; `None` where it is known.
    pub(super) fn with(&self, event: Event) -> Option<Self> {
        if self.events.iter().any(|known| known.id == event.id) {
            return None;
        }
        let events = std::iter::once(Rc::new(event)).chain(self.events.iter().cloned()).collect();
        Some(Self { events, next_cursor: self.next_cursor.clone() })
    }

    fn followed_by(&self, page: Page<Event>) -> Self {
        let more = page.items.into_iter().map(Rc::new);
        Self { events: self.events.iter().cloned().chain(more).collect(), next_cursor: page.next_cursor }
    }
}

#[derive(Properties)]
pub struct StoryProps {
    pub id: AttrValue,
    pub remote: Rc<Remote<Rc<Told>>>,
    pub reload: Callback<()>,
    pub told: Patcher<Rc<Told>>,
}

impl PartialEq for StoryProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.remote, &other.remote) && self.id == other.id && self.reload == other.reload
    }
}

/// The timeline.
#[component]
pub fn Story(props: &StoryProps) -> Html {
    let api = use_api();
    let cursor = props.remote.value().and_then(|told| told.next_cursor.clone());
    let more = use_callback(
        (api, props.id.clone(), cursor, props.told.clone()),
        |_: MouseEvent, (api, id, cursor, told)| {
            let (page, told) = (api.timeline(id, cursor.as_deref()), told.clone());
            spawn_local(async move {
                // Where it fails the button stays, and is pressed again.
                if let Ok(page) = page.await {
                    told.patch(move |told| Some(Rc::new(told.followed_by(page))));
                }
            });
        },
    );
    let view = use_callback(more, |told: Rc<Told>, more| {
        html! { <Entries {told} more={more.clone()} /> }
    });
    html! {
        <RemoteView<Rc<Told>> remote={props.remote.clone()} reload={props.reload.clone()} {view} skeleton={html! { <Skeleton rows={3} /> }} />
    }
}

#[derive(Properties, PartialEq)]
struct EntriesProps {
    told: Rc<Told>,
    more: Callback<MouseEvent>,
}

#[component]
fn Entries(props: &EntriesProps) -> Html {
    let (words, now) = (use_words(), use_minute());
    html! {
        <>
            <ol class="timeline">
                for event in &props.told.events {
                    <Entry key={event.id.clone()} event={event.clone()} {now} />
                }
            </ol>
            if props.told.next_cursor.is_some() {
                <button type="button" class="button small" onclick={props.more.clone()}>{ t!(words, "story-more") }</button>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    event: Rc<Event>,
    now: chrono::DateTime<chrono::Utc>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let data = &props.event.data;
    let reason = data.reason.as_ref();
    let code = reason.and_then(|reason| reason.reason_code.as_deref()).map(|code| {
        let known = form.0.as_ref().and_then(|form| form.reasons.iter().find(|known| known.id == code));
        known.map_or_else(|| code.to_owned(), |known| known.name.clone())
    });
    let said = reason.and_then(|reason| reason.comment.clone());
    let written = data.comment.as_ref();
    let who = data.actor.as_ref().map(|actor| actor.name.clone());
    html! {
        <li>
            <div>
                <h3>{ headline(&words, &props.event) }</h3>
                if let Some(code) = code { <p>{ code }</p> }
                if let Some(said) = said { <p class="said">{ said }</p> }
                if let Some(comment) = written {
                    <p class={classes!("said", comment.internal.then_some("internal"))}>{ &comment.body }</p>
                }
                <small>
                    if let Some(who) = who { { who }{ " · " } }
                    <time datetime={props.event.time.to_rfc3339()} title={words.moment(props.event.time)}>{ words.ago(props.event.time, props.now) }</time>
                </small>
            </div>
        </li>
    }
}

/// What happened, in a few words.
fn headline(words: &Words, event: &Event) -> String {
    let firm = event.data.actor.as_ref().map_or("", |actor| actor.organisation.as_str());
    let internal = event.data.comment.as_ref().is_some_and(|comment| comment.internal);
    match event.kind {
        EventKind::DealCreated => t!(words, "event-created"),
        EventKind::DealUpdated => t!(words, "event-updated"),
        EventKind::DealSubmitted => t!(words, "event-submitted"),
        EventKind::DealReviewStarted => t!(words, "event-review-started"),
        EventKind::DealInfoRequested => t!(words, "event-info-requested", firm = firm),
        EventKind::DealApproved => t!(words, "event-approved", firm = firm),
        EventKind::DealRejected => t!(words, "event-rejected", firm = firm),
        EventKind::DealDuplicate => t!(words, "event-duplicate"),
        EventKind::DealReverted => t!(words, "event-reverted"),
        EventKind::DealDisputed => t!(words, "event-disputed", firm = firm),
        EventKind::DealAdvanced => t!(words, "event-advanced"),
        EventKind::DealWon => t!(words, "event-won"),
        EventKind::DealLost => t!(words, "event-lost"),
        EventKind::DealWithdrawn => t!(words, "event-withdrawn", firm = firm),
        EventKind::DealExpired => t!(words, "event-expired"),
        EventKind::DealCommented if internal => t!(words, "event-noted"),
        EventKind::DealCommented => t!(words, "event-commented", firm = firm),
        EventKind::Other => t!(words, "event-other"),
    }
}
