//! The first page: what waits, and how things stand.

mod pipeline;
mod waiting;

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::{Words, now, use_words};
use crate::live::use_aftermath;
use crate::route::Route;
use crate::session::{use_may, use_session};
use crate::t;
use crate::tenant::use_portal;
use crate::ui::{Fetched, Glyph, Page, RemoteView, empty, icon, use_minute};
use chrono::{DateTime, Timelike, Utc};
use pipeline::Pipeline;
use portico_contract::home::Home;
use portico_contract::session::{Permission, Session, Side};
use std::rc::Rc;
use waiting::waiting;
use yew::prelude::*;

/// The page `/`.
#[component]
pub fn HomePage() -> Html {
    let (words, api) = (use_words(), use_api());
    let session = use_session();
    let portal = use_portal();
    let minute = use_minute();
    let may_register = use_may(Permission::DealsRegister);
    let home = use_remote(api, |api| -> Fetch<Rc<Home>> {
        let home = api.home();
        Box::pin(async move { home.await.map(Rc::new) })
    });
    // What waits follows from every change, so it is asked for again; the old stays in view meanwhile.
    use_aftermath(home.reload.clone());

    let Some(session) = session.session() else { return Html::default() };
    let first_name = session.user.name.split_whitespace().next().unwrap_or_default();
    let hour = local_hour();
    let greeting = match hour {
        5..=11 => t!(words, "home-morning", name = first_name),
        12..=17 => t!(words, "home-day", name = first_name),
        _ => t!(words, "home-evening", name = first_name),
    };
    let firm = match &session.organisation.tier {
        Some(tier) => t!(words, "home-firm", firm = session.organisation.name.as_str(), tier = tier.as_str()),
        None => session.organisation.name.clone(),
    };
    let vendor = portal.map(|portal| portal.tenant.name.clone()).unwrap_or_default();
    let remote = home.get();
    let body = remote.value().map(|home| body(&words, home, session, minute));
    html! {
        <Page title={t!(words, "nav-home")} low=true head={html! { <span class="logo grow phone-only"><i />{ vendor }</span> }}>
            <div class="stack wide">
                <div class="row between wrap">
                    <div class="stack tight">
                        <h1>{ greeting }</h1>
                        <p class="quiet">{ firm }</p>
                    </div>
                    if may_register {
                        <a href={Route::NewDeal.path()} class="button primary first">{ icon(Glyph::Plus) }{ t!(words, "deal-register") }</a>
                    }
                </div>
                <RemoteView fetched={Fetched::from(&*remote)} reload={home.reload} rows=4>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

/// The hour where the person is.
fn local_hour() -> u32 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::new_0().get_hours() } else { now().hour() }
}

fn body(words: &Words, home: &Rc<Home>, session: &Session, now: DateTime<Utc>) -> Html {
    let text = match session.organisation.kind {
        Side::Partner => t!(words, "home-nothing-partner"),
        Side::Vendor => t!(words, "home-nothing-vendor"),
    };
    let waits = if home.waiting.is_empty() {
        empty(Glyph::Check, "good", t!(words, "home-nothing"), text, Html::default())
    } else {
        waiting(words, home, session, now)
    };
    html! {
        <div class="beside">
            { waits }
            if !home.pipeline.is_empty() { <Pipeline home={home.clone()} /> }
        </div>
    }
}
