//! What every section is made of: fields at places of the document, and lists of them.

use crate::i18n::Words;
use crate::t;
use crate::ui::{Choice, Field, Glyph, Input, Mistake, icon, said_of};
use serde_json::Value;
use yew::prelude::*;

/// The document, what is wrong with it, and in which words it is shown.
pub(super) struct Sheet<'a> {
    pub words: &'a Words,
    pub rules: &'a Value,
    /// The tenant's languages, the preset first.
    pub locales: &'a [String],
    pub mistakes: &'a [Mistake],
    /// Those who decide, as far as that is known.
    pub people: &'a [Choice],
}

impl Sheet<'_> {
    /// The text at a place; a number as it is written.
    pub(super) fn text(&self, place: &str) -> String {
        match self.rules.pointer(place) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(flag)) => flag.to_string(),
            _ => String::new(),
        }
    }

    /// How many items the list at a place has.
    pub(super) fn len(&self, place: &str) -> usize {
        self.rules.pointer(place).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// Whether something that is shown as wrong is inside a place.
    pub(super) fn has_mistake_in(&self, place: &str) -> bool {
        self.mistakes.iter().any(|(wrong, _)| wrong.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Whether the list at a place has a value.
    pub(super) fn has(&self, place: &str, value: &str) -> bool {
        self.rules.pointer(place).and_then(Value::as_array).is_some_and(|list| list.iter().any(|one| one == value))
    }

    /// A field at a place.
    pub(super) fn field(&self, place: &str, label: impl Into<AttrValue>) -> Field {
        Field {
            id: place.to_owned().into(),
            label: label.into(),
            value: self.text(place).into(),
            problem: said_of(self.mistakes, place),
            ..Field::default()
        }
    }

    /// A field of a decimal number, with the sign that the person's language has before decimals.
    pub(super) fn decimal(&self, place: &str, label: impl Into<AttrValue>) -> Field {
        let value = self.text(place).replace('.', &self.words.decimal_sign().to_string()).into();
        Field { value, ..self.field(place, label) }
    }

    /// The tenant's preset language.
    pub(super) fn preset(&self) -> &str {
        self.locales.first().map_or("en", String::as_str)
    }

    /// One line.
    pub(super) fn line(&self, place: &str, label: impl Into<AttrValue>, input: Input) -> Html {
        Field { input, ..self.field(place, label) }.line(self.words)
    }

    /// A whole number, with what it means.
    pub(super) fn number(&self, place: &str, label: impl Into<AttrValue>, help: impl Into<AttrValue>) -> Html {
        let help = Some(help.into()).filter(|help| !help.is_empty());
        Field { input: Input::Number, help, ..self.field(place, label) }.line(self.words)
    }

    /// One of a few, by the platform's own list.
    pub(super) fn select(&self, place: &str, label: impl Into<AttrValue>, choices: &[Choice]) -> Html {
        self.field(place, label).select(self.words, choices, false)
    }

    /// The same, with what it means.
    pub(super) fn helped_select(&self, place: &str, label: String, help: String, choices: &[Choice]) -> Html {
        Field { help: Some(help.into()), ..self.field(place, label) }.select(self.words, choices, false)
    }

    /// Words at a place as the reader says them: in their language, or in the preset one.
    pub(super) fn said(&self, place: &str) -> String {
        let preset = self.locales.first().map_or("en", String::as_str);
        let own = self.text(&format!("{place}/{}", self.words.language()));
        if own.is_empty() { self.text(&format!("{place}/{preset}")) } else { own }
    }

    /// Words: a line for each language, side by side; only the preset one is needed.
    pub(super) fn words(&self, place: &str, label: &str) -> Html {
        self.lines(place, label, 1)
    }

    /// The same for words of several lines.
    pub(super) fn areas(&self, place: &str, label: &str) -> Html {
        html! {
            <div class="two" key={place.to_owned()}>
                for (index, locale) in self.locales.iter().enumerate() {
                    { self.field_in(&format!("{place}/{locale}"), label, locale, index > 0).area(self.words) }
                }
            </div>
        }
    }

    /// The same for words that nobody needs.
    pub(super) fn spare_words(&self, place: &str, label: &str) -> Html {
        self.lines(place, label, 0)
    }

    fn lines(&self, place: &str, label: &str, needed: usize) -> Html {
        html! {
            <div class="two" key={place.to_owned()}>
                for (index, locale) in self.locales.iter().enumerate() {
                    { self.in_language(&format!("{place}/{locale}"), label, locale, index >= needed) }
                }
            </div>
        }
    }

    fn in_language(&self, place: &str, label: &str, locale: &str, optional: bool) -> Html {
        self.field_in(place, label, locale, optional).line(self.words)
    }

    fn field_in(&self, place: &str, label: &str, locale: &str, optional: bool) -> Field {
        let language = self.words.language_name(locale);
        let label = match self.locales.len() {
            1 => label.to_owned(),
            _ => t!(self.words, "settings-in-language", label = label, language = &language),
        };
        Field { optional, ..self.field(place, label) }
    }

    /// Values to tick, that are in the list at a place or not.
    pub(super) fn ticks(
        &self,
        place: &str,
        label: impl Into<AttrValue>,
        help: Option<AttrValue>,
        of: &[Choice],
    ) -> Html {
        let boxes = html! {
            <div class="row tight wrap">
                for (value, label) in of {
                    <label class="choice" key={value.to_string()}>
                        <input type="checkbox" name={format!("{place}={value}")} checked={self.has(place, value)} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        };
        Field { help, ..self.field(place, label) }.group(boxes)
    }

    /// Items of the list at a place, each with its buttons, and a button for one more. `kind` says what a new one is.
    pub(super) fn list(
        &self,
        place: &str,
        label: impl Into<AttrValue>,
        add: (String, &'static str),
        item: impl Fn(&str, usize) -> Html,
    ) -> Html {
        let count = self.len(place);
        let items = html! {
            <div class="stack">
                if count > 0 {
                    <ol class="list">
                        for index in 0..count { { self.item(&format!("{place}/{index}"), index, count, &item) } }
                    </ol>
                }
                <div><button type="button" class="button small" data-op={format!("{}:{place}", add.1)}>{ icon(Glyph::Plus) }{ add.0 }</button></div>
            </div>
        };
        self.field(place, label).group(items)
    }

    fn item(&self, place: &str, index: usize, count: usize, item: &impl Fn(&str, usize) -> Html) -> Html {
        let number = index + 1;
        let button = |op: &str, glyph: Glyph, name: String, idle: bool| {
            html! {
                <button type="button" class="button icon" id={format!("{place}-{op}")} data-op={format!("{op}:{place}")}
                    aria-disabled={idle.then_some("true")} title={name.clone()}>{ icon(glyph) }<span class="unseen">{ name }</span></button>
            }
        };
        let words = self.words;
        html! {
            <li class="entry" key={place.to_owned()}>
                <div class="grow stack">{ item(place, index) }</div>
                <div class="row between">
                    { button("up", Glyph::Up, t!(words, "settings-up", number = number), index == 0) }
                    { button("down", Glyph::Down, t!(words, "settings-down", number = number), number == count) }
                    { button("drop", Glyph::Close, t!(words, "settings-drop", number = number), false) }
                </div>
            </li>
        }
    }
}

/// A part of a section, under its own heading.
pub(super) fn part(title: String, text: Option<String>, content: Html) -> Html {
    section("card stack", title, text, content)
}

/// A part that is one group: its heading is the group's name, said once to the eye.
pub(super) fn group(title: String, text: Option<String>, content: Html) -> Html {
    section("card stack group", title, text, content)
}

fn section(class: &'static str, title: String, text: Option<String>, content: Html) -> Html {
    html! {
        <section {class}>
            <div class="stack snug"><h2>{ title }</h2>if let Some(text) = text { <p class="quiet">{ text }</p> }</div>
            { content }
        </section>
    }
}
