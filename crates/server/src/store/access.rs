//! Who may see and do what: the one place that decides, and every port call comes through it.

use super::entity::{account, deal, event, mail, notification};
use crate::ports::{Actor, Audience, PortError};
use portico_contract::deal::{Command, Field, Review, Standing};
use portico_contract::notification::Hearers;
use portico_contract::session::{Permission, Role, Side};
use sea_orm::{ColumnTrait, Condition, ExprTrait};

/// The deals that `who` sees: a partner those of the own firm, the vendor all of its partners' but drafts.
pub(super) fn deals(who: &Actor) -> Condition {
    let tenant = Condition::all().add(deal::Column::TenantId.eq(who.tenant.0.as_ref()));
    match who.role.side() {
        Side::Partner => tenant.add(deal::Column::OrganisationId.eq(&who.organisation.id)),
        Side::Vendor => tenant.add(deal::Column::Review.ne(Review::Draft.name())),
    }
}

/// The events that `who` sees: a partner those of the own firm but internal ones, the vendor all but those of drafts.
pub(super) fn events(who: &Actor) -> Condition {
    let tenant = Condition::all().add(event::Column::TenantId.eq(who.tenant.0.as_ref()));
    match who.role.side() {
        Side::Partner => tenant
            .add(event::Column::OrganisationId.eq(&who.organisation.id))
            .add(event::Column::Audience.is_in(["all", "partner"])),
        Side::Vendor => tenant.add(event::Column::Audience.is_in(["all", "vendor"])),
    }
}

/// The accounts that may own a deal: those of its firm that register deals.
pub(super) fn owners(deal: &deal::Model) -> Condition {
    let register = Role::ALL.into_iter().filter(|role| role.may(Permission::DealsRegister)).map(Role::name);
    Condition::all()
        .add(account::Column::TenantId.eq(&deal.tenant_id))
        .add(account::Column::OrganisationId.eq(&deal.organisation_id))
        .add(account::Column::Role.is_in(register))
}

/// The accounts that hear of an event of a deal: of its firm those that are named, of the vendor those of the roles;
/// nobody beside its audience.
pub(super) fn hearers(deal: &deal::Model, audience: Audience, hearers: &Hearers<'_>) -> Condition {
    let mut told = Condition::any();
    if audience != Audience::Vendor {
        let named = account::Column::Id.is_in(hearers.people.iter().copied());
        told = told.add(account::Column::OrganisationId.eq(&deal.organisation_id).and(named));
    }
    if audience != Audience::Partner {
        let vendors = hearers.roles.iter().filter(|role| role.side() == Side::Vendor);
        told = told.add(account::Column::Role.is_in(vendors.map(|role| role.name())));
    }
    let told = Condition::all().add(account::Column::TenantId.eq(&deal.tenant_id)).add(told);
    told.add_option(hearers.actor.map(|actor| account::Column::Id.ne(actor)))
}

/// The notifications of `who`, joined with their events: never of what they may not see any more.
pub(super) fn notifications(who: &Actor) -> Condition {
    events(who).add(notification::Column::AccountId.eq(&who.user.id))
}

/// What `who` may do with a deal.
pub(super) fn allowed(who: &Actor, standing: Standing) -> Vec<Command> {
    standing.allowed(who.role).collect()
}

/// Where `command` leads, or why `who` may not give it.
pub(super) fn next(who: &Actor, standing: Standing, command: Command) -> Result<Review, PortError> {
    if !command.is_given_by(who.role) {
        return Err(PortError::Forbidden);
    }
    let refused = || PortError::WrongState { review: standing.review, allowed: allowed(who, standing) };
    standing.next(who.role, command).ok_or_else(refused)
}

/// Requires a permission of the role.
pub(super) fn require(who: &Actor, permission: Permission) -> Result<(), PortError> {
    if who.role.may(permission) { Ok(()) } else { Err(PortError::Forbidden) }
}

/// What `who` may change of a deal.
pub(super) fn editable(who: &Actor, review: Review, asked: &[Field]) -> Vec<Field> {
    Field::editable(who.role, review, asked)
}

/// The mail that `who` may know of: that of their portal, for whoever may read mail at all.
pub(super) fn mails(who: &Actor) -> Condition {
    Condition::all().add(mail::Column::TenantId.eq(who.tenant.0.as_ref()))
}
