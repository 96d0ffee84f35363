//! Who may see and do what: the one place that decides, and every port call comes through it.

use super::entity::{
    account, asset, asset_upload, attachment, deal, deal_view, event, import, mail, notification, organisation,
};
use super::log::READERS;
use crate::ports::{Actor, Audience, PortError, TenantId};
use portico_contract::asset::Reader;
use portico_contract::country::Country;
use portico_contract::deal::{Approval, Command, Field, Review, Standing};
use portico_contract::notification::Hearers;
use portico_contract::session::{Permission, Role, Side};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, ExprTrait};

/// The deals that `who` sees: a partner those of the own firm, the vendor all of its partners' but drafts.
pub(super) fn deals(who: &Actor) -> Condition {
    let tenant = Condition::all().add(deal::Column::TenantId.eq(who.tenant.0.as_ref()));
    match who.role.side() {
        Side::Partner => tenant.add(deal::Column::OrganisationId.eq(&who.organisation.id)),
        Side::Vendor => tenant.add(deal::Column::Review.ne(Review::Draft.name())),
    }
}

/// The firms whose deals `who` sees: a partner the own one, the vendor all of its partners.
pub(super) fn partners(who: &Actor) -> Condition {
    let tenant = Condition::all().add(organisation::Column::TenantId.eq(who.tenant.0.as_ref()));
    match who.role.side() {
        Side::Partner => tenant.add(organisation::Column::Id.eq(&who.organisation.id)),
        Side::Vendor => tenant.add(organisation::Column::Kind.eq(Side::Partner.name())),
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

/// The events about assets of the tenant of `who`: for whom each is meant is asked of its readers, of every one
/// (`log::hears`).
pub(super) fn events_of_assets(who: &Actor) -> Condition {
    let tenant = Condition::all().add(event::Column::TenantId.eq(who.tenant.0.as_ref()));
    tenant.add(event::Column::Audience.eq(READERS))
}

/// All events that `who` may see, but for whom those about assets are meant: that is asked of every one (`log::hears`).
pub(super) fn happenings(who: &Actor) -> Condition {
    Condition::any().add(events(who)).add(events_of_assets(who))
}

/// The accounts that may own a deal: those of its firm that register deals.
pub(super) fn owners(deal: &deal::Model) -> Condition {
    Condition::all()
        .add(account::Column::TenantId.eq(&deal.tenant_id))
        .add(account::Column::OrganisationId.eq(&deal.organisation_id))
        .add(registering())
}

fn registering() -> SimpleExpr {
    let register = Role::ALL.into_iter().filter(|role| role.may(Permission::DealsRegister)).map(Role::name);
    account::Column::Role.is_in(register)
}

/// The accounts that can own a deal which `who` sees: those of the own firm, for the vendor of every partner.
pub(super) fn owners_seen(who: &Actor) -> Condition {
    let tenant = Condition::all().add(account::Column::TenantId.eq(who.tenant.0.as_ref())).add(registering());
    match who.role.side() {
        Side::Partner => tenant.add(account::Column::OrganisationId.eq(&who.organisation.id)),
        Side::Vendor => tenant,
    }
}

/// The partner firms that `who` may know of: none where one sees the own firm alone.
pub(super) fn firms_seen(who: &Actor) -> Option<Condition> {
    (who.role.side() == Side::Vendor).then(|| {
        Condition::all()
            .add(organisation::Column::TenantId.eq(who.tenant.0.as_ref()))
            .add(organisation::Column::Kind.eq(Side::Partner.name()))
    })
}

/// The assets that `who` may know of at all, but for whom each is meant: that is asked of its audience, of every one.
/// Drafts are for those alone who see to the library.
pub(super) fn assets(who: &Actor) -> Condition {
    let tenant = Condition::all().add(asset::Column::TenantId.eq(who.tenant.0.as_ref()));
    if manages(who) { tenant } else { tenant.add(asset::Column::State.is_in(["published", "withdrawn"])) }
}

/// Whether `who` sees to the library: everything in it, whatever its standing.
pub(super) fn manages(who: &Actor) -> bool {
    who.role.may(Permission::AssetsManage)
}

/// `who` as audiences of assets ask, with the firm's own row.
pub(super) fn reader(who: &Actor, firm: Option<&organisation::Model>) -> Reader {
    reader_of(who.role, firm)
}

/// Somebody of a role and a firm as audiences of assets ask.
pub(super) fn reader_of(role: Role, firm: Option<&organisation::Model>) -> Reader {
    Reader {
        role,
        tier: firm.and_then(|firm| firm.tier.clone()),
        partner_type: firm.and_then(|firm| firm.partner_type.clone()),
        region: firm.and_then(|firm| Country::parse(firm.country.as_deref()?).ok()),
    }
}

/// The kept filters of `who`: nobody else's to see.
pub(super) fn views(who: &Actor) -> Condition {
    Condition::all().add(deal_view::Column::AccountId.eq(&who.user.id))
}

/// The accounts that see an event of a deal: those of its firm, and the vendor's; nobody beside its audience.
fn audience(deal: &deal::Model, audience: Audience) -> Condition {
    let mut seen = Condition::any();
    if audience != Audience::Vendor {
        seen = seen.add(account::Column::OrganisationId.eq(&deal.organisation_id));
    }
    if audience != Audience::Partner {
        let vendors = Role::ALL.into_iter().filter(|role| role.side() == Side::Vendor);
        seen = seen.add(account::Column::Role.is_in(vendors.map(Role::name)));
    }
    Condition::all().add(account::Column::TenantId.eq(&deal.tenant_id)).add(seen)
}

/// The accounts that a comment with this audience can mention: those that see it.
pub(super) fn mentionable(deal: &deal::Model, seen_by: Audience) -> Condition {
    audience(deal, seen_by)
}

/// The files that `who` sees, joined with the events they hang on: those whose event they see, and their own that hang
/// on none yet.
pub(super) fn attachments(who: &Actor) -> Condition {
    let waiting = attachment::Column::EventId.is_null().and(attachment::Column::AccountId.eq(&who.user.id));
    Condition::any().add(waiting).add(events(who).add(attachment::Column::EventId.is_not_null()))
}

/// The files that `who` brings and that hang on no comment yet.
pub(super) fn uploads(who: &Actor) -> Condition {
    Condition::all().add(attachment::Column::AccountId.eq(&who.user.id)).add(attachment::Column::EventId.is_null())
}

/// The files that `who` brings into the library.
pub(super) fn arrivals(who: &Actor) -> Condition {
    let tenant = Condition::all().add(asset_upload::Column::TenantId.eq(who.tenant.0.as_ref()));
    tenant.add(asset_upload::Column::AccountId.eq(&who.user.id))
}

/// The accounts that hear of an event of a deal: of its firm those that are named, of the vendor those of the roles, and
/// of both those who are mentioned; nobody beside its audience.
pub(super) fn hearers(deal: &deal::Model, seen_by: Audience, hearers: &Hearers<'_>) -> Condition {
    let mentioned = account::Column::Id.is_in(hearers.mentioned.iter().copied());
    let mut told = Condition::any().add(mentioned);
    if seen_by != Audience::Vendor {
        let named = account::Column::Id.is_in(hearers.people.iter().copied());
        told = told.add(account::Column::OrganisationId.eq(&deal.organisation_id).and(named));
    }
    if seen_by != Audience::Partner {
        let vendors = hearers.roles.iter().filter(|role| role.side() == Side::Vendor);
        told = told.add(account::Column::Role.is_in(vendors.map(|role| role.name())));
    }
    let told = audience(deal, seen_by).add(told);
    told.add_option(hearers.actor.map(|actor| account::Column::Id.ne(actor)))
}

/// The notifications of `who`, joined with their events: never of what they may not see any more. Those about assets are
/// asked one by one (`log::hears`).
pub(super) fn notifications(who: &Actor) -> Condition {
    Condition::all().add(happenings(who)).add(notification::Column::AccountId.eq(&who.user.id))
}

/// What `who` may do with a deal.
pub(super) fn allowed(who: &Actor, standing: Standing) -> Vec<Command> {
    standing.allowed(who.role).collect()
}

/// What `who` may do with a deal that has to be approved in steps: only who is next approves.
pub(super) fn open_to(who: &Actor, standing: Standing, approval: Option<&Approval>) -> Vec<Command> {
    let mut allowed = allowed(who, standing);
    allowed.retain(|command| *command != Command::Approve || may_approve(who, approval));
    allowed
}

/// Whether the step that waits is one that `who` may take; where there is none, any who decide may.
pub(super) fn may_approve(who: &Actor, approval: Option<&Approval>) -> bool {
    let next = approval.and_then(Approval::next);
    next.is_none_or(|step| step.may_be_taken_by(&who.user.id, who.role))
}

/// The accounts of a tenant that decide.
pub(super) fn deciders(tenant: &TenantId) -> Condition {
    let decide = Role::ALL.into_iter().filter(|role| role.may(Permission::DealsDecide)).map(Role::name);
    Condition::all().add(account::Column::TenantId.eq(tenant.0.as_ref())).add(account::Column::Role.is_in(decide))
}

/// Requires that `who` may say when somebody is away: themselves, or a vendor admin of everybody.
pub(super) fn may_say_absences(who: &Actor, person: &str) -> Result<(), PortError> {
    require(who, Permission::DealsDecide)?;
    if who.user.id == person { Ok(()) } else { require(who, Permission::SettingsEdit) }
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

/// The imports of `who`: nobody else's to see.
pub(super) fn imports(who: &Actor) -> Condition {
    Condition::all()
        .add(import::Column::TenantId.eq(who.tenant.0.as_ref()))
        .add(import::Column::AccountId.eq(&who.user.id))
}

/// The mail that `who` may know of: that of their portal, for whoever may read mail at all.
pub(super) fn mails(who: &Actor) -> Condition {
    Condition::all().add(mail::Column::TenantId.eq(who.tenant.0.as_ref()))
}
