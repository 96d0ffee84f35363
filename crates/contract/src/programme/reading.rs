//! Reads the rules and finds every mistake in them: what a vendor admin can write is what the portal can keep to.

use super::routing::RoutingRules;
use super::{
    AnswerRules, BusinessHours, CAN_BE_REQUIRED, ConflictPolicy, FieldRule, FormRules, HouseRules, IncentiveRules,
    Item, Need, ReasonRules, RegistrationRules, Rules, StageRules, Words, approval, templates,
};
use crate::deal::content::DealType;
use crate::deal::form::CustomKind;
use crate::deal::reading::read_date;
use crate::money::Currency;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, child};
use chrono::{NaiveTime, Weekday};
use std::collections::BTreeSet;

const MAX_NAME: u32 = 80;
const MAX_HELP: u32 = 200;

impl Rules {
    /// Reads all rules; texts are in `locales`, of which the first is needed.
    pub fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        Self {
            form: o.object("form", |o| FormRules::read(o, locales)),
            registration: o.object("registration", RegistrationRules::read),
            answers: o.object("answers", AnswerRules::read),
            reasons: o.object("reasons", |o| ReasonRules {
                rejection: items(o, "rejection", 50, locales),
                loss: items(o, "loss", 50, locales),
                templates: templates::read(o, locales),
            }),
            routing: o.object("routing", |o| RoutingRules::read(o, locales)),
            approval: approval::read(o, locales),
            incentives: o.object("incentives", |o| IncentiveRules::read(o, locales)),
            house: o.object("house", HouseRules::read),
        }
    }
}

impl FormRules {
    fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let products = items(o, "products", 100, locales);
        if products.is_empty() {
            needed(o, "products", "at least one product is sold");
        }
        let currencies: Vec<String> =
            texts(o, "currencies", 20, |text| Currency::parse(text).ok().map(|currency| currency.code().to_owned()));
        if currencies.is_empty() {
            needed(o, "currencies", "at least one currency is offered");
        }
        Self {
            products,
            industries: items(o, "industries", 100, locales),
            fields: fields(o, locales),
            required: texts(o, "required", 20, |text| CAN_BE_REQUIRED.contains(&text).then(|| text.to_owned())),
            currencies,
            stages: StageRules::read(o, locales),
        }
    }
}

fn fields(o: &mut Members<'_>, locales: &[String]) -> Vec<FieldRule> {
    let mut fields: Vec<FieldRule> = Vec::new();
    for (value, pointer) in o.items("fields", 50) {
        let field = o.reader.object(value, &pointer, |o| Some(FieldRule::read(o, locales)));
        let Some(field) = field else { continue };
        unrepeated(o, &pointer, &field.id, fields.iter().map(|field| field.id.as_str()));
        fields.push(field);
    }
    fields
}

impl FieldRule {
    fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let kind = o.choice("type");
        if kind.is_none() {
            needed(o, "type", "what the field holds is not said");
        }
        let kind = kind.unwrap_or(CustomKind::Text);
        let field = Self {
            id: id(o),
            kind,
            label: named(o, "label", locales),
            help: texts_in(o, "help", MAX_HELP, locales),
            required: Need(texts(o, "required", 3, DealType::parse)),
            options: items(o, "options", 50, locales),
            min: o.number("min", 0, u32::MAX),
            max: o.number("max", 1, u32::MAX),
        };
        if (kind == CustomKind::Choice) == field.options.is_empty() {
            needed(o, "options", "a choice has options, nothing else has");
        }
        if field.min.zip(field.max).is_some_and(|(min, max)| min > max) {
            let detail = "the largest is smaller than the smallest";
            o.reader.report(FieldProblem::new(o.pointer_of("max"), Code::OutOfRange, detail));
        }
        field
    }
}

impl RegistrationRules {
    fn read(o: &mut Members<'_>) -> Self {
        let preset = Self::default();
        Self {
            claim_days: days(o, "claimDays", 0, 90, preset.claim_days),
            protection_days: days(o, "protectionDays", 1, 730, preset.protection_days),
            extension_days: days(o, "extensionDays", 1, 365, preset.extension_days),
            extensions: days(o, "extensions", 0, 10, preset.extensions),
            conflict_check: o.object("conflictCheck", |o| ConflictPolicy {
                when: o.choice("when").unwrap_or(ConflictPolicy::default().when),
                per_day: days(o, "perDay", 1, 10_000, ConflictPolicy::default().per_day),
            }),
        }
    }
}

