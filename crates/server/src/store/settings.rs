//! What a tenant has configured, as it is kept: texts in every language of the tenant.

use crate::sla::BusinessHours;
use chrono_tz::Tz;
use portico_contract::deal::form::{Choice, CustomField, CustomKind, StageName};
use portico_contract::deal::{DealForm, REQUIRED, Stage};
use portico_contract::tenant::{Brand, SignIn, Tenant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text by language.
pub(crate) type Words = BTreeMap<String, String>;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Settings {
    pub name: String,
    pub brand: Brand,
    pub locales: Vec<String>,
    pub terminology: BTreeMap<String, Words>,
    pub features: Vec<String>,
    pub time_zone: Tz,
    /// Minutes of the business hours within which the vendor answers.
    pub answer_within: i64,
    #[serde(default)]
    pub hours: BusinessHours,
    /// How often a window is made longer, at most.
    #[serde(default = "once")]
    pub extensions: i32,
    #[serde(default)]
    pub conflict_check: ConflictPolicy,
    pub form: Form,
}

/// When partners learn whether somebody else has registered their customer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ConflictPolicy {
    pub when: Told,
    /// How often a person may ask on a day.
    pub per_day: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Told {
    /// As soon as the customer is typed.
    WhileTyping,
    /// With the receipt.
    AtSubmission,
    Never,
}

impl Default for ConflictPolicy {
    fn default() -> Self {
        Self { when: Told::WhileTyping, per_day: 200 }
    }
}

fn once() -> i32 {
    1
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Form {
    pub products: Vec<Item>,
    pub industries: Vec<Item>,
    pub reasons: Vec<Item>,
    pub stages: BTreeMap<String, Words>,
    pub fields: Vec<Field>,
    /// Pointers beyond the contract's own.
    pub required: Vec<String>,
    pub currencies: Vec<String>,
    pub protection_days: u16,
    #[serde(default)]
    pub loss_reasons: Vec<Item>,
    #[serde(default = "fortnight")]
    pub claim_days: u16,
    #[serde(default = "month")]
    pub extension_days: u16,
}

fn fortnight() -> u16 {
    14
}

fn month() -> u16 {
    30
}

/// Something to choose, named in every language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Item {
    pub id: String,
    pub name: Words,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Field {
    pub id: String,
    pub kind: CustomKind,
    pub label: Words,
    pub help: Option<Words>,
    pub required: bool,
    pub options: Vec<Item>,
    pub min: Option<u32>,
    pub max: Option<u32>,
}

impl Settings {
    pub(crate) fn tenant(&self) -> Tenant {
        Tenant {
            name: self.name.clone(),
            brand: self.brand,
            locales: self.locales.clone(),
            terminology: self.terminology.clone(),
            features: self.features.clone(),
            sign_in: vec![SignIn::Password],
            time_zone: self.time_zone.name().to_owned(),
        }
    }

    /// The form in the first of `languages` that the tenant has, or in its preset one.
    pub(crate) fn deal_form(&self, languages: &[String]) -> DealForm {
        let speaks = |asked: &&String| self.locales.iter().any(|known| known == *asked);
        let language = languages.iter().find(speaks).or(self.locales.first()).map_or("en", String::as_str);
        let word = |words: &Words| words.get(language).or_else(|| words.values().next()).cloned().unwrap_or_default();
        let choice = |option: &Item| Choice { id: option.id.clone(), name: word(&option.name) };
        let choices = |options: &[Item]| options.iter().map(choice).collect();
        let stage = |stage: Stage| StageName {
            stage,
            name: self.form.stages.get(stage.name()).map_or_else(|| stage.name().to_owned(), &word),
        };
        DealForm {
            products: choices(&self.form.products),
            fields: self
                .form
                .fields
                .iter()
                .map(|field| CustomField {
                    id: field.id.clone(),
                    kind: field.kind,
                    label: word(&field.label),
                    help: field.help.as_ref().map(&word),
                    required: field.required,
                    options: choices(&field.options),
                    min: field.min,
                    max: field.max,
                })
                .collect(),
            stages: Stage::ALL.into_iter().map(stage).collect(),
            required: REQUIRED
                .iter()
                .map(|pointer| (*pointer).to_owned())
                .chain(self.form.required.iter().cloned())
                .collect(),
            currencies: self.form.currencies.clone(),
            industries: choices(&self.form.industries),
            reasons: with_other(choices(&self.form.reasons)),
            loss_reasons: with_other(choices(&self.form.loss_reasons)),
            protection_days: self.form.protection_days,
            claim_days: self.form.claim_days,
            extension_days: self.form.extension_days,
        }
    }
}

/// `other` always exists, whatever the tenant has configured.
fn with_other(mut reasons: Vec<Choice>) -> Vec<Choice> {
    if !reasons.iter().any(|reason| reason.id == "other") {
        reasons.push(Choice { id: "other".to_owned(), name: "Other".to_owned() });
    }
    reasons
}
