//! What is said of many files, filled in as a table: written to be filled in, read back, and what could not be read.

use super::batch::{Batch, Change};
use super::csv::{Column, Lookups, SheetProblem, Why, read, separator_beside, written};
use super::draft::Draft;
use crate::i18n::{Words, use_words};
use crate::parts::bring::{Item, chosen};
use crate::parts::{Form, asset_kind, role_name, use_form};
use crate::t;
use crate::ui::{Glyph, hint, icon, save_file};
use portico_contract::asset::{AssetContent, AssetKind, Audiences};
use portico_contract::country::Country;
use portico_contract::deal::Stage;
use portico_contract::deal::form::Choice;
use portico_contract::session::Role;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// The most mistakes that are told at once.
const TOLD: usize = 20;

#[derive(Properties)]
pub(super) struct TableProps {
    pub batch: UseReducerHandle<Batch>,
    pub items: Vec<Item>,
    pub audiences: Rc<Audiences>,
}

impl PartialEq for TableProps {
    fn eq(&self, other: &Self) -> bool {
        *self.batch == *other.batch && self.items == other.items && Rc::ptr_eq(&self.audiences, &other.audiences)
    }
}

/// What came of a table.
#[derive(Clone, Debug, PartialEq)]
struct Filled {
    files: usize,
    problems: Vec<String>,
}

/// Whether a name is meant, whatever its capitals.
fn is_named(text: &str, name: &str) -> bool {
    text.to_lowercase() == name.to_lowercase()
}

fn id_in(choices: &[Choice], text: &str) -> Option<String> {
    let found = choices.iter().find(|choice| choice.id == text || is_named(text, &choice.name));
    found.map(|choice| choice.id.clone())
}

/// What a table says of these files, by the names that things have in the person's language.
fn filled(
    words: &Words,
    (form, audiences): (&Form, &Audiences),
    text: &str,
    files: &[(u32, String, Rc<Draft>)],
) -> (Vec<(u32, Draft)>, Filled) {
    let kinds: Vec<(String, AssetKind)> =
        AssetKind::ALL.into_iter().map(|kind| (asset_kind(words, kind), kind)).collect();
    let countries: Vec<(String, Country)> = Country::all().map(|one| (words.country(one), one)).collect();
    let of_form = |choices: fn(&portico_contract::deal::DealForm) -> &[Choice], text: &str| {
        form.0.as_ref().and_then(|form| id_in(choices(form), text))
    };
    let lookups = Lookups {
        kind: &|text| kinds.iter().find(|(name, _)| is_named(text, name)).map(|(_, kind)| *kind),
        locale: &|_| None,
        product: &|text| of_form(|form| &form.products, text),
        industry: &|text| of_form(|form| &form.industries, text),
        stage: &|text| Stage::ALL.into_iter().find(|stage| is_named(text, form.stage(*stage, None))),
        tier: &|text| audiences.tiers.iter().find(|tier| is_named(text, tier)).cloned(),
        partner_type: &|text| id_in(&audiences.partner_types, text),
        role: &|text| Role::ALL.into_iter().find(|role| is_named(text, &role_name(words, *role))),
        region: &|text| countries.iter().find(|(name, _)| is_named(text, name)).map(|(_, country)| *country),
    };
    let sheet = match read(text, &lookups) {
        Ok(sheet) => sheet,
        Err(problem) => return (Vec::new(), Filled { files: 0, problems: vec![not_read(words, problem)] }),
    };
    let mut problems = Vec::new();
    if !sheet.unknown.is_empty() {
        problems.push(t!(words, "shelve-table-columns", names = &sheet.unknown.join(", ")));
    }
    for row in &sheet.rows {
        problems.extend(row.problems.iter().map(|(column, why)| {
            let (line, column) = (row.line, column.name());
            t!(words, "shelve-table-cell", line = line, column = column, why = &reason(words, why))
        }));
        let there = files.iter().any(|(_, name, _)| is_named(name, &row.file));
        if !there && !row.file.is_empty() {
            problems.push(t!(words, "shelve-table-no-file", line = row.line, name = row.file.as_str()));
        }
    }
    let said: Vec<(u32, Draft)> = files
        .iter()
        .filter_map(|(place, name, draft)| {
            let mut content: AssetContent = draft.content().0;
            sheet.row(name)?.apply(&mut content);
            Some((*place, Draft::of(content)))
        })
        .collect();
    (said.clone(), Filled { files: said.len(), problems })
}

