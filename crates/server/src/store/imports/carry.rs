//! The rows of a file become deals: in small transactions, each of which says how far it came. So nothing is done twice,
//! however often a server stops and however many there are.

use super::check::found;
use super::judge::Judge;
use super::{Column, Entity, Model, count, finding, json, row, save};
use crate::ports::{Actor, Intake, PortError};
use crate::store::entity::account;
use crate::store::{Pen, Store, Write};
use portico_contract::import::ImportState;
use portico_contract::problem::FieldProblem;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Rows of one transaction.
const BATCH: u64 = 50;
/// How long others have the database to themselves after each: another server waits for its lock by looking now and then.
const BREATH: Duration = Duration::from_millis(5);
/// How often is looked for what another server was to do and did not.
const LOOK: Duration = Duration::from_secs(1);

impl Store {
    /// Carries out what was begun, until nothing is left of it; how many rows became deals.
    pub async fn import_all(&self) -> Result<usize, PortError> {
        let mut all = 0;
        loop {
            let running = Entity::find().filter(Column::State.eq(ImportState::Running.name()));
            let running = running.order_by_asc(Column::CreatedAt).all(&self.db).await?;
            if running.is_empty() {
                return Ok(all);
            }
            for import in running {
                match Box::pin(self.some_rows(&import)).await {
                    Ok(done) => all += done,
                    Err(error @ PortError::Unavailable(_)) => return Err(error),
                    Err(error) => {
                        tracing::error!(%error, "an import cannot go on");
                        self.give_up_import(&import.id).await?;
                    }
                }
                tokio::time::sleep(BREATH).await;
            }
        }
    }

    /// Carries out imports as long as the server runs.
    pub async fn carry_imports(self: Arc<Self>, stop: watch::Receiver<bool>) {
        let mut stopped = stop;
        let stopped = async move { drop(stopped.wait_for(|stop| *stop).await) };
        let working = async {
            loop {
                if let Err(error) = self.import_all().await {
                    tracing::warn!(%error, "imports cannot go on now");
                }
                tokio::select! {
                    () = self.importing.notified() => {}
                    () = tokio::time::sleep(LOOK) => {}
                }
            }
        };
        tokio::select! {
            () = working => {}
            () = stopped => {}
        }
    }

    async fn give_up_import(&self, id: &str) -> Result<(), PortError> {
        self.transact(async |tx| {
            let Some(mut import) = Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
            if import.state() == ImportState::Running {
                ImportState::Failed.name().clone_into(&mut import.state);
                import.version += 1;
                save(tx, &import).await?;
            }
            Ok(())
        })
        .await
    }

    /// The next rows of an import, in one transaction; how many became deals.
    async fn some_rows(&self, import: &Model) -> Result<usize, PortError> {
        let person = account::Entity::find_by_id(&import.account_id).one(&self.db).await?.ok_or(PortError::NotFound)?;
        let who = self.actor(person).await?;
        let judge = self.judge(&who, json(&import.mapping)?).await?;
        self.transact(async |tx| {
            let Some(mut import) = Entity::find_by_id(&import.id).one(tx).await? else { return Ok(0) };
            if import.state() != ImportState::Running {
                return Ok(0);
            }
            let before = import.imported;
            self.carry(tx, &who, &judge, &mut import).await?;
            if import.done >= import.total {
                ImportState::Done.name().clone_into(&mut import.state);
            }
            save(tx, &import).await?;
            Ok(count(import.imported - before) as usize)
        })
        .await
    }

    async fn carry(
        &self,
        tx: &DatabaseTransaction,
        who: &Actor,
        judge: &Judge,
        import: &mut Model,
    ) -> Result<(), PortError> {
        let rows = row::Entity::find()
            .filter(row::Column::ImportId.eq(&import.id))
            .filter(row::Column::Position.gte(import.done))
            .order_by_asc(row::Column::Position)
            .limit(BATCH)
            .all(tx)
            .await?;
        let Some(last) = rows.last().map(|row| row.position) else {
            import.done = import.total;
            return Ok(());
        };
        let known: Vec<finding::Model> = finding::Entity::find()
            .filter(finding::Column::ImportId.eq(&import.id))
            .filter(finding::Column::Position.between(import.done, last))
            .all(tx)
            .await?;
        let known: HashMap<i32, bool> = known.into_iter().map(|one| (one.position, one.bad)).collect();
        let settings = self.settings(&who.tenant)?;
        let pen = Pen::new(tx, &who.tenant, &settings);
        for one in rows {
            let found_before = known.get(&one.position).copied();
            if found_before.is_some_and(|bad| bad || !import.take_doubles) {
                continue;
            }
            match Box::pin(carry_row(&pen, who, judge, import, &json::<Vec<String>>(&one.cells)?)).await? {
                Ok(()) => {
                    import.imported += 1;
                    if found_before.is_some() {
                        finding::Entity::delete_by_id((import.id.clone(), one.position)).exec(tx).await?;
                    }
                }
                Err(problems) => {
                    let now_bad = found(&import.id, one.position, true, &problems, None)?.into_active_model();
                    let key = [finding::Column::ImportId, finding::Column::Position];
                    let columns = [finding::Column::Bad, finding::Column::Problems, finding::Column::DealId];
                    let newer = OnConflict::columns(key).update_columns(columns).to_owned();
                    finding::Entity::insert(now_bad).on_conflict(newer).exec_without_returning(tx).await?;
                }
            }
        }
        import.done = last + 1;
        Ok(())
    }
}

/// One row, as if it had been handed in by itself; or what is wrong with it by now.
async fn carry_row(
    pen: &Pen<'_>,
    who: &Actor,
    judge: &Judge,
    import: &Model,
    cells: &[String],
) -> Result<Result<(), Vec<FieldProblem>>, PortError> {
    let (content, problems) = judge.judge(cells);
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let planned = import.good.unwrap_or_default() + import.doubles.filter(|_| import.take_doubles).unwrap_or_default();
    // The vendor is told of the first for all.
    let imported = Some(if import.imported == 0 { count(planned) } else { 0 });
    let intake = if judge.mapping.submit { Intake::Submit } else { Intake::Draft };
    let write = Write { pen: pen.clone(), who, imported };
    match write.apart(async |write| Box::pin(write.create(content, intake)).await).await? {
        Ok(_) => Ok(Ok(())),
        Err(PortError::Invalid(problems)) => Ok(Err(problems)),
        Err(error) => Err(error),
    }
}
