//! The reference PRM: the portal contract over an embedded database, and the built portal served with it.
#![warn(missing_docs)]

pub mod demo;
pub mod dice;
pub mod error;
pub mod events;
mod figures;
mod http;
mod idempotency;
pub mod jws;
pub mod kind;
mod limits;
pub mod mail;
pub mod objects;
pub mod password;
pub mod ports;
pub mod post;
pub mod reader;
mod search;
mod session;
pub mod sla;
mod speech;
pub mod store;
pub mod table;

pub use http::description;
pub use http::shell::Files;

use axum::Router;
use events::Live;
use ports::{DealDesk, Directory, EventLog, Figures, Inbox, Mails, PortError, Programmes};
use std::sync::Arc;
use store::Store;
use tokio::sync::watch;

/// What every request needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    desk: Arc<dyn DealDesk>,
    directory: Arc<dyn Directory>,
    log: Arc<dyn EventLog>,
    inbox: Arc<dyn Inbox>,
    mails: Arc<dyn Mails>,
    programmes: Arc<dyn Programmes>,
    colleagues: Arc<dyn ports::Colleagues>,
    attachments: Arc<dyn ports::Files>,
    tables: Arc<dyn ports::Tables>,
    views: Arc<dyn ports::Views>,
    figures: Arc<dyn Figures>,
    library: Arc<dyn ports::Library>,
    shelving: Arc<dyn ports::Shelving>,
    arrivals: Arc<dyn ports::Arrivals>,
    live: Live,
    running: idempotency::Running,
    sign_ins: Arc<limits::SignInLimit>,
    files: Files,
}

impl App {
    /// The portal over the embedded store. Its streams end when `stop` becomes true.
    pub async fn over(store: Arc<Store>, files: Files, stop: watch::Receiver<bool>) -> Result<Self, PortError> {
        let live = Live::start(store.clone(), store.written(), stop).await?;
        Ok(Self {
            desk: store.clone(),
            directory: store.clone(),
            log: store.clone(),
            inbox: store.clone(),
            mails: store.clone(),
            programmes: store.clone(),
            colleagues: store.clone(),
            attachments: store.clone(),
            tables: store.clone(),
            views: store.clone(),
            figures: store.clone(),
            library: store.clone(),
            shelving: store.clone(),
            arrivals: store,
            live,
            running: idempotency::Running::default(),
            sign_ins: Arc::default(),
            files,
        })
    }
}

/// Every route of the server, so that a test calls it without a socket.
pub fn app(app: App) -> Router {
    http::router(app)
}
