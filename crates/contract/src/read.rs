//! Reads a JSON body into values and collects every mistake with its pointer, where serde stops at the first.
//!
//! Considered: `serde_path_to_error` and `eserde` name the place of an error. The first stops at the first error; the
//! second collects them, but neither knows JSON pointers, unknown members and limits of length in one pass.

use crate::problem::{Code, FieldProblem};
use serde_json::{Map, Value};

/// Collects the problems while a body is read.
#[derive(Default)]
pub struct Reader {
    problems: Vec<FieldProblem>,
}

/// Whether a text may have more than one line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// No control character at all.
    One,
    /// Line breaks and tabs are allowed.
    Many,
}

impl Reader {
    /// Everything that was wrong, in the order of reading.
    pub fn into_problems(self) -> Vec<FieldProblem> {
        self.problems
    }

    /// Notes a mistake that a rule found.
    pub fn report(&mut self, problem: FieldProblem) {
        self.problems.push(problem);
    }

    /// Whether something was found at `pointer` or in it.
    pub fn has_problem_at(&self, pointer: &str) -> bool {
        let inside =
            |found: &str| found.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.problems.iter().any(|problem| inside(&problem.pointer))
    }

    /// Reads an object at `pointer`; members that `read` does not ask for are reported as unknown.
    pub fn object<T: Default>(&mut self, value: &Value, pointer: &str, read: impl FnOnce(&mut Members<'_>) -> T) -> T {
        let Value::Object(map) = value else {
            self.report(FieldProblem::new(pointer, Code::WrongType, "an object is expected"));
            return T::default();
        };
        let mut members = Members { reader: self, map, pointer, known: Vec::new() };
        let read = read(&mut members);
        let known = std::mem::take(&mut members.known);
        for name in map.keys().filter(|name| !known.contains(name)) {
            self.report(FieldProblem::new(child(pointer, name), Code::UnknownMember, "there is no such member"));
        }
        read
    }
}

/// The members of an object while it is read. A member that is absent or null is read as none.
pub struct Members<'a> {
    /// Where problems go.
    pub reader: &'a mut Reader,
    map: &'a Map<String, Value>,
    pointer: &'a str,
    known: Vec<String>,
}

impl<'a> Members<'a> {
    /// The member's value, unless it is absent or null, and its pointer.
    pub fn take(&mut self, name: &str) -> Option<(&'a Value, String)> {
        self.known.push(name.to_owned());
        let value = self.map.get(name).filter(|value| !value.is_null())?;
        Some((value, child(self.pointer, name)))
    }

    /// The pointer of a member, whether it is there or not.
    pub fn pointer_of(&self, name: &str) -> String {
        child(self.pointer, name)
    }

    /// Whether the member is absent or null.
    pub fn is_absent(&self, name: &str) -> bool {
        self.map.get(name).is_none_or(Value::is_null)
    }

    /// A text of at most `limit` characters, white space around it taken away; empty is none.
    pub fn text(&mut self, name: &str, limit: u32, lines: Lines) -> Option<String> {
        let (value, pointer) = self.take(name)?;
        text(self.reader, value, &pointer, limit, lines)
    }

