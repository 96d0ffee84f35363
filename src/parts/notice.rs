//! What a person is told of, in a sentence, and where it leads.

use crate::i18n::Words;
use crate::route::Route;
use crate::t;
use portico_contract::event::{Actor, Event, EventKind};
use portico_contract::notification::Notification;
use portico_contract::session::{Permission, Person, Session};

/// What a sentence about it needs.
#[derive(Clone, Copy)]
pub struct Notice<'a> {
    pub kind: EventKind,
    /// The id of the deal or of the asset.
    pub subject: &'a str,
    /// The customer, or the title of the asset.
    pub name: &'a str,
    pub actor: Option<&'a Actor>,
    pub owner: Option<&'a Person>,
    pub internal: bool,
    /// How many came from a file, of which it is the first.
    pub imported: Option<u32>,
    /// It is about one version of an asset alone.
    pub is_of_version: bool,
}

impl<'a> From<&'a Notification> for Notice<'a> {
    fn from(told: &'a Notification) -> Self {
        Self {
            kind: told.kind,
            subject: &told.subject,
            name: told.name(),
            actor: told.actor.as_ref(),
            owner: told.owner.as_ref(),
            internal: told.internal,
            imported: told.imported,
            is_of_version: told.asset.as_ref().is_some_and(|asset| asset.version.is_some()),
        }
    }
}

impl<'a> From<&'a Event> for Notice<'a> {
    fn from(event: &'a Event) -> Self {
        let data = &event.data;
        Self {
            kind: event.kind,
            subject: &event.subject,
            name: match (&data.deal, &data.asset) {
                (Some(deal), _) => &deal.customer.name,
                (None, Some(asset)) => &asset.title,
                (None, None) => "",
            },
            actor: data.actor.as_ref(),
            owner: data.owner.as_ref(),
            internal: data.comment.as_ref().is_some_and(|comment| comment.internal),
            imported: data.imported,
            is_of_version: data.asset.as_ref().is_some_and(|asset| asset.version.is_some()),
        }
    }
}

/// What happened, in a sentence; none for what there are no words for.
pub fn notice_text(words: &Words, told: Notice<'_>) -> Option<String> {
    let name = told.name;
    let (who, firm) = told.actor.map_or(("", ""), |actor| (actor.name.as_str(), actor.organisation.as_str()));
    Some(match told.kind {
        EventKind::DealSubmitted if told.imported > Some(1) => {
            t!(words, "notice-importing", firm = firm, name = name, count = told.imported.unwrap_or_default())
        }
        EventKind::DealSubmitted => t!(words, "notice-submitted", firm = firm, name = name),
        EventKind::DealReviewStarted => t!(words, "notice-review-started", name = name, who = who),
        EventKind::DealInfoRequested => t!(words, "notice-info-requested", name = name, who = who),
        EventKind::DealApproved if who.is_empty() => t!(words, "notice-approved-itself", name = name),
        EventKind::DealApprovalStep => t!(words, "notice-approval-step", name = name, who = who),
        EventKind::DealAssigned => t!(words, "notice-assigned", name = name, who = who),
        EventKind::DealApproved => t!(words, "notice-approved", name = name, who = who),
        EventKind::DealRejected => t!(words, "notice-rejected", name = name, who = who),
        EventKind::DealDuplicate => t!(words, "notice-duplicate", name = name, who = who),
        EventKind::DealReverted => t!(words, "notice-reverted", name = name, who = who),
        EventKind::DealExpired => t!(words, "notice-expired", name = name),
        EventKind::DealWithdrawn => t!(words, "notice-withdrawn", name = name, who = who),
        EventKind::DealDisputed => t!(words, "notice-disputed", name = name, who = who),
        EventKind::DealClaimEnding => t!(words, "notice-claim-ending", name = name),
        EventKind::DealProtectionEnding => t!(words, "notice-protection-ending", name = name),
        EventKind::DealExtensionRequested => t!(words, "notice-extension-requested", name = name, who = who),
        EventKind::DealExtensionGranted => t!(words, "notice-extension-granted", name = name, who = who),
        EventKind::DealExtensionRefused => t!(words, "notice-extension-refused", name = name, who = who),
        EventKind::DealReassigned => {
            let owner = told.owner.map_or("", |owner| owner.name.as_str());
            t!(words, "notice-reassigned", name = name, owner = owner)
        }
        EventKind::DealCoSellRequested => t!(words, "notice-co-sell-requested", name = name, who = who),
        EventKind::DealWon => t!(words, "notice-won", name = name, who = who),
        EventKind::DealLost => t!(words, "notice-lost", name = name, who = who),
        EventKind::DealCommented if told.internal => t!(words, "notice-noted", name = name, who = who),
        EventKind::DealCommented => t!(words, "notice-commented", name = name, who = who),
        EventKind::AssetReplaced => t!(words, "notice-asset-replaced", name = name),
        EventKind::AssetWithdrawn if told.is_of_version => t!(words, "notice-asset-version-withdrawn", name = name),
        EventKind::AssetWithdrawn => t!(words, "notice-asset-withdrawn", name = name),
        _ => return None,
    })
}

/// Where one sees to it: a new registration at the desk, where one may decide; an asset in the library;
/// else the deal.
pub fn notice_way(told: Notice<'_>, session: &Session) -> Route {
    let id = told.subject.to_owned();
    match told.kind {
        EventKind::DealSubmitted | EventKind::DealAssigned | EventKind::DealApprovalStep
            if session.may(Permission::DealsDecide) =>
        {
            Route::DeskDeal { id }
        }
        EventKind::AssetPublished | EventKind::AssetReplaced | EventKind::AssetWithdrawn => Route::Asset { id },
        _ => Route::Deal { id },
    }
}
