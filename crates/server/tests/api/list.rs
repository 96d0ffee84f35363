//! The list of deals: who sees which, named sets, orders, pages.

use crate::portal::{Answer, Person, Portal, a_deal};
use portico_contract::deal::{Review, Stage};
use serde_json::Value;
use std::collections::HashSet;

/// All that a query finds, page by page.
pub async fn walk(person: &Person, query: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut page = person.lists(query).await.is(200);
    loop {
        all.extend(page.at("/items").as_array().unwrap().iter().cloned());
        let Value::String(cursor) = page.at("/nextCursor") else { return all };
        assert!(cursor.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{cursor}");
        page = person.lists(&format!("{query}&cursor={cursor}")).await.is(200);
    }
}

fn count(answer: &Answer, set: &str) -> u64 {
    answer.at(&format!("/counts/{set}")).as_u64().unwrap()
}

#[tokio::test]
async fn a_row_shows_what_a_row_needs() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal()).await;
    let row = mira.lists("limit=1").await.is(200).at("/items/0");
    for member in
        ["id", "number", "products", "value", "closeDate", "review", "owner", "organisation", "registeredAt", "version"]
    {
        let expected = match member {
            "products" => serde_json::json!(["fleet"]),
            other => deal.at(&format!("/{other}")),
        };
        assert_eq!(row[member], expected, "{member}");
    }
    assert_eq!(row["customer"]["name"], deal.at("/customer/name"));
    assert_eq!(row["sla"], deal.at("/sla"));
    assert_eq!(row["conflict"], Value::Null, "that is the vendor's to know");
}

#[tokio::test]
async fn a_partner_sees_its_own_deals_and_the_vendor_all_but_drafts() {
    let portal = Portal::with_demo().await;
    let firm = |row: &Value| row["organisation"]["id"].as_str().unwrap().to_owned();
    for (person, firms) in [
        (portal.rep("bluepeak"), vec!["bluepeak"]),
        (portal.marketer("bluepeak"), vec!["bluepeak"]),
        (portal.rep("kestrel"), vec!["kestrel"]),
        (portal.manager("aurora"), vec!["bluepeak", "kestrel"]),
        (portal.manager("halcyon"), vec!["vantage"]),
    ] {
        let rows = walk(&person, "limit=200").await;
        assert_eq!(rows.iter().map(firm).collect::<HashSet<_>>(), firms.iter().map(|f| (*f).to_owned()).collect());
    }
    let drafts = |person: Person| async move { walk(&person, "review=draft").await.len() };
    assert_eq!(drafts(portal.rep("bluepeak")).await, 6);
    for vendor in [portal.manager("aurora"), portal.vendor_admin("aurora"), portal.seller("aurora")] {
        assert_eq!(drafts(vendor.clone()).await, 0);
        assert!(walk(&vendor, "limit=200").await.iter().all(|row| row["review"] != "draft"));
    }
    portal.nobody().lists("").await.is(401);
}

#[tokio::test]
async fn a_filter_finds_what_it_says_and_all_of_it() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let all = walk(&mira, "limit=200").await;
    let of = |is: &dyn Fn(&Value) -> bool| -> HashSet<String> {
        all.iter().filter(|row| is(row)).map(|row| row["id"].to_string()).collect()
    };
    let found = async |query: &str| -> HashSet<String> {
        walk(&mira, query).await.iter().map(|row| row["id"].to_string()).collect()
    };
    for review in Review::ALL {
        assert_eq!(found(&format!("review={}", review.name())).await, of(&|row| row["review"] == review.name()));
    }
    for stage in Stage::ALL {
        assert_eq!(found(&format!("stage={}", stage.name())).await, of(&|row| row["stage"] == stage.name()));
    }
    let several = |row: &Value| row["review"] == "submitted" || row["review"] == "in_review";
    assert_eq!(found("review=submitted,in_review").await, of(&several));
    let own = of(&|row| row["owner"]["id"] == "rep-bluepeak-example");
    assert!(!own.is_empty() && own.len() < all.len());
    assert_eq!(found("owner=me").await, own);
    assert_eq!(found("owner=rep-bluepeak-example").await, own);
    assert!(found("owner=rep-kestrel-example").await.is_empty(), "a rival's deals stay hidden");
    let both = |row: &Value| row["owner"]["id"] == "rep-bluepeak-example" && row["stage"] == "won";
    assert_eq!(found("owner=me&stage=won").await, of(&both));
    assert_eq!(found("q=&review=&stage=&owner=&show=&sort=&cursor=&limit=200").await.len(), all.len());
}

