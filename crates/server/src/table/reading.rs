//! A file as a table: the columns' names, and rows that know their line.

use super::decode::decoded;
use portico_contract::cell::unguarded;
use portico_contract::import::{MAX_COLUMNS, MAX_ROWS};

/// What separates cells, in the order in which they are preferred where a file fits several.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// How many rows are looked at to tell which.
const LOOK: usize = 100;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, from the first row.
    pub headers: Vec<String>,
    /// The rows below it that are not empty.
    pub rows: Vec<TableRow>,
    /// What separates cells.
    pub separator: char,
    /// In which characters it was written.
    pub encoding: &'static str,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The line in the file at which it begins, the first being 1.
    pub line: u32,
    /// As many as there are columns, or more where the row is longer than the first.
    pub cells: Vec<String>,
}

/// Why a file is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTable {
    /// A workbook, a picture, a program: no text.
    #[error("the file is no text; save it as CSV")]
    NotText,
    /// No row below the names of the columns.
    #[error("the file has no row below the names of its columns")]
    Empty,
    /// More rows than are taken at once.
    #[error("at most {MAX_ROWS} rows are taken at once")]
    TooManyRows,
    /// More columns than are taken.
    #[error("at most {MAX_COLUMNS} columns are taken")]
    TooManyColumns,
}

impl Table {
    /// Reads a file, whatever its encoding and separator.
    pub fn read(bytes: &[u8]) -> Result<Self, NoTable> {
        let (text, encoding) = decoded(bytes);
        if text.contains('\0') || bytes.starts_with(b"PK\x03\x04") {
            return Err(NoTable::NotText);
        }
        let (named, body) = named_separator(&text);
        let separator = named.unwrap_or_else(|| likely(body));
        let skipped = u32::from(named.is_some());
        let mut records = records(body, separator);
        let headers = records.next().ok_or(NoTable::Empty)?.cells;
        if headers.len() > MAX_COLUMNS as usize {
            return Err(NoTable::TooManyColumns);
        }
        let mut rows = Vec::new();
        for TableRow { line, mut cells } in records {
            if rows.len() == MAX_ROWS as usize {
                return Err(NoTable::TooManyRows);
            }
            // What is empty behind the last column is a habit of spreadsheets.
            let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
            cells.truncate(filled.max(headers.len()));
            cells.resize(cells.len().max(headers.len()), String::new());
            rows.push(TableRow { line: line + skipped, cells });
        }
        if rows.is_empty() { Err(NoTable::Empty) } else { Ok(Self { headers, rows, separator, encoding }) }
    }
}

/// The line `sep=;`, with which some spreadsheets begin a file.
fn named_separator(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut named = first.trim_end_matches('\r').strip_prefix("sep=").unwrap_or_default().chars();
    match (named.next(), named.next()) {
        (Some(separator), None) if SEPARATORS.contains(&separator) => (Some(separator), rest),
        _ => (None, text),
    }
}

/// The rows that have something in them.
fn records(text: &str, separator: char) -> impl Iterator<Item = TableRow> + '_ {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(u8::try_from(separator).unwrap_or(b','));
    // The text is in memory and UTF-8: there is nothing that could fail.
    let records = reader.from_reader(text.as_bytes()).into_records().filter_map(Result::ok);
    let (mut line, mut at) = (1, 0);
    let rows = records.map(move |record| {
        let begins = record.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(at);
        // The reader's place is before the breaks of empty lines.
        let breaks = text.as_bytes()[begins..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = text[at..begins + breaks].matches('\n').count();
        (line, at) = (line + u32::try_from(passed).unwrap_or(u32::MAX), begins + breaks);
        TableRow { line, cells: record.iter().map(|cell| unguarded(cell).to_owned()).collect() }
    });
    rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
}

