//! A file on the way out: whole or a range of it, with its digest, and nothing in it that a browser would run.

use super::range::{self, Asked};
use crate::error::Refusal;
use crate::ports::PortError;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use futures_util::Stream;
use portico_contract::problem::ProblemKind;
use std::fmt::Write;

/// What is told of a file.
pub(super) struct Offered<'a> {
    pub name: &'a str,
    pub media_type: &'a str,
    /// In hexadecimal.
    pub sha256: &'a str,
    /// In bytes.
    pub size: u64,
    /// It is to be looked at where it is, not to be kept.
    pub inline: bool,
}

/// Which of its bytes are asked for: from one up to another, which is not among them.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub from: u64,
    pub to: u64,
    part: bool,
}

impl Offered<'_> {
    fn tag(&self) -> String {
        format!("\"{}\"", self.sha256)
    }

    /// What is asked for of it.
    pub(super) fn span(&self, headers: &HeaderMap) -> Result<Span, Refusal> {
        match range::asked(headers, &self.tag(), self.size) {
            Asked::Whole => Ok(Span { from: 0, to: self.size, part: false }),
            Asked::Part { from, to } => Ok(Span { from, to, part: true }),
            Asked::Nothing => {
                Err(Refusal::new(ProblemKind::Range).header("content-range", text(&format!("bytes */{}", self.size))))
            }
        }
    }

    /// The answer with these bytes, which come as they are read.
    pub(super) fn answer(
        &self,
        span: Span,
        bytes: impl Stream<Item = Result<Bytes, PortError>> + Send + 'static,
    ) -> Response {
        let status = if span.part { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
        let mut response = (status, self.headers(), Body::from_stream(bytes)).into_response();
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(span.to - span.from));
        if span.part {
            let range = format!("bytes {}-{}/{}", span.from, span.to - 1, self.size);
            response.headers_mut().insert(header::CONTENT_RANGE, text(&range));
        }
        response
    }

    /// What goes with the bytes. Nothing in a file is run: it has no scripts, no origin and no other media type than was
    /// found in it.
    fn headers(&self) -> HeaderMap {
        let digest = BASE64_STANDARD.encode(hex::decode(self.sha256).unwrap_or_default());
        let media = match self.media_type {
            plain if plain.starts_with("text/") => format!("{plain}; charset=utf-8"),
            media => media.to_owned(),
        };
        [
            (header::CONTENT_TYPE, text(&media)),
            (header::CONTENT_DISPOSITION, text(&self.disposition())),
            (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(self.policy())),
            (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=86400, immutable")),
            (header::ETAG, text(&self.tag())),
            (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
            (range::REPR_DIGEST, text(&format!("sha-256=:{digest}:"))),
        ]
        .into_iter()
        .collect()
    }

    /// What a browser that shows it may do: nothing; of a page, draw it.
    fn policy(&self) -> &'static str {
        if self.media_type == "text/html" {
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
        } else {
            "sandbox; default-src 'none'"
        }
    }

    /// How a file is offered, with its name for old and new readers (RFC 6266, RFC 8187).
    fn disposition(&self) -> String {
        let plain =
            self.name.chars().map(|c| if matches!(c, ' '..='~') && !matches!(c, '"' | '\\' | '%') { c } else { '_' });
        let mut named = format!("{}; filename=\"", if self.inline { "inline" } else { "attachment" });
        named.extend(plain);
        named.push_str("\"; filename*=UTF-8''");
        for byte in self.name.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                named.push(char::from(byte));
            } else {
                // Writing to a String does not fail.
                let _ = write!(named, "%{byte:02X}");
            }
        }
        named
    }
}

/// A header's value, of characters that one can have.
fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_to_old_and_new_readers() {
        let name = "Grün \"1\".pdf";
        let file = Offered { name, media_type: "application/pdf", sha256: "00", size: 1, inline: false };
        let expected = "attachment; filename=\"Gr_n _1_.pdf\"; filename*=UTF-8''Gr%C3%BCn%20%221%22.pdf";
        assert_eq!(file.disposition(), expected);
    }
}
