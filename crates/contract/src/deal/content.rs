//! What a partner writes about a deal. A draft may be unfinished, so all of it may be missing.

use super::form::DealForm;
use crate::country::Country;
use crate::money::{Currency, Money, MoneyError};
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader, child};
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

macro_rules! choice {
    ($(#[$meta:meta])* $name:ident: $($(#[$doc:meta])* $variant:ident = $wire:literal),+ $(,)?) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// The one of that name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

choice! {
    /// Whether the vendor may get in touch with the contact.
    VendorContact:
        /// Not at all.
        No = "no",
        /// After asking the partner.
        #[default]
        AskFirst = "ask_first",
        /// At once.
        Yes = "yes",
}

choice! {
    /// What kind of sale it is.
    DealType:
        /// A new customer of the vendor.
        #[default]
        NetNew = "net_new",
        /// More for a customer of the vendor.
        Expansion = "expansion",
        /// Going on.
        Renewal = "renewal",
}

choice! {
    /// What the partner did for the sale.
    Attribution:
        /// Found it.
        #[default]
        Sourced = "sourced",
        /// Helped it.
        Influenced = "influenced",
}

choice! {
    /// How a question of the qualification is answered.
    AnswerKind:
        /// Nobody knows yet.
        #[default]
        Unknown = "unknown",
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
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

impl DealContent {
    /// Reads a body member by member; mistakes go to the reader, and what could not be read is left out.
    pub fn read(o: &mut Members<'_>, form: &DealForm) -> Self {
        let products = o.items("products", MAX_PRODUCTS);
        Self {
            customer: o.object("customer", Customer::read),
            contact: o.object("contact", |o| Contact {
                name: o.text("name", MAX_NAME, Lines::One),
                email: o.text("email", 254, Lines::One),
                phone: o.text("phone", 40, Lines::One),
                title: o.text("title", MAX_NAME, Lines::One),
                consent: o.flag("consent"),
                vendor_contact: o.choice("vendorContact").unwrap_or_default(),
            }),
            need: o.text("need", MAX_NEED, Lines::Many),
            products: read_products(o.reader, &products, form),
            value: read_money(o, "value"),
            close_date: o.parsed("closeDate", Code::BadForm, read_date),
            deal_type: o.choice("dealType").unwrap_or_default(),
            attribution: o.choice("attribution").unwrap_or_default(),
            qualification: o.object("qualification", |o| Qualification {
                budget: o.object("budget", read_answer),
                authority: o.object("authority", read_answer),
                need: o.object("need", read_answer),
                timeline: o.object("timeline", read_answer),
            }),
            custom: o.object("custom", |o| form.read_custom(o)),
        }
    }
}

impl Customer {
    /// Reads the member `customer` of a deal or of a conflict check.
    pub fn read(o: &mut Members<'_>) -> Self {
        Self {
            name: o.text("name", MAX_NAME, Lines::One),
            website: o.text("website", 300, Lines::One),
            country: o.parsed("country", Code::NotInList, |code| Country::parse(code).ok()),
            duns: o.text("duns", 20, Lines::One),
            city: o.text("city", MAX_NAME, Lines::One),
            industry: o.text("industry", MAX_NAME, Lines::One),
        }
    }
}

/// A date of the form `YYYY-MM-DD` and nothing else, where chrono takes signs and blanks too.
pub(super) fn read_date(text: &str) -> Option<NaiveDate> {
    let fits = |(place, c): (usize, u8)| if matches!(place, 4 | 7) { c == b'-' } else { c.is_ascii_digit() };
    (text.len() == 10 && text.bytes().enumerate().all(fits)).then(|| text.parse().ok()).flatten()
}

fn read_answer(o: &mut Members<'_>) -> Answer {
    Answer { answer: o.choice("answer").unwrap_or_default(), note: o.text("note", MAX_NOTE, Lines::Many) }
}

fn read_products(reader: &mut Reader, items: &[(&Value, String)], form: &DealForm) -> Vec<ProductLine> {
    let mut lines: Vec<ProductLine> = Vec::new();
    for (item, pointer) in items {
        let line = reader.object(item, pointer, |o| {
            let product = o.text("product", MAX_NAME, Lines::One);
            let quantity = o.number("quantity", 1, MAX_QUANTITY).unwrap_or(1);
            let amount = read_money(o, "amount");
            Some((product, quantity, amount))
        });
        let Some((product, quantity, amount)) = line else { continue };
        let at = child(pointer, "product");
        match product {
            None => reader.report(FieldProblem::new(at, Code::Required, "a line names its product")),
            Some(product) if !form.products.iter().any(|known| known.id == product) => {
                reader.report(FieldProblem::new(at, Code::NotInList, "there is no such product"));
            }
            Some(product) if lines.iter().any(|line| line.product == product) => {
                reader.report(FieldProblem::new(at, Code::Repeated, "the product stands in another line already"));
            }
            Some(product) => lines.push(ProductLine { product, quantity, amount }),
        }
    }
    lines
}

/// An amount and its currency; what is wrong is said of the member that is.
fn read_money(o: &mut Members<'_>, name: &str) -> Option<Money> {
    o.object(name, |o| {
        let currency = o.parsed("currency", Code::NotInList, |code| Currency::parse(code).ok());
        let (value, pointer) = o.take("amount")?;
        if o.take("currency").is_none() {
            let at = child(pointer.strip_suffix("/amount").unwrap_or(&pointer), "currency");
            o.reader.report(FieldProblem::new(at, Code::Required, "an amount has a currency"));
        }
        let Some(amount) = value.as_str() else {
            o.reader.report(FieldProblem::new(pointer, Code::WrongType, "a decimal string is expected, not a number"));
            return None;
        };
        // The amount is judged even where nobody knows of what.
        match Money::parse(amount, currency.unwrap_or(Currency::MOST_PRECISE)) {
            Ok(money) => return currency.map(|_| money),
            Err(MoneyError::TooPrecise) => {
                o.reader.report(FieldProblem::new(pointer, Code::TooPrecise, "more decimals than the currency has"));
            }
            Err(MoneyError::TooLarge) => {
                let detail = "at most 12 digits before the point";
                o.reader.report(FieldProblem::new(pointer, Code::TooLong, detail).limit(12));
            }
            Err(MoneyError::BadForm | MoneyError::UnknownCurrency) => {
                let detail = "digits and at most one point: 1250.00";
                o.reader.report(FieldProblem::new(pointer, Code::NotDecimal, detail));
            }
        }
        None
    })
}
