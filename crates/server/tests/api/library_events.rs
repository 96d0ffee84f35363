//! What happens in the library: who hears of it in the stream, and who is told.

use crate::portal::{Happening, Person, Portal, Shelved, a_deal, an_asset, days_from_today};
use serde_json::{Value, json};

const SHEET: &str = "fleet-data-sheet-v1.pdf";
const NEWER: &str = "fleet-data-sheet-v2.pdf";
const NEWEST: &str = "fleet-data-sheet-v3.pdf";

fn for_tier(title: &str, tier: &str) -> Value {
    let mut said = an_asset(title);
    said["audience"] = json!({"tiers": [tier]});
    said
}

fn names(happened: &[Happening]) -> Vec<(String, String)> {
    happened.iter().map(|one| (one.name.clone(), one.at("/data/asset/title").as_str().unwrap().to_owned())).collect()
}

fn of(name: &str, title: &str) -> (String, String) {
    (name.to_owned(), title.to_owned())
}

/// What somebody was told of an asset, newest first.
async fn told(person: &Person, asset: &Shelved) -> Vec<String> {
    let list = person.get("/api/v1/notifications?limit=200").await.is(200);
    let subjects = list.each("/items", "/subject").into_iter().zip(list.each("/items", "/type"));
    subjects.filter(|(subject, _)| *subject == asset.id).map(|(_, kind)| kind).collect()
}

async fn unread(person: &Person) -> u64 {
    person.get("/api/v1/notifications?limit=1").await.is(200).at("/unread").as_u64().unwrap()
}

#[tokio::test]
async fn those_hear_for_whom_it_is_and_nobody_else() {
    let portal = Portal::with_demo().await;
    let (admin, gold, silver) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.rep("kestrel"));
    let there = portal.another_server().await;
    let (mut at_gold, mut at_silver) = (gold.listens().await, silver.listens().await);
    let (mut elsewhere, mut vendor) = (silver.at(&there).listens().await, portal.seller("aurora").listens().await);
    let mut halcyon = portal.rep("vantage").listens().await;
    let before = silver.get("/api/v1/assets").await.is(200).position();
    let of_gold = gold.get("/api/v1/assets").await.is(200).position();
    let asset = admin.publishes(&for_tier("Gold alone", "Gold"), SHEET).await;
    admin.replaces(&asset, NEWER).await;
    admin.orders(&asset, "withdraw").await.is(200);
    assert_eq!(silver.get("/api/v1/assets").await.is(200).position(), before, "not even that something happened");
    let all = admin.publishes(&an_asset("For all"), SHEET).await;
    let whole = [
        of("asset.published", "Gold alone"),
        of("asset.replaced", "Gold alone"),
        of("asset.withdrawn", "Gold alone"),
        of("asset.published", "For all"),
    ];
    let heard = at_gold.take(4).await;
    assert_eq!(names(&heard), whole);
    assert_eq!((heard[1].at("/data/asset/current"), heard[1].at("/subject")), (json!(2), json!(asset.id)));
    assert_eq!(heard[0].at("/data/actor/side"), "vendor");
    assert_eq!(names(&vendor.take(4).await), whole);
    assert_eq!(names(&at_silver.take(1).await), [of("asset.published", "For all")]);
    assert_eq!(names(&elsewhere.take(1).await), [of("asset.published", "For all")]);
    // Whoever comes back misses nothing, and hears nothing that was not for them.
    assert_eq!(names(&silver.listens_after(before).await.take(1).await), [of("asset.published", "For all")]);
    assert_eq!(names(&gold.listens_after(of_gold).await.take(4).await), whole);
    // Another vendor's people hear of their own deals alone.
    let deal = portal.rep("vantage").begins(a_deal().product("arm")).await;
    assert_eq!(halcyon.next().await.what(), ("deal.created".to_owned(), deal.id));
    assert_eq!(all.seen.at("/standing"), "current");
    // And the timeline of a deal has none of it.
    let deal = gold.registers(a_deal()).await;
    assert!(gold.reads_timeline(&deal).await.each("/items", "/type").iter().all(|kind| kind.starts_with("deal.")));
}

#[tokio::test]
async fn many_events_for_others_hide_none_of_ones_own() {
    let portal = Portal::with_demo().await;
    let (admin, silver) = (portal.vendor_admin("aurora"), portal.rep("kestrel"));
    let before = silver.get("/api/v1/assets").await.is(200).position();
    let asset = admin.publishes(&for_tier("Gold alone", "Gold"), SHEET).await;
    let copies = "INSERT INTO event (id, tenant_id, organisation_id, audience, kind, at, data, asset_id, readers) \
        SELECT e.id + 1 + d.row, e.tenant_id, e.organisation_id, e.audience, e.kind, e.at, e.data, e.asset_id, e.readers \
        FROM event e, (SELECT ROW_NUMBER() OVER (ORDER BY id) AS row FROM event LIMIT 600) d WHERE e.asset_id IS NOT NULL";
    portal.database().execute(copies).await;
    portal.database().execute("UPDATE log_head SET position = (SELECT MAX(id) FROM event)").await;
    assert_eq!(silver.get("/api/v1/assets").await.is(200).position(), before);
    admin.publishes(&an_asset("For all"), SHEET).await;
    assert_eq!(names(&silver.listens_after(before).await.take(1).await), [of("asset.published", "For all")]);
    assert!(portal.rep("bluepeak").get(&asset.url).await.is(200).position() > before);
}

