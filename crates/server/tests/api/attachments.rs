//! Files on comments: taken for what they are, and seen by whoever sees the comment.

use crate::portal::{Deal, File, Person, Portal, a_deal, digest, elf, fresh_key, mistakes, pdf, png};
use axum::body::Bytes;
use serde_json::{Value, json};

const LIMIT: usize = 25 * 1024 * 1024;

async fn a_deal_of(portal: &Portal) -> (Person, Person, Deal) {
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let deal = mira.registers(a_deal()).await;
    (mira, jonas, deal)
}

/// Nobody of these gets anything of a file.
async fn is_hidden_from(file: &File, people: &[Person]) {
    for person in people {
        person.get(&file.url).await.is(404);
    }
}

#[tokio::test]
async fn a_file_on_a_comment_is_read_on_the_other_side() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, deal) = a_deal_of(&portal).await;
    let bytes = png(600_000);
    let file = mira.brings(&deal, "Plan für Süd.png", &bytes).await;
    assert_eq!(file.seen.header("location"), Some(file.url.as_str()));
    let mut stream = jonas.listens().await;
    let said = mira.hangs(&deal, &[&file], false).await.is(201);
    let told = json!({
        "id": file.id, "name": "Plan für Süd.png", "mediaType": "image/png", "size": bytes.len(), "sha256": digest(&bytes),
        "addedBy": {"id": "rep-bluepeak-example", "name": "Mira Kern"}, "addedAt": file.seen.at("/addedAt")
    });
    assert_eq!(said.at("/data/comment/attachments/0"), told, "no word is needed beside a file");
    assert_eq!(stream.next().await.at("/data/comment/attachments/0"), told);
    assert_eq!(jonas.reads_timeline(&deal).await.at("/items/0/data/comment/attachments/0"), told);

    let read = jonas.get(&file.url).header("accept-encoding", "br").await.is(200);
    assert_eq!(read.body, Bytes::from(bytes.clone()));
    for (name, value) in [
        ("content-type", "image/png"),
        (
            "content-disposition",
            "inline; filename=\"Plan f_r S_d.png\"; filename*=UTF-8''Plan%20f%C3%BCr%20S%C3%BCd.png",
        ),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("cache-control", "private, max-age=86400, immutable"),
        ("content-length", "600029"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(read.header(name), Some(value));
    }
    assert!(read.header("repr-digest").is_some_and(|digest| digest.starts_with("sha-256=:")));
    jonas.get(&file.url).header("if-none-match", read.etag()).await.is(304);
    let part = jonas.get(&file.url).header("range", "bytes=262140-262150").await.is(206);
    assert_eq!(part.body, Bytes::copy_from_slice(&bytes[262_140..=262_150]), "across two pieces");
    assert_eq!(part.header("content-range"), Some("bytes 262140-262150/600029"));
    let beyond = jonas.get(&file.url).header("range", "bytes=600029-").await.is(416).refuses("range");
    assert_eq!(beyond.header("content-range"), Some("bytes */600029"));
}

#[tokio::test]
async fn what_hangs_on_a_note_never_reaches_a_partner() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, deal) = a_deal_of(&portal).await;
    let before = mira.get(&deal.url).await.position();
    let file = jonas.brings(&deal, "margin.pdf", &pdf()).await;
    let partners = [mira.clone(), portal.marketer("bluepeak"), portal.partner_admin("bluepeak"), portal.rep("kestrel")];
    is_hidden_from(&file, &partners).await;
    let noted = jonas.hangs(&deal, &[&file], true).await.is(201);
    portal.seller("aurora").get(&file.url).await.is(200);
    is_hidden_from(&file, &partners).await;
    for partner in &partners[..3] {
        assert!(!partner.reads_timeline(&deal).await.text().contains("margin"));
        assert!(!partner.get("/api/v1/notifications?limit=200").await.text().contains("margin"));
        assert_eq!(partner.get(&deal.url).await.position(), before, "not even that there is something");
    }
    let id: i64 = noted.at("/id").as_str().unwrap().parse().unwrap();
    let mut stream = mira.listens_after(id - 1).await;
    jonas.says(&deal, "Hello").await;
    let first = stream.next().await;
    assert_eq!(first.at("/data/comment/body"), "Hello", "the note was passed over");
}

