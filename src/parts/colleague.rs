//! The vendor's people who decide, in words.

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::{Words, today};
use crate::t;
use portico_contract::absence::Colleague;
use portico_contract::session::Role;
use std::rc::Rc;
use yew::prelude::*;

/// Those who decide, asked for where that is wanted; nobody until they are there. Where they cannot be had there is
/// nobody to choose, and whatever asks can be opened again.
#[hook]
pub fn use_colleagues(wanted: bool) -> Rc<[Colleague]> {
    let api = use_api();
    let people = use_remote((api, wanted), |(api, wanted)| -> Fetch<Rc<[Colleague]>> {
        let people = wanted.then(|| api.colleagues());
        Box::pin(async move {
            match people {
                Some(people) => people.await.map(|page| page.items.into()),
                None => Ok(Rc::from([])),
            }
        })
    });
    people.get().value().cloned().unwrap_or_else(|| Rc::from([]))
}

/// A colleague's name, and until when they are away.
#[must_use]
pub fn colleague_label(words: &Words, colleague: &Colleague) -> String {
    match colleague.away_on(today()) {
        Some(absence) => t!(words, "colleague-away", name = &colleague.name, day = &words.day(absence.until)),
        None => colleague.name.clone(),
    }
}

/// What a role is called.
#[must_use]
pub fn role_name(words: &Words, role: Role) -> String {
    match role {
        Role::Rep => t!(words, "role-rep"),
        Role::Marketer => t!(words, "role-marketer"),
        Role::PartnerAdmin => t!(words, "role-partner-admin"),
        Role::Seller => t!(words, "role-seller"),
        Role::VendorAdmin => t!(words, "role-vendor-admin"),
        Role::ChannelManager => t!(words, "role-channel-manager"),
    }
}
