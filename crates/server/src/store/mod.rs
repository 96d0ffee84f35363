//! The embedded PRM: the ports over SQLite, and the same code over Postgres.

mod access;
mod answers;
mod approve;
mod asked;
mod assign;
mod bulk;
mod chain;
mod check;
mod colleagues;
mod comments;
mod conflicts;
mod directory;
pub(crate) mod entity;
mod expiry;
mod export;
mod figures;
mod files;
mod house;
mod imports;
mod inbox;
mod incentives;
mod json;
mod keys;
mod legacy;
mod library;
mod list;
mod log;
mod mails;
mod migrations;
mod opening;
mod orders;
mod pen;
mod preferences;
mod programme;
mod reads;
mod rows;
pub(crate) mod settings;
mod sheets;
pub(crate) mod tenants;
mod views;
mod writes;

pub use check::{Chain, Fault, check_chains};
pub(crate) use directory::SESSION_LASTS;
pub(crate) use inbox::read_before;
pub(crate) use library::{Captions, NewVersion};
pub use log::for_side;
pub(crate) use pen::{Pen, fill};
pub(crate) use rows::{DealRow, select as select_deals};
pub(crate) use writes::Write;

use crate::objects::Objects;
use crate::ports::{Actor, Done, Keyed, PortError};
use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tenants::Tenants;
use tokio::sync::{Mutex, Notify};
use tokio::time::timeout;

/// The embedded store.
pub struct Store {
    db: DatabaseConnection,
    patience: Patience,
    /// Writers wait here in turn, where SQLite would have them poll its lock.
    turn: Mutex<()>,
    tenants: RwLock<Tenants>,
    /// Where the library's files lie.
    objects: Objects,
    shelves: library::Shelves,
    written: Arc<Notify>,
    /// Told when an import is to begin.
    importing: Notify,
}

/// How the store waits.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long a statement waits for a lock that another process holds, before the answer is 503.
    pub lock: Duration,
    /// How long a writer waits for its turn among those of this process, before the answer is 503.
    pub turn: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { lock: Duration::from_secs(5), turn: Duration::from_secs(20) }
    }
}

impl Store {
    /// Opens the database at `url` (`sqlite:` or `postgres:`), whose library has its files in `objects`, and brings its
    /// tables up to date.
    pub async fn open(url: &str, objects: Objects, patience: Patience) -> Result<Self, PortError> {
        let db = opening::ready(opening::options(url, patience, true), patience.lock).await?;
        let (tenants, shelves, written) = (RwLock::default(), RwLock::default(), Arc::new(Notify::new()));
        let (turn, importing) = (Mutex::default(), Notify::new());
        let store = Self { db, patience, turn, tenants, objects, shelves, written, importing };
        store.begin_programmes().await?;
        store.reload().await?;
        store.sign_what_is_not().await?;
        Ok(store)
    }

    /// Closes the database: a SQLite file is whole after that, without a log beside it.
    pub async fn close(&self) -> Result<(), PortError> {
        Ok(self.db.close_by_ref().await?)
    }

    /// Told after every commit that may have written an event.
    pub fn written(&self) -> Arc<Notify> {
        self.written.clone()
    }

    /// Does `work` in one transaction, and wakes the event stream once it is committed. Writers of all servers on the
    /// database take turns.
    pub(crate) async fn transact<T>(
        &self,
        work: impl AsyncFnOnce(&DatabaseTransaction) -> Result<T, PortError>,
    ) -> Result<T, PortError> {
        let turn = timeout(self.patience.turn, self.turn.lock())
            .await
            .map_err(|late| PortError::Unavailable(Box::new(late)))?;
        // Immediate, because a transaction that reads before it writes cannot be upgraded once another has written.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = self.db.begin_with_options(options).await?;
        let done = async {
            self.refresh(&tx, &log::hold(&tx).await?).await?;
            work(&tx).await
        };
        let done = done.await;
        match done {
            Ok(value) => {
                tx.commit().await?;
                drop(turn);
                self.written.notify_one();
                Ok(value)
            }
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    /// Does `work` once for a key: its answer is kept in the same transaction, and given again to whoever sends the
    /// same again. A refusal binds nothing.
    pub(crate) async fn once<T: Serialize + DeserializeOwned>(
        &self,
        who: &Actor,
        key: &Keyed,
        work: impl AsyncFnOnce(&Write<'_>) -> Result<T, PortError>,
    ) -> Result<Done<T>, PortError> {
        self.transact(async |tx| {
            if let Some(value) = answers::find(tx, who, key).await? {
                return Ok(Done { value, replayed: true });
            }
            let settings = self.settings(&who.tenant)?;
            let write = Write { pen: Pen::new(tx, &who.tenant, &settings), who, imported: None };
            let value = work(&write).await?;
            answers::keep(tx, who, key, &value, write.now).await?;
            Ok(Done { value, replayed: false })
        })
        .await
    }
}

/// The server's clock, to the millisecond.
pub(crate) fn now() -> DateTime<Utc> {
    let now = Utc::now();
    DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
}

/// A time as columns hold it, in milliseconds.
pub(crate) fn time(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

impl From<DbErr> for PortError {
    fn from(error: DbErr) -> Self {
        // SQLite's primary codes for what passes or can be put right from outside: BUSY, LOCKED, NOMEM, READONLY,
        // IOERR, FULL, CANTOPEN. Postgres: the classes of connection trouble and lack of resources.
        let passing = match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
            DbErr::Exec(sea_orm::RuntimeErr::SqlxError(sqlx)) | DbErr::Query(sea_orm::RuntimeErr::SqlxError(sqlx)) => {
                match sqlx.as_database_error().and_then(sea_orm::sqlx::error::DatabaseError::code) {
                    Some(code) if code.len() == 5 => {
                        ["08", "53", "55", "57"].iter().any(|class| code.starts_with(class))
                    }
                    Some(code) => {
                        code.parse::<u32>().is_ok_and(|code| [5, 6, 7, 8, 10, 13, 14].contains(&(code & 255)))
                    }
                    None => !matches!(**sqlx, sea_orm::SqlxError::RowNotFound | sea_orm::SqlxError::Decode(_)),
                }
            }
            _ => false,
        };
        if passing { Self::Unavailable(Box::new(error)) } else { Self::Internal(Box::new(error)) }
    }
}

impl PortError {
    /// What cannot be, and is the store's fault.
    pub(crate) fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }
}
