//! Whether somebody else has registered the customer, asked while it is typed.

use crate::api::use_api;
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, hint};
use gloo::timers::callback::Timeout;
use portico_contract::capability;
use portico_contract::deal::commands::{Competition, ConflictCheck};
use portico_contract::deal::content::Customer;
use portico_contract::problem::ProblemKind;
use portico_contract::website::Website;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long somebody may pause while typing, in milliseconds.
const PAUSE: u32 = 400;

#[derive(Properties, PartialEq)]
pub struct HintProps {
    pub customer: Customer,
    pub products: Vec<String>,
    /// The deal that is edited, which does not compete with itself.
    pub own: Option<AttrValue>,
}

/// The hint; nothing until there is something to ask about. It never says who or what.
#[component]
pub fn ConflictHint(props: &HintProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let found = use_state(|| None::<ConflictCheck>);
    let known = props.customer.website.as_deref().is_some_and(|typed| Website::parse(typed).is_ok());
    let named = props.customer.name.as_deref().is_some_and(|name| name.chars().count() > 2);
    let ask = use_can(capability::CONFLICT_CHECK) && (known || (named && props.customer.country.is_some()));
    // Only what recognises the customer is sent.
    let customer = Customer {
        name: props.customer.name.clone(),
        website: props.customer.website.clone().filter(|_| known),
        country: props.customer.country,
        duns: props.customer.duns.clone(),
        ..Customer::default()
    };
    let too_often = use_state(|| false);
    // It could not be had, and nothing is said.
    let unanswered = use_state_eq(|| false);
    let (set, often, lost) = (found.setter(), too_often.setter(), unanswered.setter());
    use_effect_with((ask, customer, props.products.clone()), move |(ask, customer, products)| {
        let current = Rc::new(Cell::new(true));
        if !ask {
            set.set(None);
        }
        let waiting = ask.then(|| {
            let (customer, products, current) = (customer.clone(), products.clone(), current.clone());
            let (often, lost) = (often.clone(), lost.clone());
            Timeout::new(PAUSE, move || {
                let answer = api.conflict_check(&customer, &products);
                spawn_local(async move {
                    let answer = answer.await;
                    // The hint is a kindness: where it cannot be had, nothing is said. An answer overtaken is dropped.
                    if current.get() {
                        often.set(answer.as_ref().is_err_and(|e| e.kind() == Some(ProblemKind::TooManyRequests)));
                        lost.set(answer.is_err());
                        set.set(answer.ok());
                    }
                });
            })
        });
        move || {
            current.set(false);
            drop(waiting);
        }
    });
    let itself = |check: &ConflictCheck| check.id.is_some() && check.id.as_deref() == props.own.as_deref();
    let house = |check: &ConflictCheck| check.house_account.is_some() && check.result != Competition::Own;
    let told = (*found).as_ref().map(|check| match check.result {
        _ if house(check) => hint(Glyph::Warn, "", t!(words, "conflict-house").into()),
        Competition::Own if !itself(check) => {
            let owner = check.owner.as_ref().map_or("", |owner| owner.name.as_str());
            let text = t!(words, "conflict-own", owner = owner);
            let link = check.id.clone().zip(check.number.as_ref()).map(|(id, number)| {
                html! { <a href={Route::Deal { id }.path()}>{ number.as_str().to_owned() }</a> }
            });
            hint(Glyph::Warn, "", html! { <span>{ text }{ " " }{ link.unwrap_or_default() }</span> })
        }
        Competition::Own | Competition::Clear => hint(Glyph::Check, "good", t!(words, "conflict-clear").into()),
        Competition::Possible => hint(Glyph::Warn, "", t!(words, "conflict-possible").into()),
        Competition::Protected => hint(Glyph::Warn, "", t!(words, "conflict-protected").into()),
    });
    let told = told.or_else(|| too_often.then(|| hint(Glyph::Clock, "info", t!(words, "conflict-too-often").into())));
    // Its place is there from the keystroke that asks: an answer moves nothing under somebody's finger.
    let told =
        told.or_else(|| (ask && !*unanswered).then(|| hint(Glyph::Clock, "info", t!(words, "conflict-asking").into())));
    html! { <div role="status">{ told.unwrap_or_default() }</div> }
}
