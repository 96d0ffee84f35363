//! A deal as the tables hold it, and as the contract shows it.

use super::access;
use super::conflicts::{Keys, Meeting};
use super::entity::{account, deal, organisation};
use super::settings::Settings;
use crate::ports::{Actor, PortError};
use chrono::{DateTime, Utc};
use portico_contract::country::Country;
use portico_contract::deal::commands::Competition;
use portico_contract::deal::{
    Approval, Conflict, CustomerSummary, Deal, DealContent, DealNumber, DealSummary, Extending, Extension,
    ExtensionState, OrganisationName, Protection, Reason, Review, Sla, Stage, Standing,
};
use portico_contract::money::{Currency, Money};
use portico_contract::session::{Person, Side};
use sea_orm::sea_query::{Alias, Expr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait,
    Select,
};

/// A deal with the names that belong to it.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct DealRow {
    #[sea_orm(nested)]
    pub deal: deal::Model,
    pub owner_name: String,
    pub handler_name: Option<String>,
    pub organisation_name: String,
}

/// Deals joined with owner and firm; read it into [`DealRow`].
pub(crate) fn select() -> Select<deal::Entity> {
    deal::Entity::find()
        .column_as(account::Column::Name, "owner_name")
        .column_as(organisation::Column::Name, "organisation_name")
        .expr_as(Expr::col((Alias::new("handler"), account::Column::Name)), "handler_name")
        .join(JoinType::InnerJoin, deal::Relation::Owner.def())
        .join(JoinType::InnerJoin, deal::Relation::Organisation.def())
        .join_as(JoinType::LeftJoin, deal::Relation::Handler.def(), Alias::new("handler"))
}

/// The deal of this id, if `who` sees it.
pub(super) async fn find(db: &impl ConnectionTrait, who: &Actor, id: &str) -> Result<Option<DealRow>, PortError> {
    let visible = select().filter(access::deals(who)).filter(deal::Column::Id.eq(id));
    Ok(visible.into_model::<DealRow>().one(db).await?)
}

impl deal::Model {
    /// Ids of the products.
    pub(super) fn products(&self) -> Vec<String> {
        self.products.split_whitespace().map(str::to_owned).collect()
    }

    /// What the partner wrote.
    pub(crate) fn content(&self) -> Result<DealContent, PortError> {
        serde_json::from_str(&self.content).map_err(PortError::internal)
    }
}

impl DealRow {
    pub(crate) fn review(&self) -> Review {
        Review::parse(&self.deal.review).unwrap_or(Review::Draft)
    }

    pub(super) fn stage(&self) -> Option<Stage> {
        self.deal.stage.as_deref().and_then(Stage::parse)
    }

    /// All that decides what `who` may do with it.
    pub(super) fn standing(&self, who: &Actor, settings: &Settings) -> Standing {
        Standing {
            review: self.review(),
            stage: self.stage(),
            disputed: self.deal.disputed,
            extending: match self.extension() {
                Some(Extension { state: ExtensionState::Pending, .. }) => Extending::Pending,
                _ if self.deal.extensions < i32::from(settings.rules.registration.extensions) => Extending::Possible,
                _ => Extending::Spent,
            },
            own: self.deal.owner_id == who.user.id,
        }
    }

    pub(super) fn reason(&self) -> Result<Option<Reason>, PortError> {
        self.deal.reason.as_deref().map(serde_json::from_str).transpose().map_err(PortError::internal)
    }

    fn protection(&self) -> Option<Protection> {
        let day = |text: &str| text.parse().ok();
        Some(Protection {
            starts_on: day(&self.deal.protection_starts)?,
            ends_on: day(&self.deal.protection_ends)?,
            extension: self.extension(),
        })
    }

    fn extension(&self) -> Option<Extension> {
        let state = ExtensionState::parse(self.deal.extension_state.as_deref()?)?;
        Some(Extension { days: u16::try_from(self.deal.extension_days).ok()?, state })
    }

    fn sla(&self, now: DateTime<Utc>) -> Option<Sla> {
        let due =
            (self.deal.sla_due_at != i64::MAX).then(|| DateTime::from_timestamp_millis(self.deal.sla_due_at))??;
        Some(Sla::at(due, now))
    }

