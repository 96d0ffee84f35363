//! Demo data: two vendors, their partners, and deals that have lived for a year. The same each time but for the day
//! it is made on. Refused unless asked for.

mod casts;
mod crowd;
mod crowd_library;
mod customers;
mod desk;
mod endings;
mod incentives;
mod library;
mod registrations;
mod stories;
mod tenants;
mod views;

pub use crowd::crowd;
pub use crowd_library::crowd_library;

use crate::dice::Dice;
use crate::ports::{Intake, PortError, TenantId};
use crate::store::{DealRow, Pen, Store, Write, read_before};
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::deal::Review;
use portico_contract::deal::commands::Order;
use std::collections::HashMap;
use stories::Step;
use tenants::Company;

/// The password of every demo account.
pub const PASSWORD: &str = "portico-demo";

/// What happened longer ago has been read.
const UNREAD: TimeDelta = TimeDelta::days(3);

/// The accounts a visitor is told of: address and what they are.
pub const ACCOUNTS: [(&str, &str); 8] = [
    ("rep@bluepeak.example", "partner rep, Bluepeak Consulting"),
    ("marketer@bluepeak.example", "partner marketer, Bluepeak Consulting"),
    ("admin@bluepeak.example", "partner admin, Bluepeak Consulting"),
    ("rep@kestrel.example", "partner rep, Kestrel IT"),
    ("manager@aurora.example", "channel manager, Aurora Systems"),
    ("admin@aurora.example", "vendor admin, Aurora Systems"),
    ("rep@vantage.example", "partner rep, Vantage Automation (at halcyon.localhost)"),
    ("manager@halcyon.example", "channel manager, Halcyon Robotics (at halcyon.localhost)"),
];

/// What could be made of the demo data.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is a portal in the database already.
    #[error("the database has a portal already: demo data is made in an empty one only")]
    NotEmpty,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] PortError),
}

/// Makes the demo data in an empty database, in one transaction.
pub async fn make(store: &Store, now: DateTime<Utc>) -> Result<(), DemoError> {
    if !store.is_empty() {
        return Err(DemoError::NotEmpty);
    }
    let files = Box::pin(library::keep(store.objects())).await?;
    store
        .transact(async |tx| {
            let company = tenants::insert(tx, now).await?;
            desk::absences(tx, now).await?;
            play(tx, &company, now).await?;
            views::insert(tx).await?;
            Box::pin(library::shelve(tx, &company, &files, now)).await?;
            // The clock has been looked at a minute ago.
            let (dice, looked) = (Dice::seeded(1), now - TimeDelta::minutes(1));
            let mut tenants: Vec<_> = company.settings.iter().collect();
            tenants.sort_by(|one, other| one.0.0.cmp(&other.0.0));
            for (tenant, settings) in tenants {
                let pen = Pen { now: looked, dice: &dice, ..Pen::new(tx, tenant, settings) };
                while pen.warn_of_ends().await? > 0 {}
            }
            read_before(tx, now - UNREAD).await
        })
        .await?;
    store.reload().await?;
    Ok(())
}

/// Plays every story, in the order in which things happened.
async fn play(tx: &sea_orm::DatabaseTransaction, company: &Company, now: DateTime<Utc>) -> Result<(), PortError> {
    let dice = Dice::seeded(20_261_123);
    let Company { people, settings } = company;
    let steps = stories::all(&dice, settings, now);
    let mut ids: HashMap<usize, String> = HashMap::new();
    for (at, story, by, step) in steps {
        let who = people.get(by).ok_or(PortError::NotFound)?;
        let tenant: &TenantId = &who.tenant;
        let settings = settings.get(tenant).ok_or(PortError::NotFound)?;
        let write = Write { pen: Pen { now: at, dice: &dice, ..Pen::new(tx, tenant, settings) }, who, imported: None };
        let id = ids.get(&story).cloned().unwrap_or_default();
        match step {
            Step::Begin(content) => {
                ids.insert(story, write.create(*content, Intake::Draft).await?.id);
            }
            Step::Register(content) => {
                ids.insert(story, write.create(*content, Intake::Submit).await?.id);
            }
            Step::Claim(content) => {
                ids.insert(story, write.create(*content, Intake::Claim).await?.id);
            }
            Step::Order(order) => {
                let done = write.carry_out(&id, &order).await?;
                // What a manager alone does not approve is approved by the vendor admin right after.
                if matches!(order, Order::Approve { .. }) && done.review == Review::InReview {
                    let who = people.get("admin@aurora.example").ok_or(PortError::NotFound)?;
                    let pen = Pen { now: at + TimeDelta::seconds(47), dice: &dice, ..Pen::new(tx, tenant, settings) };
                    Write { pen, who, imported: None }.carry_out(&id, &order).await?;
                }
            }
            Step::Say(comment) => drop(write.comment(&id, comment).await?),
            Step::Expire => {
                let mut row: DealRow = write.load(&id).await?;
                write.expire(&mut row).await?;
            }
        }
    }
    Ok(())
}
