//! What can go wrong between the portal and the PRM, as data.

use portico_contract::problem::{FieldProblem, Problem, ProblemKind};

/// Why a call did not give what was asked for.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ApiError {
    /// No answer came: no network, or no server.
    #[error("no answer")]
    Offline,
    /// The PRM refused, and says why.
    #[error("refused: {}", .0.title)]
    Refused(Box<Problem>),
    /// An answer came that is not of the contract.
    #[error("the answer cannot be read")]
    Unreadable,
}

impl ApiError {
    /// What kind of refusal it is, if it is one.
    #[must_use]
    pub fn kind(&self) -> Option<ProblemKind> {
        match self {
            Self::Refused(problem) => Some(problem.kind),
            Self::Offline | Self::Unreadable => None,
        }
    }

    /// What needs mending in what was sent.
    #[must_use]
    pub fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Refused(problem) => &problem.errors,
            Self::Offline | Self::Unreadable => &[],
        }
    }

    /// The session is over.
    #[must_use]
    pub fn is_signed_out(&self) -> bool {
        self.kind() == Some(ProblemKind::NotSignedIn)
    }

    /// Sending the same again later can succeed.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Offline => true,
            Self::Refused(problem) => matches!(problem.status, 429 | 500..) || problem.kind == ProblemKind::KeyBusy,
            Self::Unreadable => false,
        }
    }
}
