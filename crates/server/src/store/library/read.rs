//! What waits to be looked at: each file by a process of its own, with limits, so that one that breaks its parser breaks
//! nothing else. What waits is a row of the database: it survives a restart, and a server that was stopped in the middle
//! of it leaves it to the next.

use super::super::entity::{asset, asset_text, asset_version};
use super::super::{Pen, Store, json, now};
use super::shelve;
use super::versions::{Drawn, Finds, Written};
use crate::ports::{PortError, TenantId};
use crate::reader::{GAVE_UP, Reader, Seen};
use asset_version::Column;
use bytes::Bytes;
use chrono::TimeDelta;
use portico_contract::asset::Readiness;
use portico_preview::{Looked, Picture};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long a server has for one file before another may take it: longer than a reader may take.
const CLAIM: TimeDelta = TimeDelta::minutes(3);
/// How often a file is tried whose reader did not answer.
const ATTEMPTS: i32 = 3;
/// How often is looked whether something waits.
const TICK: Duration = Duration::from_secs(2);

impl Store {
    /// Looks at the next file that waits; whether there was one.
    pub async fn read_next(&self, reader: &Reader) -> Result<bool, PortError> {
        let Some((row, asset)) = self.claim().await? else { return Ok(false) };
        let folder = tempfile::tempdir().map_err(PortError::internal)?;
        let file = folder.path().join("file");
        let seen = async {
            self.objects.copy_to(&asset.tenant_id, &row.sha256, &file).await?;
            reader.look(&row.media_type, &file, folder.path()).await
        };
        let looked = match seen.await {
            Ok(Seen::Looked(looked)) => *looked,
            Ok(Seen::Refused { code, why }) => {
                tracing::info!(asset = %asset.id, version = row.n, %why, "a file could not be read");
                return self.settle(&row, &asset, Err(code)).await.map(|()| true);
            }
            Err(error) if row.attempts >= ATTEMPTS => {
                tracing::warn!(asset = %asset.id, version = row.n, %error, "a file could not be read, and is given up");
                return self.settle(&row, &asset, Err(GAVE_UP)).await.map(|()| true);
            }
            // It is tried again when its claim ends.
            Err(error) => {
                tracing::warn!(asset = %asset.id, version = row.n, %error, "a file could not be read now");
                return Ok(true);
            }
        };
        let finds = self.keep_finds(&asset.tenant_id, &looked, folder.path()).await?;
        self.settle(&row, &asset, Ok((finds, looked.text))).await?;
        Ok(true)
    }

    /// Takes the next that waits.
    async fn claim(&self) -> Result<Option<(asset_version::Model, asset::Model)>, PortError> {
        let free = Condition::all().add(Column::Readiness.eq(Readiness::Waiting.name()));
        let free = free.add(Column::ClaimedUntil.lt(now().timestamp_millis()));
        let next = || asset_version::Entity::find().filter(free.clone()).order_by_asc(Column::ClaimedUntil);
        // Looked at first without a turn among the writers: mostly nothing waits.
        if next().one(&self.db).await?.is_none() {
            return Ok(None);
        }
        self.transact(async |tx| {
            let Some(mut row) = next().order_by_asc(Column::CreatedAt).one(tx).await? else { return Ok(None) };
            row.attempts += 1;
            asset_version::Entity::update_many()
                .col_expr(Column::Attempts, row.attempts.into())
                .col_expr(Column::ClaimedUntil, (now() + CLAIM).timestamp_millis().into())
                .filter(Column::AssetId.eq(&row.asset_id).and(Column::N.eq(row.n)))
                .exec(tx)
                .await?;
            let asset = asset::Entity::find_by_id(&row.asset_id).one(tx).await?.ok_or(PortError::NotFound)?;
            Ok(Some((row, asset)))
        })
        .await
    }

    /// Keeps the pictures and the page that were made of a file.
    async fn keep_finds(&self, tenant: &str, looked: &Looked, folder: &Path) -> Result<Finds, PortError> {
        let bytes = async |file: &str| {
            // The names are made by the reader, which is not trusted.
            let name = Path::new(file).file_name().ok_or(PortError::NotFound)?;
            tokio::fs::read(folder.join(name)).await.map(Bytes::from).map_err(PortError::internal)
        };
        let drawn = async |picture: &Picture| {
            let read = bytes(&picture.file).await?;
            Ok::<_, PortError>(Drawn {
                bytes: u64::try_from(read.len()).map_err(PortError::internal)?,
                sha256: self.objects.keep(tenant, read).await?,
                media_type: if picture.media == "image/png" { "image/png" } else { "image/jpeg" }.to_owned(),
                width: picture.width,
                height: picture.height,
            })
        };
        let mut finds =
            Finds { page_count: looked.page_count, measures: looked.size, millis: looked.millis, ..Finds::default() };
        for page in &looked.pages {
            finds.pages.push(drawn(page).await?);
        }
        if let Some(picture) = &looked.thumbnail {
            finds.thumbnail = Some(drawn(picture).await?);
        }
        if let Some(view) = &looked.view {
            let read = Bytes::from(paged(&bytes(view).await?));
            let size = u64::try_from(read.len()).map_err(PortError::internal)?;
            finds.view = Some(Written { sha256: self.objects.keep(tenant, read).await?, bytes: size });
        }
        Ok(finds)
    }

