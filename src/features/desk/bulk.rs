//! What the desk does with many at once: approve them, or give them to a colleague.

use crate::i18n::use_words;
use crate::parts::{ManyDialog, colleague_label, done_of};
use crate::t;
use crate::ui::{Choice, Field, Input, Typed, typed};
use portico_contract::absence::Colleague;
use portico_contract::deal::commands::{MAX_PROTECTION_DAYS, Order};
use std::rc::Rc;
use yew::prelude::*;

/// What is done with all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Approve,
    Assign,
}

#[derive(Properties, PartialEq)]
pub struct BulkProps {
    pub doing: Doing,
    /// Ids and names.
    pub deals: Rc<[(String, String)]>,
    pub colleagues: Rc<[Colleague]>,
    /// Days of protection that are proposed.
    pub days: u16,
    /// Told what was done.
    pub on_done: Callback<Vec<String>>,
    pub on_close: Callback<()>,
}

#[component]
pub fn BulkDialog(props: &BulkProps) -> Html {
    let words = use_words();
    let (days, comment) = (use_state(|| props.days.to_string()), use_state(String::new));
    let to = use_state(String::new);
    let tried = use_state(|| false);
    let oninput =
        use_callback((days.setter(), comment.setter(), to.setter()), |event: InputEvent, (days, comment, to)| {
            match typed(&event) {
                Some((field, Typed::Text(text))) if field == "bulk-days" => days.set(text),
                Some((field, Typed::Text(text))) if field == "bulk-to" => to.set(text),
                Some((_, Typed::Text(text))) => comment.set(text),
                _ => {}
            }
        });
    let on_try = use_callback(tried.setter(), |(): (), tried| tried.set(true));
    let on_done = use_callback((props.deals.clone(), props.on_done.clone()), |left: Vec<String>, (deals, on_done)| {
        on_done.emit(done_of(deals, &left));
    });
    let said = Some(comment.trim().to_owned()).filter(|said| !said.is_empty());
    let order = match props.doing {
        Doing::Approve => {
            let days = days.trim().parse::<u16>().ok();
            let days = days.filter(|days| (1..=MAX_PROTECTION_DAYS).contains(&u32::from(*days)));
            days.map(|protection_days| Order::Approve { protection_days, step: None, comment: said })
        }
        Doing::Assign => {
            Some((*to).clone()).filter(|to| !to.is_empty()).map(|to| Order::Assign { to: Some(to), comment: said })
        }
    };
    let count = props.deals.len();
    let (title, text, send) = match props.doing {
        Doing::Approve => (
            t!(words, "many-at-desk-approve-title", count = count),
            t!(words, "many-at-desk-approve-text"),
            t!(words, "many-at-desk-approve", count = count),
        ),
        Doing::Assign => (
            t!(words, "many-at-desk-assign-title", count = count),
            t!(words, "many-at-desk-assign-text"),
            t!(words, "many-at-desk-assign", count = count),
        ),
    };
    let wrong = (*tried && order.is_none()).then_some(());
    let field = match props.doing {
        Doing::Approve => Field {
            id: "bulk-days".into(),
            label: t!(words, "order-days").into(),
            value: (*days).clone().into(),
            input: Input::Number,
            help: Some(t!(words, "order-days-help").into()),
            problem: wrong.map(|()| t!(words, "mend-days", count = MAX_PROTECTION_DAYS).into()),
            ..Field::default()
        }
        .line(&words),
        Doing::Assign => {
            let label = |one: &Colleague| (one.id.clone().into(), colleague_label(&words, one).into());
            let people: Vec<Choice> = props.colleagues.iter().map(label).collect();
            Field {
                id: "bulk-to".into(),
                label: t!(words, "assign-to").into(),
                value: (*to).clone().into(),
                problem: wrong.map(|()| t!(words, "mend-owner").into()),
                ..Field::default()
            }
            .select(&words, &people, true)
        }
    };
    let comment = Field {
        id: "bulk-comment".into(),
        label: t!(words, "order-comment").into(),
        optional: true,
        value: (*comment).clone().into(),
        ..Field::default()
    };
    html! {
        <ManyDialog {title} {text} {send} deals={props.deals.clone()} {order} {oninput} {on_try} {on_done} on_close={props.on_close.clone()}>
            { field }
            { comment.area(&words) }
        </ManyDialog>
    }
}