#[tokio::test]
async fn a_file_that_hangs_on_nothing_is_its_bringers_and_goes_after_a_day() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, deal) = a_deal_of(&portal).await;
    let file = mira.brings(&deal, "plan.pdf", &pdf()).await;
    mira.get(&file.url).await.is(200);
    let leo = portal.colleague("bluepeak");
    is_hidden_from(&file, &[jonas.clone(), leo.clone(), portal.rep("kestrel"), portal.manager("halcyon")]).await;
    let refused = leo.hangs(&deal, &[&file], false).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/attachments/0", "not_in_list")]), "nor can another use it");

    let kept = mira.brings(&deal, "kept.pdf", &pdf()).await;
    mira.hangs(&deal, &[&kept], false).await.is(201);
    let begun = mira.upload(&deal, "begun.png", 100).await;
    mira.sends_part(&begun, 0, &png(0)).await.is(204);
    assert_eq!(portal.sweeps().await, 0, "a day has not passed");
    portal.database().execute("UPDATE attachment SET created_at = created_at - 86400001").await;
    assert_eq!(portal.sweeps().await, 2);
    mira.get(&file.url).await.is(404);
    mira.looks_at(&begun).await.is(404);
    jonas.get(&kept.url).await.is(200);
    let pieces = portal.database().rows("SELECT attachment_id FROM attachment_chunk").await;
    assert_eq!(pieces.len(), 1, "its bytes are gone as well: {pieces:?}");
}

#[tokio::test]
async fn another_firm_sees_nothing_of_a_file() {
    let portal = Portal::with_demo().await;
    let (mira, jonas, deal) = a_deal_of(&portal).await;
    let file = mira.brings(&deal, "plan.pdf", &pdf()).await;
    mira.hangs(&deal, &[&file], false).await.is(201);
    let rival = portal.rep("kestrel");
    is_hidden_from(&file, &[rival.clone(), portal.rep("vantage"), portal.manager("halcyon")]).await;
    let own = rival.registers(a_deal().of("Other", "other.example")).await;
    rival.get(&format!("{}/attachments/{}", own.url, file.id)).await.is(404);
    rival.sends_file(&deal, "plan.pdf", &pdf()).await.is(404);
    rival.begins_upload(&deal, "plan.pdf", 10).await.is(404);
    rival.hangs(&own, &[&file], false).await.is(422);
    portal.nobody().get(&file.url).await.is(401);
    jonas.get(&file.url).await.is(200);
    jonas.get(&format!("{}/attachments/%00", deal.url)).await.is(404);
    portal.marketer("bluepeak").get(&file.url).await.is(200);
}

#[tokio::test]
async fn what_is_brought_to_a_draft_stays_with_the_partner() {
    let portal = Portal::with_demo().await;
    let (mira, jonas) = (portal.rep("bluepeak"), portal.manager("aurora"));
    let draft = mira.begins(a_deal()).await;
    let file = mira.brings(&draft, "plan.pdf", &pdf()).await;
    mira.hangs(&draft, &[&file], false).await.is(201);
    portal.colleague("bluepeak").get(&file.url).await.is(200);
    is_hidden_from(&file, std::slice::from_ref(&jonas)).await;
    mira.submits(&draft).await;
    is_hidden_from(&file, &[jonas]).await;
}

#[tokio::test]
async fn a_program_is_refused_whatever_it_is_called() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    for (name, bytes, kind) in [
        ("offer.pdf", elf(), "file-mismatch"),
        ("offer.pdf", b"MZ\x90\0\x03\0\0\0\x04".to_vec(), "file-mismatch"),
        ("offer.png", b"<svg onload='alert(1)'>".to_vec(), "file-mismatch"),
        ("offer.txt", b"<!doctype html><script>".to_vec(), "file-mismatch"),
        ("offer.txt", b"#!/bin/sh\nreboot".to_vec(), "file-mismatch"),
        ("offer.pdf", png(10), "file-mismatch"),
        ("offer.exe", elf(), "file-kind"),
        ("offer.pdf.exe", pdf(), "file-kind"),
        ("offer.svg", b"<svg/>".to_vec(), "file-kind"),
        ("offer.html", b"<p>".to_vec(), "file-kind"),
        ("offer", pdf(), "file-kind"),
        ("offer\u{202E}fdp.exe", pdf(), "file-kind"),
    ] {
        let refused = mira.sends_file(&deal, name, &bytes).await.is(415).refuses(kind);
        assert!(refused.at("/detail").as_str().is_some_and(|detail| detail.len() > 20), "words that mend");
    }
    assert!(portal.database().rows("SELECT id FROM attachment").await.is_empty(), "nothing of it is kept");
    let empty = mira.sends_file(&deal, "offer.pdf", b"").await.is(422);
    assert_eq!(empty.mistakes(), mistakes([("/file", "required")]));
}

