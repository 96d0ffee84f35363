//! The partner portal: a single-page app. Imports go downward only: app, features, session/tenant/live, parts, ui,
//! api, route/i18n, contract. `tests/architecture.rs` holds that.

pub mod api;
pub mod app;
pub mod features;
pub mod i18n;
pub mod live;
pub mod parts;
pub mod route;
pub mod session;
pub mod tenant;
pub mod ui;

pub use portico_contract as contract;

/// Puts the portal in the place of the page's first paint.
pub fn start() {
    let root = gloo::utils::document().get_element_by_id("portico");
    if let Some(root) = root {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
