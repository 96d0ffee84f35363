//! The deals of a list, whole, page by page.

use super::list::Reading;
use super::rows::DealRow;
use super::{Store, incentives, list, now};
use crate::ports::{Actor, DealQuery, PortError};
use portico_contract::deal::Deal;
use portico_contract::page::Page;

impl Store {
    /// A page of the deals that `who` sees.
    pub(super) async fn export_page(&self, who: &Actor, query: &DealQuery) -> Result<Page<Deal>, PortError> {
        let (settings, now) = (self.settings(&who.tenant)?, now());
        let (rows, next_cursor) = list::rows(&self.db, &Reading { who, settings: &settings, now }, query).await?;
        let mut earned = incentives::standing(&self.db, rows.iter().map(|row| row.deal.id.as_str())).await?;
        let whole = |row: &DealRow| {
            let deal = row.whole(who, &settings, &[], now)?;
            Ok(Deal { incentive: earned.remove(&deal.id), ..deal })
        };
        let items = rows.iter().map(whole).collect::<Result<_, PortError>>()?;
        Ok(Page { items, next_cursor })
    }
}
