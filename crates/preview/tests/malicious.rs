//! What is made to do harm is refused, or shown without it.

mod made;

use image::ImageFormat;
use made::{DOCX, PDF, PPTX, XLSX, found, packed, refused};
use portico_preview::{Unit, Unreadable};

#[test]
fn bombs_are_not_unpacked() {
    let zeros = vec![0_u8; 20 * 1024 * 1024];
    for (media, part) in [(PPTX, "ppt/presentation.xml"), (DOCX, "word/document.xml"), (XLSX, "xl/workbook.xml")] {
        assert_eq!(refused(media, &packed(&[(part, &zeros)])), Unreadable::Bomb);
        assert_eq!(refused(media, &packed(&[(part, b"<x/>"), ("media/a.bin", &zeros)])), Unreadable::Bomb);
    }
}

#[test]
fn a_part_that_lies_about_its_size_is_not_unpacked() {
    let mut file = packed(&[("ppt/presentation.xml", &vec![b' '; 20 * 1024 * 1024])]);
    let (true_size, said) = (20_u32 * 1024 * 1024, 1_000_u32);
    let mut at = 0;
    while let Some(place) = file[at..].windows(4).position(|window| window == true_size.to_le_bytes()) {
        file[at + place..at + place + 4].copy_from_slice(&said.to_le_bytes());
        at += place + 4;
    }
    let refusal = refused(PPTX, &file);
    assert!(matches!(refusal, Unreadable::Bomb | Unreadable::Broken { .. }), "{refusal:?}");
}

#[test]
fn too_many_parts_are_refused() {
    let names: Vec<String> = (0..5_001).map(|number| format!("part{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let refusal = refused(PPTX, &packed(&parts));
    assert!(matches!(refusal, Unreadable::TooLarge { unit: Unit::Entries, .. }), "{refusal:?}");
}

#[test]
fn a_pdf_with_programs_is_shown_and_says_so() {
    let action = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>";
    let names = "/Names << /JavaScript << /Names [(a) 6 0 R] >> >>";
    let objects = "6 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n";
    let launch = "6 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj\n";
    let attached = "6 0 obj\n<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>\nendobj\n";
    for (catalogue, objects) in
        [(action, ""), (names, objects), ("/OpenAction 6 0 R", launch), ("/AF [6 0 R]", attached)]
    {
        let (looked, _folder) = found(PDF, &made::pdf(catalogue, objects));
        assert!(looked.has_scripts, "{catalogue}");
        assert_eq!(looked.pages.len(), 1);
    }
}

#[test]
fn a_pdf_with_a_password_is_refused() {
    assert_eq!(refused(PDF, include_bytes!("files/locked.pdf")), Unreadable::Encrypted);
}

#[test]
fn drawings_that_run_something_are_refused() {
    for inner in [
        "<script>alert(1)</script>",
        "<rect width=\"9\" height=\"9\" onload=\"alert(1)\"/>",
        "<a href=\"javascript:alert(1)\"><text>a</text></a>",
        "<a xlink:href=\" java\nscript:alert(1)\"><text>a</text></a>",
        "<foreignObject><p>a</p></foreignObject>",
        "<g><ForeignObject/></g>",
        "<x:p xmlns:x=\"http://www.w3.org/1999/xhtml\"/>",
        "<a><set attributeName=\"xlink:href\" to=\"#a\"/></a>",
    ] {
        assert_eq!(refused("image/svg+xml", &made::svg(inner)), Unreadable::Scripts, "{inner}");
    }
}

#[test]
fn drawings_that_load_something_are_refused() {
    for inner in [
        "<image href=\"https://x.test/a.png\" width=\"9\" height=\"9\"/>",
        "<image xlink:href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>",
        "<image href=\"/etc/passwd\" width=\"9\" height=\"9\"/>",
        "<image href=\"data:image/svg+xml,&lt;svg/&gt;\" width=\"9\" height=\"9\"/>",
        "<use href=\"other.svg#a\"/>",
        "<rect style=\"fill:url(https://x.test/#a)\" width=\"9\" height=\"9\"/>",
        "<rect fill=\"url( 'https://x.test/#a' )\" width=\"9\" height=\"9\"/>",
        "<style>@import 'https://x.test/a.css';</style>",
        "<style>@font-face { src: u\\72l(https://x.test/a) }</style>",
    ] {
        assert_eq!(refused("image/svg+xml", &made::svg(inner)), Unreadable::ExternalReferences, "{inner}");
    }
    let sheet = [b"<?xml-stylesheet href=\"https://x.test/a.css\"?>", &made::svg("")[..]].concat();
    assert_eq!(refused("image/svg+xml", &sheet), Unreadable::ExternalReferences);
}

#[test]
fn a_drawing_may_refer_to_itself() {
    let inner =
        "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" width=\"9\" height=\"9\"/><use href=\"#b\"/>";
    assert_eq!(found("image/svg+xml", &made::svg(inner)).0.pages.len(), 1);
}

#[test]
fn entities_do_not_grow() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let drawing = [laughs.as_bytes(), &made::svg("<text>&b;</text>")].concat();
    assert_eq!(refused("image/svg+xml", &drawing), Unreadable::Bomb);
    let document = format!("{laughs}<w:document xmlns:w=\"w\"><w:body>&b;</w:body></w:document>");
    assert_eq!(refused(DOCX, &packed(&[("word/document.xml", document.as_bytes())])), Unreadable::Bomb);
}

#[test]
fn a_drawing_too_deep_for_a_parser_is_refused() {
    let deep = "<g>".repeat(5_000) + &"</g>".repeat(5_000);
    let refusal = refused("image/svg+xml", &made::svg(&deep));
    assert!(matches!(refusal, Unreadable::Bomb | Unreadable::Broken { .. }), "{refusal:?}");
}

#[test]
fn a_picture_too_large_is_refused_by_its_head() {
    let mut file = made::picture(ImageFormat::Png, 1, 1, 255);
    // A hundred megapixels: width and height stand in the first part, whose sum is behind it.
    file[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
    let mut sum = flate2::Crc::new();
    sum.update(&file[12..29]);
    file[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let expected = Unreadable::TooLarge { unit: Unit::Pixels, found: 100_000_000, limit: 60_000_000 };
    assert_eq!(refused("image/png", &file), expected);
}

#[test]
fn a_kind_that_lies_is_refused() {
    let png = made::picture(ImageFormat::Png, 4, 4, 255);
    for media in ["image/jpeg", PDF, PPTX, "text/plain", "text/html", "text/csv", "image/svg+xml", "video/mp4"] {
        assert_eq!(refused(media, &png), Unreadable::Mismatch, "{media}");
    }
    assert_eq!(refused(DOCX, &made::pptx("")), Unreadable::Mismatch);
    assert_eq!(refused(XLSX, &made::docx()), Unreadable::Mismatch);
    assert_eq!(refused("image/png", b"%PDF-1.4"), Unreadable::Mismatch);
    assert_eq!(refused("text/vtt", b"plain"), Unreadable::Mismatch);
}

#[test]
fn macros_are_told_of() {
    let deck = "<p:presentation xmlns:p=\"p\"/>";
    let file = packed(&[("ppt/presentation.xml", deck.as_bytes()), ("ppt/vbaProject.bin", b"x")]);
    assert!(found(PPTX, &file).0.has_scripts);
}
