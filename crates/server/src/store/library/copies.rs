//! Whether a file that somebody has at hand may still be used: every version with its content is judged, and the best is
//! told.

use super::super::entity::{asset, asset_version};
use super::super::{access, time};
use super::rows::{count, day};
use crate::ports::{Actor, PortError};
use chrono::NaiveDate;
use portico_contract::asset::copy::{AssetCopy, CopiedAsset, NewerVersion, Verdict};
use portico_contract::asset::{Reader, Standing};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

/// The most versions with one content that are looked at, the newest of them.
const LOOKED: u64 = 500;

/// What a person is to know of a file.
pub(super) async fn known(
    db: &impl ConnectionTrait,
    who: &Actor,
    reader: &Reader,
    sha256: &str,
    today: NaiveDate,
) -> Result<AssetCopy, PortError> {
    use asset_version::{Column, Entity, Relation};
    let same = Entity::find().join(JoinType::InnerJoin, Relation::Asset.def()).filter(access::assets(who));
    let same = same.filter(Column::Sha256.eq(sha256)).select_also(asset::Entity).limit(LOOKED);
    let same = same.order_by_desc(Column::CreatedAt).order_by_desc(Column::N).order_by_asc(Column::AssetId);
    let mut best: Option<(Verdict, asset_version::Model, asset::Model)> = None;
    for (version, row) in same.all(db).await? {
        let Some(row) = row else { continue };
        if !row.is_for(who, reader, today)? {
            continue;
        }
        let verdict = verdict(&row, &version, today)?;
        if best.as_ref().is_none_or(|(known, ..)| verdict < *known) {
            best = Some((verdict, version, row));
        }
    }
    let Some((verdict, version, row)) = best else { return Ok(AssetCopy::unknown()) };
    let newer = newer(db, &row, version.n).await?;
    let asset = CopiedAsset {
        n: count(version.n.into()),
        current: count(row.current.into()),
        replaced_at: newer.last().map(|next| next.created_at),
        newer,
        expires_on: day(row.expires_on.as_ref())?,
        id: row.id,
        title: row.title,
    };
    Ok(AssetCopy { verdict, asset: Some(asset) })
}

/// What is to be said of a version of an asset.
fn verdict(row: &asset::Model, version: &asset_version::Model, today: NaiveDate) -> Result<Verdict, PortError> {
    Ok(match row.standing(today)? {
        Standing::Draft | Standing::Proposed | Standing::Scheduled => Verdict::Unpublished,
        Standing::Withdrawn => Verdict::Withdrawn,
        _ if version.is_gone() => Verdict::Withdrawn,
        Standing::Expired => Verdict::Expired,
        Standing::Current if version.n == row.current => Verdict::Current,
        Standing::Current => Verdict::Superseded,
    })
}

/// The versions behind one that may be had, up to the current one, the newest first.
async fn newer(db: &impl ConnectionTrait, row: &asset::Model, n: i32) -> Result<Vec<NewerVersion>, PortError> {
    use asset_version::{Column, Entity};
    let behind = Entity::find().filter(Column::AssetId.eq(&row.id)).filter(Column::N.gt(n));
    let behind = behind.filter(Column::N.lte(row.current)).order_by_desc(Column::N).all(db).await?;
    let told = |version: asset_version::Model| NewerVersion {
        n: count(version.n.into()),
        created_at: time(version.created_at),
        changes: version.changes,
    };
    Ok(behind.into_iter().filter(|version| !version.is_gone()).map(told).collect())
}
