//! What a deal earns the partner: told before it is handed in, explained line by line after, with how it came to be.

mod history;
mod lines;
mod preview;

pub(super) use preview::{MarginPreview, relevant};

use crate::i18n::Words;
use crate::parts::{margin_text, named};
use crate::t;
use crate::ui::{Glyph, hint, icon, small_icon};
use history::History;
use lines::lines;
use portico_contract::deal::incentive::{Gain, InputKind, Margin};
use portico_contract::deal::{Deal, Incentive, Stage};
use portico_contract::session::Side;
use yew::prelude::*;

/// The margin in a line; nothing where it was never counted. `why` leads to its lines, where they are not in view.
pub(super) fn margin_row(words: &Words, deal: &Deal, why: Html) -> Html {
    let Some(incentive) = &deal.incentive else { return Html::default() };
    let label = if incentive.locked_at.is_some() { t!(words, "margin-locked-short") } else { t!(words, "margin") };
    html! {
        <div class="row between wrap">
            <small>{ label }</small>
            <span class="row tight">
                <span class="amount">{ margin_text(words, incentive.total, incentive.amount) }</span>
                { why }
            </span>
        </div>
    }
}

/// The margin line by line, whether it can still change, what could be added to it, and how it came to be.
pub(super) fn margin_card(words: &Words, deal: &Deal, side: Side) -> Html {
    let Some(incentive) = &deal.incentive else { return Html::default() };
    // What a firm could learn is its own concern.
    let gains = if side == Side::Partner { incentive.gains.as_slice() } else { &[] };
    html! {
        <section class="card stack" aria-labelledby="margin">
            <div class="row between wrap">
                <h2 id="margin" tabindex="-1">{ t!(words, "margin") }</h2>
                <span class="amount">{ margin_text(words, incentive.total, incentive.amount) }</span>
            </div>
            <p class="row tight quiet">
                if incentive.locked_at.is_some() { { icon(Glyph::Check) } } else { { icon(Glyph::Clock) } }
                <small>{ lock_text(words, deal, incentive) }</small>
            </p>
            if let Some(next) = &incentive.next {
                { hint(Glyph::Warn, "info", t!(words, "margin-next", margin = &margin_text(words, next.total, next.amount)).into()) }
            }
            { lines(words, &incentive.margin()) }
            if !gains.is_empty() {
                <ul class="stack tight">for gain in gains { <li key={gain_key(gain)}><small>{ gain_text(words, gain) }</small></li> }</ul>
            }
            <History key={deal.id.clone()} history={incentive.history.clone()} />
        </section>
    }
}

/// Whether it can still change, and until when.
fn lock_text(words: &Words, deal: &Deal, incentive: &Incentive) -> String {
    if let Some(at) = incentive.locked_at {
        return t!(words, "margin-locked", at = &words.moment(at));
    }
    let open = deal.review.is_open() && !deal.stage.is_some_and(Stage::is_closed);
    match (open, incentive.lock_at_approval && deal.stage.is_none()) {
        (false, _) => t!(words, "margin-stands", at = &words.moment(incentive.as_of)),
        (true, true) => t!(words, "margin-until-approval"),
        (true, false) => t!(words, "margin-until-win"),
    }
}

fn gain_key(gain: &Gain) -> String {
    gain.input.values.first().map(|value| value.id.clone()).unwrap_or_default()
}

/// What could be added, and by what.
fn gain_text(words: &Words, gain: &Gain) -> String {
    let more = margin_text(words, gain.points, gain.amount);
    let name = gain.input.values.first().map(|value| named(words, &value.name)).unwrap_or_default();
    match gain.input.kind {
        InputKind::Tier => t!(words, "margin-gain-tier", more = &more, name = name),
        _ => t!(words, "margin-gain", more = &more, name = name),
    }
}

/// What an approval grants, for whoever is about to give it.
pub(super) fn granted(words: &Words, deal: &Deal) -> Html {
    let Some(incentive) = &deal.incentive else { return Html::default() };
    // What was counted by older rules is counted anew by the approval.
    let margin = incentive.next.clone().unwrap_or_else(|| incentive.margin());
    let locks =
        if incentive.lock_at_approval { t!(words, "margin-grant-locks") } else { t!(words, "margin-grant-open") };
    html! {
        <section class="card stack tight" aria-labelledby="granted">
            <div class="row between wrap">
                <h3 id="granted">{ t!(words, "margin-granted") }</h3>
                <span class="amount">{ margin_text(words, margin.total, margin.amount) }</span>
            </div>
            <small>{ locks }</small>
            { why(words, &margin) }
        </section>
    }
}

/// The lines behind a disclosure, which says how many there are.
fn why(words: &Words, margin: &Margin) -> Html {
    if margin.lines.is_empty() {
        return html! { <small>{ t!(words, "margin-none") }</small> };
    }
    html! {
        <details>
            <summary class="row between"><span>{ t!(words, "margin-why", count = margin.lines.len()) }</span>{ small_icon(Glyph::Down) }</summary>
            { lines(words, margin) }
        </details>
    }
}
