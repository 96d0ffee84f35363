//! What a deal needs to be submitted. The form asks these rules while a person types, the server when it is sent.

use super::Field;
use super::content::{DealContent, MIN_NEED};
use super::form::{CustomKind, DealForm};
use crate::country::Country;
use crate::email::{Email, EmailError};
use crate::money::Money;
use crate::phone::{Phone, PhoneError};
use crate::problem::{Code, FieldProblem};
use crate::website::{Website, WebsiteError};
use chrono::NaiveDate;

/// Pointers of what the contract requires to submit, whatever the tenant adds.
pub const REQUIRED: [&str; 10] = [
    "/customer/name",
    "/customer/website",
    "/customer/country",
    "/contact/name",
    "/contact/email",
    "/contact/consent",
    "/products",
    "/value",
    "/closeDate",
    "/need",
];

/// A deal that can be submitted: everything required is there, valid and normalised.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    content: DealContent,
    website: Website,
    country: Country,
    value: Money,
}

impl Registration {
    /// What was written, with website, address and number in their normal form.
    pub fn content(&self) -> &DealContent {
        &self.content
    }

    /// The customer's host name.
    pub fn website(&self) -> &Website {
        &self.website
    }

    /// The customer's country.
    pub fn country(&self) -> Country {
        self.country
    }

    /// The sum.
    pub fn value(&self) -> Money {
        self.value
    }
}

/// Pointers of what keeps a place: enough to know the customer by.
pub const CLAIM: [&str; 4] = ["/customer/name", "/customer/website", "/customer/country", "/products"];

impl DealContent {
    /// Judges whether this can be claimed, and normalises it. What a registration needs beyond that may be missing, or
    /// wrong, until it is completed.
    pub fn claim(&self) -> Result<Self, Vec<FieldProblem>> {
        let mut rules = Rules { problems: Vec::new() };
        rules.present("/customer/name", self.customer.name.is_some());
        let website = rules.website(self.customer.website.as_deref());
        rules.present("/customer/country", self.customer.country.is_some());
        rules.present("/products", !self.products.is_empty());
        match website {
            Some(website) if rules.problems.is_empty() => {
                let mut content = self.clone();
                content.customer.website = Some(website.as_str().to_owned());
                Ok(content)
            }
            _ => Err(rules.problems),
        }
    }

    /// All that stands between this draft and a registration on `today` (in the tenant's time zone), in the order of
    /// the form; or the registration.
    pub fn register(&self, form: &DealForm, today: NaiveDate) -> Result<Registration, Vec<FieldProblem>> {
        self.answer(form, today, &Field::ALL)
    }

    /// All mistakes at once: what could not be read, and what is missing to register beside it.
    pub fn mistakes(&self, unread: Vec<FieldProblem>, form: &DealForm, today: NaiveDate) -> Vec<FieldProblem> {
        let missing = self.register(form, today).err().unwrap_or_default();
        let new = |missing: &FieldProblem| !unread.iter().any(|unread| explains(unread, missing));
        let missing: Vec<_> = missing.into_iter().filter(new).collect();
        unread.into_iter().chain(missing).collect()
    }

    /// The same for an answer to a request for information, in which only the fields of `open` can be mended: what
    /// stands in the others was judged when it was received.
    pub fn answer(&self, form: &DealForm, today: NaiveDate, open: &[Field]) -> Result<Registration, Vec<FieldProblem>> {
        let mut rules = Rules { problems: Vec::new() };
        let mut content = self.clone();

        rules.present("/customer/name", self.customer.name.is_some());
        let website = rules.website(self.customer.website.as_deref());
        let country = self.customer.country;
        rules.present("/customer/country", country.is_some());
        content.customer.duns = rules.duns(self.customer.duns.as_deref()).or(content.customer.duns);
        rules.present("/contact/name", self.contact.name.is_some());
        content.contact.email = rules.email(self.contact.email.as_deref()).map(Into::into).or(content.contact.email);
        content.contact.phone = rules.phone(self.contact.phone.as_deref()).map(Into::into).or(content.contact.phone);
        if !self.contact.consent {
            rules.report("/contact/consent", Code::Required, "the customer has to agree that their data is passed on");
        }
        rules.present("/products", !self.products.is_empty());
        rules.products(self, form);
        rules.value(self);
        rules.close_date(self.close_date, today);
        rules.need(self.need.as_deref());
        rules.tenant(self, form);

        let can_be_mended = |problem: &FieldProblem| {
            let member = problem.pointer.split('/').nth(1);
            open.iter().any(|field| Some(field.name()) == member)
        };
        let (mendable, other): (Vec<_>, Vec<_>) = rules.problems.into_iter().partition(can_be_mended);
        match (website, country, self.value) {
            (Some(website), Some(country), Some(value)) if mendable.is_empty() => {
                content.customer.website = Some(website.as_str().to_owned());
                Ok(Registration { content, website, country, value })
            }
            _ => Err(if mendable.is_empty() { other } else { mendable }),
        }
    }
}

