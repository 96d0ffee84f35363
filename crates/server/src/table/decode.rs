//! The characters of a file: what its first bytes say, or what it looks like.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is looked at to tell UTF-16 without a mark.
const LOOK: usize = 4_096;

/// The text of a file, and the name of its encoding. UTF-8 and UTF-16 are known by their mark or their form; what is
/// neither is read as Windows-1252, which has a character for every byte.
pub(crate) fn decoded(bytes: &[u8]) -> (String, &'static str) {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
    (text.into_owned(), encoding.name())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(LOOK)];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    // Of a table in UTF-16 most characters are of ASCII: every other byte is zero.
    let many = start.len() / 4;
    if bytes.len() >= 2 && zeros(1) > many && zeros(0) == 0 {
        UTF_16LE
    } else if bytes.len() >= 2 && zeros(0) > many && zeros(1) == 0 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let text = "Kunde;Grün\nÖlmühle;\u{20ac} 5";
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let files = [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()), "UTF-8"),
            (marked(b"\xff\xfe", utf16(text, u16::to_le_bytes)), "UTF-16LE"),
            (marked(b"\xfe\xff", utf16(text, u16::to_be_bytes)), "UTF-16BE"),
            (utf16(text, u16::to_le_bytes), "UTF-16LE"),
            (utf16(text, u16::to_be_bytes), "UTF-16BE"),
            (WINDOWS_1252.encode(text).0.into_owned(), "windows-1252"),
        ];
        for (bytes, encoding) in files {
            assert_eq!(decoded(&bytes), (text.to_owned(), encoding));
        }
        assert_eq!(decoded(b""), (String::new(), "UTF-8"));
        assert_eq!(decoded(b"a"), ("a".to_owned(), "UTF-8"));
    }
}
