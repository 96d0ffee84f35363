//! A registration to send, and a deal that somebody knows of.

use super::Answer;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A registration that has everything, of a customer that nobody else has.
pub fn a_deal() -> NewDeal {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let host = format!("harbourfoods-{next}.example");
    NewDeal(json!({
        "customer": {"name": format!("Harbour Foods {next} GmbH"), "website": host, "country": "DE", "city": "Hamburg",
                     "industry": "food"},
        "contact": {"name": "Ines Vogt", "email": format!("ines.vogt@{host}"), "phone": "+494012345678", "title": "CIO",
                    "consent": true},
        "need": "Replace paper delivery notes in 40 depots before the autumn season.",
        "products": [{"product": "fleet", "quantity": 40, "amount": {"amount": "50000.00", "currency": "EUR"}}],
        "value": {"amount": "50000.00", "currency": "EUR"},
        "closeDate": days_from_today(120),
        "dealType": "net_new",
        "attribution": "sourced",
        "qualification": {"budget": {"answer": "yes"}, "authority": {"answer": "unknown"}, "need": {"answer": "yes"},
                          "timeline": {"answer": "no", "note": "after the summer"}},
        "custom": {}
    }))
}

/// A date as the contract writes it, by the calendar of Aurora: at night it is a day ahead of UTC.
pub fn days_from_today(days: i64) -> String {
    let today = chrono::Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
    (today + chrono::TimeDelta::days(days)).to_string()
}

/// A text of exactly so many characters.
pub fn text_of(characters: usize) -> String {
    "ä".repeat(characters)
}

/// The body of a registration, to be changed before it is sent.
#[derive(Clone, Debug)]
pub struct NewDeal(pub Value);

impl NewDeal {
    /// The same with another value at a pointer; objects on the way are made.
    pub fn with(mut self, pointer: &str, value: impl Into<Value>) -> Self {
        let mut place = &mut self.0;
        for part in pointer.split('/').skip(1) {
            place = match place {
                Value::Array(items) => &mut items[part.parse::<usize>().unwrap()],
                other => &mut other[part],
            };
        }
        *place = value.into();
        self
    }

    /// The same without the member at a pointer.
    pub fn without(mut self, pointer: &str) -> Self {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        self.0.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
        self
    }

    /// The same for another customer.
    pub fn of(self, name: &str, website: &str) -> Self {
        self.with("/customer/name", name).with("/customer/website", website)
    }

    /// The same for the customer of another registration.
    pub fn for_the_customer_of(self, other: &Self) -> Self {
        self.with("/customer", other.0["customer"].clone())
    }

    /// The same with one product.
    pub fn product(self, product: &str) -> Self {
        self.with("/products", json!([{"product": product, "quantity": 1}]))
    }

    /// The same, to be registered at once.
    pub fn handed_in(self) -> Self {
        self.with("/submit", true)
    }
}

/// A deal as somebody saw it last.
#[derive(Clone, Debug)]
pub struct Deal {
    pub id: String,
    pub url: String,
    /// The answer that told of it.
    pub seen: Answer,
}

impl Deal {
    pub fn seen_in(answer: Answer) -> Self {
        let id = answer.at("/id").as_str().unwrap().to_owned();
        Self { url: format!("/api/v1/deals/{id}"), id, seen: answer }
    }

    pub fn at(&self, pointer: &str) -> Value {
        self.seen.at(pointer)
    }

    pub fn etag(&self) -> String {
        self.seen.etag()
    }

    pub fn review(&self) -> String {
        self.at("/review").as_str().unwrap().to_owned()
    }

    pub fn number(&self) -> String {
        self.at("/number").as_str().unwrap().to_owned()
    }

    pub fn version(&self) -> i64 {
        self.at("/version").as_i64().unwrap()
    }

    /// The texts of a list: `allowedActions`, `editableFields`.
    pub fn list(&self, member: &str) -> Vec<String> {
        self.seen.each(&format!("/{member}"), "")
    }
}
