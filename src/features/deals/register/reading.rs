//! The deal that a draft makes, and what in it cannot be read.

use super::amount::plain_amount;
use super::draft::Draft;
use chrono::NaiveDate;
use portico_contract::country::Country;
use portico_contract::deal::DealContent;
use portico_contract::deal::content::{
    Answer, AnswerKind, Attribution, Contact, Customer, DealType, MAX_NAME, MAX_NEED, MAX_NOTE, MAX_PHONE,
    MAX_QUANTITY, MAX_WEBSITE, ProductLine, Qualification, VendorContact,
};
use portico_contract::deal::form::{CustomKind, DealForm};
use portico_contract::money::{Currency, Money, MoneyError};
use portico_contract::problem::{Code, FieldProblem};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

impl Draft {
    /// The deal that it makes, and what could not be read. `website` turns a name in another script into A-labels.
    pub fn content(
        &self,
        form: &DealForm,
        decimal: char,
        website: impl FnOnce(&str) -> String,
    ) -> (DealContent, Vec<FieldProblem>) {
        let mut problems = Vec::new();
        let currency = self.given("value-currency").or_else(|| form.currencies.first().cloned());
        let currency = currency.and_then(|code| Currency::parse(&code).ok());
        let mut money = |field: &str, pointer: &str| -> Option<Money> {
            let text = self.given(field)?;
            let (code, detail) = match Money::parse(&plain_amount(&text, decimal), currency?) {
                Ok(money) => return Some(money),
                Err(MoneyError::TooPrecise) => (Code::TooPrecise, "more decimals than the currency has"),
                Err(MoneyError::TooLarge) => (Code::TooLong, "too large"),
                Err(_) => (Code::NotDecimal, "not an amount"),
            };
            problems.push(FieldProblem::new(pointer, code, detail));
            None
        };
        let value = money("value-amount", "/value/amount");
        let chosen = form.products.iter().filter(|product| self.is_ticked(&format!("products-{}", product.id)));
        let mut uncounted = Vec::new();
        let products = chosen.enumerate().map(|(place, product)| ProductLine {
            product: product.id.clone(),
            quantity: self.quantity(&product.id, place, &mut uncounted),
            amount: money(&format!("amount-{}", product.id), &format!("/products/{place}/amount")),
        });
        let products = products.collect();
        let close_date = self.given("closeDate").and_then(|text| day(&text, "/closeDate", &mut problems));
        let answer = |question: &str| Answer {
            answer: AnswerKind::parse(self.text(&format!("qualification-{question}"))).unwrap_or_default(),
            note: self.given(&format!("qualification-{question}-note")),
        };
        let mut content = DealContent {
            customer: Customer {
                name: self.given("customer-name"),
                website: self.given("customer-website").map(|typed| website(&typed)),
                country: Country::parse(self.text("customer-country")).ok(),
                duns: self.given("customer-duns"),
                city: self.given("customer-city"),
                industry: self.given("customer-industry"),
            },
            contact: Contact {
                name: self.given("contact-name"),
                email: self.given("contact-email"),
                phone: self.given("contact-phone"),
                title: self.given("contact-title"),
                consent: self.is_ticked("contact-consent"),
                vendor_contact: VendorContact::parse(self.text("contact-vendorContact")).unwrap_or_default(),
            },
            need: self.given("need"),
            products,
            value,
            close_date,
            deal_type: DealType::parse(self.text("dealType")).unwrap_or_default(),
            attribution: Attribution::parse(self.text("attribution")).unwrap_or_default(),
            qualification: Qualification {
                budget: answer("budget"),
                authority: answer("authority"),
                need: answer("need"),
                timeline: answer("timeline"),
            },
            custom: BTreeMap::new(),
        };
        problems.append(&mut uncounted);
        content.custom = self.custom(form, &mut problems);
        lengths(&content, &mut problems);
        (content, problems)
    }

    /// How many of a product: one, where nothing is said.
    fn quantity(&self, product: &str, place: usize, problems: &mut Vec<FieldProblem>) -> u32 {
        let Some(text) = self.given(&format!("quantity-{product}")) else { return 1 };
        count(&text, &format!("/products/{place}/quantity"), 1..=MAX_QUANTITY).unwrap_or_else(|problem| {
            problems.push(problem);
            1
        })
    }

    fn custom(&self, form: &DealForm, problems: &mut Vec<FieldProblem>) -> BTreeMap<String, Value> {
        let mut custom = BTreeMap::new();
        for field in &form.fields {
            let id = format!("custom-{}", field.id);
            let value = match field.kind {
                CustomKind::Checkbox => self.is_ticked(&id).then_some(Value::Bool(true)),
                CustomKind::Number => self.given(&id).and_then(|text| {
                    let range = field.min.unwrap_or(0)..=field.max.unwrap_or(u32::MAX);
                    let number = count(&text, &format!("/custom/{}", field.id), range);
                    number.map_err(|problem| problems.push(problem)).ok().map(Value::from)
                }),
                CustomKind::Text | CustomKind::LongText => {
                    let text = self.given(&id);
                    too_long(text.as_ref(), &format!("/custom/{}", field.id), field.longest(), problems);
                    text.map(Value::from)
                }
                CustomKind::Date => self.given(&id).and_then(|text| {
                    day(&text, &format!("/custom/{}", field.id), problems).map(|day| day.to_string().into())
                }),
                CustomKind::Choice => self.given(&id).map(Value::from),
            };
            custom.extend(value.map(|value| (field.id.clone(), value)));
        }
        custom
    }
}

