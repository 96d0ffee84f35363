//! Files made for tests, small and plain: one of each kind.

#![allow(dead_code, reason = "each test takes what it needs")]

use image::{ImageFormat, Rgba, RgbaImage};
use portico_preview::{Looked, Unreadable, look};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const PDF: &str = "application/pdf";
pub const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const SUBSET_PDF: &[u8] = include_bytes!("../files/subset.pdf");

/// Looks at bytes; the folder holds what was written.
pub fn look_at(media: &str, bytes: &[u8]) -> (Result<Looked, Unreadable>, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("given");
    std::fs::write(&file, bytes).expect("a file");
    (look(media, &file, folder.path()), folder)
}

/// What was found in bytes that can be looked at.
pub fn found(media: &str, bytes: &[u8]) -> (Looked, TempDir) {
    let (result, folder) = look_at(media, bytes);
    (result.unwrap_or_else(|error| panic!("{media}: {error}")), folder)
}

/// Why bytes are refused.
pub fn refused(media: &str, bytes: &[u8]) -> Unreadable {
    look_at(media, bytes).0.expect_err(media)
}

/// A file of each kind, with its media type.
pub fn one_of_each() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (PDF, pdf("", "")),
        (PDF, SUBSET_PDF.to_vec()),
        ("image/png", picture(ImageFormat::Png, 40, 30, 128)),
        ("image/jpeg", picture(ImageFormat::Jpeg, 40, 30, 255)),
        ("image/webp", picture(ImageFormat::WebP, 40, 30, 255)),
        ("image/gif", picture(ImageFormat::Gif, 40, 30, 255)),
        ("image/svg+xml", svg("<text x=\"5\" y=\"20\">Signal</text>")),
        (PPTX, pptx("<a:t>Slide words</a:t>")),
        (DOCX, docx()),
        (XLSX, xlsx()),
        ("text/csv", b"name;price\nDepot;12\n".to_vec()),
        ("text/html", b"<h1>Head</h1><p onclick=\"x()\">Body</p>".to_vec()),
        ("text/markdown", b"# Head\n\n* one\n* two\n".to_vec()),
        ("text/plain", "Größe\n".as_bytes().to_vec()),
        ("text/vtt", b"WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<b>Said</b> words\n".to_vec()),
        ("video/mp4", mp4(1920, 1080, 12_500)),
    ]
}

/// A PDF of one page; more can be said in its catalogue, and more objects added.
pub fn pdf(catalogue: &str, objects: &str) -> Vec<u8> {
    let content = "BT /F1 24 Tf 72 700 Td (Aurora Depot) Tj 0 -40 Td (second line) Tj ET";
    let parts = [
        format!("1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalogue} >>\nendobj\n"),
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n".to_owned(),
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
            .to_owned(),
        format!("4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n", content.len()),
        "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n".to_owned(),
        objects.to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for part in &parts {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            places.push(file.len());
        }
        file.push_str(part);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(file, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", places.len() + 1);
    file.into_bytes()
}

/// A picture of one colour, with an opacity from 0 to 255.
pub fn picture(format: ImageFormat, width: u32, height: u32, opacity: u8) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, Rgba([90, 70, 214, opacity]));
    let mut bytes = Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg {
        image::DynamicImage::from(picture).into_rgb8().write_to(&mut bytes, format).expect("a picture");
    } else {
        picture.write_to(&mut bytes, format).expect("a picture");
    }
    bytes.into_inner()
}

pub fn svg(inner: &str) -> Vec<u8> {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"200\" \
         height=\"100\">{inner}</svg>"
    )
    .into_bytes()
}

/// Packs parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("a part");
    }
    writer.finish().expect("an archive").into_inner()
}

fn relations(list: &[(&str, &str)]) -> String {
    let mut xml = String::from("<Relationships>");
    for (number, (kind, target)) in list.iter().enumerate() {
        let _ = write!(xml, "<Relationship Id=\"rId{}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>", number + 1);
    }
    xml + "</Relationships>"
}

const NAMES: &str = "xmlns:p=\"p\" xmlns:a=\"a\" xmlns:r=\"r\"";

