//! The form at work: what was typed, what is wrong with it, where it is in its steps, and how it was sent.

use super::draft::{Draft, Edit, field_of};
use super::kept;
use super::sections::{ContactSection, CustomSection, CustomerSection, DealSection, MoreSection, Sheet};
use super::send::{Aim, Failed, Saved, send};
use super::words::problem_text;
use crate::api::{ApiError, new_key, use_api};
use crate::i18n::{today, use_words};
use crate::route::{Route, use_go};
use crate::session::use_session;
use crate::t;
use crate::ui::{
    Back, ErrorSummary, Glyph, Icon, Mistake, Page, Toast, failure_text, failure_title, use_toast, use_wide,
};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use portico_contract::deal::{Deal, DealForm, Field, Review};
use portico_contract::problem::{Code, FieldProblem, ProblemKind};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub deal: Option<Rc<Deal>>,
    pub form: Rc<DealForm>,
    pub reload: Callback<()>,
}

/// The steps on a phone; at a desk all are in view.
const STEPS: usize = 3;

/// In which step a field stands.
fn step_of(field: &str) -> usize {
    match field.split('-').next() {
        Some("customer") if !matches!(field, "customer-duns" | "customer-industry") => 0,
        Some("contact") => 1,
        _ => 2,
    }
}

