//! What partners earn on a deal: rules that add points to its margin, each with the conditions under which it counts.

use super::reading::{id, is_id, items, named, needed, texts, unrepeated};
use super::{Item, Words};
use crate::deal::content::DealType;
use crate::points::{Points, PointsError};
use crate::problem::{Code, FieldProblem};
use crate::read::Members;
use serde::{Deserialize, Serialize};

/// What partners earn, and what they are known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveRules {
    /// Types of partner, at most 20.
    pub partner_types: Vec<Item>,
    /// Tiers of the programme, the first one first, at most 20. A firm's tier is known by its id or by one of its names.
    pub tiers: Vec<Item>,
    /// Certifications that firms can hold, at most 50.
    pub certifications: Vec<Item>,
    /// What adds to the margin, at most 50, in the order in which it is counted.
    pub rules: Vec<IncentiveRule>,
    /// The most that all rules give together; 100 points where it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<Points>,
    /// An approval locks what stands then. Otherwise it follows the rules until the deal is won, which locks it.
    pub lock_at_approval: bool,
    /// The rules are on the page of rules that everybody can read.
    pub published: bool,
}

impl Default for IncentiveRules {
    fn default() -> Self {
        Self {
            partner_types: Vec::new(),
            tiers: Vec::new(),
            certifications: Vec::new(),
            rules: Vec::new(),
            most: None,
            lock_at_approval: true,
            published: false,
        }
    }
}

/// One rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveRule {
    /// By which its lines are known.
    pub id: String,
    /// What it is called, at most 80 characters.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// What it adds, more than 0.
    pub points: Points,
    /// When it counts.
    pub when: IncentiveCondition,
}

/// When a rule counts: of each list one must be true; an empty list asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IncentiveCondition {
    /// The firm is of one of these types.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partner_types: Vec<String>,
    /// The firm is of one of these tiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<String>,
    /// The deal is of one of these types.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deal_types: Vec<DealType>,
    /// One of these is sold. The rule counts for their part of the deal alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// The firm holds one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<String>,
}

impl IncentiveRules {
    /// The most that all rules give together.
    pub fn limit(&self) -> Points {
        self.most.unwrap_or(Points::ALL)
    }

    pub(super) fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let partner_types = items(o, "partnerTypes", 20, locales);
        let tiers = items(o, "tiers", 20, locales);
        let certifications = items(o, "certifications", 50, locales);
        let mut rules: Vec<IncentiveRule> = Vec::new();
        for (value, pointer) in o.items("rules", 50) {
            let rule = o.reader.object(value, &pointer, |o| IncentiveRule {
                id: id(o),
                name: named(o, "name", locales),
                points: points(o, "points").unwrap_or_else(|| {
                    if o.is_absent("points") {
                        needed(o, "points", "what the rule adds is not said");
                    }
                    Points::default()
                }),
                when: o.object("when", |o| IncentiveCondition {
                    partner_types: some_of(o, "partnerTypes", &partner_types),
                    tiers: some_of(o, "tiers", &tiers),
                    deal_types: texts(o, "dealTypes", 3, DealType::parse),
                    // One that is not sold any more may stay: deals that have it keep what it gives.
                    products: texts(o, "products", 100, |text| is_id(text).then(|| text.to_owned())),
                    certifications: some_of(o, "certifications", &certifications),
                }),
            });
            unrepeated(o, &pointer, &rule.id, rules.iter().map(|rule| rule.id.as_str()));
            rules.push(rule);
        }
        let most = points(o, "most");
        let preset = o.is_absent("lockAtApproval") && Self::default().lock_at_approval;
        let lock_at_approval = o.flag("lockAtApproval") || preset;
        Self { partner_types, tiers, certifications, rules, most, lock_at_approval, published: o.flag("published") }
    }
}