#[tokio::test]
async fn a_name_is_kept_without_what_could_deceive() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    for (given, kept) in
        [("../../etc/plan.pdf", "plan.pdf"), ("C:\\plan.pdf", "plan.pdf"), ("a\u{202E}b.pdf", "ab.pdf")]
    {
        assert_eq!(mira.brings(&deal, given, &pdf()).await.seen.at("/name"), kept);
    }
}

#[tokio::test]
async fn a_file_may_have_25_mib_and_no_byte_more() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    let most = png(LIMIT - png(0).len());
    assert_eq!(mira.brings(&deal, "most.png", &most).await.seen.at("/size"), LIMIT);
    let more = png(LIMIT + 1 - png(0).len());
    mira.sends_file(&deal, "more.png", &more).await.is(413).refuses("too-large");
    let far = mira.sends_file(&deal, "far.png", &more).header("content-length", "99000000");
    far.await.is(413).refuses("too-large");
    mira.begins_upload(&deal, "more.png", LIMIT + 1).await.is(413).refuses("too-large");
    mira.begins_upload(&deal, "most.png", LIMIT).await.is(201);
}

#[tokio::test]
async fn a_file_that_is_sent_again_is_there_once() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    let key = fresh_key();
    let first = mira.sends_file(&deal, "plan.pdf", &pdf()).key(&key).await.is(201);
    let again = mira.sends_file(&deal, "plan.pdf", &pdf()).key(&key).await.is(201);
    assert_eq!((again.json(), again.header("idempotency-replayed")), (first.json(), Some("true")));
    mira.sends_file(&deal, "other.pdf", &pdf()).key(&key).await.is(422).refuses("idempotency-key-reused");
    assert_eq!(portal.database().rows("SELECT id FROM attachment").await.len(), 1);
    mira.sends_file(&deal, "plan.pdf", &pdf()).without("idempotency-key").await.is(400);
}

#[tokio::test]
async fn what_is_no_form_with_a_file_says_so() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    mira.gives(&deal, "attachments", &json!({})).await.is(415).refuses("media-type");
    let form = |body: &'static str| {
        let sending = mira.gives(&deal, "attachments", &Value::Null).bytes(body);
        sending.header("content-type", "multipart/form-data; boundary=edge")
    };
    let no_file = form("--edge\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\n1\r\n--edge--\r\n").await.is(422);
    assert_eq!(no_file.mistakes(), mistakes([("/file", "required")]));
    form("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7").await.is(400);
    assert!(portal.database().rows("SELECT id FROM attachment").await.is_empty());
}

#[tokio::test]
async fn a_file_hangs_on_one_comment() {
    let portal = Portal::with_demo().await;
    let (mira, _, deal) = a_deal_of(&portal).await;
    let file = mira.brings(&deal, "plan.pdf", &pdf()).await;
    let twice = mira.hangs(&deal, &[&file, &file], false).await.is(422);
    assert_eq!(twice.mistakes(), mistakes([("/attachments/1", "repeated")]));
    mira.hangs(&deal, &[&file], false).await.is(201);
    let again = mira.hangs(&deal, &[&file], false).await.is(422);
    assert_eq!(again.mistakes(), mistakes([("/attachments/0", "not_in_list")]));
    let half = mira.upload(&deal, "half.png", 100).await;
    let half = half.rsplit('/').next().unwrap();
    let unready = mira.gives(&deal, "comments", &json!({"attachments": [half]})).await.is(422);
    assert_eq!(unready.mistakes(), mistakes([("/attachments/0", "not_in_list")]), "it is not whole");
    let eleven: Vec<String> = (0..11).map(|number| number.to_string()).collect();
    let many = mira.gives(&deal, "comments", &json!({"attachments": eleven})).await.is(422);
    assert!(many.mistakes().contains(&("/attachments".to_owned(), "too_many".to_owned())));
}
