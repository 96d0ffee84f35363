//! What somebody has typed so far: text for every field, until it is asked whether it is valid.

use portico_contract::country::Country;
use portico_contract::deal::DealContent;
use portico_contract::deal::content::{
    Answer, AnswerKind, Attribution, Contact, Customer, DealType, ProductLine, Qualification, VendorContact,
};
use portico_contract::deal::form::{CustomKind, DealForm};
use portico_contract::money::{Currency, Money, MoneyError};
use portico_contract::problem::{Code, FieldProblem};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// The form as typed, by the id of the field (`customer-name`): a text, or `true` for a box that is ticked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft(pub Map<String, Value>);

/// What somebody does to the form.
pub enum Edit {
    Text(String, String),
    Tick(String, bool),
    /// Another draft in its place.
    Put(Draft),
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut draft = (*self).clone();
        match edit {
            Edit::Text(field, text) => drop(draft.0.insert(field, text.into())),
            Edit::Tick(field, true) => drop(draft.0.insert(field, true.into())),
            Edit::Tick(field, false) => drop(draft.0.remove(&field)),
            Edit::Put(other) => draft = other,
        }
        Rc::new(draft)
    }
}

/// The id of the field that a pointer of the contract leads to.
pub fn field_of(pointer: &str, content: &DealContent) -> String {
    // A line of products is known by its product, not by its place.
    let mut parts = pointer.split('/').skip(1);
    if let (Some("products"), Some(place)) = (parts.next(), parts.next()) {
        let line = place.parse::<usize>().ok().and_then(|place| content.products.get(place));
        return line.map_or_else(|| "products".to_owned(), |line| format!("amount-{}", line.product));
    }
    match pointer {
        "/value" => "value-amount".to_owned(),
        other => other[1..].replace('/', "-"),
    }
}

impl Draft {
    /// The form as it is when a deal is read into it.
    pub fn of(content: &DealContent, decimal: char) -> Self {
        let mut draft = Self::default();
        let mut put = |field: &str, text: Option<String>| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                draft.0.insert(field.to_owned(), text.into());
            }
        };
        let amount = |money: Money| {
            let amount = money.amount();
            let whole = amount.strip_suffix(".00").unwrap_or(&amount);
            whole.replace('.', &decimal.to_string())
        };
        let (customer, contact) = (content.customer.clone(), content.contact.clone());
        put("customer-name", customer.name);
        put("customer-website", customer.website);
        put("customer-country", customer.country.map(Into::into));
        put("customer-city", customer.city);
        put("customer-industry", customer.industry);
        put("customer-duns", customer.duns);
        put("contact-name", contact.name);
        put("contact-email", contact.email);
        put("contact-phone", contact.phone);
        put("contact-title", contact.title);
        put("contact-vendorContact", Some(contact.vendor_contact.name().to_owned()));
        put("need", content.need.clone());
        put("value-amount", content.value.map(amount));
        put("value-currency", content.value.map(|value| value.currency().into()));
        put("closeDate", content.close_date.map(|day| day.to_string()));
        put("dealType", Some(content.deal_type.name().to_owned()));
        put("attribution", Some(content.attribution.name().to_owned()));
        for (question, answer) in content.qualification.answers() {
            put(&format!("qualification-{question}"), Some(answer.answer.name().to_owned()));
            put(&format!("qualification-{question}-note"), answer.note.clone());
        }
        for line in &content.products {
            put(&format!("quantity-{}", line.product), Some(line.quantity.to_string()).filter(|_| line.quantity != 1));
            put(&format!("amount-{}", line.product), line.amount.map(amount));
        }
        for (id, value) in &content.custom {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            put(&format!("custom-{id}"), Some(text).filter(|_| !value.is_boolean()));
        }
        let products = content.products.iter().map(|line| format!("products-{}", line.product));
        let boxes = content.custom.iter().filter(|(_, value)| **value == Value::Bool(true));
        let consent = content.contact.consent.then(|| "contact-consent".to_owned());
        let ticked = products.chain(boxes.map(|(id, _)| format!("custom-{id}"))).chain(consent);
        draft.0.extend(ticked.map(|field| (field, Value::Bool(true))));
        draft
    }

    /// The text of a field; empty where nothing was typed.
    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// The text of a field that is not blank.
    fn given(&self, field: &str) -> Option<String> {
        Some(self.text(field).trim()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.0.get(field).is_some_and(Value::is_boolean)
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(|held| held.as_str().is_some_and(|text| text.trim().is_empty()))
    }

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
        let products = chosen.enumerate().map(|(place, product)| ProductLine {
            product: product.id.clone(),
            quantity: self.given(&format!("quantity-{}", product.id)).and_then(|text| text.parse().ok()).unwrap_or(1),
            amount: money(&format!("amount-{}", product.id), &format!("/products/{place}/amount")),
        });
        let products = products.collect();
        let close_date = self.given("closeDate").and_then(|text| {
            let day = text.parse().ok();
            if day.is_none() {
                problems.push(FieldProblem::new("/closeDate", Code::BadForm, "not a day"));
            }
            day
        });
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
        content.custom = self.custom(form, &mut problems);
        self.lengths(&content, &mut problems);
        (content, problems)
    }

    fn custom(&self, form: &DealForm, problems: &mut Vec<FieldProblem>) -> BTreeMap<String, Value> {
        let mut custom = BTreeMap::new();
        for field in &form.fields {
            let id = format!("custom-{}", field.id);
            let value = match field.kind {
                CustomKind::Checkbox => self.is_ticked(&id).then_some(Value::Bool(true)),
                CustomKind::Number => match self.given(&id).map(|text| text.parse::<u32>()) {
                    Some(Ok(number)) if (field.min.unwrap_or(0)..=field.max.unwrap_or(u32::MAX)).contains(&number) => {
                        Some(number.into())
                    }
                    Some(_) => {
                        let problem = FieldProblem::new(format!("/custom/{}", field.id), Code::OutOfRange, "out of range");
                        problems.push(problem.limit(field.max.unwrap_or(u32::MAX)));
                        None
                    }
                    None => None,
                },
                _ => self.given(&id).map(Value::from),
            };
            custom.extend(value.map(|value| (field.id.clone(), value)));
        }
        custom
    }

    /// The longest texts that the contract takes.
    fn lengths(&self, content: &DealContent, problems: &mut Vec<FieldProblem>) {
        use portico_contract::deal::content::{MAX_NAME, MAX_NEED, MAX_NOTE};
        let (customer, contact) = (&content.customer, &content.contact);
        let mut check = |pointer: &str, text: &Option<String>, limit: u32| {
            if text.as_ref().is_some_and(|text| text.chars().count() > limit as usize) {
                problems.push(FieldProblem::new(pointer, Code::TooLong, "too long").limit(limit));
            }
        };
        check("/customer/name", &customer.name, MAX_NAME);
        check("/customer/website", &customer.website, 300);
        check("/customer/city", &customer.city, MAX_NAME);
        check("/contact/name", &contact.name, MAX_NAME);
        check("/contact/title", &contact.title, MAX_NAME);
        check("/contact/phone", &contact.phone, 40);
        check("/need", &content.need, MAX_NEED);
        for (question, answer) in content.qualification.answers() {
            check(&format!("/qualification/{question}/note"), &answer.note, MAX_NOTE);
        }
    }
}

