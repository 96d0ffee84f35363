//! The orders of a list, and the cursors that say where a page ended.

use crate::ports::PortError;
use crate::store::entity::deal;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use portico_contract::deal::list::Sort;
use sea_orm::{ColumnTrait, Condition, Order, Value};

/// The column that is compared, and which way.
pub(super) fn of(sort: Sort) -> (deal::Column, Order) {
    match sort {
        Sort::UpdatedDown => (deal::Column::UpdatedAt, Order::Desc),
        Sort::Updated => (deal::Column::UpdatedAt, Order::Asc),
        Sort::RegisteredDown => (deal::Column::RegisteredAt, Order::Desc),
        Sort::Registered => (deal::Column::RegisteredAt, Order::Asc),
        Sort::ValueDown => (deal::Column::ValueMinor, Order::Desc),
        Sort::Value => (deal::Column::ValueMinor, Order::Asc),
        Sort::CloseDown => (deal::Column::CloseDate, Order::Desc),
        Sort::Close => (deal::Column::CloseDate, Order::Asc),
        Sort::CustomerDown => (deal::Column::Customer, Order::Desc),
        Sort::Customer => (deal::Column::Customer, Order::Asc),
        Sort::Due => (deal::Column::SlaDueAt, Order::Asc),
        Sort::Ends => (deal::Column::ProtectionEnds, Order::Asc),
    }
}

/// Where a page ended: the order, and the compared value and the id of its last row.
pub(super) fn cursor(sort: Sort, last: &deal::Model) -> String {
    let compared = match of(sort).0 {
        deal::Column::UpdatedAt => last.updated_at.to_string(),
        deal::Column::RegisteredAt => last.registered_at.to_string(),
        deal::Column::ValueMinor => last.value_minor.to_string(),
        deal::Column::CloseDate => last.close_date.clone(),
        deal::Column::SlaDueAt => last.sla_due_at.to_string(),
        deal::Column::ProtectionEnds => last.protection_ends.clone(),
        _ => last.customer.clone(),
    };
    BASE64_URL_SAFE_NO_PAD.encode(format!("{}\n{}\n{compared}", sort.name(), last.id))
}

/// What comes after a cursor in its order.
pub(super) fn after(cursor: &str, sort: Sort) -> Result<Condition, PortError> {
    let (column, order) = of(sort);
    let bad = || PortError::Malformed("the cursor is not one of this list");
    let text =
        BASE64_URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(bad)?;
    let mut parts = text.splitn(3, '\n');
    let (Some(name), Some(id), Some(compared)) = (parts.next(), parts.next(), parts.next()) else { return Err(bad()) };
    // No row has a control character, and Postgres takes no NUL.
    if name != sort.name() || [id, compared].iter().any(|part| part.contains(char::is_control)) {
        return Err(bad());
    }
    let textual = matches!(column, deal::Column::CloseDate | deal::Column::Customer | deal::Column::ProtectionEnds);
    let value: Value = if textual { compared.into() } else { compared.parse::<i64>().map_err(|_| bad())?.into() };
    let beyond = |column: deal::Column, value: Value| match order {
        Order::Desc => column.lt(value),
        _ => column.gt(value),
    };
    let tie = Condition::all().add(column.eq(value.clone())).add(beyond(deal::Column::Id, id.into()));
    Ok(Condition::any().add(beyond(column, value)).add(tie))
}