/// Whether a field belongs to what is folded away.
fn is_more(field: &str) -> bool {
    matches!(field, "dealType" | "attribution" | "customer-duns" | "customer-industry") || field.starts_with("qualification")
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let (words, api, go, toast, wide) = (use_words(), use_api(), use_go(), use_toast(), use_wide());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let decimal = words.decimal_sign();
    let deal_id = props.deal.as_ref().map(|deal| deal.id.clone());
    let kept = use_memo((), |()| kept::find(&account, deal_id.as_deref()));
    let begun = {
        let (kept, deal) = (kept.clone(), props.deal.clone());
        move || (*kept).clone().or_else(|| deal.map(|deal| Draft::of(&deal.content, decimal))).unwrap_or_default()
    };
    let draft = use_reducer(begun);
    let saved = use_state(|| props.deal.as_deref().map(Saved::from));
    // What the PRM has: as long as it is what was typed, nothing is unsaved.
    let stored = use_state(|| props.deal.as_ref().map(|deal| Draft::of(&deal.content, decimal)).unwrap_or_default());
    let touched = use_state(Vec::<String>::new);
    let turn = use_state(|| 0_u32);
    let step = use_state(|| 0_usize);
    let more = use_state(|| false);
    let busy = use_state(|| None::<Aim>);
    let failed = use_state(|| None::<ApiError>);
    let key = use_mut_ref(new_key);
    let restored = use_state(|| kept.is_some());

    let on_text = use_callback(draft.dispatcher(), |(field, text), draft| draft.dispatch(Edit::Text(field, text)));
    let on_tick = use_callback(draft.dispatcher(), |(field, ticked), draft| draft.dispatch(Edit::Tick(field, ticked)));
    let on_leave = use_callback(touched.clone(), |field: AttrValue, touched| {
        if !touched.iter().any(|known| *known == field.as_str()) {
            let mut more = (**touched).clone();
            more.push(field.to_string());
            touched.set(more);
        }
    });

    let unsaved = *draft != *stored && !draft.is_blank();
    use_effect_with(((*draft).clone(), unsaved), {
        let (account, id) = (account.clone(), deal_id.clone());
        move |(draft, unsaved)| {
            if *unsaved {
                kept::keep(&account, id.as_deref(), draft);
            }
        }
    });
    use_effect_with(unsaved, |unsaved| {
        let guard = unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", options, |event| event.prevent_default())
        });
        move || drop(guard)
    });

    let (content, unreadable) = draft.content(&props.form, decimal, a_labels);
    let (content, mut problems) = (Rc::new(content), unreadable);
    if let Err(missing) = content.register(&props.form, today()) {
        let told = |missing: &FieldProblem, problems: &[FieldProblem]| {
            problems.iter().any(|known| known.pointer.starts_with(&missing.pointer))
        };
        for missing in missing {
            if !told(&missing, &problems) {
                problems.push(missing);
            }
        }
    }
    if let Some(ApiError::Refused(problem)) = &*failed {
        let told = |one: &FieldProblem| problems.iter().any(|known| known.pointer == one.pointer);
        let refused: Vec<FieldProblem> = problem.errors.iter().filter(|one| !told(one)).cloned().collect();
        problems.extend(refused);
    }
    let editable = Rc::new(saved.as_ref().map_or_else(|| Field::ALL.to_vec(), |saved| saved.editable.clone()));
    let answering = props.deal.as_ref().is_some_and(|deal| deal.review == Review::InfoRequested);
    let in_steps = !wide && !answering;
    let all: Vec<(String, AttrValue, Code)> = problems
        .iter()
        .map(|problem| (field_of(&problem.pointer, &content), problem_text(&words, problem).into(), problem.code))
        .collect();
    // A mistake is told once its field was left; what is missing, once somebody wanted to go on.
    let shown: Vec<(String, AttrValue)> = all
        .iter()
        .filter(|(field, _, code)| {
            let tried = *turn > 0 && (!in_steps || step_of(field) <= *step);
            tried || (touched.contains(field) && *code != Code::Required)
        })
        .map(|(field, text, _)| (field.clone(), text.clone()))
        .collect();
    let here = |field: &str| !in_steps || step_of(field) == *step;
    let mistakes: Vec<Mistake> = if *turn == 0 {
        Vec::new()
    } else {
        let listed = all.iter().filter(|(field, ..)| here(field));
        listed.map(|(field, text, _)| Mistake { field: field.clone().into(), text: text.clone() }).collect()
    };

    let deliver = {
        let (account, id) = (account.clone(), deal_id.clone());
        let state = (busy.setter(), failed.setter(), saved.clone(), stored.setter(), touched.setter());
        use_callback(
            (api, content.clone(), (*draft).clone(), state, (go, toast, words.clone()), key),
            move |aim: Aim, (api, content, draft, state, (go, toast, words), key)| {
                let (busy, failed, saved, stored, touched) = state.clone();
                busy.set(Some(aim));
                failed.set(None);
                let sending = send(api.clone(), (*saved).clone(), (**content).clone(), aim, key.borrow().clone());
                let (go, toast, words, key) = (go.clone(), toast.clone(), words.clone(), key.clone());
                let (draft, account, id) = (draft.clone(), account.clone(), id.clone());
                spawn_local(async move {
                    match sending.await {
                        Ok(deal) => {
                            // What comes next is another thing to send.
                            *key.borrow_mut() = new_key();
                            kept::forget(&account, id.as_deref());
                            stored.set(draft);
                            let number = deal.number.as_str();
                            if aim == Aim::Submit {
                                toast.emit(Toast { text: t!(words, "submitted-toast", number = number).into(), link: None });
                                go.emit(Route::Deal { id: deal.id });
                                return;
                            }
                            toast.emit(Toast { text: t!(words, "saved-toast", number = number).into(), link: None });
                            show_address(&deal.id);
                            touched.set(Vec::new());
                            saved.set(Some(Saved::from(&deal)));
                        }
                        Err(Failed { error, saved: reached }) => {
                            if let ApiError::Refused(problem) = &error
                                && problem.kind == ProblemKind::KeyReused
                            {
                                *key.borrow_mut() = new_key();
                            }
                            if reached.is_some() {
                                saved.set(reached);
                            }
                            failed.set(Some(error));
                        }
                    }
                    busy.set(None);
                });
            },
        )
    };
    let blocked = busy.is_some();
    let save = use_callback((deliver.clone(), blocked), |_: MouseEvent, (deliver, blocked)| {
        if !blocked {
            deliver.emit(Aim::Save);
        }
    });
    let first_more = all.iter().any(|(field, ..)| is_more(field));
    let submit = {
        let clear = all.is_empty();
        use_callback(
            (deliver, blocked, clear, (*turn, turn.setter()), (more.setter(), first_more)),
            |(): (), (deliver, blocked, clear, (turn, set_turn), (more, first_more))| {
                set_turn.set(turn + 1);
                if *first_more {
                    more.set(true);
                }
                if *clear && !blocked {
                    deliver.emit(Aim::Submit);
                }
            },
        )
    };
    let onward = {
        let stuck = all.iter().any(|(field, ..)| step_of(field) == *step);
        use_callback(
            (stuck, *step, step.setter(), (*turn, turn.setter())),
            |(): (), (stuck, now, step, (turn, set_turn))| {
                if *stuck {
                    set_turn.set(turn + 1);
                } else {
                    set_turn.set(0);
                    step.set(now + 1);
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                }
            },
        )
    };
    let last = !in_steps || *step + 1 == STEPS;
    let onsubmit = use_callback((last, submit, onward), |event: SubmitEvent, (last, submit, onward)| {
        event.prevent_default();
        if *last { submit.emit(()) } else { onward.emit(()) }
    });
    let back_step = use_callback((*step, step.setter(), turn.setter()), |_: MouseEvent, (now, step, turn)| {
        turn.set(0);
        step.set(now.saturating_sub(1));
    });
    let start_over = use_callback(
        (draft.dispatcher(), (*stored).clone(), restored.setter(), (account, deal_id)),
        |_: MouseEvent, (draft, stored, restored, (account, id))| {
            kept::forget(account, id.as_deref());
            draft.dispatch(Edit::Put(stored.clone()));
            restored.set(false);
        },
    );
    let unfold = use_callback(more.setter(), |_: MouseEvent, more| more.set(true));
    // Somebody else changed the draft meanwhile: theirs is fetched, or this one is sent on top of it.
    let keep_mine = {
        let current = match &*failed {
            Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Stale => {
                problem.current.clone().and_then(|current| serde_json::from_value::<Deal>(current).ok())
            }
            _ => None,
        };
        use_callback((current, saved.clone(), failed.setter()), |_: MouseEvent, (current, saved, failed)| {
            saved.set(current.as_ref().map(Saved::from));
            failed.set(None);
        })
    };
    let take_theirs = use_callback(props.reload.clone(), |_: MouseEvent, reload| reload.emit(()));

    let sheet = Sheet {
        words: words.clone(),
        form: props.form.clone(),
        draft: Rc::new((*draft).clone()),
        content,
        editable: editable.clone(),
        problems: Rc::new(shown),
        own: saved.as_ref().map(|saved| saved.id.clone().into()),
        on_text,
        on_tick,
        on_leave,
    };
    let title = if answering { t!(words, "answer-title") } else { t!(words, "deal-register") };
    let back = match &*saved {
        Some(saved) => Back { to: Route::Deal { id: saved.id.clone() }, label: t!(words, "deal-title").into() },
        None => Back { to: Route::Deals, label: t!(words, "nav-deals").into() },
    };
    let state = match (*busy, unsaved) {
        (Some(_), _) => t!(words, "saving"),
        (None, true) => t!(words, "not-saved"),
        (None, false) if saved.is_some() => t!(words, "saved"),
        _ => String::new(),
    };
    let save_button = html! {
        <button type="button" class="button small" onclick={save} aria-disabled={blocked.then_some("true")}>{ t!(words, "save-draft") }</button>
    };
    let submit_button = html! {
        <button type="submit" form="register" class="button primary grow" aria-disabled={blocked.then_some("true")}>
            if *busy == Some(Aim::Submit) { <span class="spinner" aria-hidden="true" /> }
            { if answering { t!(words, "answer-send") } else { t!(words, "submit") } }
        </button>
    };
    let actions = html! {
        <>
            <span class="grow" />
            <small role="status" class="clip">{ state }</small>
            { save_button }
            if wide { { submit_button.clone() } }
        </>
    };
    let show = |step_number: usize| !in_steps || *step == step_number;
    let more_open = *more || answering;
    let has_more = [Field::DealType, Field::Attribution, Field::Qualification].into_iter().any(|field| editable.contains(&field));
    html! {
        <Page {title} {back} {actions}>
            <form id="register" class="stack wide narrow" novalidate=true {onsubmit}>
                if in_steps {
                    <div class="stack tight">
                        <div class="steps" aria-hidden="true">for index in 0..STEPS { <i key={index} class={(index <= *step).then_some("done")} /> }</div>
                        <p class="quiet">{ t!(words, "step-of", step = *step + 1, steps = STEPS) }</p>
                    </div>
                }
                if *restored && unsaved {
                    <div class="hint info" role="status">
                        <Icon glyph={Glyph::Check} /><span class="grow">{ t!(words, "typed-kept") }</span>
                        <button type="button" class="button small" onclick={start_over}>{ t!(words, "start-over") }</button>
                    </div>
                }
                if answering {
                    <div class="hint"><Icon glyph={Glyph::Warn} /><div class="grow stack snug">
                        <b>{ t!(words, "hint-asked") }</b>
                        <span class="pre">{ props.deal.as_ref().and_then(|deal| deal.reason.as_ref()?.comment.clone()) }</span>
                    </div></div>
                }
                <ErrorSummary {mistakes} turn={*turn} />
                if let Some(error) = (*failed).as_ref().filter(|error| error.kind() != Some(ProblemKind::Invalid)) {
                    <div class="hint bad" role="alert">
                        <Icon glyph={if *error == ApiError::Offline { Glyph::Off } else { Glyph::Warn }} />
                        <div class="grow stack tight">
                            <span><b>{ failure_title(&words, error) }{ ". " }</b>{ t!(words, "typed-still-here") }{ " " }{ failure_text(&words, error) }</span>
                            if error.kind() == Some(ProblemKind::Stale) {
                                <div class="row tight wrap">
                                    <button type="button" class="button small" onclick={take_theirs}>{ t!(words, "take-theirs") }</button>
                                    <button type="button" class="button small" onclick={keep_mine}>{ t!(words, "keep-mine") }</button>
                                </div>
                            }
                        </div>
                    </div>
                }
                if show(0) { <CustomerSection sheet={sheet.clone()} /> }
                if show(1) { <ContactSection sheet={sheet.clone()} /> }
                if show(2) {
                    <DealSection sheet={sheet.clone()} />
                    <CustomSection sheet={sheet.clone()} />
                    if more_open { <MoreSection sheet={sheet.clone()} /> }
                    else if has_more { <button type="button" class="button" aria-expanded="false" onclick={unfold}>{ t!(words, "more-details") }</button> }
                }
                if !wide {
                    <div class="bar">
                        if in_steps && *step > 0 { <button type="button" class="button" onclick={back_step}>{ t!(words, "back") }</button> }
                        if last { { submit_button } } else { <button type="submit" class="button primary grow">{ t!(words, "continue") }</button> }
                    </div>
                }
            </form>
        </Page>
    }
}

/// A host name with its letters of other scripts turned into A-labels, by the browser's own rules.
fn a_labels(typed: &str) -> String {
    if typed.is_ascii() {
        return typed.to_owned();
    }
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    web_sys::Url::new(&address).map_or_else(|_| typed.to_owned(), |url| url.hostname())
}

/// Writes the draft's own address, so that a reload finds it; the page stays as it is.
fn show_address(id: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        // Of the same origin, so it is taken.
        let _ = history.replace_state_with_url(&state, "", Some(&format!("/deals/{id}/edit")));
    }
}
