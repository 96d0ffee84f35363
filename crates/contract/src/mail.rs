//! What people are told by e-mail: what each of them chooses of it, and what was written.

use crate::event::EventKind;
use crate::named::named;
use crate::session::Side;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

named! {
    /// What a person chooses about in one go: several types of events that they look at in the same way.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Topic {
        /// The vendor wants to know more.
        Questions = "questions",
        /// What the vendor decided.
        Decisions = "decisions",
        /// Somebody wrote in a deal.
        Comments = "comments",
        /// A window ends soon, or has ended.
        Endings = "endings",
        /// A deal has another owner.
        Handovers = "handovers",
        /// Partners register deals and withdraw them.
        Registrations = "registrations",
        /// Partners ask for another look, for longer protection, for help.
        Requests = "requests",
        /// Partners win and lose sales.
        Sales = "sales",
        /// A file that one downloaded has a newer version, or is taken back.
        Library = "library",
    }
}

named! {
    /// When a person is told by mail.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum ByMail {
        /// Within the minute, what happens together in one mail.
        AtOnce = "at_once",
        /// In one mail when the vendor's next business day begins.
        Daily = "daily",
        /// Not at all.
        Never = "never",
    }
}

impl Topic {
    /// What a type of event belongs to; none for what nobody is told of.
    pub fn of(kind: EventKind) -> Option<Self> {
        Some(match kind {
            EventKind::DealInfoRequested => Self::Questions,
            EventKind::DealReviewStarted
            | EventKind::DealApproved
            | EventKind::DealRejected
            | EventKind::DealDuplicate
            | EventKind::DealReverted
            | EventKind::DealExtensionGranted
            | EventKind::DealExtensionRefused => Self::Decisions,
            EventKind::DealCommented => Self::Comments,
            EventKind::DealClaimEnding | EventKind::DealProtectionEnding | EventKind::DealExpired => Self::Endings,
            EventKind::DealReassigned | EventKind::DealAssigned => Self::Handovers,
            EventKind::DealSubmitted | EventKind::DealWithdrawn => Self::Registrations,
            EventKind::DealDisputed
            | EventKind::DealExtensionRequested
            | EventKind::DealCoSellRequested
            | EventKind::DealApprovalStep => Self::Requests,
            EventKind::DealWon | EventKind::DealLost => Self::Sales,
            EventKind::AssetReplaced | EventKind::AssetWithdrawn => Self::Library,
            _ => return None,
        })
    }

    /// What a side is told of, in the order of the page that asks.
    pub fn of_side(side: Side) -> &'static [Self] {
        match side {
            Side::Partner => {
                &[Self::Questions, Self::Decisions, Self::Comments, Self::Endings, Self::Handovers, Self::Library]
            }
            Side::Vendor => {
                &[Self::Registrations, Self::Requests, Self::Handovers, Self::Comments, Self::Sales, Self::Endings]
            }
        }
    }

    /// What holds until a person of this side chooses: what waits for them comes at once, what is good to know daily.
    pub fn preset(self, side: Side) -> ByMail {
        match self {
            Self::Registrations | Self::Sales | Self::Library => ByMail::Daily,
            Self::Endings if side == Side::Vendor => ByMail::Daily,
            _ => ByMail::AtOnce,
        }
    }
}

/// `GET` and `PUT /notifications/preferences`: what a person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MailPreferences {
    /// The language of their mail (BCP 47), one of the tenant's.
    pub language: String,
    /// Every topic of their side.
    pub topics: Vec<TopicChoice>,
}

/// When a person is told of a topic by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TopicChoice {
    /// Of what.
    pub topic: Topic,
    /// When.
    pub mail: ByMail,
}

impl MailPreferences {
    /// With another choice for a topic.
    #[must_use]
    pub fn with(&self, choice: TopicChoice) -> Self {
        let topics = self.topics.iter().map(|one| if one.topic == choice.topic { choice } else { *one });
        Self { language: self.language.clone(), topics: topics.collect() }
    }
}

named! {
    /// How far a mail has come.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum MailState {
        /// The server has no mail server to hand it to: it can be read here.
        Kept = "kept",
        /// It is to be handed to the mail server.
        Waiting = "waiting",
        /// The mail server has taken it. Its text is not kept any longer.
        Sent = "sent",
        /// The mail server refused it, or could not be reached for a day.
        Failed = "failed",
    }
}

/// A mail in `GET /mails`, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MailSummary {
    /// Opaque.
    pub id: String,
    /// The name of whom it is for.
    pub name: String,
    /// Their address.
    pub address: String,
    /// What it is about.
    pub subject: String,
    /// How far it has come.
    pub state: MailState,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// How often it was handed to the mail server.
    pub tries: u32,
    /// What the mail server said last, where it did not take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// `GET /mails/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Mail {
    /// As in the list.
    #[serde(flatten)]
    pub summary: MailSummary,
    /// The mail as plain text; none once it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventData;
    use crate::notification::is_told_to;
    use crate::session::Side;

    #[test]
    fn whatever_a_side_is_told_has_a_topic_that_it_can_choose_about() {
        let deal = serde_json::json!({
            "id": "d1", "number": crate::deal::DealNumber::from_random(1), "customer": {"name": "Harbour Foods"},
            "products": [], "review": "submitted", "owner": {"id": "m", "name": "Mira"},
            "organisation": {"id": "b", "name": "Bluepeak"}, "updatedAt": "2026-11-23T09:00:00Z", "version": 1
        });
        let data = EventData { deal: Some(serde_json::from_value(deal).unwrap()), ..EventData::default() };
        for side in [Side::Partner, Side::Vendor] {
            // Of an assignment only whoever it is given to is told.
            let named = (side == Side::Vendor).then_some(&EventKind::DealAssigned);
            let told = EventKind::ALL.iter().filter(|kind| is_told_to(**kind, &data, side)).chain(named);
            let topics: Vec<Topic> = told.map(|kind| Topic::of(*kind).expect("a topic")).collect();
            assert!(topics.iter().all(|topic| Topic::of_side(side).contains(topic)), "{topics:?}");
            assert!(Topic::of_side(side).iter().all(|topic| topics.contains(topic)), "nothing is chosen about in vain");
        }
    }

    #[test]
    fn a_choice_replaces_the_one_before() {
        let of = |mail| vec![TopicChoice { topic: Topic::Comments, mail }];
        let before = MailPreferences { language: "en".to_owned(), topics: of(ByMail::AtOnce) };
        let after = before.with(TopicChoice { topic: Topic::Comments, mail: ByMail::Never });
        assert_eq!(after.topics, of(ByMail::Never));
    }
}
