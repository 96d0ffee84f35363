//! Deals from a file: brought, assigned to the deal's fields, tried without effect, then registered row by row.

use crate::named::named;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Members, Reader};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Largest file, in bytes: 5 MiB.
pub const MAX_FILE: u32 = 5 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: u32 = 10_000;
/// Most columns of a file.
pub const MAX_COLUMNS: u32 = 200;

named! {
    /// How far an import has come.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum ImportState {
        /// The file is there; its columns are to be assigned.
        Brought = "brought",
        /// Every row was judged; nothing is written yet.
        Checked = "checked",
        /// Rows become deals.
        Running = "running",
        /// Every row has had its turn.
        Done = "done",
        /// It was stopped. What had become a deal stays one.
        Cancelled = "cancelled",
        /// The server could not go on. What had become a deal stays one.
        Failed = "failed",
    }
}

named! {
    /// How a day such as 3/4/2027 is read.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum DateOrder {
        /// The third of April.
        #[default]
        DayFirst = "day_first",
        /// The fourth of March.
        MonthFirst = "month_first",
    }
}

named! {
    /// How a number such as 1.250 is read.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum DecimalMark {
        /// A point before the decimals, commas between thousands.
        #[default]
        Point = "point",
        /// A comma before the decimals, points between thousands.
        Comma = "comma",
    }
}

/// An import, as its person sees it. It is forgotten at `forgottenAt`, and the file with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Import {
    /// Opaque.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// How far it has come.
    pub state: ImportState,
    /// The file's columns, in order.
    pub columns: Vec<ImportColumn>,
    /// The deal's fields that a column can hold, named in the language of `Accept-Language`.
    pub targets: Vec<ImportTarget>,
    /// What each column holds: as it was guessed from its name or remembered, until it is said.
    pub mapping: ImportMapping,
    /// How many rows there are.
    pub rows: u32,
    /// What the check found, once there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<ImportFound>,
    /// How many rows have had their turn.
    pub done: u32,
    /// How many of these became deals.
    pub imported: u32,
    /// When it is forgotten.
    pub forgotten_at: DateTime<Utc>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportColumn {
    /// Its name in the first row.
    pub header: String,
    /// What stands in it, in the first rows that have something.
    pub samples: Vec<String>,
    /// It has days that can be read in two ways.
    pub two_dates: bool,
    /// It has numbers that can be read in two ways.
    pub two_numbers: bool,
}

/// A field of the deal that a column can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportTarget {
    /// A pointer into the deal, such as `/customer/name`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Whether a registration needs it.
    pub required: bool,
}

/// `PUT /deals/import/{id}/mapping`: how rows are read, and what becomes of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportMapping {
    /// For each column of the file the id of a target, or none where it is left out. A target stands once.
    pub columns: Vec<Option<String>>,
    /// How days are read that can be read in two ways.
    pub dates: DateOrder,
    /// How numbers are read that can be read in two ways.
    pub decimals: DecimalMark,
    /// The currency of amounts that do not say theirs.
    pub currency: String,
    /// The customers of all rows agree that their data is passed on, where no column says so.
    pub consent: bool,
    /// Rows are registered; otherwise they become drafts.
    pub submit: bool,
}

impl ImportMapping {
    /// Reads a body, for a file with so many columns.
    pub fn read(o: &mut Members<'_>, columns: u32) -> Self {
        let items = o.items("columns", MAX_COLUMNS);
        if items.len() != columns as usize {
            let detail = format!("as many as the file has columns: {columns}");
            o.reader.report(FieldProblem::new("/columns", Code::OutOfRange, detail).limit(columns));
        }
        let mut read: Vec<Option<String>> = Vec::with_capacity(items.len());
        for (item, pointer) in &items {
            let target = if item.is_null() { None } else { text(o.reader, item, pointer) };
            if target.is_some() && read.contains(&target) {
                o.reader.report(FieldProblem::new(pointer, Code::Repeated, "another column holds this field already"));
            }
            read.push(target);
        }
        Self {
            columns: read,
            dates: o.choice("dates").unwrap_or_default(),
            decimals: o.choice("decimals").unwrap_or_default(),
            currency: o.text("currency", 3, Lines::One).unwrap_or_default(),
            consent: o.flag("consent"),
            submit: o.flag("submit"),
        }
    }
}

fn text(reader: &mut Reader, value: &Value, pointer: &str) -> Option<String> {
    crate::read::text(reader, value, pointer, 300, Lines::One)
}

/// What the check found. A row that is bad and a possible duplicate counts as bad.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportFound {
    /// Rows that can become deals, and are no possible duplicates.
    pub good: u32,
    /// Rows that need mending.
    pub bad: u32,
    /// Rows that can become deals, of customers that stand in a row before or that the firm has already.
    pub duplicates: u32,
}

/// A row that needs mending, that may be a duplicate, or that did not become a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportFinding {
    /// The line of the file at which the row begins.
    pub line: u32,
    /// How the row is recognised: its first cell that is not empty.
    pub name: String,
    /// Why, all that was found.
    pub why: Vec<ImportWhy>,
    /// The deal of the own firm that it may be a duplicate of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<String>,
}

/// Why a row is not taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportWhy {
    /// What kind of mistake; `repeated` where it may be a duplicate.
    pub code: Code,
    /// Where in the deal: a JSON pointer.
    pub pointer: String,
    /// What the field is called, in the language of `Accept-Language`.
    pub field: String,
    /// How it is mended, in that language.
    pub why: String,
}

/// `POST /deals/import/{id}/start`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportStart {
    /// Possible duplicates are taken too.
    pub duplicates: bool,
}

impl ImportStart {
    /// Reads a body.
    pub fn read(o: &mut Members<'_>) -> Self {
        Self { duplicates: o.flag("duplicates") }
    }
}
