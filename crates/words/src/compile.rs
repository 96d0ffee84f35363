//! Makes Fluent files into bundles and checks that the languages say the same things.

use crate::sign;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};

/// The messages of one language: patterns by id. An attribute's id is `message.attribute`, a term's begins with `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Compiled patterns.
    pub messages: BTreeMap<String, String>,
    pub(crate) variables: BTreeMap<String, BTreeSet<String>>,
}

/// Why a file cannot be made into a bundle.
#[derive(Debug, PartialEq, Eq)]
pub enum CompileError {
    /// Not Fluent; the parser's words.
    Syntax(String),
    /// Fluent that the app cannot say: functions, references to messages, terms with arguments.
    Unsupported(String),
    /// The same id twice.
    Repeated(String),
    /// An id that the other language lacks.
    Missing(String),
    /// An id that needs other values than in the other language.
    OtherVariables(String),
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "not Fluent: {error}"),
            Self::Unsupported(id) => write!(f, "{id}: a form that the portal's words do not have"),
            Self::Repeated(id) => write!(f, "{id}: stands twice"),
            Self::Missing(id) => write!(f, "{id}: in one language only"),
            Self::OtherVariables(id) => write!(f, "{id}: other values than in English"),
        }
    }
}

impl std::error::Error for CompileError {}

impl Catalogue {
    /// Compiles a Fluent file.
    pub fn parse(source: &str) -> Result<Self, CompileError> {
        let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| {
            CompileError::Syntax(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let mut catalogue = Self::default();
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Junk { content } => return Err(CompileError::Syntax(content.to_owned())),
            };
            if let Some(value) = value {
                catalogue.add(id.clone(), &value)?;
            }
            for attribute in attributes {
                catalogue.add(format!("{id}.{}", attribute.id.name), &attribute.value)?;
            }
        }
        Ok(catalogue)
    }

    fn add(&mut self, id: String, pattern: &Pattern<&str>) -> Result<(), CompileError> {
        let mut compiled = Compiled::default();
        compiled.pattern(pattern).map_err(|()| CompileError::Unsupported(id.clone()))?;
        if self.messages.insert(id.clone(), compiled.text).is_some() {
            return Err(CompileError::Repeated(id));
        }
        self.variables.insert(id, compiled.variables);
        Ok(())
    }

    /// Checks that `other` has the same messages, and that each needs the same values.
    pub fn same_as(&self, other: &Self) -> Result<(), CompileError> {
        let (mine, theirs): (BTreeSet<_>, BTreeSet<_>) =
            (self.messages.keys().collect(), other.messages.keys().collect());
        if let Some(id) = mine.symmetric_difference(&theirs).next() {
            return Err(CompileError::Missing((*id).clone()));
        }
        match self.variables.iter().find(|(id, variables)| other.variables.get(*id) != Some(variables)) {
            Some((id, _)) => Err(CompileError::OtherVariables(id.clone())),
            None => Ok(()),
        }
    }
}

#[derive(Default)]
struct Compiled {
    text: String,
    variables: BTreeSet<String>,
}

impl Compiled {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> Result<(), ()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression)?,
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression<&str>) -> Result<(), ()> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let InlineExpression::VariableReference { id } = selector else { return Err(()) };
        self.variables.insert(id.name.to_owned());
        self.text.push(sign::SELECT);
        self.text.push_str(id.name);
        for variant in variants {
            let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = &variant.key;
            self.text.push(sign::VARIANT);
            if variant.default {
                self.text.push('*');
            }
            self.text.push_str(key);
            self.text.push(sign::KEY_END);
            self.pattern(&variant.value)?;
        }
        self.text.push(sign::END);
        Ok(())
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> Result<(), ()> {
        match inline {
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                self.text.push(sign::NAME);
                self.text.push_str(id.name);
                self.text.push(sign::END);
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                self.text.push(sign::NAME);
                self.text.push('-');
                self.text.push_str(id.name);
                self.text.push(sign::END);
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
            _ => return Err(()),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Arg, Locale, say};

    struct English;
    impl Locale for English {
        fn plural(&self, count: i64) -> String {
            if count == 1 { "one" } else { "other" }.to_owned()
        }
        fn number(&self, count: i64) -> String {
            count.to_string()
        }
        fn term(&self, name: &str) -> Option<String> {
            (name == "deal").then(|| "deal".to_owned())
        }
    }

    fn said(source: &str, args: &[(&str, Arg<'_>)]) -> String {
        let catalogue = Catalogue::parse(source).unwrap();
        say(&catalogue.messages["m"], args, &English)
    }

    #[test]
    fn a_sentence_is_filled() {
        assert_eq!(said("m = Plain words", &[]), "Plain words");
        assert_eq!(said("m = Hello { $name }, one { -deal }", &[("name", Arg::Text("Mira"))]), "Hello Mira, one deal");
        assert_eq!(said("m = { \"{\" } { $gone }", &[]), "{ {gone}", "what is missing is seen, not hidden");
    }

    #[test]
    fn a_number_chooses_its_plural_and_an_exact_key_goes_before() {
        let source = "m = { $n ->\n  [0] none\n  [one] { $n } deal of { $who }\n *[other] { $n } deals\n } here";
        let n = |count| said(source, &[("n", Arg::Count(count)), ("who", Arg::Text("Mira"))]);
        assert_eq!([n(0), n(1), n(7)], ["none here", "1 deal of Mira here", "7 deals here"]);
    }

    #[test]
    fn a_text_chooses_and_selections_stand_inside_selections() {
        let source = "m = { $side ->\n  [partner] { $n ->\n    [one] one\n   *[other] many\n  } p\n *[vendor] v\n }.";
        let both = |side, count| said(source, &[("side", Arg::Text(side)), ("n", Arg::Count(count))]);
        assert_eq!([both("partner", 1), both("partner", 2), both("other", 1)], ["one p.", "many p.", "v."]);
    }

    #[test]
    fn languages_that_differ_are_refused() {
        let parse = |source| Catalogue::parse(source).unwrap();
        assert_eq!(parse("a = A").same_as(&parse("b = B")), Err(CompileError::Missing("a".to_owned())));
        assert_eq!(parse("a = { $x }").same_as(&parse("a = B")), Err(CompileError::OtherVariables("a".to_owned())));
        assert_eq!(parse("a = { $x }").same_as(&parse("a = B { $x }")), Ok(()));
        assert_eq!(Catalogue::parse("a = A\na = B"), Err(CompileError::Repeated("a".to_owned())));
        assert_eq!(Catalogue::parse("a = { NUMBER($x) }"), Err(CompileError::Unsupported("a".to_owned())));
        assert!(matches!(Catalogue::parse("a ="), Err(CompileError::Syntax(_))));
    }
}
