//! Files that hang on comments: what is told of one, which kinds are taken, and what their names may be.

use crate::session::{Person, Side};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Largest file, in bytes: 25 MiB.
pub const MAX_SIZE: u32 = 25 * 1024 * 1024;
/// Most files of one comment.
pub const MAX_FILES: u32 = 10;
/// Most people whom one comment mentions.
pub const MAX_MENTIONS: u32 = 20;
/// Longest name of a file, in characters.
pub const MAX_NAME: usize = 200;

/// A file. Its bytes are at `GET /deals/{id}/attachments/{attachment}`; whether it is the vendor's alone is said by the
/// comment that it hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Attachment {
    /// Opaque.
    pub id: String,
    /// As it was named where it came from, but for what no name should have.
    pub name: String,
    /// What the bytes are: found in them, never taken from the sender.
    pub media_type: String,
    /// In bytes.
    pub size: u32,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Who brought it.
    pub added_by: Person,
    /// When, by the server's clock.
    pub added_at: DateTime<Utc>,
}

impl Attachment {
    /// Whether every browser shows it as an image.
    pub fn is_shown(&self) -> bool {
        is_shown(&self.media_type)
    }
}

/// Somebody who can be mentioned in a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Mentionable {
    /// Opaque.
    pub id: String,
    /// Their name.
    pub name: String,
    /// On whose side. An internal note mentions the vendor's people alone.
    pub side: Side,
    /// Their firm.
    pub organisation: String,
}

/// The kinds that are taken: media type, and the endings that a name of this kind has. Nothing that
/// a browser or a system would run is among them.
const KINDS: &[(&str, &[&str])] = &[
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/webp", &["webp"]),
    ("image/gif", &["gif"]),
    ("image/heic", &["heic", "heif"]),
    ("application/pdf", &["pdf"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/msword", &["doc"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("text/plain", &["txt", "log"]),
    ("text/csv", &["csv"]),
    ("video/mp4", &["mp4", "m4v"]),
    ("video/quicktime", &["mov"]),
];

/// The media type that a name promises by its ending; none where files of that ending are not taken.
pub fn promised(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    let kind = KINDS.iter().find(|(_, endings)| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)));
    kind.map(|(media, _)| *media)
}

/// Every ending that is taken, each with its point: what a file field accepts.
pub fn endings() -> impl Iterator<Item = String> {
    KINDS.iter().flat_map(|(_, endings)| endings.iter().map(|ending| format!(".{ending}")))
}

/// Whether every browser shows this media type as an image.
pub fn is_shown(media: &str) -> bool {
    matches!(media, "image/png" | "image/jpeg" | "image/webp" | "image/gif")
}

/// A file's name without what could lead somewhere or deceive: folders, control characters, characters that turn the
/// direction of writing or cannot be seen. At most [`MAX_NAME`] characters, its ending kept.
pub fn clean_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control() && !is_unseen(*c)).collect();
    let bare = |c: char| c == '.' || c.is_whitespace();
    let name = kept.trim_matches(bare);
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let room = MAX_NAME - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_end_matches(bare);
    if stem.is_empty() { format!("file{ending}") } else { format!("{stem}{ending}") }
}

/// Characters of format (Unicode's `Cf`) that turn the direction of writing or have no width, and the separators of
/// lines.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_leads_nowhere_and_deceives_nobody() {
        for (given, clean) in [
            ("plan.pdf", "plan.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\mira\\plan.pdf", "plan.pdf"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
            ("a\r\nb\u{0}.txt", "ab.txt"),
            ("  .htaccess ", "htaccess"),
            ("", "file"),
            ("\u{200B}.pdf", "pdf"),
            ("Angebot für Grüner & Söhne.pdf", "Angebot für Grüner & Söhne.pdf"),
        ] {
            assert_eq!(clean_name(given), clean, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean_name(&format!("{}.docx", "ü".repeat(300)));
        assert_eq!(name.chars().count(), MAX_NAME);
        assert!(name.ends_with("ü.docx"));
    }

    #[test]
    fn an_ending_promises_a_kind() {
        assert_eq!(promised("Scan.PDF"), Some("application/pdf"));
        assert_eq!(promised("photo.jpeg"), Some("image/jpeg"));
        for taken_by_nobody in ["run.exe", "page.html", "drawing.svg", "script.js", "macro.docm", "pdf", "x."] {
            assert_eq!(promised(taken_by_nobody), None, "{taken_by_nobody}");
        }
    }

    proptest! {
        #[test]
        fn a_clean_name_is_clean(given in any::<String>()) {
            let name = clean_name(&given);
            prop_assert!(!name.is_empty() && name.chars().count() <= MAX_NAME);
            prop_assert!(!name.contains(['/', '\\']) && !name.chars().any(|c| c.is_control() || is_unseen(c)));
            prop_assert_eq!(clean_name(&name), name);
        }
    }
}
