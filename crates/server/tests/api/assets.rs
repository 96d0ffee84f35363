//! The library: what is found, by whom, and its files.

use crate::portal::{Person, Portal, days_from_today, digest};
use axum::body::Bytes;
use serde_json::json;

/// The ids of what is found.
async fn found(person: &Person, query: &str) -> Vec<String> {
    person.get(&format!("/api/v1/assets?{query}")).await.is(200).each("/items", "/id")
}

#[tokio::test]
async fn words_are_found_inside_of_files_with_the_page_they_stand_on() {
    let portal = Portal::having_read(&["fleet-data-sheet", "depot-implementation-guide"]).await;
    let mira = portal.rep("bluepeak");
    let page = mira.get("/api/v1/assets?q=firedamp").await.is(200);
    assert_eq!(page.each("/items", "/id"), ["fleet-data-sheet"]);
    assert_eq!(page.at("/items/0/found/place"), "file");
    assert_eq!(page.at("/items/0/found/page"), 3);
    let excerpt = page.at("/items/0/found/excerpt");
    assert!(excerpt[1].as_str().unwrap().eq_ignore_ascii_case("firedamp"), "{excerpt}");
    assert_eq!(found(&mira, "q=laminated").await, ["depot-implementation-guide"], "in a document of an office program");
    assert!(found(&mira, "q=firedamp%20laminated").await.is_empty(), "all words are to be in one");
}

#[tokio::test]
async fn forms_of_words_are_found_in_every_language() {
    let read = ["fleet-datenblatt", "temoignage-armor-frais", "caso-miramar-flores", "fleet-data-sheet"];
    let portal = Portal::having_read(&read).await;
    let mira = portal.rep("bluepeak");
    for (word, asset) in [
        ("Lieferschein", "fleet-datenblatt"),
        ("LIEFERSCHEINE", "fleet-datenblatt"),
        ("livraison", "temoignage-armor-frais"),
        ("entregas", "caso-miramar-flores"),
        ("entrega", "caso-miramar-flores"),
        ("peon%C3%ADa", "caso-miramar-flores"),
        ("peonias", "caso-miramar-flores"),
        ("specification", "fleet-data-sheet"),
    ] {
        let found = found(&mira, &format!("q={word}")).await;
        assert!(found.iter().any(|id| id == asset), "{word}: {found:?}");
    }
}

#[tokio::test]
async fn a_slip_of_the_finger_is_put_right_and_said() {
    let portal = Portal::having_read(&["fleet-data-sheet"]).await;
    let mira = portal.rep("bluepeak");
    let page = mira.get("/api/v1/assets?q=fierdamp").await.is(200);
    assert_eq!(page.each("/items", "/id"), ["fleet-data-sheet"]);
    assert_eq!(page.at("/corrected").as_str().unwrap().to_lowercase(), "firedamp");
    let exact = mira.get("/api/v1/assets?q=firedamp").await.is(200);
    assert!(exact.at("/corrected").is_null());
    let nothing = mira.get("/api/v1/assets?q=xylophonist").await.is(200);
    assert_eq!((nothing.at("/total"), nothing.at("/corrected").is_null()), (json!(0), true));
}

#[tokio::test]
async fn a_word_of_a_file_that_one_may_not_see_is_not_even_suggested() {
    let portal = Portal::having_read(&["competitive-landscape"]).await;
    let (mira, ines) = (portal.rep("bluepeak"), portal.vendor_admin("aurora"));
    assert_eq!(found(&ines, "q=brother-in-law").await, ["competitive-landscape"]);
    // Two slips away from a word that stands in that file alone.
    let asked = mira.get("/api/v1/assets?q=competitve%20confidentail").await.is(200);
    assert!(asked.at("/corrected").is_null() || !asked.each("/items", "/id").is_empty());
    assert!(found(&mira, "q=brother-in-law").await.is_empty());
}

