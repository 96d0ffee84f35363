//! Filters that people of the demo keep.

use crate::ports::PortError;
use crate::store::entity::deal_view;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use serde_json::{Value, json};

/// Inserts them.
pub(super) async fn insert(tx: &DatabaseTransaction) -> Result<(), PortError> {
    let kept: [(&str, &[(&str, Value)]); 2] = [
        (
            "rep-bluepeak-example",
            &[
                ("Closing this month", json!({"closes": "this-month", "show": "open", "sort": "closeDate"})),
                (
                    "Large ones of mine",
                    json!({"currency": "EUR", "owner": "me", "show": "open", "value": "100000.00.."}),
                ),
            ],
        ),
        (
            "manager-aurora-example",
            &[("Overdue in the pipeline", json!({"closes": "overdue", "review": "approved", "show": "open"}))],
        ),
    ];
    for (account, views) in kept {
        let rows = views.iter().zip(0..).map(|((name, query), position)| deal_view::ActiveModel {
            id: Set(format!("{account}-{position}")),
            account_id: Set(account.to_owned()),
            name: Set((*name).to_owned()),
            name_key: Set(name.to_lowercase()),
            query: Set(query.to_string()),
            start: Set(false),
            position: Set(position),
            version: Set(1),
        });
        deal_view::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
