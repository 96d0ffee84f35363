//! Deals by stage: every column with its sums and its first cards.

use super::narrow::narrowed;
use super::{Reading, page_of, summaries};
use crate::ports::{DealQuery, PortError};
use crate::store::entity::deal;
use portico_contract::deal::board::{Board, BoardColumn};
use portico_contract::deal::{Review, Stage};
use portico_contract::money::{Currency, Money};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

/// The columns of what a filter leaves over. One query sums all of them, and each has one for its cards.
pub(in crate::store) async fn board(
    db: &impl ConnectionTrait,
    reading: &Reading<'_>,
    query: &DealQuery,
) -> Result<Board, PortError> {
    let base = narrowed(reading, &query.filter);
    let totals = totals(db, base.clone()).await?;
    let stages = reading.settings.deal_form(&[]).stages.into_iter().map(|named| Some(named.stage));
    let (mut columns, mut rows) = (Vec::new(), Vec::new());
    for stage in std::iter::once(None).chain(stages) {
        let (found, next_cursor) = page_of(db, base.clone().add(standing_at(stage)), query).await?;
        let of_column = totals.iter().filter(|total| total.stage == stage);
        let count = of_column.clone().map(|total| total.count).sum::<i64>();
        let column = BoardColumn {
            stage,
            count: u32::try_from(count).unwrap_or(u32::MAX),
            values: largest_first(of_column.filter_map(|total| total.value)),
            items: Vec::with_capacity(found.len()),
            next_cursor,
        };
        columns.push((column, found.len()));
        rows.extend(found);
    }
    let mut cards = summaries(db, reading, &rows).await?.into_iter();
    let filled =
        columns.into_iter().map(|(column, many)| BoardColumn { items: cards.by_ref().take(many).collect(), ..column });
    Ok(Board { columns: filled.collect() })
}

/// The deals of a column: approved and at a stage, or waiting for an answer.
fn standing_at(stage: Option<Stage>) -> Condition {
    match stage {
        Some(stage) => Condition::all()
            .add(deal::Column::Review.eq(Review::Approved.name()))
            .add(deal::Column::Stage.eq(stage.name())),
        None => Condition::all().add(deal::Column::Review.is_in(Review::WAITING.map(Review::name))),
    }
}

/// What a state, a stage and a currency have together.
struct Total {
    stage: Option<Stage>,
    count: i64,
    value: Option<Money>,
}

async fn totals(db: &impl ConnectionTrait, base: Condition) -> Result<Vec<Total>, PortError> {
    type Group = (String, Option<String>, Option<String>, i64, i64);
    let shown = Review::WAITING.into_iter().chain([Review::Approved]).map(Review::name);
    let groups: Vec<Group> = deal::Entity::find()
        .select_only()
        .column(deal::Column::Review)
        .column(deal::Column::Stage)
        .column(deal::Column::ValueCurrency)
        .column_as(deal::Column::Id.count(), "count")
        .column_as(deal::Column::ValueMinor.sum().cast_as("BIGINT"), "sum")
        .filter(base)
        .filter(deal::Column::Review.is_in(shown))
        .group_by(deal::Column::Review)
        .group_by(deal::Column::Stage)
        .group_by(deal::Column::ValueCurrency)
        .into_tuple()
        .all(db)
        .await?;
    let total = |(review, stage, code, count, sum): Group| {
        let currency = code.and_then(|code| Currency::parse(&code).ok());
        let stage = stage.as_deref().filter(|_| review == Review::Approved.name()).and_then(Stage::parse);
        Total { stage, count, value: currency.and_then(|currency| Money::from_minor(sum, currency)) }
    };
    Ok(groups.into_iter().map(total).collect())
}

/// One sum a currency; the states of a column that wait are added up.
fn largest_first(values: impl Iterator<Item = Money>) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for value in values {
        match sums.iter_mut().find(|sum| sum.currency() == value.currency()) {
            Some(sum) => *sum = sum.checked_add(value).unwrap_or(*sum),
            None => sums.push(value),
        }
    }
    sums.sort_by_key(|money| std::cmp::Reverse(money.minor()));
    sums
}
