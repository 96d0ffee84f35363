//! What a person was told: by day and deal, newest first, kept up by the stream.

mod group;

use crate::api::{Answer, Api, ApiError, Fetch, Patcher, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::live::{News, use_news, use_unread};
use crate::route::Route;
use crate::session::use_session;
use crate::t;
use crate::tenant::use_can;
use crate::ui::{
    Fetched, Glyph, Page, Paged, RemoteView, empty, failure, focus, further, icon, use_further, use_minute,
};
use chrono::{DateTime, Utc};
use group::{GroupRow, days};
use portico_contract::capability;
use portico_contract::notification::{Notification, Notifications, Unread, hangs_on_downloads};
use portico_contract::session::Session;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Notifications fetched at once.
const PAGE: u32 = 50;

/// The page `/notifications`.
#[component]
pub fn NotificationList() -> Html {
    let (words, api, unread, now) = (use_words(), use_api(), use_unread(), use_minute());
    let session = use_session().session().cloned();
    let list = use_remote(api.clone(), |api: &Api| -> Fetch<Rc<Notifications>> {
        let page = api.notifications(None, PAGE);
        Box::pin(async move { page.await.map(Rc::new) })
    });
    let patcher = list.patcher();
    let news =
        use_callback((session.clone(), patcher.clone(), list.reload.clone()), |news, (session, patcher, reload)| {
            match news {
                News::Reset => reload.emit(()),
                News::Event(event) if hangs_on_downloads(event.kind) => reload.emit(()),
                News::Event(event) => {
                    let told = session.as_ref().and_then(|me| Notification::told(&event, &me.user.id, me.role));
                    if let Some(told) = told {
                        patcher.patch(move |list| list.with(&told).map(Rc::new));
                    }
                }
            }
        });
    use_news(news);
    let remote = list.get();
    // What was read on another device is known here with the list, and shows in the frame from then on.
    let known = remote.value().map(|list| list.unread);
    use_effect_with((known, unread.set), |(known, set)| {
        if let Some(known) = known {
            set.emit(*known);
        }
    });

    let failed = use_state(|| None::<ApiError>);
    // Where it fails they stay unread; whoever opened one is at the deal by then.
    let open = use_callback((api.clone(), patcher.clone()), |ids: Rc<[String]>, (api, patcher)| {
        mark(api.mark_read(&ids), patcher.clone(), move |one| ids.contains(&one.id), Callback::noop());
    });
    let newest = remote.value().and_then(|list| list.items.first()).map(|newest| newest.id.clone());
    let read_all = use_callback(
        (api.clone(), patcher.clone(), newest, failed.setter()),
        |_: MouseEvent, (api, patcher, newest, failed)| {
            let Some(newest) = newest else { return };
            failed.set(None);
            let say = Callback::from({
                let failed = failed.clone();
                move |error: Option<ApiError>| {
                    if error.is_none() {
                        // The button goes, and would take the focus with it.
                        focus("main");
                    }
                    failed.set(error);
                }
            });
            // Ids are as long as each other and grow, so those of what came meanwhile are greater.
            let last = newest.clone();
            mark(api.mark_read_up_to(newest), patcher.clone(), move |one| one.id <= last, say);
        },
    );
    let told = remote.value().map(Rc::as_ref);
    let (more, further_failed) = use_further(told, patcher, api, |api, cursor| api.notifications(cursor, PAGE));

    let body = remote.value().zip(session).map(|(list, session)| {
        html! {
            <div class="stack">
                if list.unread > 0 {
                    <div class="row between wrap">
                        <p class="quiet">{ t!(words, "notifications-count", count = list.unread) }</p>
                        <button type="button" class="button small" onclick={read_all.clone()}>{ t!(words, "notifications-read-all") }</button>
                    </div>
                }
                { failed.as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
                { body(&words, list, &session, now, &open) }
                if list.cursor().is_some() {
                    { further(&words, "button", t!(words, "notifications-more"), further_failed.as_ref(), more) }
                }
            </div>
        }
    });
    let by_mail = if use_can(capability::MAIL) {
        let name = t!(words, "mail-way");
        html! {
            <>
                <span class="grow" />
                <a class="button small" href={Route::MailChoices.path()} aria-label={name.clone()}>{ icon(Glyph::Mail) }<span class="desk-only">{ name }</span></a>
            </>
        }
    } else {
        Html::default()
    };
    html! {
        <Page title={t!(words, "notifications-title")} actions={by_mail}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={list.reload.clone()} rows=6>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

impl Paged for Notifications {
    type Page = Self;

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn followed_by(&self, page: Self) -> Self {
        Self::followed_by(self, page)
    }
}

/// Takes over what the PRM has marked as read; says that it has, or why it has not.
fn mark(
    answer: Answer<Unread>,
    patcher: Patcher<Rc<Notifications>>,
    read: impl Fn(&Notification) -> bool + Clone + 'static,
    say: Callback<Option<ApiError>>,
) {
    spawn_local(async move {
        match answer.await {
            Ok(Unread { unread }) => {
                patcher.patch(move |list| Some(Rc::new(list.marked(&read, unread))));
                say.emit(None);
            }
            Err(error) => say.emit(Some(error)),
        }
    });
}

fn body(
    words: &Words,
    list: &Notifications,
    session: &Session,
    now: DateTime<Utc>,
    open: &Callback<Rc<[String]>>,
) -> Html {
    if list.items.is_empty() {
        let text = t!(words, "notifications-none-text");
        return empty(Glyph::Bell, "", t!(words, "notifications-none"), text, Html::default());
    }
    html! {
        for day in days(words, session, &list.items, now) {
            <section key={day.name.clone()} class="stack tight">
                <h2>{ &day.name }</h2>
                <ul class="list">
                    for group in &day.groups {
                        <GroupRow key={group.subject.clone()} group={group.clone()} {open} />
                    }
                </ul>
            </section>
        }
    }
}
