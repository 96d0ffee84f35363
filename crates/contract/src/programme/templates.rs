//! Templates for reasons: texts that a decision begins with, written once in every language.

use super::Words;
use super::reading::{id, needed, unrepeated, written};
use crate::deal::Command;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, child};
use serde::{Deserialize, Serialize};

/// The commands whose words can have templates.
pub const TEMPLATED: [Command; 5] =
    [Command::Approve, Command::RequestInfo, Command::Reject, Command::MarkDuplicate, Command::Revert];

/// What a template can leave open, in braces: it is filled with what the deal says.
pub const PLACEHOLDERS: [&str; 6] = ["customer", "number", "contact", "partner", "rep", "me"];

/// Longest text; a comment can have as many characters.
const MAX_BODY: u32 = 2_000;
const MAX_NAME: u32 = 80;

/// A text to begin a decision with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Template {
    /// What travels.
    pub id: String,
    /// With which decision: one of [`TEMPLATED`].
    pub command: Command,
    /// By what it is chosen, at most 80 characters.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// The text, at most 2,000 characters.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub body: Words,
}

/// A template as one person reads it: an item of `GET /programme/templates`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TemplateText {
    /// What travels.
    pub id: String,
    /// With which decision.
    pub command: Command,
    /// By what it is chosen.
    pub name: String,
    /// The text, with its placeholders.
    pub body: String,
}

/// The text with its placeholders filled; one that is not given stays as it is written.
pub fn fill<'a>(body: &str, given: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut filled = String::with_capacity(body.len());
    for (text, name) in parts(body) {
        filled.push_str(text);
        if let Some(name) = name {
            match given(name) {
                Some(value) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            }
        }
    }
    filled
}

/// The text in pieces, each with the name in braces behind it.
fn parts(body: &str) -> Vec<(&str, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = body;
    while let Some((text, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else { break };
        parts.push((text, Some(name)));
        rest = after;
    }
    parts.push((rest, None));
    parts
}

/// The templates of a tenant, at most 100.
pub(super) fn read(o: &mut Members<'_>, locales: &[String]) -> Vec<Template> {
    let mut templates: Vec<Template> = Vec::new();
    for (value, pointer) in o.items("templates", 100) {
        let template = o.reader.object(value, &pointer, |o| {
            let id = id(o);
            let command =
                o.parsed("command", Code::NotInList, |name| Command::parse(name).filter(|one| TEMPLATED.contains(one)));
            if command.is_none() {
                needed(o, "command", "with which decision it is used is not said");
            }
            let name = written(o, "name", MAX_NAME, Lines::One, locales);
            let body = written(o, "body", MAX_BODY, Lines::Many, locales);
            for (locale, text) in &body {
                let unknown = |name: &&str| !PLACEHOLDERS.contains(name);
                if let Some(name) = parts(text).into_iter().filter_map(|(_, name)| name).find(unknown) {
                    let detail = format!("there is no {{{name}}} to fill in");
                    let pointer = child(&o.pointer_of("body"), locale);
                    o.reader.report(FieldProblem::new(pointer, Code::NotInList, detail));
                }
            }
            Some(Template { id, command: command?, name, body })
        });
        let Some(template) = template else { continue };
        unrepeated(o, &pointer, &template.id, templates.iter().map(|one| one.id.as_str()));
        templates.push(template);
    }
    templates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reader;
    use proptest::prelude::*;
    use serde_json::json;

    fn filled(body: &str) -> String {
        fill(body, |name| match name {
            "customer" => Some("Harbour Foods"),
            "number" => Some("D-1"),
            _ => None,
        })
    }

    #[test]
    fn a_text_is_filled_with_what_the_deal_says() {
        assert_eq!(filled("{customer} ({number}) is new."), "Harbour Foods (D-1) is new.");
        assert_eq!(filled("Ask {contact}, {"), "Ask {contact}, {", "what is not known stays");
        assert_eq!(filled("{customer}{customer}"), "Harbour FoodsHarbour Foods");
    }

    #[test]
    fn a_placeholder_that_there_is_not_is_a_mistake_of_its_language() {
        let mut reader = Reader::default();
        let locales = ["en".to_owned(), "de".to_owned()];
        let body = json!({"templates": [
            {"id": "a", "command": "reject", "name": {"en": "A"}, "body": {"en": "{customer}", "de": "{kunde}"}},
            {"id": "a", "command": "withdraw", "name": {"de": "B"}, "body": {}},
        ]});
        reader.object(&body, "", |o| read(o, &locales));
        let found: Vec<_> = reader.into_problems().into_iter().map(|problem| (problem.pointer, problem.code)).collect();
        let at = |pointer: &str, code| (format!("/templates/{pointer}"), code);
        assert_eq!(
            found,
            [
                at("0/body/de", Code::NotInList),
                at("1/command", Code::NotInList),
                at("1/name/en", Code::Required),
                at("1/body/en", Code::Required)
            ]
        );
    }

    proptest! {
        #[test]
        fn what_has_no_braces_stays_and_nothing_else_is_lost(text in "[a-z{} ]{0,40}") {
            let same = fill(&text, |_| None);
            prop_assert_eq!(same, text);
        }
    }
}