/// A deck of one slide, with runs of text in a box on a blue ground, and notes.
pub fn pptx(runs: &str) -> Vec<u8> {
    let deck = format!(
        "<p:presentation {NAMES}><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst>\
         <p:sldSz cx=\"12192000\" cy=\"6858000\"/></p:presentation>"
    );
    let slide = format!(
        "<p:sld {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"0000FF\"/></a:solidFill></p:bgPr></p:bg>\
         <p:spTree><p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
         <a:ext cx=\"6096000\" cy=\"6858000\"/></a:xfrm><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></p:spPr>\
         <p:txBody><a:bodyPr/><a:p><a:pPr><a:buChar char=\"•\"/></a:pPr><a:r><a:rPr sz=\"4000\" b=\"1\"/>{runs}</a:r></a:p>\
         </p:txBody></p:sp><p:pic><p:nvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\"/></p:blipFill>\
         <p:spPr><a:xfrm><a:off x=\"8000000\" y=\"1000000\"/><a:ext cx=\"2000000\" cy=\"2000000\"/></a:xfrm></p:spPr></p:pic>\
         </p:spTree></p:cSld></p:sld>"
    );
    let notes = format!("<p:notes {NAMES}><a:p><a:r><a:t>Say it slowly</a:t></a:r></a:p></p:notes>");
    packed(&[
        ("ppt/presentation.xml", deck.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relations(&[("slide", "slides/slide1.xml")]).as_bytes()),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
        (
            "ppt/slides/_rels/slide1.xml.rels",
            relations(&[("notesSlide", "../notesSlides/notesSlide1.xml"), ("image", "../media/image1.png")]).as_bytes(),
        ),
        ("ppt/notesSlides/notesSlide1.xml", notes.as_bytes()),
        ("ppt/media/image1.png", &picture(ImageFormat::Png, 20, 20, 255)),
    ])
}

/// A document with a heading, two items of a list, and a table.
pub fn docx() -> Vec<u8> {
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/>\
                  <w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">\
                     <w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\">\
                     <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let item = |text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>\
             <w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Offer &lt;one&gt;</w:t></w:r>\
         </w:p>{}{}<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
        item("first"),
        item("second")
    );
    packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ])
}

/// A workbook of one sheet, with a cell far away from the others.
pub fn xlsx() -> Vec<u8> {
    let names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let kind = |name: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}");
    let text = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let sheet = format!(
        "<worksheet {names}><sheetData><row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\"><v>12.5</v></c></row>\
         <row r=\"1048576\">{}</row></sheetData></worksheet>",
        text("A1", "Name"),
        text("B1", "Price"),
        text("A2", "Depot &lt;gate&gt;"),
        text("XFD1048576", "far")
    );
    let workbook =
        format!("<workbook {names}><sheets><sheet name=\"Prices\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    packed(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("_rels/.rels", relation(&kind("officeDocument"), "xl/workbook.xml").as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation(&kind("worksheet"), "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// The heads of a film of a size in pixels, and how long it plays in milliseconds.
pub fn mp4(width: u16, height: u16, millis: u32) -> Vec<u8> {
    let boxed = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len() + 8).expect("a small box");
        [&length.to_be_bytes(), &name[..], content].concat()
    };
    let matrix: Vec<u8> =
        [0x1_0000_u32, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000].iter().flat_map(|part| part.to_be_bytes()).collect();
    let mut head = vec![0; 12];
    head.extend(1000_u32.to_be_bytes());
    head.extend(millis.to_be_bytes());
    head.extend([0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    head.extend(&matrix);
    head.extend([0; 28]);
    let mut track = vec![0; 40];
    track.extend(&matrix);
    track.extend((u32::from(width) << 16).to_be_bytes());
    track.extend((u32::from(height) << 16).to_be_bytes());
    let moov = [boxed(b"mvhd", &head), boxed(b"trak", &boxed(b"tkhd", &track))].concat();
    [boxed(b"ftyp", b"isom\0\0\0\0isom"), boxed(b"moov", &moov), boxed(b"mdat", &[0; 16])].concat()
}
