//! Damaged files are refused or shown as far as they can be: nothing panics, and nothing runs on without end.

mod made;

use made::{look_at, one_of_each};
use portico_preview::Unreadable;
use proptest::prelude::*;

/// What a panic becomes: it is no answer of a parser's.
fn panicked(media: &str, bytes: &[u8]) -> bool {
    let (result, _folder) = look_at(media, bytes);
    result == Err(Unreadable::Broken { detail: "a parser gave up".to_owned() })
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
