//! What the server answered, and short ways to ask about it.

use axum::body::Bytes;
use axum::http::HeaderMap;
use serde_json::Value;
use std::collections::BTreeMap;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// All of an answer that a person could tell it from another by.
#[derive(Debug, PartialEq)]
pub struct Seen {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Value,
}

impl Answer {
    /// The same answer, if it has this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{:.800}", self.text());
        self
    }

    /// The same answer, if it is a problem of this kind.
    #[track_caller]
    pub fn refuses(self, kind: &str) -> Self {
        assert_eq!(self.at("/type"), format!("urn:portico:problem:{kind}"), "{} {:.800}", self.status, self.text());
        self
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// All values of a header that has a list, in small letters.
    pub fn list(&self, name: &str) -> Vec<String> {
        let values = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap());
        values.flat_map(|value| value.split(',')).map(|one| one.trim().to_lowercase()).collect()
    }

    pub fn etag(&self) -> String {
        self.header("etag").unwrap().to_owned()
    }

    /// `Portico-Log-Position`.
    pub fn position(&self) -> i64 {
        self.header("portico-log-position").unwrap().parse().unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body; null where there is none.
    pub fn json(&self) -> Value {
        if self.body.is_empty() { Value::Null } else { serde_json::from_slice(&self.body).unwrap() }
    }

    /// What a JSON pointer points at; null where there is nothing.
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// The texts that each item of a list has at a pointer.
    pub fn each(&self, list: &str, pointer: &str) -> Vec<String> {
        let items = self.at(list);
        let text = |item: &Value| item.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        items.as_array().unwrap().iter().map(text).collect()
    }

    /// The fields at fault: pointer and code of each.
    pub fn mistakes(&self) -> Vec<(String, String)> {
        let pointers = self.each("/errors", "/pointer");
        pointers.into_iter().zip(self.each("/errors", "/code")).collect()
    }

    /// What can be seen of it, but for one member of the body, its length, and what differs with every request.
    pub fn without(&self, member: &str) -> Seen {
        let mut body = self.json();
        body.as_object_mut().unwrap().remove(member);
        let headers = self.headers.iter().filter(|(name, _)| *name != "x-request-id" && *name != "content-length");
        let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
        Seen { status: self.status, headers, body }
    }
}

/// Pointers and codes, as `Answer::mistakes` gives them.
pub fn mistakes<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())).to_vec()
}
