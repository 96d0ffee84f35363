//! The rules of a programme: data with versions, changed by a vendor admin alone, and kept to from the moment they change.

use crate::portal::{Person, Portal, a_deal, mistakes};
use serde_json::{Value, json};

/// Changes rules on the version in force.
async fn change(admin: &Person, rules: Value) -> Value {
    let now = admin.get("/api/v1/programme").await.is(200);
    let patch = admin.patch("/api/v1/programme", &json!({"rules": rules, "note": "As agreed."}));
    patch.header("if-match", now.etag()).await.is(200).json()
}

#[tokio::test]
async fn a_change_is_the_next_version_and_in_force_at_once() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let before = admin.get("/api/v1/programme").await.is(200);
    assert_eq!(before.at("/revision/version"), 1);
    assert_eq!(before.at("/revision/changedBy"), Value::Null, "a portal begins with it");
    let changed = change(&admin, json!({"registration": {"protectionDays": 45}})).await;
    assert_eq!(changed["revision"]["version"], 2);
    assert_eq!(changed["revision"]["changedBy"]["name"], "Ines Albrecht");
    assert_eq!(changed["revision"]["note"], "As agreed.");
    assert_eq!(changed["rules"]["registration"]["claimDays"], 14, "what is not named stays");
    assert_eq!(admin.get("/api/v1/tenant/deal-form").await.at("/protectionDays"), 45);
    assert_eq!(admin.get("/api/v1/programme/engagement").await.at("/protectionDays"), 45);
    let history = admin.get("/api/v1/programme/revisions?limit=1").await.is(200);
    assert_eq!(history.at("/items/0/version"), 2);
    let older =
        admin.get(&format!("/api/v1/programme/revisions?cursor={}", history.at("/nextCursor").as_str().unwrap())).await;
    assert_eq!(older.at("/items/0/version"), 1);
    let first = admin.get("/api/v1/programme/revisions/1").await.is(200);
    assert_eq!(first.at("/rules/registration/protectionDays"), 90);
    admin.get("/api/v1/programme/revisions/7").await.is(404);
    admin.get("/api/v1/programme/revisions/x").await.is(404);
}

#[tokio::test]
async fn rules_are_a_vendor_admins_and_their_effect_is_everybodys() {
    let portal = Portal::with_demo().await;
    for person in [portal.manager("aurora"), portal.rep("bluepeak"), portal.partner_admin("bluepeak")] {
        person.get("/api/v1/programme").await.is(403);
        person.get("/api/v1/programme/revisions").await.is(403);
        person.get("/api/v1/programme/revisions/1").await.is(403);
        person.patch("/api/v1/programme", &json!({})).header("if-match", "\"1\"").await.is(403);
        person.get("/api/v1/programme/engagement").await.is(200);
    }
    let engagement = portal.nobody().get("/api/v1/programme/engagement").await.is(200);
    assert_eq!(engagement.at("/answerWithinMinutes"), 960);
    assert_eq!(engagement.at("/timeZone"), "Europe/Berlin");
    let other = portal.manager("halcyon").get("/api/v1/programme/engagement").await;
    assert_eq!(other.at("/claimDays"), 7, "each tenant has its own");
}

#[tokio::test]
async fn of_two_changes_at_once_one_wins_and_the_other_sees_it() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    admin.patch("/api/v1/programme", &json!({})).await.is(428).refuses("version-required");
    change(&admin, json!({"registration": {"claimDays": 7}})).await;
    let late = || admin.patch("/api/v1/programme", &json!({"rules": {"registration": {"claimDays": 21}}}));
    let refused = late().header("if-match", "\"1\"").await.is(412).refuses("stale");
    assert_eq!(refused.at("/current/revision/version"), 2);
    assert_eq!(refused.at("/current/rules/registration/claimDays"), 7);
    // Sent again, since the answer was lost, it is done.
    let again = admin.patch("/api/v1/programme", &json!({"rules": {"registration": {"claimDays": 7}}}));
    assert_eq!(again.header("if-match", "\"1\"").await.is(200).at("/revision/version"), 2);
}

