//! What mail was written to whom, for whoever runs the portal: all of it to read where there is no mail server, and what
//! did not get through where there is.

use crate::api::{Api, Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::t;
use crate::ui::{Dialog, Fetched, Glyph, Page, Paged, RemoteView, empty, further, icon, use_further, use_minute};
use chrono::{DateTime, Utc};
use portico_contract::mail::{Mail, MailState, MailSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Mails fetched at once.
const PAGE: u32 = 50;

type Mails = portico_contract::page::Page<Rc<MailSummary>>;

impl Paged for Mails {
    type Page = Self;

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn followed_by(&self, page: Self) -> Self {
        Self { items: self.items.iter().cloned().chain(page.items).collect(), next_cursor: page.next_cursor }
    }
}

/// The page `/mail`.
#[component]
pub fn WrittenMail() -> Html {
    let (words, api, now) = (use_words(), use_api(), use_minute());
    let list = use_remote(api.clone(), |api: &Api| -> Fetch<Rc<Mails>> {
        let page = api.mails(None, PAGE);
        Box::pin(async move { page.await.map(Rc::new) })
    });
    let opened = use_state(|| None::<Rc<MailSummary>>);
    let open = use_callback(opened.setter(), |mail, opened| opened.set(Some(mail)));
    let close = use_callback(opened.setter(), |(): (), opened| opened.set(None));
    let remote = list.get();
    let written = remote.value().map(Rc::as_ref);
    let (more, failed) = use_further(written, list.patcher(), api, |api, cursor| api.mails(cursor, PAGE));
    let body = remote.value().map(|list| {
        if list.items.is_empty() {
            let text = t!(words, "mails-none-text");
            return empty(Glyph::Mail, "", t!(words, "mails-none"), text, Html::default());
        }
        html! {
            <div class="stack">
                if list.items.iter().any(|mail| mail.state == MailState::Kept) { <p class="quiet">{ t!(words, "mails-kept-text") }</p> }
                <ul class="list">
                    for mail in &list.items { <MailRow key={mail.id.clone()} mail={mail.clone()} {now} open={open.clone()} /> }
                </ul>
                if list.cursor().is_some() { { further(&words, "button", t!(words, "mails-more"), failed.as_ref(), more) } }
            </div>
        }
    });
    html! {
        <Page title={t!(words, "mails-title")}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={list.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            </div>
            if let Some(mail) = &*opened { <Letter mail={mail.clone()} on_close={close} /> }
        </Page>
    }
}

fn state(words: &Words, state: MailState) -> Html {
    let (tone, glyph, word) = match state {
        MailState::Kept => ("info", Glyph::Mail, t!(words, "mail-state-kept")),
        MailState::Waiting => ("warn", Glyph::Clock, t!(words, "mail-state-waiting")),
        MailState::Sent => ("good", Glyph::Check, t!(words, "mail-state-sent")),
        MailState::Failed => ("bad", Glyph::Close, t!(words, "mail-state-failed")),
    };
    html! { <span class={classes!("badge", tone)}>{ icon(glyph) }{ word }</span> }
}

#[derive(Properties, PartialEq)]
struct MailRowProps {
    mail: Rc<MailSummary>,
    now: DateTime<Utc>,
    open: Callback<Rc<MailSummary>>,
}

#[component]
fn MailRow(props: &MailRowProps) -> Html {
    let words = use_words();
    let mail = &props.mail;
    let onclick =
        use_callback((mail.clone(), props.open.clone()), |_: MouseEvent, (mail, open)| open.emit(mail.clone()));
    html! {
        <li class="item told" data-id={mail.id.clone()}>
            <div class="grow stack snug">
                <h2><button type="button" class="plain" aria-haspopup="dialog" {onclick}>{ &mail.subject }</button></h2>
                <small class="clip">{ &mail.name }{ " · " }{ &mail.address }</small>
                <small><time title={words.moment(mail.written_at)}>{ words.ago(mail.written_at, props.now) }</time></small>
            </div>
            { state(&words, mail.state) }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct LetterProps {
    mail: Rc<MailSummary>,
    on_close: Callback<()>,
}

/// A mail, opened.
#[component]
fn Letter(props: &LetterProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let mail = use_remote((api, props.mail.id.clone()), |(api, id)| -> Fetch<Rc<Mail>> {
        let mail = api.mail(id);
        Box::pin(async move { mail.await.map(Rc::new) })
    });
    let remote = mail.get();
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let summary = &props.mail;
    let text = remote.value().map(|mail| match &mail.text {
        Some(text) => html! { <pre class="letter" tabindex="0">{ text }</pre> },
        None => html! { <p class="quiet">{ t!(words, "mail-gone") }</p> },
    });
    html! {
        <Dialog labelled_by="mail-title" on_close={props.on_close.clone()}>
            <div>
                <h2 id="mail-title">{ &summary.subject }</h2>
                <div class="row between wrap">
                    <small>{ &summary.name }{ " · " }{ &summary.address }<br />{ words.moment(summary.written_at) }</small>
                    { state(&words, summary.state) }
                </div>
                if let Some(error) = &summary.error { <p class="problem">{ t!(words, "mail-error", tries = summary.tries, error = error.as_str()) }</p> }
                <RemoteView fetched={Fetched::from(&*remote)} reload={mail.reload.clone()} rows=4>{ text.unwrap_or_default() }</RemoteView>
                <div class="row end"><button type="button" class="button primary" onclick={close}>{ t!(words, "close") }</button></div>
            </div>
        </Dialog>
    }
}
