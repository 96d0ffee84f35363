//! One person's absences: read, or edited in place.

use crate::api::{ApiError, use_api};
use crate::i18n::{Words, use_words};
use crate::parts::{avatar, role_name};
use crate::t;
use crate::ui::{
    Choice, ErrorSummary, Field, Glyph, Input, Mistake, Toast, Typed, failure, focus_next, icon, pressed, said_of,
    typed, use_toast,
};
use portico_contract::absence::{self, Absence, Colleague};
use portico_contract::problem::{Code, FieldProblem, ProblemKind};
use serde_json::{Value, json};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PersonAwayProps {
    pub person: Colleague,
    pub people: Rc<[Colleague]>,
    pub may_edit: bool,
    pub changed: Callback<Colleague>,
}

/// An absence as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typing {
    from: String,
    until: String,
    cover: String,
}

/// The absences as they are typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft(Vec<Typing>);

enum Edit {
    Add,
    Drop(usize),
    Type(usize, String, String),
    /// What was sent is kept, as this; what was typed since stays.
    Keep(Draft, Vec<Absence>),
}

impl From<&[Absence]> for Draft {
    fn from(absences: &[Absence]) -> Self {
        let typed = absences.iter().map(|one| Typing {
            from: one.from.to_string(),
            until: one.until.to_string(),
            cover: one.cover.clone().unwrap_or_default(),
        });
        Self(typed.collect())
    }
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut draft = (*self).clone();
        match edit {
            Edit::Add => draft.0.push(Typing::default()),
            Edit::Drop(at) => {
                if at < draft.0.len() {
                    draft.0.remove(at);
                }
            }
            Edit::Type(at, member, text) => {
                if let Some(typing) = draft.0.get_mut(at) {
                    match member.as_str() {
                        "from" => typing.from = text,
                        "until" => typing.until = text,
                        _ => typing.cover = text,
                    }
                }
            }
            Edit::Keep(sent, kept) if draft == sent => draft = Self::from(kept.as_slice()),
            Edit::Keep(..) => return self,
        }
        Rc::new(draft)
    }
}

impl Draft {
    /// The body that it makes.
    fn body(&self) -> Value {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let item =
            |one: &Typing| json!({"from": given(&one.from), "until": given(&one.until), "cover": given(&one.cover)});
        json!({ "absences": self.0.iter().map(item).collect::<Vec<_>>() })
    }
}

/// The name of a field: of whom, the which absence, the member.
fn field_id(id: &str, at: usize, member: &str) -> String {
    format!("{id}/{at}/{member}")
}

#[component]
pub(super) fn PersonAway(props: &PersonAwayProps) -> Html {
    let (words, api, toast) = (use_words(), use_api(), use_toast());
    let id = props.person.id.clone();
    let draft = use_reducer(|| Draft::from(props.person.absences.as_slice()));
    let (turn, busy, failed) = (use_state(|| 0_u32), use_state(|| false), use_state(|| None::<ApiError>));
    let judged = absence::read(&draft.body(), &id);
    let refused = match &*failed {
        Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Invalid => problem.errors.clone(),
        _ => Vec::new(),
    };
    let problems = if *turn == 0 { &[][..] } else { judged.as_ref().err().map_or(&refused[..], Vec::as_slice) };
    let mistake = |problem: &FieldProblem| -> Mistake {
        let place = problem.pointer.strip_prefix("/absences").unwrap_or_default();
        (format!("{id}{place}").into(), mended(&words, problem).into())
    };
    let mistakes: Vec<Mistake> = problems.iter().map(mistake).collect();
    let oninput = use_callback((draft.dispatcher(), failed.setter()), |event: InputEvent, (draft, failed)| {
        let Some((name, Typed::Text(text))) = typed(&event) else { return };
        let mut parts = name.rsplitn(3, '/');
        let (member, at) = (parts.next(), parts.next().and_then(|at| at.parse().ok()));
        if let Some((member, at)) = member.zip(at) {
            failed.set(None);
            draft.dispatch(Edit::Type(at, member.to_owned(), text));
        }
    });
    let count = draft.0.len();
    let onclick = use_callback((draft.dispatcher(), id.clone(), count), |event: MouseEvent, (draft, id, count)| {
        match pressed(&event, "data-op").as_deref() {
            Some("add") => {
                draft.dispatch(Edit::Add);
                focus_next(field_id(id, *count, "from"));
            }
            Some(at) => {
                draft.dispatch(Edit::Drop(at.parse().unwrap_or(usize::MAX)));
                focus_next(format!("{id}-add"));
            }
            None => {}
        }
    });
    let onsubmit = use_callback(
        (
            (api, id.clone(), judged.ok()),
            (*turn, turn.setter(), busy.clone(), failed.setter()),
            (draft.clone(), props.changed.clone(), toast, t!(words, "absences-kept")),
        ),
        |event: SubmitEvent, ((api, id, absences), (turn, again, busy, failed), (draft, changed, toast, kept))| {
            event.prevent_default();
            again.set(turn + 1);
            let Some(absences) = absences.as_ref().filter(|_| !**busy) else { return };
            let answer = api.set_absences(id, absences);
            let (busy, failed, again) = (busy.setter(), failed.clone(), again.clone());
            let (sent, draft) = ((**draft).clone(), draft.dispatcher());
            let (changed, toast, kept) = (changed.clone(), toast.clone(), kept.clone());
            busy.set(true);
            spawn_local(async move {
                busy.set(false);
                match answer.await {
                    Ok(now) => {
                        again.set(0);
                        failed.set(None);
                        draft.dispatch(Edit::Keep(sent, now.absences.clone()));
                        changed.emit(now);
                        toast.emit(Toast { text: kept.into(), link: None });
                    }
                    Err(error) => failed.set(Some(error)),
                }
            });
        },
    );
    let head = html! {
        <div class="row">
            { avatar(&props.person.name) }
            <div class="stack snug grow"><h2>{ &props.person.name }</h2><small>{ role_name(&words, props.person.role) }</small></div>
        </div>
    };
    if !props.may_edit {
        return html! { <section class="card stack tight">{ head }{ read(&words, props) }</section> };
    }
    let unsaved = *draft != Draft::from(props.person.absences.as_slice());
    let trouble = (*failed).as_ref().filter(|error| error.kind() != Some(ProblemKind::Invalid));
    html! {
        <form class="card stack" novalidate=true {oninput} {onclick} {onsubmit} aria-label={props.person.name.clone()}>
            { head }
            <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
            { trouble.map(|error| failure(&words, error)).unwrap_or_default() }
            if draft.0.is_empty() { <p class="quiet">{ t!(words, "absences-none") }</p> }
            for (at, typing) in draft.0.iter().enumerate() {
                { fields(&words, props, &mistakes, at, typing) }
            }
            <div class="row between wrap">
                <button type="button" class="button small" data-op="add" id={format!("{id}-add")}>{ icon(Glyph::Plus) }{ t!(words, "absences-add") }</button>
                if unsaved {
                    <button type="submit" class="button small primary" aria-disabled={busy.then_some("true")}>
                        if *busy { <span class="spinner" aria-hidden="true" /> }
                        { t!(words, "settings-save") }
                    </button>
                }
            </div>
        </form>
    }
}

