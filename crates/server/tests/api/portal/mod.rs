//! The harness: the real router over a real database, and the people who use it.

mod answer;
mod asset;
mod database;
mod deal;
mod described;
mod file;
mod mailbox;
mod people;
mod person;
mod program;
mod sending;
mod stream;
mod table;

pub use answer::{Answer, mistakes};
pub use asset::{Shelved, an_asset, demo_file};
pub use database::Database;
pub use deal::{Deal, NewDeal, a_deal, days_from_today, text_of};
pub use described::{description, operation};
pub use file::{File, digest, elf, pdf, png};
pub use mailbox::Mailbox;
pub use person::Person;
pub use program::Program;
pub use sending::{Sending, fresh_key, percent_encoded};
pub use stream::{Happening, Stream};
pub use table::{Bringing, a_row, a_table};

use axum::Router;
use chrono::TimeDelta;
use portico::mail::Carrier;
use portico::objects::Objects;
use portico::post::Post;
use portico::reader::Reader;
use portico::store::{Patience, Store};
use portico::{App, Files};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Mutex, watch};

/// A page and nothing else, so that no test depends on what was built.
const SITE: &str = "tests/api/site";

/// One running server. Cheap to clone; it stops when the last clone is gone.
#[derive(Clone)]
pub struct Portal(Arc<Inner>);

struct Inner {
    router: Router,
    store: Arc<Store>,
    database: Arc<Database>,
    /// The cookies of those who signed in, by host and address.
    cookies: Arc<Mutex<HashMap<(String, String), String>>>,
    stop: watch::Sender<bool>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

impl Portal {
    /// A portal with the demo data, in a database of its own.
    pub async fn with_demo() -> Self {
        Self::over(Database::with_demo().await).await
    }

    /// A server over a database.
    pub async fn over(database: Database) -> Self {
        Self::start(Arc::new(database), Files::Folder(SITE.into()), Patience::default(), Arc::default()).await
    }

    /// A server with the demo data that waits only so long for a lock.
    pub async fn with_patience(patience: Patience) -> Self {
        Self::start(Arc::new(Database::with_demo().await), Files::Folder(SITE.into()), patience, Arc::default()).await
    }

    /// A server with the demo data that serves the portal's files from a folder.
    pub async fn with_files(folder: PathBuf) -> Self {
        let database = Arc::new(Database::with_demo().await);
        Self::start(database, Files::Folder(folder), Patience::default(), Arc::default()).await
    }

    /// A portal with the demo data whose library lies in another store of objects.
    pub async fn with_objects(objects: Objects) -> Self {
        let database = Arc::new(Database::empty().await);
        let store = Store::open(&database.url(), objects, Patience::default()).await.unwrap();
        Box::pin(portico::demo::make(&store, chrono::Utc::now())).await.unwrap();
        Self::serving(Arc::new(store), database, Files::Folder(SITE.into()), Arc::default()).await
    }

    /// Another server on the same database, with another store of objects.
    pub async fn with_other_objects(&self, objects: Objects) -> Self {
        let (database, cookies) = (self.0.database.clone(), self.0.cookies.clone());
        let store = Store::open(&database.url(), objects, Patience::default()).await.unwrap();
        Self::serving(Arc::new(store), database, Files::Folder(SITE.into()), cookies).await
    }

    /// Another server on the same database, where the same people are signed in.
    pub async fn another_server(&self) -> Self {
        let (database, cookies) = (self.0.database.clone(), self.0.cookies.clone());
        Self::start(database, Files::Folder(SITE.into()), Patience::default(), cookies).await
    }

    async fn start(
        database: Arc<Database>,
        files: Files,
        patience: Patience,
        cookies: Arc<Mutex<HashMap<(String, String), String>>>,
    ) -> Self {
        let store = Arc::new(Store::open(&database.url(), Database::objects(), patience).await.unwrap());
        Self::serving(store, database, files, cookies).await
    }

    async fn serving(
        store: Arc<Store>,
        database: Arc<Database>,
        files: Files,
        cookies: Arc<Mutex<HashMap<(String, String), String>>>,
    ) -> Self {
        let (stop, stopping) = watch::channel(false);
        let router = portico::app(App::over(store.clone(), files, stopping).await.unwrap());
        Self(Arc::new(Inner { router, store, database, cookies, stop }))
    }

    /// The post of this server, with the pause that it has unless it is told otherwise.
    pub fn post(&self, carrier: Option<Carrier>) -> Post {
        Post::new(self.0.store.clone(), carrier, TimeDelta::seconds(30), 8080)
    }

    /// Lets the owners of what ends soon be warned; of how many.
    pub async fn warns(&self) -> usize {
        self.0.store.warn().await.unwrap()
    }

    /// What time does, done now.
    pub async fn lets_time_pass(&self) -> usize {
        self.0.store.expire().await.unwrap()
    }

    /// Lets mail that was written long ago be forgotten; how many.
    pub async fn forgets_mails(&self) -> u64 {
        self.0.store.forget_mails().await.unwrap()
    }

    /// A portal whose readers have looked at the files of some assets.
    pub async fn having_read(assets: &[&str]) -> Self {
        let portal = Self::with_demo().await;
        portal.reads_files_of(assets).await;
        portal
    }

    /// Has the files of some assets looked at, and no others.
    pub async fn reads_files_of(&self, assets: &[&str]) {
        let names = assets.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
        let later = i64::MAX;
        let leave = format!("UPDATE asset_version SET claimed_until = {later} WHERE asset_id NOT IN ({names})");
        self.database().execute(&leave).await;
        self.0.store.read_all(&Reader::by(env!("CARGO_BIN_EXE_portico").into())).await.unwrap();
    }

    /// Carries out the imports that were begun; how many deals they made.
    pub async fn imports(&self) -> usize {
        self.0.store.import_all().await.unwrap()
    }

    /// Lets imports that are old be forgotten; how many.
    pub async fn forgets_imports(&self) -> usize {
        self.0.store.forget_imports().await.unwrap()
    }

    /// Lets what hangs on nothing be removed; how many files.
    pub async fn sweeps(&self) -> usize {
        self.0.store.sweep().await.unwrap()
    }

    /// Another server on the same database, after a vendor's rules were made others.
    pub async fn configured(&self, tenant: &str, change: impl FnOnce(&mut serde_json::Value)) -> Self {
        let rows = self.database().rows(&format!("SELECT rules FROM programme WHERE tenant_id = '{tenant}'")).await;
        let mut rules = serde_json::from_str(rows[0]["rules"].as_str().unwrap()).unwrap();
        change(&mut rules);
        let text = rules.to_string().replace('\'', "''");
        self.database().execute(&format!("UPDATE programme SET rules = '{text}' WHERE tenant_id = '{tenant}'")).await;
        self.another_server().await
    }

    /// Lets uploads be removed that became no asset; how many.
    pub async fn sweeps_arrivals(&self) -> usize {
        self.0.store.sweep_arrivals().await.unwrap()
    }

    /// Tells of what was published for a day that has come; of how many assets.
    pub async fn announces(&self) -> usize {
        self.0.store.announce().await.unwrap()
    }

    /// The database beneath, for what no request can do.
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// Ends the streams, as a server does that stops.
    pub fn stops(&self) {
        self.0.stop.send_replace(true);
    }
}
