//! The vendor's people who decide: who there is, and when they are away.

use super::entity::{absence, account};
use super::{Store, access};
use crate::ports::{Actor, Colleagues, DealDesk, PortError, TenantId};
use async_trait::async_trait;
use chrono::NaiveDate;
use portico_contract::absence::{Absence, Colleague};
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::programme::Rules;
use portico_contract::programme::approval::Approver;
use portico_contract::session::{Permission, Person, Role};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Everybody who decides in a tenant, by name, with absences that have not ended before `today`.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    today: NaiveDate,
) -> Result<Vec<Colleague>, PortError> {
    let accounts = account::Entity::find().filter(access::deciders(tenant)).order_by_asc(account::Column::Name);
    let accounts = accounts.all(db).await?;
    let away = absence::Entity::find()
        .filter(absence::Column::TenantId.eq(tenant.0.as_ref()))
        .filter(absence::Column::Ends.gte(today.to_string()))
        .order_by_asc(absence::Column::Starts)
        .order_by_asc(absence::Column::Position)
        .all(db)
        .await?;
    let mut people: Vec<Colleague> = accounts
        .into_iter()
        .filter_map(|one| {
            let role = Role::parse(&one.role)?;
            Some(Colleague { id: one.id, name: one.name, role, absences: Vec::new() })
        })
        .collect();
    for row in away {
        let days = (row.starts.parse(), row.ends.parse());
        let (Ok(from), Ok(until)) = days else { continue };
        if let Some(person) = people.iter_mut().find(|one| one.id == row.account_id) {
            person.absences.push(Absence { from, until, cover: row.cover_id });
        }
    }
    Ok(people)
}

/// One of those who decide.
pub(super) async fn decider(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    id: &str,
) -> Result<Option<Person>, PortError> {
    let found = account::Entity::find_by_id(id).filter(access::deciders(tenant)).one(db).await?;
    Ok(found.map(|one| Person { id: one.id, name: one.name }))
}

/// The people whom rules name and who are none of those who decide.
pub(super) async fn unknown(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    rules: &Rules,
) -> Result<Vec<FieldProblem>, PortError> {
    let routed =
        rules.routing.rules.iter().enumerate().map(|(at, rule)| (format!("/rules/routing/rules/{at}/to"), &rule.to));
    let steps = rules.approval.iter().enumerate().flat_map(|(at, rule)| {
        rule.steps.iter().enumerate().filter_map(move |(step, approver)| match approver {
            Approver::Person(id) => Some((format!("/rules/approval/{at}/steps/{step}"), id)),
            Approver::Role(_) => None,
        })
    });
    let named: Vec<(String, &String)> = routed.chain(steps).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let known: Vec<account::Model> = account::Entity::find().filter(access::deciders(tenant)).all(db).await?;
    let is_unknown = |(_, id): &(String, &String)| known.iter().all(|one| one.id != **id);
    let problem = |(pointer, _)| FieldProblem::new(pointer, Code::NotInList, "nobody who decides has this id");
    Ok(named.into_iter().filter(is_unknown).map(problem).collect())
}

#[async_trait]
impl Colleagues for Store {
    async fn colleagues(&self, who: &Actor) -> Result<Vec<Colleague>, PortError> {
        access::require(who, Permission::DealsDecide)?;
        of(&self.db, &who.tenant, self.today(&who.tenant).await?).await
    }

    async fn set_absences(&self, who: &Actor, person: &str, absences: Vec<Absence>) -> Result<Colleague, PortError> {
        access::may_say_absences(who, person)?;
        let today = self.today(&who.tenant).await?;
        self.transact(async |tx| {
            let people = of(tx, &who.tenant, today).await?;
            let known = |id: &str| people.iter().any(|one| one.id == id);
            if !known(person) {
                return Err(PortError::NotFound);
            }
            let strange = |(at, absence): (usize, &Absence)| {
                let problem = FieldProblem::new(
                    format!("/absences/{at}/cover"),
                    Code::NotInList,
                    "nobody who decides has this id",
                );
                absence.cover.as_deref().is_some_and(|cover| !known(cover)).then_some(problem)
            };
            let problems: Vec<FieldProblem> = absences.iter().enumerate().filter_map(strange).collect();
            if !problems.is_empty() {
                return Err(PortError::Invalid(problems));
            }
            absence::Entity::delete_many().filter(absence::Column::AccountId.eq(person)).exec(tx).await?;
            let rows = (0..).zip(&absences).map(|(position, one)| absence::ActiveModel {
                account_id: Set(person.to_owned()),
                position: Set(position),
                tenant_id: Set(who.tenant.0.to_string()),
                starts: Set(one.from.to_string()),
                ends: Set(one.until.to_string()),
                cover_id: Set(one.cover.clone()),
            });
            let rows: Vec<_> = rows.collect();
            if !rows.is_empty() {
                absence::Entity::insert_many(rows).exec_without_returning(tx).await?;
            }
            let people = of(tx, &who.tenant, today).await?;
            people.into_iter().find(|one| one.id == person).ok_or(PortError::NotFound)
        })
        .await
    }
}
