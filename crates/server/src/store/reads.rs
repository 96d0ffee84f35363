//! The deal desk over the store.

use super::conflicts::{self, Keys, Meeting};
use super::entity::{account, deal, event};
use super::list::Reading;
use super::rows::{self, DealRow};
use super::{Pen, Store, access, chain, comments, figures, incentives, keys, list, log, now};
use crate::figures::stage_totals;
use crate::ports::{Actor, DealDesk, DealQuery, Done, Intake, Keyed, PortError, Prospect, SignedReceipt, TenantId};
use async_trait::async_trait;
use chrono::NaiveDate;
use portico_contract::attachment::Mentionable;
use portico_contract::capability;
use portico_contract::deal::bulk::{BulkOrder, BulkResults};
use portico_contract::deal::commands::{ConflictCheck, NewComment, Order};
use portico_contract::deal::list::{DealPage, Show};
use portico_contract::deal::{Deal, DealContent, DealForm, DealPreview, ExtensionState, Review};
use portico_contract::event::Event;
use portico_contract::home::{Home, StageTotal, Waiting, WaitingKind};
use portico_contract::page::Page;
use portico_contract::programme::Told;
use portico_contract::receipt::KeySet;
use portico_contract::session::{Permission, Person, Role, Side};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// At most so many things wait on the first page.
const WAITING: u64 = 20;

impl Store {
    async fn load(&self, who: &Actor, id: &str) -> Result<DealRow, PortError> {
        rows::find(&self.db, who, id).await?.ok_or(PortError::NotFound)
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
    let mut found = conflicts::met_by(db, &who.tenant, &row.deal, today).await?;
    // Named by somebody, whatever became of it and however it is written.
    let is_new = |id: &&str| found.iter().all(|known| known.row.deal.id != *id);
    if let Some(named) = row.deal.duplicate_of.as_deref().filter(is_new) {
        let keys = Keys::of_row(&row.deal);
        let named = rows::find(db, who, named).await?;
        found.extend(named.map(|named| Meeting { matches: keys.matches(&Keys::of_row(&named.deal)), row: named }));
    }
    Ok(found)
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
        let settings = self.settings(&who.tenant)?;
        list::page(&self.db, &Reading { who, settings: &settings, now: now() }, query).await
    }

    async fn get(&self, who: &Actor, id: &str) -> Result<Deal, PortError> {
        let row = self.load(who, id).await?;
        let meetings = meetings(&self.db, who, &row, self.today(&who.tenant).await?).await?;
        let (settings, now) = (self.settings(&who.tenant)?, now());
        let deal = row.whole(who, &settings, &meetings, now)?;
        Ok(Deal { incentive: incentives::of_deal(&self.db, &settings, &row, now).await?, ..deal })
    }

    async fn create(
        &self,
        who: &Actor,
        key: &Keyed,
        content: DealContent,
        intake: Intake,
    ) -> Result<Done<Deal>, PortError> {
        self.once(who, key, async |write| Box::pin(write.create(content.clone(), intake)).await).await
    }

    async fn change(&self, who: &Actor, id: &str, version: i64, patch: &serde_json::Value) -> Result<Deal, PortError> {
        self.transact(async |tx| {
            let settings = self.settings(&who.tenant)?;
            let write = super::Write { pen: Pen::new(tx, &who.tenant, &settings), who, imported: None };
            write.change(id, version, patch).await
        })
        .await
    }

    async fn carry_out(&self, who: &Actor, key: &Keyed, id: &str, order: Order) -> Result<Done<Deal>, PortError> {
        self.once(who, key, async |write| write.carry_out(id, &order).await).await
    }

    async fn carry_out_all(&self, who: &Actor, key: &Keyed, bulk: BulkOrder) -> Result<Done<BulkResults>, PortError> {
        self.each(who, key, &bulk).await
    }

    async fn owners(&self, who: &Actor, id: &str) -> Result<Vec<Person>, PortError> {
        let row = self.load(who, id).await?;
        let found = account::Entity::find().filter(access::owners(&row.deal)).order_by_asc(account::Column::Name);
        let people = found.all(&self.db).await?.into_iter();
        Ok(people.map(|one| Person { id: one.id, name: one.name }).collect())
    }

