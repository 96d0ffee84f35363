//! The form at work: what was typed, what is wrong with it, where it is in its steps, and how it was sent.

use super::check::{Found, STEPS, check, is_more, step_of};
use super::draft::{Draft, Edit};
use super::kept;
use super::sections::Sheet;
use super::send::{Aim, Failed, Saved, send};
use crate::api::{ApiError, lean, new_key, use_api};
use crate::i18n::use_words;
use crate::route::{Route, use_go};
use crate::session::use_session;
use crate::t;
use crate::ui::{Back, Choice, ErrorSummary, Glyph, Mistake, Page, Toast, Typed, failure, hint, typed, use_toast, use_wide};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use portico_contract::country::Country;
use portico_contract::deal::{Deal, DealForm, Field, Review};
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub deal: Option<Rc<Deal>>,
    pub form: Rc<DealForm>,
    pub reload: Callback<()>,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let (words, api, go, toast, wide) = (use_words(), use_api(), use_go(), use_toast(), use_wide());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let decimal = words.decimal_sign();
    let deal_id = props.deal.as_ref().map(|deal| deal.id.clone());
    let begun = use_memo((), |()| props.deal.as_ref().map(|deal| Draft::of(&deal.content(), decimal)).unwrap_or_default());
    let kept = use_memo((), |()| kept::find(&account, deal_id.as_deref()));
    let draft = use_reducer(|| (*kept).clone().unwrap_or_else(|| (*begun).clone()));
    let saved = use_state(|| props.deal.as_deref().map(Saved::from));
    // What the PRM has: as long as it is what was typed, nothing is unsaved.
    let stored = use_state(|| (*begun).clone());
    let touched = use_state(Vec::<String>::new);
    let turn = use_state(|| 0_u32);
    let step = use_state(|| 0_usize);
    let more = use_state(|| false);
    let busy = use_state(|| None::<Aim>);
    let failed = use_state(|| None::<ApiError>);
    let key = use_mut_ref(new_key);
    // 249 names in the person's language, sorted as it sorts.
    let countries = use_memo(words.clone(), |words| {
        let mut all: Vec<Choice> =
            Country::all().map(|country| (country.code().to_owned().into(), words.country(country).into())).collect();
        all.sort_by(|(_, one), (_, other)| words.compare(one, other));
        all
    });

    let oninput = use_callback(draft.dispatcher(), |event: InputEvent, draft| match typed(&event) {
        Some((field, Typed::Text(text))) => draft.dispatch(Edit::Text(field, text)),
        Some((field, Typed::Tick(ticked))) => draft.dispatch(Edit::Tick(field, ticked)),
        None => {}
    });
    let onfocusout = use_callback(touched.clone(), |event: FocusEvent, touched| {
        if let Some((field, _)) = typed(&event).filter(|(field, _)| !touched.contains(field)) {
            touched.set(touched.iter().cloned().chain([field]).collect());
        }
    });
    let onclick = use_callback(draft.dispatcher(), |event: MouseEvent, draft| {
        let chip = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(email) = chip.and_then(|chip| chip.get_attribute("data-email")) {
            draft.dispatch(Edit::Text("contact-email".to_owned(), email));
        }
    });

    let unsaved = *draft != *stored && !draft.is_blank();
    let (owner, id) = (account.clone(), deal_id.clone());
    use_effect_with(((*draft).clone(), unsaved), move |(draft, unsaved)| {
        if *unsaved {
            kept::keep(&owner, id.as_deref(), draft);
        }
    });
    use_effect_with(unsaved, |unsaved| {
        let guard = unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", options, |event| event.prevent_default())
        });
        move || drop(guard)
    });

    let (content, found) = check(&words, &draft, &props.form, (*failed).as_ref());
    let editable = saved.as_ref().map_or_else(|| Field::ALL.to_vec(), |saved| saved.editable.clone());
    let answering = props.deal.as_ref().is_some_and(|deal| deal.review == Review::InfoRequested);
    let in_steps = !wide && !answering;
    let here = |found: &&Found| !in_steps || step_of(&found.field) == *step;
    // A mistake is told once its field was left; what is missing, once somebody wanted to go on.
    let shown = |found: &&Found| {
        let tried = *turn > 0 && (!in_steps || step_of(&found.field) <= *step);
        tried || (!found.missing && touched.contains(&found.field))
    };
    let mistake = |found: &Found| (AttrValue::from(found.field.clone()), found.text.clone());
    let beside: Vec<Mistake> = found.iter().filter(shown).map(mistake).collect();
    let summary: Vec<Mistake> =
        if *turn == 0 { Vec::new() } else { found.iter().filter(here).map(mistake).collect() };

    let deliver = {
        let (account, id) = (account.clone(), deal_id.clone());
        let state = (busy.setter(), failed.setter(), saved.clone(), stored.setter(), touched.setter());
        use_callback(
            (api, content.clone(), (*draft).clone(), state, (go, toast, words.clone()), key),
            move |aim: Aim, (api, content, draft, state, (go, toast, words), key)| {
                let (busy, failed, saved, stored, touched) = state.clone();
                busy.set(Some(aim));
                failed.set(None);
                let sending = send(api.clone(), (*saved).clone(), content.clone(), aim, key.borrow().clone());
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
                            if error.kind() == Some(ProblemKind::KeyReused) {
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
    let last = !in_steps || *step + 1 == STEPS;
    let onsubmit = {
        let stuck = found.iter().any(|found| if last { true } else { step_of(&found.field) == *step });
        let unfold = last && found.iter().any(|found| is_more(&found.field));
        use_callback(
            ((last, stuck, unfold, blocked), (*step, step.setter()), (*turn, turn.setter()), more.setter(), deliver),
            |event: SubmitEvent, ((last, stuck, unfold, blocked), (now, step), (turn, set_turn), more, deliver)| {
                event.prevent_default();
                if *unfold {
                    more.set(true);
                }
                match (stuck, last) {
                    (true, _) => set_turn.set(turn + 1),
                    (false, true) if !blocked => deliver.emit(Aim::Submit),
                    (false, true) => {}
                    (false, false) => {
                        set_turn.set(0);
                        step.set(now + 1);
                        window().scroll_to_with_x_and_y(0.0, 0.0);
                    }
                }
            },
        )
    };
    let back_step = use_callback((*step, step.setter(), turn.setter()), |_: MouseEvent, (now, step, turn)| {
        turn.set(0);
        step.set(now.saturating_sub(1));
    });
    let start_over = use_callback(
        (draft.dispatcher(), (*stored).clone(), (account, deal_id)),
        |_: MouseEvent, (draft, stored, (account, id))| {
            kept::forget(account, id.as_deref());
            draft.dispatch(Edit::Put(stored.clone()));
        },
    );
    let unfold = use_callback(more.setter(), |_: MouseEvent, more| more.set(true));
    // Somebody else changed the deal meanwhile: theirs is fetched, or this is sent on top of it.
    let keep_mine = use_callback((failed.clone(), saved.clone()), |_: MouseEvent, (failed, saved)| {
        if let Some(ApiError::Refused(problem)) = &**failed {
            let current = problem.current.as_ref().and_then(|current| lean::of::<Deal>(current).ok());
            saved.set(current.as_ref().map(Saved::from));
        }
        failed.set(None);
    });
    let take_theirs = {
        let (owner, id) = (use_session().session().map(|session| session.user.id.clone()).unwrap_or_default(), props.deal.as_ref().map(|deal| deal.id.clone()));
        use_callback((props.reload.clone(), owner, id), |_: MouseEvent, (reload, owner, id)| {
            kept::forget(owner, id.as_deref());
            reload.emit(());
        })
    };

    let sheet = Sheet {
        words: &words,
        form: &props.form,
        draft: &draft,
        content: &content,
        countries: &countries,
        editable: &editable,
        mistakes: &beside,
        own: saved.as_ref().map(|saved| saved.id.clone().into()),
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
    let disabled = blocked.then_some("true");
    let submit_button = html! {
        <button type="submit" form="register" class="button primary grow" aria-disabled={disabled}>
            if *busy == Some(Aim::Submit) { <span class="spinner" aria-hidden="true" /> }
            { if answering { t!(words, "answer-send") } else { t!(words, "submit") } }
        </button>
    };
    let actions = html! {
        <>
            <span class="grow" />
            <small role="status" class="clip">{ state }</small>
            <button type="button" class="button small" onclick={save} aria-disabled={disabled}>{ t!(words, "save-draft") }</button>
            if wide { { submit_button.clone() } }
        </>
    };
    let restored = (kept.is_some() && unsaved && *draft == *kept.as_ref().as_ref().unwrap_or(&draft)).then(|| {
        let over = html! { <><span>{ t!(words, "typed-kept") }</span><div><button type="button" class="button small" onclick={start_over}>{ t!(words, "start-over") }</button></div></> };
        html! { <div role="status" key="restored">{ hint(Glyph::Check, "info", over) }</div> }
    });
    let question = answering.then(|| {
        let asked = props.deal.as_ref().and_then(|deal| deal.reason.as_ref()?.comment.clone());
        hint(Glyph::Warn, "", html! { <><b>{ t!(words, "hint-asked") }</b><span class="pre">{ asked }</span></> })
    });
    let trouble = (*failed).as_ref().filter(|error| error.kind() != Some(ProblemKind::Invalid)).map(|error| {
        let stale = error.kind() == Some(ProblemKind::Stale);
        html! {
            <div class="stack tight" key="trouble">
                { failure(&words, error) }
                <p class="quiet">{ t!(words, "typed-still-here") }</p>
                if stale {
                    <div class="row tight wrap">
                        <button type="button" class="button small" onclick={take_theirs}>{ t!(words, "take-theirs") }</button>
                        <button type="button" class="button small" onclick={keep_mine}>{ t!(words, "keep-mine") }</button>
                    </div>
                }
            </div>
        }
    });
    let show = |number: usize| !in_steps || *step == number;
    html! {
        <Page {title} {back} {actions}>
            <form id="register" class="stack wide narrow" novalidate=true {onsubmit} {oninput} {onfocusout} {onclick}>
                if in_steps {
                    <div class="stack tight" key="steps">
                        <div class="steps" aria-hidden="true">for index in 0..STEPS { <i key={index} class={(index <= *step).then_some("done")} /> }</div>
                        <p class="quiet">{ t!(words, "step-of", step = *step + 1, steps = STEPS) }</p>
                    </div>
                }
                { restored.unwrap_or_default() }
                { question.unwrap_or_default() }
                <ErrorSummary key="summary" mistakes={summary} turn={*turn} />
                { trouble.unwrap_or_default() }
                if show(0) { { sheet.customer() } }
                if show(1) { { sheet.contact() } }
                if show(2) {
                    { sheet.deal() }
                    { sheet.custom() }
                    if *more { { sheet.more() } }
                    else if sheet.has_more() { <button type="button" key="unfold" class="button" aria-expanded="false" onclick={unfold}>{ t!(words, "more-details") }</button> }
                }
                if !wide {
                    <div class="bar" key="bar">
                        if in_steps && *step > 0 { <button type="button" class="button" onclick={back_step}>{ t!(words, "back") }</button> }
                        if last { { submit_button } } else { <button type="submit" class="button primary grow">{ t!(words, "continue") }</button> }
                    </div>
                }
            </form>
        </Page>
    }
}

/// Writes the draft's own address, so that a reload finds it; the page stays as it is.
fn show_address(id: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        // Of the same origin, so it is taken.
        let _ = history.replace_state_with_url(&state, "", Some(&format!("/deals/{id}/edit")));
    }
}
