//! Approval: who must say yes to a registration, in which order, or that it is approved by itself.

use super::Words;
use super::reading::{needed, spare, texts, written};
use super::routing::{Fit, Scope, Territory};
use crate::deal::DealContent;
use crate::deal::content::DealType;
use crate::money::{Currency, Money};
use crate::named::named;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members};
use crate::session::{Permission, Role};
use serde::{Deserialize, Serialize};

/// Most steps of a rule.
pub const MAX_STEPS: u32 = 5;

named! {
    /// How registrations are approved.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Way {
        /// By people, one after the other.
        #[default]
        Steps = "steps",
        /// At submission, unless it meets another registration.
        ByItself = "by_itself",
    }
}

/// Who approves which registrations. The first rule that fits decides; where none does, anybody at the desk approves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ApprovalRule {
    /// What it is called, at most 80 characters. Partners read it.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// Where, and for what.
    pub scope: Scope,
    /// For which types of deal; none: for all.
    pub deal_types: Vec<DealType>,
    /// The currency of `from` and `below`. A deal in another fits no rule that has either: nothing is converted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// From this amount on, a decimal number with a point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Below this amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
    /// How.
    pub way: Way,
    /// By whom, in order; 1 to 5 where it is by people: the name of a role, or an at sign and the id of an account.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub steps: Vec<Approver>,
}

/// Who takes a step: anybody of a role, or one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Approver {
    /// A role that decides: its name.
    Role(Role),
    /// An account: an at sign and its id.
    Person(String),
}

/// The text names nobody who can approve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a role that decides nor a person")]
pub struct NotAnApprover;

impl TryFrom<String> for Approver {
    type Error = NotAnApprover;
    fn try_from(text: String) -> Result<Self, NotAnApprover> {
        match text.strip_prefix('@') {
            Some(id) if !id.is_empty() && id.len() <= 64 => Ok(Self::Person(id.to_owned())),
            Some(_) => Err(NotAnApprover),
            None => {
                Role::parse(&text).filter(|role| role.may(Permission::DealsDecide)).map(Self::Role).ok_or(NotAnApprover)
            }
        }
    }
}

impl From<Approver> for String {
    fn from(approver: Approver) -> Self {
        match approver {
            Approver::Role(role) => role.name().to_owned(),
            Approver::Person(id) => format!("@{id}"),
        }
    }
}

impl ApprovalRule {
    fn amount(&self, text: Option<&String>) -> Option<Money> {
        Money::parse(text?, self.currency?).ok()
    }

    /// From which value on, where it is said.
    pub fn least(&self) -> Option<Money> {
        self.amount(self.from.as_ref())
    }

    /// Below which value, where it is said.
    pub fn limit(&self) -> Option<Money> {
        self.amount(self.below.as_ref())
    }

    /// Whether a deal fits it, and why.
    pub fn fits<'a>(&'a self, territories: &'a [Territory], deal: &DealContent) -> Option<Fit<'a>> {
        let is_of_type = self.deal_types.is_empty() || self.deal_types.contains(&deal.deal_type);
        let compare = |limit: Option<Money>, holds: fn(i64, i64) -> bool| {
            limit.is_none_or(|limit| {
                deal.value
                    .is_some_and(|value| value.currency() == limit.currency() && holds(value.minor(), limit.minor()))
            })
        };
        let in_range =
            compare(self.least(), |value, least| value >= least) && compare(self.limit(), |value, limit| value < limit);
        self.scope.fits(territories, deal).filter(|_| is_of_type && in_range)
    }

    fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let name = written(o, "name", 80, Lines::One, locales);
        let scope = Scope::read(o);
        let deal_types = texts(o, "dealTypes", 3, DealType::parse);
        let currency = spare(o, "currency", Code::NotInList, |code| Currency::parse(code).ok());
        let from = amount(o, "from", currency);
        let below = amount(o, "below", currency);
        let way = o.choice("way").unwrap_or_default();
        let steps = texts(o, "steps", MAX_STEPS, |text| Approver::try_from(text.to_owned()).ok());
        let steps = if way == Way::Steps { steps } else { Vec::new() };
        if way == Way::Steps && steps.is_empty() {
            needed(o, "steps", "at least one person or role approves");
        }
        let rule = Self { name, scope, deal_types, currency, from, below, way, steps };
        if rule.least().zip(rule.limit()).is_some_and(|(least, limit)| least.minor() >= limit.minor()) {
            let detail = "the limit is not above the least";
            o.reader.report(FieldProblem::new(o.pointer_of("below"), Code::OutOfRange, detail));
        }
        rule
    }
}

