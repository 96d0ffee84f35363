//! How often somebody has asked today whether a customer is free.

use super::entity::conflict_asked::{ActiveModel, Column, Entity};
use super::settings::Settings;
use super::{Store, now};
use crate::ports::{Actor, PortError};
use chrono::{Days, NaiveTime};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

impl Store {
    /// Counts a conflict check of this person today, and refuses one too many. The days before are forgotten.
    pub(super) async fn count_check(&self, who: &Actor, settings: &Settings) -> Result<(), PortError> {
        let here = now().with_timezone(&settings.time_zone);
        let today = here.date_naive();
        let mine = Column::AccountId.eq(&who.user.id);
        let row = ActiveModel { account_id: Set(who.user.id.clone()), day: Set(today.to_string()), asked: Set(1) };
        let again = OnConflict::columns([Column::AccountId, Column::Day])
            .value(Column::Asked, Expr::col((Entity, Column::Asked)).add(1))
            .to_owned();
        Entity::insert(row).on_conflict(again).exec_without_returning(&self.db).await?;
        let asked = Entity::find_by_id((who.user.id.clone(), today.to_string())).one(&self.db).await?;
        let asked = asked.map_or(1, |row| row.asked);
        if asked == 1 {
            Entity::delete_many().filter(mine).filter(Column::Day.lt(today.to_string())).exec(&self.db).await?;
        }
        let quota = i32::from(settings.rules.registration.conflict_check.per_day);
        if asked <= quota {
            return Ok(());
        }
        let midnight = (today + Days::new(1)).and_time(NaiveTime::MIN);
        let wait = (midnight - here.naive_local()).to_std().unwrap_or_default();
        Err(PortError::TooOften { quota: u32::try_from(quota).unwrap_or_default(), wait })
    }
}
