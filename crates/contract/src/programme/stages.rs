//! The stages of a sale: the tenant's own, in its order. Each stands for one of the contract's six, and each of the six
//! has at least one that stands for it, so that whoever knows the six alone can move every deal.

use super::Words;
use super::reading::{id, named, needed, unrepeated, words};
use crate::deal::Stage;
use crate::named::named as named_values;
use crate::problem::{Code, FieldProblem};
use crate::read::Members;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The most stages that a tenant has.
pub const MAX_STAGES: u32 = 30;

named_values! {
    /// What a forecast takes a stage for.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Category {
        /// It may come.
        Pipeline = "pipeline",
        /// It comes if all goes well.
        BestCase = "best_case",
        /// It comes.
        Commit = "commit",
        /// It is won.
        Closed = "closed",
        /// It is not counted.
        Omitted = "omitted",
    }
}

/// A stage of the tenant's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StageRule {
    /// What travels; the contract's own name stands for the contract's own stage.
    pub id: String,
    /// What is read, at most 80 characters; nothing is the contract's name.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// The contract's stage that it stands for.
    pub stage: Stage,
    /// What a forecast takes it for: `closed` for won, `omitted` for lost, anything but `closed` for the others.
    pub category: Category,
    /// How likely a sale in it is made, in percent: 100 for won, 0 for lost.
    pub probability: u8,
}

impl StageRule {
    /// A stage as the contract has it, under the tenant's name.
    pub fn of(stage: Stage, name: Words) -> Self {
        let (category, probability) = preset(stage);
        Self { id: stage.name().to_owned(), name, stage, category, probability }
    }
}

/// What a forecast takes a stage for where the tenant has not said so.
fn preset(stage: Stage) -> (Category, u8) {
    match stage {
        Stage::Prospect => (Category::Pipeline, 10),
        Stage::Qualified => (Category::Pipeline, 30),
        Stage::Proposal => (Category::BestCase, 60),
        Stage::Committed => (Category::Commit, 90),
        Stage::Won => (Category::Closed, 100),
        Stage::Lost => (Category::Omitted, 0),
    }
}

/// All of them, 6 to 30, in the tenant's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = Vec<StageRule>))]
pub struct StageRules(pub Vec<StageRule>);

impl Default for StageRules {
    fn default() -> Self {
        Self::renamed(&BTreeMap::new())
    }
}

impl StageRules {
    /// The contract's six under the tenant's names, by the contract's: how rules were kept before tenants had stages of
    /// their own.
    pub fn renamed(names: &BTreeMap<String, Words>) -> Self {
        let called = |stage: Stage| StageRule::of(stage, names.get(stage.name()).cloned().unwrap_or_default());
        Self(Stage::ALL.map(called).to_vec())
    }

    /// Where a deal stands: see [`place`].
    pub fn at(&self, stage: Stage, id: Option<&str>) -> Option<&StageRule> {
        place(&self.0, |rule| (rule.stage, &rule.id), stage, id)
    }

    /// What somebody names: a stage of the tenant's by its id, or the first that stands for one of the contract's.
    pub fn named(&self, name: &str) -> Option<&StageRule> {
        let own = self.0.iter().find(|rule| rule.id == name);
        own.or_else(|| self.at(Stage::parse(name)?, None))
    }

    /// Reads the list; an object gives names to the contract's six.
    pub(super) fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        match o.take("stages") {
            None => return Self::default(),
            Some((value, _)) if value.is_object() => {
                return o.object("stages", |o| {
                    let names = Stage::ALL.map(|stage| (stage.name().to_owned(), words(o, stage.name(), locales)));
                    Self::renamed(&names.into())
                });
            }
            Some(_) => {}
        }
        let mut rules: Vec<StageRule> = Vec::new();
        for (value, pointer) in o.items("stages", MAX_STAGES) {
            let rule = o.reader.object(value, &pointer, |o| Some(StageRule::read(o, locales)));
            let Some(rule) = rule else { continue };
            unrepeated(o, &pointer, &rule.id, rules.iter().map(|rule| rule.id.as_str()));
            if rule.stage.is_closed() && rules.iter().any(|known| known.stage == rule.stage) {
                let detail = "a sale is won in one stage, and lost in one";
                o.reader.report(FieldProblem::new(format!("{pointer}/stage"), Code::Repeated, detail));
            }
            rules.push(rule);
        }
        if let Some(missing) = Stage::ALL.iter().find(|stage| rules.iter().all(|rule| rule.stage != **stage)) {
            needed(o, "stages", &format!("no stage stands for {}", missing.name()));
        }
        Self(rules)
    }
}

impl StageRule {
    fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let id = id(o);
        let own = Stage::parse(&id);
        let name = if own.is_some() { words(o, "name", locales) } else { named(o, "name", locales) };
        let stage = o.choice("stage");
        if stage.is_none() {
            needed(o, "stage", "one of the contract's stages is expected");
        }
        let stage = stage.or(own).unwrap_or(Stage::Prospect);
        if own.is_some_and(|own| own != stage) {
            let detail = "a stage with the contract's name stands for the contract's stage";
            o.reader.report(FieldProblem::new(o.pointer_of("stage"), Code::NotInList, detail));
        }
        let preset = preset(stage);
        let category = o.choice("category").unwrap_or(preset.0);
        let wrong = if stage.is_closed() { category != preset.0 } else { category == Category::Closed };
        if wrong {
            let detail = "won is closed, lost is omitted, and no other stage is closed";
            o.reader.report(FieldProblem::new(o.pointer_of("category"), Code::NotInList, detail));
        }
        let (least, most) = if stage.is_closed() { (preset.1, preset.1) } else { (0, 100) };
        let percent = o.number("probability", least.into(), most.into()).and_then(|percent| u8::try_from(percent).ok());
        Self { id, name, stage, category, probability: percent.unwrap_or(preset.1) }
    }
}

/// Where a deal stands, in a list of the tenant's stages: in its own as long as that is there and stands for what it
/// stood for; else in the first that stands for the contract's.
pub fn place<'a, T>(
    list: &'a [T],
    of: impl Fn(&'a T) -> (Stage, &'a str),
    stage: Stage,
    id: Option<&str>,
) -> Option<&'a T> {
    let mut standing = list.iter().filter(|one| of(one).0 == stage);
    let own = id.and_then(|id| standing.clone().find(|one| of(one).1 == id));
    own.or_else(|| standing.next())
}

impl<'de> Deserialize<'de> for StageRules {
    fn deserialize<D: Deserializer<'de>>(kept: D) -> Result<Self, D::Error> {
        struct Kept;

        impl<'de> Visitor<'de> for Kept {
            type Value = StageRules;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of stages, or names of the contract's")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<StageRules, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(StageRules)
            }

            fn visit_map<A: MapAccess<'de>>(self, names: A) -> Result<StageRules, A::Error> {
                BTreeMap::deserialize(MapAccessDeserializer::new(names)).map(|names| StageRules::renamed(&names))
            }
        }

        kept.deserialize_any(Kept)
    }
}

#[cfg(test)]
mod tests;
