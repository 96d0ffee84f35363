//! Imports: a file's rows are kept, judged without effect, and become deals in the background.

mod arrive;
mod carry;
mod check;
mod judge;

use super::entity::{import, import_finding as finding, import_mapping as remembered, import_row as row};
use super::json::{read as json, written as text};
use super::settings::Settings;
use super::{Store, Write, access, list, log};
use crate::ports::{Actor, DealQuery, Done, Keyed, LeftRows, PortError, Tables, TenantId};
use crate::table::{Sheet, Table};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta};
use import::{Column, Entity, Model};
use portico_contract::deal::Deal;
use portico_contract::import::{
    Import, ImportFinding, ImportFound, ImportMapping, ImportStart, ImportState, ImportTarget,
};
use portico_contract::page::Page;
use portico_contract::session::Permission;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

/// How long an import is kept, and its file with it.
const KEEPS: TimeDelta = TimeDelta::days(7);
/// The state of one whose rows are still being written.
const ARRIVING: &str = "arriving";
/// Rows of a file of what was left, read at once.
const LEFT: u64 = 500;
/// Rows that are written in one transaction.
const WRITES: usize = 500;
/// How much of a cell is shown.
const SHOWN: usize = 80;

fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn place(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The import of this id, if it is `who`'s.
async fn find(db: &impl ConnectionTrait, who: &Actor, id: &str) -> Result<Model, PortError> {
    let own = Entity::find_by_id(id).filter(access::imports(who)).filter(Column::State.ne(ARRIVING));
    own.one(db).await?.ok_or(PortError::NotFound)
}

impl Model {
    fn state(&self) -> ImportState {
        ImportState::parse(&self.state).unwrap_or(ImportState::Failed)
    }

    /// As its person sees it.
    fn shown(&self, settings: &Settings, languages: &[String]) -> Result<Import, PortError> {
        let form = settings.deal_form(&[]);
        let is_required =
            |id: &str| form.required.iter().any(|needed| needed == id || (needed == "/value" && id == "/value/amount"));
        let own = form
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| portico_contract::read::child("/custom", &field.id));
        let own: Vec<String> = own.collect();
        let sheet = settings.sheet(&settings.languages(languages)[0]);
        let targets = sheet.targets().map(|column| ImportTarget {
            id: column.id.clone(),
            label: column.label.clone(),
            required: is_required(&column.id) || own.contains(&column.id),
        });
        let found = self.good.zip(self.bad).zip(self.doubles);
        Ok(Import {
            id: self.id.clone(),
            name: self.name.clone(),
            state: self.state(),
            columns: json(&self.columns)?,
            targets: targets.collect(),
            mapping: json(&self.mapping)?,
            rows: count(self.total),
            found: found.map(|((good, bad), doubles)| ImportFound {
                good: count(good),
                bad: count(bad),
                duplicates: count(doubles),
            }),
            done: count(self.done),
            imported: count(self.imported),
            forgotten_at: DateTime::from_timestamp_millis(self.created_at).unwrap_or_default() + KEEPS,
        })
    }
}

impl Store {
    /// Changes an import once for a key.
    async fn turn(
        &self,
        who: &Actor,
        key: &Keyed,
        id: &str,
        languages: &[String],
        change: impl Fn(&mut Model) -> Result<(), PortError>,
    ) -> Result<Done<Import>, PortError> {
        access::require(who, Permission::DealsRegister)?;
        self.once(who, key, async |write: &Write<'_>| {
            let mut import = find(write.tx, who, id).await?;
            change(&mut import)?;
            import.version += 1;
            save(write.tx, &import).await?;
            import.shown(write.settings, languages)
        })
        .await
    }
}

