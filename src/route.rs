//! Where one can be, and how to go there. Pages link with plain `<a href>`; one listener follows them all without
//! loading the page anew, so a link needs no component and works before any script as well.
//!
//! Considered: yew-router does the same with a component for each link and a recognizer for patterns, for 12 kB
//! (brotli) more on the first route. See docs/adr/0005.

mod query;

pub use query::{Narrowing, Query, address, use_narrowing, use_query};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent};
use yew::prelude::*;

/// The pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    Home,
    SignIn,
    Deals,
    NewDeal,
    Deal { id: String },
    EditDeal { id: String },
    Desk,
    DeskDeal { id: String },
    Notifications,
    MailChoices,
    Mails,
    Settings { section: String },
    Engagement,
    Import,
    Absences,
    Pipeline,
    Assets,
    Asset { id: String },
    NewAsset,
    AssetUsage,
    EditAsset { id: String },
    NotFound,
}

impl Route {
    /// The page's path.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Deals => "/deals".to_owned(),
            Self::NewDeal => "/deals/new".to_owned(),
            Self::Deal { id } => format!("/deals/{id}"),
            Self::EditDeal { id } => format!("/deals/{id}/edit"),
            Self::Desk => "/desk".to_owned(),
            Self::DeskDeal { id } => format!("/desk/{id}"),
            Self::Notifications => "/notifications".to_owned(),
            Self::MailChoices => "/notifications/mail".to_owned(),
            Self::Mails => "/mail".to_owned(),
            Self::Settings { section } if section.is_empty() => "/settings".to_owned(),
            Self::Settings { section } => format!("/settings/{section}"),
            Self::Engagement => "/rules".to_owned(),
            Self::Import => "/deals/import".to_owned(),
            Self::Absences => "/absences".to_owned(),
            Self::Pipeline => "/pipeline".to_owned(),
            Self::Assets => "/assets".to_owned(),
            Self::Asset { id } => format!("/assets/{id}"),
            Self::NewAsset => "/assets/new".to_owned(),
            Self::AssetUsage => "/assets/usage".to_owned(),
            Self::EditAsset { id } => format!("/assets/{id}/edit"),
            Self::NotFound => "/404".to_owned(),
        }
    }

    /// The page at a path; a query behind it does not matter.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["sign-in"] => Self::SignIn,
            ["deals"] => Self::Deals,
            ["deals", "new"] => Self::NewDeal,
            ["deals", "import"] => Self::Import,
            ["deals", id] => Self::Deal { id: (*id).to_owned() },
            ["deals", id, "edit"] => Self::EditDeal { id: (*id).to_owned() },
            ["desk"] => Self::Desk,
            ["desk", id] => Self::DeskDeal { id: (*id).to_owned() },
            ["notifications"] => Self::Notifications,
            ["notifications", "mail"] => Self::MailChoices,
            ["mail"] => Self::Mails,
            ["settings"] => Self::Settings { section: String::new() },
            ["settings", section] => Self::Settings { section: (*section).to_owned() },
            ["rules"] => Self::Engagement,
            ["absences"] => Self::Absences,
            ["pipeline"] => Self::Pipeline,
            ["assets"] => Self::Assets,
            ["assets", "new"] => Self::NewAsset,
            ["assets", "usage"] => Self::AssetUsage,
            ["assets", id, "edit"] => Self::EditAsset { id: (*id).to_owned() },
            ["assets", id] => Self::Asset { id: (*id).to_owned() },
            _ => Self::NotFound,
        }
    }
}

/// Where the person is, in the context.
#[derive(Clone, PartialEq)]
pub struct Place {
    route: Route,
    pub go: Callback<Route>,
}

/// Keeps the place: follows links, and the browser's own steps back and forth. Used once, by the app.
#[hook]
pub fn use_place() -> Place {
    let here = || Route::at(&window().location().pathname().unwrap_or_default());
    let route = use_state_eq(here);
    let go = use_callback(route.setter(), |to: Route, route| {
        push(&to.path());
        route.set(to);
    });
    let set = route.setter();
    use_effect_with((), move |()| {
        let back = EventListener::new(&window(), "popstate", move |_| set.set(here()));
        let options = EventListenerOptions::enable_prevent_default();
        let links = EventListener::new_with_options(&document(), "click", options, move |event| {
            if let Some(to) = event.dyn_ref::<MouseEvent>().and_then(followed) {
                event.prevent_default();
                push(&to);
                // A link may lead to the same page with another query: whoever reads that hears of it as of a step back.
                if let Ok(step) = Event::new("popstate") {
                    // Nobody prevents it.
                    let _ = window().dispatch_event(&step);
                }
            }
        });
        move || drop((back, links))
    });
    Place { route: (*route).clone(), go }
}

/// A step in the history.
pub fn push(address: &str) {
    if let Ok(history) = window().history() {
        // The address is of the same origin, so it is taken.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// The address of a page that a click leads to; none where the browser is to follow the link, or somebody else has.
fn followed(event: &MouseEvent) -> Option<String> {
    if !is_plain(event) {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest("a[href^='/']:not([target])").ok()??;
    let address = link.get_attribute("href")?;
    (Route::at(&address) != Route::NotFound).then_some(address)
}

/// Whether a click is one that the app may follow: by the main button alone, and nobody has yet.
#[must_use]
pub fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key();
    event.button() == 0 && !held && !event.default_prevented()
}

/// Writes another address for the page that is shown, without a step in the history.
pub fn show_address(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // The address is of the same origin, so it is taken.
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// The page that is shown.
#[hook]
pub fn use_route() -> Route {
    use_context::<Place>().map_or(Route::NotFound, |place| place.route)
}

/// Goes to a page without loading it anew: a stable callback.
#[hook]
pub fn use_go() -> Callback<Route> {
    use_context::<Place>().map(|place| place.go).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_page_is_found_at_its_path() {
        let id = || "a1".to_owned();
        for route in [
            Route::Home,
            Route::SignIn,
            Route::Deals,
            Route::NewDeal,
            Route::Import,
            Route::Deal { id: id() },
            Route::EditDeal { id: id() },
            Route::Desk,
            Route::DeskDeal { id: id() },
            Route::Notifications,
            Route::MailChoices,
            Route::Mails,
            Route::Settings { section: String::new() },
            Route::Settings { section: id() },
            Route::Engagement,
            Route::Absences,
            Route::Pipeline,
            Route::Assets,
            Route::Asset { id: id() },
            Route::NewAsset,
            Route::AssetUsage,
            Route::EditAsset { id: id() },
        ] {
            assert_eq!(Route::at(&route.path()), route);
        }
        assert_eq!(Route::at("/deals?q=harbour"), Route::Deals);
        assert_eq!(Route::at("/deals/"), Route::Deals);
        assert_eq!(Route::at("/nowhere"), Route::NotFound);
        assert_eq!(Route::at("/deals/a/b/c"), Route::NotFound);
    }
}
