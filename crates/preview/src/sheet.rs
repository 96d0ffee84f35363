//! Sheets of cells, XLSX and CSV: their words, and the first rows as tables.

use crate::album::Album;
use crate::lines::{Letters, Run};
use crate::page::escape;
use crate::paper::{self, Block, Cell, Paragraph, Sheet};
use crate::text::Gathered;
use crate::zip::Parts;
use crate::{Looked, Unreadable, office, text};
use calamine::{Data, DataRef, Reader, Xlsx};
use std::fmt::Write;
use std::io::Cursor;

/// The rows and columns of a table that are shown.
const MAX_ROWS: usize = 200;
const MAX_COLUMNS: usize = 50;
/// Sheets after these are not read.
const MAX_SHEETS: usize = 50;
/// Cells after these are not read.
const MAX_CELLS: usize = 1_000_000;
/// What of a table fits on the thumbnail.
const ON_PAPER: [usize; 2] = [30, 7];
/// How many letters of a cell fit on paper.
const LONGEST: usize = 40;
/// Of letters on paper, in points.
const LETTERS: f32 = 10.0;

/// A table: its name, its first rows, and the words of all of it.
struct Table {
    name: String,
    rows: Vec<Vec<String>>,
    has_more: bool,
    words: String,
}

pub(crate) fn look_at_workbook(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let mut parts = Parts::open(bytes)?;
    if parts.read("xl/workbook.xml")?.is_none() {
        return Err(Unreadable::Mismatch);
    }
    parts.try_all()?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(Unreadable::broken)?;
    let mut tables = Vec::new();
    for name in workbook.sheet_names().into_iter().take(MAX_SHEETS) {
        tables.push(read_sheet(&mut workbook, name)?);
    }
    office::take_thumbnail(&mut parts, album)?;
    finish(&tables, parts.has_macros(), album)
}

pub(crate) fn look_at_values(bytes: &[u8], album: &mut Album) -> Result<Looked, Unreadable> {
    let source = text::decode_strictly(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&source))
        .from_reader(source.as_bytes());
    let mut table = Table { name: String::new(), rows: Vec::new(), has_more: false, words: String::new() };
    for record in reader.records() {
        let record = record.map_err(Unreadable::broken)?;
        let row: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
        table.add(row);
        if table.words.len() > crate::MAX_CHARACTERS * 2 {
            break;
        }
    }
    finish(&[table], false, album)
}

impl Table {
    fn add(&mut self, mut row: Vec<String>) {
        let _ = writeln!(self.words, "{}", row.join("\t"));
        if self.rows.len() < MAX_ROWS {
            self.has_more |= row.len() > MAX_COLUMNS;
            row.truncate(MAX_COLUMNS);
            self.rows.push(row);
        } else {
            self.has_more = true;
        }
    }
}

/// What separates values: the sign that the first line has most of.
fn delimiter(source: &str) -> u8 {
    let line = source.lines().next().unwrap_or_default();
    let count = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
    [b'\t', b';', b','].into_iter().max_by_key(|sign| count(sign)).filter(|sign| count(sign) > 0).unwrap_or(b',')
}

/// Reads a sheet cell by cell: as a whole it may be of any size, with two cells in it.
fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<Table, Unreadable> {
    let mut table = Table { name: name.clone(), rows: Vec::new(), has_more: false, words: String::new() };
    // Of a sheet that is a chart there are no cells.
    let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { return Ok(table) };
    let mut row: Vec<String> = Vec::new();
    let mut row_number = None;
    for _ in 0..MAX_CELLS {
        let Some(cell) = cells.next_cell().map_err(Unreadable::broken)? else { break };
        let (at, column) = cell.get_position();
        if row_number.is_some_and(|number| number != at) {
            table.add(std::mem::take(&mut row));
        }
        row_number = Some(at);
        let column = column as usize;
        let value = written(cell.get_value());
        if column < MAX_COLUMNS {
            row.resize(row.len().max(column), String::new());
            row.push(value);
        } else if !value.is_empty() {
            table.has_more = true;
            let _ = write!(table.words, "{value}\t");
        }
        if table.words.len() > crate::MAX_CHARACTERS * 2 {
            break;
        }
    }
    table.add(row);
    while table.rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        table.rows.pop();
    }
    Ok(table)
}

/// A value as people read it.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Bool(true) => "✓".to_owned(),
        DataRef::Bool(false) => "–".to_owned(),
        DataRef::Float(number) => number_written(*number),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
        other => Data::from(other.clone()).to_string(),
    }
}

/// A number without the noise of its binary form.
fn number_written(number: f64) -> String {
    let rounded = format!("{number:.6}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn finish(tables: &[Table], has_scripts: bool, album: &mut Album) -> Result<Looked, Unreadable> {
    album.set_view(&view(tables))?;
    if !album.has_thumbnail()
        && let Some(table) = tables.iter().find(|table| !table.rows.is_empty())
    {
        paper::take_thumbnail(&[Block::Table(on_paper(table))], Sheet::LYING, album)?;
    }
    let mut words = Gathered::new();
    for table in tables {
        if words.is_full() {
            break;
        }
        words.add(&format!("{}\n{}", table.name, table.words));
    }
    Ok(album.close(Looked { text: words.into_pages(), has_scripts, ..Looked::default() }))
}

fn view(tables: &[Table]) -> String {
    let mut html = String::new();
    for table in tables {
        if !table.name.is_empty() {
            let _ = writeln!(html, "<h2>{}</h2>", escape(&table.name));
        }
        html.push_str("<table>\n");
        for (index, row) in table.rows.iter().enumerate() {
            let element = if index == 0 { "th" } else { "td" };
            html.push_str("<tr>");
            for value in row {
                let _ = write!(html, "<{element}>{}</{element}>", escape(value));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</table>\n");
        html.push_str(if table.has_more { "<p>…</p>\n" } else { "" });
    }
    html
}

fn on_paper(table: &Table) -> Vec<Vec<Cell>> {
    let [rows, columns] = ON_PAPER;
    let shown = &table.rows[..table.rows.len().min(rows)];
    let longest = |column: usize| {
        // A heading above the whole table says nothing of its column.
        let length = |row: &&Vec<String>| row.get(column).map_or(0, |text| text.chars().count().min(LONGEST));
        shown.iter().filter(|row| row.len() > 1).map(|row| length(&row)).max().unwrap_or(LONGEST)
    };
    let count = shown.iter().map(Vec::len).max().unwrap_or_default();
    let columns: Vec<(usize, usize)> =
        (0..count).map(|column| (column, longest(column))).filter(|(_, longest)| *longest > 0).take(columns).collect();
    #[allow(clippy::cast_precision_loss)]
    let cell = |row: usize, text: &str, longest: usize| {
        let letters = Letters::new(LETTERS, row == 0, "#1a1a24");
        let text = text.chars().take(LONGEST).collect();
        let paragraph =
            Paragraph { runs: vec![Run { text, letters }], before: 2.0, after: 2.0, ..Paragraph::default() };
        let fill = (row == 0).then(|| "#ececf4".to_owned());
        Cell { blocks: vec![Block::Paragraph(paragraph)], fill, span: 1, width: longest.max(4) as f32 }
    };
    let row = |(number, row): (usize, &Vec<String>)| {
        let text = |column: usize| row.get(column).map_or("", String::as_str);
        columns.iter().map(|(column, longest)| cell(number, text(*column), *longest)).collect()
    };
    shown.iter().enumerate().map(row).collect()
}