impl AnswerRules {
    fn read(o: &mut Members<'_>) -> Self {
        Self {
            within_minutes: days(o, "withinMinutes", 15, 20_160, Self::default().within_minutes),
            hours: o.object("hours", |o| {
                let preset = BusinessHours::default();
                let days: Vec<Weekday> = texts(o, "days", 7, |text| text.parse().ok());
                if days.is_empty() {
                    needed(o, "days", "somebody answers on at least one day");
                }
                let hours = BusinessHours {
                    days,
                    opens: o.parsed("opens", Code::BadForm, time).unwrap_or(preset.opens),
                    closes: o.parsed("closes", Code::BadForm, time).unwrap_or(preset.closes),
                    holidays: texts(o, "holidays", 400, read_date).into_iter().collect::<BTreeSet<_>>(),
                };
                if hours.opens >= hours.closes {
                    let detail = "the day ends before it begins";
                    o.reader.report(FieldProblem::new(o.pointer_of("closes"), Code::OutOfRange, detail));
                }
                hours
            }),
        }
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"].into_iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

/// A number that is needed; its preset where it is wrong.
fn days(o: &mut Members<'_>, name: &str, from: u32, to: u32, preset: u16) -> u16 {
    o.number(name, from, to).and_then(|number| u16::try_from(number).ok()).unwrap_or_else(|| {
        if o.is_absent(name) {
            needed(o, name, "a whole number is expected");
        }
        preset
    })
}

/// A text that may be left empty: what is not written or chosen yet is none, and no mistake.
pub(crate) fn spare<T>(
    o: &mut Members<'_>,
    name: &str,
    code: Code,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let given = |text: &str| if text.trim().is_empty() { Some(None) } else { parse(text).map(Some) };
    o.parsed(name, code, given).flatten()
}

/// Things to choose, no two of one id.
pub(crate) fn items(o: &mut Members<'_>, name: &str, limit: u32, locales: &[String]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (value, pointer) in o.items(name, limit) {
        let item = o.reader.object(value, &pointer, |o| Item { id: id(o), name: named(o, "name", locales) });
        unrepeated(o, &pointer, &item.id, items.iter().map(|item| item.id.as_str()));
        items.push(item);
    }
    items
}

/// The id of something: a small letter, then small letters, digits and `_`.
pub(crate) fn id(o: &mut Members<'_>) -> String {
    let read = o.parsed("id", Code::BadForm, |text| is_id(text).then(|| text.to_owned()));
    if o.is_absent("id") {
        needed(o, "id", "an id is expected");
    }
    read.unwrap_or_default()
}

/// Whether a text can be an id.
pub(crate) fn is_id(text: &str) -> bool {
    let inside = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    inside && text.len() <= 40 && text.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Words of which the tenant's preset language is needed.
pub(crate) fn named(o: &mut Members<'_>, name: &str, locales: &[String]) -> Words {
    written(o, name, MAX_NAME, Lines::One, locales)
}

/// The same for any length, in one line or several.
pub(crate) fn written(o: &mut Members<'_>, name: &str, limit: u32, lines: Lines, locales: &[String]) -> Words {
    let read = said(o, name, limit, lines, locales);
    if let Some(preset) = locales.first().filter(|preset| !read.contains_key(*preset)) {
        let pointer = child(&o.pointer_of(name), preset);
        if !o.reader.has_problem_at(&pointer) {
            o.reader.report(FieldProblem::new(pointer, Code::Required, "the preset language needs a name"));
        }
    }
    read
}

/// A name in some of the tenant's languages.
pub(crate) fn words(o: &mut Members<'_>, name: &str, locales: &[String]) -> Words {
    texts_in(o, name, MAX_NAME, locales)
}

/// Words of at most `limit` characters in some of the tenant's languages.
pub(crate) fn texts_in(o: &mut Members<'_>, name: &str, limit: u32, locales: &[String]) -> Words {
    said(o, name, limit, Lines::One, locales)
}

fn said(o: &mut Members<'_>, name: &str, limit: u32, lines: Lines, locales: &[String]) -> Words {
    o.object(name, |o| {
        let texts = locales.iter().map(|locale| Some((locale.clone(), o.text(locale, limit, lines)?)));
        texts.collect::<Vec<_>>().into_iter().flatten().collect()
    })
}

/// Texts that `parse` understands, no two the same.
pub(crate) fn texts<T: PartialEq>(
    o: &mut Members<'_>,
    name: &str,
    limit: u32,
    parse: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let mut read = Vec::new();
    for (value, pointer) in o.items(name, limit) {
        match value.as_str().map(&parse) {
            Some(Some(one)) if read.contains(&one) => {
                o.reader.report(FieldProblem::new(pointer, Code::Repeated, "this is there twice"));
            }
            Some(Some(one)) => read.push(one),
            Some(None) => o.reader.report(FieldProblem::new(pointer, Code::NotInList, "not a value of this list")),
            None => o.reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected")),
        }
    }
    read
}

pub(crate) fn needed(o: &mut Members<'_>, name: &str, detail: &str) {
    let pointer = o.pointer_of(name);
    if !o.reader.has_problem_at(&pointer) {
        o.reader.report(FieldProblem::new(pointer, Code::Required, detail));
    }
}

pub(crate) fn unrepeated<'a>(o: &mut Members<'_>, pointer: &str, id: &str, mut others: impl Iterator<Item = &'a str>) {
    if !id.is_empty() && others.any(|other| other == id) {
        o.reader.report(FieldProblem::new(child(pointer, "id"), Code::Repeated, "two have the same id"));
    }
}
