//! Deals from a file: choose it, say what its columns hold, look at what was found, import, see what is left.

mod begin;
mod chosen;
mod columns;
mod found;
mod result;

use crate::api::{Answer, Api, ApiError, Fetch, new_key, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::route::{Route, show_address};
use crate::t;
use crate::ui::{Back, Fetched, Page, RemoteView, failure, focus_next};
use begin::Begin;
use columns::Columns;
use found::Found;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use portico_contract::import::{Import, ImportStart, ImportState};
use portico_contract::problem::ProblemKind;
use result::Outcome;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::UrlSearchParams;
use yew::prelude::*;

/// How often is asked how far it has come, in milliseconds.
const LOOK: u32 = 500;

/// What a step asks for.
pub(crate) enum Step {
    /// A file was taken: its import stands in the address from now on, so that coming back finds it.
    Brought(Rc<Import>),
    /// The columns, to be said otherwise.
    Columns,
    /// The rows were checked.
    Checked(Rc<Import>),
    Start(ImportStart),
    Cancel,
    /// From the beginning.
    Another,
}

/// The import that the address names.
fn named() -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("id")
}

/// The page `/deals/import`.
#[component]
pub fn ImportPage() -> Html {
    let (words, api) = (use_words(), use_api());
    let language = words.language().to_owned();
    let id = use_state_eq(named);
    let again = use_state(|| false);
    let (busy, refused) = (use_state(|| false), use_state(|| None::<ApiError>));
    let import = use_remote(
        (api.clone(), (*id).clone(), language.clone()),
        |(api, id, language): &(Api, Option<String>, String)| -> Fetch<Option<Rc<Import>>> {
            let asked = id.as_ref().map(|id| api.import(id, language));
            Box::pin(async move {
                match asked {
                    Some(import) => import.await.map(|import| Some(Rc::new(import))),
                    None => Ok(None),
                }
            })
        },
    );
    let remote = import.get();
    let known = remote.value().cloned().flatten().filter(|import| Some(&import.id) == id.as_ref());
    let running = known.as_ref().is_some_and(|import| import.state == ImportState::Running);
    let reload = import.reload.clone();
    use_effect_with(running, move |running| {
        let look = running.then(|| Interval::new(LOOK, move || reload.emit(())));
        move || drop(look)
    });
    let patcher = import.patcher();
    let step = Callback::from({
        let (id, again, busy, refused) = (id.clone(), again.setter(), busy.setter(), refused.setter());
        let (api, patcher, language, known) = (api.clone(), patcher.clone(), language.clone(), known.clone());
        move |step: Step| {
            refused.set(None);
            let carry = |answer: Answer<Import>| {
                let (busy, refused, patcher) = (busy.clone(), refused.clone(), patcher.clone());
                busy.set(true);
                spawn_local(async move {
                    match answer.await {
                        Ok(import) => {
                            let import = Rc::new(import);
                            patcher.patch(move |_| Some(Some(import.clone())));
                        }
                        Err(error) => refused.set(Some(error)),
                    }
                    busy.set(false);
                });
            };
            match (step, &known) {
                (Step::Brought(import), _) => {
                    show_address(&format!("{}?id={}", Route::Import.path(), import.id));
                    again.set(false);
                    id.set(Some(import.id.clone()));
                    patcher.patch(move |_| Some(Some(import.clone())));
                }
                (Step::Checked(import), _) => {
                    again.set(false);
                    patcher.patch(move |_| Some(Some(import.clone())));
                }
                (Step::Columns, _) => again.set(true),
                (Step::Start(start), Some(known)) => carry(api.start_import(&known.id, &new_key(), start, &language)),
                (Step::Cancel, Some(known)) => carry(api.cancel_import(&known.id, &new_key(), &language)),
                (Step::Another, _) => {
                    show_address(&Route::Import.path());
                    again.set(false);
                    id.set(None);
                }
                _ => {}
            }
        }
    });
    let place = known.as_ref().map_or(0, |import| match import.state {
        ImportState::Brought => 1,
        ImportState::Checked => {
            if *again {
                1
            } else {
                2
            }
        }
        _ => 3,
    });
    // Whoever comes to another step hears its name.
    use_effect_with(place, |place| {
        if *place > 0 {
            focus_next("step");
        }
    });
    let gone = id.is_some()
        && matches!(&*remote, crate::api::Remote::Failed(error) if error.kind() == Some(ProblemKind::NotFound));
    let body = match (known, place) {
        (Some(import), 1) => html! { <Columns key={import.id.clone()} import={import.clone()} step={step.clone()} /> },
        (Some(import), 2) => html! { <Found {import} busy={*busy} step={step.clone()} /> },
        (Some(import), _) => html! { <Outcome {import} busy={*busy} step={step.clone()} /> },
        (None, _) => html! { <Begin step={step.clone()} {gone} /> },
    };
    let waits = id.is_some() && !gone;
    let back = Back { to: Route::Deals, label: t!(words, "nav-deals").into() };
    html! {
        <Page title={t!(words, "import-title")} {back}>
            <div class="stack narrow">
                { steps(&words, place) }
                if let Some(error) = &*refused { { failure(&words, error) } }
                if waits {
                    <RemoteView fetched={Fetched::from(&*remote)} reload={import.reload.clone()} rows=6>{ body }</RemoteView>
                } else {
                    { body }
                }
            </div>
        </Page>
    }
}

/// How far one has come.
fn steps(words: &Words, place: usize) -> Html {
    let names = [
        t!(words, "import-step-file"),
        t!(words, "import-step-columns"),
        t!(words, "import-step-check"),
        t!(words, "import-step-result"),
    ];
    html! {
        <ol class="row tight wrap quiet" aria-label={t!(words, "import-steps")}>
            for (at, name) in names.into_iter().enumerate() {
                <li class={classes!("badge", if at == place { "info" } else { "plain" })} aria-current={(at == place).then_some("step")}>{ name }</li>
            }
        </ol>
    }
}
