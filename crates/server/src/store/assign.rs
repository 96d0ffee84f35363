//! Who at the vendor sees to a deal: given by a rule when it is handed in, and by people later.

use super::colleagues;
use super::entity::deal;
use super::rows::DealRow;
use super::writes::Write;
use crate::ports::{Audience, PortError};
use portico_contract::absence::stand_in;
use portico_contract::deal::{Assignment, Deal, DealContent, Reason};
use portico_contract::event::{EventData, EventKind};
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::Person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

impl Write<'_> {
    /// Gives a deal to one of those who decide, or to nobody. The deal itself does not change: a partner who answers at
    /// this moment is not disturbed, and learns nothing of it.
    pub(super) async fn assign(
        &self,
        mut row: DealRow,
        to: Option<&str>,
        reason: Option<Reason>,
    ) -> Result<Deal, PortError> {
        if row.deal.handler_id.as_deref() == to {
            return self.whole(&row).await;
        }
        let before = row.handler();
        let handler = match to {
            None => None,
            Some(id) => Some(colleagues::decider(self.tx, self.tenant, id).await?.ok_or_else(|| {
                let detail = "nobody who decides has this id";
                PortError::Invalid(vec![FieldProblem::new("/to", Code::NotInList, detail)])
            })?),
        };
        row.hand_to(handler.clone());
        deal::Entity::update_many()
            .col_expr(deal::Column::HandlerId, row.deal.handler_id.clone().into())
            .col_expr(deal::Column::Assignment, Option::<String>::None.into())
            .filter(deal::Column::Id.eq(&row.deal.id))
            .exec(self.tx)
            .await?;
        let data = EventData { owner: handler, previous_owner: before, reason, ..EventData::default() };
        self.tell(&row, EventKind::DealAssigned, Audience::Vendor, data).await?;
        self.whole(&row).await
    }

    /// Whoever begins with a deal that is nobody's sees to it.
    pub(super) fn take_on(&self, row: &mut DealRow) {
        if row.deal.handler_id.is_none() {
            row.hand_to(Some(Person { id: self.who.user.id.clone(), name: self.who.user.name.clone() }));
        }
    }

    /// Gives a deal that is nobody's to whom the first rule says that it fits, or to who is there for them today.
    pub(super) async fn route(&self, row: &mut DealRow, content: &DealContent) -> Result<(), PortError> {
        let routing = &self.settings.rules.routing;
        let Some((number, rule, fit)) = routing.find(content) else { return Ok(()) };
        let found = stand_in(&rule.to, self.people().await?, self.today());
        row.hand_to(found.person.map(|one| Person { id: one.id.clone(), name: one.name.clone() }));
        let assignment = Assignment {
            rule: number,
            version: self.settings.version,
            country: content.customer.country.filter(|_| fit.territory.is_some()),
            territory: fit.territory.map(|territory| territory.name.clone()),
            product: fit.product.map(str::to_owned),
            away: found.away,
        };
        row.deal.assignment = Some(serde_json::to_string(&assignment).map_err(PortError::internal)?);
        Ok(())
    }
}
