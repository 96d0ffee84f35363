//! States, told three ways: word, colour, shape.

use super::form::Form;
use crate::i18n::Words;
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

/// What the vendor says to a registration and, once approved, how far the sale has come in the tenant's word.
pub fn badges(words: &Words, form: &Form, review: Review, stage: Option<Stage>, own: Option<&str>) -> Html {
    let stage = stage.filter(|_| review == Review::Approved);
    html! {
        <>
            <span class="badge" data-review={review.name()}>{ review_name(words, review) }</span>
            { stage.map(|stage| stage_badge(form, stage, own)) }
        </>
    }
}

/// How far a sale has come, in the tenant's word.
fn stage_badge(form: &Form, stage: Stage, own: Option<&str>) -> Html {
    let class = match stage {
        Stage::Won => "badge good",
        Stage::Lost => "badge bad",
        _ => "badge plain",
    };
    html! { <span {class} data-stage={stage.name()}>{ form.stage(stage, own).to_owned() }</span> }
}

/// How long the vendor still has to answer; judged by the time now, since a list may be older.
pub fn sla_badge(words: &Words, sla: Sla, now: DateTime<Utc>) -> Html {
    let length = words.length((sla.due_at - now).num_seconds());
    let (class, text) = match Sla::at(sla.due_at, now).state {
        SlaState::Late => ("badge bad", t!(words, "sla-late", length = &length)),
        SlaState::DueSoon => ("badge warn", t!(words, "sla-left", length = &length)),
        SlaState::OnTime => ("badge", t!(words, "sla-left", length = &length)),
    };
    html! { <span {class}>{ text }</span> }
}