#[tokio::test]
async fn what_is_still_to_come_is_told_when_its_day_is_there() {
    let portal = Portal::with_demo().await;
    let there = portal.another_server().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let mut stream = mira.listens().await;
    let mut said = an_asset("Launch");
    said["startsOn"] = days_from_today(1).into();
    let asset = admin.publishes(&said, SHEET).await;
    admin.replaces(&asset, NEWER).await;
    assert_eq!(portal.announces().await, 0);
    let today = days_from_today(0);
    let begin = format!("UPDATE asset SET starts_on = '{today}' WHERE id = '{}'", asset.id);
    portal.database().execute(&begin).await;
    let (here, elsewhere) = tokio::join!(portal.announces(), there.announces());
    assert_eq!(here + elsewhere, 1, "by one of two servers");
    assert_eq!(names(&stream.take(1).await), [of("asset.published", "Launch")]);
    assert_eq!(portal.announces().await, 0);
}

#[tokio::test]
async fn whoever_has_an_old_version_is_told_once() {
    let portal = Portal::with_demo().await;
    let (admin, mira, amir) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"), portal.rep("kestrel"));
    let asset = admin.publishes(&an_asset("Guide"), SHEET).await;
    mira.get(&asset.content(1)).await.is(200);
    let before = unread(&mira).await;
    assert!(told(&mira, &asset).await.is_empty());
    admin.replaces(&asset, NEWER).await;
    assert_eq!(told(&mira, &asset).await, ["asset.replaced"]);
    assert_eq!(unread(&mira).await, before + 1);
    let list = mira.at(&portal.another_server().await).get("/api/v1/notifications?limit=1").await.is(200);
    assert_eq!((list.at("/items/0/asset/title"), list.at("/items/0/asset/current")), (json!("Guide"), json!(2)));
    assert!(list.at("/items/0/deal").is_null());
    admin.replaces(&asset, NEWEST).await;
    assert_eq!(told(&mira, &asset).await, ["asset.replaced"], "she knows that hers is old");
    assert!(told(&amir, &asset).await.is_empty(), "he has none");
    assert!(told(&admin, &asset).await.is_empty());
    mira.get(&asset.content(3)).await.is(200);
    amir.get(&asset.content(2)).await.is(200);
    admin.orders(&asset, "versions/2/withdraw").await.is(200);
    assert_eq!(told(&mira, &asset).await, ["asset.replaced"], "she has not that one");
    assert_eq!(told(&amir, &asset).await, ["asset.withdrawn"]);
    let list = amir.get("/api/v1/notifications?limit=1").await.is(200);
    assert_eq!(list.at("/items/0/asset/version"), 2);
    admin.orders(&asset, "withdraw").await.is(200);
    assert_eq!(told(&mira, &asset).await, ["asset.withdrawn", "asset.replaced"]);
    let newest = mira.get("/api/v1/notifications?limit=1").await.is(200).at("/items/0/id");
    assert_eq!(mira.reads(&json!({"upTo": newest})).await.is(200).at("/unread"), 0);
}

#[tokio::test]
async fn whom_it_is_for_no_longer_is_not_told_and_sees_nothing_of_what_they_were_told() {
    let portal = Portal::with_demo().await;
    let (admin, silver) = (portal.vendor_admin("aurora"), portal.rep("kestrel"));
    let asset = admin.publishes(&for_tier("Guide", "Silver"), SHEET).await;
    silver.get(&asset.content(1)).await.is(200);
    let before = unread(&silver).await;
    admin.replaces(&asset, NEWER).await;
    assert_eq!(unread(&silver).await, before + 1);
    // Their firm is of another tier by now.
    portal.database().execute("UPDATE organisation SET tier = 'Bronze' WHERE tier = 'Silver'").await;
    assert_eq!(unread(&silver).await, before);
    assert!(told(&silver, &asset).await.is_empty());
    admin.orders(&asset, "withdraw").await.is(200);
    assert_eq!(unread(&silver).await, before);
}

#[tokio::test]
async fn the_mail_that_tells_of_it_leads_to_the_asset() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let preferences = "/api/v1/notifications/preferences";
    let chosen = json!({"language": "en", "topics": [{"topic": "library", "mail": "at_once"}]});
    mira.sends(axum::http::Method::PUT, preferences).json(&chosen).await.is(200);
    let asset = admin.publishes(&an_asset("Guide to depots"), SHEET).await;
    mira.get(&asset.content(1)).await.is(200);
    admin.replaces(&asset, NEWER).await;
    portal.post(None).round(chrono::Utc::now() + chrono::TimeDelta::hours(1)).await.unwrap();
    let mails = admin.get("/api/v1/mails?limit=200").await.is(200);
    let mut texts = Vec::new();
    for id in mails.each("/items", "/id") {
        texts.push(admin.get(&format!("/api/v1/mails/{id}")).await.is(200).text());
    }
    let link = format!("/assets/{}", asset.id);
    let about = |text: &&String| text.contains(&link) && text.contains("Guide to depots");
    assert_eq!(texts.iter().filter(about).count(), 1, "{texts:?}");
}
