//! What a person is told of: a part of the event log, chosen by one rule, and kept until it is read.

use crate::deal::{CustomerSummary, DealNumber, DealSummary, Review};
use crate::event::{Actor, Event, EventAsset, EventData, EventKind};
use crate::session::{Person, Role, Side};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How many characters of what was said a notification repeats.
const EXCERPT: usize = 200;
/// How many notifications are marked read by their ids at once.
pub const MAX_IDS: u32 = 200;

/// A page of `GET /notifications`, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notifications {
    /// The notifications.
    pub items: Vec<Notification>,
    /// How many are unread, of all pages.
    pub unread: u32,
    /// What to ask with for the next page; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// `POST /notifications/read`: how many are unread after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Unread {
    /// How many.
    pub unread: u32,
}

/// Something that a person is told of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notification {
    /// That of the event.
    pub id: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// The id of the deal or of the asset it is about.
    pub subject: String,
    /// The deal as it was then; none where it is about an asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<NotifiedDeal>,
    /// The asset as it was then, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<EventAsset>,
    /// Who did it; none where time did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// When, by the server's clock.
    pub time: DateTime<Utc>,
    /// How what was said or written begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// A note for the vendor's eyes only.
    #[serde(default)]
    pub internal: bool,
    /// Whose the deal is now, where it was handed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Person>,
    /// How many deals came from a file, of which this is the first, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<u32>,
    /// Whether it was read, on any device.
    pub read: bool,
}

/// What a notification shows of a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NotifiedDeal {
    /// The number that people say aloud.
    pub number: DealNumber,
    /// Who buys.
    pub customer: CustomerSummary,
}

impl Notifications {
    /// With one more on top; none where it is there already.
    #[must_use]
    pub fn with(&self, told: &Notification) -> Option<Self> {
        let number = |id: &str| id.parse::<u64>().ok();
        let known = self.items.first().is_some_and(|newest| match (number(&told.id), number(&newest.id)) {
            (Some(told), Some(newest)) => told <= newest,
            _ => self.items.iter().any(|known| known.id == told.id),
        });
        let items = std::iter::once(told).chain(&self.items).cloned();
        (!known).then(|| Self {
            items: items.collect(),
            unread: self.unread + 1,
            next_cursor: self.next_cursor.clone(),
        })
    }

    /// With the next page below.
    #[must_use]
    pub fn followed_by(&self, page: Self) -> Self {
        Self { items: self.items.iter().cloned().chain(page.items).collect(), ..page }
    }

    /// With some marked as read, and so many unread after it.
    #[must_use]
    pub fn marked(&self, is_read: &dyn Fn(&Notification) -> bool, unread: u32) -> Self {
        let items = self.items.iter().map(|one| Notification { read: one.read || is_read(one), ..one.clone() });
        Self { items: items.collect(), unread, next_cursor: self.next_cursor.clone() }
    }
}

impl Notification {
    /// What an event tells somebody; none where it is not for them.
    pub fn told(event: &Event, id: &str, role: Role) -> Option<Self> {
        Hearers::of(event.kind, &event.data).include(id, role).then(|| Self::of(event, false))?
    }

    /// What it is about, by name: the customer of the deal, or the title of the asset.
    pub fn name(&self) -> &str {
        let customer = self.deal.as_ref().map(|deal| deal.customer.name.as_str());
        customer.or(self.asset.as_ref().map(|asset| asset.title.as_str())).unwrap_or_default()
    }

