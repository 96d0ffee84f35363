//! A command with all that it needs.

use super::super::{Command, Field, Reason, Stage};
use crate::money::Money;
use crate::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// What a partner asks the vendor's seller to help with. The kinds of AWS Partner Central's co-sell requests.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum CoSell {
        ArchitecturalValidation = "architectural_validation",
        BusinessPresentation = "business_presentation",
        CompetitiveInformation = "competitive_information",
        PricingAssistance = "pricing_assistance",
        TechnicalConsultation = "technical_consultation",
        TotalCostOfOwnership = "total_cost_of_ownership",
        DealSupport = "deal_support",
        PublicTender = "public_tender",
    }
}

/// A command with all that it needs, valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Keep the place; the rest follows.
    Claim,
    /// Hand in.
    Submit,
    /// Take back.
    Withdraw {
        /// Why.
        comment: Option<String>,
    },
    /// Take on.
    StartReview,
    /// Ask the partner.
    RequestInfo {
        /// What is asked.
        comment: String,
        /// What the partner may change to answer.
        fields: Vec<Field>,
    },
    /// Accept.
    Approve {
        /// Length of the window, from today on.
        protection_days: u16,
        /// Which step of the approval is meant, from 1 on: where another waits by now, nothing is done. The one that
        /// waits, where it is not said.
        step: Option<u16>,
        /// A word to it.
        comment: Option<String>,
    },
    /// Refuse.
    Reject {
        /// One of the form's reasons.
        reason_code: String,
        /// In words.
        comment: String,
    },
    /// Refuse, since somebody was first.
    MarkDuplicate {
        /// The deal that was first, for the vendor's eyes.
        of: Option<String>,
        /// In words.
        comment: String,
    },
    /// Put a wrong decision right.
    Revert {
        /// Why.
        comment: String,
    },
    /// Ask for another look.
    Dispute {
        /// Why.
        comment: String,
    },
    /// Ask for a longer window.
    RequestExtension {
        /// By how many days.
        days: u16,
        /// Why.
        comment: String,
    },
    /// Answer such a request.
    DecideExtension {
        /// Yes or no.
        grant: bool,
        /// By how many days, where not by as many as asked for.
        days: Option<u16>,
        /// A word to it.
        comment: Option<String>,
    },
    /// Hand on to a colleague of the owner.
    Reassign {
        /// The account that owns it from now on.
        owner: String,
        /// A word to it.
        comment: Option<String>,
    },
    /// The sale has come further, or fallen back.
    Advance {
        /// Where it is now: an open stage of the contract's.
        stage: Stage,
        /// The tenant's own that stands for it.
        stage_id: String,
    },
    /// The sale is made.
    Win {
        /// What it came to, where not to what was estimated.
        value: Option<Money>,
        /// The order's number.
        reference: Option<String>,
    },
    /// The sale is lost.
    Lose {
        /// One of the form's reasons for a loss.
        reason_code: String,
        /// In words.
        comment: Option<String>,
    },
    /// Ask the vendor's seller for help.
    RequestCoSell {
        /// With what.
        kind: CoSell,
        /// In words.
        comment: Option<String>,
    },
    /// Give it to one of the vendor's people, or back to all of them.
    Assign {
        /// Whoever sees to it from now on; nobody where it is given back.
        to: Option<String>,
        /// A word to it, for the vendor's eyes.
        comment: Option<String>,
    },
}

impl Order {
    /// Which command it is.
    pub fn command(&self) -> Command {
        match self {
            Self::Claim => Command::Claim,
            Self::Submit => Command::Submit,
            Self::Withdraw { .. } => Command::Withdraw,
            Self::StartReview => Command::StartReview,
            Self::RequestInfo { .. } => Command::RequestInfo,
            Self::Approve { .. } => Command::Approve,
            Self::Reject { .. } => Command::Reject,
            Self::MarkDuplicate { .. } => Command::MarkDuplicate,
            Self::Revert { .. } => Command::Revert,
            Self::Dispute { .. } => Command::Dispute,
            Self::RequestExtension { .. } => Command::RequestExtension,
            Self::DecideExtension { .. } => Command::DecideExtension,
            Self::Reassign { .. } => Command::Reassign,
            Self::Advance { .. } => Command::Advance,
            Self::Win { .. } => Command::Win,
            Self::Lose { .. } => Command::Lose,
            Self::RequestCoSell { .. } => Command::RequestCoSell,
            Self::Assign { .. } => Command::Assign,
        }
    }

    /// What is said with it, in words and by a code that both sides see.
    pub fn reason(&self) -> Option<Reason> {
        let comment = match self {
            Self::Claim | Self::Submit | Self::StartReview | Self::Advance { .. } | Self::Win { .. } => None,
            Self::Withdraw { comment }
            | Self::Approve { comment, .. }
            | Self::DecideExtension { comment, .. }
            | Self::Reassign { comment, .. }
            | Self::Lose { comment, .. }
            | Self::RequestCoSell { comment, .. }
            | Self::Assign { comment, .. } => comment.clone(),
            Self::RequestInfo { comment, .. }
            | Self::Reject { comment, .. }
            | Self::MarkDuplicate { comment, .. }
            | Self::Revert { comment }
            | Self::Dispute { comment }
            | Self::RequestExtension { comment, .. } => Some(comment.clone()),
        };
        let reason_code = match self {
            Self::Reject { reason_code, .. } | Self::Lose { reason_code, .. } => Some(reason_code.clone()),
            _ => None,
        };
        let fields = if let Self::RequestInfo { fields, .. } = self { fields.clone() } else { Vec::new() };
        let reason = Reason { reason_code, comment, fields };
        (reason != Reason::default()).then_some(reason)
    }

    /// Whether it decides how the deal stands, so that what is said with it is why.
    pub fn decides(&self) -> bool {
        !matches!(
            self,
            Self::RequestExtension { .. }
                | Self::DecideExtension { .. }
                | Self::Reassign { .. }
                | Self::Advance { .. }
                | Self::RequestCoSell { .. }
                | Self::Assign { .. }
        )
    }
}
