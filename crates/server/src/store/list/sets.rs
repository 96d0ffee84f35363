//! The named sets, and how many deals each has.

use crate::ports::PortError;
use crate::store::entity::deal;
use chrono::{Days, NaiveDate};
use portico_contract::deal::list::{Counts, Show};
use portico_contract::deal::{Review, Stage};
use sea_orm::sea_query::{Alias, Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect,
};

/// For how many days before its end a protection counts as ending.
const ENDING_DAYS: u64 = 14;

/// Won or lost.
fn closed() -> SimpleExpr {
    deal::Column::Stage.is_in([Stage::Won, Stage::Lost].map(Stage::name))
}

/// Neither won nor lost.
pub(in crate::store) fn going() -> Condition {
    Condition::any().add(deal::Column::Stage.is_null()).add(closed().not())
}

/// The deals of a named set.
pub(in crate::store) fn set(show: Show, today: NaiveDate) -> Condition {
    let over = [Review::Rejected, Review::Duplicate, Review::Withdrawn, Review::Expired].map(Review::name);
    let approved = deal::Column::Review.eq(Review::Approved.name());
    match show {
        Show::Open => Condition::all().add(deal::Column::Review.is_not_in(over)).add(going()),
        Show::NeedsPartner => {
            let waits = [Review::Draft, Review::Claimed, Review::InfoRequested].map(Review::name);
            Condition::all().add(deal::Column::Review.is_in(waits))
        }
        Show::Ending => Condition::all()
            .add(approved)
            .add(going())
            .add(deal::Column::ProtectionEnds.between(today.to_string(), (today + Days::new(ENDING_DAYS)).to_string())),
        Show::Decided => Condition::any().add(deal::Column::Review.is_in(over)).add(closed()),
    }
}

/// How many of the deals that meet a condition are in each set.
pub(super) async fn counts(db: &impl ConnectionTrait, asked: Condition, today: NaiveDate) -> Result<Counts, PortError> {
    #[derive(FromQueryResult)]
    struct Row {
        all: i64,
        open: Option<i64>,
        needs_partner: Option<i64>,
        ending: Option<i64>,
        decided: Option<i64>,
    }
    let one = |show| -> SimpleExpr {
        let counted: SimpleExpr = Expr::case(set(show, today), 1).finally(0).into();
        // A sum of integers is a NUMERIC in Postgres.
        counted.sum().cast_as(Alias::new("BIGINT"))
    };
    let row = deal::Entity::find()
        .select_only()
        .column_as(deal::Column::Id.count(), "all")
        .expr_as(one(Show::Open), "open")
        .expr_as(one(Show::NeedsPartner), "needs_partner")
        .expr_as(one(Show::Ending), "ending")
        .expr_as(one(Show::Decided), "decided")
        .filter(asked)
        .into_model::<Row>()
        .one(db)
        .await?;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(row.map_or_else(Counts::default, |row| Counts {
        all: count(row.all),
        open: count(row.open.unwrap_or(0)),
        needs_partner: count(row.needs_partner.unwrap_or(0)),
        ending: count(row.ending.unwrap_or(0)),
        decided: count(row.decided.unwrap_or(0)),
    }))
}
