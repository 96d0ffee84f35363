//! What happened to a deal, newest first: the event log, in words.

use super::act::co_sell_name;
use super::attach::{Shown, marked};
use crate::api::{Patcher, Remote, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::{Form, use_form};
use crate::t;
use crate::ui::{Fetched, Paged, RemoteView, further, use_further, use_minute};
use chrono::{DateTime, Utc};
use portico_contract::event::{Event, EventKind};
use portico_contract::page::Page;
use std::rc::Rc;
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
}

impl Paged for Told {
    type Page = Page<Event>;

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
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
    let told = props.remote.value().map(Rc::as_ref);
    let (more, failed) =
        use_further(told, props.told.clone(), (api, props.id.clone()), |(api, id), cursor| api.timeline(id, cursor));
    let (words, form, now) = (use_words(), use_form(), use_minute());
    let entries = props.remote.value().map(|told| {
        html! {
            <>
                <ol class="timeline">{ for told.events.iter().map(|event| entry(&words, &form, event, now)) }</ol>
                if told.next_cursor.is_some() {
                    { further(&words, "button small", t!(words, "story-more"), failed.as_ref(), more) }
                }
            </>
        }
    });
    html! {
        <RemoteView fetched={Fetched::from(&*props.remote)} reload={props.reload.clone()} rows=3>{ entries.unwrap_or_default() }</RemoteView>
    }
}

/// What happened, why, who did it and when.
fn entry(words: &Words, form: &Form, event: &Event, now: DateTime<Utc>) -> Html {
    let data = &event.data;
    let reason = data.reason.as_ref();
    let lost = event.kind == EventKind::DealLost;
    let code = reason.and_then(|reason| reason.reason_code.as_deref());
    let code = code.map(|code| if lost { form.loss_reason(code) } else { form.reason(code) }.to_owned());
    let said = reason.and_then(|reason| reason.comment.clone());
    let written = data.comment.as_ref();
    let who = data.actor.as_ref().map(|actor| actor.name.clone());
    html! {
        <li key={event.id.clone()}>
            <div>
                <h3>{ headline(words, form, event) }</h3>
                if let Some(code) = code { <p>{ code }</p> }
                if let Some(said) = said { <p class="said">{ said }</p> }
                if let Some(comment) = written {
                    if !comment.body.is_empty() {
                        <p class={classes!("said", comment.internal.then_some("internal"))}>{ marked(comment) }</p>
                    }
                    if !comment.attachments.is_empty() {
                        <Shown deal={event.subject.clone()} files={comment.attachments.clone()} />
                    }
                }
                <small>
                    if let Some(who) = who { { who }{ " · " } }
                    <time title={words.moment(event.time)}>{ words.ago(event.time, now) }</time>
                </small>
            </div>
        </li>
    }
}

/// What happened, in a few words.
fn headline(words: &Words, names: &Form, event: &Event) -> String {
    let firm = event.data.actor.as_ref().map_or("", |actor| actor.organisation.as_str());
    let days = u32::from(event.data.days.unwrap_or_default());
    let internal = event.data.comment.as_ref().is_some_and(|comment| comment.internal);
    match event.kind {
        EventKind::DealCreated => t!(words, "event-created"),
        EventKind::DealUpdated => t!(words, "event-updated"),
        EventKind::DealSubmitted => t!(words, "event-submitted"),
        EventKind::DealReviewStarted => t!(words, "event-review-started"),
        EventKind::DealInfoRequested => t!(words, "event-info-requested", firm = firm),
        EventKind::DealApproved if firm.is_empty() => t!(words, "event-approved-itself"),
        EventKind::DealApproved => t!(words, "event-approved", firm = firm),
        EventKind::DealApprovalStep => t!(words, "event-approval-step"),
        EventKind::DealAssigned => match &event.data.owner {
            Some(handler) => t!(words, "event-assigned", name = handler.name.as_str()),
            None => t!(words, "event-unassigned"),
        },
        EventKind::DealRejected => t!(words, "event-rejected", firm = firm),
        EventKind::DealDuplicate => t!(words, "event-duplicate"),
        EventKind::DealReverted => t!(words, "event-reverted"),
        EventKind::DealDisputed => t!(words, "event-disputed", firm = firm),
        EventKind::DealClaimed => t!(words, "event-claimed"),
        EventKind::DealClaimEnding => t!(words, "event-claim-ending", count = days),
        EventKind::DealProtectionEnding => t!(words, "event-protection-ending", count = days),
        EventKind::DealExtensionRequested => t!(words, "event-extension-requested", count = days),
        EventKind::DealExtensionGranted => t!(words, "event-extension-granted", count = days),
        EventKind::DealExtensionRefused => t!(words, "event-extension-refused"),
        EventKind::DealReassigned => {
            t!(words, "event-reassigned", name = event.data.owner.as_ref().map_or("", |owner| owner.name.as_str()))
        }
        EventKind::DealCoSellRequested => {
            let kind = event.data.co_sell.map(|kind| co_sell_name(words, kind)).unwrap_or_default();
            t!(words, "event-co-sell", firm = firm, kind = &kind)
        }
        EventKind::DealAdvanced => {
            let own = event.data.stage_id.as_deref();
            t!(words, "event-advanced", stage = event.data.stage.map_or("", |stage| names.stage(stage, own)))
        }
        EventKind::DealWon => t!(words, "event-won"),
        EventKind::DealLost => t!(words, "event-lost"),
        EventKind::DealWithdrawn => t!(words, "event-withdrawn", firm = firm),
        EventKind::DealExpired => t!(words, "event-expired"),
        EventKind::DealCommented if internal => t!(words, "event-noted"),
        EventKind::DealCommented => t!(words, "event-commented", firm = firm),
        // Assets have no story in a deal.
        EventKind::AssetPublished | EventKind::AssetReplaced | EventKind::AssetWithdrawn | EventKind::Other => {
            t!(words, "event-other")
        }
    }
}
