//! What a list of deals is narrowed to: parameters that the list, the board, the export and saved views have in common.

use super::list::Show;
use super::span::Span;
use super::{Review, Stage};
use crate::country::Country;
use crate::money::{Currency, Money};
use crate::parameters::{BadParameter, Pairs, ids, listed, many, one, said};

/// Who asks, where a person is named.
pub const ME: &str = "me";
/// Nobody, where a handler is named.
pub const NOBODY: &str = "none";
/// The most characters of the words.
pub const MAX_WORDS: usize = 200;

/// What a list is narrowed to. What is empty narrows nothing; of several values each will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DealFilter {
    /// Words that stand in customer, number, product, city, contact or owner.
    pub q: String,
    /// One of the named sets.
    pub show: Option<Show>,
    /// States.
    pub review: Vec<Review>,
    /// Stages of the contract's.
    pub stage: Vec<Stage>,
    /// Ids of the tenant's own stages.
    pub stage_id: Vec<String>,
    /// Ids of products.
    pub product: Vec<String>,
    /// Whose they are: ids of accounts, or [`ME`].
    pub owner: Vec<String>,
    /// Who at the vendor sees to them: ids of accounts, [`ME`] or [`NOBODY`]. The vendor's to ask.
    pub handler: Vec<String>,
    /// Ids of partner firms.
    pub organisation: Vec<String>,
    /// Where the customer is.
    pub country: Vec<Country>,
    /// When the sale is expected.
    pub closes: Option<Span>,
    /// When the registration was received.
    pub registered: Option<Span>,
    /// In which currency.
    pub currency: Option<Currency>,
    /// How much, in that currency.
    pub value: Amounts,
}

/// A span of amounts. Both belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// The least.
    pub from: Option<Money>,
    /// The most.
    pub until: Option<Money>,
}

impl Amounts {
    /// Whether it narrows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}

impl DealFilter {
    /// Takes its parameters out of some; gives back the others. Several values stand in one, with commas. An empty
    /// value narrows nothing.
    pub fn take(pairs: Pairs) -> Result<(Self, Pairs), BadParameter> {
        let (mut filter, mut rest, mut value) = (Self::default(), Vec::new(), None);
        for (name, text) in pairs {
            if name == "value" {
                value = Some(text).filter(|text| !text.is_empty());
            } else if filter.set(&name, &text)? == Known::No {
                rest.push((name, text));
            }
        }
        if let Some(text) = value {
            let amounts = filter.currency.and_then(|currency| read_amounts(&text, currency));
            filter.value = amounts.ok_or_else(|| BadParameter("value".to_owned()))?;
        }
        Ok((filter, rest))
    }

    fn set(&mut self, name: &str, text: &str) -> Result<Known, BadParameter> {
        let bad = || BadParameter(name.to_owned());
        if text.chars().any(char::is_control) {
            return Err(bad());
        }
        let ids = || ids(text);
        match name {
            "q" if text.chars().count() > MAX_WORDS => return Err(bad()),
            "q" => text.clone_into(&mut self.q),
            "show" => self.show = one(text, Show::parse, bad)?,
            "review" => self.review = many(text, Review::parse).ok_or_else(bad)?,
            "stage" => self.stage = many(text, Stage::parse).ok_or_else(bad)?,
            "stageId" => self.stage_id = ids().ok_or_else(bad)?,
            "product" => self.product = ids().ok_or_else(bad)?,
            "owner" => self.owner = ids().ok_or_else(bad)?,
            "handler" => self.handler = ids().ok_or_else(bad)?,
            "organisation" => self.organisation = ids().ok_or_else(bad)?,
            "country" => self.country = many(text, |code| Country::parse(code).ok()).ok_or_else(bad)?,
            "closes" => self.closes = one(text, Span::parse, bad)?,
            "registered" => self.registered = one(text, Span::parse, bad)?,
            "currency" => self.currency = one(text, |code| Currency::parse(code).ok(), bad)?,
            _ => return Ok(Known::No),
        }
        Ok(Known::Yes)
    }

    /// The parameters that say it, in one order; those that narrow nothing are left out.
    #[must_use]
    pub fn pairs(&self) -> Pairs {
        let span = |span: Option<Span>| span.map(|span| span.to_string()).unwrap_or_default();
        let amount = |money: Option<Money>| money.map(Money::amount).unwrap_or_default();
        let Amounts { from, until } = self.value;
        let value = if self.value.is_empty() { String::new() } else { format!("{}..{}", amount(from), amount(until)) };
        said([
            ("q", self.q.clone()),
            ("show", self.show.map(|show| show.name().to_owned()).unwrap_or_default()),
            ("review", listed(&self.review, |review| review.name())),
            ("stage", listed(&self.stage, |stage| stage.name())),
            ("stageId", self.stage_id.join(",")),
            ("product", self.product.join(",")),
            ("owner", self.owner.join(",")),
            ("handler", self.handler.join(",")),
            ("organisation", self.organisation.join(",")),
            ("country", listed(&self.country, Country::code)),
            ("closes", span(self.closes)),
            ("registered", span(self.registered)),
            ("currency", self.currency.map(String::from).unwrap_or_default()),
            ("value", value),
        ])
    }

    /// Whether somebody's own deals alone are asked for.
    #[must_use]
    pub fn is_mine(&self) -> bool {
        self.owner == [ME]
    }
}

#[derive(PartialEq)]
enum Known {
    Yes,
    No,
}

/// `1000..50000`, where one side may be open.
fn read_amounts(text: &str, currency: Currency) -> Option<Amounts> {
    let (from, until) = text.split_once("..")?;
    let amount = |text: &str| one(text, |text| Money::parse(text, currency).ok(), || ()).ok();
    let amounts = Amounts { from: amount(from)?, until: amount(until)? };
    let ordered = amounts.from.zip(amounts.until).is_none_or(|(from, until)| from.minor() <= until.minor());
    (ordered && !amounts.is_empty()).then_some(amounts)
}

#[cfg(test)]
mod tests;
