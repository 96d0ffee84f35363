//! The deal desk over the store.

use super::conflicts::{self, Keys, Meeting};
use super::entity::{deal, event};
use super::rows::{self, DealRow};
use super::{Pen, Store, access, chain, keys, list, log, now};
use crate::ports::{Actor, DealDesk, DealQuery, Done, Keyed, PortError, Prospect, SignedReceipt, TenantId};
use async_trait::async_trait;
use chrono::NaiveDate;
use portico_contract::deal::commands::{Competition, ConflictCheck, NewComment, Order};
use portico_contract::deal::list::{DealPage, Show};
use portico_contract::deal::{Deal, DealContent, DealForm, DealNumber, Review, Stage};
use portico_contract::event::Event;
use portico_contract::home::{Home, StageTotal, Waiting, WaitingKind};
use portico_contract::money::{Currency, Money};
use portico_contract::page::Page;
use portico_contract::receipt::KeySet;
use portico_contract::session::{Permission, Person, Role, Side};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// At most so many things wait on the first page.
const WAITING: u64 = 20;

impl Store {
    async fn load(&self, who: &Actor, id: &str) -> Result<DealRow, PortError> {
        let visible = rows::select().filter(access::deals(who)).filter(deal::Column::Id.eq(id));
        visible.into_model::<DealRow>().one(&self.db).await?.ok_or(PortError::NotFound)
    }
}

/// Other registrations of a deal's customer, for the vendor's eyes; none for a partner's.
pub(super) async fn meetings(
    db: &impl ConnectionTrait,
    who: &Actor,
    row: &DealRow,
    today: NaiveDate,
) -> Result<Vec<Meeting>, PortError> {
    if who.role.side() == Side::Partner {
        return Ok(Vec::new());
    }
    let keys = conflicts::keys_of(std::slice::from_ref(row));
    let met = conflicts::meeting(db, &who.tenant, &[&keys[0]], today).await?;
    let products: Vec<String> = row.deal.products.split_whitespace().map(str::to_owned).collect();
    Ok(conflicts::among(&met, &keys[0], &products, &row.deal.id).collect())
}

#[async_trait]
impl DealDesk for Store {
    async fn form(&self, tenant: &TenantId, languages: &[String]) -> Result<DealForm, PortError> {
        Ok(self.settings(tenant)?.deal_form(languages))
    }

    async fn today(&self, tenant: &TenantId) -> Result<NaiveDate, PortError> {
        Ok(now().with_timezone(&self.settings(tenant)?.time_zone).date_naive())
    }

    async fn list(&self, who: &Actor, query: &DealQuery) -> Result<DealPage, PortError> {
        list::page(&self.db, who, query, self.today(&who.tenant).await?, now()).await
    }

    async fn get(&self, who: &Actor, id: &str) -> Result<Deal, PortError> {
        let row = self.load(who, id).await?;
        let meetings = meetings(&self.db, who, &row, self.today(&who.tenant).await?).await?;
        row.whole(who, &meetings, now())
    }

    async fn create(
        &self,
        who: &Actor,
        key: &Keyed,
        content: DealContent,
        submit: bool,
    ) -> Result<Done<Deal>, PortError> {
        self.once(who, key, async |write| write.create(content.clone(), submit).await).await
    }

    async fn change(&self, who: &Actor, id: &str, version: i64, patch: &serde_json::Value) -> Result<Deal, PortError> {
        let settings = self.settings(&who.tenant)?;
        self.transact(async |tx| {
            let write = super::Write { pen: Pen::new(tx, &who.tenant, &settings), who };
            write.change(id, version, patch).await
        })
        .await
    }

    async fn carry_out(&self, who: &Actor, key: &Keyed, id: &str, order: Order) -> Result<Done<Deal>, PortError> {
        self.once(who, key, async |write| write.carry_out(id, &order).await).await
    }

    async fn comment(&self, who: &Actor, key: &Keyed, id: &str, comment: NewComment) -> Result<Done<Event>, PortError> {
        self.once(who, key, async |write| write.comment(id, comment.clone()).await).await
    }

