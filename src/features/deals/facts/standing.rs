//! How a deal stands: its name and states, its value and dates, and what the other side said last.

use super::super::margin::margin_row;
use super::super::receipt::Received;
use super::desk::{approval, handling};
use crate::i18n::{Words, days_until};
use crate::parts::{Form, badges, deal_name, sla_badge};
use crate::t;
use crate::ui::{Glyph, hint};
use chrono::{DateTime, Utc};
use portico_contract::deal::commands::Competition;
use portico_contract::deal::{Deal, Extension, ExtensionState, Review, Stage};
use portico_contract::session::Side;
use yew::prelude::*;

/// The customer's name and both states.
pub fn title(words: &Words, form: &Form, deal: &Deal) -> Html {
    let name = deal_name(words, deal.customer.name.as_deref().unwrap_or_default());
    html! {
        <div class="stack tight grow">
            <h1 id="deal-name" tabindex="-1" aria-describedby="deal-states">{ name }</h1>
            <div id="deal-states" class="row tight wrap">
                { badges(words, form, deal.review, deal.stage, deal.stage_id.as_deref()) }
                <small>{ deal.number.as_str().to_owned() }{ " · " }{ &deal.organisation.name }{ " · " }{ &deal.owner.name }</small>
            </div>
        </div>
    }
}

/// Value, margin, window, receipt, and what the other side said last. `why` leads to the margin's lines.
pub fn standing(words: &Words, form: &Form, deal: &Deal, now: DateTime<Utc>, side: Side, why: Html) -> Html {
    let left = deal.protection.map(|window| days_until(window.ends_on));
    let going = deal.review == Review::Approved && !deal.stage.is_some_and(Stage::is_closed);
    let protected = deal.protection.filter(|_| going).zip(left);
    html! {
        <div class="stack tight">
            <div class="card stack tight">
                <div class="row between wrap">
                    <span class="big">{ deal.value.map_or_else(|| t!(words, "value-open"), |value| words.money(value)) }</span>
                    if let Some(day) = deal.close_date { <small>{ t!(words, "closes-on", day = &words.day(day)) }</small> }
                </div>
                { margin_row(words, deal, why) }
                if let Some((window, left)) = protected {
                    <div class="row between wrap">
                        <small>{ t!(words, "protected-until", day = &words.day(window.ends_on)) }</small>
                        <small>{ t!(words, "days-left", count = left) }</small>
                    </div>
                }
                if let Some(extension) = deal.protection.and_then(|window| window.extension).filter(|_| protected.is_some()) {
                    <small>{ extension_text(words, extension) }</small>
                }
                if let Some(day) = deal.complete_by {
                    <div class="row between wrap">
                        <small>{ t!(words, "claim-until", day = &words.day(day)) }</small>
                        <small>{ t!(words, "days-left", count = days_until(day)) }</small>
                    </div>
                }
                if let Some(sla) = deal.sla {
                    <div class="row between wrap">
                        <small>{ t!(words, "answer-due", moment = &words.moment(sla.due_at)) }</small>
                        { sla_badge(words, sla, now) }
                    </div>
                }
                { handling(words, form, deal) }
                { approval(words, deal) }
                if let Some(at) = deal.registered_at {
                    <Received deal={deal.summary()} {at} />
                }
            </div>
            { said(words, form, deal, side) }
            { competes(words, deal) }
        </div>
    }
}

/// What competed with it when it was received, as long as that is open.
fn competes(words: &Words, deal: &Deal) -> Html {
    let text = match deal.competition.filter(|_| deal.review.is_open()) {
        Some(Competition::Possible) => t!(words, "conflict-possible"),
        Some(Competition::Protected) => t!(words, "conflict-protected"),
        _ => return Html::default(),
    };
    hint(Glyph::Warn, "", text.into())
}

/// How a request for a longer window stands.
fn extension_text(words: &Words, extension: Extension) -> String {
    let days = u32::from(extension.days);
    match extension.state {
        ExtensionState::Pending => t!(words, "extension-pending", count = days),
        ExtensionState::Granted => t!(words, "extension-granted", count = days),
        ExtensionState::Refused => t!(words, "extension-refused", count = days),
    }
}

/// Why the sale was lost.
fn lost(words: &Words, form: &Form, deal: &Deal) -> Html {
    let Some(reason) = &deal.reason else { return Html::default() };
    let name = form.loss_reason(reason.reason_code.as_deref().unwrap_or_default());
    let said = reason.comment.clone().map(|said| html! { <span class="pre">{ said }</span> });
    hint(
        Glyph::Warn,
        "bad",
        html! { <><b>{ t!(words, "hint-lost", reason = name) }</b>{ said.unwrap_or_default() }</> },
    )
}

/// What the state means for this reader, where it asks for something or decides something.
fn said(words: &Words, form: &Form, deal: &Deal, side: Side) -> Html {
    let said = deal.reason.as_ref().and_then(|reason| reason.comment.clone());
    let (tone, glyph, title) = match (deal.review, side) {
        (Review::Submitted, Side::Partner) => ("info", Glyph::Check, t!(words, "hint-submitted")),
        (Review::InfoRequested, Side::Partner) => ("", Glyph::Warn, t!(words, "hint-asked")),
        (Review::InfoRequested, Side::Vendor) => ("info", Glyph::Clock, t!(words, "hint-asked-vendor")),
        (Review::Approved, _) if deal.stage == Some(Stage::Lost) => return lost(words, form, deal),
        (Review::Approved, _) if said.is_none() => return Html::default(),
        (Review::Approved, _) => ("good", Glyph::Check, t!(words, "hint-approved")),
        (Review::Rejected, _) => ("bad", Glyph::Warn, t!(words, "hint-rejected")),
        (Review::Duplicate, _) => ("bad", Glyph::Warn, t!(words, "hint-duplicate")),
        (Review::Draft, _) => ("info", Glyph::Deal, t!(words, "hint-draft")),
        (Review::Claimed, Side::Partner) => ("info", Glyph::Seal, t!(words, "hint-claimed")),
        (Review::Claimed, Side::Vendor) => ("info", Glyph::Seal, t!(words, "hint-claimed-vendor")),
        (Review::Expired, _) if deal.protection.is_none() => ("bad", Glyph::Clock, t!(words, "hint-lapsed")),
        (Review::Expired, _) => ("bad", Glyph::Clock, t!(words, "hint-expired")),
        (Review::Withdrawn, _) if said.is_some() => ("info", Glyph::Deal, t!(words, "review-withdrawn")),
        (Review::InReview, _) if deal.disputed => ("info", Glyph::Warn, t!(words, "hint-disputed")),
        _ if said.is_some() => ("info", Glyph::Warn, t!(words, "hint-said")),
        _ => return Html::default(),
    };
    let said = said.map(|said| html! { <span class="pre">{ said }</span> });
    hint(glyph, tone, html! { <><b>{ title }</b>{ said.unwrap_or_default() }</> })
}