    /// Keeps what was found, or that nothing was.
    async fn settle(
        &self,
        row: &asset_version::Model,
        asset: &asset::Model,
        found: Result<(Finds, Vec<String>), &str>,
    ) -> Result<(), PortError> {
        let tenant = TenantId(asset.tenant_id.as_str().into());
        let settings = self.settings(&tenant)?;
        let refused = found.as_ref().err().copied();
        let (readiness, finds, pages) = match found {
            Ok((finds, pages)) => (Readiness::Ready, finds, pages),
            Err(_) => (Readiness::Unreadable, Finds::default(), Vec::new()),
        };
        let finds = json::written(&finds)?;
        self.transact(async |tx| {
            asset_version::Entity::update_many()
                .col_expr(Column::Readiness, Expr::value(readiness.name()))
                .col_expr(Column::Found, Expr::value(finds.as_str()))
                .col_expr(Column::Refused, Expr::value(refused))
                .filter(Column::AssetId.eq(&row.asset_id).and(Column::N.eq(row.n)))
                .exec(tx)
                .await?;
            let mut asset = asset::Entity::find_by_id(&row.asset_id).one(tx).await?.ok_or(PortError::NotFound)?;
            if asset.current != row.n {
                return Ok(());
            }
            asset_text::Entity::delete_by_id(&asset.id).exec(tx).await?;
            // A text cannot hold a NUL in Postgres.
            let text = pages.join("\u{c}").replace('\0', " ");
            shelve::keep_text(tx, &asset.id, text).await?;
            Pen::new(tx, &tenant, &settings).save_asset(&mut asset).await
        })
        .await
    }

    /// Looks at everything that waits; how many files.
    pub async fn read_all(&self, reader: &Reader) -> Result<usize, PortError> {
        let mut all = 0;
        while self.read_next(reader).await? {
            all += 1;
        }
        Ok(all)
    }

    /// Looks at what waits as long as the server runs.
    pub async fn keep_reading(self: Arc<Self>, reader: Reader, mut stop: watch::Receiver<bool>) {
        loop {
            let busy = match self.read_next(&reader).await {
                Ok(busy) => busy,
                Err(error) => {
                    tracing::warn!(%error, "files could not be looked at now");
                    false
                }
            };
            if *stop.borrow() {
                return;
            }
            if !busy {
                tokio::select! {
                    () = tokio::time::sleep(TICK) => {}
                    _ = stop.wait_for(|stop| *stop) => return,
                }
            }
        }
    }
}

/// A fragment as a page that is read beside a bright or a dark one.
fn paged(fragment: &[u8]) -> Vec<u8> {
    [PAGE_BEGINS.as_bytes(), fragment, b"</body></html>"].concat()
}

/// How such a page begins. It names no font and loads nothing.
const PAGE_BEGINS: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
    content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light\"><style>\
    body{margin:0 auto;max-width:46rem;padding:1.5rem;font:1rem/1.6 system-ui,sans-serif;color:#1b1926;background:#fff;\
    overflow-wrap:anywhere}h1,h2,h3,h4{line-height:1.25;margin:1.4em 0 .5em}h1{font-size:1.6rem;margin-top:0}\
    h2{font-size:1.3rem}h3{font-size:1.1rem}table{display:block;max-width:100%;overflow-x:auto;border-collapse:collapse;margin:1em 0;font-size:.9rem}\
    td,th{overflow-wrap:normal;min-width:3rem;border:1px solid #d8d6e3;padding:.35rem .6rem;text-align:start;vertical-align:top}th{background:#f4f3f9}\
    pre,code{font-family:ui-monospace,monospace;font-size:.9em}pre{white-space:pre-wrap;background:#f4f3f9;padding:1rem;\
    border-radius:.5rem}img{max-width:100%;height:auto}a{color:#4338ca}blockquote{margin:1em 0;padding-inline-start:1em;\
    border-inline-start:3px solid #d8d6e3;color:#4b4860}</style></head><body>";