/// The separator that cuts most rows into as many cells as the first, and into more than one.
fn likely(text: &str) -> char {
    let fit = |separator: &char| {
        let counts: Vec<usize> = records(text, *separator).take(LOOK).map(|row| row.cells.len()).collect();
        let first = counts.first().copied().unwrap_or_default();
        let same = counts.iter().filter(|count| **count == first).count();
        if first < 2 { 0 } else { same * 1_000 / counts.len() * 1_000 + first }
    };
    // Of equals the last is taken, so the preferred one comes last.
    SEPARATORS.into_iter().rev().max_by_key(fit).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::super::writing::Writing;
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Table {
        Table::read(text.as_bytes()).unwrap()
    }

    fn cells(table: &Table) -> Vec<Vec<&str>> {
        table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn the_separator_is_found() {
        for (text, separator) in [
            ("a,b\n1,2\n", ','),
            ("a;b\n1,5;2,5\n", ';'),
            ("a\tb\n1, 2\t3;4\n", '\t'),
            ("name\nHarbour\n", ','),
            ("a;b,c\n\"x;y\";2\n", ';'),
            ("sep=;\na;b,c\n1;2,3\n", ';'),
        ] {
            assert_eq!(read(text).separator, separator, "{text:?}");
        }
    }

    #[test]
    fn quotes_hold_separators_quotes_and_lines() {
        let table = read("a;b\r\n\"x;\"\"y\"\"\r\nz\";2\r\n\r\n;;\r\nlast;\r\n");
        assert_eq!(cells(&table), [["x;\"y\"\r\nz", "2"], ["last", ""]]);
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 6]);
    }

    #[test]
    fn rows_are_as_long_as_the_first_or_longer() {
        assert_eq!(cells(&read("a,b\n1\n1,2,,\n1,2,3\n")), [vec!["1", ""], vec!["1", "2"], vec!["1", "2", "3"]]);
    }

    #[test]
    fn what_is_no_table_says_why() {
        let why = |bytes: &[u8]| Table::read(bytes).unwrap_err();
        assert_eq!(why(b""), NoTable::Empty);
        assert_eq!(why(b"a,b\n"), NoTable::Empty);
        assert_eq!(why(b"PK\x03\x04rest"), NoTable::NotText);
        assert_eq!(why(b"a\0b,c"), NoTable::NotText);
        assert_eq!(why(format!("a\n{}", "1\n".repeat(MAX_ROWS as usize + 1)).as_bytes()), NoTable::TooManyRows);
        assert_eq!(why(format!("{}a\n1\n", "a,".repeat(MAX_COLUMNS as usize)).as_bytes()), NoTable::TooManyColumns);
    }

    proptest! {
        /// Any table that we write is read back, cell by cell.
        #[test]
        fn what_was_written_is_read(
            rows in (2_usize..5).prop_flat_map(|wide| prop::collection::vec(prop::collection::vec("[a-c=+@' ;,\t\"|\r\n-]{0,6}", wide), 1..6)),
            comma in any::<bool>(), mark in any::<bool>(), wide in any::<bool>(),
        ) {
            let headers: Vec<String> = (0..rows[0].len()).map(|at| format!("Column {at}")).collect();
            let mut writing = Writing::new(if comma { ',' } else { ';' });
            let mut bytes = if mark { writing.mark().to_vec() } else { Vec::new() };
            bytes.extend(writing.row(&headers));
            for row in &rows {
                bytes.extend(writing.row(row));
            }
            if wide {
                let text = String::from_utf8(bytes).unwrap();
                bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            }
            let filled: Vec<Vec<String>> =
                rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            match Table::read(&bytes) {
                Ok(table) => {
                    let read: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
                    prop_assert_eq!(read, filled);
                    prop_assert_eq!(table.headers, headers);
                }
                Err(why) => prop_assert!(why == NoTable::Empty && filled.is_empty()),
            }
        }

        #[test]
        fn any_bytes_are_judged_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Table::read(&bytes);
        }
    }
}
