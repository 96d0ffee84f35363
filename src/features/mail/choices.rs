//! What comes by mail: each choice is kept as it is made.

use crate::api::{ApiError, Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::route::Route;
use crate::session::use_session;
use crate::t;
use crate::tenant::use_portal;
use crate::ui::{Back, Choice, Fetched, Field, Glyph, Page, RemoteView, Typed, failure, icon, typed, use_surroundings};
use portico_contract::mail::{ByMail, MailPreferences, Topic, TopicChoice};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How keeping the last choice went.
#[derive(Clone, PartialEq)]
enum Kept {
    Not(ApiError),
    Yes,
}

/// The page `/notifications/mail`.
#[component]
pub fn MailChoices() -> Html {
    let portal = use_portal();
    let languages = portal.as_ref().map(|portal| portal.tenant.locales.as_slice()).unwrap_or_default();
    let (words, api, around) = (use_words(), use_api(), use_surroundings());
    let address = use_session().session().map(|session| session.user.email.clone()).unwrap_or_default();
    let chosen = use_remote(api.clone(), |api| -> Fetch<Rc<MailPreferences>> {
        let chosen = api.mail_preferences();
        Box::pin(async move { chosen.await.map(Rc::new) })
    });
    let kept = use_state(|| None::<Kept>);
    let remote = chosen.get();
    let oninput = use_callback(
        (api, chosen.patcher(), remote.value().cloned(), kept.setter()),
        |event: InputEvent, (api, patcher, before, kept)| {
            let Some((before, change)) = before.as_ref().and_then(|before| Some((before, changed(&event, before)?)))
            else {
                return;
            };
            // What is sent is what was changed; what was chosen meanwhile on another device stays.
            let (undo, answer) = (undo(before, &change), api.prefer_mail(&change));
            let (patcher, kept) = (patcher.clone(), kept.clone());
            patcher.patch(move |now| Some(Rc::new(with(now, &change))));
            kept.set(None);
            spawn_local(async move {
                match answer.await {
                    Ok(_) => kept.set(Some(Kept::Yes)),
                    Err(error) => {
                        patcher.patch(move |now| Some(Rc::new(with(now, &undo))));
                        kept.set(Some(Kept::Not(error)));
                    }
                }
            });
        },
    );
    let body = remote.value().map(|now| {
        html! {
            <div class="stack" {oninput}>
                <p class="quiet">{ t!(words, "mail-page-text", address = address.as_str(), vendor = around.vendor.as_str()) }</p>
                for choice in &now.topics { { topic(&words, *choice) } }
                { language(&words, &now.language, languages) }
                if let Some(Kept::Not(error)) = &*kept { { failure(&words, error) } }
            </div>
        }
    });
    let back = Back { to: Route::Notifications, label: t!(words, "notifications-title").into() };
    // In the head, which stays in view.
    let status = html! {
        <p role="status" class="row tight quiet">
            if *kept == Some(Kept::Yes) { { icon(Glyph::Check) }{ t!(words, "mail-kept") } }
        </p>
    };
    html! {
        <Page title={t!(words, "mail-page")} {back} actions={status}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={chosen.reload.clone()}>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

/// What an input event changes: one topic, or the language.
fn changed(event: &InputEvent, before: &MailPreferences) -> Option<MailPreferences> {
    let (field, Typed::Text(value)) = typed(event)? else { return None };
    if field == "language" {
        return Some(MailPreferences { language: value, topics: Vec::new() });
    }
    let topics = vec![TopicChoice { topic: Topic::parse(&field)?, mail: ByMail::parse(&value)? }];
    Some(MailPreferences { language: before.language.clone(), topics })
}

/// What takes a change back.
fn undo(before: &MailPreferences, change: &MailPreferences) -> MailPreferences {
    let was = |choice: &TopicChoice| before.topics.iter().find(|one| one.topic == choice.topic).copied();
    MailPreferences { language: before.language.clone(), topics: change.topics.iter().filter_map(was).collect() }
}

fn with(now: &MailPreferences, change: &MailPreferences) -> MailPreferences {
    let now = MailPreferences { language: change.language.clone(), topics: now.topics.clone() };
    change.topics.iter().fold(now, |now, choice| now.with(*choice))
}

fn topic(words: &Words, choice: TopicChoice) -> Html {
    let (label, help) = match choice.topic {
        Topic::Questions => (t!(words, "topic-questions"), t!(words, "topic-questions-help")),
        Topic::Decisions => (t!(words, "topic-decisions"), t!(words, "topic-decisions-help")),
        Topic::Comments => (t!(words, "topic-comments"), t!(words, "topic-comments-help")),
        Topic::Endings => (t!(words, "topic-endings"), t!(words, "topic-endings-help")),
        Topic::Handovers => (t!(words, "topic-handovers"), t!(words, "topic-handovers-help")),
        Topic::Registrations => (t!(words, "topic-registrations"), t!(words, "topic-registrations-help")),
        Topic::Requests => (t!(words, "topic-requests"), t!(words, "topic-requests-help")),
        Topic::Sales => (t!(words, "topic-sales"), t!(words, "topic-sales-help")),
        Topic::Library => (t!(words, "topic-library"), t!(words, "topic-library-help")),
    };
    let choices: [Choice; 3] = [
        (ByMail::AtOnce.name().into(), t!(words, "mail-at-once").into()),
        (ByMail::Daily.name().into(), t!(words, "mail-daily").into()),
        (ByMail::Never.name().into(), t!(words, "mail-never").into()),
    ];
    Field {
        id: choice.topic.name().into(),
        label: label.into(),
        value: choice.mail.name().into(),
        help: Some(help.into()),
        ..Field::default()
    }
    .segmented(&choices)
}

fn language(words: &Words, chosen: &str, known: &[String]) -> Html {
    let languages: Vec<Choice> =
        known.iter().map(|tag| (tag.clone().into(), words.language_name(tag).into())).collect();
    Field {
        id: "language".into(),
        label: t!(words, "mail-language").into(),
        value: chosen.to_owned().into(),
        ..Field::default()
    }
    .select(words, &languages, false)
}
