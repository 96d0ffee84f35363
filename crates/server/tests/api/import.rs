//! Deals from a file: read in every common form, tried without effect, each row by the contract's own rules.

use crate::portal::{Bringing, Portal, a_deal, a_row, a_table, fresh_key};
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn a_file_is_tried_without_effect_and_then_becomes_deals() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let before = mira.lists("").await.is(200).json()["counts"]["all"].as_u64().unwrap();
    let bad = a_row("Bad Firm").replace(",DE,", ",Mars,").replace("ines@bad-firm.example", "nobody");
    let file = a_table(&[a_row("North Zzyzx"), bad, a_row("South Zzyzx"), a_row("North Zzyzx")]);
    let brought = mira.brings_table(file.as_str()).await.is(201);
    let place = brought.header("location").unwrap().to_owned();
    let brought = brought.json();
    assert_eq!(
        (&brought["state"], &brought["rows"], &brought["name"]),
        (&json!("brought"), &json!(4), &json!("deals.csv"))
    );
    assert_eq!(
        brought["columns"][7],
        json!({"header": "Estimated value", "samples": ["1,250.50", "1,250.50", "1,250.50"], "twoDates": false, "twoNumbers": false})
    );
    assert!(brought["mapping"]["columns"].as_array().unwrap().iter().all(serde_json::Value::is_string), "{brought}");
    let needed = brought["targets"].as_array().unwrap().iter().filter(|target| target["required"] == true);
    assert_eq!(needed.count(), 10);

    let checked = mira.maps(&brought, &json!({})).await.is(200).json();
    assert_eq!(checked["found"], json!({"good": 2, "bad": 1, "duplicates": 1}));
    assert_eq!(
        mira.findings(&checked).await,
        [(3, vec!["/customer/country".to_owned(), "/contact/email".to_owned()]), (5, vec![String::new()]),]
    );
    let german = mira.get(&format!("{place}/findings?limit=1")).header("accept-language", "de").await.is(200).json();
    assert_eq!(german["items"][0]["why"][0]["why"], "Geben Sie das Länderkürzel mit zwei Buchstaben ein, etwa DE");
    assert_eq!(german["items"][0]["name"], "Bad Firm");
    assert!(german["nextCursor"].is_string());
    assert_eq!(mira.lists("").await.json()["counts"]["all"], before, "nothing is written yet");

    let begun = mira.starts(&checked).await.is(200).json();
    assert_eq!(begun["state"], "running");
    assert_eq!(portal.imports().await, 2);
    let done = mira.looks_at_import(&checked).await;
    assert_eq!((&done["state"], &done["done"], &done["imported"]), (&json!("done"), &json!(4), &json!(2)));
    let found = mira.lists("q=zzyzx&sort=customer").await.is(200).json();
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
    let deal = mira.get(&format!("/api/v1/deals/{}", found["items"][0]["id"].as_str().unwrap())).await.is(200).json();
    assert_eq!((&deal["review"], &deal["value"]["amount"]), (&json!("submitted"), &json!("1250.50")));
    mira.get(&format!("/api/v1/deals/{}/receipt", deal["id"].as_str().unwrap())).await.is(200);

    let left = mira.get(&format!("{place}/left")).await.is(200);
    let left = String::from_utf8(left.body.to_vec()).unwrap();
    let lines: Vec<&str> = left.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 3, "{left}");
    assert!(lines[0].ends_with("\"Customer need\",\"What to mend\""), "{left}");
    assert!(lines[1].contains("\"Mars\"") && lines[1].contains("Country: Enter the country"), "{left}");
    let again = mira
        .brings_table(left.replace("Mars", "DE").replace("nobody", "ines@bad-firm.example").as_str())
        .await
        .is(201)
        .json();
    assert_eq!(again["mapping"]["columns"].as_array().unwrap().last(), Some(&json!(null)), "the reasons are no field");
    assert_eq!(mira.maps(&again, &json!({})).await.json()["found"], json!({"good": 1, "bad": 0, "duplicates": 1}));
}

