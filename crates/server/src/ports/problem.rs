//! What a refusal says on the wire: the same whether it answers a request or one deal of many.

use super::PortError;
use crate::kind::Unfit;
use portico_contract::problem::{Code, FieldProblem, Problem, ProblemKind};

impl PortError {
    /// Whether it says nothing of what was asked: the same may succeed later, without anybody doing anything else.
    pub(crate) fn is_fault(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Internal(_))
    }

    /// The problem that says it.
    pub(crate) fn problem(self) -> Problem {
        let detail = self.to_string();
        let because = |kind: ProblemKind, detail: String| Problem { detail: Some(detail), ..Problem::new(kind) };
        let invalid = |errors| Problem { errors, ..Problem::new(ProblemKind::Invalid) };
        match self {
            Self::NotFound => Problem::new(ProblemKind::NotFound),
            Self::Gone => Problem::new(ProblemKind::Gone),
            Self::Forbidden => Problem::new(ProblemKind::Forbidden),
            Self::WrongState { review, allowed } => Problem {
                review: Some(review),
                allowed_actions: Some(allowed),
                ..Problem::new(ProblemKind::WrongState)
            },
            Self::NotYourStep { review, allowed, .. } => Problem {
                review: Some(review),
                allowed_actions: Some(allowed),
                ..because(ProblemKind::WrongState, detail)
            },
            Self::Invalid(errors) => invalid(errors),
            Self::Stale(current) => {
                Problem { current: serde_json::to_value(current).ok(), ..Problem::new(ProblemKind::Stale) }
            }
            Self::Unfit(Unfit::Empty) => {
                invalid(vec![FieldProblem::new("/file", Code::Required, "the file has no content")])
            }
            Self::Unfit(Unfit::Kind) => because(ProblemKind::FileKind, detail),
            Self::Unfit(_) => because(ProblemKind::FileMismatch, detail),
            Self::ImportState => Problem::new(ProblemKind::ImportState),
            Self::WrongStanding { .. } => because(ProblemKind::AssetState, detail),
            Self::Offset(_) => because(ProblemKind::Offset, detail),
            Self::TooLarge => {
                because(ProblemKind::TooLarge, "more than a file may have, or than was announced".to_owned())
            }
            Self::KeyReused => Problem::new(ProblemKind::KeyReused),
            Self::TooOften { .. } => because(ProblemKind::TooManyRequests, "asked too often today".to_owned()),
            Self::Malformed(what) => because(ProblemKind::Malformed, what.to_owned()),
            Self::Unavailable(_) => Problem::new(ProblemKind::Unavailable),
            Self::Internal(_) => Problem::new(ProblemKind::Internal),
        }
    }
}
