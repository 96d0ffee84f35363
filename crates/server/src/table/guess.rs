//! What a file's columns hold, guessed from their names and from what stands in them.

use super::columns::{Kind, Sheet};
use super::numbers::{is_month_first, sure_mark};
use super::reading::Table;
use portico_contract::import::{DateOrder, DecimalMark, ImportMapping};
use sha2::{Digest, Sha256};

/// What other systems call our fields, as [`plain`] writes it.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "/customer/name",
        &[
            "customer",
            "company",
            "companyname",
            "account",
            "accountname",
            "kunde",
            "firma",
            "unternehmen",
            "enduser",
            "endcustomer",
            "endkunde",
        ],
    ),
    ("/customer/website", &["website", "web", "url", "domain", "homepage", "webseite"]),
    ("/customer/country", &["countrycode", "land", "ländercode"]),
    ("/customer/city", &["town", "ort"]),
    ("/customer/industry", &["sector", "branche"]),
    ("/customer/duns", &["dunsno", "dunsnummer"]),
    ("/contact/name", &["contact", "kontakt", "ansprechpartner", "contactperson"]),
    ("/contact/email", &["email", "emailaddress", "mail"]),
    ("/contact/phone", &["phone", "telephone", "telefon", "tel"]),
    ("/contact/title", &["jobtitle", "title", "role", "funktion"]),
    ("/contact/consent", &["consent", "einwilligung"]),
    ("/products", &["product", "produkt", "productname"]),
    ("/products/quantity", &["quantity", "qty", "menge", "anzahl"]),
    ("/value/amount", &["value", "amount", "dealvalue", "dealsize", "wert", "betrag", "revenue", "umsatz", "volumen"]),
    ("/value/currency", &["currencycode", "währung", "waehrung"]),
    ("/closeDate", &["closedate", "closingdate", "expectedclose", "abschluss", "abschlussdatum"]),
    ("/need", &["description", "beschreibung", "bedarf", "kundenbedarf", "customerneed", "opportunity"]),
    ("/dealType", &["type", "typ", "opportunitytype"]),
];

/// A name without its signs and capital letters.
fn plain(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What the columns of a file hold, as far as their names say it; its days and numbers as most of them are written.
pub(crate) fn guessed(sheets: &[Sheet], table: &Table, currency: &str) -> ImportMapping {
    // A file is in one language: the one in which most of its columns have names.
    let known = |sheet: &Sheet| {
        let is_label = |header: &&String| sheet.columns.iter().any(|column| column.label == header.trim());
        table.headers.iter().filter(is_label).count()
    };
    let mut likeliest: Vec<&Sheet> = sheets.iter().collect();
    likeliest.sort_by_key(|sheet| std::cmp::Reverse(known(sheet)));
    let named = |header: &str| -> Option<String> {
        let plain_header = plain(header);
        let ours = || likeliest.iter().flat_map(|sheet| sheet.targets());
        let alike = |name: &str| plain(name) == plain_header;
        let ours = ours()
            .find(|column| column.label.trim() == header.trim())
            .or_else(|| ours().find(|column| alike(&column.label) || alike(&column.id)));
        let others = || OTHERS.iter().find(|(_, names)| names.contains(&plain_header.as_str()));
        ours.map(|column| column.id.clone()).or_else(|| others().map(|(id, _)| (*id).to_owned()))
    };
    let mut columns: Vec<Option<String>> = Vec::with_capacity(table.headers.len());
    for header in &table.headers {
        let told = sheets
            .iter()
            .flat_map(|sheet| &sheet.columns)
            .any(|column| column.label == header.trim() && !column.id.starts_with('/'));
        let target = if told { None } else { named(header) };
        columns.push(target.filter(|target| !columns.contains(&Some(target.clone()))));
    }
    let own = sheets.first().map(|sheet| sheet.decimals).unwrap_or_default();
    let mapping = ImportMapping { columns, currency: currency.to_owned(), submit: true, ..ImportMapping::default() };
    let dates = if any(sheets, table, &mapping, |kind| matches!(kind, Kind::Date), is_month_first) {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    };
    let is_amount = |kind: &Kind| matches!(kind, Kind::Amount | Kind::Number);
    let sure = |mark: DecimalMark| any(sheets, table, &mapping, is_amount, move |cell| sure_mark(cell) == Some(mark));
    let decimals = match (sure(DecimalMark::Point), sure(DecimalMark::Comma)) {
        (true, false) => DecimalMark::Point,
        (false, true) => DecimalMark::Comma,
        _ => own,
    };
    ImportMapping { dates, decimals, ..mapping }
}

/// Whether any cell of the columns that hold such a kind is so.
fn any(
    sheets: &[Sheet],
    table: &Table,
    mapping: &ImportMapping,
    kind: impl Fn(&Kind) -> bool,
    is: impl Fn(&str) -> bool,
) -> bool {
    let target = |id: &Option<String>| sheets.first()?.target(id.as_deref()?);
    let held = mapping.columns.iter().enumerate().filter(|(_, id)| target(id).is_some_and(|column| kind(&column.kind)));
    held.map(|(at, _)| at).any(|at| table.rows.iter().any(|row| is(&row.cells[at])))
}

/// By what the columns of a file are known again: a hash of their names.
pub(crate) fn header_key(headers: &[String]) -> String {
    let mut sha = Sha256::new();
    for header in headers {
        sha.update((header.len() as u64).to_be_bytes());
        sha.update(header.as_bytes());
    }
    hex::encode(sha.finalize())
}
