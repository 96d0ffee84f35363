//! How much a person has not read: asked once, then kept up by the stream.

use super::{News, use_news};
use crate::api::{Api, Fetch, use_api, use_remote};
use portico_contract::notification::{Notification, Notifications};
use portico_contract::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// How much is unread, and how to say that it is another number now.
#[derive(Clone, Default, PartialEq)]
pub struct Unread {
    pub count: u32,
    pub set: Callback<u32>,
}

/// How much this person has not read.
#[hook]
pub fn use_unread() -> Unread {
    use_context::<Unread>().unwrap_or_default()
}

/// Counts what `session` has not read; nothing where there is none. Used once, by the app.
#[hook]
pub fn use_unread_kept(session: Option<Session>) -> Unread {
    let api = use_api();
    let page = use_remote((api, session.is_some()), |(api, asks): &(Api, bool)| -> Fetch<Rc<Notifications>> {
        let page = asks.then(|| api.notifications(None, 1));
        Box::pin(async move {
            match page {
                Some(page) => page.await.map(Rc::new),
                None => Ok(Rc::default()),
            }
        })
    });
    let patcher = page.patcher();
    let news = use_callback((session, patcher.clone(), page.reload.clone()), |news, (session, patcher, reload)| {
        let Some(session) = session else { return };
        match news {
            News::Reset => reload.emit(()),
            News::Event(event) => {
                if let Some(told) = Notification::told(&event, &session.user.id, session.role) {
                    patcher.patch(move |page| page.with(&told).map(Rc::new));
                }
            }
        }
    });
    use_news(news);
    let set = use_callback(patcher, |unread: u32, patcher| {
        patcher
            .patch(move |page| (page.unread != unread).then(|| Rc::new(Notifications { unread, ..(**page).clone() })));
    });
    let count = page.get().value().map_or(0, |page| page.unread);
    Unread { count, set }
}
