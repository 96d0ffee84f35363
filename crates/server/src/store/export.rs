//! The deals of a list, whole, page by page.

use super::list::Reading;
use super::{Store, list, now};
use crate::ports::{Actor, DealQuery, PortError};
use portico_contract::deal::Deal;
use portico_contract::page::Page;

impl Store {
    /// A page of the deals that `who` sees.
    pub(super) async fn export_page(&self, who: &Actor, query: &DealQuery) -> Result<Page<Deal>, PortError> {
        let (settings, now) = (self.settings(&who.tenant)?, now());
        let (rows, next_cursor) = list::rows(&self.db, &Reading { who, settings: &settings, now }, query).await?;
        let items = rows.iter().map(|row| row.whole(who, &settings, &[], now)).collect::<Result<_, _>>()?;
        Ok(Page { items, next_cursor })
    }
}
