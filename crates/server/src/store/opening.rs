//! How a database is opened: connected to, brought up to date, and given what receipts need.

use super::{Patience, Store, chain, keys, migrations, now};
use crate::ports::PortError;
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};
use tokio::time::{Duration, Instant, sleep};

/// How to connect to the database at `url`; a SQLite file that is missing is made where `make` says so.
pub(super) fn options(url: &str, patience: Patience, make: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(8).acquire_timeout(patience.lock).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .create_if_missing(make)
            .busy_timeout(patience.lock)
            .foreign_keys(true)
            .pragma("journal_mode", "WAL")
            // A registration that was acknowledged survives the loss of power, not only of the process.
            .pragma("synchronous", "FULL")
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "MEMORY")
    });
    options.map_sqlx_postgres_opts(move |postgres| {
        postgres.options([("lock_timeout", format!("{}ms", patience.lock.as_millis()))])
    });
    options
}

/// Connects, and takes the steps that are missing; again for as long as the patience lasts. Of servers that start at
/// once on a new database one sets its journal and makes its tables, and the others are refused without being asked to
/// wait: SQLite's busy timeout does not hold for a change of journal, and a table that is made twice is an error.
pub(super) async fn ready(options: ConnectOptions, patience: Duration) -> Result<DatabaseConnection, DbErr> {
    let begun = Instant::now();
    loop {
        let done = async {
            let db = Database::connect(options.clone()).await?;
            migrations::up(&db).await?;
            Ok(db)
        };
        match done.await {
            Err(_) if begun.elapsed() < patience => sleep(Duration::from_millis(50)).await,
            done => return done,
        }
    }
}

impl Store {
    /// Makes the key that signs, and the receipts of registrations that are older than receipts, where they are missing.
    pub(super) async fn sign_what_is_not(&self) -> Result<(), PortError> {
        if keys::newest(&self.db).await?.is_some() && !chain::is_unsigned(&self.db).await? {
            return Ok(());
        }
        self.transact(async |tx| {
            keys::active(tx, now()).await?;
            for (tenant, _) in self.all_settings() {
                chain::sign(tx, &tenant.0, now()).await?;
            }
            Ok(())
        })
        .await
    }
}
