//! A database of one's own for every portal: a SQLite file, or where `PORTICO_TEST_POSTGRES` names a server, a
//! database there (Postgres 15 or later). The demo data is made once a process and copied.

use portico::demo;
use portico::objects::Objects;
use portico::store::{Patience, Store};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, FromQueryResult, JsonValue, Statement};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use tokio::sync::OnceCell;

const PREFIX: &str = "portico_test_";

/// Where a portal keeps its data. Gone when dropped.
pub struct Database(Place);

enum Place {
    File(TempDir),
    Server { server: String, name: String },
}

impl Database {
    /// What `--objects` takes.
    pub const OBJECTS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/objects");

    /// The Postgres server that the tests were given, if any.
    pub fn postgres() -> Option<String> {
        std::env::var("PORTICO_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
    }

    /// A new database with the demo data in it.
    pub async fn with_demo() -> Self {
        match Self::postgres() {
            None => {
                static DEMO: OnceCell<Vec<u8>> = OnceCell::const_new();
                let bytes = DEMO.get_or_init(demo_file).await;
                let folder = TempDir::new().unwrap();
                std::fs::write(folder.path().join("portico.db"), bytes).unwrap();
                Self(Place::File(folder))
            }
            Some(server) => {
                static DEMO: OnceCell<String> = OnceCell::const_new();
                let template = DEMO.get_or_init(async || demo_database(&server).await).await;
                Self(Place::create(server, &format!(" TEMPLATE {template} STRATEGY FILE_COPY")).await)
            }
        }
    }

    /// A new database with nothing in it.
    pub async fn empty() -> Self {
        Self(match Self::postgres() {
            None => Place::File(TempDir::new().unwrap()),
            Some(server) => Place::create(server, "").await,
        })
    }

    /// Where the files of all libraries lie, of this run and of others: each under its content.
    pub fn objects() -> Objects {
        Objects::at(Self::OBJECTS).unwrap()
    }

    /// What `--database` takes.
    pub fn url(&self) -> String {
        match &self.0 {
            Place::File(_) => format!("sqlite://{}?mode=rwc", self.file().display()),
            Place::Server { server, name } => at(server, name),
        }
    }

    /// The folder of the file: what `--data` takes. Meaningless on Postgres.
    pub fn folder(&self) -> &Path {
        match &self.0 {
            Place::File(folder) => folder.path(),
            Place::Server { .. } => Path::new("."),
        }
    }

    /// The file itself.
    pub fn file(&self) -> PathBuf {
        self.folder().join("portico.db")
    }

    /// A question for the names of the tables.
    pub fn tables() -> &'static str {
        match Self::postgres() {
            None => "SELECT name FROM sqlite_master WHERE type = 'table'",
            Some(_) => "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'",
        }
    }

    /// A connection beside the server's own.
    pub async fn connect(&self) -> DatabaseConnection {
        connect(&self.url()).await
    }

    /// Does what no request can do.
    pub async fn execute(&self, sql: &str) {
        let db = self.connect().await;
        db.execute_unprepared(sql).await.unwrap();
        db.close().await.unwrap();
    }

    /// Rows, as JSON.
    pub async fn rows(&self, sql: &str) -> Vec<JsonValue> {
        let db = self.connect().await;
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = JsonValue::find_by_statement(statement).all(&db).await.unwrap();
        db.close().await.unwrap();
        rows
    }
}

impl Place {
    async fn create(server: String, template: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{PREFIX}{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        run(&server, &format!("CREATE DATABASE {name}{template}")).await;
        Self::Server { server, name }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Server { server, name } = self {
            let (server, drop) = (server.clone(), format!("DROP DATABASE {name} WITH (FORCE)"));
            // A destructor cannot await; a thread of its own can.
            let dropped = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(run(&server, &drop));
            });
            // What could not be dropped now is dropped as a leftover by the next run.
            let _ = dropped.join();
        }
    }
}

/// The demo data as the bytes of a SQLite file.
async fn demo_file() -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("made.db").display());
    let store = Store::open(&url, Database::objects(), Patience::default()).await.unwrap();
    Box::pin(demo::make(&store, chrono::Utc::now())).await.unwrap();
    // A whole file, whatever still stands in the write-ahead log.
    let copy = folder.path().join("copy.db");
    run(&url, &format!("VACUUM INTO '{}'", copy.display())).await;
    std::fs::read(copy).unwrap()
}

/// The name of a Postgres database with the demo data, to which nobody is connected.
async fn demo_database(server: &str) -> String {
    drop_leftovers(server).await;
    let name = format!("{PREFIX}{}_demo", std::process::id());
    run(server, &format!("CREATE DATABASE {name}")).await;
    let store = Store::open(&at(server, &name), Database::objects(), Patience::default()).await.unwrap();
    Box::pin(demo::make(&store, chrono::Utc::now())).await.unwrap();
    drop(store);
    run(server, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    let end = format!("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
    run(server, &end).await;
    name
}

/// Drops the databases of test processes that are no more.
async fn drop_leftovers(server: &str) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    let db = connect(server).await;
    let all = format!("SELECT datname FROM pg_database WHERE datname LIKE '{}%'", PREFIX.replace('_', "\\_"));
    let rows = JsonValue::find_by_statement(Statement::from_string(db.get_database_backend(), all)).all(&db).await;
    for name in rows.unwrap().iter().filter_map(|row| row["datname"].as_str()) {
        let process = name.trim_start_matches(PREFIX).split('_').next().unwrap_or_default();
        if !Path::new("/proc").join(process).exists() {
            db.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await.unwrap();
        }
    }
    db.close().await.unwrap();
}

/// The URL of another database on the same server.
fn at(server: &str, name: &str) -> String {
    let (address, _) = server.rsplit_once('/').unwrap();
    format!("{address}/{name}")
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    sea_orm::Database::connect(options).await.unwrap()
}

async fn run(url: &str, sql: &str) {
    let db = connect(url).await;
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}