/// The fields of one absence.
fn fields(words: &Words, props: &PersonAwayProps, mistakes: &[Mistake], at: usize, typing: &Typing) -> Html {
    let field = |member: &str, label: String, value: &str| {
        let id = field_id(&props.person.id, at, member);
        Field {
            label: label.into(),
            value: value.to_owned().into(),
            problem: said_of(mistakes, &id),
            id: id.into(),
            ..Field::default()
        }
    };
    let others = props.people.iter().filter(|one| one.id != props.person.id);
    let mut people: Vec<Choice> = vec![(AttrValue::default(), t!(words, "absences-no-cover").into())];
    people.extend(others.map(|one| (one.id.clone().into(), one.name.clone().into())));
    let number = at + 1;
    html! {
        <fieldset class="stack" key={at}>
            <legend class="unseen">{ t!(words, "absences-number", number = number) }</legend>
            <div class="two">
                { Field { input: Input::Date, ..field("from", t!(words, "absences-from"), &typing.from) }.line(words) }
                { Field { input: Input::Date, ..field("until", t!(words, "absences-until"), &typing.until) }.line(words) }
            </div>
            { field("cover", t!(words, "absences-cover"), &typing.cover).select(words, &people, false) }
            <div><button type="button" class="button small" data-op={at.to_string()}>{ t!(words, "absences-drop", number = number) }</button></div>
        </fieldset>
    }
}

/// The absences of somebody else.
fn read(words: &Words, props: &PersonAwayProps) -> Html {
    if props.person.absences.is_empty() {
        return html! { <p class="quiet">{ t!(words, "absences-none") }</p> };
    }
    let name = |id: &str| props.people.iter().find(|one| one.id == id).map_or("", |one| one.name.as_str());
    let said = |one: &Absence| {
        let (from, until) = (words.day(one.from), words.day(one.until));
        match one.cover.as_deref() {
            Some(cover) => t!(words, "absences-read-cover", from = &from, until = &until, name = name(cover)),
            None => t!(words, "absences-read", from = &from, until = &until),
        }
    };
    html! { <ul class="stack snug">for one in props.person.absences.iter() { <li key={one.from.to_string()}>{ said(one) }</li> }</ul> }
}

/// How a mistake is mended.
fn mended(words: &Words, problem: &FieldProblem) -> String {
    match problem.code {
        Code::OutOfRange => t!(words, "absences-mend-until"),
        Code::NotInList => t!(words, "mend-owner"),
        Code::TooMany => t!(words, "settings-mend-many", count = problem.limit.unwrap_or_default()),
        _ => t!(words, "mend-date"),
    }
}
