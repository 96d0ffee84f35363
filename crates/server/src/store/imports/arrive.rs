//! A file arrives: its rows are written under an import that nobody sees yet, and forgotten when they are old.

use super::import::{Column, Entity, Model};
use super::{ARRIVING, KEEPS, SHOWN, WRITES, finding, json, place, remembered, row, text};
use crate::ports::{Actor, PortError};
use crate::store::{Store, now};
use crate::table::{Table, guessed, header_key, two_dates, two_numbers};
use chrono::TimeDelta;
use portico_contract::import::{ImportColumn, ImportState};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QuerySelect};

/// How many cells of a column are shown.
const SAMPLES: usize = 3;

/// The columns of a file as they are shown.
fn columns(table: &Table) -> Vec<ImportColumn> {
    let column = |(at, header): (usize, &String)| {
        let cells = || table.rows.iter().map(|row| row.cells[at].trim()).filter(|cell| !cell.is_empty());
        let short = |cell: &str| cell.chars().take(SHOWN).collect();
        ImportColumn {
            header: header.trim().chars().take(SHOWN).collect(),
            samples: cells().take(SAMPLES).map(short).collect(),
            two_dates: cells().any(two_dates),
            two_numbers: cells().any(two_numbers),
        }
    };
    table.headers.iter().enumerate().map(column).collect()
}

pub(super) async fn remove(db: &impl ConnectionTrait, ids: &[String]) -> Result<(), PortError> {
    let these = || ids.iter().cloned();
    finding::Entity::delete_many().filter(finding::Column::ImportId.is_in(these())).exec(db).await?;
    row::Entity::delete_many().filter(row::Column::ImportId.is_in(these())).exec(db).await?;
    Entity::delete_many().filter(Column::Id.is_in(these())).exec(db).await?;
    Ok(())
}

impl Store {
    /// Writes a file's rows, in small transactions, under an import that nobody sees yet.
    pub(super) async fn arrive(
        &self,
        who: &Actor,
        name: &str,
        table: Table,
        languages: &[String],
    ) -> Result<String, PortError> {
        let settings = self.settings(&who.tenant)?;
        let known =
            remembered::Entity::find_by_id((who.user.id.clone(), header_key(&table.headers))).one(&self.db).await?;
        let currency = settings.rules.form.currencies.first().map_or("", String::as_str);
        let mapping = match known {
            Some(known) => json(&known.mapping)?,
            None => guessed(&settings.sheets(languages), &table, currency),
        };
        let arriving = Model {
            id: crate::dice::Dice::Real.id(),
            tenant_id: who.tenant.0.to_string(),
            account_id: who.user.id.clone(),
            name: name.to_owned(),
            state: ARRIVING.to_owned(),
            separator: table.separator.to_string(),
            columns: text(&columns(&table))?,
            mapping: text(&mapping)?,
            version: 1,
            total: place(table.rows.len()),
            good: None,
            bad: None,
            doubles: None,
            take_doubles: false,
            done: 0,
            imported: 0,
            created_at: now().timestamp_millis(),
        };
        let id = arriving.id.clone();
        let headers = text(&table.headers)?;
        self.transact(async |tx| {
            Entity::insert(arriving.into_active_model()).exec_without_returning(tx).await?;
            // The names of the columns stand before the rows.
            let first = row::Model { import_id: id.clone(), position: -1, line: 1, cells: headers };
            row::Entity::insert(first.into_active_model()).exec_without_returning(tx).await?;
            Ok(())
        })
        .await?;
        let mut rows = Vec::with_capacity(table.rows.len());
        for (position, one) in table.rows.into_iter().enumerate() {
            let (position, line) = (place(position), i32::try_from(one.line).unwrap_or(i32::MAX));
            rows.push(
                row::Model { import_id: id.clone(), position, line, cells: text(&one.cells)? }.into_active_model(),
            );
        }
        for rows in rows.chunks(WRITES) {
            self.transact(async |tx| {
                row::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
                Ok(())
            })
            .await?;
        }
        Ok(id)
    }

    /// Forgets imports that are old, and files that never arrived whole; how many.
    pub async fn forget_imports(&self) -> Result<usize, PortError> {
        let mut all = 0;
        loop {
            let forgotten = self
                .transact(async |tx| {
                    let before = |age: TimeDelta| Column::CreatedAt.lt((now() - age).timestamp_millis());
                    let old = before(KEEPS).and(Column::State.ne(ImportState::Running.name()));
                    let left = before(TimeDelta::hours(1)).and(Column::State.eq(ARRIVING));
                    let ids = Entity::find().select_only().column(Column::Id).filter(old.or(left)).limit(1);
                    let ids: Vec<String> = ids.into_tuple().all(tx).await?;
                    remove(tx, &ids).await?;
                    Ok(ids.len())
                })
                .await?;
            if forgotten == 0 {
                return Ok(all);
            }
            all += forgotten;
        }
    }
}
