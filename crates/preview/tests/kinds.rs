//! Each kind of file gives its words, its pictures in the right size, its measures and a view.

mod made;

use image::ImageFormat;
use made::{DOCX, PDF, PPTX, SUBSET_PDF, XLSX, found};
use portico_preview::{Looked, Picture};
use std::path::Path;

fn view(looked: &Looked, folder: &Path) -> String {
    std::fs::read_to_string(folder.join(looked.view.as_deref().expect("a view"))).expect("a view")
}

/// Whether a picture is what is said of it: the file, its kind and its size.
fn check(picture: &Picture, folder: &Path) -> image::RgbaImage {
    let read =
        image::ImageReader::open(folder.join(&picture.file)).expect("a file").with_guessed_format().expect("a kind");
    assert_eq!(read.format().map(|format| format.to_mime_type()), Some(picture.media.as_str()));
    let read = read.decode().expect("a picture").into_rgba8();
    assert_eq!(read.dimensions(), (picture.width, picture.height));
    read
}

fn check_thumbnail(looked: &Looked, folder: &Path) {
    let thumbnail = looked.thumbnail.as_ref().expect("a thumbnail");
    check(thumbnail, folder);
    assert!(thumbnail.width <= 480 && thumbnail.height <= 360, "{thumbnail:?}");
}

#[test]
fn a_pdf_with_a_standard_font() {
    let (looked, folder) = found(PDF, &made::pdf("", ""));
    assert_eq!(looked.text, ["Aurora Depot\nsecond line"]);
    assert_eq!(looked.page_count, Some(1));
    assert!(!looked.has_scripts);
    assert_eq!((looked.pages[0].width, looked.pages[0].media.as_str()), (1200, "image/jpeg"));
    let drawn = check(&looked.pages[0], folder.path());
    assert!(drawn.pixels().any(|pixel| pixel.0[0] < 60), "there is ink on the page");
    check_thumbnail(&looked, folder.path());
}

#[test]
fn a_pdf_with_a_part_of_a_font() {
    let (looked, _folder) = found(PDF, SUBSET_PDF);
    assert_eq!(looked.text, ["Größe 42 über Łódź\nSecond line", "Page two"]);
    assert_eq!(looked.pages.len(), 2);
}

#[test]
fn a_pdf_that_is_locked_for_changes_alone() {
    let (looked, _folder) = found(PDF, include_bytes!("files/protected.pdf"));
    assert_eq!(looked.text, ["Behind a lock"]);
}

#[test]
fn pictures_of_pixels() {
    for (media, format) in [
        ("image/png", ImageFormat::Png),
        ("image/jpeg", ImageFormat::Jpeg),
        ("image/webp", ImageFormat::WebP),
        ("image/gif", ImageFormat::Gif),
    ] {
        let (looked, folder) = found(media, &made::picture(format, 2000, 1000, 255));
        assert_eq!(looked.size, Some([2000, 1000]), "{media}");
        assert_eq!((looked.pages[0].width, looked.pages[0].height), (1600, 800));
        assert_eq!(looked.pages[0].media, "image/jpeg");
        check(&looked.pages[0], folder.path());
        check_thumbnail(&looked, folder.path());
    }
    let (looked, folder) = found("image/png", &made::picture(ImageFormat::Png, 40, 30, 128));
    assert_eq!(looked.pages[0].media, "image/png", "what shows through stays so");
    assert_eq!(check(&looked.pages[0], folder.path()).get_pixel(5, 5).0, [90, 70, 214, 128]);
}

#[test]
fn a_photo_is_turned_as_its_metadata_asks_and_loses_it() {
    let photo = made::picture(ImageFormat::Jpeg, 40, 30, 255);
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).expect("short");
    let turned = [&photo[..2], &[0xff, 0xe1], &length.to_be_bytes(), exif, &photo[2..]].concat();
    let (looked, folder) = found("image/jpeg", &turned);
    assert_eq!(looked.size, Some([30, 40]));
    let written = std::fs::read(folder.path().join(&looked.pages[0].file)).expect("a page");
    assert!(!written.windows(4).any(|window| window == b"Exif"));
}

#[test]
fn a_drawing() {
    let doctype =
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    let drawing = made::svg("<rect width=\"100\" height=\"100\" fill=\"red\"/><text x=\"110\" y=\"50\">Signal</text>");
    let (looked, folder) = found("image/svg+xml", &[doctype.as_bytes(), &drawing].concat());
    assert_eq!(looked.text, ["Signal"]);
    assert_eq!(looked.size, Some([200, 100]));
    assert_eq!((looked.pages[0].width, looked.pages[0].media.as_str()), (1600, "image/png"));
    let drawn = check(&looked.pages[0], folder.path());
    assert_eq!(drawn.get_pixel(100, 100).0, [255, 0, 0, 255]);
    let letters = drawn.enumerate_pixels().any(|(x, _, pixel)| x > 880 && pixel.0[3] > 200);
    assert!(letters, "its text is drawn with the letters that the program has");
}

