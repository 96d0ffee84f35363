//! The life of a deal: which command, by whom, from which state, to what. One table; nothing else decides about a state.

use super::{Review, Stage};
use crate::named::named;
use crate::session::Role;
use serde::{Deserialize, Serialize};

named! {
    /// What somebody does with a deal: `POST /deals/{id}/{command}`.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    #[expect(missing_docs, reason = "each is a row of the table below, and the contract's table says it in words")]
    pub enum Command {
        Claim = "claim",
        Submit = "submit",
        Withdraw = "withdraw",
        StartReview = "start-review",
        RequestInfo = "request-info",
        Approve = "approve",
        Reject = "reject",
        MarkDuplicate = "mark-duplicate",
        Revert = "revert",
        Dispute = "dispute",
        RequestExtension = "request-extension",
        DecideExtension = "decide-extension",
        Reassign = "reassign",
        Advance = "advance",
        Win = "win",
        Lose = "lose",
        RequestCoSell = "request-co-sell",
        Assign = "assign",
    }
}

use Command::{
    Advance, Approve, Assign, Claim, DecideExtension, Dispute, Lose, MarkDuplicate, Reassign, Reject, RequestCoSell,
    RequestExtension, RequestInfo, Revert, StartReview, Submit, Win, Withdraw,
};
use Review::{Approved, Claimed, Draft, Duplicate, InReview, InfoRequested, Rejected, Submitted, Withdrawn};

/// The roles that may give a command.
const REP: &[Role] = &[Role::Rep, Role::PartnerAdmin];
const REP_ALONE: &[Role] = &[Role::Rep];
const CHIEF: &[Role] = &[Role::PartnerAdmin, Role::ChannelManager, Role::VendorAdmin];
const MANAGER: &[Role] = &[Role::ChannelManager, Role::VendorAdmin];
const EITHER: &[Role] = &[Role::Rep, Role::PartnerAdmin, Role::ChannelManager, Role::VendorAdmin];

/// What must hold beside the state.
#[derive(Clone, Copy)]
enum When {
    Always,
    /// Not yet won or lost.
    Open,
    /// Not disputed before: a dispute is made once.
    Undisputed,
    /// Open, and the own deal of who gives it.
    Own,
    /// Open, no request for an extension is pending, and the tenant grants one more.
    Extensible,
    /// A request for an extension is pending.
    Pending,
}

/// Where a command leads on the first axis.
#[derive(Clone, Copy)]
enum To {
    Same,
    State(Review),
}
use To::{Same, State};
use When::{Always, Extensible, Open, Own, Pending, Undisputed};

type Rule = (Command, &'static [Role], &'static [Review], When, To);

/// The whole machine, as the contract's table prints it.
#[rustfmt::skip]
const TABLE: &[Rule] = &[
    (Claim,            REP,     &[Draft],                                                   Always,      State(Claimed)),
    (Submit,           REP,     &[Draft, Claimed, InfoRequested],                           Always,      State(Submitted)),
    (Withdraw,         REP,     &[Claimed, Submitted, InReview, InfoRequested, Approved],   Open,        State(Withdrawn)),
    (StartReview,      MANAGER, &[Submitted],                                               Always,      State(InReview)),
    (RequestInfo,      MANAGER, &[Submitted, InReview],                                     Always,      State(InfoRequested)),
    (Approve,          MANAGER, &[Submitted, InReview],                                     Always,      State(Approved)),
    (Reject,           MANAGER, &[Submitted, InReview],                                     Always,      State(Rejected)),
    (MarkDuplicate,    MANAGER, &[Submitted, InReview],                                     Always,      State(Duplicate)),
    (Revert,           MANAGER, &[Approved, Rejected, Duplicate],                           Open,        State(InReview)),
    (Dispute,          REP,     &[Rejected, Duplicate],                                     Undisputed,  State(InReview)),
    (RequestExtension, REP,     &[Approved],                                                Extensible,  Same),
    (DecideExtension,  MANAGER, &[Approved],                                                Pending,     Same),
    (Reassign,         REP_ALONE, &[Draft, Claimed, Submitted, InReview, InfoRequested, Approved], Own,  Same),
    (Reassign,         CHIEF,   &[Draft, Claimed, Submitted, InReview, InfoRequested, Approved], Open,   Same),
    (Advance,          EITHER,  &[Approved],                                                Open,        Same),
    (Win,              EITHER,  &[Approved],                                                Open,        Same),
    (Lose,             EITHER,  &[Approved],                                                Open,        Same),
    (RequestCoSell,    REP,     &[Approved],                                                Open,        Same),
    (Assign,           MANAGER, &[Submitted, InReview, InfoRequested],                      Always,      Same),
];

/// Whether a window can be made longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extending {
    /// It may be asked for.
    Possible,
    /// It was asked for, and the vendor owes an answer.
    Pending,
    /// As often as the tenant grants it, it was.
    Spent,
}

/// All that the machine looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The first axis.
    pub review: Review,
    /// The second, once approved.
    pub stage: Option<Stage>,
    /// It was disputed before.
    pub disputed: bool,
    /// Whether the window can be made longer.
    pub extending: Extending,
    /// It belongs to the person who asks.
    pub own: bool,
}

impl Command {
    /// Whether a person of `role` ever gives it.
    pub fn is_given_by(self, role: Role) -> bool {
        TABLE.iter().any(|rule| rule.0 == self && rule.1.contains(&role))
    }
}

impl Standing {
    /// A deal that a person just began.
    pub fn draft() -> Self {
        Self { review: Draft, stage: None, disputed: false, extending: Extending::Possible, own: true }
    }

    /// What a person of `role` may do now: the buttons of the interface, and the guard of the endpoint.
    pub fn allowed(self, role: Role) -> impl Iterator<Item = Command> {
        TABLE.iter().filter(move |rule| self.permits(rule, role)).map(|(command, ..)| *command)
    }

