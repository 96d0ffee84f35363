//! Filters that a person keeps under a name: `GET /deal-views`.

use super::filter::DealFilter;
use super::list::Sort;
use crate::parameters::Pairs;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader, child};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many a person can have.
pub const MAX_VIEWS: u32 = 50;
/// The most characters of a name.
pub const MAX_VIEW_NAME: u32 = 60;

/// A filter under a name. It is its person's alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DealView {
    /// Opaque.
    pub id: String,
    /// What the person calls it: once, whatever the case.
    pub name: String,
    /// Parameters of `GET /deals`: what narrows the list, and `sort`. Days that are named stay relative.
    pub query: BTreeMap<String, String>,
    /// The list begins with it.
    #[serde(default)]
    pub start: bool,
    /// Its place among the others, from 0 on.
    pub position: u32,
    /// Rises with every change; what `If-Match` compares.
    pub version: i64,
}

/// What is said of a view: all of it at first, and later what is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewChange {
    /// Its name.
    pub name: Option<String>,
    /// What it narrows a list to, as it is kept.
    pub query: Option<BTreeMap<String, String>>,
    /// Whether the list begins with it.
    pub start: Option<bool>,
    /// Its place.
    pub position: Option<u32>,
}

impl ViewChange {
    /// Reads a body; a `whole` one must have a name and a query.
    pub fn read(body: &Value, whole: bool) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let change = reader.object(body, "", |o| {
            for name in ["name", "query"].into_iter().filter(|_| whole) {
                if o.is_absent(name) {
                    let pointer = o.pointer_of(name);
                    o.reader.report(FieldProblem::new(pointer, Code::Required, "a value is expected"));
                }
            }
            let started = !o.is_absent("start");
            let start = o.flag("start");
            let named = o.take("name").is_some();
            let name = o.text("name", MAX_VIEW_NAME, Lines::One);
            if named && name.is_none() && !o.reader.has_problem_at("/name") {
                o.reader.report(FieldProblem::new("/name", Code::Required, "a name has a character at least"));
            }
            Self {
                name,
                query: read_query(o),
                start: started.then_some(start),
                position: o.number("position", 0, MAX_VIEWS),
            }
        });
        let problems = reader.into_problems();
        if problems.is_empty() { Ok(change) } else { Err(problems) }
    }
}

/// Texts by the names of parameters, in the form in which they are written.
fn read_query(o: &mut Members<'_>) -> Option<BTreeMap<String, String>> {
    let (value, pointer) = o.take("query")?;
    let Value::Object(members) = value else {
        o.reader.report(FieldProblem::new(pointer, Code::WrongType, "an object is expected"));
        return None;
    };
    let mut pairs = Pairs::new();
    for (name, value) in members {
        match value.as_str() {
            Some(text) => pairs.push((name.clone(), text.to_owned())),
            None => o.reader.report(FieldProblem::new(child(&pointer, name), Code::WrongType, "a text is expected")),
        }
    }
    let (filter, rest) = match DealFilter::take(pairs) {
        Ok(taken) => taken,
        Err(bad) => {
            o.reader.report(FieldProblem::new(
                child(&pointer, &bad.0),
                Code::NotInList,
                "not a value of this parameter",
            ));
            return None;
        }
    };
    let mut query: BTreeMap<String, String> = filter.pairs().into_iter().collect();
    for (name, text) in rest {
        match (name.as_str(), Sort::parse(&text)) {
            ("sort", Some(_)) => drop(query.insert(name, text)),
            ("sort", None) => {
                o.reader.report(FieldProblem::new(child(&pointer, "sort"), Code::NotInList, "there is no such order"))
            }
            _ => o.reader.report(FieldProblem::new(
                child(&pointer, &name),
                Code::UnknownMember,
                "there is no such parameter",
            )),
        }
    }
    Some(query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_mistake_is_found_at_once_with_its_pointer() {
        let found = |body: Value, whole| {
            let problems = ViewChange::read(&body, whole).unwrap_err();
            problems.into_iter().map(|problem| (problem.pointer, problem.code)).collect::<Vec<_>>()
        };
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(found(json!({}), true), [at("/name", Code::Required), at("/query", Code::Required)]);
        assert_eq!(found(json!({"name": " "}), false), [at("/name", Code::Required)]);
        assert_eq!(
            found(json!({"name": "x".repeat(61), "query": {"limit": "5", "sort": "size"}, "start": 1}), true),
            [
                at("/start", Code::WrongType),
                at("/name", Code::TooLong),
                at("/query/limit", Code::UnknownMember),
                at("/query/sort", Code::NotInList),
            ]
        );
        assert_eq!(found(json!({"query": {"closes": "soon"}}), false), [at("/query/closes", Code::NotInList)]);
        assert_eq!(found(json!({"query": {"q": 5}}), false), [at("/query/q", Code::WrongType)]);
    }

    #[test]
    fn named_days_stay_as_they_are_named() {
        let body =
            json!({"name": " Closing this month ", "query": {"sort": "closeDate", "closes": "this-month", "q": ""}});
        let read = ViewChange::read(&body, true).unwrap();
        assert_eq!(read.name.as_deref(), Some("Closing this month"));
        assert_eq!(json!(read.query), json!({"closes": "this-month", "sort": "closeDate"}));
        assert_eq!((read.start, read.position), (None, None));
    }
}
