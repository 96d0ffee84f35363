//! The check without effect, and the rows that are left.

use super::judge::{Judge, Place, Seen};
use super::{LEFT, WRITES, count, find, finding, json, remembered, row, save, text};
use crate::ports::{Actor, DealDesk, LeftRows, PortError};
use crate::store::Store;
use crate::table::header_key;
use portico_contract::import::{Import, ImportMapping, ImportState};
use portico_contract::money::Currency;
use portico_contract::problem::{Code, FieldProblem};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Rows that are judged before others get their turn on the processor.
const CHUNK: usize = 100;

impl Store {
    /// By what the rows of a tenant's file are judged.
    pub(super) async fn judge(&self, who: &Actor, mapping: ImportMapping) -> Result<Judge, PortError> {
        let settings = self.settings(&who.tenant)?;
        let (sheets, form) = (settings.sheets(&[]), settings.deal_form(&[]));
        Ok(Judge { sheets, mapping, form, today: self.today(&who.tenant).await? })
    }

    /// Judges every row by what its columns are said to hold, and keeps what was found.
    pub(super) async fn check_rows(
        &self,
        who: &Actor,
        id: &str,
        mapping: ImportMapping,
        languages: &[String],
    ) -> Result<Import, PortError> {
        let before = find(&self.db, who, id).await?;
        if !matches!(before.state(), ImportState::Brought | ImportState::Checked) {
            return Err(PortError::ImportState);
        }
        let judge = self.judge(who, mapping).await?;
        is_there(&judge)?;
        let mut rows = row::Entity::find()
            .filter(row::Column::ImportId.eq(id))
            .order_by_asc(row::Column::Position)
            .all(&self.db)
            .await?;
        let headers: Vec<String> = json(&rows.remove(0).cells)?;
        let (mut seen, mut findings) = (Seen::default(), Vec::new());
        let (mut good, mut doubles) = (0, 0);
        for chunk in rows.chunks(CHUNK) {
            let mut fine = Vec::new();
            for one in chunk {
                let cells: Vec<String> = json(&one.cells)?;
                let (content, problems) = judge.judge(&cells);
                if problems.is_empty() {
                    fine.push((one.position, Place::of(&content)));
                } else {
                    findings.push(found(id, one.position, true, &problems, None)?);
                }
            }
            let (positions, places): (Vec<_>, Vec<_>) = fine.into_iter().unzip();
            let known = self.known(who, &places, judge.today).await?;
            for ((position, place), deal) in positions.into_iter().zip(&places).zip(known) {
                let above = seen.meets(place);
                let why = match (&deal, above) {
                    (Some(_), _) => {
                        FieldProblem::new("/customer", Code::Repeated, "the firm has this customer already")
                    }
                    (None, true) => FieldProblem::new("", Code::Repeated, "a row above is of this customer"),
                    (None, false) => {
                        good += 1;
                        continue;
                    }
                };
                doubles += 1;
                findings.push(found(id, position, false, &[why], deal)?);
            }
            tokio::task::yield_now().await;
        }
        let settings = self.settings(&who.tenant)?;
        let mapped = text(&judge.mapping)?;
        self.transact(async |tx| {
            let mut import = find(tx, who, id).await?;
            // Another device was quicker, and may have begun already.
            if import.version != before.version {
                return Err(PortError::ImportState);
            }
            finding::Entity::delete_many().filter(finding::Column::ImportId.eq(id)).exec(tx).await?;
            for some in findings.chunks(WRITES) {
                let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
                finding::Entity::insert_many(some).exec_without_returning(tx).await?;
            }
            let known = remembered::Model {
                account_id: who.user.id.clone(),
                headers: header_key(&headers),
                mapping: mapped.clone(),
            };
            let key = [remembered::Column::AccountId, remembered::Column::Headers];
            let newer = OnConflict::columns(key).update_column(remembered::Column::Mapping).to_owned();
            remembered::Entity::insert(known.into_active_model()).on_conflict(newer).exec_without_returning(tx).await?;
            ImportState::Checked.name().clone_into(&mut import.state);
            import.mapping = mapped;
            import.version += 1;
            let bad = import.total - good - doubles;
            (import.good, import.bad, import.doubles) = (Some(good), Some(bad), Some(doubles));
            save(tx, &import).await?;
            import.shown(&settings, languages)
        })
        .await
    }

