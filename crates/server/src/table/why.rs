//! Why a row is not taken, in words: the portal's own of how each mistake is mended.

use super::columns::Sheet;
use crate::speech::Voice;
use portico_contract::deal::content::{MAX_QUANTITY, MIN_NEED};
use portico_contract::import::ImportWhy;
use portico_contract::problem::{Code, FieldProblem};

impl Sheet {
    /// A mistake in the words of this language.
    pub(crate) fn why(&self, voice: &Voice, problem: &FieldProblem) -> ImportWhy {
        let field = self.column_of(&problem.pointer).map_or_else(String::new, |at| self.columns[at].label.clone());
        let count = problem.limit.unwrap_or_default();
        let why = voice.say(message(problem), &[("count", count.max(least(problem)).into())]);
        ImportWhy { code: problem.code, pointer: problem.pointer.clone(), field, why }
    }

    /// The column that a pointer leads into.
    pub(crate) fn column_of(&self, pointer: &str) -> Option<usize> {
        // A line's number is none of a column.
        let parts: Vec<&str> = pointer.split('/').filter(|part| part.parse::<u32>().is_err()).collect();
        let place = parts.join("/");
        let place = place.replace("/products/product", "/products");
        let place = if place == "/value" { "/value/amount" } else { &place };
        let within = |id: &str| {
            id.starts_with('/') && place.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let fits = self.columns.iter().enumerate().filter(|(_, column)| within(&column.id));
        let fits = fits.max_by_key(|(_, column)| column.id.len()).map(|(at, _)| at);
        fits.or_else(|| self.columns.iter().position(|column| !place.is_empty() && column.id.starts_with(place)))
    }
}

fn least(problem: &FieldProblem) -> u32 {
    match problem.pointer.as_str() {
        "/need" => MIN_NEED,
        quantity if quantity.ends_with("/quantity") => MAX_QUANTITY,
        _ => 0,
    }
}

/// The message that says how a mistake is mended.
fn message(problem: &FieldProblem) -> &'static str {
    match (problem.pointer.as_str(), problem.code) {
        ("", Code::Repeated) => "import-repeated",
        ("/customer", Code::Repeated) => "import-registered",
        ("", Code::TooMany) => "import-too-long",
        ("/customer/name", Code::Required) => "mend-customer-name",
        ("/customer/website", Code::Required) => "mend-website",
        ("/customer/website", Code::NoEnding) => "mend-website-ending",
        ("/customer/website", Code::BadForm | Code::BadCharacter) => "mend-website-form",
        ("/customer/country", Code::Required) => "mend-country",
        ("/customer/country", _) => "import-country",
        ("/customer/duns", _) => "mend-duns",
        ("/contact/name", Code::Required) => "mend-contact-name",
        ("/contact/email", Code::Required) => "mend-email",
        ("/contact/email", Code::NoEnding) => "mend-email-ending",
        ("/contact/email", Code::BadForm | Code::BadCharacter) => "mend-email-form",
        ("/contact/phone", Code::NoCountryCode) => "mend-phone-country",
        ("/contact/phone", Code::BadForm | Code::BadCharacter) => "mend-phone-form",
        ("/contact/consent", Code::WrongType) => "import-flag",
        ("/contact/consent", _) => "mend-consent",
        (products, Code::OutOfRange | Code::WrongType) if products.ends_with("/quantity") => "mend-quantity",
        (product, Code::NotInList) if product.ends_with("/product") => "import-product",
        ("/products", Code::Required) => "mend-products",
        ("/value" | "/value/amount", Code::Required | Code::OutOfRange) => "mend-value",
        (day, Code::BadForm) if day == "/closeDate" || day.starts_with("/custom/") => "mend-date",
        ("/closeDate", Code::InPast) => "mend-close-date-past",
        ("/closeDate", _) => "mend-close-date",
        ("/need", Code::Required | Code::TooShort) => "mend-need",
        (currency, Code::NotInList | Code::Required) if currency.ends_with("/currency") => "import-currency",
        (_, Code::NotInList) => "import-choice",
        (_, Code::NotDecimal) => "mend-amount",
        (_, Code::TooPrecise) => "mend-decimals",
        (_, Code::SumMismatch) => "mend-sum",
        (_, Code::CurrencyMismatch) => "mend-currency",
        (_, Code::TooLong) => "mend-too-long",
        (_, Code::OutOfRange) => "mend-range",
        (_, Code::WrongType) => "import-type",
        (_, Code::Required) => "mend-required",
        (_, Code::BadCharacter) => "mend-character",
        _ => "mend-other",
    }
}
