//! How a deal is read out of a body: member by member, every mistake with its pointer.

use super::content::{
    Answer, Contact, Customer, DealContent, MAX_NAME, MAX_NEED, MAX_NOTE, MAX_PHONE, MAX_PRODUCTS, MAX_QUANTITY,
    MAX_WEBSITE, ProductLine, Qualification,
};
use super::form::DealForm;
use crate::country::Country;
use crate::money::{Currency, Money, MoneyError};
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader, child};
use chrono::NaiveDate;
use serde_json::Value;

impl DealContent {
    /// Reads a body member by member; mistakes go to the reader, and what could not be read is left out.
    pub fn read(o: &mut Members<'_>, form: &DealForm) -> Self {
        let products = o.items("products", MAX_PRODUCTS);
        Self {
            customer: o.object("customer", Customer::read),
            contact: o.object("contact", |o| Contact {
                name: o.text("name", MAX_NAME, Lines::One),
                email: o.text("email", 254, Lines::One),
                phone: o.text("phone", MAX_PHONE, Lines::One),
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
            website: o.text("website", MAX_WEBSITE, Lines::One),
            country: o.parsed("country", Code::NotInList, |code| Country::parse(code).ok()),
            duns: o.text("duns", 20, Lines::One),
            city: o.text("city", MAX_NAME, Lines::One),
            industry: o.text("industry", MAX_NAME, Lines::One),
        }
    }
}

/// A date of the form `YYYY-MM-DD` and nothing else, where chrono takes signs and blanks too.
#[must_use]
pub fn read_date(text: &str) -> Option<NaiveDate> {
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
pub(super) fn read_money(o: &mut Members<'_>, name: &str) -> Option<Money> {
    o.object(name, |o| {
        let currency = o.parsed("currency", Code::NotInList, |code| Currency::parse(code).ok());
        // A currency was chosen and the amount is not typed yet: no amount, and no mistake.
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
