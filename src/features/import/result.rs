//! The last step: how far it has come, what became of it, and what is left.

use super::Step;
use super::found::Look;
use crate::api::left_url;
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use crate::ui::{Glyph, hint};
use portico_contract::import::{Import, ImportState};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OutcomeProps {
    pub import: Rc<Import>,
    pub busy: bool,
    pub step: Callback<Step>,
}

#[component]
pub(super) fn Outcome(props: &OutcomeProps) -> Html {
    let words = use_words();
    let import = &props.import;
    let cancel = props.step.reform(|_: MouseEvent| Step::Cancel);
    let another = props.step.reform(|_: MouseEvent| Step::Another);
    if import.state == ImportState::Running {
        let said = t!(words, "import-running", done = import.done, count = import.rows);
        return html! {
            <div class="stack">
                <h2 id="step" tabindex="-1">{ t!(words, "import-running-title") }</h2>
                <div class="meter" role="progressbar" aria-valuemin="0" aria-valuemax={import.rows.to_string()} aria-valuenow={import.done.to_string()} aria-valuetext={said.clone()} aria-labelledby="step">
                    <i style={format!("width: {}%", 100 * import.done / import.rows.max(1))} />
                </div>
                <p>{ said }</p>
                <p class="quiet">{ t!(words, "import-running-text") }</p>
                <div><button type="button" class="button" onclick={cancel} disabled={props.busy}>{ t!(words, "import-cancel") }</button></div>
            </div>
        };
    }
    let left = import.rows - import.imported;
    // The newest of one's own stand first: those that came just now.
    let see = format!(
        "{}?show={}&owner=me",
        Route::Deals.path(),
        if import.mapping.submit { "open" } else { "needs_partner" }
    );
    html! {
        <div class="stack">
            <h2 id="step" tabindex="-1">
                { if import.imported > 0 { t!(words, "import-done", count = import.imported) } else { t!(words, "import-none-done") } }
            </h2>
            if import.state == ImportState::Cancelled { { hint(Glyph::Warn, "warn", t!(words, "import-cancelled").into()) } }
            if import.state == ImportState::Failed { { hint(Glyph::Warn, "bad", t!(words, "import-failed").into()) } }
            if left > 0 {
                <div class="card stack">
                    <p><b>{ t!(words, "import-left", count = left) }</b>{ " " }{ t!(words, "import-left-text") }</p>
                    <div><a href={left_url(&import.id, words.language())} class="button" download="">{ t!(words, "import-left-file") }</a></div>
                </div>
            }
            <div class="row wrap">
                if import.imported > 0 { <a href={see} class="button primary">{ t!(words, "import-see") }</a> }
                <button type="button" class="button" onclick={another}>{ t!(words, "import-another") }</button>
            </div>
            if left > 0 { <Look import={import.clone()} /> }
        </div>
    }
}
