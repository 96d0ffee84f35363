//! Whether somebody else has registered the customer, asked while it is typed.

use crate::api::use_api;
use crate::i18n::use_words;
use crate::route::{Link, Route};
use crate::t;
use crate::ui::{Glyph, Icon};
use gloo::timers::callback::Timeout;
use portico_contract::deal::commands::ConflictCheck;
use portico_contract::deal::content::Customer;
use portico_contract::website::Website;
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
    let ask = known || (named && props.customer.country.is_some());
    // Only what recognises the customer is sent.
    let customer = Customer {
        name: props.customer.name.clone(),
        website: props.customer.website.clone().filter(|_| known),
        country: props.customer.country,
        duns: props.customer.duns.clone(),
        ..Customer::default()
    };
    let set = found.setter();
    use_effect_with((ask, customer, props.products.clone()), move |(ask, customer, products)| {
        let current = std::rc::Rc::new(std::cell::Cell::new(true));
        if !ask {
            set.set(None);
        }
        let waiting = ask.then(|| {
            let (api, customer, products, current) = (api, customer.clone(), products.clone(), current.clone());
            Timeout::new(PAUSE, move || {
                let answer = api.conflict_check(&customer, &products);
                spawn_local(async move {
                    let answer = answer.await;
                    // The hint is a kindness: where it cannot be had, nothing is said. An answer overtaken is dropped.
                    if current.get() {
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
    let (tone, glyph, text) = match &*found {
        None => return html! { <div role="status" /> },
        Some(ConflictCheck::Own { id, .. }) if props.own.as_ref().is_some_and(|own| own == id) => {
            ("good", Glyph::Check, t!(words, "conflict-clear").into())
        }
        Some(ConflictCheck::Clear) => ("good", Glyph::Check, t!(words, "conflict-clear").into()),
        Some(ConflictCheck::Possible) => ("", Glyph::Warn, t!(words, "conflict-possible").into()),
        Some(ConflictCheck::Protected) => ("", Glyph::Warn, t!(words, "conflict-protected").into()),
        Some(ConflictCheck::Own { id, number, owner }) => {
            let text = t!(words, "conflict-own", owner = owner.name.as_str());
            let link = html! { <Link to={Route::Deal { id: id.clone() }}>{ number.as_str().to_owned() }</Link> };
            ("", Glyph::Warn, html! { <>{ text }{ " " }{ link }</> })
        }
    };
    html! {
        <div role="status"><div class={classes!("hint", tone)}><Icon {glyph} /><span class="grow">{ text }</span></div></div>
    }
}
