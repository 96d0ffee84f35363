//! When the vendor owes an answer, and how near that is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// When the vendor owes an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sla {
    /// By when, counted in the vendor's business hours.
    pub due_at: DateTime<Utc>,
    /// How that stands now.
    pub state: SlaState,
}

/// How near the answer's due time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum SlaState {
    /// More than four hours are left.
    OnTime,
    /// Four hours or less are left.
    DueSoon,
    /// The time has passed.
    Late,
}

impl Sla {
    /// How a due time stands at `now`.
    pub fn at(due_at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let left = due_at - now;
        let state = if left < chrono::TimeDelta::zero() {
            SlaState::Late
        } else if left <= chrono::TimeDelta::hours(4) {
            SlaState::DueSoon
        } else {
            SlaState::OnTime
        };
        Self { due_at, state }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn an_answer_that_is_due_is_told_before_it_is_late() {
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        let state = |minutes| Sla::at(now + TimeDelta::minutes(minutes), now).state;
        assert_eq!(state(241), SlaState::OnTime);
        assert_eq!(state(240), SlaState::DueSoon);
        assert_eq!(state(0), SlaState::DueSoon);
        assert_eq!(state(-1), SlaState::Late);
    }
}
