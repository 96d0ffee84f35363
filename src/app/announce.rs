//! A notice for everything that somebody else did, while this person looks at something else.

use crate::i18n::use_words;
use crate::live::{News, use_news};
use crate::parts::{Notice, notice_text, notice_way};
use crate::session::use_session;
use crate::t;
use crate::ui::{Toast, use_toast};
use portico_contract::notification::is_told_to;
use yew::prelude::*;

/// Shows the notices.
#[hook]
pub(super) fn use_announcements() {
    let (words, toast, session) = (use_words(), use_toast(), use_session().session().cloned());
    let news = use_callback((words, toast, session), |news: News, (words, toast, session)| {
        let (News::Event(event), Some(session)) = (news, session) else { return };
        let mine = event.data.actor.as_ref().is_some_and(|actor| actor.id == session.user.id);
        if mine || !is_told_to(event.kind, &event.data, session.role.side()) {
            return;
        }
        let told = Notice::from(&*event);
        if let Some(text) = notice_text(words, told) {
            let to = notice_way(told, session);
            toast.emit(Toast { text: text.into(), link: Some((to, t!(words, "notice-open").into())) });
        }
    });
    use_news(news);
}
