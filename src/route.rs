//! Where one can be. A capability that the PRM lacks has no route.

use yew::prelude::*;
use yew_router::prelude::*;

/// The pages, by path.
#[derive(Clone, PartialEq, Eq, Debug, Routable)]
pub enum Route {
    #[at("/")]
    Home,
    #[at("/sign-in")]
    SignIn,
    #[at("/deals")]
    Deals,
    #[at("/deals/new")]
    NewDeal,
    #[at("/deals/:id")]
    Deal { id: String },
    #[at("/deals/:id/edit")]
    EditDeal { id: String },
    #[at("/desk")]
    Desk,
    #[at("/desk/:id")]
    DeskDeal { id: String },
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// A link to a page of the portal.
pub type Link = yew_router::components::Link<Route>;

/// Goes to a page without loading it anew: a stable callback.
#[hook]
pub fn use_go() -> Callback<Route> {
    let navigator = use_navigator();
    use_callback(navigator, |route: Route, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(&route);
        }
    })
}
