//! What a mail says: what happened, by deal, and where to look.

use crate::ports::Actor;
use crate::speech::{Speech, Voice};
use chrono::{DateTime, Locale, Utc};
use chrono_tz::Tz;
use fluent_bundle::FluentValue;
use maud::{DOCTYPE, Markup, html};
use portico_contract::event::EventKind;
use portico_contract::notification::Notification;
use portico_contract::session::Permission;
use std::collections::BTreeMap;

/// A mail without its envelope.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub subject: String,
    /// As plain text, for those who read mail so.
    pub text: String,
    pub html: String,
    /// The deal, where it is about one alone.
    pub thread: Option<String>,
}

/// Whom a letter is for, and what their portal is like.
pub(crate) struct Reader<'a> {
    pub who: &'a Actor,
    pub language: &'a str,
    /// The name of the vendor.
    pub vendor: &'a str,
    /// Where the portal is, without a slash at its end.
    pub origin: &'a str,
    pub zone: Tz,
    /// What the vendor calls things: a term to its word by language.
    pub terms: &'a BTreeMap<String, BTreeMap<String, String>>,
}

/// What happened in a deal or to an asset.
struct Chapter {
    /// The id of it.
    subject: String,
    customer: String,
    /// The customer and the number of a deal, or the title of an asset.
    head: String,
    href: String,
    lines: Vec<Line>,
}

struct Line {
    text: String,
    at: String,
    excerpt: Option<String>,
}

/// What it says beside what happened.
struct Frame {
    hello: String,
    more: Option<String>,
    open: String,
    why: String,
    choose: String,
    choose_href: String,
}

impl Speech {
    /// The letter that tells of `told`, newest first; `count` is how many there are in all.
    pub(crate) fn letter(&self, reader: &Reader<'_>, told: &[Notification], count: u64) -> Letter {
        let own =
            reader.terms.iter().filter_map(|(term, words)| Some((term.as_str(), words.get(reader.language)?.as_str())));
        let voice = self.voice(reader.language, own);
        let chapters = chapters(&voice, reader, told);
        let said: usize = chapters.iter().map(|chapter| chapter.lines.len()).sum();
        let more = usize::try_from(count).unwrap_or(usize::MAX).saturating_sub(said);
        let frame = Frame {
            hello: voice.say("mail-hello", &[("name", reader.who.user.name.as_str().into())]),
            more: (more > 0).then(|| voice.say("mail-more", &[("count", more.into())])),
            open: voice.say("mail-open", &[]),
            why: voice.say("mail-why", &[("vendor", reader.vendor.into())]),
            choose: voice.say("mail-choose", &[]),
            choose_href: format!("{}/notifications/mail", reader.origin),
        };
        let thread = told.first().map(|first| first.subject.clone()).filter(|_| chapters.len() == 1);
        Letter {
            subject: subject(&voice, &chapters, count),
            text: text(&frame, &chapters),
            html: page(reader, &frame, &chapters).into_string(),
            thread,
        }
    }
}

fn chapters(voice: &Voice, reader: &Reader<'_>, told: &[Notification]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for one in told {
        // What there are no words for is nothing to write of.
        let Some(text) = sentence(voice, one) else { continue };
        let line = Line { text, at: moment(one.time, reader), excerpt: one.excerpt.clone() };
        if let Some(chapter) = chapters.iter_mut().find(|chapter| chapter.subject == one.subject) {
            chapter.lines.push(line);
        } else {
            let decides = one.kind == EventKind::DealSubmitted && reader.who.role.may(Permission::DealsDecide);
            let place = if one.asset.is_some() {
                "assets"
            } else if decides {
                "desk"
            } else {
                "deals"
            };
            let number = one.deal.as_ref().map(|deal| format!(" · {}", deal.number));
            chapters.push(Chapter {
                subject: one.subject.clone(),
                customer: one.name().to_owned(),
                head: format!("{}{}", one.name(), number.unwrap_or_default()),
                href: format!("{}/{place}/{}", reader.origin, one.subject),
                lines: vec![line],
            });
        }
    }
    chapters
}

