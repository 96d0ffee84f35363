//! The second step: what each column holds, and what becomes of the rows.

use super::Step;
use crate::api::{ApiError, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::t;
use crate::ui::{Choice, Field, Glyph, Typed, failure, hint, typed};
use portico_contract::import::{DateOrder, DecimalMark, Import, ImportColumn, ImportMapping};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ColumnsProps {
    pub import: Rc<Import>,
    pub step: Callback<Step>,
}

/// What was said, with one thing said otherwise.
fn said(mapping: &ImportMapping, name: &str, value: Typed) -> ImportMapping {
    let mut said = mapping.clone();
    match (name, value) {
        ("dates", Typed::Text(order)) => said.dates = DateOrder::parse(&order).unwrap_or_default(),
        ("decimals", Typed::Text(mark)) => said.decimals = DecimalMark::parse(&mark).unwrap_or_default(),
        ("currency", Typed::Text(code)) => said.currency = code,
        ("intake", Typed::Text(intake)) => said.submit = intake == "submit",
        ("consent", Typed::Tick(agreed)) => said.consent = agreed,
        (column, Typed::Text(target)) => {
            let at = column.strip_prefix("column-").and_then(|at| at.parse::<usize>().ok());
            let Some(at) = at.filter(|at| *at < said.columns.len()) else { return said };
            let target = Some(target).filter(|target| !target.is_empty());
            // A field stands in one column: it moves.
            for other in &mut said.columns {
                if target.is_some() && *other == target {
                    *other = None;
                }
            }
            said.columns[at] = target;
        }
        _ => {}
    }
    said
}

#[component]
pub(super) fn Columns(props: &ColumnsProps) -> Html {
    let (words, api, form) = (use_words(), use_api(), use_form());
    let import = &props.import;
    let mapping = use_state(|| import.mapping.clone());
    let (busy, refused) = (use_state(|| false), use_state(|| None::<ApiError>));
    let oninput = use_callback((*mapping).clone(), {
        let set = mapping.setter();
        move |event: InputEvent, mapping| {
            if let Some((name, value)) = typed(&event) {
                set.set(said(mapping, &name, value));
            }
        }
    });
    let onsubmit = use_callback(
        (api, import.id.clone(), (*mapping).clone(), words.language().to_owned(), props.step.clone(), *busy),
        {
            let (busy, refused) = (busy.setter(), refused.setter());
            move |event: SubmitEvent, (api, id, mapping, language, step, waits)| {
                event.prevent_default();
                if *waits {
                    return;
                }
                busy.set(true);
                refused.set(None);
                let checked = api.map_import(id, mapping, language);
                let (busy, refused, step) = (busy.clone(), refused.clone(), step.clone());
                spawn_local(async move {
                    match checked.await {
                        Ok(import) => step.emit(Step::Checked(Rc::new(import))),
                        Err(error) => {
                            refused.set(Some(error));
                            busy.set(false);
                        }
                    }
                });
            }
        },
    );
    let held = |id: &str| mapping.columns.iter().flatten().any(|held| held == id);
    let two = |is: fn(&ImportColumn) -> bool| {
        import.columns.iter().zip(&mapping.columns).any(|(column, held)| held.is_some() && is(column))
    };
    let missing = import.targets.iter().filter(|target| target.required && !held(&target.id));
    let missing = missing.filter(|target| !(target.id == "/contact/consent" && mapping.consent));
    let missing: Vec<&str> = missing.map(|target| target.label.as_str()).collect();
    let choice = |value: &str, label: String| -> Choice { (value.to_owned().into(), label.into()) };
    let field = |id: &'static str, label: String, value: &str| Field {
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        ..Field::default()
    };
    let currencies: Vec<Choice> =
        form.0.iter().flat_map(|form| &form.currencies).map(|code| choice(code, code.clone())).collect();
    let back = props.step.reform(|_: MouseEvent| Step::Another);
    html! {
        <form class="stack" {oninput} {onsubmit}>
            <div>
                <h2 id="step" tabindex="-1">{ t!(words, "import-columns") }</h2>
                <p class="quiet">{ t!(words, "import-columns-text", name = import.name.as_str(), count = import.rows) }</p>
            </div>
            <ul class="list">
                for (at, column) in import.columns.iter().enumerate() { { one(&words, import, &mapping, at, column) } }
            </ul>
            if two(|column| column.two_dates) {
                { field("dates", t!(words, "import-dates"), mapping.dates.name()).segmented(&[
                    choice(DateOrder::DayFirst.name(), t!(words, "import-day-first")),
                    choice(DateOrder::MonthFirst.name(), t!(words, "import-month-first")),
                ]) }
            }
            if two(|column| column.two_numbers) {
                { field("decimals", t!(words, "import-decimals"), mapping.decimals.name()).segmented(&[
                    choice(DecimalMark::Point.name(), t!(words, "import-point")),
                    choice(DecimalMark::Comma.name(), t!(words, "import-comma")),
                ]) }
            }
            if held("/value/amount") {
                { field("currency", t!(words, "import-amount-currency"), &mapping.currency).select(&words, &currencies, false) }
            }
            { field("intake", t!(words, "import-intake"), if mapping.submit { "submit" } else { "draft" }).segmented(&[
                choice("submit", t!(words, "import-registered-deals")),
                choice("draft", t!(words, "import-drafts")),
            ]) }
            if !held("/contact/consent") { { field("consent", t!(words, "import-agree"), "").tick(mapping.consent, true) } }
            <div role="status">
                if mapping.submit && !missing.is_empty() { { hint(Glyph::Warn, "warn", t!(words, "import-missing", fields = missing.join(", ").as_str()).into()) } }
            </div>
            if let Some(error) = &*refused { { failure(&words, error) } }
            <div class="row wrap">
                <button type="submit" class="button primary" aria-disabled={busy.then_some("true")}>
                    if *busy { <i class="spinner" aria-hidden="true" /> }
                    { t!(words, "import-check") }
                </button>
                <button type="button" class="button" onclick={back}>{ t!(words, "import-another") }</button>
            </div>
        </form>
    }
}

