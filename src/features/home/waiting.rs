//! What waits for this person, most urgent first.

use crate::i18n::{Words, days_until};
use crate::parts::{deal_name, sla_badge};
use crate::route::Route;
use crate::t;
use crate::ui::{Glyph, icon};
use chrono::{DateTime, Utc};
use portico_contract::home::{Home, Waiting, WaitingKind};
use portico_contract::session::{Permission, Session};
use yew::prelude::*;

/// A row for each thing that waits.
pub(super) fn waiting(words: &Words, home: &Home, session: &Session, now: DateTime<Utc>) -> Html {
    let shown = home.waiting.len();
    let rest = usize::try_from(home.waiting_total).unwrap_or(shown).saturating_sub(shown);
    let all = if session.may(Permission::DealsDecide) { Route::Desk } else { Route::Deals };
    html! {
        <section class="stack tight" aria-labelledby="waiting">
            <h2 id="waiting">{ t!(words, "home-waiting") }</h2>
            <ul class="list">
                for waiting in &home.waiting {
                    <li key={waiting.deal.id.clone()} data-id={waiting.deal.id.clone()}>{ row(words, waiting, session, now) }</li>
                }
            </ul>
            if rest > 0 { <a href={all.path()} class="button plain">{ t!(words, "home-more", count = rest) }</a> }
        </section>
    }
}

fn row(words: &Words, waiting: &Waiting, session: &Session, now: DateTime<Utc>) -> Html {
    let deal = &waiting.deal;
    let name = &deal_name(words, &deal.customer.name);
    let value = deal.value.map(|value| words.money(value)).unwrap_or_default();
    let (tone, glyph, title, text) = match waiting.kind {
        WaitingKind::Answer => {
            let asked = waiting.reason.as_ref().and_then(|reason| reason.comment.clone()).unwrap_or_default();
            ("warn", Glyph::Deal, t!(words, "home-answer", name = name), asked)
        }
        WaitingKind::ProtectionEnding => {
            let left = deal.protection.map_or(0, |window| days_until(window.ends_on));
            ("info", Glyph::Clock, t!(words, "home-ending", count = left), format!("{name} · {value}"))
        }
        WaitingKind::Claim => {
            let day = deal.complete_by.map(|day| words.day(day)).unwrap_or_default();
            ("warn", Glyph::Clock, t!(words, "home-claim", name = name), t!(words, "home-claim-text", day = &day))
        }
        WaitingKind::Extension => {
            let asked = deal.protection.and_then(|window| window.extension).map_or(0, |extension| extension.days);
            let text = format!("{name} · {}", deal.organisation.name);
            ("info", Glyph::Clock, t!(words, "home-extension", count = u32::from(asked)), text)
        }
        WaitingKind::Draft => {
            let when = words.ago(deal.updated_at, now);
            ("", Glyph::Deal, t!(words, "home-draft", name = name), t!(words, "home-draft-text", when = &when))
        }
        WaitingKind::Decide => {
            ("info", Glyph::Desk, name.clone(), format!("{} · {} · {value}", deal.organisation.name, deal.owner.name))
        }
        WaitingKind::Other => ("", Glyph::Deal, name.clone(), value),
    };
    // Whoever may only look is led to where one looks.
    let to = match waiting.kind {
        WaitingKind::Draft | WaitingKind::Claim | WaitingKind::Answer if session.may(Permission::DealsRegister) => {
            Route::EditDeal { id: deal.id.clone() }
        }
        WaitingKind::Decide if session.may(Permission::DealsDecide) => Route::DeskDeal { id: deal.id.clone() },
        _ => Route::Deal { id: deal.id.clone() },
    };
    html! {
        <a href={to.path()} class="item">
            <span class={classes!("avatar", tone)}>{ icon(glyph) }</span>
            <span class="grow"><h3 class="two-lines">{ title }</h3><small class="two-lines">{ text }</small></span>
            if let Some(sla) = deal.sla.filter(|_| waiting.kind == WaitingKind::Decide) { { sla_badge(words, sla, now) } }
        </a>
    }
}
