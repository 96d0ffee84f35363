//! What was told of one deal on one day: a row that leads to the deal.

use crate::i18n::{Words, use_words};
use crate::parts::{notice_text, notice_way};
use crate::t;
use crate::ui::{Glyph, icon};
use chrono::{DateTime, Utc};
use portico_contract::event::EventKind;
use portico_contract::notification::Notification;
use portico_contract::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// A day where the person is.
pub(super) struct Day {
    pub name: String,
    pub groups: Vec<Group>,
}

/// What was told of a deal.
#[derive(Clone, PartialEq)]
pub(super) struct Group {
    pub subject: String,
    href: String,
    tone: (&'static str, Glyph),
    /// Of a deal.
    number: Option<String>,
    lines: Vec<Line>,
    /// What is read with it.
    unread: Rc<[String]>,
}

#[derive(Clone, PartialEq)]
struct Line {
    id: String,
    text: String,
    excerpt: Option<String>,
    at: String,
    ago: String,
}

/// The days of `items`, which come newest first, each with its deals.
pub(super) fn days(words: &Words, session: &Session, items: &[Notification], now: DateTime<Utc>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for told in items {
        // What there are no words for is one that a newer server knows: it is nothing to look at.
        let Some(text) = notice_text(words, told.into()) else { continue };
        let name = words.weekday(told.time);
        if days.last().is_none_or(|day| day.name != name) {
            days.push(Day { name, groups: Vec::new() });
        }
        let Some(day) = days.last_mut() else { continue };
        let line = Line {
            id: told.id.clone(),
            text,
            excerpt: told.excerpt.clone(),
            at: words.moment(told.time),
            ago: words.ago(told.time, now),
        };
        let unread = (!told.read).then(|| told.id.clone());
        if let Some(group) = day.groups.iter_mut().find(|group| group.subject == told.subject) {
            group.lines.push(line);
            group.unread = group.unread.iter().cloned().chain(unread).collect();
        } else {
            day.groups.push(Group {
                subject: told.subject.clone(),
                href: notice_way(told.into(), session).path(),
                tone: tone(told.kind),
                number: told.deal.as_ref().map(|deal| deal.number.to_string()),
                lines: vec![line],
                unread: unread.into_iter().collect(),
            });
        }
    }
    days
}

/// How the newest of a deal looks.
fn tone(kind: EventKind) -> (&'static str, Glyph) {
    match kind {
        EventKind::DealApproved | EventKind::DealExtensionGranted | EventKind::DealWon => ("good", Glyph::Check),
        EventKind::DealRejected | EventKind::DealDuplicate | EventKind::DealLost => ("bad", Glyph::Close),
        EventKind::DealInfoRequested | EventKind::DealDisputed => ("warn", Glyph::Warn),
        EventKind::DealExpired | EventKind::DealExtensionRequested | EventKind::DealExtensionRefused => {
            ("warn", Glyph::Clock)
        }
        EventKind::AssetReplaced => ("info", Glyph::Library),
        EventKind::AssetWithdrawn => ("warn", Glyph::Library),
        EventKind::DealReassigned | EventKind::DealAssigned | EventKind::DealCoSellRequested => ("info", Glyph::Person),
        _ => ("info", Glyph::Deal),
    }
}

#[derive(Properties, PartialEq)]
pub struct GroupRowProps {
    pub(super) group: Group,
    pub open: Callback<Rc<[String]>>,
}

/// The row: the newest is the link, what was told before stands below it.
#[component]
pub(super) fn GroupRow(props: &GroupRowProps) -> Html {
    let words = use_words();
    let group = &props.group;
    let onclick = use_callback((group.unread.clone(), props.open.clone()), |_: MouseEvent, (unread, open)| {
        if !unread.is_empty() {
            open.emit(unread.clone());
        }
    });
    let Some((newest, before)) = group.lines.split_first() else { return Html::default() };
    let unread = group.unread.len();
    let (tone, glyph) = group.tone;
    html! {
        <li class={classes!("item", "told", (unread > 0).then_some("unread"))} data-id={group.subject.clone()}>
            <span class={classes!("avatar", tone)}>{ icon(glyph) }</span>
            <div class="grow stack snug">
                <h3><a href={group.href.clone()} {onclick}>{ &newest.text }</a></h3>
                { said(newest) }
                <small>{ group.number.iter().map(|number| format!("{number} · ")).collect::<Html>() }<time title={newest.at.clone()}>{ &newest.ago }</time></small>
                if !before.is_empty() {
                    <ul class="inset stack snug">
                        for line in before {
                            <li key={line.id.clone()}><small>{ &line.text }{ " · " }<time title={line.at.clone()}>{ &line.ago }</time></small>{ said(line) }</li>
                        }
                    </ul>
                }
            </div>
            if unread > 0 { <span class="badge info">{ t!(words, "notifications-new", count = unread) }</span> }
        </li>
    }
}

fn said(line: &Line) -> Html {
    line.excerpt.as_ref().map(|text| html! { <small class="two-lines">{ text }</small> }).unwrap_or_default()
}
