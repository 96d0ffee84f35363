//! Which page an address names. What the PRM cannot do, or the person may not, has no page.

use super::lazy::{Module, NotFetched, Render};
use crate::api::ApiError;
use crate::features::home::HomePage;
use crate::i18n::{Words, use_words};
use crate::route::{Route, use_route};
use crate::session::use_session;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, Page, empty, failure_words, skeleton};
use portico_contract::capability;
use portico_contract::session::Permission;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page of the address.
#[component]
pub(super) fn Pages() -> Html {
    let words = use_words();
    let route = use_route();
    let session = use_session();
    let (deals, home) = (use_can(capability::DEALS), use_can(capability::HOME));
    let (notifications, mail) = (use_can(capability::NOTIFICATIONS), use_can(capability::MAIL));
    let programme = use_can(capability::PROGRAMME);
    let (import, pipeline) = (use_can(capability::IMPORT), use_can(capability::PIPELINE));
    let colleagues = use_can(capability::COLLEAGUES);
    let may = |permission| session.session().is_some_and(|session| session.may(permission));
    let there = match &route {
        Route::Home | Route::SignIn if home => return html! { <HomePage /> },
        // Without a home the deals are where one arrives.
        Route::Home | Route::SignIn | Route::Deals | Route::Deal { .. } => deals,
        Route::NewDeal | Route::EditDeal { .. } => deals && may(Permission::DealsRegister),
        Route::Import => import && may(Permission::DealsRegister),
        Route::Desk | Route::DeskDeal { .. } => deals && may(Permission::DealsDecide),
        Route::Notifications => notifications,
        Route::MailChoices => notifications && mail,
        Route::Mails => mail && may(Permission::MailRead),
        Route::Settings { .. } => programme && may(Permission::SettingsEdit),
        Route::Engagement => programme,
        Route::Absences => colleagues && may(Permission::DealsDecide),
        Route::Pipeline => pipeline,
        Route::NotFound => false,
    };
    match Module::of(&route).filter(|_| there) {
        Some(module) => html! { <Lazy {module} {route} /> },
        None => nowhere(&words),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LazyProps {
    pub module: Module,
    pub route: Route,
}

/// A page of another module: the shape of a page until the module is there.
#[component]
pub(super) fn Lazy(props: &LazyProps) -> Html {
    let words = use_words();
    let loaded = use_state(Vec::<(Module, Render)>::new);
    let failed = use_state(|| false);
    let load = use_callback((loaded.clone(), failed.setter()), |module: Module, (loaded, failed)| {
        let (loaded, failed) = (loaded.clone(), failed.clone());
        failed.set(false);
        spawn_local(async move {
            match module.load().await {
                Ok(render) => loaded.set(loaded.iter().copied().chain([(module, render)]).collect()),
                Err(NotFetched) => failed.set(true),
            }
        });
    });
    let render = loaded.iter().find(|(module, _)| *module == props.module).map(|(_, render)| *render);
    let missing = render.is_none();
    let first = load.clone();
    use_effect_with((props.module, missing), move |(module, missing)| {
        if *missing {
            first.emit(*module);
        }
    });
    match render {
        Some(render) => render(&props.route),
        None if *failed => {
            let module = props.module;
            // Where there is a network, a newer portal has replaced the module: the page is asked for anew.
            let again = load.reform(move |_: MouseEvent| {
                if gloo::utils::window().navigator().on_line() {
                    // A browser that cannot reload shows so itself.
                    let _ = gloo::utils::window().location().reload();
                }
                module
            });
            let (title, text) = failure_words(&words, &ApiError::Offline);
            let again = html! { <button type="button" class="button primary" onclick={again}>{ t!(words, "try-again") }</button> };
            html! { <div class="page"><main id="main"><div role="alert">{ empty(Glyph::Off, "bad", title, text, again) }</div></main></div> }
        }
        None => html! { <div class="page" aria-busy="true"><main id="main">{ skeleton(6) }</main></div> },
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
