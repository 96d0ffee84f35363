//! The columns of the table that an export is, and that an import reads into.

use crate::speech::Voice;
use chrono::{DateTime, Utc};
use portico_contract::deal::content::{AnswerKind, Attribution, DealType, ProductLine, VendorContact};
use portico_contract::deal::form::{Choice, CustomKind, StageName};
use portico_contract::deal::{Deal, DealForm, Review};
use portico_contract::import::DecimalMark;
use portico_contract::money::Money;
use portico_contract::programme::place;
use portico_contract::read::child;
use serde_json::Value;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// A pointer into the deal, such as `/customer/name`; without a slash for what a file only tells.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What its cells hold.
    pub kind: Kind,
}

/// What cells of a column hold.
#[derive(Clone, Debug)]
pub enum Kind {
    /// What is told of a deal and never read.
    Told,
    /// A text, as it is.
    Text,
    /// An ISO code in capital letters.
    Code,
    /// An amount.
    Amount,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of several, by id and by name.
    Choice(Vec<Choice>),
    /// Several things in one cell.
    List(Part),
}

/// Which part of the product lines a column lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Products.
    Product,
    /// How many of each.
    Quantity,
    /// For how much.
    Amount,
}

/// The columns in the words of one language, and how that language writes numbers.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// What can be sold.
    pub products: Vec<Choice>,
    /// What the tenant calls its stages.
    stages: Vec<StageName>,
    /// What separates the decimals; a language with a comma there separates cells with a semicolon.
    pub decimals: DecimalMark,
    /// Yes and no.
    pub flags: [String; 2],
    /// What a failed row's column of reasons is called.
    pub why: String,
}

impl Sheet {
    /// The columns of a tenant's deals in a language.
    pub(crate) fn new(form: &DealForm, language: &str, voice: &Voice) -> Self {
        let say = |id: &str| voice.say(id, &[]);
        let choices = |ids: &[(&str, &str)]| {
            Kind::Choice(ids.iter().map(|(id, word)| Choice { id: (*id).to_owned(), name: say(word) }).collect())
        };
        let reviews: Vec<_> =
            Review::ALL.map(|review| (review.name(), format!("review-{}", review.name().replace('_', "-")))).to_vec();
        let reviews: Vec<_> = reviews.iter().map(|(id, word)| (*id, word.as_str())).collect();
        let answers = || {
            choices(&[
                (AnswerKind::Unknown.name(), "answer-unknown"),
                (AnswerKind::No.name(), "no"),
                (AnswerKind::Yes.name(), "yes"),
            ])
        };
        let mut sheet = Self {
            columns: Vec::new(),
            products: form.products.clone(),
            stages: form.stages.clone(),
            decimals: if language.starts_with("en") { DecimalMark::Point } else { DecimalMark::Comma },
            flags: [say("no"), say("yes")],
            why: say("import-why"),
        };
        sheet.add("number", say("deal-number"), Kind::Told);
        sheet.add("review", say("column-review"), choices(&reviews));
        sheet.add("stage", say("column-stage"), Kind::Told);
        for (id, word, kind) in [
            ("/customer/name", "customer-name", Kind::Text),
            ("/customer/website", "customer-website", Kind::Text),
            ("/customer/country", "country", Kind::Code),
            ("/customer/city", "city", Kind::Text),
            ("/customer/industry", "industry", Kind::Choice(form.industries.clone())),
            ("/customer/duns", "duns", Kind::Text),
            ("/contact/name", "contact-name", Kind::Text),
            ("/contact/email", "contact-email", Kind::Text),
            ("/contact/phone", "contact-phone", Kind::Text),
            ("/contact/title", "contact-title", Kind::Text),
            ("/contact/consent", "consent-short", Kind::Flag),
            (
                "/contact/vendorContact",
                "vendor-contact",
                choices(&[
                    (VendorContact::No.name(), "vendor-contact-no"),
                    (VendorContact::AskFirst.name(), "vendor-contact-ask"),
                    (VendorContact::Yes.name(), "vendor-contact-yes"),
                ]),
            ),
            ("/products", "products", Kind::List(Part::Product)),
            ("/products/quantity", "column-quantities", Kind::List(Part::Quantity)),
            ("/products/amount", "column-amounts", Kind::List(Part::Amount)),
            ("/value/amount", "value", Kind::Amount),
            ("/value/currency", "currency", Kind::Code),
            ("/closeDate", "close-date", Kind::Date),
            ("/need", "need", Kind::Text),
            (
                "/dealType",
                "deal-type",
                choices(&[
                    (DealType::NetNew.name(), "deal-type-net-new"),
                    (DealType::Expansion.name(), "deal-type-expansion"),
                    (DealType::Renewal.name(), "deal-type-renewal"),
                ]),
            ),
            (
                "/attribution",
                "attribution",
                choices(&[
                    (Attribution::Sourced.name(), "attribution-sourced"),
                    (Attribution::Influenced.name(), "attribution-influenced"),
                ]),
            ),
        ] {
            sheet.add(id, say(word), kind);
        }
        for question in ["budget", "authority", "need", "timeline"] {
            let label = say(&format!("question-{question}"));
            let note = voice.say("note-on", &[("question", label.as_str().into())]);
            sheet.add(&format!("/qualification/{question}/answer"), label, answers());
            sheet.add(&format!("/qualification/{question}/note"), note, Kind::Text);
        }
        for field in &form.fields {
            let kind = match field.kind {
                CustomKind::Text | CustomKind::LongText => Kind::Text,
                CustomKind::Number => Kind::Number,
                CustomKind::Date => Kind::Date,
                CustomKind::Checkbox => Kind::Flag,
                CustomKind::Choice => Kind::Choice(field.options.clone()),
            };
            sheet.add(&child("/custom", &field.id), field.label.clone(), kind);
        }
        for (id, word) in [
            ("owner", "column-owner"),
            ("organisation", "column-partner"),
            ("registeredAt", "column-registered"),
            ("protection", "column-protected"),
            ("updatedAt", "column-updated"),
        ] {
            sheet.add(id, say(word), Kind::Told);
        }
        sheet
    }

