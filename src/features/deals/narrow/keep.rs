//! Keeping what narrows the list under a name.

use super::Views;
use super::filter::Filter;
use crate::api::ApiError;
use crate::i18n::{Words, use_words};
use crate::t;
use crate::ui::{Dialog, Field, Typed, failure, focus_next, typed};
use portico_contract::deal::view::{DealView, MAX_VIEW_NAME, ViewChange};
use portico_contract::problem::{Code, ProblemKind};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct KeepProps {
    pub filter: Filter,
    pub views: Views,
}

/// The button, and the short form behind it.
#[component]
pub(super) fn Keep(props: &KeepProps) -> Html {
    let words = use_words();
    let open = use_state(|| false);
    let show = use_callback(open.setter(), |_: MouseEvent, open| open.set(true));
    let close = use_callback(open.setter(), |(): (), open| open.set(false));
    html! {
        <>
            <button type="button" class="button plain small" id="keep-filter" onclick={show}>{ t!(words, "view-save") }</button>
            if *open { <KeepForm filter={props.filter.clone()} views={props.views.clone()} on_close={close} /> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct KeepFormProps {
    filter: Filter,
    views: Views,
    on_close: Callback<()>,
}

#[component]
fn KeepForm(props: &KeepFormProps) -> Html {
    let words = use_words();
    let name = use_state(String::new);
    let start = use_state(|| false);
    let busy = use_state(|| false);
    let tried = use_state(|| false);
    let failed = use_state(|| None::<ApiError>);
    let oninput =
        use_callback((name.setter(), start.setter()), |event: InputEvent, (name, start)| match typed(&event) {
            Some((_, Typed::Text(text))) => name.set(text),
            Some((_, Typed::Tick(ticked))) => start.set(ticked),
            None => {}
        });
    let onsubmit = use_callback(
        (
            props.views.clone(),
            props.filter.clone(),
            props.on_close.clone(),
            (name.clone(), *start),
            (busy.clone(), tried.setter(), failed.setter()),
        ),
        |event: SubmitEvent, (views, filter, on_close, (name, start), (busy, tried, failed))| {
            event.prevent_default();
            tried.set(true);
            if name.trim().is_empty() || **busy {
                return;
            }
            busy.set(true);
            failed.set(None);
            let change = ViewChange {
                name: Some(name.trim().to_owned()),
                query: Some(filter.kept()),
                start: start.then_some(true),
                position: None,
            };
            let (on_close, busy, failed) = (on_close.clone(), busy.setter(), failed.clone());
            let done = Callback::from(move |answer: Result<DealView, ApiError>| match answer {
                Ok(_) => {
                    on_close.emit(());
                    focus_next("filters");
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(Some(error));
                }
            });
            views.save(None, &change, done);
        },
    );
    let cancel = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let missing = *tried && name.trim().is_empty();
    let problem = if missing {
        Some(t!(words, "view-name-missing"))
    } else {
        failed.as_ref().and_then(|error| mend_name(&words, error))
    };
    let other = failed.as_ref().filter(|_| problem.is_none()).map(|error| failure(&words, error));
    let field = Field {
        id: "view-name".into(),
        label: t!(words, "view-name").into(),
        value: (*name).clone().into(),
        help: Some(t!(words, "view-name-help").into()),
        problem: problem.map(Into::into),
        ..Field::default()
    };
    let begins = Field { id: "view-start".into(), label: t!(words, "view-start").into(), ..Field::default() };
    html! {
        <Dialog labelled_by="keep-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput}>
                <h2 id="keep-title">{ t!(words, "view-save-title") }</h2>
                { other.unwrap_or_default() }
                { field.line(&words) }
                { begins.tick(*start, true) }
                <div class="row">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class="button grow primary" aria-disabled={busy.then_some("true")}>{ t!(words, "view-save") }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// What is wrong with a name, where it is that.
pub(super) fn mend_name(words: &Words, error: &ApiError) -> Option<String> {
    let ApiError::Refused(problem) = error else { return None };
    let field = problem.errors.first().filter(|_| problem.kind == ProblemKind::Invalid)?;
    Some(match field.code {
        Code::Repeated => t!(words, "view-name-taken"),
        Code::TooLong => t!(words, "view-name-long", count = field.limit.unwrap_or(MAX_VIEW_NAME)),
        Code::TooMany => t!(words, "view-many", count = field.limit.unwrap_or_default()),
        _ => return None,
    })
}
