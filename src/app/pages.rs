//! Which page an address names. What the PRM cannot do, or the person may not, has no page.

use crate::features::deals::{DealDetail, DealList, DealPane, Register};
use crate::features::desk::Desk;
use crate::features::home::HomePage;
use crate::i18n::{Words, use_words};
use crate::route::{Route, use_route};
use crate::session::use_session;
use crate::t;
use crate::tenant::use_portal;
use crate::ui::{Glyph, Page, empty};
use portico_contract::capability;
use portico_contract::deal::Deal;
use portico_contract::session::Permission;
use std::rc::Rc;
use yew::prelude::*;

/// The page of the address.
#[component]
pub fn Pages() -> Html {
    let route = use_route();
    let words = use_words();
    let session = use_session();
    let portal = use_portal();
    let may = |permission| session.session().is_some_and(|session| session.may(permission));
    let deals = portal.is_some_and(|portal| portal.has(capability::DEALS));
    // The desk shows a deal with the pieces of the deals feature; the two do not know each other.
    let pane = use_callback((), |(id, on_done): (AttrValue, Callback<Rc<Deal>>), ()| {
        html! { <DealPane {id} {on_done} /> }
    });
    match route {
        Route::Home | Route::SignIn => html! { <HomePage /> },
        Route::Deals if deals => html! { <DealList /> },
        Route::NewDeal if deals && may(Permission::DealsRegister) => html! { <Register key="new" /> },
        Route::EditDeal { id } if deals && may(Permission::DealsRegister) => {
            html! { <Register key={id.clone()} id={AttrValue::from(id.clone())} /> }
        }
        Route::Deal { id } if deals => html! { <DealDetail key={id.clone()} id={id.clone()} /> },
        Route::Desk if deals && may(Permission::DealsDecide) => html! { <Desk key="desk" {pane} /> },
        Route::DeskDeal { id } if deals && may(Permission::DealsDecide) => {
            html! { <Desk key="desk" id={AttrValue::from(id)} {pane} /> }
        }
        _ => nowhere(&words),
    }
}

/// An address that names nothing.
fn nowhere(words: &Words) -> Html {
    let home = html! { <a href={Route::Home.path()} class="button primary">{ t!(words, "nav-home") }</a> };
    html! {
        <Page title={t!(words, "nowhere")}>
            { empty(Glyph::Search, "", t!(words, "nowhere"), t!(words, "nowhere-text"), home) }
        </Page>
    }
}
