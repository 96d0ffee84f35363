//! The app: what every page needs, around the page that the address names.

mod announce;
mod frame;
mod menu;
mod pages;
mod words;

use crate::api::Api;
use crate::api::adapters::http::Http;
use crate::session::{PreferencesProvider, SessionProvider, use_preferences};
use crate::tenant::PortalProvider;
use crate::ui::{ShortcutsOn, Toasts};
use frame::Frame;
use words::WordsProvider;
use yew::prelude::*;
use yew_router::BrowserRouter;

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
    fn reduce(self: std::rc::Rc<Self>, (): ()) -> std::rc::Rc<Self> {
        std::rc::Rc::new(Self(self.0 + 1))
    }
}

#[derive(Properties, PartialEq)]
pub struct PortalProps {
    pub api: Api,
    #[prop_or_default]
    pub expired: u32,
}

/// The portal over any PRM.
#[component]
pub fn Portal(props: &PortalProps) -> Html {
    html! {
        <ContextProvider<Api> context={props.api.clone()}>
            <PreferencesProvider>
                <PortalProvider>
                    <SessionProvider expired={props.expired}>
                        <WordsProvider>
                            <Shortcuts>
                                <BrowserRouter>
                                    <Toasts><Frame /></Toasts>
                                </BrowserRouter>
                            </Shortcuts>
                        </WordsProvider>
                    </SessionProvider>
                </PortalProvider>
            </PreferencesProvider>
        </ContextProvider<Api>>
    }
}

#[derive(Properties, PartialEq)]
struct ShortcutsProps {
    children: Html,
}

/// Tells every page whether the person wants single-key shortcuts.
#[component]
fn Shortcuts(props: &ShortcutsProps) -> Html {
    let on = ShortcutsOn(use_preferences().now.shortcuts);
    html! { <ContextProvider<ShortcutsOn> context={on}>{ props.children.clone() }</ContextProvider<ShortcutsOn>> }
}
