//! Files that mean harm, whatever they are called.

use crate::portal::{Portal, Shelved, an_asset};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;

async fn published(portal: &Portal, name: &str, bytes: &[u8]) -> Shelved {
    let admin = portal.vendor_admin("aurora");
    let mut body = an_asset("Quagga");
    body["publish"] = true.into();
    body["upload"] = admin.brings_up(name, bytes).await.into();
    let asset = Shelved::seen_in(admin.post("/api/v1/assets", &body).await.is(201));
    portal.reads_files_of(&[&asset.id]).await;
    asset
}

/// An archive with one file of so many zeros.
fn bomb(megabytes: usize) -> Vec<u8> {
    let (name, piece) = ("ppt/presentation.xml", vec![0; 1024 * 1024]);
    let mut crc = flate2::Crc::new();
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    for _ in 0..megabytes {
        crc.update(&piece);
        packed.write_all(&piece).unwrap();
    }
    let packed = packed.finish().unwrap();
    let (length, size) = (u32::try_from(name.len()).unwrap(), u32::try_from(packed.len()).unwrap());
    let mut sizes = Vec::new();
    for number in [crc.sum(), size, u32::try_from(megabytes * 1024 * 1024).unwrap()] {
        sizes.extend_from_slice(&number.to_le_bytes());
    }
    let name_length = u16::try_from(length).unwrap().to_le_bytes();
    let mut file =
        [b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0".as_slice(), &sizes, &name_length, b"\0\0", name.as_bytes()].concat();
    file.extend_from_slice(&packed);
    let directory = file.len();
    file.extend_from_slice(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0");
    file.extend([sizes.as_slice(), &name_length, &[0; 16], name.as_bytes()].concat());
    let end = file.len();
    file.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    file.extend_from_slice(&u32::try_from(end - directory).unwrap().to_le_bytes());
    file.extend_from_slice(&u32::try_from(directory).unwrap().to_le_bytes());
    file.extend_from_slice(b"\0\0");
    file
}

#[tokio::test]
async fn a_drawing_with_scripts_or_of_elsewhere_is_not_given_to_partners() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">";
    for (code, drawing) in [
        ("scripts", format!("{begin}<script>alert(1)</script></svg>")),
        ("scripts", format!("{begin}<g onload=\"alert(1)\"/></svg>")),
        ("external_references", format!("{begin}<image href=\"https://evil.example/a.png\"/></svg>")),
    ] {
        let asset = published(&portal, "Logo.svg", drawing.as_bytes()).await;
        let seen = admin.get(&asset.url).await.is(200);
        assert_eq!(
            (seen.at("/versions/0/refused"), seen.at("/versions/0/readiness")),
            (code.into(), "unreadable".into())
        );
        assert_eq!(seen.at("/versions/0/withdrawn"), false);
        let kept = admin.get(&asset.content(1)).await.is(200);
        assert!(kept.header("content-security-policy").unwrap().starts_with("sandbox; default-src 'none'"));
        let seen = mira.get(&asset.url).await.is(200);
        assert!(seen.at("/versions/0/refused").is_null());
        assert_eq!(seen.at("/versions/0/withdrawn"), true, "for partners it is as if it had been withdrawn");
        mira.get(&asset.content(1)).await.is(410).refuses("gone");
        mira.get(&format!("{}?disposition=inline", asset.content(1))).await.is(410);
    }
}

#[tokio::test]
async fn what_unpacks_to_far_more_is_refused_by_its_reader() {
    let portal = Portal::with_demo().await;
    let (admin, mira) = (portal.vendor_admin("aurora"), portal.rep("bluepeak"));
    let packed = bomb(700);
    assert!(packed.len() < 2 * 1024 * 1024);
    let asset = published(&portal, "Deck.pptx", &packed).await;
    assert_eq!(admin.get(&asset.url).await.is(200).at("/versions/0/refused"), "bomb");
    mira.get(&asset.content(1)).await.is(410).refuses("gone");
}

#[tokio::test]
async fn a_page_is_only_ever_shown_without_its_scripts() {
    let portal = Portal::with_demo().await;
    let mira = portal.rep("bluepeak");
    let page = b"<!doctype html><h1 onclick=\"alert(1)\">Hello quagga</h1><script>alert('harm')</script>\
        <img src=x onerror=alert(2)><iframe src=\"https://evil.example\"></iframe>";
    let asset = published(&portal, "Mail.html", page).await;
    let view = mira.get(&format!("{}/versions/1/view", asset.url)).await.is(200);
    assert!(view.text().contains("Hello quagga"));
    for harm in ["<script", "onclick", "onerror", "iframe", "evil.example"] {
        assert!(!view.text().contains(harm), "{harm}: {}", view.text());
    }
    assert!(view.header("content-security-policy").unwrap().starts_with("sandbox; default-src 'none'"));
    let file = mira.get(&format!("{}?disposition=inline", asset.content(1))).await.is(200);
    assert!(file.header("content-security-policy").unwrap().starts_with("sandbox; default-src 'none'"));
}

#[tokio::test]
async fn a_document_that_is_locked_stays_to_be_downloaded() {
    let portal = Portal::with_demo().await;
    let asset = published(&portal, "Broken.pdf", b"%PDF-1.7\nnothing else").await;
    let admin = portal.vendor_admin("aurora");
    let seen = admin.get(&asset.url).await.is(200);
    assert_eq!(
        (seen.at("/versions/0/readiness"), seen.at("/versions/0/refused")),
        ("unreadable".into(), "broken".into())
    );
    portal.rep("bluepeak").get(&asset.content(1)).await.is(200);
}