#[test]
fn slides() {
    let (looked, folder) = found(PPTX, &made::pptx("<a:t>Slide words</a:t>"));
    assert_eq!(looked.text, ["Slide words\n\nSay it slowly"]);
    assert_eq!(looked.page_count, Some(1));
    assert_eq!((looked.pages[0].width, looked.pages[0].height), (1600, 900));
    let drawn = check(&looked.pages[0], folder.path());
    let is_near = |x, y, colour: [u8; 3]| {
        let pixel = drawn.get_pixel(x, y).0;
        assert!((0..3).all(|part| pixel[part].abs_diff(colour[part]) < 12), "{pixel:?} at {x}, {y}");
    };
    is_near(1_550, 850, [0, 0, 255]);
    is_near(700, 850, [255, 255, 255]);
    is_near(1_180, 260, [90, 70, 214]);
    let ink = drawn.enumerate_pixels().filter(|(x, y, pixel)| *x < 500 && *y < 100 && pixel.0[0] < 80).count();
    assert!(ink > 500, "its words are drawn");
    check_thumbnail(&looked, folder.path());
}

#[test]
fn a_document() {
    let (looked, folder) = found(DOCX, &made::docx());
    assert_eq!(looked.text, ["Offer <one>\n\nfirst\nsecond\nBold\nCell"]);
    let html = view(&looked, folder.path());
    assert!(html.contains("<h2>Offer &lt;one&gt;</h2>"), "{html}");
    assert!(html.contains("<ol><li>first</li>\n<li>second</li>\n</ol>"), "{html}");
    assert!(html.contains("<p><strong>Bold</strong></p>") && !html.contains("gone"), "{html}");
    assert!(html.contains("<td><p>Cell</p>"), "{html}");
    check_thumbnail(&looked, folder.path());
}

#[test]
fn sheets() {
    let (looked, folder) = found(XLSX, &made::xlsx());
    assert_eq!(looked.text, ["Prices\nName Price\nDepot <gate> 12.5\nfar"]);
    let html = view(&looked, folder.path());
    assert!(html.contains("<h2>Prices</h2>") && html.contains("<td>Depot &lt;gate&gt;</td><td>12.5</td>"), "{html}");
    check_thumbnail(&looked, folder.path());
    let windows: &[u8] = b"name;price\nH\xfctte;\"1;5\"\n";
    for bytes in [windows, "\u{feff}name,price\r\nHütte,\"1;5\"".as_bytes()] {
        let (looked, folder) = found("text/csv; charset=utf-8", bytes);
        assert_eq!(looked.text, ["name price\nHütte 1;5"]);
        assert!(view(&looked, folder.path()).contains("<tr><td>Hütte</td><td>1;5</td></tr>"));
    }
}

#[test]
fn what_is_read() {
    let html =
        b"<title>T</title><h1>Head</h1><style>p{}</style><p onclick=\"x()\">Body <b>b</b>old</p><script>no()</script>";
    let (looked, folder) = found("text/html", html);
    assert_eq!(looked.text, ["T\n\nHead\n\nBody bold"]);
    assert!(looked.has_scripts);
    let html = view(&looked, folder.path());
    assert_eq!(html, "<h1>Head</h1><p>Body <b>b</b>old</p>");

    let (looked, folder) = found("text/markdown", b"# Head\n\n* one\n* [two](https://x.test)\n\n<script>a</script>\n");
    assert_eq!(looked.text, ["Head\n\none\n\ntwo"]);
    let html = view(&looked, folder.path());
    assert!(html.contains("<h1>Head</h1>") && html.contains("rel=\"noopener noreferrer\"") && !html.contains("script"));

    let (looked, folder) = found("text/plain", "1 < 2\nGröße".as_bytes());
    assert_eq!(looked.text, ["1 < 2\nGröße"]);
    assert_eq!(view(&looked, folder.path()), "<pre>1 &lt; 2\nGröße</pre>");

    let (looked, _folder) = found("text/vtt", b"WEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\n<b>Said</b> words\r\n");
    assert_eq!(looked.text, ["Said words"]);
}

#[test]
fn films() {
    for media in ["video/mp4", "video/quicktime"] {
        let (looked, _folder) = found(media, &made::mp4(1920, 1080, 12_500));
        assert_eq!((looked.size, looked.millis), (Some([1920, 1080]), Some(12_500)));
    }
}

#[test]
fn of_other_kinds_nothing_is_known() {
    assert_eq!(found("application/zip", b"PK").0, Looked::default());
}
