//! What a margin is made of, in words.

use crate::i18n::Words;
use crate::t;
use portico_contract::deal::content::DealType;
use portico_contract::deal::incentive::{IncentiveInput, InputKind};
use portico_contract::money::Money;
use portico_contract::points::Points;
use portico_contract::programme::{self, Item};

/// The tenant's words in the person's language; in English or else in the first there is, where it has none.
#[must_use]
pub fn named<'a>(words: &Words, names: &'a programme::Words) -> &'a str {
    let said = names.get(words.language()).or_else(|| names.get("en")).or_else(|| names.values().next());
    said.map_or("", String::as_str)
}

/// What a kind of sale is called.
#[must_use]
pub fn deal_type(words: &Words, kind: DealType) -> String {
    match kind {
        DealType::NetNew => t!(words, "deal-type-net-new"),
        DealType::Expansion => t!(words, "deal-type-expansion"),
        DealType::Renewal => t!(words, "deal-type-renewal"),
    }
}

/// Points of a value: `2.5%`.
#[must_use]
pub fn points_text(words: &Words, points: Points) -> String {
    words.percent(&String::from(points))
}

/// A margin in a line: `20% · €10,000`.
#[must_use]
pub fn margin_text(words: &Words, total: Points, amount: Option<Money>) -> String {
    let points = points_text(words, total);
    match amount {
        Some(amount) => format!("{points} · {}", words.money(amount)),
        None => points,
    }
}

/// What is looked at, and what it is: `Tier: Gold`.
#[must_use]
pub fn input_text(words: &Words, input: &IncentiveInput) -> String {
    let name = |value: &Item| match DealType::parse(&value.id) {
        Some(kind) if input.kind == InputKind::DealType => deal_type(words, kind),
        _ => Some(named(words, &value.name)).filter(|name| !name.is_empty()).unwrap_or(&value.id).to_owned(),
    };
    let names = input.values.iter().map(name).collect::<Vec<_>>().join(", ");
    match input.kind {
        InputKind::PartnerType => t!(words, "margin-by-type", names = &names),
        InputKind::Tier => t!(words, "margin-by-tier", names = &names),
        InputKind::DealType => t!(words, "margin-by-deal-type", names = &names),
        InputKind::Product => t!(words, "margin-by-product", names = &names),
        InputKind::Certification => t!(words, "margin-by-certification", names = &names),
    }
}

/// All that is looked at; where nothing is, that it is for every deal.
#[must_use]
pub fn inputs_text(words: &Words, inputs: &[IncentiveInput]) -> String {
    if inputs.is_empty() {
        return t!(words, "margin-always");
    }
    inputs.iter().map(|input| input_text(words, input)).collect::<Vec<_>>().join(" · ")
}