    /// `true` or `false`; absent is `false`.
    pub fn flag(&mut self, name: &str) -> bool {
        let Some((value, pointer)) = self.take(name) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.reader.report(FieldProblem::new(pointer, Code::WrongType, "true or false is expected"));
            false
        })
    }

    /// A whole number from `from` to `to`.
    pub fn number(&mut self, name: &str, from: u32, to: u32) -> Option<u32> {
        let (value, pointer) = self.take(name)?;
        let Some(number) = value.as_number() else {
            self.reader.report(FieldProblem::new(pointer, Code::WrongType, "a whole number is expected"));
            return None;
        };
        let number = number.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|n| (from..=to).contains(n));
        if number.is_none() {
            let detail = format!("a whole number from {from} to {to} is expected");
            self.reader.report(FieldProblem::new(pointer, Code::OutOfRange, detail).limit(to));
        }
        number
    }

    /// A text that `parse` understands; `code` names the mistake where it does not.
    pub fn parsed<T>(&mut self, name: &str, code: Code, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let (value, pointer) = self.take(name)?;
        let Some(text) = value.as_str() else {
            self.reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected"));
            return None;
        };
        let parsed = parse(text);
        if parsed.is_none() {
            self.reader.report(FieldProblem::new(pointer, code, "not a value of this field"));
        }
        parsed
    }

    /// One of an enum's names, by its serde form.
    pub fn choice<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        self.parsed(name, Code::NotInList, |text| serde_json::from_value(Value::String(text.to_owned())).ok())
    }

    /// An object inside this one; absent is the default.
    pub fn object<T: Default>(&mut self, name: &str, read: impl FnOnce(&mut Members<'_>) -> T) -> T {
        match self.take(name) {
            Some((value, pointer)) => self.reader.object(value, &pointer, read),
            None => T::default(),
        }
    }

    /// The items of a list of at most `limit`, each with its pointer; absent is empty.
    pub fn items(&mut self, name: &str, limit: u32) -> Vec<(&'a Value, String)> {
        let Some((value, pointer)) = self.take(name) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.reader.report(FieldProblem::new(pointer, Code::WrongType, "a list is expected"));
            return Vec::new();
        };
        if list.len() > limit as usize {
            let detail = format!("at most {limit} items are taken");
            self.reader.report(FieldProblem::new(pointer, Code::TooMany, detail).limit(limit));
            return Vec::new();
        }
        list.iter().enumerate().map(|(index, item)| (item, format!("{pointer}/{index}"))).collect()
    }
}

/// A text at `pointer` of at most `limit` characters; see [`Members::text`].
pub fn text(reader: &mut Reader, value: &Value, pointer: &str, limit: u32, lines: Lines) -> Option<String> {
    let Some(text) = value.as_str() else {
        reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected"));
        return None;
    };
    let text = text.trim();
    if text.chars().count() > limit as usize {
        reader.report(FieldProblem::new(pointer, Code::TooLong, format!("at most {limit} characters")).limit(limit));
        return None;
    }
    let forbidden = |c: char| c.is_control() && (lines == Lines::One || !matches!(c, '\n' | '\r' | '\t'));
    if text.chars().any(forbidden) {
        reader.report(FieldProblem::new(pointer, Code::BadCharacter, "control characters are not taken"));
        return None;
    }
    (!text.is_empty()).then(|| text.to_owned())
}

/// The pointer of a member of what `pointer` points at (RFC 6901, section 3: `~` and `/` are escaped).
pub fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(body: &Value) -> Vec<(String, Code)> {
        let mut reader = Reader::default();
        reader.object(body, "", |o| {
            o.text("name", 5, Lines::One);
            o.number("quantity", 1, 9);
            o.flag("consent");
            o.object("inner", |i| {
                i.text("note", 5, Lines::Many);
            });
        });
        reader.into_problems().into_iter().map(|p| (p.pointer, p.code)).collect()
    }

    #[test]
    fn every_mistake_is_found_at_once_with_its_pointer() {
        let body =
            json!({"name": "123456", "quantity": 10, "consent": "yes", "inner": {"note": 5, "a/b~c": 1}, "more": 1});
        assert_eq!(
            found(&body),
            [
                ("/name".to_owned(), Code::TooLong),
                ("/quantity".to_owned(), Code::OutOfRange),
                ("/consent".to_owned(), Code::WrongType),
                ("/inner/note".to_owned(), Code::WrongType),
                ("/inner/a~1b~0c".to_owned(), Code::UnknownMember),
                ("/more".to_owned(), Code::UnknownMember),
            ]
        );
    }

    #[test]
    fn null_and_absent_are_the_same() {
        assert!(found(&json!({"name": null, "inner": null})).is_empty());
        assert_eq!(found(&json!([])), [(String::new(), Code::WrongType)]);
    }

    #[test]
    fn control_characters_are_refused_but_line_breaks_stay_where_there_may_be_lines() {
        assert_eq!(found(&json!({"name": "a\nb"})), [("/name".to_owned(), Code::BadCharacter)]);
        assert!(found(&json!({"inner": {"note": "a\nb"}})).is_empty());
        assert_eq!(found(&json!({"inner": {"note": "a\u{0}b"}})), [("/inner/note".to_owned(), Code::BadCharacter)]);
    }
}