    async fn mentionable(&self, who: &Actor, id: &str) -> Result<Vec<Mentionable>, PortError> {
        let row = self.load(who, id).await?;
        comments::mentionable(&self.db, who, &row).await
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
            select = select.filter(event::Column::Id.lt(log::position_of(cursor)?));
        }
        let mut rows = select.order_by_desc(event::Column::Id).limit(u64::from(limit) + 1).all(&self.db).await?;
        let more = list::cut(&mut rows, limit);
        let next_cursor = rows.last().filter(|_| more).map(|last| last.id.to_string());
        let items = rows.into_iter().map(|row| {
            let mut event = log::read(row)?;
            event.data.deal = None;
            Ok(event)
        });
        Ok(Page { items: items.collect::<Result<_, PortError>>()?, next_cursor })
    }

    async fn capabilities(&self, tenant: &TenantId) -> Result<Vec<&'static str>, PortError> {
        let mut built = vec![
            capability::DEALS,
            capability::RECEIPTS,
            capability::COMMENTS,
            capability::ATTACHMENTS,
            capability::FILTERS,
            capability::VIEWS,
            capability::BOARD,
            capability::BULK,
            capability::EXPORT,
            capability::IMPORT,
            capability::PIPELINE,
            capability::EVENTS,
            capability::NOTIFICATIONS,
            capability::MAIL,
            capability::HOME,
            capability::PROGRAMME,
            capability::COLLEAGUES,
            capability::ASSETS,
            capability::ASSET_COPIES,
        ];
        let settings = self.settings(tenant)?;
        if settings.rules.registration.conflict_check.when == Told::WhileTyping {
            built.push(capability::CONFLICT_CHECK);
        }
        if !settings.rules.incentives.rules.is_empty() {
            built.push(capability::INCENTIVES);
        }
        Ok(built)
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
        let settings = self.settings(&who.tenant)?;
        if settings.rules.registration.conflict_check.when != Told::WhileTyping {
            return Err(PortError::NotFound);
        }
        self.count_check(who, &settings).await?;
        let keys = Keys::of(&prospect.customer);
        let met = conflicts::meeting(&self.db, &who.tenant, &[&keys], self.today(&who.tenant).await?).await?;
        let met = conflicts::among(&met, &keys, &prospect.products, "");
        let house_account = settings.published_house_account(&keys).map(str::to_owned);
        Ok(ConflictCheck { house_account, ..conflicts::competition(met, &who.organisation.id)? })
    }

    async fn preview(&self, who: &Actor, content: &DealContent) -> Result<DealPreview, PortError> {
        let (approval, due) = self.would_wait(who, content).await?;
        Ok(DealPreview { incentive: self.would_earn(who, content).await?, approval, answer_due: Some(due) })
    }

    async fn home(&self, who: &Actor) -> Result<Home, PortError> {
        let settings = self.settings(&who.tenant)?;
        let reading = Reading { who, settings: &settings, now: now() };
        let today = reading.today();
        let state = |review: Review| Condition::all().add(deal::Column::Review.eq(review.name()));
        // A rep's home is about the rep's own deals, an admin's about the firm's.
        let mine = match who.role {
            Role::Rep | Role::Marketer => Condition::all().add(deal::Column::OwnerId.eq(&who.user.id)),
            _ => Condition::all(),
        };
        let sets: Vec<(WaitingKind, Condition)> = match who.role.side() {
            Side::Vendor => {
                let waits = [Review::Submitted, Review::InReview].map(Review::name);
                let asked = deal::Column::ExtensionState.eq(ExtensionState::Pending.name());
                vec![
                    (WaitingKind::Decide, Condition::all().add(deal::Column::Review.is_in(waits))),
                    (WaitingKind::Extension, Condition::all().add(asked)),
                ]
            }
            Side::Partner => vec![
                (WaitingKind::Answer, state(Review::InfoRequested)),
                (WaitingKind::Claim, state(Review::Claimed)),
                (WaitingKind::ProtectionEnding, list::set(Show::Ending, today)),
                (WaitingKind::Draft, state(Review::Draft)),
            ],
        };
        let mut home = Home {
            waiting: Vec::new(),
            waiting_total: 0,
            pipeline: self.stage_totals(who, mine.clone(), today).await?,
        };
        for (kind, set) in sets {
            let of = access::deals(who).add(mine.clone()).add(set);
            home.waiting_total += list::many(&self.db, of.clone()).await?;
            let select = rows::select().filter(of);
            let select = match kind {
                WaitingKind::Decide => select.order_by_asc(deal::Column::SlaDueAt),
                WaitingKind::Claim => select.order_by_asc(deal::Column::CompleteBy),
                WaitingKind::ProtectionEnding | WaitingKind::Extension => {
                    select.order_by_asc(deal::Column::ProtectionEnds)
                }
                _ => select.order_by_desc(deal::Column::UpdatedAt),
            };
            let room = WAITING - home.waiting.len() as u64;
            let found = select.limit(room).into_model::<DealRow>().all(&self.db).await?;
            let summaries = list::summaries(&self.db, &reading, &found).await?;
            for (row, deal) in found.iter().zip(summaries) {
                let reason = if kind == WaitingKind::Answer { row.reason()? } else { None };
                home.waiting.push(Waiting { kind, deal, reason });
            }
        }
        Ok(home)
    }
}

impl Store {
    /// Approved deals that are open, by the tenant's stages: how many, and a sum for each currency.
    async fn stage_totals(&self, who: &Actor, mine: Condition, today: NaiveDate) -> Result<Vec<StageTotal>, PortError> {
        let settings = self.settings(&who.tenant)?;
        let of = access::deals(who).add(mine);
        let groups = figures::open(&self.db, of, today, 1, false).await?;
        Ok(stage_totals(settings.stages(), groups))
    }
}
