//! The third step: what the check found. Nothing is written yet.

use super::Step;
use crate::api::{Api, Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::route::Route;
use crate::t;
use crate::ui::{Fetched, Field, Glyph, Paged, RemoteView, Typed, further, hint, typed, use_further};
use portico_contract::import::{Import, ImportFinding, ImportStart};
use std::rc::Rc;
use yew::prelude::*;

type Findings = portico_contract::page::Page<Rc<ImportFinding>>;

/// A page of them as it comes.
fn shared(page: portico_contract::page::Page<ImportFinding>) -> Findings {
    Findings { items: page.items.into_iter().map(Rc::new).collect(), next_cursor: page.next_cursor }
}

#[derive(Clone, PartialEq)]
struct Looked(Findings);

impl Paged for Looked {
    type Page = Findings;

    fn cursor(&self) -> Option<&str> {
        self.0.next_cursor.as_deref()
    }

    fn followed_by(&self, page: Findings) -> Self {
        let items = self.0.items.iter().cloned().chain(page.items).collect();
        Self(Findings { items, next_cursor: page.next_cursor })
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FoundProps {
    pub import: Rc<Import>,
    pub busy: bool,
    pub step: Callback<Step>,
}

#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let words = use_words();
    let import = &props.import;
    let found = import.found.unwrap_or_default();
    let duplicates = use_state(|| false);
    let oninput = use_callback(duplicates.setter(), |event: InputEvent, set| {
        if let Some((_, Typed::Tick(ticked))) = typed(&event) {
            set.set(ticked);
        }
    });
    let count = found.good + if *duplicates { found.duplicates } else { 0 };
    let start = props.step.reform({
        let start = ImportStart { duplicates: *duplicates };
        move |_: MouseEvent| Step::Start(start)
    });
    let columns = props.step.reform(|_: MouseEvent| Step::Columns);
    html! {
        <div class="stack">
            <h2 id="step" tabindex="-1">{ t!(words, "import-checked", count = found.good) }</h2>
            if found.bad > 0 { { hint(Glyph::Warn, "bad", t!(words, "import-bad", count = found.bad).into()) } }
            if found.duplicates > 0 {
                { hint(Glyph::Warn, "warn", t!(words, "import-duplicates", count = found.duplicates).into()) }
                <div {oninput}>
                    { Field { id: "duplicates".into(), label: t!(words, "import-take-duplicates").into(), ..Field::default() }.tick(*duplicates, true) }
                </div>
            }
            if count == 0 { <p>{ t!(words, "import-nothing-good") }</p> }
            <div class="row wrap">
                if count > 0 {
                    <button type="button" class="button primary" onclick={start} aria-disabled={props.busy.then_some("true")} disabled={props.busy}>
                        if props.busy { <i class="spinner" aria-hidden="true" /> }
                        { t!(words, "import-start", count = count) }
                    </button>
                }
                <button type="button" class="button" onclick={columns}>{ t!(words, "import-back") }</button>
            </div>
            if found.bad + found.duplicates > 0 { <Look import={import.clone()} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LookProps {
    pub import: Rc<Import>,
}

/// The rows to look at, page by page.
#[component]
pub(super) fn Look(props: &LookProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let deps = (api, props.import.id.clone(), words.language().to_owned());
    let list = use_remote(deps.clone(), |(api, id, language): &(Api, String, String)| -> Fetch<Rc<Looked>> {
        let page = api.import_findings(id, None, language);
        Box::pin(async move { Ok(Rc::new(Looked(shared(page.await?)))) })
    });
    let remote = list.get();
    let rows = remote.value().map(Rc::as_ref);
    let (more, failed) = use_further(rows, list.patcher(), deps, |(api, id, language), cursor| {
        let page = api.import_findings(id, cursor, language);
        Box::pin(async move { Ok(shared(page.await?)) })
    });
    let body = rows.map(|rows| {
        html! {
            <div class="stack">
                <ul class="list">
                    for one in &rows.0.items { <li class="item" key={one.line}>{ row(&words, one) }</li> }
                </ul>
                if rows.cursor().is_some() { { further(&words, "button", t!(words, "deals-more"), failed.as_ref(), more) } }
            </div>
        }
    });
    html! {
        <section class="stack" aria-labelledby="findings">
            <h2 id="findings">{ t!(words, "import-findings") }</h2>
            <RemoteView fetched={Fetched::from(&*remote)} reload={list.reload.clone()} rows=4>{ body.unwrap_or_default() }</RemoteView>
        </section>
    }
}

fn row(words: &Words, one: &ImportFinding) -> Html {
    html! {
        <div class="grow" style="min-width: 0; overflow-wrap: anywhere">
            <h3>{ &one.name }</h3>
            <small class="quiet">{ t!(words, "import-line", line = one.line) }</small>
            <ul>
                for why in &one.why {
                    <li>if !why.field.is_empty() { <b>{ &why.field }</b>{ " · " } }{ &why.why }</li>
                }
            </ul>
            if let Some(id) = &one.deal {
                <a href={Route::Deal { id: id.clone() }.path()} class="button plain small" target="_blank">{ t!(words, "import-see-deal") }</a>
            }
        </div>
    }
}
