//! Which part of a file is asked for (RFC 9110, section 14): one range of bytes, or all.

use axum::http::{HeaderMap, HeaderName, header};

/// The digest of a whole representation (RFC 9530).
pub(super) const REPR_DIGEST: HeaderName = HeaderName::from_static("repr-digest");

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Whole,
    /// From a byte up to another, which is not in it.
    Part {
        from: u64,
        to: u64,
    },
    /// A range that the file does not have.
    Nothing,
}

/// Reads `Range`, and passes it over where `If-Range` names another file, or where it is no single range of bytes.
pub(super) fn asked(headers: &HeaderMap, tag: &str, size: u64) -> Asked {
    let value = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if value(header::IF_RANGE).is_some_and(|known| known != tag) {
        return Asked::Whole;
    }
    let range = value(header::RANGE).and_then(|range| range.strip_prefix("bytes="));
    let Some((first, last)) = range.and_then(|range| range.trim().split_once('-')) else { return Asked::Whole };
    let number = |text: &str| text.parse::<u64>().ok();
    let (from, to) = match (number(first), number(last)) {
        (Some(first), None) if last.is_empty() => (first, size),
        (Some(first), Some(last)) if first <= last => (first, size.min(last.saturating_add(1))),
        (None, Some(count)) if first.is_empty() => (size.saturating_sub(count), size),
        _ => return Asked::Whole,
    };
    if from < to { Asked::Part { from, to } } else { Asked::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(range: &'static str) -> Asked {
        asked(&[(header::RANGE, HeaderValue::from_static(range))].into_iter().collect(), "\"a\"", 10)
    }

    #[test]
    fn one_range_of_bytes_is_answered() {
        assert_eq!(of("bytes=0-3"), Asked::Part { from: 0, to: 4 });
        assert_eq!(of("bytes=4-"), Asked::Part { from: 4, to: 10 });
        assert_eq!(of("bytes=-3"), Asked::Part { from: 7, to: 10 });
        assert_eq!(of("bytes=8-99"), Asked::Part { from: 8, to: 10 });
        assert_eq!(of("bytes=-99"), Asked::Part { from: 0, to: 10 });
        assert_eq!(of("bytes=9-18446744073709551615"), Asked::Part { from: 9, to: 10 });
    }

    #[test]
    fn what_is_no_range_is_passed_over_and_what_is_not_there_refused() {
        for other in ["bytes=0-1,4-5", "lines=1-2", "bytes=5-2", "bytes=a-b", "bytes=-"] {
            assert_eq!(of(other), Asked::Whole, "{other}");
        }
        assert_eq!(of("bytes=10-"), Asked::Nothing);
        assert_eq!(of("bytes=-0"), Asked::Nothing);
        assert_eq!(of("bytes=5000000000-"), Asked::Nothing);
    }

    #[test]
    fn another_file_is_told_whole() {
        let headers = [
            (header::RANGE, HeaderValue::from_static("bytes=0-3")),
            (header::IF_RANGE, HeaderValue::from_static("\"b\"")),
        ];
        assert_eq!(asked(&headers.into_iter().collect(), "\"a\"", 10), Asked::Whole);
    }
}