    /// Where `command` leads on the first axis, or `None` where this state does not allow it to this role.
    pub fn next(self, role: Role, command: Command) -> Option<Review> {
        TABLE.iter().find(|rule| rule.0 == command && self.permits(rule, role)).map(|(.., to)| match to {
            State(review) => *review,
            Same => self.review,
        })
    }

    fn permits(self, (_, roles, from, when, _): &Rule, role: Role) -> bool {
        let open = !self.stage.is_some_and(Stage::is_closed);
        let holds = match when {
            Always => true,
            Open => open,
            Undisputed => !self.disputed,
            Own => open && self.own,
            Extensible => open && self.extending == Extending::Possible,
            Pending => open && self.extending == Extending::Pending,
        };
        holds && roles.contains(&role) && from.contains(&self.review)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn standing() -> impl Strategy<Value = Standing> {
        (
            prop::sample::select(Review::ALL.to_vec()),
            prop::sample::select(Stage::ALL.to_vec()),
            prop::sample::select(vec![Extending::Possible, Extending::Pending, Extending::Spent]),
            any::<[bool; 2]>(),
        )
            .prop_map(|(review, stage, extending, [disputed, own])| Standing {
                review,
                stage: (review == Approved).then_some(stage),
                disputed,
                extending,
                own,
            })
    }

    proptest! {
        #[test]
        fn what_is_allowed_is_exactly_what_leads_somewhere(standing in standing(), role in prop::sample::select(Role::ALL.to_vec())) {
            let allowed: Vec<Command> = standing.allowed(role).collect();
            for command in Command::ALL {
                prop_assert_eq!(allowed.contains(&command), standing.next(role, command).is_some());
            }
        }

        #[test]
        fn no_sequence_of_commands_leaves_the_contract(tries in prop::collection::vec(
            (prop::sample::select(Role::ALL.to_vec()), prop::sample::select(Command::ALL.to_vec())), 0..60)) {
            let mut now = Standing::draft();
            let mut approved_by_vendor = false;
            for (role, command) in tries {
                let Some(review) = now.next(role, command) else { continue };
                match command {
                    Approve => { approved_by_vendor = true; now.stage = Some(Stage::Prospect); }
                    Dispute => now.disputed = true,
                    RequestExtension => now.extending = Extending::Pending,
                    DecideExtension => now.extending = Extending::Spent,
                    Win => now.stage = Some(Stage::Won),
                    Lose => now.stage = Some(Stage::Lost),
                    _ => {}
                }
                if review != Approved { now.stage = None; now.extending = Extending::Possible; }
                // Only the vendor's approval approves, nothing comes back to a draft, and a withdrawn deal stays so.
                prop_assert!(review != Approved || approved_by_vendor);
                prop_assert!(review != Draft || now.review == Draft);
                prop_assert!(now.review != Withdrawn || review == Withdrawn);
                now.review = review;
            }
        }
    }

    #[test]
    fn the_desk_decides_and_the_partner_does_not() {
        let waiting = Standing { review: Submitted, ..Standing::draft() };
        let names = |role| waiting.allowed(role).map(Command::name).collect::<Vec<_>>();
        assert_eq!(names(Role::Rep), ["withdraw", "reassign"]);
        assert_eq!(
            names(Role::ChannelManager),
            ["start-review", "request-info", "approve", "reject", "mark-duplicate", "reassign", "assign"]
        );
        assert!(names(Role::Seller).is_empty() && names(Role::Marketer).is_empty());
    }

    #[test]
    fn a_rep_hands_on_the_own_deals_and_an_admin_all() {
        let of_a_colleague = Standing { review: Submitted, own: false, ..Standing::draft() };
        assert_eq!(of_a_colleague.next(Role::Rep, Reassign), None);
        assert_eq!(of_a_colleague.next(Role::PartnerAdmin, Reassign), Some(Submitted));
        assert!(Reassign.is_given_by(Role::Rep) && !Reassign.is_given_by(Role::Marketer));
    }

    #[test]
    fn an_extension_is_asked_for_while_none_is_pending_and_the_tenant_grants_one() {
        let approved = Standing { review: Approved, stage: Some(Stage::Prospect), ..Standing::draft() };
        assert_eq!(approved.next(Role::Rep, RequestExtension), Some(Approved));
        let pending = Standing { extending: Extending::Pending, ..approved };
        assert_eq!(pending.next(Role::Rep, RequestExtension), None);
        assert_eq!(pending.next(Role::ChannelManager, DecideExtension), Some(Approved));
        assert_eq!(approved.next(Role::ChannelManager, DecideExtension), None);
        assert_eq!(Standing { extending: Extending::Spent, ..approved }.next(Role::Rep, RequestExtension), None);
    }

    #[test]
    fn a_decision_on_a_deal_that_is_won_stands() {
        let won = Standing { review: Approved, stage: Some(Stage::Won), ..Standing::draft() };
        assert_eq!(won.next(Role::ChannelManager, Revert), None);
        let open = Standing { stage: Some(Stage::Proposal), ..won };
        assert_eq!(open.next(Role::ChannelManager, Revert), Some(InReview));
    }

    #[test]
    fn a_dispute_is_made_once() {
        let rejected = Standing { review: Rejected, ..Standing::draft() };
        assert_eq!(rejected.next(Role::Rep, Dispute), Some(InReview));
        assert_eq!(Standing { disputed: true, ..rejected }.next(Role::Rep, Dispute), None);
    }

    #[test]
    fn names_are_those_of_the_wire() {
        for command in Command::ALL {
            assert_eq!(serde_json::to_value(command).unwrap(), command.name());
        }
    }
}
