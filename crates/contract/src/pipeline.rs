//! How sales stand and what is to be expected of them: `GET /deals/pipeline` and `GET /deals/forecast`. Every sum is of
//! one currency; amounts of two are never added.

use crate::deal::{OrganisationName, Stage};
use crate::month::{Month, Period};
use crate::named::named;
use crate::programme::Category;
use crate::total::Total;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many months can be looked at.
pub const MONTHS: [u32; 4] = [3, 6, 12, 24];
/// How many months are looked at where nobody says.
pub const PRESET_MONTHS: u32 = 12;
/// So many partners are named in a breakdown; the others are one line.
pub const NAMED_PARTNERS: usize = 20;

/// Deals in one currency: how many, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Figure {
    /// How many.
    pub count: u32,
    /// What they come to.
    #[cfg_attr(feature = "schema", schema(value_type = crate::total::Sum))]
    pub sum: Total,
}

/// `GET /deals/pipeline`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pipeline {
    /// The day where the tenant is: what is overdue, and which month is the present one, is seen from it.
    pub today: NaiveDate,
    /// How many months are looked at, ahead and back.
    pub months: u32,
    /// The currencies there are, that of the most deals first.
    pub currencies: Vec<String>,
    /// Open deals by stage and by when they are expected: each pair that has deals, in the order of stages and time.
    pub open: Vec<Open>,
    /// What was decided in the last months, by month and reason.
    pub decided: Vec<Decided>,
    /// For the vendor: the partners to choose from, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<OrganisationName>,
}

/// Open deals of a stage that are expected in one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Open {
    /// The contract's stage.
    pub stage: Stage,
    /// The tenant's, of the form's `stages`.
    pub stage_id: String,
    /// What a forecast takes it for.
    pub category: Category,
    /// `overdue`, a month, `later` or `none`.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub period: Period,
    /// A figure for each currency.
    pub figures: Vec<Figure>,
}

named! {
    /// How a deal ended.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Outcome {
        /// Sold.
        Won = "won",
        /// Not sold.
        Lost = "lost",
        /// Not taken.
        Rejected = "rejected",
    }
}

/// Deals that ended the same way for the same reason in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Decided {
    /// How.
    pub outcome: Outcome,
    /// One of the form's reasons; none for what was won.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// When, where the tenant is.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub month: Month,
    /// A figure for each currency.
    pub figures: Vec<Figure>,
}

/// `GET /deals/forecast`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Forecast {
    /// The day where the tenant is.
    pub today: NaiveDate,
    /// How many months are looked ahead; half as many are looked back at what was won.
    pub months: u32,
    /// The currencies there are, that of the most deals first.
    pub currencies: Vec<String>,
    /// In order: the months before, what is overdue, the present month and those after, later, without a day. Each month
    /// is there, whether there is something in it or not.
    pub periods: Vec<Expected>,
    /// For the vendor: by partner over all of these, the largest first in each currency; of each the first 20, and the
    /// others as one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerExpected>,
}

/// What is expected in a period, and what was won in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Expected {
    /// `overdue`, a month, `later` or `none`.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub period: Period,
    /// An outlook for each currency that has something in it.
    pub outlooks: Vec<Outlook>,
}

/// What one partner's deals, or those of all others, come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PartnerExpected {
    /// Whose; none for all the others together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationName>,
    /// How many firms it is of.
    pub firms: u32,
    /// What they come to, in one currency.
    pub outlook: Outlook,
}

/// Open deals in one currency by what a forecast takes their stage for, and what was won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Outlook {
    /// Of all that is open and not omitted.
    pub open: Figure,
    /// Comes.
    #[cfg_attr(feature = "schema", schema(value_type = crate::total::Sum))]
    pub commit: Total,
    /// Comes if all goes well.
    #[cfg_attr(feature = "schema", schema(value_type = crate::total::Sum))]
    pub best_case: Total,
    /// May come.
    #[cfg_attr(feature = "schema", schema(value_type = crate::total::Sum))]
    pub pipeline: Total,
    /// Each deal by the probability of its stage; rounded once, to the minor unit, half of one up.
    #[cfg_attr(feature = "schema", schema(value_type = crate::total::Sum))]
    pub weighted: Total,
    /// Was won.
    pub won: Figure,
}

impl Outlook {
    /// The code of its currency.
    pub fn currency(&self) -> &str {
        self.open.sum.currency()
    }
}
