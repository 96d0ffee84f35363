//! A portal as full as one of many years, to measure with: copies of the demo's deals under other customers and numbers.
//! They were never received, so they have neither history nor receipt.

use super::DemoError;
use crate::dice::Dice;
use crate::ports::PortError;
use crate::store::entity::{account, deal, organisation};
use crate::store::{DealRow, Store, fill, select_deals};
use chrono::{DateTime, Utc};
use portico_contract::deal::{DealNumber, Review};
use portico_contract::session::{Role, Side};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

const TENANT: &str = "aurora";
/// The firm whose deals are copied and that has many, and how many.
const BUSY: (&str, usize) = ("bluepeak", 10_000);
/// Over how many firms the others are spread.
const FIRMS: usize = 200;
/// Of so many deals one waits for an answer.
const WAITING: usize = 500;
/// Rows of one transaction, and of one statement.
const BATCH: (usize, usize) = (5_000, 200);
const YEAR: usize = 365 * 24 * 3_600 * 1_000;

/// Gives the first tenant so many more deals.
pub async fn crowd(store: &Store, deals: usize, now: DateTime<Utc>) -> Result<(), DemoError> {
    if deals == 0 {
        return Ok(());
    }
    let dice = Dice::seeded(1_000_000);
    let (rows, firms) = store
        .transact(async |tx| {
            let handed_in = deal::Column::Review.ne(Review::Draft.name());
            let rows = select_deals().filter(deal::Column::OrganisationId.eq(BUSY.0)).filter(handed_in);
            Ok((rows.into_model::<DealRow>().all(tx).await?, insert_firms(tx).await?))
        })
        .await?;
    let (waiting, over): (Vec<DealRow>, Vec<DealRow>) =
        rows.into_iter().partition(|row| row.review().waits_for_vendor());
    let mut done = 0;
    while done < deals && !waiting.is_empty() && !over.is_empty() {
        let until = deals.min(done + BATCH.0);
        let mut copies = Vec::with_capacity(BATCH.0);
        for index in done..until {
            let model = if index % WAITING == 0 { &waiting } else { &over };
            let mut row = model[dice.below(model.len())].clone();
            if index >= BUSY.1 {
                (row.deal.organisation_id, row.deal.owner_id, row.owner_name) = firms[index % firms.len()].clone();
            }
            copies.push(copy(row, index, &dice, now)?.into_active_model());
        }
        store
            .transact(async |tx| {
                for rows in copies.chunks(BATCH.1) {
                    deal::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
                }
                Ok(())
            })
            .await?;
        done = until;
    }
    Ok(())
}

/// The firms, each with somebody who owns its deals and cannot sign in: firm, person and their name.
async fn insert_firms(tx: &impl ConnectionTrait) -> Result<Vec<(String, String, String)>, PortError> {
    let mut firms = Vec::with_capacity(FIRMS);
    for number in 1..=FIRMS {
        let (id, owner) = (format!("crowd-{number:03}"), format!("crowd-{number:03}-rep"));
        let firm = organisation::Model {
            id: id.clone(),
            tenant_id: TENANT.to_owned(),
            kind: Side::Partner.name().to_owned(),
            name: format!("Partner {number:03}"),
            tier: None,
            partner_type: None,
            country: None,
        };
        organisation::Entity::insert(firm.into_active_model()).exec_without_returning(tx).await?;
        let name = format!("Rep {number:03}");
        let person = account::ActiveModel {
            id: Set(owner.clone()),
            tenant_id: Set(TENANT.to_owned()),
            organisation_id: Set(id.clone()),
            email: Set(format!("rep@{id}.example")),
            name: Set(name.clone()),
            role: Set(Role::Rep.name().to_owned()),
            password_hash: Set(String::new()),
        };
        account::Entity::insert(person).exec_without_returning(tx).await?;
        firms.push((id, owner, name));
    }
    Ok(firms)
}

/// The deal of another customer, changed last on some day of the year before `now`.
fn copy(mut row: DealRow, index: usize, dice: &Dice, now: DateTime<Utc>) -> Result<deal::Model, PortError> {
    let mut content = row.deal.content()?;
    if let Some(name) = &mut content.customer.name {
        *name = format!("{name} {index:07}");
    }
    content.customer.website = Some(format!("customer-{index}.example"));
    content.customer.duns = None;
    row.deal.id = dice.id();
    // What is drawn rises with the index, so that no number is drawn twice.
    let drawn = (index as u64) << 14 | dice.bits() & 0x3fff;
    DealNumber::from_random(drawn).as_str().clone_into(&mut row.deal.number);
    row.deal.updated_at = now.timestamp_millis() - i64::try_from(dice.below(YEAR)).unwrap_or_default();
    fill(&mut row.deal, &row.owner_name, &content)?;
    Ok(row.deal)
}
