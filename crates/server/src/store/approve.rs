//! Who has to approve a deal: as the rules in force say when it is handed in, step by step, or by itself.

use super::entity::deal;
use super::rows::DealRow;
use super::settings::Settings;
use super::writes::Write;
use super::{Store, access, colleagues, now};
use crate::ports::{Actor, Audience, PortError};
use crate::sla::Count;
use chrono::{DateTime, Days, NaiveDate, Utc};
use portico_contract::deal::incentive::Why;
use portico_contract::deal::{Approval, ApprovalStep, DealContent, Review, Stage};
use portico_contract::event::{EventData, EventKind};
use portico_contract::programme::Rules;
use portico_contract::programme::approval::{self, Approver, Way};
use portico_contract::session::{Permission, Person};

/// What the rules say of a deal: none where no rule fits. `named` knows the vendor's people.
pub(super) fn weigh(
    rules: &Rules,
    version: i64,
    content: &DealContent,
    named: impl Fn(&str) -> Option<String>,
) -> Option<Approval> {
    let (number, fitting) = approval::find(&rules.approval, &rules.routing.territories, content)?;
    let step = |approver: &Approver| match approver {
        Approver::Role(role) => ApprovalStep { role: Some(*role), ..ApprovalStep::default() },
        Approver::Person(id) => {
            let name = named(id).unwrap_or_else(|| id.clone());
            ApprovalStep { person: Some(Person { id: id.clone(), name }), ..ApprovalStep::default() }
        }
    };
    Some(Approval {
        rule: number,
        version,
        name: fitting.name.clone(),
        by_itself: fitting.way == Way::ByItself,
        steps: fitting.steps.iter().map(step).collect(),
    })
}

/// Accepts a deal and protects it for so many days.
pub(super) fn accept(deal: &mut deal::Model, settings: &Settings, today: NaiveDate, days: u16) {
    deal.duplicate_of = None;
    deal.warned = 0;
    deal.stage = Some(Stage::Prospect.name().to_owned());
    deal.stage_id = settings.stages().named(Stage::Prospect.name()).map(|first| first.id.clone());
    deal.protection_starts = today.to_string();
    deal.protection_ends = (today + Days::new(u64::from(days))).to_string();
    deal.sla_due_at = i64::MAX;
}

impl Store {
    /// Who would have to approve what is written so far, and by when there would be an answer.
    pub(super) async fn would_wait(
        &self,
        who: &Actor,
        content: &DealContent,
    ) -> Result<(Option<Approval>, DateTime<Utc>), PortError> {
        access::require(who, Permission::DealsRegister)?;
        let (settings, now) = (self.settings(&who.tenant)?, now());
        let people = match settings.rules.approval.as_slice() {
            [] => Vec::new(),
            _ => colleagues::of(&self.db, &who.tenant, settings.day(now)).await?,
        };
        let named = |id: &str| people.iter().find(|one| one.id == id).map(|one| one.name.clone());
        let due = settings.hours().due(now, settings.answer_within(), settings.time_zone);
        Ok((weigh(&settings.rules, settings.version, content, named), due))
    }
}

impl Write<'_> {
    /// Notes who has to approve what was handed in, and gives it to who sees to it. What was approved of an earlier
    /// version of it is asked for again.
    pub(super) async fn consider(&self, row: &mut DealRow) -> Result<(), PortError> {
        let content = row.deal.content()?;
        let rules = &self.settings.rules;
        let people = match rules.approval.as_slice() {
            [] => &[],
            _ => self.people().await?,
        };
        let named = |id: &str| people.iter().find(|one| one.id == id).map(|one| one.name.clone());
        row.keep_approval(weigh(rules, self.settings.version, &content, named).as_ref())?;
        if row.deal.handler_id.is_none() {
            self.route(row, &content).await?;
        }
        Ok(())
    }

    /// Takes the step that waits, if it is the one that is meant; whether it was the last, so that the deal is approved.
    pub(super) fn step(&self, row: &mut DealRow, meant: Option<u16>) -> Result<bool, PortError> {
        let Some(mut approval) = row.approval()? else { return Ok(true) };
        let Some(waiting) = approval.place() else { return Ok(true) };
        let is_meant = meant.is_none_or(|place| usize::from(place) == waiting);
        if !is_meant || !access::may_approve(self.who, Some(&approval)) {
            let waits = approval.next().map(|step| match (&step.person, step.role) {
                (Some(person), _) => person.name.clone(),
                (None, role) => role.map_or("", |role| role.name()).to_owned(),
            });
            let allowed = access::open_to(self.who, row.standing(self.who, self.settings), Some(&approval));
            return Err(PortError::NotYourStep { review: row.review(), allowed, waits: waits.unwrap_or_default() });
        }
        let by = Person { id: self.who.user.id.clone(), name: self.who.user.name.clone() };
        let last = approval.advance(by, self.who.role, self.now);
        row.keep_approval(Some(&approval))?;
        Ok(last)
    }

    /// Approves what was handed in, where a rule says so and nothing is against it. Nobody does it: the rule does.
    pub(super) async fn approve_by_itself(&self, row: &mut DealRow) -> Result<(), PortError> {
        let by_itself = row.approval()?.is_some_and(|approval| approval.by_itself);
        if !by_itself || row.deal.disputed || self.is_contested(&row.deal).await? {
            return Ok(());
        }
        accept(&mut row.deal, self.settings, self.today(), self.settings.rules.registration.protection_days);
        Review::Approved.name().clone_into(&mut row.deal.review);
        row.deal.reason = None;
        self.save(row).await?;
        self.earn(row, Some(Why::Approved)).await?;
        // Of a file of deals, whoever brought it is told by the import.
        let data = EventData { imported: self.imported.map(|_| 0), ..EventData::default() };
        self.pen.tell(row, EventKind::DealApproved, Audience::All, data).await.map(drop)
    }
}
