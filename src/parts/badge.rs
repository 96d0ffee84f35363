//! States, told three ways: word, colour, shape.

use super::form::use_form;
use crate::i18n::{Words, use_words};
use crate::t;
use chrono::{DateTime, Utc};
use portico_contract::deal::{Review, Sla, SlaState, Stage};
use yew::prelude::*;

/// What a state of the review is called.
#[must_use]
pub fn review_name(words: &Words, review: Review) -> String {
    match review {
        Review::Draft => t!(words, "review-draft"),
        Review::Claimed => t!(words, "review-claimed"),
        Review::Submitted => t!(words, "review-submitted"),
        Review::InReview => t!(words, "review-in-review"),
        Review::InfoRequested => t!(words, "review-info-requested"),
        Review::Approved => t!(words, "review-approved"),
        Review::Rejected => t!(words, "review-rejected"),
        Review::Duplicate => t!(words, "review-duplicate"),
        Review::Withdrawn => t!(words, "review-withdrawn"),
        Review::Expired => t!(words, "review-expired"),
    }
}

#[derive(Properties, PartialEq)]
pub struct ReviewBadgeProps {
    pub review: Review,
}

/// What the vendor says to a registration.
#[component]
pub fn ReviewBadge(props: &ReviewBadgeProps) -> Html {
    let words = use_words();
    html! { <span class="badge" data-review={props.review.name()}>{ review_name(&words, props.review) }</span> }
}

#[derive(Properties, PartialEq)]
pub struct StageBadgeProps {
    pub stage: Stage,
}

/// How far a sale has come, in the tenant's word.
#[component]
pub fn StageBadge(props: &StageBadgeProps) -> Html {
    let form = use_form();
    let tone = match props.stage {
        Stage::Won => "good",
        Stage::Lost => "bad",
        _ => "plain",
    };
    html! { <span class={classes!("badge", tone)} data-stage={props.stage.name()}>{ form.stage(props.stage).to_owned() }</span> }
}

#[derive(Properties, PartialEq)]
pub struct SlaBadgeProps {
    pub sla: Sla,
    pub now: DateTime<Utc>,
}

/// How long the vendor still has to answer.
#[component]
pub fn SlaBadge(props: &SlaBadgeProps) -> Html {
    let words = use_words();
    let left = (props.sla.due_at - props.now).num_seconds();
    let length = words.length(left);
    // Judged by the time now, since the list may be older.
    match Sla::at(props.sla.due_at, props.now).state {
        SlaState::Late => html! { <span class="badge bad">{ t!(words, "sla-late", length = &length) }</span> },
        SlaState::DueSoon => html! { <span class="badge warn">{ t!(words, "sla-left", length = &length) }</span> },
        SlaState::OnTime => html! { <span class="badge">{ t!(words, "sla-left", length = &length) }</span> },
    }
}
