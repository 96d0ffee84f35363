//! The embedded PRM: the ports over SQLite, and the same code over Postgres.

mod access;
mod answers;
mod chain;
mod check;
mod comments;
mod conflicts;
mod directory;
pub(crate) mod entity;
mod expiry;
mod export;
mod files;
mod imports;
mod inbox;
mod keys;
mod list;
mod log;
mod mails;
mod migrations;
mod opening;
mod orders;
mod patch;
mod pen;
mod preferences;
mod reads;
mod rows;
pub(crate) mod settings;
mod sheets;
mod writes;

pub use check::{Chain, Fault, check_chains};
pub(crate) use directory::SESSION_LASTS;
pub(crate) use inbox::read_before;
pub use log::for_side;
pub(crate) use pen::Pen;
pub(crate) use rows::DealRow;
pub(crate) use writes::Write;

use crate::ports::{Actor, Done, Keyed, PortError, TenantId};
use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use settings::Settings;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::{Mutex, Notify};
use tokio::time::timeout;

/// The embedded store.
pub struct Store {
    db: DatabaseConnection,
    patience: Patience,
    /// Writers wait here in turn, where SQLite would have them poll its lock.
    turn: Mutex<()>,
    tenants: RwLock<Tenants>,
    written: Arc<Notify>,
    /// Told when an import is to begin.
    importing: Notify,
}

/// The tenants as they were last read: few, small, and asked for with every request.
#[derive(Default)]
struct Tenants {
    by_host: HashMap<String, TenantId>,
    settings: HashMap<TenantId, Arc<Settings>>,
    first: Option<TenantId>,
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
    /// Opens the database at `url` (`sqlite:` or `postgres:`) and brings its tables up to date.
    pub async fn open(url: &str, patience: Patience) -> Result<Self, PortError> {
        let db = opening::ready(opening::options(url, patience, true), patience.lock).await?;
        let (tenants, written) = (RwLock::default(), Arc::new(Notify::new()));
        let store = Self { db, patience, turn: Mutex::default(), tenants, written, importing: Notify::new() };
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

    /// Reads the tenants again.
    pub(crate) async fn reload(&self) -> Result<(), PortError> {
        let rows = entity::tenant::Entity::find().all(&self.db).await?;
        let hosts = entity::tenant_host::Entity::find().all(&self.db).await?;
        let mut read = Tenants::default();
        for row in &rows {
            let settings: Settings = serde_json::from_str(&row.settings).map_err(PortError::internal)?;
            read.settings.insert(TenantId(row.id.as_str().into()), Arc::new(settings));
        }
        read.first = rows.iter().min_by_key(|row| row.position).map(|row| TenantId(row.id.as_str().into()));
        read.by_host = hosts.into_iter().map(|row| (row.host, TenantId(row.tenant_id.into()))).collect();
        *self.tenants.write().unwrap_or_else(std::sync::PoisonError::into_inner) = read;
        Ok(())
    }

    pub(crate) fn settings(&self, tenant: &TenantId) -> Result<Arc<Settings>, PortError> {
        let tenants = self.tenants.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        tenants.settings.get(tenant).cloned().ok_or(PortError::NotFound)
    }

    /// Where a tenant's portal is: `https`, but for hosts of this machine, which answer on `port`.
    pub(crate) fn origin(&self, tenant: &TenantId, port: u16) -> String {
        let tenants = self.tenants.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let is_here = |host: &str| host == "localhost" || host.ends_with(".localhost");
        let hosts = tenants.by_host.iter().filter(|(_, of)| *of == tenant).map(|(host, _)| host.as_str());
        match hosts.min_by_key(|host| (!is_here(host), *host)) {
            Some(host) if !is_here(host) => format!("https://{host}"),
            here => format!("http://{}:{port}", here.unwrap_or("localhost")),
        }
    }

    fn all_settings(&self) -> Vec<(TenantId, Arc<Settings>)> {
        let tenants = self.tenants.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        tenants.settings.iter().map(|(tenant, settings)| (tenant.clone(), settings.clone())).collect()
    }

    /// Whether there is a tenant yet.
    pub fn is_empty(&self) -> bool {
        self.all_settings().is_empty()
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
        let done = match log::hold(&tx).await {
            Ok(()) => work(&tx).await,
            Err(error) => Err(error),
        };
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
        let settings = self.settings(&who.tenant)?;
        self.transact(async |tx| {
            if let Some(value) = answers::find(tx, who, key).await? {
                return Ok(Done { value, replayed: true });
            }
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
