//! Deals as people look at them, over the store: the board, and the filters that people keep.

use super::entity::deal_view::{ActiveModel, Column, Entity, Model};
use super::list::{self, Reading};
use super::{Store, access, now};
use crate::ports::{Actor, Current, DealQuery, Done, Keyed, PortError, Views};
use async_trait::async_trait;
use portico_contract::deal::board::Board;
use portico_contract::deal::list::FilterOptions;
use portico_contract::deal::view::{DealView, MAX_VIEWS, ViewChange};
use portico_contract::problem::{Code, FieldProblem};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

#[async_trait]
impl Views for Store {
    async fn board(&self, who: &Actor, query: &DealQuery) -> Result<Board, PortError> {
        let settings = self.settings(&who.tenant)?;
        list::board(&self.db, &Reading { who, settings: &settings, now: now() }, query).await
    }

    async fn filter_options(&self, who: &Actor, q: &str, firms: &[String]) -> Result<FilterOptions, PortError> {
        list::options(&self.db, who, q, firms).await
    }

    async fn views(&self, who: &Actor) -> Result<Vec<DealView>, PortError> {
        all(&self.db, who).await?.iter().map(read).collect()
    }

    async fn keep_view(&self, who: &Actor, key: &Keyed, view: ViewChange) -> Result<Done<DealView>, PortError> {
        self.once(who, key, async |write| {
            let mut rows = all(write.tx, who).await?;
            if rows.len() >= MAX_VIEWS as usize {
                let detail = format!("at most {MAX_VIEWS} filters are kept");
                return Err(PortError::Invalid(vec![FieldProblem::new("", Code::TooMany, detail).limit(MAX_VIEWS)]));
            }
            let begun = Model {
                id: Uuid::new_v4().simple().to_string(),
                account_id: who.user.id.clone(),
                name: String::new(),
                name_key: String::new(),
                query: "{}".to_owned(),
                start: false,
                position: i32::try_from(rows.len()).unwrap_or(i32::MAX),
                version: 0,
            };
            let id = begun.id.clone();
            Entity::insert(begun.clone().into_active_model()).exec_without_returning(write.tx).await?;
            rows.push(begun);
            arrange(write.tx, rows, &id, &view).await
        })
        .await
    }

    async fn change_view(
        &self,
        who: &Actor,
        id: &str,
        version: i64,
        change: ViewChange,
    ) -> Result<DealView, PortError> {
        self.transact(async |tx| {
            let rows = all(tx, who).await?;
            let row = rows.iter().find(|row| row.id == id).ok_or(PortError::NotFound)?;
            if row.version != version {
                return Err(PortError::Stale(Current::View(Box::new(read(row)?))));
            }
            arrange(tx, rows, id, &change).await
        })
        .await
    }

    async fn forget_view(&self, who: &Actor, id: &str) -> Result<(), PortError> {
        self.transact(async |tx| {
            let gone = Entity::delete_by_id(id).filter(access::views(who)).exec(tx).await?;
            if gone.rows_affected == 0 { Err(PortError::NotFound) } else { Ok(()) }
        })
        .await
    }
}

async fn all(db: &impl ConnectionTrait, who: &Actor) -> Result<Vec<Model>, PortError> {
    let rows = Entity::find().filter(access::views(who));
    Ok(rows.order_by_asc(Column::Position).order_by_asc(Column::Id).all(db).await?)
}

fn read(row: &Model) -> Result<DealView, PortError> {
    Ok(DealView {
        id: row.id.clone(),
        name: row.name.clone(),
        query: serde_json::from_str(&row.query).map_err(PortError::internal)?,
        start: row.start,
        position: u32::try_from(row.position).unwrap_or_default(),
        version: row.version,
    })
}

/// Changes one of somebody's views and puts all of them in order: names are different, one at most is the start, and
/// places are counted from 0 on. What comes of the others is no change that a version would tell of.
async fn arrange(
    db: &impl ConnectionTrait,
    mut rows: Vec<Model>,
    id: &str,
    change: &ViewChange,
) -> Result<DealView, PortError> {
    let before = rows.clone();
    let place = rows.iter().position(|row| row.id == id).ok_or(PortError::NotFound)?;
    let mut row = rows.remove(place);
    if let Some(name) = &change.name {
        let key = name.to_lowercase();
        if rows.iter().any(|other| other.name_key == key) {
            let problem = FieldProblem::new("/name", Code::Repeated, "another of your filters has this name");
            return Err(PortError::Invalid(vec![problem]));
        }
        (row.name, row.name_key) = (name.clone(), key);
    }
    if let Some(query) = &change.query {
        row.query = serde_json::to_string(query).map_err(PortError::internal)?;
    }
    row.start = change.start.unwrap_or(row.start);
    if row.start {
        for other in &mut rows {
            other.start = false;
        }
    }
    row.version += 1;
    let place = change.position.map_or(place, |place| place as usize).min(rows.len());
    rows.insert(place, row);
    for (place, row) in rows.iter_mut().enumerate() {
        row.position = i32::try_from(place).unwrap_or(i32::MAX);
    }
    for row in rows.iter().filter(|row| !before.contains(row)) {
        let changed: ActiveModel = row.clone().into_active_model().reset_all();
        Entity::update(changed).exec(db).await?;
    }
    rows.iter().find(|row| row.id == id).ok_or(PortError::NotFound).and_then(read)
}
