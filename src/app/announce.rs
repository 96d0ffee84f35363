//! A notice for everything that somebody else did, while this person looks at something else.

use crate::i18n::{Words, use_words};
use crate::live::{News, use_news};
use crate::route::Route;
use crate::session::use_session;
use crate::t;
use crate::ui::{Toast, use_toast};
use portico_contract::event::{Event, EventKind};
use portico_contract::session::{Permission, Side};
use yew::prelude::*;

/// Shows the notices.
#[hook]
pub(super) fn use_announcements() {
    let (words, toast, session) = (use_words(), use_toast(), use_session().session().cloned());
    let news = use_callback((words, toast, session), |news: News, (words, toast, session)| {
        let (News::Event(event), Some(session)) = (news, session) else { return };
        let mine = event.data.actor.as_ref().is_some_and(|actor| actor.id == session.user.id);
        if let Some(text) = text(words, &event, session.role.side()).filter(|_| !mine) {
            let id = event.subject.clone();
            let to = match event.kind {
                EventKind::DealSubmitted if session.may(Permission::DealsDecide) => Route::DeskDeal { id },
                _ => Route::Deal { id },
            };
            toast.emit(Toast { text: text.into(), link: Some((to, t!(words, "notice-open").into())) });
        }
    });
    use_news(news);
}

/// What changed, for the side that did not do it.
fn text(words: &Words, event: &Event, side: Side) -> Option<String> {
    let deal = event.data.deal.as_ref()?;
    let name = deal.customer.name.as_str();
    let actor = event.data.actor.as_ref().map_or("", |actor| actor.name.as_str());
    let internal = event.data.comment.as_ref().is_some_and(|comment| comment.internal);
    Some(match (event.kind, side) {
        (EventKind::DealSubmitted, Side::Vendor) => {
            t!(words, "notice-submitted", firm = deal.organisation.name.as_str(), name = name)
        }
        (EventKind::DealReviewStarted, Side::Partner) => t!(words, "notice-review-started", name = name, who = actor),
        (EventKind::DealInfoRequested, Side::Partner) => t!(words, "notice-info-requested", name = name, who = actor),
        (EventKind::DealApproved, Side::Partner) => t!(words, "notice-approved", name = name, who = actor),
        (EventKind::DealRejected, Side::Partner) => t!(words, "notice-rejected", name = name, who = actor),
        (EventKind::DealDuplicate, Side::Partner) => t!(words, "notice-duplicate", name = name, who = actor),
        (EventKind::DealReverted, Side::Partner) => t!(words, "notice-reverted", name = name, who = actor),
        (EventKind::DealExpired, _) => t!(words, "notice-expired", name = name),
        (EventKind::DealWithdrawn, Side::Vendor) => t!(words, "notice-withdrawn", name = name, who = actor),
        (EventKind::DealDisputed, Side::Vendor) => t!(words, "notice-disputed", name = name, who = actor),
        (EventKind::DealClaimEnding, Side::Partner) => t!(words, "notice-claim-ending", name = name),
        (EventKind::DealProtectionEnding, Side::Partner) => t!(words, "notice-protection-ending", name = name),
        (EventKind::DealExtensionRequested, Side::Vendor) => {
            t!(words, "notice-extension-requested", name = name, who = actor)
        }
        (EventKind::DealExtensionGranted, Side::Partner) => {
            t!(words, "notice-extension-granted", name = name, who = actor)
        }
        (EventKind::DealExtensionRefused, Side::Partner) => {
            t!(words, "notice-extension-refused", name = name, who = actor)
        }
        (EventKind::DealReassigned, Side::Partner) => {
            let owner = event.data.owner.as_ref().map_or("", |owner| owner.name.as_str());
            t!(words, "notice-reassigned", name = name, owner = owner)
        }
        (EventKind::DealCoSellRequested, Side::Vendor) => t!(words, "notice-co-sell", name = name, who = actor),
        (EventKind::DealWon, Side::Vendor) => t!(words, "notice-won", name = name, who = actor),
        (EventKind::DealLost, Side::Vendor) => t!(words, "notice-lost", name = name, who = actor),
        (EventKind::DealCommented, _) if internal => t!(words, "notice-noted", name = name, who = actor),
        (EventKind::DealCommented, _) => t!(words, "notice-commented", name = name, who = actor),
        _ => return None,
    })
}
