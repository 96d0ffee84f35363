//! The form at work: what was typed, what is wrong with it, where it is in its steps, and how it was sent.

use super::check::{Found, HEADS, STEPS, check, is_claimed, is_more, step_of};
use super::delivery::{use_deliver, use_delivery};
use super::draft::{Draft, Edit};
use super::hands::use_hands;
use super::sections::Sheet;
use super::send::Aim;
use super::{kept, notices};
use crate::i18n::use_words;
use crate::parts::country_choices;
use crate::route::{Route, use_go};
use crate::session::use_session;
use crate::t;
use crate::ui::{Back, ErrorSummary, Mistake, Page, focus, focus_next, use_wide};
use gloo::utils::window;
use portico_contract::deal::{Deal, DealForm, Field, Review};
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub deal: Option<Rc<Deal>>,
    pub form: Rc<DealForm>,
    pub reload: Callback<()>,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let (words, wide, go) = (use_words(), use_wide(), use_go());
    let account = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let decimal = words.decimal_sign();
    let opened = props.deal.as_ref().map(|deal| deal.id.clone());
    let begun =
        use_memo((), |()| props.deal.as_ref().map(|deal| Draft::of(&deal.content(), decimal)).unwrap_or_default());
    let kept = use_memo((), |()| kept::find(&account, opened.as_deref()));
    let draft = use_reducer(|| (*kept).clone().unwrap_or_else(|| (*begun).clone()));
    let delivery = use_delivery(props.deal.as_deref(), &begun);
    let touched = use_state(Vec::<String>::new);
    let turn = use_state(|| 0_u32);
    let step = use_state(|| 0_usize);
    let more = use_state(|| false);
    // 249 names in the person's language, sorted as it sorts.
    let countries = use_memo(words.clone(), |words| country_choices(words));

    let unsaved = *draft != *delivery.stored && !draft.is_blank();
    // From its first delivery on a new deal has a name of its own.
    let deal_id = delivery.saved.as_ref().map(|saved| saved.id.clone());
    kept::use_kept(&account, deal_id.as_deref(), &draft, unsaved);

    let saved = delivery.saved.as_ref();
    let editable = saved.map_or_else(|| Field::ALL.to_vec(), |saved| saved.editable.clone());
    let (content, found) = check(&words, &draft, &props.form, &editable, delivery.refusal());
    let is = |review| props.deal.as_ref().is_some_and(|deal| deal.review == review);
    let (answering, completing) = (is(Review::InfoRequested), is(Review::Claimed));
    let in_steps = !wide && !answering && !completing;
    // A claim asks for less: what it does not need is no mistake as long as nothing else was tried.
    let claiming = use_state(|| false);
    let wanted = |found: &&Found| !*claiming || is_claimed(&found.field);
    let here = |found: &&Found| !in_steps || step_of(&found.field) == *step;
    // A mistake is told once its field was left; what is missing, once somebody wanted to go on.
    let shown = |found: &&Found| {
        let tried = *turn > 0 && (!in_steps || step_of(&found.field) <= *step);
        tried || (!found.missing && touched.contains(&found.field))
    };
    let mistake = |found: &Found| (AttrValue::from(found.field.clone()), found.text.clone());
    let beside: Vec<Mistake> = found.iter().filter(wanted).filter(shown).map(mistake).collect();
    let summary: Vec<Mistake> =
        if *turn == 0 { Vec::new() } else { found.iter().filter(wanted).filter(here).map(mistake).collect() };

    // What the PRM finds wrong is told like any mistake: in its step, and by a summary that takes the focus.
    let first = found.iter().map(|found| step_of(&found.field)).min();
    let folded = found.iter().any(|found| is_more(&found.field));
    let go_there = (turn.clone(), step.setter(), more.clone(), first);
    use_effect_with(delivery.refusal().is_some(), move |refused| {
        let (turn, step, more, first) = go_there;
        if let Some(first) = first.filter(|_| *refused) {
            more.set(*more || folded);
            step.set(first);
            turn.set(*turn + 1);
        }
    });

    let kept_as = (account.clone(), deal_id.clone());
    let deliver = use_deliver(&delivery, (content.clone(), (*draft).clone()), kept_as.clone(), touched.setter());
    let blocked = delivery.busy.is_some();
    let save = use_callback((deliver.clone(), blocked), |_: MouseEvent, (deliver, blocked)| {
        if !blocked {
            deliver.emit(Aim::Save);
        }
    });
    let claimable = delivery.saved.as_ref().is_none_or(|saved| saved.claimable) && props.form.claim_days > 0;
    let claim = {
        let stuck = found.iter().any(|found| is_claimed(&found.field));
        use_callback(
            ((deliver.clone(), blocked || stuck, stuck), claiming.setter(), (*turn, turn.setter())),
            |_: MouseEvent, ((deliver, blocked, stuck), claiming, (turn, set_turn))| {
                claiming.set(true);
                if *stuck {
                    set_turn.set(turn + 1);
                }
                if !blocked {
                    deliver.emit(Aim::Claim);
                }
            },
        )
    };
    let last = !in_steps || *step + 1 == STEPS;
    let go_on = {
        let stuck = found.iter().any(|found| last || step_of(&found.field) == *step);
        let unfold = last && found.iter().any(|found| is_more(&found.field));
        use_callback(
            (
                (last, stuck, unfold, blocked),
                (*step, step.setter()),
                (*turn, turn.setter()),
                (more.setter(), claiming.setter()),
                deliver,
            ),
            |(): (), ((last, stuck, unfold, blocked), (now, step), (turn, set_turn), (more, claiming), deliver)| {
                claiming.set(false);
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
                        focus_next(HEADS[(now + 1).min(STEPS - 1)]);
                    }
                }
            },
        )
    };
    let hands = use_hands(draft.dispatcher(), touched.clone(), go_on);
    let back_step = use_callback((*step, step.setter(), turn.setter()), |_: MouseEvent, (now, step, turn)| {
        turn.set(0);
        step.set(now.saturating_sub(1));
        focus_next(HEADS[now.saturating_sub(1)]);
    });
    let start_over = use_callback(
        (draft.dispatcher(), (*delivery.stored).clone(), kept_as.clone()),
        |_: MouseEvent, (draft, stored, (account, id))| {
            kept::forget(account, id.as_deref());
            draft.dispatch(Edit::Put(stored.clone()));
            focus("main");
        },
    );
    // A button that goes leads the focus to what comes in its place.
    let unfold = use_callback(more.setter(), |_: MouseEvent, more| {
        more.set(true);
        focus_next("part-more");
    });
    let keep_mine = use_callback(delivery.clone(), |_: MouseEvent, delivery| {
        delivery.overrule();
        focus("main");
    });
    let take_theirs = use_callback(
        (props.reload.clone(), go, props.deal.is_some(), kept_as),
        |_: MouseEvent, (reload, go, was_there, (account, id))| {
            kept::forget(account, id.as_deref());
            match id {
                // Opened as a new deal, this form knows nothing to fetch again.
                Some(id) if !was_there => go.emit(Route::EditDeal { id: id.clone() }),
                _ => reload.emit(()),
            }
        },
    );

    let sheet = Sheet {
        words: &words,
        form: &props.form,
        draft: &draft,
        content: &content,
        countries: &countries,
        editable: &editable,
        mistakes: &beside,
        own: saved.map(|saved| saved.id.clone().into()),
    };
    let title = match (answering, completing) {
        (true, _) => t!(words, "answer-title"),
        (_, true) => t!(words, "complete-title"),
        _ => t!(words, "deal-register"),
    };
    let back = match saved {
        Some(saved) => Back { to: Route::Deal { id: saved.id.clone() }, label: t!(words, "deal-title").into() },
        None => Back { to: Route::Deals, label: t!(words, "nav-deals").into() },
    };
    let state = match (*delivery.busy, unsaved) {
        (Some(_), _) => t!(words, "saving"),
        (None, true) => t!(words, "not-saved"),
        (None, false) if saved.is_some() => t!(words, "saved"),
        _ => String::new(),
    };
    let disabled = blocked.then_some("true");
    let submit_button = html! {
        <button type="submit" class="button primary grow" aria-keyshortcuts="Control+Enter Meta+Enter" aria-disabled={disabled}>
            if *delivery.busy == Some(Aim::Submit) { <span class="spinner" aria-hidden="true" /> }
            { if answering { t!(words, "answer-send") } else { t!(words, "submit") } }
            <kbd aria-hidden="true">{ t!(words, "submit-keys") }</kbd>
        </button>
    };
    let save_button = html! {
        <button type="button" class="button small" onclick={save} aria-disabled={disabled}>{ t!(words, "save-draft") }</button>
    };
    let claim_button = (claimable && !answering).then(|| {
        html! { <button type="button" class="button" onclick={claim} aria-disabled={disabled}>{ t!(words, "claim") }</button> }
    });
    let status = html! { <small role="status" class="clip">{ state }</small> };
    let actions = html! {
        <>
            <span class="grow" />
            if wide { { status.clone() } }
            { save_button }
        </>
    };
    let is_restored = unsaved && (*kept).as_ref() == Some(&*draft);
    let restored = is_restored.then(|| notices::restored(&words, start_over));
    let asked = answering.then(|| notices::asked(&words, props.deal.as_deref()));
    let kept_place = props.deal.as_deref().filter(|_| completing).map(|deal| notices::claimed(&words, deal));
    let failed = delivery.failed.as_ref().filter(|error| error.kind() != Some(ProblemKind::Invalid));
    let trouble = failed.map(|error| notices::trouble(&words, error, take_theirs, keep_mine));
    let show = |number: usize| !in_steps || *step == number;
    html! {
        <Page {title} {back} {actions}>
            <form id="register" class="stack wide narrow" novalidate=true onsubmit={hands.onsubmit} onkeydown={hands.onkeydown} oninput={hands.oninput} onfocusout={hands.onfocusout} onclick={hands.onclick}>
                if in_steps {
                    <div class="stack tight" key="steps">
                        <div class="steps" aria-hidden="true">for index in 0..STEPS { <i key={index} class={(index <= *step).then_some("done")} /> }</div>
                        <p class="row between quiet"><span>{ t!(words, "step-of", step = *step + 1, steps = STEPS) }</span>{ status.clone() }</p>
                    </div>
                }
                if !in_steps && !wide { { status } }
                { restored.unwrap_or_default() }
                { asked.unwrap_or_default() }
                { kept_place.unwrap_or_default() }
                <ErrorSummary key="summary" mistakes={summary} turn={*turn} />
                { trouble.unwrap_or_default() }
                if show(0) {
                    { sheet.customer() }
                    if !completing { { sheet.products() } }
                }
                if show(1) { { sheet.contact() } }
                if show(2) {
                    { sheet.deal() }
                    if completing { { sheet.products() } }
                    { sheet.custom() }
                    if *more { { sheet.more() } }
                    else if sheet.has_more() { <button type="button" key="unfold" class="button" aria-expanded="false" onclick={unfold}>{ t!(words, "more-details") }</button> }
                }
                <div class="bar" key="bar">
                    if wide || in_steps && *step == 0 { { claim_button.unwrap_or_default() } }
                    if in_steps && *step > 0 { <button type="button" class="button" onclick={back_step}>{ t!(words, "back") }</button> }
                    if last { { submit_button } } else { <button type="submit" class="button primary grow">{ t!(words, "continue") }</button> }
                </div>
            </form>
        </Page>
    }
}
