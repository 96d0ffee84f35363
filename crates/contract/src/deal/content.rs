//! What a partner writes about a deal. A draft may be unfinished, so all of it may be missing.

use crate::country::Country;
use crate::money::Money;
use crate::named::named;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Largest number of product lines.
pub const MAX_PRODUCTS: u32 = 20;
/// Largest quantity of a line.
pub const MAX_QUANTITY: u32 = 1_000_000;
/// Shortest need that can be submitted, in characters.
pub const MIN_NEED: u32 = 20;
/// Longest need, in characters.
pub const MAX_NEED: u32 = 2_000;
/// Longest name of a customer, a contact, a title, a city or an industry, in characters.
pub const MAX_NAME: u32 = 120;
/// Longest website as typed, in characters.
pub const MAX_WEBSITE: u32 = 300;
/// Longest telephone number as typed, in characters.
pub const MAX_PHONE: u32 = 40;
/// Longest comment or note, in characters.
pub const MAX_NOTE: u32 = 2_000;

/// The fields that a partner fills. Texts that a person may have half typed (a host name, an address) are kept as
/// typed in a draft and judged by [`DealContent::register`]; values with a machine's form (money, dates, codes) are
/// valid whenever they exist.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DealContent {
    /// Who buys.
    pub customer: Customer,
    /// Whom to talk to there.
    pub contact: Contact,
    /// The customer's problem: 20 to 2,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// 1 to 20 lines.
    pub products: Vec<ProductLine>,
    /// The sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub value: Option<Money>,
    /// When the sale is expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_date: Option<NaiveDate>,
    /// What kind of sale.
    pub deal_type: DealType,
    /// What the partner did for it.
    pub attribution: Attribution,
    /// Budget, authority, need, timeline.
    pub qualification: Qualification,
    /// The tenant's own fields, by their id.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub custom: BTreeMap<String, Value>,
}

/// Who buys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Customer {
    /// 1 to 120 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A host name; normalised once registered (see [`crate::website::Website`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// 9 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duns: Option<String>,
    /// At most 120 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// One of the form's industries, or another in words of at most 120 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
}

/// Whom to talk to at the customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Contact {
    /// 1 to 120 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// At most 254 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// At most 120 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The customer agrees that their data is passed on. Must be true to submit.
    pub consent: bool,
    /// Whether the vendor may get in touch.
    pub vendor_contact: VendorContact,
}

named! {
    /// Whether the vendor may get in touch with the contact.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum VendorContact {
        /// Not at all.
        No = "no",
        /// After asking the partner.
        #[default]
        AskFirst = "ask_first",
        /// At once.
        Yes = "yes",
    }
}

named! {
    /// What kind of sale it is.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum DealType {
        /// A new customer of the vendor.
        #[default]
        NetNew = "net_new",
        /// More for a customer of the vendor.
        Expansion = "expansion",
        /// Going on.
        Renewal = "renewal",
    }
}

named! {
    /// What the partner did for the sale.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Attribution {
        /// Found it.
        #[default]
        Sourced = "sourced",
        /// Helped it.
        Influenced = "influenced",
    }
}

named! {
    /// How a question of the qualification is answered.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum AnswerKind {
        /// Nobody knows yet.
        #[default]
        Unknown = "unknown",
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }
}

/// One answer of the qualification.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Answer {
    /// The answer.
    pub answer: AnswerKind,
    /// In words, at most 2,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Budget, authority, need and timeline: whether the sale is real.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "BANT: the members are the questions")]
pub struct Qualification {
    pub budget: Answer,
    pub authority: Answer,
    pub need: Answer,
    pub timeline: Answer,
}

impl Qualification {
    /// The four questions by name, in order.
    pub fn answers(&self) -> [(&'static str, &Answer); 4] {
        [("budget", &self.budget), ("authority", &self.authority), ("need", &self.need), ("timeline", &self.timeline)]
    }
}

/// One product of a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProductLine {
    /// Its id in the form.
    pub product: String,
    /// 1 to 1,000,000.
    #[serde(default = "one")]
    pub quantity: u32,
    /// Its part of the value. If all lines have one, they add up to the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::money::Wire>))]
    pub amount: Option<Money>,
}

fn one() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        fn hold<T: Serialize + Copy>(all: impl IntoIterator<Item = T>, name: fn(T) -> &'static str) {
            for one in all {
                assert_eq!(serde_json::to_value(one).unwrap(), name(one));
            }
        }
        hold(VendorContact::ALL, VendorContact::name);
        hold(DealType::ALL, DealType::name);
        hold(Attribution::ALL, Attribution::name);
        hold(AnswerKind::ALL, AnswerKind::name);
    }
}