#[tokio::test]
async fn what_is_for_another_tier_role_or_region_is_hidden_by_every_path() {
    let portal = Portal::having_read(&["proposal-template"]).await;
    let (gold, silver) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let asset = "/api/v1/assets/proposal-template";
    gold.get(asset).await.is(200);
    let missing = silver.get("/api/v1/assets/no-such-asset").await.is(404);
    assert_eq!(silver.get(asset).await.is(404).without("instance"), missing.without("instance"));
    for part in
        ["versions/1/content", "versions/2/content", "versions/2/thumbnail", "versions/2/pages/1", "versions/2/view"]
    {
        silver.get(&format!("{asset}/{part}")).await.is(404);
        silver.get(&format!("{asset}/{part}")).header("range", "bytes=0-9").await.is(404);
    }
    let count = |answer: &crate::portal::Answer, facet: &str, value: &str| {
        let facets = answer.at("/facets");
        let facet = facets.as_array().unwrap().iter().find(|one| one["name"] == facet).cloned();
        let values = facet.map(|facet| facet["values"].clone()).unwrap_or_default();
        values.as_array().and_then(|values| values.iter().find(|one| one["value"] == value)?["count"].as_u64())
    };
    let (seen, unseen) = (gold.get("/api/v1/assets").await.is(200), silver.get("/api/v1/assets").await.is(200));
    assert_eq!(
        seen.at("/total").as_u64().unwrap() - 2,
        unseen.at("/total").as_u64().unwrap(),
        "and a price list of a region"
    );
    assert_eq!(count(&seen, "kind", "template").unwrap() - 1, count(&unseen, "kind", "template").unwrap());
    assert!(found(&gold, "q=proposal%20template").await.contains(&"proposal-template".to_owned()));
    assert!(!found(&silver, "q=proposal%20template").await.contains(&"proposal-template".to_owned()));
    // By role, and by region.
    portal.marketer("bluepeak").get("/api/v1/assets/marketplace-listing-kit").await.is(200);
    gold.get("/api/v1/assets/marketplace-listing-kit").await.is(404);
    gold.get("/api/v1/assets/preisliste-dach").await.is(200);
    silver.get("/api/v1/assets/preisliste-dach").await.is(404);
    // By tenant.
    let other = portal.rep("vantage");
    other.get(asset).await.is(404);
    assert!(!found(&other, "q=proposal").await.contains(&"proposal-template".to_owned()));
    // And signed out.
    portal.nobody().get("/api/v1/assets").await.is(401);
}

#[tokio::test]
async fn a_file_goes_out_whole_in_parts_and_under_its_digest() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let asset = mira.get("/api/v1/assets/fleet-data-sheet").await.is(200);
    assert_eq!(
        (asset.at("/current"), asset.at("/versions/0/n"), asset.at("/downloaded")),
        (json!(3), json!(3), json!(2))
    );
    let url = "/api/v1/assets/fleet-data-sheet/versions/3/content";
    let whole = mira.get(url).header("accept-encoding", "br").await.is(200);
    assert_eq!(asset.at("/versions/0/sha256"), digest(&whole.body));
    assert_eq!(asset.at("/versions/0/size"), whole.body.len());
    assert!(whole.header("repr-digest").unwrap().starts_with("sha-256=:"));
    assert_eq!(whole.header("content-type"), Some("application/pdf"));
    assert!(whole.header("content-disposition").unwrap().starts_with("attachment; filename=\"Fleet data sheet.pdf\""));
    assert_eq!(whole.header("content-security-policy"), Some("sandbox; default-src 'none'"));
    mira.get(url).header("if-none-match", whole.etag()).await.is(304);
    let part = mira.get(url).header("range", "bytes=10-19").header("if-range", whole.etag()).await.is(206);
    assert_eq!(part.body, Bytes::copy_from_slice(&whole.body[10..20]));
    assert_eq!(part.header("content-range"), Some(format!("bytes 10-19/{}", whole.body.len()).as_str()));
    let last = mira.get(url).header("range", "bytes=-5").await.is(206);
    assert_eq!(last.body, Bytes::copy_from_slice(&whole.body[whole.body.len() - 5..]));
    mira.get(url).header("range", "bytes=99999999-").await.is(416).refuses("range");
    let shown = mira.get(&format!("{url}?disposition=inline")).await.is(200);
    assert!(shown.header("content-disposition").unwrap().starts_with("inline;"));
    for bad in ["disposition=other", "page=1"] {
        mira.get(&format!("{url}?{bad}")).await.is(400);
    }
    for bad in ["0", "4", "-1", "99999999999", "x", "1%00"] {
        mira.get(&format!("/api/v1/assets/fleet-data-sheet/versions/{bad}/content")).await.is(404);
    }
    mira.get("/api/v1/assets/a%00b").await.is(404);
}

#[tokio::test]
async fn a_download_is_counted_once_and_remembered() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let asset = "/api/v1/assets/fleet-data-sheet";
    let before = amir.get(asset).await.is(200);
    assert!(before.at("/downloaded").is_null());
    let url = format!("{asset}/versions/1/content");
    amir.get(&url).await.is(200);
    amir.get(&url).header("range", "bytes=100-").await.is(206);
    amir.get(&format!("{url}?disposition=inline")).await.is(200);
    let after = amir.get(asset).await.is(200);
    assert_eq!(after.at("/downloaded"), 1);
    assert_eq!(after.at("/downloads").as_u64(), before.at("/downloads").as_u64().map(|count| count + 1));
    assert_eq!(found(&amir, "used=true").await, ["fleet-data-sheet"]);
    assert_eq!(found(&mira, "used=true&sort=title").await, ["first-call-deck", "fleet-data-sheet", "price-list"]);
    // Another server on the database counts it too.
    let other = portal.another_server().await;
    assert_eq!(other.rep("kestrel").get(asset).await.at("/downloads"), after.at("/downloads"));
}

