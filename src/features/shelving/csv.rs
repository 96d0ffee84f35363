//! What is said of many files, as a table: filled in where many cells are filled in fast, and dropped beside the files.
//!
//! The first row names the columns, in any order and with any capitals; each row below is about the file that its column
//! `file` names. An empty cell says nothing: what is there stays. Several values in a cell stand with `|` between them,
//! since `,` and `;` and the tab separate cells, each in some spreadsheet of some language; a `|` within a value is
//! written `\|`. Days are written `2027-01-31`. What has an id or a name on the wire is known by it, and by what people
//! call it, as [`Lookups`] knows. A cell that cannot be read is named with the reason and says nothing; whether what was
//! read will do (how long a title may be) is judged where it is judged for whoever types: `AssetContent::mistakes`.
//!
//! Considered: a reader of our own is eighty lines and one more opinion on quotes. The crate `csv` is what the server
//! reads such files with, so that both understand a file alike; what it weighs comes with the pages for the vendor's
//! people alone.

mod cells;
mod writing;

pub(super) use writing::{separator_beside, table, written};

use self::cells::Said;
use portico_contract::asset::{AssetContent, AssetKind};
use portico_contract::cell::unguarded;
use portico_contract::country::Country;
use portico_contract::deal::Stage;
use portico_contract::session::Role;

/// What separates cells, the preferred one last.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    File,
    Title,
    Description,
    Kind,
    Locale,
    Tags,
    Products,
    Industries,
    Stages,
    Tiers,
    PartnerTypes,
    Roles,
    Regions,
    StartsOn,
    ExpiresOn,
}

impl Column {
    /// All of them with their names, in the order they are written.
    const ALL: [(Self, &str); 15] = [
        (Self::File, "file"),
        (Self::Title, "title"),
        (Self::Description, "description"),
        (Self::Kind, "kind"),
        (Self::Locale, "locale"),
        (Self::Tags, "tags"),
        (Self::Products, "products"),
        (Self::Industries, "industries"),
        (Self::Stages, "stages"),
        (Self::Tiers, "tiers"),
        (Self::PartnerTypes, "partnerTypes"),
        (Self::Roles, "roles"),
        (Self::Regions, "regions"),
        (Self::StartsOn, "startsOn"),
        (Self::ExpiresOn, "expiresOn"),
    ];

    /// The name in the first row.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(column, _)| *column == self).map_or("", |(_, name)| name)
    }

    /// The column of a name, whatever its capitals; `starts_on` and `Starts on` are `startsOn` too.
    fn of(header: &str) -> Option<Self> {
        let plain: String = header.chars().filter(|c| c.is_alphanumeric()).collect();
        Self::ALL.into_iter().find(|(_, name)| name.eq_ignore_ascii_case(&plain)).map(|(column, _)| column)
    }
}

/// Knows what people call things. Ids and names on the wire of kinds, stages, roles, languages and countries are known
/// without it.
pub(super) struct Lookups<'a> {
    pub kind: &'a dyn Fn(&str) -> Option<AssetKind>,
    pub locale: &'a dyn Fn(&str) -> Option<String>,
    /// The id of a product, by the id or a name.
    pub product: &'a dyn Fn(&str) -> Option<String>,
    /// The id of an industry, by the id or a name.
    pub industry: &'a dyn Fn(&str) -> Option<String>,
    pub stage: &'a dyn Fn(&str) -> Option<Stage>,
    /// The tier as audiences name it, by its name.
    pub tier: &'a dyn Fn(&str) -> Option<String>,
    /// The id of a type of partner, by the id or a name.
    pub partner_type: &'a dyn Fn(&str) -> Option<String>,
    pub role: &'a dyn Fn(&str) -> Option<Role>,
    pub region: &'a dyn Fn(&str) -> Option<Country>,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The row names no file.
    Missing,
    /// The row in this line is about the same file.
    Twice { line: u32 },
    /// There is no such value.
    Unknown(String),
    /// No day as `2027-01-31` is one.
    NoDay(String),
    /// The row has more cells than there are columns: a separator stands where there is to be none.
    Beyond,
}

/// A file as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub rows: Vec<SheetRow>,
    /// Names of columns that say nothing here.
    pub unknown: Vec<String>,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetRow {
    /// The line in the file at which it begins, the first being 1.
    pub line: u32,
    /// The name of the file that it is about.
    pub file: String,
    /// What cannot be read in it, in the order of its cells.
    pub problems: Vec<(Column, Why)>,
    said: Said,
}

/// Why a text is no such table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetProblem {
    /// A workbook, or a text in other characters than UTF-8.
    NotText,
    /// There is no row below the names of the columns.
    Empty,
    /// No column says which file a row is about.
    NoFile,
    /// A column is there twice.
    Twice(Column),
}