#[tokio::test]
async fn a_named_set_has_what_its_count_says() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let first = mira.lists("limit=1").await.is(200);
    let over = ["rejected", "duplicate", "withdrawn", "expired"];
    let today = chrono::Utc::now().date_naive();
    for (set, wire, holds) in [
        (
            "open",
            "open",
            Box::new(|row: &Value| !over.iter().any(|review| row["review"] == *review) && !closed(row))
                as Box<dyn Fn(&Value) -> bool>,
        ),
        (
            "needsPartner",
            "needs_partner",
            Box::new(|row| ["draft", "claimed", "info_requested"].iter().any(|review| row["review"] == *review)),
        ),
        ("decided", "decided", Box::new(|row| over.iter().any(|review| row["review"] == *review) || closed(row))),
        (
            "ending",
            "ending",
            Box::new(|row| {
                let ends: chrono::NaiveDate = row["protection"]["endsOn"].as_str().unwrap().parse().unwrap();
                row["review"] == "approved" && !closed(row) && (ends - today).num_days() <= 15
            }),
        ),
    ] {
        let rows = walk(&mira, &format!("show={wire}&limit=200")).await;
        assert_eq!(rows.len() as u64, count(&first, set), "{set}");
        assert!(!rows.is_empty() && rows.iter().all(&holds), "{set}");
    }
    assert_eq!(count(&first, "all"), 200);
    assert_eq!(count(&first, "open") + count(&first, "decided"), 200, "every deal is in one of the two");
    assert!(count(&first, "ending") >= 4);
}

fn closed(row: &Value) -> bool {
    row["stage"] == "won" || row["stage"] == "lost"
}

#[tokio::test]
async fn counts_follow_all_that_narrows_and_stand_on_the_first_page() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let own = mira.lists("owner=me&limit=2").await.is(200);
    assert_eq!(count(&own, "all"), walk(&mira, "owner=me&limit=200").await.len() as u64);
    let chosen = mira.lists("owner=me&show=decided&limit=2").await.is(200);
    assert_eq!(chosen.at("/counts"), own.at("/counts"), "the sets stay in view while one is chosen");
    let rejected = mira.lists("owner=me&review=rejected&limit=2").await.is(200);
    let all = walk(&mira, "owner=me&review=rejected&limit=200").await.len() as u64;
    assert_eq!((count(&rejected, "all"), count(&rejected, "decided"), count(&rejected, "open")), (all, all, 0));
    let cursor = own.at("/nextCursor");
    let next = mira.lists(&format!("owner=me&limit=2&cursor={}", cursor.as_str().unwrap())).await.is(200);
    assert_eq!(next.at("/counts"), Value::Null);
}

#[tokio::test]
async fn every_order_is_kept_over_all_pages() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    mira.begins(a_deal().without("/customer/name").without("/value").without("/closeDate")).await;
    let minor = |row: &Value| {
        let amount = row["value"]["amount"].as_str().unwrap_or("0").replace('.', "");
        format!("{amount:0>20}")
    };
    let text = |row: &Value, pointer: &str| row.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    // As text `:00Z` would come after `:00.001Z`.
    let moment = |row: &Value, pointer: &str| {
        let at = text(row, pointer).parse::<chrono::DateTime<chrono::Utc>>().ok();
        at.map(|at| format!("{:0>20}", at.timestamp_millis()))
    };
    for sort in ["updatedAt", "registeredAt", "value", "closeDate", "customer", "dueAt", "endsOn"] {
        let key = |row: &Value| match sort {
            "value" => minor(row),
            "customer" => text(row, "/customer/name"),
            // What nobody owes an answer to comes last.
            "dueAt" => moment(row, "/sla/dueAt").unwrap_or("9".repeat(20)),
            "closeDate" => text(row, "/closeDate"),
            // What is not protected comes first.
            "endsOn" => text(row, "/protection/endsOn"),
            other => moment(row, &format!("/{other}")).unwrap_or_default(),
        };
        let up: Vec<String> = walk(&mira, &format!("sort={sort}&limit=37")).await.iter().map(key).collect();
        assert_eq!(up.len(), 201, "{sort}");
        assert!(up.is_sorted(), "{sort}: {up:?}");
        if !matches!(sort, "dueAt" | "endsOn") {
            let down: Vec<String> = walk(&mira, &format!("sort=-{sort}&limit=37")).await.iter().map(key).collect();
            assert!(down.iter().rev().is_sorted() && down.len() == 201, "-{sort}");
        }
    }
    let preset = mira.lists("limit=5").await.is(200);
    assert_eq!(preset.at("/items"), mira.lists("limit=5&sort=-updatedAt").await.at("/items"));
}