/// The longest texts that the contract takes.
fn lengths(content: &DealContent, problems: &mut Vec<FieldProblem>) {
    let (customer, contact) = (&content.customer, &content.contact);
    let mut check =
        |pointer: &str, text: &Option<String>, limit: u32| too_long(text.as_ref(), pointer, limit, problems);
    check("/customer/name", &customer.name, MAX_NAME);
    check("/customer/website", &customer.website, MAX_WEBSITE);
    check("/customer/city", &customer.city, MAX_NAME);
    check("/contact/name", &contact.name, MAX_NAME);
    check("/contact/title", &contact.title, MAX_NAME);
    check("/contact/phone", &contact.phone, MAX_PHONE);
    check("/need", &content.need, MAX_NEED);
    for (question, answer) in content.qualification.answers() {
        check(&format!("/qualification/{question}/note"), &answer.note, MAX_NOTE);
    }
}

fn too_long(text: Option<&String>, pointer: &str, limit: u32, problems: &mut Vec<FieldProblem>) {
    if text.is_some_and(|text| text.chars().count() > limit as usize) {
        problems.push(FieldProblem::new(pointer, Code::TooLong, "too long").limit(limit));
    }
}

/// A day as the browser gives it.
fn day(text: &str, pointer: &str, problems: &mut Vec<FieldProblem>) -> Option<NaiveDate> {
    let day = text.parse().ok();
    if day.is_none() {
        problems.push(FieldProblem::new(pointer, Code::BadForm, "not a day"));
    }
    day
}

/// A whole number as people type it, with thousands apart or not.
fn count(typed: &str, pointer: &str, range: RangeInclusive<u32>) -> Result<u32, FieldProblem> {
    let number = plain_amount(typed, '.').parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| FieldProblem::new(pointer, Code::OutOfRange, "out of range").limit(*range.end()))
}

#[cfg(test)]
mod tests {
    use super::super::draft::field_of;
    use super::*;
    use crate::ui::NO_DAY;
    use portico_contract::deal::form::{Choice, CustomField};

    fn form() -> DealForm {
        let product = |id: &str| Choice { id: id.to_owned(), name: id.to_owned() };
        DealForm {
            products: vec![product("fleet"), product("depot")],
            currencies: vec!["EUR".to_owned()],
            ..DealForm::default()
        }
    }

    fn typed(texts: &[(&str, &str)], ticked: &[&str]) -> Draft {
        let texts = texts.iter().map(|(field, text)| ((*field).to_owned(), Value::from(*text)));
        Draft(texts.chain(ticked.iter().map(|field| ((*field).to_owned(), Value::Bool(true)))).collect())
    }

    #[test]
    fn a_deal_survives_the_way_through_the_form() {
        let draft = typed(
            &[
                ("customer-name", "Harbour Foods GmbH"),
                ("customer-country", "DE"),
                ("value-amount", "50.000"),
                ("amount-fleet", "50000"),
                ("quantity-fleet", "40"),
                ("closeDate", "2027-03-31"),
                ("qualification-budget", "yes"),
            ],
            &["products-fleet", "contact-consent"],
        );
        let (content, problems) = draft.content(&form(), '.', str::to_owned);
        assert_eq!(problems, []);
        assert_eq!(content.value.unwrap().amount(), "50000.00");
        assert_eq!(content.products[0].quantity, 40);
        let (again, _) = Draft::of(&content, ',').content(&form(), ',', str::to_owned);
        assert_eq!(again, content);
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_field() {
        let draft = typed(
            &[("value-amount", "much"), ("amount-depot", "1.005,123"), ("closeDate", NO_DAY)],
            &["products-depot"],
        );
        let (content, problems) = draft.content(&form(), ',', str::to_owned);
        let fields: Vec<String> = problems.iter().map(|problem| field_of(&problem.pointer, &content)).collect();
        assert_eq!(fields, ["value-amount", "amount-depot", "closeDate"], "three decimals are too many, not a million");
        assert_eq!(field_of("/products/0/amount", &content), "amount-depot");
        assert_eq!(field_of("/products/0/quantity", &content), "quantity-depot");
        assert_eq!(field_of("/value", &content), "value-amount");
        assert_eq!(field_of("/customer/name", &content), "customer-name");
    }

    #[test]
    fn a_number_out_of_its_range_is_told_and_no_other_is_put_in_its_place() {
        let field = |id: &str, kind, max| CustomField {
            required_for: Vec::new(),
            id: id.to_owned(),
            kind,
            label: id.to_owned(),
            help: None,
            required: false,
            options: Vec::new(),
            min: None,
            max: Some(max),
        };
        let fields = vec![field("depots", CustomKind::Number, 500), field("project", CustomKind::Text, 5)];
        let form = DealForm { fields, ..form() };
        let fine = typed(
            &[("quantity-fleet", "1.000"), ("custom-depots", "40"), ("custom-project", "Hull")],
            &["products-fleet"],
        );
        let (content, problems) = fine.content(&form, ',', str::to_owned);
        assert_eq!((content.products[0].quantity, problems), (1_000, Vec::new()));
        for (id, text) in [
            ("quantity-fleet", "0"),
            ("quantity-fleet", "many"),
            ("quantity-fleet", "1000001"),
            ("custom-depots", "501"),
            ("custom-depots", "1,5"),
            ("custom-project", "Hull 2"),
        ] {
            let (content, problems) = typed(&[(id, text)], &["products-fleet"]).content(&form, ',', str::to_owned);
            let fields: Vec<String> = problems.iter().map(|problem| field_of(&problem.pointer, &content)).collect();
            assert_eq!(fields, [id], "{text}");
        }
    }
}
