//! Changing a deal: merge patches (RFC 7396) on the version that was seen.

use crate::portal::{Portal, a_deal, mistakes};
use serde_json::{Value, json};

#[tokio::test]
async fn a_change_without_a_version_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    mira.patch(&draft.url, &json!({"need": "x"})).await.is(428).refuses("version-required");
}

#[tokio::test]
async fn a_change_on_an_older_version_is_shown_the_present_one() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let draft = mira.begins(a_deal()).await;
    let present = sofia.changes(&draft, &json!({"customer": {"city": "Kiel"}})).await;
    let late = mira.patch(&draft.url, &json!({"customer": {"city": "Ulm"}})).header("if-match", draft.etag());
    let refused = late.await.is(412).refuses("stale");
    assert_eq!(refused.at("/current/version"), present.version());
    assert_eq!(refused.at("/current"), mira.opens(&draft).await.seen.json(), "as this person sees it");
    assert_eq!(mira.opens(&draft).await.at("/customer/city"), "Kiel");
}

#[tokio::test]
async fn the_version_is_compared_and_nothing_else_of_the_tag() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let etag = draft.etag();
    assert!(etag.starts_with(&format!("\"{}.", draft.version())), "{etag}");
    for (city, tag) in [("Kiel", format!("W/{etag}")), ("Ulm", "\"2\"".to_owned()), ("Jena", "W/\"3.old\"".to_owned())]
    {
        mira.patch(&draft.url, &json!({"customer": {"city": city}})).header("if-match", tag).await.is(200);
    }
    for tag in ["*", "\"\"", "4", "\"x\"", "\"5.x\"", "W/4", "\u{7f}"] {
        let patch = mira.patch(&draft.url, &json!({"need": "x"}));
        let sent = if tag == "\u{7f}" {
            patch.header("if-match", "\"999999999999999999999\"")
        } else {
            patch.header("if-match", tag)
        };
        sent.await.is(412);
    }
}

#[tokio::test]
async fn a_patch_changes_what_it_names_and_takes_away_what_it_nulls() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let patch = json!({"customer": {"city": null, "industry": "rail"}, "need": null, "dealType": null, "closeDate": null,
                       "products": [{"product": "depot", "quantity": 2}], "value": {"amount": "7"}});
    let changed = mira.changes(&draft, &patch).await;
    assert_eq!(changed.at("/customer/city"), Value::Null);
    assert_eq!(changed.at("/customer/industry"), "rail");
    assert_eq!(changed.at("/customer/name"), draft.at("/customer/name"), "what is not named stays");
    assert_eq!(changed.at("/need"), Value::Null);
    assert_eq!(changed.at("/closeDate"), Value::Null);
    assert_eq!(changed.at("/dealType"), "net_new", "what has a preset goes back to it");
    assert_eq!(changed.at("/products"), json!([{"product": "depot", "quantity": 2}]), "a list is replaced");
    assert_eq!(changed.at("/value"), json!({"amount": "7.00", "currency": "EUR"}), "an object is merged");
    let emptied = mira.changes(&changed, &json!({"products": null, "contact": null, "custom": null})).await;
    assert_eq!(emptied.at("/products"), json!([]));
    assert_eq!(emptied.at("/contact"), json!({"consent": false, "vendorContact": "ask_first"}));
}

#[tokio::test]
async fn a_patch_may_say_what_it_is() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let patch = mira.patch(&draft.url, &json!({"customer": {"city": "Kiel"}})).header("if-match", draft.etag());
    patch.header("content-type", "application/merge-patch+json; charset=utf-8").await.is(200);
}

#[tokio::test]
async fn every_change_has_a_version_and_a_tag_of_its_own_and_no_change_has_none() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let changed = mira.changes(&draft, &json!({"customer": {"city": "Kiel"}})).await;
    assert_eq!(changed.version(), draft.version() + 1);
    assert_ne!(changed.etag(), draft.etag());
    let again = mira.changes(&changed, &json!({"customer": {"city": "Kiel"}})).await;
    assert_eq!((again.version(), again.etag()), (changed.version(), changed.etag()));
    assert_eq!(mira.reads_timeline(&draft).await.each("/items", "/type"), ["deal.updated", "deal.created"]);
}

