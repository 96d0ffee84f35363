//! What stands in a demo registration: a customer, products and sums, and answers that differ.

use super::casts::Cast;
use super::customers::customer;
use super::endings::End;
use crate::dice::Dice;
use crate::store::settings::Settings;
use chrono::{DateTime, Days, Utc};
use portico_contract::country::Country;
use portico_contract::deal::content::{
    Answer, AnswerKind, Attribution, DealContent, DealType, ProductLine, Qualification,
};
use portico_contract::money::{Currency, Money};
use std::collections::BTreeMap;

/// What somebody of the cast wrote of the customer at `index`.
pub(super) fn content(
    cast: &Cast,
    settings: &Settings,
    index: usize,
    end: End,
    dice: &Dice,
    begun: DateTime<Utc>,
) -> DealContent {
    let (customer, contact) = customer(index, cast.country, dice);
    let sites = 3 + dice.below(60);
    let code = match customer.country.as_ref().map(Country::code) {
        Some("CH") => "CHF",
        Some("GB") => "GBP",
        Some("SE") => "SEK",
        Some("US") => "USD",
        _ => "EUR",
    };
    let money =
        |hundreds: usize| Money::from_minor(i64::try_from(hundreds * 10_000).ok()?, Currency::parse(code).ok()?);
    let known = &settings.rules.form.products;
    let lines = 1 + usize::from(dice.below(3) == 0);
    let amounts: Vec<usize> = (0..lines).map(|_| 80 + dice.below(900)).collect();
    let products: Vec<ProductLine> = (0..lines)
        .map(|line| ProductLine {
            product: known[(index + line) % known.len()].id.clone(),
            quantity: u32::try_from(sites).unwrap_or(1),
            amount: money(amounts[line]),
        })
        .collect();
    let answer = |dice: &Dice| Answer {
        answer: *AnswerKind::ALL.get(dice.below(3)).unwrap_or(&AnswerKind::Unknown),
        note: None,
    };
    let mut content = DealContent {
        customer,
        contact,
        need: Some(cast.needs[index % cast.needs.len()].replace("{n}", &sites.to_string())),
        value: money(amounts.iter().sum()),
        close_date: Some(begun.date_naive() + Days::new(60 + dice.below(150) as u64)),
        deal_type: *DealType::ALL.get(dice.below(6)).unwrap_or(&DealType::NetNew),
        attribution: if dice.below(5) == 0 { Attribution::Influenced } else { Attribution::Sourced },
        qualification: Qualification {
            budget: answer(dice),
            authority: answer(dice),
            need: Answer { answer: AnswerKind::Yes, note: None },
            timeline: answer(dice),
        },
        products,
        custom: BTreeMap::new(),
    };
    if end == End::Claimed {
        // What a customer is known by; the rest is to follow.
        return DealContent {
            customer: content.customer,
            products: content
                .products
                .iter()
                .map(|line| ProductLine { amount: None, quantity: 1, ..line.clone() })
                .collect(),
            ..DealContent::default()
        };
    }
    if end == End::Draft {
        // Begun on the phone, finished at the desk: some of it is missing yet.
        content.contact.consent = false;
        content.close_date = None;
        if index.is_multiple_of(2) {
            content.need = None;
        }
        if index.is_multiple_of(3) {
            (content.value, content.products) = (None, Vec::new());
        }
    }
    content
}
