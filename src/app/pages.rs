//! Which page an address names. What the PRM cannot do, or the person may not, has no page.

use crate::features::deals::{DealDetail, DealList, DealPane, Register};
use crate::features::desk::Desk;
use crate::features::home::HomePage;
use crate::i18n::use_words;
use crate::route::{Link, Route};
use crate::session::use_session;
use crate::t;
use crate::tenant::use_portal;
use crate::ui::{Empty, Glyph, Page};
use portico_contract::capability;
use portico_contract::deal::Deal;
use portico_contract::session::Permission;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::hooks::use_route;

/// The page of the address.
#[component]
pub fn Pages() -> Html {
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
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
        _ => html! { <Nowhere /> },
    }
}

/// An address that names nothing.
#[component]
fn Nowhere() -> Html {
    let words = use_words();
    html! {
        <Page title={t!(words, "nowhere")}>
            <Empty glyph={Glyph::Search} title={t!(words, "nowhere")} text={t!(words, "nowhere-text")}>
                <Link to={Route::Home} classes="button primary">{ t!(words, "nav-home") }</Link>
            </Empty>
        </Page>
    }
}
