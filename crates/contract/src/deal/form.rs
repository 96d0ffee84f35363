//! The registration form of a tenant: `GET /tenant/deal-form`. Products, the tenant's own fields, names of stages.

use super::Stage;
use super::content::DealType;
use super::reading::read_date;
use crate::problem::{Code, FieldProblem};
use crate::programme::{Category, place};
use crate::read::{self, Lines, Members, Reader};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a tenant's registration asks for. Texts are in the language that `Accept-Language` asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DealForm {
    /// The version of the rules that it is of.
    pub version: i64,
    /// What can be sold.
    pub products: Vec<Choice>,
    /// The tenant's own fields, in the order they are asked.
    pub fields: Vec<CustomField>,
    /// The stages of an approved deal, in the tenant's order. Each of the contract's six has one or more.
    pub stages: Vec<StageName>,
    /// Pointers of all that must be there to submit: the contract's and the tenant's.
    pub required: Vec<String>,
    /// Currencies that are offered, the preset first.
    pub currencies: Vec<String>,
    /// Industries that are offered.
    pub industries: Vec<Choice>,
    /// Reasons for a rejection; `other` always exists.
    pub reasons: Vec<Choice>,
    /// Reasons for a loss; `other` always exists.
    pub loss_reasons: Vec<Choice>,
    /// Days of protection that an approval proposes.
    pub protection_days: u16,
    /// Days that a claim keeps its place.
    pub claim_days: u16,
    /// Days that a request for an extension proposes.
    pub extension_days: u16,
}

/// Something to choose, by id and by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Choice {
    /// What travels.
    pub id: String,
    /// What is read.
    pub name: String,
}

/// A stage of the tenant's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StageName {
    /// What `advance` takes and `stageId` says; of an older PRM nothing: the contract's name.
    #[serde(default)]
    pub id: String,
    /// The contract's stage that it stands for.
    pub stage: Stage,
    /// The tenant's word for it.
    pub name: String,
    /// What a forecast takes it for.
    // The app learns of it where it edits or draws it, so that the first page does not read it.
    #[cfg_attr(not(feature = "schema"), serde(skip_deserializing))]
    pub category: Option<Category>,
    /// How likely a sale in it is made, in percent.
    #[cfg_attr(not(feature = "schema"), serde(skip_deserializing))]
    pub probability: Option<u8>,
}

impl StageName {
    /// The id; the contract's name where there is none.
    #[must_use]
    pub fn id(&self) -> &str {
        if self.id.is_empty() { self.stage.name() } else { &self.id }
    }
}

/// A field that the tenant added to the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CustomField {
    /// The member of `custom`.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: CustomKind,
    /// What it is called.
    pub label: String,
    /// A sentence that helps to fill it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Must be there to submit, whatever the type of the deal.
    #[serde(default)]
    pub required: bool,
    /// Must be there to submit a deal of these types.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required_for: Vec<DealType>,
    /// What can be chosen, for `choice`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// The smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// The largest number, or the most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// What a custom field holds, and how it travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum CustomKind {
    /// One line: a string.
    Text,
    /// Several lines: a string.
    LongText,
    /// A whole number.
    Number,
    /// One of `options`: its id.
    Choice,
    /// `YYYY-MM-DD`.
    Date,
    /// `true` or `false`.
    Checkbox,
}

impl DealForm {
    /// Where a deal stands: see [`place`].
    #[must_use]
    pub fn stage_at(&self, stage: Stage, id: Option<&str>) -> Option<&StageName> {
        place(&self.stages, |named| (named.stage, named.id()), stage, id)
    }

    /// The open stage that somebody names, by the tenant's id or the contract's name, and the id that it has.
    #[must_use]
    pub fn stage_named(&self, name: &str) -> Option<(Stage, String)> {
        let own = self.stages.iter().find(|named| named.id() == name);
        let own = own.or_else(|| self.stage_at(Stage::parse(name)?, None));
        // A form that has none is one of the contract's alone.
        let found = own.map(|named| (named.stage, named.id().to_owned()));
        found.or_else(|| Some((Stage::parse(name)?, name.to_owned()))).filter(|(stage, _)| !stage.is_closed())
    }

    /// Reads the tenant's own fields; one that the form does not have is reported as unknown.
    pub fn read_custom(&self, o: &mut Members<'_>) -> BTreeMap<String, Value> {
        let mut custom = BTreeMap::new();
        for field in &self.fields {
            let Some((value, pointer)) = o.take(&field.id) else { continue };
            if let Some(value) = field.read(o.reader, value, &pointer) {
                custom.insert(field.id.clone(), value);
            }
        }
        custom
    }
}

impl CustomField {
    /// Whether a deal of this type needs it.
    #[must_use]
    pub fn is_required(&self, of: DealType) -> bool {
        self.required || self.required_for.contains(&of)
    }

    /// The most characters of a text.
    #[must_use]
    pub fn longest(&self) -> u32 {
        self.max.unwrap_or(if self.kind == CustomKind::LongText { 2_000 } else { 200 })
    }

    fn read(&self, reader: &mut Reader, value: &Value, pointer: &str) -> Option<Value> {
        match self.kind {
            CustomKind::Text => read::text(reader, value, pointer, self.longest(), Lines::One).map(Value::from),
            CustomKind::LongText => read::text(reader, value, pointer, self.longest(), Lines::Many).map(Value::from),
            CustomKind::Number => self.read_number(reader, value, pointer),
            CustomKind::Choice => {
                let chosen = read::text(reader, value, pointer, 200, Lines::One)?;
                if self.options.iter().any(|option| option.id == chosen) {
                    return Some(chosen.into());
                }
                reader.report(FieldProblem::new(pointer, Code::NotInList, "not one of the options"));
                None
            }
            CustomKind::Date => {
                let date = read::text(reader, value, pointer, 10, Lines::One)?;
                if read_date(&date).is_some() {
                    return Some(date.into());
                }
                reader.report(FieldProblem::new(pointer, Code::BadForm, "YYYY-MM-DD is expected"));
                None
            }
            CustomKind::Checkbox => {
                if !value.is_boolean() {
                    reader.report(FieldProblem::new(pointer, Code::WrongType, "true or false is expected"));
                }
                value.as_bool().filter(|checked| *checked).map(Value::from)
            }
        }
    }

    fn read_number(&self, reader: &mut Reader, value: &Value, pointer: &str) -> Option<Value> {
        let (min, max) = (self.min.unwrap_or(0), self.max.unwrap_or(u32::MAX));
        let Some(number) = value.as_number() else {
            reader.report(FieldProblem::new(pointer, Code::WrongType, "a whole number is expected"));
            return None;
        };
        let number = number.as_u64().filter(|n| (u64::from(min)..=u64::from(max)).contains(n));
        if number.is_none() {
            let detail = format!("a whole number from {min} to {max} is expected");
            reader.report(FieldProblem::new(pointer, Code::OutOfRange, detail).limit(max));
        }
        number.map(Value::from)
    }
}