/// Whether a field is missing, or lines do not add up, only because something in it could not be read.
fn explains(unread: &FieldProblem, missing: &FieldProblem) -> bool {
    let inside = |pointer: &str| {
        unread.pointer.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(&missing.pointer) || missing.code == Code::SumMismatch && inside("/products")
}

struct Rules {
    problems: Vec<FieldProblem>,
}

impl Rules {
    fn report(&mut self, pointer: &str, code: Code, detail: &str) {
        self.problems.push(FieldProblem::new(pointer, code, detail));
    }

    fn present(&mut self, pointer: &str, present: bool) {
        if !present {
            self.report(pointer, Code::Required, "needed to submit");
        }
    }

    fn website(&mut self, typed: Option<&str>) -> Option<Website> {
        let pointer = "/customer/website";
        match typed.map(Website::parse) {
            None | Some(Err(WebsiteError::Empty)) => self.present(pointer, false),
            Some(Ok(website)) => return Some(website),
            Some(Err(WebsiteError::NoDot)) => {
                self.report(pointer, Code::NoEnding, "the ending, such as .com, is missing")
            }
            Some(Err(WebsiteError::BadCharacter(_))) => {
                self.report(pointer, Code::BadCharacter, "a host name has letters, digits, hyphens and dots");
            }
            Some(Err(WebsiteError::BadForm)) => self.report(pointer, Code::BadForm, "not a host name"),
        }
        None
    }

    fn duns(&mut self, typed: Option<&str>) -> Option<String> {
        let digits: String = typed?.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        if digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit()) {
            return Some(digits);
        }
        self.report("/customer/duns", Code::BadForm, "9 digits are expected");
        None
    }

    fn email(&mut self, typed: Option<&str>) -> Option<Email> {
        let pointer = "/contact/email";
        match typed.map(Email::parse) {
            None => self.present(pointer, false),
            Some(Ok(email)) => return Some(email),
            Some(Err(EmailError::NoEnding)) => {
                self.report(pointer, Code::NoEnding, "the ending of the address is missing")
            }
            Some(Err(EmailError::BadCharacter(_))) => {
                self.report(pointer, Code::BadCharacter, "not a character of an address")
            }
            Some(Err(EmailError::TooLong)) => self.report(pointer, Code::TooLong, "at most 254 characters"),
            Some(Err(EmailError::NoAt | EmailError::BadForm)) => self.report(pointer, Code::BadForm, "not an address"),
        }
        None
    }

    fn phone(&mut self, typed: Option<&str>) -> Option<Phone> {
        let pointer = "/contact/phone";
        match Phone::parse(typed?) {
            Ok(phone) => return Some(phone),
            Err(PhoneError::NoCountryCode) => {
                self.report(pointer, Code::NoCountryCode, "a number starts with + and its country")
            }
            Err(PhoneError::BadCharacter(_)) => self.report(pointer, Code::BadCharacter, "not a character of a number"),
            Err(PhoneError::BadLength) => self.report(pointer, Code::BadForm, "8 to 15 digits are expected"),
        }
        None
    }

    /// What is no longer sold since the draft was written cannot be registered.
    fn products(&mut self, content: &DealContent, form: &DealForm) {
        for (place, line) in content.products.iter().enumerate() {
            if !form.products.iter().any(|known| known.id == line.product) {
                self.report(&format!("/products/{place}/product"), Code::NotInList, "this is not sold any more");
            }
        }
    }

    fn value(&mut self, content: &DealContent) {
        let Some(value) = content.value else {
            return self.present("/value", false);
        };
        if value.minor() == 0 {
            self.report("/value/amount", Code::OutOfRange, "more than zero is expected");
        }
        let amounts: Vec<Money> = content.products.iter().filter_map(|line| line.amount).collect();
        if amounts.iter().any(|amount| amount.currency() != value.currency()) {
            return self.report("/value/currency", Code::CurrencyMismatch, "all amounts of a deal have one currency");
        }
        if amounts.is_empty() || amounts.len() < content.products.len() {
            return;
        }
        let sum = amounts.iter().skip(1).try_fold(amounts[0], |sum, amount| sum.checked_add(*amount));
        if sum != Some(value) {
            self.report("/value/amount", Code::SumMismatch, "the lines do not add up to the value");
        }
    }

    fn close_date(&mut self, date: Option<NaiveDate>, today: NaiveDate) {
        match date {
            None => self.present("/closeDate", false),
            Some(date) if date < today => self.report("/closeDate", Code::InPast, "today or later is expected"),
            Some(_) => {}
        }
    }

    fn need(&mut self, need: Option<&str>) {
        match need {
            None => self.present("/need", false),
            Some(need) if need.chars().count() < MIN_NEED as usize => {
                let problem = FieldProblem::new("/need", Code::TooShort, format!("at least {MIN_NEED} characters"));
                self.problems.push(problem.limit(MIN_NEED));
            }
            Some(_) => {}
        }
    }

    /// What the tenant requires beyond the contract: answers of the qualification and fields of its own.
    fn tenant(&mut self, content: &DealContent, form: &DealForm) {
        for (name, answer) in content.qualification.answers() {
            let pointer = format!("/qualification/{name}");
            if form.required.contains(&pointer) {
                self.present(&pointer, answer.answer != super::content::AnswerKind::Unknown);
            }
        }
        for field in form.fields.iter().filter(|field| field.is_required(content.deal_type)) {
            let given = content.custom.get(&field.id);
            let given =
                if field.kind == CustomKind::Checkbox { given.is_some_and(|v| v == true) } else { given.is_some() };
            self.present(&crate::read::child("/custom", &field.id), given);
        }
        let judged = |pointer: &str| {
            REQUIRED.contains(&pointer) || pointer.starts_with("/qualification/") || pointer.starts_with("/custom/")
        };
        let mut others = form.required.iter().filter(|pointer| !judged(pointer)).peekable();
        if others.peek().is_some() {
            let written = serde_json::to_value(content).unwrap_or_default();
            others.for_each(|pointer| self.present(pointer, written.pointer(pointer).is_some()));
        }
    }
}
