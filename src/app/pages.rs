//! Which page an address names. What the PRM cannot do, or the person may not, has no page.

use super::lazy::{self, Module, NotFetched};
use crate::api::ApiError;
use crate::features::deals::BoardPaneProps;
use crate::features::home::HomePage;
use crate::features::shelving::ManageProps;
use crate::i18n::{Words, use_words};
use crate::route::{Route, use_route};
use crate::session::use_session;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, Page, empty, failure_words, skeleton};
use portico_contract::capability;
use portico_contract::session::Permission;
use std::pin::Pin;
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
    let (colleagues, assets) = (use_can(capability::COLLEAGUES), use_can(capability::ASSETS));
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
        Route::Assets | Route::Asset { .. } => assets,
        Route::NewAsset | Route::AssetUsage | Route::EditAsset { .. } => assets && may(Permission::AssetsManage),
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

/// What becomes of a module that is fetched.
type Fetched<R> = Pin<Box<dyn Future<Output = Result<R, NotFetched>>>>;

/// A module that is there, or on its way, or could not be had.
struct Arrival<R> {
    render: Option<R>,
    failed: bool,
    again: Callback<MouseEvent>,
}

/// What a module renders with: fetched as soon as it is named, and kept as long as this stands.
#[hook]
fn use_module<K: Copy + PartialEq + 'static, R: Copy + PartialEq + 'static>(
    key: K,
    fetch: fn(K) -> Fetched<R>,
) -> Arrival<R> {
    let loaded = use_state(Vec::<(K, R)>::new);
    let failed = use_state(|| false);
    let load = use_callback((loaded.clone(), failed.setter()), move |key: K, (loaded, failed)| {
        let (loaded, failed) = (loaded.clone(), failed.clone());
        failed.set(false);
        spawn_local(async move {
            match fetch(key).await {
                Ok(render) => loaded.set(loaded.iter().copied().chain([(key, render)]).collect()),
                Err(NotFetched) => failed.set(true),
            }
        });
    });
    let render = loaded.iter().find(|(known, _)| *known == key).map(|(_, render)| *render);
    let first = load.clone();
    use_effect_with((key, render.is_none()), move |(key, missing)| {
        if *missing {
            first.emit(*key);
        }
    });
    let again = load.reform(move |_: MouseEvent| {
        // Where there is a network, a newer portal has replaced the module: the page is asked for anew.
        if gloo::utils::window().navigator().on_line() {
            // A browser that cannot reload shows so itself.
            let _ = gloo::utils::window().location().reload();
        }
        key
    });
    Arrival { render, failed: *failed, again }
}

/// The module could not be had.
fn not_fetched(words: &Words, again: Callback<MouseEvent>) -> Html {
    let (title, text) = failure_words(words, &ApiError::Offline);
    let again =
        html! { <button type="button" class="button primary" onclick={again}>{ t!(words, "try-again") }</button> };
    html! { <div role="alert">{ empty(Glyph::Off, "bad", title, text, again) }</div> }
}

/// A page of another module: the shape of a page until the module is there.
#[component]
pub(super) fn Lazy(props: &LazyProps) -> Html {
    let words = use_words();
    let module = use_module(props.module, |module| Box::pin(module.load()));
    match module.render {
        Some(render) => render(&props.route),
        None if module.failed => {
            html! { <div class="page"><main id="main">{ not_fetched(&words, module.again) }</main></div> }
        }
        None => html! { <div class="page" aria-busy="true"><main id="main">{ skeleton(6) }</main></div> },
    }
}

/// A part of a page, of another module: so many rows until the module is there.
fn part<P: Clone>(words: &Words, module: Arrival<fn(P) -> Html>, props: &P, rows: usize) -> Html {
    match module.render {
        Some(render) => render(props.clone()),
        None if module.failed => not_fetched(words, module.again),
        None => html! { <div aria-busy="true">{ skeleton(rows) }</div> },
    }
}

/// The board on the page of deals, of a module of its own: most look at the table, and a phone has no board.
#[component]
pub(super) fn LazyBoard(props: &BoardPaneProps) -> Html {
    let words = use_words();
    let module = use_module((), |()| Box::pin(lazy::board()));
    part(&words, module, props, 6)
}

/// The vendor's buttons on the page of an asset, of a module of their own: partners have none.
#[component]
pub(super) fn LazyManage(props: &ManageProps) -> Html {
    let words = use_words();
    let module = use_module((), |()| Box::pin(lazy::manage()));
    part(&words, module, props, 1)
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