    /// The rows from a position on that did not become deals: those that were found, and those whose turn never came.
    pub(super) async fn left_rows(
        &self,
        who: &Actor,
        id: &str,
        from: i32,
        languages: &[String],
    ) -> Result<LeftRows, PortError> {
        let import = find(&self.db, who, id).await?;
        let settings = self.settings(&who.tenant)?;
        let headers = row::Entity::find_by_id((id.to_owned(), -1)).one(&self.db).await?.ok_or(PortError::NotFound)?;
        let at_least = std::cmp::Ord::max(from, 0);
        let of_file =
            || row::Entity::find().filter(row::Column::ImportId.eq(id)).filter(row::Column::Position.gte(at_least));
        let named = finding::Entity::find()
            .select_only()
            .column(finding::Column::Position)
            .filter(finding::Column::ImportId.eq(id));
        let is_left = Condition::any()
            .add(row::Column::Position.gte(import.done))
            .add(row::Column::Position.in_subquery(sea_orm::QueryTrait::into_query(named)));
        let rows = of_file().filter(is_left).order_by_asc(row::Column::Position).limit(LEFT).all(&self.db).await?;
        let last = rows.last().map(|last| last.position);
        let found = finding::Entity::find()
            .filter(finding::Column::ImportId.eq(id))
            .filter(finding::Column::Position.between(from, last.unwrap_or(from)))
            .all(&self.db)
            .await?;
        let problems = found.iter().map(|one| json(&one.problems)).collect::<Result<Vec<_>, PortError>>()?;
        let whys = settings.whys(languages, &problems);
        let said = whys.into_iter().map(|whys| {
            let said = |why: portico_contract::import::ImportWhy| {
                if why.field.is_empty() { why.why } else { format!("{}: {}", why.field, why.why) }
            };
            whys.into_iter().map(said).collect::<Vec<_>>().join(". ")
        });
        let mut said: HashMap<i32, String> = found.iter().map(|one| one.position).zip(said).collect();
        let full = rows.len() as u64 == LEFT;
        let rows = rows.into_iter().map(|one| Ok((json(&one.cells)?, said.remove(&one.position).unwrap_or_default())));
        Ok(LeftRows {
            headers: json(&headers.cells)?,
            separator: import.separator.chars().next().unwrap_or(','),
            why: settings.sheet(&settings.languages(languages)[0]).why,
            rows: rows.collect::<Result<_, PortError>>()?,
            next: last.filter(|_| full).map(|last| count(last) + 1),
        })
    }
}

/// What was found of a row.
pub(super) fn found(
    id: &str,
    position: i32,
    bad: bool,
    problems: &[FieldProblem],
    deal: Option<String>,
) -> Result<finding::Model, PortError> {
    Ok(finding::Model { import_id: id.to_owned(), position, bad, problems: text(&problems)?, deal_id: deal })
}

/// Refuses a field that there is not, and a currency that is none.
fn is_there(judge: &Judge) -> Result<(), PortError> {
    let mut problems = Vec::new();
    for (at, target) in judge.mapping.columns.iter().enumerate() {
        if target.as_ref().is_some_and(|id| judge.sheets[0].target(id).is_none()) {
            problems.push(FieldProblem::new(format!("/columns/{at}"), Code::NotInList, "no field of a deal"));
        }
    }
    let currency = &judge.mapping.currency;
    if !currency.is_empty() && Currency::parse(currency).is_err() {
        problems.push(FieldProblem::new("/currency", Code::NotInList, "a code of ISO 4217 is expected"));
    }
    if problems.is_empty() { Ok(()) } else { Err(PortError::Invalid(problems)) }
}