#[tokio::test]
async fn a_walk_misses_nothing_and_meets_nothing_twice_while_new_deals_come_in() {
    let portal = Portal::with_demo().await;
    let (mira, sofia) = (portal.rep("bluepeak"), portal.colleague("bluepeak"));
    let before: HashSet<String> = walk(&mira, "limit=200").await.iter().map(|row| row["id"].to_string()).collect();
    for sort in ["-updatedAt", "updatedAt", "customer", "-value", "dueAt", "endsOn"] {
        let mut seen = Vec::new();
        let mut page = mira.lists(&format!("sort={sort}&limit=23")).await.is(200);
        loop {
            seen.extend(page.at("/items").as_array().unwrap().iter().map(|row| row["id"].to_string()));
            sofia.registers(a_deal()).await;
            let Some(link) = page.header("link").map(str::to_owned) else { break };
            let url = link.trim_start_matches('<').trim_end_matches(">; rel=\"next\"");
            page = mira.get(url).await.is(200);
        }
        let distinct: HashSet<String> = seen.iter().cloned().collect();
        assert_eq!(distinct.len(), seen.len(), "{sort}: nothing twice");
        assert!(distinct.is_superset(&before), "{sort}: nothing missed");
    }
}

#[tokio::test]
async fn a_link_leads_to_the_next_page_of_the_same_question() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let first = mira.lists("q=fleet&limit=3&sort=customer").await.is(200);
    let link = first.header("link").unwrap();
    let cursor = first.at("/nextCursor");
    let expected =
        format!("</api/v1/deals?q=fleet&limit=3&sort=customer&cursor={}>; rel=\"next\"", cursor.as_str().unwrap());
    assert_eq!(link, expected);
    let last = mira.lists("review=draft&limit=200").await.is(200);
    assert_eq!((last.header("link"), last.at("/nextCursor")), (None, Value::Null));
}

#[tokio::test]
async fn a_page_has_fifty_rows_unless_asked_otherwise() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let rows = async |query: &str| mira.lists(query).await.is(200).at("/items").as_array().unwrap().len();
    assert_eq!((rows("").await, rows("limit=1").await, rows("limit=200").await), (50, 1, 200));
}

#[tokio::test]
async fn a_question_that_cannot_be_meant_is_refused_instead_of_answered() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let foreign = mira.lists("limit=1&sort=customer").await.is(200).at("/nextCursor");
    for query in [
        "page=2",
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=ten",
        "limit=",
        "review=open",
        "review=draft,",
        "stage=sold",
        "show=mine",
        "sort=size",
        "sort=-dueAt",
        "sort=-endsOn",
        "cursor=guess",
        "cursor=%FF",
        "cursor=LXVwZGF0ZWRBdAphCmI",
        "q=a%00b",
        "owner=%07",
        &format!("cursor={}", foreign.as_str().unwrap()),
        &format!("q={}", "x".repeat(201)),
    ] {
        mira.lists(query).await.is(400).refuses("malformed");
    }
    // A cursor of the right form that no page ever had: "customer", an id and a name with a NUL in it.
    mira.lists("sort=customer&cursor=Y3VzdG9tZXIKYQoAYg").await.is(400);
    mira.lists("sort=customer&cursor=Y3VzdG9tZXIKAGEKYg").await.is(400);
}
