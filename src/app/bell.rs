//! The way to what a person was told, and how much of it is unread: in the navigation of a desk, in the corner of a
//! phone.

use crate::i18n::{Words, use_words};
use crate::live::{Unread, use_unread_kept};
use crate::route::{Route, use_route};
use crate::session::use_session;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, Surroundings, icon, use_surroundings};
use portico_contract::capability;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct BellProps {
    pub children: Html,
}

/// Keeps the count for everything below, and puts the bell into the corner of the pages.
#[component]
pub(super) fn Bell(props: &BellProps) -> Html {
    let (words, route, around) = (use_words(), use_route(), use_surroundings());
    let has = use_can(capability::NOTIFICATIONS);
    let session = use_session().session().filter(|_| has).cloned();
    let unread = use_unread_kept(session);
    let corner = if has { bell(&words, unread.count, &route, "button icon bell phone-only") } else { Html::default() };
    html! {
        <ContextProvider<Unread> context={unread}>
        <ContextProvider<Surroundings> context={Surroundings { corner, ..around }}>
            { props.children.clone() }
        </ContextProvider<Surroundings>>
        </ContextProvider<Unread>>
    }
}

/// The link, with the count in its name.
pub(super) fn bell(words: &Words, unread: u32, route: &Route, class: &'static str) -> Html {
    let here = (*route == Route::Notifications).then_some("page");
    let title = t!(words, "notifications-title");
    let called = if unread > 0 { t!(words, "notifications-unread", count = unread) } else { title.clone() };
    html! {
        <a href={Route::Notifications.path()} {class} aria-current={here}>
            { icon(Glyph::Bell) }
            <span class="unseen">{ called }</span>
            <span class="name" aria-hidden="true">{ title }</span>
            if unread > 0 { <b class="count" aria-hidden="true">{ if unread > 99 { "99+".to_owned() } else { unread.to_string() } }</b> }
        </a>
    }
}
