//! What files are found to be.

use super::*;
use proptest::prelude::*;

const ELF: &[u8] = b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3E\0\x01\0\0\0";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";

fn judged(name: &str, bytes: &[u8]) -> Result<&'static str, Unfit> {
    let mut inspector = Inspector::new(name);
    bytes.chunks(7).for_each(|piece| inspector.see(piece));
    inspector.judge().map(|found| found.media)
}

#[test]
fn a_file_is_what_its_bytes_are() {
    assert_eq!(judged("a.png", PNG), Ok("image/png"));
    assert_eq!(judged("a.pdf", b"%PDF-1.7\n"), Ok("application/pdf"));
    assert_eq!(judged("a.txt", "Grüße,\r\n\tMira".as_bytes()), Ok("text/plain"));
    assert_eq!(judged("a.csv", "\u{FEFF}Depot;Anzahl\n".as_bytes()), Ok("text/csv"));
    assert_eq!(judged("a.mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  "), Ok("video/quicktime"));
    assert_eq!(judged("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), Ok("video/mp4"));
    assert_eq!(judged("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Ok("image/heic"));
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    assert_eq!(judged("a.docx", b"PK\x03\x04....[Content_Types].xml....word/document.xml"), Ok(word));
    let mut text = b"PK\x03\x04".to_vec();
    text.resize(0x1E, 0);
    text.extend_from_slice(b"mimetypeapplication/vnd.oasis.opendocument.text");
    assert_eq!(judged("a.odt", &text), Ok("application/vnd.oasis.opendocument.text"));
}

#[test]
fn a_program_is_not_taken_whatever_it_is_called() {
    for bytes in [ELF, b"MZ\x90\0\x03\0\0\0", b"\xCA\xFE\xBA\xBE\0\0\0\x34", b"#!/bin/sh\nrm -rf ~"] {
        for name in ["offer.pdf", "offer.png", "offer.txt", "offer.csv", "offer.docx", "offer.doc", "offer.mp4"] {
            assert_eq!(judged(name, bytes), Err(Unfit::Mismatch), "{name}");
        }
        for name in ["offer", "offer.exe", "offer.sh", "offer.pdf.exe", "offer.jar"] {
            assert_eq!(judged(name, bytes), Err(Unfit::Kind), "{name}");
        }
    }
}

#[test]
fn what_a_browser_would_run_is_not_taken() {
    for page in ["<!DOCTYPE html><p>", " \n<HTML>", "<svg xmlns=''>", "<?xml version='1.0'?><svg/>", "<script>"] {
        assert_eq!(judged("a.txt", page.as_bytes()), Err(Unfit::Mismatch), "{page}");
        assert_eq!(judged("a.png", page.as_bytes()), Err(Unfit::Mismatch), "{page}");
        assert_eq!(judged("a.svg", page.as_bytes()), Err(Unfit::Kind), "{page}");
    }
}

#[test]
fn a_library_takes_pages_drawings_and_captions_that_are_what_they_are_called() {
    let judged = |name: &str, bytes: &[u8]| {
        let mut inspector = Inspector::of_library(name);
        bytes.chunks(7).for_each(|piece| inspector.see(piece));
        inspector.judge().map(|found| found.media)
    };
    assert_eq!(judged("a.svg", b"<?xml version='1.0'?>\n<svg xmlns=''/>"), Ok("image/svg+xml"));
    assert_eq!(judged("a.html", b"\n<!doctype html><p>Hello"), Ok("text/html"));
    assert_eq!(judged("a.md", b"# Hello\n\n<b>there</b>"), Ok("text/markdown"));
    assert_eq!(judged("a.vtt", "\u{FEFF}WEBVTT\n".as_bytes()), Ok("text/vtt"));
    for (name, bytes) in [
        ("a.svg", b"<!doctype html><svg>".as_slice()),
        ("a.svg", PNG),
        ("a.html", b"#!/bin/sh\n<p>"),
        ("a.html", b"<?php system('ls');"),
        ("a.html", ELF),
        ("a.md", b"<script>alert(1)</script>"),
        ("a.vtt", b"<html>"),
        ("a.txt", b"<svg>"),
    ] {
        assert_eq!(judged(name, bytes), Err(Unfit::Mismatch), "{name}");
    }
}

#[test]
fn a_name_that_contradicts_the_content_is_not_taken() {
    assert_eq!(judged("a.pdf", PNG), Err(Unfit::Mismatch));
    assert_eq!(judged("a.txt", b"caf\xE9"), Err(Unfit::Mismatch), "not UTF-8");
    assert_eq!(judged("a.txt", b"a\0b"), Err(Unfit::Mismatch));
    assert_eq!(judged("a.docx", b"PK\x03\x04META-INF/MANIFEST.MF"), Err(Unfit::Mismatch), "a Java program");
    assert_eq!(judged("a.xlsx", b"PK\x03\x04word/document.xml"), Err(Unfit::Mismatch));
    assert_eq!(judged("a.docx", b"PK\x03\x04word/document.xml word/vbaProject.bin"), Err(Unfit::Mismatch), "macros");
    assert_eq!(judged("a.pdf", b""), Err(Unfit::Empty));
}

proptest! {
    #[test]
    fn the_judgement_does_not_hang_on_how_the_bytes_were_cut(text in any::<String>(), cut in 0_usize..200) {
        let bytes = text.as_bytes();
        let cut = cut.min(bytes.len());
        let whole = { let mut one = Inspector::new("a.txt"); one.see(bytes); one.judge() };
        let mut two = Inspector::new("a.txt");
        two.see(&bytes[..cut]);
        two.see(&bytes[cut..]);
        prop_assert_eq!(two.judge(), whole);
    }
}