    /// What an event tells; none where it is about neither a deal nor an asset.
    pub fn of(event: &Event, read: bool) -> Option<Self> {
        let data = &event.data;
        if data.deal.is_none() && data.asset.is_none() {
            return None;
        }
        let notified =
            |deal: &DealSummary| NotifiedDeal { number: deal.number.clone(), customer: deal.customer.clone() };
        let written = data.comment.as_ref().map(|comment| match comment.attachments.first() {
            Some(file) if comment.body.is_empty() => file.name.as_str(),
            _ => comment.body.as_str(),
        });
        let said = data.reason.as_ref().and_then(|reason| reason.comment.as_deref());
        Some(Self {
            id: event.id.clone(),
            kind: event.kind,
            subject: event.subject.clone(),
            deal: data.deal.as_ref().map(notified),
            asset: data.asset.clone(),
            actor: data.actor.clone(),
            time: event.time,
            excerpt: written.or(said).map(excerpt),
            internal: is_internal(data),
            owner: data.owner.clone(),
            imported: data.imported,
            read,
        })
    }
}

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The sides that each type of event is told to; a type that is not here is told to nobody.
const TABLE: &[(EventKind, &[Side])] = &[
    (EventKind::DealSubmitted, &[Side::Vendor]),
    (EventKind::DealReviewStarted, &[Side::Partner]),
    (EventKind::DealInfoRequested, &[Side::Partner]),
    (EventKind::DealApproved, &[Side::Partner]),
    (EventKind::DealRejected, &[Side::Partner]),
    (EventKind::DealDuplicate, &[Side::Partner]),
    (EventKind::DealClaimEnding, &[Side::Partner]),
    (EventKind::DealProtectionEnding, &[Side::Partner]),
    (EventKind::DealReverted, &[Side::Partner]),
    (EventKind::DealDisputed, &[Side::Vendor]),
    (EventKind::DealExtensionRequested, &[Side::Vendor]),
    (EventKind::DealExtensionGranted, &[Side::Partner]),
    (EventKind::DealExtensionRefused, &[Side::Partner]),
    (EventKind::DealReassigned, &[Side::Partner]),
    (EventKind::DealCoSellRequested, &[Side::Vendor]),
    (EventKind::DealApprovalStep, &[Side::Vendor]),
    (EventKind::DealWon, &[Side::Vendor]),
    (EventKind::DealLost, &[Side::Vendor]),
    (EventKind::DealWithdrawn, &[Side::Vendor]),
    (EventKind::DealExpired, &[Side::Partner, Side::Vendor]),
    (EventKind::DealCommented, &[Side::Partner, Side::Vendor]),
    (EventKind::AssetReplaced, &[Side::Partner]),
    (EventKind::AssetWithdrawn, &[Side::Partner]),
];

/// The vendor's people who are told of a type of event.
fn is_told_to_role(kind: EventKind, role: Role) -> bool {
    match role {
        Role::ChannelManager | Role::VendorAdmin => true,
        Role::Seller => matches!(kind, EventKind::DealCoSellRequested | EventKind::DealCommented),
        Role::Rep | Role::Marketer | Role::PartnerAdmin => false,
    }
}

fn is_internal(data: &EventData) -> bool {
    data.comment.as_ref().is_some_and(|comment| comment.internal)
}

/// Whether an event is told to a side at all: notes are the vendor's alone, drafts the partner's. Of the deals that came
/// from one file, the first is told for all.
pub fn is_told_to(kind: EventKind, data: &EventData, side: Side) -> bool {
    let hidden = match side {
        Side::Partner => is_internal(data),
        Side::Vendor => data.deal.as_ref().is_none_or(|deal| deal.review == Review::Draft),
    };
    !hidden && data.imported != Some(0) && TABLE.iter().any(|(told, sides)| *told == kind && sides.contains(&side))
}

/// Whether an event may be news for somebody that it does not name: whoever downloaded what it is about. The server alone
/// knows who did.
pub fn hangs_on_downloads(kind: EventKind) -> bool {
    matches!(kind, EventKind::AssetReplaced | EventKind::AssetWithdrawn)
}

/// Whom an event is told: never whoever did it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hearers<'a> {
    /// People of the deal's firm, by their ids: its owner, and whose it was before.
    pub people: Vec<&'a str>,
    /// Everybody on the vendor's side who has one of these roles.
    pub roles: Vec<Role>,
    /// Those whom it mentions, on either side: of all who may see it.
    pub mentioned: Vec<&'a str>,
    /// Who did it.
    pub actor: Option<&'a str>,
}

impl<'a> Hearers<'a> {
    /// The one rule.
    pub fn of(kind: EventKind, data: &'a EventData) -> Self {
        let owner = data.deal.as_ref().map(|deal: &DealSummary| deal.owner.id.as_str());
        let before = data.previous_owner.as_ref().map(|person| person.id.as_str());
        let people = owner.into_iter().chain(before).filter(|_| is_told_to(kind, data, Side::Partner));
        let roles = Role::ALL.into_iter().filter(|role| is_told_to_role(kind, *role));
        let mentions = data.comment.as_ref().map(|comment| comment.mentions.as_slice()).unwrap_or_default();
        // Whoever it is given to is told, and nobody else.
        let given = data.owner.iter().filter(|_| kind == EventKind::DealAssigned);
        Self {
            mentioned: mentions.iter().chain(given).map(|person| person.id.as_str()).collect(),
            people: people.collect(),
            roles: roles.filter(|role| is_told_to(kind, data, role.side())).collect(),
            actor: data.actor.as_ref().map(|actor| actor.id.as_str()),
        }
    }

    /// Whether somebody is among them.
    pub fn include(&self, id: &str, role: Role) -> bool {
        let named = self.people.contains(&id) || self.mentioned.contains(&id);
        self.actor != Some(id) && (named || self.roles.contains(&role))
    }
}

#[cfg(test)]
mod tests;
