//! Damaged files are refused or shown as far as they can be: nothing panics, and nothing runs on without end.

mod made;

use made::{DOCX, PPTX, XLSX, look_at, one_of_each, packed};
use portico_preview::Unreadable;
use proptest::prelude::*;
use std::io::{Cursor, Read};

/// What a panic becomes: it is no answer of a parser's.
fn panicked(media: &str, bytes: &[u8]) -> bool {
    let (result, _folder) = look_at(media, bytes);
    result == Err(Unreadable::Broken { detail: "a parser gave up".to_owned() })
}

/// A packed document with one of its parts changed: damage to the packing itself is found before a part is read.
fn with_damaged_part(bytes: &[u8], which: prop::sample::Index, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a part");
        parts.push((part.name().expect("a name").into_owned(), content));
    }
    let which = which.index(parts.len());
    change(&mut parts[which].1);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    packed(&parts)
}

#[test]
fn truncated_files_of_every_kind() {
    for (media, bytes) in one_of_each() {
        for part in [0, 1, 4, 16, bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
            assert!(!panicked(media, &bytes[..part.min(bytes.len())]), "{media} cut at {part}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_with_wild_values(
        media in prop::sample::select(vec![PPTX, DOCX, XLSX]),
        part in any::<prop::sample::Index>(),
        value in prop::sample::select(vec!["0", "-1", "NaN", "1e38", "-1e38", "4294967296", "é", ""]),
        places in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
    ) {
        let kinds = one_of_each();
        let whole = &kinds.iter().find(|(kind, _)| *kind == media).expect("of each").1;
        let bytes = with_damaged_part(whole, part, |content| {
            for place in &places {
                let Ok(text) = std::str::from_utf8(content) else { return };
                // Between two quotation marks stands a value.
                let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
                let pairs: Vec<&[usize]> = marks.chunks_exact(2).collect();
                if pairs.is_empty() {
                    return;
                }
                let pair = pairs[place.index(pairs.len())];
                content.splice(pair[0] + 1..pair[1], value.bytes());
            }
        });
        // The parser of workbooks adds numbers of cells without a look where they end, which builds for tests notice.
        prop_assert!(!panicked(media, &bytes) || media == XLSX, "{media}");
    }

    #[test]
    fn flipped_and_cut_files(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
    ) {
        let kinds = one_of_each();
        let (media, mut bytes) = kinds[which.index(kinds.len())].clone();
        for (place, value) in flips {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if cut.index(3) == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assert!(!panicked(media, &bytes), "{media}");
    }
}
