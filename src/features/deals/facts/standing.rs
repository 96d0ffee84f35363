//! How a deal stands: its name and states, its value and dates, and what the other side said last.

use crate::i18n::Words;
use crate::parts::{Form, badges, deal_name, sla_badge};
use crate::t;
use crate::ui::{Glyph, hint, icon};
use chrono::{DateTime, Utc};
use portico_contract::deal::{Deal, Review};
use portico_contract::session::Side;
use yew::prelude::*;

/// The customer's name and both states.
pub fn title(words: &Words, form: &Form, deal: &Deal) -> Html {
    let name = deal_name(words, deal.customer.name.as_deref().unwrap_or_default());
    html! {
        <div class="stack tight grow">
            <h1 id="deal-name" tabindex="-1" aria-describedby="deal-states">{ name }</h1>
            <div id="deal-states" class="row tight wrap">
                { badges(words, form, deal.review, deal.stage) }
                <small>{ deal.number.as_str().to_owned() }{ " · " }{ &deal.organisation.name }{ " · " }{ &deal.owner.name }</small>
            </div>
        </div>
    }
}

/// Value, window, receipt, and what the other side said last.
pub fn standing(words: &Words, deal: &Deal, now: DateTime<Utc>, side: Side) -> Html {
    let left = deal.protection.map(|window| (window.ends_on - now.date_naive()).num_days().max(0));
    let protected = deal.protection.filter(|_| deal.review == Review::Approved).zip(left);
    html! {
        <div class="stack tight">
            <div class="card stack tight">
                <div class="row between wrap">
                    <span class="big">{ deal.value.map_or_else(|| t!(words, "value-open"), |value| words.money(value)) }</span>
                    if let Some(day) = deal.close_date { <small>{ t!(words, "closes-on", day = &words.day(day)) }</small> }
                </div>
                if let Some((window, left)) = protected {
                    <div class="row between wrap">
                        <small>{ t!(words, "protected-until", day = &words.day(window.ends_on)) }</small>
                        <small>{ t!(words, "days-left", count = left) }</small>
                    </div>
                }
                if let Some(sla) = deal.sla {
                    <div class="row between wrap">
                        <small>{ t!(words, "answer-due", moment = &words.moment(sla.due_at)) }</small>
                        { sla_badge(words, sla, now) }
                    </div>
                }
                if let Some(at) = deal.registered_at {
                    <div class="row tight received">
                        { icon(Glyph::Seal) }
                        <span class="grow">{ t!(words, "received-at", moment = &words.moment(at)) }</span>
                    </div>
                }
            </div>
            { said(words, deal, side) }
        </div>
    }
}

/// What the state means for this reader, where it asks for something or decides something.
fn said(words: &Words, deal: &Deal, side: Side) -> Html {
    let said = deal.reason.as_ref().and_then(|reason| reason.comment.clone());
    let (tone, glyph, title) = match (deal.review, side) {
        (Review::Submitted, Side::Partner) => ("info", Glyph::Check, t!(words, "hint-submitted")),
        (Review::InfoRequested, Side::Partner) => ("", Glyph::Warn, t!(words, "hint-asked")),
        (Review::InfoRequested, Side::Vendor) => ("info", Glyph::Clock, t!(words, "hint-asked-vendor")),
        (Review::Approved, _) if said.is_none() => return Html::default(),
        (Review::Approved, _) => ("good", Glyph::Check, t!(words, "hint-approved")),
        (Review::Rejected, _) => ("bad", Glyph::Warn, t!(words, "hint-rejected")),
        (Review::Duplicate, _) => ("bad", Glyph::Warn, t!(words, "hint-duplicate")),
        (Review::Draft, _) => ("info", Glyph::Deal, t!(words, "hint-draft")),
        (Review::Expired, _) => ("bad", Glyph::Clock, t!(words, "hint-expired")),
        _ if said.is_some() => ("info", Glyph::Warn, t!(words, "hint-said")),
        _ => return Html::default(),
    };
    let said = said.map(|said| html! { <span class="pre">{ said }</span> });
    hint(glyph, tone, html! { <><b>{ title }</b>{ said.unwrap_or_default() }</> })
}