#[tokio::test]
async fn every_common_form_of_a_file_is_read() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let file = "Kunde;Land;Kundenbedarf\nÖlmühle Süd;de;\"erste Zeile\nzweite; Zeile\"\n=cmd|x;AT;-1\n";
    let wide = |bytes: fn(u16) -> [u8; 2]| file.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = file.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    for bytes in [
        file.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", file.as_bytes().to_vec()),
        marked(b"\xff\xfe", wide(u16::to_le_bytes)),
        marked(b"\xfe\xff", wide(u16::to_be_bytes)),
        latin,
    ] {
        let import = mira.brings_table(bytes).await.is(201).json();
        assert_eq!(import["columns"][0]["samples"], json!(["Ölmühle Süd", "=cmd|x"]));
        assert_eq!(import["columns"][2]["samples"][0], "erste Zeile\nzweite; Zeile");
        assert_eq!(import["mapping"]["columns"], json!(["/customer/name", "/customer/country", "/need"]));
    }
    let import = mira.brings_table(file).await.is(201).json();
    let checked = mira.maps(&import, &json!({"submit": false})).await.is(200).json();
    assert_eq!(checked["found"]["good"], 2);
    mira.starts(&checked).await.is(200);
    portal.imports().await;
    assert_eq!(
        mira.lists("review=draft&q=cmd").await.json()["items"][0]["customer"]["name"],
        "=cmd|x",
        "a text like any other"
    );
    assert!(portal.manager("aurora").lists("q=cmd").await.json()["items"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn what_is_no_table_and_what_is_too_large_is_refused() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    mira.brings_table("").await.is(422).refuses("no-table");
    mira.brings_table("only,names\n").await.is(422).refuses("no-table");
    mira.brings_table(b"PK\x03\x04book".to_vec()).await.is(422).refuses("no-table");
    mira.brings_table(format!("a,b\n{}", "1,2\n".repeat(10_001))).await.is(422).refuses("no-table");
    mira.brings_table("a,b\n1,2\n").header("content-type", "image/png").await.is(415).refuses("media-type");
    mira.brings_table("a,b\n1,2\n").without("idempotency-key").await.is(400);
    let large = |bytes: usize| format!("a,b\n1,{}\n", "x".repeat(bytes));
    mira.brings_table(large(5 * 1024 * 1024 - 8)).await.is(201);
    mira.brings_table(large(5 * 1024 * 1024)).await.is(413).refuses("too-large");
    let form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Grün.csv\"\r\n\r\na,b\n1,2\r\n--x--\r\n";
    let formed = mira.brings_table(form).header("content-type", "multipart/form-data; boundary=x").await.is(201).json();
    assert_eq!((&formed["name"], &formed["rows"]), (&json!("Grün.csv"), &json!(1)));
}

#[tokio::test]
async fn what_the_columns_hold_is_said_and_remembered() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let file = "Who,When,What\nNorth Zzyzx,3/4/2027,1.250\n";
    let import = mira.brings_table(file).await.is(201).json();
    assert_eq!(import["mapping"]["columns"], json!([null, null, null]));
    assert_eq!((&import["columns"][1]["twoDates"], &import["columns"][2]["twoNumbers"]), (&json!(true), &json!(true)));
    let said = json!({"columns": ["/customer/name", "/closeDate", "/value/amount"], "dates": "month_first", "decimals": "comma", "currency": "CHF", "submit": false});
    for wrong in [
        json!({"columns": ["/customer/name"]}),
        json!({"columns": ["/customer/name", "/customer/name", null]}),
        json!({"columns": ["/customer/name", "/customer/nose", null]}),
        json!({"columns": ["number", null, null]}),
        json!({"dates": "year_first"}),
        json!({"currency": "XXX"}),
        json!({"more": 1}),
    ] {
        mira.maps(&import, &wrong).await.is(422);
    }
    let checked = mira.maps(&import, &said).await.is(200).json();
    assert_eq!(checked["found"]["good"], 1);
    mira.starts(&checked).await.is(200);
    portal.imports().await;
    let deal = mira.lists("review=draft&q=north%20zzyzx").await.json()["items"][0].clone();
    assert_eq!(
        (&deal["closeDate"], &deal["value"]),
        (&json!("2027-03-04"), &json!({"amount": "1250.00", "currency": "CHF"}))
    );
    assert_eq!(mira.brings_table(file).await.json()["mapping"]["decimals"], "comma");
    assert_eq!(
        portal.colleague("bluepeak").brings_table(file).await.json()["mapping"]["columns"],
        json!([null, null, null])
    );
}

#[tokio::test]
async fn a_possible_duplicate_is_left_out_unless_it_is_asked_for() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let known = mira.registers(a_deal().of("North Zzyzx", "north-zzyzx.example")).await;
    let rival = portal.rep("kestrel");
    rival.registers(a_deal().of("South Zzyzx", "south-zzyzx.example")).await;
    let checked = mira.checks(&a_table(&[a_row("North Zzyzx"), a_row("South Zzyzx")])).await;
    assert_eq!(
        checked["found"],
        json!({"good": 1, "bad": 0, "duplicates": 1}),
        "a rival's registration is nobody's to know"
    );
    let page = mira.get(&format!("/api/v1/deals/import/{}/findings", checked["id"].as_str().unwrap())).await.json();
    assert_eq!(page["items"][0]["deal"], known.url.rsplit('/').next().unwrap());
    mira.post(&format!("/api/v1/deals/import/{}/start", checked["id"].as_str().unwrap()), &json!({"duplicates": true}))
        .await
        .is(200);
    assert_eq!(portal.imports().await, 2);
    let manager = portal.manager("aurora");
    assert_eq!(manager.lists("q=south%20zzyzx").await.json()["items"][0]["conflict"], true, "marked as any other");
}

#[tokio::test]
async fn an_import_is_its_persons_alone() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let import = mira.checks(&a_table(&[a_row("North Zzyzx")])).await;
    let url = format!("/api/v1/deals/import/{}", import["id"].as_str().unwrap());
    for other in [portal.colleague("bluepeak"), portal.rep("kestrel"), portal.manager("aurora")] {
        for rest in ["", "/findings", "/left"] {
            other.get(&format!("{url}{rest}")).await.is(404);
        }
        other.sends(Method::PUT, &format!("{url}/mapping")).json(&import["mapping"]).await.is(404);
    }
    portal.rep("kestrel").starts(&import).await.is(404);
    portal.manager("aurora").brings_table("a,b\n1,2\n").await.is(403);
    portal.manager("aurora").post(&format!("{url}/cancel"), &json!({})).key(&fresh_key()).await.is(403);
}
