//! What stands around every page: the navigation, at the bottom of a phone and at the side of a desk.

use super::announce::use_announcements;
use super::bell::{Bell, bell};
use super::lazy::{self, Module, RenderMenu};
use super::pages::{Lazy, Pages};
use crate::api::{ApiError, Remote, Returns, SignedIn};
use crate::i18n::{Words, use_words};
use crate::live::{Live, use_live_kept, use_unread};
use crate::parts::FormHandle;
use crate::route::{Route, use_route};
use crate::session::{Who, use_session};
use crate::t;
use crate::tenant::{Portal, PortalHandle, use_form_kept};
use crate::ui::{Glyph, Toast, empty, failure_words, icon, use_toast};
use portico_contract::capability;
use portico_contract::session::{Permission, Session};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FrameProps {
    /// The words of the person's language are there.
    pub spoken: bool,
}

/// The page with its frame; the sign-in where nobody is; the shape of the page until that is known.
#[component]
pub(super) fn Frame(props: &FrameProps) -> Html {
    let session = use_session();
    let handle = use_context::<PortalHandle>();
    let (words, route) = (use_words(), use_route());
    let Some(handle) = handle else { return Html::default() };
    let portal = match &*handle.remote {
        Remote::Failed(error) => return unreachable(&words, error, &handle.reload),
        Remote::Loaded { value, .. } if props.spoken => value.clone(),
        _ => return blank(),
    };
    match &session.who {
        Who::Asking => blank(),
        Who::Unknown(error) => unreachable(&words, error, &session.ask),
        // What partners can count on is for everybody to read.
        Who::Nobody { .. } if route == Route::Engagement => html! { <Lazy module={Module::Engagement} {route} /> },
        Who::Nobody { .. } => html! { <Lazy module={Module::SignIn} route={Route::SignIn} /> },
        Who::Somebody(signed_in) => {
            let account = AttrValue::from(format!("{}/{}", portal.tenant.name, signed_in.session.user.id));
            html! { <Inside key={account.to_string()} account={account.clone()} {portal} signed_in={signed_in.clone()} ask={session.ask.clone()} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    account: AttrValue,
    portal: Rc<Portal>,
    signed_in: Rc<SignedIn>,
    ask: Callback<()>,
}

/// The portal of somebody who is signed in: the stream, what registrations ask for, navigation and page.
#[component]
fn Inside(props: &InsideProps) -> Html {
    let words = use_words();
    let position = props.signed_in.position.clone().map(AttrValue::from);
    let streams = props.portal.has(capability::EVENTS);
    let live = use_live_kept(streams.then(|| props.account.clone()), position, props.ask.clone());
    let form = use_form_kept(words.language().to_owned().into());
    html! {
        <ContextProvider<Returns> context={live.returns()}>
        <ContextProvider<Live> context={live}>
        <ContextProvider<FormHandle> context={form}>
            <a class="skip" href="#main">{ t!(words, "skip") }</a>
            <Bell>
                <div class="frame">
                    <Navigation portal={props.portal.clone()} />
                    <Pages />
                </div>
            </Bell>
        </ContextProvider<FormHandle>>
        </ContextProvider<Live>>
        </ContextProvider<Returns>>
    }
}

/// The shape of the page, as `index.html` paints it.
fn blank() -> Html {
    html! {
        <div class="frame" aria-busy="true">
            <nav class="tabs-bar" aria-hidden="true" />
            <div class="page">
                <header class="low" />
                <main><div class="stack">
                    <div class="skeleton" style="height: 2rem; width: 60%" />
                    <div class="skeleton" style="height: 3rem" />
                    <div class="skeleton" style="height: 12rem" />
                </div></main>
            </div>
        </div>
    }
}

/// The PRM does not answer, so nothing can be shown yet.
fn unreachable(words: &Words, error: &ApiError, again: &Callback<()>) -> Html {
    let onclick = again.reform(|_: MouseEvent| ());
    let (title, text) = failure_words(words, error);
    let again = html! { <button type="button" class="button primary" {onclick}>{ t!(words, "try-again") }</button> };
    html! { <main class="sign-in" role="alert">{ empty(Glyph::Off, "bad", title, text, again) }</main> }
}

#[derive(Properties, PartialEq)]
struct NavigationProps {
    portal: Rc<Portal>,
}

/// A place that the navigation leads to.
struct Place {
    to: Route,
    glyph: Glyph,
    label: String,
    here: bool,
    /// A phone has it in the person's menu.
    class: Option<&'static str>,
}

#[component]
fn Navigation(props: &NavigationProps) -> Html {
    let words = use_words();
    let session = use_session();
    let route = use_route();
    let (open, render, toast) = (use_state(|| false), use_state(|| None::<RenderMenu>), use_toast());
    let unread = use_unread().count;
    use_announcements();
    let menu = use_callback(
        (open.setter(), render.clone(), toast, words.clone()),
        |_: MouseEvent, (open, render, toast, words)| {
            open.set(true);
            if render.is_some() {
                return;
            }
            let (render, toast, words) = (render.setter(), toast.clone(), words.clone());
            spawn_local(async move {
                match lazy::menu().await {
                    Ok(fetched) => render.set(Some(fetched)),
                    Err(lazy::NotFetched) => {
                        toast.emit(Toast { text: t!(words, "failure-offline-text").into(), link: None });
                    }
                }
            });
        },
    );
    let close = use_callback(open.setter(), |(): (), open| open.set(false));
    let Some(session) = session.session() else { return Html::default() };
    let places = places(&words, session, &props.portal, &route);
    html! {
        <>
            <nav class="tabs-bar" aria-label={t!(words, "nav-label")}>
                <span class="brand"><span class="logo"><i />{ &props.portal.tenant.name }</span></span>
                for place in places {
                    <a key={place.label.clone()} class={place.class} href={place.to.path()} aria-current={place.here.then_some("page")}>{ icon(place.glyph) }<span>{ place.label.clone() }</span></a>
                }
                if props.portal.has(capability::NOTIFICATIONS) { { bell(&words, unread, &route, "bell desk-only") } }
                <button type="button" aria-haspopup="dialog" onclick={menu}>
                    { icon(Glyph::Person) }
                    <span class="stack snug"><span>{ t!(words, "nav-you") }</span><small class="desk-only clip">{ &session.user.name }</small></span>
                </button>
            </nav>
            if let Some(render) = (*render).filter(|_| *open) { { render(session.clone(), props.portal.clone(), close) } }
        </>
    }
}

/// What is there for this person, of what the PRM can do.
fn places(words: &Words, session: &Session, portal: &Portal, route: &Route) -> Vec<Place> {
    let mut places = Vec::new();
    if portal.has(capability::HOME) {
        let here = matches!(route, Route::Home | Route::SignIn);
        places.push(Place { to: Route::Home, glyph: Glyph::Home, label: t!(words, "nav-home"), here, class: None });
    }
    if portal.has(capability::DEALS) {
        if session.may(Permission::DealsDecide) {
            let here = matches!(route, Route::Desk | Route::DeskDeal { .. });
            places.push(Place { to: Route::Desk, glyph: Glyph::Desk, label: t!(words, "nav-desk"), here, class: None });
        }
        let here = matches!(
            route,
            Route::Deals | Route::Deal { .. } | Route::NewDeal | Route::EditDeal { .. } | Route::Pipeline
        );
        places.push(Place { to: Route::Deals, glyph: Glyph::Deal, label: t!(words, "nav-deals"), here, class: None });
    }
    if portal.has(capability::ASSETS) {
        let here = matches!(
            route,
            Route::Assets | Route::Asset { .. } | Route::NewAsset | Route::EditAsset { .. } | Route::AssetUsage
        );
        places.push(Place {
            to: Route::Assets,
            glyph: Glyph::Library,
            label: t!(words, "nav-assets"),
            here,
            class: None,
        });
    }
    if portal.has(capability::PROGRAMME) && session.may(Permission::SettingsEdit) {
        let to = Route::Settings { section: String::new() };
        let here = matches!(route, Route::Settings { .. });
        let class = Some("desk-only");
        places.push(Place { to, glyph: Glyph::Settings, label: t!(words, "settings-title"), here, class });
    }
    places
}
