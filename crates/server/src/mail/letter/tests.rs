//! What mails say, in each language and to each side.

use super::*;
use crate::ports::TenantId;
use portico_contract::mail::Topic;
use portico_contract::session::{Organisation, Role, Side, User};
use serde_json::json;

fn told(id: u32, customer: &str, kind: &str) -> Notification {
    let number = portico_contract::deal::DealNumber::from_random(customer.len().try_into().unwrap());
    serde_json::from_value(json!({
        "id": id.to_string(), "type": kind, "subject": format!("deal-{}", customer.len()),
        "deal": {"number": number, "customer": {"name": customer}},
        "actor": {"id": "jonas", "name": "Jonas Weber", "side": "vendor", "organisation": "Aurora Systems"},
        "time": "2026-11-23T09:00:00Z", "read": false
    }))
    .unwrap()
}

fn letter(language: &str, role: Role, told: &[Notification], count: u64) -> Letter {
    let organisation =
        Organisation { id: "b".to_owned(), name: "Bluepeak".to_owned(), kind: Side::Partner, tier: None };
    let user = User { id: "mira".to_owned(), name: "Mira Kern".to_owned(), email: "rep@bluepeak.example".to_owned() };
    let who = Actor { tenant: TenantId("aurora".into()), user, organisation, role };
    let words = BTreeMap::from([("en".to_owned(), "projects".to_owned())]);
    let reader = Reader {
        who: &who,
        language,
        vendor: "Aurora Systems",
        origin: "https://partners.aurora.example",
        zone: chrono_tz::Europe::Berlin,
        terms: &BTreeMap::from([("deals".to_owned(), words)]),
    };
    Speech::new().letter(&reader, told, count)
}

#[test]
fn one_notice_is_the_subject_and_leads_to_its_deal() {
    let letter = letter("en", Role::Rep, &[told(1, "Harbour Foods", "deal.approved")], 1);
    assert_eq!(letter.subject, "Harbour Foods: approved by Jonas Weber");
    assert_eq!(letter.thread.as_deref(), Some("deal-13"));
    assert!(letter.text.contains("https://partners.aurora.example/deals/deal-13"), "{}", letter.text);
    assert!(letter.text.contains("(23 Nov 2026, 10:00 CET)"), "where the vendor is: {}", letter.text);
    assert!(letter.html.contains("href=\"https://partners.aurora.example/notifications/mail\""));
}

#[test]
fn several_are_told_by_deal_and_counted_in_the_readers_language() {
    let all = [
        told(3, "Harbour Foods", "deal.approved"),
        told(2, "Inge", "deal.commented"),
        told(1, "Inge", "deal.rejected"),
    ];
    let german = letter("de", Role::Rep, &all, 60);
    assert!(german.subject.contains("60") && german.subject.contains('2'), "{}", german.subject);
    assert!(german.text.contains("57"), "what it leaves out is counted: {}", german.text);
    assert!(german.text.contains("23 Nov 2026") || german.text.contains("23 Nov. 2026"), "{}", german.text);
    assert_eq!(german.thread, None);
    let two = letter("en", Role::Rep, &all[1..], 2);
    assert!(two.subject.starts_with("Inge: 2"), "{}", two.subject);
    assert!(letter("en", Role::Rep, &all, 3).subject.contains("projects"), "the vendor's own word");
}

#[test]
fn a_new_registration_leads_whoever_decides_to_the_desk() {
    let new = [told(1, "Inge", "deal.submitted")];
    assert!(letter("en", Role::ChannelManager, &new, 1).text.contains("/desk/deal-4"));
    assert!(letter("en", Role::Seller, &new, 1).text.contains("/deals/deal-4"));
}

#[test]
fn what_people_wrote_stays_text() {
    let mut said = told(1, "<b>Inge</b>", "deal.commented");
    said.excerpt = Some("<script>alert(1)</script>\r\nBcc: all@example.com".to_owned());
    let letter = letter("en", Role::Rep, &[said], 1);
    assert!(!letter.html.contains("<script>") && !letter.html.contains("<b>Inge"), "{}", letter.html);
    assert!(letter.html.contains("&lt;script&gt;"));
}

#[test]
fn every_language_has_words_for_whatever_has_a_topic() {
    for language in ["en", "de"] {
        for kind in EventKind::ALL.iter().filter(|kind| Topic::of(**kind).is_some()) {
            let letter = letter(language, Role::Rep, &[told(1, "Inge", kind.name())], 1);
            assert!(letter.subject.contains("Inge"), "{language}: {}", kind.name());
        }
    }
}
