//! The list as a file: what one sees and no more, safe in a spreadsheet, and read back as it was.

use crate::portal::{Answer, Bringing, Person, Portal, a_deal};

fn text(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

async fn exports(person: &Person, query: &str) -> String {
    text(&person.get(&format!("/api/v1/deals/export?{query}")).await.is(200)).to_owned()
}

#[tokio::test]
async fn a_list_becomes_a_file_for_spreadsheets() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let deal = mira.registers(a_deal().with("/need", "=cmd|' /C calc'!A0 and more than that")).await;
    let number = deal.number();
    let answer = mira.get(&format!("/api/v1/deals/export?q={number}")).await.is(200);
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
    let named = answer.header("content-disposition").unwrap();
    assert!(named.starts_with("attachment; filename=\"deals-20") && named.ends_with(".csv\""), "{named}");
    let file = text(&answer);
    let lines: Vec<&str> = file.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    assert_eq!(lines.len(), 3, "{file}");
    assert!(lines[0].starts_with("\"Number\",\"Review\",\"Stage\",\"Customer name\","), "{file}");
    assert!(lines[0].contains("\"Number of depots\""), "the tenant's own fields too");
    assert!(lines[1].contains("\"50000.00\",\"EUR\",\"20") && lines[1].contains("\"'=cmd|"), "{file}");
    assert!(lines[1].contains("\"'+494012345678\""), "a telephone number is no sum");
    let german = exports(&mira, &format!("q={number}&language=de&bom=false")).await;
    assert!(
        german.starts_with("\"Nummer\";\"Prüfung\";\"Phase\";") && german.contains("\"50000,00\";\"EUR\""),
        "{german}"
    );
    mira.get("/api/v1/deals/export?separator=dot").await.is(400);
    mira.get("/api/v1/deals/export?limit=1").await.is(400);
    mira.get("/api/v1/deals/export?color=red").await.is(400);
    portal.nobody().get("/api/v1/deals/export").await.is(401);
}

#[tokio::test]
async fn an_export_has_all_pages_in_the_lists_order_and_filters() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let all = exports(&mira, "sort=customer&separator=tab").await;
    let listed = mira.lists("sort=customer&limit=200").await.is(200).json();
    let count = listed["counts"]["all"].as_u64().unwrap();
    assert!(count > 50);
    let rows: Vec<&str> = all.lines().skip(1).filter(|line| line.starts_with("\"D-")).collect();
    assert_eq!(rows.len() as u64, count);
    let numbers: Vec<String> = rows.iter().map(|row| row[1..12].to_owned()).collect();
    let expected = listed["items"].as_array().unwrap().iter().map(|deal| deal["number"].as_str().unwrap().to_owned());
    assert_eq!(numbers.iter().take(200).cloned().collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    let drafts = exports(&mira, "review=draft").await;
    assert!(drafts.lines().skip(1).filter(|line| line.starts_with("\"D-")).all(|line| line.contains(",\"Draft\",")));
}

#[tokio::test]
async fn nobody_exports_what_is_not_theirs() {
    let portal = Portal::with_demo().await;
    let (mira, manager) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    manager.notes(&deal, "Careful with this one.").await;
    let draft = mira.begins(a_deal()).await;
    let of = |file: String| (file.contains(&deal.number()), file.contains(&draft.number()), file.contains("Careful"));
    assert_eq!(of(exports(&mira, "").await), (true, true, false));
    assert_eq!(of(exports(&portal.rep("kestrel"), "").await), (false, false, false));
    assert_eq!(
        of(exports(&manager, "").await),
        (true, false, false),
        "a draft is the partner's, a note is in no export"
    );
    assert_eq!(of(exports(&portal.manager("halcyon"), "").await), (false, false, false));
}

#[tokio::test]
async fn what_was_exported_is_read_back_in_any_language() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    for language in ["en", "de"] {
        let deal = mira.registers(a_deal().with("/custom/depots", 40).with("/custom/system", "paper")).await;
        let file = exports(&mira, &format!("q={}&language={language}", deal.number())).await;
        mira.withdraws(&deal).await;
        let import = mira.checks(&file).await;
        assert_eq!(import["found"], serde_json::json!({"good": 1, "bad": 0, "duplicates": 0}), "{language}");
        mira.starts(&import).await.is(200);
        assert_eq!(portal.imports().await, 1);
        let newest = mira.lists("limit=1").await.is(200).json()["items"][0]["id"].as_str().unwrap().to_owned();
        let (mut before, mut after) = (
            mira.get(&deal.url).await.is(200).json(),
            mira.get(&format!("/api/v1/deals/{newest}")).await.is(200).json(),
        );
        for other in [
            "id",
            "number",
            "review",
            "registeredAt",
            "createdAt",
            "updatedAt",
            "version",
            "sla",
            "allowedActions",
            "competition",
            "incentive",
            "reason",
            "editableFields",
        ] {
            before.as_object_mut().unwrap().remove(other);
            after.as_object_mut().unwrap().remove(other);
        }
        assert_eq!(after, before, "{language}");
    }
}
