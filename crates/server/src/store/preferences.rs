//! What people chose of mail.

use super::entity::mail_preference::{ActiveModel, Column, Entity, Model};
use super::settings::Settings;
use crate::ports::{Actor, PortError};
use portico_contract::event::EventKind;
use portico_contract::mail::{ByMail, MailPreferences, Topic, TopicChoice};
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::Side;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};

/// What was chosen of each topic; what is preset is not in it.
type Chosen = BTreeMap<Topic, ByMail>;

/// What some people chose.
pub(super) struct Choices(HashMap<String, Chosen>);

impl Choices {
    /// When somebody is told of a type of event by mail.
    pub(super) fn of(&self, account: &str, side: Side, kind: EventKind) -> ByMail {
        let Some(topic) = Topic::of(kind) else { return ByMail::Never };
        let chosen = self.0.get(account).and_then(|chosen| chosen.get(&topic));
        chosen.copied().unwrap_or_else(|| topic.preset(side))
    }
}

fn read(row: &Model) -> Result<Chosen, PortError> {
    serde_json::from_str(&row.choices).map_err(PortError::internal)
}

/// What these accounts chose.
pub(super) async fn choices<'a>(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = &'a str>,
) -> Result<Choices, PortError> {
    let rows = Entity::find().filter(Column::AccountId.is_in(accounts)).all(db).await?;
    let chosen = rows.into_iter().map(|row| Ok((row.account_id.clone(), read(&row)?)));
    Ok(Choices(chosen.collect::<Result<_, PortError>>()?))
}

/// The language that somebody chose for their mail, or the tenant's preset one.
pub(super) async fn language(
    db: &impl ConnectionTrait,
    account: &str,
    settings: &Settings,
) -> Result<String, PortError> {
    let chosen = Entity::find_by_id(account).one(db).await?.map(|row| row.language);
    // A language that the tenant has no longer is nobody's.
    let chosen = chosen.filter(|language| settings.locales.contains(language));
    Ok(chosen.or_else(|| settings.locales.first().cloned()).unwrap_or_else(|| "en".to_owned()))
}

/// What somebody chose, the presets filled in.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    who: &Actor,
    settings: &Settings,
) -> Result<MailPreferences, PortError> {
    let side = who.role.side();
    let chosen = Entity::find_by_id(&who.user.id).one(db).await?.as_ref().map(read).transpose()?.unwrap_or_default();
    let topics = Topic::of_side(side).iter().map(|topic| TopicChoice {
        topic: *topic,
        mail: chosen.get(topic).copied().unwrap_or_else(|| topic.preset(side)),
    });
    Ok(MailPreferences { language: language(db, &who.user.id, settings).await?, topics: topics.collect() })
}

/// Takes over what somebody chose.
pub(super) async fn keep(
    db: &impl ConnectionTrait,
    who: &Actor,
    settings: &Settings,
    now: &MailPreferences,
) -> Result<(), PortError> {
    if !settings.locales.contains(&now.language) {
        let mistake = FieldProblem::new("/language", Code::NotInList, "the portal does not speak it");
        return Err(PortError::Invalid(vec![mistake]));
    }
    let before = Entity::find_by_id(&who.user.id).one(db).await?;
    let mut chosen = before.as_ref().map(read).transpose()?.unwrap_or_default();
    chosen.extend(now.topics.iter().map(|choice| (choice.topic, choice.mail)));
    let row = ActiveModel {
        account_id: Set(who.user.id.clone()),
        language: Set(now.language.clone()),
        choices: Set(serde_json::to_string(&chosen).map_err(PortError::internal)?),
    };
    let again = OnConflict::column(Column::AccountId).update_columns([Column::Language, Column::Choices]).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
