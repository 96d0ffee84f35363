//! What stands around every page: the navigation, at the bottom of a phone and at the side of a desk.

use super::announce::Announce;
use super::menu::Menu;
use super::pages::Pages;
use super::words::Spoken;
use crate::api::{ApiError, Remote};
use crate::features::sign_in::SignIn;
use crate::i18n::use_words;
use crate::live::LiveProvider;
use crate::route::Route;
use crate::session::{Who, use_session};
use crate::t;
use crate::tenant::{FormProvider, Portal, PortalHandle, use_portal};
use crate::ui::{Empty, Glyph, Icon, Vendor, failure_text, failure_title};
use portico_contract::capability;
use portico_contract::session::{Permission, Session};
use yew::prelude::*;
use yew_router::hooks::use_route;

/// The page with its frame; the sign-in where nobody is; the shape of the page until that is known.
#[component]
pub fn Frame() -> Html {
    let session = use_session();
    let portal = use_portal();
    let words = use_words();
    let spoken = use_context::<Spoken>().is_some_and(|spoken| spoken.0);
    let failed = use_context::<PortalHandle>().and_then(|handle| match &*handle.remote {
        Remote::Failed(error) => Some((error.clone(), handle.reload.clone())),
        _ => None,
    });
    if let Some((error, reload)) = failed {
        return html! { <Unreachable {error} again={reload} /> };
    }
    let (Some(portal), true) = (portal, spoken) else { return html! { <Blank /> } };
    let vendor = AttrValue::from(portal.tenant.name.clone());
    match &session.who {
        Who::Asking => html! { <Blank /> },
        Who::Unknown(error) => html! { <Unreachable error={error.clone()} again={session.ask.clone()} /> },
        Who::Nobody { .. } => html! { <SignIn {vendor} /> },
        Who::Somebody(signed_in) => {
            let account = AttrValue::from(format!("{}/{}", portal.tenant.name, signed_in.session.user.id));
            let position = signed_in.position.clone().map(AttrValue::from);
            let page = html! {
                <>
                    <a class="skip" href="#main">{ t!(words, "skip") }</a>
                    <div class="frame">
                        <Navigation portal={portal.clone()} />
                        <Pages />
                    </div>
                    <Announce />
                </>
            };
            html! {
                <ContextProvider<Vendor> context={Vendor(vendor)}>
                    <LiveProvider key={account.to_string()} account={account.clone()} {position} on_refused={session.ask.clone()}>
                        <FormProvider language={words.language().to_owned()}>{ page }</FormProvider>
                    </LiveProvider>
                </ContextProvider<Vendor>>
            }
        }
    }
}

/// The shape of the page, as `index.html` paints it.
#[component]
fn Blank() -> Html {
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

#[derive(Properties, PartialEq)]
struct UnreachableProps {
    error: ApiError,
    again: Callback<()>,
}

/// The PRM does not answer, so nothing can be shown yet.
#[component]
fn Unreachable(props: &UnreachableProps) -> Html {
    let words = use_words();
    let onclick = use_callback(props.again.clone(), |_: MouseEvent, again| again.emit(()));
    html! {
        <main class="sign-in" role="alert">
            <Empty glyph={Glyph::Off} tone="bad" title={failure_title(&words, &props.error)} text={failure_text(&words, &props.error)}>
                <button type="button" class="button primary" {onclick}>{ t!(words, "try-again") }</button>
            </Empty>
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct NavigationProps {
    portal: std::rc::Rc<Portal>,
}

/// A place that the navigation leads to.
struct Place {
    to: Route,
    glyph: Glyph,
    label: String,
    here: bool,
}

#[component]
fn Navigation(props: &NavigationProps) -> Html {
    let words = use_words();
    let session = use_session();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let open = use_state(|| false);
    let menu = use_callback(open.setter(), |_: MouseEvent, open| open.set(true));
    let close = use_callback(open.setter(), |(): (), open| open.set(false));
    let Some(session) = session.session() else { return Html::default() };
    let places = places(&words, session, &props.portal, &route);
    html! {
        <>
            <nav class="tabs-bar" aria-label={t!(words, "nav-label")}>
                <span class="brand"><span class="logo"><i />{ &props.portal.tenant.name }</span></span>
                for place in places {
                    <NavLink key={place.label.clone()} to={place.to} glyph={place.glyph} label={AttrValue::from(place.label.clone())} here={place.here} />
                }
                <button type="button" aria-haspopup="dialog" onclick={menu}><Icon glyph={Glyph::Person} />{ t!(words, "nav-you") }</button>
            </nav>
            if *open { <Menu session={session.clone()} portal={props.portal.clone()} on_close={close} /> }
        </>
    }
}

/// What is there for this person, of what the PRM can do.
fn places(words: &crate::i18n::Words, session: &Session, portal: &Portal, route: &Route) -> Vec<Place> {
    let mut places = Vec::new();
    if portal.has(capability::HOME) {
        let here = matches!(route, Route::Home | Route::SignIn);
        places.push(Place { to: Route::Home, glyph: Glyph::Home, label: t!(words, "nav-home"), here });
    }
    if portal.has(capability::DEALS) {
        if session.may(Permission::DealsDecide) {
            let here = matches!(route, Route::Desk | Route::DeskDeal { .. });
            places.push(Place { to: Route::Desk, glyph: Glyph::Desk, label: t!(words, "nav-desk"), here });
        }
        let here = matches!(route, Route::Deals | Route::Deal { .. } | Route::NewDeal | Route::EditDeal { .. });
        places.push(Place { to: Route::Deals, glyph: Glyph::Deal, label: t!(words, "nav-deals"), here });
    }
    places
}

#[derive(Properties, PartialEq)]
struct NavLinkProps {
    to: Route,
    glyph: Glyph,
    label: AttrValue,
    here: bool,
}

#[component]
fn NavLink(props: &NavLinkProps) -> Html {
    // The router's own link carries no aria-current.
    let go = crate::route::use_go();
    let onclick = use_callback((go, props.to.clone()), |event: MouseEvent, (go, to)| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            go.emit(to.clone());
        }
    });
    let href = yew_router::Routable::to_path(&props.to);
    html! {
        <a {href} {onclick} aria-current={props.here.then_some("page")}><Icon glyph={props.glyph} /><span>{ &props.label }</span></a>
    }
}