fn amount(o: &mut Members<'_>, name: &str, currency: Option<Currency>) -> Option<String> {
    let typed = o.text(name, 20, Lines::One)?;
    let Some(currency) = currency else {
        needed(o, "currency", "an amount has a currency");
        return Some(typed);
    };
    match Money::parse(&typed, currency) {
        Ok(money) => Some(money.amount()),
        Err(_) => {
            let detail = "a decimal number with a point is expected";
            o.reader.report(FieldProblem::new(o.pointer_of(name), Code::NotDecimal, detail));
            Some(typed)
        }
    }
}

/// The first rule that a deal fits, with its place from 1 on.
pub fn find<'a>(
    rules: &'a [ApprovalRule],
    territories: &[Territory],
    deal: &DealContent,
) -> Option<(u32, &'a ApprovalRule)> {
    (1..).zip(rules).find(|(_, rule)| rule.fits(territories, deal).is_some())
}

/// The rules of a tenant, at most 50.
pub(super) fn read(o: &mut Members<'_>, locales: &[String]) -> Vec<ApprovalRule> {
    let mut rules = Vec::new();
    for (value, pointer) in o.items("approval", 50) {
        rules.push(o.reader.object(value, &pointer, |o| ApprovalRule::read(o, locales)));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reader;
    use proptest::prelude::*;
    use serde_json::json;

    fn money(amount: &str, code: &str) -> Money {
        Money::parse(amount, Currency::parse(code).unwrap()).unwrap()
    }

    fn rule(from: Option<&str>, below: Option<&str>) -> ApprovalRule {
        ApprovalRule {
            currency: Currency::parse("EUR").ok(),
            from: from.map(str::to_owned),
            below: below.map(str::to_owned),
            ..ApprovalRule::default()
        }
    }

    fn worth(value: Money) -> DealContent {
        DealContent { value: Some(value), ..DealContent::default() }
    }

    #[test]
    fn an_amount_is_compared_in_its_own_currency_alone() {
        let large = rule(Some("50000"), None);
        let fits = |rule: &ApprovalRule, deal: &DealContent| rule.fits(&[], deal).is_some();
        assert!(fits(&large, &worth(money("50000", "EUR"))) && !fits(&large, &worth(money("49999.99", "EUR"))));
        assert!(!fits(&large, &worth(money("900000", "USD"))), "nothing is converted");
        assert!(!fits(&large, &DealContent::default()), "no value is no amount");
        assert!(fits(&rule(None, None), &DealContent::default()));
    }

    #[test]
    fn every_mistake_is_found_beside_its_field() {
        let mut reader = Reader::default();
        let body = json!({"approval": [
            {"name": {"en": "A"}, "way": "steps", "steps": []},
            {"name": {}, "from": "5", "way": "by_itself", "steps": ["channel_manager"]},
            {"name": {"en": "C"}, "currency": "EUR", "from": "9,5", "steps": ["rep", "vendor_admin", "@x", "@x"]},
            {"name": {"en": "D"}, "currency": "EUR", "from": "9", "below": "9", "steps": ["@x"]},
        ]});
        let read = reader.object(&body, "", |o| read(o, &["en".to_owned()]));
        let found: Vec<_> = reader.into_problems().into_iter().map(|problem| (problem.pointer, problem.code)).collect();
        let at = |pointer: &str, code| (format!("/approval/{pointer}"), code);
        assert_eq!(
            found,
            [
                at("0/steps", Code::Required),
                at("1/name/en", Code::Required),
                at("1/currency", Code::Required),
                at("2/from", Code::NotDecimal),
                at("2/steps/0", Code::NotInList),
                at("2/steps/3", Code::Repeated),
                at("3/below", Code::OutOfRange),
            ]
        );
        assert_eq!(read[1].steps, [], "what is approved by itself has no steps");
        let kept = serde_json::to_value(&read[2].steps).unwrap();
        assert_eq!(kept, json!(["vendor_admin", "@x"]));
    }

    proptest! {
        #[test]
        fn a_value_fits_exactly_what_is_from_and_below(value in 0_i64..1_000, from in 0_i64..1_000, below in 0_i64..1_000) {
            let euros = |minor: i64| Money::from_minor(minor, Currency::parse("EUR").unwrap()).unwrap();
            let rule = rule(Some(&euros(from).amount()), Some(&euros(below).amount()));
            prop_assert_eq!(rule.fits(&[], &worth(euros(value))).is_some(), (from..below).contains(&value));
        }
    }
}
