//! Who hears of what.

use super::*;
use crate::event::Comment;
use serde_json::json;

fn data(review: &str) -> EventData {
    let deal = json!({
        "id": "d1", "number": DealNumber::from_random(1), "customer": {"name": "Harbour Foods"}, "products": [],
        "review": review, "owner": {"id": "mira", "name": "Mira"}, "organisation": {"id": "b", "name": "Bluepeak"},
        "updatedAt": "2026-11-23T09:00:00Z", "version": 1
    });
    EventData { deal: Some(serde_json::from_value(deal).unwrap()), ..EventData::default() }
}

fn by(id: &str, data: EventData) -> EventData {
    let (name, organisation) = (String::new(), String::new());
    EventData { actor: Some(Actor { id: id.to_owned(), name, side: Side::Partner, organisation }), ..data }
}

#[test]
fn the_owner_hears_of_a_decision_and_whoever_took_it_does_not() {
    let decided = by("jonas", data("approved"));
    let hearers = Hearers::of(EventKind::DealApproved, &decided);
    assert!(hearers.include("mira", Role::Rep));
    assert!(!hearers.include("leo", Role::Rep) && !hearers.include("jonas", Role::ChannelManager));
    let own = by("mira", data("approved"));
    assert!(!Hearers::of(EventKind::DealCommented, &own).include("mira", Role::Rep));
}

#[test]
fn a_handover_is_told_to_whose_it_is_and_whose_it_was() {
    let before = Some(Person { id: "leo".to_owned(), name: "Leo".to_owned() });
    let handed = by("ada", EventData { previous_owner: before, ..data("submitted") });
    assert_eq!(Hearers::of(EventKind::DealReassigned, &handed).people, ["mira", "leo"]);
}

#[test]
fn sellers_hear_what_is_for_them() {
    let told = |kind| Hearers::of(kind, &by("mira", data("approved"))).roles.contains(&Role::Seller);
    assert!(told(EventKind::DealCoSellRequested) && told(EventKind::DealCommented));
    assert!(!told(EventKind::DealSubmitted) && !told(EventKind::DealWon));
}

#[test]
fn a_note_is_the_vendors_and_a_draft_the_partners() {
    let internal = Some(Comment { body: "Careful.".to_owned(), internal: true, ..Comment::default() });
    let note = by("jonas", EventData { comment: internal, ..data("submitted") });
    assert!(Hearers::of(EventKind::DealCommented, &note).people.is_empty());
    assert!(Hearers::of(EventKind::DealCommented, &by("leo", data("draft"))).roles.is_empty());
}

#[test]
fn whoever_is_mentioned_hears_a_comment_that_they_otherwise_would_not() {
    let mentions = vec![Person { id: "leo".to_owned(), name: "Leo".to_owned() }];
    let comment = Some(Comment { body: "@Leo, look.".to_owned(), mentions, ..Comment::default() });
    let said = by("mira", EventData { comment, ..data("submitted") });
    let hearers = Hearers::of(EventKind::DealCommented, &said);
    assert!(hearers.include("leo", Role::Rep));
    assert!(!hearers.include("ada", Role::PartnerAdmin) && !hearers.include("mira", Role::Rep));
}

#[test]
fn of_a_file_of_deals_the_first_is_told_for_all() {
    let from_a_file = |imported| by("mira", EventData { imported, ..data("submitted") });
    let told = |imported| Hearers::of(EventKind::DealSubmitted, &from_a_file(imported)).roles.len();
    assert_eq!((told(None), told(Some(5_000)), told(Some(0))), (2, 2, 0));
}

#[test]
fn a_long_text_is_cut_between_characters() {
    assert_eq!(excerpt("Ja."), "Ja.");
    assert_eq!(excerpt(&"ü".repeat(EXCERPT + 1)).chars().count(), EXCERPT + 1);
}
