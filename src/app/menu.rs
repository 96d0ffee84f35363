//! The person's own menu: who they are, language, light or dark, shortcuts, signing out.

use crate::api::ApiError;
use crate::i18n::use_words;
use crate::parts::avatar;
use crate::route::Route;
use crate::session::{Preferences, Scheme, use_preferences, use_session};
use crate::t;
use crate::tenant::Portal;
use crate::ui::{Choice, Dialog, Field, Glyph, Toast, Typed, icon, typed, use_toast};
use portico_contract::capability;
use portico_contract::session::{Permission, Session};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MenuProps {
    pub session: Session,
    pub portal: Rc<Portal>,
    pub on_close: Callback<()>,
}

#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let words = use_words();
    let handle = use_session();
    let preferences = use_preferences();
    let now = preferences.now.clone();
    let oninput = use_callback((now.clone(), preferences.change), |event: InputEvent, (now, change)| {
        let changed = match typed(&event) {
            Some((_, Typed::Tick(shortcuts))) => Preferences { shortcuts, ..now.clone() },
            Some((field, Typed::Text(language))) if field == "language" => {
                Preferences { language: Some(language), ..now.clone() }
            }
            Some((_, Typed::Text(scheme))) => Preferences { scheme: Scheme::parse(&scheme), ..now.clone() },
            None => return,
        };
        change.emit(changed);
    });
    let toast = use_toast();
    let failed = use_callback((toast, words.clone()), |_: ApiError, (toast, words)| {
        toast.emit(Toast { text: t!(words, "sign-out-failed").into(), link: None });
    });
    let sign_out = use_callback(
        (handle.sign_out, failed, props.on_close.clone()),
        |_: MouseEvent, (sign_out, failed, on_close)| {
            on_close.emit(());
            sign_out.emit(failed.clone());
        },
    );
    let close = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let portal = &props.portal;
    let mut links = Vec::new();
    if portal.has(capability::MAIL) && portal.has(capability::NOTIFICATIONS) {
        links.push((Route::MailChoices, Glyph::Bell, t!(words, "mail-page")));
    }
    if portal.has(capability::MAIL) && props.session.may(Permission::MailRead) {
        links.push((Route::Mails, Glyph::Mail, t!(words, "mails-title")));
    }
    if portal.has(capability::COLLEAGUES) && props.session.may(Permission::DealsDecide) {
        links.push((Route::Absences, Glyph::Clock, t!(words, "absences-title")));
    }
    if portal.has(capability::PROGRAMME) {
        if props.session.may(Permission::SettingsEdit) {
            let settings = Route::Settings { section: String::new() };
            links.push((settings, Glyph::Settings, t!(words, "settings-title")));
        }
        links.push((Route::Engagement, Glyph::Seal, t!(words, "engagement-title")));
    }
    let locales = props.portal.tenant.locales.iter();
    let languages: Vec<Choice> = locales.map(|tag| (tag.clone().into(), words.language_name(tag).into())).collect();
    let schemes: [Choice; 3] = [
        (Scheme::Auto.name().into(), t!(words, "scheme-auto").into()),
        (Scheme::Light.name().into(), t!(words, "scheme-light").into()),
        (Scheme::Dark.name().into(), t!(words, "scheme-dark").into()),
    ];
    let field = |id: &'static str, label: String, value: &str| Field {
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        ..Field::default()
    };
    let keys = Field {
        help: Some(t!(words, "menu-shortcuts-help").into()),
        ..field("shortcuts", t!(words, "menu-shortcuts"), "")
    };
    html! {
        <Dialog labelled_by="menu-title" on_close={props.on_close.clone()}>
            <div>
                <div class="row">
                    { avatar(&props.session.user.name) }
                    <div class="grow"><h2 id="menu-title">{ &props.session.user.name }</h2>
                        <small class="clip block">{ &props.session.user.email }{ " · " }{ &props.session.organisation.name }</small></div>
                </div>
                <div class="stack" {oninput}>
                    { field("language", t!(words, "menu-language"), words.language()).select(&words, &languages, false) }
                    { field("scheme", t!(words, "menu-scheme"), now.scheme.name()).segmented(&schemes) }
                    { keys.tick(now.shortcuts, true) }
                </div>
                if !links.is_empty() {
                    <div class="stack tight">
                        for (to, glyph, name) in links {
                            <a class="button" href={to.path()} onclick={close.clone()}>{ icon(glyph) }{ name }</a>
                        }
                    </div>
                }
                <div class="row">
                    <button type="button" class="button grow" onclick={sign_out}>{ t!(words, "sign-out") }</button>
                    <button type="button" class="button primary grow" onclick={close}>{ t!(words, "done") }</button>
                </div>
            </div>
        </Dialog>
    }
}
