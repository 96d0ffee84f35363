//! What a command does to a deal: the row it leaves, the clock it starts or stops, the event it is told by.

use super::entity::deal;
use super::pen::fill;
use super::rows::DealRow;
use super::writes::{Write, audience};
use super::{access, chain};
use crate::ports::PortError;
use crate::sla;
use chrono::{DateTime, Days};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, DealContent, Stage};
use portico_contract::event::{EventData, EventKind};
use portico_contract::problem::{Code, FieldProblem};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};

impl Write<'_> {
    /// Carries out a command.
    pub(crate) async fn carry_out(&self, id: &str, order: &Order) -> Result<Deal, PortError> {
        let row = self.load(id).await?;
        self.apply(row, order).await
    }

    pub(super) async fn apply(&self, mut row: DealRow, order: &Order) -> Result<Deal, PortError> {
        let review = access::next(self.who, row.standing(), order.command())?;
        match order {
            Order::Submit => self.submit(&mut row).await?,
            Order::StartReview => {}
            Order::RequestInfo { .. } => {
                let due = DateTime::from_timestamp_millis(row.deal.sla_due_at).unwrap_or(self.now);
                row.deal.sla_left = Some(sla::left(self.now, due, self.settings.time_zone));
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Approve { protection_days, .. } => {
                let starts = self.today();
                row.deal.stage = Some(Stage::Prospect.name().to_owned());
                row.deal.protection_starts = starts.to_string();
                row.deal.protection_ends = (starts + Days::new(u64::from(*protection_days))).to_string();
                row.deal.sla_due_at = i64::MAX;
            }
            Order::MarkDuplicate { of, .. } => {
                self.known(of.as_deref()).await?;
                row.deal.duplicate_of.clone_from(of);
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Reject { .. } => row.deal.sla_due_at = i64::MAX,
            Order::Withdraw { .. } => {
                take_back(&mut row.deal);
                row.deal.sla_due_at = i64::MAX;
            }
            Order::Revert { .. } | Order::Dispute { .. } => {
                row.deal.disputed |= matches!(order, Order::Dispute { .. });
                take_back(&mut row.deal);
                row.deal.sla_due_at = self.answer_due(self.now, self.settings.answer_within);
            }
        }
        review.name().clone_into(&mut row.deal.review);
        let reason = order.reason();
        row.deal.reason = reason.as_ref().map(serde_json::to_string).transpose().map_err(PortError::internal)?;
        self.save(&mut row).await?;
        let data = EventData { reason, ..EventData::default() };
        self.tell(&row, kind_of(order.command()), audience(review), data).await?;
        self.whole(&row).await
    }

    async fn submit(&self, row: &mut DealRow) -> Result<(), PortError> {
        let content: DealContent = serde_json::from_str(&row.deal.content).map_err(PortError::internal)?;
        let asked = row.reason()?.map(|reason| reason.fields).unwrap_or_default();
        let open = access::editable(self.who, row.review(), &asked);
        let registration = content.answer(&self.form(), self.today(), &open).map_err(PortError::Invalid)?;
        fill(&mut row.deal, &row.owner_name, registration.content())?;
        let deal = &mut row.deal;
        let mut received = self.now;
        if deal.registered_at == 0 {
            received = chain::append(self.tx, deal, self.now, self.dice).await?;
            deal.registered_at = received.timestamp_millis();
        }
        let minutes = deal.sla_left.take().unwrap_or(self.settings.answer_within);
        deal.sla_due_at = self.answer_due(received, minutes);
        Ok(())
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

/// Takes back what a decision gave.
fn take_back(deal: &mut deal::Model) {
    deal.stage = None;
    deal.protection_starts.clear();
    deal.protection_ends.clear();
    deal.duplicate_of = None;
}

fn kind_of(command: Command) -> EventKind {
    match command {
        Command::Submit => EventKind::DealSubmitted,
        Command::Withdraw => EventKind::DealWithdrawn,
        Command::StartReview => EventKind::DealReviewStarted,
        Command::RequestInfo => EventKind::DealInfoRequested,
        Command::Approve => EventKind::DealApproved,
        Command::Reject => EventKind::DealRejected,
        Command::MarkDuplicate => EventKind::DealDuplicate,
        Command::Revert => EventKind::DealReverted,
        Command::Dispute => EventKind::DealDisputed,
        _ => EventKind::DealUpdated,
    }
}