    fn registered_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.deal.registered_at).filter(|at| at.timestamp_millis() > 0)
    }

    pub(super) fn owner(&self) -> Person {
        Person { id: self.deal.owner_id.clone(), name: self.owner_name.clone() }
    }

    /// Who at the vendor sees to it.
    pub(super) fn handler(&self) -> Option<Person> {
        Some(Person { id: self.deal.handler_id.clone()?, name: self.handler_name.clone()? })
    }

    /// Gives it to somebody, or to nobody; not by a rule.
    pub(super) fn hand_to(&mut self, handler: Option<Person>) {
        self.deal.assignment = None;
        (self.deal.handler_id, self.handler_name) = handler.map(|one| (one.id, one.name)).unzip();
    }

    /// Who has to approve it, where a rule says so.
    pub(super) fn approval(&self) -> Result<Option<Approval>, PortError> {
        self.deal.approval.as_deref().map(serde_json::from_str).transpose().map_err(PortError::internal)
    }

    /// Begins the steps anew, where it has some.
    pub(super) fn begin_steps_anew(&mut self) -> Result<(), PortError> {
        let Some(mut approval) = self.approval()? else { return Ok(()) };
        approval.anew();
        self.keep_approval(Some(&approval))
    }

    pub(super) fn keep_approval(&mut self, approval: Option<&Approval>) -> Result<(), PortError> {
        self.deal.approval = approval.map(serde_json::to_string).transpose().map_err(PortError::internal)?;
        Ok(())
    }

    fn organisation(&self) -> OrganisationName {
        OrganisationName { id: self.deal.organisation_id.clone(), name: self.organisation_name.clone() }
    }

    fn number(&self) -> Result<DealNumber, PortError> {
        DealNumber::parse(&self.deal.number).map_err(PortError::internal)
    }

    /// The row of a list as the vendor sees it; for a partner `conflict` and `handler` are taken out.
    pub(super) fn summary(&self, now: DateTime<Utc>, conflict: Option<bool>) -> Result<DealSummary, PortError> {
        let currency = self.deal.value_currency.as_deref().and_then(|code| Currency::parse(code).ok());
        Ok(DealSummary {
            id: self.deal.id.clone(),
            number: self.number()?,
            customer: CustomerSummary {
                name: self.deal.customer.clone(),
                country: self.deal.country.as_deref().and_then(|code| Country::parse(code).ok()),
            },
            products: self.deal.products(),
            value: currency.and_then(|currency| Money::from_minor(self.deal.value_minor, currency)),
            close_date: self.deal.close_date.parse().ok(),
            review: self.review(),
            stage: self.stage(),
            stage_id: self.stage().and(self.deal.stage_id.clone()),
            owner: self.owner(),
            organisation: self.organisation(),
            registered_at: self.registered_at(),
            protection: self.protection(),
            complete_by: self.deal.complete_by.parse().ok(),
            sla: self.sla(now),
            conflict,
            handler: self.handler(),
            allowed_actions: None,
            updated_at: DateTime::from_timestamp_millis(self.deal.updated_at).unwrap_or_default(),
            version: self.deal.version,
        })
    }

    /// The deal, whole, as `who` sees it, but for what it earns.
    pub(super) fn whole(
        &self,
        who: &Actor,
        settings: &Settings,
        meetings: &[Meeting],
        now: DateTime<Utc>,
    ) -> Result<Deal, PortError> {
        let content = self.deal.content()?;
        let reason = self.reason()?;
        let (approval, is_vendor) = (self.approval()?, who.role.side() == Side::Vendor);
        let asked = reason.as_ref().map(|reason| reason.fields.as_slice()).unwrap_or_default();
        let keys = Keys::of_row(&self.deal);
        let conflict = |meeting: &Meeting| {
            Ok(Conflict {
                deal: meeting.row.summary(now, None)?,
                matches: meeting.matches.clone(),
                first: meeting.row.deal.registered_at < self.deal.registered_at,
            })
        };
        let conflicts = match who.role.side() {
            Side::Vendor => Some(meetings.iter().map(conflict).collect::<Result<_, PortError>>()?),
            Side::Partner => None,
        };
        Ok(Deal {
            id: self.deal.id.clone(),
            number: self.number()?,
            customer: content.customer,
            contact: content.contact,
            need: content.need,
            products: content.products,
            value: content.value,
            close_date: content.close_date,
            deal_type: content.deal_type,
            attribution: content.attribution,
            qualification: content.qualification,
            custom: content.custom,
            review: self.review(),
            stage: self.stage(),
            stage_id: self.stage().and(self.deal.stage_id.clone()),
            editable_fields: access::editable(who, self.review(), asked),
            reason,
            owner: self.owner(),
            organisation: self.organisation(),
            registered_at: self.registered_at(),
            protection: self.protection(),
            complete_by: self.deal.complete_by.parse().ok(),
            disputed: self.deal.disputed,
            reference: self.deal.reference.clone(),
            sla: self.sla(now),
            incentive: None,
            competition: match who.role.side() {
                Side::Partner => self.deal.competition.as_deref().and_then(Competition::parse),
                Side::Vendor => None,
            },
            conflicts,
            house_account: if is_vendor {
                settings.house_account(&keys)
            } else {
                settings.published_house_account(&keys)
            }
            .map(str::to_owned),
            handler: self.handler().filter(|_| is_vendor),
            assignment: match self.deal.assignment.as_deref().filter(|_| is_vendor) {
                Some(kept) => Some(serde_json::from_str(kept).map_err(PortError::internal)?),
                None => None,
            },
            allowed_actions: access::open_to(who, self.standing(who, settings), approval.as_ref()),
            approval,
            form_version: self.deal.form_version,
            created_at: DateTime::from_timestamp_millis(self.deal.created_at).unwrap_or_default(),
            updated_at: DateTime::from_timestamp_millis(self.deal.updated_at).unwrap_or_default(),
            version: self.deal.version,
        })
    }
}
