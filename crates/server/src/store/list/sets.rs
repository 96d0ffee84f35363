//! The named sets, and how many deals each has.

use crate::ports::PortError;
use crate::store::entity::deal;
use chrono::{Days, NaiveDate};
use portico_contract::deal::list::{Counts, MAX_COUNT, Show};
use portico_contract::deal::{Review, Stage};
use sea_orm::sea_query::{Alias, Asterisk, Expr, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect,
    QueryTrait,
};

/// For how many days before its end a protection counts as ending.
const ENDING_DAYS: u64 = 14;

/// What is over without a sale.
const OVER: [Review; 4] = [Review::Rejected, Review::Duplicate, Review::Withdrawn, Review::Expired];

/// Won or lost.
fn closed() -> SimpleExpr {
    deal::Column::Stage.is_in([Stage::Won, Stage::Lost].map(Stage::name))
}

/// Neither won nor lost.
pub(in crate::store) fn going() -> Condition {
    Condition::any().add(deal::Column::Stage.is_null()).add(closed().not())
}

/// The deals of a named set: always by the states it has, which the indexes have, and never by those it has not.
pub(in crate::store) fn set(show: Show, today: NaiveDate) -> Condition {
    let among =
        |is: fn(&Review) -> bool| deal::Column::Review.is_in(Review::ALL.into_iter().filter(is).map(Review::name));
    let approved = || deal::Column::Review.eq(Review::Approved.name());
    match show {
        Show::Open => Condition::all().add(among(|review| !OVER.contains(review))).add(going()),
        Show::NeedsPartner => Condition::all()
            .add(among(|review| matches!(review, Review::Draft | Review::Claimed | Review::InfoRequested))),
        Show::Ending => Condition::all()
            .add(approved())
            .add(going())
            .add(deal::Column::ProtectionEnds.between(today.to_string(), (today + Days::new(ENDING_DAYS)).to_string())),
        Show::Decided => Condition::any()
            .add(among(|review| OVER.contains(review)))
            .add(Condition::all().add(approved()).add(closed())),
    }
}

/// How many of the deals that meet a condition are in each set, each found in the indexes and counted only as far as
/// numbers are said.
pub(super) async fn counts(
    db: &impl ConnectionTrait,
    asked: &Condition,
    today: NaiveDate,
) -> Result<Counts, PortError> {
    let of = |show| many(db, asked.clone().add(set(show, today)));
    Ok(Counts {
        all: many(db, asked.clone()).await?,
        open: of(Show::Open).await?,
        needs_partner: of(Show::NeedsPartner).await?,
        ending: of(Show::Ending).await?,
        decided: of(Show::Decided).await?,
    })
}

/// How many deals meet a condition; no further than one more than [`MAX_COUNT`].
pub(in crate::store) async fn many(db: &impl ConnectionTrait, condition: Condition) -> Result<u32, PortError> {
    let enough = u64::from(MAX_COUNT) + 1;
    let found = deal::Entity::find().select_only().expr_as(Expr::val(1), "one").filter(condition).limit(enough);
    let mut count = Query::select();
    count.expr(Expr::col(Asterisk).count()).from_subquery(found.into_query(), "found");
    let row = db.query_one(&count).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The same where the condition stands in no index: every deal is looked at, and so only once.
pub(super) async fn counts_at_once(
    db: &impl ConnectionTrait,
    asked: Condition,
    today: NaiveDate,
) -> Result<Counts, PortError> {
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
    let count = |n: i64| u32::try_from(n.clamp(0, i64::from(MAX_COUNT) + 1)).unwrap_or(MAX_COUNT);
    Ok(row.map_or_else(Counts::default, |row| Counts {
        all: count(row.all),
        open: count(row.open.unwrap_or(0)),
        needs_partner: count(row.needs_partner.unwrap_or(0)),
        ending: count(row.ending.unwrap_or(0)),
        decided: count(row.decided.unwrap_or(0)),
    }))
}
