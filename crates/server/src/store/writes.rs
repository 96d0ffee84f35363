//! What changes a deal, each change with its event in the transaction it is given.

use super::entity::deal;
use super::pen::{Pen, fill};
use super::rows::{self, DealRow};
use super::{access, incentives, log, programme};
use crate::ports::{Actor, Audience, Current, Intake, PortError};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Deal, DealContent, DealForm, DealNumber, Field, Review};
use portico_contract::event::{self, Event, EventData, EventKind};
use portico_contract::merge_patch::merge;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::read::Reader;
use portico_contract::session::Permission;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, TransactionTrait};
use serde_json::Value;

/// One transaction on behalf of a person.
pub(crate) struct Write<'a> {
    pub pen: Pen<'a>,
    pub who: &'a Actor,
    /// It comes from a file: with the first how many there are, with every other 0.
    pub imported: Option<u32>,
}

impl<'a> std::ops::Deref for Write<'a> {
    type Target = Pen<'a>;
    fn deref(&self) -> &Pen<'a> {
        &self.pen
    }
}

impl Write<'_> {
    /// Does one of several things in a transaction inside this one: what is refused leaves nothing behind and is given
    /// back; a fault ends all of it.
    pub(super) async fn apart<T>(
        &self,
        work: impl AsyncFnOnce(&Write<'_>) -> Result<T, PortError>,
    ) -> Result<Result<T, PortError>, PortError> {
        let inner = self.tx.begin().await?;
        let write = Write { pen: Pen { tx: &inner, ..self.pen.clone() }, who: self.who, imported: self.imported };
        let done = work(&write).await;
        match done {
            Ok(_) => inner.commit().await?,
            Err(error) if error.is_fault() => return Err(error),
            Err(_) => inner.rollback().await?,
        }
        Ok(done)
    }

    /// What a deal is asked: a draft what is in force, a registration what was when it was made.
    pub(super) async fn form(&self, row: &DealRow) -> Result<DealForm, PortError> {
        if row.review() == Review::Draft {
            return Ok(self.settings.deal_form(&[]));
        }
        let version = row.deal.form_version;
        let rules = programme::rules_at(self.tx, self.tenant, self.settings, version).await?;
        Ok(self.settings.form_of(&rules, version, &[]))
    }

    /// Begins a deal, and claims or registers it at once where that is asked for.
    pub(crate) async fn create(&self, content: DealContent, intake: Intake) -> Result<Deal, PortError> {
        access::require(self.who, Permission::DealsRegister)?;
        let now = self.now.timestamp_millis();
        let mut deal = deal::Model {
            id: self.dice.id(),
            tenant_id: self.who.tenant.0.to_string(),
            organisation_id: self.who.organisation.id.clone(),
            owner_id: self.who.user.id.clone(),
            number: self.number().await?,
            review: Review::Draft.name().to_owned(),
            stage: None,
            stage_id: None,
            version: 1,
            content: String::new(),
            customer: String::new(),
            search: String::new(),
            products: String::new(),
            country: None,
            website: None,
            duns: None,
            name_key: None,
            value_minor: 0,
            value_currency: None,
            close_date: String::new(),
            registered_at: 0,
            protection_starts: String::new(),
            protection_ends: String::new(),
            sla_due_at: i64::MAX,
            sla_left: None,
            reason: None,
            disputed: false,
            duplicate_of: None,
            complete_by: String::new(),
            extension_state: None,
            extension_days: 0,
            extensions: 0,
            reference: None,
            competition: None,
            warned: 0,
            form_version: self.settings.version,
            handler_id: None,
            assignment: None,
            approval: None,
            decided_at: 0,
            reason_code: None,
            created_at: now,
            updated_at: now,
        };
        fill(&mut deal, &self.who.user.name, &content)?;
        deal::Entity::insert(deal.clone().into_active_model()).exec_without_returning(self.tx).await?;
        let row = DealRow {
            deal,
            owner_name: self.who.user.name.clone(),
            handler_name: None,
            organisation_name: self.who.organisation.name.clone(),
        };
        match intake {
            Intake::Claim => self.apply(row, &Order::Claim).await,
            Intake::Submit => self.apply(row, &Order::Submit).await,
            Intake::Draft => {
                self.tell(&row, EventKind::DealCreated, Audience::Partner, EventData::default()).await?;
                self.whole(&row).await
            }
        }
    }

    /// A number that no deal of the tenant has.
    async fn number(&self) -> Result<String, PortError> {
        loop {
            let number = String::from(DealNumber::from_random(self.dice.bits()));
            let of_this_tenant = deal::Entity::find().filter(deal::Column::TenantId.eq(self.tenant.0.as_ref()));
            if of_this_tenant.filter(deal::Column::Number.eq(&number)).count(self.tx).await? == 0 {
                return Ok(number);
            }
        }
    }

    /// Applies a merge patch to the content. A patch that is there already is done, whatever version it was meant for:
    /// its sender may not have had the answer (RFC 9110, section 13.1.1).
    pub(crate) async fn change(&self, id: &str, version: i64, patch: &Value) -> Result<Deal, PortError> {
        let mut row = self.load(id).await?;
        let asked = row.reason()?.map(|reason| reason.fields).unwrap_or_default();
        let editable = access::editable(self.who, row.review(), &asked);
        access::require(self.who, Permission::DealsRegister)?;
        if editable.is_empty() {
            let allowed = access::allowed(self.who, row.standing(self.who, self.settings));
            return Err(PortError::WrongState { review: row.review(), allowed });
        }
        let before: Value = serde_json::from_str(&row.deal.content).map_err(PortError::internal)?;
        let mut merged = before.clone();
        merge(&mut merged, patch);
        if row.deal.version != version && merged != before {
            return Err(PortError::Stale(Current::Deal(Box::new(self.whole(&row).await?))));
        }

        let mut reader = Reader::default();
        if let Value::Object(members) = patch {
            let locked = |name: &str| Field::parse(name).is_some_and(|field| !editable.contains(&field));
            for name in members.keys().filter(|name| locked(name)) {
                let detail = "the state of the deal does not let you change this";
                reader.report(FieldProblem::new(format!("/{name}"), Code::Locked, detail));
            }
        }
        let form = self.form(&row).await?;
        let content = reader.object(&merged, "", |o| DealContent::read(o, &form));
        // Merged, a null is gone: where it took nothing away its name is judged here.
        let is_null = |problem: &FieldProblem| patch.pointer(&problem.pointer).is_some_and(Value::is_null);
        let took_nothing = |problem: &FieldProblem| is_null(problem) && before.pointer(&problem.pointer).is_none();
        let mut names = Reader::default();
        names.object(patch, "", |o| DealContent::read(o, &form));
        let unknown = names.into_problems().into_iter().filter(|problem| problem.code == Code::UnknownMember);
        unknown.filter(took_nothing).for_each(|problem| reader.report(problem));
        // What is not touched stays as it is: the form may have changed since it was written.
        let is_touched = |member: &str| patch.get(member).is_some();
        let judged = |problem: &FieldProblem| problem.pointer.split('/').nth(1).is_none_or(is_touched);
        let mut problems: Vec<FieldProblem> = reader.into_problems().into_iter().filter(judged).collect();
        if row.review() == Review::Claimed {
            problems.extend(added(&row.deal.products, &content));
        }
        if !problems.is_empty() {
            return Err(PortError::Invalid(problems));
        }
        let mut after = serde_json::to_value(&content).map_err(PortError::internal)?;
        if let Value::Object(after) = &mut after {
            for name in Field::ALL.map(Field::name).into_iter().filter(|name| !is_touched(name)) {
                match before.get(name) {
                    Some(kept) => drop(after.insert(name.to_owned(), kept.clone())),
                    None => drop(after.remove(name)),
                }
            }
        }
        let content: DealContent = serde_json::from_value(after.clone()).map_err(PortError::internal)?;
        let changed: Vec<Field> =
            Field::ALL.into_iter().filter(|field| before.get(field.name()) != after.get(field.name())).collect();
        if changed.is_empty() {
            return self.whole(&row).await;
        }
        fill(&mut row.deal, &row.owner_name, &content)?;
        row.deal.form_version = form.version;
        self.save(&mut row).await?;
        self.earn(&row, None).await?;
        let audience = audience(row.review());
        self.tell(&row, EventKind::DealUpdated, audience, EventData { changed, ..EventData::default() }).await?;
        self.whole(&row).await
    }

    /// The deal, if this person sees it.
    pub(crate) async fn load(&self, id: &str) -> Result<DealRow, PortError> {
        rows::find(self.tx, self.who, id).await?.ok_or(PortError::NotFound)
    }

    /// The deal as this person sees it.
    pub(super) async fn whole(&self, row: &DealRow) -> Result<Deal, PortError> {
        let meetings = super::reads::meetings(self.tx, self.who, row, self.today()).await?;
        let deal = row.whole(self.who, self.settings, &meetings, self.now)?;
        // What a row of a file became is looked at by nobody, and there are many.
        if self.imported.is_some() {
            return Ok(deal);
        }
        Ok(Deal { incentive: incentives::of_deal(self.tx, self.settings, row, self.now).await?, ..deal })
    }

    /// Appends an event of this person's doing.
    pub(super) async fn tell(
        &self,
        row: &DealRow,
        kind: EventKind,
        audience: Audience,
        data: EventData,
    ) -> Result<Event, PortError> {
        let actor = event::Actor {
            id: self.who.user.id.clone(),
            name: self.who.user.name.clone(),
            side: self.who.role.side(),
            organisation: self.who.organisation.name.clone(),
        };
        let event = self
            .pen
            .tell(row, kind, audience, EventData { actor: Some(actor), imported: self.imported, ..data })
            .await?;
        Ok(log::for_side(event, self.who.role.side()))
    }
}

/// Products that a claim was not made for: their place would count from before anybody knew of them.
fn added(claimed: &str, content: &DealContent) -> impl Iterator<Item = FieldProblem> {
    let lines = content.products.iter().enumerate();
    lines.filter(|(_, line)| !claimed.split_whitespace().any(|known| known == line.product)).map(|(place, _)| {
        let detail = "the place is kept for the products that were claimed";
        FieldProblem::new(format!("/products/{place}/product"), Code::Locked, detail)
    })
}

/// What happens to a draft is the partner's alone.
pub(super) fn audience(review: Review) -> Audience {
    if review == Review::Draft { Audience::Partner } else { Audience::All }
}
