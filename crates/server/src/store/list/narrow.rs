//! What a list is narrowed to, as conditions on columns that its indexes have. Products and words stand in no index: they
//! are looked for in the rows that all else leaves over.

use super::{Reading, sets};
use crate::store::access;
use crate::store::entity::deal;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use portico_contract::country::Country;
use portico_contract::deal::filter::{DealFilter, ME, NOBODY};
use portico_contract::deal::span::Span;
use portico_contract::deal::{Review, Stage};
use portico_contract::money::{Currency, Money};
use portico_contract::programme::StageRules;
use portico_contract::session::Side;
use sea_orm::sea_query::{BinOper, Expr, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, ExprTrait};

/// What is asked for, of what is seen.
pub(super) fn narrowed(reading: &Reading<'_>, filter: &DealFilter) -> Condition {
    asked(reading, filter).add_option(filter.show.map(|show| sets::set(show, reading.today())))
}

/// The same whatever set is asked for: what the sets are counted in.
pub(super) fn asked(reading: &Reading<'_>, filter: &DealFilter) -> Condition {
    use deal::Column;
    let me = &reading.who.user.id;
    let owners = filter.owner.iter().map(|id| if id == ME { me.clone() } else { id.clone() });
    access::deals(reading.who)
        .add_option(among(Column::Review, filter.review.iter().map(|review| Review::name(*review))))
        .add_option(among(Column::Stage, filter.stage.iter().map(|stage| Stage::name(*stage))))
        .add_option((!filter.stage_id.is_empty()).then(|| standing(reading.settings.stages(), &filter.stage_id)))
        .add_option(among(Column::OwnerId, owners))
        .add_option(handled(reading, &filter.handler))
        .add_option(among(Column::OrganisationId, filter.organisation.iter().cloned()))
        .add_option(among(Column::Country, filter.country.iter().map(Country::code)))
        .add_option(filter.closes.map(|span| closing(span, reading.today())))
        .add_option(filter.registered.map(|span| registered(span, reading.today(), reading.settings.time_zone)))
        .add_option(filter.currency.map(|currency| Column::ValueCurrency.eq(Currency::code(&currency))))
        .add_option(filter.value.from.map(|least| in_passing(Column::ValueMinor, 0).gte(Money::minor(least))))
        .add_option(filter.value.until.map(|most| in_passing(Column::ValueMinor, 0).lte(Money::minor(most))))
        .add_option((!filter.product.is_empty()).then(|| sold(&filter.product)))
        .add_option((!filter.q.is_empty()).then(|| said(&filter.q)))
}

/// Whether it narrows by what stands in no index.
pub(super) fn looks_at_rows(filter: &DealFilter) -> bool {
    !filter.product.is_empty() || !filter.q.is_empty()
}

/// The deals that stand in some of the tenant's stages: the condition that [`StageRules::at`] is.
pub(super) fn standing(stages: &StageRules, ids: &[String]) -> Condition {
    let mut any = Condition::any();
    for rule in stages.0.iter().filter(|rule| ids.contains(&rule.id)) {
        let alike = stages.0.iter().filter(|one| one.stage == rule.stage).map(|one| one.id.as_str());
        let mut own = Condition::any().add(deal::Column::StageId.eq(&rule.id));
        if stages.at(rule.stage, None) == Some(rule) {
            own = own.add(deal::Column::StageId.is_null()).add(deal::Column::StageId.is_not_in(alike));
        }
        any = any.add(Condition::all().add(deal::Column::Stage.eq(rule.stage.name())).add(own));
    }
    // None of them is there: no condition at all would be all deals.
    if any.is_empty() { any.add(deal::Column::Id.is_null()) } else { any }
}

/// Seen to by some of the vendor's people, or by nobody. Of a partner's deals it is nobody's to ask.
fn handled(reading: &Reading<'_>, handlers: &[String]) -> Option<Condition> {
    let asked = reading.who.role.side() == Side::Vendor && !handlers.is_empty();
    asked.then(|| {
        handlers.iter().fold(Condition::any(), |any, id| match id.as_str() {
            NOBODY => any.add(deal::Column::HandlerId.is_null()),
            ME => any.add(deal::Column::HandlerId.eq(&reading.who.user.id)),
            id => any.add(deal::Column::HandlerId.eq(id)),
        })
    })
}

fn among<T: Into<sea_orm::Value>>(column: deal::Column, values: impl Iterator<Item = T>) -> Option<SimpleExpr> {
    let values: Vec<T> = values.collect();
    (!values.is_empty()).then(|| column.is_in(values))
}

/// Expected to close in a span. Where no day is known yet, the column is empty.
fn closing(span: Span, today: NaiveDate) -> Condition {
    let (from, until) = span.days(today);
    let closes = || in_passing(deal::Column::CloseDate, "");
    Condition::all()
        .add(closes().gte(from.map_or_else(|| "0".to_owned(), |from| from.to_string())))
        .add_option(until.map(|until| closes().lte(until.to_string())))
}

/// A column that is never empty, compared while the index of the order is read: its own index would find all that fits,
/// and have it sorted.
fn in_passing(column: deal::Column, none: impl Into<sea_orm::Value>) -> SimpleExpr {
    Func::coalesce([Expr::col((deal::Entity, column)), Expr::val(none)]).into()
}

/// Received in a span of days where the tenant is. What was not handed in yet has no time.
fn registered(span: Span, today: NaiveDate, zone: Tz) -> Condition {
    let (from, until) = span.days(today);
    let begins = |day: NaiveDate| {
        let midnight = day.and_time(NaiveTime::MIN);
        // A day that begins with a lost hour begins when that is over.
        let first = (0..=4).find_map(|quarter| {
            let at = midnight + chrono::TimeDelta::minutes(30 * quarter);
            at.and_local_timezone(zone).earliest()
        });
        first.map_or_else(|| midnight.and_utc().timestamp_millis(), |at| at.timestamp_millis())
    };
    let after = until.and_then(|until| until.checked_add_days(Days::new(1)));
    Condition::all()
        .add(deal::Column::RegisteredAt.gte(std::cmp::max(1, from.map_or(1, begins))))
        .add_option(after.map(|after| deal::Column::RegisteredAt.lt(begins(after))))
}

/// With one of these products: the column has their ids with a blank between.
fn sold(products: &[String]) -> Condition {
    let blank = || SimpleExpr::from(Expr::val(" "));
    let column = || SimpleExpr::from(Expr::col((deal::Entity, deal::Column::Products)));
    let join = |one: SimpleExpr, other: SimpleExpr| one.binary(BinOper::Custom("||"), other);
    products.iter().fold(Condition::any(), |any, product| {
        let padded = join(join(blank(), column()), blank());
        any.add(padded.like(like(&format!(" {product} "))))
    })
}

/// With all of these words.
fn said(words: &str) -> Condition {
    words.split_whitespace().fold(Condition::all(), |all, word| {
        all.add(Expr::col((deal::Entity, deal::Column::Search)).like(like(&word.to_lowercase())))
    })
}

/// What has a text in it, whatever signs the text is made of.
pub(super) fn like(text: &str) -> LikeExpr {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
