//! The first page: what waits, and how things stand.

mod pipeline;
mod waiting;

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::{now, use_words};
use crate::live::{News, use_news};
use crate::route::{Link, Route};
use crate::session::{use_may, use_session};
use crate::t;
use crate::tenant::use_portal;
use crate::ui::{Empty, Glyph, Icon, Page, RemoteView, Skeleton};
use chrono::Timelike;
use pipeline::Pipeline;
use portico_contract::home::Home;
use portico_contract::session::{Permission, Side};
use std::rc::Rc;
use waiting::WaitingList;
use yew::prelude::*;

/// The page `/`.
#[component]
pub fn HomePage() -> Html {
    let (words, api) = (use_words(), use_api());
    let session = use_session();
    let portal = use_portal();
    let may_register = use_may(Permission::DealsRegister);
    let home = use_remote(api, |api| -> Fetch<Rc<Home>> {
        let home = api.home();
        Box::pin(async move { home.await.map(Rc::new) })
    });
    // What waits follows from every change, so it is asked for again; the old stays in view meanwhile.
    let news = use_callback(home.reload.clone(), |_: News, reload| reload.emit(()));
    use_news(news);

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
    let side = session.organisation.kind;
    let vendor = portal.map(|portal| portal.tenant.name.clone()).unwrap_or_default();
    let view = use_callback(side, |home: Rc<Home>, side| html! { <Body {home} side={*side} /> });
    html! {
        <Page title={t!(words, "nav-home")} head={html! { <span class="logo grow phone-only"><i />{ vendor }</span> }}>
            <div class="stack wide narrow">
                <div class="stack tight">
                    <h1>{ greeting }</h1>
                    <p class="quiet">{ firm }</p>
                </div>
                if may_register {
                    <Link to={Route::NewDeal} classes="button primary wide"><Icon glyph={Glyph::Plus} />{ t!(words, "deal-register") }</Link>
                }
                <RemoteView<Rc<Home>> remote={home.get()} reload={home.reload} {view} skeleton={html! { <Skeleton rows={4} /> }} />
            </div>
        </Page>
    }
}

/// The hour where the person is.
fn local_hour() -> u32 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::new_0().get_hours() } else { now().hour() }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    home: Rc<Home>,
    side: Side,
}

#[component]
fn Body(props: &BodyProps) -> Html {
    let words = use_words();
    let home = &props.home;
    let text = match props.side {
        Side::Partner => t!(words, "home-nothing-partner"),
        Side::Vendor => t!(words, "home-nothing-vendor"),
    };
    html! {
        <div class="stack wide">
            if home.waiting.is_empty() {
                <Empty glyph={Glyph::Check} tone="good" title={t!(words, "home-nothing")} {text} />
            } else {
                <WaitingList home={home.clone()} side={props.side} />
            }
            if !home.pipeline.is_empty() { <Pipeline home={home.clone()} /> }
        </div>
    }
}
