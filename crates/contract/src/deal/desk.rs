//! Who at the vendor sees to a deal, and who has to approve it.

use crate::absence::Away;
use crate::country::Country;
use crate::programme::Words;
use crate::session::{Person, Role};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Why a rule gave a deal to whom. For the vendor's eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Assignment {
    /// The place of the rule among those of its version, from 1 on.
    pub rule: u32,
    /// The version of the rules.
    pub version: i64,
    /// The territory that the rule names and the customer is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<std::collections::HashMap<String, String>>))]
    pub territory: Option<Words>,
    /// The customer's country, where there is a territory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The product that the rule names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Who was meant, and who would have covered, and was away: in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub away: Vec<Away>,
}

/// Who has to approve a deal, and who has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Approval {
    /// The place of the rule among those of its version, from 1 on.
    pub rule: u32,
    /// The version of the rules: a deal stays with those of its submission.
    pub version: i64,
    /// What the rule is called.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// It is approved by itself, unless it meets another registration; then anybody at the desk decides.
    #[serde(default)]
    pub by_itself: bool,
    /// In order.
    pub steps: Vec<ApprovalStep>,
}

/// One who has to approve: anybody of a role, or a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ApprovalStep {
    /// The role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// Who has approved; it waits where nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Person>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<DateTime<Utc>>,
    /// A vendor admin did it in their place.
    #[serde(default)]
    pub instead: bool,
}

impl ApprovalStep {
    /// Whether it is this person's to take.
    pub fn is_of(&self, id: &str, role: Role) -> bool {
        self.role == Some(role) || self.person.as_ref().is_some_and(|person| person.id == id)
    }

    /// Whether this person may take it: whoever it is, and a vendor admin in their place.
    pub fn may_be_taken_by(&self, id: &str, role: Role) -> bool {
        role == Role::VendorAdmin || self.is_of(id, role)
    }
}

impl Approval {
    /// The step that waits; none where all are done.
    pub fn next(&self) -> Option<&ApprovalStep> {
        self.steps.iter().find(|step| step.done_by.is_none())
    }

    /// The place of the step that waits, from 1 on; none where all are done.
    pub fn place(&self) -> Option<usize> {
        self.steps.iter().position(|step| step.done_by.is_none()).map(|before| before + 1)
    }

    /// Notes that the step that waits is done; whether it was the last.
    pub fn advance(&mut self, by: Person, role: Role, at: DateTime<Utc>) -> bool {
        if let Some(step) = self.steps.iter_mut().find(|step| step.done_by.is_none()) {
            step.instead = !step.is_of(&by.id, role);
            (step.done_by, step.done_at) = (Some(by), Some(at));
        }
        self.next().is_none()
    }

    /// The same, with nothing done yet.
    pub fn anew(&mut self) {
        for step in &mut self.steps {
            (step.done_by, step.done_at, step.instead) = (None, None, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_in_order_each_by_whose_it_is() {
        let person = |id: &str| Person { id: id.to_owned(), name: id.to_owned() };
        let step = |role, person| ApprovalStep { role, person, ..ApprovalStep::default() };
        let steps = vec![step(Some(Role::ChannelManager), None), step(None, Some(person("carla")))];
        let mut approval = Approval { rule: 1, version: 1, name: Words::new(), by_itself: false, steps };
        let may = |approval: &Approval, id, role| approval.next().is_some_and(|step| step.may_be_taken_by(id, role));
        assert!(may(&approval, "jonas", Role::ChannelManager) && !may(&approval, "carla", Role::Seller));
        assert!(!approval.advance(person("jonas"), Role::ChannelManager, DateTime::default()));
        assert!(!may(&approval, "jonas", Role::ChannelManager) && may(&approval, "carla", Role::ChannelManager));
        assert!(approval.advance(person("ines"), Role::VendorAdmin, DateTime::default()));
        assert_eq!((approval.steps[0].instead, approval.steps[1].instead), (false, true), "in her place");
        approval.anew();
        assert_eq!(approval.next(), approval.steps.first());
    }
}
