//! What somebody has typed so far: text for every field, until it is asked whether it is valid.

use super::amount::typed_amount;
use crate::ui::NO_DAY;
use portico_contract::deal::DealContent;
use portico_contract::money::Money;
use serde_json::{Map, Value};
use std::rc::Rc;
use yew::prelude::*;

/// The form as typed, by the id of the field (`customer-name`): a text, or `true` for a box that is ticked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft(pub Map<String, Value>);

/// What somebody does to the form.
pub enum Edit {
    Text(String, String),
    Tick(String, bool),
    /// A field was left as it is. Only a day may hold something else by then, see [`NO_DAY`].
    Left(String, String),
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
            Edit::Left(field, text) => {
                if (text == NO_DAY) == (self.text(&field) == NO_DAY) {
                    return self;
                }
                drop(draft.0.insert(field, text.into()));
            }
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
        let part = if parts.next() == Some("quantity") { "quantity" } else { "amount" };
        return line.map_or_else(|| "products".to_owned(), |line| format!("{part}-{}", line.product));
    }
    match pointer {
        "/value" => "value-amount".to_owned(),
        other => other.trim_start_matches('/').replace('/', "-"),
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
        let amount = |money: Money| typed_amount(money, decimal);
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
        let agreed = content.contact.consent.then(|| "contact-consent".to_owned());
        let ticked = products.chain(boxes.map(|(id, _)| format!("custom-{id}"))).chain(agreed);
        draft.0.extend(ticked.map(|field| (field, Value::Bool(true))));
        draft
    }

    /// The text of a field; empty where nothing was typed.
    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// The text of a field that is not blank.
    pub(super) fn given(&self, field: &str) -> Option<String> {
        Some(self.text(field).trim()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.0.get(field).is_some_and(Value::is_boolean)
    }

    /// Whether a field holds what it holds in another draft. What is made of several is the same only where all is.
    pub fn is_as_in(&self, other: &Self, field: &str) -> bool {
        match (self.0.get(field), other.0.get(field)) {
            (None, None) => self == other,
            (mine, theirs) => mine == theirs,
        }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(|held| held.as_str().is_some_and(|text| text.trim().is_empty()))
    }
}
