//! Deals in figures: each is one question that the database groups and adds up, over an index that has all it needs.

mod table;

use super::entity::{deal, organisation};
use super::{Store, access, now};
use crate::figures::{self, EndGroup, OpenGroup, Tally};
use crate::ports::{Actor, Breakdown, FigureQuery, FigureTable, Figures, PortError};
use async_trait::async_trait;
use chrono::NaiveDate;
use chrono_tz::Tz;
use portico_contract::deal::{OrganisationName, Review, Stage};
use portico_contract::money::Currency;
use portico_contract::month::{Month, Period};
use portico_contract::pipeline::{Forecast, NAMED_PARTNERS, Outcome, Outlook, PartnerExpected, Pipeline};
use portico_contract::session::Side;
use sea_orm::sea_query::{Alias, Expr, Func, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

/// Sums are added up in two parts, so that no sum of amounts is too large for the database.
const PART: i64 = 1_000_000;
/// At most so many partners are offered to choose from.
const PARTNERS: u64 = 1_000;

#[derive(FromQueryResult)]
struct OpenRow {
    firm: String,
    stage: String,
    stage_id: Option<String>,
    period: String,
    currency: String,
    count: i64,
    high: i64,
    low: i64,
}

#[derive(FromQueryResult)]
struct EndRow {
    firm: String,
    outcome: String,
    reason: Option<String>,
    month: String,
    currency: String,
    count: i64,
    high: i64,
    low: i64,
}

/// The two parts of a sum of values, as they are added up.
pub(super) fn summed() -> (SimpleExpr, SimpleExpr) {
    let value = || Expr::col((deal::Entity, deal::Column::ValueMinor));
    // A sum of integers is a NUMERIC in Postgres.
    let whole = |sum: SimpleExpr| sum.cast_as(Alias::new("BIGINT"));
    (whole(value().div(PART).sum()), whole(value().modulo(PART).sum()))
}

/// The sum of the two parts.
pub(super) fn sum_of(high: i64, low: i64) -> i128 {
    i128::from(high) * i128::from(PART) + i128::from(low)
}

fn tally(currency: &str, count: i64, high: i64, low: i64) -> Option<Tally> {
    Some(Tally { currency: Currency::parse(currency).ok()?, count, minor: sum_of(high, low) })
}

/// Counts deals and adds up their values, for each currency and what else is grouped by.
fn tallied(select: Select<deal::Entity>, by_firm: bool) -> Select<deal::Entity> {
    let (high, low) = summed();
    let select = select
        .column_as(deal::Column::ValueCurrency, "currency")
        // Not the id: that is in no index.
        .column_as(deal::Column::ValueMinor.count(), "count")
        .expr_as(high, "high")
        .expr_as(low, "low")
        .filter(deal::Column::ValueCurrency.is_not_null())
        .group_by(deal::Column::ValueCurrency);
    if by_firm {
        select.column_as(deal::Column::OrganisationId, "firm").group_by(deal::Column::OrganisationId)
    } else {
        select.expr_as(Expr::val(""), "firm")
    }
}

/// Approved deals that are neither won nor lost, by stage, by when they are expected, and by firm where that is asked for.
pub(super) async fn open(
    db: &impl ConnectionTrait,
    of: Condition,
    today: NaiveDate,
    months: u32,
    by_firm: bool,
) -> Result<Vec<OpenGroup>, PortError> {
    let going = [Stage::Prospect, Stage::Qualified, Stage::Proposal, Stage::Committed].map(Stage::name);
    let later = Month::of(today).plus(months).first();
    let day = || Expr::col((deal::Entity, deal::Column::CloseDate));
    let month = Func::cust(Alias::new("substr")).args([day(), Expr::val(1), Expr::val(7)]);
    let period: SimpleExpr = Expr::case(day().eq(""), "none")
        .case(day().lt(today.to_string()), "overdue")
        .case(day().gte(later.to_string()), "later")
        .finally(month)
        .into();
    let select = deal::Entity::find()
        .select_only()
        .column(deal::Column::Stage)
        .column(deal::Column::StageId)
        .expr_as(period, "period")
        .filter(of)
        .filter(deal::Column::Review.eq(Review::Approved.name()))
        .filter(deal::Column::Stage.is_in(going))
        .group_by(deal::Column::Stage)
        .group_by(deal::Column::StageId)
        .group_by(Expr::col(Alias::new("period")));
    let rows = tallied(select, by_firm).into_model::<OpenRow>().all(db).await?;
    let group = |row: OpenRow| {
        Some(OpenGroup {
            firm: row.firm,
            stage: Stage::parse(&row.stage)?,
            stage_id: row.stage_id,
            period: Period::try_from(row.period).ok()?,
            tally: tally(&row.currency, row.count, row.high, row.low)?,
        })
    };
    Ok(rows.into_iter().filter_map(group).collect())
}

/// Deals that were won, lost or rejected in the present month or one of the `back` before, where the tenant is.
async fn ended(
    db: &impl ConnectionTrait,
    of: Condition,
    (today, zone): (NaiveDate, Tz),
    back: u32,
    by_firm: bool,
) -> Result<Vec<EndGroup>, PortError> {
    let now = Month::of(today);
    let first = now.minus(back);
    let at = || Expr::col((deal::Entity, deal::Column::DecidedAt));
    // The newest month that had begun: its beginning is a moment, whatever the clocks there do.
    let mut months = Expr::case(at().gte(figures::begins(now, zone).timestamp_millis()), now.to_string());
    for back in 1..back {
        let month = now.minus(back);
        months = months.case(at().gte(figures::begins(month, zone).timestamp_millis()), month.to_string());
    }
    let month: SimpleExpr = months.finally(first.to_string()).into();
    let rejected = deal::Column::Review.eq(Review::Rejected.name());
    let closed = deal::Column::Stage.is_in([Stage::Won, Stage::Lost].map(Stage::name));
    let outcome: SimpleExpr = Expr::case(rejected.clone(), Outcome::Rejected.name())
        .finally(Expr::col((deal::Entity, deal::Column::Stage)))
        .into();
    let select = deal::Entity::find()
        .select_only()
        .expr_as(outcome, "outcome")
        .column_as(deal::Column::ReasonCode, "reason")
        .expr_as(month, "month")
        .filter(of)
        .filter(at().gte(figures::begins(first, zone).timestamp_millis()))
        .filter(Condition::any().add(rejected).add(closed))
        .group_by(Expr::col(Alias::new("outcome")))
        .group_by(deal::Column::ReasonCode)
        .group_by(Expr::col(Alias::new("month")));
    let rows = tallied(select, by_firm).into_model::<EndRow>().all(db).await?;
    let group = |row: EndRow| {
        let outcome = Outcome::parse(&row.outcome)?;
        Some(EndGroup {
            firm: row.firm,
            outcome,
            reason: row.reason.filter(|_| outcome != Outcome::Won),
            month: Month::parse(&row.month).ok()?,
            tally: tally(&row.currency, row.count, row.high, row.low)?,
        })
    };
    Ok(rows.into_iter().filter_map(group).collect())
}

/// The deals that are looked at, of those that `who` sees.
fn asked(who: &Actor, query: &FigureQuery) -> Condition {
    let mut of = access::deals(who);
    if query.mine {
        of = of.add(deal::Column::OwnerId.eq(&who.user.id));
    }
    of.add_option(query.partner.as_ref().map(|firm| deal::Column::OrganisationId.eq(firm)))
}

#[async_trait]
impl Figures for Store {
    async fn pipeline(&self, who: &Actor, query: &FigureQuery) -> Result<Pipeline, PortError> {
        let settings = self.settings(&who.tenant)?;
        let (today, of) = (settings.day(now()), asked(who, query));
        let open = open(&self.db, of.clone(), today, query.months, false).await?;
        // The present month is one of them.
        let back = query.months - 1;
        let ended = ended(&self.db, of, (today, settings.time_zone), back, false).await?;
        let tallies = open.iter().map(|group| &group.tally).chain(ended.iter().map(|group| &group.tally));
        Ok(Pipeline {
            today,
            months: query.months,
            currencies: figures::currencies(tallies),
            open: figures::open(&settings.rules.form.stages, &open),
            decided: figures::decided(&ended),
            partners: self.partners(who).await?,
        })
    }

    async fn forecast(&self, who: &Actor, query: &FigureQuery) -> Result<Forecast, PortError> {
        let settings = self.settings(&who.tenant)?;
        let (today, of, by_firm) = (settings.day(now()), asked(who, query), who.role.side() == Side::Vendor);
        let open = open(&self.db, of.clone(), today, query.months, by_firm).await?;
        let won = of.add(deal::Column::Stage.eq(Stage::Won.name()));
        let back = figures::back(query.months);
        let ended = ended(&self.db, won, (today, settings.time_zone), back, by_firm).await?;
        let stages = &settings.rules.form.stages;
        let tallies = open.iter().map(|group| &group.tally).chain(ended.iter().map(|group| &group.tally));
        let partners = if by_firm { figures::by_firm(stages, &open, &ended, NAMED_PARTNERS) } else { Vec::new() };
        Ok(Forecast {
            today,
            months: query.months,
            currencies: figures::currencies(tallies),
            periods: figures::expected(stages, &open, &ended, today, query.months),
            partners: self.named(partners).await?,
        })
    }

    async fn forecast_table(
        &self,
        who: &Actor,
        query: &FigureQuery,
        by: Breakdown,
        languages: &[String],
    ) -> Result<FigureTable, PortError> {
        let forecast = self.forecast(who, query).await?;
        Ok(table::tabled(&forecast, self.settings(&who.tenant)?.as_ref(), by, languages))
    }
}

impl Store {
    /// The partners that the vendor can choose from, by name.
    async fn partners(&self, who: &Actor) -> Result<Vec<OrganisationName>, PortError> {
        if who.role.side() == Side::Partner {
            return Ok(Vec::new());
        }
        let found = organisation::Entity::find()
            .filter(access::partners(who))
            .order_by_asc(organisation::Column::Name)
            .limit(PARTNERS);
        let found = found.all(&self.db).await?.into_iter();
        Ok(found.map(|firm| OrganisationName { id: firm.id, name: firm.name }).collect())
    }

    /// Names firms that are known by their ids.
    async fn named(&self, firms: Vec<(Option<String>, u32, Outlook)>) -> Result<Vec<PartnerExpected>, PortError> {
        let ids: Vec<&str> = firms.iter().filter_map(|(firm, ..)| firm.as_deref()).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let known = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(&self.db).await?;
        let name = |id: String| {
            let name = known.iter().find(|firm| firm.id == id).map_or_else(|| id.clone(), |firm| firm.name.clone());
            OrganisationName { id, name }
        };
        let told = firms.into_iter().map(|(firm, firms, outlook)| PartnerExpected {
            organisation: firm.map(name),
            firms,
            outlook,
        });
        Ok(told.collect())
    }
}