impl Sheet {
    /// The row about a file: of this name or, where there is none, of this name with other capitals.
    pub fn row(&self, file: &str) -> Option<&SheetRow> {
        let lower = file.to_lowercase();
        let exact = self.rows.iter().find(|row| row.file == file);
        exact.or_else(|| self.rows.iter().find(|row| row.file.to_lowercase() == lower))
    }
}

impl SheetRow {
    /// Says what the row says; what it does not say stays.
    pub fn apply(&self, to: &mut AssetContent) {
        self.said.apply(to);
    }
}

/// Reads a table.
///
/// # Errors
/// Why it is none.
pub(super) fn read(text: &str, lookups: &Lookups<'_>) -> Result<Sheet, SheetProblem> {
    if text.contains(['\0', '\u{fffd}']) || text.starts_with("PK\u{3}\u{4}") {
        return Err(SheetProblem::NotText);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Some spreadsheets say the separator in a line of its own.
    let begins = if text.starts_with("sep=") { text.find('\n').map_or(text.len(), |end| end + 1) } else { 0 };
    let separator = separator(&text[begins..]);
    let mut records = records(text, begins, separator);
    let (_, headers) = records.next().ok_or(SheetProblem::Empty)?;
    let columns: Vec<Option<Column>> = headers.iter().map(|header| Column::of(header)).collect();
    for (at, column) in columns.iter().enumerate() {
        if let Some(column) = column.filter(|column| columns[..at].contains(&Some(*column))) {
            return Err(SheetProblem::Twice(column));
        }
    }
    if !columns.contains(&Some(Column::File)) {
        return Err(SheetProblem::NoFile);
    }
    let unknown = headers.iter().zip(&columns).filter(|(header, column)| column.is_none() && !header.is_empty());
    let unknown = unknown.map(|(header, _)| header.clone()).collect();
    let mut rows: Vec<SheetRow> = Vec::new();
    for (line, cells) in records {
        let mut row = SheetRow { line, file: String::new(), problems: Vec::new(), said: Said::default() };
        for (column, cell) in columns.iter().zip(&cells).filter(|(_, cell)| !cell.is_empty()) {
            match column {
                Some(Column::File) => row.file.clone_from(cell),
                Some(column) => row.problems.extend(row.said.take(*column, cell, lookups).map(|why| (*column, why))),
                None => {}
            }
        }
        let before = rows.iter().find(|other| !row.file.is_empty() && other.file == row.file);
        let file =
            if row.file.is_empty() { Some(Why::Missing) } else { before.map(|row| Why::Twice { line: row.line }) };
        row.problems.extend(file.map(|why| (Column::File, why)));
        if cells.len() > columns.len() {
            row.problems.push((Column::File, Why::Beyond));
        }
        rows.push(row);
    }
    if rows.is_empty() { Err(SheetProblem::Empty) } else { Ok(Sheet { rows, unknown }) }
}

/// The separator by which the first row names most columns.
fn separator(text: &str) -> char {
    let named = |separator: &char| {
        let headers = records(text, 0, *separator).next().map(|(_, cells)| cells).unwrap_or_default();
        headers.iter().filter(|header| Column::of(header).is_some()).count()
    };
    SEPARATORS.into_iter().max_by_key(named).unwrap_or(',')
}

/// The rows that have something in them, each with its line and its cells, trimmed: as many as the last that is not
/// empty, since spreadsheets write empty ones behind.
fn records(text: &str, begins: usize, separator: char) -> impl Iterator<Item = (u32, Vec<String>)> + '_ {
    let mut reader = ::csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(u8::try_from(separator).unwrap_or(b','));
    // The text is in memory and UTF-8: there is nothing that could fail.
    let records = reader.from_reader(&text.as_bytes()[begins..]).into_records().filter_map(Result::ok);
    let (mut line, mut at) = (1, 0);
    let rows = records.map(move |record| {
        let place =
            record.position().and_then(|place| usize::try_from(place.byte()).ok()).map_or(at, |byte| byte + begins);
        // The reader's place is before the breaks of empty lines.
        let breaks = text.as_bytes()[place..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = text[at..place + breaks].matches('\n').count();
        (line, at) = (line + u32::try_from(passed).unwrap_or(u32::MAX), place + breaks);
        let mut cells: Vec<String> = record.iter().map(|cell| unguarded(cell).trim().to_owned()).collect();
        cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        (line, cells)
    });
    rows.filter(|(_, cells)| !cells.is_empty())
}

#[cfg(test)]
mod tests;