#[tokio::test]
async fn what_has_expired_or_was_withdrawn_is_told_and_its_file_is_gone() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for (id, standing) in [("social-autumn-campaign", "expired"), ("legacy-connector-guide", "withdrawn")] {
        assert!(!found(&mira, &format!("q={}", id.replace('-', "%20"))).await.contains(&id.to_owned()));
        assert_eq!(mira.get(&format!("/api/v1/assets/{id}")).await.is(200).at("/standing"), standing);
        mira.get(&format!("/api/v1/assets/{id}/versions/1/content")).await.is(410).refuses("gone");
        mira.get(&format!("/api/v1/assets/{id}/versions/1/thumbnail")).await.is(410).refuses("gone");
    }
    let ending = mira.get("/api/v1/assets/banner-webinar").await.is(200);
    assert_eq!((ending.at("/standing"), ending.at("/expiresOn")), (json!("current"), json!(days_from_today(12))));
    portal
        .database()
        .execute("UPDATE asset_version SET withdrawn = TRUE WHERE asset_id = 'price-list' AND n = 1")
        .await;
    mira.get("/api/v1/assets/price-list/versions/1/content").await.is(410).refuses("gone");
    mira.get("/api/v1/assets/price-list/versions/2/content").await.is(200);
}

#[tokio::test]
async fn a_list_is_narrowed_ordered_and_paged() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let all = mira.get("/api/v1/assets?sort=title&limit=200").await.is(200);
    let total = usize::try_from(all.at("/total").as_u64().unwrap()).unwrap();
    let ids = all.each("/items", "/id");
    assert!(ids.len() == total && total > 55);
    let (mut paged, mut url) = (Vec::new(), "/api/v1/assets?sort=title&limit=20".to_owned());
    loop {
        let page = mira.get(&url).await.is(200);
        paged.extend(page.each("/items", "/id"));
        assert_eq!(page.at("/facets").is_null(), url.contains("cursor="));
        match page.at("/nextCursor").as_str() {
            Some(cursor) => url = format!("/api/v1/assets?sort=title&limit=20&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(paged, ids);
    let videos = mira.get("/api/v1/assets?kind=video&format=video").await.is(200);
    assert_eq!(videos.at("/total"), 3);
    let popular = mira.get("/api/v1/assets?sort=popular").await.is(200).at("/items");
    let counts: Vec<u64> = popular.as_array().unwrap().iter().map(|one| one["downloads"].as_u64().unwrap()).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
    for bad in ["sort=size", "kind=novel", "cursor=n1", "limit=0", "colour=red", "collection=a,b"] {
        mira.get(&format!("/api/v1/assets?{bad}")).await.is(400).refuses("malformed");
    }
    for odd in ["q=%22%27%29%28*%3A%26%7C!", "q=%00", "q=AND%20OR%20NOT", "q=%E2%80%AE", "q=-", "product=%25"] {
        assert!([200, 400].contains(&mira.get(&format!("/api/v1/assets?{odd}")).await.status), "{odd}");
    }
}

#[tokio::test]
async fn collections_have_their_order_and_count_what_one_sees() {
    let portal = Portal::with_demo().await;
    let (gold, silver) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let (mine, theirs) =
        (gold.get("/api/v1/collections").await.is(200), silver.get("/api/v1/collections").await.is(200));
    let count = |answer: &crate::portal::Answer, id: &str| {
        let items = answer.at("/items");
        items.as_array().unwrap().iter().find(|one| one["id"] == id).map(|one| one["count"].clone())
    };
    let lists = mine.each("/items", "/id").into_iter().find(|id| id.contains("price")).unwrap();
    let (seen, unseen) = (count(&mine, &lists).unwrap(), count(&theirs, &lists).unwrap());
    assert_eq!(seen.as_u64().unwrap(), unseen.as_u64().unwrap() + 1, "a list of a region");
    let page = gold.get(&format!("/api/v1/assets?collection={lists}")).await.is(200);
    assert_eq!(page.at("/total"), seen);
    assert!(found(&gold, "collection=none").await.is_empty());
}

#[tokio::test]
async fn for_a_deal_what_is_about_its_products_is_found() {
    let portal = Portal::with_demo().await;
    let (mira, amir) = (portal.rep("bluepeak"), portal.rep("kestrel"));
    let deal = mira.registers(crate::portal::a_deal()).await;
    let products = mira.get(&deal.url).await.is(200).each("/products", "/product");
    let page = mira.get(&format!("/api/v1/assets?deal={}&limit=200", deal.id)).await.is(200);
    let items = page.at("/items");
    assert!(!items.as_array().unwrap().is_empty());
    for item in items.as_array().unwrap() {
        let about = item["products"].as_array().unwrap();
        assert!(about.is_empty() || about.iter().any(|one| products.iter().any(|product| one == product)), "{item}");
    }
    amir.get(&format!("/api/v1/assets?deal={}", deal.id)).await.is(404);
}
