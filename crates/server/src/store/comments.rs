//! Comments: written with their event, with the files that hang on them and the people whom they mention.

use super::entity::{account, attachment, organisation};
use super::rows::DealRow;
use super::writes::audience;
use super::{Write, access, files};
use crate::ports::{Actor, Audience, PortError};
use portico_contract::attachment::{Attachment, Mentionable};
use portico_contract::deal::commands::NewComment;
use portico_contract::event::{self, Event, EventData, EventKind};
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::{Permission, Person, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// Whom `who` can mention in a deal: those who see it, but for themselves.
pub(super) async fn mentionable(
    db: &impl ConnectionTrait,
    who: &Actor,
    row: &DealRow,
) -> Result<Vec<Mentionable>, PortError> {
    let seen_by = access::mentionable(&row.deal, audience(row.review()));
    let others = account::Entity::find().filter(seen_by).filter(account::Column::Id.ne(&who.user.id));
    let others = others.order_by_asc(account::Column::Name).all(db).await?;
    let firms = others.iter().map(|one| one.organisation_id.as_str());
    let firms = organisation::Entity::find().filter(organisation::Column::Id.is_in(firms)).all(db).await?;
    let names: HashMap<&str, &str> = firms.iter().map(|firm| (firm.id.as_str(), firm.name.as_str())).collect();
    let people = others.into_iter().filter_map(|one| {
        let organisation = (*names.get(one.organisation_id.as_str())?).to_owned();
        Some(Mentionable { side: Role::parse(&one.role)?.side(), id: one.id, name: one.name, organisation })
    });
    Ok(people.collect())
}

impl Write<'_> {
    /// Writes a comment.
    pub(crate) async fn comment(&self, id: &str, comment: NewComment) -> Result<Event, PortError> {
        access::require(self.who, Permission::DealsComment)?;
        if comment.internal {
            access::require(self.who, Permission::DealsNote)?;
        }
        let row = self.load(id).await?;
        let seen_by = if comment.internal { Audience::Vendor } else { audience(row.review()) };
        let mut problems = Vec::new();
        let mentions = self.mentioned(&row, seen_by, &comment.mentions, &mut problems).await?;
        let attachments = self.waiting(&row, &comment.attachments, &mut problems).await?;
        if !problems.is_empty() {
            return Err(PortError::Invalid(problems));
        }
        let hang = attachments.iter().map(|file| file.id.clone()).collect::<Vec<_>>();
        let comment = event::Comment { body: comment.body, internal: comment.internal, mentions, attachments };
        let data = EventData { comment: Some(comment), ..EventData::default() };
        let event = self.tell(&row, EventKind::DealCommented, seen_by, data).await?;
        if !hang.is_empty() {
            let event_id: i64 = event.id.parse().map_err(PortError::internal)?;
            attachment::Entity::update_many()
                .col_expr(attachment::Column::EventId, Some(event_id).into())
                .filter(attachment::Column::Id.is_in(hang))
                .exec(self.tx)
                .await?;
        }
        Ok(event)
    }

    /// The people of these ids; a mistake for each who does not see what is written.
    async fn mentioned(
        &self,
        row: &DealRow,
        seen_by: Audience,
        ids: &[String],
        problems: &mut Vec<FieldProblem>,
    ) -> Result<Vec<Person>, PortError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let found = account::Entity::find()
            .filter(access::mentionable(&row.deal, seen_by))
            .filter(account::Column::Id.is_in(ids))
            .all(self.tx)
            .await?;
        let name = |id: &String| found.iter().find(|one| one.id == *id).map(|one| one.name.clone());
        let refused = "somebody who does not see this cannot be mentioned in it";
        Ok(all_of(ids, "mentions", refused, problems, |id| Some(Person { name: name(id)?, id: id.clone() })))
    }

    /// The files of these ids; a mistake for each that is not this person's, not whole or not free.
    async fn waiting(
        &self,
        row: &DealRow,
        ids: &[String],
        problems: &mut Vec<FieldProblem>,
    ) -> Result<Vec<Attachment>, PortError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let found = attachment::Entity::find()
            .filter(access::uploads(self.who))
            .filter(attachment::Column::DealId.eq(&row.deal.id))
            .filter(attachment::Column::Id.is_in(ids))
            .all(self.tx)
            .await?;
        let file = |id: &String| files::told(found.iter().find(|one| one.id == *id)?, &self.who.user.name);
        Ok(all_of(ids, "attachments", "no file of yours waits in this deal under this id", problems, file))
    }
}

/// What was found under each id; a mistake where there is nothing.
fn all_of<T>(
    ids: &[String],
    member: &str,
    refused: &str,
    problems: &mut Vec<FieldProblem>,
    find: impl Fn(&String) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::with_capacity(ids.len());
    for (place, id) in ids.iter().enumerate() {
        match find(id) {
            Some(found) => all.push(found),
            None => problems.push(FieldProblem::new(format!("/{member}/{place}"), Code::NotInList, refused)),
        }
    }
    all
}