/// Why a file is no such table.
fn not_read(words: &Words, problem: SheetProblem) -> String {
    match problem {
        SheetProblem::NotText => t!(words, "shelve-table-no-text"),
        SheetProblem::Empty => t!(words, "shelve-table-empty"),
        SheetProblem::NoFile => t!(words, "shelve-table-nameless"),
        SheetProblem::Twice(column) => t!(words, "shelve-table-twice", column = column.name()),
    }
}

/// What is wrong with a cell.
fn reason(words: &Words, why: &Why) -> String {
    match why {
        Why::Missing => t!(words, "shelve-cell-missing", column = Column::File.name()),
        Why::Twice { line } => t!(words, "shelve-cell-twice", line = *line),
        Why::Unknown(text) => t!(words, "shelve-cell-unknown", text = text.as_str()),
        Why::NoDay(text) => t!(words, "shelve-cell-day", text = text.as_str()),
        Why::Beyond => t!(words, "shelve-cell-beyond"),
    }
}

/// The table to fill in, and the way back.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let told = use_state(|| None::<Filled>);
    let files: Vec<(u32, String, Rc<Draft>)> = props
        .items
        .iter()
        .filter_map(|item| {
            let entry = props.batch.entries.get(&item.place).filter(|entry| entry.saved.is_none())?;
            Some((item.place, item.name.clone(), entry.draft.clone()))
        })
        .collect();
    let deps = (words.clone(), form, props.audiences.clone(), props.batch.dispatcher(), told.setter());
    let latest = use_mut_ref(Vec::<(u32, String, Rc<Draft>)>::new);
    latest.borrow_mut().clone_from(&files);
    let written_of = latest.clone();
    let table = use_callback(words.clone(), move |_: MouseEvent, words| {
        let rows: Vec<(String, AssetContent)> =
            written_of.borrow().iter().map(|(_, name, draft)| (name.clone(), draft.content().0)).collect();
        let table = written(&rows, separator_beside(words.decimal_sign()));
        // A browser that keeps no file says so itself.
        let _ = save_file(table.as_bytes(), &t!(words, "shelve-table-name"));
    });
    let onchange = use_callback(deps, move |event: Event, (words, form, audiences, batch, told)| {
        let Some(file) = chosen(&event).pop() else { return };
        let (words, form, audiences) = (words.clone(), form.clone(), audiences.clone());
        let (batch, told, latest) = (batch.clone(), told.clone(), latest.clone());
        spawn_local(async move {
            let text: Result<JsValue, JsValue> = JsFuture::from(file.text()).await;
            let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
            let files = latest.borrow().clone();
            let (said, filled) = filled(&words, (&form, &audiences), &text, &files);
            if !said.is_empty() {
                batch.dispatch(Change::Fill(said));
            }
            told.set(Some(filled));
        });
    });
    let result = told.as_ref().map(|filled| {
        let more = filled.problems.len().saturating_sub(TOLD);
        let (glyph, tone) = if filled.problems.is_empty() { (Glyph::Check, "good") } else { (Glyph::Warn, "warn") };
        hint(
            glyph,
            tone,
            html! {
                <>
                    <b>{ t!(words, "shelve-table-filled", count = filled.files) }</b>
                    <ul>
                        for text in filled.problems.iter().take(TOLD) { <li>{ text }</li> }
                        if more > 0 { <li>{ t!(words, "shelve-table-more", count = more) }</li> }
                    </ul>
                </>
            },
        )
    });
    html! {
        <div class="stack tight">
            <div class="row wrap">
                <button type="button" class="button small" onclick={table}>{ icon(Glyph::Download) }{ t!(words, "shelve-table") }</button>
                <label class="button small" for="shelve-table">{ icon(Glyph::Up) }{ t!(words, "shelve-table-back") }</label>
                <input class="unseen" type="file" id="shelve-table" accept=".csv,.tsv,.txt,text/csv" {onchange} />
            </div>
            <div role="status">{ result }</div>
        </div>
    }
}