#[tokio::test]
async fn a_mistake_in_a_patch_changes_nothing() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    for (patch, wrong) in [
        (json!({"colour": 1, "need": "x"}), mistakes([("/colour", "unknown_member")])),
        (json!({"customer": {"vip": true}}), mistakes([("/customer/vip", "unknown_member")])),
        (json!({"colour": null}), mistakes([("/colour", "unknown_member")])),
        (json!({"customer": {"vip": null}}), mistakes([("/customer/vip", "unknown_member")])),
        (json!({"submit": true}), mistakes([("/submit", "unknown_member")])),
        (json!({"review": "approved"}), mistakes([("/review", "unknown_member")])),
        (json!({"customer": "x"}), mistakes([("/customer", "wrong_type")])),
        (json!([]), mistakes([("", "wrong_type")])),
        (json!(null), mistakes([("", "wrong_type")])),
    ] {
        let refused = mira.patch(&draft.url, &patch).header("if-match", draft.etag()).await.is(422).refuses("invalid");
        assert_eq!(refused.mistakes(), wrong, "{patch}");
    }
    assert_eq!(mira.opens(&draft).await.etag(), draft.etag());
}

#[tokio::test]
async fn a_deal_that_waits_for_the_vendor_is_locked() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let refused = mira.patch(&deal.url, &json!({"need": "x"})).header("if-match", deal.etag()).await.is(409);
    let refused = refused.refuses("wrong-state");
    assert_eq!(refused.at("/review"), "submitted");
    assert_eq!(refused.each("/allowedActions", ""), ["withdraw", "reassign"]);
}

#[tokio::test]
async fn a_question_opens_what_was_asked_for_and_no_more() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.asks(&deal, &["need"]).await;
    let deal = mira.opens(&deal).await;
    assert_eq!(deal.list("editableFields"), ["need"]);
    assert_eq!(deal.at("/reason"), json!({"comment": "Which depots come first?", "fields": ["need"]}));
    let patch =
        json!({"need": "Replace paper in 12 depots first.", "contact": {"title": "COO"}, "closeDate": null, "x": 1});
    let refused = mira.patch(&deal.url, &patch).header("if-match", deal.etag()).await.is(422).refuses("invalid");
    let mut found = refused.mistakes();
    found.sort();
    assert_eq!(found, mistakes([("/closeDate", "locked"), ("/contact", "locked"), ("/x", "unknown_member")]));
    let answered = mira.changes(&deal, &json!({"need": "Replace paper in 12 depots first."})).await;
    assert_eq!(answered.at("/need"), "Replace paper in 12 depots first.");

    let other = mira.registers(a_deal()).await;
    jonas.asks(&other, &["products"]).await;
    let open = mira.opens(&other).await.list("editableFields");
    assert_eq!(open, ["products", "value"], "the lines add up to the value");
}

#[tokio::test]
async fn only_the_partner_changes_what_the_partner_wrote() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    jonas.asks(&deal, &["need"]).await;
    let deal = mira.opens(&deal).await;
    let patch = json!({"need": "Something that the partner never said."});
    for onlooker in [jonas, portal.seller("aurora"), portal.marketer("bluepeak")] {
        onlooker.patch(&deal.url, &patch).header("if-match", deal.etag()).await.is(403).refuses("forbidden");
    }
    let rival = portal.rep("kestrel");
    let hidden = rival.patch(&deal.url, &patch).header("if-match", deal.etag()).await.is(404);
    let missing = rival.patch("/api/v1/deals/none", &patch).header("if-match", deal.etag()).await;
    assert_eq!(hidden.without("instance"), missing.without("instance"));
    portal.nobody().patch(&deal.url, &patch).header("if-match", deal.etag()).await.is(401);
    portal.colleague("bluepeak").changes(&deal, &patch).await;
}

#[tokio::test]
async fn of_two_changes_to_one_version_one_is_made() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let changes = (0..8).map(|n| {
        let patch = json!({"customer": {"city": format!("City {n}")}});
        mira.patch(&draft.url, &patch).header("if-match", draft.etag()).into_future()
    });
    let mut statuses: Vec<u16> = futures_util::future::join_all(changes).await.iter().map(|made| made.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
    assert_eq!(mira.opens(&draft).await.version(), draft.version() + 1);
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_sent_again_and_is_no_conflict() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let draft = mira.begins(a_deal()).await;
    let patch = json!({"customer": {"city": "Kiel"}});
    let changed = mira.changes(&draft, &patch).await;
    let again = mira.patch(&draft.url, &patch).header("if-match", draft.etag()).await.is(200);
    assert_eq!(again.json(), changed.seen.json());
    assert_eq!(again.header("etag"), changed.seen.header("etag"));
}