#[tokio::test]
async fn every_mistake_in_the_rules_is_found_at_once() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let field = |id: &str, more: Value| {
        let mut field = json!({"id": id, "type": "text", "label": {"en": "A"}});
        field.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        field
    };
    let wrong = json!({
        "form": {"products": [], "currencies": ["EUR", "EUR", "XXZ9"], "required": ["/closeDate"],
            "fields": [field("a", json!({})), field("a", json!({})), field("B c", json!({})),
                field("d", json!({"type": "choice"})), field("e", json!({"min": 5, "max": 2})),
                field("f", json!({"label": {"de": "Nur deutsch"}})), field("g", json!({"label": {"fr": "Non"}}))]},
        "registration": {"protectionDays": 0, "claimDays": null},
        "answers": {"withinMinutes": 5, "hours": {"days": ["Mon", "Noday"], "opens": "17:00", "closes": "09:00",
            "holidays": ["2027-02-30"]}},
        "more": {}
    });
    let sent = admin.patch("/api/v1/programme", &json!({"rules": wrong})).header("if-match", "\"1\"");
    let answer = sent.await.is(422);
    assert_eq!(
        answer.mistakes(),
        mistakes([
            ("/rules/form/products", "required"),
            ("/rules/form/currencies/1", "repeated"),
            ("/rules/form/currencies/2", "not_in_list"),
            ("/rules/form/fields/1/id", "repeated"),
            ("/rules/form/fields/2/id", "bad_form"),
            ("/rules/form/fields/3/options", "required"),
            ("/rules/form/fields/4/max", "out_of_range"),
            ("/rules/form/fields/5/label/en", "required"),
            ("/rules/form/fields/6/label/fr", "unknown_member"),
            ("/rules/form/fields/6/label/en", "required"),
            ("/rules/form/required/0", "not_in_list"),
            ("/rules/registration/claimDays", "required"),
            ("/rules/registration/protectionDays", "out_of_range"),
            ("/rules/answers/withinMinutes", "out_of_range"),
            ("/rules/answers/hours/days/1", "not_in_list"),
            ("/rules/answers/hours/holidays/0", "not_in_list"),
            ("/rules/answers/hours/closes", "out_of_range"),
            ("/rules/more", "unknown_member"),
        ])
    );
    assert_eq!(admin.get("/api/v1/programme").await.at("/revision/version"), 1, "nothing was kept");
}

#[tokio::test]
async fn a_field_is_required_of_the_types_of_deal_that_the_rules_name() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let field = json!({"id": "licence", "type": "text", "label": {"en": "Licence"}, "required": ["renewal"]});
    change(&admin, json!({"form": {"fields": [field]}})).await;
    let form = mira.get("/api/v1/tenant/deal-form").await.is(200);
    assert_eq!(form.at("/fields/0/requiredFor"), json!(["renewal"]));
    let renewal = a_deal().with("/dealType", "renewal").handed_in();
    let refused = mira.hands_in(&renewal).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/custom/licence", "required")]));
    mira.hands_in(&renewal.with("/custom", json!({"licence": "L-1"}))).await.is(201);
    mira.registers(a_deal().of("Another", "another.example")).await;
}

#[tokio::test]
async fn a_registration_stays_with_the_form_it_was_made_with() {
    let portal = Portal::with_demo().await;
    let (admin, mira, jonas) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.manager("aurora"));
    let registered = mira.registers(a_deal().with("/custom", json!({"depots": 12}))).await;
    assert_eq!(registered.at("/formVersion"), 1);
    let draft = mira.begins(a_deal()).await;
    let field = json!({"id": "trucks", "type": "number", "label": {"en": "Trucks"},
                       "required": ["net_new", "expansion", "renewal"]});
    change(&admin, json!({"form": {"fields": [field]}})).await;

    jonas.asks(&registered, &["custom"]).await;
    let seen = mira.opens(&registered).await;
    assert_eq!(seen.at("/formVersion"), 1);
    let answered = mira.changes(&seen, &json!({"custom": {"depots": 14}})).await;
    assert_eq!(answered.at("/custom/depots"), 14, "asked by the form it was made with");
    mira.submits(&answered).await;
    let old = mira.get("/api/v1/tenant/deal-form?version=1").await.is(200);
    assert_eq!(old.at("/fields/0/label"), "Number of depots");
    mira.get("/api/v1/tenant/deal-form?version=9").await.is(404);
    mira.get("/api/v1/tenant/deal-form?version=x").await.is(400);

    // A draft is asked what is in force when it is registered.
    let refused = mira.gives(&draft, "submit", &json!({})).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/custom/trucks", "required")]));
    let mended = mira.changes(&mira.opens(&draft).await, &json!({"custom": {"trucks": 3}})).await;
    assert_eq!(mira.submits(&mended).await.at("/formVersion"), 2);
}

#[tokio::test]
async fn what_is_not_sold_any_more_cannot_be_registered() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let draft = mira.begins(a_deal()).await;
    let sold = json!([{"id": "depot", "name": {"en": "Depot"}}]);
    change(&admin, json!({"form": {"products": sold}})).await;
    let refused = mira.gives(&draft, "submit", &json!({})).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/products/0/product", "not_in_list")]));
}

#[tokio::test]
async fn another_server_on_the_database_keeps_to_new_rules_at_once() {
    let portal = Portal::with_demo().await;
    let other = portal.another_server().await;
    change(
        &portal.vendor_admin("aurora"),
        json!({"registration": {"claimDays": 0, "extensions": 0},
        "form": {"required": ["/customer/city"]}}),
    )
    .await;
    let deal = a_deal().without("/customer/city").handed_in();
    let refused = other.rep("bluepeak").hands_in(&deal).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/customer/city", "required")]));
}
