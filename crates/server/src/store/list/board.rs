//! Deals by stage: every column with its sums and its first cards.

use super::narrow::{narrowed, standing};
use super::{Reading, page_of, summaries};
use crate::ports::{DealQuery, PortError};
use crate::store::entity::deal;
use crate::store::figures::{sum_of, summed};
use portico_contract::deal::board::{Board, BoardColumn};
use portico_contract::deal::{Review, Stage};
use portico_contract::money::Currency;
use portico_contract::programme::{StageRule, StageRules};
use portico_contract::total::Total;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// The columns of what a filter leaves over. One query sums all of them, and each has one for its cards.
pub(in crate::store) async fn board(
    db: &impl ConnectionTrait,
    reading: &Reading<'_>,
    query: &DealQuery,
) -> Result<Board, PortError> {
    let base = narrowed(reading, &query.filter);
    let totals = totals(db, base.clone(), reading.settings.stages()).await?;
    let (mut columns, mut rows) = (Vec::new(), Vec::new());
    for rule in std::iter::once(None).chain(reading.settings.stages().0.iter().map(Some)) {
        let here = standing_at(reading.settings.stages(), rule);
        let (found, next_cursor) = page_of(db, base.clone().add(here), query).await?;
        let of_column = totals.iter().filter(|total| total.rule == rule);
        let count = of_column.clone().map(|total| total.count).sum::<i64>();
        let column = BoardColumn {
            stage: rule.map(|rule| rule.stage),
            stage_id: rule.map(|rule| rule.id.clone()),
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
fn standing_at(stages: &StageRules, rule: Option<&StageRule>) -> Condition {
    match rule {
        Some(rule) => Condition::all()
            .add(deal::Column::Review.eq(Review::Approved.name()))
            .add(deal::Column::Stage.eq(rule.stage.name()))
            .add(standing(stages, std::slice::from_ref(&rule.id))),
        None => Condition::all().add(deal::Column::Review.is_in(Review::WAITING.map(Review::name))),
    }
}

/// What a state, a stage and a currency have together.
struct Sum<'a> {
    rule: Option<&'a StageRule>,
    count: i64,
    value: Option<(i128, Currency)>,
}

async fn totals<'a>(
    db: &impl ConnectionTrait,
    base: Condition,
    stages: &'a StageRules,
) -> Result<Vec<Sum<'a>>, PortError> {
    type Group = (String, Option<String>, Option<String>, Option<String>, i64, i64, i64);
    let (high, low) = summed();
    let shown = Review::WAITING.into_iter().chain([Review::Approved]).map(Review::name);
    let groups: Vec<Group> = deal::Entity::find()
        .select_only()
        .column(deal::Column::Review)
        .column(deal::Column::Stage)
        .column(deal::Column::StageId)
        .column(deal::Column::ValueCurrency)
        // Not the id: that is not in the index that has the stages.
        .column_as(deal::Column::ValueMinor.count(), "count")
        .expr_as(high, "high")
        .expr_as(low, "low")
        .filter(base)
        .filter(deal::Column::Review.is_in(shown))
        .group_by(deal::Column::Review)
        .group_by(deal::Column::Stage)
        .group_by(deal::Column::StageId)
        .group_by(deal::Column::ValueCurrency)
        .into_tuple()
        .all(db)
        .await?;
    let total = |(review, stage, own, code, count, high, low): Group| {
        let currency = code.and_then(|code| Currency::parse(&code).ok());
        let stage = stage.as_deref().filter(|_| review == Review::Approved.name()).and_then(Stage::parse);
        let rule = stage.and_then(|stage| stages.at(stage, own.as_deref()));
        Sum { rule, count, value: currency.map(|currency| (sum_of(high, low), currency)) }
    };
    Ok(groups.into_iter().map(total).collect())
}

/// One sum a currency; the states of a column that wait are added up.
fn largest_first(values: impl Iterator<Item = (i128, Currency)>) -> Vec<Total> {
    let mut sums: Vec<(i128, Currency)> = Vec::new();
    for (value, currency) in values {
        match sums.iter_mut().find(|(_, known)| *known == currency) {
            Some((sum, _)) => *sum += value,
            None => sums.push((value, currency)),
        }
    }
    sums.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
    sums.into_iter().filter(|(sum, _)| *sum > 0).map(|(sum, currency)| Total::of(sum, currency)).collect()
}