/// A column: its name, what stands in it, and what that is.
fn one(words: &Words, import: &Import, mapping: &ImportMapping, at: usize, column: &ImportColumn) -> Html {
    let name =
        if column.header.is_empty() { t!(words, "import-column", place = at + 1) } else { column.header.clone() };
    let held = mapping.columns.get(at).cloned().flatten().unwrap_or_default();
    let id = format!("column-{at}");
    let samples = if column.samples.is_empty() { t!(words, "import-sample-none") } else { column.samples.join(" · ") };
    html! {
        <li class="item" key={at}>
            <div class="grow">
                <h3>{ &name }</h3>
                <p class="quiet" id={format!("samples-{at}")} style="overflow-wrap: anywhere"><small>{ samples }</small></p>
            </div>
            <select class="input" id={id.clone()} name={id} style="flex: 1 1 14rem" aria-label={t!(words, "import-column-holds", column = name.as_str())} aria-describedby={format!("samples-{at}")}>
                <option value="" selected={held.is_empty()}>{ t!(words, "import-left-out") }</option>
                for target in &import.targets {
                    <option key={target.id.clone()} value={target.id.clone()} selected={target.id == held}>
                        { &target.label }{ if target.required { format!(" {}", t!(words, "import-needed")) } else { String::new() } }
                    </option>
                }
            </select>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_moves_from_one_column_to_another() {
        let name = || Some("/customer/name".to_owned());
        let before = ImportMapping { columns: vec![name(), None], ..ImportMapping::default() };
        let after = said(&before, "column-1", Typed::Text("/customer/name".to_owned()));
        assert_eq!(after.columns, [None, name()]);
        assert_eq!(said(&after, "column-1", Typed::Text(String::new())).columns, [None, None]);
        assert_eq!(said(&before, "column-7", Typed::Text("x".to_owned())), before);
        assert!(said(&before, "intake", Typed::Text("submit".to_owned())).submit);
    }
}
