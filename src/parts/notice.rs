//! What a person is told of, in a sentence, and where it leads.

use crate::i18n::Words;
use crate::route::Route;
use crate::t;
use portico_contract::event::EventKind;
use portico_contract::notification::Notification;
use portico_contract::session::{Permission, Session};

/// What happened, in a sentence; none for what there are no words for.
pub fn notice_text(words: &Words, told: &Notification) -> Option<String> {
    let name = told.deal.customer.name.as_str();
    let (who, firm) = told.actor.as_ref().map_or(("", ""), |actor| (actor.name.as_str(), actor.organisation.as_str()));
    Some(match told.kind {
        EventKind::DealSubmitted => t!(words, "notice-submitted", firm = firm, name = name),
        EventKind::DealReviewStarted => t!(words, "notice-review-started", name = name, who = who),
        EventKind::DealInfoRequested => t!(words, "notice-info-requested", name = name, who = who),
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
            let owner = told.owner.as_ref().map_or("", |owner| owner.name.as_str());
            t!(words, "notice-reassigned", name = name, owner = owner)
        }
        EventKind::DealCoSellRequested => t!(words, "notice-co-sell", name = name, who = who),
        EventKind::DealWon => t!(words, "notice-won", name = name, who = who),
        EventKind::DealLost => t!(words, "notice-lost", name = name, who = who),
        EventKind::DealCommented if told.internal => t!(words, "notice-noted", name = name, who = who),
        EventKind::DealCommented => t!(words, "notice-commented", name = name, who = who),
        _ => return None,
    })
}

/// Where one sees to it: a new registration at the desk, where one may decide; else the deal.
pub fn notice_way(told: &Notification, session: &Session) -> Route {
    let id = told.subject.clone();
    match told.kind {
        EventKind::DealSubmitted if session.may(Permission::DealsDecide) => Route::DeskDeal { id },
        _ => Route::Deal { id },
    }
}