/// What happened, in the words of the portal's own notices: `deal.info_requested` is `notice-info-requested`.
fn sentence(voice: &Voice, told: &Notification) -> Option<String> {
    let text = |text: &str| FluentValue::from(text.to_owned());
    let many = told.imported.filter(|count| *count > 1 && told.kind == EventKind::DealSubmitted);
    let id = if told.internal {
        "noted".to_owned()
    } else if many.is_some() {
        "importing".to_owned()
    } else if told.kind == EventKind::DealApproved && told.actor.is_none() {
        "approved-itself".to_owned()
    } else {
        match told.kind.name().strip_prefix("deal.") {
            Some(of_a_deal) => of_a_deal.replace('_', "-"),
            None if told.asset.as_ref().is_some_and(|asset| asset.version.is_some()) => {
                "asset-version-withdrawn".to_owned()
            }
            None => told.kind.name().replace('.', "-"),
        }
    };
    let actor = told.actor.as_ref();
    let values = [
        ("name", text(told.name())),
        ("who", text(actor.map_or("", |actor| &actor.name))),
        ("firm", text(actor.map_or("", |actor| &actor.organisation))),
        ("count", many.unwrap_or_default().into()),
        ("owner", text(told.owner.as_ref().map_or("", |owner| &owner.name))),
    ];
    voice.says(&format!("notice-{id}"), &values)
}

/// A time where the vendor is, as the language writes it.
fn moment(time: DateTime<Utc>, reader: &Reader<'_>) -> String {
    let language = reader.language.split('-').next().unwrap_or_default();
    let locale = Locale::try_from(format!("{language}_{}", language.to_uppercase()).as_str()).unwrap_or(Locale::en_GB);
    time.with_timezone(&reader.zone).format_localized("%-d %b %Y, %H:%M %Z", locale).to_string()
}

fn subject(voice: &Voice, chapters: &[Chapter], count: u64) -> String {
    match chapters {
        [Chapter { lines, .. }] if let [line] = lines.as_slice() => line.text.trim_end_matches('.').to_owned(),
        [one] => voice.say("mail-subject-deal", &[("name", one.customer.as_str().into()), ("count", count.into())]),
        some => voice.say("mail-subject", &[("deals", some.len().into()), ("count", count.into())]),
    }
}

fn text(frame: &Frame, chapters: &[Chapter]) -> String {
    let mut parts = vec![frame.hello.clone()];
    for chapter in chapters {
        let mut lines = vec![chapter.head.clone()];
        for line in &chapter.lines {
            lines.push(format!("  {} ({})", line.text, line.at));
            let said = line.excerpt.iter().flat_map(|excerpt| excerpt.lines());
            lines.extend(said.map(|said| format!("  > {said}")));
        }
        lines.push(format!("  {}", chapter.href));
        parts.push(lines.join("\n"));
    }
    parts.extend(frame.more.clone());
    parts.push(format!("-- \n{}\n{}: {}", frame.why, frame.choose, frame.choose_href));
    parts.join("\n\n") + "\n"
}

/// The page of a mail. Mail programs know neither style sheets nor fonts of ours, so each piece says how it looks.
fn page(reader: &Reader<'_>, frame: &Frame, chapters: &[Chapter]) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(reader.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                title { (reader.vendor) }
            }
            body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,sans-serif" {
                div style="max-width:36rem;margin:0 auto" {
                    p { strong { (reader.vendor) } }
                    p { (frame.hello) }
                    @for chapter in chapters {
                        div style="border-top:1px solid #8884;padding:12px 0" {
                            p style="margin:0" { strong { (chapter.head) } }
                            @for line in &chapter.lines {
                                p style="margin:8px 0 0" { (line.text) " " small style="opacity:.7" { (line.at) } }
                                @if let Some(excerpt) = &line.excerpt {
                                    p style="margin:4px 0 0;padding-left:12px;border-left:3px solid #8886;white-space:pre-line" { (excerpt) }
                                }
                            }
                            p style="margin:12px 0 0" { a href=(chapter.href) { (frame.open) } }
                        }
                    }
                    @if let Some(more) = &frame.more { p { (more) } }
                    p style="border-top:1px solid #8884;padding-top:12px;opacity:.7;font-size:14px" {
                        (frame.why) " " a href=(frame.choose_href) { (frame.choose) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
