//! The app: what every page needs, around the page that the address names.

mod announce;
mod bell;
mod frame;
mod lazy;
mod menu;
mod pages;
mod words;

use crate::api::Api;
use crate::api::adapters::http::Http;
use crate::i18n::Words;
use crate::route::{Place, Route, show_address, use_place};
use crate::session::{PreferencesHandle, SessionHandle, use_preferences_kept, use_session_kept};
use crate::tenant::{PortalHandle, use_portal_kept};
use crate::ui::{Surroundings, Toasts, use_toasts};
use frame::Frame;
use std::rc::Rc;
use words::use_words_kept;
use yew::prelude::*;

/// The portal over the PRM that serves this page.
#[component]
pub fn App() -> Html {
    let expired = use_reducer(Expired::default);
    let api = use_memo((), |()| {
        let expired = expired.dispatcher();
        Api::new(Http::here(Callback::from(move |()| expired.dispatch(()))))
    });
    html! { <Portal api={(*api).clone()} expired={expired.0} /> }
}

/// How often the PRM said that nobody is signed in any more.
#[derive(Default)]
struct Expired(u32);

impl Reducible for Expired {
    type Action = ();
    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}

#[derive(Properties, PartialEq)]
pub struct PortalProps {
    pub api: Api,
    #[prop_or_default]
    pub expired: u32,
}

/// The portal over any PRM. What is asked for at the start is asked for at once: whose portal, who is there.
#[component]
pub fn Portal(props: &PortalProps) -> Html {
    let place = use_place();
    let preferences = use_preferences_kept();
    let portal = use_portal_kept(&props.api);
    let toasts = use_toasts();
    // Whoever signs out leaves nothing to the next person: neither where they were nor what they were told.
    let left = use_callback((place.go.clone(), toasts.hide_all.clone()), |(): (), (go, hide_all)| {
        hide_all.emit(());
        show_address(&Route::Home.path());
        go.emit(Route::Home);
    });
    let session = use_session_kept(&props.api, props.expired, &left);
    let tenant = portal.remote.value().map(|portal| portal.tenant.clone());
    let words = use_words_kept(preferences.now.language.clone(), tenant.clone());
    let surroundings = Surroundings {
        shortcuts: preferences.now.shortcuts,
        vendor: tenant.map(|tenant| tenant.name.into()).unwrap_or_default(),
        toast: toasts.show.clone(),
        corner: Html::default(),
    };
    let spoken = words.is_some();
    html! {
        <ContextProvider<Api> context={props.api.clone()}>
        <ContextProvider<Place> context={place}>
        <ContextProvider<PreferencesHandle> context={preferences}>
        <ContextProvider<PortalHandle> context={portal}>
        <ContextProvider<SessionHandle> context={session}>
        <ContextProvider<Rc<Words>> context={words.unwrap_or_default()}>
        <ContextProvider<Surroundings> context={surroundings}>
            <Frame {spoken} />
            <Toasts {toasts} />
        </ContextProvider<Surroundings>>
        </ContextProvider<Rc<Words>>>
        </ContextProvider<SessionHandle>>
        </ContextProvider<PortalHandle>>
        </ContextProvider<PreferencesHandle>>
        </ContextProvider<Place>>
        </ContextProvider<Api>>
    }
}