/// An amount as people type it, in the form of the contract. The sign before the decimals is the last of comma and
/// point, unless three digits follow it: `50.000`, `50,000` and `50 000` are fifty thousand wherever one lives.
fn plain_amount(typed: &str, decimal: char) -> String {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_')).collect();
    let last = typed.rfind(['.', ',']);
    let is_decimal = |at: usize| {
        let sign = typed[at..].starts_with(decimal);
        let digits = typed.len() - at - 1;
        let alone = typed.matches(['.', ',']).count() == 1;
        // `1.234` is a thousand; `1.2345` says what it is, and is too precise for money.
        digits != 3 || (sign && alone && typed.starts_with("0"))
    };
    match last {
        Some(at) if is_decimal(at) => {
            let whole = typed[..at].replace(['.', ','], "");
            format!("{whole}.{}", &typed[at + 1..])
        }
        _ => typed.replace(['.', ','], ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::deal::form::Choice;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (typed, plain) in [
            ("50000", "50000"),
            ("50.000", "50000"),
            ("50,000", "50000"),
            ("50 000", "50000"),
            ("50'000.50", "50000.50"),
            ("50.000,5", "50000.5"),
            ("1,234,567.89", "1234567.89"),
            ("12,5", "12.5"),
            ("0.125", "0.125"),
            ("abc", "abc"),
            ("-5", "-5"),
            ("5,", "5."),
        ] {
            assert_eq!(plain_amount(typed, '.'), plain, "{typed}");
        }
    }

    fn form() -> DealForm {
        let product = |id: &str| Choice { id: id.to_owned(), name: id.to_owned() };
        DealForm { products: vec![product("fleet"), product("depot")], currencies: vec!["EUR".to_owned()], ..DealForm::default() }
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
        let draft = typed(&[("value-amount", "much"), ("amount-depot", "1.005,123")], &["products-depot"]);
        let (content, problems) = draft.content(&form(), ',', str::to_owned);
        let fields: Vec<String> = problems.iter().map(|problem| field_of(&problem.pointer, &content)).collect();
        assert_eq!(fields, ["value-amount"], "thousands of thousands are odd, not wrong");
        assert_eq!(field_of("/products/0/amount", &content), "amount-depot");
        assert_eq!(field_of("/value", &content), "value-amount");
        assert_eq!(field_of("/customer/name", &content), "customer-name");
    }
}