    /// The same with what partners earn.
    #[must_use]
    pub(crate) fn with_incentives(mut self, voice: &Voice) -> Self {
        for (id, word) in [("incentive/total", "column-margin"), ("incentive/amount/amount", "column-margin-amount")] {
            self.add(id, voice.say(word, &[]), Kind::Amount);
        }
        self
    }

    fn add(&mut self, id: &str, label: String, kind: Kind) {
        // Two columns of one name could not be told apart when the file comes back.
        let taken = self.columns.iter().any(|known| known.label == label);
        let label = if taken { format!("{label} ({})", id.trim_start_matches('/')) } else { label };
        self.columns.push(Column { id: id.to_owned(), label, kind });
    }

    /// What separates cells.
    pub fn separator(&self) -> char {
        if self.decimals == DecimalMark::Comma { ';' } else { ',' }
    }

    /// The column of that id, of those that can be read.
    pub fn target(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id && id.starts_with('/'))
    }

    /// The columns that can be read.
    pub fn targets(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.id.starts_with('/'))
    }

    /// The row of a deal.
    pub fn cells(&self, deal: &Deal) -> Vec<String> {
        let written = serde_json::to_value(deal).unwrap_or_default();
        self.columns.iter().map(|column| self.cell(column, deal, &written)).collect()
    }

    fn cell(&self, column: &Column, deal: &Deal, written: &Value) -> String {
        let time = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        match (column.id.as_str(), &column.kind) {
            ("owner", _) => deal.owner.name.clone(),
            ("stage", _) => self.stage(deal).unwrap_or_default(),
            ("organisation", _) => deal.organisation.name.clone(),
            ("registeredAt", _) => deal.registered_at.map(time).unwrap_or_default(),
            ("updatedAt", _) => time(deal.updated_at),
            ("protection", _) => deal.protection.as_ref().map(|window| window.ends_on.to_string()).unwrap_or_default(),
            (_, Kind::List(part)) => self.listed(&deal.products, *part),
            (id, kind) => {
                let pointer = if id.starts_with('/') { id.to_owned() } else { format!("/{id}") };
                match (written.pointer(&pointer), kind) {
                    (Some(Value::String(text)), Kind::Choice(choices)) => name_of(choices, text),
                    (Some(Value::String(text)), Kind::Amount) => self.number(text),
                    (Some(Value::String(text)), _) => text.clone(),
                    (Some(Value::Bool(flag)), _) => self.flags[usize::from(*flag)].clone(),
                    (Some(Value::Number(number)), _) => number.to_string(),
                    _ => String::new(),
                }
            }
        }
    }

    fn stage(&self, deal: &Deal) -> Option<String> {
        let stage = deal.stage?;
        let own = place(&self.stages, |named| (named.stage, named.id()), stage, deal.stage_id.as_deref());
        Some(own.map_or(stage.name(), |named| &named.name).to_owned())
    }

    /// A decimal string as the language writes numbers.
    pub(crate) fn number(&self, text: &str) -> String {
        if self.decimals == DecimalMark::Comma { text.replace('.', ",") } else { text.to_owned() }
    }

    fn listed(&self, lines: &[ProductLine], part: Part) -> String {
        let cell = |line: &ProductLine| match part {
            Part::Product => name_of(&self.products, &line.product),
            Part::Quantity => line.quantity.to_string(),
            Part::Amount => line.amount.map(|amount| self.number(&Money::amount(amount))).unwrap_or_default(),
        };
        let all: Vec<String> = lines.iter().map(cell).collect();
        if all.iter().all(String::is_empty) { String::new() } else { all.join("; ") }
    }
}

/// The name of a choice, by which alone it is found again; its id where another has that name too.
fn name_of(choices: &[Choice], id: &str) -> String {
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let named = choices.iter().find(|choice| choice.id == id).filter(|named| {
        let others = choices.iter().filter(|other| other.id != id);
        !named.name.contains([';', '|'])
            && !others.into_iter().any(|other| same(&other.name, &named.name) || same(&other.id, &named.name))
    });
    named.map_or_else(|| id.to_owned(), |named| named.name.clone())
}
