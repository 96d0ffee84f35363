//! What a command does to a deal: the row it leaves, the clock it starts or stops, the event it is told by.

use super::approve::accept;
use super::entity::{account, deal};
use super::pen::fill;
use super::rows::DealRow;
use super::writes::{Write, audience};
use super::{access, chain, conflicts, incentives};
use crate::ports::PortError;
use crate::sla::Count;
use chrono::{DateTime, Days, NaiveDate, Utc};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Deal, ExtensionState, Review, Stage};
use portico_contract::event::{EventData, EventKind};
use portico_contract::money::Money;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::programme::Told;
use portico_contract::session::Person;
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};

impl Write<'_> {
    /// Carries out a command.
    pub(crate) async fn carry_out(&self, id: &str, order: &Order) -> Result<Deal, PortError> {
        let row = self.load(id).await?;
        self.apply(row, order).await
    }

    pub(super) async fn apply(&self, mut row: DealRow, order: &Order) -> Result<Deal, PortError> {
        let mut review = access::next(self.who, row.standing(self.who, self.settings), order.command())?;
        let mut kind = kind_of(order);
        let answers = row.review() == Review::InfoRequested;
        let mut data = EventData { reason: order.reason(), ..EventData::default() };
        match order {
            Order::Claim => self.claim(&mut row).await?,
            Order::Submit => {
                Box::pin(self.submit(&mut row)).await?;
                Box::pin(self.consider(&mut row)).await?;
            }
            Order::StartReview => self.take_on(&mut row),
            Order::Assign { to, .. } => return Box::pin(self.assign(row, to.as_deref(), data.reason)).await,
            Order::RequestInfo { .. } => {
                let due = DateTime::from_timestamp_millis(row.deal.sla_due_at).unwrap_or(self.now);
                row.deal.sla_left = Some(self.settings.hours().left(self.now, due, self.settings.time_zone));
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Approve { protection_days, step, .. } => {
                if self.step(&mut row, *step)? {
                    accept(&mut row.deal, self.settings, self.today(), *protection_days);
                } else {
                    (review, kind) = (Review::InReview, EventKind::DealApprovalStep);
                }
            }
            Order::MarkDuplicate { of, .. } => {
                self.known(of.as_deref()).await?;
                row.deal.duplicate_of.clone_from(of);
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Reject { reason_code, .. } => {
                row.deal.sla_due_at = i64::MAX;
                decided(&mut row.deal, self.now, Some(reason_code));
            }
            Order::Withdraw { .. } => {
                take_back(&mut row.deal);
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Revert { .. } | Order::Dispute { .. } => {
                let rival = row.deal.duplicate_of.clone();
                take_back(&mut row.deal);
                row.begin_steps_anew()?;
                if matches!(order, Order::Dispute { .. }) {
                    // What it was taken for a duplicate of is what the dispute is about.
                    (row.deal.disputed, row.deal.duplicate_of) = (true, rival);
                }
                row.deal.sla_due_at = self.answer_due(self.now, self.settings.answer_within());
            }
            Order::RequestExtension { days, .. } => {
                data.days = Some(*days);
                extend(&mut row.deal, *days, ExtensionState::Pending);
            }
            Order::DecideExtension { grant, days, .. } => {
                let asked = u16::try_from(row.deal.extension_days).unwrap_or(0);
                let days = if *grant { days.unwrap_or(asked) } else { asked };
                data.days = Some(days);
                extend(&mut row.deal, days, if *grant { ExtensionState::Granted } else { ExtensionState::Refused });
            }
            Order::Reassign { owner, .. } => {
                data.previous_owner = Some(row.owner());
                data.owner = Some(self.hand_on(&mut row, owner).await?);
            }
            Order::Advance { stage, stage_id } => {
                let stands = |now: Stage| self.settings.stages().at(now, row.deal.stage_id.as_deref());
                if row.stage().and_then(stands).is_some_and(|now| now.id == *stage_id) {
                    let problem = FieldProblem::new("/stage", Code::NotInList, "the deal is at this stage already");
                    return Err(PortError::Invalid(vec![problem]));
                }
                (data.stage, data.stage_id) = (Some(*stage), Some(stage_id.clone()));
            }
            Order::Win { value, reference } => {
                data.stage = Some(Stage::Won);
                decided(&mut row.deal, self.now, None);
                row.deal.reference.clone_from(reference);
                won_at(&mut row, *value)?;
            }
            Order::Lose { reason_code, .. } => {
                data.stage = Some(Stage::Lost);
                decided(&mut row.deal, self.now, Some(reason_code));
            }
            Order::RequestCoSell { kind, .. } => data.co_sell = Some(*kind),
        }
        review.name().clone_into(&mut row.deal.review);
        if let Some(stage) = data.stage {
            row.deal.stage = Some(stage.name().to_owned());
            row.deal.stage_id.clone_from(&data.stage_id);
        }
        if order.decides() && kind != EventKind::DealApprovalStep {
            row.deal.reason =
                data.reason.as_ref().map(serde_json::to_string).transpose().map_err(PortError::internal)?;
        }
        self.save(&mut row).await?;
        // A step is no decision yet.
        self.earn(&row, incentives::why(order).filter(|_| kind != EventKind::DealApprovalStep)).await?;
        self.tell(&row, kind, audience(review), data).await?;
        // An answer goes back to whoever asked.
        if kind == EventKind::DealSubmitted && !answers {
            Box::pin(self.approve_by_itself(&mut row)).await?;
        }
        self.whole(&row).await
    }

    /// Keeps the place of what there is so far.
    async fn claim(&self, row: &mut DealRow) -> Result<(), PortError> {
        let content = row.deal.content()?;
        fill(&mut row.deal, &row.owner_name, &content.claim().map_err(PortError::Invalid)?)?;
        row.deal.form_version = self.settings.version;
        self.receive(row).await?;
        row.deal.complete_by =
            (self.today() + Days::new(u64::from(self.settings.rules.registration.claim_days))).to_string();
        Ok(())
    }

    async fn submit(&self, row: &mut DealRow) -> Result<(), PortError> {
        let content = row.deal.content()?;
        let asked = row.reason()?.map(|reason| reason.fields).unwrap_or_default();
        let open = access::editable(self.who, row.review(), &asked);
        let form = self.form(row).await?;
        row.deal.form_version = form.version;
        let registration = content.answer(&form, self.today(), &open).map_err(PortError::Invalid)?;
        fill(&mut row.deal, &row.owner_name, registration.content())?;
        let received = self.receive(row).await?;
        let deal = &mut row.deal;
        deal.complete_by.clear();
        let minutes = deal.sla_left.take().unwrap_or_else(|| self.settings.answer_within());
        deal.sla_due_at = self.answer_due(received, minutes);
        Ok(())
    }

    /// Gives the deal its place in the chain, where it has none yet. From when the vendor's time counts.
    async fn receive(&self, row: &mut DealRow) -> Result<DateTime<Utc>, PortError> {
        let deal = &mut row.deal;
        if deal.registered_at != 0 {
            return Ok(self.now);
        }
        if self.settings.rules.registration.conflict_check.when != Told::Never {
            let met = conflicts::met_by(self.tx, self.tenant, deal, self.today()).await?;
            let found = conflicts::competition(met.into_iter(), &deal.organisation_id)?;
            deal.competition = Some(found.result.name().to_owned());
        }
        let signing = (self.key().await?, self.now, self.dice);
        let received = chain::append(self.tx, deal, &row.organisation_name, signing).await?;
        deal.registered_at = received.timestamp_millis();
        Ok(received)
    }

    /// Gives the deal to a colleague of its owner.
    async fn hand_on(&self, row: &mut DealRow, owner: &str) -> Result<Person, PortError> {
        let found = account::Entity::find_by_id(owner).filter(access::owners(&row.deal)).one(self.tx).await?;
        let Some(found) = found.filter(|found| found.id != row.deal.owner_id) else {
            let detail = "nobody else of the firm who registers deals has this id";
            return Err(PortError::Invalid(vec![FieldProblem::new("/owner", Code::NotInList, detail)]));
        };
        row.deal.owner_id.clone_from(&found.id);
        row.owner_name.clone_from(&found.name);
        let content = row.deal.content()?;
        fill(&mut row.deal, &row.owner_name, &content)?;
        Ok(Person { id: found.id, name: found.name })
    }

    /// Refuses an id that names no deal of the tenant.
    async fn known(&self, id: Option<&str>) -> Result<(), PortError> {
        let Some(id) = id else { return Ok(()) };
        let known = deal::Entity::find_by_id(id).filter(access::deals(self.who)).count(self.tx).await?;
        if known == 0 {
            let problem = FieldProblem::new("/of", Code::NotInList, "there is no such deal");
            return Err(PortError::Invalid(vec![problem]));
        }
        Ok(())
    }
}

/// Takes back what a decision gave, or what a claim kept.
fn take_back(deal: &mut deal::Model) {
    (deal.stage, deal.stage_id) = (None, None);
    (deal.decided_at, deal.reason_code) = (0, None);
    deal.protection_starts.clear();
    deal.protection_ends.clear();
    deal.complete_by.clear();
    deal.duplicate_of = None;
    (deal.extension_state, deal.extension_days, deal.extensions) = (None, 0, 0);
}

/// Notes when it ended, and why.
fn decided(deal: &mut deal::Model, now: DateTime<Utc>, reason: Option<&String>) {
    deal.decided_at = now.timestamp_millis();
    deal.reason_code = reason.cloned();
}

/// Notes how a request for an extension stands, and makes the window longer where it was granted.
fn extend(deal: &mut deal::Model, days: u16, state: ExtensionState) {
    deal.extension_state = Some(state.name().to_owned());
    deal.extension_days = i32::from(days);
    if state == ExtensionState::Granted {
        deal.extensions += 1;
        deal.warned = 0;
        if let Ok(ends) = deal.protection_ends.parse::<NaiveDate>() {
            deal.protection_ends = (ends + Days::new(u64::from(days))).to_string();
        }
    }
}

/// Takes over what a sale came to, in the currency it was estimated in.
fn won_at(row: &mut DealRow, value: Option<Money>) -> Result<(), PortError> {
    let Some(value) = value else { return Ok(()) };
    let mut content = row.deal.content()?;
    if content.value.is_some_and(|estimated| estimated.currency() != value.currency()) {
        let detail = "a deal is won in the currency it was registered in";
        return Err(PortError::Invalid(vec![FieldProblem::new("/value/currency", Code::CurrencyMismatch, detail)]));
    }
    content.value = Some(value);
    fill(&mut row.deal, &row.owner_name, &content)
}

fn kind_of(order: &Order) -> EventKind {
    match order {
        Order::Claim => EventKind::DealClaimed,
        Order::Submit => EventKind::DealSubmitted,
        Order::Withdraw { .. } => EventKind::DealWithdrawn,
        Order::StartReview => EventKind::DealReviewStarted,
        Order::RequestInfo { .. } => EventKind::DealInfoRequested,
        Order::Approve { .. } => EventKind::DealApproved,
        Order::Reject { .. } => EventKind::DealRejected,
        Order::MarkDuplicate { .. } => EventKind::DealDuplicate,
        Order::Revert { .. } => EventKind::DealReverted,
        Order::Dispute { .. } => EventKind::DealDisputed,
        Order::RequestExtension { .. } => EventKind::DealExtensionRequested,
        Order::DecideExtension { grant: true, .. } => EventKind::DealExtensionGranted,
        Order::DecideExtension { grant: false, .. } => EventKind::DealExtensionRefused,
        Order::Reassign { .. } => EventKind::DealReassigned,
        Order::Advance { .. } => EventKind::DealAdvanced,
        Order::Win { .. } => EventKind::DealWon,
        Order::Lose { .. } => EventKind::DealLost,
        Order::RequestCoSell { .. } => EventKind::DealCoSellRequested,
        Order::Assign { .. } => EventKind::DealAssigned,
    }
}