/// Points of which there are more than none.
fn points(o: &mut Members<'_>, name: &str) -> Option<Points> {
    let (value, pointer) = o.take(name)?;
    let Some(text) = value.as_str() else {
        o.reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected"));
        return None;
    };
    let (code, detail) = match Points::parse(text.trim()) {
        Ok(points) if points > Points::default() => return Some(points),
        Ok(_) | Err(PointsError::TooLarge) => (Code::OutOfRange, "more than 0 and at most 100 points"),
        Err(PointsError::TooPrecise) => (Code::TooPrecise, "at most two decimals"),
        Err(PointsError::BadForm) => (Code::NotDecimal, "a decimal number with a point is expected"),
    };
    let problem = FieldProblem::new(pointer, code, detail);
    o.reader.report(if code == Code::OutOfRange { problem.limit(100) } else { problem });
    None
}

/// Ids of what there is to choose.
fn some_of(o: &mut Members<'_>, name: &str, known: &[Item]) -> Vec<String> {
    texts(o, name, 100, |text| known.iter().any(|one| one.id == text).then(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::Rules;
    use super::*;
    use crate::read::Reader;
    use serde_json::{Value, json};

    fn read(incentives: Value) -> (IncentiveRules, Vec<(String, Code)>) {
        let mut rules = serde_json::to_value(Rules::default()).unwrap();
        rules["form"]["products"] = json!([{"id": "fleet", "name": {"en": "Fleet"}}]);
        rules["form"]["currencies"] = json!(["EUR"]);
        rules["incentives"] = incentives;
        let mut reader = Reader::default();
        let rules = reader.object(&rules, "", |o| Rules::read(o, &["en".to_owned()]));
        (rules.incentives, reader.into_problems().into_iter().map(|found| (found.pointer, found.code)).collect())
    }

    fn rule(id: &str, points: impl Into<Value>, when: Value) -> Value {
        json!({"id": id, "name": {"en": "A rule"}, "points": points.into(), "when": when})
    }

    #[test]
    fn rules_are_read_as_they_are_written() {
        let gold = json!([{"id": "gold", "name": {"en": "Gold"}}]);
        let when = json!({"tiers": ["gold"], "products": ["fleet"], "dealTypes": ["net_new"]});
        let written = json!({"tiers": gold, "rules": [rule("a", "2.5", when)], "most": "20", "lockAtApproval": false});
        let (read, problems) = read(written);
        assert_eq!(problems, []);
        assert_eq!(read.rules[0].when.deal_types, [DealType::NetNew]);
        assert!(!read.lock_at_approval);
        assert_eq!(serde_json::from_value::<IncentiveRules>(serde_json::to_value(&read).unwrap()).unwrap(), read);
    }

    #[test]
    fn a_document_from_before_there_were_incentives_has_none_and_locks_what_will_be() {
        let (read, problems) = read(Value::Null);
        assert_eq!((read, problems.len()), (IncentiveRules::default(), 0));
        assert_eq!(serde_json::from_value::<Rules>(json!({})).unwrap().incentives, IncentiveRules::default());
        assert!(IncentiveRules::default().lock_at_approval);
    }

    #[test]
    fn a_rule_asks_for_what_there_is_and_gives_something() {
        let wrong = json!({"rules": [
            rule("a", "0", json!({"tiers": ["gold"], "products": ["fleet", "a boat"], "dealTypes": ["gift"]})),
            rule("a", "1,5", json!({"more": 1})),
            rule("b", 5, json!({})),
            rule("c", "100.5", json!({})),
            rule("d", "1.125", json!({})),
            {"id": "e", "name": {"en": "E"}},
        ], "most": "0"});
        let at = |pointer: &str, code| (format!("/incentives{pointer}"), code);
        assert_eq!(
            read(wrong).1,
            [
                at("/rules/0/points", Code::OutOfRange),
                at("/rules/0/when/tiers/0", Code::NotInList),
                at("/rules/0/when/dealTypes/0", Code::NotInList),
                at("/rules/0/when/products/1", Code::NotInList),
                at("/rules/1/points", Code::NotDecimal),
                at("/rules/1/when/more", Code::UnknownMember),
                at("/rules/1/id", Code::Repeated),
                at("/rules/2/points", Code::WrongType),
                at("/rules/3/points", Code::OutOfRange),
                at("/rules/4/points", Code::TooPrecise),
                at("/rules/5/points", Code::Required),
                at("/most", Code::OutOfRange),
            ]
        );
    }
}
