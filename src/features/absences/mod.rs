//! When the vendor's people are away and who stands in for them: `/absences`. Everybody says so of themselves, a vendor
//! admin of all.

mod person;

use crate::api::{Api, Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::session::{use_may, use_session};
use crate::t;
use crate::ui::{Fetched, Page, RemoteView};
use person::PersonAway;
use portico_contract::absence::Colleague;
use portico_contract::session::Permission;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn Absences() -> Html {
    let (words, api) = (use_words(), use_api());
    let me = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let all = use_may(Permission::SettingsEdit);
    let people = use_remote(api, |api: &Api| -> Fetch<Rc<[Colleague]>> {
        let people = api.colleagues();
        Box::pin(async move { people.await.map(|page| page.items.into()) })
    });
    let changed = use_callback(people.patcher(), |now: Colleague, people| {
        people.patch(move |people| {
            Some(people.iter().map(|one| if one.id == now.id { now.clone() } else { one.clone() }).collect())
        });
    });
    let remote = people.get();
    let body = remote.value().map(|people| {
        // Whoever reads it comes first.
        let own = people.iter().filter(|one| one.id == me);
        let others = people.iter().filter(|one| one.id != me);
        html! {
            <div class="stack wide">
                <p class="quiet">{ t!(words, "absences-text") }</p>
                for person in own.chain(others) {
                    <PersonAway key={person.id.clone()} person={person.clone()} people={people.clone()} may_edit={all || person.id == me} changed={changed.clone()} />
                }
            </div>
        }
    });
    html! {
        <Page title={t!(words, "absences-title")}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={people.reload.clone()} rows=6>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}
