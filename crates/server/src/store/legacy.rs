//! Rules as portals kept them before rules had versions: among the tenant's settings. They become its first version.

use portico_contract::deal::content::DealType;
use portico_contract::deal::form::CustomKind;
use portico_contract::programme::{
    AnswerRules, BusinessHours, ConflictPolicy, FieldRule, FormRules, Item, Need, ReasonRules, RegistrationRules,
    Rules, StageRules, Told, Words,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Rules among a tenant's settings. What a tenant never had is preset.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Legacy {
    answer_within: Option<u16>,
    hours: BusinessHours,
    extensions: Option<u16>,
    conflict_check: Option<Conflicts>,
    form: Form,
}

#[derive(Deserialize)]
struct Conflicts {
    when: Told,
    per_day: u16,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    products: Vec<Item>,
    industries: Vec<Item>,
    reasons: Vec<Item>,
    loss_reasons: Vec<Item>,
    stages: BTreeMap<String, Words>,
    fields: Vec<Field>,
    required: Vec<String>,
    currencies: Vec<String>,
    protection_days: Option<u16>,
    claim_days: Option<u16>,
    extension_days: Option<u16>,
}

#[derive(Deserialize)]
struct Field {
    id: String,
    kind: CustomKind,
    label: Words,
    help: Option<Words>,
    required: bool,
    options: Vec<Item>,
    min: Option<u32>,
    max: Option<u32>,
}

impl Legacy {
    /// The same rules, as they are kept now.
    pub(super) fn rules(self) -> Rules {
        let form = self.form;
        let preset = RegistrationRules::default();
        Rules {
            form: FormRules {
                products: form.products,
                industries: form.industries,
                fields: form.fields.into_iter().map(Field::rule).collect(),
                required: form.required,
                currencies: form.currencies,
                stages: StageRules::renamed(&form.stages),
            },
            registration: RegistrationRules {
                claim_days: form.claim_days.unwrap_or(preset.claim_days),
                protection_days: form.protection_days.unwrap_or(preset.protection_days),
                extension_days: form.extension_days.unwrap_or(preset.extension_days),
                extensions: self.extensions.unwrap_or(preset.extensions),
                conflict_check: self
                    .conflict_check
                    .map_or(preset.conflict_check, |kept| ConflictPolicy { when: kept.when, per_day: kept.per_day }),
            },
            answers: AnswerRules {
                within_minutes: self.answer_within.unwrap_or(AnswerRules::default().within_minutes),
                hours: self.hours,
            },
            reasons: ReasonRules { rejection: form.reasons, loss: form.loss_reasons, ..ReasonRules::default() },
            ..Rules::default()
        }
    }
}

impl Field {
    fn rule(self) -> FieldRule {
        FieldRule {
            id: self.id,
            kind: self.kind,
            label: self.label,
            help: self.help.unwrap_or_default(),
            required: Need(if self.required { DealType::ALL.to_vec() } else { Vec::new() }),
            options: self.options,
            min: self.min,
            max: self.max,
        }
    }
}