    async fn timeline(
        &self,
        who: &Actor,
        id: &str,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<Page<Event>, PortError> {
        self.load(who, id).await?;
        let mut select = event::Entity::find().filter(access::events(who)).filter(event::Column::DealId.eq(id));
        if let Some(cursor) = cursor {
            let before: i64 = cursor.parse().map_err(|_| PortError::Malformed("the cursor is not one of this list"))?;
            select = select.filter(event::Column::Id.lt(before));
        }
        let mut rows = select.order_by_desc(event::Column::Id).limit(u64::from(limit) + 1).all(&self.db).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next_cursor = rows.last().filter(|_| more).map(|last| last.id.to_string());
        let items = rows.into_iter().map(|row| {
            let mut event = log::read(row)?;
            event.data.deal = None;
            Ok(event)
        });
        Ok(Page { items: items.collect::<Result<_, PortError>>()?, next_cursor })
    }

    async fn receipt(&self, who: &Actor, id: &str) -> Result<SignedReceipt, PortError> {
        self.load(who, id).await?;
        chain::receipt(&self.db, id).await
    }

    async fn receipt_keys(&self) -> Result<KeySet, PortError> {
        keys::public(&self.db).await
    }

    async fn conflict_check(&self, who: &Actor, prospect: &Prospect) -> Result<ConflictCheck, PortError> {
        access::require(who, Permission::DealsRegister)?;
        let keys = Keys::of(&prospect.customer);
        let met = conflicts::meeting(&self.db, &who.tenant, &[&keys], self.today(&who.tenant).await?).await?;
        let met: Vec<Meeting> = conflicts::among(&met, &keys, &prospect.products, "").collect();
        let own = met.iter().find(|meeting| meeting.row.deal.organisation_id == who.organisation.id);
        if let Some(Meeting { row, .. }) = own {
            return Ok(ConflictCheck {
                result: Competition::Own,
                id: Some(row.deal.id.clone()),
                number: Some(DealNumber::parse(&row.deal.number).map_err(PortError::internal)?),
                owner: Some(Person { id: row.deal.owner_id.clone(), name: row.owner_name.clone() }),
            });
        }
        let result = if met.iter().any(|meeting| meeting.row.review() == Review::Approved) {
            Competition::Protected
        } else if met.is_empty() {
            Competition::Clear
        } else {
            Competition::Possible
        };
        Ok(result.into())
    }

    async fn home(&self, who: &Actor) -> Result<Home, PortError> {
        let (today, now) = (self.today(&who.tenant).await?, now());
        let state = |review: Review| Condition::all().add(deal::Column::Review.eq(review.name()));
        // A rep's home is about the rep's own deals, an admin's about the firm's.
        let mine = match who.role {
            Role::Rep | Role::Marketer => Condition::all().add(deal::Column::OwnerId.eq(&who.user.id)),
            _ => Condition::all(),
        };
        let sets: Vec<(WaitingKind, Condition)> = match who.role.side() {
            Side::Vendor => {
                let waits = [Review::Submitted, Review::InReview].map(Review::name);
                vec![(WaitingKind::Decide, Condition::all().add(deal::Column::Review.is_in(waits)))]
            }
            Side::Partner => vec![
                (WaitingKind::Answer, state(Review::InfoRequested)),
                (WaitingKind::ProtectionEnding, list::set(Show::Ending, today)),
                (WaitingKind::Draft, state(Review::Draft)),
            ],
        };
        let mut home =
            Home { waiting: Vec::new(), waiting_total: 0, pipeline: self.pipeline(who, mine.clone()).await? };
        for (kind, set) in sets {
            let select = rows::select().filter(access::deals(who)).filter(mine.clone()).filter(set);
            home.waiting_total += u32::try_from(select.clone().count(&self.db).await?).unwrap_or(u32::MAX);
            let select = match kind {
                WaitingKind::Decide => select.order_by_asc(deal::Column::SlaDueAt),
                WaitingKind::ProtectionEnding => select.order_by_asc(deal::Column::ProtectionEnds),
                _ => select.order_by_desc(deal::Column::UpdatedAt),
            };
            let room = WAITING - home.waiting.len() as u64;
            let found = select.limit(room).into_model::<DealRow>().all(&self.db).await?;
            let summaries = list::summaries(&self.db, who, &found, today, now).await?;
            for (row, deal) in found.iter().zip(summaries) {
                let reason = if kind == WaitingKind::Answer { row.reason()? } else { None };
                home.waiting.push(Waiting { kind, deal, reason });
            }
        }
        Ok(home)
    }
}

impl Store {
    /// Approved deals that are open, by stage: how many, and a sum for each currency.
    async fn pipeline(&self, who: &Actor, mine: Condition) -> Result<Vec<StageTotal>, PortError> {
        type Group = (String, String, i64, i64);
        let open = [Stage::Prospect, Stage::Qualified, Stage::Proposal, Stage::Committed];
        let groups: Vec<Group> = deal::Entity::find()
            .select_only()
            .column(deal::Column::Stage)
            .column(deal::Column::ValueCurrency)
            .column_as(deal::Column::Id.count(), "count")
            .column_as(deal::Column::ValueMinor.sum().cast_as("BIGINT"), "sum")
            .filter(access::deals(who))
            .filter(mine)
            .filter(deal::Column::Review.eq(Review::Approved.name()))
            .filter(deal::Column::Stage.is_in(open.map(Stage::name)))
            .filter(deal::Column::ValueCurrency.is_not_null())
            .group_by(deal::Column::Stage)
            .group_by(deal::Column::ValueCurrency)
            .into_tuple()
            .all(&self.db)
            .await?;
        let total = |stage: Stage| {
            let of_stage = groups.iter().filter(|(name, ..)| name == stage.name());
            let mut values: Vec<Money> = of_stage
                .clone()
                .filter_map(|(_, code, _, sum)| Money::from_minor(*sum, Currency::parse(code).ok()?))
                .collect();
            values.sort_by_key(|money| std::cmp::Reverse(money.minor()));
            let count = of_stage.map(|(.., count, _)| u32::try_from(*count).unwrap_or(u32::MAX)).sum();
            StageTotal { stage, count, values }
        };
        Ok(open.map(total).into_iter().filter(|total| total.count > 0).collect())
    }
}