async fn save(db: &impl ConnectionTrait, import: &Model) -> Result<(), PortError> {
    Entity::update(import.clone().into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

#[async_trait]
impl Tables for Store {
    async fn sheet(&self, tenant: &TenantId, languages: &[String]) -> Result<Sheet, PortError> {
        Ok(self.settings(tenant)?.sheets(languages).swap_remove(0))
    }

    async fn export(&self, who: &Actor, query: &DealQuery) -> Result<Page<Deal>, PortError> {
        self.export_page(who, query).await
    }

    async fn bring(
        &self,
        who: &Actor,
        key: &Keyed,
        name: &str,
        table: Table,
        languages: &[String],
    ) -> Result<Done<Import>, PortError> {
        access::require(who, Permission::DealsRegister)?;
        let id = self.arrive(who, name, table, languages).await?;
        let brought = self
            .once(who, key, async |write| {
                let mut import = Entity::find_by_id(&id).one(write.tx).await?.ok_or(PortError::NotFound)?;
                ImportState::Brought.name().clone_into(&mut import.state);
                save(write.tx, &import).await?;
                import.shown(write.settings, languages)
            })
            .await;
        if brought.as_ref().map_or(true, |done| done.replayed) {
            self.transact(async |tx| arrive::remove(tx, std::slice::from_ref(&id)).await).await?;
        }
        brought
    }

    async fn import(&self, who: &Actor, id: &str, languages: &[String]) -> Result<Import, PortError> {
        find(&self.db, who, id).await?.shown(&*self.settings(&who.tenant)?, languages)
    }

    async fn map(
        &self,
        who: &Actor,
        id: &str,
        mapping: ImportMapping,
        languages: &[String],
    ) -> Result<Import, PortError> {
        access::require(who, Permission::DealsRegister)?;
        self.check_rows(who, id, mapping, languages).await
    }

    async fn findings(
        &self,
        who: &Actor,
        id: &str,
        cursor: Option<&str>,
        limit: u32,
        languages: &[String],
    ) -> Result<Page<ImportFinding>, PortError> {
        find(&self.db, who, id).await?;
        let from = cursor.map(log::position_of).transpose()?.unwrap_or(-1);
        let mut found = finding::Entity::find()
            .filter(finding::Column::ImportId.eq(id))
            .filter(finding::Column::Position.gt(from))
            .order_by_asc(finding::Column::Position)
            .limit(u64::from(limit) + 1)
            .all(&self.db)
            .await?;
        let more = list::cut(&mut found, limit);
        let next_cursor = found.last().filter(|_| more).map(|last| last.position.to_string());
        let positions = found.iter().map(|one| one.position);
        let rows =
            row::Entity::find().filter(row::Column::ImportId.eq(id)).filter(row::Column::Position.is_in(positions));
        let rows = rows.order_by_asc(row::Column::Position).all(&self.db).await?;
        let problems = found.iter().map(|one| json(&one.problems)).collect::<Result<Vec<_>, PortError>>()?;
        let whys = self.settings(&who.tenant)?.whys(languages, &problems);
        let mut items = Vec::with_capacity(found.len());
        for ((one, row), why) in found.into_iter().zip(rows).zip(whys) {
            let cells: Vec<String> = json(&row.cells)?;
            let name = cells.into_iter().find(|cell| !cell.trim().is_empty()).unwrap_or_default();
            let name = name.chars().take(SHOWN).collect();
            items.push(ImportFinding { line: count(row.line), name, why, deal: one.deal_id });
        }
        Ok(Page { items, next_cursor })
    }

    async fn start(
        &self,
        who: &Actor,
        key: &Keyed,
        id: &str,
        start: ImportStart,
        languages: &[String],
    ) -> Result<Done<Import>, PortError> {
        let begin = |import: &mut Model| {
            if import.state() != ImportState::Checked {
                return Err(PortError::ImportState);
            }
            ImportState::Running.name().clone_into(&mut import.state);
            import.take_doubles = start.duplicates;
            Ok(())
        };
        let done = self.turn(who, key, id, languages, begin).await?;
        self.importing.notify_one();
        Ok(done)
    }

    async fn cancel(
        &self,
        who: &Actor,
        key: &Keyed,
        id: &str,
        languages: &[String],
    ) -> Result<Done<Import>, PortError> {
        let stop = |import: &mut Model| {
            if !matches!(import.state(), ImportState::Brought | ImportState::Checked | ImportState::Running) {
                return Err(PortError::ImportState);
            }
            ImportState::Cancelled.name().clone_into(&mut import.state);
            Ok(())
        };
        self.turn(who, key, id, languages, stop).await
    }

    async fn left(&self, who: &Actor, id: &str, from: u32, languages: &[String]) -> Result<LeftRows, PortError> {
        self.left_rows(who, id, place(from as usize), languages).await
    }
}
