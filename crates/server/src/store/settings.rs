//! What a tenant has configured: who it is, and the rules of its programme in force.

use super::conflicts::Keys;
use super::house::House;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use portico_contract::deal::form::{Choice, CustomField, StageName};
use portico_contract::deal::{DealForm, REQUIRED};
use portico_contract::programme::{BusinessHours, Item, Rules, StageRule, StageRules, Words};
use portico_contract::tenant::{Brand, SignIn, Tenant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A tenant with its rules.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub portal: PortalSettings,
    /// The version of the rules.
    pub version: i64,
    pub rules: Rules,
    house: House,
}

/// Who a tenant is, as the table `tenant` keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PortalSettings {
    pub name: String,
    pub brand: Brand,
    pub locales: Vec<String>,
    pub terminology: BTreeMap<String, Words>,
    pub features: Vec<String>,
    pub time_zone: Tz,
}

impl std::ops::Deref for Settings {
    type Target = PortalSettings;
    fn deref(&self) -> &PortalSettings {
        &self.portal
    }
}

impl Settings {
    pub(crate) fn new(portal: PortalSettings, version: i64, rules: Rules) -> Self {
        let house = House::of(&rules.house);
        Self { portal, version, rules, house }
    }

    /// The house account that a customer is, as the vendor calls it.
    pub(super) fn house_account(&self, keys: &Keys) -> Option<&str> {
        self.house.find(keys)
    }

    /// The same as a partner may know it.
    pub(super) fn published_house_account(&self, keys: &Keys) -> Option<&str> {
        self.house_account(keys).filter(|_| self.rules.house.published)
    }

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

    /// When somebody answers.
    pub(crate) fn hours(&self) -> &BusinessHours {
        &self.rules.answers.hours
    }

    /// The stages of a sale.
    pub(crate) fn stages(&self) -> &StageRules {
        &self.rules.form.stages
    }

    /// Minutes of these hours within which the vendor answers.
    pub(crate) fn answer_within(&self) -> i64 {
        self.rules.answers.within_minutes.into()
    }

    /// The day where the tenant is.
    pub(crate) fn day(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.time_zone).date_naive()
    }

    /// Words in the first of `languages` that the tenant has, or in its preset one.
    pub(crate) fn word(&self, words: &Words, languages: &[String]) -> String {
        let speaks = |asked: &&String| self.locales.iter().any(|known| known == *asked);
        let preset = self.locales.first();
        let language = languages.iter().find(speaks).or(preset);
        let said = language.and_then(|language| words.get(language));
        let said = said.or_else(|| words.get(preset?)).or_else(|| words.values().next());
        said.cloned().unwrap_or_default()
    }

    /// The form in force, in the first of `languages` that the tenant has, or in its preset one.
    pub(crate) fn deal_form(&self, languages: &[String]) -> DealForm {
        self.form_of(&self.rules, self.version, languages)
    }

    /// The form of some version of the rules.
    pub(crate) fn form_of(&self, rules: &Rules, version: i64, languages: &[String]) -> DealForm {
        let word = |words: &Words| self.word(words, languages);
        let choice = |option: &Item| Choice { id: option.id.clone(), name: word(&option.name) };
        let choices = |options: &[Item]| options.iter().map(choice).collect();
        let stage = |rule: &StageRule| StageName {
            id: rule.id.clone(),
            stage: rule.stage,
            name: Some(word(&rule.name))
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| rule.stage.name().to_owned()),
            category: Some(rule.category),
            probability: Some(rule.probability),
        };
        DealForm {
            version,
            products: choices(&rules.form.products),
            fields: rules
                .form
                .fields
                .iter()
                .map(|field| CustomField {
                    id: field.id.clone(),
                    kind: field.kind,
                    label: word(&field.label),
                    help: Some(word(&field.help)).filter(|help| !help.is_empty()),
                    required: field.required.is_always(),
                    required_for: if field.required.is_always() { Vec::new() } else { field.required.0.clone() },
                    options: choices(&field.options),
                    min: field.min,
                    max: field.max,
                })
                .collect(),
            stages: rules.form.stages.0.iter().map(stage).collect(),
            required: REQUIRED
                .iter()
                .map(|pointer| (*pointer).to_owned())
                .chain(rules.form.required.iter().cloned())
                .collect(),
            currencies: rules.form.currencies.clone(),
            industries: choices(&rules.form.industries),
            reasons: with_other(choices(&rules.reasons.rejection)),
            loss_reasons: with_other(choices(&rules.reasons.loss)),
            protection_days: rules.registration.protection_days,
            claim_days: rules.registration.claim_days,
            extension_days: rules.registration.extension_days,
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
