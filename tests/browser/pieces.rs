//! The pieces that pages are built of: fields, dialog, marks of a state, notices.

use crate::person::reads;
use crate::screen::{Screen, described, text, until};
use portico_app::contract::deal::{Review, Sla, SlaState, Stage};
use portico_app::i18n::{Words, now};
use portico_app::parts::{Form, badges, sla_badge};
use portico_app::ui::{Choice, Dialog, Field};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDialogElement, MouseEvent};
use yew::{Callback, Html, html};

fn field() -> Field {
    Field {
        id: "size".into(),
        label: "Size".into(),
        optional: true,
        help: Some("In rooms".into()),
        problem: Some("Enter a number".into()),
        ..Field::default()
    }
}

#[wasm_bindgen_test]
async fn every_kind_of_field_has_its_label_its_help_and_its_problem() {
    let words = Words::default();
    let choices: Vec<Choice> = vec![("s".into(), "Small".into()), ("l".into(), "Large".into())];
    let kinds: [(&str, Html); 4] = [
        ("input", field().line(&words)),
        ("textarea", field().area(&words)),
        ("select", field().select(&words, &choices, true)),
        ("input[type=checkbox]", Field { optional: false, ..field() }.tick(false, false)),
    ];
    for (kind, field) in kinds {
        let screen = Screen::with(field);
        let control = screen.one(kind).await;
        let label: Element = screen.one("label").await.into();
        let of = js_sys::Reflect::get(&label, &"control".into()).unwrap();
        assert_eq!(of, JsValue::from(control.clone()), "{kind}: a click on the label goes to the field");
        assert_eq!(text(&label).trim(), "Size", "{kind}");
        assert_eq!(control.get_attribute("name").as_deref(), Some("size"), "{kind}");
        assert_eq!(control.get_attribute("aria-invalid").as_deref(), Some("true"), "{kind}");
        let optional = (kind != "input[type=checkbox]").then_some("(optional)");
        let expected: Vec<&str> = optional.into_iter().chain(["In rooms", "Enter a number"]).collect();
        assert_eq!(described(&control), expected, "{kind}");
    }
}

#[wasm_bindgen_test]
async fn a_field_without_a_problem_is_not_said_to_be_wrong() {
    let screen = Screen::with(Field { problem: None, ..field() }.line(&Words::default()));
    let control = screen.one("input").await;
    assert_eq!(control.get_attribute("aria-invalid"), None);
    assert_eq!(described(&control), ["(optional)", "In rooms"]);
}

#[wasm_bindgen_test]
async fn choices_that_belong_together_have_one_name() {
    let choices: Vec<Choice> = vec![("s".into(), "Small".into()), ("l".into(), "Large".into())];
    let screen = Screen::with(Field { value: "l".into(), ..field() }.segmented(&choices));
    let group = screen.one("fieldset").await;
    let label = group.get_attribute("aria-labelledby").unwrap();
    assert_eq!(text(&screen.one(&format!("#{label}")).await), "Size");
    assert!(described(&group).contains(&"Enter a number".to_owned()), "{:?}", described(&group));
    let checked = screen.all(":checked");
    assert_eq!(checked.len(), 1);
    assert_eq!(checked[0].get_attribute("value").as_deref(), Some("l"));
}

/// A dialog that counts how often it was asked to close.
async fn opened() -> (Screen, HtmlDialogElement, Rc<Cell<u32>>) {
    let asked = Rc::new(Cell::new(0));
    let count = asked.clone();
    let on_close = Callback::from(move |()| count.set(count.get() + 1));
    let screen = Screen::with(html! {
        <Dialog labelled_by="title" {on_close}>
            <form><h2 id="title">{ "Really?" }</h2><button type="button">{ "Yes" }</button></form>
        </Dialog>
    });
    let dialog: HtmlDialogElement = screen.one("dialog").await.unchecked_into();
    until("it opens", || dialog.open()).await;
    (screen, dialog, asked)
}

#[wasm_bindgen_test]
async fn a_dialog_is_modal_and_leaves_closing_to_its_owner() {
    let (screen, dialog, asked) = opened().await;
    assert!(dialog.matches(":modal").unwrap(), "what is behind it cannot be reached");
    assert!(screen.one("dialog button").await.matches(":focus").unwrap(), "the focus is in it");
    let request = js_sys::Reflect::get(&dialog, &"requestClose".into()).unwrap();
    request.unchecked_into::<js_sys::Function>().call0(&dialog).unwrap();
    until("its owner is asked", || asked.get() == 1).await;
    assert!(dialog.open(), "its owner decides");
}

#[wasm_bindgen_test]
async fn a_click_beside_a_dialog_asks_to_close_it_and_a_click_inside_does_not() {
    let (screen, dialog, asked) = opened().await;
    screen.one("dialog h2").await.click();
    screen.one("dialog button").await.click();
    assert_eq!(asked.get(), 0);
    let beside = MouseEvent::new("click").unwrap();
    dialog.dispatch_event(&beside).unwrap();
    until("its owner is asked", || asked.get() == 1).await;
}

#[wasm_bindgen_test]
async fn every_state_has_a_word_of_its_own_beside_its_colour() {
    let (words, form) = (Words::default(), Form::default());
    let mut known: Vec<String> = Vec::new();
    for review in [
        Review::Draft,
        Review::Claimed,
        Review::Submitted,
        Review::InReview,
        Review::InfoRequested,
        Review::Approved,
        Review::Rejected,
        Review::Duplicate,
        Review::Withdrawn,
        Review::Expired,
    ] {
        let screen = Screen::with(badges(&words, &form, review, Some(Stage::Won), None));
        let badge = screen.one(&format!(".badge[data-review={}]", review.name())).await;
        let word = text(&badge);
        assert!(!word.is_empty() && !known.contains(&word), "{review:?} is called {word:?}");
        known.push(word);
        let stages = screen.all("[data-stage]");
        assert_eq!(stages.len(), usize::from(review == Review::Approved), "a stage only once it is approved");
    }
}

#[wasm_bindgen_test]
async fn how_near_an_answer_is_due_is_said_in_words() {
    reads(&["en-US"]);
    let (words, now) = (Words::default(), now());
    for (hours, class, said) in
        [(20, "badge", "20 hr left"), (3, "badge warn", "3 hr left"), (-2, "badge bad", "Late by 2 hr")]
    {
        let due_at = now + chrono::TimeDelta::hours(hours);
        // What a list said a while ago is judged by the time now.
        let screen = Screen::with(sla_badge(&words, Sla { due_at, state: SlaState::OnTime }, now));
        let badge = screen.one(".badge").await;
        assert_eq!((badge.class_name().as_str(), text(&badge).replace('\u{a0}', " ").as_str()), (class, said));
    }
}
