//! Tables as spreadsheets take them: RFC 4180, every cell quoted and guarded.

use super::Column;
use super::cells::BETWEEN;
use chrono::NaiveDate;
use portico_contract::asset::AssetContent;
use portico_contract::cell::guarded;
use portico_contract::country::Country;
use portico_contract::deal::Stage;
use portico_contract::session::Role;

/// A table, with the mark by which spreadsheets know UTF-8. They cut cells by a semicolon where a comma stands before
/// decimals.
pub(in crate::features::shelving) fn table(separator: char, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::WriterBuilder::new();
    // Each is quoted: a program that expects another separator does not cut a formula out of a text.
    writer.delimiter(u8::try_from(separator).unwrap_or(b',')).quote_style(::csv::QuoteStyle::Always);
    let mut writer = writer.terminator(::csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// What spreadsheets cut cells by where this stands before decimals.
pub(in crate::features::shelving) fn separator_beside(decimal: char) -> char {
    if decimal == ',' { ';' } else { ',' }
}

/// What is said of files, to be filled in: ids and names on the wire, which [`super::read`] knows in every language.
/// Spreadsheets cut cells by a semicolon where a comma stands before decimals: `separator` is what theirs is.
pub(in crate::features::shelving) fn written(rows: &[(String, AssetContent)], separator: char) -> String {
    let headers = Column::ALL.map(|(_, name)| name.to_owned()).to_vec();
    let rows = rows.iter().map(|(file, content)| Column::ALL.map(|(column, _)| cell(column, file, content)).to_vec());
    table(separator, std::iter::once(headers).chain(rows))
}

fn cell(column: Column, file: &str, content: &AssetContent) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let audience = &content.audience;
    match column {
        Column::File => file.to_owned(),
        Column::Title => content.title.clone(),
        Column::Description => content.description.clone(),
        Column::Kind => content.kind.name().to_owned(),
        Column::Locale => content.locale.clone(),
        Column::Tags => joined(&content.tags, String::as_str),
        Column::Products => joined(&content.products, String::as_str),
        Column::Industries => joined(&content.industries, String::as_str),
        Column::Stages => joined(&content.stages, |stage: &Stage| stage.name()),
        Column::Tiers => joined(&audience.tiers, String::as_str),
        Column::PartnerTypes => joined(&audience.partner_types, String::as_str),
        Column::Roles => joined(&audience.roles, |role: &Role| role.name()),
        Column::Regions => joined(&audience.regions, |country: &Country| country.code()),
        Column::StartsOn => day(content.starts_on),
        Column::ExpiresOn => day(content.expires_on),
    }
}

fn joined<T>(values: &[T], text: impl Fn(&T) -> &str) -> String {
    let parts: Vec<String> =
        values.iter().map(|value| text(value).replace('\\', "\\\\").replace(BETWEEN, "\\|")).collect();
    parts.join("|")
}
