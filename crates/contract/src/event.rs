//! What happened: one entry of the append-only log, as the stream and the timeline show it.

use crate::asset::AssetKind;
use crate::attachment::Attachment;
use crate::deal::commands::CoSell;
use crate::deal::{DealSummary, Field, Reason, Stage};
use crate::session::{Person, Side};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A CloudEvents 1.0 event in JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Event {
    /// Always `1.0`.
    pub specversion: SpecVersion,
    /// Durable and increasing in the order of commits: a whole number below 2^53.
    pub id: String,
    /// The API it comes from.
    pub source: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// The id of the deal or of the asset it is about.
    pub subject: String,
    /// When, by the server's clock.
    pub time: DateTime<Utc>,
    /// Always `application/json`.
    pub datacontenttype: String,
    /// The patch to apply, and who did it why.
    pub data: EventData,
}

/// The version of CloudEvents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum SpecVersion {
    /// 1.0
    #[serde(rename = "1.0")]
    V1,
}

/// What an event carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventData {
    /// The row as it stands after the change. Left out in a timeline, which is about one deal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<DealSummary>,
    /// What it is about, where that is an asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<EventAsset>,
    /// Who did it; none where time did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// Why, where a command said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// What was written, where it was a comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Comment>,
    /// Which fields were changed, where fields were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Field>,
    /// Where the sale is now, where it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The tenant's own stage, where the sale moved to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<String>,
    /// By how many days a window was to grow, or in how many it ends, where it was about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// Whose it is now, where it was handed on; who sees to it, where it was assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Person>,
    /// Whose it was before, where it was handed on; who saw to it, where it was assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_owner: Option<Person>,
    /// What help was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co_sell: Option<CoSell>,
    /// It came from a file: with the first how many there are, with every other 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<u32>,
}

/// The asset that an event is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventAsset {
    /// Opaque.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub kind: AssetKind,
    /// The number of the version that is current after it.
    pub current: u32,
    /// The version that was taken back, where one alone was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Actor {
    /// Opaque.
    pub id: String,
    /// Their name.
    pub name: String,
    /// On whose side.
    pub side: Side,
    /// Their firm.
    pub organisation: String,
}

/// What somebody wrote in a deal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Comment {
    /// The text. Plain, never markup; empty where files say it all.
    pub body: String,
    /// For the vendor's eyes only.
    #[serde(default)]
    pub internal: bool,
    /// Whom it mentions; in the text each stands as an at sign and the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Person>,
    /// The files that hang on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

// The names are token trees: as literals they would hide from the derives in a group of their own.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $wire:tt,)*) => {
        /// The types of events.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub enum EventKind {
            $($(#[$doc])* #[serde(rename = $wire)] $name,)*
            /// One that a newer server knows.
            #[serde(other)]
            Other,
        }

        impl EventKind {
            /// The type on the wire and in the log.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $wire,)* Self::Other => "other" }
            }

            /// The type of that name.
            pub fn parse(name: &str) -> Self {
                match name { $($wire => Self::$name,)* _ => Self::Other }
            }

            /// All types: those of a deal in the order of its life, and those of assets.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

kinds! {
    /// A draft was begun.
    DealCreated = "deal.created",
    /// Fields were changed.
    DealUpdated = "deal.updated",
    /// Its place is kept.
    DealClaimed = "deal.claimed",
    /// It was handed in.
    DealSubmitted = "deal.submitted",
    /// The vendor took it on.
    DealReviewStarted = "deal.review_started",
    /// The vendor asked.
    DealInfoRequested = "deal.info_requested",
    /// Accepted.
    DealApproved = "deal.approved",
    /// Refused.
    DealRejected = "deal.rejected",
    /// Refused, since somebody was first.
    DealDuplicate = "deal.duplicate",
    /// A decision was put right.
    DealReverted = "deal.reverted",
    /// The partner asked for another look.
    DealDisputed = "deal.disputed",
    /// Its claim is given up in a few days.
    DealClaimEnding = "deal.claim_ending",
    /// Its window ends in a few days.
    DealProtectionEnding = "deal.protection_ending",
    /// The partner asked for a longer window.
    DealExtensionRequested = "deal.extension_requested",
    /// The window is longer.
    DealExtensionGranted = "deal.extension_granted",
    /// The window stays as it is.
    DealExtensionRefused = "deal.extension_refused",
    /// It belongs to a colleague now.
    DealReassigned = "deal.reassigned",
    /// The partner asked the vendor's seller for help.
    DealCoSellRequested = "deal.co_sell_requested",
    /// It has another handler at the vendor.
    DealAssigned = "deal.assigned",
    /// One of those who have to approve it has.
    DealApprovalStep = "deal.approval_step",
    /// The sale has come further.
    DealAdvanced = "deal.advanced",
    /// The sale is made.
    DealWon = "deal.won",
    /// The sale is lost.
    DealLost = "deal.lost",
    /// Taken back.
    DealWithdrawn = "deal.withdrawn",
    /// Its window has run out.
    DealExpired = "deal.expired",
    /// Somebody wrote something.
    DealCommented = "deal.commented",
    /// Partners find it in the library from now on.
    AssetPublished = "asset.published",
    /// It has another version, which is the current one.
    AssetReplaced = "asset.replaced",
    /// It, or one of its versions, is taken back.
    AssetWithdrawn = "asset.withdrawn",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for kind in EventKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
            assert_eq!(EventKind::parse(kind.name()), *kind);
        }
        assert_eq!(serde_json::from_str::<EventKind>("\"course.finished\"").unwrap(), EventKind::Other);
    }
}
